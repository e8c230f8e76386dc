"""How often Python looks for circles while a document is read."""

from __future__ import annotations

import gc

import pytest

from pipeline.collecting import seldom_collected


@pytest.fixture
def usual() -> tuple[int, int, int]:
    return gc.get_threshold()


def test_searches_are_as_often_as_before_once_a_document_is_read(usual: tuple[int, int, int]) -> None:
    with seldom_collected():
        assert gc.get_threshold()[0] > usual[0]
    assert gc.get_threshold() == usual


def test_a_document_that_fails_leaves_them_as_they_were(usual: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="torn"), seldom_collected():
        raise ValueError("torn")
    assert gc.get_threshold() == usual


def test_who_wants_no_searches_gets_none() -> None:
    usual = gc.get_threshold()
    gc.set_threshold(0)
    try:
        with seldom_collected():
            assert gc.get_threshold()[0] == 0
    finally:
        gc.set_threshold(*usual)
