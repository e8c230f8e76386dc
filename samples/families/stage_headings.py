"""A district's PRINCE2 document: control tables, numbered headings, status as the first word of a section."""

from __future__ import annotations

from datetime import timedelta

from samples import dates, gold
from samples.family import Family, Rendered
from samples.month import Update
from samples.word import Sheet, bullet, page_number, para, row, run

STATUS = {"Budget status": "cost", "Schedule status": "schedule"}


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    sheet = Sheet("Times New Roman", 11)
    run(sheet.header.paragraphs[0], f"{project.name}\tHighlight Report {update.number}", size=9)
    run(sheet.footer.paragraphs[0], "PRINCE2 method document\tPage ", size=9)
    page_number(sheet.footer.paragraphs[0])
    _control(sheet, update)
    sheet.heading("1  Purpose of document", 1)
    para(
        sheet.body,
        "This report gives the Project Board a summary of the stage at the interval it has set. The Board uses it to "
        "watch progress and the Project Manager uses it to tell the Board of anything that needs its help.",
    )
    sheet.heading("2  Period covered", 1)
    para(sheet.body, f"{dates.long(update.first_day)} to {dates.long(update.last_day)}")
    ratings = []
    for position, (label, key) in enumerate(STATUS.items(), start=3):
        sheet.heading(f"{position}  {label}", 1)
        rated = update.rated[key]
        line = para(sheet.body, rated.current, bold=True)
        run(line, f" – {rated.comment}")
        ratings.append(gold.rating(label, key, rated.current, comment=rated.comment))
    sheet.heading("5  Products completed during this period", 1)
    for task in update.done:
        bullet(sheet.body, task.text)
    sheet.heading("6  Products to be completed during the next period", 1)
    for task in update.planned:
        bullet(sheet.body, task.text)
    sheet.heading("7  Actual or potential problems and risk update", 1)
    for risk in update.risks:
        bullet(sheet.body, f"{risk.text} - {risk.response}.")
    sheet.heading("8  Change requests", 1)
    para(sheet.body, "None.")
    sheet.heading("9  Budget and schedule impact of changes", 1)
    para(
        sheet.body,
        "No change has been approved in the period and the tolerances set by the Board are unaltered.",
    )
    report = gold.report(
        project=project.name,
        programme=project.programme,
        reference=project.reference,
        sponsor=project.sponsor,
        manager=project.manager,
        report_date=update.reported,
        period=update.period,
        ratings=ratings,
        activities=[gold.activity("completed", task.text) for task in update.done]
        + [gold.activity("planned", task.text) for task in update.planned],
        risks=[gold.risk(None, risk.text, response=f"{risk.response}.") for risk in update.risks],
    )
    return Rendered(sheet.save(), (report,))


def _control(sheet: Sheet, update: Update) -> None:
    project = update.project
    para(sheet.body, "Highlight Report", bold=True, size=22, centred=True)
    grid = sheet.table([4.5, 12.0], style="Light Grid Accent 1")
    for label, value in (
        ("Project name", project.name),
        ("Project number", project.reference),
        ("Programme", project.programme),
        ("Author", project.manager),
        ("Executive", project.sponsor),
        ("Project Manager", project.manager),
        ("Document number", f"HLR/{update.number:03d}"),
        ("Date", dates.ordinal(update.reported)),
    ):
        row(grid, [label, value])
    para(sheet.body, "Revision history", bold=True)
    grid = sheet.table([3.5, 2.5, 7.5, 3.0])
    row(grid, ["Revision date", "Version", "Summary of changes", "Changes marked"], bold=True, fill="E7E6E6")
    draft = update.reported - timedelta(days=6)
    row(grid, [dates.slashed(draft), "0.1", "First draft for comment", "No"])
    row(grid, [dates.slashed(update.reported), "1.0", "Issued to the Board", "No"])
    para(sheet.body, "Approvals", bold=True)
    grid = sheet.table([5.0, 4.5, 4.0, 3.0])
    row(grid, ["Name", "Signature", "Title", "Date of issue"], bold=True, fill="E7E6E6")
    row(grid, [project.sponsor, "", "Executive", ""])
    para(sheet.body, "Distribution", bold=True)
    para(sheet.body, "This document has been sent to the members of the Project Board and to Internal Audit.")


FAMILY = Family(
    name="stage_headings",
    organisation="Dunmarrow District Council",
    style="PRINCE2 headings document",
    tests="document control tables and their dates, numbered headings, rating as first word, risks parted by a hyphen",
    suffix=".docx",
    apart=False,
    projects=("contact", "records"),
    render=render,
)
