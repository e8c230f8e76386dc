"""A health partnership's dashboard of cards, printed from the browser: discs, a ring, bars and icons."""

from __future__ import annotations

from html import escape

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Task, Update
from samples.web import Cell, bullets, markup, page, row, tag

LABELS = {
    "Overall": "overall", "Delivery to plan": "schedule", "Money": "cost", "Workforce": "resources",
    "Quality and safety": "quality", "Patient benefit": "benefits", "Engagement": "stakeholders",
}  # fmt: skip
PAINT = {"Green": "#2E9E5B", "Amber": "#F5A623", "Red": "#D0342C", "Blue": "#1F6FB2"}
DONE, LATE, NEXT, FLAG = "\uf00c", "\uf00d", "\uf133", "\uf024"
"""Letters of the icon font."""
STYLE = """
@page { size: A4 landscape; margin: 7mm }
* { box-sizing: border-box; margin: 0 }
body { font: 9.6pt/1.35 "Open Sans", "Liberation Sans", sans-serif; color: #243746; background: #EEF2F5 }
i { font: 9pt FontAwesome; color: #6B7C88; display: inline-block; width: 5mm }
.top { background: #12395B; color: #fff; padding: 3mm 5mm; display: flex; gap: 8mm; border-radius: 2mm }
.top h1 { font-size: 15pt; flex: 1 } .top div { font-size: 8.5pt; text-align: right }
.grid { display: grid; grid-template-columns: repeat(12, 1fr); gap: 2.5mm; margin-top: 2.5mm }
.card { background: #fff; border-radius: 2mm; padding: 3mm 3.5mm; box-shadow: 0 0 0 .2mm #D5DDE3; break-inside: avoid }
h2 { font-size: 10pt; color: #12395B; margin-bottom: 1.5mm } h2 i { color: #12395B }
.k { color: #6B7C88; font-size: 7pt; margin-top: 1.2mm } .v { font-weight: 600 }
.light { display: grid; grid-template-columns: 1fr 12mm 12mm; border-top: .2mm solid #E3E9ED; padding: .7mm 0 }
.light span { justify-self: center } .light small, .what small { color: #6B7C88; text-align: center }
.disc { width: 3.6mm; height: 3.6mm; border-radius: 50%; display: block }
.none { border: .3mm dashed #A8B4BC }
.ring { text-align: center } .ring p { color: #6B7C88; font-size: 7.5pt }
ul { list-style: none; padding: 0 } li { padding: .5mm 0 .5mm 5mm; position: relative }
li::before { content: attr(data-icon); font: 8pt FontAwesome; position: absolute; left: 0; color: #6B7C88 }
.what { display: grid; grid-template-columns: 1fr 30mm 18mm; gap: 2mm; padding: .6mm 0; border-top: .2mm solid #E3E9ED }
.page2 { break-before: page } table { border-collapse: collapse; width: 100% }
th { text-align: left; color: #6B7C88; font-weight: 400; font-size: 7.5pt } td, th { padding: .9mm 1mm }
tr + tr td, tbody tr:first-child td { border-top: .2mm solid #D5DDE3 }
.num { text-align: right } .rail { background: #E3E9ED; height: 2.6mm; border-radius: 1.3mm }
.rail b { display: block; height: 100%; background: #4A90C2; border-radius: 1.3mm }
.risk { border-left: 1mm solid #A8B4BC; padding: .5mm 0 1mm 3mm; margin-bottom: 2mm; break-inside: avoid }
.score { float: right; color: #fff; font-weight: 700; border-radius: 1mm; padding: .3mm 2mm; margin-left: 2mm }
.risk small { color: #6B7C88 }
.key { font-size: 7pt; color: #6B7C88; margin-top: 2mm; display: flex; gap: 1.5mm; align-items: center }
"""


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    top = (
        tag("h1", "Project dashboard") + f"<div>Lunedale and Fells Health and Care Partnership<br>"
        f"{escape(project.programme)} programme board</div>"
    )
    ratings, lights = _lights(update)
    activities, work = _work(update)
    risks, worries = _worries(update)
    milestones, key_dates = _key_dates(update)
    finances, money = _money(update)
    asks = bullets(update.decisions) if update.decisions else tag("p", "None this month")
    first = [
        _card(3, _facts(update)),
        _card(2, tag("h2", "How far along?") + _ring(update.percent)),
        _card(3, lights),
        _card(
            4,
            tag("h2", "In a nutshell")
            + tag("p", update.summary)
            + "<br>"
            + tag("h2", "Support requested")
            + asks,
        ),
        *work,
    ]
    second = [_card(7, worries[0]), _card(5, worries[1]), _card(7, key_dates), _card(5, money)]
    body = [
        markup("div", top, 'class="top"'),
        markup("div", "".join(first), 'class="grid"'),
        markup("div", "".join(second), 'class="grid page2"'),
    ]
    report = gold.told_report(
        update,
        *("reference", "sponsor", "manager", "report_date", "start_date", "end_date", "percent_complete"),
        ratings=ratings,
        activities=activities,
        risks=risks,
        milestones=milestones,
        finances=finances,
        decisions=gold.decisions(update.decisions),
    )
    del report["programme"]  # it stands in the name of the board alone
    return Rendered(page("Project dashboard", STYLE, "".join(body)).encode(), (report,))


