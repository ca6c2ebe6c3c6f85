"""Reads the fixtures of the rules: what a proof-reader writes, and what the tests run.

A fixture is a title, a line with a full stop, inputs, a full stop, what is expected of each, a full stop. Every line
of the inputs is one case, in French or in the language that names its folder. ``~`` stands for a no-break space, ``_``
for a narrow one, ``\\n`` for a line end; a backslash before ``~``, ``_`` or a final space keeps it.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent / "rules"
SIGNS = {"~": "\u00a0", "_": "\u202f", r"\n": "\n", r"\t": "\t", r"\~": "~", r"\_": "_", "\\ ": " "}
SIGN = re.compile(r"\\[n~_ t](?!\w{2,}\\)|[~_]")


class Case(NamedTuple):
    """``given`` becomes ``expected``; ``shown`` is the input as the fixture writes it."""

    name: str
    shown: str
    given: str
    expected: str
    lang: str = "fr"


def read(path: Path) -> list[Case]:
    """The cases of one fixture."""
    parts = path.read_text("utf-8").removesuffix("\n.\n").split("\n.\n")
    assert len(parts) % 3 == 0, f"{path.name}: title, inputs and expected do not come in threes"
    found: list[Case] = []
    lang = "fr" if path.parent == FOLDER else path.parent.name
    prefix = "" if lang == "fr" else f"{lang}/"
    for title, given, expected in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        pairs = zip(given.split("\n"), expected.split("\n"), strict=True)
        found += (Case(f"{prefix}{path.stem}: {title.strip()}", a, plain(a), plain(b), lang) for a, b in pairs)
    return found


def plain(shown: str) -> str:
    """The text that a fixture line stands for."""
    return SIGN.sub(lambda sign: SIGNS[sign[0]], shown)


def visible(text: str) -> str:
    """``text`` as a fixture would show it."""
    for sign, char in ((r"\~", "~"), (r"\_", "_"), ("~", "\u00a0"), ("_", "\u202f"), (r"\n", "\n")):
        text = text.replace(char, sign)
    return text


def every() -> list[Case]:
    """All cases of all fixtures: French ones, and those of each folder named for a language."""
    return [case for path in sorted(FOLDER.rglob("*.txt")) for case in read(path)]
