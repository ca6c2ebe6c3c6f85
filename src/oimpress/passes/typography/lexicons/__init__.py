"""The words the rules know, one entry a line in the text files beside; ``#`` begins a remark."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def entries(name: str) -> tuple[tuple[str, ...], ...]:
    """The lines of ``name``.txt, each split at its spaces; ``_`` in an entry stands for a space."""
    text = files(__name__).joinpath(f"{name}.txt").read_text("utf-8")
    lines = (line.partition("#")[0].split() for line in text.splitlines())
    return tuple(tuple(word.replace("_", " ") for word in line) for line in lines if line)


@cache
def words(name: str) -> frozenset[str]:
    """Every word of ``name``.txt."""
    return frozenset(word for line in entries(name) for word in line)
