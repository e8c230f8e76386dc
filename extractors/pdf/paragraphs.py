"""Lines of one column or cell -> paragraphs in the making: where one ends and the next begins.

Wrapped lines are told from wanted line ends by what would still have fitted into the line above.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractors.document import Box, Figure
from extractors.pdf.bullets import DASHES, is_number, split_marker
from extractors.pdf.lines import BAR, Line
from extractors.pdf.pitch import Wraps, may_start, stands_off

LOOSE = 1.2
"""Times the usual line distance: a larger one starts a paragraph."""

SAME_SIZE = 0.08
"""Of the font size: sizes this close are the same."""

LEAST_NAMES, MOST_NAME_WORDS = 3, 4
"""Lines of a list of people, and words of a person's name."""

WIDEST_LEADING = 2.3
"""Font sizes from baseline to baseline: a sentence that plainly goes on is set no wider than double-spaced."""

LEAST_STEPS = 3
"""Line distances that a region must show for its own usual one."""

LEAST_WRAPS = 2
"""Wraps that a block of lines must show to be taken for narrower than its region."""

LABEL = re.compile(r"^[A-Z](?:[^:.!?;]|\.(?=:| [a-z])){0,40}:(?=\s|$)")
"""A label may hold a shortened word ('Project no.:', 'Ref. no:')."""
LABEL_WORDS = 6
INDENTED, CENTRED, PADDING = 12.0, 3.0, 8.0
"""Points: lines that begin farther in and whose middles are no farther from their frame's are centred: they say nothing
of the padding, which is taken to be so wide."""

SAME_START = 2.0
"""Points: lines of different lengths that start this close together are neither centred nor set to the right."""

TERMINAL = (".", "!", "?", ":", ";")


@dataclass(slots=True)
class Draft:
    """A paragraph in the making. ``marker_x`` is where its bullet stands."""

    lines: list[Line]
    marker: str | None = None
    marker_x: float = 0.0
    figures: list[Figure] = field(default_factory=list)

    @property
    def first(self) -> Line:
        """The line that it begins with."""
        return self.lines[0]

    @property
    def last(self) -> Line:
        """The line that it ends with so far."""
        return self.lines[-1]


def make_drafts(
    lines: Sequence[Line],
    frame: Box,
    usual_leading: float,
    cell: bool,
    wraps: Wraps | None = None,
    versions: bool = False,
) -> list[Draft]:
    """Group lines into paragraphs and take their bullets off.

    Args:
        lines: from top to bottom.
        frame: where they stand.
        usual_leading: the line distance of the document, in font sizes.
        cell: whether they are a table's cell.
        wraps: those of the table that they stand in.
        versions: whether dotted numbers are words of theirs.
    """
    if len(lines) == 1:
        found = _marked(lines[0], versions)
        return [Draft([found[1]], found[0], lines[0].x0) if found else Draft([lines[0]])]
    leading = _leading(lines, usual_leading)
    edges = _right_edges(lines, frame, cell, leading) if lines else []
    listed = _is_name_list(lines, edges, frame)
    doubtful = cell and wraps is not None and any(may_start(*pair) for pair in itertools.pairwise(lines))
    pitch = wraps.pitch if doubtful and wraps is not None else None
    drafts: list[Draft] = []
    for line, right in zip(lines, [frame[2], *edges], strict=False):
        found = _marked(line, versions)
        last = drafts[-1] if drafts else None
        if found is not None and not (last and _marker_is_prose(last, line, found[0], right, leading)):
            drafts.append(Draft([found[1]], found[0], line.x0))
        elif (
            last is None
            or listed
            or (pitch is not None and stands_off(last.last, line, pitch))
            or _breaks(last, line, leading, right, frame)
        ):
            drafts.append(Draft([line]))
        else:
            last.lines.append(line)
    return drafts


def _marked(line: Line, versions: bool) -> tuple[str, Line] | None:
    """The bullet of a line, and the line without it; a version is none."""
    found = split_marker(line)
    return None if found and versions and "." in found[0].rstrip(".") else found


def _is_name_list(lines: Sequence[Line], edges: Sequence[float], frame: Box) -> bool:
    """Whether all lines are names one under the other: words in capitals, and one line at least ended early."""
    if len(lines) < LEAST_NAMES:
        return False
    named = all(
        1 < len(line.words) <= MOST_NAME_WORDS and all(word.text[0].isupper() for word in line.words)
        for line in lines
    )
    plain = not any(word.look.bold or not word.text[-1].isalpha() for line in lines for word in line.words)
    pairs = zip(lines, lines[1:], edges, strict=False)
    return named and plain and any(_ends_early(above, below, right, frame) for above, below, right in pairs)


