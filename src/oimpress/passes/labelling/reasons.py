"""What decided how lines were read, in the few words that a trail holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from oimpress.model.draft import LineReading
from oimpress.model.trail import Reason
from oimpress.passes.labelling.tables import load

# The regions that are read by a table, and where it lies; in the others a case decides, which has a name.
TABLES = {"head": ("oimpress.passes.head", "head"), "contacts": ("oimpress.passes.foot", "contacts")}
MOST = 4  # pieces of evidence that are named


def reasons(readings: Iterable[LineReading]) -> Iterator[Reason]:
    """For each reading the label, its points, by how many it won, and the evidence that weighed most for it.

    Neighbours that one case decided are one: « l.31-40 ».
    """
    for alike, group in groupby(readings, _decided_by):
        if alike:
            first, *rest = group
            reason = _reason(first)
            yield reason._replace(where=_up_to(first.where, rest[-1].where)) if rest else reason
        else:
            yield from map(_reason, group)


def _decided_by(one: LineReading) -> tuple[object, ...]:
    """The case that decided, for the regions that are read by cases."""
    return () if one.region in TABLES else (one.region, one.label, one.support, one.seen, *one.losses.items())


def _reason(one: LineReading) -> Reason:
    rivals = [loss for label, loss in one.losses.items() if label != one.label]
    return Reason(one.where, one.region, one.label, one.support, min(rivals, default=0), tuple(_decided(one)))


def _up_to(first: str, last: str) -> str:
    return f"{first.partition('-')[0]}-{last.removeprefix('l.').rpartition('-')[2]}"


def _decided(one: LineReading) -> list[str]:
    if one.region not in TABLES:
        return sorted(one.seen)
    told = load(*TABLES[one.region]).reasons(one.label, one.seen)
    return [name for name, points in told if points > 0][:MOST]
