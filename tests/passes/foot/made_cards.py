"""Contacts made for tests, and what they hold."""

from __future__ import annotations

from collections.abc import Iterable

from oimpress.model.nodes import Phone
from oimpress.model.traced import Traced, of_source
from oimpress.passes.foot.cards import Card, Said


def card(
    *names: str, mails: str = "", phones: tuple[str, ...] = (), bodies: tuple[str, ...] = (), **more: object
) -> Card:
    made = Card(
        names=list(map(of_source, names)),
        emails=list(map(of_source, mails.split())),
        phones=[Phone(of_source(text)) for text in phones],
        organisations=list(map(of_source, bodies)),
    )
    for name, value in more.items():
        setattr(made, name, value)
    return made


def told(cards: Iterable[Said | Card]) -> list[str]:
    """Name, addresses, numbers and bodies of each; what was made again stands in brackets."""

    def said(text: str) -> str:
        again = isinstance(text, Traced) and {piece.edits for piece in text.pieces} == {"C010"}
        return f"[{text}]" if again else str(text)

    held = [one for one in cards if isinstance(one, Card)]
    lines = ([*one.names, *one.emails, *(phone.text for phone in one.phones), *one.organisations] for one in held)
    return [" ".join(map(said, line)) for line in lines]
