"""Answers that are kept: most lines of a report, and of the next month's, are asked the same questions many times."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial, update_wrapper
from typing import Any, Concatenate, Generic, ParamSpec, Protocol, TypeVar

_KEPT = 8192
"""Answers to each question that a process keeps; the oldest go first."""


class Lasting(Protocol):
    """What is asked: an object made from the rules, or a document's own copy of it."""

    lasting: Any
    """The object made from the rules alone, which outlives every document."""


_Asked = ParamSpec("_Asked")
_Answer = TypeVar("_Answer")
_Owner = TypeVar("_Owner", bound=Lasting)


class remembered(Generic[_Owner, _Asked, _Answer]):
    """A method, or a function of such an object, whose last answers are kept.

    They must follow from the rules alone: all documents share them.
    """

    def __init__(self, question: Callable[Concatenate[_Owner, _Asked], _Answer]) -> None:
        self._answers = lru_cache(maxsize=_KEPT)(question)
        update_wrapper(self, question)

    def __set_name__(self, kind: type[_Owner], name: str) -> None:
        self._name = name

    def __get__(self, owner: _Owner, kind: type[_Owner]) -> Callable[_Asked, _Answer]:
        """The method of an object, bound at its first use and then found among the object's own attributes."""
        bound = owner.__dict__[self._name] = partial(self._answers, owner.lasting)
        return bound

    def of(self, owner: _Owner) -> Callable[_Asked, _Answer]:
        """The function of one object, for who asks it of every line."""
        return partial(self._answers, owner.lasting)

    def __call__(self, owner: _Owner, /, *args: _Asked.args, **kwargs: _Asked.kwargs) -> _Answer:
        """The answer of a function."""
        return self._answers(owner.lasting, *args, **kwargs)  # type: ignore[arg-type]  # texts and switches are keys
