"""Templates that nobody has filled in: prompts, guidance and printed options, no records."""

from __future__ import annotations

from collections.abc import Callable

from samples import gold
from samples.family import Family, Rendered
from samples.month import Update
from samples.word import Sheet, bullet, control, para, row, run, span


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    sheet = Sheet(size=10.5)
    VARIANTS[(update.number - 1) % len(VARIANTS)](sheet)
    run(sheet.footer.paragraphs[0], f"Template version {1 + update.number / 10:.1f}", size=8)
    return Rendered(sheet.save(), (gold.report(project=None),))


def _angled(sheet: Sheet) -> None:
    sheet.heading("Highlight Report", 1)
    grid = sheet.table([5.0, 11.0])
    for label, prompt in (
        ("Project name", "<insert project name>"),
        ("Project sponsor", "<insert name of sponsor>"),
        ("Project manager", "<insert name>"),
        ("Date of report", "<dd/mm/yyyy>"),
        ("Reporting period", "<from> to <to>"),
    ):
        row(grid, [label, prompt])
    for title, prompt in (
        ("Achievements in this period", "<list the main achievements, one bullet for each>"),
        ("Plans for the next period", "<list what will be done and by whom>"),
        ("Risks", "<the three highest risks from your register>"),
    ):
        sheet.heading(title, 2)
        bullet(sheet.body, prompt)


def _controls(sheet: Sheet) -> None:
    para(sheet.body, "Project Status Report", bold=True, size=16)
    for label in ("Project:", "Programme:", "Sponsor:", "Project manager:"):
        line = para(sheet.body)
        run(line, f"{label} ", bold=True)
        control(sheet, line, "Click or tap here to enter text.", placeholder=True)
    line = para(sheet.body)
    run(line, "Report date: ", bold=True)
    control(sheet, line, "Click or tap to enter a date.", placeholder=True)
    grid = sheet.table([4.0, 4.0, 8.0])
    row(grid, ["Area", "RAG", "Comment"], bold=True, fill="EDEDED")
    for label in ("Overall", "Time", "Cost"):
        cells = row(grid, [label, None, None])
        control(sheet, cells[1].paragraphs[0], "Choose an item.", placeholder=True)
        control(sheet, cells[2].paragraphs[0], "Click or tap here to enter text.", placeholder=True)
    para(sheet.body, "Work completed", bold=True)
    control(sheet, para(sheet.body), "Click or tap here to enter text.", placeholder=True)
    para(sheet.body, "Work planned", bold=True)
    control(sheet, para(sheet.body), "Click or tap here to enter text.", placeholder=True)


def _guided(sheet: Sheet) -> None:
    para(sheet.body, "Monthly project update", bold=True, size=16)
    note = "Guidance in italics should be deleted before the report is sent. Keep the report to two pages."
    para(sheet.body, note, italic=True)
    grid = sheet.table([4.2, 4.2, 4.2, 4.2])
    row(grid, ["Project", "", "Ref", ""])
    row(grid, ["Lead", "", "Sponsor", ""])
    row(grid, ["Overall RAG", "Red / Amber / Green", "Previous RAG", "Red / Amber / Green"])
    for title, guidance in (
        ("Completed this month", "[Describe products finished and milestones reached.]"),
        ("Planned next month", "[Describe products to be finished, with dates.]"),
        ("Issues", "[Describe each issue and who is dealing with it.]"),
        ("Decisions required", "[Only where the board must decide.]"),
    ):
        span(grid, title, bold=True, fill="EDEDED")
        span(grid, guidance, italic=True)


def _empty(sheet: Sheet) -> None:
    para(sheet.body, "HIGHLIGHT REPORT", bold=True, size=14, centred=True)
    grid = sheet.table([5.0, 11.0])
    for label in ("Project title", "Project number", "Executive", "Project manager", "Period covered"):
        row(grid, [label, ""])
    for title, columns in (
        ("Milestones", ["Milestone", "Baseline date", "Forecast date", "Status"]),
        ("Risks", ["ID", "Description", "Mitigation", "RAG"]),
    ):
        para(sheet.body, title, bold=True)
        grid = sheet.table([4.0] * 4)
        row(grid, columns, bold=True, fill="EDEDED")
        row(grid, ["1", "", "", ""])
        row(grid, ["2", "TBC", "", ""])
        row(grid, ["", "N/A", "", ""])


VARIANTS: tuple[Callable[[Sheet], None], ...] = (_angled, _controls, _guided, _empty)


def _name(updates: tuple[Update, ...]) -> str:
    return f"highlight-report-template-{updates[0].number:02d}"


FAMILY = Family(
    name="blank_form",
    organisation="several",
    style="templates that nobody has filled in",
    tests="prompts, guidance, printed options and numbered empty rows make no record",
    suffix=".docx",
    apart=False,
    projects=("leisure",),
    render=render,
    file_name=_name,
)
