"""A borough's one-table form: RAG matrix of this and last month, a bar of cells, sections as full-width rows."""

from __future__ import annotations

from typing import Any

from docx.shared import Cm

from samples import dates, gold
from samples.family import Family, Rendered, by_workstream
from samples.gold import Record
from samples.month import Task, Update
from samples.word import Sheet, bullet, para, rate, row, run, shade, span, write

BAND = "D9E2F3"
BAR_CELLS = 20
LABELS = {"Timescale": "schedule", "Budget": "cost", "Risks & Issues": "risk", "OVERALL": "overall"}
AREAS = {"leisure": "Ashdale, Weir and Park", "contact": "All", "bridge": "Sallow"}


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    sheet = Sheet(size=10, margin_cm=1.8)
    para(sheet.body, "Capital and Change Portfolio: monthly highlight report", bold=True, size=13)
    grid = sheet.table([3.6, 3.4, 3.4, 3.4, 3.6])
    authorised = update.number % 4 != 0
    _form(grid, update)
    _matrix(grid, update)
    _bar(sheet, grid, update)
    span(grid, None)
    question = grid.rows[-1].cells[0]
    run(question.paragraphs[0], "Has the executive sponsor agreed this report for issue? ", bold=True)
    run(question.paragraphs[0], "Yes" if authorised else "No")
    activities = _section(
        grid, "Work completed and milestones reached this period:", update.done, "completed"
    )
    intro = (
        "Dates beyond the next period are kept in the project plan, which is held by the Programme Office."
    )
    activities += _section(grid, "Work and milestones due next period:", update.planned, "planned", intro)
    span(grid, "Main risks, issues and barriers:", bold=True, fill=BAND)
    cell = span(grid, "The items below were reviewed by the project team this month.")
    for risk in update.risks:
        bullet(cell, f"{risk.text} – {risk.response}.")
    span(grid, "Recommendations to the Corporate Board:", bold=True, fill=BAND)
    cell = span(grid, None)
    for text in update.decisions or ("N/A",):
        bullet(cell, text)
    report = gold.report(
        project=project.name,
        sponsor=project.sponsor,
        manager=project.manager,
        report_date=update.reported,
        period=dates.iso_month(update.reported),
        start_date=dates.iso_month(project.start),
        end_date=str(project.end.year),
        percent_complete=_filled(update) * 100 // BAR_CELLS,
        authorised=authorised,
        ratings=[
            gold.rating(label, key, update.rated[key].current, update.rated[key].previous)
            for label, key in LABELS.items()
        ],
        activities=activities,
        risks=[gold.risk(None, risk.text, response=f"{risk.response}.") for risk in update.risks],
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _form(grid: Any, update: Update) -> None:
    project = update.project
    for left, label, value in (
        (project.name, "Executive sponsor", project.sponsor),
        (f"Areas served – {AREAS[project.key]}", "Project manager", project.manager),
    ):
        cells = grid.add_row().cells
        write(
            cells[0].merge(cells[2]),
            left,
            bold=left == project.name,
            size=12 if left == project.name else None,
        )
        write(cells[3], label, bold=True)
        write(cells[4], value)
        shade(cells[3], BAND)


def _matrix(grid: Any, update: Update) -> None:
    cells = row(grid, ["", *LABELS], bold=True, fill=BAND)
    for line, look in (("This period", {"bold": True}), ("Last period", {"italic": True})):
        cells = grid.add_row().cells
        write(cells[0], line, **look)
        for cell, key in zip(cells[1:], LABELS.values(), strict=True):
            rated = update.rated[key]
            value = rated.current if line == "This period" else rated.previous
            if value:
                rate(cell, value, value.upper(), bold=line == "This period")
    cells = grid.add_row().cells
    write(cells[0], "Update written on:", bold=True)
    write(cells[1].merge(cells[4]), dates.short(update.reported))
    cells = grid.add_row().cells
    write(cells[0], "Project start date:", bold=True)
    write(cells[1], dates.month_year(update.project.start))
    write(cells[2].merge(cells[3]), "Expected project end:", bold=True)
    write(cells[4], str(update.project.end.year))


def _filled(update: Update) -> int:
    return round(update.percent / 100 * BAR_CELLS)


def _bar(sheet: Sheet, grid: Any, update: Update) -> None:
    cell = span(grid, "Progress to date (0% to 100%)", bold=True)
    bar = cell.add_table(1, BAR_CELLS)
    bar.autofit = False
    for index, part in enumerate(bar.rows[0].cells):
        part.width = Cm(0.8)
        shade(part, "2E5FA3" if index < _filled(update) else "9E2A2B")
    legend = para(cell)
    run(legend, "■ ", color="2E5FA3")
    run(legend, "Done   ")
    run(legend, "■ ", color="9E2A2B")
    run(legend, "Still to do")


def _section(
    grid: Any, title: str, tasks: tuple[Task, ...], kind: str, intro: str | None = None
) -> list[Record]:
    span(grid, title, bold=True, fill=BAND)
    cell = span(grid, intro)
    records = []
    for workstream, group in by_workstream(tasks).items():
        write(cell, workstream, underline=True)
        for task in group:
            bullet(cell, task.text)
            records.append(gold.activity(kind, task.text, workstream))
    return records


FAMILY = Family(
    name="council_form",
    organisation="Harrowmere Borough Council",
    style="one-table form of a borough",
    tests="RAG matrix words and fills, bar of cells, unlabelled project name, workstreams underlined in cells",
    suffix=".docx",
    apart=False,
    projects=("leisure", "contact", "bridge"),
    render=render,
)
