"""One report's elements to its Report: sections, fields, records, and what is left."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import cache, partial

from extractors.document import Text
from pipeline.model import Report
from pipeline.reading.closing import part_closing
from pipeline.reading.context import Context
from pipeline.reading.doubts import doubt_findings, far_from_period, swallowed_labels
from pipeline.reading.elements import Drawing, Element, Line, Pair, Section
from pipeline.reading.fields import Fields, period_of
from pipeline.reading.findings import missing_findings, odd_findings
from pipeline.reading.leftovers import blocks_of
from pipeline.reading.misread import misread_findings
from pipeline.reading.owners import first_names
from pipeline.reading.particulars import ParticularsReader
from pipeline.reading.percent import percent_complete
from pipeline.reading.period_heads import tell_other_months
from pipeline.reading.periods_in_turn import periods_in_turn
from pipeline.reading.ratings import read_ratings
from pipeline.reading.record_signs import without_record_signs
from pipeline.reading.records import RecordReader
from pipeline.reading.sections import cut_sections
from pipeline.reading.seen_fields import seen_findings
from pipeline.reading.seen_headings import swallowed_headings
from pipeline.reading.title_months import period_from_titles
from pipeline.values.years import Near

_UNSURE_DATES = {"ambiguous-date", "year-inferred"}
"""Findings on a date that may put it into another month."""


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
        sections = part_closing(cut_sections(elements, context.vocabulary), context.vocabulary)
        self._sections = periods_in_turn(sections, context)
        context.ink = cache(partial(_ink, elements))
        self._path = path
        self._particulars = ParticularsReader(self._sections, context, headers, properties, alone)
        self._lines = blocks_of(elements)
        self._drawings = [element.figure for element in elements if isinstance(element, Drawing)]
        self._drawings += [
            figure
            for element in elements
            if isinstance(element, Pair) and context.vocabulary.field(element.label) == "percent_complete"
            for figure in element.mark.figures
        ]

    def read(self) -> Report:
        """The report with its records and findings."""
        context = self._context
        fields = self._particulars.read()
        period_from_titles(self._lines, fields, context)
        self._complete_year(fields)
        context.first_names = first_names(fields, self._sections)
        ratings = read_ratings(self._sections, context, template="project" not in fields.values)
        records = RecordReader(context)
        for section in self._sections:
            if section.heading is not None and not _runs_in(section):
                context.ledger.take(section.heading.block, "heading", section.rule or "unknown heading")
            if section.work_package is not None:
                context.ledger.take(section.work_package.block, "heading", "work package")
            records.read(section)
        percent = percent_complete(fields, self._sections, self._drawings, context)
        period, basis = period_of(fields, self._path)
        if basis == "report_date":
            self._tell_doubt_of_month()
        values = fields.values
        tell_other_months(self._sections, (period, values.get("report_date")), context)
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
            activities=tuple(records.activities),
            risks=tuple(records.risks),
            milestones=tuple(records.milestones),
            finances=tuple(records.finances),
            decisions=tuple(records.decisions),
            narrative=tuple(records.narrative),
            unclassified=tuple(records.unclassified),
            sources=fields.sources,
        )
        report = without_record_signs(report)
        odd = odd_findings(report, context.vocabulary)
        doubts = [
            *doubt_findings(report, context.vocabulary),
            *swallowed_labels(self._sections, report, context.vocabulary),
            *far_from_period(report),
            *misread_findings(report, context.vocabulary),
        ]
        told = {doubt.about for doubt in (*context.findings, *odd, *doubts) if doubt.severity != "info"}
        seen = seen_findings(report, self._lines, self._drawings, context.ledger, context.vocabulary)
        seen += swallowed_headings(self._lines, context.ledger, context.vocabulary)
        doubts += [doubt for doubt in seen if doubt.about not in told]
        return replace(report, findings=(*context.findings, *missing_findings(report), *odd, *doubts))

    def _tell_doubt_of_month(self) -> None:
        """What is uncertain of the report's date is uncertain of the month that is taken from it."""
        for doubt in [found for found in self._context.findings if found.about == "report_date"]:
            if doubt.code in _UNSURE_DATES:
                self._context.tell(doubt.code, doubt.severity, "period", doubt.message, doubt.source)

    def _complete_year(self, fields: Fields) -> None:
        """Dates without a year are those nearest to the report's own month; of its year where it tells no more."""
        known = fields.values.get("report_date") or fields.stated
        if known:
            month = known[len("2011-") : len("2011-12")]
            self._context.year = Near(int(known[:4]), int(month)) if month else int(known[:4])


def _runs_in(section: Section) -> bool:
    """Whether the heading is the front of the section's first line ('Headlines: ...'), which is no furniture then."""
    first = section.items[0] if section.items else None
    return section.heading is not None and isinstance(first, Line) and first.block is section.heading.block


def _ink(elements: list[Element]) -> str | None:
    """The colour that most of a report's text is written in."""
    letters: Counter[str | None] = Counter()
    for block in blocks_of(elements):
        for run in block.runs:
            letters[run.color] += len(run.text)
    return letters.most_common(1)[0][0] if letters else None
