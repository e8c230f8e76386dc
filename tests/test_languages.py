"""Reports in other languages: which language a document is in, the rules of that language, its dates and amounts."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.model import Report
from pipeline.reading.spoken import ENGLISH, language_of, notation_for
from pipeline.reading.wording import key_of, plain
from pipeline.rulebook.catalogue import list_rules
from pipeline.rulebook.check import check_rules
from pipeline.rulebook.examples import Trial
from pipeline.values.dates import find_dates, parse_date, parse_period
from pipeline.values.money import Amount, parse_amount, parse_percent, parse_unit
from pipeline.values.notation import written_in
from rules.schema import HeadingRule, load_rules
from tests.documents import (
    AMBER,
    GREEN,
    RULES,
    bullets,
    cell,
    codes,
    document,
    heading,
    para,
    read_report,
    table,
)
from tests.spoken_reports import FORMS, LETTERS, blocks_of
from tests.test_rules import shadowed

SPOKEN = [name for name, _ in RULES.spoken]
LANGUAGES = {rule.name: rule for rule in RULES.languages}


def in_language(name: str) -> Report:
    return read_report(*blocks_of(FORMS[name]))


def test_the_languages_of_rules_are_those_of_the_reports_here() -> None:
    assert sorted(SPOKEN) == sorted(FORMS) == sorted(LETTERS)


@pytest.mark.parametrize("name", SPOKEN)
def test_a_rule_of_a_language_does_what_its_example_and_wordings_say(name: str) -> None:
    trial = Trial(RULES.in_language(name))
    rules = dict(RULES.spoken)[name].all()
    assert [(rule.origin, trial.complaints(rule)) for rule in rules if trial.complaints(rule)] == []


@pytest.mark.parametrize("name", SPOKEN)
def test_no_wording_of_a_language_is_shadowed_by_another_of_its_own(name: str) -> None:
    rules = dict(RULES.spoken)[name]
    assert shadowed((plain(p), rule.section) for rule in rules.headings for p in rule.phrases) == {}
    labels = ((plain(p), rule.field) for rule in rules.labels for p in rule.phrases if plain(p) == key_of(p))
    assert shadowed(labels) == {}
    assert shadowed((plain(p), rule.name) for rule in rules.dimensions for p in rule.phrases) == {}
    assert shadowed((word.casefold(), rule.value) for rule in rules.ratings for word in rule.words) == {}


@pytest.mark.parametrize("rule", RULES.languages, ids=lambda rule: rule.name)
def test_a_languages_commonest_words_tell_it(rule: object) -> None:
    name, example = rule.name, rule.example  # type: ignore[attr-defined]
    told = language_of([example], RULES)
    assert (told.name if told else ENGLISH) == name


@pytest.mark.parametrize(
    "lines",
    [
        ["The Institut für Bau und Boden will report to the board", "Risks and issues", "Next steps"],
        ["Rue de la Gare and the Place du Marché are closed for the works of the month"],
        ["Sponsor", "RAG", "G"],
        ["Cyllideb / Budget", "Statws / Status", "The work is complete and on time for the board"],
    ],
)
def test_an_english_document_with_other_words_stays_english(lines: list[str]) -> None:
    assert language_of(lines, RULES) is None


@pytest.mark.parametrize("name", FORMS)
def test_a_form_in_another_language_is_understood(name: str) -> None:
    report = in_language(name)
    assert None not in (report.project, report.sponsor, report.manager, report.reference)
    assert (report.report_date, report.period, report.period_basis) == ("2025-04-03", "2025-03", "stated")
    assert (report.start_date, report.end_date) == ("2024-09-01", "2026-06")
    assert (report.percent_complete, report.authorised, dict(report.metadata)) == (62.5, True, {})
    assert [(rating.dimension, rating.current, rating.previous) for rating in report.ratings] == [
        ("overall", "Amber", "Green"),
        ("schedule", "Red", "Amber"),
        ("cost", "Green", "Green"),
    ]
    assert all(rating.comment for rating in report.ratings)
    assert [(activity.kind, activity.due) for activity in report.activities] == [
        ("completed", None),
        ("completed", None),
        ("planned", "2025-05-15"),
    ]
    (risk,) = report.risks
    assert (risk.kind, risk.reference) == ("risk", "1")
    assert None not in (risk.response, risk.owner, risk.likelihood, risk.impact)
    assert [(stone.baseline, stone.forecast, stone.actual) for stone in report.milestones] == [
        ("2025-02-28", None, "2025-02-27"),
        ("2026-06-30", "2026-08", None),
    ]
    assert all(stone.status for stone in report.milestones)
    (line,) = report.finances
    assert (line.budget, line.actual, line.forecast, line.variance) == (1234500, 640200, 1300000, 65500)
    assert line.currency == ("BRL" if name == "Portuguese" else "EUR")
    assert len(report.decisions) == 1
    assert report.unclassified == ()
    assert codes(report) == {"vague-date"}


@pytest.mark.parametrize("name", LETTERS)
def test_lines_in_another_language_are_understood(name: str) -> None:
    report = read_report(*blocks_of(LETTERS[name]))
    assert report.manager is not None
    assert (report.report_date, report.period, report.percent_complete) == ("2025-04-07", "2025-03", 45)
    (rating,) = report.ratings
    assert (rating.dimension, rating.current, rating.previous) == ("overall", "Green", "Amber")
    assert [(activity.kind, activity.owner is None) for activity in report.activities] == [
        ("completed", False),
        ("completed", True),
        ("planned", True),
    ]
    assert [(risk.kind, risk.response) for risk in report.risks] == [("risk", None)]
    assert report.decisions == ()
    assert len(report.narrative) == 1
    assert report.unclassified == ()
    project = report.project or ""
    assert not any(
        word in project.casefold() for word in ("report", "rap", "bericht", "inform", "relat", "relaz")
    )


def test_a_letter_that_two_colours_begin_with_is_told_where_no_colour_decides() -> None:
    report = read_report(
        heading("Projektstatusbericht"),
        table(["Projekt", "Umbau der Halle"], ["Stand", "3.4.2025"]),
        table(
            ["Bereich", "Ampel", "Begründung"],
            ["Termine", "R", "Die Arbeiten sind noch nicht fertig."],
            ["Kosten", cell("G", fill=AMBER), "Die Aufträge werden nach und nach vergeben."],
            ["Qualität", cell("G", fill=GREEN), "Die Ausführung ist von den Prüfern abgenommen."],
            ["Ressourcen", "G", "Die Bauleitung ist für den Mai verstärkt."],
        ),
    )
    assert [rating.current for rating in report.ratings] == ["Red", "Amber", "Green", None]
    told = [finding for finding in report.findings if finding.code == "rating-not-chosen"]
    assert [(finding.about, finding.severity) for finding in told] == [("ratings", "warning")]


@pytest.mark.parametrize(
    ("name", "text", "iso"),
    [
        ("German", "Mo., 3. März 2025", "2025-03-03"),
        ("German", "KW 12/2025", "2025-03"),
        ("German", "31.03.25", "2025-03-31"),
        ("German", "bis Ende Mai 2025", "2025-05"),
        ("German", "1. Quartal 2025", "2025-03"),
        ("French", "1er mars 2025", "2025-03-01"),
        ("French", "T1 2025", "2025-03"),
        ("French", "d'ici fin mai 2025", "2025-05"),
        ("French", "2e semestre 2025", "2025-12"),
        ("Spanish", "3-mar-2025", "2025-03-03"),
        ("Spanish", "1T25", "2025-03"),
        ("Portuguese", "mar/25", "2025-03"),
        ("Portuguese", "até 3 de março de 2025", "2025-03-03"),
        ("Italian", "I trimestre 2025", "2025-03"),
        ("Italian", "1° marzo 2025", "2025-03-01"),
        ("Dutch", "week 12 2025", "2025-03"),
        ("Dutch", "uiterlijk 3 mrt 2025", "2025-03-03"),
    ],
)
def test_dates_of_a_language(name: str, text: str, iso: str) -> None:
    with written_in(notation_for(LANGUAGES[name], RULES)):
        value = parse_date(text)
    assert value is not None
    assert (value.iso, value.text) == (iso, text)


@pytest.mark.parametrize(
    ("name", "text", "month"),
    [
        ("German", "1. bis 31. März 2025", "2025-03"),
        ("German", "KW 10 - KW 13 2025", "2025-03"),
        ("French", "du 1er au 31 mars 2025", "2025-03"),
        ("Spanish", "enero - marzo 2025", "2025-03"),
        ("Italian", "gennaio-marzo 2025", "2025-03"),
        ("Dutch", "1 t/m 31 maart 2025", "2025-03"),
    ],
)
def test_periods_of_a_language(name: str, text: str, month: str) -> None:
    with written_in(notation_for(LANGUAGES[name], RULES)):
        value = parse_period(text)
    assert value is not None
    assert value.iso == month


def test_a_date_inside_a_text_is_found_at_its_own_place() -> None:
    text = "Beginn am 3. März 2025, Ende am 12. Mai 2025 (KW 20 2025)"
    with written_in(notation_for(LANGUAGES["German"], RULES)):
        found = find_dates(text)
    assert [(text[start:end], value.iso) for start, end, value in found] == [
        ("3. März 2025", "2025-03-03"),
        ("12. Mai 2025", "2025-05-12"),
        ("KW 20 2025", "2025-05"),
    ]


@pytest.mark.parametrize(
    ("name", "text", "amount"),
    [
        ("German", "1.234.567,50", Amount(1234567.5, None)),
        ("German", "1.234", Amount(1234, None)),
        ("German", "12,5 Mio. EUR", Amount(12500000, "EUR")),
        ("German", "TEUR 450", Amount(450000, "EUR")),
        ("German", "€ 1.234,-", Amount(1234, "EUR")),
        ("German", "CHF 1'234.50", Amount(1234.5, "CHF")),
        ("French", "1 234 567,50 €", Amount(1234567.5, "EUR")),
        ("French", "1,2 M€", Amount(1200000, "EUR")),
        ("French", "450 milliers d'euros", Amount(450000, "EUR")),
        ("Spanish", "1,2 mil millones de euros", Amount(1.2e9, "EUR")),
        ("Portuguese", "R$ 1,2 milhão", Amount(1200000, "BRL")),
        ("Italian", "450 mila euro", Amount(450000, "EUR")),
        ("Dutch", "€ 12,5 miljoen", Amount(12500000, "EUR")),
    ],
)
def test_amounts_of_a_language(name: str, text: str, amount: Amount) -> None:
    with written_in(notation_for(LANGUAGES[name], RULES)):
        assert parse_amount(text) == amount
    assert parse_amount("1.234") == Amount(1.23, None)  # in English again


@pytest.mark.parametrize(
    ("name", "text", "unit"),
    [
        ("German", "Budget (T€)", (1e3, "EUR")),
        ("German", "Angaben in Mio. €", (1e6, "EUR")),
        ("French", "en milliers d'euros", (1e3, "EUR")),
        ("French", "en k€", (1e3, "EUR")),
        ("Spanish", "miles de €", (1e3, "EUR")),
        ("Portuguese", "R$ mil", (1e3, "BRL")),
        ("Italian", "(€/000)", (1e3, "EUR")),
        ("Dutch", "(x € 1.000)", (1e3, "EUR")),
    ],
)
def test_units_of_a_language(name: str, text: str, unit: tuple[float, str]) -> None:
    with written_in(notation_for(LANGUAGES[name], RULES)):
        assert parse_unit(text) == unit


def test_shares_of_a_language() -> None:
    with written_in(notation_for(LANGUAGES["German"], RULES)):
        assert [parse_percent(text) for text in ("62 %", "62,5%", "62 Prozent")] == [62, 62.5, 62]


def test_a_language_that_no_rule_reads_is_told_for_the_document_and_what_is_left_unread() -> None:
    report = read_report(
        heading("Raport o stanie projektu"),
        para("Prace zostały wykonane w terminie i nie jest wymagana decyzja dla projektu oraz ryzyka."),
        *bullets("Umowa została podpisana przez wykonawcę w marcu", "Odbiór prac od wykonawcy jest w toku"),
    )
    told = [finding for finding in report.findings if finding.code == "language-unknown"]
    assert {finding.about for finding in told} >= {"document", "ratings", "activities", "risks", "milestones"}
    assert {finding.severity for finding in told} == {"warning"}
    assert len({finding.message for finding in told}) == 1
    assert "Polish" in told[0].message


def test_another_script_is_told() -> None:
    line = "プロジェクトの進捗状況は予定どおりであり次の段階の作業を開始した"
    report = read_report(heading("進捗報告書"), *[para(line) for _ in range(10)])
    assert "language-unknown" in codes(report)


POLISH = """
[[language]]
name = "Polish"
decimal = ","
words = ["w", "na", "jest", "oraz", "przez"]
example = "Umowa jest podpisana przez wykonawcę w marcu oraz w maju na budowie"

