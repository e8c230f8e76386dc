"""A line of a report cut into the pieces of work that it tells: 'Licence lodged and club met; kiosk sold' tells three."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.tracking.plan_parts import names_finished

_CUT = re.compile(r"(\s*;\s+|\.\s+(?=[A-Z])|,?\s+(?:and|but|while)\s+|,\s+)", re.IGNORECASE)
_FIRM = re.compile(r"\s*[;.]\s*")
_LABEL = re.compile(r"^([^:;,.]{3,40}):\s+(?=\S)")
LONGEST_LABEL = 5
"""Words of a label before a colon: 'Bays 1 to 6: slabs out'."""


@lru_cache(maxsize=65536)
def clauses_of(line: str) -> tuple[str, ...]:
    """The clauses of a line that each tell finished work, with the line's label before each; the line itself where it
    tells one piece of work.

    A comma and 'and' part two clauses only where something finished is told on both sides: 'Doors and windows fitted'
    is one, 'Doors hung and windows glazed' are two. What tells nothing finished stays with what stands before it.
    """
    label = _LABEL.match(line)
    if label and (names_finished(label[1]) or len(label[1].split()) > LONGEST_LABEL):
        label = None
    pieces = _CUT.split(line[label.end() :] if label else line)
    found = [pieces[0]]
    for joint, piece in zip(pieces[1::2], pieces[2::2], strict=True):
        parted = names_finished(piece) and names_finished(found[-1])
        if parted or (_FIRM.fullmatch(joint) and names_finished(found[-1])):
            found.append(piece)
        else:
            found[-1] += joint + piece
    if len(found) == 1:
        return (line,)
    return tuple(f"{label[1]}: {clause}" if label else clause for clause in found)
