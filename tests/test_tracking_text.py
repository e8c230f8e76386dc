from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.tracking.text import (
    CELL_CHARACTERS,
    CUT_SIGN,
    cell_length,
    cell_text,
    clean_text,
    is_too_long,
    unescape_cell,
)


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("bell \x07", "bell \u2407"),
        ("half \ud83d of a pair", "half \ufffd of a pair"),
        ("no character \uffff", "no character \ufffd"),
        ("two\r\nlines\rthree", "two\nlines\nthree"),
        ("tab\tand \u200b stay", "tab\tand \u200b stay"),
    ],
)
def test_what_xml_cannot_hold_stays_visible(text: str, clean: str) -> None:
    assert clean_text(text) == clean


def test_what_excel_would_take_for_an_escape_is_escaped() -> None:
    assert cell_text("_x0041_") == "_x005F_x0041_"
    assert cell_text("snake_case _x41_") == "snake_case _x41_"


@given(st.text())
def test_a_cell_shows_the_clean_text(text: str) -> None:
    assert unescape_cell(cell_text(text)) == clean_text(text)


@given(st.text(min_size=1, max_size=20), st.integers(1, 4))
def test_a_long_text_is_cut_with_a_sign_and_never_beyond_a_cell(piece: str, times: int) -> None:
    text = piece * (times * CELL_CHARACTERS // 2 // len(piece))
    stored = cell_text(text)
    assert cell_length(stored) <= CELL_CHARACTERS
    assert stored.endswith(CUT_SIGN) is (is_too_long(text) or text.endswith(CUT_SIGN))
