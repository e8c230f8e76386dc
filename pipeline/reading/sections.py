"""A report's elements cut into sections, by the headings in it; forms and RAG lines in running text found on the way."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.document import ListItem
from pipeline.reading.elements import Break, Drawing, Element, Labels, Line, Pair, Rated, Register, Section
from pipeline.reading.forms import split_inline, split_line
from pipeline.reading.headings import Look, Looks, match_heading, split_run_in
from pipeline.reading.titles import read_title
from pipeline.reading.vocabulary import HeadingMatch, Vocabulary
from pipeline.values.dates import parse_date, parse_period
from pipeline.values.rating import Mark

ACTIVITY_SECTIONS = {
    "completed": "completed",
    "planned": "planned",
    "in progress": "in-progress",
    "missed": "missed",
}
RISK_SECTIONS = {"risks", "issues", "risks and issues"}
_PRIMARY = set(ACTIVITY_SECTIONS) | RISK_SECTIONS | {"decisions", "response", "milestones", "summary"}
"""Sections whose headings count even where they look like a workstream's: the others' words name workstreams too."""
_OPEN = {"front", "loose", "control", "ratings", "summary", "unknown", "schedule", "finances", "scope"}
"""Sections in which a 'label: value' line is a field of the form and not a sentence."""
_STRONG_FIELDS = {
    "project",
    "sponsor",
    "manager",
    "report_date",
    "period",
    "start_date",
    "end_date",
    "percent_complete",
    "authorised",
    "reference",
    "programme",
    "week-ending",
}
_NUMBER = re.compile(r"^\s*\d+(?:\.\d+)*[.)]?\s+")
_VALUE_LENGTH = 80
"""Characters of a value that stands on the line below its label."""
_STACKED = {
    "period",
    "report_date",
    "start_date",
    "end_date",
    "week-ending",
    "authorised",
    "project",
    "sponsor",
    "manager",
    "reference",
    "programme",
}
"""Fields whose label may stand over the value."""
_TITLE_WORDS = 14
_AXIS = re.compile(r"\d{1,3}\s?%(?:\s+\d{1,3}\s?%)+")
"""The scale under a progress bar."""
_BAR_LEGEND = 40
"""Characters of the words under a progress bar."""
_RECORD_LABEL = re.compile(
    r"(?:risk|issue|mitigation|mitigating action|action|response|impact|cause|effect)s?(?:\s*\d+)?",
    re.IGNORECASE,
)
"""Labels of one record's parts: inside a section of risks they open no section."""


