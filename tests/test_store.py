from __future__ import annotations

import importlib
import sqlite3
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.schema import CreateTable

from pipeline.model import Finding, Reading, as_contract
from pipeline.tracking.columns import SHEETS
from pipeline.tracking.contract import ContractError, from_contract
from pipeline.tracking.store import TABLES, Store, StoreError
from tests.tracking_factories import (
    NOON,
    activity,
    decision,
    finance,
    finding,
    milestone,
    passage,
    rating,
    reading,
    report,
    risk,
    source,
)

FULL = reading(
    report(
        "Library Move",
        percent_complete=12.5,
        authorised=False,
        metadata={"Wards affected": "All"},
        ratings=(rating("Amber/Red", comment="late"),),
        activities=(activity(due="2012-02"), activity("Bell \x07 and \ud800 and NUL \x00")),
        risks=(risk(reference="R1"),),
        milestones=(milestone(forecast="2012-03-01"),),
        finances=(finance(budget=12500.0),),
        decisions=(decision(),),
        unclassified=(passage(),),
        findings=(finding(),),
    ),
    unclassified=(passage("Covering paper"),),
    path="packs/may.pdf",
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "tracker.sqlite"


def dump(file: Path) -> str:
    link = sqlite3.connect(file)
    text = "\n".join(link.iterdump())
    link.close()
    return text


def query(file: Path, statement: str) -> list[tuple[object, ...]]:
    link = sqlite3.connect(file)
    rows = link.execute(statement).fetchall()
    link.close()
    return rows


def test_what_goes_in_comes_out(file: Path) -> None:
    with Store.open(file) as store:
        assert store.add(FULL, NOON, "r1")
    with Store.open(file) as store:
        [held] = store.readings()
    assert held.reading == FULL
    assert (held.paths, held.ingested_at, held.rules_version) == (("packs/may.pdf",), NOON, "r1")


def test_unchanged_bytes_change_nothing(file: Path) -> None:
    with Store.open(file) as store:
        store.add(FULL, NOON, "r1")
        before = dump(file)
        assert not store.add(FULL, NOON + timedelta(days=3), "r1")
        assert not store.seen_at(FULL.document.sha256, "packs/may.pdf")
        assert dump(file) == before


def test_same_bytes_under_two_names_are_one_document(file: Path) -> None:
    copy = replace(FULL, document=replace(FULL.document, path="archive/copy of may.pdf"))
    with Store.open(file) as store:
        store.add(FULL, NOON, "r1")
        store.add(copy, NOON, "r1")
        assert store.seen_at(FULL.document.sha256, "third.pdf")
        [held] = store.readings()
    assert held.paths == ("packs/may.pdf", "archive/copy of may.pdf", "third.pdf")


def test_newer_rules_replace_a_reading_but_not_when_it_came(file: Path) -> None:
    leaner = replace(FULL, reports=(replace(FULL.reports[0], risks=()),))
    later = NOON + timedelta(days=1)
    with Store.open(file) as store:
        store.add(FULL, NOON, "r1")
        assert store.read_by(FULL.document.sha256) != "r2"
        assert store.add(leaner, later, "r2")
        assert store.read_by(FULL.document.sha256) == "r2"
        [held] = store.readings()
    assert (held.ingested_at, held.read_at) == (NOON, later)
    assert query(file, "select count(*) from risks") == [(0,)]


def test_a_document_that_failed_is_tried_again(file: Path) -> None:
    failed = reading(
        findings=(Finding("encrypted", "error", "document", "Give its password."),), path="a.doc"
    )
    with Store.open(file) as store:
        store.add(failed, NOON, "r1")
        assert store.read_by(failed.document.sha256) is None


def test_row_tables_hold_every_record_column(file: Path) -> None:
    with Store.open(file) as store:
        store.add(FULL, NOON, "r1")
    for sheet in SHEETS:
        held = [name for _, name, *_ in query(file, f"pragma table_info({sheet.key})")]
        assert set(sheet.keys("record")) <= set(held)
        assert query(file, f"select count(*) from {sheet.key} where document = '{FULL.document.sha256}'") != [
            (0,)
        ]
    assert query(file, "select text, due from activities order by position") == [
        ("Desks ordered", "2012-02"),
        ("Bell \u2407 and \ufffd and NUL \u2400", None),
    ]
    assert query(file, "select budget, currency from finances") == [(12500.0, "GBP")]


def test_a_store_of_a_newer_release_is_refused(file: Path) -> None:
    Store.open(file).close()
    link = sqlite3.connect(file)
    link.execute("update highlight_tracker set schema_version = 99")
    link.commit()
    link.close()
    with pytest.raises(StoreError, match="Update this program"):
        Store.open(file)


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("nowhere/at/all.sqlite", "Make the folder first"),
        ("nosuchdatabase://x", "with its driver installed"),
        ("postgresql+nodriver://x/y", "with its driver installed"),
    ],
)
def test_what_is_no_store_is_told_with_the_next_step(url: str, message: str) -> None:
    with pytest.raises(StoreError, match=message):
        Store.open(url)


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    notes = tmp_path / "notes.sqlite"
    notes.write_text("my own notes, long enough to be no empty database", encoding="utf-8")
    with pytest.raises(StoreError, match="not a database"):
        Store.open(notes)
    assert notes.read_text(encoding="utf-8").startswith("my own notes")


def test_a_url_is_taken_as_one(tmp_path: Path) -> None:
    with Store.open(f"sqlite:///{(tmp_path / 'by url.sqlite').as_posix()}") as store:
        store.add(FULL, NOON, "r1")
    assert (tmp_path / "by url.sqlite").exists()


def test_a_path_of_an_unknown_document_is_an_error(file: Path) -> None:
    with Store.open(file) as store, pytest.raises(StoreError, match="holds no document"):
        store.seen_at("f" * 64, "a.pdf")


def test_a_reading_that_fails_half_way_leaves_nothing(file: Path) -> None:
    broken = replace(FULL, reports=(replace(FULL.reports[0], ratings=(rating(label={"no": "text"}),)),))
    with Store.open(file) as store:
        with pytest.raises(StoreError):
            store.add(broken, NOON, "r1")
        assert list(store.readings()) == []


texts = st.text(st.characters(), max_size=30)


@given(texts, texts, st.none() | st.floats(0, 100), st.dictionaries(texts, texts, max_size=3))
def test_any_reading_comes_back_from_its_contract(
    name: str, words: str, percent: float | None, metadata: dict[str, str]
) -> None:
    one = reading(
        report(
            name, percent_complete=percent, metadata=metadata, risks=(risk(words, source=source(words, 3)),)
        ),
        path="a.pdf",
    )
    assert from_contract(Reading, as_contract(one)) == one


def test_a_key_that_nobody_knows_is_told() -> None:
    with pytest.raises(ContractError, match="'mood'"):
        from_contract(Reading, as_contract(FULL) | {"mood": "fine"})


@pytest.mark.parametrize("dialect", ["postgresql", "mysql", "mssql", "oracle"])
def test_the_tables_can_be_made_in_other_databases(dialect: str) -> None:
    module = importlib.import_module(f"sqlalchemy.dialects.{dialect}")
    for table in TABLES.sorted_tables:
        assert str(CreateTable(table).compile(dialect=module.dialect()))
