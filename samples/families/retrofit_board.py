"""A borough's housing retrofit programme: progress lot by lot in one wide table, homes counted, scored risks."""

from __future__ import annotations

from samples import dates, gold
from samples.family import Family, Rendered, by_workstream
from samples.gold import Record
from samples.month import Update, with_total
from samples.word import Sheet, bullet, para, rate, row, run, shade, span, write

TEAL, PALE = "0B5D66", "DCEBEC"
AREAS = {
    "Overall delivery": "overall",
    "Delivery against grant plan": "schedule",
    "Budget (HRA and grant)": "cost",
    "PAS 2035 quality": "quality",
    "Tenants and leaseholders": "stakeholders",
    "Contractors and staffing": "resources",
}
STAGES = ("Retrofit assessed", "Design agreed", "On site", "Installed", "Lodged with TrustMark")
HOMES = 480
MATRIX = "Scores use the corporate matrix: likelihood 1-5 x impact 1-5. 15 and over red, 8 to 14 amber, under 8 green."


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    sheet = Sheet("Arial", 10, margin_cm=1.8)
    run(sheet.header.paragraphs[0], "Wendlebury Borough Council | Housing Assets and Investment", size=8)
    run(sheet.footer.paragraphs[0], "Housing Retrofit Programme Board: not for publication", size=8)
    para(sheet.body, "Retrofit Programme Board", bold=True, size=18, color=TEAL)
    para(sheet.body, f"Highlight report for {dates.month_year(update.first_day)}", size=13)
    _particulars(sheet, update)
    ratings = _position(sheet, update)
    _homes(sheet, update)
    activities = _lots(sheet, update)
    milestones = _grant_dates(sheet, update)
    finances = _money(sheet, update)
    risks = _register(sheet, update)
    _title(sheet, "Asks of the Board")
    for text in update.decisions or ("None this month",):
        (bullet if update.decisions else para)(sheet.body, text)
    report = gold.told_report(
        update,
        *("programme", "reference", "sponsor", "manager", "report_date", "start_date", "end_date"),
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        finances=finances,
        risks=risks,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _title(sheet: Sheet, text: str) -> None:
    line = para(sheet.body, text, bold=True, size=12, color=TEAL)
    line.paragraph_format.space_before, line.paragraph_format.keep_with_next = 114300, True


def _particulars(sheet: Sheet, update: Update) -> None:
    project = update.project
    grid = sheet.table([3.4, 6.0, 3.6, 4.4])
    for left, right in (
        (("Project", project.name), ("Project code", project.reference)),
        (("Programme", project.programme), ("Date of report", dates.slashed(update.reported))),
        (("Senior Responsible Owner", project.sponsor), ("Start date", dates.slashed(project.start))),
        (("Project manager", project.manager), ("Planned finish", dates.slashed(project.end))),
        (("Wards", "Fellows, Penryn, Linnet and Ward 4"), ("Lead member", "Cllr Asha Brindle")),
    ):
        cells = row(grid, [left[0], left[1], right[0], right[1]])
        for cell in (cells[0], cells[2]):
            shade(cell, PALE)


def _position(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, "Where we are")
    para(sheet.body, update.summary)
    grid = sheet.table([4.6, 2.2, 2.2, 8.4])
    row(grid, ["", "Last month", "This month", "Why"], bold=True, fill=PALE)
    records = []
    for label, key in AREAS.items():
        rated = update.rated[key]
        cells = row(grid, [label, None, None, rated.comment])
        if rated.previous:
            rate(cells[1], rated.previous, rated.previous.upper(), bold=True)
        else:
            write(cells[1], "-", centred=True)
        rate(cells[2], rated.current, rated.current.upper(), bold=True)
        records.append(gold.rating(label, key, rated.current, rated.previous, rated.comment))
    return records


def _homes(sheet: Sheet, update: Update) -> None:
    """Homes that have passed each stage: measures, none of them a record."""
    _title(sheet, "Homes")
    grid = sheet.table([5.4, 3.0, 3.0, 3.0, 3.0])
    row(grid, ["Stage", "Target", "Lot 1", "Lot 2", "Lot 3"], bold=True, fill=PALE)
    for place, stage in enumerate(STAGES):
        share = max(0, update.percent + 40 - 18 * place)
        counts = (HOMES * min(share + lot, 100) // 300 for lot in (0, -9, -14))
        row(grid, [stage, str(HOMES), *(str(max(0, count)) for count in counts)])


def _lots(sheet: Sheet, update: Update) -> list[Record]:
    """A band for each lot over two cells: what was done, what comes next; late work in a row of its own."""
    _title(sheet, "Progress by lot")
    grid = sheet.table([8.7, 8.7])
    row(grid, ["Achieved this month", "Coming up next month"], bold=True, fill=PALE)
    done, planned = by_workstream(update.done), by_workstream(update.planned)
    records = []
    for name in sorted({*done, *planned}):
        span(grid, name, bold=True, fill="F2F2F2")
        cells = row(grid, [None, None])
        for cell, kind, tasks in (
            (cells[0], "completed", done.get(name, [])),
            (cells[1], "planned", planned.get(name, [])),
        ):
            for task in tasks:
                bullet(cell, task.text)
                records.append(gold.activity(kind, task.text, name))
    _title(sheet, "Due this month but not done")
    if not update.missed:
        para(sheet.body, "Nothing outstanding.")
    for task in update.missed:
        bullet(sheet.body, task.text)
        records.append(gold.activity("missed", task.text))
    return records


def _grant_dates(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, "Grant milestones")
    grid = sheet.table([6.6, 3.2, 3.2, 2.2, 2.2])
    row(grid, ["Milestone", "Delivery plan", "Now expected", "Achieved?", "BRAG"], bold=True, fill=PALE)
    records = []
    for item in update.milestones:
        expected = item.actual or item.forecast
        cells = row(
            grid,
            [item.text, *map(dates.slashed, (item.baseline, expected)), "Yes" if item.actual else "No", None],
        )
        rate(cells[4], item.rating, item.rating[0], bold=True)
        record = gold.milestone(item.text, baseline=item.baseline, forecast=expected, rating=item.rating)
        del record["status"]  # a yes or no may be told as a status
        if item.actual:
            del record["forecast"], record["actual"]  # 'Achieved? Yes' lets the date be told as either
        records.append(record)
    return records


def _money(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, "Funding and spend (£000)")
    grid = sheet.table([5.4, 3.0, 3.0, 3.0, 3.0])
    row(grid, ["Source", "Approved", "Spend to date", "Outturn", "Over/(under)"], bold=True, fill=PALE)
    records = []
    for line in with_total(update):
        gap = round(line.variance / 1000)
        amounts = [round(n / 1000) for n in (line.budget, line.actual, line.forecast)]
        row(grid, [line.text, *(f"{n:,}" for n in amounts), f"({-gap:,})" if gap < 0 else f"{gap:,}"])
        budget, actual, forecast = (n * 1000 for n in amounts)
        records.append(
            gold.finance(line.text, budget=budget, actual=actual, forecast=forecast, variance=gap * 1000)
        )
    return records


def _register(sheet: Sheet, update: Update) -> list[Record]:
    records = []
    _title(sheet, "Top risks")
    para(sheet.body, MATRIX, italic=True, size=8)
    grid = sheet.table([5.4, 1.0, 1.0, 1.4, 5.8, 2.8])
    row(grid, ["Risk", "L", "I", "Score", "What we are doing about it", "Risk owner"], bold=True, fill=PALE)
    for risk in update.of_kind("risk"):
        levels = {"likelihood": str(risk.likelihood), "impact": str(risk.impact), "score": str(risk.score)}
        cells = row(
            grid,
            [risk.text, levels["likelihood"], levels["impact"], None, risk.response, risk.owner],
            size=9,
        )
        rate(cells[3], risk.rating, levels["score"], bold=True)
        records.append(gold.told_risk(risk, "response", "owner", "rating", **levels))
    _title(sheet, "Live issues")
    issues = update.of_kind("issue")
    if not issues:
        para(sheet.body, "No live issues.")
        return records
    grid = sheet.table([6.4, 7.2, 3.8])
    row(grid, ["Issue", "Resolution", "Being dealt with by"], bold=True, fill=PALE)
    for issue in issues:
        row(grid, [issue.text, issue.response, issue.owner], size=9)
        records.append(gold.told_risk(issue, "response", "owner"))
    return records


FAMILY = Family(
    name="retrofit_board",
    organisation="Wendlebury Borough Council",
    style="a borough's report on a housing retrofit programme paid for by a government grant",
    tests="a band for each lot over two cells, homes counted by stage, achieved or not, a scored register, (£000)",
    suffix=".docx",
    apart=True,
    projects=("retrofit",),
    render=render,
)
