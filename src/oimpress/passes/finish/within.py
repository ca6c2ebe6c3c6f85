"""Links within the release: each leads to an anchor that is there, and each anchor is led to."""

from __future__ import annotations

from itertools import count

from oimpress.model.anchors import tied
from oimpress.model.nodes import Release
from oimpress.notices import Result, notice


def within(release: Release) -> Result[Release]:
    """Number the places that links within the release lead to, and take links off whose place was left out.

    Notice R097 for each of those: its words stay.
    """
    numbers = count(1)
    done = tied(release, lambda _: f"a{next(numbers)}")
    return Result(done.release, tuple(dict.fromkeys(notice("R097", detail=words) for words in done.lost)))
