"""A water company's contractor reports each month from its site office, by fpdf2: key dates over a page, a bar."""

from __future__ import annotations

from datetime import date
from typing import Any

from fpdf import FPDF
from fpdf.enums import TableBordersLayout
from fpdf.fonts import FontFace

from samples import dates, gold
from samples.family import Family, Rendered, by_workstream
from samples.gold import Record
from samples.month import LATE_DAYS, Milestone, Task, Update, with_total
from samples.word import STAMP

AREAS = {
    "Contract as a whole": "overall", "Health, safety and wellbeing": "safety", "Programme": "schedule",
    "Prices": "cost", "Workmanship": "quality", "Customers and landowners": "stakeholders",
}  # fmt: skip
WORDS = {"Green": "Satisfactory", "Amber": "Needs attention", "Red": "Unsatisfactory"}
PAINT = {"Green": (120, 190, 110), "Amber": (250, 190, 70), "Red": (225, 90, 80)}
NAVY, PALE, SOFT = (12, 53, 94), (225, 234, 243), (95, 95, 95)
LEFT, WIDTH = 18, 174
THOUSAND = 1000


class Report(FPDF):
    """The page's furniture and its parts."""

    def __init__(self, update: Update) -> None:
        super().__init__()
        self.update, self.section = update, 0
        self.core_fonts_encoding = "windows-1252"
        self.set_creation_date(STAMP)
        self.set_margins(LEFT, 14)
        self.set_auto_page_break(True, 18)
        self.alias_nb_pages()
        self.add_page()

    def header(self) -> None:
        self.set_font("times", "B", 13)
        self.set_text_color(*NAVY)
        self.set_xy(LEFT, 10)
        self.cell(WIDTH / 2, 6, "Castlemoor Hext")
        self.set_font("times", "I", 9)
        self.cell(WIDTH / 2, 6, "for Kelder Water, Pipelines North", align="R")
        self.set_draw_color(*NAVY)
        self.set_line_width(0.7)
        self.line(LEFT, 17, LEFT + WIDTH, 17)
        self.set_line_width(0.2)
        self.set_draw_color(0)
        self.set_text_color(0)
        self.set_y(21)

    def footer(self) -> None:
        self.set_y(-13)
        self.set_font("times", "", 8)
        self.set_text_color(*SOFT)
        self.cell(WIDTH / 2, 4, "Commercial in confidence")
        self.cell(WIDTH / 2, 4, f"Sheet {self.page_no()} of {{nb}}", align="R")
        self.set_text_color(0)

    def titled(self, text: str) -> None:
        """A numbered title."""
        self.section += 1
        if self.get_y() > 248:
            self.add_page()
        self.ln(3)
        self.set_font("times", "B", 12)
        self.set_text_color(*NAVY)
        self.cell(WIDTH, 7, f"{self.section}.0   {text}", new_x="LMARGIN", new_y="NEXT")
        self.set_text_color(0)
        self.set_font("times", "", 10)

    def say(self, text: str) -> None:
        self.set_font("times", "", 10)
        self.multi_cell(WIDTH, 4.8, text, align="L", new_x="LMARGIN", new_y="NEXT")

    def grid(self, rows: list[list[str]], widths: tuple[int, ...], **look: Any) -> None:
        """A table of plain texts, its head repeated on every page."""
        self.set_font("times", "", 9.5)
        self.set_fill_color(255)
        with self.table(
            col_widths=widths,
            headings_style=FontFace(emphasis="BOLD", fill_color=PALE),
            line_height=5,
            padding=0.6,
            **{"text_align": "LEFT", **look},
        ) as table:
            for texts in rows:
                table.row(texts)


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    page = Report(update)
    page.set_font("times", "B", 17)
    page.multi_cell(WIDTH, 8, project.name, align="L", new_x="LMARGIN", new_y="NEXT")
    page.set_font("times", "", 11)
    page.cell(WIDTH, 6, f"Contractor's monthly report no. {update.number + 2}", new_x="LMARGIN", new_y="NEXT")
    _particulars(page, update)
    page.titled("Position at a glance")
    page.say(update.summary)
    ratings = _ratings(page, update)
    activities = _carried_out(page, update.done)
    page.titled("Slipped from last month's look-ahead")
    for task in update.missed:
        page.say(f"-  {task.text}")
        activities.append(gold.activity("missed", task.text))
    if not update.missed:
        page.say("Nil")
    activities += _look_ahead(page, update)
    milestones = _key_dates(page, update)
    risks = _risks(page, update)
    finances = _money(page, update)
    page.titled("Instructions and decisions wanted from the Client")
    for letter, text in zip("abcd", update.decisions, strict=False):
        page.say(f"({letter})  {text}")
    if not update.decisions:
        page.say("Nil")
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
    return Rendered(bytes(page.output()), (report,))


