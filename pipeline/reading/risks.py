"""Sections of risks and issues, told in lines, to risk records."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.document import Heading, ListItem, Text
from pipeline.model import Narrative, Risk, RiskKind
from pipeline.nlp import split_sentences
from pipeline.reading.context import Context, source_for
from pipeline.reading.elements import (
    Line,
    Pair,
    Register,
    Section,
    source_of,
)
from pipeline.reading.inline import is_form_pair
from pipeline.reading.risk_facts import read_facts, split_facts
from pipeline.reading.risk_labels import inner_labels, inner_part, split_labels
from pipeline.reading.risk_measures import split_measure
from pipeline.reading.risk_parts import LABELLED_PARTS, LONGEST_LABEL, new_risk, with_parts, with_values
from pipeline.reading.risk_scores import paint_of, score_in_product, scores_in_words, without_tile
from pipeline.values.rating import Mark

_DASH = re.compile(r"\s+[–—-]\s+")
_REFERENCE = re.compile(
    r"^(?:(?P<ref>(?:R|I|RISK|ISSUE|ISS|RSK)[\s\-/.]?\d{1,4})\s*[:.)–—-]?"
    r"|(?:RISK|ISSUE) (?P<letter>(?-i:[A-Z]))\s?[:.)–—-])\s+(?=\S)",
    re.IGNORECASE,
)
"""'R01 ...', 'Risk 2: ...', 'Issue A: ...'."""
_NAMED = re.compile(
    r"^(?P<kind>Risk|Issue)\s+(?:no\.?\s*)?(?P<ref>[A-Z]{1,4}[-/.]?\d{1,4})\s*[:.)–—-]\s+(?=\S)"
)
"""'Risk R1: the pump fails'."""
_SCORED = re.compile(
    r"(?P<kind>risk|issue)\s*[(\[](?:score\s*:?\s*)?(?P<score>\d{1,2})[)\]]\s*[:–—-]\s*(?=\S)", re.IGNORECASE
)
"""'Risk (9): staff may leave'."""
_USUAL = 2
"""Lines of a section with the same label within them: it is the section's way."""
_SHORT_LEAD = 2
"""Words: 'Recruitment – two posts are vacant' is a title and its text, not a risk and its response."""


def read_risks(section: Section, context: Context) -> tuple[list[Risk], list[Narrative]]:
    """The risks of a section and the prose between them."""
    return _Builder(section, context).build()


def section_kind(name: str) -> RiskKind | None:
    """What a section's records are where nothing else tells."""
    return {"risks": "risk", "issues": "issue"}.get(name)  # type: ignore[return-value]


