"""Where words may be cut: in no name, and in no more than two lines below each other.

Sources: CSS Text 4, 5.3 (``hyphenate-limit-lines``); Imprimerie nationale, « Division des mots » (names stay whole).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

MOST = 2  # lines below each other that end in a hyphen
HYPHENS = ("\u2010", "-")
CAPITALISED = frozenset({"de"})  # languages in which a capital makes no name


class HyphenatedWords:
    """The words of one language: where each may be cut, none that has a capital."""

    def __init__(self, key: tuple[str, int, int, int], owner: Dictionaries) -> None:
        import pyphen  # type: ignore[import-untyped]

        lang, left, right, _ = key
        self._words = pyphen.Pyphen(lang=lang, left=left, right=right)
        self._names = lang.partition("_")[0] not in CAPITALISED
        self._owner = owner

    def iterate(self, word: str) -> Iterator[tuple[str, str]]:
        """The two halves of ``word`` for each place where it may be cut, the last first."""
        name = self._names and any(map(str.isupper, word))
        return iter(()) if name or self._owner.closed else self._words.iterate(word)


class Dictionaries(dict[tuple[str, int, int, int], HyphenatedWords]):
    """The words of each language, as WeasyPrint asks for them; while ``closed``, no word may be cut."""

    closed = False

    def get(self, key: Any, default: Any = None) -> Any:
        return self.setdefault(key, HyphenatedWords(key, self)) if key not in self else self[key]


def hyphenated(
    lay: Callable[..., Any], context: Any, line: Any, y: float, bottom: float, skip: Any, *rest: Any
) -> tuple[Any, Any]:
    """The next line; without a cut word at its end where the lines above it have as many as may be."""
    if not isinstance(context.dictionaries, Dictionaries):
        context.dictionaries = Dictionaries()
    ends: dict[str, int] = line.__dict__.setdefault("hyphens_above", {})
    above = ends.get(str(skip), 0) if skip is not None else 0
    context.dictionaries.closed = above >= MOST
    made, resume = lay(context, line, y, bottom, skip, *rest)
    context.dictionaries.closed = False
    ends[str(resume)] = above + 1 if made is not None and _ends_in_hyphen(made) else 0
    return made, resume


def _ends_in_hyphen(box: Any) -> bool:
    while getattr(box, "children", ()):
        box = box.children[-1]
    return str(getattr(box, "text", "")).rstrip().endswith(HYPHENS)
