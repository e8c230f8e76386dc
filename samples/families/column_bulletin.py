"""A wildlife trust's bulletin on a scheme: two columns of a magazine, lamps of which one is lit, a drawn bar."""

from __future__ import annotations

from html import escape

from samples import dates, gold
from samples.family import Family, Rendered, by_workstream
from samples.gold import Record
from samples.month import Update, with_total
from samples.printing import print_with_weasyprint
from samples.web import Cell, bullets, markup, page, table, tag

LABELS = {
    "Everything considered": "overall", "Keeping to time": "schedule", "Keeping to budget": "cost",
    "What we set out to build": "scope", "People to do the work": "resources", "Gains for nature": "benefits",
    "Neighbours and partners": "stakeholders",
}  # fmt: skip
LAMPS = {"Red": "#C8102E", "Amber": "#FFB000", "Green": "#009A44"}
QUOTE = "“I saw my first avocet from the kitchen window on the fifth. Whatever you are doing, keep at it.”"
STYLE = """
@page { size: A4; margin: 18mm 16mm; @bottom-center { content: "Bulletin " var(--issue) "  ~  " counter(page);
  font: italic 8.5pt "Liberation Serif" } }
body { font: 10pt/1.42 "Liberation Serif", serif; font-variant-ligatures: common-ligatures; color: #20302A }
.head { border-top: 3pt double #2E6B4F; border-bottom: .6pt solid #2E6B4F; padding: 3mm 0; text-align: center;
  margin-bottom: 4mm }
.head h1 { font: 900 25pt Lato; margin: 0; color: #2E6B4F } .head p { margin: 1mm 0 0; font: 10pt Lato }
.flow { columns: 2; column-gap: 9mm; column-rule: .4pt solid #9DB8AB }
h2 { font: 900 13pt Lato; color: #2E6B4F; margin: 4mm 0 1.5mm; break-after: avoid }
h4 { font: bold 10pt Lato; margin: 2.5mm 0 .5mm; break-after: avoid } p { margin: 0 0 1.8mm }
.facts { background: #EAF2EE; padding: 3mm 4mm; break-inside: avoid } .facts p { margin: 0 0 .8mm }
.light { display: flex; break-inside: avoid; margin-bottom: .5mm } .light b { flex: 1 } .why { margin-bottom: 2mm }
ul { margin: 0 0 2mm; padding-left: 5mm } li { margin-bottom: 1mm }
table { border-collapse: collapse; width: 100%; font-size: 8.8pt } td, th { text-align: left; vertical-align: top }
td, th { padding: .7mm 2mm .7mm 0 } th { font: italic 9pt "Liberation Serif" }
.num { text-align: right; padding: .7mm 0 .7mm 3mm; white-space: nowrap } .light svg { flex: none }
blockquote { font: italic 12.5pt "Liberation Serif"; color: #2E6B4F; margin: 3mm 5mm; break-inside: avoid }
.bar { position: relative; height: 5mm; background: #D7E3DD; margin-top: 2mm } .bar i { display: block; height: 5mm;
  background: #2E6B4F } .scale { display: flex; justify-content: space-between; font: 7pt Lato; break-before: avoid }
"""


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    facts = (
        ("Reference", project.reference),
        ("Trustee sponsor", project.sponsor),
        ("Project manager", project.manager),
        ("Report date", dates.ordinal(update.reported)),
        ("Work began", dates.month_year(project.start)),
        ("Due to finish", dates.month_year(project.end)),
    )
    lines = "".join(f"<p><b>{label}:</b> {escape(value)}</p>" for label, value in facts)
    head = tag("h1", project.name) + tag(
        "p", f"Bulletin {update.number} for trustees and partners, {dates.month_year(update.first_day)}"
    )
    ratings, lamps = _ratings(update)
    activities, work = _work(update)
    milestones, diary = _diary(update)
    risks, worries = _worries(update)
    finances, money = _money(update)
    asks = tag("h2", "We ask the trustees to") + bullets(update.decisions) if update.decisions else ""
    bar = f'<div class="bar"><i style="width:{update.percent}%"></i></div>'
    scale = markup("div", "".join(tag("span", str(n)) for n in (0, 25, 50, 75, 100)), 'class="scale"')
    flow = [
        markup("div", lines, 'class="facts"'),
        tag("h2", "The month in brief") + tag("p", update.summary),
        tag("h2", "How much of the work is complete (per cent)") + bar + scale,
        lamps + work + tag("blockquote", QUOTE) + diary + worries + money + asks,
        tag("p", "With thanks to every volunteer who turned out in the rain."),
    ]
    report = gold.told_report(
        update,
        *("reference", "sponsor", "manager", "report_date", "percent_complete"),
        start_date=dates.iso_month(project.start),
        end_date=dates.iso_month(project.end),
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        risks=risks,
        finances=finances,
        decisions=gold.decisions(update.decisions),
    )
    style = STYLE.replace('" var(--issue) "', str(update.number))
    body = markup("div", head, 'class="head"') + markup("div", "".join(flow), 'class="flow"')
    return Rendered(print_with_weasyprint(page(project.name, style, body)), (report,))


