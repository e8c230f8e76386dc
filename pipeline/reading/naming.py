"""The project's name where no label gives it: from titles and the form's unlabelled cells; dates that stand alone."""

from __future__ import annotations

import re
from collections.abc import Set

from extractors.document import Heading, Text
from pipeline.reading.banners import bold_part
from pipeline.reading.context import Context
from pipeline.reading.elements import source_of
from pipeline.reading.fields import Fields
from pipeline.reading.title_codes import without_code
from pipeline.reading.title_dates import is_nothing_but_dates
from pipeline.reading.titles import Title, read_title, without_moment
from pipeline.reading.wording import key_of
from pipeline.values.dates import find_dates, parse_date, parse_period

_FRONT_LINES = 12
"""Lines of a report's beginning that may hold its title."""
_BANNER_LINES = 3
"""Lines over the form in which the programme is named."""
_NAME_WORDS = 14
"""Words of the longest project names."""
_PARTED, _BESIDE_FIELDS, _PROMINENT, _STANDS_OUT = 5, 4, 3, 2
"""Ranks: below the first the name is a guess that is told; below the last it needs a title near it."""
_TITLE_SIZE = 13.0
"""Points from which a line is set like a title."""
_OTHER_FIELDS = {
    *(
        "sponsor",
        "manager",
        "report_date",
        "period",
        "start_date",
        "end_date",
        "percent_complete",
        "authorised",
    )
}
"""Fields whose label in a title stands before a value of its own."""
_OUTSIZED = 1.25
"""Times the size of a banner's words: a title set so large outdoes them."""
_SPAN = re.compile(r"(?:reporting )?period\b|\d{1,2}\s*[-–—]\s*\d{1,2}\s+[A-Z]", re.IGNORECASE)
"""'3-14 March 2025': a period, though one day of it alone has its month."""
_BANNER = re.compile(r"\t+|\s{3,}|\s+\|\s+")
_TRAIL = re.compile(r"\S\s*[›»→>]\s+\S[^›»→>]*[›»→>]\s+\S")
"""'Staff site › Projects › Monthly update': the way through a site to the page, which names what it names again."""


def name_from_lines(
    lines: list[Text],
    fields: Fields,
    context: Context,
    in_form: Set[int] = frozenset(),
    nearest: bool = False,
    beside: Set[int] = frozenset(),
) -> None:
    """Set the project's name from a report's title lines where its form gives none; a guess is told.

    ``in_form`` holds the ids of lines that stand unlabelled in the form's own table: even 'Safety Board' names a
    project there. ``nearest``: of equal lines the last counts, which stands over the form of a report of a pack.
    ``beside``: ids of lines that a table sets beside fields. Titles also give the period where it is not stated
    elsewhere.
    """
    titled = False
    headed: str | None = None
    best: tuple[int, str, Text] | None = None
    for block in lines[:_FRONT_LINES]:
        if context.furniture_of(block, block.text):
            continue
        if _is_of_the_site(block, lines):
            context.ledger.take(block, "label", "what a site prints over its page")
            continue
        title = read_title(block.text, context.vocabulary, context.order)
        if not title.kind:
            bolder = read_title(bold_part(block), context.vocabulary, context.order)
            title = bolder if bolder.name else title  # a bold 'Subject:' names nothing
        if title.kind:
            titled = True
            _take_title(block, title, fields, context)
            _name_from_label(title, fields)
        if _dated_line(block, fields, context):
            continue
        _take_month(block, fields, context)
        rank = _rank(block, title, context, in_form)
        rank = _BESIDE_FIELDS if 0 < rank < _PARTED and id(block) in beside else rank
        if rank == _PARTED and best is not None and _is_departments(block, lines, best, context):
            continue
        if rank == _PROMINENT and (isinstance(block, Heading) or block.bold) and headed is None:
            headed = title.name.strip(" :–-")
        if best is not None and rank > best[0] and _is_part_of(best, title, block, context):
            continue
        if rank and (
            best is None or rank > best[0] or (rank == best[0] and _outdoes(block, best[2], nearest))
        ):
            best = (rank, title.name.strip(" :–-"), block)
    if best is None or "project" in fields.values or (best[0] < _STANDS_OUT and not titled):
        return
    rank, name, block = best
    name = without_code(name, block, fields, context)
    source = source_of(block.place, block.text, "title")
    fields.values["project"], fields.sources["project"] = name, source
    context.ledger.take(block, "field", "title")
    _tell_guess(name, block, rank, headed, context)


