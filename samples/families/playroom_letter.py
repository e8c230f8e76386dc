"""A children's charity writes to its funder each quarter, set by WeasyPrint: a letter, then a page of two columns."""

from __future__ import annotations

from html import escape

from samples import dates, gold
from samples.family import Family, Rendered, by_workstream
from samples.gold import Record
from samples.month import Task, Update, with_total
from samples.printing import print_with_weasyprint
from samples.story import tell
from samples.web import Cell, bullets, markup, page, table, tag

STORY = "w5_firstwords"
QUARTERS = {1: "April to June", 4: "July to September", 7: "October to December", 10: "January to March"}
"""By the month of the story in which a quarter ends; between them nothing is written."""
ASPECTS = {
    "The grant as a whole": "overall", "Timetable": "schedule", "Families taking part": "stakeholders",
    "Our team": "resources", "Money": "cost", "Difference made to children": "benefits",
}  # fmt: skip
WORDS = {"Green": "Going well", "Amber": "Some concern", "Red": "Serious concern"}
PAINT = {"Green": "#BFE3B4", "Amber": "#FFDE8A", "Red": "#F6A99B"}
STYLE = """
@page { size: A4; margin: 18mm 20mm 20mm;
  @bottom-center { font: 8pt Lato; color: #777;
    content: "Sparrow House Trust, registered charity · page " counter(page) } }
body { font: 10.4pt/1.45 Lato, "Liberation Sans"; color: #2A2A2A }
.top { display: flex; border-bottom: 2.5pt solid #C2487B; padding-bottom: 3mm; margin-bottom: 7mm }
.top b { flex: 1; font-size: 18pt; color: #C2487B }
.top span { font-size: 8.5pt; text-align: right; white-space: pre-line }
.to { white-space: pre-line; margin-bottom: 5mm } .re { font-weight: 700; margin: 4mm 0 }
.re div { margin: .5mm 0 }
table { border-collapse: collapse; width: 100% } td, th { text-align: left; vertical-align: top; padding: 1.2mm 1.5mm }
.aspects { margin: 3mm 0 } .aspects td { border-bottom: .4pt solid #DDD } .aspects th { color: #C2487B }
.pill { border-radius: 2.5mm; padding: .4mm 2.2mm; white-space: nowrap } .key { font-size: 8.5pt; color: #666 }
.sheet { break-before: page; columns: 2; column-gap: 9mm; column-rule: .4pt solid #DDD; font-size: 9.6pt }
h2 { font-size: 12pt; color: #C2487B; margin: 4.5mm 0 1mm; break-after: avoid } .sheet h2:first-child { margin-top: 0 }
h3 { font-size: 9.6pt; margin: 1.5mm 0 .5mm; break-after: avoid } ul { margin: 0; padding-left: 4mm }
p { margin: 0 0 2.5mm } .small { font-size: 8.6pt } .small th { border-bottom: .8pt solid #C2487B }
.small tr { break-inside: avoid } .small td, .small th { padding: .8mm 1mm } .num { text-align: right !important }
.total td { border-top: .8pt solid #C2487B; font-weight: 700 }
"""


