"""A committee pack: covering paper, index of the projects with ratings, then one report for each project."""

from __future__ import annotations

from dataclasses import replace

from docx.enum.text import WD_BREAK

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Update
from samples.story import MONTHS_TOLD, tell
from samples.word import Sheet, bullet, para, rate, row, run, write

LABELS = {"Overall": "overall", "Programme": "schedule", "Finance": "cost", "Risk": "risk"}
BAND = "E4DFEC"
AHEAD = {
    "leisure": (0, 0, "Millbrook Leisure Centre Rebuild"),
    "bridge": (2, 7, "Northgate Viaduct Strengthening"),
    "control": (4, 9, "Joint Control Room"),
}
"""By story: months that it is ahead of the pack's first, years to add so that the calendars meet, its name here."""


def render(updates: tuple[Update, ...]) -> Rendered:
    meeting = max(update.last_day for update in updates)
    sheet = Sheet("Book Antiqua", 10.5)
    run(sheet.header.paragraphs[0], "Agenda item 7", size=9)
    para(sheet.body, "Harbourside Combined Authority", bold=True, size=15)
    para(sheet.body, "Audit and Performance Committee", bold=True, size=12)
    para(sheet.body, "Title of report: Major projects update", bold=True)
    para(sheet.body, "Purpose: to let Members see how the major projects are progressing.")
    para(sheet.body, "Recommendation: that Members note the reports in the appendices.")
    para(
        sheet.body,
        "1. The Authority runs a small number of major projects. Each is reported here on a page of its own.",
    )
    para(
        sheet.body,
        "2. Members asked in the spring for a summary by project, which is given in the table below.",
    )
    grid = sheet.table([2.4, 8.4, 3.0, 3.0])
    row(grid, ["Appendix", "Project", "Overall RAG", "Budget RAG"], bold=True, fill=BAND)
    for letter, update in zip("ABCDEF", updates, strict=False):
        cells = row(grid, [letter, update.project.name, None, None])
        for cell, key in ((cells[2], "overall"), (cells[3], "cost")):
            rate(cell, update.rated[key].current, update.rated[key].current)
    para(sheet.body, f"Contact officer: Winifred Sabine. Meeting of {dates.long(meeting)}.", italic=True)
    reports = []
    for letter, update in zip("ABCDEF", updates, strict=False):
        para(sheet.body).add_run().add_break(WD_BREAK.PAGE)
        reports.append(_report(sheet, letter, update))
    return Rendered(sheet.save(), tuple(reports))


def _report(sheet: Sheet, letter: str, update: Update) -> Record:
    project = update.project
    sheet.heading(f"Appendix {letter}: project highlight report", 1)
    grid = sheet.table([3.4, 5.0, 3.4, 5.0])
    for texts in (
        ["Project", project.name, "Ref. no.", project.reference],
        ["SRO", project.sponsor, "Project lead", project.manager],
        ["Period", dates.month_year(update.first_day), "Completion", dates.month_year(project.end)],
    ):
        cells = row(grid, texts)
        for cell in (cells[0], cells[2]):
            cell.paragraphs[0].runs[0].bold = True
    para(sheet.body)
    grid = sheet.table([4.2] * 4)
    row(grid, list(LABELS), bold=True, fill=BAND, centred=True)
    cells = grid.add_row().cells
    for cell, key in zip(cells, LABELS.values(), strict=True):
        rate(cell, update.rated[key].current, update.rated[key].current)
    activities: list[Record] = []
    for title, tasks, kind in (
        ("Work done in the period", update.done, "completed"),
        ("Work due in the next period", update.planned, "planned"),
    ):
        para(sheet.body, title, bold=True, size=12)
        for task in tasks:
            bullet(sheet.body, task.text)
            activities.append(gold.activity(kind, task.text))
    para(sheet.body, "Main risks", bold=True, size=12)
    grid = sheet.table([6.6, 6.6, 3.6])
    row(grid, ["Risk", "Control", "Rating"], bold=True, fill=BAND)
    risks = []
    for risk in update.of_kind("risk"):
        cells = row(grid, [risk.text, risk.response, None])
        rate(cells[2], risk.rating)
        write(cells[2], risk.rating)
        risks.append(gold.risk("risk", risk.text, response=risk.response, rating=risk.rating))
    return gold.report(
        project=project.name,
        reference=project.reference,
        sponsor=project.sponsor,
        manager=project.manager,
        period=update.period,
        end_date=dates.iso_month(project.end),
        ratings=[gold.rating(label, key, update.rated[key].current) for label, key in LABELS.items()],
        activities=activities,
        risks=risks,
    )


def gather(number: int) -> tuple[Update, ...]:
    """The updates before the committee in its month ``number``: projects that began earlier are further on."""
    if number + max(months for months, _, _ in AHEAD.values()) > MONTHS_TOLD:
        return ()
    told = []
    for key, (months, years, name) in AHEAD.items():
        update = tell(key, number + months, years)
        told.append(replace(update, project=replace(update.project, name=name)))
    return tuple(told)


def _name(updates: tuple[Update, ...]) -> str:
    return f"committee-pack-{updates[0].period}"


FAMILY = Family(
    name="committee_pack",
    organisation="Harbourside Combined Authority",
    style="covering paper, index and several reports",
    tests="several reports in one file, an index that makes no report, covering text outside every report",
    suffix=".docx",
    apart=False,
    projects=tuple(AHEAD),
    render=render,
    gather=gather,
    file_name=_name,
)
