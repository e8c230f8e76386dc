"""A charity's update to its funder: no tables but one, run-in bold headings with colons, typed dashes."""

from __future__ import annotations

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Update, with_total
from samples.word import Sheet, para, row, run

HIGHLIGHTS = {"Green": "green", "Amber": "yellow", "Red": "red", "Blue": "blue"}
CLOSING = "Thank you for your support. We are glad to answer questions by telephone at any time."


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    overall = update.rated["overall"]
    sheet = Sheet("Trebuchet MS", 11, margin_cm=2.3)
    para(
        sheet.body, f"{project.name}: our update for {dates.month_year(update.first_day)}", bold=True, size=15
    )
    for label, value in (
        ("Fund", project.programme),
        ("Trustee sponsor", project.sponsor),
        ("Project lead", project.manager),
        ("Written on", dates.long(update.reported)),
    ):
        line = para(sheet.body)
        run(line, f"{label}: ", bold=True)
        run(line, value)
    line = para(sheet.body)
    run(line, "How is it going overall? ", bold=True)
    run(line, overall.current.upper(), highlight=HIGHLIGHTS[overall.current])
    run(line, f" – {overall.comment}")
    para(sheet.body, update.summary)
    activities: list[Record] = []
    for title, tasks, kind in (
        ("What we have done:", update.done, "completed"),
        ("What we will do next:", update.planned, "planned"),
    ):
        para(sheet.body, title, bold=True, color="7B3F00")
        for task in tasks:
            para(sheet.body, f"- {task.text}")
            activities.append(gold.activity(kind, task.text))
    para(sheet.body, "What is getting in our way:", bold=True, color="7B3F00")
    for risk in update.risks:
        para(sheet.body, f"- {risk.text} – {risk.response}.")
    finances = _money(sheet, update)
    para(sheet.body, "Help we need from the board:", bold=True, color="7B3F00")
    for text in update.decisions:
        para(sheet.body, f"- {text}")
    if not update.decisions:
        para(sheet.body, "Nothing this time, thank you.")
    para(sheet.body, CLOSING, italic=True)
    report = gold.report(
        project=project.name,
        sponsor=project.sponsor,
        manager=project.manager,
        report_date=update.reported,
        period=update.period,
        ratings=[
            gold.rating("How is it going overall?", "overall", overall.current, comment=overall.comment)
        ],
        activities=activities,
        risks=[gold.risk(None, risk.text, response=f"{risk.response}.") for risk in update.risks],
        finances=finances,
        decisions=gold.decisions(update.decisions),
    )
    del report["programme"]  # a fund may be told as the programme or as another label
    return Rendered(sheet.save(), (report,))


def _money(sheet: Sheet, update: Update) -> list[Record]:
    para(sheet.body, "Money:", bold=True, color="7B3F00")
    grid = sheet.table([6.0, 4.0, 4.0], style="Light List")
    row(grid, ["Heading", "Budget", "Spent so far"])
    records = []
    for line in with_total(update):
        row(grid, [line.text, f"£{line.budget:,}", f"£{line.actual:,}"], bold=line.text == "Total")
        records.append(gold.finance(line.text, budget=line.budget, actual=line.actual))
    return records


FAMILY = Family(
    name="funder_update",
    organisation="Hearth and Home Trust",
    style="a charity's letter to its funder",
    tests="typed dashes, bold headings ending in colons, highlighted rating in a question, period in the title",
    suffix=".docx",
    apart=False,
    projects=("warmth", "records"),
    render=render,
)
