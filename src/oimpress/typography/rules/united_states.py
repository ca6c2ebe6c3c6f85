"""« É.-U. », the United States."""

from __future__ import annotations

from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.patterns import lazy
from oimpress.typography.convention import Usage
from oimpress.typography.rule import rule

CODE = "T025"
US = lazy(r"E\.(?<![\w.]..)[ \u00a0\u202f]?-[ \u00a0\u202f]?U\.")


def states(run: str, usage: Usage) -> Iterator[Edit]:
    """Write « É.-U. », as in « dollars É.-U. ». Source: Nations Unies, Manuel de rédaction."""
    if "E." not in run:
        return
    for match in US.finditer(run):
        yield Edit(CODE, match.start(), match.start() + 1, "E", "É")


RULE = rule(CODE, "L", "E", states, "200 dollars E.-U.")
