"""A university's research software team: a monthly report of headings and bullets without a single table."""

from __future__ import annotations

from docx.enum.text import WD_BREAK

from samples import dates, gold
from samples.family import Family, Rendered, by_workstream
from samples.gold import Record
from samples.month import Risk, Task, Update
from samples.word import Sheet, bullet, para, run
from samples.word_review import comment

WORDS = {"Green": "On course", "Amber": "Some concern", "Red": "Needs help"}
INK = {"Green": "2E7D32", "Amber": "B36B00", "Red": "B71C1C"}
KEY = "On course = green, some concern = amber, needs help = red."
AREAS = {
    "Overall": "overall",
    "Timeline": "schedule",
    "Budget": "cost",
    "Team": "resources",
    "Code quality": "quality",
    "Users and partners": "stakeholders",
}
LEVELS = ("very low", "low", "medium", "high", "very high")
NUMBERS = (
    "Issues opened and closed: {} and {}",
    "Pull requests merged: {}, {} of them from outside the team",
)
NOTED = 3
"""Every third month a colleague has left a note in the margin."""


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    sheet = Sheet("Segoe UI", 10.5, margin_cm=2.4)
    run(sheet.footer.paragraphs[0], "University of Strathcarron · Research Software Engineering", size=8)
    para(sheet.body, project.name, style="Title")
    para(sheet.body, f"Monthly report, {dates.month_year(update.first_day)}", style="Subtitle")
    for label, value in (
        ("Project code", project.reference),
        ("Project lead", project.manager),
        ("Principal investigator", project.sponsor),
        ("Funding call", project.programme),
        ("Project dates", f"{dates.long(project.start)} to {dates.long(project.end)}"),
        ("Written on", dates.long(update.reported)),
    ):
        line = para(sheet.body)
        line.paragraph_format.space_after = 0
        run(line, f"{label}: ", bold=True)
        run(line, value)
    sheet.heading("In brief")
    para(sheet.body, update.summary)
    month, following = (dates.MONTHS[day.month - 1] for day in (update.first_day, update.next_month))
    ratings = _health(sheet, update)
    activities = _work(
        sheet, f"What we did in {month}", "completed", update.done, noted=update.number % NOTED == 0
    )
    sheet.heading("What slipped")
    for task in update.missed:
        bullet(sheet.body, task.text)
        activities.append(gold.activity("missed", task.text))
    if not update.missed:
        para(sheet.body, "Nothing slipped this month.")
    activities += _work(sheet, f"What we will do in {following}", "planned", update.planned)
    milestones = _deliverables(sheet, update)
    risks = _risks(sheet, update)
    finances = _spend(sheet, update)
    sheet.heading("Repository numbers")
    counts = (31 + update.number * 7 % 19, 24 + update.number * 5 % 23, 18 + update.number, update.number % 5)
    for place, text in enumerate(NUMBERS):
        bullet(sheet.body, text.format(*counts[2 * place : 2 * place + 2]))
    sheet.heading("Decisions we need from the steering group")
    for text in update.decisions:
        bullet(sheet.body, text)
    if not update.decisions:
        para(sheet.body, "None this month.")
    report = gold.told_report(
        update,
        *("reference", "manager", "report_date", "start_date", "end_date"),
        ratings=ratings,
        activities=activities,
        risks=risks,
        milestones=milestones,
        finances=finances,
        decisions=gold.decisions(update.decisions),
    )
    for loose in ("programme", "sponsor"):
        del report[loose]  # a funding call and an investigator may be taken for them or be left as they are
    return Rendered(sheet.save(), (report,))


def _health(sheet: Sheet, update: Update) -> list[Record]:
    sheet.heading("How the project is doing")
    para(sheet.body, KEY, italic=True, size=9)
    records = []
    for label, key in AREAS.items():
        rated = update.rated[key]
        line = bullet(sheet.body, f"{label}: ", bold=True)
        run(line, WORDS[rated.current], bold=True, color=INK[rated.current])
        if rated.previous:
            run(line, f" (last month: {WORDS[rated.previous].lower()})")
        run(line, f". {rated.comment}")
        records.append(gold.rating(label, key, rated.current, rated.previous, rated.comment))
    return records


def _work(
    sheet: Sheet, title: str, kind: str, tasks: tuple[Task, ...], *, noted: bool = False
) -> list[Record]:
    sheet.heading(title)
    records, last = [], None
    for name, group in by_workstream(tasks).items():
        sheet.heading(name, 2)
        for task in group:
            last = bullet(sheet.body, task.text)
            records.append(gold.activity(kind, task.text, name))
    if last is not None and noted:
        comment(sheet, last, "Can we link to the pull request here?")
    if not tasks:
        para(sheet.body, "Nothing to report.")
    return records


def _deliverables(sheet: Sheet, update: Update) -> list[Record]:
    """One bullet each: what date was planned and, after a comma, what has become of it."""
    sheet.heading("Deliverables")
    records = []
    for item in update.milestones:
        line = bullet(sheet.body, item.text, bold=True)
        run(line, f": planned for {dates.long(item.baseline)}")
        forecast = None
        if item.actual:
            run(line, f", delivered {dates.long(item.actual)}")
        elif item.forecast != item.baseline:
            forecast = item.forecast
            run(line, f", now expected {dates.long(item.forecast)}")
        records.append(
            gold.milestone(item.text, baseline=item.baseline, forecast=forecast, actual=item.actual)
        )
    return records


def _risks(sheet: Sheet, update: Update) -> list[Record]:
    sheet.heading("Risks and issues")
    records = []
    for title, kind in (("Risks", "risk"), ("Issues", "issue")):
        sheet.heading(title, 2)
        told = update.of_kind(kind)
        records += [_entry(sheet, risk) for risk in told]
        if not told:
            para(sheet.body, f"No open {kind}s.")
    return records


def _entry(sheet: Sheet, risk: Risk) -> Record:
    """A bullet of several lines: the risk, what is done about it, how bad it is, who looks after it."""
    line = bullet(sheet.body, f"{risk.text}.", bold=True)
    lines = [("What we are doing", risk.response)]
    words = {}
    if risk.likelihood is not None:
        words = {"likelihood": LEVELS[risk.likelihood - 1], "impact": LEVELS[risk.impact - 1]}
        lines += [("Likelihood", words["likelihood"]), ("Impact", words["impact"])]
    for label, text in (*lines, ("Owner", risk.owner)):
        run(line, "").add_break(WD_BREAK.LINE)
        run(line, f"{label}: ", italic=True)
        run(line, text)
    record = gold.told_risk(risk, "response", "owner", **words)
    return {**record, "text": f"{risk.text}."}


def _spend(sheet: Sheet, update: Update) -> list[Record]:
    sheet.heading("Spend")
    records = []
    for money in update.money:
        amounts = f"budget £{money.budget:,}, spent to date £{money.actual:,}, forecast £{money.forecast:,}"
        line = bullet(sheet.body, f"{money.text}: ", bold=True)
        run(line, amounts)
        records.append(gold.told_money(money, "budget", "actual", "forecast"))
    return records


FAMILY = Family(
    name="research_software",
    organisation="University of Strathcarron",
    style="monthly report of a university's research software project, headings and bullets alone",
    tests="words of its own with a key, bullets of several lines for risks, deliverables as sentences, a margin note",
    suffix=".docx",
    apart=False,
    projects=("w4_landslide",),
    render=render,
)
