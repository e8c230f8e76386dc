"""A Welsh county council's project status report: labels in two languages, colours without words, work in tables."""

from __future__ import annotations

from typing import Any

from samples import dates, gold
from samples.family import Family, Rendered, by_workstream
from samples.gold import Record
from samples.month import Task, Update, with_total
from samples.word import COLOURS, Sheet, bullet, para, rate, row, run, shade, span, write
from samples.word_review import tracked_row

GREEN, SAGE = "1E5945", "E3EEE8"
OVERALL = "Statws cyffredinol / Overall status"
ASPECTS = {
    "Amserlen / Timescale": "schedule",
    "Cyllideb / Budget": "cost",
    "Ansawdd / Quality": "quality",
    "Adnoddau / Resources": "resources",
    "Manteision / Benefits": "benefits",
    "Rhanddeiliaid / Stakeholders": "stakeholders",
}
KEY = {
    "Green": "Gwyrdd / Green: ar y trywydd iawn / on track",
    "Amber": "Oren / Amber: peth pryder / some concern",
    "Red": "Coch / Red: pryder difrifol / serious concern",
    "Blue": "Glas / Blue: wedi'i gwblhau / complete",
    "Grey": "Llwyd / Grey: heb ei asesu / not yet assessed",
}
STATES = {"Open": "Agored / Open", "New": "Newydd / New", "Closed": "Ar gau / Closed"}
UNASSESSED = "Not yet assessed; measures are being agreed with practitioners."
ASSESSED_FROM = 4
"""Month from which benefits are rated; until then their cell is grey."""
WELSH = (
    "All screens, letters and training are offered in Welsh and English at the same time. "
    "An integrated impact assessment was published with the business case and is reviewed at each stage."
)
GONE = ["The supplier is sold to a competitor", "Contract clause on change of control", "Eleri Prydderch"]


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    sheet = Sheet("Arial", 10, margin_cm=1.9)
    run(sheet.header.paragraphs[0], "Cyngor Sir Glanyrafon\t\tGlanyrafon County Council", bold=True, size=9)
    para(sheet.body, "Adroddiad statws prosiect digidol", bold=True, size=16, color=GREEN)
    para(sheet.body, "Digital project status report", bold=True, size=16, color=GREEN)
    ratings = [*_details(sheet, update), *_aspects(sheet, update)]
    _title(sheet, "Crynodeb / Summary")
    para(sheet.body, update.summary)
    activities = _work(sheet, update)
    milestones = _milestones(sheet, update)
    risks = [*_risks(sheet, update), *_issues(sheet, update)]
    finances = _money(sheet, update)
    _title(sheet, "Penderfyniadau / Decisions required from the Digital Board")
    for text in update.decisions:
        bullet(sheet.body, text)
    if not update.decisions:
        para(sheet.body, "Dim / None")
    _title(sheet, "Yr Iaith Gymraeg a chydraddoldeb / Welsh language and equality")
    para(sheet.body, WELSH)
    _key(sheet)
    report = gold.told_report(
        update,
        *("programme", "reference", "sponsor", "manager", "report_date", "start_date", "end_date"),
        percent_complete=update.percent,
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        finances=finances,
        risks=risks,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _title(sheet: Sheet, text: str) -> None:
    para(sheet.body, text, bold=True, size=12, color=GREEN).paragraph_format.keep_with_next = True


def _heads(grid: Any, *texts: str) -> None:
    row(grid, texts, bold=True, fill=SAGE, size=9)


def _details(sheet: Sheet, update: Update) -> list[Record]:
    """Labels beside values; the first row ends in a large cell that has the overall colour and no word."""
    project = update.project
    rated = update.rated["overall"]
    grid = sheet.table([4.4, 6.0, 4.4, 2.4])
    cells = row(grid, ["Enw'r prosiect / Project name", None, OVERALL, None], size=9)
    write(cells[1], project.name, bold=True, size=12)
    rate(cells[3], rated.current)
    for cell in cells[::2]:
        shade(cell, SAGE)
    grid = sheet.table([4.4, 4.2, 4.4, 4.2])
    for texts in (
        ("Rhaglen / Programme", project.programme, "Cyfeirnod / Reference", project.reference),
        ("Noddwr / Sponsor", project.sponsor, "Rheolwr y prosiect / Project manager", project.manager),
        (
            *("Cyfnod / Period", dates.month_year(update.first_day)),
            *("Dyddiad yr adroddiad / Date of report", dates.slashed(update.reported)),
        ),
        (
            *("Dyddiad cychwyn / Start date", dates.slashed(project.start)),
            *("Dyddiad gorffen / End date", dates.slashed(project.end)),
        ),
        (
            *("Gwasanaeth / Service", project.department),
            *("Canran wedi'i chwblhau / Percentage complete", f"{update.percent}%"),
        ),
    ):
        cells = row(grid, texts, size=9)
        for cell in cells[::2]:
            shade(cell, SAGE)
    return [gold.rating(OVERALL, "overall", rated.current)]


def _aspects(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, "Statws fesul agwedd / Status by aspect")
    grid = sheet.table([4.6, 2.3, 2.3, 8.0])
    _heads(
        grid, "Agwedd / Aspect", "Y mis hwn / This month", "Mis diwethaf / Last month", "Sylwadau / Comments"
    )
    records = []
    for label, key in ASPECTS.items():
        rated = update.rated[key]
        current, previous, comment = rated.current, rated.previous, rated.comment
        if key == "benefits" and update.number <= ASSESSED_FROM:
            previous = previous and "Grey"
            if update.number < ASSESSED_FROM:
                current, comment = "Grey", UNASSESSED
        cells = row(grid, [label, None, None, comment], size=9)
        rate(cells[1], current)
        if previous:
            rate(cells[2], previous)
        records.append(gold.rating(label, key, current, previous, comment))
    return records


def _work(sheet: Sheet, update: Update) -> list[Record]:
    """A table for each kind of work; its workstreams are rows of one cell."""
    records = []
    for title, kind, tasks, day in (
        ("Gwaith a gwblhawyd / Work completed", "completed", update.done, "Cwblhawyd / Done"),
        ("Gwaith a lithrodd / Work that slipped", "missed", update.missed, "Targed / Target"),
        ("Gwaith y mis nesaf / Work next month", "planned", update.planned, "Targed / Target"),
    ):
        _title(sheet, title)
        if not tasks:
            para(sheet.body, "Dim i'w adrodd / Nothing to report")
            continue
        grid = sheet.table([10.2, 4.0, 3.0])
        _heads(grid, "Tasg / Task", "Arweinydd / Lead", day)
        for stream, group in by_workstream(tasks).items():
            span(grid, stream, italic=True, size=9, fill="F3F6F4")
            for task in group:
                records.append(_task(grid, kind, stream, task))
    return records


def _task(grid: Any, kind: str, stream: str, task: Task) -> Record:
    row(grid, [task.text, task.owner, dates.slashed(task.due)], size=9)
    return gold.activity(kind, task.text, stream, task.owner, task.due)


def _milestones(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, "Cerrig milltir / Milestones")
    grid = sheet.table([6.4, 3.2, 3.2, 3.2, 1.2])
    heads = ("Carreg filltir / Milestone", "Gwreiddiol / Original", "Diweddaraf / Latest")
    _heads(grid, *heads, "Cyflawnwyd / Achieved", "RAG")
    records = []
    for item in update.milestones:
        latest = None if item.actual else item.forecast
        days = (dates.slashed(day) if day else "" for day in (item.baseline, latest, item.actual))
        cells = row(grid, [item.text, *days, None], size=9)
        rate(cells[4], item.rating)
        told = gold.milestone(
            item.text, baseline=item.baseline, forecast=latest, actual=item.actual, rating=item.rating
        )
        records.append(told)
    return records


def _risks(sheet: Sheet, update: Update) -> list[Record]:
    """Numbers from one to five, and a score on its colour; a row may be marked as deleted."""
    _title(sheet, "Risgiau / Risks")
    grid = sheet.table([4.2, 3.9, 2.5, 1.6, 1.6, 1.4, 2.0])
    heads = ("Risg / Risk", "Mesurau rheoli / Controls", "Perchennog / Owner", "Tebyg. / L (1-5)")
    _heads(grid, *heads, "Effaith / I (1-5)", "Sgôr / Score", "Statws / Status")
    records = []
    for risk in update.of_kind("risk"):
        words = {"likelihood": f"{risk.likelihood}", "impact": f"{risk.impact}", "score": f"{risk.score}"}
        texts = [risk.text, risk.response, risk.owner, words["likelihood"], words["impact"], None]
        cells = row(grid, [*texts, STATES[risk.status]], size=8)
        rate(cells[5], risk.rating, words["score"], bold=True)
        words["status"] = STATES[risk.status]
        records.append(gold.told_risk(risk, "response", "owner", "rating", **words))
    if update.number % 4 == 2:
        row(grid, [*GONE, "1", "3", "3", STATES["Open"]], size=8)
        tracked_row(sheet, grid.rows[-1], "del")
    return records


def _issues(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, "Materion / Issues")
    grid = sheet.table([6.4, 6.4, 3.2, 1.2])
    _heads(grid, "Mater / Issue", "Camau / Action", "Perchennog / Owner", "RAG")
    issues = update.of_kind("issue")
    for issue in issues:
        cells = row(grid, [issue.text, issue.response, issue.owner, None], size=9)
        rate(cells[3], issue.rating)
    if not issues:
        span(grid, "Dim / None", size=9)
    return [gold.told_risk(issue, "response", "owner", "rating") for issue in issues]


def _money(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, "Cyllid / Finance")
    grid = sheet.table([6.2, 3.6, 3.7, 3.7])
    _heads(grid, "Pennawd / Heading", "Cyllideb / Budget", "Gwariant / Spend", "Rhagolwg / Forecast")
    records = []
    for line in with_total(update)[:-1]:
        records.append(_line(grid, line.text, line.budget, line.actual, line.forecast))
    total = with_total(update)[-1]
    records.append(_line(grid, "Cyfanswm / Total", total.budget, total.actual, total.forecast))
    return records


def _line(grid: Any, text: str, *amounts: int) -> Record:
    row(grid, [text, *(f"£{amount:,}" for amount in amounts)], size=9)
    budget, actual, forecast = amounts
    return gold.finance(text, budget=budget, actual=actual, forecast=forecast)


def _key(sheet: Sheet) -> None:
    _title(sheet, "Allwedd / Key")
    grid = sheet.table([1.2, 9.0])
    for colour, text in KEY.items():
        cells = row(grid, [None, text], size=8)
        shade(cells[0], COLOURS[colour])


FAMILY = Family(
    name="bilingual_status",
    organisation="Glanyrafon County Council",
    style="digital project status report of a Welsh county council",
    tests="labels in Welsh and English, colours without words, workstreams as rows of one cell, a deleted row",
    suffix=".docx",
    apart=False,
    projects=("carerecords",),
    render=render,
)
