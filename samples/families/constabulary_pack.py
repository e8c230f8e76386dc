"""A police force's change board: an index, then two reports whose facts stand in a panel beside upright RAG heads."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from reportlab.lib.colors import HexColor, black, white
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from samples import dates, gold
from samples.family import Family, Rendered, by_workstream
from samples.gold import Record
from samples.month import Task, Update, with_total
from samples.pdf import Dot, Fills, Pages
from samples.retelling import retold
from samples.story import tell

AREAS = {
    "Overall project": "overall", "Timescales": "schedule", "Finance": "cost", "Quality": "quality",
    "People and skills": "resources", "Stakeholders": "stakeholders", "Risk exposure": "risk",
}  # fmt: skip
PAINT = {"Green": "#6CBF6C", "Amber": "#FFC20E", "Red": "#EE4B3E", "Blue": "#6FA8DC"}
DIVISIONS = {
    "Eldershire": "East Division", "Northmarsh": "North Division", "Wendover Vale": "South Division",
    "three forces": "three divisions", "two forces": "two divisions", "one force": "one division",
    "all forces": "all divisions", "the last force": "the last division", "tri-force design": "divisional design",
    "tri-force contract": "force contract", "Tri-force": "Divisional",
    "three Information Managers": "Information Manager",
    "section 22A agreement": "business case", "collaboration contingency": "contingency",
}  # fmt: skip
CONTROL_YEARS = 7
"""The control room's story begins seven Januaries before that of the evidence system."""
INK, PANEL, RULE = "#1B2B4B", "#E9EDF3", "#A9B4C6"
MARGIN, WIDTH, SIDE = 40, A4[0] - 80, 140
THOUSAND = 1000
LOOK = Pages(size=9, ink=INK)


class Upright(Flowable):  # type: ignore[misc]  # ReportLab has no types
    """A head turned to be read from below."""

    def __init__(self, text: str, height: float = 82) -> None:
        super().__init__()
        self.text, self.width, self.height = text, 14, height

    def draw(self) -> None:
        self.canv.saveState()
        self.canv.rotate(90)
        self.canv.setFont("Helvetica", 8.5)
        self.canv.drawString(2, -11, self.text)
        self.canv.restoreState()


class Mark(Flowable):  # type: ignore[misc]  # ReportLab has no types
    """Nothing to see: it notes the page on which a report begins."""

    def __init__(self, number: int, pages: dict[int, int]) -> None:
        super().__init__()
        self.number, self.pages = number, pages
        self.width = self.height = 0

    def draw(self) -> None:
        self.pages[self.number] = self.canv.getPageNumber()


def gather(number: int) -> tuple[Update, ...]:
    """Both projects in the month's pack."""
    evidence = retold(
        tell("w3a_evidence", number), DIVISIONS, reference="CB/0031", programme="Digital Policing"
    )
    control = retold(tell("control", number, CONTROL_YEARS), {}, reference="CB/0027")
    return control, evidence


def render(updates: tuple[Update, ...]) -> Rendered:
    pages: dict[int, int] = {}
    _build(updates, pages)  # once to learn the pages, once to print them
    return Rendered(_build(updates, pages), tuple(_report(update)[0] for update in updates))


def _build(updates: tuple[Update, ...], pages: dict[int, int]) -> bytes:
    flow = _index(updates, pages)
    for number, update in enumerate(updates, start=1):
        flow += [PageBreak(), Mark(number, pages), *_report(update)[1]]
    target = io.BytesIO()
    document = SimpleDocTemplate(
        target,
        pagesize=A4,
        leftMargin=MARGIN - 6,
        rightMargin=MARGIN - 6,
        topMargin=50,
        bottomMargin=44,
        title="Change Board",
        invariant=1,
    )
    document.build(flow, onFirstPage=_furniture, onLaterPages=_furniture)
    return target.getvalue()


def _furniture(canvas: Any, document: Any) -> None:
    canvas.setFillColor(black)
    canvas.setFont("Helvetica-Bold", 9)
    canvas.drawCentredString(A4[0] / 2, A4[1] - 30, "OFFICIAL")
    canvas.setFont("Helvetica", 8)
    canvas.drawString(MARGIN, 26, "Fellmarch Constabulary - Change Board papers")
    canvas.drawRightString(A4[0] - MARGIN, 26, f"Page {document.page}")


def _index(updates: tuple[Update, ...], pages: dict[int, int]) -> list[Flowable]:
    last = updates[0].last_day
    rows: list[list[str | Flowable]] = [["Paper", "Project", "Project manager", "Overall", "Page"]]
    for number, update in enumerate(updates, start=1):
        lamp = Dot(PAINT[update.rated["overall"].current])
        rows.append(
            [f"4.{number}", update.project.name, update.project.manager, lamp, str(pages.get(number, ""))]
        )
    return [
        Spacer(1, 60),
        _say("Change Board", LOOK.title),
        _say(f"Meeting of {dates.long(dates.working_day(last + timedelta(days=9)))}", LOOK.head),
        _say(f"Item 4: project highlight reports for {dates.month_year(last)}", LOOK.head),
        Spacer(1, 18),
        _table(rows, (45, 240, 110, 60, 60)),
    ]


