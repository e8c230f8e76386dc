"""Sections of what was done and what comes next to activities."""

from __future__ import annotations

from typing import cast

from extractors.document import Heading, ListItem
from pipeline.model import Activity, ActivityKind, Narrative
from pipeline.reading.context import Context, source_for
from pipeline.reading.elements import (
    ACTIVITY_SECTIONS,
    Drawing,
    Line,
    Pair,
    Register,
    Section,
    source_of,
)
from pipeline.reading.inline import is_form_pair
from pipeline.reading.owners import due_in, owner_in, owner_perhaps, without_labels
from pipeline.reading.percent import is_share, says_share_done
from pipeline.reading.persons import without_initials
from pipeline.reading.shares import says_shares
from pipeline.reading.tabbed_tails import cut_tail
from pipeline.reading.work_packages import package_name, without_number

_WORKSTREAM_LENGTH = 110
"""Characters of the longest workstream names; longer bold lines are prose."""
_BULLET_WORDS = 4
"""Words of a bullet that names a workstream ('Estates:') over nested ones; a longer one is an activity of its own."""


def read_activities(section: Section, context: Context) -> tuple[list[Activity], list[Narrative]]:
    """The activities of a section and the prose between them."""
    kind = cast(ActivityKind, ACTIVITY_SECTIONS[section.name])
    return _Builder(section, kind, context).build()


