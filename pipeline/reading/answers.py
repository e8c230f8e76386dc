"""What a yes/no field of a form answers: a word, a ticked box, or the marked one of the printed answers."""

from __future__ import annotations

import re

from pipeline.reading.context import Context
from pipeline.values.boxes import OPEN_BOXES
from pipeline.values.rating import Mark

_UNTICKED = tuple(OPEN_BOXES + "✗")
_TICK_BEFORE = re.compile(r"[☒☑✓✔]\s*(?P<word>yes|no)\b", re.IGNORECASE)
_TICK_AFTER = re.compile(r"\b(?P<word>yes|no)\s*[☒☑✓✔]", re.IGNORECASE)
_TICKED = re.compile(r"[☒☑✓✔]\s*(?P<words>[^☐□☒☑✓✔✗]{2,40})")
_YES_NO = re.compile(r"\b(yes|no)\b", re.IGNORECASE)
_PRINTED = 20
"""Characters in which both answers stand printed, to strike out or mark one."""
_AGREED = re.compile(r"\b(?:agree|approve|authori[sz]e|endorse)\b", re.IGNORECASE)


def read_yes_no(mark: Mark, context: Context) -> bool | None:
    """What a yes/no field says: ticked box, word, or the marked one of two printed options; None for neither."""
    text = " ".join(mark.text.split())
    ticked = _ticked_word(text, context)
    if ticked is not None:
        return ticked
    if text.startswith(_UNTICKED):
        return None  # '☐ Yes' alone: nobody ticked it
    boxes = [figure for figure in mark.figures if figure.kind == "checkbox"]
    words = [word.casefold() for word in _YES_NO.findall(text)]
    told = [_answer(figure.text, context) for figure in boxes]
    if len(boxes) > 1 and set(told) == {True, False}:
        return _only([answer for figure, answer in zip(boxes, told, strict=True) if figure.checked])
    if boxes and len(boxes) == len(words):
        return _only([word == "yes" for box, word in zip(boxes, words, strict=True) if box.checked])
    if len(set(words)) > 1 and len(text) < _PRINTED:
        return _marked_word(mark)
    vocabulary = context.vocabulary
    if vocabulary.is_kind("no", text) or vocabulary.is_kind("not-authorised", text):
        return False
    if vocabulary.is_kind("yes", text) or vocabulary.is_kind("authorised", text):
        return True
    agreed = not text or _AGREED.search(text) is not None
    return boxes[0].checked if len(boxes) == 1 and agreed else None


def _ticked_word(text: str, context: Context) -> bool | None:
    """The answer beside a tick that is typed: '☐ Yes ☒ No', 'Yes ✓ No'."""
    before = text[:1] in "☐☒☑□✓✔✗"
    tick = (_TICK_BEFORE if before else _TICK_AFTER).search(text)
    if tick:
        return tick["word"].casefold() == "yes"
    ticked = _TICKED.search(text) if before else None
    return _answer(ticked["words"].strip(), context) if ticked else None


def _marked_word(mark: Mark) -> bool | None:
    """The one of 'Yes / No' that is bold, filled or underlined."""
    for look in ("bold", "fill", "underline"):
        marked = {
            word.casefold() for run in mark.runs if getattr(run, look) for word in _YES_NO.findall(run.text)
        }
        if len(marked) == 1:
            return "yes" in marked
    return None


def _only(chosen: list[bool | None]) -> bool | None:
    return chosen[0] if len(chosen) == 1 else None


def _answer(option: str, context: Context) -> bool | None:
    """What the words beside a box answer: 'Agreed' is yes, 'Not yet agreed' no."""
    if context.vocabulary.is_kind("no", option):
        return False
    return True if context.vocabulary.is_kind("yes", option) else None
