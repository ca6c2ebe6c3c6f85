"""The label before a telephone number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.typography.convention import SPACES, Usage
from oimpress.typography.guards import PHONE
from oimpress.typography.neighbours import left_of
from oimpress.typography.rule import change, rule

CODE = "T024"
KIND = r"(?:[/-](?:[Ff]ax|FAX|[Mm]obile|WhatsApp)| (?:portable|mobile|fixe|bureau))?"
TEL = re.compile(rf"(?:[Tt][ée]l|T[ÉE]L)\.?(?!\w)(?={KIND}{SPACES}*:?{SPACES}*\(?{PHONE})")


def label(run: str, usage: Usage) -> Iterator[Edit]:
    """Abbreviate « téléphone » as « Tél. » before a number, at the start of a line or of a part of it.

    Source: Imprimerie nationale.
    """
    for match in TEL.finditer(run):
        left = left_of(run, match.start(), 3)
        if not left or left in ",;(–—|/\n.:•-»":
            yield from change(CODE, match.start(), match[0], "TÉL." if match[0][1] in "EÉ" else match[0][0] + "él.")


RULE = rule(CODE, "L", PHONE, label, "Tel: +41 22 717 91 11")
