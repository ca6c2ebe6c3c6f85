"""Tabs, and spaces of other widths."""

from __future__ import annotations

from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.patterns import lazy
from oimpress.typography.convention import Usage
from oimpress.typography.rule import rule

CODE = "T003"
ODD_SPACES = "\t\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u205f"
ODD_SPACE = lazy(f"[{ODD_SPACES}]+")


def width(run: str, usage: Usage) -> Iterator[Edit]:
    """Make thin, figure and quad spaces and tabs an ordinary space, except at the start of a line.

    Source: Unicode Standard, ch. 6.
    """
    for match in ODD_SPACE.finditer(run):
        if match[0][0] != "\t" or run[match.start() - 1 : match.start()] not in ("", "\n"):
            yield Edit(CODE, *match.span(), match[0], " ")


RULE = rule(CODE, "A", ODD_SPACES, width, "Genève\u2009: demain")
