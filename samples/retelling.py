"""A story told of another organisation: its project's facts and some of its words changed, its course the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from samples.month import Update

RESETTLEMENT = {
    "care staff": "practitioners", "Care staff": "Practitioners", "reablement": "resettlement",
    "therapist": "psychologist", "Therapist": "Psychologist", "acute hospital": "local prison",
    "hospital": "prison", "Hospital": "Prison", "Ward clerks": "Gate staff", "wards": "wings",
    "noon board round": "noon briefing", "community trust": "health trust", "Bank staff": "Sessional staff",
    "packages of care": "recalls", "long-term package": "further order", "care record": "case record",
    "Better Care": "rehabilitation", "social work": "resettlement work", "brokerage": "accommodation",
    "Brokerage": "Accommodation", "interim beds": "interim rooms", "block purchase of beds": "block purchase of rooms",
}  # fmt: skip
"""From people who come home from hospital to people who come home from prison."""
RECORD_OFFICE = {
    "Insp ": "", "Sgt ": "", "ACC ": "", "No radio mast means": "No cooling means",
    "Radio coverage": "Cooling", "radio coverage": "cooling", "Coverage risk": "Climate risk",
    "Two valleys": "Two strongrooms", "two valleys need a repeater": "two strongrooms need a booster",
    "Repeater at Fell Top": "Booster fan in the corridor", "repeater at Fell Top": "booster fan in the corridor",
    "Repeater installed at Fell Top": "Booster fan installed in the corridor",
    "Radio mast": "Cooling tower", "radio mast": "cooling tower", "Mast": "Tower", "mast": "tower",
    "operator consoles": "rolling shelves", "Radio equipment is": "Rolling shelves are",
    "consoles work": "bays are full",
    "operators": "archivists", "control room staff": "searchroom staff", "talk group": "parish collection",
    "No call was lost and the average answer time was": "No document was lost and production times were",
    "Call handling has": "Document production has", "call handling lines": "searchroom lines",
    "Radio engineers are shared with the airwave upgrade": "Engineers are shared with the library refit",
    "Radio and network": "Cooling and network", "major incident": "burst pipe",
}  # fmt: skip
"""From a control room that moves to a record office that moves."""
LANGUAGE_SCHOOL = {
    "Faculties": "Centres", "faculties": "centres", "Faculty": "Centre", "faculty": "centre",
    "Students' Union": "learners' forum", "Student": "Learner", "student": "learner",
    "Science and Engineering": "the two city centres", "Engineering": "Old Brewery", "approved by Council": "approved",
    "the Dean": "the centre manager", "Departmental meetings": "Team meetings",
    "departmental meetings": "team meetings",
}  # fmt: skip
"""From a university to a trust that runs language schools."""


def retold(update: Update, words: Mapping[str, str], **facts: Any) -> Update:
    """The update with ``words`` changed in the order given and the project's ``facts`` replaced."""
    changed: Update = _reworded(update, words)
    return replace(changed, project=replace(changed.project, **facts))


def _reworded(told: Any, words: Mapping[str, str]) -> Any:
    if isinstance(told, str):
        for old, new in words.items():
            told = told.replace(old, new)
        return told
    if isinstance(told, tuple):
        return tuple(_reworded(part, words) for part in told)
    if isinstance(told, dict):
        return {key: _reworded(value, words) for key, value in told.items()}
    if is_dataclass(told) and not isinstance(told, type):
        names = [field.name for field in fields(told) if field.name != "facts"]
        return replace(told, **{name: _reworded(getattr(told, name), words) for name in names})
    return told
