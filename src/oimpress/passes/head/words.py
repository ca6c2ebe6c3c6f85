"""What the lines of a head say: the wordings of ``words.toml``."""

from __future__ import annotations

from functools import partial

from oimpress.passes.wordings import plainly, said_in

__all__ = ["EDGE", "plainly", "said"]

EDGE = " ,.;:–—|/()·-"  # around a place, a date and a label

said = partial(said_in, __package__)  # asked some hundred times a release
