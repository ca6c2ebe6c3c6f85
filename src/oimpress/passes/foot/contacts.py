"""Contacts: who can be asked how, read as a whole from the lines that hold them."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace
from itertools import zip_longest
from typing import TypeAlias

from oimpress.knowledge.folding import fold
from oimpress.model.draft import Draft, Line, LineReading, put_by
from oimpress.model.house import House
from oimpress.model.nodes import Block, Contact, Link, Para
from oimpress.model.runs import spans
from oimpress.model.traced import Traced
from oimpress.notices import Dropped, Notice, Result, notice
from oimpress.passes.foot.alone import OwnWord
from oimpress.passes.foot.cards import HREF, LEAD, Card, CardIndex, Gone, Said
from oimpress.passes.foot.columns import unfolded
from oimpress.passes.foot.countries import overseas, told_by_page
from oimpress.passes.foot.doubts import Placed, lines_in_doubt
from oimpress.passes.foot.evidence import evidence_on
from oimpress.passes.foot.letterhead import with_issuer, without_letterhead
from oimpress.passes.foot.named_again import KnownCards
from oimpress.passes.foot.numbers import by_domain, is_abroad, regions_of, told_by
from oimpress.passes.foot.page_end import is_tool
from oimpress.passes.foot.pieces import ContactPiece, Cut
from oimpress.passes.foot.region import regions, signed_by
from oimpress.passes.foot.shared import settled
from oimpress.passes.foot.together import of_bodies, parted
from oimpress.passes.labelling import LabelTable, load, read, told
from oimpress.passes.leaving import left_out
from oimpress.passes.pins import PIECES, WHOLE_LINES, pin_of, told_by_pins

TWICE, TOOL = "C008", "F002"
ContactBlocks: TypeAlias = list[Para | Contact]


def contacts(draft: Draft) -> Result[Draft]:
    """Take the contacts out of the flow; where it holds none, out of a mail's signature. Rules C001-C010, F002, H019.

    Notices: C101 unreadable number, C102 no details, C103 details that could be another person's: their lines stay.
    Raises UsageError for words that a person says are a piece of a contact, and that no contact holds.
    """
    done = _taken(draft)
    told_by_pins(draft, [one.words for one in done.value.readings if one.region in ("contacts", WHOLE_LINES)])
    return done


def _taken(draft: Draft) -> Result[Draft]:
    flow: list[Line | Block] = list(draft.flow)
    found: list[Para | Contact] = []
    notices: list[Notice] = []
    dropped: list[Dropped] = []
    readings: list[LineReading] = []
    stretches = regions(draft.flow)
    if not stretches and draft.signature:
        return _of_sender(draft)
    tools = _tools_below(draft.flow, stretches)
    for start, end in reversed(stretches):
        lines = unfolded(draft.flow[start:end], draft.characters)
        items, gone, doubts, weighed = _read(draft, lines, elsewhere=len(stretches) > 1)
        readings[:0] = weighed
        notices += doubts
        if items:
            flow[start:end] = []
            found[:0] = items
            dropped += gone
    if found:
        dropped += [each for line in tools for each in left_out(line, TOOL)]
        flow = [item for item in flow if not any(item is line for line in tools)]
    draft = replace(draft, readings=(*draft.readings, *readings))
    return Result(
        draft.with_fields(tuple(flow), contacts=tuple(found)) if found else draft, tuple(notices), tuple(dropped)
    )


def _of_sender(draft: Draft) -> Result[Draft]:
    """What a mail's signature says of its sender: contacts where it is sure, else no part of the release."""
    start, end = signed_by(draft.signature)
    if start == end:
        return Result(draft)
    items, gone, doubts, weighed = _read(draft, unfolded(draft.signature[start:end], draft.characters))
    draft = replace(draft, readings=(*draft.readings, *weighed))
    if not any(isinstance(item, Contact) for item in items):
        return Result(draft)
    left = replace(draft, signature=(*draft.signature[:start], *draft.signature[end:]))
    return Result(left.with_fields(contacts=tuple(items)), tuple(doubts), tuple(gone))


