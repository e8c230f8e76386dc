"""The scalar fields of a report: from its form, its titles, its headers, its properties and, last, its file's name."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import PurePath

from pipeline.model import PeriodBasis, Source
from pipeline.reading.answers import read_yes_no
from pipeline.reading.cell_guidance import tell_mixed_answer
from pipeline.reading.coloured_names import is_coloured_name
from pipeline.reading.context import Context, source_for
from pipeline.reading.elements import Pair
from pipeline.reading.field_values import is_bare_share, is_figure, read_share, says_what_is_complete
from pipeline.reading.persons import is_person
from pipeline.reading.ticked_options import chosen_of
from pipeline.reading.title_pairs import is_title_of_report, titles_name
from pipeline.reading.twin_labels import parted_twins
from pipeline.values.dates import find_dates, parse_date, parse_period
from pipeline.values.notation import joins_dates

_DATE_FIELDS = {"report_date", "start_date", "end_date"}
_NAME_FIELDS = {"project", "programme", "reference", "sponsor", "manager"}
_PERSON = re.compile(r"(?P<name>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]+){1,3}) \((?P<role>[^()]{2,40})\)")
"""'S. Lindqvist (Project Manager)' among several names."""
_PEOPLE = re.compile(r"\s*;\s*|(?<=\))\s*(?:[,&/]|\band\b)\s*")
"""What parts several people."""
_ROLE = re.compile(r"^(?P<name>[^()]{3,60}?)\s*\((?P<role>[^()]{2,60})\)$")
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
    stated_by_day: bool = False
    """Whether the period is only the month of a day that the report is up to ('Week ending', 'Snapshot date')."""
    fallback: dict[str, tuple[str, Source, str]] = field(default_factory=dict)
    """Values that count where no better label gives the field: value, source, label."""
    unnamed: dict[str, Source] = field(default_factory=dict)
    """Where the labels stand that name no field, by label."""

    def keep(self, label: str, value: str) -> None:
        """Put a value into the metadata; a second, different one of the same label gets a number."""
        name, number = label, 1
        while name in self.metadata and self.metadata[name] != value:
            number += 1
            name = f"{label} ({number})"
        self.metadata[name] = value

    def offer(self, key: str, value: str, source: Source, context: Context, label: str) -> None:
        """Set a field; a second, different value is told and kept under its label, the first stands."""
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
            self.keep(label, source.text.removeprefix(label).strip(" :"))


_REFERENCE_LABEL = re.compile(
    r"[A-Z][\w&/'’-]*(?: [\w&/'’-]+){0,3} "
    r"(?:(?:reference|ref|id|code)(?: (?:no|number)\b)?\.?|(?P<count>no\.?|number))",
    re.IGNORECASE,
)
_CODE = re.compile(r"(?=.*\d)[A-Z0-9][\w/\-. ]{1,24}")
"""An organisation's own name for the project's reference ('Fabric reference'), with a code for its value."""
_LETTERED = re.compile(r"[A-Z]{2,8}[-/. ]?\d[\w/\-.]{0,16}")
"""What a bare number is where it names a project ('SOW no': 'SOW-0093'): telephones and invoices have no letters."""
_SCALE = re.compile(r"0\s?%?(?:\s+\d{1,3}\s?%?)+\s+100\s?%?")
"""The numbers along a drawn bar: '0 20 40 60 80 100'."""
_RANGE = {
    "reporting period from": "to",
    "report period from": "to",
    "from": "to",
    "period from": "period to",
    "date from": "date to",
    "from date": "to date",
}
"""Labels of the two ends of a reporting period."""
_SPAN_WORDS = re.compile(
    r"(?:\W|\b(?:to|until|till|and|through|thru|up|or|the|ending|including|ended|end|of|inclusive)\b)*",
    re.IGNORECASE,
)
"""What stands between the two ends of a period."""
_FALLBACKS = {
    "manager-fallback": "manager",
    "project-fallback": "project",
    "programme-fallback": "programme",
}
"""Fields that stand for others which no label names."""


def read_pairs(pairs: list[Pair], context: Context) -> Fields:
    """The fields of a report's form."""
    fields = Fields()
    pairs = parted_twins(pairs, context.vocabulary)
    for first, last in pairwise(pairs):
        _range(first, last, fields, context)
    for pair in sorted(pairs, key=lambda pair: context.vocabulary.field(pair.label) == "week-ending"):
        _tell_coloured_name(pair, context)
        tell_mixed_answer(pair, context)
        if not _tells_state(pair, fields, context):
            _read_pair(pair, fields, context)
    for key, (value, source, label) in fields.fallback.items():
        if key not in fields.values:
            fields.values[key], fields.sources[key] = value, source
            if key == "project":
                message = (
                    f"No label names the project; '{value}', called its {label.casefold()}, stands for it."
                )
                context.tell("project-guessed", "warning", "project", message, source)
            if key == "manager" and context.vocabulary.is_kind("of-another-party", label):
                message = f"No label names a project manager of the report's own: '{value}' is the {label}."
                context.tell("manager-guessed", "warning", "manager", message, source)
            if key in {"reference", "programme"}:
                message = f"No known label gives the {key}: '{value}' was taken from '{label}'."
                context.tell(f"{key}-guessed", "warning", key, message, source)
        else:
            fields.keep(label, value)
    return fields


