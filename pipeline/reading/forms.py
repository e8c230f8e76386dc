"""Form rows to label: value pairs: side by side, over one another, or both in one cell."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from extractors.document import Cell
from pipeline.reading.elements import Element, Line, Pair, mark_of
from pipeline.reading.grid import Grid, is_empty, is_label_column
from pipeline.reading.label_lines import DASHED, LABEL_LENGTH, is_short, line_pair, split_line
from pipeline.reading.vocabulary import Vocabulary
from pipeline.values.dates import parse_date
from pipeline.values.rating import Mark

_FIELD_LINES, _MOST_LINES = 3, 20
"""Lines of one cell that make a form of it where as many give known fields."""
_LABELS_AND_VALUES = 2
_ANSWERS = {"yes", "no", "y", "n"}


def looks_like_label(cell: Cell, vocabulary: Vocabulary) -> bool:
    """Whether a cell is a form's label by wording, or by its look: short and bold, filled, or ending in a colon."""
    text = cell.words
    texts = cell.lines
    if not text or len(texts) > 2:
        return False
    if vocabulary.field(text):
        return True
    if (
        not is_short(text)
        or vocabulary.is_kind("placeholder", text)
        or parse_date(text)
        or vocabulary.rating_words.of_word(text)
    ):
        return False
    return (
        text.rstrip().endswith(":")
        or all(block.bold for block in texts)
        or (bool(cell.fill) and not _is_light(cell, vocabulary))
    )


def label_columns(grid: Grid, vocabulary: Vocabulary) -> frozenset[int]:
    """The columns of a table in which known labels stand: a form's own, unknown labels stand there too."""
    known = (
        cell.column
        for cell in grid.table.cells
        if cell.column + cell.column_span < grid.columns and _is_known(cell.words, vocabulary)
    )
    return frozenset(known)


def _is_known(text: str, vocabulary: Vocabulary) -> bool:
    return len(text) <= LABEL_LENGTH and (
        vocabulary.field(text) is not None or vocabulary.dimension(text) is not None
    )


def form_row(
    cells: list[Cell], vocabulary: Vocabulary, labels: frozenset[int] = frozenset()
) -> list[Element]:
    """The pairs (and the unlabelled lines) of a form's row, [] where the row is no form.

    A short cell of one of the columns ``labels`` is a label whatever its look.
    """
    elements: list[Element] = []
    pairs = 0
    index = 0
    while index < len(cells):
        cell = cells[index]
        if is_empty(cell):
            index += 1
            continue
        inside = inside_cell(cell, vocabulary)
        follower = cells[index + 1] if index + 1 < len(cells) else None
        if inside:
            elements += [_of_the_form(pair, vocabulary) for pair in inside]
            pairs += len(inside)
            index += 1
        elif (
            follower is not None
            and not vocabulary.field(cell.words)
            and (_inside_known(follower, vocabulary) or vocabulary.is_kind("title", cell.words))
        ):
            elements += [Line(block, block.text, fill=cell.fill, in_table=True) for block in cell.lines]
            index += 1
        elif (
            follower is not None
            and (looks_like_label(cell, vocabulary) or _is_own_label(cell, follower, labels))
            and not _label_first(cell, follower, vocabulary)
        ):
            blocks = cell.lines + follower.lines
            label = cell.words.strip().rstrip(":").strip()
            elements.append(Pair(label, follower.words, blocks, mark_of(follower), cell.place))
            pairs += 1
            index += 2
        elif (again := _dated_again(elements, cell, vocabulary)) is not None:
            elements.append(again)
            index += 1
        elif follower is not None and vocabulary.field(cell.words) == "period":
            label = cell.words.rstrip(": ")  # over 'From' and 'To', which hold the dates
            elements.append(Pair(label, "", cell.lines, Mark(""), cell.place))
            index += 1
        elif follower is None and looks_like_label(cell, vocabulary) and vocabulary.field(cell.words):
            elements.append(Pair(cell.words.rstrip(": "), "", cell.lines, Mark(""), cell.place))
            pairs += 1
            index += 1
        else:
            elements += [Line(block, block.text, fill=cell.fill, in_table=True) for block in cell.lines]
            index += 1
    return elements if pairs else []


def _of_the_form(element: Element, vocabulary: Vocabulary) -> Element:
    """A pair of a cell beside others: 'Prepared by: A B' under the board's decisions is the form's own foot."""
    if isinstance(element, Pair) and vocabulary.field(element.label) == "metadata":
        return replace(element, in_table=True)
    return element


def _rows_alike(grid: Grid, row: int, heads: int) -> int:
    """How many rows from ``row`` on, at most three, have as many cells as there are heads."""
    return next((n for n in range(3) if len(grid.starting(row + n)) != heads), 3)


def _labels_dressed(grid: Grid, row: int, heads: list[Cell]) -> bool:
    """Whether filled cells stand over as many plain ones, and no third plain row: labels, not a register's heads."""
    below, third = grid.starting(row + 1), grid.starting(row + 2)
    plain = len(below) == len(heads) and not any(cell.fill for cell in below)
    return plain and all(cell.fill for cell in heads) and (not third or all(cell.fill for cell in third))


def _are_labels(heads: list[Cell], rows: int, vocabulary: Vocabulary, all_known: bool, dressed: bool) -> bool:
    words = [cell.words.strip() for cell in heads]
    if any(text.endswith("?") for text in words) and any(text.casefold() in _ANSWERS for text in words):
        return False  # a question beside its answer
    known = [vocabulary.field(text) for text in words]
    if all(known) or all_known:
        return all(known)
    short = all(is_short(cell.words) for cell in heads)
    if short and dressed and any(name not in {None, "metadata"} for name in known):
        return True
    return rows == _LABELS_AND_VALUES and short and len([name for name in known if name]) * 2 > len(heads)


