"""A police force's form: bullets in cells, blockers, marking and report date in the header, tracked changes."""

from __future__ import annotations

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Task, Update
from samples.word import Sheet, bullet, deleted, inserted, para, rate, row, run, shade, write

BLUE = "1F3864"
LABELS = {
    "Time": "schedule",
    "Cost": "cost",
    "Resources": "resources",
    "Benefits": "benefits",
    "Overall": "overall",
}
STRUCK = "Visit the reserve site with the fire service"
HIDDEN = "Note to self: check the rota before issue"


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    sheet = Sheet(size=10, margin_cm=1.8)
    run(sheet.header.paragraphs[0], "RESTRICTED", bold=True, color="C00000")
    para(sheet.header, f"Project highlight report\tReport date: {dates.slashed(update.reported)}", size=9)
    run(sheet.footer.paragraphs[0], "RESTRICTED", bold=True, color="C00000")
    grid = sheet.table([4.2, 13.0])
    for label, value in (
        ("Project title", project.name),
        ("Project reference", project.reference),
        ("Senior user", project.department),
        ("Project executive", project.sponsor),
        ("Project manager", project.manager),
        ("Month", dates.month_dash(update.first_day)),
    ):
        cells = row(grid, [None, value])
        write(cells[0], label, bold=True, color="FFFFFF")
        shade(cells[0], BLUE)
    para(sheet.body)
    grid = sheet.table([3.44] * 5)
    row(grid, list(LABELS), bold=True, fill="D9D9D9", centred=True)
    cells = grid.add_row().cells
    for cell, key in zip(cells, LABELS.values(), strict=True):
        rate(cell, update.rated[key].current, update.rated[key].letter, bold=True)
    para(sheet.body, "R – red, A – amber, G – green, B – complete", size=8)
    activities, risks = _sections(sheet, update)
    para(sheet.body, HIDDEN, hidden=True)
    report = gold.report(
        project=project.name,
        reference=project.reference,
        sponsor=project.sponsor,
        manager=project.manager,
        report_date=update.reported,
        period=update.period,
        ratings=[gold.rating(label, key, update.rated[key].current) for label, key in LABELS.items()],
        activities=activities,
        risks=risks,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _sections(sheet: Sheet, update: Update) -> tuple[list[Record], list[Record]]:
    grid = sheet.table([4.2, 13.0])
    activities: list[Record] = []
    risks: list[Record] = []
    for title in ("Completed last month", "Planned for next month", "Blockers", "Decisions required"):
        cells = row(grid, [None, None])
        write(cells[0], title, bold=True)
        shade(cells[0], "D9D9D9")
        if title == "Completed last month":
            activities += _completed(sheet, cells[1], update.done)
        elif title == "Planned for next month":
            for task in update.planned:
                bullet(cells[1], task.text)
                activities.append(gold.activity("planned", task.text))
            struck = bullet(cells[1], "")
            run(struck, STRUCK, strike=True)
        elif title == "Blockers":
            for risk in update.risks:
                bullet(cells[1], f"{risk.text} – {risk.response}.")
                record = gold.risk(None, risk.text, response=f"{risk.response}.")
                del record["kind"]  # a blocker may be told as an issue or as neither
                risks.append(record)
        else:
            for text in update.decisions or ("None",):
                bullet(cells[1], text)
    return activities, risks


def _completed(sheet: Sheet, cell: object, tasks: tuple[Task, ...]) -> list[Record]:
    records = []
    for position, task in enumerate(tasks):
        if position == 0:
            line = bullet(cell, "")
            deleted(sheet, line, "DRAFT: ")
            first, _, rest = task.text.partition(" ")
            run(line, f"{first} ")
            inserted(sheet, line, rest)
            records.append(gold.activity("completed", task.text))
            continue
        bullet(cell, task.text, style="List Bullet 2" if position == 2 else "List Bullet")
        records.append(gold.activity("completed", task.text))
    return records


FAMILY = Family(
    name="police_cells",
    organisation="North Vale Police",
    style="two-column form of a police force",
    tests="section titles as row labels, nested bullets, tracked, struck and hidden text, date in the header",
    suffix=".docx",
    apart=False,
    projects=("control", "contact"),
    render=render,
)
