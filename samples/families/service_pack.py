"""A portfolio board's pack: cover, contents with page numbers, then projects large and small, each size in its form."""

from __future__ import annotations

from datetime import timedelta
from html import escape

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Task, Update
from samples.printing import print_with_weasyprint
from samples.story import MONTHS_TOLD, tell
from samples.web import Cell, bullets, markup, page, table, tag

LARGE = {"skellow": 3, "streets": 2}
SMALL = {"ticketing": 3, "w2c_planningweb": 0}
"""Months by which a project's story began before the first pack."""
TILES = {"Overall": "overall", "Timetable": "schedule", "Cost": "cost", "Risk exposure": "risk"}
PAINT = {"Green": "#5DAE5B", "Amber": "#F2B134", "Red": "#D64545", "Blue": "#4C86C6"}
THOUSAND = 1000
STYLE = """
@page { size: A4; margin: 20mm 17mm 18mm; @bottom-left { content: "Portfolio Board | Item 6"; font: 8pt Lato }
  @bottom-right { content: counter(page); font: 8pt Lato } }
@page :first { margin: 0; @bottom-left { content: none } @bottom-right { content: none } }
body { font: 9.8pt/1.4 Lato, "Liberation Sans"; color: #222 }
.cover { background: #3B2A5A; color: #fff; height: 297mm; padding: 70mm 25mm 0; box-sizing: border-box }
.cover h1 { font-size: 30pt; margin: 0 0 4mm } .cover p { font-size: 13pt; margin: 2mm 0 }
.sheet { break-before: page } h2 { font-size: 17pt; margin: 0 0 4mm; color: #3B2A5A }
h3 { font-size: 11pt; color: #3B2A5A; margin: 5mm 0 1.5mm; break-after: avoid }
.name { background: #3B2A5A; color: #fff; padding: 2.5mm 4mm; font-size: 15pt; font-weight: 700 }
table { border-collapse: collapse; width: 100% } td, th { text-align: left; vertical-align: top; padding: 1.3mm 2mm }
.contents tr { border-bottom: .3pt dotted #777 } .contents a { text-decoration: none; color: #222 }
.contents a::after { content: target-counter(attr(href), page) }
.facts td:nth-child(odd) { color: #6A5D80; width: 32mm } .facts td { padding: .7mm 2mm }
.tiles { display: flex; gap: 2mm; margin-top: 3mm } .tiles div { flex: 1; padding: 1.5mm 3mm; font-weight: 700 }
.tiles small { display: block; font-weight: 400 }
.lined td, .lined th { border: .5pt solid #B9B0C8 } .lined th { background: #E8E3F0 }
ul { margin: 0; padding-left: 4.5mm }
.ruled tr { border-bottom: .4pt solid #B9B0C8 } .num { text-align: right }
.disc { display: inline-block; width: 3.4mm; height: 3.4mm; border-radius: 50%; margin-right: 1.5mm }
.small td { padding: 1.6mm 2mm } .small td:first-child { font-weight: 700; color: #3B2A5A; width: 38mm }
"""


def gather(number: int) -> tuple[Update, ...]:
    """What is reported to the board of one month: a project that has ended is no longer in the pack."""
    begun = {**LARGE, **SMALL}
    months = {key: number + before for key, before in begun.items()}
    return tuple(tell(key, month) for key, month in months.items() if month <= MONTHS_TOLD)


def render(updates: tuple[Update, ...]) -> Rendered:
    month = dates.month_year(updates[0].first_day)
    meeting = updates[0].last_day + timedelta(days=9)
    cover = tag("h1", "Project reports") + "".join(
        tag("p", text)
        for text in (
            "Levels and Estuary Combined Authority",
            f"Portfolio Board, {dates.long(meeting)}",
            f"Item 6: reports for {month}",
        )
    )
    rows: list[list[Cell]] = []
    sheets = []
    reports = []
    for number, update in enumerate(updates, start=1):
        large = update.project.key in LARGE
        report, inner = _large(update) if large else _small(update)
        overall = update.rated["overall"].current
        link = f'<a href="#p{number}"></a>'
        rows.append([update.project.name, "Full" if large else "Short", (_disc(overall), ""), (link, "")])
        sheets.append(markup("div", inner, f'class="sheet" id="p{number}"'))
        reports.append(report)
    contents = tag("h2", "Contents") + table(["Project", "Report", "RAG", "Page"], rows, 'class="contents"')
    body = markup("div", cover, 'class="cover"') + markup("div", contents, 'class="sheet"') + "".join(sheets)
    return Rendered(print_with_weasyprint(page("Project reports", STYLE, body)), tuple(reports))


def _disc(colour: str) -> str:
    return f'<span class="disc" style="background:{PAINT[colour]}"></span>'


def _records(kind: str, tasks: tuple[Task, ...]) -> list[Record]:
    return [gold.activity(kind, task.text) for task in tasks]


