"""A housing partnership's monthly letter to its board, set by WeasyPrint: prose, a small matrix of letters, dashes."""

from __future__ import annotations

from html import escape

from samples import dates, gold, web
from samples.family import Family, Rendered, by_workstream
from samples.gold import Record
from samples.month import Update
from samples.printing import print_with_weasyprint

FILLS = {"Green": "#8BC48A", "Amber": "#F6C65B", "Red": "#E2756B", "Blue": "#8FB4DC"}
AREAS = {
    "Overall": ("overall", "overall"),
    "Timing": ("schedule", "schedule"),
    "Money": ("cost", "cost"),
    "Partners": ("partners", ""),
    "Residents": ("residents", "stakeholders"),
    "Quality of homes": ("homes", "quality"),
}
MILLION, THOUSAND = 1_000_000, 1000
POSTSCRIPT = (
    "P.S. Since I wrote this the county has moved the bus stop back to Cropper Street. Thank you all."
)
STYLE = """
@page { size: A4; margin: 22mm 24mm 20mm; @bottom-center { content: counter(page) " of " counter(pages);
  font: 8pt Lato; color: #6A5A55; } @top-right { content: string(subject); font: italic 8pt Lato; color: #6A5A55; } }
@page :first { margin-top: 14mm; @top-right { content: none; } }
body { font: 10.5pt/1.42 Lato, sans-serif; color: #2B2523; }
.head { border-bottom: 2pt solid #A3402D; padding-bottom: 5pt; margin-bottom: 12pt; }
.head b { font-size: 16pt; color: #A3402D; } .head span { display: block; font-size: 8.5pt; }
.top { display: flex; } .to { flex: 1; } .facts { font-size: 9pt; width: 62mm; }
.to p, .facts p { margin: 0; }
h1 { font-size: 12pt; margin: 12pt 0 4pt; } h1 span { string-set: subject content(); }
h2 { font-size: 11pt; color: #A3402D; margin: 13pt 0 3pt; break-after: avoid; }
h3 { font-size: 10.5pt; font-style: italic; margin: 5pt 0 1pt; break-after: avoid; }
ul { list-style: none; margin: 0; padding-left: 12pt; } ul li { margin-bottom: 3pt; }
ul li::before { content: "– "; margin-left: -10pt; } p { margin: 0 0 6pt; }
table { border-collapse: collapse; } .matrix { margin: 6pt 0; font-size: 9.5pt; }
.matrix th, .matrix td { border: 0.6pt solid #6A5A55; padding: 3pt 7pt; text-align: center; font-weight: normal; }
.matrix th { background: #F3ECE6; } .matrix td:first-child { text-align: left; font-weight: bold; }
.plain { width: 100%; font-size: 9.5pt; } .plain th { text-align: left; border-bottom: 0.8pt solid #A3402D; }
.plain td, .plain th { padding: 2.5pt 6pt 2.5pt 0; } .small { font-size: 8.5pt; color: #6A5A55; }
.sign { margin-top: 14pt; break-inside: avoid; }
"""


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    month, following = dates.month_year(update.first_day), dates.month_year(update.next_month)
    cleared = update.number % 3 != 0
    matrix, ratings = _matrix(update)
    work, activities = _work(update, following)
    promised, milestones = _dates(update)
    money, finances = _money(update)
    worries, risks = _worries(update)
    asked = web.tag("p", "There is nothing that we need you to decide this month.")
    if update.decisions:
        asked = web.markup("ol", "".join(web.tag("li", text) for text in update.decisions))
    body = (
        _head(update)
        + web.markup("h1", web.tag("span", f"{project.name}: report for {month}"))
        + web.tag("p", "Dear partners,")
        + web.tag("p", update.summary)
        + web.tag("h2", "How we see it")
        + matrix
        + work
        + web.tag("h2", "The dates we promised")
        + promised
        + web.tag("h2", "Where the money stands")
        + money
        + worries
        + web.tag("h2", "What we ask you to decide")
        + asked
        + '<div class="sign"><p>With good wishes,</p><p>&nbsp;</p>'
        + web.tag("p", project.manager)
        + web.tag("p", "for the Partnership Office")
        + web.tag("p", f"Report agreed by the project sponsor: {'Yes' if cleared else 'No'}", 'class="small"')
        + web.tag(
            "p",
            "cc  ward councillors; chair of the estate board; Homes England (area manager)",
            'class="small"',
        )
        + (web.tag("p", POSTSCRIPT) if update.number % 4 == 0 else "")
        + "</div>"
    )
    report = gold.told_report(
        update,
        "programme",
        "reference",
        "sponsor",
        "manager",
        "report_date",
        authorised=cleared,
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        finances=finances,
        risks=risks,
        decisions=gold.decisions(update.decisions),
    )
    page = web.page(f"{project.name}, {month}", STYLE, body)
    return Rendered(print_with_weasyprint(page), (report,))


