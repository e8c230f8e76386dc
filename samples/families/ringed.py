"""A museum service's printed form: options with a ring drawn round the choice, numbered lists, RAID table."""

from __future__ import annotations

from typing import Any

from samples import dates, gold, pdf
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Update

INK = "#5A3A00"
CHOICES = ("Red", "Amber", "Green")
LABELS = {"Project overall": "overall", "Time": "schedule", "Money": "cost", "Risk": "risk", "Scope": "scope"}


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    signed = update.number % 5 != 0
    pages = pdf.Pages("Times-Roman", 11, ink=INK)
    pages.say("Project Checkpoint Form", pages.title)
    pages.add(f"<b>Title of project</b>&nbsp;&nbsp;&nbsp;{project.name}")
    pages.add(f"<b>Project ref</b>&nbsp;&nbsp;&nbsp;{project.reference}")
    pages.add(f"<b>Executive</b>&nbsp;&nbsp;&nbsp;{project.sponsor}")
    pages.add(f"<b>Manager</b>&nbsp;&nbsp;&nbsp;{project.manager}")
    pages.add(f"<b>Date of report</b>&nbsp;&nbsp;&nbsp;{dates.ordinal(update.reported)}")
    pages.add(f"<b>Percentage complete</b>&nbsp;&nbsp;&nbsp;{update.percent} per cent")
    pages.say("A. Health (ring one on each line)", pages.head)
    ratings = []
    rows: list[list[Any]] = []
    for label, key in LABELS.items():
        current = update.rated[key].current
        chosen = CHOICES.index("Green" if current == "Blue" else current)
        rows.append([label, pdf.Ringed(CHOICES, chosen)])
        ratings.append(gold.rating(label, key, CHOICES[chosen]))
    pages.table(rows, [150, 200], head=None, bold_columns=(0,))
    activities: list[Record] = []
    for title, tasks, kind in (
        ("B. Work finished since the last checkpoint", update.done, "completed"),
        ("C. Work expected but not finished", update.missed, "missed"),
        ("D. Work for the next checkpoint", update.planned, "planned"),
    ):
        pages.say(title, pages.head)
        for number, task in enumerate(tasks, start=1):
            pages.bullet(task.text, f"{number}.")
            activities.append(gold.activity(kind, task.text))
        if not tasks:
            pages.say("None")
    pages.say("E. Risks and issues", pages.head)
    table = [["Type", "Description", "Action", "Owner", "Likelihood", "Impact"]]
    risks = []
    for risk in update.risks:
        likelihood = "" if risk.likelihood is None else str(risk.likelihood)
        table.append(
            [risk.kind.capitalize(), risk.text, risk.response, risk.owner, likelihood, str(risk.impact)]
        )
        risks.append(
            gold.risk(
                risk.kind,
                risk.text,
                response=risk.response,
                owner=risk.owner,
                likelihood=likelihood or None,
                impact=str(risk.impact),
            )
        )
    pages.table(table, [38, 160, 135, 66, 65, 48], head="#EFE3CC")
    pages.add(f"<b>Seen and agreed by the Executive:</b> {'Yes' if signed else 'No'}")

    def furniture(canvas: Any, page: int) -> None:
        pdf.line_at_foot(canvas, "Museums and Archives Service form PCF/2", f"Sheet {page}")

    report = gold.report(
        project=project.name,
        reference=project.reference,
        sponsor=project.sponsor,
        manager=project.manager,
        report_date=update.reported,
        period=dates.iso_month(update.reported),
        percent_complete=update.percent,
        authorised=signed,
        ratings=ratings,
        activities=activities,
        risks=risks,
    )
    return Rendered(pages.save(furniture), (report,))


FAMILY = Family(
    name="ringed",
    organisation="Fenwold Museums and Archives",
    style="lettered form to be filled in by hand",
    tests="ring drawn round the chosen option, labels without colons, typed numbers, missed work, per cent in words",
    suffix=".pdf",
    apart=False,
    projects=("records", "warmth", "bridge"),
    render=render,
)
