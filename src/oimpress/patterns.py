"""Regular expressions that are compiled when they are first asked something.

To compile all of ours costs a command more than to read a release, and half of them are never asked.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from functools import cached_property
from typing import Any, cast

MANY = 12  # alternatives, from which on they are told apart by how they begin
OPENING = re.compile(
    r"\(\?:(?P<each>[^()]*)(?<!\\)\)(?P<some>\??)(?![*{+?])|\[(?P<any>[a-zà-ÿ]+)\](?![?*{])|[a-zà-ÿ](?![?*{|])"
)
NEVER = "(?!)"
INNERMOST = re.compile(r"(?<!\\)\([^()]*\)")


class _Lazy:
    """Stands for a pattern; what was asked of it once lies in the instance, so that later calls cost nothing more."""

    def __init__(self, expression: str, flags: int) -> None:
        self._given = expression, flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(*self._given)


def _asked(name: str) -> cached_property[Any]:
    """The attribute ``name`` of the pattern: a ``__getattr__`` would make every later look-up slower too."""
    found = cached_property(lambda late: getattr(late._compiled, name))
    found.__set_name__(_Lazy, name)
    return found


for _name in dir(re.Pattern):
    if not _name.startswith("_"):
        setattr(_Lazy, _name, _asked(_name))


def lazy(expression: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern of ``expression``; a mistake in it shows when it is first used."""
    return cast("re.Pattern[str]", _Lazy(expression, flags))


class _Ways(_Lazy):
    """Stands for alternatives: at a place of a text those are compiled that can begin with the letter there."""

    def __init__(self, ways: Sequence[str], flags: int) -> None:
        super().__init__(_either(ways), flags)
        self._openings = [(way, _openings(way)) for way in ways]
        self._beginning: dict[str, re.Pattern[str] | None] = {}

    @cached_property
    def _untold(self) -> re.Pattern[str]:
        return re.compile(_either([way for way, known in self._openings if not known]) or NEVER, self._given[1])

    def match(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        return self._first("match", text, pos, endpos)

    def fullmatch(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        return self._first("fullmatch", text, pos, endpos)

    def _first(self, how: str, text: str, *span: int) -> re.Match[str] | None:
        """What the first alternative finds; all of them are asked where both kinds find something, or at ſ and K."""
        letter = text[span[0] : span[0] + 1]
        if letter > "\xff" and letter.isalpha():
            return cast("re.Match[str] | None", getattr(self._compiled, how)(text, *span))
        known = self._able(letter.lower())
        one = getattr(known, how)(text, *span) if known else None
        other = getattr(self._untold, how)(text, *span)
        return cast(
            "re.Match[str] | None", getattr(self._compiled, how)(text, *span) if one and other else one or other
        )

    def _able(self, letter: str) -> re.Pattern[str] | None:
        """The alternatives that tell that they can begin with ``letter``."""
        if letter not in self._beginning:
            able = _either([way for way, known in self._openings if letter in known])
            self._beginning[letter] = re.compile(able, self._given[1]) if able else None
        return self._beginning[letter]


def _either(ways: Sequence[str]) -> str:
    return "|".join(f"(?:{way})" for way in ways)


def _openings(way: str) -> frozenset[str]:
    """Letters one of which ``way`` begins with; none where that takes a closer look."""
    return frozenset() if _parts(way) else _first(way)


def _first(way: str) -> frozenset[str]:
    found = OPENING.match(way)
    if not found or found["each"] is None:
        return frozenset(found["any"] or found[0]) if found else frozenset()
    each = [_first(one + " ") for one in found["each"].split("|")]
    each += [_first(way[found.end() :])] if found["some"] else []
    return frozenset().union(*each) if all(each) else frozenset()


def _parts(way: str) -> bool:
    """Whether ``way`` may have alternatives outside brackets."""
    for _ in range(3):
        way = INNERMOST.sub("", way)
    return "|" in way


def ways(expressions: Sequence[str], flags: int = 0) -> re.Pattern[str]:
    """The pattern of one of ``expressions``, none of which keeps a group; many are compiled as texts ask for them."""
    late = _Ways(expressions, flags) if len(expressions) >= MANY else _Lazy(_either(expressions), flags)
    return cast("re.Pattern[str]", late)
