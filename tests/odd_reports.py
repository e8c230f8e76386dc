"""Word reports of templates that no built-in rule was written for: Welsh, French, Danish, a house's own jargon."""

from __future__ import annotations

from pathlib import Path

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import _Cell

GREY, GREEN, AMBER, RED = "D9D9D9", "00B050", "FFC000", "FF0000"


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


def welsh_rows(path: Path) -> Path:
    """Welsh again, laid out as one table whose first column asks and whose second answers."""
    report = docx.Document()
    report.add_heading("Cyngor Sir Aberdulais – Adroddiad Cynnydd Prosiect", 0)
    for label, value in (("Prosiect", "Llwybr Beicio Cwm Isaf"), ("Swyddog arweiniol", "Nia Prosser")):
        line = report.add_paragraph()
        line.add_run(f"{label}: ").bold = True
        line.add_run(value)
    table = report.add_table(rows=0, cols=2)
    table.style = "Table Grid"
    for label, answers in (
        ("Statws cyffredinol", ("Ar y trywydd iawn",)),
        (
            "Beth rydym wedi'i wneud",
            ("Gosod wyneb newydd rhwng y bont a'r ysgol", "Cyfarfod gyda'r ffermwyr"),
        ),
        ("Beth nesaf", ("Gosod arwyddion dwyieithog", "Agor y rhan gyntaf i'r cyhoedd")),
        ("Pryderon", ("Mae'r tywydd gwlyb yn arafu'r gwaith - symud y criw i'r bont",)),
        ("Cymorth sydd ei angen", ("Penderfyniad ar oleuadau'r llwybr cyn diwedd y mis",)),
    ):
        head, cell = table.add_row().cells
        head.text, cell.text = label, answers[0]
        head.paragraphs[0].runs[0].bold = True
        _shade(head, GREY)
        if label.startswith("Statws"):
            _shade(cell, GREEN)
        if len(answers) > 1:
            cell.paragraphs[0].style = "List Bullet"
        for answer in answers[1:]:
            cell.add_paragraph(answer, style="List Bullet")
    return _save(report, path)


def danish(path: Path) -> Path:
    """Danish: labels on grey beside their values, words on lights, tables of risks and of milestones."""
    report = docx.Document()
    form = _table(
        report,
        ("Projekt", "Ny kaj", "Projektleder", "Mette Holm"),
        ("Opstart", "21-03-2023", "Sagsnummer", "K-114"),
        head=False,
    )
    for row in form:
        for cell in (row[0], row[2]):
            cell.paragraphs[0].runs[0].bold = True
            _shade(cell, GREY)
    report.add_paragraph()
    lights = (("Tid", "Rød", RED), ("Kvalitet", "Grøn", GREEN), ("Samlet status", "Gul", AMBER))
    for row, (_, _, color) in zip(_table(report, *((a, b) for a, b, _ in lights)), lights, strict=True):
        _shade(row[1], color)
    for title, lines in (
        ("Udført siden sidst", ("Spunsvæg er rammet",)),
        ("Næste periode", ("Montering af bjælker",)),
    ):
        report.add_heading(title, 2)
        _bullets(report, *lines)
    report.add_heading("Risikobillede", 2)
    _table(
        report,
        ("Nr.", "Risiko", "Sandsynlighed", "Konsekvens", "Handling"),
        ("1", "Forurenet jord i delområde B", "3", "4", "Supplerende boringer bestilt"),
        ("2", "Leverance af stål forsinkes", "2", "4", "Alternativ leverandør undersøges"),
    )
    report.add_heading("Milepæle", 2)
    _table(
        report,
        ("Milepæl", "Oprindelig dato", "Forventet dato"),
        ("Myndighedsgodkendelse", "15-01-2024", "15-01-2024"),
        ("Kajen tages i brug", "01-10-2024", "30-11-2024"),
    )
    report.add_heading("Indstilling til styregruppen", 2)
    report.add_paragraph("At styregruppen godkender merforbrug til jordhåndtering.", style="List Number")
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
    report.add_heading("Beyond the breakwater", 2)
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


def _table(report: Document, *rows: tuple[str, ...], head: bool = True) -> list[list[_Cell]]:
    """A table with ruled cells; where it has more than two columns its first row is a ``head``, bold on grey."""
    table = report.add_table(rows=0, cols=len(rows[0]))
    table.style = "Table Grid"
    grid = []
    for number, row in enumerate(rows):
        cells = list(table.add_row().cells)
        for cell, words in zip(cells, row, strict=True):
            cell.text = words
            if head and number == 0 and len(row) > 2:
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
