"""Marks that only say that a text ends, and orders of release at its foot."""

from __future__ import annotations

from oimpress.model.draft import Draft
from oimpress.notices import Result
from oimpress.passes.foot.limits import LONGEST_MARK
from oimpress.passes.foot.words import plainly, said
from oimpress.passes.leaving import without
from oimpress.passes.pins import pin_of
from oimpress.passes.wordings import order_words

END, ORDER = "B016", "H015"
OPENING = frozenset("-–—*#_=~●○◆°[(/<«fFeEpPàÀdD")  # with what a mark begins


def end_marks(draft: Draft) -> Result[Draft]:
    """Take out « - FIN - », « ### », « -30- », « Pour diffusion immédiate » below the text. Rules B016, H015."""
    gone: dict[int, str] = {}
    for count, (at, line) in enumerate(draft.lines()):
        text = plainly(line.plain).strip() if count and len(line.plain) <= LONGEST_MARK else ""
        pin = pin_of(line)
        if pin:
            gone |= {at: END} if pin in ("end-mark", "separator", "order") else {}
        elif text[:1] in OPENING:
            if said("end_mark").match(text):
                gone[at] = END
            elif order_words().match(text):
                gone[at] = ORDER
    return without(draft, gone)