def _tell_guess(name: str, block: Text, rank: int, headed: str | None, context: Context) -> None:
    """Tell of a name that only stands near a title, in a banner, or beside a heading that may be the name."""
    message = None
    if rank < _PARTED:
        message = f"No label names the project: '{name}' was taken from the report's first lines."
    elif isinstance(block, Heading):
        return
    elif headed is not None and headed != name:
        message = f"'{name}' was taken from a title; '{headed}', set like a title beside it, may be the project's name."
    elif _BANNER.search(block.text):
        message = f"'{name}' was taken from a banner as the project's name; it may be the organisation's."
    if message:
        source = source_of(block.place, block.text, "title")
        context.tell("project-from-title", "warning", "project", message, source)


def _is_of_the_site(block: Text, lines: list[Text]) -> bool:
    """Whether a browser or a site set a line over its page: a trail of links, the moment of printing and the page's
    name, which its heading gives better.
    """
    headed = any(isinstance(line, Heading) for line in lines)
    stamped = any(part.strip() and not without_moment(part) for part in block.text.split("\t"))
    return bool(_TRAIL.search(block.text)) or not without_moment(block.text) or (stamped and headed)


def _outdoes(block: Text, above: Text, nearest: bool) -> bool:
    """Whether a line names the project rather than an equal one above it."""
    return (nearest and not _is_lesser(block, above)) or _outsizes(block, above)


def _is_departments(block: Text, lines: list[Text], best: tuple[int, str, Text], context: Context) -> bool:
    """Whether a title in small print right under an organisation ('A Trust' over 'Estates – Highlight report') says
    whose report it is: the project's name stands out above it.
    """
    above = lines[lines.index(block) - 1] if lines.index(block) else block
    rank, _, name = best
    larger = (name.size or 0) > _OUTSIZED * (block.size or float("inf"))
    small = not block.bold and not isinstance(block, Heading)
    whose = above is not name and context.vocabulary.is_kind("organisation", above.text.strip())
    return rank == _PROMINENT and larger and small and whose


def _outsizes(block: Text, banner: Text) -> bool:
    """Whether a title stands under the painted banner of the site that it was printed from, set larger."""
    title = isinstance(block, Heading) and block.level == 1 and not block.fill and banner.fill is not None
    return title and (block.size or 0) > _OUTSIZED * (banner.size or float("inf"))


def _is_lesser(block: Text, above: Text) -> bool:
    """Whether a line is bold, or a lesser heading, under a heading: it heads a part of what that one names."""
    if not isinstance(above, Heading):
        return False
    return not isinstance(block, Heading) or block.level > above.level


def _is_part_of(best: tuple[int, str, Text], title: Title, block: Text, context: Context) -> bool:
    """Whether a plain title under a bold name says what the project is part of: a strategy, a programme."""
    rank, _, above = best
    plainer = above.bold and not block.bold and (block.size or 0) <= (above.size or 0)
    return rank == _PROMINENT and plainer and context.vocabulary.is_kind("umbrella", title.name.strip(" :–-"))


def programme_from_lines(lines: list[Text], fields: Fields, context: Context) -> None:
    """Set the programme from a line set like a title ('Better Homes Programme') where the form names the project.

    A plain line counts right over the one that is the project's name.
    """
    if "programme" in fields.values or "project" not in fields.values:
        return
    under = [*(block.text.strip() for block in lines[1:]), ""]
    for block, below in zip(lines[:_BANNER_LINES], under, strict=False):
        name = block.text.strip(" :–-")
        *words, last = name.split() or [""]
        if not words or len(words) >= _NAME_WORDS or context.vocabulary.field(last) != "programme":
            continue
        if not block.bold and (block.size or 0) <= _TITLE_SIZE and below != fields.values["project"]:
            continue
        if context.furniture_of(block, name) or read_title(name, context.vocabulary).kind:
            continue
        if name.casefold() == fields.values["project"].casefold():
            continue
        source = source_of(block.place, block.text, "title")
        fields.values["programme"], fields.sources["programme"] = name, source
        context.ledger.take(block, "field", "title")
        message = f"No label names the programme: '{name}' was taken from the report's first lines."
        context.tell("programme-from-title", "warning", "programme", message, source)
        return


