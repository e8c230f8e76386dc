"""A county's memorandum: tabbed head, paragraphs instead of bullets, risks as sentences."""

from __future__ import annotations

from docx.shared import Cm

from samples import dates, gold
from samples.family import Family, Rendered
from samples.month import Update
from samples.word import Sheet, bullet, para, run


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    overall = update.rated["overall"]
    sheet = Sheet("Georgia", 11, margin_cm=2.5)
    para(sheet.body, "Tarnshire County Council", size=15, color="5B2333")
    para(sheet.body, "MEMORANDUM", bold=True, size=13)
    for label, value in (
        ("To", "Members of the Capital Programme Group"),
        ("From", "Verity Ransome, Programme Support"),
        ("Date", dates.ordinal(update.reported)),
        ("Project", project.name),
        ("Our ref", f"VR/{update.reported.year}/{update.number:02d}"),
        ("Project executive", project.sponsor),
        (
            "Overall status",
            f"{overall.current} (last month {overall.previous})" if overall.previous else overall.current,
        ),
    ):
        line = para(sheet.body)
        line.paragraph_format.tab_stops.add_tab_stop(Cm(4.5))
        run(line, f"{label}:", bold=True)
        run(line, f"\t{value}")
    para(sheet.body, "Introduction", bold=True)
    para(sheet.body, f"This note tells the Group how the project stands. {update.summary}")
    para(sheet.body, "What was done this month", bold=True)
    for task in update.done:
        para(sheet.body, task.text)
    para(sheet.body, "What is planned for next month", bold=True)
    for task in update.planned:
        para(sheet.body, f"{task.text}.")
    para(sheet.body, "Risks", bold=True)
    sentences = [risk.sentence for risk in update.of_kind("risk")]
    for sentence in sentences:
        para(sheet.body, sentence)
    if update.decisions:
        para(sheet.body, "Recommendations", bold=True)
        para(sheet.body, "The Group is asked to:")
    asked = [text[0].lower() + text[1:] for text in update.decisions]
    for text in asked:
        bullet(sheet.body, text)
    para(sheet.body, "Verity Ransome", italic=True)
    report = gold.report(
        project=project.name,
        sponsor=project.sponsor,
        report_date=update.reported,
        period=dates.iso_month(update.reported),
        ratings=[gold.rating("Overall status", "overall", overall.current, overall.previous)],
        activities=[gold.activity("completed", task.text) for task in update.done]
        + [gold.activity("planned", f"{task.text}.") for task in update.planned],
        risks=[gold.risk("risk", sentence) for sentence in sentences],
        decisions=gold.decisions(asked),
    )
    return Rendered(sheet.save(), (report,))


FAMILY = Family(
    name="memo",
    organisation="Tarnshire County Council",
    style="memorandum in prose",
    tests="'From' that is no manager, sections without bullets, risk sentences, previous in brackets",
    suffix=".docx",
    apart=False,
    projects=("bridge", "leisure"),
    render=render,
)
