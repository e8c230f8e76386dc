"""A document's elements split into the reports it holds: a committee pack binds many behind a covering paper."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from extractors.document import Heading, ListItem
from pipeline.reading.elements import RECORD_SECTIONS, Element, Labels, Line, Pair, Rated, Register
from pipeline.reading.label_lines import split_line
from pipeline.reading.titles import read_title
from pipeline.reading.twin_forms import twin_forms
from pipeline.reading.vocabulary import Vocabulary
from pipeline.reading.wording import plain

_CONTENT_SECTIONS = RECORD_SECTIONS | {"milestones", "finances"}
_CLUSTER = 14
"""Elements within which a report's title block names itself: titles, form fields, perhaps a logo and a line between."""
_TITLE_LENGTH = 120
_TITLE_WORDS = 6
"""Words of a title line that may end in a full stop ('Depot Renewal Ltd.')."""
_REACH_BACK = 4
"""Title lines that may stand before the first labelled field."""
_SEVERAL = 2
"""Projects of the shortest list."""
_IDENTITY = {
    "project",
    "sponsor",
    "manager",
    "reference",
    "report_date",
    "period",
    "week-ending",
    "programme",
    "manager-fallback",
}
_WHOSE = {"project", "sponsor", "manager", "manager-fallback"}
"""Fields that say whose report it is."""


@dataclass(frozen=True, slots=True)
class Pack:
    """``cover``: what stands before the first of several reports; ``reports``: each report's elements."""

    cover: tuple[Element, ...]
    reports: tuple[tuple[Element, ...], ...]


def split_reports(elements: list[Element], vocabulary: Vocabulary) -> Pack:
    """The reports of a document: one, unless title blocks with content of their own stand several times."""
    series = _series(elements, vocabulary) or _listed(elements, vocabulary)
    # A pack of two templates: those of the series come after reports that begin in their own way.
    before = elements[: series[0]] if series else elements
    starts = [*_starts(before, vocabulary), *series]
    starts = starts if len(starts) > 1 else twin_forms(elements, vocabulary)
    if len(starts) < 2:
        return _behind_index(elements, vocabulary)
    bounds = [*starts, len(elements)]
    pieces = [elements[a:b] for a, b in itertools.pairwise(bounds)]
    reports: list[list[Element]] = []
    cover = list(elements[: starts[0]])
    for piece in pieces:
        if _is_report(piece, vocabulary):
            reports.append(piece)
        elif reports:
            reports[-1] += piece
        else:
            cover += piece
    if len(reports) < 2:
        return _behind_index(elements, vocabulary)
    return Pack(tuple(cover), tuple(tuple(report) for report in reports))


def _behind_index(elements: list[Element], vocabulary: Vocabulary) -> Pack:
    """The one report of a document; a list of projects before the title block of their only report is its cover."""
    listed = [
        index for index, element in enumerate(elements) if isinstance(element, Rated) and element.of_project
    ]
    behind = elements[listed[-1] + 1 :] if listed else []
    starts = _starts(behind, vocabulary)
    if len(starts) != 1 or not _is_report(behind[starts[0] :], vocabulary):
        return Pack((), (tuple(elements),))
    start = len(elements) - len(behind) + starts[0]
    before = elements[:start]
    if any(_names(element, vocabulary) for element in before):
        return Pack((), (tuple(elements),))
    return Pack(tuple(before), (tuple(elements[start:]),))


def _series(elements: list[Element], vocabulary: Vocabulary) -> list[int]:
    """Where titles of one look and one kind name another project each: 'Project dashboard: A', 'Project dashboard: B'.

    [] unless a report stands under every one of them.
    """
    titled: dict[tuple[object, ...], dict[str, int]] = {}
    for index, line in _titles(elements, 0):
        title = read_title(line.text, vocabulary)
        named = title.kind and title.name and title.parted
        kind = vocabulary.title_pattern.search(line.text) if named else None
        if kind:
            look = (kind.group(0).casefold(), *_look(line))
            titled.setdefault(look, {}).setdefault(title.name, index)
    starts = sorted(max(titled.values(), key=len, default={}).values())
    return starts if _head_reports(starts, elements, vocabulary) else []


