"""A rivers agency's scheme update: text in two columns, facts in a floating box, coloured signs of a symbol font."""

from __future__ import annotations

from samples import dates, gold
from samples.family import Family, Rendered, by_workstream
from samples.gold import Record
from samples.month import Task, Update
from samples.word import COLOURS, Sheet, para, row, run
from samples.word_shapes import framed, symbol
from samples.word_styles import column_break, columns, derived_style, table_style

MOSS = "3B5D2A"
DISC, SQUARE = "6C", "6E"
LABELS = {
    "Whole scheme": "overall",
    "Time": "schedule",
    "Money": "cost",
    "Scope": "scope",
    "Landowners and communities": "stakeholders",
}
WORDS = {
    "Planned": "what we set out to do when the scheme was approved",
    "Now expected": "today's best view",
}
BIODIVERSITY = (
    "The scheme is expected to create more habitat than it disturbs. "
    "The next habitat count is made in spring and will be told here."
)


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    sheet = Sheet("Georgia", 10, margin_cm=1.8)
    derived_style(sheet, "Agency Strap", "Heading 1", size=19)
    derived_style(sheet, "Agency Section", "Heading 2", size=13)
    derived_style(sheet, "Agency Area", "Heading 3", size=10.5)
    derived_style(sheet, "Agency Bullet", "List Bullet")
    derived_style(sheet, "Agency Bullet Close", "Agency Bullet")
    derived_style(sheet, "Agency Number", "List Number")
    table_style(sheet, "Agency Grid", MOSS, "E7F2DF")
    run(sheet.footer.paragraphs[0], "Lowmoor Rivers Agency | keeping water where it belongs", size=8.5)
    para(sheet.body, f"Scheme update, {dates.month_year(update.first_day)}", size=11, color=MOSS)
    title = para(sheet.body, project.name, style="Agency Strap")
    facts = [
        ("Scheme number:", project.reference),
        ("Programme:", project.programme),
        ("Project sponsor:", project.sponsor),
        ("Project manager:", project.manager),
        ("Report date:", dates.ordinal(update.reported)),
        ("Started:", dates.month_year(project.start)),
        ("Due to finish:", dates.month_year(project.end)),
    ]
    framed(sheet, title, facts, (300, 4, 190, 158), "E7F2DF")
    para(sheet.body, update.summary)
    ratings = _glance(sheet, update)
    columns(sheet, 2)
    activities = _work(sheet, "What we have done", update.done, "completed")
    activities += _work(sheet, "What comes next", update.planned, "planned")
    columns(sheet, 1)
    milestones = _dates(sheet, update)
    risks = _worries(sheet, update)
    finances = _money(sheet, update)
    para(sheet.body, "Wildlife and carbon", style="Agency Section")
    para(sheet.body, BIODIVERSITY)
    para(sheet.body, "What we need from the Investment Board", style="Agency Section")
    for text in update.decisions or ("Nothing this month.",):
        para(sheet.body, text, style="Agency Bullet")
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
        milestones=milestones,
        finances=finances,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _glance(sheet: Sheet, update: Update) -> list[Record]:
    para(sheet.body, "At a glance", style="Agency Section")
    records = []
    for label, key in LABELS.items():
        rated = update.rated[key]
        line = para(sheet.body)
        symbol(line, DISC, COLOURS[rated.current])
        run(line, f" {label}: ", bold=True)
        run(line, rated.comment)
        records.append(gold.rating(label, key, rated.current, comment=rated.comment))
    return records


def _work(sheet: Sheet, title: str, tasks: tuple[Task, ...], kind: str) -> list[Record]:
    heading = para(sheet.body, style="Agency Section")
    if kind == "planned":
        column_break(heading)
    run(heading, title)
    records = []
    for area, group in by_workstream(tasks).items():
        para(sheet.body, area, style="Agency Area")
        for task in group:
            para(sheet.body, task.text, style="Agency Bullet Close")
            records.append(gold.activity(kind, task.text, workstream=area))
    return records


def _dates(sheet: Sheet, update: Update) -> list[Record]:
    para(sheet.body, "Key dates", style="Agency Section")
    grid = sheet.table([7.4, 3.6, 3.6, 2.4], "Agency Grid")
    row(grid, ["Milestone", "Planned", "Now expected", "Status"])
    records = []
    for item in update.milestones:
        cells = row(grid, [item.text, dates.brief(item.baseline), dates.brief(item.forecast), None])
        symbol(cells[3].paragraphs[0], SQUARE, COLOURS[item.rating])
        records.append(
            gold.milestone(item.text, baseline=item.baseline, forecast=item.forecast, rating=item.rating)
        )
    key_line = para(sheet.body)
    for colour, meaning in (("Blue", "reached"), ("Green", "safe"), ("Amber", "moving"), ("Red", "late")):
        symbol(key_line, SQUARE, COLOURS[colour])
        run(key_line, f" {meaning}   ", size=8.5)
    run(key_line, "; ".join(f"{word} – {meaning}" for word, meaning in WORDS.items()), size=8.5)
    return records


def _worries(sheet: Sheet, update: Update) -> list[Record]:
    """Numbered risks, then numbered issues, what is done about each in a line of its own."""
    records = []
    for title, kind in (("Risks", "risk"), ("Issues", "issue")):
        found = update.of_kind(kind)
        para(sheet.body, title, style="Agency Section")
        if not found:
            para(sheet.body, "None")
        for risk in found:
            line = para(sheet.body, f"{risk.text}\n", style="Agency Number")
            run(line, "Response:", bold=True)
            run(line, f" {risk.response}\n")
            run(line, "Owner:", bold=True)
            run(line, f" {risk.owner}")
            records.append(gold.told_risk(risk, "response", "owner"))
    return records


def _money(sheet: Sheet, update: Update) -> list[Record]:
    para(sheet.body, "Spending", style="Agency Section")
    grid = sheet.table([6.2, 3.6, 3.6, 3.6], "Agency Grid")
    row(grid, ["", "Approved budget (£)", "Spent to date (£)", "Forecast at completion (£)"])
    records = []
    for line in update.money:
        row(grid, [line.text, *(_pounds(sum_) for sum_ in (line.budget, line.actual, line.forecast))])
        records.append(gold.told_money(line, "budget", "actual", "forecast"))
    return records


def _pounds(amount: int) -> str:
    return f"{amount:,}"


FAMILY = Family(
    name="rivers_columns",
    organisation="Lowmoor Rivers Agency",
    style="scheme update with a middle part in two columns",
    tests="columns, numbering from derived styles, facts in a drawn box, coloured signs of a symbol font, green bands",
    suffix=".docx",
    apart=False,
    projects=("wetland", "bridge"),
    render=render,
)
