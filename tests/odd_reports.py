"""Word reports of templates that no built-in rule was written for: in Welsh, in French, in a house's own jargon."""

from __future__ import annotations

from pathlib import Path

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import _Cell

GREY, GREEN, AMBER = "D9D9D9", "00B050", "FFC000"


def welsh(path: Path) -> Path:
    """Welsh throughout: form, RAG matrix with words on fills, lists, a table of risks."""
    report = docx.Document()
    report.add_heading("Adroddiad Uchafbwyntiau", 1)
    form = (
        ("Enw'r prosiect", "Adnewyddu Pafiliwn Glan-y-môr"),
        ("Noddwr y prosiect", "Eleri Vaughan"),
        ("Rheolwr y prosiect", "Gethin Pryce"),
        ("Dyddiad yr adroddiad", "23/06/2024"),
        ("Cyfnod adrodd", "05/2024"),
    )
    _table(report, *form)
    report.add_paragraph()
    matrix = _table(
        report,
        ("Maes", "Statws", "Sylwadau"),
        ("Amserlen", "Gwyrdd", "Ar y trywydd"),
        ("Cyllideb", "Oren", "Pwysau ar gostau dur"),
    )
    _shade(matrix[1][1], GREEN)
    _shade(matrix[2][1], AMBER)
    report.add_heading("Cyflawniadau'r mis hwn", 2)
    _bullets(report, "Cwblhawyd y gwaith sgaffaldio", "Penodwyd contractwr trydan")
    report.add_heading("Camau nesaf", 2)
    _bullets(report, "Gosod y ffenestri newydd", "Cynnal cyfarfod cymunedol")
    report.add_heading("Risgiau a materion", 2)
    _table(
        report,
        ("Disgrifiad o'r risg", "Lliniaru", "Perchennog", "Sgôr"),
        ("Oedi wrth gyflenwi llechi", "Archebu'n gynnar", "G Pryce", "12"),
        ("Prinder saer", "Hysbysebu eto", "E Vaughan", "8"),
    )
    report.add_heading("Penderfyniadau", 2)
    _bullets(report, "Cymeradwyo'r gyllideb wrth gefn")
    return _save(report, path)


def french(path: Path) -> Path:
    """French, without any table: bold lines head bullets, 'label : value' lines are the form."""
    report = docx.Document()
    report.add_paragraph().add_run("Rapport d'avancement mensuel").bold = True
    for line in (
        "Projet : Passerelle du Vieux Moulin",
        "Commanditaire : Mme Duval",
        "Date du rapport : 22/06/2024",
        "État général : Vert",
    ):
        report.add_paragraph(line)
    for title, lines in (
        ("Réalisations du mois", ("Les fondations sont coulées", "Le marché d'éclairage est signé")),
        ("Prochaines étapes", ("Poser le tablier",)),
        ("Risques et problèmes", ("Crue de la rivière – surveiller le niveau chaque jour",)),
    ):
        report.add_paragraph().add_run(title).bold = True
        _bullets(report, *lines)
    return _save(report, path)


def jargon(path: Path, month: str = "May") -> Path:
    """English, half of it in words that only this house uses."""
    report = docx.Document()
    report.add_heading("Highlight report", 1)
    _table(
        report,
        ("Project", "Lantern Quay footbridge"),
        ("Skipper", "Ines Calloway"),
        ("Reporting period", f"{month} 2024"),
        ("Overall RAG", "Green"),
    )
    report.add_heading("Progress this period", 2)
    _bullets(report, "Handrails fitted on the east span")
    report.add_heading("Round the next bend", 2)
    _bullets(report, "Lift in the west span by 14 June 2024", "Invite residents to the test walk")
    report.add_heading("Squalls", 2)
    _table(
        report,
        ("Squall", "What we are doing", "Hand", "Size"),
        ("Crane is double booked", "Hold a second crane", "T Arkwright", "High"),
        ("Paint is late", "Order from another yard", "I Calloway", "Low"),
    )
    report.add_heading("Harbour master to settle", 2)
    _bullets(report, f"Agree the closing of the towpath in {month}")
    return _save(report, path)


def _table(report: Document, *rows: tuple[str, ...]) -> list[list[_Cell]]:
    """A table with ruled cells; where it has more than two columns its first row is a head, bold on grey."""
    table = report.add_table(rows=0, cols=len(rows[0]))
    table.style = "Table Grid"
    grid = []
    for number, row in enumerate(rows):
        cells = list(table.add_row().cells)
        for cell, words in zip(cells, row, strict=True):
            cell.text = words
            if number == 0 and len(row) > 2:
                cell.paragraphs[0].runs[0].bold = True
                _shade(cell, GREY)
        grid.append(cells)
    return grid


def _shade(cell: _Cell, color: str) -> None:
    shading = OxmlElement("w:shd")
    shading.set(qn("w:val"), "clear")
    shading.set(qn("w:fill"), color)
    cell._tc.get_or_add_tcPr().append(shading)


def _bullets(report: Document, *lines: str) -> None:
    for line in lines:
        report.add_paragraph(line, style="List Bullet")


def _save(report: Document, path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    report.save(str(path))
    return path