def _leading(lines: Sequence[Line], usual: float) -> float:
    """The line distance within paragraphs, in font sizes: the lower quartile of what stands in this region."""
    if len(lines) <= LEAST_STEPS:
        return usual
    steps = sorted(
        (below.base - above.base) / below.size
        for above, below in itertools.pairwise(lines)
        if abs(above.size - below.size) <= SAME_SIZE * below.size
        and below.base - above.base > 0.9 * below.size
    )
    if len(steps) < LEAST_STEPS:
        return usual
    return min(max(steps[(len(steps) - 1) // 4], 1.0), 1.25 * usual)


def _first_width(line: Line) -> float:
    """The width of the line's first word: what did not fit into the line before."""
    words = line.words
    end = 1
    while end < len(words) and words[end].glued:
        end += 1
    return words[end - 1].x1 - words[0].x0


def _right_edges(lines: Sequence[Line], frame: Box, cell: bool, leading: float) -> list[float]:
    """For each line, where lines around it end when they are full.

    No line crosses the edge, and at each wrap seen (the next line goes on in lower case) the next word would have
    crossed it. Without such evidence the right margin or padding is taken to be like the left one. A block of lines
    with wraps of its own may be narrower than the region.
    """
    if not lines:
        return []
    left = min(line.x0 for line in lines) - frame[0]
    middle = (frame[0] + frame[2]) / 2
    if left > INDENTED and all(abs((line.x0 + line.x1) / 2 - middle) < CENTRED for line in lines):
        left = PADDING
    assumed = frame[2] - (min(max(left, 2.0), 8.0) if cell else left)
    whole = _edge(lines, assumed, least=1)
    edges: list[float] = []
    for block in _even_blocks(lines, leading):
        edges += [
            min(whole, _edge(block, assumed, least=LEAST_WRAPS)) if len(block) > LEAST_WRAPS else whole
        ] * len(block)
    return edges


def _edge(lines: Sequence[Line], assumed: float, least: int) -> float:
    widest = max(line.x1 for line in lines)
    wraps = [
        above.x1 + 0.25 * above.size + _first_width(below)
        for above, below in itertools.pairwise(lines)
        if below.text[:1].islower() and not above.text.endswith(TERMINAL) and split_marker(below) is None
    ]
    bounds = [wrap for wrap in wraps if wrap >= widest - 1.0]
    return max(widest, min([assumed, *bounds])) if len(bounds) >= least else max(widest, assumed)


def _even_blocks(lines: Sequence[Line], leading: float) -> list[list[Line]]:
    """Lines of one size and weight that follow each other closely."""
    blocks: list[list[Line]] = []
    for line in lines:
        above = blocks[-1][-1] if blocks else None
        if (
            above is not None
            and abs(above.size - line.size) <= SAME_SIZE * line.size
            and all_bold(above) == all_bold(line)
            and line.base - above.base <= LOOSE * leading * line.size + 0.5
        ):
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return blocks


def _ends_early(above: Line, below: Line, right: float, frame: Box, listed: bool = False) -> bool:
    """Whether the next line's first word would have fitted into the line above: its end was wanted.

    ``listed``: the line is a list item's, and stands in its frame's middle by chance alone.
    """
    middle = abs((above.x0 + above.x1) / 2 - (frame[0] + frame[2]) / 2)
    from_left, from_right = above.x0 - frame[0], frame[2] - above.x1
    free = right - above.x1
    ranged_left = abs(above.x0 - below.x0) < SAME_START and abs(above.x1 - below.x1) > SAME_START
    if not listed and from_left > 12 and (middle < 3 or from_right < 9) and not ranged_left:
        free = (right - frame[0]) - (above.x1 - above.x0) - min(8.0, frame[2] - right)
    return _first_width(below) + 0.3 * above.size < free - 0.25 * above.size


def _marker_is_prose(last: Draft, line: Line, marker: str, right: float, leading: float) -> bool:
    """Whether a dash or number that starts a line only happened to be wrapped there."""
    if marker not in DASHES and not is_number(marker):
        return False
    wide = len(line.segments[0].words) == 1
    if wide or line.base - last.last.base > LOOSE * leading * line.size:
        return False
    if last.marker is not None and abs(last.marker_x - line.x0) < 2.0:
        return False
    aligned = abs(last.last.x0 - line.x0) < 2.0
    full = last.last.x1 + _first_width(line) + 0.3 * line.size > right
    ended = last.last.text.endswith(TERMINAL)
    return aligned and full and not ended


def _breaks(draft: Draft, line: Line, leading: float, right: float, frame: Box) -> bool:
    """Whether ``line`` starts a new paragraph after ``draft``."""
    above = draft.last
    size = max(above.size, line.size)
    if abs(above.size - line.size) > SAME_SIZE * size or above.words[0].turned != line.words[0].turned:
        return True
    if line.words[0].turned:
        return False
    early = _ends_early(above, line, right, frame, listed=draft.marker is not None)
    goes_on = line.text[:1].islower() and not above.text.endswith(TERMINAL)
    distance = line.base - above.base
    wide_set = goes_on and not early and distance <= WIDEST_LEADING * size
    if distance > LOOSE * max(leading, 1.0) * size + 0.5 and not wide_set:
        return True
    if above.words[-1].text == BAR and len(above.words) > 1:  # another item of its line follows
        return False
    if _look_changes(above, line, early) or (draft.marker is None and _label_starts(draft, line)):
        return True
    if len(line.segments) > 1 and len(above.segments) > 1:
        return True
    hanging = draft.marker is not None and abs(line.x0 - draft.first.x0) < 0.6 * size
    cut = len(above.text) > 2 and above.text[-1] == "-" and above.text[-2].isalpha()
    if goes_on and (not early or hanging or cut):
        return False
    if _indent_breaks(draft, line, early):
        return True
    if not early:
        return False
    return not (goes_on and above.x1 - above.x0 > 0.5 * (right - above.x0))


def _look_changes(above: Line, line: Line, early: bool) -> bool:
    first = line.words[0]
    if _all_underlined(above) and not first.underline:
        return True
    if all_bold(above) and not first.look.bold:
        return early or not line.text[:1].islower()
    colors = {word.look.color for word in above.words}
    if len(colors) == 1 and first.look.color not in colors:
        return early or not line.text[:1].islower()
    if not any(word.look.bold for word in above.words) and all_bold(line):
        return early or not (line.text[:1].islower() or _is_short_label(above, line))
    if not any(word.underline for word in above.words) and _all_underlined(line):
        return early or not line.text[:1].islower()
    return {word.fill for word in above.words} != {None} and first.fill not in {
        word.fill for word in above.words
    }


def _is_short_label(above: Line, line: Line) -> bool:
    """Whether two lines are one form label of a few words, wrapped in its cell ('Project' / 'SPONSOR')."""
    return len(above.words) + len(line.words) <= 5 and not above.text.endswith(TERMINAL)


def all_bold(line: Line) -> bool:
    """Whether every word of a line is bold."""
    return line.bold


def _all_underlined(line: Line) -> bool:
    return all(word.underline for word in line.words)


def is_label(text: str) -> bool:
    """Whether a line starts with a short label and a colon ('Project manager: ...')."""
    found = LABEL.match(text)
    return found is not None and len(found.group().split()) <= LABEL_WORDS


def _label_starts(draft: Draft, line: Line) -> bool:
    if not is_label(line.text):
        return False
    return _label_set_apart(line, draft.last) or is_label(draft.first.text)


def _label_set_apart(line: Line, above: Line) -> bool:
    """Whether a line's label is set otherwise than what follows it and what stands before it (bold, italic)."""
    end = next((index for index, word in enumerate(line.words) if word.text.endswith(":")), None)
    if line.words[0].look.bold and not all_bold(line):
        return True
    if end is None or end + 1 == len(line.words):
        return False
    faces = {(word.look.bold, word.look.italic) for word in line.words[: end + 1]}
    others = {(word.look.bold, word.look.italic) for word in (line.words[end + 1], above.words[-1])}
    return len(faces) == 1 and not faces & others and (False, False) not in faces


def _indent_breaks(draft: Draft, line: Line, early: bool) -> bool:
    above, em = draft.last, line.size
    if draft.marker is not None:
        if line.x0 <= draft.marker_x + 0.3 * em:
            hanging = len(draft.lines) > 1 and draft.lines[1].x0 > draft.marker_x + 0.5 * em
            ended = above.text.endswith(TERMINAL) and not line.text[:1].islower()
            return early or hanging or ended or line.x0 < draft.marker_x - em
        return line.x0 > above.x0 + 2.5 * em and early
    shift = line.x0 - above.x0
    centered = abs((line.x0 + line.x1) / 2 - (above.x0 + above.x1) / 2) < 0.3 * em
    if centered or abs(shift) <= em:
        return False
    if shift > 0:
        return len(above.segments) == 1
    return len(draft.lines) > 1
