"""A fire authority's committee paper on one project: typed paragraph numbers, recommendations first, small tables."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from docx.shared import Cm

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Update, with_total
from samples.word import Sheet, bullet, para, row, run, shade

MAROON, MIST = "7A1020", "EFEFEF"
PALE = {"Green": "C6E0B4", "Amber": "FFD966", "Red": "F4837D"}
LABELS = {
    "Overall": "overall",
    "Timescale": "schedule",
    "Cost": "cost",
    "Quality": "quality",
    "Neighbours and partners": "stakeholders",
}
NOTE = "Note the progress made on the Hot Fire Training Facility"
PURPOSE = "To inform Members of progress with the Hot Fire Training Facility and to seek the decisions set out below."
LEGAL = "The Authority has power to provide training facilities under section 7 of the 2004 Act."
EQUALITY = (
    "An Equality Impact Assessment was completed in May 2023. Changing rooms will serve all firefighters."
)
CLIMATE = (
    "The recycling plant will save some 2.4 million litres of water a year, and no timber will be burned."
)


class _Paper:
    """A sheet whose sections and paragraphs are numbered by hand."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self._section = self._paragraph = 0

    def section(self, title: str) -> None:
        self._section, self._paragraph = self._section + 1, 0
        line = para(self.sheet.body)
        line.paragraph_format.keep_with_next = True
        self._hang(line)
        run(line, f"{self._section}.\t{title}", bold=True)

    def text(self, text: str) -> None:
        self._paragraph += 1
        line = para(self.sheet.body)
        self._hang(line)
        run(line, f"{self._section}.{self._paragraph}\t{text}")

    def table(self, caption: str, widths: list[float], heads: list[str]) -> Any:
        line = para(self.sheet.body, caption, bold=True, size=10)
        line.paragraph_format.left_indent, line.paragraph_format.keep_with_next = Cm(1.2), True
        grid = self.sheet.table(widths)
        row(grid, heads, bold=True, fill=MIST, size=10)
        return grid

    @staticmethod
    def _hang(line: Any) -> None:
        line.paragraph_format.left_indent, line.paragraph_format.first_line_indent = Cm(1.2), Cm(-1.2)
        line.paragraph_format.tab_stops.add_tab_stop(Cm(1.2))


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    sheet = Sheet("Arial", 11, margin_cm=2.3)
    paper = _Paper(sheet)
    _cover(sheet, update)
    paper.section("PURPOSE OF REPORT")
    paper.text(PURPOSE)
    paper.section("RECOMMENDATIONS")
    paper.text("Members are asked to:")
    asked = (NOTE, *update.decisions)
    for letter, text in zip("abcd", asked, strict=False):
        line = para(sheet.body, f"({letter})\t{text}")
        line.paragraph_format.left_indent, line.paragraph_format.first_line_indent = Cm(2.2), Cm(-1.0)
    paper.section("CURRENT POSITION")
    paper.text(update.summary)
    ratings = _position(paper, update)
    activities = _work(paper, update)
    milestones = _timetable(paper, update)
    finances = _money(paper, update)
    risks = _risks(paper, update)
    for title, text in (
        ("LEGAL IMPLICATIONS", LEGAL),
        ("EQUALITY IMPLICATIONS", EQUALITY),
        ("ENVIRONMENTAL IMPLICATIONS", CLIMATE),
        ("BACKGROUND PAPERS", "None."),
    ):
        paper.section(title)
        paper.text(text)
    report = gold.told_report(
        update,
        *("programme", "reference", "sponsor", "manager", "report_date"),
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        finances=finances,
        risks=risks,
        decisions=gold.decisions(asked),
    )
    return Rendered(sheet.save(), (report,))


def _cover(sheet: Sheet, update: Update) -> None:
    """The meeting falls in the month after the report's own date."""
    project = update.project
    meeting = dates.working_day(update.next_month.replace(day=14))
    para(sheet.body, "SALTERSHIRE FIRE AND RESCUE AUTHORITY", bold=True, size=14, color=MAROON, centred=True)
    para(sheet.body, "Assets and Performance Committee", bold=True, centred=True)
    grid = sheet.table([5.0, 11.4])
    for label, value in (
        ("Meeting", f"Assets and Performance Committee, {dates.long(meeting)}"),
        ("Agenda item", "8"),
        ("Report of", "Assistant Chief Officer (Corporate Services)"),
        ("Project", project.name),
        ("Project number", project.reference),
        ("Programme", project.programme),
        ("Senior Responsible Officer", project.sponsor),
        ("Project Manager", project.manager),
        ("Month covered", dates.month_year(update.first_day)),
        ("Date of report", dates.long(update.reported)),
        ("Status", "For publication"),
    ):
        cells = row(grid, [label, value])
        cells[0].paragraphs[0].runs[0].bold = True
    para(sheet.body)


