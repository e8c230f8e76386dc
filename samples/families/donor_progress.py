"""A development charity's progress report to its donor: outputs with activities, indicators, challenges, burn rate."""

from __future__ import annotations

from samples import dates, gold
from samples.family import Family, Rendered, by_workstream
from samples.gold import Record
from samples.month import Update, with_total
from samples.word import Sheet, bullet, page_number, para, row, run, shade, span, write
from samples.word_review import footnote

BLUE, SKY = "1F6F8B", "DCEBF0"
WORDS = {"Green": "On track", "Amber": "At risk", "Red": "Off track"}
LABELS = {
    "Project as a whole": "overall",
    "Work plan": "schedule",
    "Expenditure": "cost",
    "Partners and communities": "stakeholders",
}
STATES = {"completed": "Completed", "in-progress": "Ongoing"}
LEVELS = {1: "Low", 2: "Low", 3: "Medium", 4: "High", 5: "High"}
INDICATORS = (
    ("1.1", "People with safe water within 500 metres", 4200, 19000),
    ("2.1", "Pupils with a usable latrine at school", 610, 5400),
    ("3.1", "Households with soap beside the latrine (%)", 18, 70),
)
LESSON = (
    "Assemblies that are held before planting draw twice as many people as those held after. The work plan of the "
    "second year has been changed to suit."
)
STORY = (
    "“I used to be late for my first lesson because I went to the river before dawn,” says a pupil of class seven. "
    "“Now I am late because I talk to my friends at the pump.”"
)


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    sheet = Sheet("Gill Sans MT", 11, margin_cm=2.4)
    run(sheet.header.paragraphs[0], "SPRINGHEAD INTERNATIONAL", bold=True, size=10, color=BLUE)
    page_number(sheet.footer.paragraphs[0])
    para(sheet.body, "Progress report to the donor", bold=True, size=20, color=BLUE)
    _information(sheet, update)
    sheet.heading("A. Summary", 1)
    para(sheet.body, update.summary)
    ratings = _assessment(sheet, update)
    activities = _outputs(sheet, update)
    _indicators(sheet, update)
    activities += _plan(sheet, update)
    risks = _challenges(sheet, update)
    finances = _budget(sheet, update)
    sheet.heading("G. Lessons and voices", 1)
    para(sheet.body, LESSON)
    para(sheet.body, STORY, italic=True)
    sheet.heading("H. Support requested from the donor", 1)
    for text in update.decisions or ("None in this period.",):
        bullet(sheet.body, text)
    report = gold.told_report(
        update,
        *("reference", "manager", "report_date", "start_date", "end_date"),
        ratings=ratings,
        activities=activities,
        risks=risks,
        finances=finances,
        decisions=gold.decisions(update.decisions),
    )
    del report["programme"]  # the donor's fund may be told as the programme
    return Rendered(sheet.save(), (report,))


def _information(sheet: Sheet, update: Update) -> None:
    project = update.project
    first, last = dates.long(update.first_day), dates.long(update.last_day)
    grid = sheet.table([5.6, 10.6])
    for label, value in (
        ("Project title", project.name),
        ("Project number", project.reference),
        ("Donor and fund", f"Calder Foundation, {project.programme}"),
        ("Country and district", "Upper Nsanga District, Republic of Maravia"),
        ("Implementing partner", "Nsanga Women's Water Association"),
        ("Project manager", project.manager),
        ("Project start date", dates.long(project.start)),
        ("Project end date", dates.long(project.end)),
        ("Period covered", f"{first} to {last}"),
        ("Date of this report", dates.long(update.reported)),
    ):
        cells = row(grid, [None, value])
        write(cells[0], label, bold=True)
        shade(cells[0], SKY)


def _assessment(sheet: Sheet, update: Update) -> list[Record]:
    sheet.heading("B. Assessment of progress", 1)
    grid = sheet.table([4.8, 3.2, 8.2])
    row(grid, ["Area", "Assessment", "Remarks"], bold=True, fill=SKY)
    records = []
    for label, key in LABELS.items():
        rated = update.rated[key]
        row(grid, [label, WORDS[rated.current], rated.comment])
        records.append(gold.rating(label, key, rated.current, comment=rated.comment))
    return records


