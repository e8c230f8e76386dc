"""Shows how a document was read: every line, what it became, and the rule that decided."""

from __future__ import annotations

from pathlib import Path

from rich.console import Group, RenderableType
from rich.table import Table as Grid
from rich.text import Text as Words

from extractors.document import Document, Text, walk_blocks
from extractors.registry import extract_document
from pipeline.model import Reading, Report
from pipeline.reading import trace_document
from pipeline.reading.ledger import Ledger
from rules.schema import Rules

_STYLES = {
    "record": "green",
    "field": "cyan",
    "metadata": "cyan",
    "narrative": "blue",
    "unclassified": "bold red",
    "heading": "bold magenta",
    "label": "magenta",
    "legend": "dim",
    "instruction": "dim",
    "placeholder": "dim",
    "index": "dim",
}
_SEVERITIES = {"info": "blue", "warning": "yellow", "error": "bold red"}
_SHOWN = 110
"""Characters of a line that are shown: enough to find it in the document."""
_LISTS = ("ratings", "activities", "risks", "milestones", "finances", "decisions")


class NoSuchReport(Exception):
    """A pack holds fewer reports; the message says how many."""


def explain_file(path: Path, rules: Rules, report: int | None = None) -> RenderableType:
    """What became of each line of a document, then the reports read from it.

    Args:
        path: the document.
        rules: the rules to read it by.
        report: show only the report of this number (1-based) of a pack; None shows all.

    Raises:
        UnreadableDocument: the file cannot be read.
        NoSuchReport: the document does not hold that many reports.
    """
    document = extract_document(path)
    reading, ledger = trace_document(document, rules)
    if report is not None and report > len(reading.reports):
        raise NoSuchReport(f"{path} holds {len(reading.reports)} report(s): there is no report {report}.")
    chosen = reading.reports if report is None else reading.reports[report - 1 : report]
    parts: list[RenderableType] = [] if report is not None else [_lines(document, ledger)]
    for number, item in enumerate(chosen, 1 if report is None else report):
        parts.append(_report(item, number))
    parts.append(_findings(reading, chosen))
    return Group(*parts)


def _lines(document: Document, ledger: Ledger) -> Grid:
    grid = Grid(title=f"{document.path}: what each line was taken for", title_justify="left", expand=True)
    grid.add_column("Where", no_wrap=True, style="dim")
    grid.add_column("Became", no_wrap=True)
    grid.add_column("Rule", overflow="fold", ratio=1)
    grid.add_column("Words", overflow="fold", ratio=3)
    for block in walk_blocks(document.body):
        if isinstance(block, Text) and block.text:
            entry = ledger.fate_of(block)
            fate, rule = (entry.fate, entry.rule) if entry else ("unclassified", "no rule took it")
            where = f"p. {block.place.page}" if block.place.page else (block.place.path or "")
            words = block.text if len(block.text) <= _SHOWN else block.text[:_SHOWN] + " …"
            grid.add_row(where, Words(fate, style=_STYLES[fate]), Words(rule), Words(words))
    for aside in document.asides:
        if isinstance(aside.block, Text):
            grid.add_row(
                "",
                Words(aside.kind, style="dim"),
                Words("outside the body"),
                Words(aside.block.text[:_SHOWN]),
            )
    return grid


def _report(report: Report, number: int) -> Grid:
    grid = Grid(title=f"Report {number}", title_justify="left", expand=True)
    grid.add_column("Key", no_wrap=True)
    grid.add_column("Value", overflow="fold", ratio=1)
    grid.add_column("Read from", overflow="fold", ratio=1, style="dim")
    for key in (
        "project",
        "programme",
        "reference",
        "sponsor",
        "manager",
        "report_date",
        "period",
        "period_basis",
        "start_date",
        "end_date",
        "percent_complete",
        "authorised",
    ):
        value = getattr(report, key)
        source = report.sources.get(key)
        grid.add_row(key, Words("–" if value is None else str(value)), Words(source.text if source else ""))
    for rating in report.ratings:
        was = f" (was {rating.previous})" if rating.previous else ""
        grid.add_row(
            "rating",
            Words(f"{rating.label}: {rating.current or '–'}{was} [{rating.dimension}, by {rating.basis}]"),
            Words(rating.source.text),
        )
    for name in _LISTS[1:]:
        grid.add_row(name, str(len(getattr(report, name))), "")
    for label, value in report.metadata.items():
        grid.add_row("metadata", Words(f"{label}: {value}"), "")
    return grid


def _findings(reading: Reading, reports: tuple[Report, ...]) -> RenderableType:
    found = [*reading.findings, *(finding for report in reports for finding in report.findings)]
    if not found:
        return Words("No findings.", style="green")
    grid = Grid(title="Findings", title_justify="left", expand=True)
    grid.add_column("Severity", no_wrap=True)
    grid.add_column("About", no_wrap=True)
    grid.add_column("Message", overflow="fold", ratio=1)
    for finding in found:
        grid.add_row(
            Words(finding.severity, style=_SEVERITIES[finding.severity]),
            finding.about,
            Words(finding.message),
        )
    return grid
