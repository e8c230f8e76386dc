"""A police force's landscape page printed from its intranet: three letters in rings of which one is filled."""

from __future__ import annotations

from datetime import date

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Task, Update
from samples.retelling import retold
from samples.web import Cell, bullets, markup, page, table, tag

LABELS = {
    "Overall delivery": "overall", "Timescales": "schedule", "Finance": "cost", "Scope": "scope",
    "People": "resources", "Benefits": "benefits", "Interdependencies": "dependencies",
}  # fmt: skip
PAINT = {"Red": "#D4351C", "Amber": "#FFBF00", "Green": "#00703C", "Blue": "#1D70B8"}
MARKING = "OFFICIAL"
STYLE = """
@page { size: A4 landscape; margin: 16mm 10mm }
body { font: 8.8pt/1.35 "Liberation Sans", sans-serif; color: #111; margin: 0 }
.top { background: #14213D; color: #fff; padding: 2mm 4mm; display: flex; justify-content: space-between;
  align-items: baseline } .top b { font-size: 15pt }
.facts { display: flex; flex-wrap: wrap; gap: 1mm 7mm; border: 1px solid #14213D; border-top: 0; padding: 2mm 4mm }
.three { display: grid; grid-template-columns: 96mm 1fr 1fr; gap: 4mm; margin-top: 3mm }
h2 { font-size: 10pt; color: #14213D; margin: 0 0 1mm; text-transform: none; border-left: 2.5mm solid #FCA311;
  padding-left: 2mm; break-after: avoid } h2 ~ h2 { margin-top: 3mm } ul { margin: 0 0 2mm; padding-left: 5mm }
table { border-collapse: collapse; width: 100% } tr { break-inside: avoid }
th { text-align: left; border-bottom: 1.2px solid #14213D } td, th { padding: 2.5px 5px 2.5px 0; vertical-align: top }
td { border-bottom: .5px solid #BBB } .low { margin-top: 4mm } svg { display: block }
"""
FURNITURE = (
    f'<template id="print-header"><div style="font:bold 10px Liberation Sans;width:100%;text-align:center">{MARKING}'
    f'</div></template><template id="print-footer"><div style="font:9px Liberation Sans;width:100%;display:flex;'
    f'padding:0 30px"><span style="flex:1">Ardenmoor Police Change Portfolio</span><b>{MARKING}</b>'
    '<span style="flex:1;text-align:right">Page <span class="pageNumber"></span> of <span class="totalPages"></span>'
    "</span></div></template>"
)


