"""A charity federation's report to its trustees: headings and bullets, bullets within bullets for what may go wrong."""

from __future__ import annotations

from typing import Any

from docx.shared import Cm

from samples import dates, gold
from samples.family import Family, Rendered, by_workstream
from samples.gold import Record
from samples.month import Risk, Update
from samples.word import Sheet, bullet, deleted, inserted, para, run

TEAL = "00695C"
INK = {"Green": "2E7D32", "Amber": "B26A00", "Red": "B71C1C"}
AREAS = {
    "The project as a whole": "overall",
    "Timing": "schedule",
    "Money": "cost",
    "Our members": "stakeholders",
    "Our team": "resources",
    "Quality of records": "quality",
    "Difference made": "benefits",
}
CHANCES = {1: "remote", 2: "unlikely", 3: "possible", 4: "likely", 5: "almost certain"}
EFFECTS = {1: "trivial", 2: "small", 3: "moderate", 4: "serious", 5: "severe"}
CORRECTED = 2
"""The month in which a colleague corrects the paper with tracking on."""
VOICE = "“I used to tell my story to every new worker. Now I tell it once.” (young carer, 15)"


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    sheet = Sheet("Trebuchet MS", 11, margin_cm=2.4)
    run(sheet.header.paragraphs[0], "Federation of Young Carers’ Centres\t\tBoard of Trustees", size=9)
    para(sheet.body, "Report to the Board of Trustees", bold=True, size=22, color=TEAL)
    para(sheet.body, f"Agenda item {4 + update.number % 3}, for discussion", italic=True)
    _title(sheet, "About this paper")
    for label, value in (
        ("Project", project.name),
        ("Project lead", project.manager),
        ("Executive sponsor", project.sponsor),
        ("Presented by", "Marian Tudor, Deputy Chief Executive"),
        ("Month covered", dates.month_year(update.first_day)),
        ("Date of paper", dates.long(update.reported)),
        ("Board meeting", dates.long(update.next_month.replace(day=17))),
    ):
        item = bullet(sheet.body, "")
        run(item, f"{label}: ", bold=True)
        run(item, value)
    _title(sheet, "In a nutshell")
    para(sheet.body, update.summary)
    ratings = _going(sheet, update)
    activities = _work(sheet, update)
    milestones = _dates(sheet, update)
    finances = _money(sheet, update)
    risks = _worries(sheet, update)
    _title(sheet, "A young carer’s words")
    para(sheet.body, VOICE, italic=True)
    _title(sheet, "Safeguarding and equality")
    bullet(sheet.body, "There has been no safeguarding report in the month.")
    bullet(sheet.body, "The equality impact assessment was last looked at in the winter and is still sound.")
    asks = ("Note this report.", *update.decisions)
    _title(sheet, "Trustees are asked to")
    for text in asks:
        para(sheet.body, text, style="List Number")
    report = gold.told_report(
        update,
        *("sponsor", "manager", "report_date"),
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        finances=finances,
        risks=risks,
        decisions=gold.decisions(asks),
    )
    return Rendered(sheet.save(), (report,))


def _title(sheet: Sheet, text: str, level: int = 1) -> None:
    sheet.heading(text, level)


def _going(sheet: Sheet, update: Update) -> list[Record]:
    """A bullet for each area: the word in its colour, last month's word in brackets, a remark after it."""
    _title(sheet, "How it is going")
    before = dates.MONTHS[update.first_day.month - 2]
    records = []
    for label, key in AREAS.items():
        rated = update.rated[key]
        item = bullet(sheet.body, "")
        run(item, f"{label}: ", bold=True)
        run(item, rated.current, bold=True, color=INK[rated.current])
        was = f" ({rated.previous} in {before})" if rated.previous else ""
        run(item, f"{was}. {rated.comment}")
        records.append(gold.rating(label, key, rated.current, rated.previous, rated.comment))
    return records


