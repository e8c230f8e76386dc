"""The rule files: every rule's example runs, no phrase is shadowed, every mistake is told, own rules go first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any, get_args

import pytest

from extractors.document import Document
from pipeline.model import Dimension, RatingValue
from pipeline.reading import read_document
from pipeline.reading.vocabulary import Vocabulary
from pipeline.reading.wording import key_of, plain
from pipeline.rulebook.examples import Trial
from rules.schema import Rule, RuleError, Rules, load_rules, parse_rules
from tests.documents import RULES, VOCABULARY, bullets, document, heading

TRIAL = Trial(RULES)


def each(rules: Iterable[Rule]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("rule", rules, ids=lambda rule: rule.origin)


def fold(word: str) -> str:
    return " ".join(word.casefold().split())


@each(RULES.all())
def test_a_rule_does_what_its_example_and_wordings_say(rule: Rule) -> None:
    assert TRIAL.complaints(rule) == []


@each(RULES.headings)
def test_a_headings_example_opens_its_section_by_that_rule(rule: Any) -> None:
    match = VOCABULARY.heading(rule.example)
    assert match is not None
    assert match.rule == rule.origin


@each(RULES.headings)
def test_a_headings_ideas_are_concepts(rule: Any) -> None:
    names = {name for need in rule.needs for name in need.split("|")} | set(rule.refuses)
    assert names <= {concept.name for concept in RULES.concepts}


def test_what_rules_mean_is_what_the_records_hold() -> None:
    assert {rule.name for rule in RULES.dimensions} == set(get_args(Dimension))
    assert {rule.value for rule in RULES.ratings} == set(get_args(RatingValue))
    assert {rule.value for rule in RULES.colours} <= set(get_args(RatingValue))


@pytest.mark.parametrize(
    "sentence",
    [
        "The risk register was reviewed.",
        "Risk training is complete.",
        "We have reduced the risks of the move.",
        "There is a new lift.",
    ],
)
def test_a_sentence_that_only_names_risks_tells_none(sentence: str) -> None:
    assert not VOCABULARY.is_risk_sentence(sentence)


def shadowed(answers: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Phrases with several answers, of which the first alone can ever be given."""
    found: dict[str, list[str]] = defaultdict(list)
    for phrase, answer in answers:
        if answer not in found[phrase]:
            found[phrase].append(answer)
    return {phrase: given for phrase, given in found.items() if len(given) > 1}


def test_no_phrase_of_a_heading_is_shadowed() -> None:
    assert shadowed((plain(p), rule.section) for rule in RULES.headings for p in rule.phrases) == {}


def test_no_phrase_of_a_label_is_shadowed() -> None:
    assert shadowed((plain(p), rule.field) for rule in RULES.labels for p in rule.phrases) == {}


def test_no_phrase_of_a_dimension_is_shadowed() -> None:
    assert shadowed((plain(p), rule.name) for rule in RULES.dimensions for p in rule.phrases) == {}


def test_no_rating_word_is_shadowed() -> None:
    assert shadowed((fold(word), rule.value) for rule in RULES.ratings for word in rule.words) == {}


