"""A zoo's enclosure project: a coloured side panel with the facts and lights, plain talk beside and beneath it."""

from __future__ import annotations

from typing import Any

from docx.shared import Pt

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Task, Update, with_total
from samples.retelling import retold
from samples.story import tell
from samples.word import COLOURS, Sheet, bullet, para, rate, row, run, shade, write
from samples.word_shapes import symbol

JUNGLE, LEAF, SAND = "2F5D3A", "E4EFE0", "F7F1E3"
NAME = "Waders and Wetland Walk-Through Aviary"
DISC = "6C"
LABELS = {
    "Overall": "overall",
    "Timing": "schedule",
    "Budget": "cost",
    "Build quality": "quality",
    "Keepers, visitors and neighbours": "stakeholders",
}
STATES = {"Blue": "Done", "Green": "On track", "Amber": "At risk", "Red": "Late"}
ANIMALS = (
    "The avocets and ruffs stay off show until their moult is over. Two pairs of black-winged stilts arrive "
    "from a partner collection under the regional breeding programme."
)
KEY = "Red: we need help. Amber: we can sort it. Green: all fine."
THANKS = "Questions? Pop into the Projects hut behind the Nocturnal House."


def gather(number: int) -> tuple[Update, ...]:
    """A wetland's story under the aviary's name."""
    return (retold(tell("wetland", number, -2), {}, name=NAME),)


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    sheet = Sheet("Trebuchet MS", 10, margin_cm=1.6)
    run(sheet.footer.paragraphs[0], f"{KEY} {THANKS}", size=8, color="595959")
    month = dates.month_year(update.first_day)
    para(sheet.body, "Ashcombe Wildlife Park", bold=True, size=12, color=JUNGLE)
    line = para(sheet.body, f"Build update for {month}", bold=True, size=20, color=JUNGLE)
    line.paragraph_format.space_after = Pt(6)
    grid = sheet.table([5.4, 12.4])
    panel, talk = row(grid, [None, None])
    shade(panel, LEAF)
    ratings = _panel(panel, update)
    activities = _talk(talk, update)
    milestones = _steps(sheet, update)
    finances = _pots(sheet, update)
    risks = _worries(sheet, update)
    _title(sheet.body, "Animals and welfare")
    para(sheet.body, ANIMALS)
    _title(sheet.body, "Decisions we need from Exec")
    for text in update.decisions or ("Nothing this month, thank you.",):
        bullet(sheet.body, text)
    report = gold.told_report(
        update,
        *("sponsor", "manager", "percent_complete", "start_date"),
        end_date=dates.iso_month(update.project.end),
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        finances=finances,
        risks=risks,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _title(where: Any, text: str) -> None:
    """A heading that is only bold and green, in a cell or on the page."""
    first = where.paragraphs[0] if hasattr(where, "_tc") else None
    line = first if first is not None and not first.text else where.add_paragraph()
    run(line, text, bold=True, size=12, color=JUNGLE)
    line.paragraph_format.space_before, line.paragraph_format.keep_with_next = Pt(6), True


def _panel(panel: Any, update: Update) -> list[Record]:
    """Labels in small print over their values, then a coloured disc before each name."""
    project = update.project
    for label, value in (
        ("Project", project.name),
        ("Sponsor", project.sponsor),
        ("Project manager", project.manager),
        ("Started", dates.long(project.start)),
        ("Planned finish", dates.month_year(project.end)),
        ("How far along?", f"{update.percent}% complete"),
    ):
        write(panel, label, size=8, color="595959").paragraph_format.space_before = Pt(5)
        write(panel, value, bold=True)
    write(panel, "Traffic lights", bold=True, size=12, color=JUNGLE).paragraph_format.space_before = Pt(10)
    records = []
    for label, key in LABELS.items():
        rated = update.rated[key]
        line = panel.add_paragraph()
        symbol(line, DISC, COLOURS[rated.current])
        run(line, f"  {label}")
        records.append(gold.rating(label, key, rated.current))
    return records


def _talk(talk: Any, update: Update) -> list[Record]:
    _title(talk, "In a nutshell")
    write(talk, update.summary)
    parts: tuple[tuple[str, str, tuple[Task, ...]], ...] = (
        (f"What we did in {dates.MONTHS[update.first_day.month - 1]}", "completed", update.done),
        ("What we meant to do but didn't", "missed", update.missed),
        (f"What we'll do in {dates.MONTHS[update.next_month.month - 1]}", "planned", update.planned),
    )
    records = []
    for title, kind, tasks in parts:
        if not tasks:
            continue
        _title(talk, title)
        for task in tasks:
            bullet(talk, task.text)
            records.append(gold.activity(kind, task.text))
    return records


def _headed(sheet: Sheet, title: str, widths: list[float], heads: list[str]) -> Any:
    _title(sheet.body, title)
    grid = sheet.table(widths)
    row(grid, heads, bold=True, fill=SAND)
    return grid


def _steps(sheet: Sheet, update: Update) -> list[Record]:
    heads = ["Milestone", "First planned", "Now expected", "How is it going?"]
    grid = _headed(sheet, "Big dates", [7.6, 3.4, 3.4, 3.4], heads)
    records = []
    for item in update.milestones:
        state = STATES[item.rating]
        row(grid, [item.text, dates.brief(item.baseline), dates.brief(item.forecast), state])
        records.append(gold.told_milestone(item, "baseline", "forecast") | {"status": state})
    return records


def _pots(sheet: Sheet, update: Update) -> list[Record]:
    heads = ["Pot", "Budget", "Spent so far", "We think it will cost"]
    grid = _headed(sheet, "Money", [7.6, 3.4, 3.4, 3.4], heads)
    records = []
    for line in with_total(update):
        sums = (line.budget, line.actual, line.forecast)
        row(grid, [line.text, *(f"£{amount:,}" for amount in sums)], bold=line.text == "Total")
        records.append(gold.told_money(line, "budget", "actual", "forecast"))
    return records


def _worries(sheet: Sheet, update: Update) -> list[Record]:
    """What may happen in one table, what has happened in another."""
    records = []
    for title, kind, head in (
        ("Risks: what could go wrong", "risk", "Risk"),
        ("Issues: what has gone wrong", "issue", "Issue"),
    ):
        found = update.of_kind(kind)
        if not found:
            continue
        grid = _headed(sheet, title, [6.6, 1.4, 6.8, 3.0], [head, "RAG", "What we're doing about it", "Who"])
        for risk in found:
            cells = row(grid, [risk.text, None, risk.response, risk.owner])
            rate(cells[1], risk.rating)
            records.append(gold.told_risk(risk, "response", "owner", "rating"))
    return records


FAMILY = Family(
    name="zoo_enclosure",
    organisation="Ashcombe Wildlife Park",
    style="a zoo's chatty update on a new enclosure",
    tests="side panel of labels above values and coloured discs, headings within a cell, colloquial titles, money",
    suffix=".docx",
    apart=False,
    projects=("wetland",),
    render=render,
    gather=gather,
)
