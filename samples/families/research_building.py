"""A university's paper to a project board in numbered sections: matrices of marks, of work and of scores."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from samples import dates, gold
from samples.family import Family, Rendered, by_workstream
from samples.gold import Record
from samples.month import AMBER_SCORE, RED_SCORE, Task, Update, with_total
from samples.word import Sheet, bullet, page_number, para, row, run, shade, write

AREAS = {
    "Project overall": "overall", "Programme to completion": "schedule", "Capital cost": "cost",
    "Scope and brief": "scope", "Research benefits": "benefits", "Users and neighbours": "stakeholders",
}  # fmt: skip
HEADS = {"Green": "70AD47", "Amber": "FFC000", "Red": "E0301E"}
NOW, BEFORE = "●", "○"
HEAT = {"Green": "C6E0B4", "Amber": "FFE699", "Red": "F4A7A0"}
LEVELS = range(1, 6)
MILLION = 1_000_000
GREY = "E7E6E6"


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    sheet = Sheet("Liberation Serif", 11, margin_cm=2.2)
    para(sheet.header, f"Hodgkin Project Board – Paper HPB/{update.number:02d}", size=9)
    foot = para(sheet.footer, "Reserved business. Page ", size=9, centred=True)
    page_number(foot)
    para(sheet.body, "UNIVERSITY OF ELMSTOW", bold=True, size=13)
    para(sheet.body, project.name, bold=True, size=17)
    para(sheet.body, "Project board highlight paper", size=12, color="555555")
    meeting = update.reported + timedelta(days=9)
    grid = sheet.table([4.6, 12.0])
    for label, value in (
        ("Programme", project.programme),
        ("Project number", project.reference),
        ("Project sponsor", project.sponsor),
        ("Project Director", project.manager),
        ("Reporting month", dates.month_year(update.first_day)),
        ("Date of paper", dates.long(update.reported)),
        ("For the meeting on", dates.long(meeting)),
        ("Project completion", dates.month_year(project.end)),
    ):
        cells = row(grid, [None, value])
        write(cells[0], label, bold=True)
        shade(cells[0], GREY)
    _section(sheet, "1. Purpose")
    para(sheet.body, "This paper tells the Board how the project stands, and asks for what it needs.")
    _section(sheet, "2. Overview")
    para(sheet.body, update.summary)
    ratings = _status(sheet, update)
    activities = _work(sheet, update)
    milestones = _milestones(sheet, update)
    risks = _risks(sheet, update)
    finances = _money(sheet, update)
    _section(sheet, "8. Recommendations")
    if update.decisions:
        para(sheet.body, "The Board is invited to:")
    for letter, text in zip("abc", update.decisions, strict=False):
        para(sheet.body, f"({letter}) {text}")
    if not update.decisions:
        para(sheet.body, "No recommendation is made this month.")
    report = gold.told_report(
        update,
        *("programme", "reference", "sponsor", "manager", "report_date"),
        end_date=dates.iso_month(project.end),
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        risks=risks,
        finances=finances,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _section(sheet: Sheet, title: str, level: int = 1) -> None:
    """A numbered heading: its number is typed, as the template's owner does."""
    sheet.heading(title, level).paragraph_format.space_before = 130000 if level == 1 else 70000


def _status(sheet: Sheet, update: Update) -> list[Record]:
    """A matrix of areas and colours: a full mark for this board, a hollow one for the last, and a remark."""
    _section(sheet, "3. Status matrix")
    key = para(sheet.body)
    run(key, f"{NOW} this paper   {BEFORE} last paper", italic=True, size=9.5)
    grid = sheet.table([4.3, 1.7, 1.7, 1.7, 7.2])
    heads = row(grid, ["Area", *HEADS, "Remarks"], bold=True)
    for cell, colour in zip(heads[1:4], HEADS.values(), strict=True):
        shade(cell, colour)
    records = []
    for label, key_ in AREAS.items():
        rated = update.rated[key_]
        marks = [
            " ".join(
                mark for mark, where in ((NOW, rated.current), (BEFORE, rated.previous)) if where == colour
            )
            for colour in HEADS
        ]
        cells = row(grid, [label, None, None, None, rated.comment])
        for cell, mark in zip(cells[1:4], marks, strict=True):
            write(cell, mark, centred=True)
        records.append(gold.rating(label, key_, rated.current, rated.previous, rated.comment))
    return records


