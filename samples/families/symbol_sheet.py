"""A health board's PDF: coloured discs and dots instead of words, label column beside narrative."""

from __future__ import annotations

from typing import Any

from reportlab.platypus import Flowable, Paragraph

from samples import dates, gold, pdf
from samples.family import Family, Rendered, by_workstream
from samples.gold import Record
from samples.month import Update

INK = "#6A1B4D"
SYMBOL = '<font name="ZapfDingbats" size="13" color="{}">●</font>'
"""The disc is in no other of the fonts that every PDF reader has."""
DRAWN = {"Overall": "overall", "Timescales": "schedule", "Costs": "cost"}
TYPED = {"Risks": "risk", "Resources": "resources", "Benefits": "benefits"}


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    pages = pdf.Pages("Times-Roman", 10.5, ink=INK)
    pages.say(project.name, pages.title)
    for label, value in (
        ("Programme", project.programme),
        ("Lead director", project.sponsor),
        ("Project manager", project.manager),
        ("Position at", dates.long(update.last_day)),
        ("Expected end", dates.month_year(project.end)),
    ):
        pages.add(f"<b>{label}:</b> {value}")
    ratings = _lights(pages, update)
    pages.say("In brief", pages.head)
    pages.say(update.summary)
    activities: list[Record] = []
    for title, tasks, kind in (
        ("What happened this month", update.done, "completed"),
        ("What happens next month", update.planned, "planned"),
    ):
        pages.say(title, pages.head)
        for workstream, group in by_workstream(tasks).items():
            pages.add(f"<u>{workstream}</u>")
            for task in group:
                pages.bullet(task.text, "–")
                activities.append(gold.activity(kind, task.text, workstream))
    pages.say("Risks", pages.head)
    risks = [gold.risk("risk", risk.sentence) for risk in update.of_kind("risk")]
    for record in risks:
        pages.bullet(record["text"], "–")
    pages.say("For decision", pages.head)
    for number, text in enumerate(update.decisions, start=1):
        pages.bullet(text, f"{number}.")
    if not update.decisions:
        pages.say("No decisions are sought.")

    def furniture(canvas: Any, page: int) -> None:
        pdf.line_at_foot(canvas, "Brackenshire Health Board", f"{page}")

    report = gold.report(
        project=project.name,
        programme=project.programme,
        sponsor=project.sponsor,
        manager=project.manager,
        period=update.period,
        end_date=dates.iso_month(project.end),
        ratings=ratings,
        activities=activities,
        risks=risks,
        decisions=gold.decisions(update.decisions),
    )
    # 'Position at' may be told as the report's own date or as the end of its period; 'Lead director' as any label.
    del report["report_date"], report["sponsor"]
    return Rendered(pages.save(furniture), (report,))


def _lights(pages: pdf.Pages, update: Update) -> list[Record]:
    rows: list[list[str | Flowable]] = [["", "Now", "Last month", "Remarks"]]
    records = []
    for label, key in (DRAWN | TYPED).items():
        rated = update.rated[key]
        lights: list[str | Flowable] = []
        for value in (rated.current, rated.previous):
            if value is None:
                lights.append("")
            elif label in DRAWN:
                lights.append(pdf.Dot(pdf.COLOURS[value]))
            else:
                lights.append(Paragraph(SYMBOL.format(pdf.COLOURS[value]), pages.centre))
        rows.append([label, *lights, rated.comment])
        records.append(gold.rating(label, key, rated.current, rated.previous, rated.comment))
    pages.table(rows, [90, 50, 70, 300], head="#F1DFEA", bold_columns=(0,))
    return records


FAMILY = Family(
    name="symbol_sheet",
    organisation="Brackenshire Health Board",
    style="narrative PDF with traffic lights",
    tests="drawn discs and coloured symbols, dashes as bullets, underlined workstreams, risk sentences, no report date",
    suffix=".pdf",
    apart=False,
    projects=("prescribing", "records"),
    render=render,
)
