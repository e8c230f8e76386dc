"""Content controls round more than a few words: paragraphs, table cells, table rows that a plus sign repeats."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from samples.word import Sheet

WORD15 = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
PROMPT_LOOK = "808080"
"""The grey of a prompt that nobody has typed over."""


def block_control(sheet: Sheet, paragraphs: Sequence[Any], *, prompt: bool = False) -> None:
    """Put paragraphs that follow each other into one rich text control; ``prompt``: they are its placeholder."""
    first = paragraphs[0]._p
    block = _wrapper(sheet, ("<w:showingPlcHdr/>" if prompt else "") + "<w:richText/>")
    first.addprevious(block)
    for paragraph in paragraphs:
        block[-1].append(paragraph._p)


def cell_control(sheet: Sheet, cell: Any) -> None:
    """Put a whole cell into a control, as Word does where the control is all that the cell holds.

    The row's ``cells`` do not show the cell afterwards, so this comes last.
    """
    wrapper = _wrapper(sheet, "<w:text/>")
    cell._tc.addprevious(wrapper)
    wrapper[-1].append(cell._tc)


def repeating_rows(sheet: Sheet, rows: Sequence[Any]) -> None:
    """Put table rows into a repeating section, each an item of its own: the plus sign at a table's end in Word."""
    first = rows[0]._tr
    section = _wrapper(sheet, "<w15:repeatingSection/>")
    first.addprevious(section)
    for line in rows:
        item = _wrapper(sheet, "<w15:repeatingSectionItem/>")
        section[-1].append(item)
        item[-1].append(line._tr)


def _wrapper(sheet: Sheet, kind: str) -> Any:
    return parse_xml(
        f'<w:sdt {nsdecls("w")} {WORD15}><w:sdtPr><w:id w:val="{sheet.next_id()}"/>{kind}</w:sdtPr>'
        "<w:sdtContent/></w:sdt>"
    )
