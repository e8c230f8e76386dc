"""A county's report printed from its project system in the browser: tiles of now and before, one list of tasks."""

from __future__ import annotations

from datetime import date
from html import escape

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Update
from samples.retelling import retold
from samples.web import Cell, browser_furniture, markup, page, table, tag

LABELS = {
    "Overall": "overall", "Time": "schedule", "Budget": "cost", "Savings and benefits": "benefits",
    "Capacity": "resources",
}  # fmt: skip
PAINT = {"Green": "#2E8540", "Amber": "#F2A900", "Red": "#C8102E", "Blue": "#1D70B8"}
HAPPENED = {"completed": "Done", "missed": "Overdue", "planned": "Next month"}
STYLE = """
@page { size: A4; margin: 16mm 12mm }
body { font: 9.5pt/1.4 "Lato", "Liberation Sans", sans-serif; color: #222 }
.bar { background: #1B3A4B; color: #fff; padding: 2.5mm 4mm; display: flex; justify-content: space-between }
h1 { font-size: 18pt; margin: 4mm 0 0 } .sub { color: #5B6B73; margin-bottom: 3mm }
h2 { font-size: 12pt; color: #1B3A4B; border-bottom: 1.5px solid #1B3A4B; margin: 6mm 0 2mm; break-after: avoid }
.facts { display: grid; grid-template-columns: repeat(4, 1fr); gap: 2.5mm 4mm }
.facts span { display: block; font-size: 8pt; color: #5B6B73 }
.tiles { display: grid; grid-template-columns: 34mm 26mm 26mm 1fr; row-gap: 1.5mm; align-items: center }
.tiles b.head { font-size: 8.5pt; color: #5B6B73 }
.pill { color: #fff; border-radius: 10px; padding: 1px 10px; font-size: 8.5pt; font-weight: 700 }
table { border-collapse: collapse; width: 100% } tr { break-inside: avoid }
th { background: #DCE6EA; text-align: left; font-size: 8.5pt } td, th { padding: 4px 6px; vertical-align: top }
tbody tr:nth-child(even) { background: #F4F7F8 } .num { text-align: right }
.track { height: 7px; background: #DDD; width: 70mm; margin-top: 1mm } .track i { display: block; height: 7px;
  background: #1D70B8 }
"""


