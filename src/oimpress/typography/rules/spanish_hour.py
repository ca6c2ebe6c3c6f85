"""Spanish hours."""

from __future__ import annotations

from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.patterns import lazy
from oimpress.typography.convention import SPACES, Usage
from oimpress.typography.figures import bound
from oimpress.typography.guards import MASK
from oimpress.typography.rule import rule

CODE = "T059"
HOUR = lazy(
    rf"[\d{MASK}]({SPACES}?)(?=(?:[ap]\.[ \u00a0\u202f]?m\.|h(?![\w’'])))"
    rf"|[0-9](?<=h[ \u00a0\u202f]\d\d)({SPACES}?)(?=min(?!\w))"
)


def hour(run: str, usage: Usage) -> Iterator[Edit]:
    """Bind « h », « a. m. » and « p. m. » to the number. Source: RAE, Ortografía, VIII.2.5."""
    for match in HOUR.finditer(run):
        yield from bound(CODE, run, *match.span(match.lastindex or 1))


RULE = rule(CODE, "A", "hm", hour, "a las 10:30 h", (r"h(?!\w)", r"m\."))
