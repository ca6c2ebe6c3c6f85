"""What speaks on a line of the head; the modules beside this one ask, each about one kind of thing."""

from __future__ import annotations

from oimpress.passes.head.evidence import (  # they register their questions
    around,
    bodies,
    dates,
    markup,
    names,
    rivals,
    shape,
    words,
)
from oimpress.passes.head.evidence.asking import Page, evidence_on

__all__ = ["Page", "around", "bodies", "dates", "evidence_on", "markup", "names", "rivals", "shape", "words"]
