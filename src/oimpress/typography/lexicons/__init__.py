"""The words the rules know, one entry a line in the text files beside; ``#`` begins a remark."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from oimpress.own_files import own_file


@cache
def entries(name: str) -> tuple[tuple[str, ...], ...]:
    """The lines of ``name``.txt, each split at its spaces; ``_`` in an entry stands for a space."""
    text = own_file(__name__, f"{name}.txt").read_text("utf-8")
    lines = (line.partition("#")[0].split() for line in text.splitlines())
    return tuple(tuple(word.replace("_", " ") for word in line) for line in lines if line)


@cache
def words(name: str) -> frozenset[str]:
    """Every word of ``name``.txt."""
    return frozenset(word for line in entries(name) for word in line)


@cache
def acronyms(lang: str) -> frozenset[str]:
    """The acronyms that texts in ``lang`` hold."""
    return words("acronyms") | (words("acronyms-es") if lang[:2] == "es" else frozenset())


def inflected(name: str) -> Iterator[str]:
    """Every word of ``name``.txt in its order, a stem such as « École/s » with each of its endings."""
    endings = {sign: [ending.strip("-") for ending in line] for sign, *line in entries("endings")}
    for line in entries(name):
        for entry in line:
            stem, slash, sign = entry.partition("/")
            yield from (stem + ending for ending in endings[slash + sign]) if slash else (stem,)


@cache
def prefixed() -> tuple[str, ...]:
    """The symbols of units with each prefix they take, and alone where that means something."""
    return tuple(
        prefix + symbol.removeprefix("-")
        for symbol, *prefixes in entries("units-prefixed")
        for prefix in (*(() if symbol.startswith("-") else ("",)), *prefixes)
    )


def longest_first(forms: Iterable[str]) -> list[str]:
    """``forms`` so that a pattern of them prefers the longer of two that begin alike."""
    return sorted(forms, key=lambda form: (-len(form), form))
