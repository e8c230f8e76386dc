"""Reports of a template that the rules do not know, for the README's walk through teaching one.

    python -m samples.untaught samples/untaught

A harbour trust that speaks its own language: its skipper is the project manager, its squalls are risks.
"""

from __future__ import annotations

import sys
from pathlib import Path

from samples.word import Sheet, bullet, rate, row, shade

MONTHS = {
    "2024-05": (
        "May 2024",
        "31 May 2024",
        ("Steady", "Green"),
        ("Handrails fitted on the east span", "Opened the towpath two weeks early"),
        ("Lift in the west span by 14 June 2024", "Invite residents to the test walk"),
        "Agree to close the towpath for two nights in June",
    ),
    "2024-06": (
        "June 2024",
        "28 June 2024",
        ("Choppy", "Amber"),
        ("Lifted the west span in", "Held the test walk with forty residents"),
        ("Paint the west span", "Hand the bridge over by 26 July 2024"),
        "Agree the order of the opening day",
    ),
}
SQUALLS = (
    ("Crane is double booked", "Hold a second crane", "T Arkwright", "High"),
    ("Paint is late", "Order from another yard", "I Calloway", "Low"),
)


def render(period: str) -> bytes:
    """The report of one month ('2024-05')."""
    month, logged, (word, rating), done, ahead, ask = MONTHS[period]
    sheet = Sheet("Calibri", 11)
    sheet.heading("Project highlight report", 1)
    form = sheet.table((5, 11))
    for label, value in (
        ("Project", "Lantern Quay footbridge"),
        ("Skipper", "Ines Calloway"),
        ("Reporting period", month),
        ("Logged", logged),
    ):
        row(form, (label, value))
    cells = row(form, ("Overall status", None))
    rate(cells[1], rating, word)
    for title, lines in (("Progress this period", done), ("Beyond the breakwater", ahead)):
        sheet.heading(title, 2)
        for line in lines:
            bullet(sheet.body, line)
    sheet.heading("Squalls", 2)
    squalls = sheet.table((5, 5, 3, 3))
    for cell in row(squalls, ("Squall", "What we are doing", "Hand", "Size"), bold=True):
        shade(cell, "D9E2EC")
    for squall in SQUALLS:
        row(squalls, squall)
    sheet.heading("For the harbour master to settle", 2)
    bullet(sheet.body, ask)
    return sheet.save()


def write_reports(out: Path) -> None:
    """All months as Word files in ``out``."""
    out.mkdir(parents=True, exist_ok=True)
    for period in MONTHS:
        (out / f"lantern-quay-footbridge-{period}.docx").write_bytes(render(period))


if __name__ == "__main__":
    write_reports(Path(sys.argv[1] if len(sys.argv) > 1 else "samples/untaught"))
