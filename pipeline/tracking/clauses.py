"""A line of a report cut into the pieces of work it tells: 'Licence lodged and club met; kiosk sold' tells three."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.tracking.plan_parts import is_finished, names_finished

_CUT = re.compile(r"(\s*;\s+|\.\s+(?-i:(?=[A-Z]))|,?\s+(?:and|but|while)\s+|,\s+)", re.IGNORECASE)
_FIRM = re.compile(r"\s*[;.]\s*")
_LABEL = re.compile(r"^([^:;,.]{3,40}):\s+(?=\S)")
_STATE = re.compile(
    r"\w\s+(?:(?:now |all )?(?:up|down|off|in|out|on|back|live|over|away|open|ready|under way|in place)"
    r"|in hand(?: .*)?)$"
)
LONGEST_LABEL = 5
"""Words of a label before a colon: 'Bays 1 to 6: slabs out'."""


def _tells(piece: str) -> bool:
    """True where a piece tells something finished: 'club met', 'lead off', 'forty permits in hand'."""
    return names_finished(piece) or bool(_STATE.search(piece))


def _subject(clause: str) -> str:
    """What a clause tells of, where its work comes after it: 'Wave 3' of 'Wave 3 surveyed'."""
    words = clause.split()
    place = next((place for place, word in enumerate(words) if is_finished(word.casefold())), 0)
    return " ".join(words[:place])


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
        if _tells(piece) and _tells(found[-1]):
            lacks = is_finished(piece.split()[0].casefold())
            found.append(f"{_subject(found[-1])} {piece}".strip() if lacks else piece)
        elif _FIRM.fullmatch(joint) and len(piece.split()) > 1:
            found.append(piece)
        else:
            found[-1] += joint + piece
    if len(found) == 1:
        return (line,)
    return tuple(f"{label[1]}: {clause}" if label else clause for clause in found)
