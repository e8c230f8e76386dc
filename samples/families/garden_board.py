"""A botanic garden's paper to its trustees: areas as columns with the last meeting above, work told in sentences."""

from __future__ import annotations

from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm

from samples import dates, gold
from samples.family import Family, Rendered, by_workstream
from samples.gold import Record
from samples.month import Update, with_total
from samples.word import Sheet, bullet, para, row, run, shade, write

FERN, INK = "3B5D3A", "2B2B2B"
TINTS = {"Green": "CFE8CF", "Amber": "FFE5B0", "Red": "F6C1BD", "Blue": "CADDF2"}
AREAS = {
    "Overall": "overall",
    "Timetable": "schedule",
    "Funds": "cost",
    "Quality": "quality",
    "Risk": "risk",
    "Friends and neighbours": "stakeholders",
}
LIKELY = ("Remote", "Unlikely", "Possible", "Likely", "Almost certain")
SEVERE = ("Trifling", "Minor", "Moderate", "Serious", "Grave")
IN_FLOWER = (
    "In the Rock Garden the early saxifrages are at their best, and the Witches' Wood is worth the walk after rain. "
    "The Curator will lead members round the arboretum before the next meeting."
)
PRINTED = ("programme", "reference", "sponsor", "manager", "report_date", "start_date", "end_date")


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    sheet = Sheet("Georgia", 10.5, margin_cm=2.2)
    run(
        sheet.footer.paragraphs[0],
        "The Inverloch Botanic Garden is a registered charity.",
        italic=True,
        size=8,
    )
    para(sheet.body, "INVERLOCH BOTANIC GARDEN", size=11, color=FERN, centred=True)
    para(sheet.body, "Paper to the Board of Trustees", italic=True, centred=True)
    para(sheet.body, project.name, bold=True, size=20, color=FERN, centred=True)
    para(sheet.body, f"Monthly report: {dates.month_year(update.first_day)}", size=12, centred=True)
    _particulars(sheet, update)
    ratings = _standing(sheet, update)
    activities = _work(sheet, update)
    milestones = _stages(sheet, update)
    finances = _funds(sheet, update)
    risks = _dangers(sheet, update)
    _title(sheet, "For the Board to decide")
    for text in update.decisions:
        bullet(sheet.body, text, "List Number")
    if not update.decisions:
        para(sheet.body, "There is nothing for decision at this meeting.")
    _title(sheet, "In the Garden")
    para(sheet.body, IN_FLOWER)
    report = gold.told_report(
        update,
        *PRINTED,
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        finances=finances,
        risks=risks,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _title(sheet: Sheet, text: str) -> None:
    """A heading over a thin rule."""
    line = para(sheet.body, text, style="Heading 2")
    line.paragraph_format.keep_with_next = True
    line._p.get_or_add_pPr().append(
        parse_xml(
            f'<w:pBdr {nsdecls("w")}><w:bottom w:val="single" w:sz="6" w:space="1" w:color="{FERN}"/></w:pBdr>'
        )
    )


def _particulars(sheet: Sheet, update: Update) -> None:
    """Labels flush right, no lines between them."""
    project = update.project
    grid = sheet.table([5.4, 11.0], "Normal Table")
    for label, value in (
        ("Project number", project.reference),
        ("Programme", project.programme),
        ("Sponsor", project.sponsor),
        ("Project manager", project.manager),
        ("Report written", dates.long(update.reported)),
        ("Work began", dates.long(project.start)),
        ("Work to end", dates.long(project.end)),
    ):
        cells = row(grid, [None, value])
        write(cells[0], label, italic=True, color=FERN).alignment = WD_ALIGN_PARAGRAPH.RIGHT
    para(sheet.body)
    para(sheet.body, update.summary)


def _standing(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, "How the project stands")
    grid = sheet.table([2.2, *[2.42] * len(AREAS)])
    row(grid, ["", *AREAS], bold=True, size=9)
    told = [update.rated[key] for key in AREAS.values()]
    row(grid, ["Last meeting", *(rated.previous or "–" for rated in told)], size=9)
    now = row(grid, ["This meeting", *(rated.current for rated in told)], size=9, bold=True)
    row(grid, ["In a word", *(rated.comment for rated in told)], size=8.5)
    for cell, rated in zip(now[1:], told, strict=True):
        shade(cell, TINTS[rated.current])
    para(sheet.body)
    return [
        gold.rating(label, key, rated.current, rated.previous, rated.comment)
        for (label, key), rated in zip(AREAS.items(), told, strict=True)
    ]


def _work(sheet: Sheet, update: Update) -> list[Record]:
    """A row for each strand of work; in its cells sentences, each a paragraph."""
    _title(sheet, "The work")
    grid = sheet.table([3.0, 6.9, 6.8], "Light Grid")
    row(grid, ["", "Since the last meeting", "Before the next meeting"])
    done, planned = by_workstream(update.done), by_workstream(update.planned)
    records = []
    for strand in dict.fromkeys(task[2] for task in update.project.facts["tasks"]):
        cells = row(grid, [strand, None, None])
        for cell, kind, tasks in (
            (cells[1], "completed", done.get(strand, [])),
            (cells[2], "planned", planned.get(strand, [])),
        ):
            for task in tasks:
                _plain(cell, task.text)
                records.append(gold.activity(kind, task.text, strand))
            if not tasks:
                _plain(cell, "Nothing to report." if kind == "completed" else "Nothing planned.")
    if update.missed:
        para(sheet.body)
        para(sheet.body, "Hoped for by this meeting but not done:", bold=True)
        for task in update.missed:
            bullet(sheet.body, task.text)
            records.append(gold.activity("missed", task.text))
    return records


def _plain(cell: Any, text: str) -> None:
    line = write(cell, text)
    for stretch in line.runs:
        stretch.bold = False


def _stages(sheet: Sheet, update: Update) -> list[Record]:
    """One line for each stage, what is planned and what is expected or was achieved behind commas."""
    _title(sheet, "Milestones")
    records = []
    for item in update.milestones:
        line = para(sheet.body)
        line.paragraph_format.left_indent = Cm(0.6)
        run(line, f"{item.text}: ", bold=True)
        tail = (
            f"achieved {dates.long(item.actual)}"
            if item.actual
            else f"now expected {dates.long(item.forecast)}"
        )
        run(line, f"planned {dates.long(item.baseline)}, {tail}.")
        forecast = None if item.actual else item.forecast
        records.append(
            gold.milestone(item.text, baseline=item.baseline, forecast=forecast, actual=item.actual)
        )
    return records


def _funds(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, "The funds")
    grid = sheet.table([6.1, 3.5, 3.5, 3.5], "Light List")
    head = row(grid, ["", "Voted", "Paid to date", "Expected cost"])
    records = []
    lines = [head]
    for line in with_total(update):
        amounts = (line.budget, line.actual, line.forecast)
        lines.append(row(grid, [line.text, *(f"£{amount:,}" for amount in amounts)]))
        records.append(gold.told_money(line, "budget", "actual", "forecast"))
    for cells in lines:
        for cell in cells[1:]:
            cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    para(sheet.body)
    return records


def _dangers(sheet: Sheet, update: Update) -> list[Record]:
    """Likelihood and gravity in words of the Garden's own; issues below in a table without them."""
    _title(sheet, "Risks")
    records = []
    grid = sheet.table([5.6, 2.3, 2.1, 4.4, 2.3])
    row(grid, ["Risk", "Likelihood", "Gravity", "What we are doing", "Who"], bold=True, size=9)
    for risk in update.of_kind("risk"):
        levels = {"likelihood": LIKELY[(risk.likelihood or 1) - 1], "impact": SEVERE[risk.impact - 1]}
        row(grid, [risk.text, *levels.values(), risk.response, risk.owner], size=9)
        records.append(gold.told_risk(risk, "response", "owner", **levels))
    issues = update.of_kind("issue")
    _title(sheet, "Issues")
    if not issues:
        para(sheet.body, "No issues are open.")
        return records
    grid = sheet.table([7.6, 6.8, 2.3])
    row(grid, ["Issue", "What we are doing", "Who"], bold=True, size=9)
    for issue in issues:
        row(grid, [issue.text, issue.response, issue.owner], size=9)
        records.append(gold.told_risk(issue, "response", "owner"))
    return records


FAMILY = Family(
    name="garden_board",
    organisation="Inverloch Botanic Garden",
    style="a botanic garden's paper to its trustees on a restoration",
    tests="areas as columns under meetings, sentences by strand, milestones as lines of words, levels in its own words",
    suffix=".docx",
    apart=False,
    projects=("w2c_glasshouse",),
    render=render,
)
