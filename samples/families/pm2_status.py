"""A European agency's status report: the method's role names, year-first dates, euros with spaces between thousands."""

from __future__ import annotations

from typing import Any

from samples import gold, pdf
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Risk, Update, with_total

INK = "#0E3B8C"
SKY = "#DCE6F7"
NO_BREAK = "\u00a0"
WORDS = {"Green": "Green", "Amber": "Yellow", "Red": "Red", "Blue": "Blue"}
YELLOW = "#FFE14D"
LABELS = {
    "Overall": "overall",
    "Scope": "scope",
    "Schedule": "schedule",
    "Costs": "cost",
    "Quality": "quality",
}
WIDTH = 510


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    pages = pdf.Pages(ink=INK)
    pages.say("Project Status Report", pages.title)
    covered = f"{update.first_day.isoformat()} to {update.last_day.isoformat()}"
    rows = [
        ["Project name", project.name, "Report date", update.reported.isoformat()],
        ["Project owner (PO)", project.sponsor, "Reporting period", covered],
        ["Project manager (PM)", project.manager, "Project start", project.start.isoformat()],
        ["Project reference", project.reference, "Project end", project.end.isoformat()],
    ]
    fills = {(line, column): SKY for line in range(len(rows)) for column in (0, 2)}
    pages.table(rows, [100, 165, 100, 145], head=None, fills=fills, bold_columns=(0, 2))
    pages.say("1. Executive summary", pages.head)
    pages.say(update.summary)
    ratings = _indicators(pages, update)
    activities: list[Record] = []
    for title, tasks, kind in (
        ("3. Activities carried out during the reporting period", update.done, "completed"),
        ("4. Activities planned for the next reporting period", update.planned, "planned"),
    ):
        pages.say(title, pages.head)
        for task in tasks:
            pages.bullet(task.text)
            activities.append(gold.activity(kind, task.text))
        if not tasks:
            pages.say("None")
    milestones = _milestones(pages, update)
    finances = _budget(pages, update)
    pages.say("7. Risks", pages.head)
    risks = [_risk(risk) for risk in update.of_kind("risk")]
    _register(pages, ["ID", "Risk description", "L", "I", "Risk level", "Risk response", "Owner"], risks)
    pages.say("8. Issues", pages.head)
    issues = [_issue(risk) for risk in update.of_kind("issue")]
    _register(pages, ["ID", "Issue description", "Impact", "Action", "Owner"], issues)
    pages.say("9. Decisions requested from the steering committee", pages.head)
    for text in update.decisions or ("None",):
        pages.bullet(text)

    def furniture(canvas: Any, page: int) -> None:
        pdf.line_at_top(canvas, "Agency for Inland Waters and Transport", "")
        pdf.line_at_foot(canvas, "Based on the Project Status Report template, version 2.4", f"{page}")

    report = gold.report(
        project=project.name,
        reference=project.reference,
        manager=project.manager,
        report_date=update.reported,
        period=update.period,
        start_date=project.start,
        end_date=project.end,
        ratings=ratings,
        activities=activities,
        risks=[*risks, *issues],
        milestones=milestones,
        finances=finances,
        decisions=gold.decisions(update.decisions),
    )
    del report["sponsor"]  # a project owner may be told as the sponsor or as another label
    return Rendered(pages.save(furniture), (report,))


def _indicators(pages: pdf.Pages, update: Update) -> list[Record]:
    pages.say("2. Status indicators", pages.head)
    rows = [["Indicator", "Status", "Previous status", "Remarks"]]
    fills = {}
    records = []
    for line, (label, key) in enumerate(LABELS.items(), start=1):
        rated = update.rated[key]
        rows.append(
            [label, WORDS[rated.current], WORDS[rated.previous] if rated.previous else "", rated.comment]
        )
        fills[line, 1] = YELLOW if rated.current == "Amber" else pdf.COLOURS[rated.current]
        records.append(gold.rating(label, key, rated.current, rated.previous, rated.comment))
    pages.table(rows, [80, 60, 90, WIDTH - 230], fills=fills, head=SKY)
    return records


def _milestones(pages: pdf.Pages, update: Update) -> list[Record]:
    pages.say("5. Milestones and deliverables", pages.head)
    rows = [["Milestone", "Baseline", "Forecast", "Actual", "Status"]]
    records = []
    for item in update.milestones:
        forecast = "" if item.actual else item.forecast.isoformat()
        actual = item.actual.isoformat() if item.actual else ""
        rows.append([item.text, item.baseline.isoformat(), forecast, actual, item.status])
        records.append(
            gold.milestone(
                item.text,
                baseline=item.baseline,
                forecast=forecast or None,
                actual=actual or None,
                status=item.status,
            )
        )
    pages.table(rows, [200, 80, 80, 80, 70], head=SKY)
    return records


def _budget(pages: pdf.Pages, update: Update) -> list[Record]:
    pages.say("6. Budget", pages.head)
    rows = [["Budget line (EUR)", "Budget", "Actual", "Forecast"]]
    records = []
    for line in with_total(update):
        amounts = (line.budget, line.actual, line.forecast)
        rows.append([line.text, *(f"{amount:,}".replace(",", NO_BREAK) for amount in amounts)])
        records.append(
            gold.finance(
                line.text, budget=line.budget, actual=line.actual, forecast=line.forecast, currency="EUR"
            )
        )
    pages.table(rows, [210, 100, 100, 100], head=SKY)
    return records


def _risk(risk: Risk) -> Record:
    return gold.risk(
        "risk",
        risk.text,
        response=risk.response,
        reference=risk.reference,
        owner=risk.owner,
        likelihood=str(risk.likelihood),
        impact=str(risk.impact),
        score=str(risk.score),
    )


def _issue(issue: Risk) -> Record:
    return gold.risk(
        "issue",
        issue.text,
        response=issue.response,
        reference=issue.reference,
        owner=issue.owner,
        impact=str(issue.impact),
    )


def _register(pages: pdf.Pages, heads: list[str], records: list[Record]) -> None:
    """Print the records as rows; those that have a likelihood are risks."""
    if not records:
        pages.say("None")
        return
    scored = ("likelihood", "impact", "score") if "L" in heads else ("impact",)
    keys = ("reference", "text", *scored, "response", "owner")
    rows = [heads, *([record[key] for key in keys] for record in records)]
    widths = [32, 160, 22, 22, 58, 136, 80] if "L" in heads else [32, 190, 48, 160, 80]
    pages.table(rows, widths, head=SKY)


FAMILY = Family(
    name="pm2_status",
    organisation="Agency for Inland Waters and Transport",
    style="status report of a European agency",
    tests="year-first dates, Yellow, euros with spaces between thousands, roles with their initials, levels as numbers",
    suffix=".pdf",
    apart=False,
    projects=("titles", "records"),
    render=render,
)
