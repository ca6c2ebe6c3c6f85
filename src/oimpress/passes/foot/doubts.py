"""What shows that a detail could be another person's, and which lines stay as they are for that."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from oimpress.knowledge.folding import fold
from oimpress.knowledge.gazetteer import place_countries
from oimpress.knowledge.people import is_function, is_name
from oimpress.model.runs import flatten
from oimpress.passes.foot.alone import BODY_FIRST, tells_body
from oimpress.passes.foot.cards import Card, Said
from oimpress.passes.foot.leads import heading_of
from oimpress.passes.foot.limits import LEAST_LEAD, MOST_NAMES, POOR
from oimpress.passes.foot.spelt import Callers, bare, calls, hosts, spells
from oimpress.passes.foot.together import is_unclear
from oimpress.passes.foot.words import plainly, said
from oimpress.passes.labelling import Reading
from oimpress.patterns import lazy

POOR_ONES = frozenset(("person", "person*", "organisation", "organisation*", "role", "role*"))
Items: TypeAlias = Sequence[Said | Card]


class Placed(NamedTuple):
    """What a piece of the line of that number was taken for."""

    line: int
    reading: Reading
    seen: frozenset[str] = frozenset()  # the evidence on it


INITIALS = lazy(
    r"(?<!\w)[B-DF-HJ-NP-TV-XZ][B-DF-HJ-NP-TV-XZ]+(?!\w)"
)  # « Information DDC »: no surname is without vowels
TELLING = frozenset((BODY_FIRST, "body's word", "function word first", "function word", "name with a function"))


def lines_in_doubt(readings: Sequence[Placed], items: Items, sure: Set[int] = frozenset()) -> set[int]:
    """The numbers of the lines whose details could be somebody else's, with all that stands in one contact with them.

    A contact beside them that nothing is left to reach by is in doubt too. Of one with a line that is ``sure``, because
    a person says what it is, nothing is.
    """
    open_ones = [item for item in items if sure.isdisjoint(item.lines)]
    first = doubted(readings, items)
    lines = {line for at in first if sure.isdisjoint(items[at].lines) for line in items[at].lines}
    while more := {line for item in open_ones if _tied(item, lines) for line in item.lines} - lines:
        lines |= more
    return lines


def _tied(item: Said | Card, lines: set[int]) -> bool:
    """Whether an item shares a line with what is in doubt, or could have lost to it what one reaches it by."""
    alone = isinstance(item, Card) and not item.reachable and not item.addresses
    return bool(lines) and (alone or not lines.isdisjoint(item.lines))


def doubted(readings: Sequence[Placed], items: Items) -> set[int]:
    """The positions of the ``items`` of which a detail could be somebody else's."""
    if any(isinstance(item, Card) and _crowded(item) for item in items):
        return set(range(len(items)))
    cards = ((at, item) for at, item in enumerate(items) if isinstance(item, Card))
    plain = {one.line for one in readings if not TELLING.isdisjoint(one.seen)}
    found = {
        at
        for at, item in cards
        if item.unsure
        or _holds_two(item)
        or (plain.isdisjoint((item.named, item.housed)) and _is_guess(item))
        or is_unclear(item)
    }
    for at, item in enumerate(items):
        if isinstance(item, Said) and _names(item):
            found |= set(range(max(at - 1, 0), min(at + 2, len(items))))
    found |= _loose([(at, item) for at, item in enumerate(items) if isinstance(item, Card) and item.names])
    on = _by_line(items)
    found |= {at for one in readings if _poor(one.reading) for at in on[one.line]}
    return found | (set(_between(readings, items, on)) if sum(isinstance(item, Card) for item in items) > 1 else set())


def _loose(people: Sequence[tuple[int, Card]]) -> set[int]:
    """The positions of people below whom a detail stands apart, where others' details stand right below them."""
    apart = {at for at, card in people if card.loose >= 0}
    return apart if len(apart) < len(people) else set()


def _between(readings: Sequence[Placed], items: Items, on: Mapping[int, Sequence[int]]) -> Iterator[int]:
    """The contacts of several of which one could have what another has."""
    for at, (above, card) in enumerate(pairwise(items)):
        if _shared(above, card):
            yield from (at, at + 1)
    cards = [at for at, item in enumerate(items) if isinstance(item, Card)]
    if _shifted(items[cards[0]], items[cards[-1]]):
        yield from cards
    yield from (at for pair in pairwise(cards) if _is_orphan(items[pair[0]], items[pair[1]]) for at in pair)
    for one in readings:
        here = on[one.line] if _near(one.reading) else []
        if any(_is_reached(items[at]) for at in here):  # what holds no details can be anybody's
            yield from range(max(min(here) - 1, 0), max(here) + 1)
    yield from _called_again(items)
    yield from _contradictions([(at, item) for at, item in enumerate(items) if isinstance(item, Card)])


def _is_reached(item: Said | Card) -> bool:
    return isinstance(item, Card) and item.reachable