def test_a_column_head_of_several_parts_is_not_torn_between_them() -> None:
    """'Progress' is a task list's text or, beside 'Task', its status: the weights must tell which comes first."""
    parts: dict[tuple[str, str], list[tuple[float, str]]] = defaultdict(list)
    for rule in RULES.columns:
        if rule.role != "aside":
            for key in {key_of(phrase) for phrase in rule.phrases}:
                parts[rule.register, key].append((rule.weight, rule.role))
    torn = {head: roles for head, roles in parts.items() if len(roles) > len({weight for weight, _ in roles})}
    assert torn == {}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[[headin]]\nsection = "risks"\nexample = "x"', ["ours.toml", "'headin'", "did you mean 'heading'"]),
        (
            '[[heading]]\nsection = "risks"\nphrase = ["x"]\nexample = "x"',
            ["ours.toml [[heading]] 1", "'phrase'", "did you mean 'phrases'"],
        ),
        (
            '[[label]]\nfield = "sponsor"\nphrases = ["x"]\nexample = "x"\n[[label]]\nfeild = "sponsor"',
            ["ours.toml [[label]] 2", "'feild'", "did you mean 'field'"],
        ),
        ('[[rating]]\nvalue = "Red"\nexample = "x"', ["ours.toml [[rating]] 1", "'words' is missing"]),
        ('[[rating]]\nvalue = "Red"\nwords = ["x"]', ["ours.toml [[rating]] 1", "'example' is missing"]),
        (
            '[[heading]]\nsection = "risks"\nphrases = "x"\nexample = "x"',
            ["ours.toml [[heading]] 1", "'phrases' must be a list of texts"],
        ),
        (
            '[[heading]]\nsection = 5\nphrases = ["x"]\nexample = "x"',
            ["ours.toml [[heading]] 1", "'section' must be a text"],
        ),
        (
            '[[column]]\nregister = "risks"\nrole = "text"\nphrases = ["x"]\nweight = "3"\nexample = "x"',
            ["ours.toml [[column]] 1", "'weight' must be a number"],
        ),
        (
            '[[colour]]\nvalue = "Red"\nhue = [1, 2, 3]\nexample = "#FF0000"',
            ["ours.toml [[colour]] 1", "'hue' must be two numbers"],
        ),
        (
            '[[colour]]\nvalue = "Red"\nhue = ["from", "to"]\nexample = "#FF0000"',
            ["ours.toml [[colour]] 1", "'hue' must be two numbers"],
        ),
        (
            '[[text]]\nkind = "legend"\npatterns = ["(red"]\nexample = "red"',
            ["ours.toml [[text]] 1", "'(red'", "no regular expression"],
        ),
        ('[heading]\nsection = "risks"', ["ours.toml", "must be written as [[heading]]"]),
        ("[[heading", ["ours.toml", "not valid TOML"]),
    ],
    ids=lambda value: "" if isinstance(value, list) else None,
)
def test_a_mistake_is_told_with_its_place_and_a_way_out(text: str, told: list[str]) -> None:
    with pytest.raises(RuleError) as error:
        parse_rules("ours.toml", text)
    assert [part for part in told if part not in str(error.value)] == []


def test_a_folder_without_rules_is_told(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="holds no rule file"):
        load_rules(tmp_path)
    with pytest.raises(RuleError, match="no such folder"):
        load_rules(tmp_path / "absent")


def own_rules(folder: Path, text: str) -> Rules:
    (folder / "ours.toml").write_text(text, encoding="utf-8")
    return load_rules(folder)


def kinds(of: Document, rules: Rules) -> list[str]:
    (report,) = read_document(of, rules).reports
    return [activity.kind for activity in report.activities]


def test_a_heading_of_ones_own_opens_its_section(tmp_path: Path) -> None:
    ours = own_rules(
        tmp_path,
        '[[heading]]\nsection = "planned"\nphrases = ["Feathers in our cap"]\nexample = "Feathers in our cap"',
    )
    minutes = document(heading("Feathers in our cap"), bullets("Paint the gate", "Hang the bell"))
    assert (kinds(minutes, RULES), kinds(minutes, ours)) == ([], ["planned", "planned"])
    assert ours.version != RULES.version


def test_rules_of_ones_own_go_before_the_built_in_ones(tmp_path: Path) -> None:
    ours = Vocabulary(
        own_rules(
            tmp_path,
            '[[heading]]\nsection = "planned"\nphrases = ["achievements"]\nexample = "Achievements"\n'
            '[[label]]\nfield = "manager"\nphrases = ["sponsor"]\nexample = "Sponsor"\n'
            '[[dimension]]\nname = "quality"\nphrases = ["budget"]\nexample = "Budget"\n'
            '[[rating]]\nvalue = "Black"\nwords = ["red"]\nexample = "Red"\n'
            '[[colour]]\nvalue = "Blue"\nhue = [342, 15]\nexample = "#C00000"',
        )
    )
    match = ours.heading("Achievements")
    assert match is not None
    assert (match.section, match.rule) == ("planned", "ours.toml [[heading]] 1")
    assert (ours.field("Sponsor"), ours.dimension("Budget")) == ("manager", "quality")
    assert (ours.rating_words.of_word("Red"), ours.rating_words.of_colour("#C00000")) == ("Black", "Blue")


@pytest.mark.parametrize(
    ("head", "register", "role"),
    [
        ("Mitigating Actions and Owner", "risks", "response"),
        ("Raised by / owner", "risks", "owner"),
        ("Forecast date (revised)", "milestones", "forecast"),
        ("Approved Budget FY09/10", "finances", "budget"),
        ("Budget £", "finances", "budget"),
    ],
)
def test_a_head_of_two_known_heads_or_with_a_year_is_known(head: str, register: str, role: str) -> None:
    assert (register, role) in {(column.register, column.role) for column in VOCABULARY.columns(head)}


@pytest.mark.parametrize(
    ("label", "field"),
    [("PM/Champion", "manager"), ("Date / venue", None)],
)
def test_a_label_with_a_slash(label: str, field: str | None) -> None:
    assert VOCABULARY.field(label) == field
