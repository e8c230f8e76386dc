"""Gold records: what must be read from a sample, in the shape of the record contract.

Every builder returns all the record's keys, so that a wrong extra value counts as an error as well.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from samples.dates import named_deadline
from samples.month import Milestone, Money, Risk, Update

Record = dict[str, Any]

LISTS = ("ratings", "activities", "risks", "milestones", "finances", "decisions")


def report(
    *,
    project: str | None,
    programme: str | None = None,
    reference: str | None = None,
    sponsor: str | None = None,
    manager: str | None = None,
    report_date: str | date | None = None,
    period: str | None = None,
    start_date: str | date | None = None,
    end_date: str | date | None = None,
    percent_complete: int | None = None,
    authorised: bool | None = None,
    **lists: Iterable[Record],
) -> Record:
    """One report; lists that are not given are empty, which says that the document holds none.

    Raises:
        KeyError: a list that the contract does not know.
    """
    unknown = set(lists) - set(LISTS)
    if unknown:
        raise KeyError(f"no such list in the contract: {sorted(unknown)}")
    return {
        "project": project,
        "programme": programme,
        "reference": reference,
        "sponsor": sponsor,
        "manager": manager,
        "report_date": _iso(report_date),
        "period": period,
        "start_date": _iso(start_date),
        "end_date": _iso(end_date),
        "percent_complete": percent_complete,
        "authorised": authorised,
        **{name: list(lists.get(name, ())) for name in LISTS},
    }


def told_report(update: Update, *printed: str, **others: Any) -> Record:
    """The report of an update with the facts that the document prints; ``others``: facts of its own and the lists."""
    project = update.project
    facts: Record = {
        "programme": project.programme,
        "reference": project.reference,
        "sponsor": project.sponsor,
        "manager": project.manager,
        "report_date": update.reported,
        "start_date": project.start,
        "end_date": project.end,
        "percent_complete": update.percent,
    }
    kept = {name: facts[name] for name in printed}
    return report(project=project.name, period=update.period, **kept, **others)


def rating(
    label: str, dimension: str, current: str | None, previous: str | None = None, comment: str | None = None
) -> Record:
    """A status; ``previous`` only where the document prints it."""
    return {
        "label": label,
        "dimension": dimension,
        "current": current,
        "previous": previous,
        "comment": comment,
    }


def activity(
    kind: str,
    text: str,
    workstream: str | None = None,
    owner: str | None = None,
    due: str | date | None = None,
) -> Record:
    """An activity; without a date of its own it is due on the day its text names with 'by'."""
    return {
        "kind": kind,
        "workstream": workstream,
        "text": text,
        "owner": owner,
        "due": _iso(due) or named_deadline(text),
    }


def risk(
    kind: str | None,
    text: str,
    *,
    response: str | None = None,
    reference: str | None = None,
    owner: str | None = None,
    likelihood: str | None = None,
    impact: str | None = None,
    score: str | None = None,
    rating: str | None = None,
    status: str | None = None,
) -> Record:
    """A risk or issue, its likelihood, impact and score as printed."""
    return {
        "kind": kind,
        "reference": reference,
        "text": text,
        "response": response,
        "owner": owner,
        "likelihood": likelihood,
        "impact": impact,
        "score": score,
        "rating": rating,
        "status": status,
    }


def told_risk(told: Risk, *printed: str, **words: str) -> Record:
    """The story's risk or issue with the fields that the document prints; ``words``: fields in words of its own."""
    return risk(told.kind, told.text, **{name: getattr(told, name) for name in printed}, **words)


def milestone(
    text: str,
    *,
    baseline: str | date | None = None,
    forecast: str | date | None = None,
    actual: str | date | None = None,
    rating: str | None = None,
    status: str | None = None,
) -> Record:
    """A milestone; dates may be ISO strings of reduced precision."""
    return {
        "text": text,
        "baseline": _iso(baseline),
        "forecast": _iso(forecast),
        "actual": _iso(actual),
        "rating": rating,
        "status": status,
    }


def told_milestone(told: Milestone, *printed: str) -> Record:
    """The story's milestone with the dates, rating or status that the document prints."""
    return milestone(told.text, **{name: getattr(told, name) for name in printed})


def finance(
    text: str,
    *,
    budget: float | None = None,
    actual: float | None = None,
    forecast: float | None = None,
    variance: float | None = None,
    currency: str | None = "GBP",
) -> Record:
    """A line of money in whole units of the currency, as precise as the document prints it."""
    return {
        "text": text,
        "budget": budget,
        "actual": actual,
        "forecast": forecast,
        "variance": variance,
        "currency": currency,
    }


def told_money(told: Money, *printed: str) -> Record:
    """The story's line of money with the amounts that the document prints."""
    return finance(told.text, **{name: getattr(told, name) for name in printed})


def decisions(texts: Iterable[str]) -> list[Record]:
    """Decisions asked of the board."""
    return [{"text": text} for text in texts]


def _iso(value: str | date | None) -> str | None:
    return value.isoformat() if isinstance(value, date) else value
