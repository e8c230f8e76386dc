"""An agency's wiki page for a project, printed from Chromium: panels, lozenges, tables without a line."""

from __future__ import annotations

from datetime import date
from html import escape

from samples import dates, gold
from samples.family import Family, Rendered, by_workstream
from samples.gold import Record
from samples.month import LATE_DAYS, Milestone, Money, Update
from samples.retelling import retold
from samples.web import Cell, bullets, markup, page, table, tag

AREAS = {
    "Overall health": "overall", "Schedule": "schedule", "Spend": "cost", "Scope": "scope", "People": "resources",
    "User benefits": "benefits", "Boaters and trade": "stakeholders",
}  # fmt: skip
LOZENGES = {"Green": "ON TRACK", "Amber": "AT RISK", "Red": "OFF TRACK"}
PAINT = {
    "Green": ("#DFFCF0", "#216E4E"), "Amber": ("#FFE380", "#533F04"), "Red": ("#FF8F73", "#5D1F1A"),
    "Blue": ("#B3D4FF", "#0747A6"), "Grey": ("#DFE1E6", "#42526E"),
}  # fmt: skip
STATE_PAINT = {"DONE": "Green", "ON TRACK": "Green", "SLIPPING": "Amber", "LATE": "Red", "TO DO": "Grey"}
BROADS = {
    "vendor": "supplier", "Vendor": "Supplier", "Murray": "Broads", "regional managers": "area managers",
    "Regional managers": "Area managers",
    "regional offices": "area offices", "All regions": "All areas", "coastal regions": "coastal areas",
    "metropolitan region": "Thames area", "metropolitan release": "Thames release", "Broads region": "Broads area",
    "statewide": "national", "Statewide": "National", "Mildura": "Wroxham", "whole-of-government": "cross-government",
    "mainframe": "legacy", "Mainframe": "Legacy", "Boating Industry Council": "Marine Trades Forum",
    "Industry council": "Trades forum", "Marine dealers": "Brokers", "marine dealers": "brokers", "dealers": "brokers",
    "Dealers": "Brokers", "dealer guide": "broker guide", "Dealer guide": "Broker guide", "position is": "post is",
    "Steering Committee direction required; see section 7.": "Direction needed from the Board; see the last section.",
    "$": "£", "All risks medium or lower": "No risk rated high", "Project Board's": "Board's",
}  # fmt: skip
MILLION = 1_000_000
STYLE = """
@page { size: A4; margin: 14mm 15mm 16mm }
body { font: 10pt/1.5 "Open Sans", "Liberation Sans", sans-serif; color: #172B4D; margin: 0 }
.crumbs { font-size: 8.5pt; color: #6B778C } .who { background: #F1F2F4; border-radius: 3mm; padding: 0 1.4mm }
h1 { font-size: 22pt; font-weight: 600; margin: 2mm 0 4mm; line-height: 1.2 }
h2 { font-size: 14pt; font-weight: 600; margin: 6mm 0 1.5mm; break-after: avoid }
h3 { font-size: 10.5pt; font-weight: 600; margin: 2mm 0 .5mm; break-after: avoid }
ul, ol { margin: 0; padding-left: 6mm } p { margin: 0 0 2mm }
table { border-collapse: collapse; width: 100% } tr { break-inside: avoid }
td, th { text-align: left; vertical-align: top; padding: 1.2mm 3mm 1.2mm 0 } th { font-weight: 600; color: #6B778C }
.facts { width: auto } .facts th { width: 42mm; color: #172B4D } .num { text-align: right !important }
.panel { background: #DEEBFF; border-radius: 1mm; padding: 3mm 4mm; margin: 3mm 0 }
.loz { border-radius: .8mm; padding: .2mm 1.4mm; font-size: 8pt; font-weight: 700; white-space: nowrap }
"""
FURNITURE = (
    '<template id="print-footer"><div style="font:7.5px Open Sans;color:#6B778C;width:100%;padding:0 57px;'
    'display:flex"><span style="flex:1">Inland Navigation Agency wiki: Delivery space</span><span class="pageNumber">'
    "</span></div></template>"
)


