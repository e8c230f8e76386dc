"""Form rows to label: value pairs: side by side, over one another, or both in one cell."""

from __future__ import annotations

import re
from functools import partial

from extractors.document import Cell, Text
from pipeline.reading.elements import Element, Line, Pair, cell_text, mark_of, texts_of
from pipeline.reading.grid import Grid, is_empty
from pipeline.reading.memory import remembered
from pipeline.reading.vocabulary import Vocabulary
from pipeline.values.dates import find_dates, parse_date, parse_period
from pipeline.values.rating import Mark

_LABEL_LENGTH = 60
"""Characters of an unknown label; known labels may be longer (whole questions)."""
_LABEL_WORDS = 8
_FIELD_LINES, _MOST_LINES = 3, 20
"""Lines of one cell that make a form of it where as many give known fields."""
_LABELS_AND_VALUES = 2
_ANSWERS = {"yes", "no", "y", "n"}
_LINE_WORDS = 16
_INLINE = re.compile(r"^(?P<label>[^:\t]{2,90}?)\s*(?::\s*|\t+\s*)(?P<value>\S.*)?$", re.DOTALL)
_DASHED = re.compile(r"^(?P<label>[^:–—\t]{2,60}?)\s+[–—-]\s+(?P<value>\S.*)$", re.DOTALL)
_PARTS = re.compile(r"\t+|\s+\|\s+|\s{3,}")
"""What parts the pairs of one line."""
_ABBREVIATION = re.compile(r"\b(?:nos?|refs?|mgr|dept|proj|est|tel|ext)\.\s*$", re.IGNORECASE)
"""'CIP Project No.': the full stop ends a word, no sentence."""
_CODE = re.compile(r"(?=.*\d)[A-Z0-9][\w/\-. ]{2,24}")
"""A reference: capitals, digits and signs."""
_REF = {"ref", "ref.", "reference"}
_FOR_WHOM = re.compile(r"\s*,?\s*(?:for|to|by|at) ")
"""'Prepared 3 November 2025 for the Board': what follows the date is no part of it."""
_QUESTION = re.compile(r"^(?P<label>.{8,120}?\?)\s*(?P<value>\S.{0,80})$", re.DOTALL)


def split_inline(text: str, vocabulary: Vocabulary, strict: bool) -> tuple[str, str] | None:
    """'Label: value' in one line as (label, value), None where it is none.

    Args:
        text: the line.
        vocabulary: what labels are known.
        strict: only labels that name a field of the report count (inside running text); else any short label does.
    """
    for pattern in (_QUESTION, _INLINE, _DASHED):
        match = pattern.match(text.strip())
        if not match:
            continue
        label, value = match["label"].strip(), (match["value"] or "").strip()
        if pattern is _DASHED and vocabulary.field(value):
            continue  # 'Start – Finish' are two labels
        known = vocabulary.field(label)
        if known and (known != "metadata" or not strict):
            return label, value
        if pattern is _INLINE and not strict and _short(label) and value and len(value) <= 120:
            return label, value
    return None


def split_line(block: Text, text: str, vocabulary: Vocabulary, strict: bool) -> list[Pair]:
    """All label: value pairs of a line: one, or several parted by tabs or bars ('Ref: 12<tab>PM: A B')."""
    return [_pair(label, value, (block,)) for label, value in _pairs_in(vocabulary, text, strict)]


@remembered
def _pairs_in(vocabulary: Vocabulary, text: str, strict: bool) -> tuple[tuple[str, str], ...]:
    """The labels and values of ``split_line``."""
    parts = [part for part in _PARTS.split(text) if part.strip(" |")]
    if len(parts) > 1:
        pairs = _tabbed(parts, vocabulary, strict)
        if pairs:
            return tuple(pairs)
        among = [
            split_inline(part.strip(), vocabulary, strict=True) or _unparted(part, vocabulary)
            for part in parts
        ]
        told = tuple(pair for pair in among if pair and pair[1])
        if told:
            return told
    single = split_inline(text, vocabulary, strict) or _unparted(text, vocabulary)
    return (single,) if single else ()


