"""A county's report on a flood scheme, printed from Word: a long form of two parts, then headings and bullets."""

from __future__ import annotations

from typing import Any

from samples import dates, gold
from samples.family import Family, Rendered, by_workstream
from samples.gold import Record
from samples.month import Money, Task, Update, with_total
from samples.word import COLOURS, Sheet, bullet, page_number, para, row, shade, span, write

INK = "1D4F60"
PALE = "DCE9EC"
THOUSAND = 1000
AREAS = {
    "Timetable": "schedule",
    "Funding": "cost",
    "Land and consents": "land",
    "People and suppliers": "resources",
    "Residents and parishes": "stakeholders",
}
OTHERS = {"land": "other"}
"""Areas of this council's own that are none of the usual dimensions."""
APPROVERS = ("Project Executive", "Finance Business Partner", "Flood Programme Board")
GUIDANCE = (
    "Keep this section to one page. Write for a councillor who has not seen the scheme before. Delete what no longer "
    "applies."
)
WIDTHS = (4.3, 2.6, 2.6, 7.7)


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    sheet = Sheet("Liberation Sans", 10, margin_cm=1.9)
    para(sheet.header, "Wharram County Council  |  Lead Local Flood Authority", size=8.5, color=INK)
    foot = para(sheet.footer, "FWM template 7, issue 3 (reviewed 02/2022)      Page ", size=8)
    page_number(foot)
    para(sheet.body, "Scheme Update for the Flood Programme Board", size=18, bold=True, color=INK)
    ratings = _form(sheet, update)
    sheet.heading("Where we are", 1)
    para(sheet.body, GUIDANCE, italic=True, size=9, color="7A7A7A")
    para(sheet.body, update.summary)
    month, following = dates.month_year(update.first_day), dates.month_year(update.next_month)
    activities = _work(sheet, f"What was done in {month}", "completed", update.done)
    activities += _work(sheet, "Planned for this month but not done", "missed", update.missed)
    activities += _work(sheet, f"What comes next ({following})", "planned", update.planned)
    milestones = _dates(sheet, update)
    finances = _money(sheet, update)
    risks = _register(sheet, update)
    sheet.heading("What we ask of the Board", 1)
    for text in update.decisions:
        bullet(sheet.body, text, "List Number")
    if not update.decisions:
        para(sheet.body, "Nothing this month.")
    _signatures(sheet)
    report = gold.told_report(
        update,
        "programme",
        "reference",
        "sponsor",
        "manager",
        "report_date",
        "start_date",
        "percent_complete",
        end_date=dates.iso_month(update.project.end),
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        finances=finances,
        risks=risks,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _form(sheet: Sheet, update: Update) -> list[Record]:
    project = update.project
    grid = sheet.table(WIDTHS)
    span(grid, "PART 1   THE SCHEME", fill=INK, bold=True, color="FFFFFF")
    weekday = f"{update.reported:%A} {dates.long(update.reported)}"
    for label, value in (
        ("Scheme", project.name),
        ("Our ref.", project.reference),
        ("EA National Project Number", "TBC"),
        ("Part of", project.programme),
        ("Project Executive", project.sponsor),
        ("Scheme manager", project.manager),
        ("Parishes", "Aldersyke; Nether Syke; part of Harl"),
        ("Source of flooding", "Main river and surface water"),
        ("Homes to be better protected", "143 (of which 44 by property resilience)"),
        ("Month of this update", dates.month_year(update.first_day)),
        ("Written on", weekday),
        ("Project start", dates.long(project.start)),
        ("Project finish", dates.month_year(project.end)),
        ("How far complete", f"{update.percent}%"),
        ("Circulation", "Board members; parish clerks; EA Partnerships and Strategic Overview team"),
    ):
        cells = grid.add_row().cells
        write(cells[0], label, bold=True)
        shade(cells[0], PALE)
        write(cells[1].merge(cells[3]), value)
    span(grid, "PART 2   HOW IS IT GOING?", fill=INK, bold=True, color="FFFFFF")
    row(grid, ("Area", "Now", "Last month", "Why"), bold=True, fill=PALE)
    records = [_area(grid, update, "Scheme as a whole", "overall")]
    records += [_area(grid, update, label, key) for label, key in AREAS.items()]
    legend = "Green: no help needed. Amber: in hand, tell the Board. Red: Board must act. Blue: finished."
    span(grid, legend, italic=True, size=8.5)
    return records


def _area(grid: Any, update: Update, label: str, key: str) -> Record:
    rated = update.rated[key]
    unsaid = key != "overall" and rated.current == "Green" and update.number % 3 != 1
    why = None if unsaid else rated.comment
    cells = row(grid, (label, rated.current, rated.previous or "–", why or ""))
    shade(cells[0], PALE)
    shade(cells[1], COLOURS[rated.current])
    if rated.previous:
        shade(cells[2], COLOURS[rated.previous])
    return gold.rating(label, OTHERS.get(key, key), rated.current, rated.previous, why)


def _work(sheet: Sheet, head: str, kind: str, tasks: tuple[Task, ...]) -> list[Record]:
    sheet.heading(head, 1)
    records = []
    for stream, told in by_workstream(tasks).items():
        para(sheet.body, stream, bold=True, color=INK).paragraph_format.keep_with_next = True
        for task in told:
            bullet(sheet.body, task.text)
            records.append(gold.activity(kind, task.text, stream))
    if not tasks:
        para(sheet.body, "None.")
    return records


def _dates(sheet: Sheet, update: Update) -> list[Record]:
    sheet.heading("Key dates", 1)
    grid = sheet.table((6.8, 3.5, 3.5, 3.4))
    row(grid, ("Stage", "Business case date", "Date now expected", "Achieved"), bold=True, fill=PALE)
    records = []
    for item in update.milestones:
        expected = None if item.actual else item.forecast
        row(
            grid,
            (
                item.text,
                dates.brief(item.baseline),
                dates.brief(expected) if expected else "",
                dates.brief(item.actual) if item.actual else "",
            ),
        )
        records.append(
            gold.milestone(item.text, baseline=item.baseline, forecast=expected, actual=item.actual)
        )
    return records


def _money(sheet: Sheet, update: Update) -> list[Record]:
    sheet.heading("Funding", 1)
    grid = sheet.table((5.7, 2.8, 2.9, 2.9, 2.9))
    heads = ("All figures in £k", "Approved", "Spent to date", "Expected outturn", "Over / (under)")
    row(grid, heads, bold=True, fill=PALE)
    records = []
    for line in with_total(update):
        last = line.text == "Total"
        row(grid, (line.text, *map(_thousands, _amounts(line))), bold=last)
        budget, actual, forecast, variance = _amounts(line)
        records.append(
            gold.finance(line.text, budget=budget, actual=actual, forecast=forecast, variance=variance)
        )
    return records


def _amounts(line: Money) -> tuple[int, int, int, int]:
    return line.budget, line.actual, line.forecast, line.variance


def _thousands(amount: int) -> str:
    printed = f"{abs(amount) / THOUSAND:,.1f}"
    return f"({printed})" if amount < 0 else printed


def _register(sheet: Sheet, update: Update) -> list[Record]:
    sheet.heading("Risks and issues", 1)
    grid = sheet.table((1.1, 1.3, 5.3, 4.4, 2.3, 0.8, 0.8, 1.2))
    heads = ("Ref", "Type", "What might happen, or has", "What we are doing", "Lead", "L", "I", "LxI")
    row(grid, heads, bold=True, fill=PALE, size=9.5)
    records = []
    for told in update.risks:
        numbers = [str(n) if n is not None else "" for n in (told.likelihood, told.impact, told.score)]
        texts = (told.reference, told.kind.title(), told.text, told.response, told.owner, *numbers)
        cells = row(grid, texts, size=9.5)
        if told.score is not None:
            shade(cells[-1], COLOURS[told.rating])
        likelihood, impact, score = (number or None for number in numbers)
        records.append(
            gold.risk(
                told.kind,
                told.text,
                response=told.response,
                reference=told.reference,
                owner=told.owner,
                likelihood=likelihood,
                impact=impact,
                score=score,
                rating=told.rating if score else None,
            )
        )
    return records


def _signatures(sheet: Sheet) -> None:
    sheet.heading("Sign-off", 1)
    grid = sheet.table((5.2, 6.0, 6.0))
    row(grid, ("Role", "Name", "Date"), bold=True, fill=PALE)
    for role in APPROVERS:
        row(grid, (role, "", ""))


FAMILY = Family(
    name="county_flood",
    organisation="Wharram County Council",
    style="a county's update on a flood scheme, a long form printed from Word with headings after it",
    tests="labels of its own in a form of two parts, a weekday, finish as a month, bold workstreams, empty sign-off",
    suffix=".pdf",
    apart=True,
    projects=("w6_flood",),
    render=render,
    office=True,
)
