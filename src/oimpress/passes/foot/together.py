"""People named together: « Capucine Wauters & Djibril N'Diaye, 06 … & 06 …, agence@… ».

What stands below their names is for each of them, unless it says whose it is: as many numbers as names, joined as the
names are, or an address that spells one name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from oimpress.knowledge.folding import fold
from oimpress.model.nodes import Para, Phone, Web
from oimpress.model.traced import Traced, inserted
from oimpress.passes.foot.cards import Card
from oimpress.passes.foot.spelt import bare, calls

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
            roles=again(card.roles, at),
            organisations=again(card.organisations, at),
            addresses=again(card.addresses, at),
            phones=[card.phones[at]] if _one_each(card) else [rung(phone, at) for phone in card.phones],
            emails=mails[at],
            webs=[opened(page, at) for page in card.webs],
        )
        for at, name in enumerate(card.names)
    ]


def is_unclear(card: Card) -> bool:
    """Whether numbers below several names could be anybody's."""
    return len(card.names) > 1 and len(card.phones) > 1 and not _one_each(card)


def _one_each(card: Card) -> bool:
    return card.joined and len(card.phones) == len(card.names)


def _mails(card: Card) -> list[list[Traced]]:
    """The addresses of each person: those that call one by name are that person's, the others everybody's."""
    found: list[list[Traced]] = [[] for _ in card.names]
    for mail in card.emails:
        user = bare(str(mail).partition("@")[0])
        owners = [at for at, name in enumerate(card.names) if calls(str(name), user)] or list(range(len(found)))
        for number, at in enumerate(owners):
            found[at] += again([mail], number)
    return found


def again(texts: Sequence[Traced], at: int) -> list[Traced]:
    """Texts as they are for the first person, number 0, made again for the others."""
    return [inserted(str(text), SHARED, text.end) if at else text for text in texts]


def rung(phone: Phone, at: int) -> Phone:
    text = phone.text
    return replace(phone, text=inserted(str(text), SHARED, getattr(text, "end", 0))) if at else phone


def opened(page: Web, at: int) -> Web:
    text = page.text
    return replace(page, text=inserted(str(text), SHARED, getattr(text, "end", 0))) if at else page


# -- what is the body's ------------------------------------------------------------------------------------


def of_bodies(items: Sequence[Card | Para]) -> Iterator[Card | Para]:
    """The same in order; what people of one body share is the body's, in a contact of its own behind them."""
    for body, group in groupby(items, _body):
        same = list(group)
        cards = [one for one in same if isinstance(one, Card)]
        yield from _with_their_body(cards) if body else same


def _body(item: Card | Para) -> str:
    """The bodies of somebody with a name."""
    return fold(", ".join(map(str, item.organisations))) if isinstance(item, Card) and item.names else ""


def _with_their_body(people: list[Card]) -> list[Card]:
    numbers = _shared([phone.text for one in people for phone in one.phones])
    mails = _shared([mail for one in people for mail in one.emails])
    if not numbers | mails:
        return people
    body = Card(organisations=again(people[0].organisations, 1))
    for one in people:
        body.phones += [each for each in one.phones if each.text in numbers and not _is_again(each.text)]
        body.emails += [each for each in one.emails if each in mails and not _is_again(each)]
        one.phones = [each for each in one.phones if each.text not in numbers]
        one.emails = [each for each in one.emails if each not in mails]
    return [*people, body]


def _shared(texts: Sequence[str]) -> set[str]:
    """What stands with one of these people and was made again for another."""
    return {*filter(_is_again, texts)} & {text for text in texts if not _is_again(text)}


def _is_again(text: str) -> bool:
    """Whether a detail was made again for somebody else than whom it stands with."""
    return isinstance(text, Traced) and text.start < 0
