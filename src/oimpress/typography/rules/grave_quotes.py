"""Quotation marks keyed with accents and commas."""

from __future__ import annotations

from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.patterns import lazy
from oimpress.typography.convention import Usage
from oimpress.typography.nesting import Depth
from oimpress.typography.rule import rule

CODE = "T043"
KEYED = lazy(r"((?:``|´´|,,)(?<![\w`´,']..)([ \u00a0]?))(?=\w)[^`´\n]{0,300}?[\w.!?…](\2(?:''|´´|``|’’))(?![\w'’`´])")


def keyed(run: str, usage: Usage) -> Iterator[Edit]:
    """Make ``a'' and ,,a'' the quotation marks of the language. Source: LaTeX, which writes “a” so; J. André."""
    depth = Depth(run, usage)
    for match in KEYED.finditer(run):
        opening, closing = usage.levels[min(depth.at(match.start()), 2)]
        yield Edit(CODE, *match.span(1), match[1], opening)
        yield Edit(CODE, *match.span(3), match[3], closing)


RULE = rule(CODE, "A", "`´,", keyed, "un ``mot'' ici", ("``", "´´", ",,"))
