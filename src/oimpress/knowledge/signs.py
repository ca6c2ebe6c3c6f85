"""Signs of fonts that show other signs than Unicode has at their codes: Symbol, Wingdings, Webdings."""

from __future__ import annotations

import tomllib
from functools import cache

from oimpress.own_files import own_file

NOTHING = "\ufffd"
PRIVATE = 0xF000  # where programs keep the codes of such fonts (F020 to F0FF)


def is_of_symbols(font: str) -> bool:
    """Whether ``font`` shows signs in the place of letters."""
    return font.strip().casefold() in _fonts()


def sign(font: str, char: str) -> str:
    """What ``font`` shows for ``char``; empty where that is not known, or is no sign of Unicode."""
    code = ord(char)
    return _fonts().get(font.strip().casefold(), {}).get(code - PRIVATE if code >= PRIVATE else code, "")


def is_private(char: str) -> bool:
    """Whether ``char`` means something in its own font only."""
    return "\ue000" <= char <= "\uf8ff"


@cache
def _fonts() -> dict[str, dict[int, str]]:
    """What each font shows, by code."""
    rows: dict[str, dict[str, str]] = tomllib.loads(own_file(__package__, "signs.toml").read_text("utf-8"))
    return {
        font: {
            int(first, 16) + at: char for first, row in shown.items() for at, char in enumerate(row) if char != NOTHING
        }
        for font, shown in rows.items()
    }
