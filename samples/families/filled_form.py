"""A foundation's monitoring form to be filled in on the screen: text fields, boxes to tick and drop-down lists."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from reportlab.lib.colors import HexColor, black, white
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.acroform import AcroForm
from reportlab.pdfgen.canvas import Canvas

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Task, Update

LABELS = {
    "Overall progress": "overall", "Timetable": "schedule", "Budget": "cost", "Staffing": "resources",
    "Partnerships": "stakeholders", "Outcomes for young people": "benefits",
}  # fmt: skip
OPTIONS = ("Green", "Amber", "Red")
LEVELS = ("Select", "Very low", "Low", "Medium", "High", "Very high")
LEFT, RIGHT, WIDTH = 45, 550, 505
PLUM, FIELD = HexColor("#5B2245"), HexColor("#EEF3FB")
SIZE = 9.5
RISK_ROWS, DATE_ROWS = 4, 6


class _Wrapping(AcroForm):  # type: ignore[misc]  # ReportLab has no types
    """Fields that show long texts in several lines, as readers of PDF do, though their value has no breaks."""

    def txAP(self, key: Any, value: Any, *fonts: Any, **look: Any) -> Any:
        if look.get("wkind", "textfield") == "textfield" and value:
            lines = [
                simpleSplit(line, "Helvetica", SIZE, look["width"] - 12) or [""] for line in value.split("\n")
            ]
            value = "\n".join(part for line in lines for part in line)
        return super().txAP(key, value, *fonts, **look)


class Form:
    """A form in the making, filled from the top of each page."""

    def __init__(self) -> None:
        self.target = io.BytesIO()
        self.canvas: Any = Canvas(self.target, pagesize=A4, invariant=1)
        self.canvas.setTitle("Monitoring form")
        self.fields = _Wrapping(self.canvas)
        self.canvas._doc._catalog.AcroForm = self.canvas.AcroForm = self.fields
        self.number = 0
        self._begin()

    def _begin(self) -> None:
        self.y = 790.0
        self._write("The Underhill Foundation", LEFT, 815, 8)
        self._write("Monitoring form UF7 (rev. 3)", 440, 815, 8)
        self._write(f"Page {self.canvas.getPageNumber()}", LEFT, 28, 8)

    def room(self, height: float) -> None:
        """Turn the page where too little is left of it."""
        if self.y - height < 50:
            self.canvas.showPage()
            self._begin()

    def _write(
        self, text: str, x: float, y: float, size: float = SIZE, *, bold: bool = False, ink: Any = black
    ) -> None:
        self.canvas.setFillColor(ink)
        self.canvas.setFont("Helvetica-Bold" if bold else "Helvetica", size)
        self.canvas.drawString(x, y, text)

    def title(self, text: str) -> None:
        self._write(text, LEFT, self.y - 16, 17, bold=True, ink=PLUM)
        self.y -= 28

    def part(self, text: str, hint: str = "") -> None:
        self.room(64)
        self.canvas.setFillColor(PLUM)
        self.canvas.rect(LEFT, self.y - 20, WIDTH, 16, stroke=0, fill=1)
        self._write(text, LEFT + 5, self.y - 16, 10, bold=True, ink=white)
        self.y -= 26
        if hint:
            self.canvas.setFillColor(HexColor("#555555"))
            self.canvas.setFont("Helvetica-Oblique", 8)
            self.canvas.drawString(LEFT, self.y - 7, hint)
            self.y -= 13

    def heads(self, heads: Sequence[tuple[float, str]]) -> None:
        for x, text in heads:
            self._write(text, x, self.y - 10, 8.5, bold=True)
        self.y -= 15

    def label(self, text: str, x: float = LEFT) -> None:
        self._write(text, x, self.y - 13)

    def text(self, value: str, x: float, width: float, height: float = 18) -> None:
        """A text field; it takes several lines where it is high."""
        self.number += 1
        self.fields.textfield(
            value=value, name=f"T{self.number}", x=x, y=self.y - height, width=width, height=height, maxlen=None,
            fontName="Helvetica", fontSize=SIZE, fillColor=FIELD, borderColor=HexColor("#8899BB"), borderWidth=0.5,
            fieldFlags="multiline" if height > 20 else "",
        )  # fmt: skip

    def choice(self, value: str, x: float, width: float) -> None:
        self.number += 1
        self.fields.choice(
            value=value, options=list(LEVELS), name=f"L{self.number}", x=x, y=self.y - 18, width=width, height=18,
            fontName="Helvetica", fontSize=SIZE, fillColor=FIELD, borderColor=HexColor("#8899BB"), borderWidth=0.5,
        )  # fmt: skip

    def box(self, ticked: bool, x: float) -> None:
        self.number += 1
        self.fields.checkbox(
            checked=ticked, name=f"B{self.number}", x=x, y=self.y - 16, size=13, fillColor=white, borderColor=black,
            borderWidth=0.7, buttonStyle="cross", fieldFlags="",
        )  # fmt: skip

    def line(self, height: float = 22) -> None:
        self.y -= height

    def save(self) -> bytes:
        self.canvas.save()
        return self.target.getvalue()


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    form = Form()
    form.title("Grant holder's monthly monitoring form")
    form.part(
        "Part 1. About the project", "Please complete every field. Use the tab key to move between them."
    )
    for pairs in (
        (("Project title", project.name), ("Grant reference", project.reference)),
        (("Project sponsor", project.sponsor), ("Project manager", project.manager)),
        (
            ("Reporting month", dates.month_year(update.first_day)),
            ("Date of report", dates.slashed(update.reported)),
        ),
        (("Start date", dates.slashed(project.start)), ("End date", dates.slashed(project.end))),
    ):
        for x, (label, value) in zip((LEFT, 305), pairs, strict=True):
            form.label(label, x)
            form.text(value, x + 90, 155)
        form.line()
    form.part("Part 2. How is it going?", "Tick one box in each row. Say why where it is not green.")
    ratings = _ratings(form, update)
    form.part("Part 3. Progress")
    activities = _work(form, update)
    milestones = _milestones(form, update)
    risks = _risks(form, update)
    finances = _money(form, update)
    form.part("Part 7. Decisions you need from the Foundation", "Leave blank if there are none.")
    form.text("\n".join(f"- {text}" for text in update.decisions), LEFT, WIDTH, 46)
    form.line(54)
    form.part("Part 8. Approval")
    form.label("Has the project sponsor agreed this report?")
    agreed = update.number % 3 != 0
    for x, word, ticked in ((300, "Yes", agreed), (370, "No", not agreed)):
        form.box(ticked, x)
        form.label(word, x + 19)
    report = gold.told_report(
        update,
        *("reference", "sponsor", "manager", "report_date", "start_date", "end_date"),
        authorised=agreed,
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        risks=risks,
        finances=finances,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(form.save(), (report,))


def _ratings(form: Form, update: Update) -> list[Record]:
    columns = dict(zip(OPTIONS, (190, 232, 274), strict=True))
    form.heads([(LEFT, "Area"), *((x - 8, word) for word, x in columns.items()), (315, "If not green, why?")])
    records = []
    for label, key in LABELS.items():
        rated = update.rated[key]
        form.label(label)
        for word, x in columns.items():
            form.box(word == rated.current, x)
        comment = None if rated.current == "Green" else rated.comment
        form.text(comment or "", 315, RIGHT - 315, 28)
        form.line(31)
        records.append(gold.rating(label, key, rated.current, comment=comment))
    return records


def _work(form: Form, update: Update) -> list[Record]:
    """Large fields in which people type dashes before what they list."""
    records: list[Record] = []

    def asked(question: str, kind: str, tasks: tuple[Task, ...]) -> None:
        form.room(92)
        form.label(question)
        form.line(18)
        form.text("\n".join(f"- {task.text}" for task in tasks) or "None", LEFT, WIDTH, 64)
        form.line(70)
        records.extend(gold.activity(kind, task.text) for task in tasks)

    asked("What was achieved this month?", "completed", update.done)
    asked("What was planned for this month but not achieved?", "missed", update.missed)
    asked("What is planned for next month?", "planned", update.planned)
    return records


def _milestones(form: Form, update: Update) -> list[Record]:
    form.part(
        "Part 4. Milestones",
        "Give the date in the grant agreement, and the date that you now expect or achieved.",
    )
    form.heads([(LEFT, "Milestone"), (275, "Agreed date"), (365, "Expected date"), (455, "Date achieved")])
    records = []
    told = [*update.milestones, *[None] * (DATE_ROWS - len(update.milestones))]
    for item in told:
        form.room(24)
        forecast = item.forecast if item and not item.actual else None
        days = (item.baseline, forecast, item.actual) if item else (None, None, None)
        form.text(item.text if item else "", LEFT, 222)
        for x, day in zip((275, 365, 455), days, strict=True):
            form.text(dates.slashed(day) if day else "", x, 84)
        form.line()
        if item:
            records.append(
                gold.milestone(item.text, baseline=item.baseline, forecast=forecast, actual=item.actual)
            )
    return records


def _risks(form: Form, update: Update) -> list[Record]:
    """Four rows, of which some stay empty; levels are chosen from lists."""
    form.part("Part 5. Risks")
    form.heads([(LEFT, "Risk"), (215, "What are you doing about it?"), (395, "Likelihood"), (475, "Impact")])
    records = []
    risks = update.of_kind("risk")
    for told in [*risks, *[None] * (RISK_ROWS - len(risks))]:
        form.room(46)
        form.text(told.text if told else "", LEFT, 165, 40)
        form.text(told.response if told else "", 215, 175, 40)
        levels = [LEVELS[n] if n else LEVELS[0] for n in ((told.likelihood, told.impact) if told else (0, 0))]
        for x, level in zip((395, 475), levels, strict=True):
            form.choice(level, x, 75)
        form.line(45)
        if told:
            records.append(gold.told_risk(told, "response", likelihood=levels[0], impact=levels[1]))
    form.room(92)
    form.label("Is anything going wrong now? (issues)")
    form.line(18)
    issues = update.of_kind("issue")
    form.text("\n".join(f"- {told.text} - {told.response}" for told in issues) or "None", LEFT, WIDTH, 46)
    form.line(52)
    return records + [gold.told_risk(told, "response") for told in issues]


def _money(form: Form, update: Update) -> list[Record]:
    form.part("Part 6. Spending (£)", "Whole pounds, as in the grant agreement.")
    form.heads([(LEFT, "Heading"), (275, "Budget"), (365, "Spent to date"), (455, "Forecast")])
    for line in update.money:
        form.room(24)
        form.text(line.text, LEFT, 222)
        for x, amount in zip((275, 365, 455), (line.budget, line.actual, line.forecast), strict=True):
            form.text(f"{amount:,}", x, 84)
        form.line()
    return [gold.told_money(line, "budget", "actual", "forecast") for line in update.money]


FAMILY = Family(
    name="filled_form",
    organisation="The Underhill Foundation",
    style="a foundation's monitoring form filled in on the screen",
    tests="text in form fields, ticked boxes under the colours, drop-down lists, typed dashes, empty rows, approval",
    suffix=".pdf",
    apart=False,
    projects=("carers",),
    render=render,
)
