"""A health partnership's sheet: traffic lights drawn with one lamp lit, risks with dots in theme colours."""

from __future__ import annotations

from samples import dates, gold
from samples.family import Family, Rendered, by_workstream
from samples.gold import Record
from samples.month import Update
from samples.word import Sheet, bullet, para, row, run, shade, write
from samples.word_lights import drawn_dot, lit_row

INK = "17506B"
PALE = "E1EEF3"
LIGHTS = {
    "Overall position": "overall",
    "Timescale": "schedule",
    "Finance": "cost",
    "Workforce": "resources",
    "Clinical quality": "quality",
}
THEMED = {
    "Red": '<a:schemeClr val="accent2"><a:lumMod val="75000"/></a:schemeClr>',
    "Amber": '<a:schemeClr val="accent6"/>',
    "Green": '<a:schemeClr val="accent3"><a:lumMod val="75000"/></a:schemeClr>',
}
"""The theme's red, orange and green; two of them darkened, as the palette offers them."""


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    sheet = Sheet("Calibri", 10.5, margin_cm=1.9)
    run(sheet.header.paragraphs[0], "Carrow and Isles Health Partnership", bold=True, color=INK)
    run(sheet.footer.paragraphs[0], "Transformation Office – not for onward circulation", size=8)
    para(sheet.body, "Highlight report", bold=True, size=20, color=INK)
    grid = sheet.table([4.0, 4.6, 4.0, 4.6])
    for pairs in (
        (("Project", project.name), ("Programme", project.programme)),
        (("Lead executive", project.sponsor), ("Project manager", project.manager)),
        (
            ("Report date", dates.long(update.reported)),
            ("Reporting period", dates.month_year(update.first_day)),
        ),
    ):
        cells = row(grid, [None] * 4)
        for index, (label, value) in enumerate(pairs):
            write(cells[2 * index], label, bold=True)
            shade(cells[2 * index], PALE)
            write(cells[2 * index + 1], value)
    sheet.heading("How we are doing", 2)
    ratings = _lights(sheet, update)
    sheet.heading("Summary", 2)
    para(sheet.body, update.summary)
    activities: list[Record] = []
    for title, tasks, kind in (
        ("Achievements this month", update.done, "completed"),
        ("Plans for next month", update.planned, "planned"),
    ):
        sheet.heading(title, 2)
        for workstream, group in by_workstream(tasks).items():
            para(sheet.body, workstream, bold=True, color=INK)
            for task in group:
                bullet(sheet.body, task.text)
                activities.append(gold.activity(kind, task.text, workstream))
    sheet.heading("Risks and issues", 2)
    risks = _risks(sheet, update)
    report = gold.report(
        project=project.name,
        programme=project.programme,
        sponsor=project.sponsor,
        manager=project.manager,
        report_date=update.reported,
        period=update.period,
        ratings=ratings,
        activities=activities,
        risks=risks,
    )
    del report["sponsor"]  # a lead executive may be the sponsor or any label
    return Rendered(sheet.save(), (report,))


def _lights(sheet: Sheet, update: Update) -> list[Record]:
    grid = sheet.table([4.2, 2.8, 10.2])
    row(grid, ["Area", "Status", "Comment"], bold=True, fill=PALE)
    records = []
    for label, key in LIGHTS.items():
        rated = update.rated[key]
        cells = row(grid, [label, None, rated.comment])
        lit_row(sheet, cells[1].paragraphs[0], rated.current)
        records.append(gold.rating(label, key, rated.current, None, rated.comment))
    return records


def _risks(sheet: Sheet, update: Update) -> list[Record]:
    grid = sheet.table([1.6, 2.0, 5.6, 1.6, 6.4])
    row(grid, ["Ref", "Type", "Description", "RAG", "Mitigation"], bold=True, fill=PALE)
    records = []
    for risk in update.risks:
        cells = row(
            grid, [risk.reference, risk.kind.capitalize(), f"{risk.text}.", None, f"{risk.response}."]
        )
        drawn_dot(sheet, cells[3].paragraphs[0], THEMED[risk.rating])
        records.append(
            gold.risk(
                risk.kind,
                f"{risk.text}.",
                reference=risk.reference,
                response=f"{risk.response}.",
                rating=risk.rating,
            )
        )
    return records


FAMILY = Family(
    name="drawn_lights",
    organisation="Carrow and Isles Health Partnership",
    style="modern sheet with drawn traffic lights",
    tests="groups of drawn lamps of which one is lit, shapes in theme colours as risk ratings, bold workstreams",
    suffix=".docx",
    apart=False,
    projects=("prescribing", "warmth"),
    render=render,
)
