"""Lines inside a paragraph: typed bullets, typed numbers, and soft line breaks folded into logical lines.

People type bullets ('- ', '• ', a Wingdings dot) instead of using the list button, and press Shift+Enter where
they mean a new paragraph. What a reader takes for one line must become one block, whatever key was pressed.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from extractors.document import Block, Figure, ListItem, Paragraph, Run

Piece = Run | Figure
"""What a line is made of, left to right. A soft line break is a newline inside a run's text."""

MAX_LABEL_LENGTH = 40
"""Characters: a longer stretch before a colon is a sentence, not a form's label."""

_BULLETS = "•·●○◦∙‣⁃▪▫■◘◆◇◊❖➢➤►▶▸→➔➜➡»¬\uf0b7\uf0a7\uf0d8\uf076\uf0b0\uf06e\uf06c\uf0a2\uf0e0\uf0e8\uf02d"
# Filled and empty signs of one shape: where a line holds several, they are options and not its bullet.
_OPTION_SIGNS = frozenset("●○◉■□◆◇▪▫")
# A letter is a bullet only where white space follows; a dash also right before a word ('-Done', not '-ve'). A dash
# before a bare number is a negative amount; a box or tick before words is an option, so ☐ □ ✓ are no bullets.
_TYPED_BULLET = re.compile(
    rf"""\s*(?:
        (?P<sign>[{_BULLETS}])(?:\s+|(?=[^\s{_BULLETS}]))
      | (?P<dash>[-–—−‐‑])(?:\s+|(?=[A-Za-z][a-z]))(?!ve\b)
      | (?P<letter>[*+o])\s+
    )(?=\S)""",
    re.VERBOSE,
)
_TICKS = "✓✔"
_TICK_WORDS = 4
"""Words, the tick among them, up to which a ticked line is an option of a form ('✓ Agreed by sponsor')."""
_AMOUNT = re.compile(r"[(£$€]?\s*\d[\d.,]*\s*(?:%|k|m|bn|days?|weeks?|months?)?\)?", re.IGNORECASE)
DOTTED_DAY = (
    r"(?:\s*\d{1,2}\.\s(?i:jan(?:uar)?|feb(?:ruar)?|märz|mrz|apr(?:il)?|mai|juni?|juli?|aug(?:ust)?|sept?(?:ember)?"
    r"|okt(?:ober)?|nov(?:ember)?|dez(?:ember)?)\.?\s(?:19|20)\d\d\b)"
)
"""'4. April 2025' begins with a day, and no number of a list."""
_TYPED_NUMBER = re.compile(
    rf"(?!{DOTTED_DAY})"
    + r"\s*(?P<marker>\(\d{1,2}\)|\d{1,2}[.)]|\([A-Za-z]\)|[a-z][.)]|[A-Z]\)|\(?[ivx]{2,4}[.)]"
    r"|\d{1,2}(?:\.\d{1,2}){1,3}\.?)\s+(?=\S)"
)
_LABEL = re.compile(rf"[A-Z][^:\n\t]{{1,{MAX_LABEL_LENGTH}}}:(?:\s|$)")
_SYMBOL_FONT_RANGE = ("\uf000", "\uf0ff")
_ROMAN = {"i": 1, "v": 5, "x": 10}


class Line(NamedTuple):
    """One logical line; ``marker`` is the typed bullet or number that was taken off its front."""

    pieces: tuple[Piece, ...]
    marker: str | None = None

    @property
    def runs(self) -> tuple[Run, ...]:
        """The line's text, white space at both ends removed."""
        pieces = self.pieces
        if len(pieces) == 1 and isinstance(pieces[0], Run):
            return trim_runs(pieces)  # type: ignore[arg-type]  # most lines are words of one look
        return trim_runs(tuple([piece for piece in pieces if isinstance(piece, Run)]))

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The line's drawings, left to right."""
        return tuple([piece for piece in self.pieces if isinstance(piece, Figure)])

    @property
    def text(self) -> str:
        """The line's words, trimmed."""
        return _text(self.pieces).strip()


