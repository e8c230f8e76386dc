"""A hospital's capital scheme kept as a workbook and printed: five sheets, grey labels, gridlines."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import date
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Update, with_total
from samples.word import STAMP, ZIP_STAMP

LABELS = {
    "Overall": "overall", "Programme": "schedule", "Cost": "cost", "Quality / technical": "quality",
    "Scope": "scope", "Clinical and site users": "stakeholders",
}  # fmt: skip
PAINT = {"Green": "92D050", "Amber": "FFC000", "Red": "FF0000", "Blue": "00B0F0"}
GREY, HEAD = "D9D9D9", "1F4E79"
WORSE = {"Green": 0, "Amber": 1, "Red": 2}
DAY, MONEY = "DD/MM/YYYY", "#,##0;[Red](#,##0);0"
SIDE = Side("thin", color="808080")
THIN = Border(left=SIDE, right=SIDE, top=SIDE, bottom=SIDE)


class Printed:
    """One sheet in the making: its title on top, wide page, one page across."""

    def __init__(self, book: Any, title: str, heading: str, widths: Sequence[float], *, lines: bool) -> None:
        self.sheet = book.create_sheet(title)
        for number, width in enumerate(widths):
            self.sheet.column_dimensions["ABCDEFGHIJ"[number]].width = width
        self.columns, self.lines, self.line = len(widths), lines, 0
        setup = self.sheet.page_setup
        setup.orientation, setup.paperSize, setup.fitToWidth, setup.fitToHeight = "landscape", 9, 1, 0
        self.sheet.sheet_properties.pageSetUpPr.fitToPage = True
        self.sheet.print_options.gridLines = not lines
        self.sheet.oddFooter.left.text, self.sheet.oddFooter.right.text = "&A", "Page &P of &N"
        self.band(heading, size=14)

    def band(self, text: str, size: int = 11) -> None:
        """A line of its own across all columns."""
        self.line += 1
        cell = self.sheet.cell(self.line, 1, text)
        cell.font = Font(name="Liberation Sans", size=size, bold=True, color=HEAD)
        self.sheet.row_dimensions[self.line].height = size * 1.5
        self.sheet.merge_cells(
            start_row=self.line, end_row=self.line, start_column=1, end_column=self.columns
        )

    def row(self, values: Sequence[Any], *, head: bool = False, labels: Sequence[int] = ()) -> list[Any]:
        """Append cells; long texts make the row as high as they need."""
        self.line += 1
        cells = [self.sheet.cell(self.line, number, value) for number, value in enumerate(values, start=1)]
        tall = 1
        for number, (cell, value) in enumerate(zip(cells, values, strict=True)):
            strong = head or number in labels
            cell.font = Font(
                name="Liberation Sans", size=10, bold=strong, color="FFFFFF" if head else "000000"
            )
            centred = isinstance(value, int | date) or (isinstance(value, str) and len(value) == 1)
            cell.alignment = Alignment("center" if centred else None, "top", wrap_text=True)
            if head or number in labels:
                cell.fill = PatternFill("solid", fgColor=HEAD if head else GREY)
            if self.lines:
                cell.border = THIN
            if isinstance(value, date):
                cell.number_format = DAY
            width = self.sheet.column_dimensions["ABCDEFGHIJ"[number]].width
            tall = max(tall, -(-len(str(value or "")) // int(width * 1.02)))
        self.sheet.row_dimensions[self.line].height = 13.5 * tall
        if head:
            self.sheet.print_title_rows = f"{self.line}:{self.line}"
        return cells

    def gap(self) -> None:
        self.line += 1


def _fill(cell: Any, colour: str | None) -> None:
    if colour:
        cell.fill = PatternFill("solid", fgColor=PAINT[colour])
        cell.alignment = Alignment("center", "top")


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    book: Any = Workbook()
    book.remove(book.active)
    ratings = _summary(book, update)
    report = gold.told_report(
        update,
        *(
            "reference",
            "programme",
            "sponsor",
            "manager",
            "report_date",
            "start_date",
            "end_date",
            "percent_complete",
        ),
        ratings=ratings,
        activities=_actions(book, update),
        risks=_raid(book, update),
        milestones=_milestones(book, update),
        finances=_cost(book, update),
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(_saved(book), (report,))


def _saved(book: Any) -> bytes:
    """The file's bytes with a fixed time for each part and in its properties, which saving sets to now."""
    raw, packed = io.BytesIO(), io.BytesIO()
    book.save(raw)
    stamp = STAMP.isoformat().encode()
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"(?<=>)\d{4}-\d\d-\d\dT[\d:]+(?=Z<)", stamp, content)
            target.writestr(zipfile.ZipInfo(name, ZIP_STAMP), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _summary(book: Any, update: Update) -> list[Record]:
    project = update.project
    sheet = Printed(book, "1 Summary", "Capital Scheme Monthly Return", (24, 12, 12, 9, 30, 50), lines=True)
    pairs: tuple[tuple[str, Any, str, Any], ...] = (
        ("Scheme", project.name, "Scheme ref", project.reference),
        ("Programme", project.programme, "Reporting month", dates.month_year(update.first_day)),
        ("SRO", project.sponsor, "Report date", update.reported),
        ("Project manager", project.manager, "% complete", update.percent / 100),
        ("Start date", project.start, "Completion date", project.end),
    )
    for label, value, other, second in pairs:
        cells = sheet.row([label, value, "", "", other, second], labels=(0, 4))
        sheet.sheet.merge_cells(start_row=sheet.line, end_row=sheet.line, start_column=2, end_column=4)
        sheet.sheet.row_dimensions[sheet.line].height = 27 if len(str(value)) > 32 else 14
        for cell in (cells[1], cells[5]):
            cell.alignment = Alignment("left", "top", wrap_text=True)
            if isinstance(cell.value, float):
                cell.number_format = "0%"
    sheet.gap()
    sheet.band("Executive summary")
    sheet.row([update.summary, *[""] * 5])
    sheet.sheet.merge_cells(start_row=sheet.line, end_row=sheet.line, start_column=1, end_column=6)
    sheet.sheet.row_dimensions[sheet.line].height = 30
    sheet.gap()
    sheet.band("RAG status")
    sheet.row(["Area", "Last month", "This month", "Trend", "Comment", ""], head=True)
    sheet.sheet.merge_cells(start_row=sheet.line, end_row=sheet.line, start_column=5, end_column=6)
    sheet.sheet.print_title_rows = None
    records = []
    for label, key in LABELS.items():
        rated = update.rated[key]
        steps = WORSE[rated.current] - WORSE[rated.previous] if rated.previous else 0
        trend = "▼" if steps > 0 else "▲" if steps < 0 else "►"
        before = rated.previous[0] if rated.previous else ""
        cells = sheet.row([label, before, rated.current[0], trend, rated.comment, ""], labels=(0,))
        sheet.sheet.merge_cells(start_row=sheet.line, end_row=sheet.line, start_column=5, end_column=6)
        sheet.sheet.row_dimensions[sheet.line].height = 14 if len(rated.comment) < 78 else 27
        _fill(cells[1], rated.previous)
        _fill(cells[2], rated.current)
        records.append(gold.rating(label, key, rated.current, rated.previous, rated.comment))
    sheet.gap()
    sheet.band("Decisions required from Capital Planning Group")
    for number, text in enumerate(update.decisions or ("None",), start=1):
        sheet.row([f"{number}. {text}" if update.decisions else text, *[""] * 5])
        sheet.sheet.merge_cells(start_row=sheet.line, end_row=sheet.line, start_column=1, end_column=6)
        sheet.sheet.row_dimensions[sheet.line].height = 14
    return records


def _actions(book: Any, update: Update) -> list[Record]:
    """Three blocks in one sheet of gridlines; each has its band."""
    sheet = Printed(book, "2 Progress", "Progress", (20, 62, 22, 13), lines=False)
    records = []
    sheet.row(["Workstream", "Item", "Lead", "Date"], head=True)
    for kind, title, tasks in (
        ("completed", "Completed this month", update.done),
        ("missed", "Due this month but not completed", update.missed),
        ("planned", "Planned for next month", update.planned),
    ):
        sheet.band(title)
        for task in tasks:
            sheet.row([task.workstream, task.text, task.owner, task.due])
            record = gold.activity(kind, task.text, task.workstream, task.owner, task.due)
            if dates.named_deadline(task.text):
                del record["due"]
            records.append(record)
        if not tasks:
            sheet.row(["", "None", "", ""])
    return records


def _raid(book: Any, update: Update) -> list[Record]:
    widths = (6, 8, 34, 11, 8, 7, 34, 17, 9)
    sheet = Printed(book, "3 RAID log", "Risks and issues", widths, lines=True)
    head = (
        "Ref",
        "Type",
        "Description",
        "Likelihood",
        "Impact",
        "Score",
        "Mitigation / action",
        "Owner",
        "Status",
    )
    sheet.row(head, head=True)
    records = []
    for told in update.risks:
        kind = told.kind.capitalize()
        chance, score = told.likelihood or "", told.score or ""
        cells = sheet.row(
            [
                told.reference,
                kind,
                told.text,
                chance,
                told.impact,
                score,
                told.response,
                told.owner,
                told.status,
            ]
        )
        words = {"impact": str(told.impact)}
        if told.score:
            _fill(cells[5], told.rating)
            words |= {"likelihood": str(told.likelihood), "score": str(told.score), "rating": told.rating}
        records.append(gold.told_risk(told, "reference", "response", "owner", "status", **words))
    return records


def _milestones(book: Any, update: Update) -> list[Record]:
    sheet = Printed(book, "4 Milestones", "Milestones", (50, 15, 15, 15, 13, 8), lines=True)
    sheet.row(["Milestone", "Baseline", "Forecast", "Actual", "Slip (days)", "RAG"], head=True)
    records = []
    for item in update.milestones:
        forecast = None if item.actual else item.forecast
        cells = sheet.row([item.text, item.baseline, forecast, item.actual, item.slip, item.rating[0]])
        _fill(cells[5], item.rating)
        records.append(
            gold.milestone(
                item.text, baseline=item.baseline, forecast=forecast, actual=item.actual, rating=item.rating
            )
        )
    return records


def _cost(book: Any, update: Update) -> list[Record]:
    sheet = Printed(book, "5 Cost plan", "Cost plan (£)", (44, 18, 18, 18, 18), lines=False)
    sheet.row(["Cost heading", "Approved budget", "Spend to date", "Forecast outturn", "Variance"], head=True)
    records = []
    for line in with_total(update):
        total = (0,) if line.text == "Total" else ()
        cells = sheet.row([line.text, line.budget, line.actual, line.forecast, line.variance], labels=total)
        for cell in cells[1:]:
            cell.number_format, cell.alignment = MONEY, Alignment("right", "top")
        records.append(gold.told_money(line, "budget", "actual", "forecast", "variance"))
    return records


FAMILY = Family(
    name="sheet_print",
    organisation="Brindley and Moss Hospitals NHS Trust",
    style="a hospital's capital return kept as a workbook and printed",
    tests="printed sheets: merged cells, gridlines without borders, bands between rows, B for complete, red brackets",
    suffix=".pdf",
    apart=False,
    projects=("w2a_theatres",),
    render=render,
    office=True,
    source=".xlsx",
)
