"""Rules suggested from documents; a fragment that is chosen from and pasted in changes the reading as meant."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.model import Reading
from pipeline.rulebook.check import check_rules
from pipeline.rulebook.fragment import write_fragment
from pipeline.rulebook.suggest import Suggestions, suggest_rules
from pipeline.run import read_file
from rules.schema import load_rules
from tests.odd_reports import danish, french, jargon, welsh, welsh_rows
from tests.small_reports import write_report


def suggested(*paths: Path, rules_folder: Path | None = None) -> Suggestions:
    return suggest_rules(paths, load_rules(*([rules_folder] if rules_folder else [])))


def wordings(suggestions: Suggestions, kind: str) -> list[str]:
    return [item.unknown.wording for item in suggestions.items if item.unknown.kind == kind]


NAMES = re.compile(r"(?:section|field|name|value|register|role|kind) = ")


def choose(fragment: str, chosen: dict[str, str]) -> str:
    """What a person does with a fragment: takes the '#' from the rules of ``chosen`` and writes each one's meaning."""
    blocks = fragment.split("\n\n")
    for number, block in enumerate(blocks):
        example = re.search(r'^#?example = "(.*)"$', block, flags=re.MULTILINE)
        meaning = chosen.get(example[1]) if example else None
        if meaning is None:
            continue
        lines = [re.sub(r"^#(?=\S)", "", line) for line in block.splitlines()]
        named = [index for index, line in enumerate(lines) if NAMES.match(line)]
        for index, value in zip(named, meaning.split("."), strict=True):
            lines[index] = f'{lines[index].partition(" = ")[0]} = "{value}"'
        blocks[number] = "\n".join(lines)
    return "\n\n".join(blocks)


def taught(folder: Path, fragment: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / f"{len(list(folder.iterdir()))}.toml").write_text(fragment, encoding="utf-8")
    assert check_rules(folder).problems == ()
    return folder


def read(path: Path, *folders: Path) -> Reading:
    return read_file(path, load_rules(*folders))


WELSH = {
    "Cyflawniadau'r mis hwn": "completed",
    "Camau nesaf": "planned",
    "Risgiau a materion": "risks and issues",
    "Penderfyniadau": "decisions",
    "Enw'r prosiect": "project",
    "Noddwr y prosiect": "sponsor",
    "Rheolwr y prosiect": "manager",
    "Dyddiad yr adroddiad": "report_date",
    "Cyfnod adrodd": "period",
    "Maes": "ratings.label",
    "Statws": "ratings.current",
    "Sylwadau": "ratings.comment",
    "Disgrifiad o'r risg": "risks.text",
    "Lliniaru": "risks.response",
    "Perchennog": "risks.owner",
    "Sgôr": "risks.score",
    "Amserlen": "schedule",
    "Cyllideb": "cost",
    "Adroddiad Uchafbwyntiau": "title",
}


def test_a_welsh_template_is_taught_in_one_round(tmp_path: Path) -> None:
    path = welsh(tmp_path / "adroddiad.docx")
    (before,) = read(path).reports
    assert (before.activities, before.risks, before.ratings, before.decisions) == ((), (), (), ())
    fragment = write_fragment(suggested(path))
    wordings = taught(tmp_path / "geiriau", choose(fragment, WELSH))
    reading = read(path, wordings)
    (report,) = reading.reports
    assert (report.project, report.sponsor, report.manager) == (
        "Adnewyddu Pafiliwn Glan-y-môr",
        "Eleri Vaughan",
        "Gethin Pryce",
    )
    assert (report.report_date, report.period) == ("2024-06-23", "2024-05")
    assert [(rating.dimension, rating.current, rating.comment) for rating in report.ratings] == [
        ("schedule", "Green", "Ar y trywydd"),
        ("cost", "Amber", "Pwysau ar gostau dur"),
    ]
    assert [(activity.kind, activity.text) for activity in report.activities] == [
        ("completed", "Cwblhawyd y gwaith sgaffaldio"),
        ("completed", "Penodwyd contractwr trydan"),
        ("planned", "Gosod y ffenestri newydd"),
        ("planned", "Cynnal cyfarfod cymunedol"),
    ]
    assert [(risk.text, risk.response, risk.owner, risk.score) for risk in report.risks] == [
        ("Oedi wrth gyflenwi llechi", "Archebu'n gynnar", "G Pryce", "12"),
        ("Prinder saer", "Hysbysebu eto", "E Vaughan", "8"),
    ]
    assert [decision.text for decision in report.decisions] == ["Cymeradwyo'r gyllideb wrth gefn"]
    assert (report.unclassified, reading.unclassified) == ((), ())
    assert suggested(path, rules_folder=wordings).items == ()


