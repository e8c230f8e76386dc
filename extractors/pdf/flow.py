"""Lines of one column or cell -> paragraphs, list items and headings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from extractors.document import Block, Box, Figure, Heading, ListItem, Paragraph, Place, Run
from extractors.pdf import boxes
from extractors.pdf.broken_words import with_whole_words
from extractors.pdf.bullets import is_number
from extractors.pdf.fills import Fills, visible
from extractors.pdf.hyphens import Vocabulary
from extractors.pdf.lines import Line
from extractors.pdf.paragraphs import LABEL, Draft, all_bold, is_label, make_drafts
from extractors.pdf.pitch import Wraps
from extractors.pdf.primitives import Word
from extractors.pdf.runs import make_runs
from extractors.pdf.wrapped_labels import with_whole_labels

HEADING_SCALE = 1.15
"""Times the body size: text this large is a heading."""

TITLE_SCALE = 1.5
"""Times the body size: a line this large is a title even where it reads 'Label: value'."""

_NEXT = 1.8
"""Font sizes from line to line of a list; headings have more white over them."""

_TITLE_WORDS = 5
"""Words of a numbered line from which its full stop makes it a sentence."""

_TITLE_LINES = 2
"""Lines of a title that is a sentence; more are a paragraph."""

LONGEST_HEADING = 200
"""Characters: longer text is no heading, however large."""


CENTERED = 3.0
"""Points by which the middles of centred lines may differ."""

LONG_TITLE = 0.6
"""Of the region's width: a centred line as long as this is wrapped for its look before it is full."""

TITLE_LEADING = 1.6
"""Font sizes from baseline to baseline within a title."""


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
    wraps: Wraps | None = None
    """The wrapped lines of the table that is being read."""
    versions: bool = False
    """Whether the cell's column holds names after their versions, which look like the numbers of a list."""


def make_blocks(
    lines: Sequence[Line], figures: Sequence[Figure], frame: Box, setting: Setting, cell: bool = False
) -> list[Block]:
    """The blocks of the ``lines`` printed within ``frame`` (a column, or a cell's box), from top to bottom."""
    filled = _with_fills(with_whole_labels(lines), frame, setting, cell)
    if cell:
        filled = with_whole_words(filled, frame, setting.vocabulary)
    drafts = _with_whole_titles(
        make_drafts(filled, frame, setting.leading, cell, setting.wraps, setting.versions), frame, setting
    )
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


def _with_whole_titles(drafts: Sequence[Draft], frame: Box, setting: Setting) -> list[Draft]:
    """Drafts with a centred title of two lines made whole; a short line over another is a title of its own."""
    if len(drafts) < 2:
        return list(drafts)
    whole: list[Draft] = []
    for draft in drafts:
        above = whole[-1] if whole else None
        if above is not None and _is_title_rest(above.last, draft, frame, setting):
            above.lines += draft.lines
        else:
            whole.append(draft)
    return whole


def _is_title_rest(above: Line, draft: Draft, frame: Box, setting: Setting) -> bool:
    line, size = draft.first, draft.first.size
    first, second = above.words[0].look, line.words[0].look
    if size < HEADING_SCALE * setting.body_size or draft.marker or len(draft.lines) > 1:
        return False
    alike = (first.font, first.color, first.bold) == (second.font, second.color, second.bold)
    centered = abs(above.x0 + above.x1 - line.x0 - line.x1) / 2 < CENTERED < abs(above.x0 - line.x0)
    wrapped = above.x1 - above.x0 > max(line.x1 - line.x0, LONG_TITLE * boxes.width(frame))
    close = line.base - above.base <= TITLE_LEADING * size
    return alike and abs(above.size - size) < 0.1 and centered and wrapped and close