def _lamps(colour: str) -> str:
    """Three lamps in a housing, one of them lit."""
    drawn = "".join(
        f'<circle cx="{7 + 12 * n}" cy="7" r="4.6" fill="{paint if name == colour else "#6E7672"}"/>'
        for n, (name, paint) in enumerate(LAMPS.items())
    )
    return f'<svg width="38" height="14"><rect width="38" height="14" rx="4" fill="#2B2F2D"/>{drawn}</svg>'


def _ratings(update: Update) -> tuple[list[Record], str]:
    records = []
    parts = [tag("h2", "How is it going?")]
    for label, key in LABELS.items():
        rated = update.rated[key]
        parts += [markup("div", tag("b", label) + _lamps(rated.current), 'class="light"')]
        parts += [tag("p", rated.comment, 'class="why"')]
        records.append(gold.rating(label, key, rated.current, comment=rated.comment))
    return records, "".join(parts)


def _work(update: Update) -> tuple[list[Record], str]:
    """What was done in paragraphs under each kind of work, what is left and what comes next as bullets."""
    parts = [tag("h2", "What we have done")]
    records = []
    for workstream, tasks in by_workstream(update.done).items():
        parts.append(tag("h4", workstream))
        parts += [tag("p", task.text) for task in tasks]
        records += [gold.activity("completed", task.text, workstream) for task in tasks]
    if update.missed:
        parts.append(
            tag("h2", "What we had planned but did not do") + bullets(task.text for task in update.missed)
        )
        records += [gold.activity("missed", task.text) for task in update.missed]
    parts.append(tag("h2", "What comes next") + bullets(task.text for task in update.planned))
    records += [gold.activity("planned", task.text) for task in update.planned]
    return records, "".join(parts)


def _diary(update: Update) -> tuple[list[Record], str]:
    """Milestones reached and to come in tables without lines."""
    records = []
    reached: list[list[Cell]] = []
    ahead: list[list[Cell]] = []
    for item in update.milestones:
        if item.actual:
            reached.append([item.text, dates.brief(item.baseline), dates.brief(item.actual)])
            records.append(gold.told_milestone(item, "baseline", "actual"))
    for item in update.milestones:
        if not item.actual:
            ahead.append([item.text, dates.brief(item.baseline), dates.brief(item.forecast)])
            records.append(gold.told_milestone(item, "baseline", "forecast"))
    parts = [tag("h2", "Milestones")]
    if reached:
        parts.append(tag("h4", "Behind us") + table(["Milestone", "First planned", "Reached"], reached))
    if ahead:
        parts.append(tag("h4", "Ahead of us") + table(["Milestone", "First planned", "Now expected"], ahead))
    return records, "".join(parts)


def _worries(update: Update) -> tuple[list[Record], str]:
    parts = []
    risks, issues = update.of_kind("risk"), update.of_kind("issue")
    records = [gold.risk("risk", told.sentence) for told in risks]
    records += [gold.told_risk(told, "response") for told in issues]
    if risks:
        parts.append(tag("h2", "Risks we are watching") + bullets(told.sentence for told in risks))
    if issues:
        parts.append(tag("h2", "Issues we are dealing with"))
        parts.append(bullets(f"{told.text} – {told.response}" for told in issues))
    return records, "".join(parts)


def _money(update: Update) -> tuple[list[Record], str]:
    rows: list[list[Cell]] = []
    for line in with_total(update):
        rows.append(
            [line.text, *((f"£{n:,}", 'class="num"') for n in (line.budget, line.actual, line.forecast))]
        )
    head: list[Cell] = ["", *((word, 'class="num"') for word in ("Budget", "Spent so far", "Forecast"))]
    records = [gold.told_money(line, "budget", "actual", "forecast") for line in with_total(update)]
    return records, tag("h2", "Money") + table(head, rows)


FAMILY = Family(
    name="column_bulletin",
    organisation="Ister Valley Wildlife Trust",
    style="a wildlife trust's bulletin on a scheme, set like a magazine by a reporting service",
    tests="two columns of a page, lamps of which one is lit, a drawn bar with its scale, ligatures, no lines in tables",
    suffix=".pdf",
    apart=False,
    projects=("wetland",),
    render=render,
)
