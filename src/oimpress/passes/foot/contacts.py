"""Contacts at the foot of a release: the words that lead to them, and who can be asked how."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from oimpress.knowledge.gazetteer import fold
from oimpress.knowledge.people import is_function, is_organisation, name_at
from oimpress.knowledge.phones import find_phones, phone
from oimpress.model.draft import Draft, Line, placed
from oimpress.model.nodes import Contact, Inlines, Link, Para, Phone
from oimpress.model.runs import cut, length, spans, strip
from oimpress.model.traced import Traced
from oimpress.notices import Dropped, Notice, Result, notice
from oimpress.passes.foot.contact_lines import EMAIL, HEADING, LABELS, LONGEST, PHONE_LABEL, lead_of, region

LEAD, FIELD, LABEL, SEPARATOR, HREF, TWICE = "C001", "C002", "C003", "C004", "C005", "C008"

CUT = re.compile(r"[,;|•·()]|[-–—/](?=[\s\u00a0\u202f])|[.:](?=[\s\u00a0\u202f]|$)")
OF = re.compile(
    r"[\s\u00a0]+(?:de l['’]|du |de la |des |de |à l['’]|à la |au |at (?:the )?|from (?:the )?|of (?:the )?"
    r"|del? (?:la )?|en (?:la )?)"
)
AND = re.compile(
    r"^(?:et|ou|and|or|y|o|au|at|à|al)[\s\u00a0]+|[\s\u00a0]+(?:et|ou|and|or|y|o|au|at|à|al)$", re.IGNORECASE
)
ARTICLE = re.compile(r"(?:l['’]|la |le |les |the |el )(?=\w)", re.IGNORECASE)


@dataclass
class _Card:
    """A contact being filled."""

    name: str = ""
    role: str = ""
    organisation: str = ""
    phones: list[Phone] = field(default_factory=list)
    emails: list[str] = field(default_factory=list)

    @property
    def reachable(self) -> bool:
        return bool(self.phones or self.emails)

    def frozen(self) -> Contact:
        return Contact(self.name, self.role, self.organisation, tuple(self.phones), tuple(self.emails))


@dataclass
class _Desk:
    """The contacts found so far, in order, with what was left out on the way."""

    lang: str
    region: str
    items: list[Para | _Card] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)

    def card(self, new: bool = False) -> _Card:
        """The contact that is being filled, or a new one."""
        last = self.items[-1] if self.items else None
        if new or not isinstance(last, _Card):
            self.items.append(last := _Card())
        return last

    def drop(self, text: Traced, rule: str) -> None:
        if text:
            self.dropped.append(Dropped(text, rule))


def contacts(draft: Draft) -> Result[Draft]:
    """Take the contacts off the foot of the flow. Rules C001-C008; notices C101 unreadable number, C102 no details."""
    start, end = region(draft.flow)
    if start == end:
        return Result(draft)
    country = draft.release.dateline.place.country if draft.release.dateline and draft.release.dateline.place else ""
    desk = _Desk(draft.release.lang, str(country))
    for item in draft.flow[start:end]:
        if isinstance(item, Line):
            _read_line(item, desk)
    _merge(desk)
    found = tuple(item.frozen() if isinstance(item, _Card) else item for item in desk.items)
    if not any(isinstance(item, Contact) for item in found):
        return Result(draft, (notice("C102", _where(draft.flow[start])),))
    flow = (*draft.flow[:start], *draft.flow[end:])
    return Result(draft.having(flow, contacts=found), tuple(desk.notices), tuple(desk.dropped))


def _where(item: object) -> str:
    return item.where if isinstance(item, Line) else ""


def _merge(desk: _Desk) -> None:
    """Keep a contact once that is named twice with one address or one number."""
    known: list[_Card] = []
    for card in [item for item in desk.items if isinstance(item, _Card)]:
        same = next((other for other in known if _same(card, other)), None)
        if same is None:
            known.append(card)
            continue
        desk.items = [item for item in desk.items if item is not card]
        texts = [card.name, card.role, card.organisation, *card.emails, *(phone.text for phone in card.phones)]
        desk.dropped += [Dropped(text, TWICE) for text in texts if text]


def _same(card: _Card, other: _Card) -> bool:
    if fold(card.name) != fold(other.name):
        return False
    uris = {phone.uri for phone in card.phones} & {phone.uri for phone in other.phones} - {""}
    both = {mail.casefold() for mail in card.emails} & {mail.casefold() for mail in other.emails}
    more = {phone.uri for phone in card.phones} - {phone.uri for phone in other.phones}
    return bool(uris or both) and not more


def _read_line(line: Line, desk: _Desk) -> None:
    children = strip(line.children)
    text = line.text.strip()
    lead = lead_of(str(text))
    at = 0
    if lead:
        at = lead.end()
        desk.items.append(Para(placed(cut(children, 0, at), LEAD)))
        if HEADING.fullmatch(str(text)) or not text[at:].strip(" :\u00a0\u202f"):
            desk.items[-1] = Para(placed(strip(cut(children, 0, len(text))), LEAD))
            return
    _read_details(text[at:], strip(cut(children, at, length(children))), line, desk)


def _read_details(text: Traced, children: Inlines, line: Line, desk: _Desk) -> None:
    """Take addresses and numbers out of ``text``; the words between name whose they are."""
    for _, _, link in spans(children, Link):
        if isinstance(link, Link) and isinstance(link.href, Traced):
            desk.drop(link.href, HREF)
    at = 0
    waiting: list[tuple[str, Traced]] = []
    for start, end, kind in _atoms(str(text), desk.region):
        waiting += [("words", part) for part in _words(text[at:start], desk)]
        if kind == "label":
            desk.drop(text[start:end], LABEL)
        else:
            waiting.append((kind, text[start:end]))
        at = end
    waiting += [("words", part) for part in _words(text[at:], desk)]
    for kind, part in waiting:
        _fill(kind, part, line, desk)


def _atoms(text: str, region: str) -> list[tuple[int, int, str]]:
    """``(start, end, kind)`` of every label, e-mail address and number in ``text``, in order."""
    found = [(*match.span(), "email") for match in EMAIL.finditer(text)]
    labels = [match for match in LABELS.finditer(text) if not _inside(match.start(), found)]
    labelled = any(PHONE_LABEL.match(match[0]) for match in labels) or len(text) <= LONGEST
    found += [(*match.span(), "label") for match in labels]
    found += [
        (number.start, number.end, "phone")
        for number in find_phones(text, region, labelled)
        if not _inside(number.start, found)
    ]
    return sorted(found)


def _inside(at: int, found: Sequence[tuple[int, int, str]]) -> bool:
    return any(start <= at < end for start, end, _ in found)


def _words(text: Traced, desk: _Desk) -> list[Traced]:
    """The stretches of ``text`` between separators, which are left out."""
    parts: list[Traced] = []
    at = 0
    for match in CUT.finditer(str(text)):
        parts.append(text[at : match.start()])
        desk.drop(text[match.start() : match.end()], SEPARATOR)
        at = match.end()
    parts.append(text[at:])
    return [part for part in (_without_and(part.strip(), desk) for part in parts) if part]


def _without_and(text: Traced, desk: _Desk) -> Traced:
    if str(text).casefold() in ("et", "ou", "and", "or", "y", "o"):
        desk.drop(text, SEPARATOR)
        return text[:0]
    for match in reversed(list(AND.finditer(str(text)))):
        desk.drop(text[match.start() : match.end()], SEPARATOR)
        text = text[: match.start()] if match.end() == len(text) else text[match.end() :]
    return text.strip()


def _fill(kind: str, text: Traced, line: Line, desk: _Desk) -> None:
    if kind == "email":
        desk.card().emails.append(text.placed(FIELD))
    elif kind == "phone":
        _fill_phone(text, line, desk)
    else:
        _fill_words(text, desk)


def _fill_phone(text: Traced, line: Line, desk: _Desk) -> None:
    number = next(find_phones(str(text), desk.region, labelled=True))
    if not number.uri:
        desk.notices.append(notice("C101", line.where, str(text)))
    desk.card().phones.append(phone(text.placed(FIELD), number, desk.lang))


def _fill_words(text: Traced, desk: _Desk) -> None:
    """Words that are no address: a name begins a contact; a function and an organisation belong to one."""
    end = name_at(str(text))
    joint = OF.match(str(text), end) if end else None
    if end and (end == len(text) or joint) and not is_function(text[:end]):
        card = desk.card()
        if card.name and not card.reachable and not card.organisation and not joint:
            card.organisation = text.placed(FIELD)  # nobody follows at once on a person without an address
            return
        begun = card.name or card.reachable or (joint and card.organisation)
        card = desk.card(new=True) if begun else card
        card.name = text[:end].placed(FIELD)
        if joint:
            desk.drop(text[joint.start() : joint.end()].strip(), SEPARATOR)
            card.organisation = text[joint.end() :].placed(FIELD)
        return
    card = desk.card()
    if article := ARTICLE.match(str(text)):
        desk.drop(text[: article.end()].strip(), SEPARATOR)
        text = text[article.end() :]
    if is_function(str(text)) and not card.role:
        card.role = text.placed(FIELD)
    elif not card.organisation and (card.name or is_organisation(str(text))):
        card.organisation = text.placed(FIELD)
    elif not card.role:
        card.role = text.placed(FIELD)
    else:
        desk.card(new=True).organisation = text.placed(FIELD)
