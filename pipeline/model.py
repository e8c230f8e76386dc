"""The nouns of the record contract: what one document becomes.

Field names and order are those of the contract's JSON; ``as_contract`` turns any of them into plain values.
Dates are ISO 8601 strings, of reduced precision where the document is no more precise ('2011', '2011-12').
"""

from __future__ import annotations

import dataclasses
from dataclasses import field
from typing import Any, Literal

from extractors.document import noun

SCHEMA = "highlight-report/1"

Severity = Literal["info", "warning", "error"]
RatingValue = Literal["Red", "Amber/Red", "Amber", "Amber/Green", "Green", "Blue", "Grey", "Black"]
Dimension = Literal[
    "overall",
    "schedule",
    "cost",
    "scope",
    "quality",
    "risk",
    "resources",
    "benefits",
    "stakeholders",
    "dependencies",
    "other",
]
Basis = Literal["text", "fill", "picture", "symbol"]
ActivityKind = Literal["completed", "in-progress", "planned", "missed"]
RiskKind = Literal["risk", "issue"]
FurnitureKind = Literal[
    "heading",
    "label",
    "header",
    "footer",
    "legend",
    "instruction",
    "placeholder",
    "watermark",
    "index",
    "deleted",
    "hidden",
]
PeriodBasis = Literal["stated", "report_date", "filename"]


@noun
class Source:
    """Where a value stands and the words it was read from; ``rule`` names what decided (for ``explain``)."""

    page: int | None = None
    bbox: tuple[float, float, float, float] | None = None
    path: str | None = None
    text: str = ""
    rule: str = field(default="", compare=False, metadata={"contract": False})


@noun
class Finding:
    """What a reader must be told: ``about`` is the contract key concerned, or 'document'."""

    code: str
    severity: Severity
    about: str
    message: str
    source: Source = field(default_factory=Source)


@noun
class Rating:
    label: str
    dimension: Dimension
    current: RatingValue | None
    previous: RatingValue | None
    comment: str | None
    basis: Basis | None
    source: Source


@noun
class Activity:
    kind: ActivityKind
    workstream: str | None
    text: str
    owner: str | None
    due: str | None
    source: Source


@noun
class Risk:
    kind: RiskKind | None
    reference: str | None
    text: str
    response: str | None
    owner: str | None
    likelihood: str | None
    impact: str | None
    score: str | None
    rating: RatingValue | None
    status: str | None
    source: Source


@noun
class Milestone:
    text: str
    baseline: str | None
    forecast: str | None
    actual: str | None
    rating: RatingValue | None
    status: str | None
    source: Source


@noun
class Finance:
    text: str
    budget: float | None
    actual: float | None
    forecast: float | None
    variance: float | None
    currency: str | None
    source: Source


@noun
class Decision:
    text: str
    source: Source


@noun
class Narrative:
    """Prose of a known section that is no record."""

    section: str
    text: str
    source: Source


@noun
class Passage:
    """Text that no rule took; ``section``: the heading it stands under, or ''."""

    text: str
    source: Source
    section: str = ""


@noun
class Furniture:
    """Structure, not content."""

    kind: FurnitureKind
    text: str
    source: Source


@noun
class Report:
    """One highlight report. ``sources`` leads each scalar value back to its words, by key."""

    project: str | None = None
    programme: str | None = None
    reference: str | None = None
    sponsor: str | None = None
    manager: str | None = None
    report_date: str | None = None
    period: str | None = None
    period_basis: PeriodBasis | None = None
    start_date: str | None = None
    end_date: str | None = None
    percent_complete: float | None = None
    authorised: bool | None = None
    metadata: dict[str, str] = field(default_factory=dict)
    ratings: tuple[Rating, ...] = ()
    activities: tuple[Activity, ...] = ()
    risks: tuple[Risk, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    finances: tuple[Finance, ...] = ()
    decisions: tuple[Decision, ...] = ()
    narrative: tuple[Narrative, ...] = ()
    unclassified: tuple[Passage, ...] = ()
    findings: tuple[Finding, ...] = ()
    sources: dict[str, Source] = field(default_factory=dict)


@noun
class DocumentInfo:
    """``format`` is None where the file is of no format that can be read."""

    path: str
    sha256: str
    format: str | None
    pages: int | None
    scanned: bool


@noun
class Reading:
    """What one document became: one line of ``extract``'s output."""

    document: DocumentInfo
    reports: tuple[Report, ...] = ()
    unclassified: tuple[Passage, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    findings: tuple[Finding, ...] = ()
    schema: str = SCHEMA

    @property
    def failed(self) -> bool:
        """True where the document could not be read at all."""
        return any(finding.severity == "error" and finding.about == "document" for finding in self.findings)


def as_contract(value: Any) -> Any:
    """The plain JSON value (dict, list, str, number, bool, None) of any noun of this module."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        plain = {
            item.name: as_contract(getattr(value, item.name))
            for item in dataclasses.fields(value)
            if item.metadata.get("contract", True)
        }
        return {"schema": plain.pop("schema"), **plain} if "schema" in plain else plain
    if isinstance(value, (tuple, list)):
        return [as_contract(item) for item in value]
    if isinstance(value, dict):
        return {key: as_contract(item) for key, item in value.items()}
    return value
