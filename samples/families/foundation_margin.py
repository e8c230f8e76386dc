"""A foundation's programme report to trustees: headings in the margin, everything else beside them in one table."""

from __future__ import annotations

from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm

from samples import dates, gold
from samples.family import Family, Rendered, by_workstream
from samples.gold import Record
from samples.month import Task, Update, with_total
from samples.retelling import retold
from samples.word import Sheet, bullet, para, row, run, shade, write

PLUM, BLUSH = "6A1B4D", "F8EEF3"
LABELS = {
    "The programme as a whole": "overall",
    "Pace": "schedule",
    "Spending": "cost",
    "Our partners": "stakeholders",
    "Our team": "resources",
    "Quality of the work": "quality",
    "Difference made": "benefits",
}
PALES = {"Green": "CDE9CF", "Amber": "FCE4B0", "Red": "F4B9B4"}
WORDS = {"Green": "Going well", "Amber": "Keep watching", "Red": "Needs help"}
CHANCES = ("Remote", "Unlikely", "Possible", "Likely", "Very likely")
EFFECTS = ("Trivial", "Slight", "Moderate", "Serious", "Severe")
MEANING = "Going well = green, Keep watching = amber, Needs help = red"
LEARNING = (
    "Centres that had a visit before they signed up asked far fewer questions afterwards than those that had not.",
    "Young people would rather be asked one question each month than twelve questions once a year.",
    "Sending the guide by post as well as by email doubled the number of centres that had read it.",
)
OTHERS = {
    "Sian Prosser": "Bethan Carrow", "Jonty Reeve": "Maddie Okonedo", "Amal Farah": "Ruth Sandalls",
    "Carys Lund": "Iolo Tremlett", "Carys is": "Iolo is", "Seen and Counted": "Known by Name",
}  # fmt: skip


