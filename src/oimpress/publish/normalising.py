"""Sources are normalised. A run in which nothing changed never loads this, nor the passes and readers behind it."""

from __future__ import annotations

from collections.abc import Iterator

from oimpress.errors import OimpressError
from oimpress.model.house import House
from oimpress.pipeline import Normalised, normalise_each
from oimpress.publish.kept import Kept, keep
from oimpress.sources import Source


def normalised(source: Source, profile: str, house: House) -> Iterator[tuple[Source, Normalised] | OimpressError]:
    for each in normalise_each(source, profile, house):
        yield (each.source, each) if isinstance(each, Normalised) else each


def elsewhere(source: Source, profile: str, house: House) -> list[tuple[Source | None, Kept] | OimpressError]:
    """What another process gives back: bytes, and only those sources that are parts of the one given."""
    return [
        each if isinstance(each, OimpressError) else (None if each[0] is source else each[0], keep(each[1]))
        for each in normalised(source, profile, house)
    ]
