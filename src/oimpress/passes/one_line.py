"""Fields of one line: a name, a place, a fact's value. Whoever broke one over two lines meant a space."""

from __future__ import annotations

from oimpress.model.nodes import Inlines, Release, Text
from oimpress.model.runs import flatten, one_line
from oimpress.model.traced import Traced
from oimpress.model.walk import Run, map_runs


def one_line_fields(release: Release) -> Release:
    """``release`` with a space for each line break in a field that can hold no markup. Rule L005."""
    return map_runs(release, _on_one_line)


def _on_one_line(run: Run) -> Inlines:
    text = flatten(run.children)
    if run.markup or "\n" not in text or not isinstance(text, Traced):
        return run.children
    return (Text(one_line(text)),)
