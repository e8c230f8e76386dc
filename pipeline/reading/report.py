"""One report's elements to its Report: sections, fields, records, and what is left."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from extractors.document import Heading, ListItem, Text
from pipeline.model import Activity, Decision, Finance, Milestone, Narrative, Passage, Report, Risk
from pipeline.reading.activities import read_activities, read_activity_register
from pipeline.reading.closing import part_closing
from pipeline.reading.context import Context
from pipeline.reading.elements import (
    ACTIVITY_SECTIONS,
    RISK_SECTIONS,
    Drawing,
    Element,
    Labels,
    Line,
    Pair,
    Register,
    Section,
    cell_text,
    source_of,
    texts_of,
)
from pipeline.reading.fields import Fields, period_of, read_pairs
from pipeline.reading.findings import missing_findings, odd_findings
from pipeline.reading.inline import is_form_pair
from pipeline.reading.leftovers import blocks_of
from pipeline.reading.money_lines import read_money_lines
from pipeline.reading.naming import name_from_lines
from pipeline.reading.percent import percent_complete
from pipeline.reading.ratings import rated_pair, read_ratings
from pipeline.reading.risks import parse_risk, read_risk_register, read_risks
from pipeline.reading.sections import cut_sections
from pipeline.reading.tabled import (
    read_decision_register,
    read_decisions,
    read_finances,
    read_milestone_lines,
    read_milestones,
)
from pipeline.reading.tables_told import keep_rows, tell_unread
from pipeline.values.rating import Mark

_PROSE_WORDS = 8
"""Words from which a line of the front matter is an introduction and not a stray label."""
_RISK = re.compile(r"there is a (?:\w+ )?risk that\b", re.IGNORECASE)
_ABOUT = {
    **dict.fromkeys(ACTIVITY_SECTIONS, "activities"), **dict.fromkeys(RISK_SECTIONS, "risks"),
    "decisions": "decisions", "milestones": "milestones",
}  # fmt: skip
"""The contract's key of the records that a section is for, whatever stands in it."""
_ABOUT_TABLES = {**_ABOUT, "finances": "finances", "ratings": "ratings"}
"""The same for a table: a line under 'Finance' may well be prose."""
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