FRENCH = {
    "Réalisations du mois": "completed",
    "Prochaines étapes": "planned",
    "Risques et problèmes": "risks and issues",
    "Commanditaire": "sponsor",
    "Date du rapport": "report_date",
    "État général": "overall",
    "Vert": "Green",
    "Rapport d'avancement mensuel": "title",
}


def test_a_french_letter_is_taught_in_one_round(tmp_path: Path) -> None:
    path = french(tmp_path / "rapport.docx")
    wordings = taught(tmp_path / "mots", choose(write_fragment(suggested(path)), FRENCH))
    (report,) = read(path, wordings).reports
    assert (report.project, report.sponsor) == ("Passerelle du Vieux Moulin", "Mme Duval")
    assert report.report_date == "2024-06-22"
    assert [(rating.dimension, rating.current) for rating in report.ratings] == [("overall", "Green")]
    assert [activity.kind for activity in report.activities] == ["completed", "completed", "planned"]
    assert [(risk.text, risk.response) for risk in report.risks] == [
        ("Crue de la rivière", "surveiller le niveau chaque jour")
    ]
    assert suggested(path, rules_folder=wordings).items == ()


JARGON = {
    "Skipper": "manager",
    "Beyond the breakwater": "planned",
    "Squalls": "risks",
    "Harbour master to settle": "decisions",
    "Squall": "risks.text",
    "Hand": "risks.owner",
    "Size": "risks.impact",
}


def test_a_houses_jargon_is_taught_in_one_round(tmp_path: Path) -> None:
    path = jargon(tmp_path / "may.docx")
    wordings = taught(tmp_path / "words", choose(write_fragment(suggested(path)), JARGON))
    (report,) = read(path, wordings).reports
    assert report.manager == "Ines Calloway"
    assert [activity.kind for activity in report.activities] == ["completed", "planned", "planned"]
    assert [(risk.text, risk.owner) for risk in report.risks] == [
        ("Crane is double booked", "T Arkwright"),
        ("Paint is late", "I Calloway"),
    ]
    assert [decision.text for decision in report.decisions] == ["Agree the closing of the towpath in May"]
    assert report.unclassified == ()


WELSH_ROWS = {
    "Beth rydym wedi'i wneud": "completed",
    "Beth nesaf": "planned",
    "Pryderon": "risks and issues",
    "Cymorth sydd ei angen": "decisions",
    "Prosiect": "project",
    "Swyddog arweiniol": "manager",
    "Statws cyffredinol": "overall",
    "Cyngor Sir Aberdulais – Adroddiad Cynnydd Prosiect": "title",
}
DANISH = {
    "Projektleder": "manager",
    "Opstart": "start_date",
    "Sagsnummer": "reference",
    "Tid": "schedule",
    "Kvalitet": "quality",
    "Samlet status": "overall",
    "Udført siden sidst": "completed",
    "Næste periode": "planned",
    "Risikobillede": "risks",
    "Milepæle": "milestones",
    "Indstilling til styregruppen": "decisions",
    "Nr.": "risks.reference",
    "Risiko": "risks.text",
    "Sandsynlighed": "risks.likelihood",
    "Konsekvens": "risks.impact",
    "Handling": "risks.response",
    "Milepæl": "milestones.text",
    "Oprindelig dato": "milestones.baseline",
    "Forventet dato": "milestones.forecast",
}


def test_questions_and_answers_of_a_table_are_taught_as_headings(tmp_path: Path) -> None:
    path = welsh_rows(tmp_path / "a.docx")
    words = taught(tmp_path / "own", choose(write_fragment(suggested(path)), WELSH_ROWS))
    (report,) = read(path, words).reports
    assert (report.project, report.manager) == ("Llwybr Beicio Cwm Isaf", "Nia Prosser")
    assert [(rating.dimension, rating.current) for rating in report.ratings] == [("overall", "Green")]
    assert [activity.kind for activity in report.activities] == ["completed"] * 2 + ["planned"] * 2
    assert (len(report.risks), len(report.decisions), report.metadata) == (1, 1, {})
    assert suggested(path, rules_folder=words).items == ()


