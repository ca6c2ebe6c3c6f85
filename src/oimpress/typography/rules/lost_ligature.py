"""The œ that an old encoding lost."""

from __future__ import annotations

from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.typography.convention import Usage
from oimpress.typography.ligatures import joined
from oimpress.typography.rule import places, rule, word_at

CODE = "T020"
SHAPES = ("uvr", "UVR")


def lost_ligature(run: str, usage: Usage) -> Iterator[Edit]:
    """Put back the œ lost in « en uvre », « manuvre », « main-d’?uvre ». Source: windows-1252, where œ is 0x9C."""
    known = joined()
    for at in sorted(at for shape in SHAPES for at in places(run, shape)):
        mark = "?" if run[at - 1 : at] == "?" else ""  # put by a program that had no œ
        (start, _), (_, end) = word_at(run, at - len(mark), at - len(mark)), word_at(run, at, at + 3)
        if f"{run[start : at - len(mark)]}œ{run[at:end]}".lower() in known:
            yield Edit(CODE, at - len(mark), at, mark, "Œ" if run[at] == "U" else "œ")


RULE = rule(CODE, "L", "uU", lost_ligature, "mise en uvre", SHAPES)