def _tools_below(flow: Sequence[Line | Block], stretches: Sequence[tuple[int, int]]) -> list[Line]:
    """The lines below the contacts that are the page's own."""
    below = flow[stretches[-1][1] :] if stretches else ()
    return [item for item in below if isinstance(item, Line) and is_tool(item.plain.strip())]


def table() -> LabelTable:
    """What the pieces of contact lines are weighed by."""
    return load(__package__, "contacts")


def _read(
    draft: Draft, lines: Sequence[Line], elsewhere: bool = False
) -> tuple[ContactBlocks, list[Dropped], list[Notice], list[LineReading]]:
    """The contacts of one stretch of lines; none where the lines hold no details of anybody.

    ``elsewhere`` says that others hold some.
    """
    dateline = draft.release.dateline
    country = str(dateline.place.country) if dateline and dateline.place else ""
    said = [line.plain for line in lines]
    regions = (*overseas(draft), *regions_of(country, draft.house.country, draft.release.lang))
    regions = regions or told_by(said) or by_domain(said) or told_by_page(draft, said)
    desk = CardIndex(draft.release.lang, regions, is_abroad(said))
    cuts: list[Cut] = []
    for number, (line, below) in enumerate(zip_longest(lines, lines[1:])):
        cuts.append(Cut(line, number, desk.regions, desk.lang, cuts[-1] if cuts else None, below))
    seen = evidence_on(cuts, _own_words(draft.house) | _issuing(draft.release.issuer))
    pieces = [(cuts[piece.line].line.where, str(piece.text)) for piece in _pieces(cuts)]
    pins = _pins(draft, cuts)
    readings = read(seen, table(), pins)  # every label can stand behind every other: no pins contradict one another
    weighed = [told(*one, "contacts", reading) for one, reading in zip(pieces, readings, strict=True)]
    desk.take(cuts, readings, pins)
    _once(desk)
    desk.items = settled(desk.items)
    cards = [item for item in desk.items if isinstance(item, Card)]
    if not any(card.reachable or (card.addresses and card.told_of) for card in cards) and not any(
        one.label == "sentence" for one in readings
    ):
        return [], [], [notice("C102", lines[0].where)], weighed
    desk.items = with_issuer(without_letterhead(desk.items, cuts, elsewhere), str(draft.release.issuer))
    told_of = zip(_pieces(cuts), readings, seen, strict=True)
    placed = [Placed(piece.line, one, evidence) for piece, one, evidence in told_of]
    pinned = {piece.line for at, piece in enumerate(_pieces(cuts)) if at in pins}
    doubted = lines_in_doubt(placed, desk.items, pinned)
    doubted |= {cut.number for cut in cuts if not cut.pieces and cut.number + 1 in doubted}  # « Tél. : » alone
    leading = {cut.number for cut in cuts if [piece.kind for piece in cut.pieces] == ["lead"]}  # such stay in any case
    whole = (doubted - leading) | {one.line for one in placed if one.reading.label == "sentence"}
    weighed += [_as_whole(cut, cut.number in doubted) for cut in cuts if cut.number in whole]
    return *_laid_out(desk, cuts, doubted), weighed


def _as_whole(cut: Cut, doubted: bool) -> LineReading:
    """That a line stays as it is, whatever its pieces were read as."""
    why = frozenset(("whose it is" if doubted else "in a sentence",))
    return LineReading(cut.line.where, str(cut.text), WHOLE_LINES, "sentence", 0, {}, why)


