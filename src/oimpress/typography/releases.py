"""Typography through the markup of a whole release."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from oimpress.knowledge.addresses import MAILTO
from oimpress.knowledge.garbled import is_garbled
from oimpress.model import runs
from oimpress.model.nodes import Call, Code, Foreign, Inlines, Link, Release
from oimpress.model.traced import Edit
from oimpress.model.walk import Run, map_runs
from oimpress.model.walk import runs as runs_of
from oimpress.notices import Notice, Result, notice
from oimpress.typography.convention import DEFAULT, Convention, Usage, find_language, usage_of
from oimpress.typography.doubts import Doubted, doubts_in
from oimpress.typography.engine import Proofread, proofread
from oimpress.typography.judge import decided_for
from oimpress.typography.superscripts import raised

#: What no rule of language may touch: what is dialled, written to or visited, and what a machine reads.
UNTOUCHED = frozenset({"address", "code"})
ACRONYM = "T023"
SHORT_RUN = 80  # characters of a run that is remembered
MARGIN = 12  # characters of the sentence shown around a doubt


def typeset_release(release: Release, convention: Convention = DEFAULT) -> Result[Release]:
    """Set every text of the release by the rules of its language, through inline markup.

    The ends of French ordinals are raised. E-mail addresses, telephone numbers, foreign words, code and links that
    show their address stay, and so does text that was decoded wrongly. Notices T101 to T120
    for what only a person can tell, T121 for a language without rules.
    """
    language = find_language(str(release.lang))
    if not language:
        return Result(release, (notice("T121", detail=str(release.lang)),))
    usage = _decided(release, usage_of(language, convention))
    is_french = language[:2] == "fr"
    notices: list[Notice] = []

    def change(run: Run) -> Inlines:
        if run.role in UNTOUCHED:
            return run.children
        text = str(runs.flatten(run.children))
        if is_garbled(text):
            return run.children
        protected = tuple(_protected(run.children, text))
        proof, doubts = (_read_short if len(text) <= SHORT_RUN and not protected else _read)(text, usage, protected)
        if run.role == "headline":  # it takes no full stop at its end
            proof = _without_final_stop(proof, len(text))
        made = runs.apply(run.children, _outside_links(proof.edits, run.children, text))
        notices.extend(_notices(run.path, proof.text, doubts))
        return raised(made, proof.seen) if is_french and run.markup else made

    return Result(map_runs(release, change), tuple(notices))


def _decided(release: Release, usage: Usage) -> Usage:
    """``usage`` with one decision on the quotation marks of the whole release."""
    return decided_for("\n".join(str(runs.flatten(run.children)) for run in runs_of(release)), usage)


def _read(text: str, usage: Usage, protected: tuple[tuple[int, int], ...]) -> tuple[Proofread, tuple[Doubted, ...]]:
    """``text`` proof-read, and what is doubted in it."""
    proof = proofread(text, usage, protected)
    return proof, tuple(doubts_in(proof.text, proof.seen, usage))


# The names, labels and headings of a press office stand in release after release.
_read_short = lru_cache(maxsize=512)(_read)


def _outside_links(edits: list[Edit], children: Inlines, text: str) -> list[Edit]:
    """``edits`` with the space after « beside the mark, not in the link that begins right behind it."""
    begins = {start for start, _, _ in runs.spans(children, Link)} if len(children) > 1 else set()
    if not begins:
        return edits
    return [
        _joined(edit, text) if edit.start == edit.end in begins and not edit.after.strip() else edit for edit in edits
    ]


def _joined(edit: Edit, text: str) -> Edit:
    """An insertion as an edit of the character before it."""
    left = text[edit.start - 1 : edit.start]
    return edit._replace(start=edit.start - len(left), before=left, after=left + edit.after)


def _without_final_stop(proof: Proofread, end: int) -> Proofread:
    """An acronym that lost its full stops at the end of a headline keeps none."""
    last = proof.edits[-1] if proof.edits else None
    if last and last.end == end and ACRONYM in last.rule and last.after.endswith("."):
        edits = [*proof.edits[:-1], last._replace(after=last.after[:-1])]
        return proof._replace(edits=edits, text=proof.text[:-1], seen=proof.seen[:-1])
    return proof


def _protected(children: Inlines, text: str) -> Iterator[tuple[int, int]]:
    """Spans in another language or in code, calls of notes, and links that show their address."""
    if len(children) == 1 and not isinstance(children[0], runs.MARKED):
        return
    found = [(start, end) for kind in (Foreign, Code, Call) for start, end, _ in runs.spans(children, kind)]
    found += (
        (start, end)
        for start, end, link in runs.spans(children, Link)
        if isinstance(link, Link) and text[start:end] in (link.href, link.href.removeprefix(MAILTO))
    )
    reached = 0
    for start, end in sorted(found):
        if start >= reached:
            yield start, end
            reached = end


def _notices(path: str, text: str, doubts: Iterable[Doubted]) -> Iterator[Notice]:
    for code, start, end, proposal in doubts:
        left = text.rfind(" ", 0, max(start - MARGIN, 0)) + 1
        right = text.find(" ", min(end + MARGIN, len(text)))
        around = text[left : right if right > 0 else len(text)]
        yield notice(code, path, around, text[start:end] if proposal else "", proposal)
