"""Back from the contract's JSON to the nouns of ``pipeline.model``: the other half of ``as_contract``."""

from __future__ import annotations

import dataclasses
import types
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

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
    try:
        built = _build(noun, value)
    except (TypeError, AttributeError) as error:
        raise ContractError(f"not a {noun.__name__} of schema {model.SCHEMA}: {error}") from error
    assert isinstance(built, noun)
    return built


def _build(kind: Any, value: Any) -> Any:
    origin = get_origin(kind)
    if dataclasses.is_dataclass(kind):
        return _build_noun(kind, value)
    if origin in (Union, types.UnionType):
        inner = [option for option in get_args(kind) if option is not type(None)]
        return None if value is None else _build(inner[0], value)
    if origin is tuple:
        item = get_args(kind)[0]
        return tuple(_build(item, part) for part in value)
    if origin is dict:
        item = get_args(kind)[1]
        return {key: _build(item, part) for key, part in value.items()}
    if origin is Literal or value is None:
        return value
    return float(value) if kind is float else value


def _build_noun(kind: Any, value: dict[str, Any]) -> Any:
    hints = _hints(kind)
    unknown = sorted(set(value) - set(hints))
    if unknown:
        raise ContractError(
            f"{kind.__name__} has no key {unknown[0]!r}; the store was written by a newer release: update this one"
        )
    return kind(**{key: _build(hints[key], part) for key, part in value.items()})


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)
