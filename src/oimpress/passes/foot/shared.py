"""What stands once and is several people's: a body above their lines, a mailbox or a number below them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from oimpress.knowledge.folding import fold
from oimpress.knowledge.phones import is_mobile
from oimpress.model.nodes import Phone
from oimpress.model.runs import flatten
from oimpress.model.traced import Traced, inserted, join
from oimpress.passes.foot.cards import FIELD, Card, Said
from oimpress.passes.foot.desks import EXTENSION
from oimpress.passes.foot.spelt import Callers, bare, calls, hosts
from oimpress.passes.foot.together import SHARED, again, opened, rung
from oimpress.passes.foot.words import plainly, said
from oimpress.patterns import lazy

TWO_NAMES = lazy(r"[^\W\d_]+[._][^\W\d_]+(?:-[^\W\d_]+)*@")


def settled(items: Sequence[Said | Card]) -> list[Said | Card]:
    """Each address given to the person whose name it spells, and what heads or closes several lines to all of them.

    A mailbox apart from people of two bodies becomes a contact of its own.
    """
    cards = [item for item in items if isinstance(item, Card)]
    callers = Callers((at, str(name)) for at, card in enumerate(cards) for name in card.names)
    for card in cards:
        _give_back(card, cards, callers)
    items = _put_through(items, cards)
    heads = [above for above, card in pairwise(cards) if _head(above, card)]
    blocks = list(_blocks(cards))
    for block in blocks:
        _share_list(block)
        _share_line(block)
    for above, card in pairwise(cards):
        _inherit(above, card)
    for block in blocks:
        _share_last(block)
    return [*(item for item in items if not any(item is head for head in heads)), *_apart(cards)]


def _give_back(card: Card, cards: Sequence[Card], callers: Callers) -> None:
    """Give the addresses of ``card`` that spell another's name to that person."""
    for mail in list(card.emails):
        owners = [cards[at] for at in callers.called(_user(mail))]
        if len(owners) == 1 and owners[0] is not card and not owners[0].emails:
            owners[0].emails.append(mail)
            owners[0].lines |= card.lines
            card.emails.remove(mail)
            card.loose = -1
        elif not owners and (owner := _housed(card, mail, cards)):
            owner.emails.append(mail)
            owner.lines |= card.lines
            card.emails.remove(mail)


def _housed(card: Card, mail: Traced, cards: Sequence[Card]) -> Card | None:
    """The only one whose body the domain of a mailbox of the last ``card`` spells, and not that of its own."""
    host = bare(str(mail).partition("@")[2])
    if card is not cards[-1] or len(card.emails) < 2 or not card.organisations or _hosted(card, host):
        return None
    owners = [other for other in cards if other is not card and _hosted(other, host)]
    return owners[0] if len(owners) == 1 and not owners[0].emails else None


def _hosted(card: Card, host: str) -> bool:
    return any(hosts(host, str(body)) for body in card.organisations)


def _put_through(items: Sequence[Said | Card], cards: Sequence[Card]) -> list[Said | Card]:
    """People of whom an extension is all that is said have the number of the only switchboard, with it."""
    boards = [one for one in cards if not one.names and len(one.phones) == 1 and any(map(_is_board, one.organisations))]
    if len(boards) != 1:
        return list(items)
    taken: list[Said | Card] = []
    for above, item in pairwise(items):
        words = flatten(item.words.children) if isinstance(item, Said) else ""
        found = EXTENSION.fullmatch(str(words))
        if found and isinstance(words, Traced) and isinstance(above, Card) and above.names and not above.phones:
            above.phones.append(_extended(boards[0].phones[0], words, found["number"]))
            above.told = above.rung = above.named
            taken.append(item)
    return [item for item in items if not any(item is one for one in taken)]


def _is_board(body: Traced) -> bool:
    return said("switchboard").match(plainly(str(body))) is not None


def _extended(board: Phone, words: Traced, extension: str) -> Phone:
    """The number of a switchboard and, behind it, the ``words`` that say an extension."""
    text = join([inserted(f"{board.text}, ", SHARED, words.start), words.put_by(FIELD)])
    uri = inserted(f"{board.uri};ext={extension}", SHARED, words.start) if board.uri else ""
    return replace(board, text=text, uri=uri)


def _spells(card: Card, mail: Traced) -> bool:
    return any(calls(str(name), _user(mail)) for name in card.names)


def _user(mail: Traced) -> str:
    return bare(str(mail).partition("@")[0])


def _blocks(cards: Sequence[Card]) -> Iterator[list[Card]]:
    """The cards without a blank or another body between."""
    block: list[Card] = []
    for card in cards:
        if block and (card.parted or (card.headed >= 0 and not card.headed >= card.named >= 0)):
            yield block
            block = []
        block.append(card)
    yield block


# -- bodies ------------------------------------------------------------------------------------------------


def _head(above: Card, card: Card) -> bool:
    """Give a body of which nothing more is said to the person or the details right below, behind words that lead."""
    only_a_body = not (above.names or above.roles or above.reachable or above.addresses or above.webs)
    close = not card.parted and above.last + 1 == card.first
    unnamed = not (card.names or card.roles)  # as below « Contact presse : », which says nobody
    if not (only_a_body and close and (card.names or unnamed) and card.reachable and not card.organisations):
        return False
    card.organisations, card.headed = above.organisations, above.headed
    card.lines |= above.lines
    return True


