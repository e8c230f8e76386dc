"""Forms and RAG lines in running text: 'Project: X', 'Schedule: Green (was Amber)', a label over its value."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.document import Figure, Heading, ListItem, Run
from pipeline.reading.banners import read_banner
from pipeline.reading.elements import RECORD_SECTIONS, Element, Line, Pair, Rated
from pipeline.reading.headings import Look, Looks, match_heading
from pipeline.reading.label_lines import line_pair, split_inline, split_line
from pipeline.reading.percent import is_share
from pipeline.reading.rated_rows import (
    light_below,
    lights_in_line,
    lights_then_and_now,
    tabbed_ratings,
    with_lights,
    words_in_line,
)
from pipeline.reading.rated_series import ratings_in_series
from pipeline.reading.titles import read_title
from pipeline.reading.vocabulary import Vocabulary
from pipeline.values.boxes import BOXES
from pipeline.values.dates import parse_date, parse_period
from pipeline.values.rating import Mark

_DATED = re.compile(r"\breport dated\b", re.IGNORECASE)
"""What a field at a report's end has: a colon, or 'Report dated 8 April 2021'."""
_CLOSED = {*RECORD_SECTIONS, "response", "milestones", "dependencies"}
"""Sections in which a 'label: value' line is a sentence; elsewhere it is a field of the form."""
STRONG_FIELDS = {
    "manager-fallback",
    "project", "sponsor", "manager", "report_date", "period", "start_date", "end_date", "percent_complete",
    "authorised", "reference", "programme", "week-ending",
}  # fmt: skip
_STACKED = STRONG_FIELDS - {"percent_complete"}
"""Fields whose label may stand over the value."""


def is_form_pair(pair: Pair, vocabulary: Vocabulary, section: str = "") -> bool:
    """Whether a pair gives a field of the report, wherever it stands; else it belongs to its section.

    The end of a form follows its last section without a heading ('Signed off by SRO', 'Board date'): under
    decisions every label that the rules know is the form's.
    """
    field = vocabulary.field(pair.label)
    if section == "decisions" and field is not None and pair.in_table:
        return True
    return field in STRONG_FIELDS and (not pair.in_table or field == "authorised")


_NUMBER = re.compile(r"^\s*\d+(?:\.\d+)*[.)]?\s+")
_SEPARATORS = ("?", ":", "\t", " – ", " — ", " - ", "=")
_GAP = re.compile(r"(?<=\w)\s{2,}(?=\w)")
_BARE_RATING = re.compile(
    r"(?:amber[/-](?:red|green)|red|amber|yellow|green)\b\s*(?:[.,;:(–-]|$)", re.IGNORECASE
)
_LAMP_LABEL = 60
_BARS = re.compile(r"\s+[|·•]\s+")
_BARE_SHARE = re.compile(r"[\d.]+\s?(?:%|per\s?cent|percent)\.?", re.IGNORECASE)
"""A share that does not say of what."""
_COMPLETE = "% complete"
"""What a share of the work is called among the report's fields."""
_PARTED_LENGTH = 160
"""Characters of a line of fields parted by bars."""
_SEVERAL = 2
"""Fields of a line from which it is a form's, though a title's words stand in it ('Update for: ...')."""
_VALUE_LENGTH = 80
"""Characters of a value that stands on the line below its label."""


