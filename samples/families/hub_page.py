"""A county's intranet page for a project, printed from the browser: turned heads, striped rows, a ring."""

from __future__ import annotations

from html import escape

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Update, with_total
from samples.web import Cell, markup, page, row, table, tag

LABELS = {
    "Overall position": "overall", "Timescale": "schedule", "Budget": "cost", "Staffing": "resources",
    "Quality of practice": "quality", "Families and partners": "stakeholders",
}  # fmt: skip
PAINT = {"Green": "#4CAF6D", "Amber": "#FFC145", "Red": "#E4572E", "Blue": "#5B8DBE"}
LETTERS = {"Green": "G", "Amber": "A", "Red": "R", "Blue": "B"}
THOUSAND = 1000
STYLE = """
@page { size: A4; margin: 13mm 13mm 18mm }
* { box-sizing: border-box }
body { font: 9.5pt/1.45 Lato, "Liberation Sans", sans-serif; color: #252525; margin: 0 }
.bar { background: #0B6E4F; color: #fff; padding: 3mm 4mm; font-weight: 700 }
.nav { border-bottom: 1px solid #CCC; padding: 1.5mm 4mm; font-size: 8pt; display: flex; gap: 8mm; color: #0B6E4F }
h1 { font-size: 21pt; margin: 4mm 0 0 } .sub { color: #666; margin-bottom: 3mm }
h2 { font-size: 12.5pt; color: #0B6E4F; margin: 5mm 0 1.5mm; break-after: avoid }
.two { display: flex; gap: 6mm } .main { flex: 1 } .side { width: 52mm; background: #F2F6F4; padding: 3mm 4mm }
.side dt { font-size: 7.5pt; color: #666; margin-top: 1.5mm } .side dd { margin: 0; font-weight: 700 }
.side h2 { margin-top: 0 }
.ring { width: 27mm; height: 27mm; border-radius: 50%; margin: 3mm auto 1mm; display: flex; align-items: center;
  justify-content: center } .ring b { width: 18mm; height: 18mm; border-radius: 50%; background: #F2F6F4;
  line-height: 18mm; text-align: center; font-size: 13pt }
.rag { border-collapse: collapse } .rag td { border: 1px solid #fff; text-align: center; width: 12mm; font-weight: 700 }
.rag td:first-child { width: 30mm; text-align: left; font-weight: 400 } .rag th { height: 33mm; vertical-align: bottom }
.rag th span { writing-mode: vertical-rl; transform: rotate(180deg); font-weight: 400; white-space: nowrap }
.rows { border-collapse: collapse; width: 100% } .rows tr { break-inside: avoid }
.rows th { text-align: left; border-bottom: 1.5px solid #0B6E4F; vertical-align: bottom }
.rows td, .rows th { padding: 1.3mm 1.5mm; vertical-align: top }
.rows tbody tr:nth-child(odd) td { background: #EDF2EF }
.rows .band td { background: #DDE9E3 !important; font-weight: 700 } .num { text-align: right !important }
.mark { position: fixed; top: 110mm; left: 28mm; font-size: 110pt; font-weight: 900; color: rgba(150,150,150,.22);
  transform: rotate(-38deg); z-index: 9; letter-spacing: 6mm }
"""
FOOTER = (
    '<template id="print-footer"><div style="font:7.5px Lato;color:#555;width:100%;padding:0 49px;display:flex">'
    '<span style="flex:1">Fenmarket County Council | Transformation hub</span><span>Page <span class="pageNumber">'
    '</span> of <span class="totalPages"></span></span></div></template>'
)


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    ratings, matrix, reasons = _ratings(update)
    activities, actions = _actions(update)
    milestones, key_dates = _milestones(update)
    risks, register = _register(update)
    finances, money = _money(update)
    links = "".join(tag("span", text) for text in ("Home", "Projects", "Boards", "Templates", "People"))
    main = tag("h2", "Where we are") + tag("p", update.summary) + tag("h2", "RAG") + matrix
    asks = markup("ol", "".join(tag("li", text) for text in update.decisions)) if update.decisions else ""
    body = [
        FOOTER,
        tag("div", "DRAFT", 'class="mark"') if update.number % 2 else "",
        tag("div", "Transformation hub", 'class="bar"') + markup("div", links, 'class="nav"'),
        tag("h1", project.name) + tag("div", "Monthly project page", 'class="sub"'),
        markup("div", markup("div", main, 'class="main"') + _side(update), 'class="two"'),
        reasons + actions + key_dates + register + money,
        tag("h2", "For decision") + (asks or tag("p", "Nothing for decision this month.")),
    ]
    report = gold.told_report(
        update,
        *("programme", "reference", "sponsor", "manager", "report_date", "percent_complete"),
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        risks=risks,
        finances=finances,
        decisions=gold.decisions(update.decisions),
    )
    report["end_date"] = dates.iso_month(project.end)
    return Rendered(page(f"{project.name} - Transformation hub", STYLE, "".join(body)).encode(), (report,))


def _side(update: Update) -> str:
    project = update.project
    lines = (
        ("Programme", project.programme),
        ("Reference", project.reference),
        ("Sponsor", project.sponsor),
        ("Project manager", project.manager),
        ("Reporting month", dates.month_year(update.first_day)),
        ("Date of report", dates.ordinal(update.reported)),
        ("Target end date", dates.month_year(project.end)),
    )
    facts = "".join(tag("dt", label) + tag("dd", value) for label, value in lines)
    fill = f"background:conic-gradient(#0B6E4F 0 {update.percent}%, #CFDDD6 0)"
    ring = markup("div", tag("b", f"{update.percent}%"), f'class="ring" style="{fill}"')
    ring += tag("div", "of the plan complete", 'style="text-align:center"')
    return markup("div", tag("h2", "At a glance") + markup("dl", facts) + ring, 'class="side"')


