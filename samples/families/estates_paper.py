"""A university's paper to its estates committee: numbered headings and paragraphs, lettered recommendations."""

from __future__ import annotations

from docx.shared import Cm

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Money, Update, with_total
from samples.word import Sheet, para, row, run

BAND = "EDEDED"
THOUSAND = 1000
OVERALL = "Overall RAG status"
LABELS = {"Timescale": "schedule", "Cost": "cost", "Scope": "scope", "Stakeholders": "stakeholders"}
AUTHOR = "Philippa Thornbury, Head of Capital Projects"


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    sheet = Sheet("Calibri", 11, margin_cm=2.4)
    _front(sheet, update)
    _section(sheet, 1, "Purpose", ["This paper tells the Committee how the project is progressing."])
    _recommend(sheet, update)
    done = [task.text for task in update.done]
    planned = [f"{task.text}." for task in update.planned]
    sentences = [risk.sentence for risk in update.of_kind("risk")]
    _section(sheet, 3, "Background", [update.summary])
    _section(sheet, 4, "Progress since the last report", done)
    _section(sheet, 5, "Work planned for the next period", planned)
    ratings = [gold.rating(OVERALL, "overall", update.rated["overall"].current), *_status(sheet, update)]
    milestones = _milestones(sheet, update)
    finances = _money(sheet, update)
    _section(sheet, 9, "Risks", sentences)
    report = gold.report(
        project=project.name,
        reference=project.reference,
        sponsor=project.sponsor,
        report_date=update.reported,
        period=dates.iso_month(update.reported),
        ratings=ratings,
        activities=[gold.activity("completed", text) for text in done]
        + [gold.activity("planned", text) for text in planned],
        risks=[gold.risk("risk", sentence) for sentence in sentences],
        milestones=milestones,
        finances=finances,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _front(sheet: Sheet, update: Update) -> None:
    project = update.project
    para(sheet.body, "UNIVERSITY OF EAST CALDER", bold=True, size=13, centred=True)
    para(sheet.body, "Estates Committee", bold=True, centred=True)
    para(sheet.body, f"Paper EC{update.reported.year % 100}/{update.number + 10}", centred=True)
    grid = sheet.table([4.6, 11.4], style="Normal Table")
    for label, value in (
        ("Project", project.name),
        ("Project number", project.reference),
        ("Project sponsor", project.sponsor),
        ("Author of paper", AUTHOR),
        ("Date of paper", dates.ordinal(update.reported)),
        (OVERALL, update.rated["overall"].current.upper()),
        ("Freedom of information", "Open"),
    ):
        cells = row(grid, [label, value])
        cells[0].paragraphs[0].runs[0].bold = True


def _section(sheet: Sheet, number: int, title: str, texts: list[str]) -> None:
    """A numbered heading and its paragraphs, each with a number of its own, typed."""
    sheet.heading(f"{number}. {title}", 2)
    for position, text in enumerate(texts, start=1):
        line = para(sheet.body)
        line.paragraph_format.left_indent = Cm(1.2)
        line.paragraph_format.first_line_indent = Cm(-1.2)
        line.paragraph_format.tab_stops.add_tab_stop(Cm(1.2))
        run(line, f"{number}.{position}\t{text}")


def _recommend(sheet: Sheet, update: Update) -> None:
    if not update.decisions:
        _section(sheet, 2, "Recommendations", ["None."])
        return
    _section(sheet, 2, "Recommendations", ["The Committee is asked to agree the following:"])
    for letter, text in zip("abc", update.decisions, strict=False):
        para(sheet.body, f"({letter}) {text}").paragraph_format.left_indent = Cm(1.8)


def _status(sheet: Sheet, update: Update) -> list[Record]:
    sheet.heading("6. Status", 2)
    grid = sheet.table([5.4, 5.3, 5.3])
    row(grid, ["Measure", "This report", "Last report"], bold=True, fill=BAND)
    records = []
    for label, key in LABELS.items():
        rated = update.rated[key]
        row(grid, [label, rated.current, rated.previous or ""])
        records.append(gold.rating(label, key, rated.current, rated.previous))
    return records


def _milestones(sheet: Sheet, update: Update) -> list[Record]:
    sheet.heading("7. Key dates", 2)
    grid = sheet.table([6.4, 3.2, 3.2, 3.2])
    row(grid, ["Milestone", "Planned", "Now expected", "Achieved"], bold=True, fill=BAND)
    records = []
    for item in update.milestones:
        expected = "" if item.actual else dates.month_year(item.forecast)
        achieved = dates.month_year(item.actual) if item.actual else ""
        row(grid, [item.text, dates.month_year(item.baseline), expected, achieved])
        records.append(
            gold.milestone(
                item.text,
                baseline=dates.iso_month(item.baseline),
                forecast=None if item.actual else dates.iso_month(item.forecast),
                actual=dates.iso_month(item.actual) if item.actual else None,
            )
        )
    return records


def _money(sheet: Sheet, update: Update) -> list[Record]:
    sheet.heading("8. Financial position", 2)
    grid = sheet.table([5.2, 2.7, 2.7, 2.7, 2.7])
    row(grid, ["£000", "Budget", "Spent", "Forecast", "Variance"], bold=True, fill=BAND)
    records = []
    for line in with_total(update):
        thousands = _thousands(line)
        amounts = (thousands.budget, thousands.actual, thousands.forecast, thousands.variance)
        row(grid, [line.text, *(f"{n:,}" for n in amounts[:3]), f"{amounts[3]:+,}" if amounts[3] else "0"])
        budget, actual, forecast, variance = (n * THOUSAND for n in amounts)
        records.append(
            gold.finance(line.text, budget=budget, actual=actual, forecast=forecast, variance=variance)
        )
    return records


def _thousands(line: Money) -> Money:
    """The line as it is printed, in whole thousands."""
    budget, actual, forecast = (round(n / THOUSAND) for n in (line.budget, line.actual, line.forecast))
    return Money(line.text, budget, actual, forecast)


FAMILY = Family(
    name="estates_paper",
    organisation="University of East Calder",
    style="committee paper with numbered paragraphs",
    tests="numbers typed before paragraphs, lettered recommendations, an author who is no manager, signed variances",
    suffix=".docx",
    apart=False,
    projects=("leisure", "records", "bridge"),
    render=render,
)
