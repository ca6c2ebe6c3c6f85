"""Centuries."""

from __future__ import annotations

from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.patterns import lazy
from oimpress.typography.convention import NBSP, Usage
from oimpress.typography.rule import rule

CODE = "T027"
AGE = lazy(r"(?:[0-9IVX]e|Ier)([ \u00a0\u202f])siècles?(?!\w)")


def century(run: str, usage: Usage) -> Iterator[Edit]:
    """Keep « XXIe siècle » together. Source: J. André, § 5.1.3."""
    for match in AGE.finditer(run):
        if match[1] != NBSP:
            yield Edit(CODE, *match.span(1), match[1], NBSP)


RULE = rule(CODE, "A", "è", century, "au XXIe siècle", ("siè",))