class _Builder:
    def __init__(self, section: Section, context: Context) -> None:
        self._section, self._context = section, context
        self._kind = section_kind(section.name)
        self._lines = [item for item in section.items if isinstance(item, (Line, Pair))]
        self._bulleted = any(
            isinstance(item, Line) and isinstance(item.block, ListItem) for item in self._lines
        )
        told = inner_labels(item.text for item in self._lines if isinstance(item, Line))
        self._usual = {label for label, times in told.items() if times >= _USUAL}
        self._beside_table = _lines_beside_table(section)
        self._risks: list[Risk] = []
        self._narrative: list[Narrative] = []
        self._facts: tuple[dict[str, str], Line] | None = None
        """What the line above told of the risk to come."""
        self._facts_over: bool | None = None
        """Whether this section's lines of facts stand over their risks; not known before the first of them."""

    def build(self) -> tuple[list[Risk], list[Narrative]]:
        for index, item in enumerate(self._lines):
            if isinstance(item, Pair) and is_form_pair(item, self._context.vocabulary):
                continue
            if isinstance(item, Pair):
                self._pair(item)
            elif not self._context.enter_furniture(item.block, item.text):
                self._line(item, index)
        self._tell_loose_facts()
        return self._risks, self._narrative

    def _line(self, line: Line, index: int) -> None:
        if self._is_of_facts(line, index):
            return
        parts = self._parts(line.text)
        if self._facts is not None:
            self._below_facts(line, parts)
            return
        if parts and self._risks and "text" not in parts and not isinstance(line.block, ListItem):
            self._extend(parts, (line.block,), line.fill)
            return
        sorts = isinstance(line.block, Heading) and self._is_weight(line.text)
        if sorts or (not self._has_parts_below(line, index) and self._is_sub_heading(line, index)):
            self._context.ledger.take(line.block, "heading", "sub-heading of risks")
            return
        if self._deeper_response(line, index):
            return
        if self._context.vocabulary.is_kind("lead-in", line.text):
            self._prose(line.text, line.block)
            return
        listed = isinstance(line.block, ListItem)
        note = id(line) in self._beside_table and line.text.rstrip().endswith(".") and not parts
        if listed or not (self._bulleted or note):
            sentences = [] if listed else self._risk_sentences(line.text)
            if len(sentences) > 1 or (sentences and len(split_sentences(line.text)) > 1):
                self._sentences(line, sentences)
            else:
                self._add(line.text, (line.block,))
        else:
            self._between(line)

    def _is_weight(self, words: str) -> bool:
        """Whether words say nothing but how grave the risks below them are: 'Critical', 'Medium'."""
        return self._context.is_gravity(words) or self._context.words.of_word(words) is not None

    def _between(self, line: Line) -> None:
        """A line between bullets or below a table: sentences in it may tell risks."""
        sentences = self._risk_sentences(line.text)
        if sentences:
            self._sentences(line, sentences)
            return
        self._prose(line.text, line.block)
        if not self._bulleted:
            self._warn_of_note(line)

    def _is_of_facts(self, line: Line, index: int) -> bool:
        """Whether a line holds nothing but facts of the risk below it, or of the one above; they are kept for it."""
        facts = read_facts(line.text, self._context.vocabulary)
        if not facts:
            return False
        if self._facts_over is None:
            self._facts_over = not self._risks
        following = self._lines[index + 1] if index + 1 < len(self._lines) else None
        if not self._facts_over:
            self._risks[-1] = self._with_facts(self._risks[-1], facts, line)
            return True
        if not isinstance(following, Line) or read_facts(following.text, self._context.vocabulary):
            return False
        self._tell_loose_facts()
        self._facts = (facts, line)
        return True

    def _below_facts(self, line: Line, parts: dict[str, str]) -> None:
        """The line below a line of facts: more of them with labels, or the risk itself, however it looks."""
        if parts and "text" not in parts and self._facts is not None:
            facts, above = self._facts
            self._context.took((line.block,), "facts of a risk")
            self._facts = ({**parts, **facts}, above)
        else:
            self._add(line.text, (line.block,))

    def _tell_loose_facts(self) -> None:
        """Facts of a risk whose text did not follow are kept as they stand, and told."""
        if self._facts is not None:
            line = self._facts[1]
            message = f"No risk was found to which the line '{line.text.strip()[:60]}' belongs."
            source = source_of(line.block.place, line.block.text, "facts of a risk")
            self._context.tell("facts-without-risk", "warning", "risks", message, source)

    def _with_facts(self, risk: Risk, facts: dict[str, str], line: Line) -> Risk:
        """A risk with what a line of facts tells of it, by words or by its light."""
        self._context.took((line.block,), "facts of a risk")
        painted = paint_of(facts.get("score"), (line.block,)) if "rating" not in facts else None
        mark = painted or Mark(facts.pop("rating", ""), (), None, line.block.figures)
        rating = risk.rating or self._context.rating_value(mark, "risks", risk.source)
        risk = with_values(risk, reference=risk.reference or facts.pop("reference"), rating=rating)
        return with_parts(risk, facts, self._context, (line.block,))

    def _warn_of_note(self, line: Line) -> None:
        """A sentence above or below a register may be one more risk: only a person can tell."""
        message = f"A line beside the table of risks is kept as narrative, though it may be one: '{line.text[:60]}'."
        source = source_of(line.block.place, line.block.text, "prose beside a table")
        self._context.tell("line-beside-table", "warning", "risks", message, source)

    def _parts(self, text: str) -> dict[str, str]:
        """The labelled parts of a line, its first label perhaps one that only a column's head would be."""
        parts = score_in_product(text, self._section.title)
        parts = parts or split_labels(text) or scores_in_words(text, self._context.vocabulary)
        label, sign, value = text.partition(":")
        if parts or not sign or not value.strip() or len(label) > LONGEST_LABEL:
            return parts
        role = self._part_named(label)
        return {role: value.strip()} if role else {}

    def _part_named(self, label: str) -> str | None:
        """The part of a risk that a column's head would name so."""
        columns = self._context.vocabulary.columns(label.strip())
        roles = (column.role for column in columns if column.register == "risks")
        return next((role for role in roles if role in LABELLED_PARTS), None)

    def _has_parts_below(self, line: Line, index: int) -> bool:
        """A line over 'Mitigation: ...', 'Owner: ...' is a risk, however it looks."""
        following = self._lines[index + 1] if index + 1 < len(self._lines) else None
        if isinstance(line.block, ListItem) or line.label != "none" or following is None:
            return False
        text = following.text if isinstance(following, Line) else f"{following.label}: {following.value}"
        parts = self._parts(text)
        return bool(parts) and "text" not in parts

    def _is_sub_heading(self, line: Line, index: int) -> bool:
        following = next((item for item in self._lines[index + 1 :] if isinstance(item, Line)), None)
        if line.label != "none" or isinstance(line.block, Heading):
            return following is not None
        if following is None or len(line.text) > 110:
            return False
        if isinstance(line.block, ListItem):
            return (
                isinstance(following.block, ListItem)
                and following.block.level > line.block.level
                and line.text.rstrip().endswith(":")
            )
        looks = line.block.bold or line.block.underline or line.text.rstrip().endswith(":") or line.spans_row
        return looks and (isinstance(following.block, ListItem) or not following.block.bold)

    def _deeper_response(self, line: Line, index: int) -> bool:
        """A nested bullet 'Mitigation: ...' belongs to the risk above it."""
        previous = self._lines[index - 1] if index else None
        if (
            not isinstance(line.block, ListItem)
            or not isinstance(previous, Line)
            or not isinstance(previous.block, ListItem)
            or not self._risks
        ):
            return False
        parts = self._parts(line.text)
        if parts and "text" not in parts:
            self._extend(parts, (line.block,))
            return True
        return False

    def _risk_sentences(self, text: str) -> list[str]:
        return [
            sentence
            for sentence in split_sentences(text)
            if self._context.vocabulary.is_risk_sentence(sentence)
        ]

    def _sentences(self, line: Line, sentences: list[str]) -> None:
        source = source_of(line.block.place, line.block.text, "risk sentence")
        for sentence in sentences:
            self._risks.append(new_risk("risk", sentence, source))
        rest = " ".join(piece for piece in split_sentences(line.text) if piece not in sentences)
        if rest:
            self._narrative.append(Narrative(self._section.title, rest, source))
        self._context.took((line.block,), "risk sentence")

    def _prose(self, text: str, block: Text) -> None:
        self._context.ledger.take(block, "narrative", "prose between bullets")
        self._narrative.append(
            Narrative(self._section.title, text, source_of(block.place, block.text, "prose between bullets"))
        )

    def _add(self, text: str, blocks: tuple[Text, ...]) -> None:
        source = source_for(blocks, blocks[0].place, f"{self._section.name} section")
        self._context.took(blocks, source.rule)
        text, facts = split_facts(text, self._context.vocabulary)
        text, score = without_tile(text, blocks)
        figures = tuple(figure for block in blocks for figure in block.figures)
        mark = paint_of(score, blocks) or (Mark("", (), None, figures) if figures else None)
        rating = self._context.rating_value(mark, "risks", source) if mark else None
        inner = inner_part(text, self._part_named, self._usual) if not split_labels(text) else None
        risk = parse_risk(inner[0] if inner else text, self._kind, source, self._context, rating)
        risk = replace(risk, score=risk.score or score, rating=risk.rating or rating)
        if inner is not None:
            risk = with_parts(risk, {inner[1]: inner[2]}, self._context)
        if facts:
            risk = with_values(risk, reference=risk.reference or facts.pop("reference", None))
            risk = with_parts(risk, facts, self._context)
        if self._facts is not None:
            risk, self._facts = self._with_facts(risk, *self._facts), None
        self._risks.append(risk)

    def _extend(self, parts: dict[str, str], blocks: tuple[Text, ...], fill: str | None = None) -> None:
        """Add labelled lines ('Mitigation: ...') to the risk above them; a score may stand in a painted cell."""
        self._context.took(blocks, "labelled line of a risk")
        risk = with_parts(self._risks[-1], parts, self._context, blocks)
        mark = paint_of(parts.get("score"), blocks) or (
            Mark("", (), fill) if fill and "score" in parts else None
        )
        if risk.rating is None and mark is not None:
            risk = replace(risk, rating=self._context.rating_value(mark, "risks", risk.source))
        self._risks[-1] = risk

    def _pair(self, pair: Pair) -> None:
        parts = self._parts(f"{pair.label}: {pair.value}")
        if parts and "text" not in parts and self._risks:
            self._extend(parts, pair.blocks)
        elif self._context.placeholder(pair.value):
            self._context.ledger.take_all(pair.blocks, "placeholder", "empty field")
        else:
            self._add(f"{pair.label}: {pair.value}", pair.blocks)


