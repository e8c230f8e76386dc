"""The rows of risk registers and RAID logs to risks and issues."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.document import Cell
from pipeline.model import Narrative, Risk, RiskKind
from pipeline.reading.context import Context, source_for
from pipeline.reading.elements import Register, Section, figures_of, mark_beside
from pipeline.reading.grid import is_empty
from pipeline.reading.ledger import COLUMN_HEAD
from pipeline.reading.lone_lights import lone_lights
from pipeline.reading.persons import without_initials
from pipeline.reading.risk_labels import lines_by_label
from pipeline.reading.risk_parts import (
    LABELLED_PARTS,
    LONGEST_LABEL,
    new_risk,
    part_as_said,
    with_parts,
    with_values,
)
from pipeline.reading.risks import section_kind
from pipeline.reading.ticked_options import is_unchosen, words_chosen
from pipeline.reading.twin_heads import names_both_factors
from pipeline.values.rating import Mark

_RISKS = ("risk", "threat", "opportunity")
_ISSUES = ("issue", "problem", "blocker", "concern", "challenge", "obstacle", "impediment")
"""What a column of kinds calls them."""
_COLOURS = re.compile(r"\bb?rag\b|\bcolours?\b|\blights?\b", re.IGNORECASE)
"""A head that says that colours stand below it."""
_WEIGHTS = {"likelihood", "score", "rating"}
"""Parts beside which the paint of an impact's cell is its own: alone it rates the risk."""
_STATE_WORDS = 3
"""Words of a status on the average; more tell what is done."""
_SEVERAL = 2
"""Rows of a column from which it is odd that it is empty."""


def read_risk_register(
    register: Register, section: Section, context: Context
) -> tuple[list[Risk], list[Narrative]]:
    """The risks of a register, row by row, and those rows of a RAID log that are assumptions, actions ..."""
    context.ledger.take_all(register.head_blocks, "label", COLUMN_HEAD)
    base = _register_kind(register, section, context)
    risks: list[Risk] = []
    narrative: list[Narrative] = []
    group_kind: RiskKind | None = None
    lights = lone_lights(register, context.words)
    for row in register.rows:
        blocks = tuple(text for cell in row.all_cells for text in cell.lines)
        if "text" not in row.cells:
            match = context.vocabulary.heading(row.group or "")
            group_kind = section_kind(match.section) if match else group_kind
            context.ledger.take_all(blocks, "label", "sub-heading row")
            continue
        if context.placeholder(row.cells["text"].words):
            if all(
                context.placeholder(cell.words) for role, cell in row.cells.items() if role != "reference"
            ):
                context.ledger.take_all(blocks, "placeholder", "empty row")
            continue
        source = source_for(blocks, row.cells["text"].place, "risk register")
        if _is_other_kind(row.cells):
            context.tell(
                "raid-row", "info", "risks", f"Neither a risk nor an issue: '{source.text[:80]}'.", source
            )
            narrative.append(Narrative(section.title, source.text, source))
            context.ledger.take_all(blocks, "narrative", "RAID log")
            continue
        context.took(blocks, "risk register")
        risk = _register_risk(row.cells, group_kind or base, section, source, context)
        worded = risk.score is not None and not risk.score.isdigit() and "score" not in row.cells
        if worded and _COLOURS.search(register.heads.get("rating", "")):
            risk = replace(risk, score=None)  # 'Low' on green under 'RAG' is the colour's own word
        if risk.rating is None and id(row) in lights:
            risk = replace(risk, rating=context.rating_value(lights[id(row)], "risks", source))
        if risk.rating is None and "rating" in row.cells:
            context.tell_unread(row.cells["rating"].words, "risks", source)
        risks.append(risk)
        _warn_of_factors(register, risk, context)
        _warn_of_options(row.cells, risk, context)
    _tell_unlit(register, risks, context)
    _tell_paint(register, risks, context)
    _tell_told_states(register, risks, context)
    return risks, narrative


def _tell_told_states(register: Register, risks: list[Risk], context: Context) -> None:
    """Tell of sentences under a head of states, where no column says what is done: they may be either."""
    head = register.heads.get("response") or register.heads.get("status")
    if not risks or head is None or {"response", "status"} <= set(register.heads):
        return
    parts = {part.role for part in context.vocabulary.columns(head) if part.register == "risks"}
    told = [risk.status for risk in risks if risk.status]
    words = sum(len(status.split()) for status in told)
    as_status = "status" in register.heads and words > _STATE_WORDS * len(told)
    if as_status or ("response" in register.heads and "status" in parts):
        taken = "status" if as_status else "response"
        message = f"What stands under '{head}' may be what is done or how things stand: taken as the {taken}."
        context.tell("status-or-response", "warning", "risks", message, risks[0].source)


def _warn_of_factors(register: Register, risk: Risk, context: Context) -> None:
    """Tell of a cell under a head for likelihood and impact that does not say which it gives."""
    for role, value, other in (
        ("likelihood", risk.likelihood, risk.impact),
        ("impact", risk.impact, risk.likelihood),
    ):
        head = register.heads.get(role, "")
        if value and not other and names_both_factors(head, context.vocabulary):
            message = (
                f"'{value}' under '{head}' may be a risk's {role}, its counterpart or both: taken as {role}."
            )
            context.tell("factors-not-parted", "warning", "risks", message, risk.source)


