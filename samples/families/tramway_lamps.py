"""A tramway operator's report: pictures of lamps as ratings, a key of pictures, progress as a ring chart."""

from __future__ import annotations

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Update
from samples.word import Sheet, bullet, para, row, run, shade
from samples.word_lights import pictured_lamp, ring_chart

SLATE = "37474F"
CLOUD = "ECEFF1"
AREAS = {"Programme dates": "schedule", "Cost to complete": "cost", "Risk": "risk", "Overall": "overall"}
FORMS = ("PNG", "GIF", "JPEG", "BMP")
"""Each area's lamp was pasted from somewhere else."""
MEANINGS = (("Green", "no concern"), ("Amber", "being managed"), ("Red", "help needed"))


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    sheet = Sheet("Tahoma", 10, margin_cm=2.0)
    para(sheet.body, "Sandholme Tramways – Monthly Project Report", bold=True, size=15, color=SLATE)
    for label, value in (
        ("Project title", project.name),
        ("Project code", project.reference),
        ("Executive sponsor", project.sponsor),
        ("Delivery manager", project.manager),
        ("Reporting month", dates.month_year(update.first_day)),
        ("Date prepared", dates.dashed(update.reported)),
    ):
        line = para(sheet.body)
        run(line, f"{label}:\t", bold=True)
        run(line, value)
    key = para(sheet.body)
    run(key, "Key:  ", size=8)
    for rating, meaning in MEANINGS:
        pictured_lamp(key, rating)
        run(key, f" {meaning}   ", size=8)
    grid = sheet.table([4.4, 2.0, 10.6])
    row(grid, ["Measure", "Status", "Comment"], bold=True, fill=CLOUD)
    ratings = []
    for (label, dimension), form in zip(AREAS.items(), FORMS, strict=True):
        rated = update.rated[dimension]
        cells = row(grid, [label, None, rated.comment])
        shade(cells[0], CLOUD)
        pictured_lamp(cells[1].paragraphs[0], rated.current, form)
        ratings.append(gold.rating(label, dimension, rated.current, None, rated.comment))
    shares = {"Complete": update.percent, "Remaining": 100 - update.percent}
    ring_chart(sheet, para(sheet.body), "Work complete (%)", shares, (SLATE, "CFD8DC"))
    activities = _work(sheet, update)
    milestones = _milestones(sheet, update)
    report = gold.report(
        project=project.name,
        reference=project.reference,
        sponsor=project.sponsor,
        manager=project.manager,
        report_date=update.reported,
        period=update.period,
        percent_complete=update.percent,
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        decisions=gold.decisions(update.decisions),
    )
    sheet.heading("Support needed from the board", 2)
    for text in update.decisions or ("None.",):
        bullet(sheet.body, text)
    return Rendered(sheet.save(), (report,))


def _work(sheet: Sheet, update: Update) -> list[Record]:
    records: list[Record] = []
    for title, tasks, kind in (
        ("Work completed in the month", update.done, "completed"),
        ("Work planned for the coming month", update.planned, "planned"),
    ):
        sheet.heading(title, 2)
        for task in tasks:
            bullet(sheet.body, task.text)
            records.append(gold.activity(kind, task.text))
    return records


def _milestones(sheet: Sheet, update: Update) -> list[Record]:
    sheet.heading("Key milestones", 2)
    grid = sheet.table([7.4, 3.6, 3.6, 2.4])
    row(grid, ["Milestone", "Original date", "Current forecast", "RAG"], bold=True, fill=CLOUD)
    records = []
    for stone in (found for found in update.milestones if not found.actual):
        cells = row(grid, [stone.text, dates.brief(stone.baseline), dates.brief(stone.forecast), None])
        pictured_lamp(cells[3].paragraphs[0], stone.rating)
        records.append(
            gold.milestone(stone.text, baseline=stone.baseline, forecast=stone.forecast, rating=stone.rating)
        )
    return records


FAMILY = Family(
    name="tramway_lamps",
    organisation="Sandholme Tramways",
    style="report of a tramway operator with pasted lamps",
    tests="pictures of four formats as ratings, a key of pictures, a ring chart of progress, tabbed fields",
    suffix=".docx",
    apart=False,
    projects=("bridge", "control"),
    render=render,
)