def _listed(elements: list[Element], vocabulary: Vocabulary) -> list[int]:
    """Where titles of one look name the projects that a rated list before them names; [] unless each heads a report."""
    first = next(
        (index for index, element in enumerate(elements) if isinstance(element, Rated)), len(elements)
    )
    last = first
    while last < len(elements) and isinstance(elements[last], (Rated, Labels)):
        last += 1
    names = [plain(element.label) for element in elements[first:last] if isinstance(element, Rated)]
    if len(names) < _SEVERAL:
        return []
    found: dict[str, list[int]] = {name: [] for name in names}
    for index, line in _titles(elements, last):
        if (name := plain(line.text)) in found:
            found[name].append(index)
    starts = [places[0] for places in found.values() if len(places) == 1]
    looks = {_look(title) for index in starts if isinstance(title := elements[index], Line)}
    if len(starts) < len(names) or starts != sorted(starts) or len(looks) > 1:
        return []
    return starts if _head_reports(starts, elements, vocabulary) else []


def _head_reports(starts: list[int], elements: list[Element], vocabulary: Vocabulary) -> bool:
    """Whether a report stands under each of several titles."""
    pieces = [elements[a:b] for a, b in itertools.pairwise([*starts, len(elements)])]
    return len(pieces) > 1 and all(_is_report(piece, vocabulary) for piece in pieces)


def _titles(elements: list[Element], start: int) -> list[tuple[int, Line]]:
    return [
        (index, element)
        for index, element in enumerate(elements)
        if index >= start
        and isinstance(element, Line)
        and len(element.text) <= _TITLE_LENGTH
        and _stands_out(element)
    ]


def _look(line: Line) -> tuple[object, ...]:
    return type(line.block), line.block.size, line.block.bold, line.spans_row


def _starts(elements: list[Element], vocabulary: Vocabulary) -> list[int]:
    starts: list[int] = []
    content = False
    fields: set[str] = set()
    for index, element in enumerate(elements):
        named = _identity(element, vocabulary)
        if not named and _opens_page(element, index):
            named = _page_field(element, vocabulary)
        if (
            named
            and (not starts or (content and (named in fields or named == "title")))
            and _names_itself(elements, index, vocabulary)
        ):
            starts.append(_reach_back(elements, index, starts[-1] if starts else -1, vocabulary))
            content, fields = False, set()
        if named:
            fields.add(named)
        content = content or _is_content(element, vocabulary)
    return _as_the_others(starts, elements, vocabulary)


def _opens_page(element: Element, index: int) -> bool:
    """Whether a short line opens a page over a report's title: 'Contract no. B-17'."""
    if not isinstance(element, Line) or isinstance(element.block, ListItem):
        return False
    return (index == 0 or element.block.starts_page) and len(element.text) < _TITLE_LENGTH


def _page_field(element: Element, vocabulary: Vocabulary) -> str | None:
    """The identity field that a line without a colon gives, which opens a page."""
    if not isinstance(element, Line):
        return None
    pairs = split_line(element.block, element.text, vocabulary, strict=True)
    names = [vocabulary.field(pair.label) for pair in pairs]
    return next((name for name in names if name in _IDENTITY), None)


def _as_the_others(starts: list[int], elements: list[Element], vocabulary: Vocabulary) -> list[int]:
    """The starts, the first where its form begins by the label that begins every later one, after a cover."""
    firsts = [
        _first_label(elements[a:b], vocabulary) for a, b in itertools.pairwise([*starts, len(elements)])
    ]
    if len(starts) < 2 or not firsts[1] or len(set(firsts[1:])) > 1:
        return starts
    first = range(starts[0], starts[1])
    forms = [index for index in first if _label_of(elements[index], vocabulary) == firsts[1]]
    ahead = next(
        index for index, element in enumerate(elements[starts[1] :]) if _label_of(element, vocabulary)
    )
    if [starts[0] + ahead] == forms:
        return starts  # titles stand over the forms of all
    if len(forms) != 1 or any(_names(elements[index], vocabulary) for index in range(starts[0], forms[0])):
        return starts
    begins = _reach_back(elements, forms[0], starts[0] - 1, vocabulary)
    return [begins, *starts[1:]]


