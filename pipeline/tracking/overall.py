"""The overall rating of a report."""

from __future__ import annotations

from pipeline.model import Report

NOT_RATED = "not rated"
"""Stands for a report without an overall rating."""


def overall_rating(report: Report) -> str:
    """The overall rating of a report, or that there is none: one of its other ratings is no substitute."""
    words = [rating.current for rating in report.ratings if rating.dimension == "overall" and rating.current]
    return words[0] if words else NOT_RATED