def _outputs(sheet: Sheet, update: Update) -> list[Record]:
    """One table; each output is a row across it, and a column says how far each activity has come."""
    sheet.heading("C. Activities by output", 1)
    done, doing = by_workstream(update.done), by_workstream(update.missed)
    grid = sheet.table([9.4, 2.8, 4.0])
    row(grid, ["Activity", "Status", "Responsible"], bold=True, fill=BLUE, color="FFFFFF")
    records = []
    for output in dict.fromkeys((*done, *doing)):
        span(grid, output, bold=True, fill=SKY)
        for kind, groups in (("completed", done), ("in-progress", doing)):
            for task in groups.get(output, ()):
                row(grid, [task.text, STATES[kind], task.owner])
                records.append(gold.activity(kind, task.text, output, task.owner))
    return records


def _indicators(sheet: Sheet, update: Update) -> None:
    """The logical framework's measures, which are no record."""
    sheet.heading("D. Indicators", 1)
    grid = sheet.table([1.4, 7.0, 2.4, 2.4, 3.0])
    heads = ["No.", "Indicator", "Baseline", "Target", "Reached so far"]
    cells = row(grid, heads, bold=True, fill=SKY)
    footnote(sheet, cells[2].paragraphs[0], "Household survey made before the first disbursement.")
    for number, text, baseline, target in INDICATORS:
        reached = baseline + (target - baseline) * update.percent // 100
        row(grid, [number, text, *(f"{count:,}" for count in (baseline, target, reached))])


def _plan(sheet: Sheet, update: Update) -> list[Record]:
    month = dates.month_year(update.next_month)
    sheet.heading(f"E. Work plan for {month}", 1)
    records = []
    for output, group in by_workstream(update.planned).items():
        para(sheet.body, output, bold=True).paragraph_format.keep_with_next = True
        for task in group:
            bullet(sheet.body, task.text)
            records.append(gold.activity("planned", task.text, output))
    return records


def _challenges(sheet: Sheet, update: Update) -> list[Record]:
    sheet.heading("F. Challenges, risks and budget", 1)
    records = []
    issues, risks = update.of_kind("issue"), update.of_kind("risk")
    sheet.heading("Issues met in the period", 2)
    if issues:
        grid = sheet.table([6.4, 6.3, 3.5])
        row(grid, ["Issue", "Action taken", "Responsible"], bold=True, fill=SKY)
    else:
        para(sheet.body, "No new issues.")
    for issue in issues:
        row(grid, [issue.text, issue.response, issue.owner])
        records.append(gold.told_risk(issue, "response", "owner"))
    sheet.heading("Risk matrix", 2)
    grid = sheet.table([5.8, 3.0, 2.2, 5.2])
    row(grid, ["Risk", "Probability", "Impact", "Mitigation measures"], bold=True, fill=SKY)
    for risk in risks:
        levels = {"likelihood": LEVELS[risk.likelihood or 1], "impact": LEVELS[risk.impact]}
        row(grid, [risk.text, *levels.values(), risk.response])
        records.append(gold.told_risk(risk, "response", **levels))
    return records


def _budget(sheet: Sheet, update: Update) -> list[Record]:
    """Euros; what is left and the share spent say nothing of how far the work is."""
    sheet.heading("Budget and expenditure (EUR)", 2)
    grid = sheet.table([5.4, 3.0, 3.2, 2.6, 2.0])
    heads = ["Budget line", "Budget", "Spent to date", "Balance", "Burn rate"]
    row(grid, heads, bold=True, fill=SKY)
    records = []
    for line in with_total(update):
        sums = (line.budget, line.actual, line.budget - line.actual)
        burn = f"{100 * line.actual / line.budget:.0f}%"
        row(grid, [line.text, *(f"{amount:,}" for amount in sums), burn], bold=line.text == "Total")
        record = gold.finance(line.text, budget=line.budget, actual=line.actual, currency="EUR")
        del record["variance"]  # some may take the balance for one
        records.append(record)
    return records


FAMILY = Family(
    name="donor_progress",
    organisation="Springhead International",
    style="a development charity's progress report to its donor",
    tests="outputs as rows over their activities, a status column, indicators that are no milestones, burn rate",
    suffix=".docx",
    apart=False,
    projects=("wells",),
    render=render,
)
