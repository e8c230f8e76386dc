"""A hospital trust's digital report of three pages from its reporting service: long tables that run over pages."""

from __future__ import annotations

from datetime import timedelta
from html import escape

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Update, with_total
from samples.printing import print_with_weasyprint
from samples.web import Cell, markup, page, row, table, tag

DOMAINS = {
    "Overall assurance": "overall", "Plan and delivery": "schedule", "Finance": "cost",
    "People and capacity": "resources", "Clinical safety and quality": "quality", "Benefits": "benefits",
    "Clinical and staff engagement": "stakeholders",
}  # fmt: skip
PALE = {"Green": "#8FD19E", "Amber": "#FFD166", "Red": "#F28482", "Blue": "#9CC5F0"}
THOUSAND = 1000
STRUCK_EVERY = 4
ONE_TIME = 62, 94, 90
"""Share of observations on time: before, lately, target."""
STYLE = """
@page { size: A4; margin: 24mm 15mm 20mm;
  @top-left { content: "St Aldhelm's Hospitals NHS Foundation Trust"; font: bold 9pt "Open Sans"; color: #005EB8 }
  @top-right { content: "Digital Board paper 6.NUMBER"; font: 8pt "Open Sans"; color: #555 }
  @bottom-left { content: "Commercial in confidence"; font: 8pt "Open Sans"; color: #555 }
  @bottom-right { content: counter(page) " / " counter(pages); font: 8pt "Open Sans"; color: #555 } }
body { font: 9.5pt/1.4 "Open Sans", "Liberation Sans", sans-serif; hyphens: none; color: #212B32 }
h1 { font-size: 18pt; color: #003087; margin: 0 } .sub { font-size: 12pt; color: #425563; margin-bottom: 4mm }
h2 { font-size: 12pt; color: #005EB8; margin: 6mm 0 2mm; break-after: avoid; border-bottom: 1.2pt solid #005EB8 }
table { border-collapse: collapse; width: 100%; margin-bottom: 3mm }
th { background: #E8EDEE; text-align: left; font-size: 8.5pt; vertical-align: bottom }
th, td { border: .5pt solid #AEB7BD; padding: 1.1mm 1.6mm; vertical-align: top }
.facts td:nth-child(odd) { background: #E8EDEE; font-weight: 600; width: 36mm } tr { break-inside: avoid }
.rag { text-align: center; width: 27mm } .rag small { display: block; font-size: 7.5pt }
.day { white-space: nowrap }
.num { text-align: right } .mid { text-align: center } .late { text-decoration: line-through; color: #777 }
ol { list-style-type: lower-alpha; margin: 1mm 0; padding-left: 7mm } p { margin: 1mm 0 2mm }
.control { font-size: 8pt } .control th { font-size: 8pt }
"""


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    period = f"{update.first_day.day} to {dates.long(update.last_day)}"
    facts: list[list[Cell]] = [
        ["Programme", project.programme, "Project reference", project.reference],
        ["SRO", project.sponsor, "Project manager", project.manager],
        ["Reporting period", period, "Report prepared", dates.slashed(update.reported)],
        ["Project started", dates.slashed(project.start), "Planned completion", dates.slashed(project.end)],
        [
            "Clinical safety officer",
            "Prof. Jude Castellane",
            "Overall progress",
            f"{update.percent}% complete",
        ],
    ]
    ratings, domains = _ratings(update)
    activities, work = _work(update)
    milestones, key_dates = _milestones(update)
    risks, register = _register(update)
    finances, money = _money(update)
    asks = markup("ol", "".join(tag("li", text) for text in update.decisions))
    body = (
        tag("h1", project.name)
        + tag("div", "Highlight report to the Digital Board", 'class="sub"')
        + table(None, facts, 'class="facts"')
        + tag("h2", "Executive overview")
        + tag("p", update.summary)
        + domains
        + work
        + key_dates
        + register
        + money
        + tag("h2", "Benefits measures")
        + _measures(update)
        + tag("h2", "The Digital Board is asked to")
        + (asks if update.decisions else tag("p", "No decision is needed this month."))
        + _control(update)
    )
    report = gold.told_report(
        update,
        *("programme", "reference", "sponsor", "manager", "report_date", "start_date", "end_date"),
        percent_complete=update.percent,
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        risks=risks,
        finances=finances,
        decisions=gold.decisions(update.decisions),
    )
    style = STYLE.replace("6.NUMBER", f"6.{update.number % 5 + 1}")
    return Rendered(print_with_weasyprint(page(project.name, style, body)), (report,))


def _ratings(update: Update) -> tuple[list[Record], str]:
    """The colour in capitals on its fill, beneath it the month before's in brackets."""
    before = dates.MONTHS[(update.first_day - timedelta(days=1)).month - 1][:3]
    rows: list[list[Cell]] = []
    records = []
    for label, key in DOMAINS.items():
        rated = update.rated[key]
        was = f"({before}: {rated.previous.upper()})" if rated.previous else "(new)"
        inner = f"<b>{rated.current.upper()}</b><small>{was}</small>"
        cell = inner, f'class="rag" style="background:{PALE[rated.current]}"'
        rows.append([(f"<b>{label}</b>", 'style="width:44mm"'), cell, rated.comment])
        records.append(gold.rating(label, key, rated.current, rated.previous, rated.comment))
    return records, tag("h2", "Assurance by domain") + table(["Domain", "RAG", "Position"], rows)