def _work(sheet: Sheet, update: Update) -> list[Record]:
    """Strands as rows, what was done, what was not and what comes as columns."""
    _section(sheet, "4. Work by strand")
    grid = sheet.table([2.6, 5.0, 4.2, 4.8])
    for cell in row(
        grid, ["Strand", "Done this month", "Planned but not done", "Before the next paper"], bold=True
    ):
        shade(cell, GREY)
    columns = (("completed", update.done), ("missed", update.missed), ("planned", update.planned))
    groups = [(kind, by_workstream(tasks)) for kind, tasks in columns]
    records = []
    for strand in dict.fromkeys(name for _, group in groups for name in group):
        cells = row(grid, [None] * 4)
        write(cells[0], strand, bold=True)
        for cell, (kind, group) in zip(cells[1:], groups, strict=True):
            tasks = group.get(strand, [])
            _listed(cell, tasks)
            records += [gold.activity(kind, task.text, strand) for task in tasks]
    return records


def _listed(cell: object, tasks: Iterable[Task]) -> None:
    texts = [task.text for task in tasks]
    for text in texts:
        bullet(cell, text)
    if not texts:
        write(cell, "–")


def _milestones(sheet: Sheet, update: Update) -> list[Record]:
    _section(sheet, "5. Milestones")
    grid = sheet.table([5.6, 2.9, 2.9, 2.9, 2.3])
    for cell in row(grid, ["Milestone", "Baseline", "Forecast", "Actual", "Status"], bold=True):
        shade(cell, GREY)
    records = []
    for item in update.milestones:
        forecast = None if item.actual else item.forecast
        days = [dates.brief(day) if day else "" for day in (item.baseline, forecast, item.actual)]
        row(grid, [item.text, *days, item.status])
        records.append(
            gold.milestone(
                item.text,
                baseline=item.baseline,
                forecast=forecast,
                actual=item.actual,
                status=item.status,
            )
        )
    return records


def _risks(sheet: Sheet, update: Update) -> list[Record]:
    """The numbers of the risks in a matrix of likelihood and impact, then what they are, then the issues."""
    _section(sheet, "6. Risks and issues")
    _section(sheet, "6.1 Risk matrix", 2)
    grid = sheet.table([3.2, *[2.0] * len(LEVELS)])
    row(grid, ["Likelihood \\ Impact", *map(str, LEVELS)], bold=True)
    told = update.of_kind("risk")
    for likelihood in reversed(LEVELS):
        cells = row(grid, [str(likelihood), *[None] * len(LEVELS)])
        for impact, cell in zip(LEVELS, cells[1:], strict=True):
            score = likelihood * impact
            level = "Red" if score >= RED_SCORE else "Amber" if score >= AMBER_SCORE else "Green"
            shade(cell, HEAT[level])
            here = [r.reference for r in told if (r.likelihood, r.impact) == (likelihood, impact)]
            write(cell, " ".join(here), centred=True)
    _section(sheet, "6.2 Risk register", 2)
    grid = sheet.table([1.3, 4.9, 4.8, 2.5, 0.9, 0.9, 1.5])
    for cell in row(grid, ["Ref", "Risk", "Mitigation", "Owner", "L", "I", "Score"], bold=True):
        shade(cell, GREY)
    records = []
    for risk in told:
        levels = {"likelihood": str(risk.likelihood), "impact": str(risk.impact), "score": str(risk.score)}
        cells = row(grid, [risk.reference, risk.text, risk.response, risk.owner, *levels.values()])
        shade(cells[-1], HEAT[risk.rating])
        records.append(gold.told_risk(risk, "reference", "response", "owner", **levels, rating=risk.rating))
    _section(sheet, "6.3 Issues", 2)
    issues = update.of_kind("issue")
    if not issues:
        para(sheet.body, "There are no open issues.")
        return records
    grid = sheet.table([1.3, 6.2, 6.2, 3.1])
    for cell in row(grid, ["Ref", "Issue", "Action", "Owner"], bold=True):
        shade(cell, GREY)
    for issue in issues:
        row(grid, [issue.reference, issue.text, issue.response, issue.owner])
        records.append(gold.told_risk(issue, "reference", "response", "owner"))
    return records


def _money(sheet: Sheet, update: Update) -> list[Record]:
    """Millions to two places."""
    _section(sheet, "7. Capital cost")
    grid = sheet.table([5.6, 3.7, 3.7, 3.6])
    for cell in row(grid, ["£m", "Approved budget", "Spend to date", "Forecast outturn"], bold=True):
        shade(cell, GREY)
    records = []
    for line in with_total(update):
        sums = [round(n / MILLION, 2) for n in (line.budget, line.actual, line.forecast)]
        row(grid, [line.text, *(f"{n:.2f}" for n in sums)], bold=line.text == "Total")
        whole = [round(n * MILLION) for n in sums]
        records.append(gold.finance(line.text, budget=whole[0], actual=whole[1], forecast=whole[2]))
    return records


FAMILY = Family(
    name="research_building",
    organisation="University of Elmstow",
    style="a university's numbered paper to a research building's project board, printed from a word processor",
    tests="full and hollow marks under colours, strands by outcome, a matrix of scores over the register, millions",
    suffix=".pdf",
    apart=False,
    projects=("w5_materials",),
    render=render,
    office=True,
)
