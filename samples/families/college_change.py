"""A further education college's digital team: plain questions in coloured strips, lights as words, Yes or No lists."""

from __future__ import annotations

from typing import Any

from docx.shared import Cm, Pt

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Risk, Update
from samples.word import COLOURS, Sheet, bullet, deleted, para, row, run, shade, span, write
from samples.word_styles import theme_colours, theme_fill

BERRY = "8E1B5B"
QUESTIONS = {
    "The project as a whole": "overall",
    "Are we on time?": "schedule",
    "Are we on budget?": "cost",
    "Is the data right?": "quality",
    "Are our people ready?": "resources",
    "Will it make a difference?": "benefits",
}
WORDS = {"Green": "Happy", "Amber": "Bit worried", "Red": "Worried"}
KEY = "Happy = all as planned (green). Bit worried = we can sort it ourselves (amber). Worried = SLT help needed (red)."
LEVELS = {"Green": "Low", "Amber": "Medium", "Red": "High"}
STUDENTS = (
    "The student digital panel met over pizza. They would rather have one app than three, and they want room changes "
    "by notification and not by a sign on the door."
)


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    sheet = Sheet("Calibri", 11, margin_cm=2.0)
    theme_colours(sheet, {"accent1": BERRY})
    _title(sheet, update)
    _strip(sheet, "In a nutshell")
    para(sheet.body, update.summary)
    ratings = _feelings(sheet, update)
    activities = _lists(sheet, update)
    milestones = _big_dates(sheet, update)
    risks = _worries(sheet, update)
    finances = _money(sheet, update)
    _strip(sheet, "What our students say")
    para(sheet.body, STUDENTS)
    _strip(sheet, "What we need from SLT")
    for text in update.decisions:
        bullet(sheet.body, text)
    if not update.decisions:
        para(sheet.body, "Nothing this time, thank you.")
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
    return Rendered(sheet.save(), (report,))


def _title(sheet: Sheet, update: Update) -> None:
    project = update.project
    para(sheet.body, "Aldbourne College", size=11, color=BERRY, bold=True)
    para(sheet.body, project.name, size=22, color=BERRY)
    para(sheet.body, f"Project update for SLT | {dates.month_year(update.first_day)}", size=13)
    for facts in (
        (("Part of", project.programme), ("Ref", project.reference)),
        (("Sponsor", project.sponsor), ("Project lead", project.manager)),
        (("Written on", dates.long(update.reported)), ("Campuses", "Aldbourne, Wharf Street and Land-based")),
    ):
        line = para(sheet.body)
        line.paragraph_format.tab_stops.add_tab_stop(Cm(8.6))
        line.paragraph_format.space_after = 0
        for place, (label, value) in enumerate(facts):
            run(line, f"{chr(9) * place}{label}: ", bold=True)
            run(line, value)


def _strip(sheet: Sheet, text: str) -> None:
    """A heading that is a table of one coloured cell, as the college's template has it."""
    para(sheet.body).paragraph_format.space_after = 0
    (cell,) = row(sheet.table([17.0]), [text], bold=True, size=12, color="FFFFFF")
    theme_fill(cell, "accent1", BERRY)
    cell.paragraphs[0].paragraph_format.keep_with_next = True
    gap = para(sheet.body)
    gap.paragraph_format.space_after, gap.paragraph_format.line_spacing = 0, Pt(3)


def _feelings(sheet: Sheet, update: Update) -> list[Record]:
    """Word on its colour; last month in words behind the reason where it differs."""
    _strip(sheet, "How do we feel about it?")
    grid = sheet.table([5.0, 2.8, 2.8, 6.4])
    row(grid, ["", "Last month we were", "Now we are", "Because"], bold=True, size=9)
    records = []
    for label, key in QUESTIONS.items():
        rated = update.rated[key]
        before = WORDS[rated.previous] if rated.previous else "(first report)"
        cells = row(grid, [label, before, None, rated.comment])
        shade(cells[2], COLOURS[rated.current])
        write(cells[2], WORDS[rated.current], bold=True)
        records.append(gold.rating(label, key, rated.current, rated.previous, rated.comment))
    para(sheet.body, KEY, italic=True, size=8)
    return records