def take_bullet(pieces: Sequence[Piece]) -> tuple[str, tuple[Piece, ...]] | None:
    """Part a typed bullet sign from its words: ``('-', rest)``, or None where the line has no bullet.

    A sign of a symbol font (private use area) is told as '•'.
    """
    text = _text(pieces)
    if text[:1].isalnum() and text[0] != "o":
        return None  # as most lines begin; 'o' is the one letter among the bullets
    match = _TYPED_BULLET.match(text)
    if match is None or isinstance(next(iter(pieces), None), Figure):
        return None
    rest = text[match.end() :].strip()
    sign = match["sign"] or match["dash"] or match["letter"]
    if not match["sign"] and _AMOUNT.fullmatch(rest):
        return None
    if not any(map(str.isalnum, rest)) or (sign in _OPTION_SIGNS and not _OPTION_SIGNS.isdisjoint(rest)):
        return None
    if _SYMBOL_FONT_RANGE[0] <= sign <= _SYMBOL_FONT_RANGE[1]:
        sign = "•"
    return sign, _drop(pieces, match.end())


def take_number(pieces: Sequence[Piece]) -> tuple[str, tuple[Piece, ...]] | None:
    """Part a typed list number ('1.', 'a)', '(iv)', '2.1') from its words, or None.

    The caller must have further evidence of a list (a hanging indent, a sequence): '1.5 million' looks the same.
    """
    match = _TYPED_NUMBER.match(_text(pieces))
    if match is None or isinstance(next(iter(pieces), None), Figure):
        return None
    return match["marker"], _drop(pieces, match.end())


def fold_lines(pieces: Sequence[Piece]) -> tuple[Line, ...]:
    """Fold a paragraph's soft-broken lines into logical lines, in order, empty ones left out.

    Lines stay apart where they begin with typed bullets or with typed numbers in sequence, where some are headings
    (wholly bold or underlined, or ending in a colon) and others are not, where they are 'Label: value' pairs or tick
    boxes, and at a blank line; all others are joined by one space.
    """
    lines = split_breaks(pieces)
    if len(lines) == 1:
        return (line_of(lines[0]),) if _visible(lines[0]) else ()
    starts = _line_starts(lines)
    groups: list[list[Sequence[Piece]]] = []
    for line, starts_group in zip(lines, starts, strict=True):
        if starts_group or not groups:
            groups.append([])
        groups[-1].append(line)
    folded = (join_lines(group) for group in groups)
    return tuple(line_of(line) for line in folded if _visible(line))


def split_breaks(pieces: Sequence[Piece], sign: str = "\n") -> list[list[Piece]]:
    """Split at every break sign; the sign itself is dropped."""
    for piece in pieces:
        if sign in piece.text and isinstance(piece, Run):
            break
    else:
        return [list(pieces)]
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        if isinstance(piece, Figure) or sign not in piece.text:
            lines[-1].append(piece)
            continue
        for index, part in enumerate(piece.text.split(sign)):
            if index:
                lines.append([])
            if part:
                lines[-1].append(dataclasses.replace(piece, text=part))
    return lines


def join_lines(lines: Sequence[Sequence[Piece]]) -> tuple[Piece, ...]:
    """Join lines into one, parted by single spaces; blank lines vanish."""
    joined: list[Piece] = []
    for line in lines:
        if not _visible(line):
            continue
        if joined and not _text(joined)[-1:].isspace() and not _text(line)[:1].isspace():
            last = next((piece for piece in reversed(joined) if isinstance(piece, Run)), None)
            joined.append(dataclasses.replace(last, text=" ") if last else Run(" "))
        joined.extend(line)
    return tuple(joined)


