"""People named together: « Capucine Wauters & Djibril N'Diaye, 06 … & 06 …, agence@… ».

What stands below their names is for each of them, unless it says whose it is: as many numbers as names, joined as the
names are, or an address that spells one name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from oimpress.model.nodes import Phone, Web
from oimpress.model.traced import Traced, inserted
from oimpress.passes.foot.cards import Card
from oimpress.passes.foot.evidence import bare, spells

SHARED = "C010"


def parted(card: Card) -> list[Card]:
    """One card for each person; what they share is printed once in the source and stands in the first of them."""
    if len(card.names) < 2:
        return [card]
    mails = _mails(card)
    return [
        replace(
            card,
            names=[name],
            roles=_again(card.roles, at),
            organisations=_again(card.organisations, at),
            addresses=_again(card.addresses, at),
            phones=[card.phones[at]] if _one_each(card) else [_rung(phone, at) for phone in card.phones],
            emails=mails[at],
            webs=[_opened(page, at) for page in card.webs],
        )
        for at, name in enumerate(card.names)
    ]


def settled(cards: Sequence[Card]) -> None:
    """Give each address to the person whose name it spells, and what heads or closes several lines to all of them."""
    for card in cards:
        for mail in list(card.emails):
            owners = [other for other in cards if other.names and _spells(other, mail)]
            if len(owners) == 1 and owners[0] is not card and not owners[0].emails:
                owners[0].emails.append(mail)
                owners[0].lines |= card.lines
                card.emails.remove(mail)
    blocks = list(_blocks(cards))
    for above, card in pairwise(cards):
        _inherit(above, card)
    for block in blocks:
        _share_last(block)


def _blocks(cards: Sequence[Card]) -> Iterator[list[Card]]:
    """The cards without a blank or another body between."""
    block: list[Card] = []
    for card in cards:
        if block and (card.parted or 0 <= card.headed < card.named):
            yield block
            block = []
        block.append(card)
    yield block


def _spells(card: Card, mail: Traced) -> bool:
    return any(spells(str(name), bare(str(mail).partition("@")[0])) for name in card.names)


def _inherit(above: Card, card: Card) -> None:
    """A body above several people, with no blank between them, is the body of all of them."""
    row = above.reachable and above.last == card.named - 1
    if row and card.reachable and not card.parted and 0 <= above.headed < above.named and not card.organisations:
        card.organisations += [inserted(str(body), SHARED, body.end) for body in above.organisations]
        card.headed = above.headed


def _share_last(cards: Sequence[Card]) -> None:
    """An address that stands alone below lines of which each names somebody with a number is everybody's."""
    *others, last = cards or [Card()]
    rows = [one for one in cards if one.named >= 0 and one.named == one.told and not one.parted]
    if not others or len(rows) < len(cards) - 1 or not last.emails or any(one.emails for one in others):
        return
    if last.last > last.told == last.named and not any(_spells(one, mail) for one in cards for mail in last.emails):
        for other in others:
            other.emails += [inserted(str(mail), SHARED, mail.end) for mail in last.emails]
            other.lines |= last.lines


def is_unclear(card: Card) -> bool:
    """Whether numbers below several names could be anybody's."""
    return len(card.names) > 1 and len(card.phones) > 1 and not _one_each(card)


def _one_each(card: Card) -> bool:
    return card.joined and len(card.phones) == len(card.names)


def _mails(card: Card) -> list[list[Traced]]:
    """The addresses of each person: those that spell a name are that person's, the others everybody's."""
    found: list[list[Traced]] = [[] for _ in card.names]
    for mail in card.emails:
        user = bare(str(mail).partition("@")[0])
        owners = [at for at, name in enumerate(card.names) if spells(str(name), user)] or list(range(len(found)))
        for number, at in enumerate(owners):
            found[at] += _again([mail], number)
    return found


def _again(texts: Sequence[Traced], at: int) -> list[Traced]:
    """Texts as they are for the first person, made again for the others."""
    return [inserted(str(text), SHARED, text.end) if at else text for text in texts]


def _rung(phone: Phone, at: int) -> Phone:
    text = phone.text
    return replace(phone, text=inserted(str(text), SHARED, getattr(text, "end", 0))) if at else phone


def _opened(page: Web, at: int) -> Web:
    text = page.text
    return replace(page, text=inserted(str(text), SHARED, getattr(text, "end", 0))) if at else page
