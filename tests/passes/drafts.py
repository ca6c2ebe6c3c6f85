"""Drafts and lines as the tests of thresholds measure them."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from oimpress.model.draft import Draft, Line
from oimpress.model.nodes import Release, Text
from oimpress.passes.foot.evidence import evidence_on
from oimpress.passes.foot.pieces import Cut
from oimpress.passes.labelling import Reading
from oimpress.passes.pins import PIN

PROSE = "Le gouvernement a salué ce geste et annoncé que la reconstruction durerait deux ans dans toute la région."


def line(text: str, number: int = 1, gap: int = 0) -> Line:
    return Line((Text(text),), number, number, gap)


def draft(*texts: str) -> Draft:
    return Draft(Release("x", lang="fr"), tuple(line(text, at) for at, text in enumerate(texts, 1)))


def wide(size: int, start: str = "m") -> str:
    """A line of ``size`` characters without a capital or a stop."""
    return (start + " mots" * size)[: size - 1] + "s"


def paragraph(size: int) -> list[str]:
    """Four lines of a text that was wrapped."""
    return [f"{at}" + "m" * (size - 2) + "." for at in range(4)]


def seen(text: str) -> frozenset[str]:
    """What speaks on the first piece of a contact line."""
    return evidence_on([Cut(line(text), 0, ())], {})[0]


def lines(*texts: str, pins: Mapping[int, str] | None = None) -> list[Line]:
    """Lines of which a person says what those at the positions of ``pins`` are."""
    pinned = pins or {}
    return [
        Line((Text(text),), at + 1, at + 1, marks=frozenset({PIN + pinned[at]} if at in pinned else ()))
        for at, text in enumerate(texts)
    ]


def taken(
    label: str, seen: Collection[str] = (), support: int = 9, margin: int = 9, losses: Mapping[str, int] | None = None
) -> Reading:
    """What a line, or a piece of one, was taken for; ``losses`` are the points that other labels would cost."""
    return Reading(label, support, margin, "", losses or {}, frozenset(seen))
