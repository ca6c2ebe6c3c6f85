"""What is said of a mistake in a table: the place, what was found, what to do."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any, TypeAlias, get_args, get_type_hints

from oimpress.errors import UsageError
from oimpress.i18n import gettext_noop
from oimpress.patterns import lazy
from oimpress.settings.kinds import Unfit, ValueKind, near, shown

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

Keys: TypeAlias = tuple[str, ...]
Where: TypeAlias = Callable[[Keys], str]  # the place of a key, as people call it

UNEXPECTED, OF_A_KEY = "unexpected_keyword_argument", "[key]"  # pydantic's word for a key, and the end of its place
SECRET = lazy(r"pass|secret|token|user|login|auth|credential", re.IGNORECASE)
NO_TABLE = gettext_noop("{place}: “{found}” is not a table; write [{key}]")
MISSING = gettext_noop("{place}: missing; write {wanted}")
MISSPELT_KEY = gettext_noop("{place}: unknown key; did you mean “{near}”?")
UNKNOWN_KEY = gettext_noop("{place}: unknown key; the keys here are {known}")
OUTSIDE = gettext_noop("{place}: stands outside its table; write it under [{table}]")
NO_SECRETS = gettext_noop(
    "{place}: secrets do not belong in a file; delete the line and set OIMPRESS_SMTP_USER and "
    "OIMPRESS_SMTP_PASSWORD in the environment"
)
INSIDE = gettext_noop("{place}: stands inside a table; write it above the first line in brackets")


def key_of(name: str) -> str:
    """The key of TOML that stands for the field called ``name``."""
    return name.rstrip("_").replace("_", "-")


def is_unknown(fault: ErrorDetails) -> bool:
    """Whether a key is what is wrong."""
    return fault["type"] == UNEXPECTED or fault["loc"][-1] == OF_A_KEY


def refusal(schema: Any, fault: ErrorDetails, where: Where) -> UsageError:
    """What people are told of a mistake in a table of ``schema``."""
    keys = tuple(map(str, fault["loc"]))
    if fault["type"] == UNEXPECTED:
        known = tuple(keys_of(_inside(schema, keys[:-1])))
        return _misplaced(schema, keys, where(keys)) or unknown_key(where(keys), keys[-1], known)
    keys = keys[:-1] if keys[-1] == OF_A_KEY else keys
    place = where(keys)
    match fault["type"]:
        case "missing":
            return UsageError(MISSING, place=place, wanted=_kind(_inside(schema, keys)).wanted)
        case "value_error":
            unfit: Unfit = fault["ctx"]["error"]
            return unfit.at(place)
        case _:
            return UsageError(NO_TABLE, place=place, found=shown(fault["input"]), key=".".join(keys))


def _misplaced(schema: Any, keys: Keys, place: str) -> UsageError | None:
    """The error for a key of another table, as it comes of a line in brackets that is forgotten or in the way."""
    here, top = keys_of(_inside(schema, keys[:-1])), keys_of(schema)
    if len(keys) > 1 and keys[-1] in top:
        return UsageError(INSIDE, place=place)
    below = (key for key, hint in here.items() if is_dataclass(hint) and keys[-1] in keys_of(hint))
    return UsageError(OUTSIDE, place=place, table=found) if (found := next(below, "")) else None


def unknown_key(place: str, key: str, known: Sequence[str]) -> UsageError:
    """The error for a key that is none of those ``known``; the value of a secret is not shown."""
    if SECRET.search(key):
        return UsageError(NO_SECRETS, place=place)
    if meant := near(key, known):
        return UsageError(MISSPELT_KEY, place=place, near=meant)
    return UsageError(UNKNOWN_KEY, place=place, known=", ".join(known))


def keys_of(hint: Any) -> dict[str, Any]:
    """The keys of a table, each with the type of its value."""
    hints = get_type_hints(hint, include_extras=True)
    return {key_of(each.name): hints[each.name] for each in fields(hint)}


def _inside(hint: Any, keys: Keys) -> Any:
    """The type of what stands under ``keys`` in a value of type ``hint``."""
    for key in keys:
        hint = keys_of(hint)[key] if is_dataclass(hint) else get_args(hint)[1]
    return hint


def _kind(hint: Any) -> ValueKind:
    return next(each for each in get_args(hint) if isinstance(each, ValueKind))
