"""A city's report from its project database, made with fpdf2: four months of letters under turned heads, risk cards."""

from __future__ import annotations

from datetime import date
from typing import Any

from fpdf import FPDF
from fpdf.fonts import FontFace

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Risk, Task, Update, with_total
from samples.retelling import retold
from samples.story import tell
from samples.word import STAMP

LABELS = {
    "Project overall": "overall", "Time": "schedule", "Money": "cost", "Staffing": "resources",
    "Benefits": "benefits", "Residents and members": "stakeholders",
}  # fmt: skip
PAINT = {"Green": (112, 173, 71), "Amber": (255, 192, 0), "Red": (220, 53, 47), "Blue": (68, 114, 196)}
TEAL, STRIPE, SOFT = (0, 95, 107), (232, 242, 243), (110, 110, 110)
WIDTH = 182
SHOWN = 4
"""Months of ratings that stand side by side."""


class Sheet(FPDF):
    """The page's furniture."""

    def __init__(self, update: Update) -> None:
        super().__init__()
        self.update = update
        self.core_fonts_encoding = "windows-1252"
        self.set_creation_date(STAMP)
        self.set_margins(14, 14)
        self.set_auto_page_break(True, 16)
        self.alias_nb_pages()
        self.add_page()

    def header(self) -> None:
        self.set_fill_color(*TEAL)
        self.rect(0, 0, 210, 11, style="F")
        self.set_font("helvetica", "B", 9)
        self.set_text_color(255)
        self.set_xy(14, 3)
        self.cell(WIDTH / 2, 5, "Thistlebury City Council")
        self.cell(WIDTH / 2, 5, "Project highlight report", align="R")
        self.set_text_color(0)
        self.set_y(16)

    def footer(self) -> None:
        self.set_y(-12)
        self.set_font("helvetica", "", 7.5)
        self.set_text_color(*SOFT)
        project = self.update.project
        self.cell(WIDTH / 2, 4, f"{project.reference} / {self.update.period}")
        self.cell(WIDTH / 2, 4, f"{self.page_no()} / {{nb}}", align="R")
        self.set_text_color(0)

    def title_line(self, text: str) -> None:
        if self.get_y() > 250:
            self.add_page()
        self.ln(3)
        self.set_font("helvetica", "B", 11)
        self.set_text_color(*TEAL)
        self.cell(WIDTH, 6, text, new_x="LMARGIN", new_y="NEXT")
        self.set_text_color(0)
        self.set_font("helvetica", "", 9)

    def say(self, text: str, indent: float = 0) -> None:
        self.set_x(14 + indent)
        self.multi_cell(WIDTH - indent, 4.4, text, align="L", new_x="LMARGIN", new_y="NEXT")

    def point(self, text: str) -> None:
        self.set_x(16)
        self.cell(4, 4.6, "»")
        self.multi_cell(WIDTH - 6, 4.6, text, align="L", new_x="LMARGIN", new_y="NEXT")

    def grid(self, rows: list[list[str]], widths: tuple[int, ...], **look: Any) -> Any:
        """A striped table, ruled beneath its head alone."""
        self.set_font("helvetica", "", 8.5)
        self.set_fill_color(255)
        with self.table(
            col_widths=widths,
            borders_layout="SINGLE_TOP_LINE",
            cell_fill_color=STRIPE,
            cell_fill_mode="ROWS",
            headings_style=FontFace(emphasis="BOLD", color=TEAL),
            line_height=4.6,
            **look,
        ) as table:
            for texts in rows:
                table.row(texts)


def _told(number: int) -> Update:
    return retold(
        tell("w2b_foodwaste", number), {}, programme="Waste and Recycling Strategy", reference="TCC-0871"
    )


