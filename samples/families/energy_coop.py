"""A community energy co-operative's paper to its directors: first person, coloured signs, bullets, risk sentences."""

from __future__ import annotations

from samples import dates, gold
from samples.family import Family, Rendered, by_workstream
from samples.gold import Record
from samples.month import Update
from samples.word import Sheet, bullet, page_number, para, row, run, shade, write
from samples.word_review import count_anew

LEAF, CREAM = "33691E", "F6F3E4"
SIGNS = {"Green": "🟢", "Amber": "🟡", "Red": "🔴"}
LABELS = {
    "Timescales": "schedule",
    "Budget": "cost",
    "People and capacity": "resources",
    "Members and community": "stakeholders",
}
SHARES = (
    "The share offer stands at £214,350 from 187 members, of whom 61 live within the parish. The offer document says "
    "that interest will be paid from year two; nothing in this paper changes that. We have had nine calls about the "
    "Enterprise Investment Scheme and have sent every caller to their own accountant."
)
GENERATION = (
    "The array at the school made 4.1 MWh in the month, which is a little over what the model promised."
)


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    sheet = Sheet("Lato", 11, margin_cm=2.3)
    run(sheet.header.paragraphs[0], "Ashbeck Community Energy Ltd", bold=True, color=LEAF)
    run(sheet.header.paragraphs[0], "  a community benefit society", size=8)
    foot = sheet.footer.paragraphs[0]
    run(foot, "Paper E – not for circulation outside the Board     ", size=8)
    page_number(foot)
    grid = sheet.table([16.4])
    cell = row(grid, [None], fill=CREAM)[0]
    write(
        cell, f"Directors' meeting, agenda item {update.number % 4 + 4}: {project.name}", bold=True, size=14
    )
    facts = (
        ("Project lead", project.manager),
        ("Director responsible", project.sponsor),
        ("Month", dates.month_year(update.first_day)),
        ("Paper written", dates.ordinal(update.reported)),
    )
    line = write(cell, "", size=9.5)
    for place, (label, value) in enumerate(facts):
        run(line, f"{'  •  ' if place else ''}{label}: ", bold=True, size=9.5)
        run(line, value, size=9.5)
    sheet.heading("In a nutshell", 2)
    para(sheet.body, f"{update.summary} We reckon that we are {update.percent}% of the way there.")
    ratings = [_signed(sheet, "Overall", "overall", update)]
    ratings += [_signed(sheet, label, key, update) for label, key in LABELS.items()]
    activities = _work(sheet, update)
    milestones = _steps(sheet, update)
    finances = _cash(sheet, update)
    sheet.heading("Share offer and generation", 2)
    para(sheet.body, SHARES)
    para(sheet.body, GENERATION)
    risks = _risks(sheet, update)
    sheet.heading("Directors are asked to", 2)
    if update.decisions:
        count_anew(sheet, update.decisions)
    else:
        para(sheet.body, "Nothing on this occasion.")
    report = gold.told_report(
        update,
        *("manager", "report_date", "percent_complete"),
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        finances=finances,
        risks=risks,
        decisions=gold.decisions(update.decisions),
    )
    del report["sponsor"]  # the director responsible may be told as the sponsor
    return Rendered(sheet.save(), (report,))


def _signed(sheet: Sheet, label: str, dimension: str, update: Update) -> Record:
    """A line that begins with a coloured sign, then the area and a remark after a dash."""
    rated = update.rated[dimension]
    line = para(sheet.body, f"{SIGNS[rated.current]} ")
    line.paragraph_format.space_after = 0
    run(line, label, bold=True)
    run(line, f" – {rated.comment}")
    return gold.rating(label, dimension, rated.current, comment=rated.comment)


def _work(sheet: Sheet, update: Update) -> list[Record]:
    """Sentences that open a list and name its kind; areas of work in bold over their bullets."""
    records = []
    month = dates.MONTHS[update.next_month.month - 1]
    for title, kind, tasks in (
        ("Since the last meeting we have", "completed", update.done),
        ("We said we would, but have not yet", "missed", update.missed),
        (f"In {month} we will", "planned", update.planned),
    ):
        if not tasks:
            continue
        sheet.heading(f"{title} …", 2)
        for area, group in by_workstream(tasks).items():
            para(sheet.body, area, bold=True, color=LEAF).paragraph_format.keep_with_next = True
            for task in group:
                bullet(sheet.body, task.text)
                records.append(gold.activity(kind, task.text, area))
    return records


def _steps(sheet: Sheet, update: Update) -> list[Record]:
    sheet.heading("Steps on the way", 2)
    grid = sheet.table([6.8, 3.4, 3.4, 2.8])
    row(
        grid, ["Step", "In the business plan", "Our best guess now", "Reached"], bold=True, fill=CREAM, size=9
    )
    records = []
    for item in update.milestones:
        shown = [dates.brief(day) if day else "" for day in (item.baseline, item.forecast, item.actual)]
        row(grid, [item.text, *shown], size=9.5)
        records.append(gold.told_milestone(item, "baseline", "forecast", "actual"))
    return records


def _cash(sheet: Sheet, update: Update) -> list[Record]:
    sheet.heading("Cash", 2)
    grid = sheet.table([6.8, 3.2, 3.2, 3.2])
    row(grid, ["£", "Business plan", "Spent", "Now expect to spend"], bold=True, fill=CREAM, size=9)
    records = []
    for line in update.money:
        sums = (line.budget, line.actual, line.forecast)
        cells = row(grid, [line.text, *(f"{amount:,}" for amount in sums)], size=9.5)
        shade(cells[0], CREAM)
        records.append(gold.told_money(line, "budget", "actual", "forecast"))
    return records


def _risks(sheet: Sheet, update: Update) -> list[Record]:
    """Risks as sentences that stay whole; what has happened with its answer after a dash."""
    sheet.heading("What could trip us up", 2)
    records = []
    for risk in update.of_kind("risk"):
        bullet(sheet.body, risk.sentence)
        records.append(gold.risk("risk", risk.sentence))
    issues = update.of_kind("issue")
    if issues:
        sheet.heading("Issues that we are dealing with", 2)
    for issue in issues:
        bullet(sheet.body, f"{issue.text} – {issue.response}")
        records.append(gold.told_risk(issue, "response"))
    return records


FAMILY = Family(
    name="energy_coop",
    organisation="Ashbeck Community Energy",
    style="a community energy co-operative's paper to its directors",
    tests="coloured signs before the area, headings that open sentences, facts parted by dots, risk sentences",
    suffix=".docx",
    apart=False,
    projects=("warmth", "wetland"),
    render=render,
)
