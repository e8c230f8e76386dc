"""What was left with a doubt: labels that no rule knows and that may give a field which is missing."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.model import Finding, Narrative, Passage, Report
from pipeline.reading.elements import Labels, Section, source_of
from pipeline.reading.persons import is_person
from pipeline.reading.twin_labels import may_hold_both_dates
from pipeline.reading.untold_fields import untold_fields
from pipeline.reading.vocabulary import Vocabulary
from pipeline.values.dates import parse_date

_CODE = re.compile(r"(?=.*\d)[A-Za-z0-9][\w/\-. ]{1,24}")
"""A reference: letters, digits and signs."""
_SHARE = re.compile(r"\d{1,3}(?:\.\d+)?\s?(?:%|per\s?cent)?.{0,20}", re.IGNORECASE)
_AFTER_NAME = re.compile(r"\s*,\s|\s+[(–—-]")
"""What parts a name from the office that its bearer holds."""
_YES_NO = re.compile(r"\W*(?:yes|no|y|n|agreed|approved|not yet)\b.{0,40}", re.IGNORECASE)
_ANSWERED = re.compile(r"(?P<label>[^\t:?]{4,100})[\t:?]\s*(?P<value>.+)")
_TICKED = re.compile(r"[☒☑]\s*(?:yes|no)\b", re.IGNORECASE)
PERSONAL = {"sponsor", "manager", "reference", "programme", "start_date", "end_date", "percent_complete"}
"""Fields of a report's form that no table of records has a column for."""
_EARLY, _LATE = 1, 3
"""Months by which a report may be dated before the end of its period, or after it."""
_LABELLED = re.compile(r"(?P<label>[^:\t]{2,60}?)\s*[:\t]\s*(?P<value>\S.{0,80})")
"""A line that may be a label and its value."""
_STRAYING = {"manager", "sponsor", "reference", "report_date", "start_date", "end_date", "percent_complete"}
"""Fields whose values tell by themselves whether they may be one."""

_LABEL_WORDS = 4
"""Words of a label that is told where it stands by itself."""
_LONE = {"sponsor", "manager", "reference", "programme", "start_date", "end_date", "report_date"}


def doubt_findings(report: Report, vocabulary: Vocabulary) -> list[Finding]:
    """A warning for each field that is missing though a label may give it."""
    found: list[Finding] = []
    told: set[str] = set()
    for label, value in report.metadata.items():
        if (
            report.programme is None
            and "programme" not in told
            and _may_be_programme(label, value, vocabulary)
        ):
            told.add("programme")
            message = f"'{label}: {value[:60]}' may name the programme: no label that the rules know does."
            found.append(Finding("field-perhaps", "warning", "programme", message))
        fields = [field for field in vocabulary.likely_fields(label, value) if could_be(field, value)]
        if vocabulary.field(label) is not None:
            either = vocabulary.is_kind("reference-perhaps", label) and could_be("reference", value)
            fields = ["reference"] if either else []
        if may_hold_both_dates(label, value, vocabulary):
            fields += ["start_date", "end_date"]
        for field in fields:
            if field in told or getattr(report, field, "") is not None:
                continue
            told.add(field)
            message = (
                f"'{label}: {value[:60]}' may tell the report's {field.replace('_', ' ')}, which no rule could "
                "read: it is kept under its own label."
            )
            found.append(Finding("field-perhaps", "warning", field, message))
    found += [doubt for doubt in untold_fields(report, vocabulary) if doubt.about not in told]
    told |= {doubt.about for doubt in found}
    if report.authorised is None and "authorised" not in told:
        found += _answers_astray(report, vocabulary)
    found += [doubt for doubt in _stray_fields(report, vocabulary) if doubt.about not in told]
    told |= {doubt.about for doubt in found}
    return [*found, *_lone_labels(report, vocabulary, told)]


def _may_be_programme(label: str, value: str, vocabulary: Vocabulary) -> bool:
    """Whether a label that is no field's, or the words under it, may tell what the project is part of."""
    if vocabulary.field(label) not in {None, "metadata"}:
        return False
    return vocabulary.is_kind("programme-perhaps", label) or vocabulary.is_kind("programme-name", value)


