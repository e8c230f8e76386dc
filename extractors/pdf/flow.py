"""Lines of one column or cell -> paragraphs, list items and headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from extractors.document import Block, Box, Figure, Heading, ListItem, Paragraph, Place, Run
from extractors.pdf import boxes
from extractors.pdf.bullets import DASHES, is_number, split_marker
from extractors.pdf.fills import Fills, visible
from extractors.pdf.lines import Line, make_lines
from extractors.pdf.primitives import Word
from extractors.pdf.runs import Vocabulary, make_runs

HEADING_SCALE = 1.15
"""Times the body size: text this large is a heading."""

TITLE_SCALE = 1.5
"""Times the body size: a line this large is a title even where it reads 'Label: value'."""

LONGEST_HEADING = 200
"""Characters: longer text is no heading, however large."""

LOOSE = 1.2
"""Times the usual line distance: a larger one starts a paragraph."""

SAME_SIZE = 0.08
"""Of the font size: sizes this close are the same."""

LEAST_WRAPS = 2
"""Wraps that a block of lines must show to be taken for narrower than its region."""

LABEL = re.compile(r"^[A-Z][^:.!?;]{0,40}:(?=\s|$)")
LABEL_WORDS = 6
TERMINAL = (".", "!", "?", ":", ";")


@dataclass(frozen=True, slots=True)
class Setting:
    """What paragraphs are judged by: the document's sizes and words, and the page's backgrounds."""

    page: int
    body_size: float
    heading_sizes: tuple[float, ...]
    leading: float
    """The usual distance of baselines, in font sizes."""
    fills: Fills
    vocabulary: Vocabulary


@dataclass(slots=True)
class Draft:
    """A paragraph in the making. ``marker_x`` is where its bullet stands."""

    lines: list[Line]
    marker: str | None = None
    marker_x: float = 0.0
    figures: list[Figure] = field(default_factory=list)

    @property
    def first(self) -> Line:
        return self.lines[0]

    @property
    def last(self) -> Line:
        return self.lines[-1]


def make_blocks(
    words: Sequence[Word], figures: Sequence[Figure], frame: Box, setting: Setting, cell: bool = False
) -> list[Block]:
    """The blocks printed within ``frame`` (a column, or a cell's box), from top to bottom."""
    lines = make_lines(_with_fills(words, frame, setting, cell))
    drafts = make_drafts(lines, frame, setting, cell)
    loose = []
    for figure in figures:
        home = _home(figure, drafts)
        if home is None:
            loose.append(figure)
        else:
            home.figures.append(figure)
    blocks: list[Block] = [*_levelled(drafts, setting)]
    for figure in loose:
        top = figure.place.box[1] if figure.place.box else 0.0
        at = sum(1 for block in blocks if block.place.box and block.place.box[1] <= top)
        blocks.insert(at, figure)
    return blocks


def _with_fills(words: Sequence[Word], frame: Box, setting: Setting, cell: bool) -> list[Word]:
    """Words with the background they have apart from the cell's own."""
    own = setting.fills.cell_color(frame, [word.box for word in words]) if cell else None
    filled = []
    for word in words:
        color = setting.fills.color_behind(word.box)
        filled.append(word._replace(fill=color) if color != own else word)
    return filled


def make_drafts(lines: Sequence[Line], frame: Box, setting: Setting, cell: bool) -> list[Draft]:
    """Group lines into paragraphs and take their bullets off."""
    leading = _leading(lines, setting)
    edges = _right_edges(lines, frame, cell, leading)
    drafts: list[Draft] = []
    for line, right in zip(lines, [frame[2], *edges], strict=False):
        found = split_marker(line)
        last = drafts[-1] if drafts else None
        if found is not None and not (last and _marker_is_prose(last, line, found[0], right, leading)):
            drafts.append(Draft([found[1]], found[0], line.x0))
        elif last is None or _breaks(last, line, leading, right, frame):
            drafts.append(Draft([line]))
        else:
            last.lines.append(line)
    return drafts


def _leading(lines: Sequence[Line], setting: Setting) -> float:
    """The line distance within paragraphs, in font sizes: the lower quartile of what stands in this region."""
    steps = sorted(
        (below.base - above.base) / below.size
        for above, below in zip(lines, lines[1:], strict=False)
        if abs(above.size - below.size) <= SAME_SIZE * below.size
        and below.base - above.base > 0.9 * below.size
    )
    if len(steps) < 3:
        return setting.leading
    return min(max(steps[len(steps) // 4], 1.0), 1.25 * setting.leading)


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
        for above, below in zip(lines, lines[1:], strict=False)
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
            and _all_bold(above) == _all_bold(line)
            and line.base - above.base <= LOOSE * leading * line.size + 0.5
        ):
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return blocks


def _ends_early(above: Line, below: Line, right: float, frame: Box) -> bool:
    """Whether the next line's first word would have fitted into the line above: its end was wanted."""
    middle = abs((above.x0 + above.x1) / 2 - (frame[0] + frame[2]) / 2)
    from_left, from_right = above.x0 - frame[0], frame[2] - above.x1
    free = right - above.x1
    if from_left > 12 and (middle < 3 or from_right < 9):
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
    if line.base - above.base > LOOSE * max(leading, 1.0) * size + 0.5:
        return True
    early = _ends_early(above, line, right, frame)
    if _look_changes(above, line, early) or (draft.marker is None and _label_starts(draft, line)):
        return True
    if len(line.segments) > 1 and len(above.segments) > 1:
        return True
    if _indent_breaks(draft, line, early):
        return True
    if not early:
        return False
    text = above.text
    goes_on = line.text[:1].islower() and not text.endswith(TERMINAL)
    return not (goes_on and above.x1 - above.x0 > 0.5 * (right - above.x0))


def _look_changes(above: Line, line: Line, early: bool) -> bool:
    first = line.words[0]
    if _all_underlined(above) and not first.underline:
        return True
    if _all_bold(above) and not first.look.bold:
        return early or not line.text[:1].islower()
    colors = {word.look.color for word in above.words}
    if len(colors) == 1 and first.look.color not in colors:
        return early or not line.text[:1].islower()
    if not any(word.look.bold for word in above.words) and _all_bold(line):
        return early or not (line.text[:1].islower() or _is_short_label(above, line))
    if not any(word.underline for word in above.words) and _all_underlined(line):
        return early or not line.text[:1].islower()
    return {word.fill for word in above.words} != {None} and first.fill not in {
        word.fill for word in above.words
    }


def _is_short_label(above: Line, line: Line) -> bool:
    """Whether two lines are one form label of a few words, wrapped in its cell ('Project' / 'SPONSOR')."""
    return len(above.words) + len(line.words) <= 5 and not above.text.endswith(TERMINAL)


def _all_bold(line: Line) -> bool:
    return all(word.look.bold for word in line.words)


def _all_underlined(line: Line) -> bool:
    return all(word.underline for word in line.words)


def is_label(text: str) -> bool:
    """Whether a line starts with a short label and a colon ('Project manager: ...')."""
    found = LABEL.match(text)
    return found is not None and len(found.group().split()) <= LABEL_WORDS


def _label_starts(draft: Draft, line: Line) -> bool:
    if not is_label(line.text):
        return False
    bold = line.words[0].look.bold and not _all_bold(line)
    return bold or is_label(draft.first.text)


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


def _home(figure: Figure, drafts: Sequence[Draft]) -> Draft | None:
    """The paragraph in whose lines a figure stands."""
    box = figure.place.box
    if box is None or figure.kind in ("bar", "chart") or boxes.height(box) > 40:
        return None
    middle = (box[1] + box[3]) / 2
    best: tuple[float, Draft] | None = None
    for draft in drafts:
        for line in draft.lines:
            x0, top, x1, bottom = line.box
            if top - 2 <= middle <= bottom + 2 or box[1] <= (top + bottom) / 2 <= box[3]:
                distance = max(0.0, box[0] - x1, x0 - box[2])
                if best is None or distance < best[0]:
                    best = (distance, draft)
    return best[1] if best else None


def _levelled(drafts: Sequence[Draft], setting: Setting) -> list[Heading | Paragraph | ListItem]:
    """Blocks of drafts; list items get their level from how far their bullets are indented."""
    stack: list[float] = []
    texts: list[Heading | Paragraph | ListItem] = []
    for index, draft in enumerate(drafts):
        if draft.marker is None or _is_numbered_title(drafts, index, setting):
            if stack and draft.first.x0 <= stack[0] + 3.0:
                stack = []
            texts.append(_text(draft, setting))
            continue
        while stack and stack[-1] > draft.marker_x + 3.0:
            stack.pop()
        if not stack or draft.marker_x > stack[-1] + 3.0:
            stack.append(draft.marker_x)
        texts.append(_item(draft, len(stack) - 1, setting))
    return texts


def _is_numbered_title(drafts: Sequence[Draft], index: int, setting: Setting) -> bool:
    """Whether a numbered line is a heading: large or bold throughout, and the line after it is no next number."""
    draft = drafts[index]
    if draft.marker is None or not is_number(draft.marker):
        return False
    if draft.first.size >= HEADING_SCALE * setting.body_size:
        return True
    following = drafts[index + 1] if index + 1 < len(drafts) else None
    if following is not None and following.marker is not None and is_number(following.marker):
        return False
    return all(_all_bold(line) for line in draft.lines) and len(draft.lines) <= 2


def _place(draft: Draft, setting: Setting) -> Place:
    return Place(setting.page, boxes.rounded(boxes.union(line.box for line in draft.lines)))


def _item(draft: Draft, level: int, setting: Setting) -> ListItem:
    return ListItem(
        runs=make_runs(draft.lines, setting.vocabulary),
        place=_place(draft, setting),
        size=round(draft.first.size, 1),
        figures=tuple(sorted(draft.figures, key=_left)),
        level=level,
        marker=draft.marker or "•",
    )


def _text(draft: Draft, setting: Setting) -> Heading | Paragraph:
    lines, fill = _paragraph_fill(draft.lines, setting)
    runs = make_runs(lines, setting.vocabulary)
    size = draft.first.size
    figures = tuple(sorted(draft.figures, key=_left))
    place = _place(draft, setting)
    length = sum(len(run.text) for run in runs)
    if (
        size >= HEADING_SCALE * setting.body_size
        and length <= LONGEST_HEADING
        and _is_title(runs, size, setting)
    ):
        level = 1 + sum(1 for other in setting.heading_sizes if other > size + 0.3)
        return Heading(runs, place, round(size, 1), fill, figures=figures, level=min(level, 6))
    return Paragraph(runs, place, round(size, 1), fill, figures=figures)


def _is_title(runs: Sequence[Run], size: float, setting: Setting) -> bool:
    """Whether large text is a heading and no figure (a key number) nor a form's 'Label: value'."""
    text = "".join(run.text for run in runs).strip()
    if not any(char.isalpha() for char in text):
        return False
    label = LABEL.match(text)
    has_value = label is not None and is_label(text) and label.end() < len(text)
    return not (has_value and ("\t" in text or size < TITLE_SCALE * setting.body_size))


def _paragraph_fill(lines: Sequence[Line], setting: Setting) -> tuple[list[Line], str | None]:
    """A background that reaches well beyond the words is the paragraph's, not the runs'."""
    words = [word for line in lines for word in line.words]
    fills = {word.fill for word in words}
    if len(fills) != 1 or fills == {None}:
        return list(lines), None
    rect = setting.fills.behind(*boxes.center(words[0].box))
    ink = boxes.union(word.box for word in words)
    if rect is None or max(ink[0] - rect.box[0], rect.box[2] - ink[2]) < 4.0:
        return list(lines), None
    bare = [
        replace(
            line,
            segments=tuple(
                replace(part, words=tuple(word._replace(fill=None) for word in part.words))
                for part in line.segments
            ),
        )
        for line in lines
    ]
    return bare, visible(rect.color)


def _left(figure: Figure) -> float:
    return figure.place.box[0] if figure.place.box else 0.0