def _ratings(update: Update) -> tuple[list[Record], str, str]:
    """Areas as heads turned upright; this report's row beneath the last one's; reasons apart, by the same labels."""

    def painted(colour: str | None) -> Cell:
        return (LETTERS[colour], f'style="background:{PAINT[colour]}"') if colour else ""

    told = {label: update.rated[key] for label, key in LABELS.items()}
    head = row([("", ""), *((tag("span", label), "") for label in told)], "th")
    last = row(["Last report", *(painted(rated.previous) for rated in told.values())])
    now = row(["This report", *(painted(rated.current) for rated in told.values())])
    rows = head + (last if update.number > 1 else "") + now
    records = []
    for label, rated in told.items():
        record = gold.rating(label, rated.dimension, rated.current, rated.previous)
        if rated.current != "Green":
            del record["comment"]  # it stands apart, under the area's name
        records.append(record)
    lines = [
        f"<li><b>{escape(label)}:</b> {escape(rated.comment)}</li>"
        for label, rated in told.items()
        if rated.current != "Green"
    ]
    reasons = tag("h2", "Why not green?") + (
        markup("ul", "".join(lines)) if lines else tag("p", "All areas are green.")
    )
    return records, markup("table", rows, 'class="rag"'), reasons


def _actions(update: Update) -> tuple[list[Record], str]:
    """One list whose last column says what became of each action."""
    records = []
    rows: list[list[Cell]] = []
    for kind, word, tasks in (
        ("completed", "Done", update.done),
        ("missed", "Overdue", update.missed),
        ("planned", "Not started", update.planned),
    ):
        for task in tasks:
            if kind == "planned" and task.text in {late.text for late in update.missed}:
                continue  # an overdue action is listed once
            rows.append([task.text, task.workstream, task.owner, dates.slashed(task.due), word])
            record = gold.activity(kind, task.text, task.workstream, task.owner, task.due)
            if dates.named_deadline(task.text):
                del record["due"]
            records.append(record)
    return records, tag("h2", "Action plan") + table(
        ["Action", "Workstream", "Lead", "Due", "Progress"], rows, 'class="rows"'
    )


def _milestones(update: Update) -> tuple[list[Record], str]:
    rows: list[list[Cell]] = []
    records = []
    for item in update.milestones:
        latest = "" if item.actual else dates.slashed(item.forecast)
        met = dates.slashed(item.actual) if item.actual else ""
        cell = LETTERS[item.rating], f'style="background:{PAINT[item.rating]};text-align:center"'
        rows.append([item.text, dates.slashed(item.baseline), latest, met, cell])
        records.append(
            gold.milestone(
                item.text,
                baseline=item.baseline,
                forecast=None if item.actual else item.forecast,
                actual=item.actual,
                rating=item.rating,
            )
        )
    return records, tag("h2", "Milestones") + table(
        ["Milestone", "Baseline", "Latest forecast", "Met on", "RAG"], rows, 'class="rows"'
    )


def _register(update: Update) -> tuple[list[Record], str]:
    records = []
    lines = [row(["Ref", "Description", "What we are doing about it", "Owner", "L", "I", "Score"], "th")]
    body = []
    for kind, title in (("risk", "Risks"), ("issue", "Issues")):
        body.append(markup("tr", tag("td", title, 'colspan="7"'), 'class="band"'))
        for told in update.of_kind(kind):
            score = (str(told.score), f'style="background:{PAINT[told.rating]}"') if told.score else ""
            words = {"impact": str(told.impact)}
            if told.score:
                words |= {"likelihood": str(told.likelihood), "score": str(told.score), "rating": told.rating}
            levels: list[Cell] = [words.get("likelihood", ""), words["impact"], score]
            body.append(row([told.reference, told.text, told.response, told.owner, *levels]))
            records.append(gold.told_risk(told, "reference", "response", "owner", **words))
        if not update.of_kind(kind):
            body.append(row([("None this month", 'colspan="7"')]))
    inner = markup("thead", "".join(lines)) + markup("tbody", "".join(body))
    return records, tag("h2", "Risks and issues") + markup("table", inner, 'class="rows"')


def _money(update: Update) -> tuple[list[Record], str]:
    rows: list[list[Cell]] = []
    records = []
    for line in with_total(update):
        budget, actual, forecast = (round(n / THOUSAND) for n in (line.budget, line.actual, line.forecast))
        variance = forecast - budget
        printed = (f"{budget:,}", f"{actual:,}", f"{forecast:,}", f"{variance:+,}" if variance else "0")
        rows.append([line.text, *((text, 'class="num"') for text in printed)])
        whole = [n * THOUSAND for n in (budget, actual, forecast, variance)]
        records.append(
            gold.finance(line.text, budget=whole[0], actual=whole[1], forecast=whole[2], variance=whole[3])
        )
    right = 'class="num"'
    head: list[Cell] = [
        "£000",
        *((word, right) for word in ("Budget", "Spend to date", "Forecast", "Variance")),
    ]
    return records, tag("h2", "Budget") + table(head, rows, 'class="rows"')


FAMILY = Family(
    name="hub_page",
    organisation="Fenmarket County Council",
    style="a county's intranet page for a project printed from the browser",
    tests="turned heads over letters then and now, side column, striped rows, one action list, DRAFT across the pages",
    suffix=".pdf",
    apart=False,
    projects=("w2a_fostering",),
    render=render,
    office=True,
    source=".html",
)
