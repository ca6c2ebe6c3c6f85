"""What only says where a body sits, beside those whom one can reach: the letterhead that a page repeats at its foot."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from oimpress.model.draft import put_by
from oimpress.model.nodes import Para
from oimpress.model.traced import inserted
from oimpress.passes.foot.cards import LEAD, Card, Said
from oimpress.passes.foot.pieces import Cut

LETTERHEAD_NAME = "H019"


def without_letterhead(items: Sequence[Said | Card], cuts: Sequence[Cut], elsewhere: bool) -> list[Said | Card]:
    """The items; a body with its address or page alone stays the lines that it was, where one can reach somebody.

    ``elsewhere`` says that one can by other lines than these.
    """
    if not elsewhere and not any(isinstance(item, Card) and item.reachable for item in items):
        return list(items)
    users = Counter(line for item in items for line in item.lines)
    found: list[Said | Card] = []
    for item in items:
        alone = isinstance(item, Card) and _only_sits(item) and all(users[line] == 1 for line in item.lines)
        found += (
            [_as_said(cuts[line]) for line in sorted(item.lines) if cuts[line].text.start >= 0] if alone else [item]
        )
    return found


def with_issuer(items: Sequence[Said | Card], issuer: str) -> list[Said | Card]:
    """The items; an address and a number alone, to which no words lead, are those of the body that issues the text."""
    one = items[0] if len(items) == 1 else None
    if not isinstance(one, Card) or not (issuer and one.addresses and one.reachable) or one.told_of or one.roles:
        return list(items)
    name = inserted(issuer.partition(" – ")[0], LETTERHEAD_NAME, one.addresses[0].end)
    return [replace(one, organisations=[name])]


def _only_sits(card: Card) -> bool:
    return bool(card.organisations and (card.addresses or card.webs)) and not (
        card.names or card.roles or card.reachable
    )


def _as_said(cut: Cut) -> Said:
    return Said(Para(put_by(cut.children, LEAD)), {cut.number})