def _laid_out(
    desk: CardIndex, cuts: Sequence[Cut], doubted: Set[int]
) -> tuple[ContactBlocks, list[Dropped], list[Notice]]:
    """The contacts in the order of their lines; of those ``doubted`` the lines as they are."""
    found: list[Para | Card] = []
    waiting = [cut for cut in cuts if cut.number in doubted]
    for item in desk.items:
        while waiting and item.lines and waiting[0].number < min(item.lines):
            found += _as_it_is(waiting.pop(0))
        if doubted.isdisjoint(item.lines) and (isinstance(item, Said) or item.texts()):
            found += [item.words] if isinstance(item, Said) else parted(item)
    found += [block for cut in waiting for block in _as_it_is(cut)]
    gone = [each.dropped for each in desk.gone if each.line not in doubted]
    gone += _hrefs([cut for cut in cuts if cut.number not in doubted])
    where = {cut.line.where for cut in cuts if cut.number in doubted}
    return (
        _made(found),
        gone,
        [*(each for each in desk.notices if each.where not in where), *_doubts(desk, cuts, doubted)],
    )


def _made(found: Sequence[Para | Card]) -> ContactBlocks:
    """Contacts of the cards; what people of one body share is the body's."""
    return [one.frozen() if isinstance(one, Card) else one for one in of_bodies(found)]


def _as_it_is(cut: Cut) -> list[Para]:
    return [Para(put_by(cut.children, LEAD))] if cut.line.text.start >= 0 else []


def _doubts(desk: CardIndex, cuts: Sequence[Cut], doubted: Set[int]) -> list[Notice]:
    """One remark for the lines that stay, with the names in them."""
    if not doubted:
        return []
    names = (item.name for item in desk.items if isinstance(item, Card) and not doubted.isdisjoint(item.lines))
    return [notice("C103", cuts[min(doubted)].line.where, " / ".join(filter(None, names)))]


def _pieces(cuts: Sequence[Cut]) -> list[ContactPiece]:
    return [piece for cut in cuts for piece in cut.pieces]


def _own_words(house: House) -> dict[str, OwnWord]:
    """The words of a house that its contacts are told by, folded."""
    bodies: dict[str, OwnWord] = dict.fromkeys(map(fold, (*house.organisations, *house.agencies)), "organisation")
    roles: dict[str, OwnWord] = dict.fromkeys(map(fold, house.roles), "role")
    return bodies | roles


def _issuing(issuer: str) -> dict[str, OwnWord]:
    """The body that the head names: among contacts it is nobody's name."""
    return {fold(issuer): "organisation"} if issuer else {}


def _pins(draft: Draft, cuts: Sequence[Cut]) -> dict[int, str]:
    """What a person says that pieces are, by their words or by those of their line."""
    if not draft.pins:
        return {}
    said = {fold(words): label for label in PIECES for words in draft.pins.get(label, ())}
    sentences = {*map(fold, draft.pins.get("sentence", ()))}
    pins = [
        "sentence" if fold(str(cut.text)) in sentences else said.get(fold(str(piece.text)), "") or _of_line(cut, piece)
        for cut in cuts
        for piece in cut.pieces
    ]
    return {at: label for at, label in enumerate(pins) if label}


def _of_line(cut: Cut, piece: ContactPiece) -> str:
    """What a person says that the whole line of a piece is: a sentence, or the label of its words."""
    pin = pin_of(cut.line)
    return pin if pin == "sentence" or (pin in PIECES and piece.kind in ("words", "lead")) else ""


def _hrefs(cuts: Sequence[Cut]) -> list[Dropped]:
    """The addresses of links whose words became fields."""
    links = (link for cut in cuts for at, _, link in spans(cut.children, Link) if at not in cut.hidden)
    return [Dropped(link.href, HREF) for link in links if isinstance(link, Link) and isinstance(link.href, Traced)]


def _once(desk: CardIndex) -> None:
    """Keep a contact once that is named again with nothing more than some of its addresses and numbers.

    So is one whose first name stands below, as a mail is signed.
    """
    known = KnownCards()
    again: set[int] = set()
    for card in [item for item in desk.items if isinstance(item, Card)]:
        if same := known.same(card):
            again.add(id(card))
            desk.gone += [Gone(min(card.lines), Dropped(text, TWICE)) for text in card.texts()]
            same.lines |= card.lines
        else:
            known.add(card)
    desk.items = [item for item in desk.items if id(item) not in again]
