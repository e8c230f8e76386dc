"""Small reports for the tests of the conductor and the command line: what they hold matters little there."""

from __future__ import annotations

from pathlib import Path

import docx

MONTHS = ("January", "February", "March", "April", "May", "June")


def write_report(path: Path, month: str = "May", project: str = "Bandstand repairs") -> Path:
    """A one-page Word report of ``project`` for a month of 2024."""
    report = docx.Document()
    report.add_heading("Highlight report", level=1)
    form = report.add_table(rows=0, cols=2)
    for label, value in (
        ("Project", project),
        ("Project manager", "Odile Marsh"),
        ("Reporting period", f"{month} 2024"),
        ("Overall RAG", "Green"),
    ):
        cells = form.add_row().cells
        cells[0].text, cells[1].text = label, value
    report.add_heading("Progress this period", level=2)
    report.add_paragraph(f"Scaffold inspected in {month}", style="List Bullet")
    report.add_heading("Next period", level=2)
    report.add_paragraph("Fit the new railings", style="List Bullet")
    report.add_heading("Risks", level=2)
    report.add_paragraph("Timber is late – order from a second yard", style="List Bullet")
    path.parent.mkdir(parents=True, exist_ok=True)
    report.save(str(path))
    return path