def _lists(sheet: Sheet, update: Update) -> list[Record]:
    """What was promised with Yes or No; what comes next by whom; one promise taken back while tracking."""
    _strip(sheet, "What we said we would do, and did we?")
    grid = sheet.table([12.6, 2.0, 2.4])
    row(grid, ["We said we would", "Who", "Did we?"], bold=True, size=9)
    records = []
    for task in update.done:
        row(grid, [task.text, _first_name(task.owner), "Yes"])
        records.append(gold.activity("completed", task.text, owner=_first_name(task.owner)))
    for task in update.missed:
        row(grid, [task.text, _first_name(task.owner), "Not yet"])
        records.append(gold.activity("missed", task.text, owner=_first_name(task.owner)))
    _strip(sheet, f"What we will do in {dates.MONTHS[update.next_month.month - 1]}")
    grid = sheet.table([12.6, 2.0, 2.4])
    row(grid, ["We will", "Who", "By when"], bold=True, size=9)
    for task in update.planned:
        cells = row(grid, [task.text, _first_name(task.owner), dates.short(task.due)])
        if task is update.planned[0] and update.number % 3 == 0:
            deleted(sheet, cells[0].paragraphs[0], " and Land-based")
        records.append(gold.activity("planned", task.text, owner=_first_name(task.owner), due=task.due))
    return records


def _first_name(owner: str) -> str:
    return owner.split(maxsplit=1)[0]


def _big_dates(sheet: Sheet, update: Update) -> list[Record]:
    """The day that was planned, and either the day now expected or the day on which it happened."""
    _strip(sheet, "Big dates")
    grid = sheet.table([7.0, 3.4, 3.4, 3.2])
    row(grid, ["", "Our plan said", "We now say", "It happened"], bold=True, size=9)
    records = []
    for item in update.milestones:
        now = None if item.actual else item.forecast
        row(
            grid, [item.text, *(dates.brief(day) if day else "" for day in (item.baseline, now, item.actual))]
        )
        records.append(gold.milestone(item.text, baseline=item.baseline, forecast=now, actual=item.actual))
    return records


def _worries(sheet: Sheet, update: Update) -> list[Record]:
    """A small table for each worry; what is already a problem stands in a list with its remedy after a dash."""
    _strip(sheet, "What could go wrong?")
    records = []
    for risk in update.of_kind("risk"):
        records.append(_worry(sheet, risk))
    _strip(sheet, "What has gone wrong?")
    for issue in update.of_kind("issue"):
        bullet(sheet.body, f"{issue.text} – {issue.response}")
        records.append(gold.told_risk(issue, "response"))
    if not update.of_kind("issue"):
        para(sheet.body, "Nothing to report.")
    for record in records:
        del record["kind"]  # plain words tell the two apart, and a careful reader may leave it open
    return records


def _worry(sheet: Sheet, risk: Risk) -> Record:
    grid: Any = sheet.table([3.6, 13.4])
    span(grid, risk.text, bold=True)
    level = LEVELS[risk.rating]
    cells = row(grid, ["How serious?", level])
    shade(cells[1], COLOURS[risk.rating])
    row(grid, ["What we do", risk.response])
    row(grid, ["Who", risk.owner])
    para(sheet.body).paragraph_format.space_after = 0
    record = gold.told_risk(risk, "response", "owner", "rating")
    for key in ("impact", "score"):
        del record[key]  # 'How serious? High' may be told as either
    return record


def _money(sheet: Sheet, update: Update) -> list[Record]:
    _strip(sheet, "The money")
    grid = sheet.table([5.0, 4.0, 4.0, 4.0])
    row(grid, ["", "We have", "We have spent", "We think we will spend"], bold=True, size=9)
    records = []
    for line in update.money:
        row(grid, [line.text, *(f"£{n:,}" for n in (line.budget, line.actual, line.forecast))])
        records.append(gold.told_money(line, "budget", "actual", "forecast"))
    return records


FAMILY = Family(
    name="college_change",
    organisation="Aldbourne College",
    style="a further education college's digital team to its senior leaders, in plain questions",
    tests="headings that are tables of one cell, feelings as ratings with a key, Yes or Not yet, a table for each risk",
    suffix=".docx",
    apart=False,
    projects=("learnerjourney",),
    render=render,
)