class InlineReader:
    """Reads one line (and the one below it) as a form's or a matrix's; ``section`` is where the line stands."""

    def __init__(self, vocabulary: Vocabulary, looks: Looks) -> None:
        self._vocabulary, self._looks = vocabulary, looks
        self._rated_looks: set[tuple[Look, str]] = set()
        self._lit_looks: set[tuple[Look, str]] = set()

    def read_line(self, line: Line, section: str) -> list[Element]:
        """The ratings, or the several fields, that a line is; [] where it is neither."""
        banner = read_banner(line, self._vocabulary) if section == "front" else []
        parted: list[Element] = [*banner]
        parted = (
            parted or [*lights_in_line(line, self._vocabulary)] or [*words_in_line(line, self._vocabulary)]
        )
        parted = parted or [*lights_then_and_now(line, section, self._vocabulary)]
        parted = parted or [*ratings_in_series(line, section, self._vocabulary)]
        parted = parted or [*self._parted_fields(line)]
        if parted:
            return parted
        several = self._several(line, section)
        if several:
            return with_lights(several, line, self._vocabulary)
        rated: list[Element] = [*self._rated(line, section)]
        if rated:
            return rated
        question = split_inline(line.text, self._vocabulary, strict=True) if "?" in line.text else None
        if question is not None and self._vocabulary.field(question[0]) == "authorised":
            return [*split_line(line.block, line.text, self._vocabulary, strict=True)]
        return []

    def read_two_lines(self, line: Line, following: Element | None, section: str) -> list[Element]:
        """The field or the ratings that a line and the one below it are together; [] where they are neither."""
        if not isinstance(following, Line):
            return [*light_below(line, following, section, self._vocabulary)]
        if lights_in_line(line, self._vocabulary):
            return []
        rated = self._stacked_rating(line, following, section)
        if rated is not None:
            return [rated]
        pair = self._stacked(line, following, section)
        if pair is not None:
            return [pair]
        return [*tabbed_ratings(line, following, self._vocabulary)] or [*self._tabbed_fields(line, following)]

    def read_fields(self, line: Line, section: str) -> list[Pair]:
        """The fields of a 'label: value' line: any label in the report's front, only the report's own elsewhere."""
        if section == "front" or (section not in _CLOSED and not isinstance(line.block, ListItem)):
            strict = section not in {"front", "control"}
            pairs = split_line(line.block, line.text, self._vocabulary, strict=strict)
            look = self._looks.of(line)
            title = look.bold or look.level is not None or look.size is not None
            known = [pair for pair in pairs if self._vocabulary.field(pair.label) in STRONG_FIELDS]
            if pairs and (
                (
                    len(known) < _SEVERAL
                    and read_title(line.text, self._vocabulary).kind
                    and not self._says_period(line, pairs)
                )
                or (title and not any(self._vocabulary.field(pair.label) for pair in pairs))
            ):
                return []
            if section != "front":
                pairs = [pair for pair in pairs if self._vocabulary.field(pair.label) in STRONG_FIELDS]
            return pairs
        if ":" not in line.text and not _DATED.search(line.text):
            return []
        pairs = split_line(line.block, line.text, self._vocabulary, strict=True)
        if not isinstance(line.block, ListItem) and self._says_period(line, pairs):
            return pairs  # under the title of each slide
        return [pair for pair in pairs if self._is_of_the_end(pair.label)]

    def _says_period(self, line: Line, pairs: list[Pair]) -> bool:
        """Whether a title is the period's label and its month: 'Report to the Governors for: May 2012'."""
        return (
            len(pairs) == 1
            and line.text.startswith(f"{pairs[0].label}:")
            and self._vocabulary.field(pairs[0].label) == "period"
            and parse_period(pairs[0].value) is not None
        )

    def _is_of_the_end(self, label: str) -> bool:
        """Whether a field may stand below a report's last section: who approved it, and its own date."""
        name = self._vocabulary.field(label)
        return name == "authorised" or (name == "report_date" and "report" in label.casefold().split())

    def starts_with_field(self, line: Line, section: str) -> bool:
        """A form's line ('Reporting period: ...'), whose label's words a heading might also hold.

        A heading below the form whose last words are one by themselves is none: 'Programme grant: spend to date'.
        """
        label, sign, value = line.text.partition(":")
        if section != "front" and isinstance(line.block, Heading):
            headed = self._vocabulary.heading(value.strip())
            if headed is not None and headed.whole:
                return False
        if not sign or not value.strip():
            label, sign, value = line.text.partition("\t")
        name = self._vocabulary.field(label) if sign and value.strip() else None
        return name is not None and (name != "metadata" or section == "front")

    def is_key(self, line: Line) -> bool:
        """A line of several coloured lights with a word each: the colours' key."""
        colours = {
            self._vocabulary.rating_words.of_colour(figure.color)
            for figure in line.block.figures
            if figure.color
        }
        return len(colours - {None}) > 2 and self._vocabulary.dimension(line.text.partition(":")[0]) is None

    def _stacked_rating(self, line: Line, following: Line, section: str) -> Rated | None:
        """A dimension with its rating on the next line, in one colour or in plain text: 'Budget' over 'AMBER'."""
        words = self._vocabulary.rating_words
        if section in _CLOSED or not words.light_in(following.text) or isinstance(line.block, ListItem):
            return None
        banded = line.block.fill is not None and line.block.fill == following.block.fill
        if not banded and self._looks.strength(line) > 1:
            return None  # a heading: what it rates stands below it
        if self._vocabulary.dimension(line.text) is None:
            return None
        mark = Mark(following.text, following.block.runs, following.block.fill, following.block.figures)
        return Rated(line.text.strip(" :"), mark, None, None, (line.block, following.block), line.block.place)

    def _stacked(self, line: Line, following: Line, section: str) -> Pair | None:
        """A form's label with its value on the next line ('Period covered' over '1 to 30 September 2011')."""
        if len(following.text) > _VALUE_LENGTH or not line.text.strip():
            return None
        name = self._vocabulary.field(line.text)
        if name not in _STACKED or self._vocabulary.field(following.text) or line.block.text.count(":") > 1:
            return None
        if name == "authorised":
            fits = any(self._vocabulary.is_kind(kind, following.text) for kind in ("yes", "no"))
        elif name == "period":
            fits = (
                parse_period(following.text) is not None
                and match_heading(following, 2, self._vocabulary) is None
            )
        elif name in {"report_date", "start_date", "end_date", "week-ending"}:
            fits = parse_date(following.text) is not None
        else:
            label, value = (self._looks.of(one)._replace(label="none") for one in (line, following))
            stands_out = label != value or line.text.rstrip().endswith(":")
            fits = section == "front" and stands_out and match_heading(following, 1, self._vocabulary) is None
        if not fits:
            return None
        mark = Mark(following.text, following.block.runs, following.fill, following.block.figures)
        return Pair(
            line.text.strip(" :"),
            following.text.strip(),
            (line.block, following.block),
            mark,
            line.block.place,
            in_table=False,
        )

    def _several(self, line: Line, section: str) -> list[Pair]:
        """A tabbed line of several label: value pairs, one of them a field or a rating of the report."""
        if "\t" not in line.text or section in RECORD_SECTIONS or isinstance(line.block, ListItem):
            return []
        pairs = split_line(line.block, line.text, self._vocabulary, strict=False)
        known = [
            pair
            for pair in pairs
            if self._vocabulary.field(pair.label) or self._vocabulary.dimension(pair.label)
        ]
        return pairs if len(pairs) > 1 and len(known) * 2 >= len(pairs) else []

    def _rated(self, line: Line, section: str) -> list[Rated] | list[Pair]:
        """'Schedule: Green (was Amber) – on plan' as a rating; 'Last month: Green' tells the one above."""
        if section in RECORD_SECTIONS:
            return []
        label, mark = _split_rating(line)
        words = self._vocabulary.rating_words
        roles = (
            [column.role for column in self._vocabulary.columns(label) if column.register == "ratings"]
            if label
            else []
        )
        if roles[:1] == ["previous"] and words.starts_with_rating(mark.text):
            return [Pair(label, mark.text, (line.block,), mark, line.block.place, in_table=False)]
        several = len(words.options(mark.text)) > 2
        again = (self._looks.of(line), _separator(line)) in self._lit_looks
        lamp = _lamp_before(line, mark.text, again or section == "ratings", self._vocabulary)
        if lamp is not None and label and len(label) <= _LAMP_LABEL:
            self._lit_looks.add((self._looks.of(line), _separator(line)))
            return [
                Rated(
                    label, Mark("", (), None, lamp), None, mark.text or None, (line.block,), line.block.place
                )
            ]
        alike = self._is_alike(line, mark, section)
        if not label or len(label) > _LAMP_LABEL:
            return []
        if self._vocabulary.dimension(label, loose=several or alike) is None and not alike:
            return []
        lit = (
            bool(mark.figures)
            and not mark.text
            and any(words.of_colour(figure.color) for figure in mark.figures)
        )
        if not lit and not (
            mark.text and (words.starts_with_rating(mark.text) or len(words.options(mark.text)) > 2)
        ):
            return []
        self._rated_looks.add((self._looks.of(line), _separator(line)))
        return [Rated(_NUMBER.sub("", label), mark, None, None, (line.block,), line.block.place)]

    def _is_alike(self, line: Line, mark: Mark, section: str) -> bool:
        """Whether a line looks like the ratings above it: 'People – Green. ...' after 'Time – Green. ...'; in a
        section of ratings the words of the report's own scale are as good as colours.
        """
        if (self._looks.of(line), _separator(line)) not in self._rated_looks:
            return False
        words = self._vocabulary.rating_words
        twice = (
            section == "ratings" or words.read(mark).previous is not None
        )  # 'wants care (last month: fine)'
        scaled = twice and words.starts_with_rating(mark.text)
        return scaled or _BARE_RATING.match(mark.text) is not None

    def _parted_fields(self, line: Line) -> list[Pair]:
        """'A Trust | Report ref HMI-24 | Dated 31 May 2024': the fields among a line's parts, wherever it stands.

        '62% complete' beside such a field needs no label.
        """
        if isinstance(line.block, ListItem) or len(line.text) > _PARTED_LENGTH:
            return []
        parts = _BARS.split(line.text)
        if len(parts) < 2:
            return []
        pairs = [
            pair for part in parts for pair in split_line(line.block, part, self._vocabulary, strict=True)
        ]
        found = [pair for pair in pairs if self._vocabulary.field(pair.label) in STRONG_FIELDS]
        if found:  # 'Product: A | Team: B | Product owner: C'
            named = [pair for pair in pairs if self._vocabulary.field(pair.label) == "project-fallback"]
            found = [*named, *found]
        shares = [
            part.strip() for part in parts if is_share(part) and not _BARE_SHARE.fullmatch(part.strip())
        ]
        return [*found, *(line_pair(_COMPLETE, share, (line.block,)) for share in shares)] if found else []

    def _tabbed_fields(self, line: Line, following: Line) -> list[Pair]:
        """A line of tabbed labels over a line of their tabbed values."""
        if "\t" not in line.text:
            return []
        labels, values = (
            [part.strip() for part in re.split(r"\t+", text)] for text in (line.text, following.text)
        )
        if len(labels) != len(values) or not all(self._vocabulary.field(label) for label in labels):
            return []
        if any(label.startswith(tuple(BOXES)) for label in labels):
            return []  # an answer to tick
        if labels[0].endswith(":") and not labels[-1].endswith(":"):
            return []  # a label and its value
        if any(self._vocabulary.field(value) for value in values):
            return []
        blocks = (line.block, following.block)
        return [
            Pair(label.rstrip(" :"), value, blocks, Mark(value), line.block.place, in_table=False)
            for label, value in zip(labels, values, strict=True)
        ]