def _dated_again(elements: list[Element], cell: Cell, vocabulary: Vocabulary) -> Pair | None:
    """A second date of the same field: [End date][30/9/2012][31/10/2012], the baseline and the forecast."""
    last = elements[-1] if elements else None
    if not isinstance(last, Pair) or not (vocabulary.field(last.label) or "").endswith("_date"):
        return None
    if parse_date(cell.words) is None:
        return None
    return Pair(last.label, cell.words, cell.lines, mark_of(cell), cell.place)


def labels_over_values(
    grid: Grid, row: int, vocabulary: Vocabulary, all_known: bool
) -> tuple[list[Element], int] | None:
    """A row of labels over a row of their values, and the two rows it takes.

    ``all_known``: every label must be known; else most of them, where nothing stands below their values.
    """
    heads = grid.filled(row)
    if (
        len(heads) < 2
        or len(heads) < len(grid.starting(row))
        or row + 1 >= grid.rows
        or not _are_labels(
            heads,
            _rows_alike(grid, row, len(heads)),
            vocabulary,
            all_known,
            _labels_dressed(grid, row, heads),
        )
    ):
        return None
    if len({all(text.bold for text in head.lines) for head in heads}) > 1:
        return None  # a bold label with its plain value beside it
    values = [grid.under(row + 1, head) for head in heads]
    if is_label_column(heads, values):
        return None
    if not any(value is not None and not is_empty(value) for value in values):
        return None
    told = [value.words for value in values if value is not None]
    if (
        any(vocabulary.field(words) for words in told)
        or sum(1 for words in told if vocabulary.dimension(words)) > 1
        or any(map(partial(_are_answers, vocabulary), heads, values))
    ):
        return None
    elements: list[Element] = []
    for head, value in zip(heads, values, strict=True):
        texts = head.lines + (value.lines if value else ())
        mark = mark_of(value) if value else Mark("")
        elements.append(Pair(head.words.rstrip(": "), value.words if value else "", texts, mark, head.place))
    return elements, 2


def fields_inside(cell: Cell, vocabulary: Vocabulary) -> list[Element]:
    """The fields of a form told in lines of one cell ('Project: ...' / 'Sponsor: ...'); [] where some are none."""
    texts = [text for text in cell.lines if text.text]
    if len(texts) < _FIELD_LINES or len(texts) > _MOST_LINES:
        return []
    found: list[Element] = []
    known = 0
    for text in texts:
        pairs = [pair for pair in split_line(text, text.text, vocabulary, strict=False) if pair.value]
        if not pairs:
            return []
        known += sum(1 for pair in pairs if vocabulary.field(pair.label) not in {None, "metadata"})
        found += pairs
    return found if known >= _FIELD_LINES else []


def _are_answers(vocabulary: Vocabulary, head: Cell, value: Cell | None) -> bool:
    """'No' over 'Yes' answers two questions; over references it is 'No.', a label."""
    below = value.words if value is not None else ""
    told = vocabulary.is_kind("yes", below) or vocabulary.is_kind("no", below)
    return told and vocabulary.is_kind("no", head.words)


def inside_cell(cell: Cell, vocabulary: Vocabulary) -> list[Element]:
    """The pairs that stand whole inside one cell: 'Label: value', or a label line over value lines."""
    texts = [text for text in cell.lines if text.text]
    if not texts or len(texts) > 6:
        return []
    found: list[Element] = []
    for text in texts:
        pairs = [pair for pair in split_line(text, text.text, vocabulary, strict=False) if pair.value]
        if not pairs:
            found = []
            break
        found += pairs
    if found:
        return found
    dashed = DASHED.match(texts[0].text) if len(texts) == 1 else None
    if (
        dashed
        and not vocabulary.field(dashed["value"])
        and not vocabulary.is_report_title(dashed["value"])
        and len(dashed["label"].split()) <= 4
        and len(dashed["value"]) <= LABEL_LENGTH
        and dashed["label"][:1].isupper()
    ):
        return [line_pair(dashed["label"].strip(), dashed["value"].strip(), (texts[0],))]
    label, *rest = texts
    if all(text.text.startswith("(") and text.text.endswith(")") for text in rest):
        return []  # guidance under the label: the value stands beside it
    known = vocabulary.field(label.text)
    if rest and known and not vocabulary.field(rest[0].text) and len(rest) <= 2:
        value = " ".join(text.text for text in rest)
        runs = tuple(run for text in rest for run in text.runs)
        return [Pair(label.text.rstrip(": "), value, tuple(texts), Mark(value, runs, cell.fill), cell.place)]
    return []


def _is_own_label(cell: Cell, follower: Cell, labels: frozenset[int]) -> bool:
    """A short cell in a column of labels, with a value of a line or two beside it."""
    lines = [text for text in follower.lines if text.text]
    return cell.column in labels and is_short(cell.words) and len(cell.lines) == 1 and 0 < len(lines) <= 2


def _inside_known(cell: Cell, vocabulary: Vocabulary) -> bool:
    """Whether a cell holds a known field whole ('Reference: P19')."""
    return any(
        isinstance(pair, Pair) and vocabulary.field(pair.label) for pair in inside_cell(cell, vocabulary)
    )


def _label_first(cell: Cell, follower: Cell, vocabulary: Vocabulary) -> bool:
    """Whether the follower is a label itself, so that ``cell`` has no value beside it."""
    text = follower.words
    if not vocabulary.field(text):
        return False
    known = vocabulary.field(cell.words)
    return not known or text.rstrip().endswith(":") or all(block.bold for block in follower.lines)


def _is_light(cell: Cell, vocabulary: Vocabulary) -> bool:
    return vocabulary.rating_words.light_of(cell.fill) is not None