def merge_runs(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Join neighbours of one look: word processors cut text at every spelling mark and edit."""
    merged: list[Run] = []
    for run in runs:
        if not run.text:
            continue
        if merged and _look(merged[-1]) == _look(run):
            merged[-1] = dataclasses.replace(run, text=merged[-1].text + run.text)
        else:
            merged.append(run)
    return tuple(merged)


def trim_runs(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Remove white space at both ends of the line and join neighbours of one look."""
    if len(runs) == 1 and runs[0].text and runs[0].text == runs[0].text.strip():
        return runs
    trimmed = list(merge_runs(runs)) if len(runs) > 1 else [run for run in runs if run.text]
    while trimmed and not trimmed[0].text.strip():
        del trimmed[0]
    while trimmed and not trimmed[-1].text.strip():
        del trimmed[-1]
    if trimmed and trimmed[0].text[0].isspace():
        trimmed[0] = dataclasses.replace(trimmed[0], text=trimmed[0].text.lstrip())
    if trimmed and trimmed[-1].text[-1].isspace():
        trimmed[-1] = dataclasses.replace(trimmed[-1], text=trimmed[-1].text.rstrip())
    return tuple(trimmed)


def list_typed_numbers(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Make list items of neighbouring paragraphs that carry typed numbers in sequence ('1. ...', '2. ...').

    A lone number stays text ('2011 was', '1.5m'), and so do a wholly bold line (a typed heading) and the entries of a
    table of contents.
    """
    if len(blocks) < 2:
        return tuple(blocks)
    taken = [_numbered(block) for block in blocks]
    result: list[Block] = list(blocks)
    for index, current in enumerate(taken):
        if current is None or isinstance(current[1], ListItem):
            continue
        before = taken[index - 1] if index else None
        after = taken[index + 1] if index + 1 < len(taken) else None
        if (before and _follows(before[0], current[0])) or (after and _follows(current[0], after[0])):
            marker, paragraph = current
            result[index] = _as_item(paragraph, paragraph.runs, marker)
    return tuple(result)


def list_ticked_lines(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Neighbouring sentences that each begin with a tick are a list; a tick before a word or two is a choice made."""
    if len(blocks) < 2:
        return tuple(blocks)
    ticked = [_is_ticked(block) for block in blocks]
    result: list[Block] = list(blocks)
    for index, block in enumerate(blocks):
        beside = ticked[max(0, index - 1) : index] + ticked[index + 1 : index + 2]
        if isinstance(block, Paragraph) and ticked[index] and any(beside):
            length = len(block.text) - len(block.text.lstrip(f"{_TICKS} "))
            marker = block.text[0]
            runs = trim_runs(tuple(run for run in _drop(block.runs, length) if isinstance(run, Run)))
            result[index] = _as_item(block, runs, marker)
    return tuple(result)


def _as_item(line: Paragraph | ListItem, runs: tuple[Run, ...], marker: str) -> ListItem:
    """The line as a list item of these runs."""
    given = {item.name: getattr(line, item.name) for item in dataclasses.fields(line) if item.init}
    return ListItem(**{**given, "runs": runs}, marker=marker)


def _is_ticked(block: Block) -> bool:
    return (
        isinstance(block, Paragraph)
        and block.text[:1] in _TICKS
        and len(block.text.split()) > _TICK_WORDS
        and not any(sign in block.text for sign in "☐☑☒□")
    )


def _line_starts(lines: Sequence[Sequence[Piece]]) -> list[bool]:
    """For each physical line, whether it begins a logical line of its own."""
    shown = [_visible(line) for line in lines]
    bullets = [take_bullet(line) is not None for line in lines]
    leads = _run_in_headings(lines, shown)
    labels = [bool(_LABEL.match(_text(line).strip())) for line in lines]
    boxes = [_first_is_box(line) for line in lines]
    if sum(labels) < 2:
        labels = [False] * len(lines)
    if sum(boxes) < 2:
        boxes = [False] * len(lines)
    numbers = _in_sequence(lines)
    starts = []
    for index in range(len(lines)):
        after_break = index > 0 and (leads[index - 1] or not shown[index - 1])
        marks = (bullets[index], leads[index], labels[index], boxes[index], numbers[index])
        starts.append(any(marks) or after_break)
    return starts


def _in_sequence(lines: Sequence[Sequence[Piece]]) -> list[bool]:
    """Which lines begin with typed numbers that follow each other: 'a) ...', 'b) ...', others perhaps between them."""
    taken = [take_number(line) for line in lines]
    numbered = [(index, found[0]) for index, found in enumerate(taken) if found is not None]
    told = {
        index
        for first, second in pairwise(numbered)
        if _follows(first[1], second[1])
        for index, _ in (first, second)
    }
    return [index in told for index in range(len(lines))]


def _run_in_headings(lines: Sequence[Sequence[Piece]], shown: Sequence[bool]) -> list[bool]:
    """Which lines head the others: bold, underlined or ending in a colon where not all lines are."""

    def some(marks: list[bool]) -> list[bool]:
        visible = [mark for mark, show in zip(marks, shown, strict=True) if show]
        return marks if any(visible) and not all(visible) else [False] * len(marks)

    bold = some(
        [_every(line, "bold") and not _runs_on(lines, index, "bold") for index, line in enumerate(lines)]
    )
    underlined = some(
        [
            _every(line, "underline") and not _runs_on(lines, index, "underline")
            for index, line in enumerate(lines)
        ]
    )
    colon = [_text(line).rstrip().endswith(":") for line in lines]
    colon[-1] = False  # a colon at the very end introduces what follows the paragraph
    return [any(marks) for marks in zip(bold, underlined, some(colon), strict=True)]


def _runs_on(lines: Sequence[Sequence[Piece]], index: int, look: str) -> bool:
    """Whether a line's look goes on into the next and ends in the midst of it: 'Planned | date (day first)'."""
    following = lines[index + 1] if index + 1 < len(lines) else ()
    if _every(following, look):
        return False
    front = ""
    for run in following:
        if not isinstance(run, Run) or (run.text.strip() and not getattr(run, look)):
            break
        front += run.text
    return bool(front.strip()) and not front.rstrip().endswith(":")


def _numbered(block: Block) -> tuple[str, Paragraph | ListItem] | None:
    if isinstance(block, ListItem):
        return block.marker, block
    if (
        not isinstance(block, Paragraph)
        or not _TYPED_NUMBER.match(block.text)
        or block.bold
        or (block.style or "").lower().startswith(("toc", "contents"))
    ):
        return None
    taken = take_number(block.runs)
    if taken is None:
        return None
    runs = trim_runs(tuple(piece for piece in taken[1] if isinstance(piece, Run)))
    return taken[0], dataclasses.replace(block, runs=runs)


def _follows(first: str, second: str) -> bool:
    """Whether two markers of one kind are neighbours: '1.' '2.', 'a)' 'b)', '2.1' '2.2', '(i)' '(ii)'."""
    if re.sub(r"\w+", "#", first) != re.sub(r"\w+", "#", second):
        return False
    *lead_first, last_first = re.findall(r"\w+", first) or [""]
    *lead_second, last_second = re.findall(r"\w+", second) or [""]
    if lead_first != lead_second:
        return False
    return any(
        later - earlier == 1 for earlier, later in zip(_ranks(last_first), _ranks(last_second), strict=False)
    )


def _ranks(word: str) -> tuple[float, float]:
    """A marker's rank read as number or letter, and read as Roman numeral."""
    if word.isdigit():
        return float(word), float("nan")
    letter = float(ord(word)) if len(word) == 1 else float("nan")
    values = [_ROMAN.get(sign, 0) for sign in word.lower()]
    if not values or 0 in values:
        return letter, float("nan")
    total = sum(
        -value if value < following else value
        for value, following in zip(values, [*values[1:], 0], strict=True)
    )
    return letter, float(total)


def _look(run: Run) -> tuple[object, ...]:
    """All of a run but its text."""
    return run.bold, run.italic, run.underline, run.color, run.fill, run.placeholder


def line_of(pieces: Sequence[Piece]) -> Line:
    """Pieces without a break as one line, a typed bullet taken off its front."""
    taken = take_bullet(pieces)
    return Line(tuple(pieces)) if taken is None else Line(taken[1], taken[0])


def _drop(pieces: Sequence[Piece], count: int) -> tuple[Piece, ...]:
    """The pieces without their first ``count`` characters of text."""
    rest: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, Run) and count:
            if len(piece.text) > count:
                rest.append(dataclasses.replace(piece, text=piece.text[count:]))
            count = max(0, count - len(piece.text))
        else:
            rest.append(piece)
    return tuple(rest)


def _text(pieces: Iterable[Piece]) -> str:
    return "".join([piece.text for piece in pieces if isinstance(piece, Run)])


def _visible(pieces: Iterable[Piece]) -> bool:
    return any(isinstance(piece, Figure) or piece.text.strip() for piece in pieces)


def _every(pieces: Sequence[Piece], look: str) -> bool:
    runs = [piece for piece in pieces if isinstance(piece, Run) and piece.text.strip()]
    return bool(runs) and all(getattr(run, look) for run in runs)


def _first_is_box(pieces: Sequence[Piece]) -> bool:
    first = next((piece for piece in pieces if isinstance(piece, Figure) or piece.text.strip()), None)
    if isinstance(first, Figure):
        return first.kind == "checkbox"
    return first is not None and first.text.lstrip()[:1] in f"☐☑☒{_TICKS}"
