"""A report's elements cut into sections by its headings; forms and RAG lines in running text found on the way."""

from __future__ import annotations

from dataclasses import replace

from extractors.document import ListItem
from pipeline.reading.badge_lines import read_badge_lines
from pipeline.reading.bar_legends import explains_bar
from pipeline.reading.dressed_labels import with_colons
from pipeline.reading.elements import (
    ACTIVITY_SECTIONS,
    RECORD_SECTIONS,
    RISK_SECTIONS,
    Break,
    Element,
    Labels,
    Line,
    Pair,
    Rated,
    Register,
    Section,
)
from pipeline.reading.forms_within import is_over_the_form, with_form_in_front
from pipeline.reading.heading_series import headings_of_series
from pipeline.reading.heading_words import HeadingMatch
from pipeline.reading.headings import Look, Looks, match_heading
from pipeline.reading.inline import InlineReader
from pipeline.reading.label_lines import line_pair
from pipeline.reading.ladders import read_ladders
from pipeline.reading.legends import explains_scale
from pipeline.reading.lit_lines import read_lit_lines
from pipeline.reading.months_ahead import by_month
from pipeline.reading.named_records import labels_part, names_record, tells_part
from pipeline.reading.percent import is_share
from pipeline.reading.period_heads import is_period
from pipeline.reading.purposes import as_front_sheet
from pipeline.reading.rated_headings import rate_heading
from pipeline.reading.rated_questions import read_rated_questions
from pipeline.reading.rating_comments import (
    with_comments,
    with_comments_whole,
    with_parts_below,
    with_reasons,
)
from pipeline.reading.run_ins import RunIn, RunIns, ends_risks, split_run_in
from pipeline.reading.second_labels import split_second_labels
from pipeline.reading.stacked_ratings import read_stacked_ratings
from pipeline.reading.title_dates import dated_title_lines, move_to_front
from pipeline.reading.titles import read_title
from pipeline.reading.told_ratings import read_told_ratings
from pipeline.reading.told_story import as_summaries
from pipeline.reading.trailing_fields import split_trailing_fields
from pipeline.reading.vocabulary import Vocabulary
from pipeline.reading.wording import plain
from pipeline.reading.work_packages import name_work_packages

_PRIMARY = RECORD_SECTIONS | {"response", "milestones", "summary"}
"""Sections whose headings count even where they look like a workstream's: the others' words name workstreams too."""
_RUN_INS = 2
"""Headings that ran into their text before from which such lines are this report's way."""
_TITLE_WORDS = 14
"""Words of the longest heading that no rule knows."""


def _part_of_work(line: Line) -> Section:
    """The section of a workstream: under its heading, or with its name as the first line of a card's."""
    if line.label == "package":
        return Section("loose", "", None, [line])
    return Section("loose", line.text.strip(), line, work_package=line)


