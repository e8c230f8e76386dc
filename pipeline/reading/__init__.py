"""Document to Reading: the order of the reading's stages."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import cast

from extractors.document import Aside, Document, Paragraph, Place, Run, Table, Text
from pipeline.model import DocumentInfo, Finding, Furniture, FurnitureKind, Passage, Reading, Report
from pipeline.reading.cell_guidance import without_cell_guidance
from pipeline.reading.colour_keys import own_colours, own_words
from pipeline.reading.context import Context
from pipeline.reading.dollars import with_dollars, with_rupees_told
from pipeline.reading.elements import Element, Pair, Rated, source_of, texts_of
from pipeline.reading.headings_beside import headings_parted
from pipeline.reading.label_lines import split_line
from pipeline.reading.languages import vocabulary_for
from pipeline.reading.ledger import Ledger
from pipeline.reading.leftovers import blocks_of, leftovers
from pipeline.reading.legends import with_legend
from pipeline.reading.losses import with_losses
from pipeline.reading.packs import split_reports
from pipeline.reading.prompts import prompts_of
from pipeline.reading.report import ReportReader
from pipeline.reading.scan_doubts import with_scan_doubts
from pipeline.reading.spoken import language_of, notation_for, rules_for, with_unread_language
from pipeline.reading.tabbed_tables import untabbed
from pipeline.reading.tables import TableReader
from pipeline.reading.template_lines import without_template_lines
from pipeline.reading.unread_lights import unread_lights
from pipeline.reading.unsure import with_unsure_words
from pipeline.reading.vocabulary import Vocabulary
from pipeline.reading.wording import key_of
from pipeline.values.dates import detect_order, numbered_lines, only_year
from pipeline.values.notation import written_in
from rules.schema import LanguageRule, Rules

_FURNITURE = {"heading", "label", "legend", "instruction", "placeholder", "watermark", "index"}
_ASIDES = {
    "header": "header",
    "footer": "footer",
    "watermark": "watermark",
    "deleted": "deleted",
    "hidden": "hidden",
}


def vocabulary_of(rules: Rules, document: Document | None = None) -> Vocabulary:
    """The rules made ready, once a process; for a document those of its language."""
    lines = _all_words(document).split("\n") if document is not None else []
    return vocabulary_for((), rules_for(language_of(lines, rules), rules))


def read_document(document: Document, rules: Rules) -> Reading:
    """The reports, furniture and findings of a document."""
    return trace_document(document, rules)[0]


def trace_document(document: Document, rules: Rules) -> tuple[Reading, Ledger]:
    """As ``read_document``, with the books that tell what became of every line."""
    words = _all_words(document)
    language = language_of(words.split("\n"), rules)
    with written_in(notation_for(language, rules)):
        return _trace(document, words, language, rules)


def _trace(
    document: Document, words: str, language: LanguageRule | None, rules: Rules
) -> tuple[Reading, Ledger]:
    """As ``trace_document``, of a document of these words in a language."""
    ledger = Ledger()
    lines = words.split("\n")
    vocabulary = with_legend(vocabulary_for(lines, rules_for(language, rules)), lines)
    own = own_words(document.body, vocabulary.rating_words)
    vocabulary = vocabulary.with_ratings(own) if own else vocabulary
    drawn = untabbed(document.body, vocabulary.rating_words)
    beside = headings_parted(drawn.blocks, vocabulary)
    answered = without_cell_guidance(beside.blocks, vocabulary)
    document = replace(document, body=answered.blocks)
    colours = own_colours(document.body, vocabulary.rating_words)
    vocabulary = vocabulary.with_colours(colours) if colours else vocabulary
    prompts = prompts_of(document.body)
    vocabulary = vocabulary.with_prompts(prompts) if prompts else vocabulary
    numbered = numbered_lines(words)
    shown = detect_order(numbered) or (None if language is None else "dmy")
    order = shown or "dmy"
    year = only_year(numbered, order)
    elements = list(TableReader(vocabulary).read_blocks(document.body))
    pack = split_reports(elements, vocabulary)
    headers = _header_pairs(document, vocabulary)
    properties = _properties(document)
    read = (
        _read_report(
            piece,
            Context(vocabulary, ledger, order, year, order_shown=shown is not None),
            headers,
            document.path,
            properties,
            len(pack.reports) == 1,
        )
        for piece in without_template_lines(pack.reports)
    )
    meant = (with_dollars(report, words, shown, vocabulary) for report in read)
    meant = (with_rupees_told(report, words) for report in meant)
    meant = (with_scan_doubts(report, document, vocabulary) for report in meant)
    meant = (with_unread_language(report, language, lines, rules) for report in meant)
    reports = tuple(with_losses(with_unsure_words(report, document), document) for report in meant)
    cover = _read_cover(list(pack.cover), vocabulary, ledger)
    asides, notes = _read_asides(document)
    rest = leftovers(
        list(texts_of(document.body)),
        Context(vocabulary, ledger),
    )
    unlit = unread_lights(document, ledger, vocabulary)
    if len(reports) == 1:
        reports = (replace(reports[0], findings=(*reports[0].findings, *unlit)),)
        unlit = []
    findings = tuple(unlit) + tuple(
        Finding(p.code, p.severity, "document", p.message, source_of(p.place, "")) for p in document.problems
    )
    findings += _deleted_finding(document) + answered.findings()
    answered.enter(ledger)
    beside.enter(ledger)
    drawn.enter(ledger)
    info = DocumentInfo(document.path, document.sha256, document.format, document.pages, document.scanned)
    furniture = _furniture(document, ledger, _told_words(reports)) + asides
    return Reading(info, reports, (*cover, *rest, *notes), furniture, findings), ledger


def _read_report(
    elements: list[Element],
    context: Context,
    headers: list[Pair],
    path: str,
    properties: list[Text],
    alone: bool,
) -> Report:
    report = ReportReader(elements, context, headers, path, properties if alone else [], alone).read()
    rest = leftovers(blocks_of(elements), context)
    if not rest:
        return report
    return replace(report, unclassified=report.unclassified + tuple(rest))


def _read_cover(elements: list[Element], vocabulary: Vocabulary, ledger: Ledger) -> list[Passage]:
    """A pack's covering paper: its tables of ratings are an index of the reports, the rest is kept as it stands."""
    context = Context(vocabulary, ledger)
    for element in elements:
        if isinstance(element, Rated):
            ledger.take_all(element.blocks, "index", "summary of the pack's reports")
    return leftovers(blocks_of(elements), context)


