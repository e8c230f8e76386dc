"""``report``: one project's story in the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.options import RulesOption
from pipeline.cli.stored import StoreOption, TrackerOption, find_store
from pipeline.cli.telling import count, told_in_words, wrong_use

if TYPE_CHECKING:
    from rich.console import RenderableType

    from pipeline.tracking import Story

_COLOURS = {
    "Red": "white on red3",
    "Amber/Red": "black on dark_orange",
    "Amber": "black on orange1",
    "Amber/Green": "black on yellow3",
    "Green": "black on green3",
    "Blue": "white on blue3",
    "Grey": "black on grey70",
    "Black": "white on black",
}
MOST_CHECKS = 12
"""Findings shown; the workbook has all."""


def report(
    project: Annotated[
        str, typer.Option("--project", metavar="NAME", help="The project's name, or a part of it.")
    ],
    tracker: TrackerOption = None,
    store: StoreOption = None,
    rules: RulesOption = None,
) -> None:
    """Tell one project's story: its ratings by month, open risks, overdue plans, what to check.

    Example: highlight-tracker report --project "Depot Move" --tracker tracker.xlsx
    """
    address = find_store(tracker, store)

    from rich.console import Console

    from pipeline.run import tracked
    from pipeline.tracking import NoSuchProject, StoreError, tell_project

    with told_in_words(StoreError):
        built = tracked(address, rule_folders=tuple(rules or ()))
    try:
        story = tell_project(built, project)
    except NoSuchProject as error:
        raise wrong_use(f"{str(error)[:1].upper()}{str(error)[1:]}") from None
    console = Console(highlight=False)
    for part in _parts(story):
        console.print(part)


def _parts(story: Story) -> list[RenderableType]:
    from rich.padding import Padding
    from rich.text import Text

    parts: list[RenderableType] = [Text(story.project.name, style="bold"), _ratings(story), Text()]
    parts.append(Text(f"Open risks and issues: {len(story.risks)}", style="bold"))
    for text, reference, owner, months in story.risks:
        told = ", ".join(part for part in (reference, owner, f"open {count(months, 'month')}") if part)
        parts.append(Padding(f"- {text} ({told})", (0, 0, 0, 2)))
    parts.append(Text(f"Overdue: {len(story.overdue)}", style="bold"))
    parts += [Padding(f"- {text} ({why})", (0, 0, 0, 2)) for text, why in story.overdue]
    checks = _checks(story)
    parts.append(Text(f"To check: {len(story.checks)}", style="bold"))
    parts += [Padding(f"- {line}", (0, 0, 0, 2)) for line in checks[:MOST_CHECKS]]
    if len(checks) > MOST_CHECKS:
        parts.append(Padding(f"... and {len(checks) - MOST_CHECKS} more on the sheet Checks", (0, 0, 0, 2)))
    return parts


def _checks(story: Story) -> list[str]:
    """A line for each message, with the months that it was told for."""
    from pipeline.tracking.dates import spoken

    months: dict[str, list[str]] = {}
    for row in story.checks:
        period = row["period"]
        months.setdefault(str(row["message"]), []).append(
            spoken(period) if isinstance(period, str) else "no month"
        )
    return [f"{', '.join(reversed(told))}: {message}" for message, told in months.items()]


def _ratings(story: Story) -> RenderableType:
    from rich.table import Table
    from rich.text import Text

    from pipeline.tracking.dates import spoken

    grid = Table(box=None, pad_edge=False, header_style="dim")
    for name in ("Month", "Overall", "Complete"):
        grid.add_column(name, no_wrap=True)
    for line in story.months:
        rating = Text(f" {line.rating or 'no report'} ", style=_COLOURS.get(line.rating, "dim"))
        grid.add_row(spoken(line.period), rating, "" if line.percent is None else f"{line.percent:g}%")
    return grid