def _large(update: Update) -> tuple[Record, str]:
    """The full form: tiles in their colour, past beside future, registers and funding."""
    project = update.project
    facts: list[list[Cell]] = [
        ["Reference", project.reference, "Programme", project.programme],
        ["Sponsor", project.sponsor, "Project manager", project.manager],
        ["Report for", dates.month_year(update.first_day), "Report date", dates.brief(update.reported)],
    ]
    tiles = []
    ratings = []
    for label, key in TILES.items():
        rated = update.rated[key]
        words = tag("small", label) + escape(rated.current)
        tiles.append(markup("div", words, f'style="background:{PAINT[rated.current]}"'))
        ratings.append(gold.rating(label, key, rated.current))
    both: list[list[Cell]] = [
        [(bullets(task.text for task in tasks), "") for tasks in (update.done, update.planned)]
    ]
    parts = [
        tag("div", project.name, 'class="name"'),
        table(None, facts, 'class="facts"'),
        markup("div", "".join(tiles), 'class="tiles"'),
        tag("h3", "Commentary") + tag("p", update.summary),
        tag("h3", "Progress") + table(["Done this month", "To do next month"], both, 'class="lined"'),
    ]
    if update.missed:
        parts.append(tag("h3", "Slipped from this month") + bullets(task.text for task in update.missed))
    milestones, key_dates = _milestones(update)
    risks, registers = _registers(update)
    finances, funding = _funding(update)
    parts += [key_dates, registers, funding]
    if update.decisions:
        parts.append(tag("h3", "The Board is asked to") + bullets(update.decisions))
    activities = _records("completed", update.done) + _records("planned", update.planned)
    report = gold.told_report(
        update,
        *("reference", "programme", "sponsor", "manager", "report_date"),
        ratings=ratings,
        activities=activities + _records("missed", update.missed),
        milestones=milestones,
        risks=risks,
        finances=finances,
        decisions=gold.decisions(update.decisions),
    )
    return report, "".join(parts)


def _milestones(update: Update) -> tuple[list[Record], str]:
    rows: list[list[Cell]] = []
    records = []
    for item in update.milestones:
        forecast = None if item.actual else item.forecast
        days = [dates.brief(day) if day else "" for day in (item.baseline, forecast, item.actual)]
        rows.append([item.text, *days, (_disc(item.rating), "")])
        records.append(
            gold.milestone(
                item.text, baseline=item.baseline, forecast=forecast, actual=item.actual, rating=item.rating
            )
        )
    head = ["Milestone", "Original date", "Latest forecast", "Achieved", "RAG"]
    return records, tag("h3", "Milestones") + table(head, rows, 'class="ruled"')


def _registers(update: Update) -> tuple[list[Record], str]:
    parts = []
    records = []
    for kind, title in (("risk", "Risks"), ("issue", "Issues")):
        rows: list[list[Cell]] = []
        for told in update.of_kind(kind):
            fill = (told.rating[0], f'style="background:{PAINT[told.rating]};text-align:center"')
            rows.append([told.text, told.response, told.owner, fill])
            records.append(gold.told_risk(told, "response", "owner", "rating"))
        head = [title[:-1], "Control" if kind == "risk" else "Resolution", "Owner", "RAG"]
        parts.append(tag("h3", title) + (table(head, rows, 'class="lined"') if rows else tag("p", "None.")))
    return records, "".join(parts)


def _funding(update: Update) -> tuple[list[Record], str]:
    rows: list[list[Cell]] = []
    records = []
    for line in update.money:
        sums = [round(n / THOUSAND) for n in (line.budget, line.actual, line.forecast)]
        rows.append([line.text, *((f"{n:,}", 'class="num"') for n in sums)])
        whole = [n * THOUSAND for n in sums]
        records.append(gold.finance(line.text, budget=whole[0], actual=whole[1], forecast=whole[2]))
    heads = [(name, 'class="num"') for name in ("Approved", "Spent", "Outturn forecast")]
    return records, tag("h3", "Funding (£k)") + table(["Element", *heads], rows, 'class="ruled"')


def _small(update: Update) -> tuple[Record, str]:
    """The short form: labels at the left, no line anywhere."""
    project = update.project
    overall = update.rated["overall"]
    rag = _disc(overall.current) + escape(f"{overall.current} – {overall.comment}")
    rows: list[list[Cell]] = [
        ["Project ref", project.reference],
        ["Sponsor", project.sponsor],
        ["Project lead", project.manager],
        ["Month", dates.month_year(update.first_day)],
        ["Date of update", dates.brief(update.reported)],
        ["Overall RAG", (rag, "")],
        [
            "Since last month",
            (bullets(task.text for task in update.done), "") if update.done else "Nothing to report",
        ],
        ["Not done", (bullets(task.text for task in update.missed), "") if update.missed else "None"],
        ["Before next month", (bullets(task.text for task in update.planned), "")],
    ]
    risks = []
    for kind, label in (("risk", "Risks"), ("issue", "Issues")):
        told = update.of_kind(kind)
        lines = bullets(f"{risk.text} – {risk.response}" for risk in told)
        rows.append([label, (lines, "") if told else "None"])
        risks += [gold.told_risk(risk, "response") for risk in told]
    rows.append(["Asks of the Board", (bullets(update.decisions), "") if update.decisions else "None"])
    parts = tag("h2", f"Short report: {project.name}") + table(None, rows, 'class="small"')
    activities = _records("completed", update.done) + _records("missed", update.missed)
    report = gold.told_report(
        update,
        *("reference", "sponsor", "manager", "report_date"),
        ratings=[gold.rating("Overall RAG", "overall", overall.current, comment=overall.comment)],
        activities=activities + _records("planned", update.planned),
        risks=risks,
        decisions=gold.decisions(update.decisions),
    )
    return report, parts


FAMILY = Family(
    name="service_pack",
    organisation="Levels and Estuary Combined Authority",
    style="a portfolio board's pack from a reporting service, large and small projects in forms of their own",
    tests="cover and contents, several reports of two forms, tiles in colour, discs alone, a form without lines",
    suffix=".pdf",
    apart=False,
    projects=(*LARGE, *SMALL),
    render=render,
    gather=gather,
    file_name=lambda updates: f"project-reports-{updates[0].period}",
)