def _range(first: Pair, last: Pair, fields: Fields, context: Context) -> None:
    """[From][1 May 2012] and [To][31 May 2012]: the reporting period, its label above or nowhere."""
    if _RANGE.get(first.label.casefold().strip(" :")) != last.label.casefold().strip(" :"):
        return
    if parse_date(first.value, context.order) and parse_date(last.value, context.order):
        source = source_for(first.blocks + last.blocks, first.place, "labels 'from' and 'to'")
        _period(f"{first.value} to {last.value}", source, fields, context)


def _tell_coloured_name(pair: Pair, context: Context) -> None:
    """'Programme: Green Fleet' is taken for a name; the reader is told, since labels of ratings are worded so too."""
    rated = context.vocabulary.dimension(pair.label) is not None
    if rated and is_coloured_name(pair.label, pair.mark.text, context.vocabulary):
        message = f"'{pair.label}: {pair.value}' is read as a name that begins with a colour, and no rating."
        source = source_for(pair.blocks, pair.place, f"label '{pair.label}'")
        about = context.vocabulary.field(pair.label) or "ratings"
        context.tell("name-or-rating", "warning", about, message, source)


def _tells_state(pair: Pair, fields: Fields, context: Context) -> bool:
    """Whether 'Programme: Slipping' says how things stand, and names no programme; it is told and kept as written."""
    value = pair.value.strip()
    named = any(word[:1].isupper() for word in value.split()[1:])  # 'Open Collections' is a name
    if context.vocabulary.field(pair.label) != "programme" or named:
        return False
    if not context.vocabulary.is_kind("state", value):
        return False
    source = source_for(pair.blocks, pair.place, f"label '{pair.label}'")
    message = f"'{pair.label}: {value}' says how the programme stands and names none: it may be a rating."
    for about in ("ratings", "programme"):
        context.tell("state-of-programme", "warning", about, message, source)
    _metadata(pair, value, source, fields, context)
    return True


def _field_of(pair: Pair, value: str, source: Source, context: Context) -> str | None:
    """The field that a label names, by what stands after it too: 'Completion: 55%' gives no date, and an organisation
    that coordinates is no manager, which is told.
    """
    if titles_name(pair, context.vocabulary):
        return "project-fallback"
    name = context.vocabulary.field(pair.label)
    if name in _DATE_FIELDS and is_bare_share(value):
        return "percent_complete"
    if name == "manager-fallback" and context.vocabulary.is_kind("organisation", value):
        message = (
            f"'{pair.label}: {value}' names an organisation: it was not taken for the project's manager."
        )
        context.tell("organisation-leads", "warning", "manager", message, source)
        return "metadata"
    return name


