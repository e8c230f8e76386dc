"""A housing association's development report: own rating words, homes counted by site, a card of work for each site."""

from __future__ import annotations

from dataclasses import replace

from docx.shared import Cm

from samples import dates, gold
from samples.family import Family, Rendered, by_workstream
from samples.gold import Record
from samples.month import Money, Update, with_total
from samples.word import Sheet, bullet, para, row, run, shade, span

PLUM, ROSE = "7A1F5C", "F7EAF2"
WORDS = {"Green": "On target", "Amber": "Watch", "Red": "Step in"}
TINTS = {"Green": "C6E0B4", "Amber": "FFE699", "Red": "F4B183"}
KEY = (
    "Key: On target (green) = no action; Watch (amber) = the team has a recovery plan; "
    "Step in (red) = Committee's help is needed."
)
MEASURES = {
    "Overall": "overall",
    "Timescales": "schedule",
    "Scheme costs": "cost",
    "Build quality": "quality",
    "Contractors": "resources",
    "Neighbours and residents": "stakeholders",
    "Lettings and sales": "benefits",
}
SITES = {
    "Weir Meadow": ("Isk Vale", 58, {1: 34, 3: 44, 6: 58}, {8: 12, 9: 18, 10: 24, 11: 36, 12: 48}),
    "Chapel Garth": ("Isk Vale", 22, {1: 22}, {3: 6, 7: 16, 11: 22}),
    "Ropewalk Yard": ("Port Harrow", 34, {1: 34}, {1: 0}),
    "Mill Bank": ("Harrow Rural", 27, {11: 27}, {1: 0}),
}
"""Local authority, homes in all, and by month of the story how many are started and handed over."""
CHANCE = ("", "Remote", "Unlikely", "Possible", "Likely", "Almost certain")
EFFECT = ("", "Minor", "Modest", "Serious", "Major", "Severe")
CUSTOMERS = (
    "Customers from three recent schemes joined the design review and asked for storage by the front door. "
    "The 'new home' survey stands at 88% satisfied."
)


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    sheet = Sheet("Verdana", 9, margin_cm=2.0)
    para(sheet.body, "Larch Valley Homes", bold=True, size=20, color=PLUM)
    para(sheet.body, "Development progress report", size=14, color=PLUM)
    for label, value in (
        ("Report to", "Development and Assets Committee"),
        ("Project", project.name),
        ("Programme", project.programme),
        ("Scheme code", project.reference),
        ("Executive sponsor", project.sponsor),
        ("Project manager", project.manager),
        ("Period", f"{dates.long(update.first_day)} to {dates.long(update.last_day)}"),
        ("Report written", dates.long(update.reported)),
        ("Start date", dates.month_year(project.start)),
        ("Completion date", dates.month_year(project.end)),
    ):
        line = para(sheet.body)
        line.paragraph_format.tab_stops.add_tab_stop(Cm(5.0))
        line.paragraph_format.space_after = 0
        run(line, label, color=PLUM)
        run(line, f"\t{value}")
    sheet.heading("The story this month", 2)
    para(sheet.body, update.summary)
    ratings = _position(sheet, update)
    _homes(sheet, update)
    activities = _sites(sheet, update)
    milestones = _dates(sheet, update)
    finances = _costs(sheet, update)
    risks = _risks(sheet, update)
    sheet.heading("What customers tell us", 2)
    para(sheet.body, CUSTOMERS)
    sheet.heading("Committee is asked to", 2)
    for letter, text in zip("abc", update.decisions, strict=False):
        para(sheet.body, f"({letter}) {text}")
    if not update.decisions:
        para(sheet.body, "Nothing for decision in this report.")
    report = gold.told_report(
        update,
        *("programme", "reference", "sponsor", "manager", "report_date"),
        start_date=dates.iso_month(project.start),
        end_date=dates.iso_month(project.end),
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        finances=finances,
        risks=risks,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _position(sheet: Sheet, update: Update) -> list[Record]:
    sheet.heading("Where we stand", 2)
    grid = sheet.table([4.2, 2.3, 2.3, 8.2])
    row(grid, ["", "Last month", "This month", "Why"], bold=True, fill=ROSE)
    records = []
    for label, key in MEASURES.items():
        rated = update.rated[key]
        before = WORDS[rated.previous] if rated.previous else "–"
        cells = row(grid, [label, before, WORDS[rated.current], rated.comment])
        shade(cells[2], TINTS[rated.current])
        if rated.previous:
            shade(cells[1], TINTS[rated.previous])
        records.append(gold.rating(label, key, rated.current, rated.previous, rated.comment))
        if key in ("resources", "benefits"):
            del records[-1]["dimension"]  # contractors, lettings and sales: several dimensions would fit
    para(sheet.body, KEY, italic=True, size=8)
    return records


def _homes(sheet: Sheet, update: Update) -> None:
    """Counts of homes by site: they are told, but none of the contract's records."""
    sheet.heading("Homes", 2)
    grid = sheet.table([4.6, 4.0, 2.8, 2.8, 2.8])
    row(grid, ["Site", "Local authority", "Homes planned", "Started", "Handed over"], bold=True, fill=ROSE)
    sums = [0, 0, 0]
    for site, (council, homes, started, handed) in SITES.items():
        counts = [homes, _count(started, update.number), _count(handed, update.number)]
        row(grid, [site, council, *map(str, counts)])
        sums = [total + count for total, count in zip(sums, counts, strict=True)]
    row(grid, ["All sites", "", *map(str, sums)], bold=True)


def _count(steps: dict[int, int], number: int) -> int:
    return max((count for month, count in steps.items() if month <= number), default=0)


def _sites(sheet: Sheet, update: Update) -> list[Record]:
    """A card for each site with anything to tell: its name across, then what was done, is late and follows."""
    sheet.heading("Site by site", 2)
    grid = sheet.table([3.6, 13.4])
    parts = (
        ("This month", "completed", by_workstream(update.done)),
        ("Expected but not done", "missed", by_workstream(update.missed)),
        ("Next month", "planned", by_workstream(update.planned)),
    )
    records = []
    for site in SITES:
        if not any(site in groups for *_, groups in parts):
            continue
        span(grid, site, bold=True, color="FFFFFF", fill=PLUM)
        for label, kind, groups in parts:
            if site not in groups:
                continue
            cells = row(grid, [label, None])
            shade(cells[0], ROSE)
            for task in groups[site]:
                bullet(cells[1], task.text)
                records.append(gold.activity(kind, task.text, site))
    return records


def _dates(sheet: Sheet, update: Update) -> list[Record]:
    sheet.heading("Key dates", 2)
    grid = sheet.table([6.5, 3.5, 3.5, 3.5])
    row(grid, ["", "At approval", "We now expect", "Happened on"], bold=True, fill=ROSE)
    records = []
    for item in update.milestones:
        days = (item.baseline, None if item.actual else item.forecast, item.actual)
        row(grid, [item.text, *(dates.brief(day) if day else "" for day in days)])
        baseline, forecast, actual = days
        records.append(gold.milestone(item.text, baseline=baseline, forecast=forecast, actual=actual))
    return records


def _costs(sheet: Sheet, update: Update) -> list[Record]:
    """Total scheme costs by site in millions with two decimals; sums and differences are of what is printed."""
    sheet.heading("Scheme costs", 2)
    grid = sheet.table([4.6, 3.1, 3.1, 3.1, 3.1])
    heads = ["£m", "Approved", "Paid so far", "Forecast", "Over / (under)"]
    row(grid, heads, bold=True, fill=ROSE)
    rounded = tuple(
        Money(line.text, *(round(sum_, -4) for sum_ in (line.budget, line.actual, line.forecast)))
        for line in update.money
    )
    records = []
    for line in with_total(replace(update, money=rounded)):
        amounts = (line.budget, line.actual, line.forecast, line.variance)
        shown = (f"{n / 1e6:,.2f}" if n >= 0 else f"({-n / 1e6:,.2f})" for n in amounts)
        row(grid, [line.text, *shown], bold=line.text == "Total")
        records.append(gold.told_money(line, "budget", "actual", "forecast", "variance"))
    return records


def _risks(sheet: Sheet, update: Update) -> list[Record]:
    sheet.heading("Risks to delivery", 2)
    grid = sheet.table([5.0, 5.2, 2.8, 2.0, 2.0])
    heads = ["What might happen", "What we are doing about it", "Owner", "Chance", "Effect"]
    row(grid, heads, bold=True, fill=ROSE)
    records = []
    for risk in update.of_kind("risk"):
        words = {"likelihood": CHANCE[risk.likelihood or 0], "impact": EFFECT[risk.impact]}
        row(grid, [risk.text, risk.response, risk.owner, *words.values()])
        records.append(gold.told_risk(risk, "response", "owner", **words))
    sheet.heading("Issues now", 2)
    for issue in update.of_kind("issue"):
        bullet(sheet.body, f"{issue.text} – {issue.response}")
        records.append(gold.told_risk(issue, "response"))
    if not update.of_kind("issue"):
        para(sheet.body, "None.")
    return records


FAMILY = Family(
    name="homes_progress",
    organisation="Larch Valley Homes",
    style="a housing association's development report to its committee",
    tests="rating words of its own on pale fills, homes counted by site, a card of work for each site, millions",
    suffix=".docx",
    apart=False,
    projects=("homes",),
    render=render,
)
