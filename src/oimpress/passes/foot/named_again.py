"""Contacts that a text names twice."""

from __future__ import annotations

from collections import defaultdict

from oimpress.knowledge.folding import fold
from oimpress.passes.foot.cards import Card


class KnownCards:
    """The contacts so far, found by their first names and by how they are reached."""

    def __init__(self) -> None:
        self._cards: list[Card] = []
        self._by_first_name: dict[str, int] = {}
        self._by_way: defaultdict[tuple[str, str], list[int]] = defaultdict(list)

    def add(self, card: Card) -> None:
        at = len(self._cards)
        self._cards.append(card)
        if card.reachable:
            self._by_first_name.setdefault(fold(card.name.partition(" ")[0]), at)
        for way in _ways(card):
            self._by_way[fold(card.name), way].append(at)

    def same(self, card: Card) -> Card | None:
        """The first one that has all that ``card`` is reached by, or whose first name is all that it says."""
        texts = card.texts()
        called = self._by_first_name.get(fold(texts[0])) if len(texts) == 1 else None
        found = [*([] if called is None else [called]), *self._with_its_ways(card)]
        return self._cards[min(found)] if found else None

    def _with_its_ways(self, card: Card) -> list[int]:
        ways = _ways(card)
        if not ways - {""}:
            return []
        rarest = min((self._by_way.get((fold(card.name), way), []) for way in ways), key=len)
        return [at for at in rarest if ways <= _ways(self._cards[at])]


def _ways(card: Card) -> set[str]:
    """How a contact can be reached."""
    return {*(phone.uri for phone in card.phones), *(mail.casefold() for mail in card.emails)}
