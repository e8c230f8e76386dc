"""Back from the contract's JSON to the nouns of ``pipeline.model``: the other half of ``as_contract``."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable
from functools import cache, partial
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from pipeline import model

Noun = TypeVar("Noun")


class ContractError(ValueError):
    """A stored object is not what the contract says."""


def from_contract(noun: type[Noun], value: Any) -> Noun:
    """The noun (``Reading``, ``Report``, ...) that ``as_contract`` made ``value`` from.

    Keys that the noun does not know are an error, not ignored: they would be lost without a word.

    Raises:
        ContractError: a key is unknown or missing, or a value has the wrong shape.
    """
    kind: Any = noun
    try:
        built = _builder(kind)(value)
    except (TypeError, AttributeError) as error:
        raise ContractError(f"not a {noun.__name__} of schema {model.SCHEMA}: {error}") from error
    assert isinstance(built, noun)
    return built


@cache
def _builder(kind: Any) -> Callable[[Any], Any]:
    """What makes a value of a kind, worked out once: a store holds a million of them."""
    origin = get_origin(kind)
    if dataclasses.is_dataclass(kind):
        return partial(_build_noun, kind)
    if origin in (Union, types.UnionType):
        inner = _builder(next(option for option in get_args(kind) if option is not type(None)))
        return lambda value: None if value is None else inner(value)
    if origin is tuple:
        item = _builder(get_args(kind)[0])
        return lambda value: tuple([item(part) for part in value])
    if origin is dict:
        item = _builder(get_args(kind)[1])
        return lambda value: {key: item(part) for key, part in value.items()}
    if kind is float:
        return lambda value: None if value is None else float(value)
    return lambda value: value


def _build_noun(kind: Any, value: dict[str, Any]) -> Any:
    fields = _fields(kind)
    try:
        return kind(**{key: fields[key](part) for key, part in value.items()})
    except KeyError as error:
        raise ContractError(
            f"{kind.__name__} has no key {error}; the store was written by a newer release: update this one"
        ) from error


@cache
def _fields(kind: Any) -> dict[str, Callable[[Any], Any]]:
    return {name: _builder(hint) for name, hint in get_type_hints(kind).items()}
