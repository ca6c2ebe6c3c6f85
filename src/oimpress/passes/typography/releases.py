"""Typography through the markup of a whole release."""

from __future__ import annotations

from collections.abc import Iterator

from oimpress.model import runs
from oimpress.model.nodes import Foreign, Inlines, Link, Release
from oimpress.model.walk import Run, map_runs
from oimpress.notices import Notice, Result, notice
from oimpress.passes.typography.convention import DEFAULT, Convention, find_language, spacing
from oimpress.passes.typography.doubts import doubts_in
from oimpress.passes.typography.engine import Proofread, proofread
from oimpress.passes.typography.superscripts import raised

#: Elements whose text is dialled or written to.
UNTOUCHED = frozenset({"phone", "email"})
#: Elements that take no full stop at their end.
HEADLINES = frozenset({"kicker", "title", "subtitle", "heading"})
ACRONYM = "T023"
MARGIN = 12  # characters of the sentence shown around a doubt


def typeset_release(release: Release, convention: Convention = DEFAULT) -> Result[Release]:
    """Set every text of the release by the rules of its language, through inline markup.

    The ends of French ordinals are raised. E-mail addresses, telephone numbers, foreign words and links that show
    their address stay. Notices T101 to T120
    for what only a person can tell, T121 for a language without rules.
    """
    language = find_language(str(release.lang))
    if not language:
        return Result(release, (notice("T121", detail=str(release.lang)),))
    spaces = spacing(language, convention)
    is_french = language[:2] == "fr"
    notices: list[Notice] = []

    def change(run: Run) -> Inlines:
        if run.element in UNTOUCHED:
            return run.children
        text = str(runs.flatten(run.children))
        proof = proofread(text, spaces, _protected(run.children, text))
        if run.element in HEADLINES:
            proof = _without_final_stop(proof, len(text))
        made = runs.apply(run.children, proof.edits)
        if not is_french:
            return made
        notices.extend(_notices(run.path, proof))
        return raised(made, proof.seen) if run.markup else made

    return Result(map_runs(release, change), tuple(notices))


def _without_final_stop(proof: Proofread, end: int) -> Proofread:
    """An acronym that lost its full stops at the end of a headline keeps none."""
    last = proof.edits[-1] if proof.edits else None
    if last and last.end == end and ACRONYM in last.rule and last.after.endswith("."):
        edits = [*proof.edits[:-1], last._replace(after=last.after[:-1])]
        return proof._replace(edits=edits, text=proof.text[:-1], seen=proof.seen[:-1])
    return proof


def _protected(children: Inlines, text: str) -> Iterator[tuple[int, int]]:
    """Spans in another language, and links that show their address."""
    if len(children) == 1 and not isinstance(children[0], runs.MARKED):
        return
    found = [(start, end) for start, end, _ in runs.spans(children, Foreign)]
    found += (
        (start, end)
        for start, end, link in runs.spans(children, Link)
        if isinstance(link, Link) and text[start:end] in (link.href, link.href.removeprefix("mailto:"))
    )
    reached = 0
    for start, end in sorted(found):
        if start >= reached:
            yield start, end
            reached = end


def _notices(path: str, proof: Proofread) -> Iterator[Notice]:
    text = proof.text
    for code, start, end in doubts_in(text, proof.seen, proof.present):
        left = text.rfind(" ", 0, max(start - MARGIN, 0)) + 1
        right = text.find(" ", min(end + MARGIN, len(text)))
        yield notice(code, path, text[left : right if right > 0 else len(text)])