def _head(update: Update) -> str:
    project = update.project
    facts = (
        ("Date", dates.ordinal(update.reported)),
        ("Programme", project.programme),
        ("Project ref", project.reference),
        ("Project sponsor", project.sponsor),
        ("Project manager", project.manager),
    )
    lines = "".join(web.markup("p", f"<b>{label}:</b> {escape(text)}") for label, text in facts)
    to = (
        "To the Partnership Board",
        "Borough of Hathersgate",
        "Corran Living",
        "Eastern Homes; Marsh & Vale Homes",
    )
    address = "".join(web.tag("p", line) for line in to)
    return (
        f'<div class="head"><b>{escape(project.programme)}</b><span>The Old Tollhouse, 2 Cropper Street, Hathersgate  '
        "·  office@easternestates.example</span></div>"
        f'<div class="top"><div class="to">{address}</div><div class="facts">{lines}</div></div>'
    )


def _matrix(update: Update) -> tuple[str, list[Record]]:
    now: list[web.Cell] = [dates.month_year(update.first_day)]
    before: list[web.Cell] = ["Month before"]
    reasons, records = [], []
    for label, (key, dimension) in AREAS.items():
        rated = update.rated[key]
        now.append((rated.current[0], f'style="background:{FILLS[rated.current]}"'))
        before.append(rated.previous[0] if rated.previous else "")
        comment = None if rated.current == "Green" and key != "overall" else rated.comment
        if comment:
            reasons.append(web.markup("p", f"<b>{label}:</b> {escape(comment)}"))
        record = gold.rating(label, dimension, rated.current, rated.previous, comment)
        if not dimension:
            del record["dimension"]  # readers may differ: those who have a stake, or on whom the work depends
        records.append(record)
    grid = web.table(["", *AREAS], [now, before], 'class="matrix"')
    key = "G: as agreed.  A: a worry that we can deal with.  R: we need the Board."
    return grid + web.tag("p", key, 'class="small"') + "".join(reasons), records


def _work(update: Update, following: str) -> tuple[str, list[Record]]:
    page, records = "", []
    for head, kind, tasks, nothing in (
        ("What has been done", "completed", update.done, "A quiet month."),
        ("What we meant to do and have not", "missed", update.missed, "None."),
        (f"What we plan for {following}", "planned", update.planned, "None."),
    ):
        page += web.tag("h2", head)
        for strand, told in by_workstream(tasks).items():
            page += web.tag("h3", strand) + web.bullets(task.text for task in told)
            records += [gold.activity(kind, task.text, strand) for task in told]
        page += "" if tasks else web.tag("p", nothing)
    return page, records


def _dates(update: Update) -> tuple[str, list[Record]]:
    rows: list[list[web.Cell]] = []
    records = []
    for item in update.milestones:
        expected = None if item.actual else item.forecast
        told = [dates.ordinal(day) if day else "" for day in (item.baseline, expected, item.actual)]
        rows.append([item.text, *told])
        records.append(
            gold.milestone(item.text, baseline=item.baseline, forecast=expected, actual=item.actual)
        )
    return web.table(["", "Promised", "Now expected", "Done"], rows, 'class="plain"'), records


def _sum(amount: int) -> tuple[str, int]:
    """The amount as a letter writes it, and what that is worth."""
    if amount >= MILLION:
        return f"£{amount / MILLION:.1f}m", round(round(amount / MILLION, 1) * MILLION)
    return f"£{amount / THOUSAND:.0f}k", round(amount / THOUSAND) * THOUSAND


def _money(update: Update) -> tuple[str, list[Record]]:
    rows: list[list[web.Cell]] = []
    records = []
    for line in update.money:
        printed, worth = zip(*map(_sum, (line.budget, line.actual, line.forecast)), strict=True)
        rows.append([line.text, *printed])
        records.append(gold.finance(line.text, budget=worth[0], actual=worth[1], forecast=worth[2]))
    return web.table(["Source", "Budget", "Spent so far", "Forecast"], rows, 'class="plain"'), records


def _worries(update: Update) -> tuple[str, list[Record]]:
    page, records = "", []
    for head, kind in (("Risks we are watching", "risk"), ("Issues we are dealing with", "issue")):
        told = update.of_kind(kind)
        page += web.tag("h2", head)
        page += (
            web.bullets(f"{item.text} – {item.response}." for item in told) if told else web.tag("p", "None.")
        )
        records += [gold.risk(kind, item.text, response=f"{item.response}.") for item in told]
    return page, records


FAMILY = Family(
    name="renewal_letter",
    organisation="Eastern Estates Partnership",
    style="a housing regeneration partnership's monthly letter to its board, set by a service",
    tests="areas across over months in a small matrix, reasons beneath, strands in italics, dashes, agreed or not",
    suffix=".pdf",
    apart=False,
    projects=("w6_tollgate",),
    render=render,
)
