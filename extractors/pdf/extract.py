"""PDF file -> Document."""

from __future__ import annotations

import hashlib
import itertools
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median

from extractors.cache import Cache
from extractors.document import (
    Aside,
    AsideKind,
    Box,
    Document,
    Paragraph,
    Place,
    Table,
    UnreadableDocument,
)
from extractors.pdf import boxes
from extractors.pdf.flow import HEADING_SCALE
from extractors.pdf.hyphens import Vocabulary
from extractors.pdf.join import PageBody, join_pages
from extractors.pdf.lines import make_lines
from extractors.pdf.margins import find_margin
from extractors.pdf.page import RawDocument, read_pages
from extractors.pdf.primitives import Page, Word
from extractors.pdf.repeat import Running, find_running
from extractors.pdf.runs import make_runs
from extractors.pdf.scan.layer import reason_to_read
from extractors.pdf.scan.scans import Scans
from extractors.pdf.sheet import Lead, Sheet, Sizes, prepare_sheet, printed_text, read_sheet
from extractors.pdf.words import body_size

SCAN_SECONDS = 100.0
"""For all scanned pages of a document, where the caller does not say."""

ROW_ROOM = 48.0
"""Points: a row of two lines finds no room in less than this."""

USUAL_LEADING = 1.2
"""Font sizes from baseline to baseline, where a document has too few lines to measure it."""

BOTTOM_MARGIN = 0.07
"""Of the page's height: the usual bottom margin (2 cm of A4), where no footer shows it."""


def extract_pdf(path: Path, cache: Cache | None = None, seconds: float = SCAN_SECONDS) -> Document:
    """Read the PDF at ``path`` as a reader sees it, pages that are pictures by OCR.

    Pages that cannot be read are told in ``problems``; the others are read all the same.

    Args:
        path: the file.
        cache: where the words of scanned pages are kept.
        seconds: how long its scanned pages may take in all.

    Raises:
        UnreadableDocument: ``not-found``, ``empty-file``, ``encrypted`` or ``corrupt``.
    """
    data = _content(path)
    sha256 = hashlib.sha256(data).hexdigest()
    pages, source, scans = _pages(data, sha256, path.name, cache, seconds)
    size = body_size(pages)
    sheets = [prepare_sheet(pages.popleft(), size) for _ in range(len(pages))]
    sizes, vocabulary = _told_by_lines(sheets, size)
    running = find_running(
        [sheet.page for sheet in sheets],
        [sheet.free for sheet in sheets],
        [sheet.grid_boxes for sheet in sheets],
        size,
    )
    rest = deque((sheet, _running_words(running, sheet.page.number)) for sheet in sheets)
    margin = find_margin(page for sheet, words in rest if (page := printed_text(sheet, words)) is not None)
    running_asides = tuple(_running_asides(running, vocabulary))
    sheet_asides = tuple(_sheet_asides(sheets, vocabulary))
    sheets.clear()
    bodies: list[PageBody] = []
    lead = Lead(margin)
    while rest:
        sheet, words = rest.popleft()
        bodies.append(_page_body(sheet, words, sizes, vocabulary, lead))
        lead = Lead(margin, _unfinished(sheet, bodies[-1]))
    body, repeated = join_pages(bodies, vocabulary)
    return Document(
        path=str(path),
        sha256=sha256,
        format="pdf",
        pages=len(bodies),
        body=body,
        asides=(*running_asides, *repeated, *sheet_asides),
        properties=source.properties,
        problems=(
            *(problem for problem in source.problems if problem.place.page not in scans.pages),
            *scans.problems,
        ),
        scanned=bool(scans.pages),
        unsure=tuple(scans.unsure),
    )


def _pages(
    data: bytes, sha256: str, name: str, cache: Cache | None, seconds: float
) -> tuple[deque[Page], RawDocument, Scans]:
    """The pages of a file, to be let go of one by one; what else it tells; and what was read by OCR."""
    source = read_pages(data, name)
    scans = _scans(data, sha256, source, cache, seconds)
    pages = deque(scans.pages.get(page.number, page) for page in source.pages)
    return pages, replace(source, pages=()), scans


def _scans(data: bytes, sha256: str, source: RawDocument, cache: Cache | None, seconds: float) -> Scans:
    """What is read from the pictures of a file's pages, where there are any."""
    wanted = {
        page.number: reason for page in source.pages if (reason := reason_to_read(page, source.garbled))
    }
    if not wanted:
        return Scans()
    from extractors.pdf.scan.pages import read_scans  # noqa: PLC0415 - OpenCV is loaded when a scan comes

    return read_scans(data, sha256, wanted, cache, seconds)