def _work(update: Update) -> tuple[list[Record], str]:
    """A table for what was done, one for slippage where there is any, one for what comes."""
    records, parts = [], ""
    for title, kind, tasks, head in (
        ("Achievements this period", "completed", update.done, "Date"),
        ("Slippage: planned this period and not completed", "missed", update.missed, "Was due"),
        ("Activities next period", "planned", update.planned, "Due"),
    ):
        rows: list[list[Cell]] = []
        for task in tasks:
            day = min(task.due, update.reported) if kind == "completed" else task.due
            rows.append([task.workstream, task.text, task.owner, (dates.dashed(day), 'class="day"')])
            records.append(gold.activity(kind, task.text, task.workstream, task.owner, day))
        if kind == "planned" and update.number % STRUCK_EVERY == 0:
            struck = ("Training", "Pilot the app in the discharge lounge", "Louise Pemberton", "TBC")
            rows.append([(text, 'class="late"') for text in struck])
        columns = ["Workstream", "Item", "Lead", head]
        parts += tag("h2", title) + (table(columns, rows) if rows else tag("p", "None."))
    return records, parts


def _milestones(update: Update) -> tuple[list[Record], str]:
    rows: list[list[Cell]] = []
    records = []
    for item in update.milestones:
        forecast = None if item.actual else item.forecast
        printed = [dates.dashed(day) if day else "" for day in (item.baseline, forecast, item.actual)]
        fill = f'class="mid" style="background:{PALE[item.rating]}"'
        rows.append([item.text, *printed, (item.rating[0], fill)])
        records.append(
            gold.milestone(
                item.text,
                baseline=item.baseline,
                forecast=forecast,
                actual=item.actual,
                rating=item.rating,
            )
        )
    note = "B = achieved, G = on plan, A = up to three weeks late, R = more than three weeks late"
    head = ["Milestone", "Plan", "Latest forecast", "Achieved", "BRAG"]
    return records, tag("h2", "Milestones") + table(head, rows) + tag("p", note, 'style="font-size:8pt"')


def _register(update: Update) -> tuple[list[Record], str]:
    """Risks and issues in one table, told apart by a column; only risks are scored."""
    records = []
    rows: list[list[Cell]] = []
    for told in update.risks:
        kind = told.kind.capitalize()
        mid = 'class="mid"'
        scored = [(str(told.likelihood), mid), (str(told.impact), mid)]
        words: dict[str, str] = {}
        score: Cell = ""
        if told.score:
            words = {"likelihood": str(told.likelihood), "impact": str(told.impact), "score": str(told.score)}
            words["rating"] = told.rating
            score = (f"<b>{told.score}</b>", f'class="mid" style="background:{PALE[told.rating]}"')
        levels: list[Cell] = [*scored] if told.score else ["", ""]
        rows.append([told.reference, kind, told.text, told.response, told.owner, *levels, score, told.status])
        records.append(gold.told_risk(told, "reference", "response", "owner", "status", **words))
    head = ["ID", "Type", "Description", "Controls and actions", "Lead", "L", "C", "L x C", "Status"]
    return records, tag("h2", "Risks and issues") + table(head, rows)


def _money(update: Update) -> tuple[list[Record], str]:
    """Thousands; brackets for what is under budget."""
    records = []
    lines = []
    for line in with_total(update):
        budget, actual, forecast = (round(n / THOUSAND) for n in (line.budget, line.actual, line.forecast))
        variance = forecast - budget
        told = f"({-variance:,})" if variance < 0 else f"{variance:,}"
        sums = (f"{budget:,}", f"{actual:,}", f"{forecast:,}", told)
        name = f"<b>{line.text}</b>" if line.text == "Total" else escape(line.text)
        lines.append(row([(name, ""), *((text, 'class="num"') for text in sums)]))
        whole = [n * THOUSAND for n in (budget, actual, forecast, variance)]
        records.append(
            gold.finance(line.text, budget=whole[0], actual=whole[1], forecast=whole[2], variance=whole[3])
        )
    head: list[Cell] = [
        "£000",
        *((text, 'class="num"') for text in ("Budget", "Spend to date", "Forecast outturn", "Variance")),
    ]
    inner = markup("thead", row(head, "th")) + markup("tbody", "".join(lines))
    return records, tag("h2", "Finance") + markup("table", inner)


def _measures(update: Update) -> str:
    before, lately, target = ONE_TIME
    rows: list[list[Cell]] = [
        ["Observations recorded on time", f"{before}%", f"{lately + update.number % 3}%", f"{target}%"],
        ["Median minutes from alert to review", "31", str(24 - update.number // 2), "15"],
    ]
    return table(["Measure", "Before", "Now", "Aim"], rows)


def _control(update: Update) -> str:
    """Whose versions they were; their dates are not the report's."""
    first, second = (dates.slashed(update.reported - timedelta(days=days)) for days in (6, 2))
    rows: list[list[Cell]] = [
        ["0.1", first, "Digital PMO", "First draft"],
        ["0.2", second, "Digital PMO", "Comments from the Chief Nurse"],
    ]
    head = ["Version", "Date", "Author", "Change"]
    return tag("h2", "Document history") + table(head, rows, 'class="control"')


FAMILY = Family(
    name="ward_systems",
    organisation="St Aldhelm's Hospitals NHS Foundation Trust",
    style="a hospital trust's digital report of three pages from a reporting service",
    tests="colours in capitals over last month's in brackets, one register over pages, a struck row, drafts' dates",
    suffix=".pdf",
    apart=True,
    projects=("w5_observations",),
    render=render,
)
