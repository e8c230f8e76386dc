"""A cathedral's works department: the clerk's written report to the fabric committee, almost without tables."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from docx.shared import Cm

from samples import dates, gold
from samples.family import Family, Rendered, by_workstream
from samples.gold import Record
from samples.month import Task, Update
from samples.word import Sheet, bullet, page_number, para, run

MAROON = "6B1F2A"
DAYS_TO_MEETING = 12
LABELS = {
    "Overall": "overall",
    "Time": "schedule",
    "Cost": "cost",
    "Quality of work": "quality",
    "People and trades": "resources",
    "Congregation and visitors": "stakeholders",
}
CARE = (
    "There have been no accidents on the scaffold. Fire watch has been kept for an hour after every "
    "hot working day, and the book has been signed by the duty verger."
)
PRINTED = ("reference", "sponsor", "manager", "report_date")


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    sheet = Sheet("Garamond", 12, margin_cm=2.8)
    foot = sheet.footer.paragraphs[0]
    run(foot, "Cathedral Church of St Alkelda, Marchester – page ", italic=True, size=9)
    page_number(foot)
    para(sheet.body, "THE DEAN AND CHAPTER OF MARCHESTER", bold=True, centred=True, color=MAROON)
    para(sheet.body, "Report of the Clerk of the Works to the Fabric Committee", size=15, centred=True)
    meeting = update.reported + timedelta(days=DAYS_TO_MEETING)
    para(sheet.body, f"(for the meeting on {dates.ordinal(meeting)})", italic=True, centred=True)
    for label, value in (
        ("Project", project.name),
        ("Fabric reference", project.reference),
        ("Sponsor for Chapter", project.sponsor),
        ("Project manager", project.manager),
        ("Architect", "Leofric Tandy, Tandy and Quill"),
        ("Month reported", dates.month_year(update.first_day)),
        ("Date of this report", dates.ordinal(update.reported)),
    ):
        _tabbed(sheet, label, value)
    _section(sheet, "In brief")
    para(sheet.body, update.summary)
    ratings = _standing(sheet, update)
    activities = _work(sheet, "Work carried out", update.done, "completed")
    activities += _work(sheet, "Work to come", update.planned, "planned")
    milestones = _key_dates(sheet, update)
    finances = _money(sheet, update)
    risks = _concerns(sheet, update)
    _section(sheet, "Safety and care of the building")
    para(sheet.body, CARE)
    _section(sheet, "Recommendations to Chapter")
    if not update.decisions:
        para(sheet.body, "None.")
    for letter, text in zip("abc", update.decisions, strict=False):
        para(sheet.body, f"({letter}) {text}").paragraph_format.left_indent = Cm(1)
    para(sheet.body, "M. G.", italic=True)
    report = gold.told_report(
        update,
        *PRINTED,
        ratings=ratings,
        activities=activities,
        risks=risks,
        milestones=milestones,
        finances=finances,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _tabbed(sheet: Sheet, label: str, value: str, at_cm: float = 5.5) -> Any:
    line = para(sheet.body)
    line.paragraph_format.tab_stops.add_tab_stop(Cm(at_cm))
    line.paragraph_format.space_after = 0
    run(line, label, italic=True)
    run(line, f"\t{value}")
    return line


def _section(sheet: Sheet, title: str) -> None:
    line = para(sheet.body, title.upper(), bold=True, size=12, color=MAROON)
    line.paragraph_format.keep_with_next = True
    line.paragraph_format.space_before = Cm(0.4)


def _standing(sheet: Sheet, update: Update) -> list[Record]:
    """Each area's rating as the first word of its paragraph, before the commentary."""
    _section(sheet, "How the work stands")
    records = []
    for label, key in LABELS.items():
        rated = update.rated[key]
        line = para(sheet.body)
        run(line, label, bold=True)
        run(line, f" – {rated.current}. {rated.comment}")
        records.append(gold.rating(label, key, rated.current, comment=rated.comment))
    return records


def _work(sheet: Sheet, title: str, tasks: tuple[Task, ...], kind: str) -> list[Record]:
    """A small heading for each trade and a paragraph for each piece of work."""
    _section(sheet, title)
    records = []
    for trade, group in by_workstream(tasks).items():
        para(sheet.body, trade, underline=True)
        for task in group:
            text = task.text if task.text.endswith(".") else f"{task.text}."
            para(sheet.body, text)
            records.append(gold.activity(kind, text, trade))
    return records


def _key_dates(sheet: Sheet, update: Update) -> list[Record]:
    _section(sheet, "Principal dates")
    records = []
    for item in update.milestones:
        now = (
            f"achieved {dates.long(item.actual)}"
            if item.actual
            else f"now expected {dates.long(item.forecast)}"
        )
        bullet(sheet.body, f"{item.text}: planned {dates.long(item.baseline)}; {now}")
        records.append(
            gold.milestone(
                item.text,
                baseline=item.baseline,
                forecast=None if item.actual else item.forecast,
                actual=item.actual,
            )
        )
    return records


def _money(sheet: Sheet, update: Update) -> list[Record]:
    """A heading for each line of the budget, and under it the sums behind their labels."""
    _section(sheet, "Money")
    records = []
    for line in update.money:
        para(sheet.body, line.text, underline=True)
        for label, amount in (
            ("Budget", line.budget),
            ("Spent to date", line.actual),
            ("Expected final cost", line.forecast),
        ):
            _tabbed(sheet, label, f"£{amount:,}", at_cm=6)
        records.append(gold.told_money(line, "budget", "actual", "forecast"))
    return records


def _concerns(sheet: Sheet, update: Update) -> list[Record]:
    records = []
    for title, kind in (("Risks", "risk"), ("Issues", "issue")):
        found = update.of_kind(kind)
        if not found:
            continue
        _section(sheet, title)
        for risk in found:
            response = f"{risk.response[0].lower()}{risk.response[1:]}."
            bullet(sheet.body, f"{risk.text} – {response}")
            records.append(gold.told_risk(risk, response=response))
    return records


FAMILY = Family(
    name="fabric_letter",
    organisation="Dean and Chapter of Marchester",
    style="written report of a cathedral's clerk of the works",
    tests="ratings as first word after a run-in label, work in paragraphs by trade, dates and sums as lines",
    suffix=".docx",
    apart=False,
    projects=("cathedral",),
    render=render,
)