def _read_pair(pair: Pair, fields: Fields, context: Context) -> None:
    source = source_for(pair.blocks, pair.place, f"label '{pair.label}'")
    value = pair.value.strip()
    name = _field_of(pair, value, source, context)
    if name == "authorised" and (pair.mark.figures or value):
        _authorised(pair, source, fields, context)
        return
    value = chosen_of(value, pair.mark.figures)
    if _is_no_answer(name, value, pair, source, fields, context):
        return
    role = _ROLE.match(value)
    held = context.vocabulary.field(role["role"]) if role else None
    if role and held in {"sponsor", "manager"}:
        name, value = held, role["name"].strip()
    if name in _NAME_FIELDS and (name == "reference" or not is_figure(value, context)):
        fields.offer(str(name), value, source, context, pair.label)
        context.ledger.take_all(pair.blocks, "field", pair.label)
    elif name in _FALLBACKS and not is_figure(value, context):
        if _FALLBACKS[name] in fields.fallback:
            fields.keep(pair.label, value)
        fields.fallback.setdefault(_FALLBACKS[name], (value, source, pair.label))
        context.ledger.take_all(pair.blocks, "field", pair.label)
    elif name in _DATE_FIELDS or name == "week-ending":
        _date(str(name), value, source, fields, context)
        _enter_whole(pair, context)
    elif name == "period":
        _period(value, source, fields, context)
        _enter_whole(pair, context)
    elif name == "percent_complete" and (percent := read_share(value, context.vocabulary)) is not None:
        fields.percent = percent if fields.percent is None else fields.percent
        fields.sources.setdefault("percent_complete", source)
        _enter_whole(pair, context)
    elif name is None and _is_reference(pair.label.strip(" :"), value, context):
        fields.fallback.setdefault("reference", (value, source, pair.label))
        context.ledger.take_all(pair.blocks, "field", pair.label)
    elif name in {None, "metadata"} and fields.percent is None and says_what_is_complete(value):
        fields.percent = read_share(value, context.vocabulary)
        fields.sources.setdefault("percent_complete", source)
        _enter_whole(pair, context)
    else:
        _metadata(pair, value, source, fields, context)


def _is_no_answer(
    name: str | None, value: str, pair: Pair, source: Source, fields: Fields, context: Context
) -> bool:
    """Whether a label's value stands for none: a placeholder, or a prompt where somebody's name should stand."""
    if context.placeholder(value):
        _tell_unlike_prompt(pair, value, source, context)
        context.ledger.take_all(pair.blocks, "label", "empty field")
        return True
    if name in {"project", "programme"} and is_title_of_report(value, context.vocabulary):
        message = f"'{pair.label}: {value}' is a report's title: it was taken for the name of no {name}."
        context.tell("title-or-name", "warning", name, message, source)
        context.ledger.take_all(pair.blocks, "label", "title")
        return True
    prompts = name in {"sponsor", "manager"} and context.vocabulary.is_kind("prompt", value)
    if not prompts or is_person(value):
        return False
    message = f"'{value}' after '{pair.label}' reads like a form's prompt: it was taken for no answer."
    context.tell("prompt-or-answer", "warning", str(name), message, source)
    _metadata(pair, value, source, fields, context)
    return True


def _tell_unlike_prompt(pair: Pair, value: str, source: Source, context: Context) -> None:
    """Tell of what the file marks as a prompt though it reads like an answer: a program may have filled it in so."""
    vocabulary, name = context.vocabulary, context.vocabulary.field(pair.label)
    if value not in vocabulary.prompts or name in {None, "metadata"}:
        return
    if vocabulary.is_kind("prompt", value) or vocabulary.is_kind("placeholder", value):
        return
    about = "report_date" if name == "week-ending" else _FALLBACKS.get(str(name), str(name))
    message = f"'{value}' after '{pair.label}' is marked as a prompt in the file: it was taken for no answer."
    context.tell("prompt-or-answer", "warning", about, message, source)


