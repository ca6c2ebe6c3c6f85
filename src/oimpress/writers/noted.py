"""Notes where nothing can be linked: each begins with the mark that calls it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from oimpress.model.nodes import Call, Inlines, Release
from oimpress.model.runs import inlines, plain, spans
from oimpress.model.walk import Run, map_runs, runs, slots


def call_mark(label: str) -> str:
    """The mark of a note where nothing can be set high: in brackets what would run into the word before it."""
    return f"[{label}]" if label.isalnum() else label


def labels(release: Release) -> dict[str, str]:
    """The mark that first calls each note, by the note's name."""
    found: dict[str, str] = {}
    for call in _calls(release):
        found.setdefault(str(call.to), plain(call.children))
    return found


def called(release: Release) -> Counter[str]:
    """How often each note is called, by its name."""
    return Counter(str(call.to) for call in _calls(release))


def _calls(release: Release) -> Iterator[Call]:
    found = (call for run in runs(release) for _, _, call in spans(run.children, Call))
    return (call for call in found if isinstance(call, Call))


def labelled(release: Release) -> Release:
    """``release`` with the mark of its call before each note."""
    called = labels(release)
    if not called:
        return release
    names = {path.removesuffix("/@id"): str(name) for path, name in slots(release) if path.endswith("/@id")}

    def change(run: Run) -> Inlines:
        label = called.get(names.get(run.path, ""), "") if run.element == "note" else ""
        return inlines(f"{call_mark(label)} ", *run.children) if label else run.children

    return map_runs(release, change)
