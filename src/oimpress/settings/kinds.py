"""What a value of the settings can be: how people write it, how the program has it, and what an error says of it.

A :class:`Kind` stands in the annotation of a field, ``Annotated[str, DATE]``. The same one reads a value in a file, on
the command line and in a call.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from oimpress.errors import UsageError
from oimpress.i18n import gettext_noop
from oimpress.patterns import lazy

SHOWN = 60  # characters of a wrong value in an error
CONTROL = lazy(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")

NOT_ONE = gettext_noop("{place}: “{found}” is not {reason}; write {wanted}")
NOT_KNOWN = gettext_noop("{place}: “{found}” is not known here; choose among {known}")
MISSPELT = gettext_noop("{place}: “{found}” is not known here; did you mean “{near}”?")


class Unfit(ValueError):
    """A value that is not of its kind: what an error says of it, but for the place."""

    def __init__(self, message: str, **values: object) -> None:
        super().__init__(message)
        self.message = message
        self.values = values

    def at(self, place: str) -> UsageError:
        return UsageError(self.message, place=place, **self.values)


@dataclass(frozen=True, slots=True, eq=False)
class ValueKind:
    """``read`` gives a value as the program has it, None for one that is not ``reason``; ``schema`` is JSON Schema.

    ``wanted`` says what to write instead. A kind may raise Unfit itself where it knows better what to say.
    """

    reason: str
    wanted: str
    read: Callable[[Any], Any]
    schema: Mapping[str, Any] = field(default_factory=lambda: {"type": "string"})

    def checked(self, value: object) -> Any:
        """``value`` as the program has it. Raises Unfit."""
        found = self.read(value)
        if found is None:
            raise Unfit(NOT_ONE, found=shown(value), reason=self.reason, wanted=self.wanted)
        return found

    def at(self, place: str, value: object) -> Any:
        """``value``, given at ``place``, as the program has it. Raises UsageError."""
        try:
            return self.checked(value)
        except Unfit as unfit:
            raise unfit.at(place) from None

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        from pydantic_core import core_schema

        return core_schema.no_info_plain_validator_function(self.checked)

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> dict[str, Any]:
        return {"description": f"{self.reason}: {self.wanted}", **self.schema} if self.reason else dict(self.schema)


def shown(value: object) -> str:
    """``value`` about as it stands in the file, on one short line."""
    match value:
        case bool():
            words = str(value).lower()
        case dict():
            words = "{…}"
        case list():
            words = "[…]"
        case _:
            words = CONTROL.sub(lambda found: repr(found[0])[1:-1], str(value)[: SHOWN + 1])
    return words if len(words) <= SHOWN else words[: SHOWN - 1] + "…"


def near(word: str, known: Sequence[str]) -> str:
    """The one of the words ``known`` that ``word`` is a slip of; empty when none is."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word[:SHOWN], known, 1)), "")


def choice(*words: str) -> ValueKind:
    """One of ``words``, whatever its case and its hyphens."""

    def read(value: object) -> str:
        written = str(value).strip().lower().replace("_", "-").replace(" ", "-") if isinstance(value, str) else ""
        if written in words:
            return written
        if meant := near(written, words):
            raise Unfit(MISSPELT, found=shown(value), near=meant)
        raise Unfit(NOT_KNOWN, found=shown(value), known=", ".join(words))

    return ValueKind("", "", read, {"enum": list(words)})


def number(least: int, most: int) -> ValueKind:
    """A whole number between ``least`` and ``most``."""

    def read(value: object) -> int | None:
        fits = isinstance(value, int) and not isinstance(value, bool) and least <= value <= most
        return value if fits and isinstance(value, int) else None

    schema = {"type": "integer", "minimum": least, "maximum": most}
    return ValueKind(gettext_noop("a whole number within bounds"), f"{least}–{most}", read, schema)


def several(kind: ValueKind) -> ValueKind:
    """A list of values, or one alone, as a tuple."""

    def read(value: object) -> tuple[Any, ...] | None:
        given = [value] if isinstance(value, str) else value
        return tuple(map(kind.checked, given)) if isinstance(given, list | tuple) else None

    items = dict(kind.schema)
    schema = {"anyOf": [items, {"type": "array", "items": items}]}
    return ValueKind(gettext_noop("a list of texts"), '["…", "…"]', read, schema)


def some(*words: str) -> ValueKind:
    """Some of ``words``, in their order."""
    listed = several(choice(*words))

    def read(value: object) -> tuple[str, ...] | None:
        found = listed.read(value)
        return None if found is None else tuple(word for word in words if word in found)

    return replace(listed, read=read)