def _all_words(document: Document) -> str:
    blocks = [
        *document.body,
        *(aside.block for aside in document.asides if aside.kind in {"header", "footer"}),
    ]
    return "\n".join([line.text for line in texts_of(tuple(blocks))])


def _header_pairs(document: Document, vocabulary: Vocabulary) -> list[Pair]:
    """Label: value pairs that stand in running headers and footers."""
    pairs: list[Pair] = []
    for aside in document.asides:
        if aside.kind in {"header", "footer"}:
            tabled = (
                TableReader(vocabulary).read_blocks((aside.block,)) if isinstance(aside.block, Table) else ()
            )
            pairs += [element for element in tabled if isinstance(element, Pair)]
            for block in texts_of((aside.block,)):
                for part in re.split(r"\t+|\s{3,}|\s\|\s", block.text):
                    pairs += split_line(block, part, vocabulary, strict=True)
    return pairs


def _properties(document: Document) -> list[Text]:
    """Headers' lines and the title property as lines that may name the project."""
    lines: list[Text] = []
    for aside in document.asides:
        if aside.kind == "header":
            lines += texts_of((aside.block,))
    for name, value in document.properties:
        if name == "title":
            lines.append(Paragraph((Run(value),), Place(path="property title")))
    return lines


def _read_asides(document: Document) -> tuple[tuple[Furniture, ...], list[Passage]]:
    """Headers, footers, deleted and hidden text are furniture; comments and notes are somebody's words."""
    furniture: list[Furniture] = []
    notes: list[Passage] = []
    for aside in document.asides:
        for block in texts_of((aside.block,)):
            if not block.text:
                continue
            source = source_of(block.place, block.text, aside.kind)
            if aside.kind in _ASIDES:
                furniture.append(Furniture(cast(FurnitureKind, _ASIDES[aside.kind]), block.text, source))
            else:
                notes.append(Passage(block.text, source))
    return tuple(furniture), notes


def _furniture(document: Document, ledger: Ledger, told: Counter[str]) -> tuple[Furniture, ...]:
    """The body's lines that are structure, in reading order."""
    found: list[Furniture] = []
    for block in texts_of(document.body):
        entry = ledger.fate_of(block)
        if entry is not None and entry.fate in _FURNITURE and block.text:
            found.append(
                Furniture(
                    cast(FurnitureKind, entry.fate),
                    entry.text,
                    source_of(block.place, block.text, entry.rule),
                )
            )
        elif entry is not None and entry.fate in {"field", "metadata"}:
            label = _label_in(block, entry.rule, told)
            if label:
                found.append(Furniture("label", label, source_of(block.place, block.text, entry.fate)))
    return tuple(found)


def _label_in(block: Text, label: str, told: Counter[str]) -> str:
    """What a field's line holds beside its value: its label, or the whole line where words of it stand nowhere else.

    ``told``: how often the fields hold each word; those that this line accounts for are taken away.
    """
    words, head = key_of(block.text), key_of(label)
    begins = words.startswith(head)  # 'Project: Project Heron' says 'Project' twice
    value = Counter(words.split()) - Counter(head.split() if begins else [])
    if any(told[word] < count for word, count in value.items()):
        return block.text
    told.subtract(value)
    return label if begins else ""


def _told_words(reports: tuple[Report, ...]) -> Counter[str]:
    """The words that the reports' fields and metadata hold as written."""
    values = [
        value
        for report in reports
        for value in (report.project, report.programme, report.reference, report.sponsor, report.manager)
        if value
    ]
    values += [value for report in reports for value in report.metadata.values()]
    return Counter(word for value in values for word in key_of(value).split())


def _deleted_finding(document: Document) -> tuple[Finding, ...]:
    """Struck or deleted text is told: somebody may have meant it to be read."""
    deleted = [aside for aside in document.asides if aside.kind == "deleted"]
    if not deleted:
        return ()
    first: Aside = deleted[0]
    words = first.block.text if isinstance(first.block, Text) else ""
    message = f"{len(deleted)} passage(s) of deleted or struck-through text are not read, the first: '{words[:80]}'."
    place = first.block.place
    return (Finding("deleted-text", "info", "document", message, source_of(place, words)),)