def render(updates: tuple[Update, ...]) -> Rendered:
    update = retold(
        updates[0],
        {"Thornshire": "Marlshire"},
        name="School Travel Review",
        reference="PRJ-00417",
        sponsor="Hilary Nettleship",
    )
    project = update.project
    month = dates.month_year(update.first_day)
    facts = {
        "Project ID": project.reference,
        "Programme": project.programme,
        "Project executive": project.sponsor,
        "Project manager": project.manager,
        "Reporting month": month,
        "Report date": dates.slashed(update.reported),
        "Start date": dates.slashed(project.start),
        "End date": dates.slashed(project.end),
    }
    cells = "".join(markup("div", tag("span", label) + escape(value or "")) for label, value in facts.items())
    body = [
        browser_furniture(
            f"{project.name} - Pathway",
            f"{dates.slashed(update.reported)}, 09:{update.number + 30}",
            f"https://pathway.marlshire.example/projects/417/reports/{update.number + 60}",
        ),
        '<div class="bar"><b>Pathway</b><span>Marlshire County Council</span></div>',
        tag("h1", project.name) + tag("div", f"Highlight report for {month}", 'class="sub"'),
        markup("div", cells, 'class="facts"'),
        f'<p>Percentage complete: {update.percent}%<span class="track" style="display:block">'
        f'<i style="width:{update.percent}%"></i></span></p>',
        tag("h2", "Executive summary") + tag("p", update.summary),
    ]
    ratings, health = _health(update)
    activities, tasks = _tasks(update)
    milestones, key_dates = _milestones(update)
    risks, log = _log(update)
    finances, money = _money(update)
    asks = "".join(tag("li", text) for text in update.decisions)
    body += [health, tasks, key_dates, log, money, tag("h2", "Support needed from the board")]
    body.append(markup("ul", asks) if asks else tag("p", "None"))
    report = gold.told_report(
        update,
        *("reference", "programme", "sponsor", "manager", "report_date"),
        *("start_date", "end_date", "percent_complete"),
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        risks=risks,
        finances=finances,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(page(project.name, STYLE, "".join(body)).encode(), (report,))


def _pill(colour: str | None) -> str:
    if not colour:
        return tag("span", "–")
    return tag("span", colour, f'class="pill" style="background:{PAINT[colour]}"')


def _day(day: date | None) -> str:
    return dates.slashed(day) if day else ""


def _health(update: Update) -> tuple[list[Record], str]:
    """A grid without lines; the first month has nothing before it."""
    parts = [
        tag("b", name, 'class="head"') for name in ("Indicator", "This month", "Last month", "Commentary")
    ]
    records = []
    for label, key in LABELS.items():
        rated = update.rated[key]
        parts.append(tag("b", label))
        parts += [markup("div", _pill(rated.current)), markup("div", _pill(rated.previous))]
        parts.append(tag("div", rated.comment))
        records.append(gold.rating(label, key, rated.current, rated.previous, rated.comment))
    return records, tag("h2", "Project health") + markup("div", "".join(parts), 'class="tiles"')


def _tasks(update: Update) -> tuple[list[Record], str]:
    """One list, told apart by its last column; what is overdue is not told again among the plans."""
    late = {task.text for task in update.missed}
    coming = tuple(task for task in update.planned if task.text not in late)
    rows: list[list[Cell]] = []
    records = []
    for kind, group in (("completed", update.done), ("missed", update.missed), ("planned", coming)):
        for task in group:
            rows.append([task.text, task.workstream, task.owner, dates.slashed(task.due), HAPPENED[kind]])
            record = gold.activity(kind, task.text, task.workstream, task.owner, task.due)
            if dates.named_deadline(task.text):
                del record["due"]
            records.append(record)
    head = ["Task", "Workstream", "Assigned to", "Due date", "Status"]
    return records, tag("h2", "Tasks") + table(head, rows)


def _milestones(update: Update) -> tuple[list[Record], str]:
    rows: list[list[Cell]] = []
    records = []
    for item in update.milestones:
        forecast = None if item.actual else item.forecast
        shown = [_day(item.baseline), _day(forecast), _day(item.actual)]
        rows.append([item.text, *shown, (_pill(item.rating), "")])
        records.append(
            gold.milestone(
                item.text, baseline=item.baseline, forecast=forecast, actual=item.actual, rating=item.rating
            )
        )
    head = ["Milestone", "Baseline date", "Forecast date", "Actual date", "RAG"]
    return records, tag("h2", "Milestones") + table(head, rows)


def _log(update: Update) -> tuple[list[Record], str]:
    rows: list[list[Cell]] = []
    records = []
    for told in update.risks:
        chance, score = str(told.likelihood or ""), str(told.score or "")
        ink = f'style="background:{PAINT[told.rating]};color:#fff;text-align:center"' if score else ""
        head = [told.reference, told.kind.capitalize(), told.text, told.response, told.owner]
        rows.append([*head, chance, str(told.impact), (score, ink)])
        words = {"impact": str(told.impact)}
        if score:
            words |= {"likelihood": chance, "score": score, "rating": told.rating}
        records.append(gold.told_risk(told, "reference", "response", "owner", **words))
    title = ["ID", "Type", "Description", "Mitigating action", "Owner", "Likelihood", "Impact", "Score"]
    return records, tag("h2", "Risk and issue log") + table(title, rows)


def _money(update: Update) -> tuple[list[Record], str]:
    rows: list[list[Cell]] = []
    for line in update.money:
        sign = "-" if line.variance < 0 else "+" if line.variance else ""
        sums = [f"£{line.budget:,}", f"£{line.actual:,}", f"£{line.forecast:,}"]
        rows.append([line.text, *((n, 'class="num"') for n in (*sums, f"{sign}£{abs(line.variance):,}"))])
    head = ["Cost line", "Budget", "Spend to date", "Forecast outturn", "Variance"]
    records = [gold.told_money(line, "budget", "actual", "forecast", "variance") for line in update.money]
    return records, tag("h2", "Finance") + table(head, rows)


FAMILY = Family(
    name="case_system",
    organisation="Marlshire County Council",
    style="a county's report printed from its project system in the browser",
    tests="pills of this month and last in a grid without lines, one list of tasks told apart by status, striped rows",
    suffix=".pdf",
    apart=False,
    projects=("schooltransport",),
    render=render,
    office=True,
    source=".html",
)
