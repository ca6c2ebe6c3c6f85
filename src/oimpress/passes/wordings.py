"""Ways of saying things, one list of patterns a name, in the file ``words.toml`` of the room that looks for them."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

BLANKS = str.maketrans("\u00a0\u202f\t’ʼ", "   ''")


@cache
def said_in(room: str, name: str) -> re.Pattern[str]:
    """The pattern of the ways of saying ``name`` that ``room``, a package, knows; in any case, on plain blanks."""
    return re.compile("|".join(f"(?:{way})" for way in _wordings(room)[name]), re.IGNORECASE)


@cache
def _wordings(room: str) -> dict[str, list[str]]:
    text: dict[str, list[str]] = tomllib.loads(files(room).joinpath("words.toml").read_text("utf-8"))
    return text


def plainly(text: str) -> str:
    """``text`` with plain blanks and apostrophes, of the same length."""
    return text.translate(BLANKS)


def body_words() -> re.Pattern[str]:
    """Words that tell a body which issues releases or answers questions."""
    return said_in(__package__, "body")


def order_words() -> re.Pattern[str]:
    """Orders of release, at the head or at the foot."""
    return said_in(__package__, "order")