def _work(sheet: Sheet, update: Update) -> list[Record]:
    """Strands as smaller headings over bullets, in the past and in what comes next; what is late has no strands."""
    _title(sheet, "What we have done")
    records = []
    for strand, tasks in by_workstream(update.done).items():
        _title(sheet, strand, 2)
        for task in tasks:
            bullet(sheet.body, task.text)
            records.append(gold.activity("completed", task.text, strand))
    if update.missed:
        _title(sheet, "What we had hoped to do but have not")
    for task in update.missed:
        bullet(sheet.body, task.text)
        records.append(gold.activity("missed", task.text))
    _title(sheet, "What happens next")
    for strand, tasks in by_workstream(update.planned).items():
        _title(sheet, strand, 2)
        for task in tasks:
            bullet(sheet.body, task.text)
            records.append(gold.activity("planned", task.text, strand))
    return records


def _dates(sheet: Sheet, update: Update) -> list[Record]:
    """One bullet for each date, its name in bold; what was reached says so, what is to come says when."""
    _title(sheet, "Milestones")
    records = []
    for item in update.milestones:
        line = bullet(sheet.body, "")
        run(line, f"{item.text}: ", bold=True)
        run(line, f"planned for {dates.long(item.baseline)}, ")
        if item.actual:
            run(line, f"achieved {dates.long(item.actual)}")
            records.append(gold.milestone(item.text, baseline=item.baseline, actual=item.actual))
        else:
            run(line, f"forecast {dates.long(item.forecast)}")
            records.append(gold.milestone(item.text, baseline=item.baseline, forecast=item.forecast))
    return records


def _money(sheet: Sheet, update: Update) -> list[Record]:
    """Sums in sentences of one pattern, one bullet for each heading of the budget."""
    _title(sheet, "Finance")
    para(sheet.body, "All figures are for the life of the grant.")
    records = []
    for line in update.money:
        item = bullet(sheet.body, "")
        run(item, f"{line.text}: ", bold=True)
        run(item, f"budget £{line.budget:,}, spent £{line.actual:,}, forecast £{line.forecast:,}")
        records.append(gold.told_money(line, "budget", "actual", "forecast"))
    return records


def _worries(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, "Risks")
    records = [_risk(sheet, update, risk) for risk in update.of_kind("risk")]
    _title(sheet, "Issues")
    issues = update.of_kind("issue")
    if not issues:
        para(sheet.body, "No live issues.")
    return [*records, *(_risk(sheet, update, issue) for issue in issues)]


def _risk(sheet: Sheet, update: Update, risk: Risk) -> Record:
    """The risk in bold and, as bullets beneath it, what is done, who sees to it and how bad it might be."""
    bullet(sheet.body, risk.text, bold=True)
    action = _under(sheet, "What we are doing", None)
    if update.number == CORRECTED and risk == update.risks[0]:
        deleted(sheet, action, "Backfill grants of £1,000 for centres with fewer than three staff")
        inserted(sheet, action, risk.response)
    else:
        run(action, risk.response)
    _under(sheet, "Owner", risk.owner)
    words = {}
    if risk.likelihood is not None:
        words = {"likelihood": CHANCES[risk.likelihood], "impact": EFFECTS[risk.impact]}
        _under(sheet, "Likelihood", words["likelihood"])
        _under(sheet, "Impact", words["impact"])
    return gold.told_risk(risk, "response", "owner", **words)


def _under(sheet: Sheet, label: str, value: str | None) -> Any:
    item = bullet(sheet.body, "", style="List Bullet 2")
    item.paragraph_format.space_after = Cm(0.05)
    run(item, f"{label}: ", italic=True)
    if value is not None:
        run(item, value)
    return item


FAMILY = Family(
    name="federation_trustees",
    organisation="Federation of Young Carers’ Centres",
    style="a charity federation's project report to its board of trustees",
    tests="facts, ratings, dates and sums as bullets, bullets beneath each risk, a meeting's date, a standing ask",
    suffix=".docx",
    apart=False,
    projects=("carers",),
    render=render,
)
