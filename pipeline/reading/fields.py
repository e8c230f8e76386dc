"""The scalar fields of a report: from its form, its titles, its headers, its properties and, last, its file's name."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import PurePath

from extractors.document import Text
from pipeline.model import PeriodBasis, Source
from pipeline.reading.context import Context, joined
from pipeline.reading.elements import Pair, source_of
from pipeline.reading.titles import read_title
from pipeline.values.dates import find_dates, parse_date, parse_period
from pipeline.values.money import parse_percent
from pipeline.values.rating import Mark

_DATE_FIELDS = {"report_date", "start_date", "end_date"}
_NAME_FIELDS = {"project", "programme", "reference", "sponsor", "manager"}
_PERSON = re.compile(r"(?P<name>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]+){1,3}) \((?P<role>[^()]{2,40})\)")
"""'S. Lindqvist (Project Manager)' among several names."""
_ROLE = re.compile(r"^(?P<name>[^()]{3,60}?)\s*\((?P<role>[^()]{2,60})\)$")
_TICK_BEFORE = re.compile(r"[☒☑✓✔]\s*(?P<word>yes|no)\b", re.IGNORECASE)
_TICK_AFTER = re.compile(r"\b(?P<word>yes|no)\s*[☒☑✓✔]", re.IGNORECASE)
_BETWEEN_DATES = {
    "to",
    "from",
    "and",
    "until",
    "the",
    "for",
    "of",
    "period",
    "month",
    "quarter",
    "date",
    "dated",
    "st",
    "nd",
    "rd",
    "th",
    "ending",
    "ended",
    "week",
    "commencing",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
}
"""Words that may stand in a line that is nothing but dates."""
_MONTH_STEMS = {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}
_FILE_PERIODS = (
    re.compile(r"(?P<date>(?:19|20)\d{2}[-_.](?:0[1-9]|1[0-2]))(?!\d)"),
    re.compile(
        r"(?P<date>(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*[-_ .]*(?:(?:19|20)\d{2}|\d{2}))(?!\d)",
        re.IGNORECASE,
    ),
)


@dataclass(slots=True)
class Fields:
    """What was found, with the words it was read from by key; ``stated`` is the stated period."""

    values: dict[str, str] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    metadata: dict[str, str] = field(default_factory=dict)
    percent: float | None = None
    authorised: bool | None = None
    stated: str | None = None
    fallback: dict[str, tuple[str, Source]] = field(default_factory=dict)

    def offer(self, key: str, value: str, source: Source, context: Context) -> None:
        """Set a field; a second, different value is told, the first stands."""
        known = self.values.get(key)
        if known is None:
            self.values[key] = value
            self.sources[key] = source
        elif known.casefold() != value.casefold():
            context.tell(
                "conflict",
                "warning",
                key,
                f"{key.replace('_', ' ')} is '{known}' and, elsewhere, '{value}': the first counts.",
                source,
            )


def read_pairs(pairs: list[Pair], context: Context) -> Fields:
    """The fields of a report's form."""
    fields = Fields()
    for pair in sorted(pairs, key=lambda pair: context.vocabulary.field(pair.label) == "week-ending"):
        _read_pair(pair, fields, context)
    for key, (value, source) in fields.fallback.items():
        if key not in fields.values:
            fields.values[key], fields.sources[key] = value, source
    return fields


