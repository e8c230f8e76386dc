"""A police collaboration's checkpoint and highlight form: one table of numbered sections with numbered paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.shared import Cm

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Task, Update
from samples.word import Sheet, para, rate, run, shade, span, tick_box, write

BAND, GREY = "1B2A4E", "E7E6E6"
MARKING = "OFFICIAL-SENSITIVE"
ELEMENTS = {
    "Overall": "overall",
    "Timescale": "schedule",
    "Budget": "cost",
    "Quality": "quality",
    "People": "resources",
    "Stakeholder engagement": "stakeholders",
}
STRENGTH = ("Red", "Amber", "Green")
LEVELS = ("", "Very low", "Low", "Medium", "High", "Very high")
APPROVED_EVERY = 3
"""Two reports of three come with the SRO's approval."""
DEPENDENCIES = (
    "Wide area network upgrade (Northmarsh), owned by the Networks Team. Common identity, owned by the National "
    "Enabling Programme. Neither has moved since the last report."
)
EQUALITY = "The equality impact assessment was last reviewed by the tri-force People Board; no action is outstanding."


class Form:
    """The form's only table: sections count themselves, and so do the paragraphs within them."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.grid = sheet.table([2.2, 3.6, 2.2, 2.6, 2.8, 4.4])
        self.section = 0

    def open(self, title: str) -> None:
        self.section += 1
        span(self.grid, f"{self.section}.  {title}", bold=True, size=10.5, fill=BAND, color="FFFFFF")

    def parted(self, texts: Sequence[str | None], cuts: Sequence[int], *, head: bool = False) -> list[Any]:
        """A row whose cells take so many of the grid's columns each."""
        cells = self.grid.add_row().cells
        made, at = [], 0
        for text, width in zip(texts, cuts, strict=True):
            cell = cells[at].merge(cells[at + width - 1])
            at += width
            if text is not None:
                write(cell, text, bold=head)
            if head:
                shade(cell, GREY)
            made.append(cell)
        return made

    def numbered(self, texts: Sequence[str]) -> None:
        """One wide cell of paragraphs with typed numbers."""
        cell = span(self.grid, None)
        for place, text in enumerate(texts, start=1):
            line = write(cell, f"{self.section}.{place}\t{text}")
            line.paragraph_format.tab_stops.add_tab_stop(Cm(1.1))
            line.paragraph_format.left_indent, line.paragraph_format.first_line_indent = Cm(1.1), Cm(-1.1)
        if not texts:
            write(cell, "Nil return")


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    sheet = Sheet("Arial", 9, margin_cm=1.6)
    for where in (sheet.header, sheet.footer):
        line = where.paragraphs[0]
        line.alignment = 1
        run(line, MARKING, bold=True, color="C00000")
    para(sheet.body, "Eldershire, Northmarsh and Wendover Vale Police", size=11, color=BAND, centred=True)
    para(
        sheet.body,
        "Joint ICT Directorate – Checkpoint and Highlight Report",
        bold=True,
        size=15,
        centred=True,
    )
    form = Form(sheet)
    _details(form, update)
    ratings = _status(form, update)
    form.open("Summary for the Board")
    write(span(form.grid, None), update.summary)
    activities = [
        *_work(form, "Work completed in this reporting period", "completed", update.done),
        *_work(form, "Work not completed as planned", "missed", update.missed),
        *_work(form, "Work for the next reporting period", "planned", update.planned),
    ]
    milestones = _milestones(form, update)
    risks = _risks(form, update) + _issues(form, update)
    form.open("Dependencies")
    write(span(form.grid, None), DEPENDENCIES)
    finances = _funding(form, update)
    form.open("Equality, privacy and ethics")
    write(span(form.grid, None), EQUALITY)
    form.open("Decisions sought from the Board")
    form.numbered(update.decisions)
    approved = _approval(form, update)
    report = gold.told_report(
        update,
        *("programme", "reference", "sponsor", "manager", "report_date", "start_date"),
        authorised=approved,
        ratings=ratings,
        activities=activities,
        risks=risks,
        milestones=milestones,
        finances=finances,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _details(form: Form, update: Update) -> None:
    project = update.project
    form.open("Details")
    kind, forces = form.parted(["Type of report", None, "Forces", None], [1, 2, 1, 2])[1::2]
    for cell, options in (
        (kind, (("Checkpoint", False), ("Highlight", True))),
        (forces, (("Eldershire", True), ("Northmarsh", True), ("Wendover Vale", True))),
    ):
        for place, (words, ticked) in enumerate(options):
            line = cell.paragraphs[0] if not place else cell.add_paragraph()
            line.paragraph_format.space_after = 0
            tick_box(form.sheet, line, ticked)
            run(line, f" {words}")
    for texts in (
        ("Project title", project.name, "Project ref.", project.reference),
        ("Programme", project.programme, "SRO", project.sponsor),
        ("Project manager", project.manager, "Date started", dates.slashed(project.start)),
        ("Report date", dates.slashed(update.reported), "Period", _span(update)),
    ):
        cells = form.parted(texts, [1, 2, 1, 2])
        for label in cells[::2]:
            shade(label, GREY)


def _span(update: Update) -> str:
    return f"{dates.slashed(update.first_day)} – {dates.slashed(update.last_day)}"


def _status(form: Form, update: Update) -> list[Record]:
    form.open("Status")
    cuts = (2, 1, 1, 2)
    form.parted(["Element", "RAG", "Direction of travel", "Rationale"], cuts, head=True)
    records = []
    for label, key in ELEMENTS.items():
        rated = update.rated[key]
        change = STRENGTH.index(rated.current) - STRENGTH.index(rated.previous or rated.current)
        travel = "Improving" if change > 0 else "Deteriorating" if change < 0 else "Static"
        cells = form.parted([label, None, travel, rated.comment], cuts)
        rate(cells[1], rated.current, rated.current.upper(), bold=True)
        records.append(gold.rating(label, key, rated.current, comment=rated.comment))
    return records


def _work(form: Form, title: str, kind: str, tasks: Sequence[Task]) -> list[Record]:
    form.open(title)
    form.numbered([task.text for task in tasks])
    return [gold.activity(kind, task.text) for task in tasks]


def _milestones(form: Form, update: Update) -> list[Record]:
    """The second date only where the first has moved."""
    form.open("Milestones")
    cuts = (3, 1, 1, 1)
    form.parted(["Milestone", "Original date", "Revised date", "Status"], cuts, head=True)
    records = []
    for item in update.milestones:
        revised = item.forecast if item.forecast != item.baseline else None
        status = "Met" if item.actual else "Slipped" if item.slip else "On target"
        form.parted(
            [item.text, dates.slashed(item.baseline), dates.slashed(revised) if revised else "", status], cuts
        )
        records.append(gold.milestone(item.text, baseline=item.baseline, forecast=revised, status=status))
    return records


def _risks(form: Form, update: Update) -> list[Record]:
    form.open("Principal risks")
    cuts = (1, 1, 1, 1, 1, 1)
    form.parted(["No.", "Risk", "Probability", "Impact", "Risk owner", "Control"], cuts, head=True)
    records = []
    for told in update.of_kind("risk"):
        levels = (LEVELS[told.likelihood or 0], LEVELS[told.impact])
        form.parted([told.reference, told.text, *levels, told.owner, told.response], cuts)
        words = dict(zip(("likelihood", "impact"), levels, strict=True))
        records.append(gold.told_risk(told, "reference", "response", "owner", **words))
    return records


def _issues(form: Form, update: Update) -> list[Record]:
    form.open("Issues")
    cuts = (1, 2, 1, 2)
    form.parted(["No.", "Issue", "Owner", "Action being taken"], cuts, head=True)
    found = [told for told in update.of_kind("issue") if told.status != "Closed"]
    for told in found:
        form.parted([told.reference, told.text, told.owner, told.response], cuts)
    if not found:
        form.parted(["–", "Nil return", "–", "–"], cuts)
    return [gold.told_risk(told, "reference", "response", "owner") for told in found]


def _funding(form: Form, update: Update) -> list[Record]:
    form.open("Funding")
    cuts = (2, 1, 1, 1, 1)
    form.parted(["", "Approved", "Spent to date", "Forecast spend", "Under (-) / over (+)"], cuts, head=True)
    records = []
    for line in update.money:
        amounts = (line.budget, line.actual, line.forecast)
        sign = "+" if line.variance > 0 else "-" if line.variance < 0 else ""
        texts = [line.text, *(f"£{amount:,}.00" for amount in amounts), f"{sign}£{abs(line.variance):,}.00"]
        form.parted(texts, cuts)
        records.append(gold.told_money(line, "budget", "actual", "forecast", "variance"))
    return records


def _approval(form: Form, update: Update) -> bool:
    form.open("Approval")
    approved = update.number % APPROVED_EVERY != 0
    asked, answer = form.parted(["Has the SRO approved this report?", None], [3, 3])
    shade(asked, GREY)
    line = answer.paragraphs[0]
    for words, ticked in (("Yes", approved), ("No", not approved)):
        tick_box(form.sheet, line, ticked)
        run(line, f" {words}     ")
    return approved


FAMILY = Family(
    name="triforce_form",
    organisation="Eldershire, Northmarsh and Wendover Vale Police",
    style="checkpoint and highlight form of a police collaboration's joint ICT directorate",
    tests="one table of numbered sections, typed paragraph numbers in cells, ticked types and forces, nil returns",
    suffix=".docx",
    apart=False,
    projects=("w3a_evidence",),
    render=render,
)