class _Builder:
    """Walks one section's items; a line is an activity, a workstream, prose or furniture."""

    def __init__(self, section: Section, kind: ActivityKind, context: Context) -> None:
        self._section, self._kind, self._context = section, kind, context
        self._items = [item for item in section.items if isinstance(item, (Line, Register, Pair))]
        self._bulleted = _bulleted(self._items)
        self._draws = any(isinstance(item, Drawing) for item in section.items)
        self._workstream = package_name(section)
        self._doer: str | None = None
        self._activities: list[Activity] = []
        self._narrative: list[Narrative] = []
        self._after_bullets: list[Narrative] = []
        self._under_line = False
        self._bullets_over: list[tuple[ListItem, bool]] = []
        self._levels: set[int] = set()
        self._over_bullets: list[Narrative] = []

    def build(self) -> tuple[list[Activity], list[Narrative]]:
        plain = [
            item for item in self._items if isinstance(item, Line) and not isinstance(item.block, ListItem)
        ]
        self._all_stand_out = (
            bool(plain)
            and all(_stands_out(item) and not item.text.endswith(":") for item in plain)
            and not any(self._bulleted)
        )
        for index, item in enumerate(self._items):
            if isinstance(item, Register):
                continue
            if isinstance(item, Pair) and is_form_pair(item, self._context.vocabulary):
                continue
            if isinstance(item, Pair):
                self._pair(item)
            elif not self._context.enter_furniture(item.block, item.text):
                self._line(item, index)
        self._warn_of_plain_lines()
        self._warn_of_bullets_over()
        self._warn_of_likely_heading()
        self._warn_of_lines_over_table()
        return self._activities, self._narrative

    def _warn_of_likely_heading(self) -> None:
        """Paragraphs under a heading some of whose words no rule knows ('Good news from the wards') may be prose."""
        match = self._context.vocabulary.heading(self._section.title) if self._section.title else None
        if (
            match is None
            or match.exact
            or match.coverage >= 1.0
            or any(self._bulleted)
            or not self._activities
        ):
            return
        message = (
            f"'{self._section.title}' was taken to head {self._kind} work: its paragraphs became activities."
        )
        self._context.tell("heading-likely", "warning", "activities", message, self._activities[0].source)

    def _warn_of_lines_over_table(self) -> None:
        """Sentences over a table of activities were taken for activities beside its rows: they may speak of it."""
        tabled = any(isinstance(item, Register) and item.kind == "activities" for item in self._items)
        if not tabled or not self._activities or any(self._bulleted):
            return
        first = self._activities[0]
        message = (
            f"'{first.text[:60]}' stands beside a table of activities: it was taken for one more of them."
        )
        self._context.tell("line-over-table", "warning", "activities", message, first.source)

    def _warn_of_plain_lines(self) -> None:
        """Prose after bullets may be a bullet whose sign the writer forgot, a word over them what they are about."""
        for told in self._over_bullets:
            message = f"'{told.text}' stands plain over bullets: kept as narrative, though it may be their workstream."
            self._context.tell("workstream-perhaps", "warning", "activities", message, told.source)
        if not self._after_bullets:
            return
        first, count = self._after_bullets[0], len(self._after_bullets)
        what = "A line" if count == 1 else f"{count} lines"
        message = (
            f"{what} without a bullet after the bullets of '{self._section.title}': kept as narrative, "
            f"though they may be activities ('{first.text[:60]}')."
        )
        self._context.tell("plain-lines-after-bullets", "warning", "activities", message, first.source)

    def _warn_of_bullets_over(self) -> None:
        """A bullet over nested ones may be a workstream or an activity: told where its neighbours are the other one."""
        levels = self._levels
        for bullet, named in self._bullets_over:
            if named and bullet.level not in levels:
                continue
            taken, other = (
                ("their workstream", "an activity") if named else ("an activity", "their workstream")
            )
            message = (
                f"'{bullet.text}' stands over nested bullets: taken as {taken}, though it may be {other}."
            )
            source = source_of(bullet.place, bullet.text)
            self._context.tell("workstream-perhaps", "warning", "activities", message, source)

    def _line(self, line: Line, index: int) -> None:
        if line.label == "doer":
            self._doer = without_initials(line.text.strip().rstrip(":").strip())
            self._context.ledger.take(line.block, "record", "who did it")
        elif self._is_workstream(line, index):
            name = line.text.strip().rstrip(":").strip()
            self._workstream = None if line.label == "column" else without_number(name)
            self._under_line = not isinstance(line.block, ListItem) and line.label != "column"
            self._context.ledger.take(line.block, "heading", "workstream")
        elif self._is_activity(line, index):
            self._add(line)
        else:
            source = source_of(line.block.place, line.block.text, "prose between bullets")
            self._context.ledger.take(line.block, "narrative", "prose between bullets")
            told = Narrative(self._section.title, line.text, source)
            self._narrative.append(told)
            if self._names_bullets(line, index):
                self._over_bullets.append(told)
            elif self._activities and self._bulleted[index]:
                self._after_bullets.append(told)

    def _names_bullets(self, line: Line, index: int) -> bool:
        """Whether a plain line of a word or two right over bullets may be a workstream that lost its look."""
        following = self._items[index + 1] if index + 1 < len(self._items) else None
        over = isinstance(following, Line) and isinstance(following.block, ListItem)
        return over and len(line.text.split()) <= _BULLET_WORDS and line.text.strip()[-1:].isalnum()

    def _is_activity(self, line: Line, index: int) -> bool:
        if self._section.name == "missed" and self._context.vocabulary.is_kind("nothing-missed", line.text):
            return False
        if (
            says_share_done(line)
            or self._is_share_drawn(line)
            or says_shares(line.text, self._context.vocabulary)
        ):
            return False
        if self._explains_table(line, index):
            return False
        listed = isinstance(line.block, ListItem) or not self._bulleted[index]
        return listed and not self._context.vocabulary.is_kind("lead-in", line.text)

    def _explains_table(self, line: Line, index: int) -> bool:
        """Whether a line in the look of a template's guidance stands right over a table of activities."""
        below = self._items[index + 1] if index + 1 < len(self._items) else None
        over = isinstance(below, Register) and below.kind == "activities"
        return over and self._context.is_dressed(line.block)

    def _is_share_drawn(self, line: Line) -> bool:
        """Whether a line is the number beside a drawn bar: 'Works complete' may head just that."""
        drawn = self._draws or bool(line.block.figures)
        return drawn and not isinstance(line.block, ListItem) and is_share(line.text)

    def _is_workstream(self, line: Line, index: int) -> bool:
        text = line.text.strip()
        following = next((item for item in self._items[index + 1 :] if isinstance(item, Line)), None)
        if line.label in {"column", "workstream"}:
            return True
        if following is None or len(text) > _WORKSTREAM_LENGTH or self._all_stand_out:
            return False
        if isinstance(line.block, ListItem):
            if not isinstance(following.block, ListItem):
                return False
            return self._is_bullet_over(text, line.block, following.block)
        if line.label in {"row", "workstream"} or isinstance(line.block, Heading):
            return True
        if not _stands_out(line):
            return self._names_bullets(line, index) and _set_apart(line, following)
        return not (self._bulleted[index] and text.endswith(".") and not line.block.underline)

    def _is_bullet_over(self, text: str, block: ListItem, below: ListItem) -> bool:
        """Whether a bullet names the workstream of those below it; one that ends with a colon under a workstream's
        own line only leads to them ('Two talks given:').
        """
        named = text.endswith(":") and len(text.split()) <= _BULLET_WORDS
        bold = block.bold and not below.bold
        if below.level <= block.level:
            return named and bold
        over = bold or (named and not self._under_line)
        if named:
            self._bullets_over.append((block, over))
        return over

    def _add(self, line: Line) -> None:
        context, block = self._context, line.block
        if isinstance(block, ListItem):
            self._levels.add(block.level)
        source = source_of(block.place, block.text, f"{self._section.name} section")
        context.took((block,), source.rule)
        tail = cut_tail(line.text, context)
        due = context.checked(tail.due, "activities", source) if tail.due else None
        owner = tail.owner or owner_in(tail.text, context.first_names)
        if owner is None and (name := owner_perhaps(tail.text, context)) is not None:
            message = (
                f"'({name})' at the end of '{tail.text[:60]}' may be who is to do it: no owner was read."
            )
            context.tell("owner-perhaps", "warning", "activities", message, source)
        self._activities.append(
            Activity(
                self._kind,
                self._workstream,
                without_labels(tail.text),
                owner or self._doer,
                due or due_in(tail.text, context, "activities", source),
                source,
            )
        )

    def _pair(self, pair: Pair) -> None:
        """A row 'Workstream | what was done' of a form-like table inside the section."""
        context = self._context
        if context.words.of_word(pair.label) is not None:
            context.ledger.take_all(pair.blocks, "legend", "legend")
            return
        if context.placeholder(pair.value):
            context.ledger.take_all(pair.blocks, "placeholder", "empty field")
            return
        source = source_for(pair.blocks, pair.place, f"{self._section.name} section")
        context.took(pair.blocks, source.rule)
        self._activities.append(
            Activity(
                self._kind,
                pair.label,
                pair.value,
                None,
                due_in(pair.value, context, "activities", source),
                source,
            )
        )


def _bulleted(items: list[Line | Register | Pair]) -> list[bool]:
    """For each item whether bullets stand by it: under one workstream's cell of a table, else in the whole section."""
    groups = [0]
    for item in items:
        starts = isinstance(item, Line) and item.label in {"workstream", "doer"}
        groups.append(groups[-1] + starts)
    lists = {
        group
        for group, item in zip(groups[1:], items, strict=True)
        if isinstance(item, Line) and isinstance(item.block, ListItem)
    }
    return [group in lists for group in groups[1:]]


def _set_apart(line: Line, item: Line) -> bool:
    """Whether a line is set in italics or a colour of its own, and the bullet under it is not."""
    slanted = line.block.italic and not any(run.italic for run in item.block.runs if run.text.strip())
    return slanted or (line.block.color is not None and line.block.color != item.block.color)


def _stands_out(line: Line) -> bool:
    block = line.block
    letters = [char for char in line.text if char.isalpha()]
    caps = len(letters) > 3 and all(char.isupper() for char in letters)
    return (
        isinstance(block, Heading)
        or block.bold
        or block.underline
        or caps
        or line.text.rstrip().endswith(":")
        or bool(line.spans_row and line.fill)
    )