def _read_pair(pair: Pair, fields: Fields, context: Context) -> None:
    name = context.vocabulary.field(pair.label)
    source = source_of(pair.place, joined(pair.blocks), f"label '{pair.label}'")
    value = pair.value.strip()
    if name == "authorised" and (pair.mark.figures or value):
        fields.authorised = read_yes_no(pair.mark, context)
        if fields.authorised is None and not context.placeholder(value):
            context.tell(
                "authorised-not-read", "warning", "authorised", f"'{value}' says neither yes nor no.", source
            )
        fields.sources.setdefault("authorised", source)
        _enter_whole(pair, context)
        return
    if context.placeholder(value):
        context.ledger.take_all(pair.blocks, "label", "empty field")
        return
    role = _ROLE.match(value)
    held = context.vocabulary.field(role["role"]) if role else None
    if role and held in {"sponsor", "manager"}:
        name, value = held, role["name"].strip()
    if name in _NAME_FIELDS and name is not None and (name == "reference" or not _is_figure(value, context)):
        fields.offer(name, value, source, context)
        context.ledger.take_all(pair.blocks, "field", pair.label)
    elif name == "manager-fallback":
        fields.fallback.setdefault("manager", (value, source))
        context.ledger.take_all(pair.blocks, "field", pair.label)
    elif name in _DATE_FIELDS or name == "week-ending":
        _date(name or "", value, source, fields, context)
        _enter_whole(pair, context)
    elif name == "period":
        period = parse_period(value, context.order, context.year)
        if period and period.iso:
            fields.stated = fields.stated or context.checked(period, "period", source)
            fields.sources.setdefault("period", source)
        else:
            context.tell(
                "period-not-read",
                "warning",
                "period",
                f"The reporting period '{value}' could not be read as a month.",
                source,
            )
        _enter_whole(pair, context)
    elif name == "percent_complete" and (percent := _percent(value)) is not None:
        fields.percent = percent if fields.percent is None else fields.percent
        fields.sources.setdefault("percent_complete", source)
        _enter_whole(pair, context)
    else:
        for match in _PERSON.finditer(value):
            held = context.vocabulary.field(match["role"])
            if held in {"sponsor", "manager"}:
                fields.fallback.setdefault(held, (match["name"], source))
        fields.metadata.setdefault(pair.label, value)
        context.ledger.take_all(pair.blocks, "metadata", pair.label)


def _is_figure(value: str, context: Context) -> bool:
    """Whether a value is a date or a bare number, which no person and no project is called."""
    return parse_date(value, context.order) is not None or not any(char.isalpha() for char in value)


def _percent(value: str) -> float | None:
    found = parse_percent(value)
    if found is not None:
        return found
    number = re.fullmatch(r"\d{1,3}(?:\.\d+)?", value.strip())
    return float(number.group(0)) if number and float(number.group(0)) <= 100 else None


def _enter_whole(pair: Pair, context: Context) -> None:
    """The value's words stand nowhere else once they are a date or a number: keep them with their label."""
    for block in pair.blocks:
        context.ledger.take(block, "label", pair.label)


def _date(name: str, value: str, source: Source, fields: Fields, context: Context) -> None:
    key = "report_date" if name == "week-ending" else name
    parsed = parse_date(value, context.order, context.year)
    if parsed is None:
        found = find_dates(value, context.order, context.year)
        parsed = found[0][2] if len(found) == 1 else None
    if parsed is None:
        context.tell(
            "date-not-read",
            "warning",
            key,
            f"'{value}' could not be read as a date: check it in the document.",
            source,
        )
        return
    iso = context.checked(parsed, key, source)
    if iso is None:
        return
    if name == "week-ending" and fields.stated is None and len(iso) >= len("2011-12"):
        fields.stated = iso[:7]
        fields.sources.setdefault("period", source)
    if name != "week-ending" or key not in fields.values:
        fields.offer(key, iso, source, context)


def read_yes_no(mark: Mark, context: Context) -> bool | None:
    """What a yes/no field says: ticked box, word, or the marked one of two printed options."""
    text = " ".join(mark.text.split())
    tick = (_TICK_BEFORE if text[:1] in "☐☒☑□✓✔✗" else _TICK_AFTER).search(text)
    if tick:
        return tick["word"].casefold() == "yes"
    ticked = re.search(r"[☒☑✓✔]\s*(?P<words>[^☐□☒☑✓✔✗]{2,40})", text) if text[:1] in "☐☒☑□✓✔✗" else None
    if ticked:
        words_of = ticked["words"].strip()
        if context.vocabulary.is_kind("no", words_of):
            return False
        if context.vocabulary.is_kind("yes", words_of):
            return True
    boxes = [figure for figure in mark.figures if figure.kind == "checkbox"]
    words = re.findall(r"\b(yes|no)\b", text, re.IGNORECASE)
    if boxes and len(boxes) == len(words):
        chosen = [word for box, word in zip(boxes, words, strict=True) if box.checked]
        return chosen[0].casefold() == "yes" if len(chosen) == 1 else None
    if len({word.casefold() for word in words}) > 1 and len(text) < 20:
        for look in (lambda run: run.bold, lambda run: run.fill, lambda run: run.underline):
            marked = {
                word.casefold()
                for run in mark.runs
                if look(run)
                for word in re.findall(r"\b(yes|no)\b", run.text, re.IGNORECASE)
            }
            if len(marked) == 1:
                return marked.pop() == "yes"
        return None
    if context.vocabulary.is_kind("no", text) or context.vocabulary.is_kind("not-authorised", text):
        return False
    if context.vocabulary.is_kind("yes", text) or context.vocabulary.is_kind("authorised", text):
        return True
    return boxes[0].checked if len(boxes) == 1 and not text else None