def render(updates: tuple[Update, ...]) -> Rendered:
    update = retold(
        updates[0],
        {"Marcus Pell": "Denise Garrick", "Four Rivers": "Ardenmoor"},
        name="Digital Forensics Laboratory",
        reference="APC/22/14",
        sponsor="ACC Rupert Lovell",
        programme="Investigations Improvement",
    )
    project = update.project
    facts = {
        "Ref": project.reference,
        "Programme": project.programme,
        "SRO": project.sponsor,
        "Project manager": project.manager,
        "Reporting period": dates.month_year(update.first_day),
        "Report date": dates.brief(update.reported),
        "Planned end date": dates.brief(project.end),
    }
    pairs = "".join(markup("span", f"{tag('b', f'{label}:')} {value}") for label, value in facts.items())
    ratings, lights = _lights(update)
    activities: list[Record] = []
    done = _points(activities, "completed", update.done)
    late = _points(activities, "missed", update.missed)
    coming = _points(activities, "planned", update.planned)
    milestones, key_dates = _milestones(update)
    risks, register = _register(update)
    finances, money = _money(update)
    middle = tag("h2", "Key achievements this period") + done + tag("h2", "Slipped from this period") + late
    right = tag("h2", "Focus for next period") + coming + tag("h2", "Decisions for Portfolio Board")
    right += bullets(update.decisions) if update.decisions else tag("p", "None this month.")
    columns = (tag("h2", "RAG status") + lights, middle, right)
    body = [
        FURNITURE,
        f'<div class="top">{tag("b", project.name)}<span>Project Highlight Report</span></div>',
        markup("div", pairs, 'class="facts"'),
        markup("p", f"{tag('b', 'Headline:')} {update.summary}"),
        markup("div", "".join(markup("div", column) for column in columns), 'class="three"'),
        *(markup("div", part, 'class="low"') for part in (key_dates, register, money)),
    ]
    report = gold.told_report(
        update,
        *("reference", "programme", "sponsor", "manager", "report_date", "end_date"),
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        risks=risks,
        finances=finances,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(page(project.name, STYLE, "".join(body)).encode(), (report,))


def _rings(chosen: str) -> str:
    """All letters in rings; the chosen ring is filled and its letter white."""
    parts = []
    for number, colour in enumerate(("Red", "Amber", "Green")):
        lit = colour == chosen
        x = 9 + 20 * number
        parts.append(
            f'<circle cx="{x}" cy="9" r="8" fill="{PAINT[colour] if lit else "#fff"}" '
            f'stroke="{PAINT[colour] if lit else "#BBB"}"/>'
            f'<text x="{x}" y="12.5" text-anchor="middle" font-size="10" font-weight="{700 if lit else 400}" '
            f'fill="{"#fff" if lit else "#BBB"}">{colour[0]}</text>'
        )
    return f'<svg width="58" height="18">{"".join(parts)}</svg>'


def _lights(update: Update) -> tuple[list[Record], str]:
    """Reasons stand only where a light is not green."""
    rows: list[list[Cell]] = []
    records = []
    for label, key in LABELS.items():
        rated = update.rated[key]
        reason = "" if rated.current == "Green" else rated.comment
        before = rated.previous[0] if rated.previous else "-"
        rows.append([label, (_rings(rated.current), ""), (before, 'style="text-align:center"'), reason])
        records.append(gold.rating(label, key, rated.current, rated.previous, reason or None))
    return records, table(["Area", "Current", "Previous", "Reason if not Green"], rows)


def _points(records: list[Record], kind: str, tasks: tuple[Task, ...]) -> str:
    records += [gold.activity(kind, task.text) for task in tasks]
    return bullets(task.text for task in tasks) if tasks else tag("p", "Nothing to report.")


def _day(day: date | None) -> str:
    return dates.brief(day) if day else ""


def _milestones(update: Update) -> tuple[list[Record], str]:
    rows: list[list[Cell]] = []
    for item in update.milestones:
        rows.append([item.text, _day(item.baseline), _day(item.forecast), item.status])
    records = [gold.told_milestone(item, "baseline", "forecast", "status") for item in update.milestones]
    head = ["Milestone", "Baseline", "Forecast / actual", "Status"]
    for record, item in zip(records, update.milestones, strict=True):
        if item.actual:  # one column for both: what is complete may be told as either
            del record["forecast"], record["actual"]
    return records, tag("h2", "Key milestones") + table(head, rows)


def _register(update: Update) -> tuple[list[Record], str]:
    records = []
    text = ""
    for kind, title, verb in (("risk", "Top risks", "Mitigation"), ("issue", "Current issues", "Resolution")):
        rows: list[list[Cell]] = []
        for told in update.of_kind(kind):
            dot = (
                f'<svg width="11" height="11"><circle cx="5" cy="5" r="5" fill="{PAINT[told.rating]}"/></svg>'
            )
            rows.append([told.reference, told.text, told.response, told.owner, (dot, ""), told.status])
            records.append(gold.told_risk(told, "reference", "response", "owner", "rating", "status"))
        widths = (" style='width:12mm'", " style='width:88mm'", " style='width:88mm'", "", "", "")
        head = [
            (name, width.strip())
            for name, width in zip(
                ("Ref", "Description", verb, "Owner", "RAG", "Status"), widths, strict=True
            )
        ]
        text += tag("h2", title) + (table(head, rows) if rows else tag("p", "None."))
    return records, text


def _money(update: Update) -> tuple[list[Record], str]:
    rows: list[list[Cell]] = []
    for line in update.money:
        rows.append([line.text, *(f"{n / 1000:,.1f}" for n in (line.budget, line.actual, line.forecast))])
    records = [gold.told_money(line, "budget", "actual", "forecast") for line in update.money]
    return records, tag("h2", "Finance (£k)") + table(["Line", "Budget", "Spend to date", "Forecast"], rows)


FAMILY = Family(
    name="force_page",
    organisation="Ardenmoor Police",
    style="a police force's landscape project page printed from its intranet",
    tests="three letters in rings with one filled, reasons only where not green, columns side by side, markings",
    suffix=".pdf",
    apart=False,
    projects=("w2a_forensics",),
    render=render,
    office=True,
    source=".html",
)
