"""A county's children's services report to its transformation board: banded boxes, direction of travel, measures."""

from __future__ import annotations

from docx.shared import Cm

from samples import dates, gold
from samples.family import Family, Rendered, by_workstream
from samples.gold import Record
from samples.month import Money, Task, Update, with_total
from samples.word import Sheet, bullet, para, rate, row, run, shade, span, write
from samples.word_notes import plain_field

TEAL, MIST = "00595C", "E4F0F0"
LABELS = {
    "Overall": "overall",
    "Timescales": "schedule",
    "Money and savings": "cost",
    "Workforce": "resources",
    "Practice quality": "quality",
    "Carers and partners": "stakeholders",
}
WORSE = {"Blue": 0, "Green": 1, "Amber": 2, "Red": 3}
POSITION = {"Blue": "Achieved", "Green": "On track", "Amber": "Slipping", "Red": "Late"}
KEY = "R = risk, I = issue. Likelihood and impact are scored from 1 (low) to 5 (high)."
VOICES = (
    "“It felt like somebody had thought about what we need, not just the forms.” (foster carer, hub meeting)",
    "“I like that I can stop at Jan’s when Mum and Dad need a rest.” (young person, aged 11)",
    "“I rang on a Sunday and a person answered.” (foster carer, telephone survey)",
)


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    sheet = Sheet("Arial", 10.5, margin_cm=1.9)
    run(sheet.header.paragraphs[0], "Aldermarsh County Council\t\tChildren’s Services", size=9, color=TEAL)
    foot = sheet.footer.paragraphs[0]
    run(foot, "Transformation PMO | Page ", size=8)
    plain_field(foot, "PAGE", "1")
    banner = sheet.table([17.2])
    (cell,) = row(banner, ["Project update for Children’s Transformation Board"], bold=True, fill=TEAL)
    cell.paragraphs[0].runs[0].font.size = Cm(0.6)
    para(sheet.body).paragraph_format.space_after = 0
    _facts(sheet, update)
    _title(sheet, "Where we are now")
    para(sheet.body, update.summary)
    ratings = _status(sheet, update)
    activities = [
        *_box(sheet, "What we have achieved this month", "completed", update.done),
        *_box(sheet, "What has slipped", "missed", update.missed),
        *_box(sheet, f"What we will do in {dates.month_year(update.next_month)}", "planned", update.planned),
    ]
    _title(sheet, "What children and carers tell us")
    para(sheet.body, VOICES[update.number % len(VOICES)], italic=True)
    _measures(sheet, update)
    milestones = _key_dates(sheet, update)
    finances = _budget(sheet, update)
    risks = _risks(sheet, update)
    _title(sheet, "What we need from the Board")
    for text in update.decisions:
        para(sheet.body, text, style="List Number")
    if not update.decisions:
        para(sheet.body, "No decisions are needed this month.")
    report = gold.told_report(
        update,
        *("programme", "reference", "sponsor", "manager", "report_date", "start_date", "percent_complete"),
        end_date=dates.iso_month(update.project.end),
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        finances=finances,
        risks=risks,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _title(sheet: Sheet, text: str) -> None:
    line = para(sheet.body, text, bold=True, size=13, color=TEAL)
    line.paragraph_format.space_before, line.paragraph_format.keep_with_next = Cm(0.35), True


def _facts(sheet: Sheet, update: Update) -> None:
    project = update.project
    grid = sheet.table([3.7, 5.6, 3.3, 4.6])
    for pairs in (
        ("Project", project.name, "Project ref", project.reference),
        ("Programme", project.programme, "Reporting month", dates.month_year(update.first_day)),
        ("Senior Responsible Officer", project.sponsor, "Project lead", project.manager),
        ("Finance business partner", "Gita Moorcroft", "Date prepared", dates.dotted(update.reported)),
        ("Started", dates.dotted(project.start), "Planned finish", dates.month_year(project.end)),
        ("Overall completion", f"{update.percent}%", "Districts covered", "All"),
    ):
        cells = row(grid, pairs)
        for label in cells[::2]:
            shade(label, MIST)
            label.paragraphs[0].runs[0].bold = True


def _status(sheet: Sheet, update: Update) -> list[Record]:
    """Last month's word before this month's, then which way it is going; only this month's has a fill."""
    _title(sheet, "RAG status")
    grid = sheet.table([3.3, 2.1, 2.1, 2.5, 7.2])
    row(grid, ["Area", "Last month", "This month", "Direction of travel", "What is behind this"], bold=True)
    records = []
    for label, key in LABELS.items():
        rated = update.rated[key]
        before, now = WORSE[rated.previous or rated.current], WORSE[rated.current]
        travel = "↔ Same" if before == now else "↓ Worsening" if now > before else "↑ Improving"
        cells = row(
            grid, [label, rated.previous or "–", None, travel if rated.previous else "–", rated.comment]
        )
        rate(cells[2], rated.current, rated.current)
        records.append(gold.rating(label, key, rated.current, rated.previous, rated.comment))
    return records


def _box(sheet: Sheet, title: str, kind: str, tasks: tuple[Task, ...]) -> list[Record]:
    """A band over one cell, in which strands are bold lines over their bullets."""
    para(sheet.body).paragraph_format.space_after = 0
    grid = sheet.table([17.2])
    span(grid, title, bold=True, fill=MIST)
    (cell,) = grid.add_row().cells
    if not tasks:
        write(cell, "Nothing has slipped this month." if kind == "missed" else "Nothing to report.")
    records = []
    for strand, found in by_workstream(tasks).items():
        write(cell, strand, bold=True)
        for task in found:
            bullet(cell, task.text)
            records.append(gold.activity(kind, task.text, strand))
    return records


def _measures(sheet: Sheet, update: Update) -> None:
    """What is counted: no milestone and no money."""
    grid = sheet.table([8.2, 3.0, 3.0, 3.0], "Light Grid Accent 5")
    row(grid, ["Measure", "Baseline", "Target", "Latest"], bold=True)
    row(grid, ["Fostering households (net)", "198", "210", str(198 + update.number * 3 // 4)])
    row(grid, ["Enquiries that lead to an initial visit", "22%", "40%", f"{22 + update.number}%"])
    row(grid, ["Children placed over 60 miles away", "37", "20", str(37 - update.number)])


def _key_dates(sheet: Sheet, update: Update) -> list[Record]:
    """The revised date is left empty where nothing has moved."""
    _title(sheet, "Key dates")
    grid = sheet.table([6.4, 2.7, 2.7, 2.7, 2.7])
    row(grid, ["Milestone", "Planned", "Revised", "Achieved", "Position"], bold=True, fill=MIST)
    records = []
    for item in update.milestones:
        revised = item.forecast if item.forecast != item.baseline and not item.actual else None
        words = POSITION[item.rating]
        days = (item.baseline, revised, item.actual)
        row(grid, [item.text, *(dates.dotted(day) if day else "" for day in days), words])
        records.append(
            gold.milestone(
                item.text, baseline=item.baseline, forecast=revised, actual=item.actual, status=words
            )
        )
    return records


def _pounds(line: Money) -> list[str]:
    gap = f"({-line.variance:,})" if line.variance < 0 else f"{line.variance:,}"
    return [line.text, f"{line.budget:,}", f"{line.actual:,}", f"{line.forecast:,}", gap]


def _budget(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, "Budget")
    grid = sheet.table([5.2, 3.0, 3.0, 3.0, 3.0])
    heads = ["Heading", "Approved £", "Spent to date £", "Expected outturn £", "Over / (under) £"]
    row(grid, heads, bold=True, fill=MIST)
    for line in with_total(update):
        row(grid, _pounds(line), bold=line.text == "Total")
    return [gold.told_money(m, "budget", "actual", "forecast", "variance") for m in with_total(update)]


def _risks(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, "Risks and issues")
    para(sheet.body, KEY, italic=True, size=8.5)
    grid = sheet.table([1.1, 4.4, 2.1, 1.6, 1.4, 4.3, 2.3])
    heads = ["R / I", "Description", "Likelihood", "Impact", "Score", "What we are doing about it", "Owner"]
    row(grid, heads, bold=True, fill=MIST, size=9)
    records = []
    for risk in update.risks:
        letter = "R" if risk.kind == "risk" else "I"
        words = {"impact": str(risk.impact)}
        if risk.score is not None:
            words |= {"likelihood": str(risk.likelihood), "score": str(risk.score), "rating": risk.rating}
        likely, score = words.get("likelihood", "–"), words.get("score", "–")
        cells = row(
            grid, [letter, risk.text, likely, words["impact"], None, risk.response, risk.owner], size=9
        )
        if risk.score is None:
            write(cells[4], score, size=9)
        else:
            rate(cells[4], risk.rating, score)
        records.append(gold.told_risk(risk, "response", "owner", **words))
    return records


FAMILY = Family(
    name="childrens_board",
    organisation="Aldermarsh County Council",
    style="a county's children's services update to its transformation board",
    tests="last month before this month, direction of travel, strands in boxes, empty revised dates, measures, quotes",
    suffix=".docx",
    apart=True,
    projects=("w2a_fostering",),
    render=render,
)
