"""A government institute's marked report from its reporting service: rules between rows and nowhere else."""

from __future__ import annotations

from datetime import timedelta
from html import escape

from samples import dates, gold
from samples.family import Family, Rendered, by_workstream
from samples.gold import Record
from samples.month import Update, with_total
from samples.printing import print_with_weasyprint
from samples.web import Cell, bullets, markup, page, row, table, tag

LABELS = {
    "Schedule": "schedule", "Cost": "cost", "Benefits": "benefits", "People": "resources",
    "Stakeholders": "stakeholders", "Technical quality": "quality",
}  # fmt: skip
PAINT = {"Red": "#C62828", "Amber/Red": "#E56A17", "Amber": "#F0A202", "Amber/Green": "#A9B918", "Green": "#2E7D32",
         "Blue": "#1565C0"}  # fmt: skip
MILLION = 1_000_000
STYLE = """
@page { size: A4; margin: 26mm 18mm 24mm;
  @top-left { content: string(title); font: 8pt "Liberation Serif" } @top-right { content: "Version 1." var(--number);
    font: 8pt "Liberation Serif" }
  @top-center { content: "OFFICIAL - SENSITIVE"; font: bold 9pt "Liberation Sans"; color: #A00 }
  @bottom-center { content: "OFFICIAL - SENSITIVE"; font: bold 9pt "Liberation Sans"; color: #A00 }
  @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 8pt "Liberation Serif" }
  @footnote { border-top: .4pt solid #000; padding-top: 1mm } }
body { font: 10.5pt/1.38 "Liberation Serif", serif; hyphens: none }
h1 { font: bold 19pt "Liberation Sans"; margin: 0 0 1mm; string-set: title content() }
.kind { font: 11pt "Liberation Sans"; color: #555; border-bottom: 2pt solid #333; padding-bottom: 2mm }
h2 { font: bold 12.5pt "Liberation Sans"; margin: 6mm 0 1.5mm; break-after: avoid; counter-increment: part }
h2::before { content: counter(part) ".  " }
table { border-collapse: collapse; width: 100% }
td, th { text-align: left; vertical-align: top; padding: 1.2mm 2mm 1.2mm 0 }
th { font: bold 9pt "Liberation Sans" } thead tr { border-bottom: 1pt solid #333 }
tbody tr { border-bottom: .3pt solid #999 }
.facts tr { border: 0 } .facts td { padding: .4mm 2mm .4mm 0 } .facts td:nth-child(odd) { color: #555; width: 35mm }
.dca { border-left: 6mm solid; padding: 1mm 0 1mm 4mm; font: bold 12pt "Liberation Sans"; margin: 4mm 0 }
svg { vertical-align: -1.5pt; margin-right: 1.5mm } .num { text-align: right }
ul { margin: 0; padding-left: 4mm } .foot { float: footnote; font-size: 8.5pt }
"""


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    overall = update.rated["overall"]
    facts: list[list[Cell]] = [
        ["Programme", project.programme, "Project ID", project.reference],
        ["SRO", project.sponsor, "Project manager", project.manager],
        ["Reporting period", dates.month_year(update.first_day), "Report date", dates.long(update.reported)],
        ["Project start", dates.long(project.start), "Project end", dates.long(project.end)],
    ]
    label = "Delivery confidence assessment"
    band = f"{label}: {overall.confidence}"
    activities, work = _work(update)
    milestones, key_dates = _milestones(update)
    risks, register = _register(update)
    finances, money = _money(update)
    ratings, areas = _ratings(update)
    asks = "".join(tag("li", text) for text in update.decisions)
    body = [
        tag("h1", project.name) + tag("div", "Monthly highlight report", 'class="kind"'),
        table(None, facts, 'class="facts"'),
        tag("div", band, f'class="dca" style="border-color:{PAINT[overall.confidence]}"'),
        tag("h2", "Headlines") + tag("p", update.summary),
        areas + work + key_dates + register + money,
        tag("h2", "Escalations and decisions sought"),
        markup("ol", asks) if asks else tag("p", "None."),
    ]
    report = gold.told_report(
        update,
        *("programme", "reference", "sponsor", "manager", "report_date", "start_date", "end_date"),
        ratings=[gold.rating(label, "overall", overall.confidence), *ratings],
        activities=activities,
        milestones=milestones,
        risks=risks,
        finances=finances,
        decisions=gold.decisions(update.decisions),
    )
    style = STYLE.replace('1." var(--number)', f'1.{update.number}"')
    return Rendered(print_with_weasyprint(page(project.name, style, "".join(body))), (report,))


def _sign(colour: str | None, word: str | None = None) -> Cell:
    """A disc and the word beside it."""
    if not colour:
        return ""
    disc = f'<svg width="9" height="9"><circle cx="4.5" cy="4.5" r="4.5" fill="{PAINT[colour]}"/></svg>'
    return disc + escape(word or colour), 'style="white-space:nowrap"'


