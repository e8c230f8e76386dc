"""Labels of forms by their words: the field that one names, listed, misspelt, or with somebody's role in it."""

from __future__ import annotations

import re

from pipeline.reading.composed import Composed
from pipeline.reading.spelling import Spellings
from pipeline.reading.wording import key_of, plain, without_brackets, without_colon, without_project
from rules.schema import Rules

_QUALIFIERS = 2
"""The empty one and one word more ('ICT project manager')."""
_NOT_THE_HOLDER = {
    "deputy",
    "assistant",
    "former",
    "previous",
    "next",
    "acting",
    "interim",
    "proposed",
    "client",
    "supplier",
    "contractor",
    "contractors",
    "consultant",
    "consultants",
    "vendor",
}
_LABEL_WORDS = 16
_HELD_FOR = re.compile(r"(?P<role>[\w ]{2,30}?) (?:for|on behalf of) ", re.IGNORECASE)
"""'Sponsor for Chapter', 'Project manager for the Trust': whose the role is follows it."""
_LABEL_PARTS = 3
_WHOSE = re.compile(r"[A-Z]{2,5} (?=(?:[Pp]roject|[Ss]cheme|[Pp]rogramme)\b)")
"""'CIF project ref': whose reference it is, in short."""
_READER = re.compile(
    r"(?<=\w) to (?:the )?[\w ,&'’-]{3,50}? (?=for(?: the| month| period| quarter|$))", re.IGNORECASE
)
"""'Report to the Governors for': who reads it says nothing of what is asked."""
_SHORT_ROLE = re.compile(
    r"(?!(?:To|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?P<whose>[A-Z][a-z]{4,}) (?P<role>PM|SRO)"
)
"""'Promoter PM': whose project manager it is; 'Monday PM' is an afternoon."""
_ROLES = {"sponsor", "manager", "manager-fallback"}
"""Whom a label may name beside somebody that no rule knows ('PM/Champion')."""


class FieldLabels:
    """The wordings of labels, ready to be asked."""

    def __init__(self, rules: Rules) -> None:
        self._fields: dict[str, str] = {}
        for label in rules.labels:
            for phrase in label.phrases:
                self._fields.setdefault(plain(phrase), label.field)
                self._fields.setdefault(key_of(phrase), label.field)
        self._composed = [
            (Composed.of(label.needs, label.allows), label.field) for label in rules.labels if label.needs
        ]
        self._spellings = Spellings(self._fields)

    def field_of(self, text: str) -> str | None:
        """The report field that a form label names ('metadata' for known labels without one), None if unknown."""
        bare = without_colon(text).rstrip("?")
        if "%" in bare and (share := self._by_words(bare)):
            return share  # 'Estimated completion (%)' asks for no date
        for candidate in dict.fromkeys((bare, without_brackets(bare))):
            key = whole if (whole := key_of(candidate)) in self._fields else plain(candidate)
            unread = _READER.sub(" ", key) if " to " in key else key
            for variant in dict.fromkeys((key, key.removeprefix("the "), without_project(key), unread)):
                if variant in self._fields:
                    return self._fields[variant]
        near = self._spellings.nearest(plain(bare))
        if near:
            return self._fields[near]
        if (whose := _WHOSE.match(bare)) and self._fields.get(plain(bare[whose.end() :])) == "reference":
            return "reference"
        *qualifier, one, two = ["", *plain(bare).split()] if len(plain(bare).split()) > 1 else ["", "", ""]
        held = self._fields.get(f"{one} {two}")
        if (
            held in {"sponsor", "manager"}
            and len(qualifier) == _QUALIFIERS
            and qualifier[-1] not in _NOT_THE_HOLDER
        ):
            return held
        if (short := _SHORT_ROLE.fullmatch(bare)) and short["whose"].casefold() not in _NOT_THE_HOLDER:
            return self._fields.get(plain(short["role"]))
        if plain(bare).split()[-1:] == ["sponsor"] and len(plain(bare).split()) <= _LABEL_PARTS:
            return "sponsor"
        role = re.search(r"\(([^()]{2,40})\)$", bare)
        held = self._fields.get(plain(match["role"])) if (match := _HELD_FOR.match(bare)) else None
        if held in _ROLES:
            return held
        return (
            self._by_words(bare)
            or self._by_words(_READER.sub(" ", bare))
            or (self._fields.get(plain(role[1])) if role else None)
            or self._of_parts(bare)
        )

    def likely_of(self, text: str, value: str) -> tuple[str, ...]:
        """The fields whose telling words a label has among others that no rule knows ('Estate file reference').

        A share's sign may stand with the value ('Build done so far: 19%').
        """
        words = plain(f"{without_colon(text)} {'%' if '%' in value else ''}").replace("%", " % ").split()
        found = [field for composed, field in self._composed if composed.speaks_of(words)]
        return tuple(dict.fromkeys(found))

    def _of_parts(self, label: str) -> str | None:
        """The field of a label with a slash ('PM/Champion'): its first part's, where the others mean nothing else."""
        parts = [plain(part) for part in label.split("/")]
        if not 1 < len(parts) <= _LABEL_PARTS or not all(parts):
            return None
        fields = [self._fields.get(part) or self._fields.get(without_project(part)) for part in parts]
        roles = [field for field in fields if field in _ROLES]
        if {"start_date", "end_date"} <= set(fields):
            return "metadata"  # two dates of which nothing told both
        if all(fields):
            return next((field for field in fields if field != "metadata"), "metadata")
        return roles[0] if roles else None

    def _by_words(self, label: str) -> str | None:
        """The field of a label that is made of known words only."""
        for candidate in dict.fromkeys((label, without_brackets(label))):
            words = plain(candidate).replace("%", " % ").split()
            if words and len(words) <= _LABEL_WORDS:
                field = next((field for composed, field in self._composed if composed.fits(words)), None)
                if field:
                    return field
        return None
