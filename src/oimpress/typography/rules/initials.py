"""Initials of persons."""

from __future__ import annotations

from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.patterns import lazy
from oimpress.typography.convention import Usage
from oimpress.typography.figures import bound
from oimpress.typography.rule import rule

CODE = "T044"
SEVERAL = lazy(
    r"[A-ZÀ-Þ]\.(?<![\w.’'-]..)(?:-[A-ZÀ-Þ]\.(?=[ \u00a0\u202f])|[ \u00a0\u202f]?(?=[A-ZÀ-Þ]\.[ \u00a0\u202f]))"
    r"(?:[A-ZÀ-Þ]\.[ \u00a0\u202f]){0,4}[ \u00a0\u202f]?(?=[A-ZÀ-Þ][^\W\d_]+(?!\.))"
)
EXCELLENCY = ("S.E.", "S. E.", "S.\u00a0E.")  # a style of address, no name


def initials(run: str, usage: Usage) -> Iterator[Edit]:
    """Bind two initials or more to each other and to the name. Source: J. André, § 5.1.3; Chicago, 6.121."""
    for match in SEVERAL.finditer(run):
        if match[0].startswith(EXCELLENCY):
            continue
        for at in range(*match.span()):
            if run[at] in " \u202f":
                yield from bound(CODE, run, at, at + 1)


RULE = rule(CODE, "A", ".", initials, "A. B. Martin", (r"\.(?:-[A-ZÀ-Þ]\.|[ \u00a0\u202f]?[A-ZÀ-Þ]\.)",))