def render(updates: tuple[Update, ...]) -> Rendered:
    update = retold(
        updates[0],
        OTHERS,
        name="Known by Name",
        programme="Young Carers Together",
        reference="LF-2025-08",
        manager="Bethan Carrow",
        sponsor="Josephine Abara",
    )
    sheet = Sheet("Georgia", 10.5, margin_cm=2.0)
    run(sheet.footer.paragraphs[0], "The Lanternfield Foundation is a registered charity", size=8, color=PLUM)
    para(sheet.body, "The Lanternfield Foundation", size=12, color=PLUM)
    para(sheet.body, "Programme report to trustees", size=22, color=PLUM)
    grid = sheet.table([3.9, 13.1], "Normal Table")
    _about(_part(grid, "About this report"), update)
    write(_part(grid, "In short"), update.summary)
    ratings = _health(_part(grid, "How is it going?"), update)
    month = dates.MONTHS[update.next_month.month - 1]
    activities = [
        *_work(_part(grid, "What we did"), "completed", update.done),
        *_work(_part(grid, "What we didn’t get to"), "missed", update.missed),
        *_work(_part(grid, f"Plans for {month}"), "planned", update.planned),
    ]
    milestones = _steps(_part(grid, "Main steps"), update)
    finances = _money(_part(grid, "Money"), update)
    risks = _risks(_part(grid, "Risks we are watching"), update)
    issues = _issues(_part(grid, "Issues we are dealing with"), update)
    write(_part(grid, "What we are learning"), LEARNING[update.number % len(LEARNING)], italic=True)
    cell = _part(grid, "What we ask of trustees")
    for text in update.decisions:
        bullet(cell, text)
    if not update.decisions:
        write(cell, "Nothing this month.")
    report = gold.told_report(
        update,
        *("programme", "reference", "sponsor", "manager", "report_date"),
        start_date=dates.iso_month(update.project.start),
        end_date=dates.iso_month(update.project.end),
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        finances=finances,
        risks=risks + issues,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _part(grid: Any, title: str) -> Any:
    """A row with its title in the margin, above a thin line; returns the wide cell."""
    margin, wide = row(grid, [None, None])
    write(margin, title, bold=True, color=PLUM)
    edge = f'<w:tcBorders {nsdecls("w")}><w:top w:val="single" w:sz="6" w:color="{PLUM}"/></w:tcBorders>'
    for cell in (margin, wide):
        cell._tc.get_or_add_tcPr().append(parse_xml(edge))
    return wide


def _nested(cell: Any, widths: tuple[float, ...], heads: list[str]) -> Any:
    """A table within the wide cell."""
    inner = cell.add_table(0, len(widths))
    inner.style = "Table Grid"
    inner.autofit = False
    for column, width in zip(inner.columns, widths, strict=True):
        column.width = Cm(width)
    row(inner, heads, bold=True, size=9, fill=BLUSH)
    return inner


def _about(cell: Any, update: Update) -> None:
    project = update.project
    for label, value in (
        ("Programme", project.programme),
        ("Project", project.name),
        ("Grant reference", project.reference),
        ("Trustee sponsor", project.sponsor),
        ("Project lead", project.manager),
        ("Runs from", dates.month_year(project.start)),
        ("Runs until", dates.month_year(project.end)),
        ("Month reported", dates.month_year(update.first_day)),
        ("Written on", dates.ordinal(update.reported)),
    ):
        line = write(cell, f"{label}: ", bold=True)
        line.paragraph_format.space_after = 0
        run(line, value)


def _health(cell: Any, update: Update) -> list[Record]:
    """Words of its own then and now; only today's has a pale fill."""
    write(cell, MEANING, italic=True, size=9)
    inner = _nested(cell, (3.4, 2.4, 2.4, 4.5), ["", "Last time", "Now", "Why we say so"])
    records = []
    for label, key in LABELS.items():
        rated = update.rated[key]
        before = WORDS[rated.previous] if rated.previous else "First report"
        cells = row(inner, [label, before, WORDS[rated.current], rated.comment], size=9)
        shade(cells[2], PALES[rated.current])
        records.append(gold.rating(label, key, rated.current, rated.previous, rated.comment))
    return records


def _work(cell: Any, kind: str, tasks: tuple[Task, ...]) -> list[Record]:
    if not tasks:
        write(cell, "Nothing was left undone." if kind == "missed" else "Nothing this month.")
    records = []
    for strand, found in by_workstream(tasks).items():
        write(cell, strand, underline=True)
        for task in found:
            bullet(cell, task.text)
            records.append(gold.activity(kind, task.text, strand))
    return records


def _steps(cell: Any, update: Update) -> list[Record]:
    """Months are near enough for trustees."""
    inner = _nested(cell, (4.8, 2.7, 2.7, 2.5), ["Step", "First planned", "Now expected", "Reached"])
    records = []
    for item in update.milestones:
        now = None if item.actual else item.forecast
        days = (item.baseline, now, item.actual)
        row(inner, [item.text, *(dates.month_year(day) if day else "" for day in days)], size=9)
        baseline, forecast, actual = (dates.iso_month(day) if day else None for day in days)
        records.append(gold.milestone(item.text, baseline=baseline, forecast=forecast, actual=actual))
    return records


def _money(cell: Any, update: Update) -> list[Record]:
    heads = ["Heading", "Grant awarded", "Spent so far", "Likely total"]
    inner = _nested(cell, (4.3, 2.8, 2.8, 2.8), heads)
    for line in with_total(update):
        row(inner, [line.text, *(f"£{n:,}" for n in (line.budget, line.actual, line.forecast))], size=9)
    return [gold.told_money(line, "budget", "actual", "forecast") for line in with_total(update)]


def _risks(cell: Any, update: Update) -> list[Record]:
    heads = ["What might happen", "How likely", "How bad", "What we are doing", "Who"]
    inner = _nested(cell, (3.4, 2.0, 2.1, 3.1, 2.1), heads)
    records = []
    for risk in update.of_kind("risk"):
        words = {"likelihood": CHANCES[(risk.likelihood or 1) - 1], "impact": EFFECTS[risk.impact - 1]}
        row(inner, [risk.text, words["likelihood"], words["impact"], risk.response, risk.owner], size=9)
        records.append(gold.told_risk(risk, "response", "owner", **words))
    return records


def _issues(cell: Any, update: Update) -> list[Record]:
    found = update.of_kind("issue")
    if not found:
        write(cell, "None, we are pleased to say.")
        return []
    inner = _nested(cell, (5.4, 7.3), ["What happened", "What we are doing about it"])
    for issue in found:
        row(inner, [issue.text, issue.response], size=9)
    return [gold.told_risk(issue, "response") for issue in found]


FAMILY = Family(
    name="foundation_margin",
    organisation="The Lanternfield Foundation",
    style="a national foundation's programme report to its trustees, headings in the margin",
    tests="one table of margin headings, tables within cells, fields as lines, words of its own, months alone",
    suffix=".docx",
    apart=False,
    projects=("carers",),
    render=render,
    file_name=lambda updates: f"known-by-name-{updates[0].period}",
)
