"""Fields that people fill in: content controls of today's Word, and the form fields of protected forms before them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from samples.word import Sheet

PROMPT_TEXT = "Click or tap here to enter text."
PROMPT_CHOICE = "Choose an item."
PROMPT_DATE = "Click or tap to enter a date."
EMPTY_FIELD = "\u2002" * 5
"""What Word shows of a text field that nobody has filled in: five en spaces."""


def drop_down(sheet: Sheet, paragraph: Any, options: Sequence[str], chosen: str | None) -> None:
    """A drop-down control that shows the option chosen and keeps all of them out of sight; None leaves its prompt."""
    items = "".join(
        f"<w:listItem w:displayText={quoteattr(option)} w:value={quoteattr(option)}/>"
        for option in (PROMPT_CHOICE, *options)
    )
    _control(sheet, paragraph, f"<w:dropDownList>{items}</w:dropDownList>", chosen, PROMPT_CHOICE)


def date_picker(sheet: Sheet, paragraph: Any, day: date | None, shown: str = "") -> None:
    """A date control; it keeps the day beside the words that it shows. Without a day it shows its prompt."""
    full = "" if day is None else f' w:fullDate="{day.isoformat()}T00:00:00Z"'
    kind = (
        f'<w:date{full}><w:dateFormat w:val="dd/MM/yyyy"/><w:lid w:val="en-GB"/>'
        '<w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>'
    )
    _control(sheet, paragraph, kind, shown if day else None, PROMPT_DATE)


def text_field(sheet: Sheet, paragraph: Any, text: str | None) -> None:
    """A plain text control; None leaves its prompt."""
    _control(sheet, paragraph, "<w:text/>", text, PROMPT_TEXT)


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


def _control(sheet: Sheet, paragraph: Any, kind: str, text: str | None, prompt: str) -> None:
    asks = "<w:showingPlcHdr/>" if text is None else ""
    look = '<w:rPr><w:color w:val="808080"/></w:rPr>' if text is None else ""
    shown = escape(prompt if text is None else text)
    paragraph._p.append(
        parse_xml(
            f'<w:sdt {nsdecls("w")}><w:sdtPr><w:id w:val="{sheet.next_id()}"/>{asks}{kind}</w:sdtPr>'
            f'<w:sdtContent><w:r>{look}<w:t xml:space="preserve">{shown}</w:t></w:r></w:sdtContent></w:sdt>'
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
