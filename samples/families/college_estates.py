"""A sixth-form college's estates update: words of its own for ratings, ticks and crosses in a job list, terms."""

from __future__ import annotations

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Update
from samples.word import COLOURS, Sheet, bullet, para, rate, row, run, write

TEAL, MINT = "00695C", "DDF0EC"
WORDS = {"Green": "Happy", "Amber": "Keeping an eye", "Red": "Help!"}
LABELS = {
    "Are we on time?": "schedule",
    "Are we on budget?": "cost",
    "Have we got the people?": "resources",
    "Is the work good enough?": "quality",
    "All in all": "overall",
}
RISK_WORDS = {"Red": "High", "Amber": "Medium", "Green": "Low"}
TERMS = ("Spring", "Summer", "Autumn")
DISRUPTION = (
    "Car park B is half closed; please use the field gate. No noisy work between 9.00 and 12.30 on exam days. The lift "
    "in Block C is out on Thursdays. All contractors on site wear green lanyards (checked) or are escorted."
)
FAREWELL = "Questions? Pop into the Estates Hub (Block A, behind the canteen) or ring 2214."


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    sheet = Sheet("Century Gothic", 10, margin_cm=2.0)
    _masthead(sheet, update)
    para(sheet.body, update.summary)
    ratings = _dials(sheet, update)
    activities = _jobs(sheet, update)
    _title(sheet, "Disruption to students and staff")
    para(sheet.body, DISRUPTION)
    milestones = _dates(sheet, update)
    finances = _money(sheet, update)
    risks = _worries(sheet, update)
    _title(sheet, "Asks of SLT")
    for text in update.decisions or ("None",):
        bullet(sheet.body, text)
    para(sheet.body)
    para(sheet.body, FAREWELL, italic=True)
    report = gold.told_report(
        update,
        *("manager", "report_date", "percent_complete"),
        sponsor=project.sponsor,
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        finances=finances,
        risks=risks,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _masthead(sheet: Sheet, update: Update) -> None:
    """A band with the college's name and the project's, and one line of facts parted by bars."""
    project = update.project
    grid = sheet.table([17.0])
    cell = row(grid, [None], fill=TEAL)[0]
    write(cell, "Marram Bay Sixth Form College", size=9, color="FFFFFF")
    write(cell, "Estates Team – Project Update", bold=True, size=17, color="FFFFFF")
    term = TERMS[(update.first_day.month - 1) // 4]
    write(cell, f"{term} Term: {dates.month_year(update.first_day)}", size=10, color="FFFFFF")
    grid = sheet.table([2.6, 5.9, 2.6, 5.9])
    for line in (
        ("Project:", project.name, "SLT sponsor:", project.sponsor),
        ("Project lead:", project.manager, "Written on:", dates.long(update.reported)),
        ("Where:", "Blocks B and C", "How far?", f"{update.percent}% complete"),
    ):
        cells = row(grid, [None] * 4)
        for place, text in enumerate(line):
            write(cells[place], text, bold=place % 2 == 0, size=9)
    para(sheet.body)


def _title(sheet: Sheet, text: str) -> None:
    para(sheet.body, text, bold=True, size=13, color=TEAL).paragraph_format.keep_with_next = True


def _dials(sheet: Sheet, update: Update) -> list[Record]:
    """Questions answered with the team's own words on fills, which a key explains."""
    _title(sheet, "How's it going?")
    grid = sheet.table([5.0, 3.6, 8.4])
    records = []
    for label, key in LABELS.items():
        rated = update.rated[key]
        cells = row(grid, [label, None, rated.comment], size=9)
        rate(cells[1], rated.current, WORDS[rated.current], size=9)
        records.append(gold.rating(label, key, rated.current, comment=rated.comment))
    line = para(sheet.body)
    run(line, "Key:  ", size=8)
    meanings = {"Green": "green, all fine", "Amber": "amber, under control", "Red": "red, SLT please step in"}
    for rating, meaning in meanings.items():
        run(line, WORDS[rating], bold=True, size=8)
        run(line, f" = {meaning}   ", size=8)
    return records


def _jobs(sheet: Sheet, update: Update) -> list[Record]:
    """What was promised, with a tick or cross; then what comes, the day before the job."""
    _title(sheet, "Jobs we said we would do this month")
    grid = sheet.table([1.8, 10.6, 4.6])
    row(grid, ["Done?", "Job", "Who"], bold=True, fill=MINT, size=9)
    records = []
    for kind, sign, colour, tasks in (
        ("completed", "✔", COLOURS["Green"], update.done),
        ("missed", "✘", COLOURS["Red"], update.missed),
    ):
        for task in tasks:
            cells = row(grid, [None, task.text, task.owner], size=9)
            write(cells[0], sign, centred=True, color=colour)
            records.append(gold.activity(kind, task.text, None, task.owner))
    para(sheet.body, "✔ done     ✘ not done, carried over", italic=True, size=8)
    _title(sheet, f"Coming up in {dates.MONTHS[update.next_month.month - 1]}")
    grid = sheet.table([3.4, 9.0, 4.6])
    row(grid, ["By when", "Job", "Who"], bold=True, fill=MINT, size=9)
    for task in update.planned:
        row(grid, [dates.brief(task.due), task.text, task.owner], size=9)
        records.append(gold.activity("planned", task.text, None, task.owner, task.due))
    return records


def _dates(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, "Big dates")
    grid = sheet.table([8.0, 3.0, 3.0, 3.0])
    row(grid, ["", "We said", "We now say", "Happened"], bold=True, fill=MINT, size=9)
    records = []
    for item in update.milestones:
        days = (item.baseline, item.forecast, item.actual)
        row(grid, [item.text, *(dates.short(day) if day else "–" for day in days)], size=9)
        records.append(gold.told_milestone(item, "baseline", "forecast", "actual"))
    return records


def _money(sheet: Sheet, update: Update) -> list[Record]:
    """Thousands with a k."""
    _title(sheet, "Money")
    grid = sheet.table([8.0, 3.0, 3.0, 3.0])
    row(grid, ["Pot", "Agreed", "Invoiced", "Likely final bill"], bold=True, fill=MINT, size=9)
    records = []
    for line in update.money:
        sums = (line.budget, line.actual, line.forecast)
        row(grid, [line.text, *(f"£{amount / 1000:,.1f}k" for amount in sums)], size=9)
        records.append(gold.told_money(line, "budget", "actual", "forecast"))
    para(
        sheet.body,
        "Retention of 2.5% is held back on every invoice. VAT is not included.",
        italic=True,
        size=8,
    )
    return records


def _worries(sheet: Sheet, update: Update) -> list[Record]:
    """How bad a thing is stands first, as a word on its fill."""
    _title(sheet, "Risks (things that keep us awake)")
    grid = sheet.table([2.2, 6.2, 5.6, 3.0])
    row(
        grid,
        ["Risk level", "What could go wrong", "What we're doing about it", "Who"],
        bold=True,
        fill=MINT,
        size=9,
    )
    records = []
    for risk in update.of_kind("risk"):
        cells = row(grid, [None, risk.text, risk.response, risk.owner], size=9)
        rate(cells[0], risk.rating, RISK_WORDS[risk.rating], size=9)
        record = gold.told_risk(risk, "response", "owner", "rating")
        del record["score"]  # the level is a word, which may be kept as the score
        records.append(record)
    issues = update.of_kind("issue")
    _title(sheet, "Issues (things that already have)")
    for issue in issues:
        bullet(sheet.body, f"{issue.text} – {issue.response}")
        records.append(gold.told_risk(issue, "response"))
    if not issues:
        para(sheet.body, "None, touch wood.")
    return records


FAMILY = Family(
    name="college_estates",
    organisation="Marram Bay Sixth Form College",
    style="an estates team's update to its college's leaders",
    tests="rating words of its own with a key, ticks and crosses in a job list, 'we said' beside 'we now say'",
    suffix=".docx",
    apart=False,
    projects=("leisure", "records"),
    render=render,
)