def _position(paper: _Paper, update: Update) -> list[Record]:
    paper.text("The status of the project against the tolerances set by the Authority is as follows.")
    grid = paper.table("Table 1: Status", [4.2, 2.4, 2.4, 7.4], ["", "Last report", "This report", "Remarks"])
    records = []
    for label, key in LABELS.items():
        rated = update.rated[key]
        cells = row(grid, [label, rated.previous or "–", rated.current, rated.comment], size=10)
        shade(cells[2], PALE[rated.current])
        if rated.previous:
            shade(cells[1], PALE[rated.previous])
        records.append(gold.rating(label, key, rated.current, rated.previous, rated.comment))
    para(paper.sheet.body)
    return records


def _work(paper: _Paper, update: Update) -> list[Record]:
    """What was done in numbered paragraphs; what comes next in bullets."""
    paper.section("WORK COMPLETED SINCE THE LAST REPORT")
    for task in update.done:
        paper.text(task.text)
    records = [gold.activity("completed", task.text) for task in update.done]
    if update.missed:
        paper.section("WORK NOT COMPLETED AS PLANNED")
        records += _listed(paper, "missed", (task.text for task in update.missed))
    paper.section("WORK PLANNED BEFORE THE NEXT REPORT")
    return records + _listed(paper, "planned", (task.text for task in update.planned))


def _listed(paper: _Paper, kind: str, texts: Iterable[str]) -> list[Record]:
    records = []
    for text in texts:
        bullet(paper.sheet.body, text).paragraph_format.left_indent = Cm(1.9)
        records.append(gold.activity(kind, text))
    return records


def _timetable(paper: _Paper, update: Update) -> list[Record]:
    paper.section("TIMETABLE")
    heads = ["Stage", "Date in business case", "Now expected", "Achieved"]
    grid = paper.table("Table 2: Key stages", [5.0, 3.8, 3.8, 3.8], heads)
    records = []
    for item in update.milestones:
        expected = None if item.actual else item.forecast
        days = (item.baseline, expected, item.actual)
        row(grid, [item.text, *(dates.long(day) if day else "–" for day in days)], size=10)
        records.append(
            gold.milestone(item.text, baseline=item.baseline, forecast=expected, actual=item.actual)
        )
    para(paper.sheet.body)
    return records


def _money(paper: _Paper, update: Update) -> list[Record]:
    paper.section("FINANCIAL IMPLICATIONS")
    total = with_total(update)[-1]
    left = total.budget - total.forecast
    ending = f"£{left:,} below" if left > 0 else f"£{-left:,} above" if left else "equal to"
    paper.text(f"The projected outturn is {ending} the budget approved by the Authority in February 2023.")
    heads = ["£000", "Approved budget", "Spend to date", "Projected outturn"]
    grid = paper.table("Table 3: Capital cost", [5.9, 3.5, 3.5, 3.5], heads)
    records = []
    for line in with_total(update):
        amounts = (line.budget, line.actual, line.forecast)
        row(grid, [line.text, *(f"{amount / 1000:,.1f}" for amount in amounts)], size=10)
        records.append(gold.told_money(line, "budget", "actual", "forecast"))
    para(paper.sheet.body)
    return records


def _risks(paper: _Paper, update: Update) -> list[Record]:
    paper.section("RISK MANAGEMENT")
    paper.text("The risks held on the project's register are given below, scored out of 25.")
    heads = ["Risk", "Control measures", "Likelihood", "Impact", "Score"]
    grid = paper.table("Table 4: Principal risks", [5.0, 5.4, 2.5, 1.8, 1.7], heads)
    records = []
    for risk in update.risks:
        likelihood, impact, score = (str(n) for n in (risk.likelihood, risk.impact, risk.score))
        cells = row(grid, [risk.text, risk.response, likelihood, impact, score], size=10)
        shade(cells[-1], PALE[risk.rating])
        records.append(
            gold.told_risk(risk, "response", "rating", likelihood=likelihood, impact=impact, score=score)
        )
    para(paper.sheet.body)
    return records


FAMILY = Family(
    name="fire_committee",
    organisation="Saltershire Fire and Rescue Authority",
    style="committee paper of a fire authority on one project",
    tests="typed paragraph numbers, recommendations with a standing one, a meeting after the report, captioned tables",
    suffix=".docx",
    apart=False,
    projects=("hotfire",),
    render=render,
)
