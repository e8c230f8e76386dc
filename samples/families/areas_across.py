"""A community NHS trust's report drawn by its own system: areas across, past beside future, boxes for risks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, Table, TableStyle

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Update
from samples.pdf import COLOURS, Pages, band, line_at_foot
from samples.retelling import retold

LABELS = {
    "Overall": "overall", "Timescale": "schedule", "Quality": "quality", "Workforce": "resources",
    "Finance": "cost", "Benefits": "benefits", "Engagement": "stakeholders",
}  # fmt: skip
BLUE = "#005EB8"
WIDTH = 511


def render(updates: tuple[Update, ...]) -> Rendered:
    update = retold(
        updates[0],
        {"Keiran Toomey": "Abena Sarpong"},
        name="Clinic Follow-up Redesign",
        reference="SCT-T08",
        sponsor="Dr Nuala Feeney",
        programme="Access and Flow",
    )
    project = update.project
    pages = Pages(size=9, ink=BLUE)
    pages.say("Severnbank Community NHS Trust", pages.strong)
    pages.say(f"Project highlight report: {project.name}", pages.title)
    pages.table(
        [
            ["Programme", project.programme, "Project reference", project.reference],
            ["SRO", project.sponsor, "Project lead", project.manager],
            [
                "Reporting month",
                dates.month_year(update.first_day),
                "Report date",
                dates.dashed(update.reported),
            ],
        ],
        (90, 170, 95, 156),
        head=None,
        bold_columns=(0, 2),
    )
    _title(pages, "Summary position")
    pages.say(update.summary)
    ratings = _across(pages, update)
    activities = _work(pages, update)
    milestones = _milestones(pages, update)
    risks = _boxes(pages, update)
    finances = _money(pages, update)
    _title(pages, "Decisions and support required")
    for text in update.decisions:
        pages.bullet(text, "–")
    if not update.decisions:
        pages.say("None this month.")

    def furniture(canvas: Any, number: int) -> None:
        line_at_foot(canvas, f"{project.reference} Transformation Office", f"Page {number}")

    report = gold.told_report(
        update,
        *("programme", "reference", "sponsor", "manager", "report_date"),
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        risks=risks,
        finances=finances,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(pages.save(furniture), (report,))


def _title(pages: Pages, text: str) -> None:
    title = band(text, WIDTH, pages.strong, BLUE)
    title.keepWithNext = True
    title.spaceAfter = 4
    pages.flow.append(title)


def _across(pages: Pages, update: Update) -> list[Record]:
    """Areas as columns: letters of this month over those of last month, reasons beneath."""
    _title(pages, "RAG status")
    told = [update.rated[key] for key in LABELS.values()]
    small = ParagraphStyle("reason", parent=pages.small, fontSize=7, leading=8.5, spaceAfter=0)

    def line(label: str, cells: Sequence[Flowable | str]) -> list[Flowable | str]:
        return [label, *cells]

    rows = [
        line("", list(LABELS)),
        line("This month", [Paragraph(rated.letter, pages.centre) for rated in told]),
        line("Last month", [Paragraph((rated.previous or "")[:1], pages.centre) for rated in told]),
        line("Reason", [Paragraph(escape(rated.comment), small) for rated in told]),
    ]
    fills = {(1, i): COLOURS[rated.current] for i, rated in enumerate(told, start=1)}
    fills |= {(2, i): COLOURS[rated.previous] for i, rated in enumerate(told, start=1) if rated.previous}
    pages.table(rows, (56, 56, 68, 56, 70, 62, 63, 80), fills=fills, bold_columns=(0,))
    return [
        gold.rating(label, key, rated.current, rated.previous, rated.comment)
        for (label, key), rated in zip(LABELS.items(), told, strict=True)
    ]


def _work(pages: Pages, update: Update) -> list[Record]:
    """Past and future side by side under their heads, bullets in one cell; late work beneath both."""
    groups = (("completed", update.done), ("planned", update.planned))
    cells = [
        [Paragraph(escape(task.text), pages.point, bulletText="•") for task in tasks] for _, tasks in groups
    ]
    heads = [Paragraph(text, pages.strong) for text in ("Delivered this month", "Planned for next month")]
    look = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("BOX", (0, 0), (0, -1), 0.8, HexColor(BLUE)),
        ("BOX", (1, 0), (1, -1), 0.8, HexColor(BLUE)),
    ]
    pages.gap(2)
    pages.flow.append(Table([heads, cells], colWidths=[WIDTH / 2] * 2, style=TableStyle(look), hAlign="LEFT"))
    pages.gap()
    _title(pages, "Planned this month but not delivered")
    for task in update.missed:
        pages.bullet(task.text)
    if not update.missed:
        pages.say("None.")
    told = (*groups, ("missed", update.missed))
    return [gold.activity(kind, task.text) for kind, tasks in told for task in tasks]


def _milestones(pages: Pages, update: Update) -> list[Record]:
    _title(pages, "Milestones")
    rows = [["Milestone", "Baseline", "Forecast", "Actual", "BRAG"]]
    fills = {}
    records = []
    for number, item in enumerate(update.milestones, start=1):
        forecast = None if item.actual else item.forecast
        days = (item.baseline, forecast, item.actual)
        rows.append([item.text, *(dates.dashed(day) if day else "" for day in days), item.rating[0]])
        fills[number, 4] = COLOURS[item.rating]
        records.append(
            gold.milestone(
                item.text, baseline=item.baseline, forecast=forecast, actual=item.actual, rating=item.rating
            )
        )
    pages.table(rows, (271, 65, 65, 65, 45), fills=fills)
    return records


def _boxes(pages: Pages, update: Update) -> list[Record]:
    """A box for each risk or issue: description over mitigation, labels to the left, sums to the right."""
    records = []
    for kind, title, verb in (("risk", "Risks", "Mitigation"), ("issue", "Issues", "Action")):
        _title(pages, title)
        for told in update.of_kind(kind):
            score = str(told.score) if told.score else ""
            first: list[str] = [told.reference, "Description", told.text]
            second: list[str] = ["", verb, told.response]
            third: list[str] = ["", "Owner", told.owner]
            if score:
                first += ["Likelihood", str(told.likelihood)]
                second += ["Impact", str(told.impact)]
                third += ["Score", score]
            fills = {(2, 4): COLOURS[told.rating]} if score else {}
            widths = (32, 66, 318, 60, 35) if score else (32, 66, 413)
            pages.table([first, second, third], widths, fills=fills, head=None, bold_columns=(0, 1, 3))
            words = {"likelihood": str(told.likelihood), "impact": str(told.impact)} if score else {}
            words |= {"score": score, "rating": told.rating} if score else {}
            records.append(gold.told_risk(told, "reference", "response", "owner", **words))
        if not update.of_kind(kind):
            pages.say("None.")
    return records


def _money(pages: Pages, update: Update) -> list[Record]:
    _title(pages, "Finance")
    rows = [["Budget line", "Budget £k", "Actual to date £k", "Forecast £k", "Variance £k"]]
    for line in update.money:
        variance = f"({-line.variance / 1000:,.1f})" if line.variance < 0 else f"{line.variance / 1000:,.1f}"
        sums = (line.budget, line.actual, line.forecast)
        rows.append([line.text, *(f"{n / 1000:,.1f}" for n in sums), variance])
    pages.table(rows, (171, 75, 105, 80, 80))
    return [gold.told_money(line, "budget", "actual", "forecast", "variance") for line in update.money]


FAMILY = Family(
    name="areas_across",
    organisation="Severnbank Community NHS Trust",
    style="a community trust's report drawn by its own system",
    tests="areas as columns over letters of two months and reasons, past beside future, a labelled box for each risk",
    suffix=".pdf",
    apart=False,
    projects=("outpatients",),
    render=render,
)
