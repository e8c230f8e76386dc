"""Fields that people fill in: content controls of today's Word, and the form fields of protected forms before them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from samples.word import Sheet

EMPTY_FIELD = "\u2002" * 5
"""What Word shows of a text field that nobody has filled in: five en spaces."""


def drop_down(sheet: Sheet, paragraph: Any, options: Sequence[str], chosen: str) -> None:
    """A drop-down control that shows the option chosen and keeps all of them out of sight."""
    items = "".join(
        f"<w:listItem w:displayText={quoteattr(o)} w:value={quoteattr(o)}/>"
        for o in ("Choose an item.", *options)
    )
    _control(sheet, paragraph, f"<w:dropDownList>{items}</w:dropDownList>", chosen)


def date_picker(sheet: Sheet, paragraph: Any, day: date, shown: str) -> None:
    """A date control; it keeps the day beside the words that it shows."""
    kind = (
        f'<w:date w:fullDate="{day.isoformat()}T00:00:00Z"><w:dateFormat w:val="dd/MM/yyyy"/><w:lid w:val="en-GB"/>'
        '<w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>'
    )
    _control(sheet, paragraph, kind, shown)


def form_text(sheet: Sheet, paragraph: Any, text: str) -> None:
    """A text form field and what was typed into it; a newline becomes a soft break, nothing leaves it unfilled."""
    data = '<w:textInput><w:default w:val=""/></w:textInput>'
    _legacy(sheet, paragraph, "FORMTEXT", data, text or EMPTY_FIELD)


def form_check(sheet: Sheet, paragraph: Any, checked: bool) -> None:
    """A check box form field: it has no text at all."""
    data = f'<w:checkBox><w:sizeAuto/><w:default w:val="0"/><w:checked w:val="{int(checked)}"/></w:checkBox>'
    _legacy(sheet, paragraph, "FORMCHECKBOX", data, None)


def form_choice(sheet: Sheet, paragraph: Any, options: Sequence[str], chosen: str) -> None:
    """A drop-down form field: the file holds the options and the number of the chosen one, and no text."""
    entries = "".join(f"<w:listEntry w:val={quoteattr(option)}/>" for option in options)
    data = f'<w:ddList><w:result w:val="{list(options).index(chosen)}"/>{entries}</w:ddList>'
    _legacy(sheet, paragraph, "FORMDROPDOWN", data, None)


def _control(sheet: Sheet, paragraph: Any, kind: str, text: str) -> None:
    paragraph._p.append(
        parse_xml(
            f'<w:sdt {nsdecls("w")}><w:sdtPr><w:id w:val="{sheet.next_id()}"/>{kind}</w:sdtPr>'
            f'<w:sdtContent><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:sdtContent></w:sdt>'
        )
    )


def _legacy(sheet: Sheet, paragraph: Any, instruction: str, data: str, result: str | None) -> None:
    name = f'<w:name w:val="Field{sheet.next_id()}"/><w:enabled/><w:calcOnExit w:val="0"/>'
    stretches = [
        f'<w:fldChar w:fldCharType="begin"><w:ffData>{name}{data}</w:ffData></w:fldChar>',
        f'<w:instrText xml:space="preserve"> {instruction} </w:instrText>',
    ]
    if result is not None:
        stretches.append('<w:fldChar w:fldCharType="separate"/>')
        for number, line in enumerate(result.split("\n")):
            stretches.append(f'{"<w:br/>" if number else ""}<w:t xml:space="preserve">{escape(line)}</w:t>')
    stretches.append('<w:fldChar w:fldCharType="end"/>')
    for stretch in stretches:
        paragraph._p.append(parse_xml(f"<w:r {nsdecls('w')}>{stretch}</w:r>"))
