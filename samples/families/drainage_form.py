"""A drainage board's protected form: text fields, lists that hold only a number, and tick boxes of the old kind."""

from __future__ import annotations

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Update
from samples.word import Sheet, bullet, page_number, para, row, run, shade, write
from samples.word_fields import form_check, form_choice, form_text
from samples.word_notes import plain_field

GREEN = "D5E3CF"
AREAS = {
    "Timetable": "schedule",
    "Budget": "cost",
    "Staffing": "resources",
    "Partners": "stakeholders",
    "Overall": "overall",
}
CHOICES = ("Please choose", "Green", "Amber", "Red", "Blue")
LEVELS = ("-", "Low", "Medium", "High")


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    sheet = Sheet("Times New Roman", 11, margin_cm=2.2)
    run(sheet.header.paragraphs[0], "Lower Withen Internal Drainage Board", bold=True, size=13)
    foot = sheet.footer.paragraphs[0]
    run(foot, "Form IDB/7 – last saved ")
    plain_field(foot, 'SAVEDATE \\@ "d MMMM yyyy"', dates.long(update.next_month))
    run(foot, " – page ")
    page_number(foot)
    para(sheet.body, "PROJECT HIGHLIGHT REPORT", bold=True, size=14, centred=True)
    para(
        sheet.body,
        "Fill in the grey fields only; use the tab key to move from field to field.",
        italic=True,
        size=9,
    )
    _particulars(sheet, update)
    ratings = _health(sheet, update)
    activities: list[Record] = []
    for title, tasks, kind in (
        ("C. Work done since the last report", update.done, "completed"),
        ("D. Work planned before the next report", update.planned, "planned"),
    ):
        para(sheet.body, title, bold=True, size=12)
        for task in tasks:
            line = bullet(sheet.body, "")
            form_text(sheet, line, task.text)
            activities.append(gold.activity(kind, task.text))
    risks = _risks(sheet, update)
    report = gold.report(
        project=project.name,
        reference=project.reference,
        sponsor=project.sponsor,
        manager=project.manager,
        report_date=update.reported,
        period=update.period,
        authorised=_agreed(update),
        ratings=ratings,
        activities=activities,
        risks=risks,
    )
    return Rendered(sheet.save(), (report,))


def _particulars(sheet: Sheet, update: Update) -> None:
    project = update.project
    para(sheet.body, "A. Particulars", bold=True, size=12)
    grid = sheet.table([5.5, 11.0])
    for label, value in (
        ("Name of project", project.name),
        ("Project reference", project.reference),
        ("Project sponsor", project.sponsor),
        ("Project manager", project.manager),
        ("Month reported on", dates.month_year(update.first_day)),
        ("Date of this report", dates.slashed(update.reported)),
    ):
        cells = row(grid, [label, None])
        shade(cells[0], GREEN)
        form_text(sheet, cells[1].paragraphs[0], value)
    cells = row(grid, ["Approved by sponsor", None])
    shade(cells[0], GREEN)
    line = cells[1].paragraphs[0]
    for word, ticked in (("Yes", _agreed(update)), ("No", not _agreed(update))):
        form_check(sheet, line, ticked)
        run(line, f" {word}   ")


def _agreed(update: Update) -> bool:
    return update.number % 3 != 1


def _health(sheet: Sheet, update: Update) -> list[Record]:
    para(sheet.body, "B. State of the project", bold=True, size=12)
    grid = sheet.table([5.5, 3.0, 8.0])
    row(grid, ["Aspect", "Status", "Remarks"], bold=True, fill=GREEN)
    records = []
    for label, key in AREAS.items():
        rated = update.rated[key]
        cells = row(grid, [label, None, None])
        form_choice(sheet, cells[1].paragraphs[0], CHOICES, rated.current)
        form_text(sheet, cells[2].paragraphs[0], rated.comment)
        records.append(gold.rating(label, key, rated.current, None, rated.comment))
    return records


def _risks(sheet: Sheet, update: Update) -> list[Record]:
    para(sheet.body, "E. Risks", bold=True, size=12)
    grid = sheet.table([1.4, 5.3, 2.6, 2.0, 5.2])
    row(
        grid,
        ["No.", "What might happen", "Likelihood", "Impact", "What is being done"],
        bold=True,
        fill=GREEN,
    )
    records = []
    for risk in update.of_kind("risk"):
        impact = (risk.impact + 1) // 2
        likelihood = ((risk.likelihood or 1) + 1) // 2
        cells = row(grid, [risk.reference, None, None, None, None])
        form_text(sheet, cells[1].paragraphs[0], f"{risk.text}.")
        form_choice(sheet, cells[2].paragraphs[0], LEVELS, LEVELS[likelihood])
        form_choice(sheet, cells[3].paragraphs[0], LEVELS, LEVELS[impact])
        form_text(sheet, cells[4].paragraphs[0], f"{risk.response}.")
        record = gold.risk("risk", f"{risk.text}.", reference=risk.reference, response=f"{risk.response}.")
        # The words of a list stand in the form's settings and not in its text, where a test looks for gold.
        del record["likelihood"], record["impact"]
        records.append(record)
    if not records:
        write(grid.add_row().cells[1], "None at present")
    return records


FAMILY = Family(
    name="drainage_form",
    organisation="Lower Withen Internal Drainage Board",
    style="protected form of the old kind",
    tests="text fields, lists that hold a number, tick boxes, a date of saving that is nobody's, guidance at the top",
    suffix=".docx",
    apart=False,
    projects=("bridge",),
    render=render,
)