class ReportReader:
    """Reads one report; ``headers`` are pairs of running headers or footers, which count after the form's own."""

    def __init__(
        self,
        elements: list[Element],
        context: Context,
        headers: list[Pair],
        path: str,
        properties: list[Text],
        alone: bool = True,
    ) -> None:
        self._context = context
        self._sections = part_closing(cut_sections(elements, context.vocabulary))
        context.ink = _ink(elements)
        self._headers, self._path, self._properties, self._alone = headers, path, properties, alone
        self._drawings = [element.figure for element in elements if isinstance(element, Drawing)]
        self._activities: list[Activity] = []
        self._risks: list[Risk] = []
        self._milestones: list[Milestone] = []
        self._finances: list[Finance] = []
        self._decisions: list[Decision] = []
        self._narrative: list[Narrative] = []
        self._unclassified: list[Passage] = []

    def read(self) -> Report:
        """The report with its records and findings."""
        context = self._context
        fields = self._read_fields()
        self._complete_year(fields)
        ratings = read_ratings(self._sections, context, template="project" not in fields.values)
        for section in self._sections:
            if section.heading is not None and not _runs_in(section):
                context.ledger.take(section.heading.block, "heading", section.rule or "unknown heading")
            if section.work_package is not None:
                context.ledger.take(section.work_package.block, "heading", "work package")
            self._read_section(section)
        percent = percent_complete(fields, self._sections, self._drawings, context)
        period, basis = period_of(fields, self._path)
        values = fields.values
        report = Report(
            project=values.get("project"),
            programme=values.get("programme"),
            reference=values.get("reference"),
            sponsor=values.get("sponsor"),
            manager=values.get("manager"),
            report_date=values.get("report_date"),
            period=period,
            period_basis=basis,
            start_date=values.get("start_date"),
            end_date=values.get("end_date"),
            percent_complete=percent,
            authorised=fields.authorised,
            metadata=fields.metadata,
            ratings=tuple(ratings),
            activities=tuple(self._activities),
            risks=tuple(self._risks),
            milestones=tuple(self._milestones),
            finances=tuple(self._finances),
            decisions=tuple(self._decisions),
            narrative=tuple(self._narrative),
            unclassified=tuple(self._unclassified),
            sources=fields.sources,
        )
        odd = odd_findings(report, context.vocabulary)
        return replace(report, findings=(*context.findings, *missing_findings(report), *odd))

    def _read_fields(self) -> Fields:
        context = self._context
        record_sections = {*ACTIVITY_SECTIONS, *RISK_SECTIONS, "decisions"}
        pairs = [
            item
            for section in self._sections
            for item in section.items
            if isinstance(item, Pair)
            and (section.name not in record_sections or is_form_pair(item, context.vocabulary, section.name))
        ]
        plain = [pair for pair in pairs if rated_pair(pair, context) is None]
        fields = read_pairs([*plain, *self._people()], context)
        front = [
            item.block
            for section in self._sections[:2]
            if section.name in {"front", "control", "loose", "unknown"}
            for item in section.items
            if isinstance(item, Line)
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
        name_from_lines(heading_lines + front, fields, context, in_form, nearest=not self._alone)
        if fields.authorised is None:
            self._approval(fields)
        if "project" not in fields.values or fields.stated is None or "report_date" not in fields.values:
            name_from_lines(self._properties, fields, context)
        return fields

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
                    name = cell_text(row.cells["text"]) if "text" in row.cells else ""
                    for cell in row.all_cells:
                        role = cell_text(cell)
                        if (
                            name
                            and role != name
                            and self._context.vocabulary.field(role) in {"sponsor", "manager"}
                        ):
                            found.append(Pair(role, name, texts_of(cell.blocks), Mark(name), cell.place))
        return found

    def _complete_year(self, fields: Fields) -> None:
        """Dates without a year are of the report's own year."""
        known = fields.values.get("report_date") or fields.stated
        if known:
            self._context.year = int(known[:4])

    def _read_section(self, section: Section) -> None:
        context, before = self._context, self._counted()
        if section.name in ACTIVITY_SECTIONS:
            activities, narrative = read_activities(section, context)
            self._activities += activities
            self._narrative += narrative
        elif section.name in RISK_SECTIONS:
            risks, narrative = read_risks(section, context)
            self._risks += risks
            self._narrative += narrative
        elif section.name == "decisions":
            decisions, narrative = read_decisions(section, context)
            self._decisions += decisions
            self._narrative += narrative
        elif section.name == "milestones" and not any(isinstance(item, Register) for item in section.items):
            milestones, narrative = read_milestone_lines(section, context)
            self._milestones += milestones
            self._narrative += narrative
        else:
            if section.name == "finances":
                self._finances += read_money_lines(section, context)
            self._prose(section)
        for item in section.items:
            if isinstance(item, Register):
                self._register(item, section)
            elif isinstance(item, Labels):
                context.ledger.take_all(
                    item.blocks, item.kind, "column head" if item.kind == "label" else "legend"
                )
        self._warn_of_empty(section, before)

    def _warn_of_empty(self, section: Section, before: int) -> None:
        """A section of records that gave none, though it holds words: its layout may not have been understood."""
        about = _ABOUT.get(section.name)
        prose = [item for item in section.items if isinstance(item, Line)]
        fates = {
            entry.fate for item in prose if (entry := self._context.ledger.fate_of(item.block)) is not None
        }
        if about is None or self._counted() > before or not fates & {"narrative", "unclassified"}:
            return
        message = f"'{section.title}' holds text but no record was read from it."
        place = prose[0].block.place
        self._context.tell(
            "section-without-records", "warning", about, message, source_of(place, prose[0].text)
        )

    def _counted(self) -> int:
        lists = (self._activities, self._risks, self._milestones, self._finances, self._decisions)
        return sum(len(records) for records in lists)

    def _register(self, register: Register, section: Section) -> None:
        context = self._context
        tell_unread(register, context)
        if section.name in _LOGS and not _names_risks(register):
            self._keep(register, section)
        elif register.kind == "risks":
            risks, narrative = read_risk_register(register, section, context)
            self._risks += risks
            self._narrative += narrative
        elif register.kind == "milestones":
            self._milestones += read_milestones(register, section, context)
        elif register.kind == "finances":
            self._finances += read_finances(register, section, context)
        elif register.kind == "decisions":
            self._decisions += read_decision_register(register, context)
        elif register.kind == "activities":
            self._activities += read_activity_register(register, section, context)
        else:
            self._keep(register, section)

    def _keep(self, register: Register, section: Section) -> None:
        known = section.name in _NARRATIVE or register.kind == "control"
        about = _ABOUT_TABLES.get(section.name, "" if known else "unclassified")
        if register.kind == "control":
            about = ""
        for words, source in keep_rows(register, section, known, about, self._context):
            if known:
                self._narrative.append(Narrative(section.title or "Document control", words, source))
            else:
                self._unclassified.append(Passage(words, source, section.title))

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
                self._risks.append(parse_risk(item.text, "risk", source, context))
                context.took((item.block,), "risk sentence")
                continue
            if section.name == "front" and isinstance(item.block, Heading):
                context.ledger.take(item.block, "heading", "title")
            elif section.name in _NARRATIVE:
                context.ledger.take(item.block, "narrative", f"{section.name} section")
                self._narrative.append(Narrative(section.title, item.text, source))
            elif section.name == "front" and len(item.text.split()) >= _PROSE_WORDS:
                context.ledger.take(item.block, "narrative", "introduction")
                self._narrative.append(Narrative("Introduction", item.text, source))
            else:
                context.ledger.take(item.block, "unclassified", f"{section.name} section")
                self._unclassified.append(Passage(item.text, source, section.title))
        if section.name == "unknown":
            place = section.heading.block.place if section.heading else None
            if place is not None and section.items:
                context.tell(
                    "unknown-heading",
                    "warning" if _may_hold_records(section) else "info",
                    "unclassified",
                    f"No rule knows the heading '{section.title}': its text is kept as unclassified.",
                    source_of(place, section.title),
                )


def _runs_in(section: Section) -> bool:
    """Whether the heading is the front of the section's first line ('Headlines: ...'), which is no furniture then."""
    first = section.items[0] if section.items else None
    return section.heading is not None and isinstance(first, Line) and first.block is section.heading.block


def _names_risks(register: Register) -> bool:
    """Whether a table says by its heads that it holds risks or issues, whatever stands over it."""
    heads = " ".join(register.heads.values()).casefold()
    return register.kind == "risks" and ("risk" in heads or "issue" in heads)


def _may_hold_records(section: Section) -> bool:
    """Whether a section looks as if it held records: bullets, or several paragraphs."""
    lines = [item for item in section.items if isinstance(item, Line)]
    return any(isinstance(line.block, ListItem) for line in lines) or len(lines) > 1


def _ink(elements: list[Element]) -> str | None:
    """The colour that most of a report's text is written in."""
    letters: Counter[str | None] = Counter()
    for block in blocks_of(elements):
        for run in block.runs:
            letters[run.color] += len(run.text)
    return letters.most_common(1)[0][0] if letters else None