def _unparted(text: str, vocabulary: Vocabulary) -> tuple[str, str] | None:
    """'Week ending 17 October 2025': a date's label with nothing but a space before the date."""
    words = text.split()
    if len(words) > _LINE_WORDS:
        return None
    if 2 < len(words) <= 5 and vocabulary.field(" ".join(words[:2])) == "reference":
        code = " ".join(words[2:])
        return (" ".join(words[:2]), code) if _CODE.fullmatch(code) else None
    if len(words) == 2 and words[0].casefold() in _REF and _CODE.fullmatch(words[1]):
        return words[0], words[1]
    for cut in range(min(6, len(words) - 1), 0, -1):
        label, value = " ".join(words[:cut]), " ".join(words[cut:])
        name = vocabulary.field(label)
        found = find_dates(value) if name == "report_date" else []
        if found and found[0][0] == 0 and _FOR_WHOM.match(value[found[0][1] :]):
            return label, value[: found[0][1]]
        dated = (
            parse_period(value) is not None
            if name in {"period", "week-ending"}
            else parse_date(value) is not None
        )
        if name in {"period", "week-ending", "report_date", "start_date", "end_date"} and dated:
            return label, value
    return None


def _tabbed(parts: list[str], vocabulary: Vocabulary, strict: bool) -> list[tuple[str, str]]:
    """Pairs of a line's tabbed parts, [] unless all of it falls into pairs."""
    pairs: list[tuple[str, str]] = []
    index = 0
    while index < len(parts):
        part = parts[index].strip()
        inline = split_inline(part, vocabulary, strict)
        if inline and inline[1]:
            pairs.append(inline)
            index += 1
        elif index + 1 < len(parts) and (
            vocabulary.field(part) or (not strict and part.endswith(":") and _short(part))
        ):
            follower = parts[index + 1].strip()
            if vocabulary.field(follower) and follower.endswith(":"):
                pairs.append((part.rstrip(": "), ""))
                index += 1
            else:
                pairs.append((part.rstrip(": "), follower))
                index += 2
        else:
            return []
    return pairs


def looks_like_label(cell: Cell, vocabulary: Vocabulary) -> bool:
    """Whether a cell is a form's label by wording, or by its look: short and bold, filled, or ending in a colon."""
    text = cell_text(cell)
    texts = cell.lines
    if not text or len(texts) > 2:
        return False
    if vocabulary.field(text):
        return True
    if (
        not _short(text)
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
        if cell.column + cell.column_span < grid.columns and _is_known(cell_text(cell), vocabulary)
    )
    return frozenset(known)


