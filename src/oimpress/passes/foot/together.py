"""People named together: « Capucine Wauters & Djibril N'Diaye, 06 … & 06 …, agence@… ».

What stands below their names is for each of them, unless it says whose it is: as many numbers as names, joined as the
names are, or an address that spells one name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from oimpress.model.nodes import Phone, Web
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
