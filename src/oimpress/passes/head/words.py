"""What the lines of a head say: the wordings of ``words.toml``."""

from __future__ import annotations

import re

from oimpress.passes.wordings import plainly, said_in

__all__ = ["plainly", "said"]


def said(name: str) -> re.Pattern[str]:
    """The pattern of the ways of saying ``name`` in a head."""
    return said_in(__package__, name)
