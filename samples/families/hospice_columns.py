"""A hospice's newsletter in two columns with footnotes: shaded words as ratings, text moved while it was reviewed."""

from __future__ import annotations

from typing import Any

from docx.enum.section import WD_SECTION
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Update
from samples.word import COLOURS, Sheet, bullet, para, row, run
from samples.word_notes import Footnotes, moved

PLUM = "5B2A50"
RATED = {"Overall": "overall", "Time": "schedule", "Money": "cost", "Partners": "stakeholders"}
NOTES = (
    "Agreed with the partners at the last steering meeting.",
    "The figures behind this are kept by the fundraising team.",
)


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    sheet = Sheet("Georgia", 10.5, margin_cm=1.8)
    notes = Footnotes(sheet)
    para(sheet.body, "Ashgrove Hospice", size=11, color=PLUM)
    para(sheet.body, f"{project.name}: project update", style="Title")
    para(sheet.body, f"{dates.month_year(update.first_day)}  |  Project lead: {project.manager}")
    para(sheet.body, f"Sponsor: {project.sponsor}  |  Date of report: {dates.ordinal(update.reported)}")
    _columns(sheet.body.add_section(WD_SECTION.CONTINUOUS), 2)
    _columns(sheet.body.sections[0], 1)
    sheet.heading("In brief", 2)
    brief = para(sheet.body, update.summary)
    notes.add(brief, NOTES[0])
    ratings = _ratings(sheet, update)
    activities: list[Record] = []
    sheet.heading("What we have done", 2)
    for task in update.done:
        bullet(sheet.body, task.text)
        activities.append(gold.activity("completed", task.text))
    para(sheet.body).add_run().add_break(WD_BREAK.COLUMN)
    sheet.heading("What comes next", 2)
    activities += _next(sheet, update)
    sheet.heading("What could go wrong", 2)
    risks = []
    for number, risk in enumerate(update.of_kind("risk")):
        line = bullet(sheet.body, risk.sentence)
        if number == 0:
            notes.add(line, NOTES[1])
        risks.append(gold.risk("risk", risk.sentence))
    _columns(sheet.body.add_section(WD_SECTION.CONTINUOUS), 1)
    finances = _money(sheet, update)
    notes.finish()
    report = gold.report(
        project=project.name,
        sponsor=project.sponsor,
        manager=project.manager,
        report_date=update.reported,
        period=update.period,
        ratings=ratings,
        activities=activities,
        risks=risks,
        finances=finances,
    )
    return Rendered(sheet.save(), (report,))


def _columns(section: Any, count: int) -> None:
    properties = section._sectPr
    for old in properties.xpath("w:cols"):
        properties.remove(old)
    properties.append(parse_xml(f'<w:cols {nsdecls("w")} w:num="{count}" w:space="480"/>'))


def _ratings(sheet: Sheet, update: Update) -> list[Record]:
    sheet.heading("How it is going", 2)
    records = []
    for label, key in RATED.items():
        rated = update.rated[key]
        line = para(sheet.body)
        run(line, f"{label}: ", bold=True)
        word = run(line, rated.current, bold=True)
        word._r.get_or_add_rPr().append(
            parse_xml(
                f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{COLOURS[rated.current]}"/>'
            )
        )
        run(line, f" – {rated.comment}")
        records.append(gold.rating(label, key, rated.current, None, rated.comment))
    return records


def _next(sheet: Sheet, update: Update) -> list[Record]:
    """The planned work; the last words of its second item were moved there from the end of the first."""
    records: list[Record] = []
    lines = []
    for number, task in enumerate(update.planned):
        words, _, last = task.text.rpartition(" ")
        lines.append(bullet(sheet.body, f"{words} " if number == 1 else task.text))
        if number == 1:
            moved(sheet, lines[0], lines[1], last)
        records.append(gold.activity("planned", task.text))
    return records


def _money(sheet: Sheet, update: Update) -> list[Record]:
    sheet.heading("Money", 2)
    grid = sheet.table([7.4, 3.3, 3.3, 3.3], "Light List Accent 1")
    row(grid, ["Budget line", "Budget (£)", "Spent to date (£)", "Forecast (£)"], bold=True)
    records = []
    for line in update.money:
        row(grid, [line.text, f"{line.budget:,}", f"{line.actual:,}", f"{line.forecast:,}"])
        records.append(
            gold.finance(line.text, budget=line.budget, actual=line.actual, forecast=line.forecast)
        )
    return records


FAMILY = Family(
    name="hospice_columns",
    organisation="Ashgrove Hospice",
    style="newsletter in two columns",
    tests="sections of one and two columns, a column break, footnotes, shaded words as ratings, moved text",
    suffix=".docx",
    apart=False,
    projects=("warmth",),
    render=render,
)
