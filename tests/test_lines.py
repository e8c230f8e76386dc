"""Typed bullets, typed numbers and soft line breaks."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.document import Block, Figure, Heading, ListItem, Paragraph, Place, Run
from extractors.lines import (
    fold_lines,
    list_ticked_lines,
    list_typed_numbers,
    merge_runs,
    take_bullet,
    take_number,
)

PLACE = Place(path="paragraph 1")


@pytest.mark.parametrize(
    ("text", "marker", "rest"),
    [
        ("- Drains laid", "-", "Drains laid"),
        ("– Drains laid", "–", "Drains laid"),
        ("-Drains laid", "-", "Drains laid"),
        ("-drains laid", "-", "drains laid"),
        ("•\tDrains laid", "•", "Drains laid"),
        ("•Drains laid", "•", "Drains laid"),
        ("o Drains laid", "o", "Drains laid"),
        ("* Drains laid", "*", "Drains laid"),
        ("\uf0b7 Drains laid", "•", "Drains laid"),
        ("  ▪  3 manholes", "▪", "3 manholes"),
    ],
)
def test_typed_bullet(text: str, marker: str, rest: str) -> None:
    taken = take_bullet((Run(text),))
    assert taken is not None
    assert taken[0] == marker
    assert "".join(piece.text for piece in taken[1]) == rest


@pytest.mark.parametrize(
    "text",
    [
        "-5.2%",
        "- 12.5k",
        "– £300",
        "-",
        "•",
        "-ve cash flow",
        "old drains",
        "☒ Agreed",
        "✓ Done",
        "*starred*",
        "+ 5 days",
        "■ ■ □ □",
        "● Red ○ Amber ○ Green",
        "□ Yes",
        "2011 was wet",
    ],
)
def test_no_typed_bullet(text: str) -> None:
    assert take_bullet((Run(text),)) is None


def test_bullet_in_a_run_of_its_own_leaves_the_look_of_the_words() -> None:
    taken = take_bullet((Run("-"), Run("\t"), Run("Bold words", bold=True)))
    assert taken == ("-", (Run("Bold words", bold=True),))


@pytest.mark.parametrize(
    ("text", "marker"), [("1. Dig", "1."), ("12) Dig", "12)"), ("(a) Dig", "(a)"), ("iv) Dig", "iv)")]
)
def test_typed_number(text: str, marker: str) -> None:
    taken = take_number((Run(text),))
    assert taken is not None
    assert taken[0] == marker


@pytest.mark.parametrize(
    "text",
    [
        "2011 was wet",
        "1.5m spent",
        "A. Person",
        "3 Purpose",
        "1.",
        "e.g. this",
        "4. April 2025",
        "31. Dez. 2025",
    ],
)
def test_no_typed_number(text: str) -> None:
    assert take_number((Run(text),)) is None


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("one sentence that\nruns over", ["one sentence that runs over"]),
        ("- first\n- second", ["first", "second"]),
        ("Done:\n- first\nrunning on\n- second", ["Done:", "first running on", "second"]),
        ("Works:\nall done\nand dusted", ["Works:", "all done and dusted"]),
        ("Manager: P Green\nSponsor: Q Brown", ["Manager: P Green", "Sponsor: Q Brown"]),
        ("Budget: ten pounds\nand a penny", ["Budget: ten pounds and a penny"]),
        ("first part\n\nsecond part", ["first part", "second part"]),
        ("☐ Red\n☒ Amber", ["☐ Red", "☒ Amber"]),
        ("\n \n", []),
        ("we ask for:", ["we ask for:"]),
        (
            "We ask for\na) a pump and\na hose\nb) a spade",
            ["We ask for", "a) a pump and a hose", "b) a spade"],
        ),
        ("opened on\n3. March", ["opened on 3. March"]),
    ],
)
def test_soft_breaks(text: str, lines: list[str]) -> None:
    assert [line.text for line in fold_lines((Run(text),))] == lines


@pytest.mark.parametrize("look", ["bold", "underline"])
def test_a_marked_line_over_plain_ones_heads_them(look: str) -> None:
    head = Run("Drainage", bold=look == "bold", underline=look == "underline")
    assert [line.text for line in fold_lines((head, Run("\npipes laid\nand tested")))] == [
        "Drainage",
        "pipes laid and tested",
    ]


def test_a_look_that_runs_over_the_break_is_one_line() -> None:
    pieces = (Run("Planned\ndate", bold=True), Run(" (day first)"))
    assert [line.text for line in fold_lines(pieces)] == ["Planned date (day first)"]


def test_a_marked_line_over_labelled_ones_heads_them() -> None:
    pieces = (Run("Drainage\nCost:", bold=True), Run(" as planned"))
    assert [line.text for line in fold_lines(pieces)] == ["Drainage", "Cost: as planned"]


def test_lines_of_one_look_are_one() -> None:
    assert [line.text for line in fold_lines((Run("all of it\nis bold", bold=True),))] == [
        "all of it is bold"
    ]


def test_figures_go_with_their_line() -> None:
    boxes = [Figure("checkbox", PLACE, checked=state) for state in (False, True)]
    lines = fold_lines((boxes[0], Run("No\n"), boxes[1], Run("Yes")))
    assert [(line.text, line.figures[0].checked) for line in lines] == [("No", False), ("Yes", True)]


def told(blocks: tuple[Block, ...]) -> list[str]:
    return [
        f"{block.marker}|{block.text}" if isinstance(block, ListItem) else getattr(block, "text", "")
        for block in blocks
    ]


def paragraphs(*texts: str, bold: bool = False) -> list[Block]:
    return [Paragraph((Run(text, bold=bold),), PLACE) for text in texts]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["1. Dig", "2. Fill"], ["1.|Dig", "2.|Fill"]),
        (["a) Dig", "b) Fill", "rest"], ["a)|Dig", "b)|Fill", "rest"]),
        (["(i) Dig", "(ii) Fill", "(iii) Pave"], ["(i)|Dig", "(ii)|Fill", "(iii)|Pave"]),
        (["2.1 Dig", "2.2 Fill"], ["2.1|Dig", "2.2|Fill"]),
        (["1. Dig"], ["1. Dig"]),
        (["1. Dig", "then", "2. Fill"], ["1. Dig", "then", "2. Fill"]),
        (["3. Dig", "7. Fill"], ["3. Dig", "7. Fill"]),
    ],
)
def test_typed_numbers_in_sequence_are_a_list(texts: list[str], expected: list[str]) -> None:
    assert told(list_typed_numbers(paragraphs(*texts))) == expected


def test_bold_numbered_lines_and_headings_are_no_list() -> None:
    bold = paragraphs("1. Summary", "2. Progress", bold=True)
    headings: list[Block] = [Heading((Run(text),), PLACE) for text in ("1. Summary", "2. Progress")]
    assert list_typed_numbers(bold) == tuple(bold)
    assert list_typed_numbers(headings) == tuple(headings)


TEXTS = st.text(st.sampled_from("ab1.- •\t\n:)"), max_size=30)


@given(st.lists(st.builds(Run, TEXTS, bold=st.booleans()), max_size=5))
def test_folding_loses_nothing_but_bullets_and_white_space(runs: list[Run]) -> None:
    kept = "".join((line.marker or "") + line.text for line in fold_lines(runs))
    assert "".join(kept.split()) == "".join("".join(run.text for run in runs).split())


@given(st.lists(st.builds(Run, TEXTS, bold=st.booleans()), max_size=5))
def test_merging_runs_keeps_the_text(runs: list[Run]) -> None:
    merged = merge_runs(runs)
    assert "".join(run.text for run in merged) == "".join(run.text for run in runs)
    assert all(before.bold != after.bold for before, after in pairwise(merged))


def test_sentences_behind_ticks_are_a_list_and_a_ticked_word_is_a_choice() -> None:
    done = paragraphs("✔ The kiln was built by Friday.", "✔ Clay was dug in the yard.")
    assert told(list_ticked_lines(done)) == ["✔|The kiln was built by Friday.", "✔|Clay was dug in the yard."]
    chosen = paragraphs("✔ Agreed by sponsor", "✔ Agreed by board")
    assert list_ticked_lines(chosen) == tuple(chosen)
    alone = paragraphs("✔ The kiln was built by Friday.", "Nothing else was done this week.")
    assert list_ticked_lines(alone) == tuple(alone)