def _is_orphan(above: Said | Card, card: Said | Card) -> bool:
    """Whether the only details are nobody's that stand below a name without any."""
    if not isinstance(above, Card) or not isinstance(card, Card) or not above.names or above.reachable:
        return False
    presented = above.roles or above.organisations
    return card.reachable and not (presented or card.names or card.organisations)


def _shifted(first: Said | Card, last: Said | Card) -> bool:
    """Whether details stand above the names: the first are nobody's, and the last person is left without."""
    if not isinstance(first, Card) or not isinstance(last, Card) or not last.names or last.reachable:
        return False
    return (first.reachable or first.told >= 0) and not (first.names or first.organisations)


def _by_line(items: Items) -> Mapping[int, list[int]]:
    """For each line the positions of the items that it gave anything."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    for at, item in enumerate(items):
        for line in item.lines:
            found[line].append(at)
    return found


def _poor(one: Reading) -> bool:
    return one.support < POOR and one.label in POOR_ONES


def _near(one: Reading) -> bool:
    begins = [loss for label, loss in one.losses.items() if label.endswith("*") != one.label.endswith("*")]
    return bool(begins) and min(begins) < LEAST_LEAD and one.label != "lead"


def _contradictions(cards: Sequence[tuple[int, Card]]) -> Iterator[int]:
    """The positions of contacts whose name an address of another spells, or whose details stand in it, and of those."""
    callers = Callers((at, card.name) for at, card in cards if card.names)
    unmailed = [at for at, card in cards if card.phones and not card.emails]
    unreached = [at for at, card in cards if card.names and not card.reachable]
    for at, card in cards:
        users = [bare(str(mail).partition("@")[0]) for mail in card.emails]
        foreign = [user for user in users if not calls(card.name, user)]
        others = set().union(*map(callers.called, foreign)) - {at}
        yield from (at, *others) if others else ()
        if unmailed and len(users) > 1 and foreign:  # one could be the other's
            yield at
            yield from unmailed
            unmailed = unmailed[:1]
        if unreached and (len(users) > 1 or _has_spare_number(card)):
            yield at
            yield from unreached
            unreached = unreached[:1]


def _has_spare_number(card: Card) -> bool:
    """Whether one of several numbers could be another's: a telephone and a mobile apart are one person's."""
    kinds = {phone.kind for phone in card.phones}
    beside = 0 <= card.named == card.told == card.rung  # all of them on the line that names who has them
    return len(card.phones) > 1 and not beside and not (card.parted and len(kinds) == len(card.phones))


def _holds_two(card: Card) -> bool:
    """Whether what was taken for a function or a body is a person whom an address of the contact spells."""
    others = [str(text) for text in (*card.roles, *card.organisations)]
    users = [bare(str(mail).partition("@")[0]) for mail in card.emails]
    return bool(card.names) and any(_is_person(text) and any(spells(text, user) for user in users) for text in others)


def _called_again(items: Items) -> Iterator[int]:
    """The positions of what one name of several people says whose it is: « Tom : 020 … » below « Tom Lindqvist »."""
    cards = [(at, item) for at, item in enumerate(items) if isinstance(item, Card)]
    called = {fold(word) for _, card in cards for name in card.names for word in str(name).split()}
    if any(fold(str(text)) in called for _, card in cards for text in (*card.organisations, *card.roles)):
        yield from (at for at, _ in cards)


def _is_guess(card: Card) -> bool:
    """Whether a person and a body stand one above the other, and no address tells which is which.

    A mailbox does that spells the person's name, or whose domain is the body's; so does where a body is, below it.
    """
    bodies = [str(one) for one in card.organisations]
    if not (card.names and bodies) or abs(card.named - card.housed) > 1:
        return False
    if card.addresses and card.named < card.housed:
        return False
    addresses = [[bare(part) for part in str(mail).partition("@")[::2]] for mail in card.emails]
    if any(calls(card.name, user) or any(hosts(host, body) for body in bodies) for user, host in addresses):
        return False
    return all(map(_is_person, bodies)) or any(hosts(host, card.name) for _, host in addresses)


def _crowded(card: Card) -> bool:
    """Whether a contact's name is so long that it could be several people's, as columns that ran together give it."""
    return len(card.emails) > 1 and any(len(re.findall(r"\b[A-ZÀ-Þ]", str(name))) > MOST_NAMES for name in card.names)


def _names(said_so: Said) -> bool:
    """Whether words that stay beside the contacts are somebody's name; « Contact Presse » leads to one."""
    text = plainly(str(flatten(said_so.words.children))).strip()
    return _is_person(text) and not place_countries(text) and not said("topic").match(text) and not heading_of(text)


def _is_person(text: str) -> bool:
    if said("department").fullmatch(text) or said("relations").fullmatch(text):
        return False  # « Corporate Affairs »
    return is_name(text) and not is_function(text) and not tells_body(text) and not INITIALS.search(text)


def _shared(above: Said | Card, card: Said | Card) -> bool:
    """Whether details stand below the names of two people, and could be either's or both's."""
    if (
        not isinstance(above, Card)
        or not isinstance(card, Card)
        or above.reachable
        or not above.names
        or not card.names
    ):
        return False
    return card.reachable and card.named < card.told
