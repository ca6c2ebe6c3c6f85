"""What a house chooses in its typography."""

from __future__ import annotations

import re
from typing import Final, Literal, TypeAlias

from oimpress.errors import UsageError
from oimpress.notices import rule_texts
from oimpress.records import record

SPACE: Final = " "
NBSP: Final = "\u00a0"  # NO-BREAK SPACE
NNBSP: Final = "\u202f"  # NARROW NO-BREAK SPACE

Quotes: TypeAlias = Literal["", "guillemets", "double", "single"]
Dash: TypeAlias = Literal["", "en", "em"]
Minus: TypeAlias = Literal["", "hyphen", "minus"]


@record
class Convention:
    """A house's choices; empty means what the language prescribes.

    ``narrow`` is the narrow space, U+202F, or U+00A0 for fonts and mail programs that lack it; ``guillemets`` and
    ``thousands`` the space inside « » and between thousands. ``quotes`` names the first level of quotation marks,
    ``dash`` the dash that opens an aside (``en`` stands between spaces, ``em`` touches the words), ``minus`` the sign
    before a number. Rules of ``off`` do nothing, those of ``tell`` only propose; both are codes or names, ``T038`` or
    ``unit``. ``keep`` are words and names that stay as written; ``forms`` pairs what is written with what the house
    writes, told, and done where ``insist`` says so.
    """

    narrow: str = NNBSP
    guillemets: str = ""
    thousands: str = ""
    quotes: Quotes = ""
    dash: Dash = ""
    minus: Minus = ""
    off: frozenset[str] = frozenset()
    tell: frozenset[str] = frozenset()
    keep: tuple[str, ...] = ()
    forms: tuple[tuple[str, str], ...] = ()
    insist: bool = False

    def __post_init__(self) -> None:
        for name in ("narrow", "guillemets", "thousands"):
            if getattr(self, name) not in (NBSP, NNBSP, *(() if name == "narrow" else ("",))):
                value = ascii(getattr(self, name))
                raise UsageError("{name}: {value} is no such space; choose U+202F or U+00A0", name=name, value=value)
        for name, known in CHOICES.items():
            if (value := getattr(self, name)) and value not in known:
                raise UsageError(
                    "{name}: {value} is no choice; choose among {known}", name=name, value=value, known=", ".join(known)
                )
        for name in ("off", "tell"):
            object.__setattr__(self, name, frozenset(map(rule_code, getattr(self, name))))
        self._refuse_contradictions()

    def _refuse_contradictions(self) -> None:
        """Raise UsageError for a word that two lists of the house want otherwise."""
        for word, one, other in (
            *((code, "off", "tell") for code in sorted(self.off & self.tell)),
            *((old, "keep", "forms") for old, _ in self.forms if old in self.keep),
            *((new, "forms", "forms") for _, new in self.forms if any(_holds(new, old) for old, _ in self.forms)),
        ):
            raise UsageError(
                "{word}: {one} and {other} say two things of it; take it out of one", word=word, one=one, other=other
            )


CHOICES: Final[dict[str, tuple[str, ...]]] = {
    "quotes": ("guillemets", "double", "single"),
    "dash": ("en", "em"),
    "minus": ("hyphen", "minus"),
}


def rule_code(name: str) -> str:
    """The code of a rule of typography given by its code or its name. Raises UsageError for what is none."""
    rules = {code: row["name"] for code, row in rule_texts().items() if code.startswith("T")}
    if found := next((code for code, known in rules.items() if name in (code, known)), ""):
        return found
    from difflib import get_close_matches

    near = ", ".join(get_close_matches(name, rules.values(), 3)) or "oimpress rule"
    raise UsageError("{name}: no such rule of typography; see {near}", name=name, near=near)


def whole_word(word: str) -> str:
    """An expression for ``word`` where no letter, digit or hyphen touches it."""
    return rf"(?<![\w-]){re.escape(word)}(?![\w-])"


def _holds(text: str, word: str) -> bool:
    return re.search(whole_word(word), text) is not None


DEFAULT: Final = Convention()
