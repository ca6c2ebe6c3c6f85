"""A table without a mistake, made by hand: the common case, which need not load pydantic.

Whatever is out of the ordinary gives None, and pydantic says what is wrong; that both make the same is a law of the
tests.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from typing import Annotated, Any, TypeVar, get_args, get_origin

from oimpress.settings.kinds import Unfit, ValueKind
from oimpress.settings.mistakes import key_of, keys_of

T = TypeVar("T")


class _Odd(Exception):
    """Something that only pydantic can say more of."""


def quickly(schema: type[T], given: Mapping[str, Any]) -> T | None:
    """What ``given`` says, as ``schema`` has it; None where it holds a mistake or anything not understood here."""
    try:
        made: T = _table(schema, given)
    except (_Odd, Unfit):
        return None
    return made


def _table(schema: Any, given: object) -> Any:
    known = _keys(schema)
    if not isinstance(given, dict) or not given.keys() <= known.keys():
        raise _Odd
    said = {known[key][0]: _value(known[key][1], value) for key, value in given.items()}
    if not _wanted(schema) <= said.keys():
        raise _Odd
    return schema(**said)


def _value(hint: Any, value: object) -> Any:
    """``value`` as a field of the type ``hint`` has it."""
    if is_dataclass(hint):
        return _table(hint, value)
    if get_origin(hint) is Annotated:
        kinds = [each for each in get_args(hint) if isinstance(each, ValueKind)]
        if len(kinds) == 1:
            return kinds[0].checked(value)
    if get_origin(hint) is Mapping and isinstance(value, dict):
        of_keys, of_values = get_args(hint)
        return {_value(of_keys, key): _value(of_values, each) for key, each in value.items()}
    others = [each for each in get_args(hint) if each is not type(None)]
    if type(None) in get_args(hint) and len(others) == 1:
        return _value(others[0], value)
    raise _Odd


@cache
def _keys(schema: Any) -> dict[str, tuple[str, Any]]:
    """The keys of a table: the names of their fields and the types of their values."""
    hints = keys_of(schema)
    return {key_of(each.name): (each.name, hints[key_of(each.name)]) for each in fields(schema)}


@cache
def _wanted(schema: Any) -> frozenset[str]:
    """The fields of a table that have to be given."""
    return frozenset(
        each.name for each in fields(schema) if each.default is MISSING and each.default_factory is MISSING
    )