def period_of(fields: Fields, path: str) -> tuple[str | None, PeriodBasis | None]:
    """The month a report is filed under, and what tells it."""
    if fields.stated:
        return fields.stated, "stated"
    date = fields.values.get("report_date", "")
    if len(date) >= len("2011-12"):
        return date[:7], "report_date"
    stem = PurePath(path.replace("\\", "/")).stem
    for pattern in _FILE_PERIODS:
        match = pattern.search(stem)
        value = parse_date(re.sub(r"[_.]", "-", match["date"]).replace("--", "-")) if match else None
        if value and value.iso:
            return value.iso[:7], "filename"
    return None, None


def name_from_lines(
    lines: list[Text], fields: Fields, context: Context, in_form: set[int] = frozenset()
) -> Text | None:  # type: ignore[assignment]
    """The project's name from a report's title lines, where its form gives none; returns the line that gave it.

    Args:
        in_form: the ids of lines that stand unlabelled in the form's own table: even 'Safety Board' names a project there.
    """
    bare_title = False
    best: tuple[int, str, Text] | None = None
    for position, block in enumerate(lines[:12]):
        if context.furniture_of(block, block.text):
            continue
        title = read_title(block.text, context.vocabulary, context.order)
        if title.kind:
            bare_title = True
            if title.period and fields.stated is None:
                fields.stated = title.period
                fields.sources.setdefault("period", source_of(block.place, block.text, "title"))
            context.ledger.take(block, "heading", "title")
        if _dated_line(block, fields, context):
            continue
        name = title.name.strip(" :–-")
        if (
            not name
            or name[:1].islower()
            or context.placeholder(name)
            or len(name.split()) > 14
            or parse_date(name)
            or (parse_period(name) and len(name.split()) < 6)
        ):
            continue
        if title.kind:
            rank = 4 if title.parted else 2
        elif id(block) in in_form and block.bold and context.vocabulary.is_kind("organisation", name):
            rank = 2
        elif (
            any(context.vocabulary.is_kind("organisation", part.strip()) for part in name.split("|"))
            or context.vocabulary.is_kind("title", name)
            or context.vocabulary.field(name)
            or name.endswith((".", ":"))
        ):
            continue
        else:
            rank = 3 if block.bold or (block.size or 0) > 13 else 1
        if best is None or rank > best[0]:
            best = (rank, name, block)
    if best is None or "project" in fields.values or (best[0] < 2 and not bare_title):
        return None
    rank, name, block = best
    source = source_of(block.place, block.text, "title")
    fields.values["project"], fields.sources["project"] = name, source
    context.ledger.take(block, "field", "title")
    if rank < 4:
        context.tell(
            "project-from-title",
            "warning",
            "project",
            f"No label names the project: '{name}' was taken from the report's first lines.",
            source,
        )
    return block


def _dated_line(block: Text, fields: Fields, context: Context) -> bool:
    """A title line that is nothing but a date (the report's own) or a period ('Q2 2025/26 (1 July to 30 September)')."""
    found = find_dates(block.text, context.order)
    if not found:
        return False
    rest = block.text
    for start, end, _ in reversed(found):
        rest = rest[:start] + rest[end:]
    if any(
        len(word) > 1 and word.casefold() not in _BETWEEN_DATES and word.casefold()[:3] not in _MONTH_STEMS
        for word in re.findall(r"[^\W\d_]+", rest)
    ):
        return False
    source = source_of(block.place, block.text, "date line")
    value = found[0][2]
    if len(found) == 1 and value.iso and len(value.iso) == len("2011-12-07"):
        if "report_date" not in fields.values:
            iso = context.checked(value, "report_date", source)
            fields.values["report_date"], fields.sources["report_date"] = iso or "", source
    elif fields.stated is None:
        period = parse_period(block.text, context.order)
        fields.stated = context.checked(period, "period", source) if period else None
        fields.sources.setdefault("period", source)
    context.ledger.take(block, "label", "date line")
    return True
