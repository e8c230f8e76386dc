"""Rules of a user's own are checked, all rules are listed, unknown wordings are likened to known ones."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from pipeline.rulebook.catalogue import NoSuchKind, list_rules, rule_line, rule_values
from pipeline.rulebook.check import Checked, check_rules
from pipeline.rulebook.guess import SURE, Guesser, likeness_of
from rules.schema import load_rules
from tests.documents import RULES

# --- check ---


def checked(folder: Path, text: str | bytes) -> Checked:
    (folder / "ours.toml").write_bytes(text if isinstance(text, bytes) else text.encode())
    return check_rules(folder)


def rule(kind: str, wording: str, **keys: str) -> str:
    """One rule whose example is its only wording."""
    named = "".join(f"{key} = {json.dumps(value)}\n" for key, value in keys.items())
    wordings = "words" if kind in {"rating", "concept"} else "phrases"
    return f'[[{kind}]]\n{named}{wordings} = ["{wording}"]\nexample = "{wording}"\n'


def test_all_mistakes_are_told_at_once_with_their_lines(tmp_path: Path) -> None:
    text = (
        rule("label", "champion", field="sponser")
        + rule("headng", "x", section="risks")
        + '[[heading]]\nsection = "planned"\nphrase = ["Beyond the breakwater"]\n'
        + '[[heading]]\nsection = "planned"\nneeds = ["nextt"]\nexample = "Beyond the breakwater"\n'
        + rule("column", "Hand", register="risks", role="ownr")
        + '[[rating]]\nvalue = "Amber"\nwords = 5\nexample = "Choppy"\n'
    )
    (tmp_path / "broken.toml").write_text("\n[[label]\n", encoding="utf-8")
    told = {(problem.file, problem.line): problem.message for problem in checked(tmp_path, text).problems}
    assert [(place, message.partition(";")[2] or message) for place, message in told.items()] == [
        (("broken.toml", 2), told["broken.toml", 2]),
        (("ours.toml", 1), " did you mean 'sponsor'?"),
        (("ours.toml", 5), " did you mean 'heading'?"),
        (("ours.toml", 9), "the key 'example' is missing"),
        (("ours.toml", 11), " did you mean 'phrases'?"),
        (("ours.toml", 12), " did you mean 'next'?"),
        (("ours.toml", 16), " did you mean 'owner'?"),
        (("ours.toml", 23), "'words' must be a list of texts"),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            '[[label]]\nfield = "sponsor"\nphrases = ["champion"]\nexample = "Board herald"\n',
            "'Board herald' is not recognised",
        ),
        (
            rule("label", "champion", field="sponsor") + rule("label", "Champion", field="manager"),
            "ours.toml [[label]] 1 has it too and comes first",
        ),
        ('[[label]]\nfield = "sponsor"\nexample = "x"\n', "without wordings recognises nothing"),
        ('[[concept]]\nname = "next"\nwords = ["anon"]\nexample = "soon"\n', "none of the words of 'next'"),
        ('[[text]]\nkind = "placeholder"\npatterns = ["(?:x"]\nexample = "x"\n', "no regular expression"),
        (b'[[label]]\nfield = "r\xe9f"\n', "not saved as UTF-8"),
    ],
)
def test_what_a_rule_says_must_come_about(tmp_path: Path, text: str | bytes, told: str) -> None:
    (problem, *_) = checked(tmp_path, text).problems
    assert told in problem.message


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_files_are_read_however_windows_saves_them(tmp_path: Path, encoding: str) -> None:
    found = checked(tmp_path, rule("label", "Noddwr’r bwrdd", field="sponsor").encode(encoding))
    assert (found.problems, found.notes, found.counts) == ((), (), {"label": 1})


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (rule("label", "sponsor", field="manager"), "read 'sponsor' as 'sponsor'; yours wins"),
        (rule("label", "Project sponsor", field="sponsor"), "known as 'sponsor' without this rule"),
        (rule("heading", "Top risks", section="planned"), "read 'Top risks' as 'risks'; yours wins"),
        (rule("rating", "on track", value="Amber"), "read 'on track' as 'Green'; yours wins"),
        (
            rule("column", "mitigation", register="risks", role="owner"),
            "win over yours with 1; give yours 'weight = ",
        ),
        (rule("column", "mitigation", register="risks", role="owner").replace("example", "weight = 9\nexample"),
         "yours wins with 9"),
        (
            rule("concept", "steering group", name="risk"),
            "'Needed from the steering group' was read as 'decisions' (headings.toml",
        ),
        (re.sub("^", "#", rule("label", "Skipper", field="manager"), flags=re.MULTILINE), "1 rule stands behind '#'"),
    ],
)  # fmt: skip
def test_what_meets_a_built_in_rule_is_noted(tmp_path: Path, text: str, told: str) -> None:
    found = checked(tmp_path, text)
    assert found.problems == ()
    assert [note for note in found.notes if told in note.message] != []


def test_new_wordings_are_good_without_a_word(tmp_path: Path) -> None:
    found = checked(
        tmp_path, rule("label", "Skipper", field="manager") + rule("heading", "Squalls", section="risks")
    )
    assert (found.problems, found.notes) == ((), ())
    assert (found.files, found.counts) == (("ours.toml",), {"heading": 1, "label": 1})


# --- list ---


def test_every_rule_is_listed_in_one_line_that_fits(tmp_path: Path) -> None:
    lines = [rule_line(found, 100) for found in list_rules(RULES)]
    assert len(lines) == len(RULES.every())
    assert [line for line in lines if len(line) > 100 or "\n" in line] == []
    assert [line for line in lines if line.startswith("label     sponsor                labels.toml")] != []


def test_a_list_is_narrowed_by_kind_and_text(tmp_path: Path) -> None:
    (tmp_path / "ours.toml").write_text(rule("label", "Skipper", field="manager"), encoding="utf-8")
    rules = load_rules(tmp_path)
    (found,) = list_rules(rules, "Labels", "skip")
    assert rule_line(found, 80).split() == ["label", "manager", "ours.toml", "Skipper"]
    assert rule_values(found) == {
        "rule": "label",
        "example": "Skipper",
        "field": "manager",
        "phrases": ["Skipper"],
        "file": "ours.toml",
        "line": 1,
        "built_in": False,
    }
    assert list_rules(rules, "headings", "skipper") == []
    with pytest.raises(NoSuchKind, match="did you mean 'labels'"):
        list_rules(rules, "lables")


def test_wordings_that_were_looked_for_come_first() -> None:
    for found in list_rules(RULES, "labels", "clinical sponsor"):
        assert "labels.toml      clinical sponsor" in rule_line(found, 100, "clinical sponsor")


# --- guess ---


@pytest.mark.parametrize(
    ("kind", "wording", "meaning"),
    [
        ("label", "Projet", "project"),
        ("label", "Projektleader", "manager"),
        ("label", "Periode", "period"),
        ("dimension", "Qualité", "quality"),
        ("dimension", "Ressourcer", "resources"),
        ("column", "Probabilité", "risks.likelihood"),
    ],
)
def test_a_wording_like_a_known_one_is_a_sure_guess(kind: str, wording: str, meaning: str) -> None:
    best = Guesser(RULES).rank(kind, wording)[0]
    assert (best.meaning, best.sure) == (meaning, True)


@pytest.mark.parametrize(
    ("kind", "wording"),
    [
        ("heading", "Næste skridt"),
        ("heading", "Squalls"),
        ("heading", "Camau nesaf"),
        ("label", "Noddwr y prosiect"),
        ("column", "Handling"),
        ("rating", "Oren"),
    ],
)
def test_a_wording_like_nothing_is_no_sure_guess(kind: str, wording: str) -> None:
    assert not Guesser(RULES).rank(kind, wording)[0].sure


def test_likeness_is_of_wholes_and_of_words() -> None:
    assert likeness_of("risk owner", "risk owner") == 1.0
    assert likeness_of("owner of the risk", "risk owner") > SURE
    assert likeness_of("budget", "sponsor") < 0.5
