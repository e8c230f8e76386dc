"""A teaching hospital's project page on its staff site, printed by Chromium: cards and lists."""

from __future__ import annotations

from samples import dates, gold, web
from samples.family import Family, Rendered, by_workstream
from samples.gold import Record
from samples.month import Rated, Update

WORDS = {"Green": "On plan", "Amber": "Slipping", "Red": "Stuck", "Blue": "Finished"}
INK = {"Green": "#107C10", "Amber": "#C19C00", "Red": "#C50F1F", "Blue": "#0F6CBD"}
CARDS = {
    "Schedule": ("schedule", "schedule"),
    "Budget": ("cost", "cost"),
    "Clinical safety": ("safety", ""),
    "Our people": ("people", ""),
    "Benefits": ("benefits", "benefits"),
}
LINKS = ("Order of specialties", "Viewer user guide", "Ask for a folder", "Hazard log")
MILLION = 1_000_000
STYLE = """
@page { size: A4; margin: 15mm 11mm; } * { box-sizing: border-box; }
body { font: 9.5pt 'Open Sans', sans-serif; color: #242424; margin: 0; }
.bar { background: #03787C; color: #fff; padding: 6px 12px; display: flex; gap: 22px; }
.bar b { flex: 1; } .crumbs { color: #616161; font-size: 8pt; margin: 6px 0 0; }
h1 { font-size: 21pt; margin: 2px 0; font-weight: 600; }
h2 { font-size: 13pt; font-weight: 600; margin: 15px 0 6px; break-after: avoid; }
h3 { font-size: 9.5pt; margin: 0 0 3px; }
.by { color: #616161; font-size: 8.5pt; }
.hero { border-left: 8px solid var(--c); background: #F5F5F5; padding: 8px 12px; margin: 10px 0; }
.pill { background: var(--c); color: #fff; border-radius: 9px; padding: 1px 9px; font-weight: 600; }
.grid { display: grid; grid-template-columns: repeat(3, 1fr); gap: 9px; }
.card { border: 1px solid #D1D1D1; border-top: 5px solid var(--c, #D1D1D1); border-radius: 4px; padding: 7px 9px;
  break-inside: avoid; }
.card p { margin: 4px 0 0; } .was { color: #616161; font-size: 8pt; }
.facts { grid-template-columns: repeat(4, 1fr); } .facts span { display: block; color: #616161; font-size: 8pt; }
.meter { height: 8px; background: #E0E0E0; border-radius: 4px; } .meter i { display: block; height: 8px;
  border-radius: 4px; background: #03787C; }
ul { margin: 2px 0; padding-left: 15px; }
table { border-collapse: collapse; width: 100%; font-size: 8.5pt; }
th { text-align: left; color: #616161; font-weight: 600; border-bottom: 1px solid #8A8A8A; padding: 4px 5px; }
td { padding: 4px 5px; vertical-align: top; } tr { break-inside: avoid; }
tbody tr:nth-child(odd) td { background: #F7F9F9; }
.face { display: inline-block; width: 17px; height: 17px; border-radius: 50%; background: #D4E8E9; font-size: 6.5pt;
  line-height: 17px; text-align: center; margin-right: 4px; }
.links { background: #F0F6F6; padding: 6px 10px; margin-top: 14px; font-size: 8.5pt; color: #03787C; }
"""


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    month = dates.month_year(update.first_day)
    overall = update.rated["overall"]
    ratings = [gold.rating("Overall", "overall", overall.current, overall.previous, overall.comment)]
    cards = []
    for label, (key, dimension) in CARDS.items():
        rated = update.rated[key]
        cards.append(web.markup("div", web.tag("h3", label) + _said(rated), f'class="card" {_hue(rated)}'))
        record = gold.rating(label, dimension, rated.current, rated.previous, rated.comment)
        if not dimension:
            del record["dimension"]  # readers may differ
        ratings.append(record)
    work, activities = _work(update, month)
    dated, milestones = _milestones(update)
    spend, finances = _spend(update)
    log, risks = _log(update)
    asked = web.bullets(update.decisions) if update.decisions else web.tag("p", "Nothing this month")
    body = (
        web.browser_furniture(
            f"{project.name} - Digital Hub",
            f"{dates.slashed(update.next_month)}, 08:52",
            "https://hub.kingsmere.example/sites/digital/casenotes",
        )
        + '<div class="bar"><b>Kingsmere Teaching Hospitals</b><span>Home</span><span>Divisions</span>'
        "<span>Digital Hub</span><span>Policies</span></div>"
        + web.tag("p", f"Digital Hub › {project.programme} › Project pages", 'class="crumbs"')
        + web.tag("h1", project.name)
        + web.tag("p", f"Monthly update, {month}  ·  Update written {_day(update)}", 'class="by"')
        + web.markup("div", web.tag("h3", "Overall") + _said(overall), f'class="hero" {_hue(overall)}')
        + web.tag("p", update.summary)
        + web.markup("div", "".join(cards), 'class="grid"')
        + web.tag("p", "Green: on plan. Amber: slipping. Red: stuck. Blue: finished.", 'class="was"')
        + _about(update)
        + work
        + web.tag("h2", "Milestones")
        + dated
        + web.tag("h2", "Risk and issue list")
        + log
        + web.tag("h2", "Spend")
        + spend
        + web.tag("h2", "Decisions we need from the Digital Board")
        + asked
        + web.tag("div", "Quick links:  " + "  |  ".join(LINKS), 'class="links"')
    )
    report = gold.told_report(
        update,
        "programme",
        "reference",
        "sponsor",
        "manager",
        "report_date",
        "start_date",
        "end_date",
        "percent_complete",
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        finances=finances,
        risks=risks,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(web.page(f"{project.name} - Digital Hub", STYLE, body).encode(), (report,))


def _day(update: Update) -> str:
    return f"{update.reported:%A} {dates.long(update.reported)}"


def _hue(rated: Rated) -> str:
    return f'style="--c:{INK[rated.current]}"'


def _said(rated: Rated) -> str:
    last = f"Last month: {WORDS[rated.previous]}" if rated.previous else "Last month: n/a"
    return (
        web.tag("span", WORDS[rated.current], 'class="pill"')
        + web.tag("p", rated.comment)
        + web.tag("p", last, 'class="was"')
    )


def _about(update: Update) -> str:
    project = update.project
    facts = (
        ("Programme", project.programme),
        ("Project ID", project.reference),
        ("SRO", project.sponsor),
        ("Project manager", project.manager),
        ("Start date", dates.brief(project.start)),
        ("End date", dates.brief(project.end)),
        ("Clinical safety officer", "as above"),
        ("Complete", f"{update.percent}%"),
    )
    cells = "".join(
        web.markup("div", web.tag("span", label, "") + web.tag("b", text)) for label, text in facts
    )
    meter = f'<div class="meter"><i style="width:{update.percent}%"></i></div>'
    return web.tag("h2", "About this project") + web.markup("div", cells, 'class="grid facts"') + meter


def _work(update: Update, month: str) -> tuple[str, list[Record]]:
    cards, records = [], []
    for team, tasks in by_workstream(update.done).items():
        texts = [task.text for task in tasks]
        cards.append(web.markup("div", web.tag("h3", team) + web.bullets(texts), 'class="card"'))
        records += [gold.activity("completed", text, team) for text in texts]
    page = web.tag("h2", f"Done in {month}") + web.markup("div", "".join(cards), 'class="grid"')
    if not update.done:
        page += web.tag("p", "None")
    if update.missed:
        page += web.tag("h2", "Should have happened but didn't")
        page += web.bullets(task.text for task in update.missed)
        records += [gold.activity("missed", task.text) for task in update.missed]
    rows: list[list[web.Cell]] = []
    for task in update.planned:
        rows.append([task.text, task.workstream, _person(task.owner), dates.brief(task.due)])
        records.append(gold.activity("planned", task.text, task.workstream, task.owner, task.due))
    page += web.tag("h2", "Coming up next month")
    return page + web.table(["Action", "Workstream", "Assigned to", "Due date"], rows), records


def _person(name: str) -> tuple[str, str]:
    letters = "".join(part[0] for part in name.split()[-2:])
    return web.tag("span", letters, 'class="face"') + web.tag("span", name), ""


def _milestones(update: Update) -> tuple[str, list[Record]]:
    rows: list[list[web.Cell]] = []
    records = []
    for item in update.milestones:
        state = {"Blue": "Complete", "Green": "On track"}.get(item.rating, "Late")
        latest = item.actual or item.forecast
        rows.append([item.text, dates.brief(item.baseline), dates.brief(latest), state])
        records.append(gold.milestone(item.text, baseline=item.baseline, forecast=latest, status=state))
    return web.table(["Milestone", "Original date", "Latest date", "Status"], rows), records


def _spend(update: Update) -> tuple[str, list[Record]]:
    rows: list[list[web.Cell]] = []
    records = []
    for line in update.money:
        amounts = [round(n / MILLION, 2) for n in (line.budget, line.actual, line.forecast)]
        rows.append([line.text, *(f"£{n:.2f}m" for n in amounts)])
        budget, actual, forecast = (round(n * MILLION) for n in amounts)
        records.append(gold.finance(line.text, budget=budget, actual=actual, forecast=forecast))
    return web.table(["Line", "Budget", "Spent to date", "Forecast"], rows), records


def _log(update: Update) -> tuple[str, list[Record]]:
    heads = [
        "ID",
        "Type",
        "Title",
        "Likelihood",
        "Impact",
        "Rating",
        "What we are doing",
        "Assigned to",
        "Status",
    ]
    rows: list[list[web.Cell]] = []
    records = []
    for told in update.risks:
        likelihood = str(told.likelihood) if told.likelihood else ""
        pill = web.tag("span", told.rating, f'class="pill" style="--c:{INK[told.rating]}"')
        texts = (told.reference, told.kind.title(), told.text, likelihood, str(told.impact))
        rows.append([*texts, (pill, ""), told.response, _person(told.owner), told.status])
        record = gold.told_risk(
            told, "reference", "response", "owner", "rating", "status", impact=str(told.impact)
        )
        record["likelihood"] = likelihood or None
        records.append(record)
    return web.table(heads, rows), records


FAMILY = Family(
    name="casenotes_hub",
    organisation="Kingsmere Teaching Hospitals NHS Foundation Trust",
    style="a teaching hospital's project page on its staff site, printed from the browser",
    tests="words of its own in pills on cards over last month's, people with faces, latest dates, moment of printing",
    suffix=".pdf",
    apart=False,
    projects=("w6_casenotes",),
    render=render,
    office=True,
    source=".html",
)