def _warn_of_options(cells: dict[str, Cell], risk: Risk, context: Context) -> None:
    """Tell of printed options of which none, or more than one, is ticked."""
    for role, cell in cells.items():
        if role != "rating" and is_unchosen(cell):
            message = f"Of '{cell.words}' not just one is ticked: it tells nothing of '{risk.text[:60]}'."
            context.tell("option-not-chosen", "warning", "risks", message, risk.source)


def _tell_unlit(register: Register, risks: list[Risk], context: Context) -> None:
    """A column of ratings that shows none in any row may be paint or a drawing that was not seen."""
    if "rating" not in register.heads or len(risks) < _SEVERAL or any(risk.rating for risk in risks):
        return
    message = f"The column '{register.heads['rating']}' shows no rating in any of its {len(risks)} rows."
    context.tell("column-without-ratings", "warning", "risks", message, risks[0].source)


def _tell_paint(register: Register, risks: list[Risk], context: Context) -> None:
    """Tell of cells with nothing but the paint of a light beside risks that have no rating."""
    if any(risk.rating for risk in risks):
        return
    painted = [
        cell
        for row in register.rows
        if "text" in row.cells
        for cell in row.all_cells
        if is_empty(cell) and context.words.light_of(cell.fill)
    ]
    if risks and painted:
        message = f"{len(painted)} cell(s) beside risks without a rating show nothing but a light's colour."
        context.tell("paint-not-read", "warning", "risks", message, risks[0].source)


def _is_other_kind(cells: dict[str, Cell]) -> bool:
    """Whether a RAID log's row says that it is neither a risk nor an issue."""
    told = words_chosen(cells["kind"]).casefold().strip() if "kind" in cells else ""
    return told in {"a", "d"} or told.startswith(
        ("assumption", "dependenc", "action", "decision", "constraint")
    )


def _register_risk(
    cells: dict[str, Cell], kind: RiskKind | None, section: Section, source: object, context: Context
) -> Risk:
    words = {
        role: part_as_said(role, _unlabelled(words_chosen(cell), role, context), context)
        for role, cell in cells.items()
    }
    told = (words.get("kind") or "").casefold()
    if told in {"r", "i"} or told.startswith(_RISKS + _ISSUES):
        kind = "issue" if told == "i" or told.startswith(_ISSUES) else "risk"
    reference = words.get("reference")
    if kind is None and reference and re.match(r"[RI][-\s.]?\d", reference):
        kind = "issue" if reference[0] == "I" else "risk"
    rating = None
    score = words.get("score")
    for role in ("rating", "score", *(("impact",) if not _WEIGHTS & set(cells) else ())):
        if role in cells:
            mark = mark_beside(cells[role], cells.get("text"))
            if role == "rating" and words.get("rating") and context.words.read(mark).basis != "text":
                shown = Mark("", mark.runs, mark.fill, mark.figures)
                rating = context.rating_value(shown, "risks", source)  # type: ignore[arg-type]
                if score is None and _is_score(mark.text.strip(), context):
                    score = mark.text.strip()
            else:
                shown = mark if role == "rating" else Mark("", (), mark.fill, figures_of(cells[role].blocks))
                rating = context.rating_value(shown, "risks", source)  # type: ignore[arg-type]
            if rating is not None:
                break
    if rating is None and score is not None and (said := context.words.of_word(score)):
        rating, score = said, None  # 'Level: Watch', in the document's own words for a colour
    text, parts = lines_by_label(cells["text"])
    risk = new_risk(kind, context.value(text) or "", source, reference)
    told_in_columns = with_values(
        risk,
        response=words.get("response"),
        owner=without_initials(words.get("owner")),
        likelihood=words.get("likelihood"),
        impact=words.get("impact"),
        score=score,
        rating=rating,
        status=words.get("status"),
    )
    return with_parts(told_in_columns, parts, context) if parts else told_in_columns


def _is_score(words: str, context: Context) -> bool:
    """Whether the words on a painted cell weigh the risk: a number, 'High' under 'Risk level'."""
    weighs = context.vocabulary.is_kind("gravity", words) and context.words.of_word(words) is None
    return weighs or re.fullmatch(r"\d{1,3}", words) is not None


def _unlabelled(words: str, role: str, context: Context) -> str:
    """A cell's words without the label of its part that stands in the cell itself ('Mitigation: fire it slowly')."""
    label, sign, value = words.partition(":")
    if not sign or len(label) > LONGEST_LABEL or role not in LABELLED_PARTS:
        return words
    if context.vocabulary.is_kind("strategy", label):
        return words  # 'Mitigate: fire it slowly' says what kind of response it is
    same = any(c.register == "risks" and c.role == role for c in context.vocabulary.columns(label.strip()))
    return value.strip() if same else words


def _register_kind(register: Register, section: Section, context: Context) -> RiskKind | None:
    head = register.heads.get("text", "").casefold()
    risk, issue = (
        "risk" in head,
        any(word in head for word in ("issue", "problem", "blocker", "obstacle", "challenge")),
    )  # a 'concern' may be either
    if risk != issue:
        return "risk" if risk else "issue"
    if section.name in {"risks", "issues"} and not risk:
        return section_kind(section.name)
    return section_kind(section.name)