def _card(columns: int, inner: str) -> str:
    return markup("div", inner, f'class="card" style="grid-column:span {columns}"')


def _facts(update: Update) -> str:
    project = update.project
    lines = (
        ("Project", project.name),
        ("PMO ref", project.reference),
        ("SRO", project.sponsor),
        ("Project lead", project.manager),
        ("Started", dates.short(project.start)),
        ("Due to finish", dates.short(project.end)),
        ("Reporting month", dates.month_year(update.first_day)),
        ("Report date", dates.short(update.reported)),
    )
    return "".join(tag("div", k, 'class="k"') + tag("div", v, 'class="v"') for k, v in lines)


def _ring(percent: int) -> str:
    """A ring chart: its filled part as long as the share, the number in its middle."""
    length = 2 * 3.14159 * 40
    circle = '<circle cx="50" cy="50" r="40" fill="none" stroke-width="13" stroke="{}" {}/>'
    arc = circle.format(
        "#1F6FB2",
        f'stroke-dasharray="{length * percent / 100:.1f} {length:.1f}" transform="rotate(-90 50 50)"',
    )
    number = tag("text", f"{percent}%", 'x="50" y="56" text-anchor="middle" font-size="19" font-weight="700"')
    drawn = markup("svg", circle.format("#E3E9ED", "") + arc + number, 'viewBox="0 0 100 100" width="110"')
    return markup("div", drawn + tag("p", "complete"), 'class="ring"')


def _disc(colour: str | None) -> str:
    look = f'class="disc" style="background:{PAINT[colour]}"' if colour else 'class="disc none"'
    return f"<span {look}></span>"


def _lights(update: Update) -> tuple[list[Record], str]:
    """Discs without words: last month's and this month's."""
    lines = [
        tag("h2", "Health check"),
        markup("div", "<b></b><small>Last</small><small>Now</small>", 'class="light"'),
    ]
    records = []
    for label, key in LABELS.items():
        rated = update.rated[key]
        lines.append(
            markup("div", escape(label) + _disc(rated.previous) + _disc(rated.current), 'class="light"')
        )
        records.append(gold.rating(label, key, rated.current, rated.previous))
    words = {"Green": "no concerns", "Amber": "some concerns", "Red": "help needed"}
    lines.append(markup("div", "".join(_disc(c) + escape(w) for c, w in words.items()), 'class="key"'))
    return records, "".join(lines)


