"""A city council's regeneration dashboard on one wide page, printed from the browser: tiles, cards and chips."""

from __future__ import annotations

from html import escape

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Risk, Update, with_total
from samples.web import Cell, bullets, markup, page, table, tag

TILES = {
    "Overall": "overall", "Timetable": "schedule", "Funding": "cost", "Team capacity": "resources",
    "Design and build quality": "quality", "Businesses and residents": "stakeholders",
}  # fmt: skip
WORDS = {"Green": "On course", "Amber": "Needs watching", "Red": "Off course"}
PAINT = {"Green": "#1E8E5A", "Amber": "#F2A900", "Red": "#C8322B", "Blue": "#2C6FB3"}
THOUSAND = 1000
SCALE = ("", "Rare", "Unlikely", "Possible", "Likely", "Almost certain")
EFFECT = ("", "Slight", "Minor", "Moderate", "Major", "Severe")
STYLE = """
@page { size: A3 landscape; margin: 9mm }
* { box-sizing: border-box }
body { font: 10pt/1.35 "Open Sans", "Liberation Sans", sans-serif; color: #1D2433; margin: 0; background: #EEF1F6 }
header { background: #12355B; color: #fff; padding: 4mm 6mm; display: flex; align-items: flex-end }
header div:first-child { flex: 1 } h1 { font-size: 22pt; margin: 0; line-height: 1.15 }
.prog { font-size: 10pt; letter-spacing: .3mm } .when { text-align: right }
.facts { display: flex; gap: 10mm; padding: 2.5mm 6mm; background: #D9E2EF; font-size: 9.5pt }
.tiles { display: grid; grid-template-columns: repeat(6, 1fr); gap: 3.5mm; margin: 4mm 0 1.5mm }
.tile { background: #fff; border-radius: 2mm; overflow: hidden }
.tile h3 { margin: 2mm 3mm 1.5mm; font-size: 10pt } .tile p { margin: 1.5mm 3mm; font-size: 9pt }
.tile .word { color: #fff; font-weight: 700; font-size: 13pt; padding: 1.5mm 3mm }
.tile .was { color: #5B6577; font-size: 8pt }
.key { font-size: 8pt; display: flex; gap: 5mm; color: #444; margin-bottom: 3mm }
.key i { display: inline-block; width: 3mm; height: 3mm; border-radius: .6mm; margin-right: 1.2mm }
.grid { display: grid; grid-template-columns: 1.05fr 1fr 1.15fr; gap: 3.5mm; align-items: start }
.box { background: #fff; border-radius: 2mm; padding: 3mm 4mm; margin-bottom: 3.5mm }
h2 { font-size: 12pt; color: #12355B; margin: 0 0 1.5mm } h4 { margin: 2mm 0 .5mm; font-size: 10pt }
ul, ol { margin: 0; padding-left: 5mm } table { border-collapse: collapse; width: 100%; font-size: 9.5pt }
th { text-align: left; font-weight: 600; color: #5B6577; font-size: 8.5pt } td, th { padding: 1mm 1.5mm 1mm 0 }
td { border-top: 1px solid #E3E7EE; vertical-align: top } .num { text-align: right }
.dot { display: inline-block; width: 3.4mm; height: 3.4mm; border-radius: 50% }
.card { border: 1px solid #D5DAE3; border-radius: 1.5mm; padding: 2mm 3mm; margin-top: 2mm; font-size: 9.5pt }
.card div { margin-top: .8mm } .card .chip { float: right; color: #fff; font-weight: 700; border-radius: 3mm;
  padding: .3mm 3mm; margin: 0 0 1mm 3mm }
.stats { display: flex; gap: 4mm } .stats div { flex: 1; text-align: center; font-size: 8.5pt; color: #5B6577 }
.stats b { display: block; font-size: 17pt; color: #12355B }
"""


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    ratings, tiles = _tiles(update)
    activities, work = _work(update)
    milestones, key_dates = _milestones(update)
    risks, cards = _cards(update)
    finances, money = _money(update)
    heading = (
        markup("div", tag("div", project.programme, 'class="prog"') + tag("h1", project.name))
        + markup("div", tag("div", f"Dashboard for {dates.month_year(update.first_day)}")
                 + tag("div", f"Published {dates.long(update.reported)}"), 'class="when"')
    )  # fmt: skip
    facts = (
        ("Project ref", project.reference),
        ("Senior responsible owner", project.sponsor),
        ("Project lead", project.manager),
        ("Project start", dates.brief(project.start)),
    )
    strip = "".join(markup("span", f"{tag('b', label + ':')} {escape(value)}") for label, value in facts)
    asks = markup("ol", "".join(tag("li", text) for text in update.decisions))
    steers = tag("h2", "Steers needed from the Waterside Board") + (
        asks if update.decisions else tag("p", "None this month")
    )
    columns = (
        _box(tag("h2", "The month in brief") + tag("p", update.summary)) + _box(work),
        _box(_stats(update)) + _box(key_dates) + _box(money),
        _box(cards) + _box(steers),
    )
    body = (
        markup("header", heading)
        + markup("div", strip, 'class="facts"')
        + tiles
        + markup("div", "".join(markup("div", column) for column in columns), 'class="grid"')
    )
    report = gold.told_report(
        update,
        *("programme", "reference", "sponsor", "manager", "report_date", "start_date", "percent_complete"),
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        risks=risks,
        finances=finances,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(page(f"{project.name} dashboard", STYLE, body).encode(), (report,))


def _box(inner: str) -> str:
    return markup("div", inner, 'class="box"')


def _tiles(update: Update) -> tuple[list[Record], str]:
    records, tiles = [], []
    for label, key in TILES.items():
        rated = update.rated[key]
        was = f"Last month: {WORDS[rated.previous]}" if rated.previous else ""
        tiles.append(
            tag("h3", label)
            + tag("div", WORDS[rated.current], f'class="word" style="background:{PAINT[rated.current]}"')
            + tag("p", was, 'class="was"')
            + tag("p", rated.comment)
        )
        records.append(gold.rating(label, key, rated.current, rated.previous, rated.comment))
    meaning = ("Green", "on plan"), ("Amber", "a plan to recover exists"), ("Red", "board must act")
    key_ = "".join(
        markup("span", f'<i style="background:{PAINT[colour]}"></i>{WORDS[colour]} = {text}')
        for colour, text in meaning
    )
    grid = "".join(markup("div", tile, 'class="tile"') for tile in tiles)
    return records, markup("div", grid, 'class="tiles"') + markup("div", key_, 'class="key"')


def _work(update: Update) -> tuple[list[Record], str]:
    """Three lists in one box; the middle one is left out where nothing is late."""
    records, parts = [], []
    coming = dates.MONTHS[update.next_month.month - 1]
    for title, kind, tasks in (
        ("What we delivered", "completed", update.done),
        ("Due this month but not delivered", "missed", update.missed),
        (f"Coming up in {coming}", "planned", update.planned),
    ):
        if not tasks and kind == "missed":
            continue
        inner = bullets(task.text for task in tasks) if tasks else tag("p", "None")
        parts.append(tag("h2", title) + inner)
        records += [gold.activity(kind, task.text) for task in tasks]
    return records, "<br>".join(parts)


def _milestones(update: Update) -> tuple[list[Record], str]:
    rows: list[list[Cell]] = []
    records = []
    for item in update.milestones:
        dot = f'<span class="dot" style="background:{PAINT[item.rating]}"></span>'
        forecast = None if item.actual else item.forecast
        printed = [dates.brief(day) if day else "" for day in (item.baseline, forecast, item.actual)]
        rows.append([(dot, 'style="width:6mm"'), item.text, *printed])
        records.append(
            gold.milestone(
                item.text,
                baseline=item.baseline,
                forecast=forecast,
                actual=item.actual,
                rating=item.rating,
            )
        )
    head = ["", "Milestone", "Cabinet date", "Expected", "Reached"]
    return records, tag("h2", "Key dates") + table(head, rows)


def _cards(update: Update) -> tuple[list[Record], str]:
    records = []
    parts: list[str] = []
    for kind, title in (("risk", "Risks on our radar"), ("issue", "Issues we are dealing with")):
        told = update.of_kind(kind)
        parts.append(tag("h2", title, 'style="margin-top:3mm"' if parts else ""))
        parts += [_card(risk) for risk in told] or [tag("p", "None")]
        for risk in told:
            words = {}
            if risk.likelihood:
                words = {"likelihood": SCALE[risk.likelihood], "impact": EFFECT[risk.impact]}
                words |= {"score": str(risk.score), "rating": risk.rating}
            records.append(gold.told_risk(risk, "reference", "response", "owner", **words))
    return records, "".join(parts)


def _card(risk: Risk) -> str:
    chip = f'class="chip" style="background:{PAINT[risk.rating]}"'
    levels = ""
    if risk.likelihood:
        levels = markup(
            "div",
            f"<b>Likelihood:</b> {SCALE[risk.likelihood]} &nbsp; <b>Impact:</b> {EFFECT[risk.impact]}",
        )
    inner = (
        (tag("span", str(risk.score), chip) if risk.score else "")
        + f"<b>{risk.reference}</b> {escape(risk.text)}"
        + markup("div", f"<b>What we are doing:</b> {escape(risk.response)}")
        + levels
        + markup("div", f"<b>Owner:</b> {escape(risk.owner)}")
    )
    return markup("div", inner, 'class="card"')


def _money(update: Update) -> tuple[list[Record], str]:
    rows: list[list[Cell]] = []
    records = []
    for line in with_total(update):
        sums = [round(n / THOUSAND) for n in (line.budget, line.actual, line.forecast)]
        rows.append([line.text, *((f"£{n:,}k", 'class="num"') for n in sums)])
        whole = [n * THOUSAND for n in sums]
        records.append(gold.finance(line.text, budget=whole[0], actual=whole[1], forecast=whole[2]))
    right = 'class="num"'
    head: list[Cell] = ["Source", ("Approved budget", right), ("Spent to date", right), ("Forecast", right)]
    return records, tag("h2", "Money") + table(head, rows)


def _stats(update: Update) -> str:
    """Numbers of the place that are no records beside the share of the work that is done."""
    numbers = (
        (f"{update.percent}%", "complete"),
        (str(3 + update.number * 2), "apprentices on site"),
        (f"{410 + 37 * update.number:,}", "visits to the project shop"),
    )
    inner = "".join(markup("div", tag("b", number) + escape(text)) for number, text in numbers)
    return markup("div", inner, 'class="stats"')


FAMILY = Family(
    name="waterside_tiles",
    organisation="Port Wenlow City Council",
    style="a city's regeneration dashboard on one wide page printed from the browser",
    tests="words of its own on tiles over last month's, risk cards with chips, dots before dates, figures of the place",
    suffix=".pdf",
    apart=False,
    projects=("w5_quayside",),
    render=render,
    office=True,
    source=".html",
)