def _particulars(page: Report, update: Update) -> None:
    """Labels and values on dotted lines, then the share of the works as a bar over its scale."""
    project = update.project
    page.ln(2)
    for label, value in (
        ("Project / contract no.", project.reference),
        ("Investment programme", project.programme),
        ("Project sponsor (Kelder Water)", project.sponsor),
        ("Contractor's project manager", project.manager),
        ("Month reported", dates.month_year(update.first_day)),
        ("Date of report", dates.long(update.reported)),
        ("Commencement", dates.long(project.start)),
        ("Contract completion", dates.long(project.end)),
    ):
        page.set_font("times", "", 10)
        page.set_text_color(*SOFT)
        page.cell(62, 5.4, label)
        page.set_text_color(0)
        page.cell(WIDTH - 62, 5.4, value, new_x="LMARGIN", new_y="NEXT")
    page.set_text_color(*SOFT)
    page.cell(62, 7, "Works complete")
    page.set_text_color(0)
    x, y = LEFT + 64, page.get_y() + 1.5
    page.set_fill_color(*PALE)
    page.rect(x, y, 100, 4.5, style="F")
    page.set_fill_color(*NAVY)
    page.rect(x, y, update.percent, 4.5, style="F")
    page.set_font("times", "", 7)
    for mark in range(0, 101, 25):
        page.set_xy(x + mark - 6, y + 4.6)
        page.cell(12, 3, f"{mark}%", align="C")
    page.set_xy(LEFT, y + 9)


def _ratings(page: Report, update: Update) -> list[Record]:
    """A word on its colour for this month; last month's colour is a small square without a word."""
    page.ln(2)
    records = []
    page.set_font("times", "B", 9.5)
    for text, width in (("Area", 50), ("Last", 12), ("This month", 32), ("Remark", 80)):
        page.cell(width, 6, text, border="B")
    page.ln(7)
    first = update.number == 1
    for label, key in AREAS.items():
        rated = update.rated[key]
        y = page.get_y()
        page.set_font("times", "", 9.5)
        page.cell(50, 6, label)
        if rated.previous:
            page.set_fill_color(*PAINT[rated.previous])
            page.rect(LEFT + 52, y + 1, 5, 4, style="F")
        page.set_xy(LEFT + 62, y)
        page.set_fill_color(*PAINT[rated.current])
        page.cell(29, 5.6, WORDS[rated.current], align="C", fill=True)
        page.set_xy(LEFT + 94, y + 0.5)
        page.multi_cell(80, 4.2, rated.comment, align="L", new_x="LMARGIN", new_y="NEXT")
        page.set_y(max(page.get_y() + 1, y + 7))
        dimension = "other" if key == "safety" else key
        records.append(
            gold.rating(label, dimension, rated.current, None if first else rated.previous, rated.comment)
        )
    page.set_font("times", "I", 8)
    page.set_text_color(*SOFT)
    key_line = "Key: Satisfactory = green, Needs attention = amber, Unsatisfactory = red."
    page.cell(WIDTH, 5, key_line, new_x="LMARGIN", new_y="NEXT")
    page.set_text_color(0)
    return records


def _carried_out(page: Report, tasks: tuple[Task, ...]) -> list[Record]:
    page.titled("Work carried out")
    records = []
    for workstream, told in by_workstream(tasks).items():
        page.set_font("times", "B", 10)
        page.cell(WIDTH, 5.4, workstream, new_x="LMARGIN", new_y="NEXT")
        for task in told:
            page.say(f"-  {task.text}")
            records.append(gold.activity("completed", task.text, workstream))
    if not tasks:
        page.say("Nil")
    return records


