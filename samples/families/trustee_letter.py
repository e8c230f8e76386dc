"""A charity's letter to its trustees, typed in a word processor and printed: what worries us, what we ask of you."""

from __future__ import annotations

from docx.enum.text import WD_ALIGN_PARAGRAPH

from samples import dates, gold
from samples.family import Family, Rendered, by_workstream
from samples.gold import Record
from samples.month import Task, Update
from samples.retelling import retold
from samples.word import COLOURS, Sheet, bullet, page_number, para, row, run, shade

LABELS = {
    "The project as a whole": "overall", "Timetable": "schedule", "Money": "cost",
    "Difference made": "benefits", "Staff and volunteers": "resources", "Risk": "risk",
}  # fmt: skip
HEAD = "E4DFEC"


def render(updates: tuple[Update, ...]) -> Rendered:
    update = retold(
        updates[0],
        {"Hexley": "Cranby", "Dele Ashcombe": "Ruth Penhale", "the plan agreed with you": "the agreed plan"},
        name="Next Step Mentoring",
        reference="NSM/3",
        sponsor="Canon Alec Thirkell",
    )
    project = update.project
    sheet = Sheet("Liberation Serif", 11, margin_cm=2.3)
    run(sheet.footer.paragraphs[0], "Fernhollow Trust. Registered charity 9900417.    ", size=8)
    page_number(sheet.footer.paragraphs[0])
    for text, bold in (("Fernhollow Trust", True), ("The Old Chapel, Mill Street, Cranby", False)):
        para(sheet.body, text, bold=bold, size=14 if bold else 9).alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _pairs(sheet, {"Date": dates.ordinal(update.reported), "Our reference": project.reference})
    para(sheet.body, "Dear Trustees,")
    para(sheet.body, f"{project.name}: report for {dates.month_year(update.first_day)}", bold=True, size=13)
    names = {"Project": project.name, "Lead trustee and sponsor": project.sponsor}
    _pairs(sheet, names | {"Project manager": project.manager, "Ends on": dates.ordinal(project.end)})
    para(sheet.body, update.summary)
    ratings = _ratings(sheet, update)
    activities: list[Record] = []
    _work(sheet, activities, "What we have done this month", "completed", update.done)
    _work(sheet, activities, "What we had planned but have not done", "missed", update.missed)
    _work(sheet, activities, "What we will do next month", "planned", update.planned)
    milestones = _milestones(sheet, update)
    _title(sheet, "What worries us")
    for told in update.risks:
        bullet(sheet.body, f"{told.text} – {told.response}")
    if not update.risks:
        para(sheet.body, "Nothing at present.")
    risks = [gold.told_risk(told, "response") for told in update.risks]
    for record in risks:
        del record["kind"]  # worries may be risks or issues
    finances = _money(sheet, update)
    _title(sheet, "Decisions we ask of you")
    for text in update.decisions:
        para(sheet.body, text, style="List Number")
    if not update.decisions:
        para(sheet.body, "None this month.")
    para(sheet.body, "Yours sincerely,").paragraph_format.space_before = 14
    para(sheet.body, project.manager)
    report = gold.told_report(
        update,
        *("reference", "sponsor", "manager", "report_date", "end_date"),
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        risks=risks,
        finances=finances,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _pairs(sheet: Sheet, pairs: dict[str, str]) -> None:
    for label, value in pairs.items():
        line = para(sheet.body)
        line.paragraph_format.space_after = 0
        run(line, f"{label}: ", italic=True)
        run(line, value)
    line.paragraph_format.space_after = 110000


def _title(sheet: Sheet, text: str) -> None:
    line = para(sheet.body, text, bold=True, size=12, color="5F497A")
    line.paragraph_format.space_before = 110000
    line.paragraph_format.keep_with_next = True


def _ratings(sheet: Sheet, update: Update) -> list[Record]:
    """This month's words on their colours, last month's plain."""
    _title(sheet, "How things stand")
    grid = sheet.table([4.3, 2.3, 2.6, 7.2])
    row(grid, ["", "This month", "Last month", "Why we say so"], bold=True, fill=HEAD)
    records = []
    for label, key in LABELS.items():
        rated = update.rated[key]
        cells = row(grid, [label, rated.current, rated.previous or "", rated.comment])
        shade(cells[1], COLOURS[rated.current])
        records.append(gold.rating(label, key, rated.current, rated.previous, rated.comment))
    return records


def _work(sheet: Sheet, records: list[Record], title: str, kind: str, tasks: tuple[Task, ...]) -> None:
    _title(sheet, title)
    for workstream, group in by_workstream(tasks).items():
        line = para(sheet.body, workstream, underline=True)
        line.paragraph_format.keep_with_next = True
        for task in group:
            bullet(sheet.body, task.text)
            records.append(gold.activity(kind, task.text, workstream))
    if not tasks:
        para(sheet.body, "None.")


def _milestones(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, "Milestones")
    grid = sheet.table([6.4, 3.3, 3.3, 3.4])
    row(grid, ["Milestone", "Planned date", "Expected date", "Date achieved"], bold=True, fill=HEAD)
    records = []
    for item in update.milestones:
        forecast = None if item.actual else item.forecast
        days = (item.baseline, forecast, item.actual)
        row(grid, [item.text, *(dates.brief(day) if day else "" for day in days)])
        records.append(
            gold.milestone(item.text, baseline=item.baseline, forecast=forecast, actual=item.actual)
        )
    return records


def _money(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, "Money")
    grid = sheet.table([6.4, 3.3, 3.3, 3.4])
    row(grid, ["Heading", "Budget", "Spent so far", "Forecast"], bold=True, fill=HEAD)
    for line in update.money:
        row(grid, [line.text, *(f"£{n:,}" for n in (line.budget, line.actual, line.forecast))])
    return [gold.told_money(line, "budget", "actual", "forecast") for line in update.money]


FAMILY = Family(
    name="trustee_letter",
    organisation="Fernhollow Trust",
    style="a charity's letter to its trustees, printed from a word processor",
    tests="a letter's date and reference, bold lines as titles, underlined workstreams, worries with dashes, sign-off",
    suffix=".pdf",
    apart=False,
    projects=("w3a_youngvoices",),
    render=render,
    office=True,
)
