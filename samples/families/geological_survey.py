"""A geological survey's monthly return: ticks under three levels, work told in paragraphs, staff days, euros."""

from __future__ import annotations

from typing import Any

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Task, Update, with_total
from samples.retelling import retold
from samples.story import tell
from samples.word import COLOURS, Sheet, page_number, para, row, run, shade, write
from samples.word_fields import date_picker, drop_down, text_field

OCHRE, STONE = "8A5A19", "EFE7DA"
NAME, PROGRAMME, REFERENCE = "Farm Groundwater Grants Online", "National Groundwater", "GSI-P-2214"
LEVELS = {"Green": "On target (Green)", "Amber": "Minor deviation (Amber)", "Red": "Major deviation (Red)"}
TICK = "✓"
LABELS = {
    "Timetable": "schedule",
    "Expenditure": "cost",
    "Staffing": "resources",
    "Data quality": "quality",
    "Overall": "overall",
}
AREAS = ("Geohazards", "Geochemistry", "Marine and Coastal", "Groundwater")
STAFF = (("Geologists", 22, 19), ("Data scientists", 31, 34), ("Cartographers", 8, 8))
NOTES = "Complete sections 1 to 11 and return to the Programme Office by the last working day of the month."


def gather(number: int) -> tuple[Update, ...]:
    """A story of payments online under the name of a survey's grant scheme, in euros."""
    facts = {"name": NAME, "programme": PROGRAMME, "reference": REFERENCE}
    return (retold(tell("grants", number), {"£": "€"}, **facts),)


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    sheet = Sheet("Cambria", 10.5, margin_cm=2.0)
    run(
        sheet.header.paragraphs[0],
        "Geological Survey of Inishmore\t\tForm PO-3 Rev. 5 (2019)",
        size=9,
        color=OCHRE,
    )
    page_number(sheet.footer.paragraphs[0])
    para(sheet.body, "Monthly Project Return", bold=True, size=18, color=OCHRE)
    para(sheet.body, NOTES, italic=True, size=9)
    _identification(sheet, update)
    sheet.heading("2. Project lead's statement", 3)
    para(sheet.body, update.summary)
    ratings = _levels(sheet, update)
    activities = _told(sheet, "4. Work completed this month", "completed", update.done)
    activities += _told(sheet, "5. Work planned for this month but not completed", "missed", update.missed)
    activities += _told(sheet, "6. Work planned for next month", "planned", update.planned)
    milestones = _outputs(sheet, update)
    finances = _resources(sheet, update)
    risks = _risks(sheet, update)
    sheet.heading("11. Approvals requested from the Programme Board", 3)
    for text in update.decisions or ("None",):
        para(sheet.body, text)
    report = gold.told_report(
        update,
        *(
            "programme",
            "reference",
            "sponsor",
            "manager",
            "report_date",
            "start_date",
            "end_date",
            "percent_complete",
        ),
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        finances=finances,
        risks=risks,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _headed(sheet: Sheet, widths: list[float], heads: list[str]) -> Any:
    grid = sheet.table(widths)
    row(grid, heads, bold=True, fill=STONE, size=9.5)
    return grid


def _identification(sheet: Sheet, update: Update) -> None:
    """Labels beside controls: chosen, dated, typed, and one that nobody has filled in."""
    sheet.heading("1. Identification", 3)
    project = update.project
    grid = sheet.table([5.2, 11.8])
    for label, value in (
        ("Project title", project.name),
        ("Project number", project.reference),
        ("Programme", project.programme),
        ("Project lead", project.manager),
        ("Project sponsor", project.sponsor),
        ("Month of return", dates.month_year(update.first_day)),
        ("Start date", dates.long(project.start)),
        ("Finish date", dates.long(project.end)),
        ("Estimated completion (%)", str(update.percent)),
        ("External partner", None),
    ):
        text_field(sheet, _label(grid, label), value)
    area, day = (_label(grid, label) for label in ("Business area", "Date of return"))
    drop_down(sheet, area, AREAS, AREAS[-1])
    date_picker(sheet, day, update.reported, dates.slashed(update.reported))


def _label(grid: Any, label: str) -> Any:
    """A row's label on its fill; returns the paragraph for the control beside it."""
    cells = row(grid, [label, None])
    shade(cells[0], STONE)
    return cells[1].paragraphs[0]


def _levels(sheet: Sheet, update: Update) -> list[Record]:
    """A tick beneath the level that applies; an explanation beside every one of them."""
    sheet.heading("3. Status of the project", 3)
    grid = sheet.table([2.7, 2.5, 2.5, 2.5, 6.8])
    heads = row(grid, ["Indicator", *LEVELS.values(), "Explanation"], bold=True, size=9)
    for cell, colour in zip(heads[1:4], LEVELS, strict=True):
        shade(cell, COLOURS[colour])
    records = []
    for label, key in LABELS.items():
        rated = update.rated[key]
        cells = row(grid, [label, None, None, None, rated.comment], size=9.5)
        write(cells[1 + list(LEVELS).index(rated.current)], TICK, bold=True, centred=True)
        records.append(gold.rating(label, key, rated.current, comment=rated.comment))
    return records


def _told(sheet: Sheet, title: str, kind: str, tasks: tuple[Task, ...]) -> list[Record]:
    """A paragraph for each piece of work, without any sign before it."""
    sheet.heading(title, 3)
    for text in [task.text for task in tasks] or ["None"]:
        para(sheet.body, text)
    return [gold.activity(kind, task.text) for task in tasks]


def _outputs(sheet: Sheet, update: Update) -> list[Record]:
    sheet.heading("7. Milestones and outputs", 3)
    heads = ["No.", "Milestone", "Original date", "Revised date", "Status"]
    grid = _headed(sheet, [1.2, 7.2, 2.9, 2.9, 2.8], heads)
    records = []
    for place, item in enumerate(update.milestones, start=1):
        shown = [dates.slashed(item.baseline), dates.slashed(item.forecast), item.status]
        row(grid, [f"O{place}", item.text, *shown], size=9.5)
        records.append(gold.told_milestone(item, "baseline", "forecast", "status"))
    return records


def _resources(sheet: Sheet, update: Update) -> list[Record]:
    """Money in euros, then the days planned and worked by grade, which are no money."""
    sheet.heading("8. Expenditure (€)", 3)
    heads = ["Subhead", "Allocation", "Expenditure to date", "Projected outturn"]
    grid = _headed(sheet, [6.5, 3.4, 3.7, 3.4], heads)
    records = []
    for line in with_total(update):
        sums = (line.budget, line.actual, line.forecast)
        row(grid, [line.text, *(f"{amount:,}" for amount in sums)], bold=line.text == "Total", size=9.5)
        records.append(gold.told_money(line, "budget", "actual", "forecast") | {"currency": "EUR"})
    sheet.heading("9. Staff days this month", 3)
    grid = _headed(sheet, [6.5, 3.4, 3.7], ["Grade", "Days planned", "Days worked"])
    for grade, planned, worked in STAFF:
        row(grid, [grade, str(planned), str(worked)], size=9.5)
    return records


def _risks(sheet: Sheet, update: Update) -> list[Record]:
    """Sentences; issues have a paragraph each."""
    sheet.heading("10. Risks and issues", 3)
    records = []
    for title, kind in (("Risks", "risk"), ("Issues", "issue")):
        para(sheet.body, title, bold=True).paragraph_format.keep_with_next = True
        texts = [risk.sentence if kind == "risk" else f"{risk.text}." for risk in update.of_kind(kind)]
        for text in texts or ["None"]:
            para(sheet.body, text)
        records += [gold.risk(kind, text) for text in texts]
    return records


FAMILY = Family(
    name="geological_survey",
    organisation="Geological Survey of Inishmore",
    style="monthly return of a government geological survey",
    tests="ticks beneath three levels, controls in a form, work and risks as plain paragraphs, staff days, euros",
    suffix=".docx",
    apart=False,
    projects=("grants",),
    render=render,
    gather=gather,
)