def _content(path: Path) -> bytes:
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableDocument(
            "not-found", f"There is no file {path}. Check its name and folder."
        ) from error
    if not data.strip(b"\x00\r\n\t "):
        raise UnreadableDocument(
            "empty-file",
            f"{path.name} is empty (an interrupted download or copy?). Ask its sender for it again.",
        )
    return data


def _told_by_lines(sheets: Iterable[Sheet], body: float) -> tuple[Sizes, Vocabulary]:
    """The document's body size, heading sizes and usual line distance; and the words that it prints whole (not at a
    line's end).
    """
    large: set[float] = set()
    steps: list[float] = []
    whole: set[str] = set()
    for sheet in sheets:
        lines = make_lines(sheet.words, cut=False)
        large.update(round(line.size * 2) / 2 for line in lines if line.size >= HEADING_SCALE * body)
        for above, below in itertools.pairwise(lines):
            step = (below.base - above.base) / below.size
            if abs(above.size - below.size) < 0.5 and 0.95 <= step <= 2.2 and abs(above.x0 - below.x0) < 30:
                steps.append(step)
        whole.update([word.text for line in lines for word in line.words[:-1]])
    leading = min(sorted(steps)[len(steps) // 3], 1.6) if len(steps) >= 6 else USUAL_LEADING
    return Sizes(body, tuple(sorted(large, reverse=True)), leading), Vocabulary(frozenset(whole))


def _page_body(
    sheet: Sheet, running: frozenset[Word], sizes: Sizes, vocabulary: Vocabulary, lead: Lead
) -> PageBody:
    """The blocks of a page, which cells of its tables lack their upper or lower border, and where its text ends."""
    tops: dict[Box | None, frozenset[float]] = {}
    bottoms: dict[Box | None, frozenset[float]] = {}
    for grid in sheet.grids:
        rows = len(grid.ys) - 1
        first = [cell for cell in grid.cells if cell.row == 0]
        last = [cell for cell in grid.cells if cell.row + cell.row_span == rows]
        tops[boxes.rounded(grid.box)] = frozenset(cell.box[0] for cell in first if not cell.top_drawn)
        bottoms[boxes.rounded(grid.box)] = frozenset(cell.box[0] for cell in last if not cell.bottom_drawn)
    footers = [word.box[1] for word in running if word.base > 0.7 * sheet.page.height]
    limit = min([(1 - BOTTOM_MARGIN) * sheet.page.height, *footers])
    blocks = read_sheet(sheet, running, sizes, vocabulary, lead)
    return PageBody(sheet.page.number, blocks, tops, bottoms, limit)


def _unfinished(sheet: Sheet, body: PageBody) -> Table | None:
    """The table without drawn lines that ends a page so low that another row may not have fitted under it."""
    last = body.blocks[-1] if body.blocks else None
    drawn = {boxes.rounded(grid.box) for grid in sheet.grids}
    if not isinstance(last, Table) or last.place.box is None or last.place.box in drawn:
        return None
    return last if body.limit - last.place.box[3] < ROW_ROOM else None


def _running_words(running: Sequence[Running], page: int) -> frozenset[Word]:
    return frozenset(word for line in running if line.page == page for word in line.words)


def _running_asides(running: Sequence[Running], vocabulary: Vocabulary) -> Iterator[Aside]:
    for line in running:
        if line.first:
            yield Aside(line.kind, _paragraph(line.words, line.page, vocabulary))


def _sheet_asides(sheets: Sequence[Sheet], vocabulary: Vocabulary) -> Iterator[Aside]:
    seen: set[tuple[AsideKind, str]] = set()
    for sheet in sheets:
        for kind, words in sheet.asides:
            for block in _aside_blocks(kind, words, sheet.page, vocabulary):
                if kind != "watermark" or (kind, block.text) not in seen:
                    seen.add((kind, block.text))
                    yield Aside(kind, block)


def _aside_blocks(
    kind: AsideKind, words: Sequence[Word], page: Page, vocabulary: Vocabulary
) -> Iterator[Paragraph]:
    """Deleted and hidden words line by line; each line of a watermark by itself; a footnote whole."""
    if kind == "footnote":
        yield _paragraph(words, page.number, vocabulary)
        return
    for line in make_lines(words):
        yield _paragraph(line.words, page.number, vocabulary)


def _paragraph(words: Sequence[Word], page: int, vocabulary: Vocabulary) -> Paragraph:
    lines = make_lines(words)
    box = boxes.rounded(boxes.union(word.box for word in words))
    return Paragraph(
        make_runs(lines, vocabulary), Place(page, box), round(median(word.size for word in words), 1)
    )