def _say(text: str, style: ParagraphStyle | None = None) -> Paragraph:
    return Paragraph(text.replace("&", "&amp;"), style or LOOK.body)


def _head(text: str) -> Table:
    """A title on a dark bar."""
    style = ParagraphStyle("bar", parent=LOOK.strong, textColor=white, spaceAfter=0)
    look = TableStyle(
        [("BACKGROUND", (0, 0), (-1, -1), HexColor(INK)), ("BOTTOMPADDING", (0, 0), (-1, -1), 3)]
    )
    bar = Table(
        [[_say(text, style)]], colWidths=[WIDTH], style=look, spaceBefore=8, spaceAfter=3, hAlign="LEFT"
    )
    bar.keepWithNext = True
    return bar


def _table(
    rows: Sequence[Sequence[str | Flowable | list[Flowable]]],
    widths: Sequence[float],
    fills: Fills | None = None,
    *,
    headed: bool = True,
) -> Table:
    """Rows parted by thin lines."""
    styles: list[Any] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LINEBELOW", (0, 0), (-1, -1), 0.4, HexColor(RULE)),
        *(("BACKGROUND", (c, r), (c, r), HexColor(colour)) for (r, c), colour in (fills or {}).items()),
    ]
    plain = ParagraphStyle("cell", parent=LOOK.body, spaceAfter=0)
    strong = ParagraphStyle("top", parent=LOOK.strong, spaceAfter=0)
    cells = [
        [
            _say(cell, strong if headed and line == 0 else plain) if isinstance(cell, str) else cell
            for cell in texts
        ]
        for line, texts in enumerate(rows)
    ]
    return Table(cells, colWidths=widths, style=TableStyle(styles), repeatRows=int(headed), hAlign="LEFT")


def _report(update: Update) -> tuple[Record, list[Flowable]]:
    ratings, matrix, reasons = _ratings(update)
    narrow = ParagraphStyle("name", parent=LOOK.title, fontSize=15, leading=18)
    left = [
        _say("Highlight report", LOOK.small),
        _say(update.project.name, narrow),
        _say(update.summary),
        Spacer(1, 6),
        matrix,
        Spacer(1, 6),
        *reasons,
    ]
    top = Table(
        [[left, _panel(update)]],
        colWidths=[WIDTH - SIDE, SIDE],
        style=TableStyle(
            [
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("BACKGROUND", (1, 0), (1, 0), HexColor(PANEL)),
                ("LEFTPADDING", (0, 0), (0, 0), 0),
                ("LEFTPADDING", (1, 0), (1, 0), 9),
            ]
        ),
        hAlign="LEFT",
    )
    activities, work = _work(update)
    milestones, key_dates = _milestones(update)
    risks, registers = _registers(update)
    finances, money = _money(update)
    asks = [_say(f"{n}. {text}") for n, text in enumerate(update.decisions, start=1)]
    flow = [top, *work, *key_dates, *registers, *money]
    flow += [_head("Recommendations to the Board"), *(asks or [_say("None.")])]
    report = gold.told_report(
        update,
        *("programme", "reference", "sponsor", "manager", "report_date", "start_date", "end_date"),
        percent_complete=update.percent,
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        risks=risks,
        finances=finances,
        decisions=gold.decisions(update.decisions),
    )
    return report, flow


def _panel(update: Update) -> list[Flowable]:
    """Small labels over their values."""
    project = update.project
    label = ParagraphStyle(
        "label", parent=LOOK.small, spaceAfter=0, spaceBefore=3, textColor=HexColor("#5A6780")
    )
    value = ParagraphStyle("value", parent=LOOK.strong, spaceAfter=2)
    parts: list[Flowable] = [_say("Project facts", LOOK.head)]
    for name, text in (
        ("Project reference", project.reference),
        ("Programme", project.programme),
        ("Senior Responsible Owner", project.sponsor),
        ("Project manager", project.manager),
        ("Department", project.department),
        ("Reporting month", dates.month_year(update.first_day)),
        ("Date of report", dates.slashed(update.reported)),
        ("Start date", dates.slashed(project.start)),
        ("End date", dates.slashed(project.end)),
        ("Percentage complete", f"{update.percent}%"),
    ):
        parts += [_say(name, label), _say(text, value)]
    return parts


def _ratings(update: Update) -> tuple[list[Record], Table, list[Flowable]]:
    """Upright heads over letters on their colour; the reasons below, for what is neither green nor finished."""
    told = {name: update.rated[key] for name, key in AREAS.items()}
    rows: list[list[str | Flowable]] = [["", *map(Upright, told)]]
    fills: dict[tuple[int, int], str] = {}
    lines = [("This Board", [rated.current for rated in told.values()])]
    if update.number > 1:
        lines.append(("Last Board", [rated.previous or "" for rated in told.values()]))
    for line, (name, colours) in enumerate(lines, start=1):
        rows.append([name, *(_say(colour[0], LOOK.centre) for colour in colours)])
        fills |= {(line, column): PAINT[colour] for column, colour in enumerate(colours, start=1)}
    records = []
    reasons: list[Flowable] = []
    for name, rated in told.items():
        record = gold.rating(name, rated.dimension, rated.current, rated.previous)
        if rated.current in ("Amber", "Red"):
            del record["comment"]  # it stands apart, under the area's name
            reasons.append(Paragraph(f"<b>{name}:</b> {rated.comment.replace('&', '&amp;')}", LOOK.body))
        records.append(record)
    title = _say("Reasons for amber and red", LOOK.strong)
    return records, _table(rows, (72, *[34] * len(told)), fills), [title, *reasons] if reasons else []