def _with_fills(lines: Sequence[Line], frame: Box, setting: Setting, cell: bool) -> list[Line]:
    """Lines whose words have the background that is theirs apart from the cell's own."""
    fills = setting.fills
    if cell and fills.is_even(frame, [line.box for line in lines]):
        return list(lines)
    own = fills.cell_color(frame, [word for line in lines for word in line.words]) if cell else None
    filled = []
    for line in lines:
        if own is None and not fills.reach(line.box):
            filled.append(line)
            continue
        colors = [fills.color_behind(word.box) for word in line.words]
        if any(color != own for color in colors):
            others = zip(line.words, colors, strict=True)
            filled.append(_with_colors(line, {word: color for word, color in others if color != own}))
        else:
            filled.append(line)
    return filled


def _with_colors(line: Line, colors: Mapping[Word, str | None]) -> Line:
    """The line, each word of ``colors`` with that background."""
    return replace(
        line,
        segments=tuple(
            replace(part, words=tuple(replace(word, fill=colors.get(word)) for word in part.words))
            for part in line.segments
        ),
    )


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
    """Whether a numbered line is a heading: large or bold throughout, and the line after it is no next number, unless
    that counts what stands under it ('3.1' under '3.').
    """
    draft = drafts[index]
    if draft.marker is None or not is_number(draft.marker):
        return False
    large = draft.first.size >= HEADING_SCALE * setting.body_size
    if large and not _is_sentence(draft) and not _is_counted(drafts, index):
        return True
    following = drafts[index + 1] if index + 1 < len(drafts) else None
    if following is not None and following.marker is not None and is_number(following.marker):
        under = following.marker.startswith(draft.marker.rstrip(".") + ".")
        if not under or following.marker == draft.marker:
            return False
    return all(all_bold(line) for line in draft.lines) and len(draft.lines) <= 2


def _is_counted(drafts: Sequence[Draft], index: int) -> bool:
    """Whether a plain numbered line stands right over or under the next number, set alike: a list's item, in type that
    only a page of small tables makes large.
    """
    draft = drafts[index]
    if all(all_bold(line) for line in draft.lines):
        return False
    for other in (*drafts[max(0, index - 1) : index], *drafts[index + 1 : index + 2]):
        close = abs(other.first.base - draft.first.base) <= _NEXT * draft.first.size * max(
            len(draft.lines), len(other.lines)
        )
        if (
            other.marker is not None
            and is_number(other.marker)
            and close
            and other.first.size == draft.first.size
        ):
            return True
    return False


def _is_sentence(draft: Draft) -> bool:
    """Whether a text says something, in type that only a page of small print makes large."""
    words = [word for line in draft.lines for word in line.words]
    plain = not all(all_bold(line) for line in draft.lines)
    return plain and words[-1].text.endswith(".") and len(words) > _TITLE_WORDS


def _place(draft: Draft, setting: Setting) -> Place:
    box = draft.first.box if len(draft.lines) == 1 else boxes.union([line.box for line in draft.lines])
    return Place(setting.page, boxes.rounded(box))


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
    figures = tuple(sorted(draft.figures, key=_left)) if draft.figures else ()
    place = _place(draft, setting)
    if (
        size >= HEADING_SCALE * setting.body_size
        and sum(len(run.text) for run in runs) <= LONGEST_HEADING
        and _is_title(runs, size, setting)
        and not (len(draft.lines) > _TITLE_LINES and _is_sentence(draft))
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
    bold = all(run.bold for run in runs if run.text.strip())
    tabbed = has_value and label is not None and text[label.end() :].startswith("\t")
    return not (tabbed or (has_value and not bold and size < TITLE_SCALE * setting.body_size))


def _paragraph_fill(lines: Sequence[Line], setting: Setting) -> tuple[list[Line], str | None]:
    """A background that reaches well beyond the words is the paragraph's, not the runs'."""
    first = lines[0].words[0].fill
    if first is None or any(word.fill != first for line in lines for word in line.words):
        return list(lines), None
    words = [word for line in lines for word in line.words]
    rect = setting.fills.behind(*boxes.center(words[0].box))
    ink = boxes.union(word.box for word in words)
    if rect is None or max(ink[0] - rect.box[0], rect.box[2] - ink[2]) < 4.0:
        return list(lines), None
    return [_with_colors(line, {}) for line in lines], visible(rect.color)


def _left(figure: Figure) -> float:
    return figure.place.box[0] if figure.place.box else 0.0
