"""Proposals that a person accepted: the words of a notice, replaced by what it proposed."""

from __future__ import annotations

import re
from collections.abc import Mapping

from oimpress.model.nodes import Inlines, Release
from oimpress.model.runs import apply, flatten
from oimpress.model.traced import Edit
from oimpress.model.walk import Run, map_runs
from oimpress.notices import Notice, Result, notice

ACCEPTED = "T062"


def accept(release: Release, proposals: Mapping[str, str]) -> Result[Release]:
    """Carry out ``proposals``, words -> what a person wants in their place. Rule T062.

    Spaces of any width are the same here, and apostrophes of any kind. Notice T125 for words that stand nowhere.
    """
    pattern = re.compile("|".join(_loose(words) for words in sorted(proposals, key=len, reverse=True)))
    wanted = {_folded(words): proposal for words, proposal in proposals.items()}
    met: set[str] = set()

    def change(run: Run) -> Inlines:
        text = str(flatten(run.children))
        edits = []
        for match in pattern.finditer(text):
            met.add(_folded(match[0]))
            edits.append(Edit(ACCEPTED, *match.span(), match[0], wanted[_folded(match[0])]))
        return apply(run.children, [edit for edit in edits if edit.before != edit.after])

    made = map_runs(release, change)
    return Result(made, tuple(_told(words) for words in proposals if _folded(words) not in met))


def _told(words: str) -> Notice:
    return notice("T125", detail=words)


def _folded(words: str) -> str:
    return re.sub(r"[\s\u00a0\u202f]", " ", words).replace("'", "’")


def _loose(words: str) -> str:
    """An expression for ``words`` with any space between them; whole words where they begin and end as such."""
    begin, end = (r"(?<!\w)" if words[:1].isalnum() else ""), (r"(?!\w)" if words[-1:].isalnum() else "")
    inner = r"[ \n\u00a0\u202f]".join(map(re.escape, _folded(words).split(" "))).replace("’", "['’]")
    return begin + inner + end
