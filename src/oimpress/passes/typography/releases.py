"""Typography through the markup of a whole release."""

from __future__ import annotations

from collections.abc import Iterator

from oimpress.model import runs
from oimpress.model.nodes import Foreign, Inlines, Link, Release
from oimpress.model.walk import Run, map_runs
from oimpress.notices import Result
from oimpress.passes.typography.convention import DEFAULT, Convention, find_language, spacing
from oimpress.passes.typography.engine import edits_of

#: Elements whose text is dialled or sent to.
UNTOUCHED = frozenset({"phone", "email"})


def typeset_release(release: Release, convention: Convention = DEFAULT) -> Result[Release]:
    """Set every text of the release by the rules of its language, through inline markup."""

    def change(run: Run) -> Inlines:
        if run.element in UNTOUCHED or not (language := find_language(str(run.lang))):
            return run.children
        text = str(runs.flatten(run.children))
        edits = edits_of(text, spacing(language, convention), _foreign(run.children, text))
        return runs.apply(run.children, edits)

    return Result(map_runs(release, change))


def _foreign(children: Inlines, text: str) -> Iterator[tuple[int, int]]:
    """Spans in another language, and links that show their address."""
    reached = 0
    found = [(start, end) for start, end, _ in runs.spans(children, Foreign)]
    found += (
        (start, end)
        for start, end, link in runs.spans(children, Link)
        if text[start:end] in (link.href, link.href.removeprefix("mailto:"))
    )
    for start, end in sorted(found):
        if start >= reached:
            yield start, end
            reached = end
