"""A builder's monthly sheet for its client, made with fpdf2: boxed particulars, words on fills with a key, trades."""

from __future__ import annotations

from datetime import date

from fpdf import FPDF
from fpdf.fonts import FontFace

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Update, with_total
from samples.retelling import retold
from samples.word import STAMP

LABELS = {
    "Job overall": "overall", "Programme": "schedule", "Cost": "cost", "Workmanship": "quality",
    "Labour and plant": "resources", "Client and neighbours": "stakeholders", "Health and safety": "other",
}  # fmt: skip
STORIES = {"other": "safety"}
WORDS = {"Green": "OK", "Amber": "WATCH", "Red": "ACTION"}
PAINT = {"Green": (146, 208, 80), "Amber": (255, 192, 0), "Red": (255, 80, 80)}
LEVELS = {1: "L", 2: "L", 3: "M", 4: "H", 5: "H"}
WIDTH = 180


class Sheet(FPDF):
    """The page's furniture and the tables."""

    def __init__(self) -> None:
        super().__init__()
        self.core_fonts_encoding = "windows-1252"
        self.set_creation_date(STAMP)
        self.set_margins(15, 12)
        self.set_auto_page_break(True, 18)
        self.add_page()

    def header(self) -> None:
        self.set_font("times", "B", 15)
        self.cell(WIDTH, 7, "PARGETER & SONS (BUILDERS) LTD", align="C", new_x="LMARGIN", new_y="NEXT")
        self.set_font("times", "I", 10)
        self.cell(WIDTH, 5, "Monthly progress report to client", align="C", new_x="LMARGIN", new_y="NEXT")
        self.line(15, self.get_y() + 1, 195, self.get_y() + 1)
        self.ln(4)

    def footer(self) -> None:
        self.set_y(-13)
        self.set_font("times", "", 8)
        self.cell(WIDTH, 4, f"Form PS 12        Sheet {self.page_no()}", align="C")

    def title_line(self, text: str) -> None:
        if self.get_y() > 245:
            self.add_page()
        self.ln(3.5)
        self.set_font("times", "BU", 11)
        self.cell(WIDTH, 6, text, new_x="LMARGIN", new_y="NEXT")
        self.set_font("times", "", 10)

    def say(self, text: str) -> None:
        self.multi_cell(WIDTH, 4.8, text, align="L", new_x="LMARGIN", new_y="NEXT")

    def grid(
        self, rows: list[list[str]], widths: tuple[int, ...], fills: dict[str, str] | None = None
    ) -> None:
        """A table with all its lines; words of ``fills`` stand on their colour."""
        self.set_font("times", "", 9.5)
        look = FontFace(emphasis="BOLD", fill_color=(230, 230, 230))
        with self.table(col_widths=widths, headings_style=look, line_height=4.8, text_align="LEFT") as table:
            for number, texts in enumerate(rows):
                line = table.row()
                for text in texts:
                    colour = (fills or {}).get(text) if number else None
                    line.cell(text, style=FontFace(fill_color=PAINT[colour]) if colour else None)


def render(updates: tuple[Update, ...]) -> Rendered:
    update = retold(
        updates[0],
        {"D Foy": "L Pargeter", "Declan Foy": "Len Pargeter", "Fallowfold": "Netherby"},
        name="Netherby Village School, New Classroom Block",
        reference="J2519",
        sponsor="Mrs Anne Tolland",
    )
    project = update.project
    page = Sheet()
    facts = (
        ("Project", project.name),
        ("Job number", project.reference),
        ("Client's sponsor", project.sponsor),
        ("Project manager", project.manager),
        ("Month", dates.month_year(update.first_day)),
        ("Date of report", dates.dotted(update.reported)),
        ("Start on site", dates.dotted(project.start)),
        ("Contract completion", dates.dotted(project.end)),
    )
    for label, value in facts:
        page.set_font("times", "B", 10)
        page.cell(45, 6, label, border=1)
        page.set_font("times", "", 10)
        page.cell(WIDTH - 45, 6, value, border=1, new_x="LMARGIN", new_y="NEXT")
    page.title_line("General")
    page.say(update.summary)
    ratings = _ratings(page, update)
    activities = _work(page, update)
    milestones = _milestones(page, update)
    risks = _concerns(page, update)
    finances = _money(page, update)
    page.title_line("Decisions wanted from client")
    for number, text in enumerate(update.decisions, start=1):
        page.say(f"{number})  {text}")
    if not update.decisions:
        page.say("None")
    report = gold.told_report(
        update,
        *("reference", "sponsor", "manager", "report_date", "end_date"),
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        risks=risks,
        finances=finances,
        decisions=gold.decisions(update.decisions),
    )
    del report["start_date"]  # the start on site may not be the project's
    return Rendered(bytes(page.output()), (report,))


