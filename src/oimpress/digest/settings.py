"""Reading a table of the configuration key by key; a key that nobody read is an error."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from oimpress.errors import UsageError

S = TypeVar("S", bound=str)
_SECRET = re.compile(r"pass|secret|token|user|login|auth|credential", re.IGNORECASE)


class Settings:
    """One table. ``place`` names it in errors; every method takes a key out of it."""

    def __init__(self, place: str, table: Mapping[str, Any]) -> None:
        self.place = place
        self._table = dict(table)
        self._known: list[str] = []

    def take(self, key: str) -> Any:
        """The raw value, None when the key is not there."""
        self._known.append(key)
        return self._table.pop(key, None)

    def text(self, key: str, default: str | None = None) -> str:
        """A text on one line; without a default the key must be there."""
        given = self.take(key)
        if given is None and default is not None:
            return default
        if not isinstance(given, str) or (default is None and not given.strip()) or not given.isprintable():
            raise self.wrong(key, given, "a text on one line")
        return given

    def texts(self, key: str) -> tuple[str, ...]:
        """One text or several; none when the key is not there."""
        given = self.take(key)
        many = [given] if isinstance(given, str) else [] if given is None else given
        if not isinstance(many, list) or not all(isinstance(one, str) and one.strip() for one in many):
            raise self.wrong(key, given, "a text, or a list of texts")
        return tuple(many)

    def choice(self, key: str, among: Iterable[S], default: S) -> S:
        """One of the words ``among``."""
        given = self.take(key)
        for word in among:
            if given == word:
                return word
        if given is None:
            return default
        raise self.wrong(key, given, "one of", ", ".join(among))

    def choices(self, key: str, among: tuple[S, ...]) -> tuple[S, ...]:
        """Some of the words ``among``."""
        given = self.texts(key)
        if unknown := [word for word in given if word not in among]:
            raise self.wrong(key, unknown[0], "some of", ", ".join(among))
        return tuple(word for word in among if word in given)

    def number(self, key: str, default: int, least: int, most: int) -> int:
        """A whole number between ``least`` and ``most``."""
        given = self.take(key)
        if given is None:
            return default
        if not isinstance(given, int) or isinstance(given, bool) or not least <= given <= most:
            raise self.wrong(key, given, "a whole number in", f"{least}–{most}")
        return given

    def flag(self, key: str, default: bool) -> bool:
        """True or false."""
        given = self.take(key)
        if given is None:
            return default
        if not isinstance(given, bool):
            raise self.wrong(key, given, "true or false")
        return given

    def table(self, key: str) -> Settings:
        """A table inside this one; empty when it is not there."""
        given = self.take(key)
        if given is not None and not isinstance(given, dict):
            raise self.wrong(key, given, "a table", f"[….{key}]")
        return Settings(f"{self.place.removesuffix(']')}.{key}]", given or {})

    def wrong(self, key: str, given: object, reason: str, detail: str = "") -> UsageError:
        """The error for a value that is not what it should be; ``reason`` is a phrase that says what is wanted."""
        values = {"place": f"{self.place} {key}", "reason": reason, "detail": f" {detail}" if detail else ""}
        if given is None:
            return UsageError("{place}: missing; give {reason}{detail}", **values)
        return UsageError("{place}: {found} will not do; give {reason}{detail}", found=repr(given), **values)

    def finish(self) -> None:
        """Refuse keys that nobody asked for. Raises UsageError; a secret's value is not shown."""
        for key in self._table:
            place = f"{self.place} {key}"
            if _SECRET.search(key):
                raise UsageError(
                    "{place}: secrets do not belong in a file; delete the line and set OIMPRESS_SMTP_USER and "
                    "OIMPRESS_SMTP_PASSWORD in the environment",
                    place=place,
                )
            raise UsageError(
                "{place}: unknown key; the keys are {known}", place=place, known=", ".join(sorted(self._known))
            )
