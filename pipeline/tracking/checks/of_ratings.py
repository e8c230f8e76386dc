"""Checks of ratings over the months."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.tracking.adjacent import same_rating
from pipeline.tracking.checks.found import MonthFinding, Place, at_record, where
from pipeline.tracking.scale import is_jump
from pipeline.tracking.timeline import Project


def previous_rating_differs(project: Project) -> Iterator[MonthFinding]:
    """A report's 'previous' rating is not what the report before it said. Where months are missing between the
    two, 'previous' speaks of a report that is not there.
    """
    for earlier, later in project.adjacent():
        if project.gap_after(earlier):
            continue
        for rating in later.report.ratings:
            old = same_rating(rating, earlier.report)
            if old and old.current and rating.previous and rating.previous != old.current:
                message = (
                    f"'{rating.label}': this report gives {rating.previous} as the previous rating;"
                    f" {where(earlier, old.source.page)} said {old.current}."
                )
                other = Place(earlier, old.source.page)
                yield at_record(later, "previous-rating-differs", "ratings", message, rating, other=other)


def rating_jump(project: Project) -> Iterator[MonthFinding]:
    """A rating that moves between Red and Green without a comment."""
    for earlier, later in project.adjacent():
        for rating in later.report.ratings:
            old = same_rating(rating, earlier.report)
            if old and is_jump(old.current, rating.current) and not (rating.comment or "").strip():
                message = (
                    f"'{rating.label}' went from {old.current} in {where(earlier, old.source.page)} to"
                    f" {rating.current} here without a comment that says why."
                )
                other = Place(earlier, old.source.page)
                yield at_record(later, "rating-jump", "ratings", message, rating, other=other)