[[heading]]
section = "planned"
phrases = ["Następne kroki"]
example = "Następne kroki"
"""


def test_a_users_file_may_bring_a_language(tmp_path: Path) -> None:
    (tmp_path / "polish.toml").write_text(POLISH, encoding="utf-8")
    checked = check_rules(tmp_path)
    assert (checked.problems, sum(checked.counts.values())) == ((), 2)
    rules = load_rules(tmp_path)
    from pipeline.reading import read_document

    body = document(
        heading("Raport"),
        para("Umowa jest podpisana przez wykonawcę w marcu oraz w maju na budowie, a odbiór jest w toku."),
        heading("Następne kroki"),
        *bullets("Odbiór prac w maju"),
    )
    (report,) = read_document(body, rules).reports
    assert [(activity.kind, activity.text) for activity in report.activities] == [
        ("planned", "Odbiór prac w maju")
    ]
    assert "language-unknown" not in codes(report)


def test_a_users_rule_goes_before_that_of_a_language(tmp_path: Path) -> None:
    wording = '[[label]]\nfield = "sponsor"\nphrases = ["Projektleiter"]\nexample = "Projektleiter"\n'
    (tmp_path / "ours.toml").write_text(wording, encoding="utf-8")
    rules = load_rules(tmp_path).in_language("German")
    assert Trial(rules).vocabulary.field("Projektleiter") == "sponsor"
    assert Trial(rules).vocabulary.field("Projektleitung") == "manager"


def test_the_rules_of_languages_are_listed_with_the_others() -> None:
    (found,) = list_rules(RULES, "headings", "Entscheidungsbedarf")
    assert isinstance(found, HeadingRule)
    assert found.origin.startswith("de.toml")
    assert not [rule for rule in RULES.labels if "projektleiter" in rule.phrases]
