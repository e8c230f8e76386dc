"""Amounts of money: notations, signs, units of column heads, percentages."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.values.currencies import currency_of_dollars, dollars_named
from pipeline.values.money import parse_amount, parse_percent, parse_unit

PENCE = st.integers(0, 10**12)
POUNDS = st.integers(0, 10**10)
EXACT: dict[str, Callable[[int], str]] = {
    "1234567": str,
    "1,234,567": lambda pounds: f"{pounds:,}",
    "1 234 567": lambda pounds: f"{pounds:,}".replace(",", " "),
    "£1,234,567": lambda pounds: f"£{pounds:,}",
    "£ 1,234,567.00": lambda pounds: f"£ {pounds:,}.00",
    "GBP 1,234,567": lambda pounds: f"GBP {pounds:,}",
    "1,234,567 GBP": lambda pounds: f"{pounds:,} GBP",
}
NEGATIVE: dict[str, Callable[[int], str]] = {
    "-£1,234": lambda pounds: f"-£{pounds:,}",
    "£-1,234": lambda pounds: f"£-{pounds:,}",
    "–1,234": lambda pounds: f"–{pounds:,}",
    "−1,234": lambda pounds: f"−{pounds:,}",
    "(1,234)": lambda pounds: f"({pounds:,})",
    "(£1,234)": lambda pounds: f"(£{pounds:,})",
}


@given(POUNDS, st.sampled_from(sorted(EXACT)))
def test_an_amount_in_any_notation_is_read_back(pounds: int, notation: str) -> None:
    amount = parse_amount(EXACT[notation](pounds))
    assert amount is not None
    assert amount.value == pounds
    assert amount.currency == ("GBP" if "£" in notation or "GBP" in notation else None)


@given(POUNDS, st.sampled_from(sorted(NEGATIVE)))
def test_a_negative_amount_in_any_notation_is_read_back(pounds: int, notation: str) -> None:
    amount = parse_amount(NEGATIVE[notation](pounds))
    assert amount is not None
    assert amount.value == -pounds


@given(PENCE)
def test_pence_are_kept(pence: int) -> None:
    amount = parse_amount(f"£{pence // 100:,}.{pence % 100:02d}")
    assert amount is not None
    assert amount.value == pytest.approx(pence / 100)


@given(
    st.integers(0, 10**7), st.sampled_from(["k", "K", " k", "m", "M", "mn", "bn", " million", " thousand"])
)
def test_a_suffix_multiplies(tenths: int, suffix: str) -> None:
    factors = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "million": 1e6, "thousand": 1e3}
    amount = parse_amount(f"£{tenths / 10}{suffix}")
    assert amount is not None
    assert amount.value == pytest.approx(tenths / 10 * factors[suffix.strip().casefold()])


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        ("£12.5k", 12_500, "GBP"),
        ("(25,000)", -25_000, None),
        ("(£25k)", -25_000, "GBP"),
        ("£1.2m", 1_200_000, "GBP"),
        ("€5m", 5_000_000, "EUR"),
        ("$1,000", 1_000, "USD"),
        (".5m", 500_000, None),
        ("+£10k", 10_000, "GBP"),
        ("nil", 0, None),
        ("£0", 0, "GBP"),
        ("£12.5k.", 12_500, "GBP"),
        ("1.234,56", 1_234.56, None),
        ("1.284.600 EUR", 1_284_600, "EUR"),
    ],
)
def test_amounts(text: str, value: float, currency: str | None) -> None:
    amount = parse_amount(text)
    assert amount is not None
    assert (amount.value, amount.currency) == (value, currency)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "–",
        "n/a",
        "TBC",
        "10%",
        "£10 - £20",
        "12,34",
        "£1,2",
        "1.234,5 - 2.000,0",
        "Phase 2",
        "1e5",
        "see below",
    ],
)
def test_what_is_no_one_amount_is_none(text: str) -> None:
    assert parse_amount(text) is None


def test_an_amounts_own_suffix_wins_over_the_heads_factor() -> None:
    under_thousands = [parse_amount(text, 1000) for text in ("25", "£25", "25k", "(1.5)")]
    assert [amount and amount.value for amount in under_thousands] == [25_000, 25_000, 25_000, -1_500]


@pytest.mark.parametrize(
    ("head", "factor", "currency"),
    [
        ("Budget", 1, None),
        ("Budget (£)", 1, "GBP"),
        ("£000", 1000, "GBP"),
        ("Budget (£000)", 1000, "GBP"),
        ("Budget £000s", 1000, "GBP"),
        ("Budget £'000", 1000, "GBP"),
        ("Budget £’000", 1000, "GBP"),
        ("Budget £,000", 1000, "GBP"),
        ("Budget £ 000", 1000, "GBP"),
        ("Budget £(000)", 1000, "GBP"),
        ("Budget £k", 1000, "GBP"),
        ("Budget £K", 1000, "GBP"),
        ("Budget (£ thousand)", 1000, "GBP"),
        ("Budget (£ thousands)", 1000, "GBP"),
        ("Budget (’000)", 1000, None),
        ("Budget in thousands", 1000, None),
        ("Budget (000s)", 1000, None),
        ("Budget [k]", 1000, None),
        ("Budget (millions)", 1_000_000, None),
        ("Wall (mm)", 1, None),
        ("Budget (£) in thousands", 1000, "GBP"),
        ("Budget (£) ’000", 1000, "GBP"),
        ("Budget £m", 1_000_000, "GBP"),
        ("Budget (£ million)", 1_000_000, "GBP"),
        ("All figures in millions", 1_000_000, None),
        ("Budget €k", 1000, "EUR"),
        ("Budget (GBP k)", 1000, "GBP"),
        ("Budget USD 000", 1000, "USD"),
        ("Budget$000", 1000, "USD"),
        ("Approved (NZ$000)", 1000, "NZD"),
        ("A$m", 1e6, "AUD"),
        ("CHF k", 1000, "CHF"),
        ("All sums are thousands of Canadian dollars (CAD '000).", 1000, "CAD"),
        ("Amounts are in thousands of Australian dollars", 1000, "AUD"),
        ("Budget (₹ lakh)", 1e5, "INR"),
        ("Outlay (Rs. in crores)", 1e7, "INR"),
        ("Figures in KES million", 1e6, "KES"),
        ("Budget (in Philippine Peso)", 1, "PHP"),
        ("Budget R'000", 1000, "ZAR"),
        ("Spend (Rm)", 1e6, "ZAR"),
        ("Previous (R)", 1, None),
    ],
)
def test_the_unit_of_a_column_head(head: str, factor: float, currency: str | None) -> None:
    assert parse_unit(head) == (factor, currency)


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("45%", 45),
        ("45 per cent", 45),
        ("45 percent", 45),
        ("About 4.5 % complete", 4.5),
        ("0%", 0),
        ("100%", 100),
        ("45% of works, 45% of spend", 45),
        ("45% of 60%", None),
        ("110%", None),
        ("-5%", None),
        ("45", None),
        ("", None),
    ],
)
def test_a_text_holds_one_percentage_or_none(text: str, percent: float | None) -> None:
    assert parse_percent(text) == percent


@pytest.mark.parametrize(
    ("own", "shared", "currency"),
    [("USD", "AUD", "AUD"), ("USD", None, "USD"), ("GBP", "AUD", "GBP"), (None, "NZD", "NZD")],
)
def test_a_bare_dollar_is_the_dollar_that_the_unit_names(
    own: str | None, shared: str | None, currency: str | None
) -> None:
    assert currency_of_dollars(own, shared) == currency


@pytest.mark.parametrize(
    ("words", "value", "currency"),
    [
        ("40,50,000", 4_050_000, None),
        ("₹1,18,500", 118_500, "INR"),
        ("Rs. 2.5 lakh", 250_000, "INR"),
        ("1.5 crore", 15_000_000, None),
        ("500 CR", 500, None),
        ("R 14 200 000", 14_200_000, "ZAR"),
        ("R4.2m", 4_200_000, "ZAR"),
        ("KSh 4,000", 4_000, "KES"),
        ("S$1,200", 1_200, "SGD"),
        ("R$ 1,200", 1_200, "BRL"),
    ],
)
def test_an_amount_as_other_lands_write_it(words: str, value: float, currency: str | None) -> None:
    amount = parse_amount(words)
    assert amount is not None
    assert (amount.value, amount.currency) == (value, currency)


@pytest.mark.parametrize("reference", ["R1", "R12", "R 3", "Rs", "KES"])
def test_a_reference_is_no_amount(reference: str) -> None:
    assert parse_amount(reference) is None


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("All sums in CAD", {"CAD"}),
        ("CAD 12,000 of the grant", {"CAD"}),
        ("Spend (AUD)", {"AUD"}),
        ("Replace the legacy CAD server", set()),
        ("The 911 CAD goes live in May", set()),
    ],
)
def test_dollars_are_named_by_a_code_beside_money(words: str, named: set[str]) -> None:
    assert dollars_named(words) == named
