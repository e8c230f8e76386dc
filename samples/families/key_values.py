"""A housing charity's report printed from Word: label lines, 'Green (was Amber)', levels as words."""

from __future__ import annotations

from samples import dates, gold
from samples.family import Family, Rendered, by_workstream
from samples.gold import Record
from samples.month import Update
from samples.word import Sheet, bullet, page_number, para, row, run

LABELS = {"Schedule": "schedule", "Budget": "cost", "Resources": "resources", "Overall": "overall"}
LEVELS = {1: "Low", 2: "Low", 3: "Medium", 4: "High", 5: "High"}
BAND = "FBE4D5"


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    sheet = Sheet("Arial", 11, margin_cm=2.2)
    run(sheet.footer.paragraphs[0], "Greenway Housing Partnership     Page ", size=8)
    page_number(sheet.footer.paragraphs[0])
    sheet.heading("Highlight report", 1)
    for label, value in (
        ("Project", project.name),
        ("Programme", project.programme),
        ("Project number", project.reference),
        ("SRO", project.sponsor),
        ("PM", project.manager),
        ("Report date", dates.long(update.reported)),
        ("Reporting period", f"{dates.slashed(update.first_day)} to {dates.slashed(update.last_day)}"),
        ("Project start", dates.month_year(project.start)),
        ("Project finish", dates.month_year(project.end)),
    ):
        line = para(sheet.body)
        line.paragraph_format.space_after = 0
        run(line, f"{label}: ", bold=True)
        run(line, value)
    sheet.heading("Status", 2)
    ratings = []
    for label, key in LABELS.items():
        rated = update.rated[key]
        before = f" (was {rated.previous})" if rated.previous else ""
        para(sheet.body, f"{label}: {rated.current}{before}")
        ratings.append(gold.rating(label, key, rated.current, rated.previous))
    activities: list[Record] = []
    for title, tasks, kind in (
        ("Activities this period", update.done, "completed"),
        ("Activities next period", update.planned, "planned"),
    ):
        sheet.heading(title, 2)
        for workstream, group in by_workstream(tasks).items():
            para(sheet.body, f"{workstream}:", bold=True)
            for task in group:
                bullet(sheet.body, task.text)
                activities.append(gold.activity(kind, task.text, workstream))
    risks = _risks(sheet, update)
    sheet.heading("Decisions for the board", 2)
    for text in update.decisions or ("N/A",):
        bullet(sheet.body, text)
    report = gold.report(
        project=project.name,
        programme=project.programme,
        reference=project.reference,
        sponsor=project.sponsor,
        manager=project.manager,
        report_date=update.reported,
        period=update.period,
        start_date=dates.iso_month(project.start),
        end_date=dates.iso_month(project.end),
        ratings=ratings,
        activities=activities,
        risks=risks,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _risks(sheet: Sheet, update: Update) -> list[Record]:
    sheet.heading("Risks and issues", 2)
    grid = sheet.table([1.5, 5.2, 2.5, 2.1, 5.3])
    row(grid, ["Ref", "Description", "Likelihood", "Impact", "Action"], bold=True, fill=BAND)
    records = []
    for risk in update.risks:
        likelihood = "" if risk.likelihood is None else LEVELS[risk.likelihood]
        row(grid, [risk.reference, risk.text, likelihood, LEVELS[risk.impact], risk.response])
        record = gold.risk(
            None,
            risk.text,
            response=risk.response,
            reference=risk.reference,
            likelihood=likelihood or None,
            impact=LEVELS[risk.impact],
        )
        del record["kind"]  # the letter of the reference may be taken as telling the two apart
        records.append(record)
    return records


FAMILY = Family(
    name="key_values",
    organisation="Greenway Housing Partnership",
    style="plain report printed from Word",
    tests="'Green (was Amber)' lines, workstreams ending in a colon, levels as words",
    suffix=".pdf",
    apart=False,
    projects=("contact", "warmth", "records"),
    render=render,
    office=True,
)