def render(updates: tuple[Update, ...]) -> Rendered:
    update = _told(updates[0].number)
    page = Sheet(update)
    page.set_font("helvetica", "B", 18)
    page.multi_cell(WIDTH, 8, update.project.name, align="L", new_x="LMARGIN", new_y="NEXT")
    _facts(page, update)
    page.title_line("Summary")
    page.say(update.summary)
    ratings = _history(page, update)
    activities = _work(page, update)
    milestones = _milestones(page, update)
    risks = _risks(page, update)
    finances = _money(page, update)
    page.title_line("Decisions sought from Project Board")
    for number, text in enumerate(update.decisions, start=1):
        page.say(f"{number}. {text}", 2)
    if not update.decisions:
        page.say("None.")
    report = gold.told_report(
        update,
        *(
            "programme",
            "reference",
            "sponsor",
            "manager",
            "report_date",
            "start_date",
            "end_date",
            "percent_complete",
        ),
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        risks=risks,
        finances=finances,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(bytes(page.output()), (report,))


def _facts(page: Sheet, update: Update) -> None:
    """Three columns of small labels above their values, and a bar with its share in words."""
    project = update.project
    facts = (
        ("Project ref", project.reference),
        ("Programme", project.programme),
        ("Report month", dates.month_year(update.first_day)),
        ("Sponsor", project.sponsor),
        ("Project manager", project.manager),
        ("Report date", dates.slashed(update.reported)),
        ("Start date", dates.slashed(project.start)),
        ("End date", dates.slashed(project.end)),
        ("Percentage complete", f"{update.percent}%"),
    )
    top = page.get_y() + 2
    for number, (label, value) in enumerate(facts):
        page.set_xy(14 + 61 * (number % 3), top + 10 * (number // 3))
        page.set_font("helvetica", "", 7.5)
        page.set_text_color(*SOFT)
        page.cell(60, 4, label)
        page.set_xy(14 + 61 * (number % 3), top + 10 * (number // 3) + 4)
        page.set_font("helvetica", "B", 9.5)
        page.set_text_color(0)
        page.cell(60, 4, value)
    page.set_fill_color(*STRIPE)
    page.rect(136, top + 29, 60, 1.6, style="F")
    page.set_fill_color(*TEAL)
    page.rect(136, top + 29, 60 * update.percent / 100, 1.6, style="F")
    page.set_y(top + 32)


def _history(page: Sheet, update: Update) -> list[Record]:
    """Areas as rows, the last months as columns: the newest stands last, its heads are turned upright."""
    page.title_line("RAG status")
    numbers = [n for n in range(update.number - SHOWN + 1, update.number + 1) if n > 0]
    months = [_told(number) for number in numbers]
    top = page.get_y() + 20
    for column, month in enumerate(months):
        x = 66 + 11 * column
        with page.rotation(90, x, top):
            page.text(x, top, dates.month_year(month.first_day))
    page.set_font("helvetica", "B", 9)
    page.text(112, top, "Reason for current status")
    records = []
    for line, (label, key) in enumerate(LABELS.items()):
        y = top + 2 + 7.8 * line
        rated = update.rated[key]
        page.set_font("helvetica", "", 9)
        page.set_xy(14, y)
        page.cell(46, 6, label)
        for column, month in enumerate(months):
            colour = month.rated[key].current
            page.set_fill_color(*PAINT[colour])
            page.set_xy(60 + 11 * column, y)
            page.cell(10, 5.8, colour[0], align="C", fill=True)
        page.set_xy(111, y)
        page.set_font("helvetica", "", 7.8)
        page.multi_cell(85, 3.1, rated.comment, align="L", new_x="LMARGIN", new_y="NEXT")
        records.append(gold.rating(label, key, rated.current, rated.previous, rated.comment))
    page.set_y(top + 2 + 7.8 * len(LABELS))
    return records


def _work(page: Sheet, update: Update) -> list[Record]:
    records = []

    def listed(title: str, kind: str, tasks: tuple[Task, ...], empty: str) -> None:
        page.title_line(title)
        for task in tasks:
            page.point(task.text)
            records.append(gold.activity(kind, task.text))
        if not tasks:
            page.say(empty)

    listed("Progress this month", "completed", update.done, "None.")
    listed("Behind plan", "missed", update.missed, "Nothing is behind plan.")
    page.title_line("Next month")
    rows = [["Workstream", "Activity", "Lead", "Due"]]
    for task in update.planned:
        rows.append([task.workstream, task.text, task.owner, dates.slashed(task.due)])
        record = gold.activity("planned", task.text, task.workstream, task.owner, task.due)
        if dates.named_deadline(task.text):
            del record["due"]
        records.append(record)
    page.grid(rows, (30, 92, 38, 22))
    return records


def _milestones(page: Sheet, update: Update) -> list[Record]:
    page.title_line("Milestones")
    rows = [["Milestone", "Baseline", "Forecast", "Actual", "Position"]]
    records = []

    def printed(day: date | None) -> str:
        return dates.slashed(day) if day else ""

    for item in update.milestones:
        forecast = None if item.actual else item.forecast
        rows.append([item.text, printed(item.baseline), printed(forecast), printed(item.actual), item.status])
        records.append(
            gold.milestone(
                item.text, baseline=item.baseline, forecast=forecast, actual=item.actual, status=item.status
            )
        )
    page.grid(rows, (78, 26, 26, 26, 26))
    return records


def _risks(page: Sheet, update: Update) -> list[Record]:
    records = []
    for kind, title in (("risk", "Risks"), ("issue", "Issues")):
        page.title_line(title)
        for told in update.of_kind(kind):
            _card(page, told)
            words = {"impact": str(told.impact)}
            if told.score:
                words |= {"likelihood": str(told.likelihood), "score": str(told.score), "rating": told.rating}
            records.append(gold.told_risk(told, "reference", "response", "owner", **words))
        if not update.of_kind(kind):
            page.say("None.")
    return records


def _card(page: Sheet, told: Risk) -> None:
    """A line for each part of a risk; the score stands on its colour."""
    if page.get_y() > 258:
        page.add_page()
    page.set_font("helvetica", "B", 9)
    page.say(f"{told.reference}  {told.text}")
    page.set_font("helvetica", "", 8.5)
    page.say(f"{'Mitigation' if told.kind == 'risk' else 'Action'}: {told.response}", 4)
    parts = [f"Owner: {told.owner}", *([f"Likelihood: {told.likelihood}"] if told.score else [])]
    page.set_x(18)
    for part, width in zip((*parts, f"Impact: {told.impact}"), (58, 30, 30), strict=False):
        page.cell(width, 4.6, part)
    if told.score:
        page.cell(12, 4.6, "Score:")
        page.set_fill_color(*PAINT[told.rating])
        page.cell(9, 4.6, str(told.score), align="C", fill=True)
    page.ln(6.5)


def _money(page: Sheet, update: Update) -> list[Record]:
    page.title_line("Finance")
    rows = [["Cost line", "Budget", "Actual to date", "Forecast", "Variance"]]
    records = []
    for line in with_total(update):
        variance = f"-£{-line.variance:,}" if line.variance < 0 else f"£{line.variance:,}"
        rows.append([line.text, *(f"£{n:,}" for n in (line.budget, line.actual, line.forecast)), variance])
        records.append(gold.told_money(line, "budget", "actual", "forecast", "variance"))
    page.grid(rows, (62, 30, 30, 30, 30), text_align=("LEFT", "RIGHT", "RIGHT", "RIGHT", "RIGHT"))
    return records


FAMILY = Family(
    name="history_sheet",
    organisation="Thistlebury City Council",
    style="a city's report printed by its project database",
    tests="four months of letters under turned heads, the newest last, labels above values, striped rows, risk cards",
    suffix=".pdf",
    apart=False,
    projects=("w2b_foodwaste",),
    render=render,
)
