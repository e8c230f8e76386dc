"""Finding the same thing again in another report of the project."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from pipeline.model import Activity, Milestone, Rating, Report
from pipeline.tracking.projects import fold_name


def same_rating(rating: Rating, earlier: Report) -> Rating | None:
    """The rating of an earlier report for the same thing: by its label, else by a dimension that stands there once.

    The dimension 'other' joins nothing: two of them are two things.
    """
    label = fold_name(rating.label)
    by_label = [old for old in earlier.ratings if label and fold_name(old.label) == label]
    if len(by_label) == 1:
        return by_label[0]
    if by_label or rating.dimension == "other":
        return None
    by_dimension = [old for old in earlier.ratings if old.dimension == rating.dimension]
    return by_dimension[0] if len(by_dimension) == 1 else None


def milestones_by_name(milestones: Iterable[Milestone]) -> dict[tuple[str, int], Milestone]:
    """Milestones by folded name; equal names are told apart by their order."""
    seen: Counter[str] = Counter()
    named = {}
    for milestone in milestones:
        name = fold_name(milestone.text)
        seen[name] += 1
        named[name, seen[name]] = milestone
    return named


def completed_texts(report: Report) -> dict[str, Activity]:
    """The completed activities of a report by their words, word for word but for case and spaces."""
    return {
        plain_words(activity.text): activity for activity in report.activities if activity.kind == "completed"
    }


def plain_words(text: str) -> str:
    """A text as compared word for word."""
    return " ".join(text.casefold().split()).rstrip(".;")