class SectionCutter:
    """Walks a report's elements once; remembers the looks of section headings and of workstreams."""

    def __init__(self, elements: list[Element], vocabulary: Vocabulary) -> None:
        self._elements = elements
        self._vocabulary = vocabulary
        self._looks = Looks(elements)
        self._sections = [Section("front", "", None)]
        self._section_looks: set[Look] = set()
        self._workstream_looks: set[Look] = set()

    @property
    def _current(self) -> Section:
        return self._sections[-1]

    def cut(self) -> list[Section]:
        """The sections in reading order; the first is 'front'."""
        taken = -1
        for index, element in enumerate(self._elements):
            if index == taken:
                continue
            if isinstance(element, Line):
                pair = self._stacked(element, index)
                below = [pair] if pair is not None else self._tabbed_ratings(element, index)
                if below:
                    self._current.items += below
                    taken = index + 1
                else:
                    self._line(element, index)
            elif isinstance(element, Break):
                if self._current.name != "front":
                    self._sections.append(Section("loose", "", None))
            elif isinstance(element, Pair) and self._is_banner(element):
                for block in element.blocks:
                    self._current.items.append(Line(block, block.text, in_table=True))
            elif isinstance(element, Pair) and self._is_legend(element):
                self._current.items.append(Labels(element.blocks))
            else:
                self._current.items.append(element)
        for section in self._sections:
            _rate_heading(section, self._vocabulary)
        return [section for section in self._sections if section.items or section.heading]

    def _stacked(self, line: Line, index: int) -> Pair | None:
        """A form's label with its value on the next line ('Period covered' over '1 to 30 September 2011')."""
        following = self._elements[index + 1] if index + 1 < len(self._elements) else None
        if not isinstance(following, Line) or len(following.text) > _VALUE_LENGTH or not line.text.strip():
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
            stands_out = self._looks.strength(line) > self._looks.strength(
                following
            ) or line.text.rstrip().endswith(":")
            fits = (
                self._current.name == "front"
                and stands_out
                and match_heading(following, 1, self._vocabulary) is None
            )
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

    def _is_banner(self, pair: Pair) -> bool:
        """A title laid out beside the organisation's name: no label, no value."""
        if not pair.in_table or self._current.name != "front" or self._vocabulary.field(pair.label):
            return False
        return read_title(pair.value, self._vocabulary).kind or read_title(pair.label, self._vocabulary).kind

    def _is_legend(self, pair: Pair) -> bool:
        """'Status key | Green: on target', 'Amber | risk to timeline': a legend laid out like a form."""
        after_key = bool(self._current.items) and isinstance(self._current.items[-1], Labels)
        if after_key and self._vocabulary.rating_words.of_word(pair.label) and pair.in_table:
            return True
        return (
            self._vocabulary.is_kind("legend", f"{pair.label}: {pair.value}")
            and self._vocabulary.dimension(pair.label) is None
        )

    def _is_key(self, line: Line) -> bool:
        """A line of several coloured lights with a word each: the colours' key."""
        colours = {
            self._vocabulary.rating_words.of_colour(figure.color)
            for figure in line.block.figures
            if figure.color
        }
        return len(colours - {None}) > 2 and self._vocabulary.dimension(line.text.partition(":")[0]) is None

    def _under_bar(self, line: Line, index: int) -> bool:
        """The legend right under a progress bar ('Completed  Remaining')."""
        above = self._elements[index - 1] if index else None
        return (
            isinstance(above, Drawing)
            and above.figure.kind == "bar"
            and len(line.text) <= _BAR_LEGEND
            and not line.spans_row
        )

    def _line(self, line: Line, index: int) -> None:
        if self._is_key(line) or _AXIS.fullmatch(line.text.strip()) or self._under_bar(line, index):
            self._current.items.append(Labels((line.block,)))
            return
        several = self._several(line)
        rated = [] if several else self._rated(line)
        if several or rated:
            self._current.items += several or rated
            return
        question = split_inline(line.text, self._vocabulary, strict=True) if "?" in line.text else None
        if question is not None and self._vocabulary.field(question[0]) == "authorised":
            self._current.items += split_line(line.block, line.text, self._vocabulary, strict=True)
            return
        strength = self._looks.strength(line)
        match = None if self._starts_with_field(line) else match_heading(line, strength, self._vocabulary)
        if match is not None and self._opens(line, match, strength):
            self._open(match.section, line, match.rule)
            return
        run_in = None if self._starts_with_field(line) else split_run_in(line, self._vocabulary)
        if run_in is not None and self._run_in_opens(line, run_in[2]):
            head, rest, found = run_in
            self._open(found.section, replace(line, text=head), found.rule)
            self._current.items.append(
                replace(line, text=rest, label="none", spans_row=False, after_label=True)
            )
            return
        pairs = self._pairs(line)
        if pairs:
            self._current.items += pairs
            return
        if match is None and self._opens_unknown(line, strength, index):
            self._open("unknown", line, "")
            return
        if self._current.name in ACTIVITY_SECTIONS and strength > 1 and not isinstance(line.block, ListItem):
            self._workstream_looks.add(self._looks.of(line))
        self._current.items.append(line)

    def _open(self, name: str, heading: Line, rule: str) -> None:
        if heading.label == "none":
            self._section_looks.add(self._looks.of(heading))
        self._sections.append(Section(name, heading.text.strip(), heading, rule=rule))

    def _opens(self, line: Line, match: HeadingMatch, strength: int) -> bool:
        """Whether a line with a known heading's words opens a section here, or is a workstream of the one it stands in."""
        if self._current.name == "front" and not match.exact and read_title(line.text, self._vocabulary).kind:
            return False
        if self._vocabulary.field(line.text) == "authorised":
            return False
        if self._current.name not in ACTIVITY_SECTIONS or match.section in _PRIMARY or line.label == "column":
            return True
        look = self._looks.of(line)
        if look in self._workstream_looks or not self._has_content():
            return False
        if look.level is not None and self._current.heading is not None:
            own = self._looks.of(self._current.heading).level
            return own is None or look.level <= own
        return strength >= 2 and look in self._section_looks

    def _run_in_opens(self, line: Line, match: HeadingMatch) -> bool:
        if match.section in _PRIMARY:
            return not (
                self._current.name in RISK_SECTIONS | {"response"}
                and _RECORD_LABEL.fullmatch(line.text.partition(":")[0].strip())
            )
        return self._current.name not in ACTIVITY_SECTIONS | dict.fromkeys(
            RISK_SECTIONS, ""
        ) and match.section not in {"ratings", "schedule", "scope"}

    def _starts_with_field(self, line: Line) -> bool:
        """A form's line ('Reporting period: ...'), whose label's words a heading might also hold."""
        label, sign, value = line.text.partition(":")
        if not sign or not value.strip():
            label, sign, value = line.text.partition("\t")
        name = self._vocabulary.field(label) if sign and value.strip() else None
        return name is not None and name != "metadata"

    def _has_content(self) -> bool:
        return any(
            not (isinstance(item, Line) and self._vocabulary.is_kind("instruction", item.text))
            for item in self._current.items
        )

    def _opens_unknown(self, line: Line, strength: int, index: int) -> bool:
        """Whether a line that no rule knows ends the section: it looks just like the headings of known sections."""
        look = self._looks.of(line)
        if (
            self._current.name == "front"
            or strength < 2
            or len(line.text.split()) > _TITLE_WORDS
            or isinstance(line.block, ListItem)
        ):
            return False
        if look not in self._section_looks or not self._has_content() or look in self._workstream_looks:
            return False
        if self._vocabulary.is_kind("legend", line.text) or self._vocabulary.is_kind(
            "placeholder", line.text
        ):
            return False
        if look.strength == 3 or not self._current_is(ACTIVITY_SECTIONS):
            return self._followed_by_text(index)
        return self._followed_by_text(index)

    def _current_is(self, names: dict[str, str]) -> bool:
        return self._current.name in names

    def _followed_by_text(self, index: int) -> bool:
        following = self._elements[index + 1] if index + 1 < len(self._elements) else None
        return following is not None and not isinstance(following, Break)

    def _pairs(self, line: Line) -> list[Pair]:
        """The fields of a 'label: value' line: any label in the form's part of the report, only the report's own elsewhere."""
        name = self._current.name
        if name == "front" or (name in _OPEN and not isinstance(line.block, ListItem)):
            strict = name not in {"front", "control"}
            pairs = split_line(line.block, line.text, self._vocabulary, strict=strict)
            look = self._looks.of(line)
            title = look.bold or look.level is not None or look.size is not None
            if pairs and (
                read_title(line.text, self._vocabulary).kind
                or (title and not any(self._vocabulary.field(pair.label) for pair in pairs))
            ):
                return []
            if name != "front":
                pairs = [pair for pair in pairs if self._vocabulary.field(pair.label) in _STRONG_FIELDS]
            return pairs
        pairs = split_line(line.block, line.text, self._vocabulary, strict=True) if ":" in line.text else []
        return [pair for pair in pairs if self._vocabulary.field(pair.label) == "authorised"]

    def _several(self, line: Line) -> list[Pair]:
        """A tabbed line of several label: value pairs, one of them a field or a rating of the report."""
        if (
            "\t" not in line.text
            or self._current.name in {*ACTIVITY_SECTIONS, *RISK_SECTIONS, "decisions"}
            or isinstance(line.block, ListItem)
        ):
            return []
        pairs = split_line(line.block, line.text, self._vocabulary, strict=False)
        known = [
            pair
            for pair in pairs
            if self._vocabulary.field(pair.label) or self._vocabulary.dimension(pair.label)
        ]
        return pairs if len(pairs) > 1 and len(known) * 2 >= len(pairs) else []

    def _rated(self, line: Line) -> list[Rated] | list[Pair]:
        """'Schedule: Green (was Amber) – on plan' as a rating; 'Last month: Green' as a pair that tells the one above."""
        if self._current.name in {*ACTIVITY_SECTIONS, *RISK_SECTIONS, "decisions"}:
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
        if not label or self._vocabulary.dimension(label) is None:
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
        return [Rated(label, mark, None, None, (line.block,), line.block.place)]

    def _tabbed_ratings(self, line: Line, index: int) -> list[Rated]:
        """A line of tabbed dimensions over a line of their tabbed ratings: a matrix that was drawn without a table."""
        following = self._elements[index + 1] if index + 1 < len(self._elements) else None
        if "\t" not in line.text or not isinstance(following, Line):
            return []
        labels, marks = (
            [part.strip() for part in re.split(r"\t+", text)] for text in (line.text, following.text)
        )
        if len(labels) != len(marks) or not all(self._vocabulary.dimension(label) for label in labels):
            return []
        words = self._vocabulary.rating_words
        if not all(words.of_word(mark) for mark in marks):
            return []
        blocks = (line.block, following.block)
        return [
            Rated(label, Mark(mark), None, None, blocks, line.block.place)
            for label, mark in zip(labels, marks, strict=True)
        ]


