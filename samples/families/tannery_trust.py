"""A heritage charity with a lottery grant: purposes agreed with the funder as rows, status in the running text."""

from __future__ import annotations

from docx.shared import Pt

from samples import dates, gold
from samples.family import Family, Rendered, by_workstream
from samples.gold import Record
from samples.month import Update, with_total
from samples.word import Sheet, bullet, inserted, para, row, run, span

OCHRE, CREAM = "9A5B13", "FBF3E4"
AREAS = {
    "The project overall": ("overall", "overall"),
    "Timetable": ("schedule", "schedule"),
    "Project costs": ("cost", "cost"),
    "Match funding": ("funding", None),
    "Quality of the work": ("quality", "quality"),
    "Volunteers and visitors": ("people", None),
}
WORDS = {"Green": "going well", "Amber": "needs watching", "Red": "needs trustees' help"}
KEY = "Going well is green, needs watching is amber and needs trustees' help is red in the Fund's own terms."
EVALUATION = (
    "Marram Research sat in on two sessions. Nine in ten visitors would tell a friend to come. The Fund's logo is on "
    "the hoarding, the website and the volunteers' aprons."
)


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    sheet = Sheet("Georgia", 11, margin_cm=2.4)
    para(sheet.body, "Colliver's Tannery Trust", size=20, color=OCHRE)
    para(
        sheet.body,
        "Registered charity. Made possible with a grant from the Heritage Lottery Grants Board",
        size=9,
    )
    para(
        sheet.body, f"Progress report for the month ending {dates.long(update.last_day)}", bold=True, size=13
    )
    _about(sheet, update)
    _head(sheet, "Summary for trustees and the Fund")
    para(sheet.body, update.summary)
    ratings = _standing(sheet, update)
    activities = _purposes(sheet, update)
    milestones = _timetable(sheet, update)
    finances = _costs(sheet, update)
    risks = _risks(sheet, update)
    _head(sheet, "Evaluation and acknowledgement")
    para(sheet.body, EVALUATION)
    _head(sheet, "Decisions we need from trustees")
    for text in update.decisions:
        para(sheet.body, text, style="List Number")
    if not update.decisions:
        para(sheet.body, "No decisions are needed this month.")
    agreed = update.number % 3 != 0
    last = para(sheet.body)
    last.paragraph_format.space_before = Pt(14)
    run(last, "Report agreed by the project sponsor: ", bold=True)
    run(last, "Yes" if agreed else "Not yet")
    report = gold.told_report(
        update,
        *("reference", "sponsor", "manager", "report_date", "start_date", "end_date"),
        authorised=agreed,
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        finances=finances,
        risks=risks,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _head(sheet: Sheet, text: str) -> None:
    line = para(sheet.body, text, bold=True, size=13, color=OCHRE)
    line.paragraph_format.space_before, line.paragraph_format.keep_with_next = Pt(10), True


def _about(sheet: Sheet, update: Update) -> None:
    project = update.project
    grid = sheet.table([5.0, 11.2])
    for label, value in (
        ("Project title", project.name),
        ("Project reference number", project.reference),
        ("Grantee", "Colliver's Tannery Trust"),
        ("Grant awarded", "£1,412,000 (62% of approved project costs)"),
        ("Project sponsor", project.sponsor),
        ("Project manager", project.manager),
        ("Project start date", dates.long(project.start)),
        ("Project end date", dates.long(project.end)),
        ("Date of this report", dates.long(update.reported)),
    ):
        row(grid, [label, value])


def _standing(sheet: Sheet, update: Update) -> list[Record]:
    """A line for each area: its name in bold, how it goes in words, last month in brackets, then why."""
    _head(sheet, "How things stand")
    records = []
    for label, (key, dimension) in AREAS.items():
        rated = update.rated[key]
        line = para(sheet.body)
        run(line, f"{label}: ", bold=True)
        run(line, WORDS[rated.current], italic=True)
        if rated.previous:
            run(line, f" (last month: {WORDS[rated.previous]})")
        run(line, f". {rated.comment}")
        record = gold.rating(label, dimension or "other", rated.current, rated.previous, rated.comment)
        if dimension is None:
            del record["dimension"]  # readers may differ on what is raised, and on those who come
        records.append(record)
    para(sheet.body, KEY, size=8, italic=True)
    return records


def _purposes(sheet: Sheet, update: Update) -> list[Record]:
    """A row for each approved purpose; a late sentence is still tracked in the third month of each quarter."""
    _head(sheet, "Progress against our approved purposes")
    grid = sheet.table([4.2, 6.2, 5.8])
    row(grid, ["Approved purpose", "What we have done", "What we will do next month"], bold=True, fill=CREAM)
    done, planned = by_workstream(update.done), by_workstream(update.planned)
    records = []
    for name in dict.fromkeys(task[2] for task in update.project.facts["tasks"]):
        cells = row(grid, [None, None, None])
        run(cells[0].paragraphs[0], name, bold=True)
        parts = (
            (cells[1], "completed", done.get(name, [])),
            (cells[2], "planned", planned.get(name, [])),
        )
        for cell, kind, tasks in parts:
            for task in tasks:
                line, text = bullet(cell, task.text), task.text
                if update.number % 3 == 0 and kind == "completed" and task is update.done[0]:
                    inserted(sheet, line, " Photographs are on the website.")
                    text += " Photographs are on the website."
                records.append(gold.activity(kind, text, name))
    if update.missed:
        para(sheet.body)
        para(sheet.body, "What we had hoped to do but could not:", bold=True)
    for task in update.missed:
        bullet(sheet.body, task.text)
        records.append(gold.activity("missed", task.text))
    return records


def _timetable(sheet: Sheet, update: Update) -> list[Record]:
    _head(sheet, "Key dates")
    grid = sheet.table([7.2, 4.4, 4.6])
    row(grid, ["Key date", "Agreed with the Fund", "Where we are"], bold=True, fill=CREAM)
    records = []
    for item in update.milestones:
        if item.actual:
            now = f"Achieved {dates.month_year(item.actual)}"
        else:
            now = f"Expected {dates.month_year(item.forecast)}"
        row(grid, [item.text, dates.month_year(item.baseline), now])
        records.append(
            gold.milestone(
                item.text,
                baseline=dates.iso_month(item.baseline),
                forecast=None if item.actual else dates.iso_month(item.forecast),
                actual=dates.iso_month(item.actual) if item.actual else None,
            )
        )
        del records[-1]["status"]  # 'Achieved' before a month may be told as a status as well
    return records


def _costs(sheet: Sheet, update: Update) -> list[Record]:
    _head(sheet, "Project costs")
    grid = sheet.table([5.8, 3.4, 3.4, 3.6])
    heads = ["Cost heading", "Approved costs", "Spent to date", "Projected final cost"]
    row(grid, heads, bold=True, fill=CREAM)
    records = []
    for line in with_total(update):
        row(grid, [line.text, *(f"£{n:,}.00" for n in (line.budget, line.actual, line.forecast))])
        records.append(gold.told_money(line, "budget", "actual", "forecast"))
    hours = 310 * update.number + 95
    para(sheet.body)
    para(
        sheet.body,
        f"Volunteers have given {hours:,} hours so far, which the Fund counts as a contribution in kind.",
    )
    return records


def _risks(sheet: Sheet, update: Update) -> list[Record]:
    """One table: risks as whole sentences, then under a title of their own the problems already met."""
    _head(sheet, "Risks and problems")
    grid = sheet.table([6.8, 6.6, 2.8])
    row(grid, ["Risk", "What we are doing", "Who leads"], bold=True, fill=CREAM)
    records = []
    for risk in update.of_kind("risk"):
        row(grid, [risk.sentence, risk.response, risk.owner], size=10)
        record = gold.told_risk(risk, "response", "owner")
        records.append({**record, "text": risk.sentence})
    issues = update.of_kind("issue")
    if issues:
        span(grid, "Problems we have met", bold=True, fill=CREAM)
    for issue in issues:
        row(grid, [issue.text, issue.response, issue.owner], size=10)
        record = gold.told_risk(issue, "response", "owner")
        del record["kind"]  # whether a problem met is an issue may be left open
        records.append(record)
    return records


FAMILY = Family(
    name="tannery_trust",
    organisation="Colliver's Tannery Trust",
    style="a heritage charity's monthly report to its trustees and its lottery funder",
    tests="purposes as rows, status in running text with last month in brackets, problems beneath risks, agreed or not",
    suffix=".docx",
    apart=False,
    projects=("tannery",),
    render=render,
)
