"""A construction consultant's report to its public client: numbered parts, work in paragraphs by trade, no bullets."""

from __future__ import annotations

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm

from samples import dates, gold
from samples.family import Family, Rendered, by_workstream
from samples.gold import Record
from samples.month import Task, Update, with_total
from samples.retelling import retold
from samples.word import Sheet, bullet, para, rate, row, run
from samples.word_notes import plain_field
from samples.word_styles import derived_style

SLATE, ICE = "37474F", "ECEFF1"
LABELS = {
    "Overall position": "overall",
    "Programme": "schedule",
    "Cost": "cost",
    "Workmanship": "quality",
    "Labour and materials": "resources",
    "Neighbours and end users": "stakeholders",
    "Health and safety": "other",
}
STORIES = {"other": "safety"}
WORDS = {"Green": "Satisfactory", "Amber": "Caution", "Red": "Critical"}
ADVISED = {"D Foy": "Main contractor", "K Moss": "Site manager"}
WITHDRAWN = "Paint samples to be presented to the governors."
ENQUIRIES = (
    "{raised} requests for information have been raised to date, of which {open} remain unanswered. "
    "The average time taken to answer is six working days."
)


def render(updates: tuple[Update, ...]) -> Rendered:
    update = retold(
        updates[0],
        ADVISED,
        name="Cobbler’s Brook Primary School Extension",
        reference="HT 4417",
        sponsor="Angharad Sumner",
        manager="Harriet Semmens",
    )
    sheet = Sheet("Calibri", 11, margin_cm=2.4)
    derived_style(sheet, "HT Section", "Heading 1", size=14)
    derived_style(sheet, "HT Trade", "Heading 3", size=11)
    run(sheet.header.paragraphs[0], "Harbinson Tate LLP  |  Project Manager’s Report", size=9, color=SLATE)
    foot = sheet.footer.paragraphs[0]
    run(foot, "4417-HT-XX-RP-PM  |  ", size=8)
    plain_field(foot, "PAGE", "1")
    para(sheet.body, "Project Manager’s Report to the Client", bold=True, size=22, color=SLATE)
    para(sheet.body, f"Report no. {update.number:02d}", size=13, color=SLATE)
    _particulars(sheet, update)
    _section(sheet, "1.0 Executive summary")
    para(sheet.body, update.summary)
    ratings = _position(sheet, update)
    activities = [
        *_work(sheet, "3.0 Progress in the period", "completed", update.done),
        *_work(sheet, "4.0 Works behind programme", "missed", update.missed),
        *_work(sheet, "5.0 Look ahead", "planned", update.planned),
    ]
    if update.number == 3:
        para(sheet.body, WITHDRAWN, strike=True)
    milestones = _programme(sheet, update)
    finances = _account(sheet, update)
    risks = _risks(sheet, update)
    _section(sheet, "9.0 Design information")
    para(sheet.body, ENQUIRIES.format(raised=14 + 6 * update.number, open=update.number % 4 + 2))
    _section(sheet, "10.0 Instructions and decisions required from the Client")
    for text in update.decisions:
        para(sheet.body, text, style="List Number")
    if not update.decisions:
        para(sheet.body, "None at the date of this report.")
    report = gold.told_report(
        update,
        *("reference", "sponsor", "manager", "report_date", "start_date", "end_date", "percent_complete"),
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        finances=finances,
        risks=risks,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _section(sheet: Sheet, text: str) -> None:
    para(sheet.body, text, style="HT Section")


def _particulars(sheet: Sheet, update: Update) -> None:
    """No table: labels and their values on tabbed lines."""
    project = update.project
    for label, value in (
        ("Project", project.name),
        ("Project no.", project.reference),
        ("Client", "Oldmere Borough Council"),
        ("Client sponsor", project.sponsor),
        ("Project Manager", project.manager),
        ("Main contractor", "Pyecroft & Lowe Building Ltd"),
        ("Form of contract", "Design and build, with amendments"),
        ("Date of commencement", dates.long(project.start)),
        ("Contract completion", dates.long(project.end)),
        ("Reporting period", dates.month_year(update.first_day)),
        ("Report date", dates.long(update.reported)),
        ("Works complete", f"{update.percent}%"),
    ):
        line = para(sheet.body)
        line.paragraph_format.tab_stops.add_tab_stop(Cm(5.5))
        line.paragraph_format.space_after = 0
        run(line, label, bold=True, color=SLATE)
        run(line, f"\t{value}")
    para(sheet.body)


def _position(sheet: Sheet, update: Update) -> list[Record]:
    _section(sheet, "2.0 Position at a glance")
    grid = sheet.table([4.6, 3.0, 8.6])
    row(grid, ["Aspect", "Position", "Project Manager’s remarks"], bold=True, color="FFFFFF", fill=SLATE)
    records = []
    for label, key in LABELS.items():
        rated = update.rated[STORIES.get(key, key)]
        cells = row(grid, [label, None, rated.comment])
        rate(cells[1], rated.current, WORDS[rated.current])
        records.append(gold.rating(label, key, rated.current, comment=rated.comment))
    meanings = (
        "Satisfactory (green): no action by the Client. Caution (amber): being managed, Client to note. "
    )
    para(sheet.body, f"{meanings}Critical (red): action by the Client is required.", italic=True, size=8.5)
    return records


def _work(sheet: Sheet, title: str, kind: str, tasks: tuple[Task, ...]) -> list[Record]:
    """Every trade is a small heading, every item below it a paragraph."""
    _section(sheet, title)
    if not tasks:
        para(sheet.body, "No works are behind programme." if kind == "missed" else "No works to report.")
    records = []
    for trade, found in by_workstream(tasks).items():
        para(sheet.body, trade, style="HT Trade")
        for task in found:
            para(sheet.body, task.text)
            records.append(gold.activity(kind, task.text, trade))
    return records


def _programme(sheet: Sheet, update: Update) -> list[Record]:
    _section(sheet, "6.0 Programme")
    grid = sheet.table([4.6, 3.4, 3.4, 3.2, 1.6])
    heads = ["Event", "Contract programme", "Current programme", "Actual", "Weeks"]
    row(grid, heads, bold=True, size=10, fill=ICE)
    records = []
    for item in update.milestones:
        current = None if item.actual else item.forecast
        days = (item.baseline, current, item.actual)
        weeks = f"+{-(-item.slip // 7)}" if item.slip else "0"
        row(grid, [item.text, *(dates.ordinal(day) if day else "" for day in days), weeks], size=10)
        records.append(
            gold.milestone(item.text, baseline=item.baseline, forecast=current, actual=item.actual)
        )
    para(sheet.body)
    return records


def _account(sheet: Sheet, update: Update) -> list[Record]:
    """Movements bear their sign; nothing moved is a plain nought."""
    _section(sheet, "7.0 Cost report")
    grid = sheet.table([4.6, 2.9, 2.9, 3.1, 2.7])
    heads = ["Element", "Contract sum", "Certified to date", "Anticipated final account", "Movement"]
    row(grid, heads, bold=True, size=10, fill=ICE)
    for line in with_total(update):
        moved = f"{'+' if line.variance > 0 else '-'}£{abs(line.variance):,}" if line.variance else "£0"
        texts = [line.text, *(f"£{n:,}" for n in (line.budget, line.actual, line.forecast)), moved]
        cells = row(grid, texts, bold=line.text == "Total", size=10)
        for cell in cells[1:]:
            cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    para(sheet.body, "All figures exclude VAT and the Client’s direct costs.", italic=True, size=8.5)
    return [gold.told_money(m, "budget", "actual", "forecast", "variance") for m in with_total(update)]


def _risks(sheet: Sheet, update: Update) -> list[Record]:
    """Risks are an extract of the register, issues are bullets with what is done about them after a dash."""
    _section(sheet, "8.0 Risk register extract and current issues")
    grid = sheet.table([1.3, 4.8, 0.9, 0.9, 1.3, 4.4, 2.6])
    heads = ["Item", "Risk", "P", "I", "P x I", "Treatment", "Action by"]
    row(grid, heads, bold=True, size=10, fill=ICE)
    records = []
    for risk in update.of_kind("risk"):
        words = {"likelihood": str(risk.likelihood), "impact": str(risk.impact), "score": str(risk.score)}
        texts = [risk.reference, risk.text, words["likelihood"], words["impact"], None]
        cells = row(grid, [*texts, risk.response, risk.owner], size=10)
        rate(cells[4], risk.rating, words["score"])
        records.append(gold.told_risk(risk, "reference", "response", "owner", "rating", **words))
    para(sheet.body, "P: probability, I: impact, each from 1 to 5.", italic=True, size=8.5)
    para(sheet.body, "Current issues", style="HT Trade")
    for issue in update.of_kind("issue"):
        bullet(sheet.body, f"{issue.text} – {issue.response}")
        records.append(gold.told_risk(issue, "response"))
    if not update.of_kind("issue"):
        para(sheet.body, "There are no current issues.")
    return records


FAMILY = Family(
    name="consultant_works",
    organisation="Harbinson Tate LLP",
    style="a construction consultant's project manager's report to a public client",
    tests="work as plain paragraphs by trade, tabbed particulars, rating words of its own, certified sums, struck text",
    suffix=".docx",
    apart=False,
    projects=("school",),
    render=render,
    file_name=lambda updates: f"ht4417-pm-report-{updates[0].period}",
)
