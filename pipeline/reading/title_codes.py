"""A project's code beside its name in a title: 'BR-07<tab>Weir Repair', 'BR-07 Weir Repair', 'Weir Repair (BR-07)'."""

from __future__ import annotations

import re

from extractors.document import Text
from pipeline.reading.context import Context
from pipeline.reading.elements import source_of
from pipeline.reading.fields import Fields
from pipeline.reading.wording import key_of

_CODE = re.compile(
    r"(?P<code>[A-Z]{2,6}(?:[-/.][A-Z]{1,6})*[-/]?\d{2,5}[A-Za-z]?(?:[-/.]\d{1,4})*)"
    r"(?:\s*\t+\s*|\s*[:|]\s+|\s+[–—-]\s+|\s{3,})(?=\S)"
)
"""Two letters and two digits at least ('M25', 'A338' and 'HS2' belong to names), set apart from the name."""
_JOINED = re.compile(r"(?P<code>[A-Z]{2,6}(?:[-/][A-Z]{1,6})?[-/]\d{2,5})\s+(?=[A-Z])")
"""A code of letters and figures joined by a dash or stroke needs no more than a space before the name."""
_CODE_BEHIND = re.compile(
    r"(?:\s*[(\[]|\s*\t+\s*|\s+[|–—-]\s+|,\s+)(?:(?:ref|reference|project|no|id|code)\b\.?[ :]*){0,2}"
    r"(?P<code>(?!FY|CY|AY|ISO|RIBA|[ABM]\d)[A-Z]{1,6}(?:[-/.][A-Z]{1,6})*(?:[-/.]\d{2,5}|\d{3,5})[A-Za-z]?(?:[-/.]\d{1,4})*)[)\]]?$",
    re.IGNORECASE,
)
"""Behind the name a sign stands before the digits, or three of them: 'COP26' and 'EV25' belong to names."""
_SET_APART = re.compile(
    r"(?:\t+|\s{3,}|\s+[|–—-]\s+|\s*[(\[])(?P<code>[A-Z][A-Za-z]{1,5}(?:[-/.][A-Za-z]{0,5}\d{0,4}){1,3})[)\]]?$"
)
"""A code at the far end of the line may have small letters: 'Ford Bridge   TfW-B2-07'; it must end in a number."""
_JOINED_BEHIND = re.compile(r"\s+(?P<code>[A-Z]{2,6}(?:[-/][A-Z]{1,6})?[-/]\d{2,5})$")
_CODE_LIKE = re.compile(
    r"(?=.*\d)[A-Za-z]{1,8}(?:[-/._][A-Za-z0-9]{1,8}){1,4}|\d{1,6}(?:[-/][A-Za-z0-9]{1,6}){1,3}"
)
"""A first or last word of a name that may be a code: letters, signs and figures ('wr-b2.7', '24-118')."""
_EDGES = " \t:|–—-"


def without_code(name: str, block: Text, fields: Fields, context: Context) -> str:
    """The name of a title less the code beside it, which is the project's reference where no label gives another."""
    code, rest, where = _parted(name, block.text.strip())
    if context.vocabulary.is_kind("name-part", code):
        return name
    known = fields.values.get("reference")
    if not code or not rest or (known is not None and key_of(known) != key_of(code)):
        if known is None:
            _tell_likely(name, block, context)
        return name
    if known is None:
        source = source_of(block.place, block.text, "title")
        fields.values["reference"], fields.sources["reference"] = code, source
        message = (
            f"No label gives the reference: '{code}' was taken from the title {where} the project's name."
        )
        context.tell("reference-from-title", "warning", "reference", message, source)
    return rest


def _tell_likely(name: str, block: Text, context: Context) -> None:
    """Tell of a word of the name that looks like a code: it may be the reference, which nothing else gives."""
    words = [word.strip("()[],:;") for word in name.split()]
    codes = [word for word in (*words[:1], *words[1:][-1:]) if _CODE_LIKE.fullmatch(word)]
    if codes and not context.vocabulary.is_kind("name-part", codes[0]):
        message = f"'{codes[0]}' stands in the project's name and may be its reference."
        source = source_of(block.place, block.text, "title")
        context.tell("code-in-name", "warning", "reference", message, source)


def _parted(name: str, title: str) -> tuple[str, str, str]:
    """A name's code, the rest of it, and where the code stands; empty where it has none."""
    before = _CODE.match(title) or _JOINED.match(title)
    if before is not None and name.startswith(before["code"]):
        return before["code"], name[len(before["code"]) :].strip(_EDGES), "before"
    behind = _CODE_BEHIND.search(name)
    if behind is not None and behind["code"].upper() == behind["code"]:
        return behind["code"], name[: behind.start()].strip(_EDGES), "behind"
    for pattern in (_SET_APART, _JOINED_BEHIND):
        apart = pattern.search(title)
        if apart is None or not apart["code"][-2:].isdigit():
            continue
        if name.endswith(apart["code"]):
            return apart["code"], name[: -len(apart["code"])].strip(_EDGES), "behind"
        if pattern is _SET_APART and title[: apart.start()].endswith(name):  # the code is set otherwise
            return apart["code"], name, "behind"
    return "", name, ""
