"""« million » and « milliard »."""

from __future__ import annotations

from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.patterns import lazy
from oimpress.typography.convention import SPACES, Usage
from oimpress.typography.figures import bound
from oimpress.typography.rule import DIGITS, rule

CODE = "T037"
MILLION = lazy(rf"illi(?:(?<=[0-9]{SPACES}[mb]illi)|(?<=[0-9]{SPACES}trilli))(?:on|ard)s?(?!\w)")


def millions(run: str, usage: Usage) -> Iterator[Edit]:
    """Bind a number to « million » and « milliard ». Source: J. André, § 5.1.3."""
    for match in MILLION.finditer(run):
        end = match.start() - (1 if run[match.start() - 1] != "r" else 2)
        yield from bound(CODE, run, end - 1, end)


RULE = rule(CODE, "A", DIGITS, millions, "12 millions de personnes")
