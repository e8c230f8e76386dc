"""What is reckoned of a thing when it is first asked for, and kept with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar, dataclass_transform

Value = TypeVar("Value")
_Thing = TypeVar("_Thing")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def reckoning(kind: type[_Thing]) -> type[_Thing]:
    """As ``extractors.document.noun``, of things that have room for what is reckoned of them."""
    return dataclass(unsafe_hash=True)(kind)


class Reckoned(Generic[Value]):
    """``functools.cached_property`` without the lock that Python 3.11 takes for each thing it is asked of.

    A page has thousands of lines and segments, and each is asked for its box, size and text.
    """

    def __init__(self, reckon: Callable[[Any], Value]) -> None:
        self._reckon = reckon
        self.__doc__ = reckon.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, thing: Any, owner: type) -> Value:
        """The value; the next time it is found in the thing itself, before anybody comes here."""
        value: Value = self._reckon(thing)
        thing.__dict__[self._name] = value
        return value
