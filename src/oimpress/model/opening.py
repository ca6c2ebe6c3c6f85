"""What stands for the title of a release that has none: the words it opens with."""

from __future__ import annotations

from oimpress.model.nodes import Release
from oimpress.model.runs import plain
from oimpress.model.walk import runs

WORDS = 10  # about a line of a title


def called(release: Release) -> str:
    """What a release is called wherever no markup can stand: its title, else the words it opens with."""
    return plain(release.title).strip() or opening(release)


def opening(release: Release) -> str:
    """The first words of the body, with an ellipsis where it goes on; the id of a release without a word."""
    for run in runs(release):
        words = plain(run.children).split() if run.path.startswith("body") else []
        if words:
            return " ".join(words[:WORDS]).rstrip(",;:") + ("…" if len(words) > WORDS else "")
    return str(release.id)
