"""What a report says of itself: the fields of its form, of headers and titles, of lists of people and approvals."""

from __future__ import annotations

from typing import TypeGuard

from extractors.document import Text
from pipeline.reading.context import Context
from pipeline.reading.elements import (
    ACTIVITY_SECTIONS,
    RECORD_SECTIONS,
    RISK_SECTIONS,
    Line,
    Pair,
    Register,
    Section,
    source_of,
)
from pipeline.reading.fields import Fields, read_pairs
from pipeline.reading.inline import is_form_pair
from pipeline.reading.naming import name_from_lines, programme_from_lines
from pipeline.reading.ratings import rated_pair, tells_previous
from pipeline.reading.told_particulars import tell_particulars
from pipeline.values.rating import Mark


class ParticularsReader:
    """Reads the fields of one report; ``headers`` and ``properties`` tell what its sections do not.

    ``alone``: the document holds no other report, so that its headers and titles may name this one's project.
    """

    def __init__(
        self,
        sections: list[Section],
        context: Context,
        headers: list[Pair],
        properties: list[Text],
        alone: bool,
    ) -> None:
        self._sections, self._context = sections, context
        self._headers, self._properties, self._alone = headers, properties, alone

    def read(self) -> Fields:
        """The fields, the form's own before all others."""
        context = self._context
        plain = [
            item
            for section in self._sections
            for item in section.items
            if isinstance(item, Pair)
            and (section.name not in RECORD_SECTIONS or is_form_pair(item, context.vocabulary, section.name))
            and rated_pair(item, context, section.name) is None
            and not tells_previous(item, context)
        ]
        fields = read_pairs([*plain, *self._people()], context)
        front = [
            block
            for section in self._sections[:2]
            if section.name in {"front", "control", "loose", "unknown"}
            for item in section.items
            if isinstance(item, Line) or self._is_title(item) or self._is_subject(item)
            for block in self._title_lines(item)
        ]
        heading_lines = [
            section.heading.block for section in self._sections[:1] if section.heading is not None
        ]
        late = read_pairs([pair for pair in self._headers if context.vocabulary.field(pair.label)], context)
        for key, value in late.values.items():
            if key not in fields.values and (key != "project" or self._alone):
                fields.values[key], fields.sources[key] = value, late.sources[key]
        fields.stated = fields.stated or late.stated
        in_form = (
            {id(item.block) for item in self._sections[0].items if isinstance(item, Line) and item.in_table}
            if self._sections
            else set()
        )
        name_from_lines(
            heading_lines + front,
            fields,
            context,
            in_form,
            nearest=not self._alone,
            beside=self._beside_fields(),
        )
        programme_from_lines(front, fields, context)
        if fields.authorised is None:
            self._approval(fields)
        tell_particulars(self._sections, fields, context)
        if "project" not in fields.values or fields.stated is None or "report_date" not in fields.values:
            name_from_lines(self._properties, fields, context)
        return fields

    def _beside_fields(self) -> set[int]:
        """The ids of lines that name what the fields around them are of: beside them, or as a memo's subject."""
        return {
            id(block)
            for section in self._sections[:1]
            for item in section.items
            if (isinstance(item, Line) and item.label == "name") or self._is_subject(item)
            for block in self._title_lines(item)
        }

    def _is_subject(self, item: object) -> TypeGuard[Pair]:
        """Whether a pair says what a memo is about: 'Re: Depot move'."""
        return isinstance(item, Pair) and self._context.vocabulary.is_kind("subject", item.label)

    def _title_lines(self, item: Line | Pair) -> tuple[Text, ...]:
        """The lines of a title, without the label of a subject in a cell of its own."""
        if isinstance(item, Line):
            return (item.block,)
        return item.blocks[-1:] if self._is_subject(item) else item.blocks

    def _is_title(self, item: object) -> TypeGuard[Pair]:
        """Whether a pair is a title that a cell holds: 'Highlight report: Depot move'."""
        return (
            isinstance(item, Pair)
            and self._context.vocabulary.field(item.label) is None
            and self._context.vocabulary.is_report_title(item.label)
        )

    def _approval(self, fields: Fields) -> None:
        """Whether a sentence says that the sponsor agreed the report."""
        for section in self._sections:
            lines = [
                item
                for item in section.items
                if isinstance(item, Line) and section.name not in {*ACTIVITY_SECTIONS, *RISK_SECTIONS}
            ]
            for line in lines:
                boxes = [figure for figure in line.block.figures if figure.kind == "checkbox"]
                if boxes and not any(figure.checked for figure in boxes):
                    continue  # a statement whose box nobody ticked says nothing yet
                for answer, kind in ((False, "not-authorised"), (True, "authorised")):
                    if self._context.vocabulary.is_kind(
                        "authorised", line.text
                    ) and self._context.vocabulary.is_kind(kind, line.text):
                        fields.authorised = answer
                        fields.sources["authorised"] = source_of(
                            line.block.place, line.block.text, "approval sentence"
                        )
                        return

    def _people(self) -> list[Pair]:
        """Tables of names and roles ('A B | Project manager') as pairs of role and name."""
        found: list[Pair] = []
        for section in self._sections:
            for item in section.items:
                for row in item.rows if isinstance(item, Register) and item.kind == "control" else ():
                    name = row.cells["text"].words if "text" in row.cells else ""
                    for cell in row.all_cells:
                        role = cell.words
                        if (
                            name
                            and role != name
                            and self._context.vocabulary.field(role) in {"sponsor", "manager"}
                        ):
                            found.append(Pair(role, name, cell.lines, Mark(name), cell.place))
        return found