def _rate_heading(section: Section, vocabulary: Vocabulary) -> None:
    """'Budget status' over 'Green – spend is in line': the section's heading is a rated dimension."""
    first = next((item for item in section.items if isinstance(item, Line)), None)
    if (
        section.heading is None
        or first is None
        or first is not section.items[0]
        or section.name in ACTIVITY_SECTIONS
    ):
        return
    label = _NUMBER.sub("", section.title).strip(" :")
    words = vocabulary.rating_words
    if (
        vocabulary.dimension(label) is None
        or not words.starts_with_rating(first.text)
        or vocabulary.is_kind("placeholder", first.text)
    ):
        return
    mark = Mark(first.text, first.block.runs, first.fill, first.block.figures)
    section.items[0] = Rated(label, mark, None, None, (section.heading.block, first.block), first.block.place)


def _split_rating(line: Line) -> tuple[str, Mark]:
    """A line's rated label and what stands after it."""
    text = line.text.strip()
    figures = line.block.figures
    for separator in (":", "\t", " – ", " — ", " - ", "="):
        head, found, rest = text.partition(separator)
        if found and head.strip():
            runs = _runs_after(line, len(head) + len(separator))
            return head.strip(), Mark(rest.strip(" \t:–-"), runs, line.fill or line.block.fill, figures)
    return (text, Mark("", (), None, figures)) if figures else ("", Mark(""))


def _runs_after(line: Line, offset: int) -> tuple:  # type: ignore[type-arg]
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


def cut_sections(elements: list[Element], vocabulary: Vocabulary) -> list[Section]:
    """The sections of one report's elements, in reading order."""
    return SectionCutter(elements, vocabulary).cut()


def registers_of(sections: list[Section]) -> list[tuple[Section, Register]]:
    """All registers with the section they stand in."""
    return [(section, item) for section in sections for item in section.items if isinstance(item, Register)]
