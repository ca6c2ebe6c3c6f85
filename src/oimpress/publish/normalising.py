"""Sources are normalised. A run in which nothing changed never loads this, nor the passes and readers behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from oimpress.errors import OimpressError, defects_told
from oimpress.model.house import House
from oimpress.pipeline import Normalised, normalise_each
from oimpress.publish.kept import Kept, keep
from oimpress.sources import Source

# The releases of a source and the refusals of its parts, or why there are none; None for a part that is the source.
ReadElsewhere: TypeAlias = list[tuple[Source | None, Kept] | OimpressError] | OimpressError


def normalised(source: Source, profile: str, house: House) -> Iterator[tuple[Source, Normalised] | OimpressError]:
    for each in normalise_each(source, profile, house):
        yield (each.source, each) if isinstance(each, Normalised) else each


def elsewhere(sources: Sequence[Source], profile: str, house: House) -> list[ReadElsewhere]:
    """What another process gives back of each source: bytes, and only those sources that are parts of the one given."""
    return [_kept(source, profile, house) for source in sources]


def _kept(source: Source, profile: str, house: House) -> ReadElsewhere:
    try:
        with defects_told(source.name):
            return [
                each if isinstance(each, OimpressError) else (None if each[0] is source else each[0], keep(each[1]))
                for each in normalised(source, profile, house)
            ]
    except OimpressError as error:
        return error
