"""What a highlight report has and this one lacks, and records that look as if a layout was misread."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model import Finding, Milestone, Report, Source
from pipeline.reading.label_lines import says_field
from pipeline.reading.vocabulary import Vocabulary
from pipeline.values.dates import find_dates, parse_date

_PARTS = {"owner", "likelihood", "impact", "score", "due"}
"""Parts of a record whose labels describe nothing themselves."""
_ASK_WORDS = 3
"""Words of the shortest ask ('Note the report'): below it stands a label or a box to tick."""
_SPANNING = re.compile(r"(?:from|between|to|until|till|and|[\s–—-])*", re.IGNORECASE)
"""What stands around and between the two dates of a period."""
_LETTERED = re.compile(r"[^\W\d_](?:[\W\d_]*[^\W\d_]){2}")
"""The three letters that the shortest text of a record has: below it is a mark or a number of a table."""


def is_blank(report: Report) -> bool:
    """Whether a report holds no record at all, as an empty template does."""
    return not (
        report.ratings
        or report.activities
        or report.risks
        or report.milestones
        or report.finances
        or report.decisions
    )


def missing_findings(report: Report) -> list[Finding]:
    """Warnings for what is absent: project, dates, ratings, a currency; one for a report without records."""
    found: list[Finding] = []

    def tell(code: str, about: str, message: str) -> None:
        found.append(Finding(code, "warning", about, message))

    if report.project is None:
        tell("no-project", "project", "No project name was found.")
    if report.report_date is None:
        tell("no-report-date", "report_date", "The report gives no date of its own.")
    if report.period is None:
        message = "The month that the report is about could not be told: the tracker files it under no month."
        tell("no-period", "period", message)
    elif report.period_basis == "filename":
        tell("period-from-filename", "period", f"The month {report.period} comes from the file's name alone.")
    if not report.ratings:
        tell("no-ratings", "ratings", "No RAG rating was found.")
    elif not any(rating.dimension == "overall" for rating in report.ratings):
        tell("no-overall-rating", "ratings", "No overall rating was found.")
    foreign = [finance.text for finance in report.finances if finance.currency is None]
    if foreign:
        message = (
            f"No currency is named for {len(foreign)} of the amounts' lines ('{foreign[0]}'): it is left empty. "
            "Check the unit of their amounts too."
        )
        tell("no-currency", "finances", message)
    if is_blank(report):
        for about in ("activities", "risks"):
            message = "No record was found: an empty template, or a layout that the rules do not know."
            tell("no-records", about, message)
    return found


def odd_findings(report: Report, vocabulary: Vocabulary) -> list[Finding]:
    """A warning for each kind of record some of whose texts are dates, numbers or single marks: a table misread."""
    found: list[Finding] = []
    for about, texts in (
        ("activities", [(item.text, item.source) for item in report.activities]),
        ("risks", [(item.text, item.source) for item in report.risks]),
        ("milestones", [(item.text, item.source) for item in report.milestones]),
        ("decisions", [(item.text, item.source) for item in report.decisions]),
    ):
        odd = [
            (text, source)
            for text, source in texts
            if _is_odd(text, vocabulary) or _is_label(text, about, vocabulary)
        ]
        if odd:
            found.append(_odd(about, odd))
        parted = [(text, source) for text, source in texts if "\t" in text.strip()]
        if parted:
            found.append(_parted(about, parted))
    undated = [item for item in report.milestones if _tells_more_dates(item)]
    if undated:
        message = f"'{undated[0].text}': its line gives more dates than were read; columns perhaps that no rule knows."
        found.append(Finding("dates-left", "warning", "milestones", message, undated[0].source))
    bare = [item for item in report.decisions if len(item.text.split()) < _ASK_WORDS]
    if bare:
        words = "', '".join(item.text for item in bare[:3])
        message = (
            f"'{words}': too few words for something that a board is asked to decide; a form's box perhaps."
        )
        found.append(Finding("odd-records", "warning", "decisions", message, bare[0].source))
    labelled = [item for item in report.decisions if says_field(item.text, vocabulary)]
    if labelled:
        message = f"'{labelled[0].text[:80]}' begins with a label of the report's form: it may ask nothing."
        found.append(Finding("odd-records", "warning", "decisions", message, labelled[0].source))
    return [*found, *_denials(report, vocabulary)]


def _denials(report: Report, vocabulary: Vocabulary) -> Iterator[Finding]:
    """A warning where the only record of its kind begins by saying that there is none ('None above the line.')."""
    groups: dict[tuple[str, str | None], list[tuple[str, Source]]] = {}
    for risk in report.risks:
        groups.setdefault(("risks", risk.kind), []).append((risk.text, risk.source))
    for activity in report.activities:
        groups.setdefault(("activities", activity.kind), []).append((activity.text, activity.source))
    groups["decisions", None] = [(decision.text, decision.source) for decision in report.decisions]
    for (about, _), texts in groups.items():
        if len(texts) == 1 and vocabulary.is_kind("denial", texts[0][0]):
            message = f"'{texts[0][0]}' is the only one of its section: perhaps it says that there is none."
            yield Finding("says-none", "warning", about, message, texts[0][1])


def _odd(about: str, odd: list[tuple[str, Source]]) -> Finding:
    words = "', '".join(text for text, _ in odd[:3])
    message = (
        f"{len(odd)} of the {about} hold no words of their own ('{words}'): a layout may have been misread."
    )
    return Finding("odd-records", "warning", about, message, odd[0][1])


def _parted(about: str, parted: list[tuple[str, Source]]) -> Finding:
    """Text on both sides of a wide gap is that of two columns, of a table or of the page."""
    words = parted[0][0].replace("\t", "  |  ")
    message = (
        f"{len(parted)} of the {about} run over a wide gap ('{words[:80]}'): perhaps two columns read as one."
    )
    return Finding("text-over-gap", "warning", about, message, parted[0][1])


def _tells_more_dates(item: Milestone) -> bool:
    """Whether the tabbed line of a milestone holds more dates than its record."""
    pieces = item.source.text.split("\t")
    dates = [piece for piece in pieces if parse_date(piece.strip()) is not None]
    return len(dates) > sum(value is not None for value in (item.baseline, item.forecast, item.actual))


def _is_label(text: str, about: str, vocabulary: Vocabulary) -> bool:
    """Whether a record's whole text is a label of a record's part ('How likely?', 'Owner'): a card misread."""
    return any(column.register == about and column.role in _PARTS for column in vocabulary.columns(text))


def _is_span(text: str) -> bool:
    """Whether a text is nothing but two dates: a report's period, perhaps, and no work."""
    dates = find_dates(text)
    if len(dates) < len(("from", "to")):
        return False
    cuts = [0, *(at for start, end, _ in dates for at in (start, end)), len(text)]
    between = "".join(text[cuts[at] : cuts[at + 1]] for at in range(0, len(cuts), 2))
    return _SPANNING.fullmatch(between) is not None


def _is_odd(text: str, vocabulary: Vocabulary) -> bool:
    return (
        _LETTERED.search(text) is None
        or parse_date(text) is not None
        or _is_span(text)
        or vocabulary.rating_words.of_word(text) is not None
    )