def _is_known(text: str, vocabulary: Vocabulary) -> bool:
    return len(text) <= _LABEL_LENGTH and (
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
            elements += inside
            pairs += len(inside)
            index += 1
        elif (
            follower is not None
            and not vocabulary.field(cell_text(cell))
            and _inside_known(follower, vocabulary)
        ):
            elements += [Line(block, block.text, fill=cell.fill, in_table=True) for block in cell.lines]
            index += 1
        elif (
            follower is not None
            and (looks_like_label(cell, vocabulary) or _is_own_label(cell, follower, labels))
            and not _label_first(cell, follower, vocabulary)
        ):
            blocks = cell.lines + texts_of(follower.blocks)
            label = cell_text(cell).strip().rstrip(":").strip()
            elements.append(Pair(label, cell_text(follower), blocks, mark_of(follower), cell.place))
            pairs += 1
            index += 2
        elif (again := _dated_again(elements, cell, vocabulary)) is not None:
            elements.append(again)
            index += 1
        elif follower is not None and vocabulary.field(cell_text(cell)) == "period":
            label = cell_text(cell).rstrip(": ")  # over 'From' and 'To', which hold the dates
            elements.append(Pair(label, "", cell.lines, Mark(""), cell.place))
            index += 1
        elif follower is None and looks_like_label(cell, vocabulary) and vocabulary.field(cell_text(cell)):
            elements.append(Pair(cell_text(cell).rstrip(": "), "", cell.lines, Mark(""), cell.place))
            pairs += 1
            index += 1
        else:
            elements += [Line(block, block.text, fill=cell.fill, in_table=True) for block in cell.lines]
            index += 1
    return elements if pairs else []


def _rows_alike(grid: Grid, row: int, heads: int) -> int:
    """How many rows from ``row`` on, at most three, have as many cells as there are heads."""
    return next((n for n in range(3) if len(grid.starting(row + n)) != heads), 3)


def _labels_dressed(grid: Grid, row: int, heads: list[Cell]) -> bool:
    """Whether filled cells stand over as many plain ones, and no third plain row: labels, not a register's heads."""
    below, third = grid.starting(row + 1), grid.starting(row + 2)
    plain = len(below) == len(heads) and not any(cell.fill for cell in below)
    return plain and all(cell.fill for cell in heads) and (not third or all(cell.fill for cell in third))


def _are_labels(heads: list[Cell], rows: int, vocabulary: Vocabulary, all_known: bool, dressed: bool) -> bool:
    words = [cell_text(cell).strip() for cell in heads]
    if any(text.endswith("?") for text in words) and any(text.casefold() in _ANSWERS for text in words):
        return False  # a question beside its answer
    known = [vocabulary.field(text) for text in words]
    if all(known) or all_known:
        return all(known)
    short = all(_short(cell_text(cell)) for cell in heads)
    if short and dressed and any(name not in {None, "metadata"} for name in known):
        return True
    return rows == _LABELS_AND_VALUES and short and len([name for name in known if name]) * 2 > len(heads)


def _dated_again(elements: list[Element], cell: Cell, vocabulary: Vocabulary) -> Pair | None:
    """A second date of the same field: [End date][30/9/2012][31/10/2012], the baseline and the forecast."""
    last = elements[-1] if elements else None
    if not isinstance(last, Pair) or not (vocabulary.field(last.label) or "").endswith("_date"):
        return None
    if parse_date(cell_text(cell)) is None:
        return None
    return Pair(last.label, cell_text(cell), cell.lines, mark_of(cell), cell.place)


def labels_over_values(
    grid: Grid, row: int, vocabulary: Vocabulary, all_known: bool
) -> tuple[list[Element], int] | None:
    """A row of labels over a row of their values, and the two rows it takes.

    ``all_known``: every label must be known; else most of them, where nothing stands below their values.
    """
    heads = [cell for cell in grid.starting(row) if not is_empty(cell)]
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
    values = [grid.under(row + 1, head) for head in heads]
    if not any(value is not None and not is_empty(value) for value in values):
        return None
    told = [cell_text(value) for value in values if value is not None]
    if (
        any(vocabulary.field(words) for words in told)
        or sum(1 for words in told if vocabulary.dimension(words)) > 1
        or any(map(partial(_are_answers, vocabulary), heads, values))
    ):
        return None
    elements: list[Element] = []
    for head, value in zip(heads, values, strict=True):
        texts = texts_of(head.blocks) + (texts_of(value.blocks) if value else ())
        mark = mark_of(value) if value else Mark("")
        elements.append(
            Pair(cell_text(head).rstrip(": "), cell_text(value) if value else "", texts, mark, head.place)
        )
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
    below = cell_text(value) if value is not None else ""
    told = vocabulary.is_kind("yes", below) or vocabulary.is_kind("no", below)
    return told and vocabulary.is_kind("no", cell_text(head))


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
    dashed = _DASHED.match(texts[0].text) if len(texts) == 1 else None
    if (
        dashed
        and not vocabulary.field(dashed["value"])
        and len(dashed["label"].split()) <= 4
        and len(dashed["value"]) <= _LABEL_LENGTH
        and dashed["label"][:1].isupper()
    ):
        return [_pair(dashed["label"].strip(), dashed["value"].strip(), (texts[0],))]
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
    lines = [text for text in texts_of(follower.blocks) if text.text]
    return cell.column in labels and _short(cell_text(cell)) and len(cell.lines) == 1 and 0 < len(lines) <= 2


def _inside_known(cell: Cell, vocabulary: Vocabulary) -> bool:
    """Whether a cell holds a known field whole ('Reference: P19')."""
    return any(
        isinstance(pair, Pair) and vocabulary.field(pair.label) for pair in inside_cell(cell, vocabulary)
    )


def _label_first(cell: Cell, follower: Cell, vocabulary: Vocabulary) -> bool:
    """Whether the follower is a label itself, so that ``cell`` has no value beside it."""
    text = cell_text(follower)
    if not vocabulary.field(text):
        return False
    known = vocabulary.field(cell_text(cell))
    return not known or text.rstrip().endswith(":") or all(block.bold for block in texts_of(follower.blocks))


def _pair(label: str, value: str, blocks: tuple[Text, ...]) -> Pair:
    runs = tuple(run for block in blocks for run in block.runs)
    figures = tuple(figure for block in blocks for figure in block.figures)
    return Pair(
        label, value, blocks, Mark(value, runs, blocks[0].fill, figures), blocks[0].place, in_table=False
    )


def _short(text: str) -> bool:
    whole = text.rstrip().endswith((".", ";")) and not _ABBREVIATION.search(text)
    return len(text) <= _LABEL_LENGTH and len(text.split()) <= _LABEL_WORDS and not whole


def _is_light(cell: Cell, vocabulary: Vocabulary) -> bool:
    return vocabulary.rating_words.light_of(cell.fill) is not None
