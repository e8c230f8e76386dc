"""Ratings: words, letters, fills, symbols, printed options, and what wins where they disagree."""

from __future__ import annotations

import colorsys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.document import Run
from pipeline.model import Basis, RatingValue
from pipeline.values.rating import Mark
from tests.documents import AMBER, BLUE, GREEN, RED, VOCABULARY, figure

WORDS = VOCABULARY.rating_words


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Red", "Red"),
        ("R", "Red"),
        ("AMBER", "Amber"),
        (" amber. ", "Amber"),
        ("Yellow", "Amber"),
        ("G", "Green"),
        ("RAG: Green", "Green"),
        ("Green status", "Green"),
        ("Amber/Red", "Amber/Red"),
        ("Red / Amber", "Amber/Red"),
        ("Amber - Green", "Amber/Green"),
        ("A/G", "Amber/Green"),
        ("AR", "Amber/Red"),
        ("Complete", "Blue"),
        ("B", "Blue"),
        ("Not started", "Grey"),
        ("N/A", "Grey"),
        ("Black", "Black"),
        ("On track", "Green"),
        ("At risk", "Amber"),
        ("Off-track", "Red"),
        ("↑ Green", "Green"),
        ("Amber ▼", "Amber"),
    ],
)
def test_words_letters_and_signs(text: str, value: RatingValue) -> None:
    assert WORDS.read(Mark(text)).value == value
    assert WORDS.read(Mark(text)).basis == "text"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Reduced scope",
        "Greenfield site",
        "A new supplier",
        "Good Friday",
        "See below",
        "Good, but the lift is late",
        "Bridge",
        "12 May 2012",
    ],
)
def test_words_that_only_begin_like_a_rating_are_none(text: str) -> None:
    read = WORDS.read(Mark(text))
    assert (read.value, read.rest) == (None, text)


@pytest.mark.parametrize(
    ("text", "value", "rest"),
    [
        ("Green – spend is in line", "Green", "spend is in line"),
        ("Amber: two posts are vacant", "Amber", "two posts are vacant"),
        ("Red. The lift failed its test", "Red", "The lift failed its test"),
        ("A - late steel", "Amber", "late steel"),
        ("On track, no change", "Green", "no change"),
    ],
)
def test_commentary_after_a_rating_is_kept(text: str, value: RatingValue, rest: str) -> None:
    read = WORDS.read(Mark(text))
    assert (read.value, read.rest) == (value, rest)


@pytest.mark.parametrize(
    ("text", "value", "previous"),
    [
        ("Amber (was Green)", "Amber", "Green"),
        ("Green (previously Red)", "Green", "Red"),
        ("Red, last month: Amber", "Red", "Amber"),
        ("Green (last period Green)", "Green", "Green"),
    ],
)
def test_an_earlier_rating_in_the_same_cell(text: str, value: RatingValue, previous: RatingValue) -> None:
    read = WORDS.read(Mark(text))
    assert (read.value, read.previous) == (value, previous)


@pytest.mark.parametrize(
    ("color", "value"),
    [
        ("#FF0000", "Red"),
        ("#C00000", "Red"),
        ("#F8CBAD", "Amber"),
        ("#FFC000", "Amber"),
        ("#FFFF00", "Amber"),
        ("#92D050", "Green"),
        ("#00B050", "Green"),
        ("#C6EFCE", "Green"),
        ("#0070C0", "Blue"),
        ("#A6A6A6", "Grey"),
        ("#000000", "Black"),
        ("#FFFFFF", None),
        (None, None),
    ],
)
def test_fills(color: str | None, value: RatingValue | None) -> None:
    read = WORDS.read(Mark("", fill=color))
    assert (read.value, read.basis) == (value, "fill" if value else None)


@given(st.floats(0, 1), st.floats(0, 1), st.floats(0, 1))
def test_no_colour_stops_the_reading(hue: float, lightness: float, saturation: float) -> None:
    red, green, blue = (round(part * 255) for part in colorsys.hls_to_rgb(hue, lightness, saturation))
    color = f"#{red:02X}{green:02X}{blue:02X}"
    assert WORDS.light_of(color) in {None, WORDS.of_colour(color)}


@pytest.mark.parametrize(
    ("mark", "value", "basis"),
    [
        (Mark("", figures=(figure(RED),)), "Red", "symbol"),
        (Mark("", figures=(figure(AMBER, "shape"),)), "Amber", "symbol"),
        (Mark("", figures=(figure(GREEN, "picture"),)), "Green", "picture"),
        (Mark("●", runs=(Run("●", color=GREEN),)), "Green", "symbol"),
        (Mark("", runs=(Run(" ", fill=AMBER),)), "Amber", "fill"),
        (Mark("see below", fill=RED), "Red", "fill"),
    ],
)
def test_what_a_colour_stands_on(mark: Mark, value: RatingValue, basis: Basis) -> None:
    read = WORDS.read(mark)
    assert (read.value, read.basis) == (value, basis)


@pytest.mark.parametrize(
    ("mark", "value", "conflict"),
    [
        (Mark("Green", fill=RED), "Green", "Red"),
        (Mark("Amber", figures=(figure(GREEN),)), "Amber", "Green"),
        (Mark("Green", fill=GREEN), "Green", None),
        (Mark("Amber/Red", fill=AMBER), "Amber/Red", None),
        (Mark("Amber/Red", fill=GREEN), "Amber/Red", "Green"),
        (Mark("Complete", fill=BLUE), "Blue", None),
        (Mark("Complete", fill=GREEN), "Blue", "Green"),
        (Mark("Green", fill="#F2F2F2"), "Green", None),
    ],
)
def test_the_word_wins_and_the_colour_is_told(mark: Mark, value: RatingValue, conflict: str | None) -> None:
    read = WORDS.read(mark)
    assert (read.value, read.basis, read.conflict) == (value, "text", conflict)


def options(**looks: object) -> Mark:
    """'Red / Amber / Green' with the word Amber looking as given."""
    runs = (Run("Red / "), Run("Amber", **looks), Run(" / Green"))  # type: ignore[arg-type]
    return Mark("Red / Amber / Green", runs)


@pytest.mark.parametrize(
    "mark",
    [
        options(bold=True),
        options(underline=True),
        options(fill="#FFC000"),
        options(color="#FF8800"),
        Mark("☐ Red ☒ Amber ☐ Green"),
        Mark("Red Amber Green", figures=(figure(overlaps="Amber"),)),
    ],
    ids=["bold", "underlined", "filled", "recoloured", "ticked", "ringed"],
)
def test_of_printed_options_the_marked_one_counts(mark: Mark) -> None:
    assert WORDS.read(mark).value == "Amber"


@pytest.mark.parametrize("text", ["Red / Amber / Green", "R A G", "Red Amber Green Blue"])
def test_printed_options_without_a_mark_are_unclear(text: str) -> None:
    read = WORDS.read(Mark(text, (Run(text),)))
    assert (read.value, read.unclear) == (None, True)


def test_the_documents_own_legend_wins() -> None:
    own = WORDS.with_legend({"on track": "Blue", "some slippage": "Red"})
    assert own.of_word("On track") == "Blue"
    assert own.read(Mark("Some slippage: steel is late")).value == "Red"
    assert WORDS.of_word("On track") == "Green"