def _inherit(above: Card, card: Card) -> None:
    """A body above several people, with no blank between them, or above their columns, is the body of all of them."""
    row = not card.parted and above.last == card.named - 1 and 0 <= above.headed < above.named
    column = 0 <= above.headed < above.top < card.top == card.first
    if above.reachable and card.reachable and (row or column) and not card.organisations:
        card.organisations += again(above.organisations, 1)
        card.headed = above.headed


# -- mailboxes and numbers -----------------------------------------------------------------------------------


def _share_list(cards: Sequence[Card]) -> None:
    """A number and a mailbox below a list of names are everybody's: a mobile or somebody's own mailbox is not."""
    *others, last = cards or [Card()]
    listed = others and all(one.names and not one.reachable and not one.webs for one in others)
    close = all(above.last + 1 == card.first for above, card in pairwise(cards) if listed)
    if not (listed and close and last.names and last.reachable and last.told > last.named):
        return
    one_each = len(last.phones) < 2 and len(last.emails) < 2
    mobile = any(phone.kind == "mobile" or is_mobile(phone.uri) for phone in last.phones)
    if one_each and not mobile and _is_one_body(cards) and all(_is_office(mail) for mail in last.emails):
        _share(others, last, mailbox=True, number=True)


def _share_line(cards: Sequence[Card]) -> None:
    """What stands below a line that names several people of one body is everybody's of that line."""
    for line, group in groupby(cards, lambda one: one.named):
        *others, last = group
        close = line >= 0 and last.told == line + 1 and len(last.phones) < 2 and len(last.emails) < 2
        if not (others and close and others[0].organisations) or any(one.reachable for one in others):
            continue
        if _is_one_body([*others, last]) and not any(map(_is_somebodys, last.emails)):
            for one in (*others[1:], last):
                one.organisations = one.organisations or again(others[0].organisations, 1)
            _share(others, last, mailbox=True, number=True)


def _share_last(cards: Sequence[Card]) -> None:
    """A mailbox or a number alone below lines that each name somebody is everybody's; of two bodies it is unsure whose.

    Below people whose details stand line by line a mailbox is so where it is the office's.
    """
    *others, last = cards or [Card()]
    mailbox = last.mailed > max(last.told, last.rung) and not any(one.emails for one in others)
    number = last.rung > max(last.told, last.mailed) and not any(one.phones for one in others)
    whose = mailbox and any(_spells(one, mail) or _is_desk(cards, mail) for one in cards for mail in last.emails)
    if not others or whose or not (mailbox or number):
        return
    rows = [one for one in cards if one.named >= 0 and one.named == one.told and not one.parted]
    by_rows = len(rows) >= len(cards) - 1 and last.named == last.told
    by_lines = mailbox and all(one.names and one.phones for one in cards) and _is_everybodys(cards)
    if by_rows or by_lines:
        last.unsure = not _is_one_body(cards) or (mailbox and any(map(_is_somebodys, last.emails)))
        _share([] if last.unsure else others, last, mailbox, number)


def _is_everybodys(cards: Sequence[Card]) -> bool:
    """Whether the mailboxes of the last of some people are an office's, or those of the body of all of them."""
    hosts = [bare(str(mail).partition("@")[2]) for mail in cards[-1].emails if not _is_office(mail)]
    return all(_hosted(card, host) for card in cards for host in hosts)


def _is_desk(cards: Sequence[Card], mail: Traced) -> bool:
    """Whether a mailbox is for what the last of some people does, and nobody else: « Service de presse »."""
    if cards[-1].apart == cards[-1].mailed:
        return False  # a blank parts it from all of them
    *others, last = map(_desk_words, cards)
    return bool(told := {word for word in last if word in _user(mail)}) and not any(told & other for other in others)


def _desk_words(card: Card) -> set[str]:
    return {bare(word) for text in (*card.roles, *card.organisations) for word in str(text).split() if len(word) > 3}


def _apart(cards: Sequence[Card]) -> list[Card]:
    """The contact that a mailbox makes which a blank parts from people of two bodies; of one body it is everybody's."""
    *others, last = cards or [Card()]
    apart = last.mailed == last.apart >= 0 and len(last.emails) == 1 and bool(last.phones)
    people = others and all(one.names and one.phones and not one.emails for one in others)
    if not (apart and people) or any(_spells(one, last.emails[0]) for one in cards):
        return []
    if _is_one_body(cards) and not _is_somebodys(last.emails[0]):
        _share(others, last, mailbox=True)
        return []
    own = Card(emails=last.emails, lines={last.mailed}, told=last.mailed, mailed=last.mailed, last=last.mailed)
    last.emails, last.loose = [], -1
    last.lines -= own.lines
    return [own]


def _is_one_body(cards: Sequence[Card]) -> bool:
    return len({fold(body) for one in cards for body in one.organisations[:1]}) < 2


def _is_office(mail: Traced) -> bool:
    """Whether an address is of an office, whoever works there: « presse@… »."""
    return said("office_mailbox").match(str(mail)) is not None


def _is_somebodys(mail: Traced) -> bool:
    """Whether an address seems to hold a first name and a family name, of whomever."""
    return TWO_NAMES.match(str(mail)) is not None and not _is_office(mail)


def _share(others: Sequence[Card], last: Card, mailbox: bool = False, number: bool = False) -> None:
    last.loose = -1
    for other in others:
        other.emails += again(last.emails, 1) if mailbox else []
        other.webs += [opened(page, 1) for page in last.webs] if mailbox and not other.webs else []
        other.phones += [rung(phone, 1) for phone in last.phones] if number else []
        other.lines |= last.lines
