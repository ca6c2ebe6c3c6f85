"""The œ that an old encoding lost."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.typography.convention import Usage
from oimpress.typography.ligatures import joined
from oimpress.typography.rule import rule, word_at

CODE = "T020"
UVRE = re.compile(r"uvr|UVR")


def lost_ligature(run: str, usage: Usage) -> Iterator[Edit]:
    """Put back the œ lost in « en uvre », « main-d’uvre », « manuvre ». Source: windows-1252, where œ is 0x9C."""
    known = joined()
    for match in UVRE.finditer(run):
        at = match.start()
        start, end = word_at(run, at, match.end())
        if f"{run[start:at]}œ{run[at:end]}".lower() in known:
            yield Edit(CODE, at, at, "", "Œ" if match[0].isupper() else "œ")


RULE = rule(CODE, "L", "uU", lost_ligature, "mise en uvre", ("uvr", "UVR"))
