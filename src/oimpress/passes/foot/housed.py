"""Where post is delivered, told by what stands beside it: « Cité olympique, El Menzah – 1003 Tunis »."""

from __future__ import annotations

from collections.abc import Sequence

from oimpress.knowledge.gazetteer import place_countries
from oimpress.knowledge.people import is_function
from oimpress.passes.foot.alone import body_in, tells_address
from oimpress.passes.foot.pieces import ContactPiece
from oimpress.passes.foot.words import plainly, said
from oimpress.patterns import lazy

BOX = lazy(r"(?:B\.? ?P\.?|P\.? ?O\.? ?Box|[Cc]ase postale|Apartado|Apdo\.?) ?[\d ]+")
TOWN = lazy(r"[A-ZÀ-Þ][\w'-]+(?: [A-ZÀ-Þ\d][\w'-]*){0,2}")  # behind a box, whether or not we know it
BETWEEN = lazy(r"[\s.,·|–—-]*")  # what parts the pieces of an address


def is_housed(pieces: Sequence[ContactPiece], at: int, plain: str) -> bool:
    """Whether the piece ``at`` of the line ``plain`` belongs to an address whose street, box or code stands beside it.

    A quarter or a building does beside one, whatever stands between two parts of one, and a place behind one.
    """
    first, last = _reach(pieces, at, plain, -1), _reach(pieces, at, plain, 1)
    if first == last:
        return False
    texts = [plainly(str(piece.text)) for piece in pieces[first : last + 1]]
    own = at - first
    text = texts[own]
    told = [number for number, each in enumerate(texts) if tells_address(each) or said("quarter").match(each)]
    enough = len(told) > 1 or any(tells_address(texts[number]) for number in told)
    if not enough or is_function(text) or _is_body(text):
        return False
    if said("quarter").match(text):
        return True
    before = any(number < own for number in told)
    if own and BOX.fullmatch(texts[own - 1]) and TOWN.fullmatch(text):
        return True
    return before and (own < told[-1] or _is_place(text) or (own + 1 < len(texts) and _is_place(texts[own + 1])))


def _is_body(text: str) -> bool:
    return body_in(text) > 0 and not said("quarter").match(text)


def _is_place(text: str) -> bool:
    return bool(place_countries(text)) or said("postal_code").match(text) is not None


def _reach(pieces: Sequence[ContactPiece], at: int, plain: str, step: int) -> int:
    """The number of the last piece from ``at`` on, in one direction, that only such marks part from the one before."""
    while 0 <= at + step < len(pieces):
        left, right = sorted((at, at + step))
        one, other = pieces[left], pieces[right]
        if other.kind != "words" or one.kind != "words" or one.line != other.line:
            break
        if not BETWEEN.fullmatch(plain, one.start + len(one.text), other.start):
            break
        at += step
    return at
