"""From labelled pieces to contacts, and what shows that a detail could be another person's."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise

from oimpress.knowledge.addresses import SPELT_MAIL, SPELT_SIGN, missing_scheme
from oimpress.knowledge.languages import article_end
from oimpress.knowledge.people import is_function, is_name
from oimpress.model.draft import put_by
from oimpress.model.nodes import Contact, Para, Phone, Web
from oimpress.model.runs import cut as cut_run
from oimpress.model.runs import flatten
from oimpress.model.traced import GIVEN, Edit, Traced, inserted, join
from oimpress.notices import Dropped, Notice
from oimpress.passes.foot.evidence import bare, spells, tells_body
from oimpress.passes.foot.limits import LEAST_LEAD, MOST_NAMES, POOR
from oimpress.passes.foot.numbers import dialled
from oimpress.passes.foot.pieces import SEPARATOR, ContactPiece, Cut
from oimpress.passes.foot.words import plainly, said
from oimpress.passes.labelling import Reading

LEAD, FIELD, HREF, SPELT = "C001", "C002", "C005", "C009"
WORDS_THAT_STAY = ("lead", "topic", "hours", "note")
CIVILITY = re.compile(r"(?:M\.|Mme|Mlle|Mrs?\.?|Ms\.?|Sra?\.|Monsieur|Madame) +(?=\S)")
POOR_ONES = frozenset(("person", "person*", "organisation", "organisation*", "role", "role*"))


@dataclass
class Card:
    """A contact being filled."""

    names: list[Traced] = field(default_factory=list)
    roles: list[Traced] = field(default_factory=list)
    organisations: list[Traced] = field(default_factory=list)
    addresses: list[Traced] = field(default_factory=list)
    phones: list[Phone] = field(default_factory=list)
    emails: list[Traced] = field(default_factory=list)
    webs: list[Web] = field(default_factory=list)
    named: int = -1  # number of the line that names it, and of the first that holds a detail
    told: int = -1
    headed: int = -1  # number of the line whose body is the first of it; of the last line that gave it anything
    last: int = -1
    parted: bool = False  # whether a blank stands above it
    joined: bool = False  # whether "and" stands between its numbers

    @property
    def reachable(self) -> bool:
        return bool(self.phones or self.emails)

    @property
    def name(self) -> str:
        return str(self.names[0]) if self.names else ""

    def frozen(self) -> Contact:
        return Contact(
            _listed(self.names),
            _listed(self.roles),
            _listed(self.organisations),
            tuple(self.phones),
            tuple(self.emails),
            tuple(self.webs),
            _listed(self.addresses),
        )

    def texts(self) -> list[str]:
        """All that it holds, for what leaves it out."""
        words = (*self.names, *self.roles, *self.organisations, *self.addresses, *self.emails)
        return [*words, *(one.text for one in self.phones), *(one.text for one in self.webs)]


def _listed(parts: Sequence[Traced]) -> str:
    """Parts of one field, with a comma between."""
    joined = [each for part in parts for each in (part, inserted(", ", FIELD, part.end))]
    return join(joined[:-1]).put_by(FIELD) if joined else ""


@dataclass
class CardIndex:
    """The contacts of a region in the making. ``lang`` is that of the release, ``regions`` where one dials from."""

    lang: str
    regions: Sequence[str]
    items: list[Para | Card] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    card: Card | None = None

    def take(self, cuts: Sequence[Cut], readings: Sequence[Reading], given: Container[int] = ()) -> None:
        """Fill contacts with the pieces of these lines, each as it was read, or as a person said: those ``given``."""
        left = enumerate(readings)
        for cut in cuts:
            here = [(piece, *next(left)) for piece in cut.pieces]
            if any(one.label == "sentence" for _, _, one in here):
                self.items.append(Para(put_by(cut.children, LEAD)))
                continue
            spans: list[Traced] = []
            for hours, group in groupby(here, lambda each: each[2].label == "hours"):
                told = list(group)
                if hours:  # « 9 h – 12 h 30 / 14 h – 17 h 30 » is one thing to say
                    (first, at, one), (last, _, _) = told[0], told[-1]
                    spans.append(cut.text[first.start : last.start + len(last.text)])
                    told = [(replace(first, text=spans[-1]), at, one)]
                for piece, at, one in told:
                    said = replace(piece, text=piece.text.put_by(GIVEN)) if at in given else piece
                    self._give(cut, said, one.label)
            self.dropped += [gone for gone in cut.dropped if not any(_within(gone.text, span) for span in spans)]

    def _give(self, cut: Cut, piece: ContactPiece, label: str) -> None:
        plain = label.rstrip("*")
        if plain != label or plain == "lead":
            self.card = None
        if plain in WORDS_THAT_STAY:
            words = cut_run(cut.children, piece.start, piece.start + len(piece.text))
            self.items.append(Para(put_by(words, GIVEN if piece.text.given else LEAD)))
        else:
            self._fill(self.card or self._begun(piece), piece, plain, cut)

    def _begun(self, piece: ContactPiece) -> Card:
        self.card = Card(parted=piece.gap)
        self.items.append(self.card)
        return self.card

    def _fill(self, card: Card, piece: ContactPiece, label: str, cut: Cut) -> None:
        text = piece.text
        if label in ("mail", "phone") and card.told < 0:
            card.told = piece.line
        card.last = piece.line
        match label:
            case "person" | "also":
                card.names.append(self._without_civility(text))
                card.named = piece.line
            case "role":
                card.roles.append(text)
            case "organisation":
                card.headed = piece.line if card.headed < 0 and not card.names else card.headed
                card.organisations.append(self._without_article(text))
            case "address":
                card.addresses.append(text)
            case "mail":
                card.emails.append(spelled_out(text).put_by(FIELD))
            case "web":
                href = missing_scheme(text) + str(text)
                card.webs.append(Web(text.put_by(FIELD), inserted(href, HREF, text.start)))
            case _:
                card.joined = piece.joined or (bool(card.phones) and card.joined)
                made = dialled(piece, cut.plain, self.regions, self.lang, cut.line.where, self.notices)
                card.phones.append(made)

    def _without_civility(self, text: Traced) -> Traced:
        """A name without « Mme » before it; a title such as « Dr » belongs to it, and one word alone keeps it."""
        civility = CIVILITY.match(plainly(str(text)))
        if not civility or " " not in plainly(str(text[civility.end() :])):
            return text
        self.dropped.append(Dropped(text[: civility.end()].strip(), SEPARATOR))
        return text[civility.end() :]

    def _without_article(self, text: Traced) -> Traced:
        end = article_end(plainly(str(text)))
        if end and end < len(text):
            self.dropped.append(Dropped(text[:end].strip(), SEPARATOR))
            return text[end:]
        return text


def _within(text: str, span: Traced) -> bool:
    """Whether ``text`` is a part of ``span`` of the source."""
    return isinstance(text, Traced) and span.start <= text.start and text.end <= span.end


def spelled_out(text: Traced) -> Traced:
    """A mail address whose ``[at]`` is made an ``@``."""
    if "@" in text or not SPELT_MAIL.fullmatch(plainly(str(text))):
        return text
    edits = [Edit(SPELT, m.start(), m.end(), m[0], "@" if m["at"] else ".") for m in SPELT_SIGN.finditer(str(text))]
    return text.edited(edits)


def in_doubt(readings: Sequence[Reading], items: Sequence[Para | Card]) -> bool:
    """Whether a detail could be somebody else's: a near rival of where a contact begins, or an address that says so."""
    cards = [item for item in items if isinstance(item, Card)]
    if any(map(_holds_two, cards)) or any(isinstance(item, Para) and _names(item) for item in items):
        return True
    if any(one.support < POOR and one.label in POOR_ONES for one in readings) or any(map(_crowded, cards)):
        return True
    if len(cards) < 2:
        return False
    if any(_shared(above, card) for above, card in pairwise(items)):
        return True
    return any(_near(one) for one in readings) or any(_contradicts(card, cards) for card in cards)


