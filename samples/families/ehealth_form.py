"""A Scottish health board's digital directorate: an old protected form, its work plan told by a column of states."""

from __future__ import annotations

from docx.shared import Cm

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Rated, Risk, Update
from samples.word import Sheet, page_number, para, row, run
from samples.word_fields import form_check, form_choice, form_text
from samples.word_review import field, footnote

SLATE = "D6DCE4"
STATES = ("(choose)", "Green", "Amber", "Red", "Complete")
PROGRESS = ("(choose)", "Not started", "In progress", "Complete")
LABELS = {
    "Overall": "overall",
    "Time": "schedule",
    "Finance": "cost",
    "Quality": "quality",
    "Clinical engagement": "stakeholders",
}
PHASES = ("Start-up", "Procurement", "Implementation", "Closure")
ASKS = 3
"""Lines that the form has for requests, whether they are used or not."""
MATRIX = "Scored on the Board's five by five matrix, where 1 is rare or negligible and 5 is almost certain or extreme."


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    sheet = Sheet("Arial", 10, margin_cm=2.0)
    run(sheet.header.paragraphs[0], "NHS Glenmorar\t\teHealth Directorate", bold=True, size=9)
    foot = sheet.footer.paragraphs[0]
    run(foot, "Form EH7 issue 4 (March 2009)    Printed ", size=8)
    field(foot, 'PRINTDATE \\@ "dd/MM/yyyy"', dates.slashed(update.next_month.replace(day=9)))
    run(foot, "    Page ", size=8)
    page_number(foot)
    para(sheet.body, "eHealth Project Status Report", bold=True, size=15, centred=True)
    _details(sheet, update)
    ratings = _health(sheet, update)
    activities = _work_plan(sheet, update)
    risks = [
        *_register(sheet, "Section D: Issues", "What has happened", update.of_kind("issue")),
        *_register(sheet, "Section E: Risks", "What might happen", update.of_kind("risk")),
    ]
    _section(sheet, "Section F: Requests to the eHealth Programme Board")
    grid = sheet.table([1.0, 16.0])
    for place in range(ASKS):
        cells = row(grid, [f"{place + 1}.", None])
        form_text(sheet, cells[1].paragraphs[0], "".join(update.decisions[place : place + 1]))
    _section(sheet, "Section G: Approval")
    line = para(sheet.body)
    agreed = update.number % 2 == 1
    run(line, "Has the Senior Responsible Officer approved this report?   ")
    for word, checked in (("Yes", agreed), ("No", not agreed)):
        run(line, f"{word} ")
        form_check(sheet, line, checked)
        run(line, "     ")
    report = gold.told_report(
        update,
        *("reference", "sponsor", "manager", "report_date", "start_date", "end_date", "percent_complete"),
        authorised=agreed,
        ratings=ratings,
        activities=activities,
        risks=risks,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _section(sheet: Sheet, title: str) -> None:
    gap = para(sheet.body)
    gap.paragraph_format.space_after = Cm(0)
    row(sheet.table([17.0]), [title], bold=True, fill=SLATE)


def _details(sheet: Sheet, update: Update) -> None:
    """Two labelled fields in a line, parted by tabs."""
    project = update.project
    _section(sheet, "Section A: Project details")
    for pairs in (
        (("Project name", project.name),),
        (("Project number", project.reference), ("Date of this report", dates.slashed(update.reported))),
        (("Senior Responsible Officer", project.sponsor),),
        (("Project manager", project.manager),),
        (("Clinical safety lead", ""), ("Supplier", "")),
        (("Start date", dates.slashed(project.start)), ("Planned end date", dates.slashed(project.end))),
    ):
        line = para(sheet.body)
        line.paragraph_format.tab_stops.add_tab_stop(Cm(9.0))
        for place, (label, value) in enumerate(pairs):
            run(line, "\t" if place else "")
            run(line, f"{label}: ", bold=True)
            form_text(sheet, line, value)
    line = para(sheet.body)
    run(line, "Period covered: ", bold=True)
    run(line, "from ")
    form_text(sheet, line, dates.slashed(update.first_day))
    run(line, " to ")
    form_text(sheet, line, dates.slashed(update.last_day))
    line = para(sheet.body)
    run(line, "Phase: ", bold=True)
    for phase in PHASES:
        form_check(sheet, line, phase == "Implementation")
        run(line, f" {phase}    ")
    line = para(sheet.body)
    run(line, "Estimated percentage complete: ", bold=True)
    form_text(sheet, line, str(update.percent))
    run(line, " %")


def _choice(value: str | None) -> str:
    return STATES[0] if value is None else "Complete" if value == "Blue" else value


def _health(sheet: Sheet, update: Update) -> list[Record]:
    """Areas as columns, this report above the one before; the reason for the overall state stands below."""
    _section(sheet, "Section B: Project health")
    grid = sheet.table([3.5, *[2.7] * 5])
    row(grid, ["", *LABELS], bold=True, size=9)
    told: list[Rated] = [update.rated[key] for key in LABELS.values()]
    for title, values in (
        ("This report", [rated.current for rated in told]),
        ("Previous report", [rated.previous for rated in told]),
    ):
        cells = row(grid, [title, *[None] * len(told)], size=9)
        for cell, value in zip(cells[1:], values, strict=True):
            form_choice(sheet, cell.paragraphs[0], STATES, _choice(value))
    line = para(sheet.body)
    run(line, "Summary: ", bold=True)
    form_text(sheet, line, update.summary)
    return [
        gold.rating(label, rated.dimension, rated.current, rated.previous)
        for label, rated in zip(LABELS, told, strict=True)
    ]


def _work_plan(sheet: Sheet, update: Update) -> list[Record]:
    _section(sheet, "Section C: Work plan")
    grid = sheet.table([8.6, 3.4, 2.4, 2.6])
    row(grid, ["Activity", "Lead", "Target date", "Status"], bold=True, size=9)
    begun = {task.text for task in update.missed}
    lines = [(task, "Complete", "completed") for task in update.done]
    lines += [(task, "In progress", "in-progress") for task in update.planned if task.text in begun]
    lines += [(task, "Not started", "planned") for task in update.planned if task.text not in begun]
    records = []
    for task, state, kind in lines:
        cells = row(grid, [None, None, None, None])
        for cell, text in zip(cells, (task.text, task.owner, dates.short(task.due)), strict=False):
            form_text(sheet, cell.paragraphs[0], text)
        form_choice(sheet, cells[3].paragraphs[0], PROGRESS, state)
        records.append(gold.activity(kind, task.text, owner=task.owner, due=task.due))
    return records


def _register(sheet: Sheet, title: str, head: str, found: tuple[Risk, ...]) -> list[Record]:
    """A register; one row of empty fields where there is nothing to tell."""
    _section(sheet, title)
    grid = sheet.table([1.2, 5.6, 5.2, 1.5, 1.5, 2.0])
    cells = row(grid, ["No.", head, "Action taken", "L", "I", "Status"], bold=True, size=9)
    if head == "What might happen":
        footnote(sheet, cells[3].paragraphs[0], MATRIX)
    records = []
    for risk in found:
        likelihood = "" if risk.likelihood is None else str(risk.likelihood)
        texts = (risk.reference, risk.text, risk.response, likelihood, str(risk.impact), risk.status)
        for cell, text in zip(row(grid, [None] * 6), texts, strict=True):
            form_text(sheet, cell.paragraphs[0], text)
        levels = {"likelihood": likelihood} if likelihood else {}
        records.append(
            gold.told_risk(risk, "reference", "response", "status", impact=str(risk.impact), **levels)
        )
    if not found:
        for cell in row(grid, [None] * 6):
            form_text(sheet, cell.paragraphs[0], "")
    return records


FAMILY = Family(
    name="ehealth_form",
    organisation="NHS Glenmorar",
    style="protected form of a health board, lettered sections",
    tests="states of work known only by their number, areas as columns, empty fields, a date of printing, footnotes",
    suffix=".docx",
    apart=False,
    projects=("prescribing", "homefirst"),
    render=render,
)
