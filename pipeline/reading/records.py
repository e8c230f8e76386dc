"""Sections to records: each by what it is for, each register by its kind; what is no record stays prose."""

from __future__ import annotations

import re

from extractors.document import Heading
from pipeline.model import Activity, Decision, Finance, Milestone, Narrative, Passage, Risk
from pipeline.reading.activities import read_activities
from pipeline.reading.activity_registers import read_activity_register
from pipeline.reading.context import Context, source_for
from pipeline.reading.elements import (
    ACTIVITY_SECTIONS,
    RISK_SECTIONS,
    Labels,
    Line,
    Register,
    Section,
    source_of,
)
from pipeline.reading.heading_doubts import tell_unknown_heading
from pipeline.reading.ledger import COLUMN_HEAD
from pipeline.reading.milestone_dates import tell_lone_dates
from pipeline.reading.milestone_lines import read_milestone_lines
from pipeline.reading.milestone_registers import read_milestones
from pipeline.reading.money_lines import read_money_lines, tell_lone_amounts
from pipeline.reading.risk_registers import read_risk_register
from pipeline.reading.risks import parse_risk, read_risks
from pipeline.reading.section_doubts import (
    ABOUT,
    names_risks,
    tell_asked,
    tell_headings_beside,
    tell_listed_fields,
    tell_story,
    tell_taken_over,
    tell_tasks,
    tell_unknown_table,
    tell_unread,
)
from pipeline.reading.tabled import (
    read_decision_register,
    read_decisions,
    read_finances,
)

_PROSE_WORDS = 8
"""Words from which a line of the front matter is an introduction and not a stray label."""
_RISK = re.compile(r"there is a (?:\w+ )?risk that\b", re.IGNORECASE)
_NARRATIVE = {
    "summary",
    "scope",
    "schedule",
    "quality",
    "benefits",
    "people",
    "dependencies",
    "changes",
    "control",
    "ratings",
    "finances",
    "response",
    "milestones",
}


_LOGS = {"changes", "benefits", "quality", "dependencies", "control"}
"""Sections whose tables look like tasks ('CR no | Description | Status') or money ('Target | Actual') and are none."""


