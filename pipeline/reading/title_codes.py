"""A project's code before its name in a title: 'BR-07<tab>Weir Repair', 'BR/07: Weir Repair', 'BR-07 Weir Repair'."""

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
_EDGES = " \t:|–—-"


def without_code(name: str, block: Text, fields: Fields, context: Context) -> str:
    """The name of a title less the code before it, which is the project's reference where no label gives another."""
    found = _CODE.match(block.text.strip()) or _JOINED.match(block.text.strip())
    if (
        found is None
        or context.vocabulary.is_kind("name-part", found["code"])
        or not name.startswith(found["code"])
    ):
        return name
    code, rest = found["code"], name[len(found["code"]) :].strip(_EDGES)
    known = fields.values.get("reference")
    if not rest or (known is not None and key_of(known) != key_of(code)):
        return name
    if known is None:
        source = source_of(block.place, block.text, "title")
        fields.values["reference"], fields.sources["reference"] = code, source
        message = (
            f"No label gives the reference: '{code}' was taken from the title before the project's name."
        )
        context.tell("reference-from-title", "warning", "reference", message, source)
    return rest