def _ratings(update: Update) -> tuple[list[Record], str]:
    """Two months side by side under their names."""
    before = (update.first_day - timedelta(days=1)).month
    head = ["Area", dates.MONTHS[before - 1][:3], dates.MONTHS[update.first_day.month - 1][:3], "Commentary"]
    rows: list[list[Cell]] = []
    records = []
    for label, key in LABELS.items():
        rated = update.rated[key]
        rows.append([label, _sign(rated.previous), _sign(rated.current), rated.comment])
        records.append(gold.rating(label, key, rated.current, rated.previous, rated.comment))
    return records, tag("h2", "Status by area") + table(head, rows)


def _work(update: Update) -> tuple[list[Record], str]:
    """A row for each workstream, past beside future; what was not delivered in a list of its own."""
    done, planned = by_workstream(update.done), by_workstream(update.planned)
    rows: list[list[Cell]] = []
    records = []
    for name in dict.fromkeys((*done, *planned)):
        cells = [bullets(task.text for task in group.get(name, ())) for group in (done, planned)]
        rows.append([(f"<b>{escape(name)}</b>", 'style="width:34mm"'), *((cell, "") for cell in cells)])
        for kind, group in (("completed", done), ("planned", planned)):
            records += [gold.activity(kind, task.text, name) for task in group.get(name, ())]
    late = bullets(task.text for task in update.missed) if update.missed else tag("p", "None.")
    records += [gold.activity("missed", task.text) for task in update.missed]
    text = tag("h2", "Delivery") + table(
        ["Workstream", "Achieved in the period", "Planned for next period"], rows
    )
    return records, text + tag("h2", "Planned for this period but not achieved") + late


def _milestones(update: Update) -> tuple[list[Record], str]:
    rows: list[list[Cell]] = []
    records = []
    for item in update.milestones:
        days = [item.baseline, None if item.actual else item.forecast, item.actual]
        printed = [dates.dashed(day) if day else "" for day in days]
        rows.append([item.text, *printed, str(item.slip), _sign(item.rating, item.status)])
        records.append(
            gold.milestone(
                item.text,
                baseline=days[0],
                forecast=days[1],
                actual=days[2],
                rating=item.rating,
                status=item.status,
            )
        )
    head = ["Milestone", "Baseline", "Forecast", "Actual", "Slip (days)", "Status"]
    return records, tag("h2", "Milestones") + table(head, rows)


def _register(update: Update) -> tuple[list[Record], str]:
    """Risks and issues apart; the mitigation stands labelled beneath the description."""
    records = []
    parts = []
    for kind, title, verb in (("risk", "Principal risks", "Mitigation"), ("issue", "Issues", "Action")):
        rows: list[list[Cell]] = []
        for told in update.of_kind(kind):
            text = f"{escape(told.text)}<br><i>{verb}:</i> {escape(told.response)}"
            score = str(told.score) if told.score else ""
            tail = [score, _sign(told.rating)] if kind == "risk" else []
            rows.append([told.reference, (text, ""), told.owner, *tail, told.status])
            words = {"score": score, "rating": told.rating} if kind == "risk" else {}
            records.append(gold.told_risk(told, "reference", "response", "owner", "status", **words))
        head = ["Ref", "Description", "Owner", *(["Score", "RAG"] if kind == "risk" else []), "Status"]
        parts.append(tag("h2", title) + (table(head, rows) if rows else tag("p", "None.")))
    return records, "".join(parts)


def _money(update: Update) -> tuple[list[Record], str]:
    """Millions to two decimals, brackets for what is under budget."""
    note = '<span class="foot">Resource and capital, excluding recoverable VAT.</span>'
    head: list[Cell] = [
        ("£m" + note, ""),
        *((name, 'class="num"') for name in ("Budget", "Actual", "Forecast", "Variance")),
    ]
    lines = [markup("thead", row(head, "th"))]
    records = []
    for line in with_total(update):
        budget, actual, forecast = (round(n / MILLION, 2) for n in (line.budget, line.actual, line.forecast))
        variance = round(forecast - budget, 2)
        told = f"({-variance:.2f})" if variance < 0 else f"{variance:.2f}"
        sums = [f"{budget:.2f}", f"{actual:.2f}", f"{forecast:.2f}", told]
        lines.append(row([line.text, *((text, 'class="num"') for text in sums)]))
        whole = [round(n * MILLION) for n in (budget, actual, forecast, variance)]
        records.append(
            gold.finance(line.text, budget=whole[0], actual=whole[1], forecast=whole[2], variance=whole[3])
        )
    return records, tag("h2", "Finance") + markup("table", "".join(lines))


FAMILY = Family(
    name="ruled_brief",
    organisation="National Institute of Plant and Soil Health",
    style="a government institute's marked report from a reporting service",
    tests="rules between rows alone, months as heads, drawn discs beside words, a marking above and below, a footnote",
    suffix=".pdf",
    apart=False,
    projects=("w2b_labs",),
    render=render,
)
