"""What only says where a body sits, beside those whom one can reach: the letterhead that a page repeats at its foot."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from oimpress.model.draft import put_by
from oimpress.model.nodes import Para
from oimpress.passes.foot.cards import LEAD, Card, Said
from oimpress.passes.foot.pieces import Cut


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


def _only_sits(card: Card) -> bool:
    return bool(card.organisations and (card.addresses or card.webs)) and not (
        card.names or card.roles or card.reachable
    )


def _as_said(cut: Cut) -> Said:
    return Said(Para(put_by(cut.children, LEAD)), {cut.number})