def _ratings(page: Sheet, update: Update) -> list[Record]:
    page.title_line("How the job stands")
    rows = [["", "This month", "Last month", "Remarks"]]
    records = []
    for label, key in LABELS.items():
        rated = update.rated[STORIES.get(key, key)]
        before = WORDS[rated.previous] if rated.previous else ""
        rows.append([label, WORDS[rated.current], before, rated.comment])
        records.append(gold.rating(label, key, rated.current, rated.previous, rated.comment))
    page.grid(rows, (42, 24, 24, 90), {word: colour for colour, word in WORDS.items()})
    page.set_font("times", "I", 8.5)
    page.say("Key: OK = Green, WATCH = Amber, ACTION = Red")
    return records


def _work(page: Sheet, update: Update) -> list[Record]:
    """Work as 'trade: text' in a table; the past has no dates."""
    records: list[Record] = []
    for title, kind, tasks in (
        ("Work completed this month", "completed", update.done),
        ("Work not completed as planned", "missed", update.missed),
        ("Work for next month", "planned", update.planned),
    ):
        page.title_line(title)
        dated = kind == "planned"
        rows = [["Section", "Work", *(["By whom", "Finish by"] if dated else [])]]
        for task in tasks:
            rows.append(
                [task.workstream, task.text, *([task.owner, dates.dotted(task.due)] if dated else [])]
            )
            owner, due = (task.owner, task.due) if dated else (None, None)
            record = gold.activity(kind, task.text, task.workstream, owner, due)
            if dated and dates.named_deadline(task.text):
                del record["due"]
            records.append(record)
        if tasks:
            page.grid(rows, (32, 88, 36, 24) if dated else (32, 148))
        else:
            page.say("None")
    return records


def _milestones(page: Sheet, update: Update) -> list[Record]:
    page.title_line("Key dates")
    rows = [["Stage", "Programme date", "Now expected", "Achieved"]]
    records = []

    def shown(day: date | None) -> str:
        return dates.dotted(day) if day else ""

    for item in update.milestones:
        forecast = None if item.actual else item.forecast
        rows.append([item.text, shown(item.baseline), shown(forecast), shown(item.actual)])
        records.append(
            gold.milestone(item.text, baseline=item.baseline, forecast=forecast, actual=item.actual)
        )
    page.grid(rows, (78, 34, 34, 34))
    return records


def _concerns(page: Sheet, update: Update) -> list[Record]:
    page.title_line("Risks and issues")
    rows = [["No.", "Risk or issue", "Matter", "What we are doing", "Chance", "Effect"]]
    records = []
    for told in update.risks:
        chance, effect = LEVELS.get(told.likelihood or 0, ""), LEVELS[told.impact]
        rows.append([told.reference, told.kind.capitalize(), told.text, told.response, chance, effect])
        words = {"impact": effect} | ({"likelihood": chance} if chance else {})
        records.append(gold.told_risk(told, "reference", "response", **words))
    if update.risks:
        page.grid(rows, (14, 24, 54, 56, 16, 16))
    else:
        page.say("None")
    return records


def _money(page: Sheet, update: Update) -> list[Record]:
    """Budget and forecast of each section, with a total."""
    page.title_line("Cost report")
    rows = [["Section", "Contract budget", "Spent to date", "Forecast cost", "Over / (under)"]]
    records = []
    for line in with_total(update):
        variance = f"({-line.variance:,})" if line.variance < 0 else f"{line.variance:,}"
        rows.append([line.text, *(f"£{n:,}" for n in (line.budget, line.actual, line.forecast)), variance])
        records.append(gold.told_money(line, "budget", "actual", "forecast", "variance"))
    page.grid(rows, (56, 32, 30, 32, 30))
    return records


FAMILY = Family(
    name="site_sheet",
    organisation="Pargeter & Sons (Builders) Ltd",
    style="a builder's monthly sheet for its client, made by a small program",
    tests="boxed particulars, OK, WATCH and ACTION on fills with a key, trades in a column, dotted dates, totals",
    suffix=".pdf",
    apart=False,
    projects=("school",),
    render=render,
)
