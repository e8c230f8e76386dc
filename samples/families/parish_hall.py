"""A parish trust's building report: plain words, tabbed traffic lights, questions as headings, a letter's ending."""

from __future__ import annotations

from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Cm

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Update, with_total
from samples.word import Sheet, bullet, para, row, run

MAROON = "6B1F2A"
INK = {"Green": "2E7D32", "Amber": "C77700", "Red": "B00020"}
LABELS = {
    "Overall": "overall",
    "Timetable": "schedule",
    "Money": "cost",
    "Neighbours": "stakeholders",
}
FUNDRAISING = (
    "The quiz night made £412.60 and the sponsored bell-ring £1,180, for which our thanks to Maureen and the tower. "
    "Gift Aid on the spring envelopes has now come through. The thermometer by the lych gate has been repainted."
)
SAFEGUARDING = (
    "The churchyard path stays closed at school times. Toddler group and the lunch club carry on in the Methodist "
    "schoolroom, for which we are most grateful."
)


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    sheet = Sheet("Garamond", 12, margin_cm=2.5)
    para(sheet.body, "The Parish of St Wystan, Upper Marlow Green", size=18, color=MAROON, centred=True)
    para(sheet.body, "Church Hall and Fabric Trust", italic=True, centred=True)
    para(sheet.body, f"Building report no. {update.number}", bold=True, size=14, centred=True)
    lines = (
        ("To:", "The Trustees and the PCC"),
        ("Project:", project.name),
        ("Project manager:", f"{project.manager} (volunteer)"),
        ("Covering:", dates.month_year(update.first_day)),
        ("Date:", dates.ordinal(update.reported)),
    )
    for label, value in lines:
        _tabbed(sheet, label, value)
    para(sheet.body)
    para(sheet.body, update.summary)
    ratings = _lights(sheet, update)
    activities = _work(sheet, update)
    milestones = _dates(sheet, update)
    finances = _money(sheet, update)
    _question(sheet, "Fundraising")
    para(sheet.body, FUNDRAISING)
    risks = _worries(sheet, update)
    _question(sheet, "Keeping people safe")
    para(sheet.body, SAFEGUARDING)
    _question(sheet, "What do we need the PCC to decide?")
    for text in update.decisions:
        bullet(sheet.body, text)
    if not update.decisions:
        para(sheet.body, "Nothing this time.")
    para(sheet.body)
    para(sheet.body, "With thanks, as ever, for your prayers and patience,")
    para(sheet.body, project.manager)
    report = gold.told_report(
        update,
        *("report_date",),
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        finances=finances,
        risks=risks,
        decisions=gold.decisions(update.decisions),
    )
    del report["manager"]  # 'Name (volunteer)' may be told with its bracket or without
    return Rendered(sheet.save(), (report,))


def _tabbed(sheet: Sheet, label: str, value: str) -> None:
    line = para(sheet.body)
    line.paragraph_format.tab_stops.add_tab_stop(Cm(4.2))
    line.paragraph_format.space_after = 0
    run(line, label, bold=True)
    run(line, f"\t{value}")


def _question(sheet: Sheet, text: str) -> None:
    line = para(sheet.body, text, bold=True, size=13, color=MAROON)
    line.paragraph_format.keep_with_next = True


def _lights(sheet: Sheet, update: Update) -> list[Record]:
    """No table: the word in its colour after a tab, and a remark after another."""
    _question(sheet, "The traffic lights")
    records = []
    for label, key in LABELS.items():
        rated = update.rated[key]
        line = para(sheet.body)
        line.paragraph_format.tab_stops.add_tab_stop(Cm(5.6))
        line.paragraph_format.tab_stops.add_tab_stop(Cm(7.8))
        line.paragraph_format.left_indent, line.paragraph_format.first_line_indent = Cm(7.8), Cm(-7.8)
        run(line, f"{label}\t")
        run(line, rated.current.upper(), bold=True, color=INK[rated.current])
        run(line, f"\t{rated.comment}")
        records.append(gold.rating(label, key, rated.current, comment=rated.comment))
    return records


def _work(sheet: Sheet, update: Update) -> list[Record]:
    month = dates.MONTHS[update.next_month.month - 1]
    records = []
    for title, kind, tasks in (
        ("What has been done since we last wrote?", "completed", update.done),
        ("What did we hope to do, but haven't?", "missed", update.missed),
        (f"What is planned for {month}?", "planned", update.planned),
    ):
        _question(sheet, title)
        for task in tasks:
            bullet(sheet.body, task.text)
            records.append(gold.activity(kind, task.text))
        if not tasks:
            para(sheet.body, "Nothing, we are glad to say.")
    return records


def _dates(sheet: Sheet, update: Update) -> list[Record]:
    _question(sheet, "Dates for your diary")
    grid = sheet.table([7.0, 4.5, 4.5], "Light List")
    row(grid, ["Stage", "First promised", "Now expected"], bold=True)
    records = []
    for item in update.milestones:
        if item.actual:
            continue
        row(grid, [item.text, dates.ordinal(item.baseline), dates.ordinal(item.forecast)])
        records.append(gold.told_milestone(item, "baseline", "forecast"))
    para(sheet.body)
    return records


def _money(sheet: Sheet, update: Update) -> list[Record]:
    _question(sheet, "How is the money?")
    grid = sheet.table([5.8, 3.4, 3.4, 3.4], "Light List")
    head = row(grid, ["", "Estimate", "Paid so far", "Likely cost"], bold=True)
    for cell in head[1:]:
        cell.paragraphs[0].alignment = WD_TAB_ALIGNMENT.RIGHT
    records = []
    for line in with_total(update):
        cells = row(grid, [line.text, *(f"£{sum_:,}" for sum_ in (line.budget, line.actual, line.forecast))])
        for cell in cells[1:]:
            cell.paragraphs[0].alignment = WD_TAB_ALIGNMENT.RIGHT
        records.append(gold.told_money(line, "budget", "actual", "forecast"))
    para(sheet.body)
    return records


def _worries(sheet: Sheet, update: Update) -> list[Record]:
    """Worries as bullets with what is done about them after a dash; problems of today in a list of their own."""
    records = []
    for title, kind in (("What might go wrong?", "risk"), ("What has gone wrong?", "issue")):
        told = update.of_kind(kind)
        if not told:
            continue
        _question(sheet, title)
        for risk in told:
            bullet(sheet.body, f"{risk.text} – {risk.response}")
            records.append(gold.told_risk(risk, "response"))
    for record in records:
        del record["kind"]  # plain words tell the two apart, and a careful reader may leave it open
    return records


FAMILY = Family(
    name="parish_hall",
    organisation="Parish of St Wystan",
    style="a parish trust's building report to its council",
    tests="questions as headings, tabbed words in colour with remarks, fundraising, a letter's ending",
    suffix=".docx",
    apart=False,
    projects=("leisure", "cathedral"),
    render=render,
)
