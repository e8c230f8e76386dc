"""Lines that look like headings and open no section that the rules know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extractors.document import Block, Cell, ListItem, Table, Text
from pipeline.model import Report
from pipeline.reading.elements import Line
from pipeline.reading.headings import Looks
from pipeline.rulebook.unknown import WORDING_LENGTH, Books, Unknown, where
from pipeline.values.dates import find_dates

_WORDS = 14
"""Words of the longest headings."""
_PLAIN_WORDS = 8
"""Words of a heading that nothing but the bullets under it show to be one."""
_LONG = 120
"""Characters of a cell that is a section's content and not a label's value."""
_SENTENCE = 5
"""Words of the shortest sentences."""
_KNOWN = 0.7
"""Share of a heading's words that the rules know from which it is a known one that stands elsewhere."""
_EXCERPT = 12
"""Lines under a heading that tell what it may mean."""


@dataclass(frozen=True, slots=True)
class _Placed:
    """A line; ``in_row``: it stands beside others in a table's row and can head nothing."""

    line: Line
    in_row: bool = False


def unknown_headings(books: Books) -> list[Unknown]:
    """The headings that no rule knows, each with the lines under it."""
    placed = list(_lines(books.document.body))
    looks = Looks([item.line for item in placed])
    told = [report for report in books.reading.reports if not _from_title(report)]
    names = {report.project for report in told}
    found: list[Unknown] = []
    for index, item in enumerate(placed):
        following = placed[index + 1] if index + 1 < len(placed) else None
        if item.line.text in names or not _is_heading(item, following, looks, books):
            continue
        under = _under(placed, index, looks, books)
        if under:
            excerpt = tuple(line.text for line in under[:_EXCERPT])
            number = "1 line under it is" if len(under) == 1 else f"{len(under)} lines under it are"
            why = f"{number} kept as {_kept_as(under, books)}"
            found.append(
                Unknown("heading", item.line.text.strip(" :"), where(item.line.block.place), excerpt, why)
            )
    return found


def known_sections(books: Books) -> set[str]:
    """The sections that the document's known headings open."""
    opened = [
        text.text
        for text in books.texts()
        if (entry := books.fate(text)) is not None
        and entry.fate == "heading"
        and entry.rule not in {"unknown heading", "title", "workstream"}
    ]
    matches = [books.vocabulary.heading(text) for text in opened]
    return {match.section for match in matches if match is not None}


def _is_heading(item: _Placed, following: _Placed | None, looks: Looks, books: Books) -> bool:
    line, text = item.line, item.line.text.strip()
    if item.in_row or following is None or isinstance(line.block, ListItem) or not _is_free(line, books):
        return False
    if len(text) > WORDING_LENGTH or len(text.split()) > _WORDS or text.endswith((".", ";", ",")):
        return False
    if not any(char.isalpha() for char in text) or find_dates(text) or books.is_furniture(text):
        return False
    if _is_known(text, books):
        return False
    bullets = isinstance(following.line.block, ListItem) and len(text.split()) <= _PLAIN_WORDS
    entry = books.fate(line.block)
    if entry is not None and entry.fate == "field":
        return bullets  # taken for the project's name, which no bullets stand under
    return looks.strength(line) > 1 or bullets


def _from_title(report: Report) -> bool:
    """Whether the project's name is a guess from the first lines."""
    source = report.sources.get("project")
    return source is not None and source.rule == "title"


def _kept_as(under: list[Line], books: Books) -> str:
    """What became of the lines under a heading: the worst of them."""
    fates = {entry.fate if (entry := books.fate(line.block)) else "unclassified" for line in under}
    return next(fate for fate in ("unclassified", "metadata", "narrative") if fate in fates)


def _is_free(line: Line, books: Books) -> bool:
    """Whether nothing but its look has decided what the line is."""
    entry = books.fate(line.block)
    if entry is not None and entry.fate == "heading":
        return entry.rule in {"unknown heading", "title"}
    if entry is not None and (entry.fate, entry.rule) == ("field", "title"):
        return True
    return books.lost(line.block) or (line.label == "row" and entry is not None and entry.fate == "metadata")


def _is_known(text: str, books: Books) -> bool:
    match = books.vocabulary.heading(text)
    known = match is not None and (match.exact or match.coverage >= _KNOWN)
    titled = books.vocabulary.title_pattern.search(text) or books.vocabulary.is_kind("organisation", text)
    named = books.vocabulary.field(text) or books.vocabulary.dimension(text)
    return bool(known or titled or named)


def _under(placed: list[_Placed], index: int, looks: Looks, books: Books) -> list[Line]:
    """The lines of content from a heading to the next one, known or unknown."""
    under: list[Line] = []
    in_cell = placed[index].line.label == "row"  # the cell beside it was taken for a label's value
    for number in range(index + 1, len(placed)):
        item, following = placed[number], placed[number + 1] if number + 1 < len(placed) else None
        entry = books.fate(item.line.block)
        if entry is not None and entry.fate == "heading" and entry.rule != "workstream":
            break
        if _is_heading(item, following, looks, books):
            break
        kept = {"unclassified", "narrative", *(("metadata",) if in_cell else ())}
        if entry is None or entry.fate in kept:
            under.append(item.line)
    return under


def _lines(blocks: tuple[Block, ...]) -> Iterator[_Placed]:
    for block in blocks:
        if isinstance(block, Table):
            rows = [[cell for cell in block.row(row) if cell.words] for row in range(block.rows)]
            sections = any(len(row) == 2 and _is_content(row[1], prose=False) for row in rows)
            for row in rows:
                yield from _row(row, sections)
        elif isinstance(block, Text) and block.text:
            yield _Placed(Line(block, block.text, fill=block.fill))


def _row(cells: list[Cell], sections: bool) -> Iterator[_Placed]:
    """A row's lines: one cell alone may hold headings; a label beside a section's content heads it.

    ``sections``: other rows of the table are such, so that a sentence is content enough.
    """
    if len(cells) == 1:
        texts = cells[0].lines
        if len(texts) == 1:
            yield _Placed(Line(texts[0], texts[0].text, fill=cells[0].fill, spans_row=True, in_table=True))
        else:
            yield from _lines(cells[0].blocks)
    elif len(cells) == 2 and len(cells[0].lines) == 1 and _is_content(cells[1], prose=sections):
        label = cells[0].lines[0]
        yield _Placed(Line(label, label.text, fill=cells[0].fill, label="row", in_table=True))
        yield from _lines(cells[1].blocks)
    else:
        for cell in cells:
            for text in cell.lines:
                if text.text:
                    yield _Placed(Line(text, text.text, in_table=True), in_row=True)


def _is_content(cell: Cell, *, prose: bool) -> bool:
    texts = [text for text in cell.lines if text.text]
    listed = len(texts) > 2 or any(isinstance(text, ListItem) for text in texts)
    sentence = prose and len(cell.words.split()) >= _SENTENCE
    return listed or sentence or len(cell.words) > _LONG
