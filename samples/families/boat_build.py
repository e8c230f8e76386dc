"""A sea rescue charity's build programme report: work packages as rows, done beside not done beside next, trends."""

from __future__ import annotations

from samples import dates, gold
from samples.family import Family, Rendered, by_workstream
from samples.gold import Record
from samples.month import Update, with_total
from samples.word import Sheet, bullet, page_number, para, rate, row, run, shade, write
from samples.word_shapes import progress_bar

NAVY, FOAM = "0B2545", "DDE7F0"
THOUSAND = 1000
ORDER = "GYARB"
"""Letters from best to worst, so that a change has a direction."""
TRENDS = {-1: "▲", 0: "►", 1: "▼"}
LABELS = {
    "Build sequence": "schedule",
    "Cost": "cost",
    "Workmanship & survey": "quality",
    "Yard and crew resources": "resources",
    "OVERALL": "overall",
}
SAFETY = (
    "No lost-time accidents at the yard in the month. One near miss (a dropped shackle in the fit-out bay) was "
    "reported and talked through at the Monday toolbox meeting. Styrene levels were within limits on all five readings."
)


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    sheet = Sheet("Calibri", 10, landscape=True, margin_cm=1.6)
    run(sheet.header.paragraphs[0], "SKERROW SEA RESCUE", bold=True, size=11, color=NAVY)
    run(sheet.header.paragraphs[0], "   Engineering & Supply   |   Restricted to Fleet Committee", size=8)
    foot = sheet.footer.paragraphs[0]
    run(foot, "ES/BP/04 issue 3     Charity registered in the islands     Page ", size=8)
    page_number(foot)
    month = dates.month_year(update.first_day)
    para(sheet.body, f"BUILD PROGRAMME REPORT – {month.upper()}", bold=True, size=16, color=NAVY)
    _title_block(sheet, update)
    para(sheet.body, "Executive officer's overview", bold=True, size=12, color=NAVY)
    para(sheet.body, update.summary)
    line = para(sheet.body, f"Build complete (yard's measure): {update.percent}%   ")
    progress_bar(sheet, line, update.percent, 220, NAVY)
    ratings = _health(sheet, update)
    activities = _packages(sheet, update)
    milestones = _stages(sheet, update)
    risks = _register(sheet, update)
    finances = _cost(sheet, update)
    _band(sheet, "Safety at the yard")
    para(sheet.body, SAFETY)
    _band(sheet, "For decision by Fleet Committee")
    for text in update.decisions or ("Nothing this month.",):
        bullet(sheet.body, text, style="List Number" if update.decisions else "Normal")
    report = gold.told_report(
        update,
        *("programme", "reference", "manager", "start_date", "end_date", "percent_complete"),
        sponsor=project.sponsor,
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        risks=risks,
        finances=finances,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _band(sheet: Sheet, title: str) -> None:
    para(sheet.body, title, bold=True, size=12, color=NAVY).paragraph_format.keep_with_next = True


def _title_block(sheet: Sheet, update: Update) -> None:
    """Three pairs to a row, as on the title block of a drawing."""
    project = update.project
    grid = sheet.table([3.2, 6.6, 3.0, 4.9, 3.6, 5.0])
    for line in (
        ("Project", project.name, "Programme", project.programme, "Project no.", project.reference),
        ("Project sponsor", project.sponsor, "Project manager", project.manager, "Yard", "Corrie & Dow, Inverlaw"),
        ("Contract start", dates.brief(project.start), "Due to finish", dates.brief(project.end), "Boats", "07 to 09"),
    ):  # fmt: skip
        cells = row(grid, [None] * 6)
        for place, text in enumerate(line):
            write(cells[place], text, bold=place % 2 == 0, size=9)
            if place % 2 == 0:
                shade(cells[place], FOAM)
    para(sheet.body)


def _health(sheet: Sheet, update: Update) -> list[Record]:
    """A letter on its fill and a direction of travel drawn as an arrow."""
    _band(sheet, "Programme health")
    grid = sheet.table([5.6, 1.8, 2.6, 16.3])
    row(grid, ["Measure", "Status", "Direction", "Remarks"], bold=True, fill=NAVY, color="FFFFFF")
    records = []
    for label, key in LABELS.items():
        rated = update.rated[key]
        before = (rated.previous or rated.current)[0]
        change = ORDER.index(rated.current[0]) - ORDER.index(before)
        cells = row(grid, [label, None, None, rated.comment], bold=False)
        rate(cells[1], rated.current, rated.letter, bold=True)
        write(cells[2], TRENDS[(change > 0) - (change < 0)], centred=True)
        records.append(gold.rating(label, key, rated.current, comment=rated.comment))
    para(sheet.body, "▲ improving   ► no change   ▼ worsening", italic=True, size=8)
    return records


def _packages(sheet: Sheet, update: Update) -> list[Record]:
    """One row for each work package of the build."""
    _band(sheet, "Progress by work package")
    columns = {
        "completed": ("Work completed in month", update.done),
        "missed": ("Planned but not completed", update.missed),
        "planned": ("Work planned for next month", update.planned),
    }
    told = {kind: by_workstream(tasks) for kind, (_, tasks) in columns.items()}
    grid = sheet.table([3.8, 8.2, 6.3, 8.0])
    heads = ["Work package", *(head for head, _ in columns.values())]
    row(grid, heads, bold=True, fill=NAVY, color="FFFFFF")
    records = []
    for package in dict.fromkeys(name for groups in told.values() for name in groups):
        cells = row(grid, [package, None, None, None], size=9)
        shade(cells[0], FOAM)
        for cell, (kind, groups) in zip(cells[1:], told.items(), strict=True):
            for task in groups.get(package, ()):
                bullet(cell, task.text, size=9)
                records.append(gold.activity(kind, task.text, package))
            if package not in groups:
                write(cell, "–", size=9)
    return records


def _stages(sheet: Sheet, update: Update) -> list[Record]:
    _band(sheet, "Build stages")
    grid = sheet.table([9.3, 4.2, 4.2, 4.2, 4.4])
    heads = ["Stage", "Contract date", "Predicted date", "Achieved", "Days +/-"]
    row(grid, heads, bold=True, fill=NAVY, color="FFFFFF")
    records = []
    for item in update.milestones:
        shown = [dates.dashed(item.baseline), dates.dashed(item.forecast)]
        row(grid, [item.text, *shown, dates.dashed(item.actual) if item.actual else "", f"+{item.slip}"])
        records.append(gold.told_milestone(item, "baseline", "forecast", "actual"))
    return records


def _register(sheet: Sheet, update: Update) -> list[Record]:
    """Risks and live problems in tables of their own, the score on its fill."""
    _band(sheet, "Risks carried by the programme")
    grid = sheet.table([1.5, 9.0, 8.3, 3.6, 1.3, 1.3, 1.3])
    heads = ["No.", "Description of risk", "Control", "Held by", "L", "C", "LxC"]
    row(grid, heads, bold=True, fill=NAVY, color="FFFFFF")
    records = []
    for risk in update.of_kind("risk"):
        levels = [str(risk.likelihood), str(risk.impact)]
        cells = row(grid, [risk.reference, risk.text, risk.response, risk.owner, *levels, None], size=9)
        rate(cells[6], risk.rating, str(risk.score))
        words = {"likelihood": levels[0], "impact": levels[1], "score": str(risk.score)}
        records.append(gold.told_risk(risk, "reference", "response", "owner", "rating", **words))
    issues = update.of_kind("issue")
    if issues:
        _band(sheet, "Live issues")
        grid = sheet.table([11.0, 11.7, 3.6])
        row(grid, ["Issue", "What is being done", "Held by"], bold=True, fill=NAVY, color="FFFFFF")
    for issue in issues:
        row(grid, [issue.text, issue.response, issue.owner], size=9)
        records.append(gold.told_risk(issue, "response", "owner"))
    return records


def _cost(sheet: Sheet, update: Update) -> list[Record]:
    _band(sheet, "Cost (£000)")
    grid = sheet.table([8.3, 4.5, 4.5, 4.5, 4.5])
    heads = ["Cost head", "Sum voted", "Paid to date", "Estimated final cost", "Over / (under)"]
    row(grid, heads, bold=True, fill=NAVY, color="FFFFFF")
    records = []
    for line in with_total(update):
        sums = [f"{amount / THOUSAND:,.1f}" for amount in (line.budget, line.actual, line.forecast)]
        over = f"{abs(line.variance) / THOUSAND:,.1f}"
        row(grid, [line.text, *sums, f"({over})" if line.variance < 0 else over], bold=line.text == "Total")
        records.append(gold.told_money(line, "budget", "actual", "forecast", "variance"))
    return records


FAMILY = Family(
    name="boat_build",
    organisation="Skerrow Sea Rescue",
    style="landscape build report of a sea rescue charity",
    tests="title block of three pairs in a row, work packages as rows, trend arrows, C for consequence, drawn bar",
    suffix=".docx",
    apart=False,
    projects=("lifeboat",),
    render=render,
)