def _label_of(element: Element, vocabulary: Vocabulary) -> str:
    """The label of an identity field of a form, in the form in which labels are compared."""
    if isinstance(element, Pair) and vocabulary.field(element.label) in _IDENTITY:
        return plain(element.label)
    return ""


def _first_label(piece: list[Element], vocabulary: Vocabulary) -> str:
    return next((label for element in piece if (label := _label_of(element, vocabulary))), "")


def _names(element: Element, vocabulary: Vocabulary) -> bool:
    """Whether an element says whose report this is, or holds records: no cover's."""
    if isinstance(element, Pair):
        return vocabulary.field(element.label) in _WHOSE
    return isinstance(element, Register) and element.kind not in {"other", "control"}


def _identity(element: Element, vocabulary: Vocabulary) -> str | None:
    """The identity field that an element gives: a form's label, or a title of the report's kind."""
    if isinstance(element, Pair):
        name = vocabulary.field(element.label)
        return name if name in _IDENTITY else None
    if isinstance(element, Line) and element.label == "name":
        return "title"
    if isinstance(element, Line) and len(element.text) < _TITLE_LENGTH:
        label = element.text.partition(":")[0].partition("\t")[0]
        if label != element.text and vocabulary.field(label) in _IDENTITY:
            return vocabulary.field(label)
        if not isinstance(element.block, ListItem) and "\t" in element.text:
            pairs = split_line(element.block, element.text, vocabulary, strict=True)
            fields = [name for pair in pairs if (name := vocabulary.field(pair.label)) in _IDENTITY]
            if fields:
                return fields[0]
        if _stands_out(element) and read_title(element.text, vocabulary).kind:
            return "title"
    return None


def _names_itself(elements: list[Element], index: int, vocabulary: Vocabulary) -> bool:
    """Whether a title block begins here: two identity fields close together, one of them saying whose report it is."""
    near = [_identity(element, vocabulary) for element in elements[index : index + _CLUSTER]]
    if _opens_page(elements[index], index):
        near.append(_page_field(elements[index], vocabulary))
    names = {name for name in near if name}
    return len(names) > 1 and bool(names & _WHOSE)


def _reach_back(elements: list[Element], index: int, floor: int, vocabulary: Vocabulary) -> int:
    """The first of the title lines right before a title block."""
    start = index
    for back in range(index - 1, max(floor, index - 1 - _REACH_BACK), -1):
        element = elements[back]
        if isinstance(element, Line) and (
            element.block.starts_page or isinstance(element.block, Heading) or _stands_out(element)
        ):
            match = vocabulary.heading(element.text)
            if match and match.section in _CONTENT_SECTIONS and not element.block.starts_page:
                break
            if element.text.endswith(".") and len(element.text.split()) > _TITLE_WORDS:
                break  # the last line of the report before, in bold
            start = back
            if element.block.starts_page:
                break
        elif not isinstance(element, Labels):
            break
    return start


def _stands_out(line: Line) -> bool:
    return (
        isinstance(line.block, Heading)
        or line.block.bold
        or line.spans_row
        or line.block.starts_page
        or (line.block.size or 0) > 13
    )


def _is_content(element: Element, vocabulary: Vocabulary) -> bool:
    if isinstance(element, Register):
        return True
    if isinstance(element, Line):
        match = vocabulary.heading(element.text.partition("\t")[0])
        return match is not None and match.section in _CONTENT_SECTIONS and match.coverage > 0.8
    return False


def _is_report(piece: list[Element], vocabulary: Vocabulary) -> bool:
    """A report has content sections of its own; a cover or an index only tells of others'."""
    if any(isinstance(element, Register) for element in piece):
        return True
    sections = sum(_is_content(element, vocabulary) for element in piece)
    rated = any(isinstance(element, Rated) and not element.of_project for element in piece)
    return sections > 1 or (sections == 1 and rated)
