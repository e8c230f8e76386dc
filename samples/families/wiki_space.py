"""A wiki page that a digital team keeps for its project, printed from the browser: lozenges, panels, task boxes."""

from __future__ import annotations

from datetime import date
from html import escape

from samples import dates, gold
from samples.family import Family, Rendered, by_workstream
from samples.gold import Record
from samples.month import Update
from samples.web import Cell, browser_furniture, bullets, markup, page, table, tag

LABELS = {
    "Timeline": "schedule", "Spend": "cost", "Scope": "scope", "Team": "resources", "Benefits": "benefits",
}  # fmt: skip
WORDS = {"Green": "ON TRACK", "Amber": "AT RISK", "Red": "OFF TRACK"}
STATES = {"Blue": "DONE", "Green": "ON TRACK", "Amber": "AT RISK", "Red": "LATE"}
LEVELS = {1: "Very low", 2: "Low", 3: "Medium", 4: "High", 5: "Very high"}
PAINT = {"Green": ("#DCFFF1", "#216E4E"), "Amber": ("#FFF7D6", "#7F5F01"), "Red": ("#FFECEB", "#AE2E24"),
         "Blue": ("#E9F2FF", "#0055CC")}  # fmt: skip
STRUCK = "Move the stand-up to the third floor while the lift is mended"
STYLE = """
@page { size: A4; margin: 17mm 14mm }
body { font: 10pt/1.5 "Open Sans", "Liberation Sans", sans-serif; color: #172B4D }
h1 { font-size: 20pt; margin: 2mm 0 } h2 { font-size: 13.5pt; margin: 6mm 0 2mm }
h3 { font-size: 10.5pt; margin: 3mm 0 1mm }
.crumbs, .by { color: #626F86; font-size: 8.5pt }
table { border-collapse: collapse; width: 100%; margin: 1mm 0 } tr { break-inside: avoid }
th, td { border: 1px solid #C1C7D0; padding: 4px 7px; text-align: left; vertical-align: top }
th { background: #F4F5F7 } .facts { width: auto } .facts th { width: 45mm }
.loz { border-radius: 3px; font-weight: 700; font-size: 8pt; padding: 1px 5px; white-space: nowrap }
.day { background: #EBECF0; border-radius: 3px; padding: 1px 5px; white-space: nowrap }
.note { background: #DEEBFF; border-radius: 3px; padding: 3mm 4mm 3mm 11mm; position: relative }
.note i { position: absolute; left: 4mm; top: 4mm; width: 14px; height: 14px; border-radius: 50%; background: #0052CC }
.task { padding-left: 6mm; position: relative; margin: 1mm 0 }
.task i { position: absolute; left: 0; top: 3px; width: 10px; height: 10px; border: 1.5px solid #7A869A }
.done i { background: #0C66E4; border-color: #0C66E4 }
.ask { background: #F4F5F7; border-radius: 3px; padding: 2mm 3mm 2mm 9mm; margin: 1mm 0; position: relative }
.ask svg { position: absolute; left: 3mm; top: 3mm } ul { margin: 0; padding-left: 7mm }
.chip { background: #F1F2F4; border-radius: 9px; padding: 1px 8px; font-size: 8.5pt }
"""
ARROW = '<svg width="12" height="12"><path d="M6 0v8M2 5l4 5 4-5" stroke="#36B37E" stroke-width="2" fill="none"/></svg>'


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    month = dates.month_year(update.first_day)
    title = f"{project.name}: {month}"
    overall = update.rated["overall"]
    facts: list[list[Cell]] = [
        ["Project", project.name],
        ["Project code", project.reference],
        ["Programme", project.programme],
        ["Senior responsible owner", project.sponsor],
        ["Delivery lead", project.manager],
        ["Reporting period", month],
        ["Date of update", _day(update.reported)],
        ["Overall status", _lozenge(WORDS[overall.current], overall.current)],
    ]
    heads = [[(escape(str(label)), 'class="key"'), value] for label, value in facts]
    properties = table(None, heads, 'class="facts"').replace('<td class="key">', "<th>")
    body = [
        tag("div", f"Spaces  /  Delivery  /  Status updates  /  {update.first_day.year}", 'class="crumbs"'),
        tag("h1", title),
        tag("div", f"Owned by {project.manager}  ·  3 min read  ·  14 people viewed", 'class="by"'),
        markup("p", properties),
        markup("div", f"<i></i>{escape(update.summary)}", 'class="note"'),
    ]
    ratings = [gold.rating("Overall status", "overall", overall.current)]
    ratings += _health(body, update)
    activities = _work(body, update)
    milestones = _roadmap(body, update)
    risks = _raid(body, update)
    body.append(tag("h2", "Budget"))
    rows: list[list[Cell]] = []
    for line in update.money:
        rows.append([line.text, f"£{line.budget:,}", f"£{line.actual:,}", f"£{line.forecast:,}"])
    body.append(table(["Budget line", "Approved", "Spent to date", "Forecast at completion"], rows))
    body.append(tag("h2", "Decisions we need"))
    body += [markup("div", ARROW + escape(text), 'class="ask"') for text in update.decisions]
    if not update.decisions:
        body.append(tag("p", "No decisions needed this month."))
    body.append('<p><span class="chip">status-update</span> <span class="chip">claims</span></p>')
    furniture = browser_furniture(
        f"{title} - Delivery - Wiki",
        f"{dates.slashed(update.reported)}, 16:{update.number + 10}",
        f"wiki.aca.example/display/DEL/pages/{4410000 + update.number * 37}",
    )
    report = gold.told_report(
        update,
        *("reference", "programme", "sponsor", "manager", "report_date"),
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        risks=risks,
        finances=[gold.told_money(line, "budget", "actual", "forecast") for line in update.money],
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(page(title, STYLE, furniture + "".join(body)).encode(), (report,))


def _lozenge(text: str, colour: str) -> Cell:
    back, ink = PAINT[colour]
    return tag("span", text, f'class="loz" style="background:{back};color:{ink}"'), ""


def _day(day: date | None) -> Cell:
    return (tag("span", dates.brief(day), 'class="day"'), "") if day else ""


def _health(body: list[str], update: Update) -> list[Record]:
    body.append(tag("h2", "Health check"))
    rows: list[list[Cell]] = []
    records = []
    for label, key in LABELS.items():
        rated = update.rated[key]
        before = _lozenge(WORDS[rated.previous], rated.previous) if rated.previous else "-"
        rows.append([label, _lozenge(WORDS[rated.current], rated.current), before, rated.comment])
        records.append(gold.rating(label, key, rated.current, rated.previous, rated.comment))
    body.append(table(["Area", "This month", "Last month", "Why?"], rows))
    return records


def _work(body: list[str], update: Update) -> list[Record]:
    body.append(tag("h2", "What we got done"))
    records = []
    for workstream, tasks in by_workstream(update.done).items():
        body += [tag("h3", workstream), bullets(task.text for task in tasks)]
        records += [gold.activity("completed", task.text, workstream) for task in tasks]
    body.append(tag("h2", "What slipped"))
    body += [markup("div", f"<i></i>{escape(task.text)}", 'class="task"') for task in update.missed]
    records += [gold.activity("missed", task.text) for task in update.missed]
    if not update.missed:
        body.append(tag("p", "Nothing slipped."))
    body.append(tag("h2", "Coming up"))
    rows: list[list[Cell]] = [[task.text, f"@{task.owner}", _day(task.due)] for task in update.planned]
    if update.number % 2:
        rows.append([(tag("s", STRUCK), ""), "", ""])
    body.append(table(["What", "Who", "When"], rows))
    for task in update.planned:
        record = gold.activity("planned", task.text, due=task.due)
        del record["owner"]  # '@Name' may be told with its sign or without
        if dates.named_deadline(task.text):
            del record["due"]
        records.append(record)
    return records


def _roadmap(body: list[str], update: Update) -> list[Record]:
    body.append(tag("h2", "Roadmap"))
    rows: list[list[Cell]] = []
    records = []
    for item in update.milestones:
        state = STATES[item.rating]
        forecast = None if item.actual else item.forecast
        days = [_day(item.baseline), _day(forecast), _day(item.actual)]
        rows.append([item.text, *days, _lozenge(state, item.rating)])
        records.append(
            gold.milestone(
                item.text,
                baseline=item.baseline,
                forecast=forecast,
                actual=item.actual,
                rating=item.rating,
                status=state,
            )
        )
    body.append(table(["Milestone", "Baseline", "Forecast", "Delivered", "State"], rows))
    return records


def _raid(body: list[str], update: Update) -> list[Record]:
    body.append(tag("h2", "Risks and issues"))
    rows: list[list[Cell]] = []
    records = []
    for told in update.risks:
        chance = LEVELS[told.likelihood] if told.likelihood else "-"
        impact, kind = LEVELS[told.impact], told.kind.capitalize()
        rating = _lozenge(told.rating.upper(), told.rating)
        rows.append([told.reference, kind, told.text, told.response, chance, impact, rating, told.owner])
        words = {"impact": impact} | ({"likelihood": chance} if told.likelihood else {})
        records.append(gold.told_risk(told, "reference", "response", "owner", "rating", **words))
    body.append(
        table(["ID", "Type", "Description", "What we're doing", "Likelihood", "Impact", "RAG", "Owner"], rows)
    )
    if not rows:
        body.append(tag("p", "Nothing on the register."))
    return records


FAMILY = Family(
    name="wiki_space",
    organisation="Advice and Claims Agency",
    style="a digital team's wiki page printed from the browser",
    tests="lozenges before and now, task boxes, a struck row, the browser's own header and footer, rows over pages",
    suffix=".pdf",
    apart=False,
    projects=("claims",),
    render=render,
    office=True,
    source=".html",
)