def _work(update: Update) -> tuple[list[Record], list[str]]:
    def listed(title: str, icon: str, tasks: tuple[Task, ...], empty: str) -> str:
        inner = "".join(tag("li", task.text, f'data-icon="{icon}"') for task in tasks)
        return tag("h2", title) + (markup("ul", inner) if tasks else tag("p", empty))

    records = [gold.activity("completed", task.text) for task in update.done]
    done = listed("Delivered this month", DONE, update.done, "Nothing to report")
    late = listed("Not delivered", LATE, update.missed, "Everything we planned was delivered")
    records += [gold.activity("missed", task.text) for task in update.missed]
    lines = [
        markup("h2", f"<i>{NEXT}</i>Next month"),
        markup("div", "<span></span><small>Who</small><small>By</small>", 'class="what"'),
    ]
    for task in update.planned:
        cells = "".join(tag("span", text) for text in (task.text, task.owner, dates.short(task.due)))
        lines.append(markup("div", cells, 'class="what"'))
        record = gold.activity("planned", task.text, owner=task.owner, due=task.due)
        if dates.named_deadline(task.text):
            del record["due"]
        records.append(record)
    return records, [_card(4, done), _card(3, late), _card(5, "".join(lines))]


def _worries(update: Update) -> tuple[list[Record], tuple[str, str]]:
    """A card for each risk, its score on a coloured chip; issues beside them."""
    records = []
    columns = {"risk": [tag("h2", "Top risks")], "issue": [tag("h2", "Live issues")]}
    for told in update.risks:
        score = str(told.score) if told.score else None
        chip = tag("span", score, f'class="score" style="background:{PAINT[told.rating]}"') if score else ""
        levels = f"Likelihood {told.likelihood}, impact {told.impact}" if score else ""
        lines = [
            chip + f"<b>{escape(told.reference)}</b> {escape(told.text)}",
            markup("span", f"<small>Response:</small> {escape(told.response)}"),
            markup("span", f"<small>Owner:</small> {escape(told.owner)}"),
            *([tag("small", levels)] if levels else []),
        ]
        columns[told.kind].append(markup("div", "<br>".join(lines), 'class="risk"'))
        words = {"likelihood": str(told.likelihood), "impact": str(told.impact), "score": score}
        printed = ("reference", "response", "owner", *(("rating",) if score else ()))
        records.append(
            gold.told_risk(told, *printed, **({k: v for k, v in words.items() if v} if score else {}))
        )
    for lines in columns.values():
        if len(lines) == 1:
            lines.append(tag("p", "None"))
    return records, ("".join(columns["risk"]), "".join(columns["issue"]))


def _key_dates(update: Update) -> tuple[list[Record], str]:
    lines = [row(["", "Milestone", "Planned", "Now expected", "Achieved"], "th")]
    records = []
    for item in update.milestones:
        forecast = None if item.actual else item.forecast
        flag: Cell = (f'<i style="color:{PAINT[item.rating]}">{FLAG}</i>', "")
        days = [dates.short(day) if day else "" for day in (item.baseline, forecast, item.actual)]
        lines.append(row([flag, item.text, *days]))
        records.append(
            gold.milestone(
                item.text, baseline=item.baseline, forecast=forecast, actual=item.actual, rating=item.rating
            )
        )
    return records, tag("h2", "Milestones") + markup("table", "".join(lines))


def _money(update: Update) -> tuple[list[Record], str]:
    """Pounds with a bar of what is spent of each line, which says nothing of the project's progress."""
    lines = [row(["£", "Budget", "Spent", "Forecast", "Spent of budget"], "th")]
    for told in update.money:
        sums: list[Cell] = [(f"{n:,}", 'class="num"') for n in (told.budget, told.actual, told.forecast)]
        share = min(100, round(100 * told.actual / told.budget))
        rail = (f'<div class="rail"><b style="width:{share}%"></b></div>', 'style="width:28mm"')
        lines.append(row([told.text, *sums, rail]))
    records = [gold.told_money(told, "budget", "actual", "forecast") for told in update.money]
    return records, tag("h2", "Finances") + markup("table", "".join(lines))


FAMILY = Family(
    name="care_dashboard",
    organisation="Lunedale and Fells Health and Care Partnership",
    style="a health partnership's dashboard of cards printed from the browser",
    tests="discs without words, a ring with its number, bars of spending, icons as bullets and flags, cards for risks",
    suffix=".pdf",
    apart=False,
    projects=("outpatients",),
    render=render,
    office=True,
    source=".html",
)