def _lone_labels(report: Report, vocabulary: Vocabulary, told: set[str]) -> list[Finding]:
    """A warning for each missing field whose label stands in a line by itself: its value was not found."""
    found: list[Finding] = []
    passages: list[Narrative | Passage] = [*report.narrative, *report.unclassified]
    for passage in passages:
        for text in passage.text.split("\t"):
            field = vocabulary.field(text) if len(text.split()) <= _LABEL_WORDS else None
            if field not in _LONE or field in told or getattr(report, field) is not None:
                continue
            told.add(field)
            message = f"The label '{text.strip()}' stands by itself: its value may have been read otherwise."
            found.append(Finding("label-alone", "warning", field, message, passage.source))
    return found


def swallowed_labels(sections: Iterable[Section], report: Report, vocabulary: Vocabulary) -> list[Finding]:
    """A warning for each field that is missing though its label stands in a row taken for a table's heads."""
    found: dict[str, Finding] = {}
    for section in sections:
        for item in section.items:
            for block in item.blocks if isinstance(item, Labels) and item.kind == "label" else ():
                field = vocabulary.field(block.text) or ""
                if field in found or field not in PERSONAL or getattr(report, field) is not None:
                    continue
                message = (
                    f"'{block.text.strip()}' stands in a row that was taken for the heads of a table: "
                    f"the report's {field.replace('_', ' ')} may be beside it."
                )
                source = source_of(block.place, block.text)
                found[field] = Finding("field-perhaps", "warning", field, message, source)
    return list(found.values())


def far_from_period(report: Report) -> list[Finding]:
    """A warning where the report is dated long after the month that it says it is about, or before it."""
    if report.period_basis != "stated" or not report.period or len(report.report_date or "") < len("2011-12"):
        return []
    dated, about = (int(iso[:4]) * 12 + int(iso[5:7]) for iso in (report.report_date or "", report.period))
    if -_EARLY <= dated - about <= _LATE:
        return []
    message = f"The report is dated {report.report_date} and is about {report.period}: one may be misread."
    keys = ("report_date", "period")
    return [
        Finding("dates-apart", "warning", key, message, source)
        for key in keys
        if (source := report.sources.get(key))
    ]


def _stray_fields(report: Report, vocabulary: Vocabulary) -> list[Finding]:
    """A warning for each missing field that a line kept as prose gives: 'Project manager<tab>Ann Lee'."""
    found: dict[str, Finding] = {}
    passages = [(told.text, told.source) for told in report.narrative]
    passages += [(kept.text, kept.source) for kept in report.unclassified]
    for text, source in passages:
        parted = _LABELLED.fullmatch(text.strip())
        name = vocabulary.field(parted["label"]) if parted is not None else None
        if parted is None or name not in _STRAYING or getattr(report, str(name), "") is not None:
            continue
        if could_be(str(name), parted["value"]):
            words, field = " ".join(text.split()), str(name).replace("_", " ")
            message = f"'{words}' is kept as text, though it may tell the report's {field}."
            found.setdefault(str(name), Finding("field-perhaps", "warning", str(name), message, source))
    return list(found.values())


def _answers_astray(report: Report, vocabulary: Vocabulary) -> list[Finding]:
    """A warning where an answer of yes or no, that may tell who agreed the report, was taken for something else."""
    texts = [(told.text, told.source) for told in report.activities]
    texts += [(told.text, told.source) for told in report.narrative]
    texts += [(told.text, told.source) for told in report.unclassified]
    for text, source in texts:
        ticked = _TICKED.search(text) if "☒" in text or "☑" in text else None
        answer = _ANSWERED.fullmatch(text.strip())
        label, value = (answer["label"], answer["value"]) if answer else ("", text.strip())
        if not (ticked or _YES_NO.fullmatch(value)):
            continue
        asked = vocabulary.field(label) or (
            "authorised" in vocabulary.likely_fields(label, value) and "authorised"
        )
        if ticked or (asked == "authorised" and _YES_NO.fullmatch(value)):
            message = f"'{text[:80]}' may tell whether the sponsor agreed the report; no rule read it so."
            return [Finding("answer-astray", "warning", "authorised", message, source)]
    return []


def could_be(field: str, value: str) -> bool:
    """Whether words could be a field's value at all."""
    if field.endswith("_date"):
        return parse_date(value) is not None
    if field in {"sponsor", "manager"}:
        return is_person(_AFTER_NAME.split(value.strip(), maxsplit=1)[0])
    pattern = {"reference": _CODE, "percent_complete": _SHARE, "authorised": _YES_NO}.get(field)
    return pattern is not None and pattern.fullmatch(value.strip()) is not None