def _look_ahead(page: Report, update: Update) -> list[Record]:
    page.titled("Look-ahead: next month")
    records = []
    rows = [["Operation", "Gang or section", "In charge", "Finish by"]]
    for task in update.planned:
        rows.append([task.text, task.workstream, task.owner, dates.short(task.due)])
        records.append(gold.activity("planned", task.text, task.workstream, task.owner, task.due))
    page.grid(rows, (80, 36, 36, 22))
    return records


def _position(item: Milestone) -> str:
    if item.actual:
        return "Reached"
    return "To programme" if not item.slip else "Slipping" if item.slip <= LATE_DAYS else "Late"


def _key_dates(page: Report, update: Update) -> list[Record]:
    page.titled("Key Dates")
    records = []

    def printed(day: date | None) -> str:
        return dates.short(day) if day else "-"

    rows = [["No.", "Key Date", "Accepted Programme", "Now expected", "Reached on", "Position"]]
    for number, item in enumerate(update.milestones, start=1):
        forecast = None if item.actual else item.forecast
        position = _position(item)
        days = [printed(day) for day in (item.baseline, forecast, item.actual)]
        rows.append([f"KD{number:02d}", item.text, *days, position])
        records.append(
            gold.milestone(
                item.text, baseline=item.baseline, forecast=forecast, actual=item.actual, status=position
            )
        )
    page.grid(rows, (13, 61, 26, 24, 24, 26), borders_layout=TableBordersLayout.HORIZONTAL_LINES)
    return records


def _risks(page: Report, update: Update) -> list[Record]:
    records = []
    for kind, title, heads in (
        ("risk", "Risk register", ["Ref", "Risk", "P", "I", "PxI", "Action by us", "Carried by"]),
        ("issue", "Problems met on site", ["Ref", "Problem", "What is being done", "Carried by"]),
    ):
        page.titled(title)
        told = update.of_kind(kind)
        rows = [heads]
        for item in told:
            if kind == "risk":
                score = [str(item.likelihood), str(item.impact), str(item.score)]
                rows.append([item.reference, item.text, *score, item.response, item.owner])
                words = dict(zip(("likelihood", "impact", "score"), score, strict=True))
            else:
                rows.append([item.reference, item.text, item.response, item.owner])
                words = {}
            records.append(gold.told_risk(item, "reference", "response", "owner", **words))
        if not told:
            page.say("Nil")
        else:
            page.grid(rows, (11, 58, 8, 8, 11, 54, 24) if kind == "risk" else (11, 64, 70, 29))
    return records


def _money(page: Report, update: Update) -> list[Record]:
    """Whole thousands; an overspend stands plain, a saving in brackets."""
    page.titled("Prices and Defined Cost (£000)")
    rows = [["Activity", "Prices", "Defined Cost to date", "Forecast Defined Cost", "Over / (under)"]]
    records = []
    for line in with_total(update):
        budget, actual, forecast = (round(n / THOUSAND) for n in (line.budget, line.actual, line.forecast))
        over = forecast - budget
        rows.append(
            [
                line.text,
                f"{budget:,}",
                f"{actual:,}",
                f"{forecast:,}",
                f"({-over:,})" if over < 0 else f"{over:,}",
            ]
        )
        records.append(
            gold.finance(
                line.text,
                budget=budget * THOUSAND,
                actual=actual * THOUSAND,
                forecast=forecast * THOUSAND,
                variance=over * THOUSAND,
            )
        )
    page.grid(rows, (58, 26, 32, 32, 26), text_align=("LEFT", "RIGHT", "RIGHT", "RIGHT", "RIGHT"))
    return records


FAMILY = Family(
    name="mains_month",
    organisation="Castlemoor Hext",
    style="a water company's contractor reports on a main under NEC, made by a small program",
    tests="sixteen key dates over a page, a drawn bar on a scale, last month as a square, words with a key, Nil",
    suffix=".pdf",
    apart=True,
    projects=("w5_trunkmain",),
    render=render,
)
