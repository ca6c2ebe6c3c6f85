"""The space inside « »."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import repeat

from oimpress.model.traced import Edit
from oimpress.patterns import lazy
from oimpress.typography.convention import SPACES, Usage
from oimpress.typography.guards import GAP
from oimpress.typography.judge import REVERSED
from oimpress.typography.neighbours import BLANK
from oimpress.typography.rule import after, before, places, rule

CODE = "T039"
GUILLEMET = lazy(rf"«{SPACES}*|»")


def inner(run: str, usage: Usage) -> Iterator[Edit]:
    """Set the no-break space inside guillemets, and the space missing before them.

    Source: babel-french (FBsp.guill); Imprimerie nationale.
    """
    reversed_marks = {at for match in REVERSED.finditer(run) for at in (match.start(), match.end() - 1)}
    for match in filter(None, map(GUILLEMET.match, repeat(run), sorted((*places(run, "«"), *places(run, "»"))))):
        start, end = match.span()
        if start in reversed_marks:
            continue
        opens = match[0][0] == "«"
        while not opens and start and run[start - 1] in BLANK:
            start -= 1
        left, right = before(run, start), after(run, end)
        if (opens and right in ("", "\n", "»")) or (not opens and left in ("", "\n", "«")):
            continue
        if opens and (left == ":" or left.isalpha()):
            yield Edit(CODE, start, start, "", " ")
        if not opens and right.isalpha() and after(run, end + 1).isalpha() and _is_open(run, start):
            yield from _parted(run, start, end, usage)
            continue
        space = match[0][1:] if opens else run[start : end - 1]
        if space != usage.guillemets and (right if opens else left) != GAP:
            at = start + opens
            yield Edit(CODE, at, at + len(space), space, usage.guillemets)


def _is_open(run: str, at: int) -> bool:
    return run.rfind("«", 0, at) > run.rfind("»", 0, at)


def _parted(run: str, start: int, end: int, usage: Usage) -> Iterator[Edit]:
    """The closing mark from ``start`` on with its space, and the one missing after it."""
    yield Edit(CODE, start, end, run[start:end], usage.guillemets + "» ")


RULE = rule(CODE, "A", "«»", inner, "«mot»")
