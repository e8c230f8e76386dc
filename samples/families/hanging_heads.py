"""A university's report made by its reporting service: titles hang in the margin, striped tables, no other lines."""

from __future__ import annotations

from html import escape

from samples import dates, gold
from samples.family import Family, Rendered, by_workstream
from samples.gold import Record
from samples.month import Task, Update, with_total
from samples.printing import print_with_weasyprint
from samples.retelling import retold
from samples.web import Cell, bullets, markup, page, table, tag

LABELS = {
    "Project overall": "overall", "Programme of works": "schedule", "Cost": "cost", "Brief": "scope",
    "Quality": "quality", "Risk exposure": "risk", "Benefits": "benefits",
}  # fmt: skip
PAINT = {"Green": "#6BAA75", "Amber": "#E9A23B", "Red": "#C44536", "Blue": "#3D6FB4"}
LEVELS = {1: "Rare", 2: "Unlikely", 3: "Possible", 4: "Likely", 5: "Almost certain"}
IMPACTS = {1: "Negligible", 2: "Minor", 3: "Moderate", 4: "Major", 5: "Severe"}
STYLE = """
@page { size: A4; margin: 22mm 18mm 20mm 18mm;
  @top-left { content: "University of Hallowmere"; font: small-caps 10pt "Liberation Serif" }
  @top-right { content: "Estates Projects Committee"; font: italic 9pt "Liberation Serif" }
  @bottom-center { content: counter(page); font: 9pt "Liberation Serif" } }
body { font: 10pt/1.4 "Liberation Serif", serif; color: #1a1a1a; hyphens: auto }
h1 { font: 20pt "Liberation Serif"; margin: 0 } .sub { font-style: italic; color: #7A1F3D; margin-bottom: 6mm }
section { position: relative; padding-left: 40mm; margin-bottom: 5mm; min-height: 11mm }
h2 { position: absolute; left: 0; top: 0; width: 36mm; font: bold 10pt/1.4 "Liberation Serif"; color: #7A1F3D;
  margin: 0; hyphens: none }
p { margin: 0 0 1.5mm } ul { margin: 0 0 2mm; padding-left: 4.5mm } h3 { font: italic 10pt "Liberation Serif";
  margin: 0 0 .5mm; break-after: avoid }
table { border-collapse: collapse; width: 100%; font-size: 9pt; hyphens: none } tr { break-inside: avoid }
th { text-align: left; font-style: italic; font-weight: normal; color: #7A1F3D }
td, th { padding: .8mm 2mm; vertical-align: top } tbody tr:nth-child(odd) { background: #F3ECEE }
.facts tbody tr { background: none } .facts td { padding: 0 2mm 0 0 } .num { text-align: right }
.mark { border-bottom: 1.3mm solid; font-weight: bold }
"""