def _work(update: Update) -> tuple[list[Record], list[Flowable]]:
    records: list[Record] = []

    def strands(title: str, kind: str, tasks: tuple[Task, ...]) -> list[Flowable]:
        rows: list[list[str | Flowable | list[Flowable]]] = []
        for workstream, told in by_workstream(tasks).items():
            name = _say(workstream, ParagraphStyle("strand", parent=LOOK.strong, spaceAfter=0))
            rows.append([name, [Paragraph(task.text, LOOK.point, bulletText="•") for task in told]])
            records.extend(gold.activity(kind, task.text, workstream) for task in told)
        return [_head(title), _table(rows, (85, WIDTH - 85), headed=False) if rows else _say("None.")]

    flow = strands("Progress since the last Board", "completed", update.done)
    flow += strands("Planned for this period but not completed", "missed", update.missed)
    rows = [["Activity", "Workstream", "Lead", "By"]]
    for task in update.planned:
        rows.append([task.text, task.workstream, task.owner, dates.slashed(task.due)])
        records.append(gold.activity("planned", task.text, task.workstream, task.owner, task.due))
    return records, [*flow, _head("Activity before the next Board"), _table(rows, (275, 80, 100, 60))]


def _milestones(update: Update) -> tuple[list[Record], list[Flowable]]:
    def printed(day: date | None) -> str:
        return dates.slashed(day) if day else ""

    rows: list[list[str | Flowable]] = [["Milestone", "Baseline", "Forecast", "Actual", "RAG"]]
    fills = {}
    records = []
    for line, item in enumerate(update.milestones, start=1):
        forecast = None if item.actual else item.forecast
        days = [printed(day) for day in (item.baseline, forecast, item.actual)]
        rows.append([item.text, *days, _say(item.rating[0], LOOK.centre)])
        fills[line, 4] = PAINT[item.rating]
        records.append(
            gold.milestone(
                item.text, baseline=item.baseline, forecast=forecast, actual=item.actual, rating=item.rating
            )
        )
    legend = _say("R = red, A = amber, G = green, B = blue (complete)", LOOK.small)
    return records, [_head("Milestones"), _table(rows, (240, 80, 80, 80, 35), fills), Spacer(1, 3), legend]


def _registers(update: Update) -> tuple[list[Record], list[Flowable]]:
    records = []
    flow: list[Flowable] = [_head("Risks")]
    rows: list[list[str]] = [["Ref", "Risk", "Control measures", "Owner", "L", "I", "Score"]]
    fills = {}
    for line, told in enumerate(update.of_kind("risk"), start=1):
        words = {"likelihood": str(told.likelihood), "impact": str(told.impact), "score": str(told.score)}
        rows.append([told.reference, told.text, told.response, told.owner, *words.values()])
        fills[line, 6] = PAINT[told.rating]
        records.append(gold.told_risk(told, "reference", "response", "owner", "rating", **words))
    widths = (30, 170, 150, 80, 22, 22, 41)
    flow += [_table(rows, widths, fills) if records else _say("None."), _head("Issues")]
    rows = [["Ref", "Issue", "Action being taken", "Owner"]]
    for told in update.of_kind("issue"):
        rows.append([told.reference, told.text, told.response, told.owner])
        records.append(gold.told_risk(told, "reference", "response", "owner"))
    return records, [*flow, _table(rows, (30, 205, 195, 85)) if rows[1:] else _say("None.")]


def _money(update: Update) -> tuple[list[Record], list[Flowable]]:
    rows = [["Budget line", "Approved budget", "Spend to date", "Forecast outturn", "Variance"]]
    records = []
    for line in with_total(update):
        sign = "-" if line.variance < 0 else "+" if line.variance else ""
        variance = f"{sign}£{abs(line.variance) / THOUSAND:.1f}k"
        sums = (f"£{n / THOUSAND:,.1f}k" for n in (line.budget, line.actual, line.forecast))
        rows.append([line.text, *sums, variance])
        records.append(gold.told_money(line, "budget", "actual", "forecast", "variance"))
    return records, [_head("Finance"), _table(rows, (175, 90, 85, 95, 70))]


FAMILY = Family(
    name="constabulary_pack",
    organisation="Fellmarch Constabulary",
    style="a police force's pack for its change board, drawn by its own system",
    tests="an index with lamps, two reports in one file, upright heads over letters, a panel of facts at the right",
    suffix=".pdf",
    apart=False,
    projects=("control", "w3a_evidence"),
    render=render,
    gather=gather,
    file_name=lambda updates: f"change-board-{updates[0].period}",
)
