"""Answers that are kept: most lines of a report, and of the next month's, are asked the same questions many times."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

_KEPT = 8192
"""Answers to each question that a process keeps; the oldest go first."""


class Lasting(Protocol):
    """What is asked: an object made from the rules, or a document's own copy of it."""

    lasting: Any
    """The object made from the rules alone, which outlives every document."""


_Asked = ParamSpec("_Asked")
_Answer = TypeVar("_Answer")
_Owner = TypeVar("_Owner", bound=Lasting)


def remembered(
    question: Callable[Concatenate[_Owner, _Asked], _Answer],
) -> Callable[Concatenate[_Owner, _Asked], _Answer]:
    """A method whose last answers are kept. They must follow from the rules alone: all documents share them."""
    answers = lru_cache(maxsize=_KEPT)(question)

    @wraps(question)
    def ask(owner: _Owner, /, *args: _Asked.args, **kwargs: _Asked.kwargs) -> _Answer:
        return answers(owner.lasting, *args, **kwargs)  # type: ignore[arg-type]  # texts and switches can be keys

    return ask