def _near(one: Reading) -> bool:
    begins = [loss for label, loss in one.losses.items() if label.endswith("*") != one.label.endswith("*")]
    return bool(begins) and min(begins) < LEAST_LEAD and one.label != "lead"


def _contradicts(card: Card, cards: Sequence[Card]) -> bool:
    """Whether an address spells the name of another contact, or several people's details stand in one."""
    others = [other.name for other in cards if other is not card and other.names]
    for mail in card.emails:
        user = bare(str(mail).partition("@")[0])
        if any(spells(name, user) for name in others) and not spells(card.name, user):
            return True
    if len(card.emails) > 1 and not all(spells(card.name, bare(mail.partition("@")[0])) for mail in card.emails):
        return any(other.phones and not other.emails for other in cards)  # one of them could be the other's
    people = [other for other in cards if other.names and not other.reachable]
    return bool(people) and (len(card.emails) > 1 or len(card.phones) > 1)


def _holds_two(card: Card) -> bool:
    """Whether what was taken for a function or a body is a person whom an address of the contact spells."""
    others = [str(text) for text in (*card.roles, *card.organisations)]
    users = [bare(str(mail).partition("@")[0]) for mail in card.emails]
    return bool(card.names) and any(_is_person(text) and any(spells(text, user) for user in users) for text in others)


def _crowded(card: Card) -> bool:
    """Whether a contact's name is so long that it could be several people's, as columns that ran together give it."""
    return len(card.emails) > 1 and any(len(re.findall(r"\b[A-ZÀ-Þ]", str(name))) > MOST_NAMES for name in card.names)


def _names(words: Para) -> bool:
    """Whether words that stay beside the contacts are somebody's name."""
    text = plainly(str(flatten(words.children))).strip()
    return _is_person(text) and not said("topic").match(text)


def _is_person(text: str) -> bool:
    return is_name(text) and not is_function(text) and not tells_body(text)


def _shared(above: Para | Card, card: Para | Card) -> bool:
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
