"""Fields of one line: a name, a place, a fact's value. Whoever broke one over two lines meant a space."""

from __future__ import annotations

from oimpress.model.grammar import Role
from oimpress.model.nodes import Inlines, Release, Text
from oimpress.model.runs import flatten, one_line
from oimpress.model.traced import Traced
from oimpress.model.walk import Run, map_runs

FIELDS: frozenset[Role] = frozenset({"field", "address"})  # what can hold no markup


def one_line_fields(release: Release) -> Release:
    """``release`` with a space for each line break in a field that can hold no markup. Rule L005."""
    return map_runs(release, _on_one_line, FIELDS)


def _on_one_line(run: Run) -> Inlines:
    text = flatten(run.children)
    if "\n" not in text or not isinstance(text, Traced):
        return run.children
    return (Text(one_line(text)),)
