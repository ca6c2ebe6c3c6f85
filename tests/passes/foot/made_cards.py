"""Contacts made for tests, and what they hold."""

from __future__ import annotations

from collections.abc import Iterable

from oimpress.model.draft import Draft
from oimpress.model.nodes import Contact, Phone
from oimpress.model.traced import Traced, of_source
from oimpress.passes.foot.cards import Card, Said
from oimpress.passes.foot.contacts import contacts
from tests.passes.reading import paragraphs


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


def found_in(given: Draft) -> list[str]:
    """The contacts that are found in a draft: words that lead to them, names with their organisation and numbers."""
    return [
        " ".join(
            map(str, (item.name, item.organisation, *(phone.uri or phone.text for phone in item.phones), *item.emails))
        )
        if isinstance(item, Contact)
        else paragraphs([item])[0]
        for item in contacts(given).value.release.contacts
    ]
