"""Marks that only say that a text ends, and orders of release at its foot."""

from __future__ import annotations

from oimpress.model.draft import Draft, Line
from oimpress.notices import Dropped, Result
from oimpress.passes.foot.leads import has_details
from oimpress.passes.foot.limits import LONGEST_MARK, LONGEST_SOURCE
from oimpress.passes.foot.words import plainly, said
from oimpress.passes.leaving import addresses, without
from oimpress.passes.pins import pin_of
from oimpress.passes.wordings import order_words

END, ORDER, ISSUER, SEPARATOR = "B016", "H015", "H013", "H008"
OPENING = frozenset("-–—*#_=~●○◆°[(/<«fFeEpPàÀdD")  # with what a mark begins


def end_marks(draft: Draft) -> Result[Draft]:
    """Take out « - FIN - », « ### », « -30- », « Pour diffusion immédiate » below the text. Rules B016, H015.

    « SOURCE Régie du Nord » says who issues what a wire sent: the issuer where the head tells none. Rules H013, H008.
    """
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
    done = without(draft, gone)
    named = next(((at, line) for at, line in done.value.lines() if at and _names_source(line)), None)
    return _issued(done, *named) if named else done


def _names_source(line: Line) -> bool:
    text = line.plain.strip()
    if not text.startswith("SOURCE") or len(text) > LONGEST_SOURCE or ":" in text or pin_of(line):
        return False
    return said("source_line").match(plainly(text)) is not None and not has_details(text)


def _issued(done: Result[Draft], at: int, line: Line) -> Result[Draft]:
    """The body behind « SOURCE » as the issuer, unless the head names one; the line is no part of the text."""
    text = line.text.strip()
    word = said("source_line").match(plainly(str(text)))
    assert word is not None
    draft = done.value.without({at})
    body = text[word.end() :]
    if draft.release.issuer:
        return Result(draft, done.notices, (*done.dropped, Dropped(text, END), *addresses(line.children)))
    gone = (*done.dropped, Dropped(text[: word.end()], SEPARATOR), *addresses(line.children))
    return Result(draft.with_fields(issuer=body.put_by(ISSUER)), done.notices, gone)
