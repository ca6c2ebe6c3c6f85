"""« % » and « ‰ »."""

from __future__ import annotations

from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.patterns import lazy
from oimpress.typography.convention import Usage
from oimpress.typography.figures import bound
from oimpress.typography.neighbours import BLANK
from oimpress.typography.rule import before, rule

CODE = "T035"
RATE = lazy(r"[%‰](?!\w)")


def percent(run: str, usage: Usage) -> Iterator[Edit]:
    """Set a no-break space before « % » and « ‰ ». Source: CLDR 48 (fr); J. André."""
    for match in RATE.finditer(run):
        start = end = match.start()
        while start and run[start - 1] in BLANK:
            start -= 1
        if before(run, start).isdigit():
            yield from bound(CODE, run, start, end)


RULE = rule(CODE, "A", "%‰", percent, "45%")
