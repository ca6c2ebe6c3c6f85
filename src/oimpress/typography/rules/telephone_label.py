"""The label before a telephone number."""

from __future__ import annotations

from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.patterns import lazy
from oimpress.typography.convention import SPACES, Usage
from oimpress.typography.guards import PHONE
from oimpress.typography.neighbours import left_of
from oimpress.typography.rule import change, places, rule

CODE = "T024"
KIND = r"(?:[/-](?:[Ff]ax|FAX|[Mm]obile|WhatsApp)| (?:portable|mobile|fixe|bureau))?"
LABEL_REACH = 60  # characters before the number
TEL = lazy(rf"(?:[Tt][ée]l|T[ÉE]L)\.?(?!\w)(?={KIND}{SPACES}*:?{SPACES}*\(?{PHONE}\Z)")


def label(run: str, usage: Usage) -> Iterator[Edit]:
    """Abbreviate « téléphone » as « Tél. » before a number, at the start of a line or of a part of it.

    Source: Imprimerie nationale.
    """
    reached = 0
    for at in places(run, PHONE):
        begin = max(at - LABEL_REACH, reached)
        reached = at + 1
        if run[at - 1 : at] == PHONE or not (match := TEL.search(run[begin : at + 1])):
            continue
        start = begin + match.start()
        left = left_of(run, start, 3)
        if not left or left in ",;(–—|/\n.:•-»":
            yield from change(CODE, start, match[0], "TÉL." if match[0][1] in "EÉ" else match[0][0] + "él.")


RULE = rule(CODE, "L", PHONE, label, "Tel: +41 22 717 91 11")
