"""A police force's ICT dashboard printed from Word: letters without colour, explained in the footer alone."""

from __future__ import annotations

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Task, Update
from samples.word import Sheet, bullet, para, row, run, write

BAND = "CCD6E4"
INK = "1B2A49"
LABELS = {
    "Overall status": "overall",
    "Schedule": "schedule",
    "Budget": "cost",
    "Resources": "resources",
    "Benefits": "benefits",
}
LEGEND = "Key:  B complete;  G on plan;  A off plan, recoverable;  R off plan, not recoverable"
THOUSAND = 1000


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    sheet = Sheet("Arial", 10, margin_cm=1.8)
    run(sheet.header.paragraphs[0], "OFFICIAL\tSouth Haven Constabulary\tICT Change Board", size=8.5)
    run(sheet.footer.paragraphs[0], LEGEND, size=8)
    para(sheet.body, f"Project dashboard: {project.name}", bold=True, size=15, color=INK)
    grid = sheet.table([3.9, 4.8, 3.9, 4.8])
    for texts in (
        ["SRO", project.sponsor, "ICT project manager", project.manager],
        ["Project no.", project.reference, "Date of report", dates.dashed(update.reported)],
        ["Programme", project.programme, "For period ending", dates.dashed(update.last_day)],
    ):
        cells = row(grid, texts)
        for cell in (cells[0], cells[2]):
            cell.paragraphs[0].runs[0].bold = True
    ratings = _letters(sheet, update)
    activities = [
        *_tasks(sheet, "Activities undertaken in the period", update.done, "completed"),
        *_tasks(sheet, "Activities due but not completed", update.missed, "missed"),
        *_tasks(sheet, "Activities planned for the next period", update.planned, "planned"),
    ]
    milestones = _milestones(sheet, update)
    risks = _risks(sheet, update)
    finances = _finance(sheet, update)
    _heading(sheet, "Decisions and escalations")
    for text in update.decisions:
        bullet(sheet.body, text)
    if not update.decisions:
        para(sheet.body, "No decisions are sought this month.")
    report = gold.report(
        project=project.name,
        programme=project.programme,
        reference=project.reference,
        sponsor=project.sponsor,
        manager=project.manager,
        report_date=update.reported,
        period=update.period,
        ratings=ratings,
        activities=activities,
        risks=risks,
        milestones=milestones,
        finances=finances,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _heading(sheet: Sheet, text: str) -> None:
    heading = para(sheet.body, text, bold=True, size=11.5, color=INK)
    heading.paragraph_format.keep_with_next = True
    heading.paragraph_format.space_before = 80000


def _letters(sheet: Sheet, update: Update) -> list[Record]:
    _heading(sheet, "Status")
    grid = sheet.table([3.9, 2.2, 2.0, 9.3])
    row(grid, ["", "Previous", "Current", "Commentary"], bold=True, fill=BAND)
    records = []
    for label, key in LABELS.items():
        rated = update.rated[key]
        cells = row(grid, [label, None, None, rated.comment])
        write(cells[1], rated.previous[0] if rated.previous else "–", centred=True)
        write(cells[2], rated.current[0], bold=True, centred=True)
        records.append(gold.rating(label, key, rated.current, rated.previous, rated.comment))
    return records


def _tasks(sheet: Sheet, title: str, tasks: tuple[Task, ...], kind: str) -> list[Record]:
    _heading(sheet, title)
    for task in tasks:
        bullet(sheet.body, task.text)
    if not tasks:
        para(sheet.body, "None")
    return [gold.activity(kind, task.text) for task in tasks]


def _milestones(sheet: Sheet, update: Update) -> list[Record]:
    _heading(sheet, "Milestones")
    grid = sheet.table([8.4, 3.4, 3.4, 2.2])
    row(grid, ["Milestone", "Original date", "Revised date", "BRAG"], bold=True, fill=BAND)
    records = []
    for item in update.milestones:
        moved = item.forecast != item.baseline
        cells = row(
            grid,
            [item.text, dates.dashed(item.baseline), dates.dashed(item.forecast) if moved else "", None],
        )
        write(cells[3], item.rating[0], centred=True)
        records.append(
            gold.milestone(
                item.text,
                baseline=item.baseline,
                forecast=item.forecast if moved else None,
                rating=item.rating,
            )
        )
    return records


def _risks(sheet: Sheet, update: Update) -> list[Record]:
    records = []
    for title, kind in (("Key risks", "risk"), ("Key issues", "issue")):
        _heading(sheet, title)
        found = update.of_kind(kind)
        if not found:
            para(sheet.body, "None")
            continue
        grid = sheet.table([1.5, 6.4, 5.6, 2.6, 1.3])
        row(grid, ["Ref", "Description", "Mitigation", "Owner", "RAG"], bold=True, fill=BAND)
        for risk in found:
            row(grid, [risk.reference, risk.text, risk.response, risk.owner, risk.rating[0]])
            records.append(
                gold.risk(
                    kind,
                    risk.text,
                    response=risk.response,
                    reference=risk.reference,
                    owner=risk.owner,
                    rating=risk.rating,
                )
            )
    return records


def _finance(sheet: Sheet, update: Update) -> list[Record]:
    _heading(sheet, "Finance")
    grid = sheet.table([6.3, 3.7, 3.7, 3.7])
    row(grid, ["Item", "Budget", "Actual to date", "Forecast outturn"], bold=True, fill=BAND)
    records = []
    for line in update.money:
        amounts = [round(n / THOUSAND) for n in (line.budget, line.actual, line.forecast)]
        row(grid, [line.text, *(f"£{n:,}k" for n in amounts)])
        budget, actual, forecast = (n * THOUSAND for n in amounts)
        records.append(gold.finance(line.text, budget=budget, actual=actual, forecast=forecast))
    return records


FAMILY = Family(
    name="police_ict",
    organisation="South Haven Constabulary",
    style="ICT dashboard printed from Word",
    tests="letters without colour, legend in the footer, name in the title, previous before current, 'period ending'",
    suffix=".pdf",
    apart=False,
    projects=("control", "prescribing", "grants"),
    render=render,
    office=True,
)
