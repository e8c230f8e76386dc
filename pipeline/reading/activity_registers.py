"""The rows of tables of work, with columns for owner, due date and status, to activities."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import cast

from extractors.document import Cell, ListItem
from pipeline.model import Activity, ActivityKind
from pipeline.reading.context import Context, source_for
from pipeline.reading.elements import ACTIVITY_SECTIONS, Register, Section, source_of
from pipeline.reading.heading_words import HeadingMatch
from pipeline.reading.ledger import COLUMN_HEAD
from pipeline.reading.owners import due_in
from pipeline.reading.persons import without_initials
from pipeline.reading.ticked_options import words_chosen
from pipeline.reading.work_packages import package_name
from pipeline.values.dates import parse_date

_BAND = 0.75
"""Share of known words from which a row across a table of activities tells their kind."""
_DONE_HEAD = re.compile(
    r"(?:is it |was it )?(?:done|complete[d]?|finished|achieved|delivered|met)\b", re.IGNORECASE
)
_GOOD = {"Green", "Blue"}
_OPPOSED = ({"completed", "planned"}, {"completed", "missed"})
"""Kinds of which a section and its table cannot both be right."""


def read_activity_register(register: Register, section: Section, context: Context) -> list[Activity]:
    """The activities of a table with columns of its own for owner, due date, status."""
    told = _register_kind(register, section, context)
    kind: ActivityKind = told or "in-progress"
    package = package_name(section)
    activities: list[Activity] = []
    unsaid: list[Activity] = []
    unread: list[str] = []
    context.ledger.take_all(register.head_blocks, "label", COLUMN_HEAD)
    base = kind
    for row in register.rows:
        if "text" not in row.cells:
            kind = _band_kind(row.group, base, context)
            for cell in row.all_cells:
                context.ledger.take_all(cell.lines, "label", "sub-heading row")
            continue
        blocks = tuple(text for cell in row.all_cells for text in cell.lines)
        text = row.cells["text"].words
        if context.placeholder(text):
            if all(context.placeholder(cell.words) for cell in row.all_cells):
                context.ledger.take_all(blocks, "placeholder", "empty row")
            continue
        source = source_for(blocks, row.cells["text"].place, "activity register")
        words = {role: words_chosen(cell) for role, cell in row.cells.items()}
        status = _status_kind(register, words.get("status", ""), kind, context)
        due = words.get("due")
        iso = parse_date(due, context.order, context.year) if due and not context.placeholder(due) else None
        within = due_in(text, context, "activities", source) if "due" not in register.heads else None
        context.took(blocks, "activity register")
        activity = Activity(
            status or kind,
            context.value(words.get("workstream")) or (row.group if kind == base else None) or package,
            text,
            without_initials(context.value(words.get("owner"))),
            context.checked(iso, "activities", source) if iso else within,
            source,
        )
        activities += [replace(activity, text=each) for each in _texts(row.cells["text"])]
        if status is None and told is None and kind == base:
            unsaid.append(activities[-1])
        if status is None and kind == "completed" and _may_deny(words.get("status", ""), context):
            unread.append(words["status"])
    _warn_of_kind(unsaid, context)
    if activities:
        _warn_of_doers(register, context, activities[0])
    if unread:
        _warn_of_statuses(unread, register, context)
    return activities


def _texts(cell: Cell) -> list[str]:
    """What a cell says was done: each of its bullets where it holds several and nothing else, or all of its words."""
    lines = [line for line in cell.lines if line.text.strip()]
    if len(lines) > 1 and all(isinstance(line, ListItem) for line in lines):
        return [line.text.strip() for line in lines]
    return [cell.words]


def _warn_of_kind(unsaid: list[Activity], context: Context) -> None:
    """Tell of rows that neither a heading nor a status says to be done or planned."""
    if not unsaid:
        return
    what = f"'{unsaid[0].text[:60]}'" + (f" and {len(unsaid) - 1} more" if len(unsaid) > 1 else "")
    message = f"Nothing says whether {what} is done or planned: taken as in progress."
    context.tell("kind-unsaid", "warning", "activities", message, unsaid[0].source)


def _warn_of_doers(register: Register, context: Context, first: Activity) -> None:
    """Tell of a column whose head may say who does the work or which part it belongs to: 'Team', 'Department'."""
    if {"owner", "workstream"} <= set(register.heads):
        return
    for role in ("owner", "workstream"):
        head = register.heads.get(role)
        named = (
            {c.role for c in context.vocabulary.columns(head) if c.register == "activities"}
            if head
            else set()
        )
        if {"owner", "workstream"} <= named:
            message = f"'{head}' may say who does the work or what part it belongs to: taken as its {role}."
            context.tell("doer-or-part", "warning", "activities", message, first.source)


def _may_deny(words: str, context: Context) -> bool:
    """Whether a status that no rule knows may say that work is not done; good lights do not."""
    return not context.placeholder(words) and context.words.of_word(words) not in _GOOD


def _warn_of_statuses(unread: list[str], register: Register, context: Context) -> None:
    """Tell of work under a heading of what was done whose own status nobody could read."""
    what = f"'{unread[0][:40]}'" + (f" and {len(unread) - 1} more" if len(unread) > 1 else "")
    message = f"No rule knows the status {what} of work under a heading of what was done: taken as completed."
    source = source_of(register.place, unread[0])
    context.tell("status-not-read", "warning", "activities", message, source)


def _status_kind(register: Register, words: str, kind: ActivityKind, context: Context) -> ActivityKind | None:
    """The kind that a row's status tells: a word for it ('Done'), a heading's ('Next month'), or yes and no."""
    told = context.vocabulary.activity_kind(words)
    if told:
        return cast(ActivityKind, told)
    match = context.vocabulary.heading(words) if words else None
    if match and match.exact and match.section in ACTIVITY_SECTIONS:
        return cast(ActivityKind, ACTIVITY_SECTIONS[match.section])
    return _answer(register.heads.get("status", ""), words, kind, context)


def _answer(head: str, words: str, kind: ActivityKind, context: Context) -> ActivityKind | None:
    """The kind that 'Yes' or 'No' tells under 'Done?'; what is planned is not missed because it is not done."""
    if not words or not _DONE_HEAD.match(head):
        return None
    if context.vocabulary.is_kind("no", words):
        return "missed" if kind == "completed" else None
    return "completed" if context.vocabulary.is_kind("yes", words) else None


def _band_kind(title: str | None, base: ActivityKind, context: Context) -> ActivityKind:
    """The kind that a row across the table gives to the rows below it ('Programmed this month, not completed')."""
    match = context.vocabulary.heading(title or "")
    if (
        match is None
        or match.section not in ACTIVITY_SECTIONS
        or not (match.exact or match.coverage >= _BAND)
    ):
        return base
    return cast(ActivityKind, ACTIVITY_SECTIONS[match.section])


def _register_kind(register: Register, section: Section, context: Context) -> ActivityKind | None:
    """The kind that the head of the texts tells, or the section's heading; where they differ in what is done, told.
    None where neither tells one.
    """
    told = ACTIVITY_SECTIONS.get(section.name)
    for words in (register.heads.get("text", ""), section.title if told is None else ""):
        match = context.vocabulary.heading(words) if words else None
        if match is None or match.section not in ACTIVITY_SECTIONS or (_is_general(match) and told):
            continue
        kind = ACTIVITY_SECTIONS[match.section]
        if told == "missed" and kind == "planned":
            break  # 'Planned activity' under 'Planned but not completed'
        if told and {told, kind} in _OPPOSED:
            message = f"'{words}' heads {kind} work under '{section.title}': the column's head counts."
            context.tell("kinds-differ", "warning", "activities", message, source_of(register.place, words))
        return cast(ActivityKind, kind)
    return cast(ActivityKind, told) if told else None


def _is_general(match: HeadingMatch) -> bool:
    """Whether a head ('Activity') only says that work stands below it."""
    return match.section == "completed" and match.exact