def test_a_danish_template_is_taught_in_one_round(tmp_path: Path) -> None:
    path = danish(tmp_path / "a.docx")
    words = taught(tmp_path / "own", choose(write_fragment(suggested(path)), DANISH))
    (report,) = read(path, words).reports
    assert (report.project, report.manager, report.reference) == ("Ny kaj", "Mette Holm", "K-114")
    assert report.start_date == "2023-03-21"
    assert [(rating.dimension, rating.current) for rating in report.ratings] == [
        ("schedule", "Red"),
        ("quality", "Green"),
        ("overall", "Amber"),
    ]
    assert [(risk.reference, risk.likelihood, risk.impact, risk.response) for risk in report.risks] == [
        ("1", "3", "4", "Supplerende boringer bestilt"),
        ("2", "2", "4", "Alternativ leverandør undersøges"),
    ]
    assert [(milestone.baseline, milestone.forecast) for milestone in report.milestones] == [
        ("2024-01-15", "2024-01-15"),
        ("2024-10-01", "2024-11-30"),
    ]
    assert suggested(path, rules_folder=words).items == ()


MEANT = {**WELSH, **FRENCH, **JARGON, **WELSH_ROWS, **DANISH}


@pytest.mark.parametrize("make", [welsh, french, jargon, welsh_rows, danish])
def test_the_right_meaning_is_named_and_those_of_headings_and_registers_are_guessed(
    tmp_path: Path, make: Callable[[Path], Path]
) -> None:
    wrong = []
    for item in suggested(make(tmp_path / "a.docx")).items:
        named = [guess.meaning for guess in item.guesses]
        meant = MEANT.get(item.unknown.wording, named[0])
        section = meant.partition(".")[0] if item.unknown.kind == "column" else meant
        guessed = item.unknown.kind not in {"heading", "column"} or named[0].startswith(section)
        if meant not in [*named, "risks", "sponsor"] or not guessed:
            wrong.append((item.unknown.wording, meant, named))
    assert wrong == []


@pytest.mark.parametrize("make", [welsh, jargon, welsh_rows, danish])
def test_a_fragment_may_be_used_as_it_is(tmp_path: Path, make: Callable[[Path], Path]) -> None:
    path = make(tmp_path / "a.docx")
    fragment = write_fragment(suggested(path))
    sure = [rules for rules in tomllib.loads(fragment).values() if rules]
    assert len(sure) <= 3
    taught(tmp_path / "own", fragment)
    everything = re.sub(r"^#(?=\S)", "", fragment, flags=re.MULTILINE)
    assert len(tomllib.loads(everything)) > len(sure)


def test_a_language_that_the_rules_know_needs_no_rules_of_ones_own(tmp_path: Path) -> None:
    assert suggested(french(tmp_path / "a.docx")).items == ()


def test_a_wording_is_told_once_with_how_many_documents_hold_it(tmp_path: Path) -> None:
    for month in ("April", "May", "June"):
        jargon(tmp_path / "in" / f"{month}.docx", month)
    write_report(tmp_path / "in" / "plain.docx")
    (tmp_path / "in" / "bad.pdf").write_bytes(b"%PDF-1.7 and then nothing")
    found = suggested(tmp_path / "in")
    assert found.read == 4
    assert [shown for shown, _ in found.unread] == [(tmp_path / "in" / "bad.pdf").as_posix()]
    assert wordings(found, "heading") == ["Beyond the breakwater", "Squalls", "Harbour master to settle"]
    assert {len(item.documents) for item in found.items} == {3}
    assert "# 'Skipper': 3 of 4 documents, first in April.docx, table 1 row 2" in write_fragment(found)


def test_a_known_template_leaves_nothing_to_suggest(tmp_path: Path) -> None:
    found = suggested(write_report(tmp_path / "a.docx"))
    assert found.items == ()
    assert write_fragment(found) == "# Every heading, label, column and rating of 1 document is known.\n"


def test_dates_that_no_rule_can_teach_are_told(tmp_path: Path) -> None:
    path = write_report(tmp_path / "a.docx", month="Mai 2024, Wythnos 22,")
    fragment = write_fragment(suggested(path))
    assert "# 'Mai 2024, Wythnos 22, 2024': a.docx, table 1 row 3" in fragment
    assert tomllib.loads(fragment) == {}