def _is_reference(label: str, value: str, context: Context) -> bool:
    """Whether a label that no rule knows calls a code somebody's reference, and nothing says that it is another's."""
    found = _REFERENCE_LABEL.fullmatch(label)
    if found is None or context.vocabulary.is_kind("reference-otherwise", label):
        return False
    return (_LETTERED if found["count"] else _CODE).fullmatch(value) is not None


def _authorised(pair: Pair, source: Source, fields: Fields, context: Context) -> None:
    value = pair.value.strip()
    fields.authorised = read_yes_no(pair.mark, context)
    if fields.authorised is None and not context.placeholder(value):
        message = f"'{value}' says neither yes nor no."
        context.tell("authorised-not-read", "warning", "authorised", message, source)
    fields.sources.setdefault("authorised", source)
    _enter_whole(pair, context)


def _period(value: str, source: Source, fields: Fields, context: Context) -> None:
    period = parse_period(value, context.order, context.year)
    if period and period.iso and _says_two_things(value, context):
        message = f"'{value[:80]}' gives more than one date, and words stand between them: one may not be the period's."
        context.tell("period-of-two-dates", "warning", "period", message, source)
    if period and period.iso:
        fields.stated = fields.stated or context.checked(period, "period", source)
        fields.sources.setdefault("period", source)
    else:
        message = f"The reporting period '{value}' could not be read as a month."
        context.tell("period-not-read", "warning", "period", message, source)


def _says_two_things(value: str, context: Context) -> bool:
    """Whether two dates have words between them that make no span of them: 'March 2021, sent on 6 April 2021'."""
    dates = find_dates(value, context.order)
    between = (value[first[1] : last[0]] for first, last in pairwise(dates))
    return any(not _SPAN_WORDS.fullmatch(words) and not joins_dates(words) for words in between)


def _metadata(pair: Pair, value: str, source: Source, fields: Fields, context: Context) -> None:
    """A label of no field: kept as written; people named with their roles in it may be the report's."""
    for name, role in _people_in(value):
        held = context.vocabulary.field(role)
        if held in {"sponsor", "manager"}:
            fields.fallback.setdefault(str(held), (name, source, pair.label))
    drawn = pair.mark.figures and _SCALE.fullmatch(value)
    if drawn:
        context.ledger.take_all(pair.blocks, "label", "scale of a bar")
        return
    if context.vocabulary.field(pair.label) == "percent_complete" and any(map(str.isdigit, value)):
        message = f"'{value}' does not tell for certain what share of the work is done."
        context.tell("percent-not-read", "warning", "percent_complete", message, source)
    fields.keep(pair.label, value)
    if not is_figure(value, context):
        fields.unnamed.setdefault(pair.label, source)
    context.ledger.take_all(pair.blocks, "metadata", pair.label)


def _people_in(value: str) -> list[tuple[str, str]]:
    """Names and roles: 'Cllr Jo Ambler (Chair); Deputy Chief Officer Sam Reed (SRO)', several parted by commas too."""
    parts = [_ROLE.match(part) for part in _PEOPLE.split(value)]
    whole = [match for match in parts if match and "," not in match["name"]]
    return [(match["name"].strip(), match["role"]) for match in whole] + [
        (match["name"], match["role"])
        for match in _PERSON.finditer(value)
        if not any(match["name"] in known["name"] for known in whole)
    ]


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
        fields.stated, fields.stated_by_day = iso[:7], True
        fields.sources.setdefault("period", source)
    if name != "week-ending" or key not in fields.values:
        fields.offer(key, iso, source, context, name)


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