class SectionCutter:
    """Walks a report's elements once; remembers the looks of section headings and of workstreams."""

    def __init__(self, elements: list[Element], vocabulary: Vocabulary) -> None:
        self._elements = elements
        self._vocabulary = vocabulary
        self._looks = Looks(elements)
        self._inline = InlineReader(vocabulary, self._looks)
        self._run_ins = RunIns(elements, vocabulary)
        self._current = Section("front", "", None)
        self._sections = [self._current]
        self._numbered = headings_of_series(elements, self._looks, vocabulary)
        self._dated = dated_title_lines(elements)
        self._section_looks: set[Look] = set()
        self._workstream_looks: set[Look] = set()
        self._run_ins_met = 0
        self._rated = {plain(element.label) for element in elements if isinstance(element, Rated)}
        """What the report rates: 'Risk exposure: one above appetite' says why, and heads nothing."""

    def _begin(self, section: Section) -> None:
        self._current = section
        self._sections.append(section)

    def cut(self) -> list[Section]:
        """The sections in reading order; the first is 'front'."""
        taken = -1
        for index, element in enumerate(self._elements):
            if index == taken:
                continue
            if isinstance(element, Line):
                following = self._elements[index + 1] if index + 1 < len(self._elements) else None
                below = self._inline.read_two_lines(element, following, self._current.name)
                if below:
                    self._current.items += below
                    taken = index + 1
                else:
                    ended = split_trailing_fields(element, self._current.name, self._vocabulary)
                    self._line(ended[0] if ended else element, index)
                    self._current.items += ended[1] if ended else []
            else:
                self._other(element)
        move_to_front(self._sections, self._dated)
        for section in self._sections:
            rate_heading(section, self._vocabulary)
        told = by_month(as_summaries(self._sections, self._vocabulary), self._vocabulary)
        self._sections = [
            with_comments(with_reasons(with_parts_below(with_comments_whole(section), self._vocabulary)))
            for section in as_front_sheet(told, self._vocabulary)
        ]
        filled = [section for section in self._sections if section.items or section.heading]
        return name_work_packages(with_form_in_front(filled, self._vocabulary), self._looks)

    def _other(self, element: Element) -> None:
        """An element of a table: a pair that is none, a row of options without its label, the end of a row label."""
        items = self._current.items
        if isinstance(element, Break):
            if self._current.name != "front":
                self._begin(Section("loose", "", None))
        elif isinstance(element, Pair) and self._is_banner(element):
            items += [Line(block, block.text, in_table=True) for block in element.blocks]
        elif isinstance(element, Rated) and not element.label:
            items.append(replace(element, label=self._label_above()))
        elif isinstance(element, Pair) and self._is_legend(element):
            items.append(Labels(element.blocks, "legend"))
        else:
            items += split_second_labels(element, self._vocabulary)

    def _is_banner(self, pair: Pair) -> bool:
        """A title laid out beside the organisation's name: no label, no value."""
        if not pair.in_table or self._current.name != "front" or self._vocabulary.field(pair.label):
            return False
        return read_title(pair.value, self._vocabulary).kind or read_title(pair.label, self._vocabulary).kind

    def _label_above(self) -> str:
        """What the row of options is about: the heading of the section, or the line above."""
        last = self._current.items[-1] if self._current.items else None
        return last.text.strip(" :") if isinstance(last, Line) else self._current.title.strip(" :")

    def _is_legend_line(self, line: Line) -> bool:
        """'Key: Red = in trouble, ...' in the form's part of the report: no field."""
        if explains_scale(line.text, self._vocabulary) or self._vocabulary.is_kind("scoring", line.text):
            return True
        if self._current.name in RECORD_SECTIONS or not self._vocabulary.is_kind("legend", line.text):
            return False
        if any(figure.overlaps for figure in line.block.figures):
            return False  # one of the printed options is ringed: a rating, not a key
        several = len(self._vocabulary.rating_words.options(line.text)) > 1
        if several and "=" in line.text:
            return True  # 'Status: A = as planned (green), B = ...' explains, whatever stands before it
        return several and self._vocabulary.dimension(line.text.partition(":")[0]) is None

    def _is_legend(self, pair: Pair) -> bool:
        """'Status key | Green: on target', 'Amber | risk to timeline': a legend laid out like a form."""
        after_key = bool(self._current.items) and isinstance(self._current.items[-1], Labels)
        if after_key and self._vocabulary.rating_words.of_word(pair.label) and pair.in_table:
            return True
        return (
            self._vocabulary.is_kind("legend", f"{pair.label}: {pair.value}")
            and self._vocabulary.dimension(pair.label) is None
        )

    def _line(self, line: Line, index: int) -> None:
        if line.label in {"package", "headed-work"}:
            self._begin(_part_of_work(line))
            return
        section, strength = self._current, self._looks.strength(line)
        if (
            self._is_legend_line(line)
            or self._inline.is_key(line)
            or explains_bar(line, self._elements[index - 1] if index else None, strength == 1)
        ):
            section.items.append(Labels((line.block,), "legend"))
            return
        read = [line] if line.label == "name" else self._inline.read_line(line, section.name)
        if read:
            section.items += read
            return
        match = (
            None
            if self._inline.starts_with_field(line, section.name)
            else match_heading(line, strength, self._vocabulary, among_work=section.name in ACTIVITY_SECTIONS)
        )
        if match is not None and (
            self._is_over_the_form(match, index)
            or self._is_state(line, strength, index)
            or self._is_letterhead(line, match, index)
            or line in self._dated
            or (section.name in RISK_SECTIONS and tells_part(line.text, self._vocabulary))
        ):
            match = None
        if match is not None and (self._opens(line, match, strength) or self._heads_ratings(match, index)):
            self._open(match.section, line, match.rule)
            return
        run_in = self._run_in(line, index)
        if run_in is not None and self._goes_on_rating(line):
            section.items.append(line)
            return
        if run_in is not None and is_share(run_in.rest):
            section.items.append(line_pair(run_in.head, run_in.rest, (line.block,)))
            return
        if run_in is not None and self._run_in_opens(line, run_in):
            self._open_run_in(line, run_in)
            return
        if self._ends_by_run_in(line):
            self._open("unknown", replace(line, text=line.text.partition(":")[0]), "")
            rest = line.text.partition(":")[2].strip()
            self._current.items.append(replace(line, text=rest, after_label=True))
            return
        pairs = self._inline.read_fields(line, section.name)
        if pairs:
            section.items += pairs
            return
        if match is None and self._opens_unknown(line, strength, index):
            self._open("unknown", line, "")
            return
        names = len(line.text.split()) <= _TITLE_WORDS and not line.text.rstrip().endswith((".", "?", ")"))
        if (
            section.name in ACTIVITY_SECTIONS
            and strength > 1
            and names
            and not isinstance(line.block, ListItem)
        ):
            self._workstream_looks.add(self._looks.of(line))
        section.items.append(line)

    def _open_run_in(self, line: Line, found: RunIn) -> None:
        """Open a section whose first text stands in the heading's line; a month alone is none of it."""
        self._run_ins_met += 1
        name, rule = (found.match.section, found.match.rule) if found.match else ("unknown", "")
        dated = is_period(found.rest)
        self._open(name, line if dated else replace(line, text=found.head), rule)
        if not dated:
            below = replace(line, text=found.rest, label="none", spans_row=False, after_label=True)
            self._current.items.append(below)

    def _run_in(self, line: Line, index: int) -> RunIn | None:
        """A heading that runs into its text, and the text; None of a field, or of a title with its month."""
        if self._inline.starts_with_field(line, self._current.name):
            return None
        found = self._run_ins.split(line, self._current.name) or split_run_in(line, self._vocabulary)
        if found is None or (found.match is not None and self._is_over_the_form(found.match, index)):
            return None
        in_front = self._current.name == "front"
        names = is_period(found.rest) or (self._is_title_size(line) and not self._has_begun())
        titled = in_front and names and read_title(line.text, self._vocabulary).kind
        return None if titled else found

    def _is_title_size(self, line: Line) -> bool:
        """Whether a line is short and all set like a heading: "Project update: Warm rooms", no first sentence."""
        short = len(line.text.split()) <= _TITLE_WORDS and not line.text.rstrip().endswith(".")
        return short and self._looks.strength(line) > 1

    def _goes_on_rating(self, line: Line) -> bool:
        """Whether a line says why a dimension is rated so, after one that says it of another."""
        above = self._current.items[-1] if self._current.items else None
        label = above.text.partition(":")[0] if isinstance(above, Line) else ""
        if isinstance(above, Pair) and not above.in_table:
            label = above.label
        return {plain(label), plain(line.text.partition(":")[0])} <= self._rated

    def _open(self, name: str, heading: Line, rule: str) -> None:
        if heading.label == "none":
            self._section_looks.add(self._looks.of(heading))
        self._begin(Section(name, heading.text.strip(), heading, rule=rule))

    def _opens(self, line: Line, match: HeadingMatch, strength: int) -> bool:
        """Whether a line with a heading's words opens a section here, or is a workstream of the one it stands in."""
        if self._current.name == "front" and not match.exact and read_title(line.text, self._vocabulary).kind:
            return False
        if (
            self._current.name == "front"
            and self._vocabulary.is_kind("title", line.text)
            and not self._has_begun()
        ):
            return False
        if self._vocabulary.field(line.text) == "authorised":
            return False
        if self._current.name in RISK_SECTIONS and names_record(line.text):
            return False
        if self._current.name not in ACTIVITY_SECTIONS or line.label in {"column", "part"}:
            return True
        if line in self._numbered:
            return True
        look = self._looks.of(line)
        if line.label in {"workstream", "doer"} or (
            look in self._workstream_looks and look not in self._section_looks
        ):
            return False
        if match.section in _PRIMARY:
            return True
        if look in self._workstream_looks or not self._has_content():
            return False
        if look.level is not None and self._current.heading is not None:
            own = self._looks.of(self._current.heading).level
            return own is None or look.level <= own
        return strength >= 2 and look in self._section_looks

    def _heads_ratings(self, match: HeadingMatch, index: int) -> bool:
        """Whether a line with the words of a heading of ratings ('Health check.') stands right over ratings."""
        below = next((item for item in self._elements[index + 1 :] if not isinstance(item, Labels)), None)
        return match.section == "ratings" and isinstance(below, Rated)

    def _ends_by_run_in(self, line: Line) -> bool:
        """Whether 'Patient safety: no incidents' ends the risks above it in a report whose headings run in."""
        tabled = self._run_ins_met and any(isinstance(item, Register) for item in self._current.items)
        if not (tabled or self._run_ins_met >= _RUN_INS) or self._current.name not in RISK_SECTIONS:
            return False
        return ends_risks(line, self._vocabulary)

    def _run_in_opens(self, line: Line, found: RunIn) -> bool:
        match = found.match
        if match is None or found.usual:
            return True
        if match.section in _PRIMARY:
            return not (
                self._current.name in RISK_SECTIONS | {"response"}
                and labels_part(line.text.partition(":")[0], self._vocabulary)
            )
        return self._current.name not in {*ACTIVITY_SECTIONS, *RISK_SECTIONS} and match.section not in {
            "ratings",
            "schedule",
            "scope",
        }

    def _is_state(self, line: Line, strength: int, index: int) -> bool:
        """Whether a cell's plain 'Completed' says how something stands: a heading has its content below it."""
        following = self._elements[index + 1] if index + 1 < len(self._elements) else None
        listed = isinstance(following, Line) and isinstance(following.block, ListItem)
        plain = line.in_table and strength == 1 and not line.spans_row
        return plain and not listed and self._vocabulary.activity_kind(line.text) is not None

    def _is_over_the_form(self, match: HeadingMatch, index: int) -> bool:
        below = self._elements[index + 1 : index + 3]
        return is_over_the_form(match, self._current.name, below, self._vocabulary)

    def _is_letterhead(self, line: Line, match: HeadingMatch, index: int) -> bool:
        """Whether a line of the front names an organisation, and heads no list under the form."""
        if self._current.name != "front" or match.coverage >= 1.0:
            return False
        below = self._elements[index + 1] if index + 1 < len(self._elements) else None
        listed = isinstance(below, Line) and isinstance(below.block, ListItem)
        heads = self._has_begun() and (listed or isinstance(below, Register))
        return not heads and self._vocabulary.is_kind("organisation", line.text)

    def _has_begun(self) -> bool:
        """Whether the front holds fields or prose already: no title comes after them."""
        return any(
            not isinstance(item, Line) or len(item.text.split()) > _TITLE_WORDS
            for item in self._current.items
        )

    def _has_content(self) -> bool:
        return any(
            not (isinstance(item, Line) and self._vocabulary.is_kind("instruction", item.text))
            for item in self._current.items
        )

    def _opens_unknown(self, line: Line, strength: int, index: int) -> bool:
        """Whether a line that no rule knows ends the section: it looks just like the headings of known sections."""
        look = self._looks.of(line)
        if line.label == "part" or (line in self._numbered and self._current.name in RECORD_SECTIONS):
            return True
        if (
            self._current.name == "front"
            or strength < 2
            or len(line.text.split()) > _TITLE_WORDS
            or (isinstance(line.block, ListItem) or line in self._dated)
        ):
            return False
        if self._current.name in RISK_SECTIONS and names_record(line.text):
            return False
        if look not in self._section_looks or not self._has_content() or look in self._workstream_looks:
            return False
        if self._vocabulary.is_kind("legend", line.text) or self._vocabulary.is_kind(
            "placeholder", line.text
        ):
            return False
        following = self._elements[index + 1] if index + 1 < len(self._elements) else None
        return following is not None and not isinstance(following, Break)


def cut_sections(elements: list[Element], vocabulary: Vocabulary) -> list[Section]:
    """The sections of one report's elements, in reading order."""
    badged = read_lit_lines(read_badge_lines(with_colons(elements, vocabulary), vocabulary), vocabulary)
    stacked = read_stacked_ratings(badged, vocabulary)
    stacked = read_told_ratings(stacked, vocabulary)
    told = read_rated_questions(read_ladders(stacked, vocabulary), vocabulary)
    return SectionCutter(told, vocabulary).cut()