def render(updates: tuple[Update, ...]) -> Rendered:
    update = retold(
        updates[0],
        {"Tobias Fenn": "Marion Aldous"},
        name="Fairhurst Building: Skills Laboratory",
        sponsor="Professor Ewan Strath",
        reference="EP 21/08",
        programme="Campus Plan to 2032",
    )
    project = update.project
    facts: list[list[Cell]] = [
        ["Project number", project.reference],
        ["Programme", project.programme],
        ["Project sponsor", project.sponsor],
        ["Project manager", project.manager],
        ["Period covered", f"{dates.long(update.first_day)} to {dates.long(update.last_day)}"],
        ["Date of report", dates.long(update.reported)],
    ]
    ratings, position = _position(update)
    activities: list[Record] = []
    work = [
        _section(title, _work(activities, kind, tasks))
        for title, kind, tasks in (
            ("Work done in the period", "completed", update.done),
            ("Work planned for the period but not done", "missed", update.missed),
            ("Work for next period", "planned", update.planned),
        )
    ]
    milestones, key_dates = _milestones(update)
    risks, register = _register(update)
    finances, money = _money(update)
    asks = "".join(tag("li", text) for text in update.decisions)
    body = [
        tag("h1", project.name) + tag("div", "Project progress report", 'class="sub"'),
        _section("Particulars", table(None, facts, 'class="facts"')),
        _section("Summary", tag("p", update.summary)),
        _section("Status", position),
        *work,
        _section("Milestones", key_dates),
        register,
        _section("Budget", money),
        _section("Decisions sought", markup("ol", asks) if asks else tag("p", "None.")),
    ]
    report = gold.told_report(
        update,
        *("reference", "programme", "sponsor", "manager", "report_date"),
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        risks=risks,
        finances=finances,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(print_with_weasyprint(page(project.name, STYLE, "".join(body))), (report,))


def _section(title: str, inner: str) -> str:
    return markup("section", tag("h2", title) + inner)


def _position(update: Update) -> tuple[list[Record], str]:
    """Words above a bar of their colour; last period's word plain beside it."""
    rows: list[list[Cell]] = []
    records = []
    for label, key in LABELS.items():
        rated = update.rated[key]
        now = tag("span", rated.current, f'class="mark" style="border-color:{PAINT[rated.current]}"')
        rows.append([label, (now, ""), rated.previous or "", rated.comment])
        records.append(gold.rating(label, key, rated.current, rated.previous, rated.comment))
    return records, table(["Aspect", "Now", "Last period", "Remarks"], rows)


def _work(records: list[Record], kind: str, tasks: tuple[Task, ...]) -> str:
    parts = []
    for workstream, group in by_workstream(tasks).items():
        parts += [tag("h3", workstream), bullets(task.text for task in group)]
        records += [gold.activity(kind, task.text, workstream) for task in group]
    return "".join(parts) or tag("p", "None.")


def _milestones(update: Update) -> tuple[list[Record], str]:
    rows: list[list[Cell]] = []
    records = []
    for item in update.milestones:
        forecast = None if item.actual else item.forecast
        days = (item.baseline, forecast, item.actual)
        rows.append([item.text, *(dates.brief(day) if day else "–" for day in days)])
        records.append(gold.milestone(item.text, baseline=days[0], forecast=forecast, actual=item.actual))
    return records, table(["Milestone", "Baseline", "Forecast", "Achieved"], rows)


def _register(update: Update) -> tuple[list[Record], str]:
    records = []
    parts = []
    for kind, title in (("risk", "Risks"), ("issue", "Issues")):
        rows: list[list[Cell]] = []
        for told in update.of_kind(kind):
            words = {"impact": IMPACTS[told.impact]}
            if told.likelihood:
                words["likelihood"] = LEVELS[told.likelihood]
            tail = [words["likelihood"]] if told.likelihood else []
            rows.append([(escape(told.text), ""), *tail, words["impact"], told.response, told.owner])
            records.append(gold.told_risk(told, "response", "owner", **words))
        chance = ["Likelihood"] if kind == "risk" else []
        head = [kind.capitalize(), *chance, "Impact", "Response", "Owner"]
        parts.append(_section(title, table(head, rows) if rows else tag("p", "None at present.")))
    return records, "".join(parts)


def _money(update: Update) -> tuple[list[Record], str]:
    """Thousands to one decimal; brackets for what is under."""
    rows: list[list[Cell]] = []
    records = []
    for line in with_total(update):
        sums = [line.budget, line.actual, line.forecast, line.variance]
        told = [f"({-n / 1000:,.1f})" if n < 0 else f"{n / 1000:,.1f}" for n in sums]
        rows.append([line.text, *((text, 'class="num"') for text in told)])
        records.append(gold.told_money(line, "budget", "actual", "forecast", "variance"))
    head: list[Cell] = ["£000", "Approved budget", "Spent to date", "Forecast final cost", "Variance"]
    return records, table(head, rows)


FAMILY = Family(
    name="hanging_heads",
    organisation="University of Hallowmere",
    style="a university's report to a committee from its reporting service",
    tests="titles hanging in the margin, words over bars of colour, striped tables without lines, hyphens, dashes",
    suffix=".pdf",
    apart=False,
    projects=("w3a_skillscentre",),
    render=render,
)
