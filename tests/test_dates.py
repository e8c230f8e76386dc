"""Dates: explicit precision, what is impossible, what is uncertain, and every notation there and back."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.values.dates import Order, detect_order, find_dates, only_year, parse_date, parse_period

DAYS = st.dates(datetime.date(1970, 1, 1), datetime.date(2069, 12, 31))
LATE_DAYS = st.dates(datetime.date(2000, 1, 1), datetime.date(2069, 12, 31))


def ordinal(day: int) -> str:
    return f"{day}{'th' if 10 < day < 14 else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')}"


DAY_NOTATIONS: dict[str, Callable[[datetime.date], str]] = {
    "7 December 2011": lambda day: f"{day.day} {day:%B %Y}",
    "7th December 2011": lambda day: f"{ordinal(day.day)} {day:%B %Y}",
    "7th of December, 2011": lambda day: f"{ordinal(day.day)} of {day:%B, %Y}",
    "Wednesday 7 December 2011": lambda day: f"{day:%A} {day.day} {day:%B %Y}",
    "Wed, 7 Dec 2011": lambda day: f"{day:%a}, {day.day} {day:%b %Y}",
    "7 DECEMBER 2011": lambda day: f"{day.day} {day:%B %Y}".upper(),
    "December 7, 2011": lambda day: f"{day:%B} {day.day}, {day:%Y}",
    "07-Dec-2011": lambda day: f"{day:%d-%b-%Y}",
    "07/12/2011": lambda day: f"{day:%d/%m/%Y}",
    "7.12.2011": lambda day: f"{day.day}.{day.month}.{day:%Y}",
    "07-12-2011": lambda day: f"{day:%d-%m-%Y}",
    "07 / 12 / 2011": lambda day: f"{day:%d / %m / %Y}",
    "2011-12-07": lambda day: f"{day:%Y-%m-%d}",
    "2011-12-07T09:30:00": lambda day: f"{day:%Y-%m-%dT09:30:00}",
    "w/c 7 December 2011": lambda day: f"w/c {day.day} {day:%B %Y}",
    "by 07/12/2011 (est)": lambda day: f"by {day:%d/%m/%Y} (est)",
}
SHORT_YEAR_NOTATIONS: dict[str, Callable[[datetime.date], str]] = {
    "07/12/11": lambda day: f"{day:%d/%m/%y}",
    "07.12.11": lambda day: f"{day:%d.%m.%y}",
    "7-Dec-11": lambda day: f"{day.day}-{day:%b-%y}",
    "7 Dec ’11": lambda day: f"{day.day} {day:%b} ’{day:%y}",
}
MONTH_NOTATIONS: dict[str, Callable[[datetime.date], str]] = {
    "December 2011": lambda day: f"{day:%B %Y}",
    "Dec 2011": lambda day: f"{day:%b %Y}",
    "Dec-2011": lambda day: f"{day:%b-%Y}",
    "December, 2011": lambda day: f"{day:%B, %Y}",
    "12/2011": lambda day: f"{day:%m/%Y}",
    "2011-12": lambda day: f"{day:%Y-%m}",
}


@given(DAYS, st.sampled_from(sorted(DAY_NOTATIONS)))
def test_a_day_in_any_notation_is_read_back(day: datetime.date, notation: str) -> None:
    value = parse_date(DAY_NOTATIONS[notation](day))
    assert value is not None
    assert (value.iso, value.ambiguous, value.yearless, value.vague) == (day.isoformat(), False, False, False)


@given(LATE_DAYS, st.sampled_from(sorted(SHORT_YEAR_NOTATIONS)))
def test_a_year_of_two_digits_is_of_this_century(day: datetime.date, notation: str) -> None:
    value = parse_date(SHORT_YEAR_NOTATIONS[notation](day))
    assert value is not None
    assert value.iso == day.isoformat()


@given(DAYS, st.sampled_from(sorted(MONTH_NOTATIONS)))
def test_a_month_gets_no_day(day: datetime.date, notation: str) -> None:
    value = parse_date(MONTH_NOTATIONS[notation](day))
    assert value is not None
    assert value.iso == f"{day:%Y-%m}"


@given(DAYS, st.sampled_from(sorted(DAY_NOTATIONS)), st.sampled_from(["Opened on {}.", "see {} and Phase 2"]))
def test_a_day_is_found_inside_a_sentence(day: datetime.date, notation: str, sentence: str) -> None:
    text = sentence.format(DAY_NOTATIONS[notation](day))
    assert [value.iso for _, _, value in find_dates(text)] == [day.isoformat()]


@given(DAYS)
def test_month_first_documents_are_read_month_first(day: datetime.date) -> None:
    value = parse_date(f"{day:%m/%d/%Y}", "mdy")
    assert value is not None
    assert value.iso == day.isoformat()
    assert value.ambiguous == (day.day <= 12 and day.day != day.month)


@given(DAYS, DAYS)
def test_a_period_of_two_days_is_filed_under_its_last_month(
    first: datetime.date, last: datetime.date
) -> None:
    value = parse_period(f"{first.day} {first:%B %Y} to {last.day} {last:%B %Y}")
    assert value is not None
    assert value.iso == f"{last:%Y-%m}"


@given(st.text(alphabet="0123456789/.-– DecMayQ", max_size=14))
def test_whatever_is_read_is_a_day_of_the_calendar(text: str) -> None:
    value = parse_date(text)
    if value is not None and value.iso is not None:
        parts = [int(part) for part in value.iso.split("-")]
        datetime.date(*(*parts, 1, 1)[:3])


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2011", "2011"),
        ("Dec-11", "2011-12"),
        ("Dec 11", "2011-12"),
        ("Sept 2012", "2012-09"),
        ("31.03.12", "2012-03-31"),
        ("29/02/2012", "2012-02-29"),
        ("as at 30 June 2012", "2012-06-30"),
        ("Target: 30 June 2012", "2012-06-30"),
        ("30 June 2012 (tbc)", "2012-06-30"),
    ],
)
def test_precision_is_the_documents_own(text: str, iso: str) -> None:
    value = parse_date(text)
    assert value is not None
    assert (value.iso, value.vague) == (iso, False)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Q1 2012", "2012-03"),
        ("Q3 2012", "2012-09"),
        ("Quarter 4 2012", "2012-12"),
        ("Q1 2012/13", "2012-06"),
        ("Q3 2012/13", "2012-12"),
        ("Q4 2012/13", "2013-03"),
        ("Q4 2012-2013", "2013-03"),
        ("Qtr 2 FY 2012/13", "2012-09"),
        ("mid-January 2012", "2012-01"),
        ("end of March 2012", "2012-03"),
        ("the end of March 2012", "2012-03"),
        ("early 2012", "2012"),
    ],
)
def test_vague_words_give_a_month_and_say_so(text: str, iso: str) -> None:
    value = parse_date(text)
    assert value is not None
    assert (value.iso, value.vague) == (iso, True)


@pytest.mark.parametrize(
    "text",
    ["31/02/2012", "29/02/2011", "31 September 2012", "00/12/2011", "2011-13-01", "13/25/2012", "99/99/99"],
)
def test_an_impossible_day_is_a_date_without_a_value(text: str) -> None:
    value = parse_date(text)
    assert value is not None
    assert (value.iso, value.text) == (None, text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "TBC",
        "Phase 2",
        "Stage 3",
        "Q3",
        "May",
        "Monday",
        "12 May",
        "2.5",
        "£2011",
        "2011/12",
        "1.2.3",
        "7/12",
    ],
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize("text", ["12 May", "12th May", "Sat 12 May", "by 12 May"])
def test_a_missing_year_comes_from_the_report_and_is_told(text: str) -> None:
    value = parse_date(text, year=2012)
    assert value is not None
    assert (value.iso, value.yearless) == ("2012-05-12", True)


@pytest.mark.parametrize(
    ("text", "order", "iso", "ambiguous"),
    [
        ("07/12/2011", "dmy", "2011-12-07", False),
        ("10/20/2025", "dmy", "2025-10-20", True),
        ("10/20/2025", "mdy", "2025-10-20", False),
        ("07/12/2011", "mdy", "2011-07-12", True),
        ("13/07/2011", "mdy", "2011-07-13", True),
        ("07/07/2011", "mdy", "2011-07-07", False),
        ("2011-12-07", "mdy", "2011-12-07", False),
    ],
)
def test_the_order_of_day_and_month(text: str, order: Order, iso: str, ambiguous: bool) -> None:
    value = parse_date(text, order)
    assert value is not None
    assert (value.iso, value.ambiguous) == (iso, ambiguous)


@pytest.mark.parametrize("text", ["Oct 27", "October 27", "Oct. 27"])
def test_month_and_day_of_a_month_first_document_are_no_month_and_year(text: str) -> None:
    assert parse_date(text, "mdy") is None
    value = parse_date(text, "mdy", 2025)
    assert value is not None
    assert (value.iso, value.yearless) == ("2025-10-27", True)
    assert [found.iso for _, _, found in find_dates(f"Done by {text}", "mdy", 2025)] == ["2025-10-27"]


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("due 10/20/2025", "mdy"),
        ("due 27/10/2023", "dmy"),
        ("10/20/2025, not 27/10/2025 nor 28/10/2025", "dmy"),
        ("October 27, 2023", "mdy"),
        ("27 October 2023", "dmy"),
        ("tasks of 3/15 and 4/16", "mdy"),
        ("3/15 of the work", None),
        ("no date at all", None),
        ("Report of 07/12/2011", None),
    ],
)
def test_a_document_tells_its_order(text: str, order: Order | None) -> None:
    assert detect_order(text) == order


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("November 2011", "2011-11"),
        ("Nov-11", "2011-11"),
        ("1 – 30 November 2011", "2011-11"),
        ("1-30 Nov 2011", "2011-11"),
        ("Oct/Nov 2011", "2011-11"),
        ("October - November 2011", "2011-11"),
        ("Dec 2011 to Jan 2012", "2012-01"),
        ("01/10/2011 - 31/10/2011", "2011-10"),
        ("March 1–March 7, 2026", "2026-03"),
        ("February 1 – 28, 2025", "2025-02"),
        ("June 2-15 2024", "2024-06"),
        ("w/e 12 October 2012", "2012-10"),
        ("Q3 2011/12", "2011-12"),
        ("Period 8 (November 2011)", "2011-11"),
        ("November 2011-January 2012", "2012-01"),
        ("3/11/11-2/12/11", "2011-12"),
    ],
)
def test_a_stated_period_is_filed_under_its_last_month(text: str, month: str) -> None:
    value = parse_period(text)
    assert value is not None
    assert value.iso == month


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("May 2011-June 2012", ["2011-05", "2012-06"]),
        ("May 2011/June 2012", ["2011-05", "2012-06"]),
        ("3 May 2011-2nd June 2012", ["2011-05-03", "2012-06-02"]),
        ("May ’11-June ’12", ["2011-05", "2012-06"]),
        ("3.5.11-2.6.12", ["2011-05-03", "2012-06-02"]),
        ("31-May-2011 to 30-Jun-2011", ["2011-05-31", "2011-06-30"]),
        ("Order 4500-12/05/11", []),
    ],
)
def test_dates_written_close_together_are_two(text: str, dates: list[str]) -> None:
    assert [value.iso for _, _, value in find_dates(text)] == dates


@pytest.mark.parametrize("text", ["2011", "2011/12", "Month 7", "September", "monthly"])
def test_a_period_that_names_no_month_is_none(text: str) -> None:
    assert parse_period(text) is None


def test_dates_in_a_text_do_not_overlap_and_bare_years_are_no_dates() -> None:
    text = "In 2012 the wing opens: 12 May 2012, snagging by 03/06/2012, accounts in July 2012."
    assert [value.iso for _, _, value in find_dates(text)] == ["2012-05-12", "2012-06-03", "2012-07"]


def test_the_only_year_of_a_text() -> None:
    assert only_year("7 December 2011 and 12/11/2011") == 2011
    assert only_year("7 December 2011 and 12/01/2012") is None
    assert only_year("December 2011") is None