class RecordReader:
    """Reads section by section; the records gather here in reading order, and what is none of them."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self.activities: list[Activity] = []
        self.risks: list[Risk] = []
        self.milestones: list[Milestone] = []
        self.finances: list[Finance] = []
        self.decisions: list[Decision] = []
        self.narrative: list[Narrative] = []
        self.unclassified: list[Passage] = []
        self._above: Section | None = None

    def read(self, section: Section) -> None:
        """Read one section and the registers in it."""
        context, before = self._context, self._counted(ABOUT.get(section.name))
        tell_taken_over(self._above, section, context)
        tell_story(section, context)
        tell_asked(section, context)
        tell_headings_beside(section, context)
        self._above = section
        if section.name in ACTIVITY_SECTIONS:
            activities, narrative = read_activities(section, context)
            self.activities += activities
            self.narrative += narrative
        elif section.name in RISK_SECTIONS:
            risks, narrative = read_risks(section, context)
            self.risks += risks
            self.narrative += narrative
        elif section.name == "decisions":
            decisions, narrative = read_decisions(section, context)
            self.decisions += decisions
            self.narrative += narrative
        elif section.name == "milestones" and not any(isinstance(item, Register) for item in section.items):
            milestones, narrative = read_milestone_lines(section, context)
            self.milestones += milestones
            self.narrative += narrative
        else:
            if section.name == "finances":
                self.finances += read_money_lines(section, context)
            self._prose(section)
        for item in section.items:
            if isinstance(item, Register):
                self._register(item, section)
            elif isinstance(item, Labels) and item.kind != "kept":
                context.ledger.take_all(
                    item.blocks, item.kind, COLUMN_HEAD if item.kind == "label" else item.kind
                )
        self._warn_of_empty(section, before)
        if section.name not in _LOGS:
            tell_lone_amounts(section, context)
            tell_lone_dates(section, context)

    def _warn_of_empty(self, section: Section, before: int) -> None:
        """A section of records that gave none, though it holds words: its layout may not have been understood."""
        about = ABOUT.get(section.name)
        prose = [item for item in section.items if isinstance(item, Line)]
        fates = {
            entry.fate for item in prose if (entry := self._context.ledger.fate_of(item.block)) is not None
        }
        if about is None or self._counted(about) > before or not fates & {"narrative", "unclassified"}:
            return
        message = f"'{section.title}' holds text but no record was read from it."
        place = prose[0].block.place
        self._context.tell(
            "section-without-records", "warning", about, message, source_of(place, prose[0].text)
        )

    def _counted(self, about: str | None) -> int:
        """The records so far; of a kind that no other section is for only those of it."""
        if about == "milestones":
            return len(self.milestones)
        if about == "decisions":
            return len(self.decisions)
        lists = (self.activities, self.risks, self.milestones, self.finances, self.decisions)
        return sum(len(records) for records in lists)

    def _register(self, register: Register, section: Section) -> None:
        context = self._context
        tell_unread(register, context)
        if section.name in _LOGS and not names_risks(register):
            self._keep_rows(register, section)
        elif register.kind == "risks":
            if section.name not in RISK_SECTIONS and not names_risks(register):
                tell_tasks(register, context)
            risks, narrative = read_risk_register(register, section, context)
            self.risks += risks
            self.narrative += narrative
        elif register.kind == "milestones":
            self.milestones += read_milestones(register, section, context)
        elif register.kind == "finances":
            self.finances += read_finances(register, section, context)
        elif register.kind == "decisions":
            self.decisions += read_decision_register(register, context)
        elif register.kind == "activities":
            self.activities += read_activity_register(register, section, context)
        else:
            self._keep_rows(register, section)

    def _keep_rows(self, register: Register, section: Section) -> None:
        """Rows of a table that holds no records: document control, or heads that no rule knows."""
        context = self._context
        context.ledger.take_all(register.head_blocks, "label", COLUMN_HEAD)
        known = section.name in _NARRATIVE or register.kind == "control"
        for row in register.rows:
            blocks = tuple(text for cell in row.all_cells for text in cell.lines)
            source = source_for(blocks, row.all_cells[0].place, f"table of {section.name}")
            if all(context.placeholder(block.text) for block in blocks):
                context.ledger.take_all(blocks, "placeholder", "empty row")
            elif known:
                context.ledger.take_all(blocks, "narrative", source.rule)
                self.narrative.append(Narrative(section.title or "Document control", source.text, source))
            else:
                context.ledger.take_all(blocks, "unclassified", source.rule)
                self.unclassified.append(Passage(source.text, source, section.title))
        if register.kind != "control":
            tell_unknown_table(register, section, known, context)

    def _prose(self, section: Section) -> None:
        """Lines of sections that hold no records: narrative where the section is known, else unclassified."""
        context = self._context
        for item in section.items:
            if not isinstance(item, Line) or context.ledger.fate_of(item.block) is not None:
                continue
            source = source_of(item.block.place, item.block.text, f"{section.name} section")
            if context.enter_furniture(item.block, item.text):
                continue
            if (
                section.name == "unknown"
                and _RISK.match(item.text)
                and context.vocabulary.is_risk_sentence(item.text)
            ):
                self.risks.append(parse_risk(item.text, "risk", source, context))
                context.took((item.block,), "risk sentence")
                continue
            if section.name == "front" and isinstance(item.block, Heading):
                context.ledger.take(item.block, "heading", "title")
            elif section.name in _NARRATIVE:
                context.ledger.take(item.block, "narrative", f"{section.name} section")
                self.narrative.append(Narrative(section.title, item.text, source))
            elif section.name == "front" and len(item.text.split()) >= _PROSE_WORDS:
                context.ledger.take(item.block, "narrative", "introduction")
                self.narrative.append(Narrative("Introduction", item.text, source))
            else:
                context.ledger.take(item.block, "unclassified", f"{section.name} section")
                self.unclassified.append(Passage(item.text, source, section.title))
        tell_unknown_heading(section, context)
        tell_listed_fields(section, context)