def _name_from_label(title: Title, fields: Fields) -> None:
    """The value of the form's label that the title says the report is about: 'Workstream Highlight Report'."""
    label = next((label for label in fields.unnamed if key_of(label) == key_of(title.name)), None)
    if label is None or title.parted or "project" in fields.values:
        return
    fields.values["project"], fields.sources["project"] = fields.metadata.pop(label), fields.unnamed[label]


def _take_title(block: Text, title: Title, fields: Fields, context: Context) -> None:
    if title.period and fields.stated is None:
        fields.stated = title.period
        fields.sources.setdefault("period", source_of(block.place, block.text, "title"))
    if title.day and "report_date" not in fields.values:
        fields.values["report_date"] = title.day
        fields.sources["report_date"] = source_of(block.place, block.text, "title")
    context.ledger.take(block, "heading", "title")


def _rank(block: Text, title: Title, context: Context, in_form: Set[int]) -> int:
    """How well a line names the project: 4 parted from the title's words, 3 set like a title, 2 beside them."""
    name, vocabulary = title.name.strip(" :–-"), context.vocabulary
    if not name or name[:1].islower() or context.placeholder(name) or len(name.split()) > _NAME_WORDS:
        return 0
    if parse_date(name) or (parse_period(name) and len(name.split()) < 6):
        return 0
    if any(vocabulary.field(part) in _OTHER_FIELDS for part in name.split(" – ")):
        return 0  # 'Status summary<tab>Percent complete: 62%'
    if title.kind:
        return _PARTED if title.parted else _STANDS_OUT
    organisation = any(vocabulary.is_kind("organisation", part.strip()) for part in name.split("|"))
    if organisation and id(block) in in_form and block.bold:
        return _STANDS_OUT
    if (
        organisation
        or vocabulary.is_kind("title", name)
        or vocabulary.is_kind("marking", name)
        or vocabulary.is_kind("salutation", name)
        or vocabulary.field(name)
        or name.endswith((".", ":"))
    ):
        return 0
    prominent = block.bold or (block.size or 0) > _TITLE_SIZE or bold_part(block) != block.text
    return _PROMINENT if prominent else 1


def _take_month(block: Text, fields: Fields, context: Context) -> None:
    """The month that stands at the other end of a banner: 'A Water Company | Scheme on a page<tab>June 2011'."""
    *others, last = _BANNER.split(block.text.strip())
    value = parse_date(last) if others and fields.stated is None else None
    if value is not None and value.iso is not None and len(value.iso) == len("2011-06"):
        fields.stated = value.iso
        fields.sources.setdefault("period", source_of(block.place, block.text, "banner"))


def _dated_line(block: Text, fields: Fields, context: Context) -> bool:
    """A title line that is nothing but a date (the report's own) or a period ('1 July to 30 September 2025')."""
    found = find_dates(block.text, context.order)
    if not found or not is_nothing_but_dates(block.text, found):
        return False
    source = source_of(block.place, block.text, "date line")
    value = found[0][2]
    spans = _SPAN.match(block.text) is not None
    if len(found) == 1 and not spans and value.iso and len(value.iso) == len("2011-12-07"):
        if "report_date" not in fields.values:
            iso = context.checked(value, "report_date", source)
            fields.values["report_date"], fields.sources["report_date"] = iso or "", source
    elif fields.stated is None:
        period = parse_period(block.text, context.order)
        fields.stated = context.checked(period, "period", source) if period else None
        fields.sources.setdefault("period", source)
    context.ledger.take(block, "label", "date line")
    return True
