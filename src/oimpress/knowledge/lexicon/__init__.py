"""Words the passes know, one entry a line in the text files beside; ``#`` begins a remark."""

from __future__ import annotations

from functools import cache

from oimpress.own_files import own_file


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The entries of ``name``.txt, split at tabs."""
    text = own_file(__name__, f"{name}.txt").read_text("utf-8")
    lines = (line.partition("#")[0].rstrip() for line in text.splitlines())
    return tuple(tuple(line.split("\t")) for line in lines if line)


@cache
def words(name: str) -> frozenset[str]:
    """The first column of ``name``.txt, case folded."""
    return frozenset(row[0].casefold() for row in rows(name))


def named(kind: str, lang: str) -> list[tuple[str, str]]:
    """What CLDR calls the months, weekdays, countries or languages (``kind``) in ``lang``: code and name."""
    return [(code, name) for row_kind, row_lang, code, name in rows("cldr") if (row_kind, row_lang) == (kind, lang)]