def _lines_beside_table(section: Section) -> set[int]:
    """The ids of a section's lines above and below a register that holds records: notes on it."""
    tabled = any(isinstance(item, Register) and any(row.cells for row in item.rows) for item in section.items)
    lines = [item for item in section.items if isinstance(item, Line) and item.label == "none"]
    return {id(line) for line in lines} if tabled else set()


def parse_risk(
    text: str, kind: RiskKind | None, source: object, context: Context, rating: object = None
) -> Risk:
    """One bullet to a risk: labelled parts, 'X – Y', else the whole line as its text."""
    text = text.strip()
    if (scored := _SCORED.match(text)) is not None:
        risk = parse_risk(text[scored.end() :], scored["kind"].casefold(), source, context, rating)  # type: ignore[arg-type]
        return with_values(risk, score=scored["score"])
    reference = None
    if (told := _NAMED.match(text)) is not None:
        kind = "risk" if told["kind"] == "Risk" else "issue"
        text = f"{told['ref']}: {text[told.end() :]}"
    match = _REFERENCE.match(text)
    if match:
        reference, text = match["ref"] or match["letter"], text[match.end() :]
        kind = kind or ("issue" if match[0][0] in "Ii" else "risk")
    parts = split_labels(text)
    if parts and ("response" in parts or "text" in parts or len(parts) > 1):
        risk = new_risk(kind, parts.get("text") or text, source, reference)
        if "response" not in parts:
            head, tail = split_response(risk.text, context)
            risk = with_values(risk, text=head, response=tail)
        labels = {key: value for key, value in parts.items() if key not in {"text", "kind"}}
        if parts.get("kind"):
            risk = with_values(risk, kind=parts["kind"])
        return with_parts(risk, labels, context)
    if context.vocabulary.is_risk_sentence(text):
        return with_values(new_risk("risk", text, source, reference), rating=rating)
    head, response = split_response(text, context)
    if response is not None and _DASH.search(response):
        message = f"'{text[:100]}' has several dashes: where the response begins is uncertain."
        context.tell("response-perhaps", "warning", "risks", message, source)  # type: ignore[arg-type]
    if response is None:
        head, response = split_measure(text, source, context)
    return with_values(new_risk(kind, head, source, reference), response=response, rating=rating)


def split_response(text: str, context: Context) -> tuple[str, str | None]:
    """'X – Y' as (X, Y) where Y is what is done about X: 'X – Y – Z' too, but 'Staff – X – Y' begins by a title."""
    dashes = list(_DASH.finditer(text))
    for index, dash in enumerate(dashes):
        head, tail = text[: dash.start()].strip(), text[dash.end() :].strip()
        answers = context.vocabulary.is_kind("response", tail)
        if answers or len(head.split()) - index > _SHORT_LEAD:  # the dashes before are no words
            return head, tail
    return text, None
