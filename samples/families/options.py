"""A fire and rescue form that prints every option: the chosen rating highlighted or ticked, boxes for agreement."""

from __future__ import annotations

from typing import Any

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Update
from samples.word import Sheet, bullet, para, row, run, shade, span, tick_box, write

BAND = "F4D7D2"
CHOICES = ("Red", "Amber", "Green")
BY_MARK = {"Overall health": "overall", "Delivery to time": "schedule"}
BY_TICK = {
    "Spend against budget": "cost",
    "Stakeholder support": "stakeholders",
    "Quality of outputs": "quality",
}
MARKS = {"Red": "red", "Amber": "yellow", "Green": "green"}


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    agreed = update.number % 3 != 0
    sheet = Sheet("Tahoma", 10)
    para(sheet.body, "Form PM4: Monthly Project Return", bold=True, size=14)
    para(
        sheet.body,
        "Complete every box. Return to the Programme Office by the third working day.",
        italic=True,
        size=8.5,
    )
    grid = sheet.table([5.4, 3.9, 3.9, 3.9])
    for label, value in (
        ("1. Name of project", project.name),
        ("2. Project sponsor", project.sponsor),
        ("3. Person completing this form (project manager)", project.manager),
        ("4. Return for the month of", dates.month_year(update.first_day)),
        ("5. Date of this return", dates.short(update.reported)),
    ):
        cells = grid.add_row().cells
        write(cells[0], label, bold=True)
        shade(cells[0], BAND)
        write(cells[1].merge(cells[3]), value)
    ratings = _ratings(sheet, grid, update)
    activities: list[Record] = []
    for title, tasks, kind in (
        ("8. Accomplished during the month", update.done, "completed"),
        ("9. To be accomplished in the coming month", update.planned, "planned"),
    ):
        span(grid, title, bold=True, fill=BAND)
        cell = span(grid, None)
        for task in tasks:
            bullet(cell, task.text, style="List Number")
            activities.append(gold.activity(kind, task.text))
    span(grid, "10. Issues affecting delivery (state what is being done)", bold=True, fill=BAND)
    issues = update.of_kind("issue")
    cell = span(grid, None if issues else "N/A")
    for issue in issues:
        bullet(cell, f"{issue.text} – {issue.response}")
    span(grid, "11. Risks", bold=True, fill=BAND)
    cell = span(grid, None)
    for risk in update.of_kind("risk"):
        bullet(cell, f"{risk.text} – {risk.response}")
    cells = grid.add_row().cells
    write(cells[0], "12. Agreed by the sponsor?", bold=True)
    shade(cells[0], BAND)
    line = cells[1].merge(cells[3]).paragraphs[0]
    for word, checked in (("Yes", agreed), ("No", not agreed)):
        tick_box(sheet, line, checked)
        run(line, f" {word}    ")
    report = gold.report(
        project=project.name,
        sponsor=project.sponsor,
        manager=project.manager,
        report_date=update.reported,
        period=update.period,
        authorised=agreed,
        ratings=ratings,
        activities=activities,
        risks=[
            gold.risk(risk.kind, risk.text, response=risk.response)
            for risk in (*issues, *update.of_kind("risk"))
        ],
    )
    return Rendered(sheet.save(), (report,))


def _chosen(value: str) -> str:
    return "Green" if value == "Blue" else value


def _ratings(sheet: Sheet, grid: Any, update: Update) -> list[Record]:
    records = []
    span(grid, "6. Health (highlight one)", bold=True, fill=BAND)
    for label, key in BY_MARK.items():
        chosen = _chosen(update.rated[key].current)
        cells = grid.add_row().cells
        write(cells[0], label)
        line = cells[1].merge(cells[3]).paragraphs[0]
        for position, choice in enumerate(CHOICES):
            run(line, " / " if position else "")
            picked = choice == chosen
            run(line, choice, bold=picked, highlight=MARKS[choice] if picked else None)
        records.append(gold.rating(label, key, chosen))
    span(grid, "7. Further measures (tick one in each line)", bold=True, fill=BAND)
    row(grid, ["", *CHOICES], bold=True, centred=True)
    for label, key in BY_TICK.items():
        chosen = _chosen(update.rated[key].current)
        cells = grid.add_row().cells
        write(cells[0], label)
        for cell, choice in zip(cells[1:], CHOICES, strict=True):
            tick_box(sheet, cell.paragraphs[0], choice == chosen)
        records.append(gold.rating(label, key, chosen))
    return records


FAMILY = Family(
    name="options",
    organisation="Estuary Fire and Rescue Service",
    style="numbered form that prints all options",
    tests="chosen option highlighted or ticked, check box controls, numbered labels, numbered lists in cells",
    suffix=".docx",
    apart=False,
    projects=("control", "bridge", "leisure"),
    render=render,
)