def _lamp_before(line: Line, told: str, likely: bool, vocabulary: Vocabulary) -> tuple[Figure, ...] | None:
    """The one light of '● Money: within the budget', a line of a section of ratings; None where it has none.

    ``told`` stands behind the label. ``likely``: the line stands among ratings, so that its label may be one that no
    rule knows.
    """
    figures, words = line.block.figures, vocabulary.rating_words
    lit = [figure for figure in figures if words.light_of(figure.color) and figure.kind != "checkbox"]
    label = line.text.partition(_separator(line) or ":")[0]
    named = vocabulary.dimension(label, loose=True) is not None
    if len(figures) != 1 or not lit or not (likely or named):
        return None
    return None if words.starts_with_rating(told) else (lit[0],)


def _separator(line: Line) -> str:
    """What parts a line's label from its rating."""
    return next((sign for sign in _SEPARATORS if sign in line.text.strip()), "")


def _split_rating(line: Line) -> tuple[str, Mark]:
    """A line's rated label and what stands after it."""
    text = line.text.strip()
    figures = line.block.figures
    for separator in _SEPARATORS:
        head, found, rest = text.partition(separator)
        if found and head.strip():
            runs = _runs_after(line, len(head) + len(separator))
            return head.strip(), Mark(rest.strip(" \t:–-"), runs, line.fill or line.block.fill, figures)
    if figures and (gap := _GAP.search(text)):  # 'Overall  ● GREEN': where the light stood
        return text[: gap.start()], Mark(text[gap.end() :], _runs_after(line, gap.end()), line.fill, figures)
    return (text, Mark("", (), None, figures)) if figures else ("", Mark(""))


def _runs_after(line: Line, offset: int) -> tuple[Run, ...]:
    """The runs behind a character offset of the line's text, the first one cut."""
    runs = []
    position = -(
        len("".join(run.text for run in line.block.runs))
        - len("".join(run.text for run in line.block.runs).lstrip())
    )
    for run in line.block.runs:
        start, end = position, position + len(run.text)
        if end > offset:
            runs.append(replace(run, text=run.text[max(0, offset - start) :]))
        position = end
    return tuple(runs)