def render(updates: tuple[Update, ...]) -> Rendered:
    update = retold(
        updates[0],
        BROADS,
        reference="INA-DEL-117",
        sponsor="Meredith Clarke",
        department="Licensing Services",
    )
    ratings, health = _ratings(update)
    activities, work = _work(update)
    milestones, roadmap = _milestones(update)
    risks, raid = _raid(update)
    finances, spend = _spend(update)
    asks = markup("ol", "".join(tag("li", text) for text in update.decisions)) if update.decisions else ""
    body = [
        FURNITURE,
        tag("div", "Delivery space / Projects / Licensing", 'class="crumbs"'),
        tag("h1", update.project.name),
        _facts(update),
        markup("div", tag("p", update.summary), 'class="panel"'),
        health + work + roadmap + raid + spend,
        tag("h2", "Decisions needed from the Board") + (asks or tag("p", "None this month.")),
    ]
    report = gold.told_report(
        update,
        *("programme", "reference", "sponsor", "manager", "report_date", "end_date", "percent_complete"),
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        risks=risks,
        finances=finances,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(page(f"{update.project.name} - Delivery space", STYLE, "".join(body)).encode(), (report,))


def _lozenge(text: str, colour: str) -> str:
    back, ink = PAINT[colour]
    return f'<span class="loz" style="background:{back};color:{ink}">{escape(text)}</span>'


def _person(name: str) -> str:
    return tag("span", name, 'class="who"')


def _facts(update: Update) -> str:
    project = update.project
    lines = (
        ("Project ID", project.reference),
        ("Programme", project.programme),
        ("SRO", project.sponsor),
        ("Delivery lead", project.manager),
        ("Reporting month", dates.month_year(update.first_day)),
        ("Report date", dates.brief(update.reported)),
        ("Planned end", dates.brief(project.end)),
        ("Percent complete", f"{update.percent}%"),
        ("Team", project.department),
    )
    rows = "".join(markup("tr", tag("th", label) + tag("td", value)) for label, value in lines)
    return markup("table", rows, 'class="facts"')


def _ratings(update: Update) -> tuple[list[Record], str]:
    rows: list[list[Cell]] = []
    records = []
    for label, key in AREAS.items():
        rated = update.rated[key]
        now, was = (
            _lozenge(LOZENGES[colour], colour) if colour else "" for colour in (rated.current, rated.previous)
        )
        rows.append([label, (was, ""), (now, ""), rated.comment])
        records.append(gold.rating(label, key, rated.current, rated.previous, rated.comment))
    if update.number == 1:
        for cells in rows:
            del cells[1]
    head = ["Area", *(["Previous"] if update.number > 1 else []), "Current", "Commentary"]
    return records, tag("h2", "Health check") + table(head, rows)


def _work(update: Update) -> tuple[list[Record], str]:
    """Lists by strand for what is finished; rows with a date and a lozenge for the rest."""
    records = []
    parts = [tag("h2", "Finished this month")]
    for workstream, told in by_workstream(update.done).items():
        parts.append(tag("h3", workstream) + bullets(task.text for task in told))
        records += [gold.activity("completed", task.text, workstream) for task in told]
    if not update.done:
        parts.append(tag("p", "Nothing was finished this month."))
    for kind, title, tasks in (
        ("missed", "Planned but not finished", update.missed),
        ("planned", "Coming up next month", update.planned),
    ):
        rows: list[list[Cell]] = []
        for task in tasks:
            rows.append([task.text, task.workstream, (_person(task.owner), ""), dates.brief(task.due)])
            record = gold.activity(kind, task.text, task.workstream, task.owner, task.due)
            if dates.named_deadline(task.text) not in (None, task.due.isoformat()):
                del record["due"]
            records.append(record)
        lines = table(["Task", "Strand", "Who", "Due"], rows) if rows else tag("p", "None.")
        parts.append(tag("h2", title) + lines)
    return records, "".join(parts)


def _state(item: Milestone) -> str:
    if item.actual:
        return "DONE"
    return "ON TRACK" if not item.slip else "SLIPPING" if item.slip <= LATE_DAYS else "LATE"


def _milestones(update: Update) -> tuple[list[Record], str]:
    rows: list[list[Cell]] = []
    records = []

    def printed(day: date | None) -> str:
        return dates.brief(day) if day else "–"

    for item in update.milestones:
        forecast = None if item.actual else item.forecast
        state = _state(item)
        days = [printed(day) for day in (item.baseline, forecast, item.actual)]
        rows.append([item.text, *days, (_lozenge(state, STATE_PAINT[state]), "")])
        record = gold.milestone(
            item.text, baseline=item.baseline, forecast=forecast, actual=item.actual, status=state
        )
        del record["rating"]  # a word of status on a colour: readers differ
        records.append(record)
    return records, tag("h2", "Roadmap") + table(
        ["Milestone", "Original plan", "Forecast", "Actual", "Status"], rows
    )


def _raid(update: Update) -> tuple[list[Record], str]:
    records = []
    parts = []
    for kind, title, answer in (("risk", "Risks", "Mitigation"), ("issue", "Issues", "Resolution")):
        told = update.of_kind(kind)
        rows: list[list[Cell]] = []
        for item in told:
            rag = (_lozenge(item.rating.upper(), item.rating), "")
            rows.append([item.reference, item.text, item.response, (_person(item.owner), ""), rag])
            records.append(gold.told_risk(item, "reference", "response", "owner", "rating"))
        lines = table(["ID", title[:-1], answer, "Owner", "RAG"], rows) if rows else tag("p", "None open.")
        parts.append(tag("h2", title) + lines)
    return records, "".join(parts)


def _spend(update: Update) -> tuple[list[Record], str]:
    """Millions to two places."""
    rows: list[list[Cell]] = []
    records = []
    right = 'class="num"'
    for line in update.money:
        told = Money(line.text, *(round(n, -4) for n in (line.budget, line.actual, line.forecast)))
        sums: list[Cell] = [(f"{n / MILLION:.2f}", right) for n in (told.budget, told.actual, told.forecast)]
        rows.append([told.text, *sums])
        records.append(gold.told_money(told, "budget", "actual", "forecast"))
    heads: list[Cell] = [(word, right) for word in ("Budget", "Spent to date", "Forecast outturn")]
    return records, tag("h2", "Spend (£m)") + table(["Line", *heads], rows)


FAMILY = Family(
    name="agency_space",
    organisation="Inland Navigation Agency",
    style="a government agency's wiki page for a project printed from the browser",
    tests="lozenges of last month and this, tables without a line, a coloured panel, people in chips, dashes, millions",
    suffix=".pdf",
    apart=False,
    projects=("boating",),
    render=render,
    office=True,
    source=".html",
)