def gather(number: int) -> tuple[Update, ...]:
    """A quarter's last month; the months between have no letter."""
    return (tell(STORY, number),) if number in QUARTERS else ()


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    ratings, aspects = _ratings(update)
    activities, work = _work(update)
    milestones, key_dates = _milestones(update)
    risks, worries = _worries(update)
    finances, money = _money(update)
    asks = bullets(update.decisions) if update.decisions else tag("p", "Nothing this quarter.")
    inner = work + key_dates + worries + money + tag("h2", "What we would like to ask you") + asks
    body = _letter(update, aspects) + markup("div", inner, 'class="sheet"')
    report = gold.told_report(
        update,
        *("programme", "reference", "manager", "report_date", "start_date", "end_date"),
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        risks=risks,
        finances=finances,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(print_with_weasyprint(page(f"{update.project.name}: report", STYLE, body)), (report,))


def _letter(update: Update, aspects: str) -> str:
    project = update.project
    address = "Sparrow House Trust\n41 Weaver Street, Bensley\nhello@sparrowhouse.example"
    quarter = f"{QUARTERS[update.number]} {update.last_day.year}"
    re_lines = (
        f"Project: {project.name}",
        f"Grant reference: {project.reference}",
        f"Grant programme: {project.programme}",
        f"Project lead: {project.manager}",
        f"Reporting period: {quarter}",
        f"Project start: {dates.long(project.start)}",
        f"Project end: {dates.long(project.end)}",
    )
    parts = [
        markup("div", tag("b", "Sparrow House") + tag("span", address), 'class="top"'),
        tag("p", f"Date: {dates.ordinal(update.reported)}"),
        tag("div", "The Aldous Wray Foundation\n3 Minster Yard", 'class="to"'),
        tag("p", "Dear friends,"),
        markup("div", "".join(tag("div", line) for line in re_lines), 'class="re"'),
        tag(
            "p",
            "Thank you for your support. This is our letter for the quarter, with the particulars overleaf.",
        ),
        tag("p", update.summary),
        tag("p", "This is how we see it ourselves, on the scale that you ask us to use:"),
        aspects,
        tag("p", "With warm wishes from all of us,"),
        tag("p", f"{project.sponsor}, Chief Executive"),
    ]
    return "".join(parts)


def _ratings(update: Update) -> tuple[list[Record], str]:
    rows: list[list[Cell]] = []
    records = []
    for label, key in ASPECTS.items():
        rated = update.rated[key]
        # Three months of the story are one quarter: what stood in the last letter is older than last month.
        before = tell(STORY, update.number - 3).rated[key].current if update.number > 1 else None
        now, then = (
            f'<span class="pill" style="background:{PAINT[colour]}">{escape(WORDS[colour])}</span>'
            if colour
            else ""
            for colour in (rated.current, before)
        )
        rows.append([label, (now, ""), (then, ""), rated.comment])
        records.append(gold.rating(label, key, rated.current, before, rated.comment))
    if update.number == 1:
        for row in rows:
            row[2] = "first letter"
    key_line = "Scale: Going well = green; Some concern = amber; Serious concern = red."
    head = ["", "This quarter", "Last quarter", "In our words"]
    return records, table(head, rows, 'class="aspects"') + tag("p", key_line, 'class="key"')


def _work(update: Update) -> tuple[list[Record], str]:
    """What was done in the three months; what was to be done and was not; what is to come."""
    numbers = range(max(1, update.number - 2), update.number + 1)
    done = tuple(task for number in numbers for task in tell(STORY, number).done)
    records: list[Record] = []

    def listed(title: str, kind: str, tasks: tuple[Task, ...], empty: str) -> str:
        parts = [tag("h2", title)]
        for workstream, told in by_workstream(tasks).items():
            parts.append(tag("h3", workstream) + bullets(task.text for task in told))
            records.extend(gold.activity(kind, task.text, workstream) for task in told)
        return "".join(parts) if tasks else parts[0] + tag("p", empty)

    html = listed("What we have done", "completed", done, "Nothing has been finished this quarter.")
    html += listed("What we had hoped to do but have not", "missed", update.missed, "Nothing.")
    late = {task.text for task in update.missed}
    coming = tuple(task for task in update.planned if task.text not in late)
    html += listed("What we will do next quarter", "planned", coming, "Only what is carried over.")
    return records, html


def _milestones(update: Update) -> tuple[list[Record], str]:
    rows: list[list[Cell]] = []
    records = []
    for item in update.milestones:
        forecast = None if item.actual else item.forecast
        days = [dates.brief(day) if day else "" for day in (item.baseline, forecast, item.actual)]
        rows.append([item.text, *days])
        records.append(
            gold.milestone(item.text, baseline=item.baseline, forecast=forecast, actual=item.actual)
        )
    head = ["Milestone", "In our bid", "We now expect", "Reached"]
    return records, tag("h2", "Milestones in the grant agreement") + table(head, rows, 'class="small"')


def _worries(update: Update) -> tuple[list[Record], str]:
    """Risks and problems apart, each a sentence, a dash and what is done about it."""
    records = []
    parts = []
    for kind, title, empty in (
        ("risk", "Risks that we are watching", "None at present."),
        ("issue", "Problems that we have met", "None at present."),
    ):
        told = update.of_kind(kind)
        lines = bullets(f"{item.text} – {item.response}" for item in told)
        parts.append(tag("h2", title) + (lines if told else tag("p", empty)))
        records += [gold.told_risk(item, "response") for item in told]
    return records, "".join(parts)


def _money(update: Update) -> tuple[list[Record], str]:
    rows = []
    records = []
    right = 'class="num"'
    for line in with_total(update):
        sums = [(f"£{n:,}", right) for n in (line.budget, line.actual, line.forecast)]
        cells: list[Cell] = [line.text, *sums]
        rows.append(cells)
        records.append(gold.told_money(line, "budget", "actual", "forecast"))
    head: list[Cell] = ["", *((word, right) for word in ("Grant budget", "Spent so far", "Expect to spend"))]
    return records, tag("h2", "Your grant, spent") + table(head, rows, 'class="small"')


FAMILY = Family(
    name="playroom_letter",
    organisation="Sparrow House Trust",
    style="a children's charity's quarterly letter to the foundation that funds it, set by a reporting service",
    tests="a letter with bold lines of facts, coloured words now and then, two columns overleaf, dashes, a quarter",
    suffix=".pdf",
    apart=True,
    projects=(STORY,),
    render=render,
    gather=gather,
)
