"""From labelled pieces to contacts."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence, Set
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import NamedTuple, TypeAlias

from oimpress.knowledge.addresses import SPELT_MAIL, SPELT_SIGN, missing_scheme
from oimpress.knowledge.languages import article_end
from oimpress.knowledge.phones import is_mobile
from oimpress.model.draft import put_by
from oimpress.model.nodes import Contact, Inlines, Para, Phone, Web
from oimpress.model.runs import cut as cut_run
from oimpress.model.traced import GIVEN, Edit, Traced, inserted, join
from oimpress.notices import Dropped, Notice
from oimpress.passes.foot.alone import tells_body
from oimpress.passes.foot.numbers import dialled
from oimpress.passes.foot.pieces import SEPARATOR, ContactPiece, Cut
from oimpress.passes.foot.rows import TOP
from oimpress.passes.foot.spelt import bare, calls
from oimpress.passes.foot.words import plainly
from oimpress.passes.labelling import Reading
from oimpress.patterns import lazy
from oimpress.records import record

LEAD, FIELD, HREF, SPELT = "C001", "C002", "C005", "C009"
OUR = lazy(r"(?:notre|votre|our|nuestr[oa]|le|la|the|el) +|l'(?=\w)", re.IGNORECASE)
GivenPiece: TypeAlias = tuple[ContactPiece, int, Reading]  # with its number and what it was taken for
DASHES = ("–", "—", "-")
PARTS = {"organisation": DASHES, "address": (*DASHES, ",", ".")}  # what parts no two, but one
WORDS_THAT_STAY = ("lead", "topic", "hours", "note")
CIVILITY = lazy(r"(?:M\.|Mme\.?|Mlle\.?|Mrs?\.?|Ms\.?|Sra?\.|Monsieur|Madame) +(?=\S)")


@record
class Said:
    """Words of some line that stay beside the contacts."""

    words: Para
    lines: Set[int] = frozenset()


class Gone(NamedTuple):
    """What of a line stands in no contact."""

    line: int
    dropped: Dropped


@dataclass
class Card:
    """A contact being filled. ``lines`` are the numbers of those that gave it anything."""

    names: list[Traced] = field(default_factory=list)
    roles: list[Traced] = field(default_factory=list)
    organisations: list[Traced] = field(default_factory=list)
    addresses: list[Traced] = field(default_factory=list)
    phones: list[Phone] = field(default_factory=list)
    emails: list[Traced] = field(default_factory=list)
    webs: list[Web] = field(default_factory=list)
    lines: set[int] = field(default_factory=set)
    named: int = -1  # number of the line that names it, and of the first that holds a detail
    told: int = -1
    headed: int = -1  # number of the line whose body is the first of it; of the last line that gave it anything
    last: int = -1
    housed: int = -1  # number of the line of its last body
    mailed: int = -1  # number of the line of the last mailbox, and of the last number
    rung: int = -1
    top: int = -1  # number of the first line of the column that it stands in
    apart: int = -1  # number of the last line above which a blank parts it from the others
    loose: int = -1  # number of the last line with a detail that a blank parts from what it tells before
    unsure: bool = False  # whether its last line could be others' too
    parted: bool = False  # whether a blank stands above it
    joined: bool = False  # whether "and" stands between its numbers

    @property
    def first(self) -> int:
        return min(self.lines, default=-1)

    @property
    def reachable(self) -> bool:
        return bool(self.phones or self.emails)

    @property
    def told_of(self) -> bool:
        """Whether it says whose details these are."""
        return bool(self.names or self.organisations)

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
    abroad: bool = False  # whether numbers are none of the country of that language, whatever they look like
    items: list[Said | Card] = field(default_factory=list)
    gone: list[Gone] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    card: Card | None = None

    def take(self, cuts: Sequence[Cut], readings: Sequence[Reading], given: Container[int] = ()) -> None:
        """Fill contacts with the pieces of these lines, each as it was read, or as a person said: those ``given``."""
        left = enumerate(readings)
        for cut in cuts:
            here: list[GivenPiece] = [(piece, *next(left)) for piece in cut.pieces]
            if any(one.label == "sentence" for _, _, one in here):
                self._stays(put_by(cut.children, LEAD), cut.number)
                continue
            spans: list[Traced] = []
            for hours, group in groupby(_bodies(cut, here, spans), lambda each: each[2].label == "hours"):
                told = list(group)
                if hours:  # « 9 h – 12 h 30 / 14 h – 17 h 30 » is one thing to say
                    (first, at, one), (last, _, _) = told[0], told[-1]
                    spans.append(cut.text[first.start : last.start + len(last.text)])
                    told = [(replace(first, text=spans[-1]), at, one)]
                for piece, at, one in told:
                    said = replace(piece, text=piece.text.put_by(GIVEN)) if at in given else piece
                    self._give(cut, said, one.label)
            left_out = (gone for gone in cut.dropped if not any(_within(gone.text, span) for span in spans))
            self.gone += [Gone(cut.number, each) for each in left_out]

    def _give(self, cut: Cut, piece: ContactPiece, label: str) -> None:
        plain = label.rstrip("*")
        if plain != label or plain == "lead":
            self.card = None
        if plain in WORDS_THAT_STAY:
            words = cut_run(cut.children, piece.start, piece.start + len(piece.text))
            self._stays(put_by(words, GIVEN if piece.text.given else LEAD), piece.line)
        else:
            self._fill(self.card or self._begun(piece), piece, plain, cut)

    def _stays(self, words: Inlines, line: int) -> None:
        """Keep words beside the contacts: before one that only a body's name has begun, whom they serve."""
        headed = bool(self.items) and self.items[-1] is self.card and not (self.card.names or self.card.reachable)
        self.items.insert(len(self.items) - headed, Said(Para(words), {line}))

    def _begun(self, piece: ContactPiece) -> Card:
        self.card = Card(parted=piece.gap)
        self.items.append(self.card)
        return self.card

    def _fill(self, card: Card, piece: ContactPiece, label: str, cut: Cut) -> None:
        text = piece.text
        if label in ("mail", "phone") and card.told < 0:
            card.told = piece.line
        if label in ("mail", "phone") and piece.gap and card.lines and not _is_called(card, piece):
            card.loose = piece.line
        if piece.kind == "words" and piece.gap and card.names and not card.reachable and label == "organisation":
            card.unsure = True  # below a blank another could begin
        card.last = piece.line
        card.apart = piece.line if piece.gap and card.lines else card.apart
        card.lines.add(piece.line)
        card.top = piece.line if card.top < 0 and TOP in cut.line.marks else card.top
        match label:
            case "person" | "also":
                card.names.append(self._without_civility(piece))
                card.named = piece.line
            case "role":
                our = OUR.match(plainly(str(text)))
                card.roles.append(self._from(piece, our.end() if our else 0))
            case "organisation":
                card.headed = piece.line if card.headed < 0 and not card.names else card.headed
                card.housed = piece.line
                card.organisations.append(self._without_article(piece))
            case "address":
                card.addresses.append(text)
            case "mail":
                card.emails.append(spelled_out(text).put_by(FIELD))
                card.mailed = piece.line
            case "web":
                href = missing_scheme(text) + str(text)
                card.webs.append(Web(text.put_by(FIELD), inserted(href, HREF, text.start)))
            case _:
                card.rung = piece.line
                made = dialled(piece, cut.plain, self.regions, self.lang, cut.line.where, self.notices, self.abroad)
                joined = piece.joined or _is_slashed(card, cut, piece, made)
                card.joined = joined or (bool(card.phones) and card.joined)
                card.phones.append(made)

    def _without_civility(self, piece: ContactPiece) -> Traced:
        """A name without « Mme » before it; a title such as « Dr » belongs to it, and one word alone keeps it."""
        plain = plainly(str(piece.text))
        civility = CIVILITY.match(plain)
        return self._from(piece, civility.end() if civility and " " in plain[civility.end() :] else 0)

    def _without_article(self, piece: ContactPiece) -> Traced:
        """A body without the article before it; one that is part of the name stays, as in « La Poste »."""
        plain = plainly(str(piece.text))
        end = article_end(plain)
        word = plain[end:].partition(" ")[0]
        said_of_it = plain[:1].islower() or word.isupper() or tells_body(plain[end:])
        return self._from(piece, end if word and said_of_it else 0)

    def _from(self, piece: ContactPiece, start: int) -> Traced:
        """The words of a piece from ``start`` on; what stands before is left out."""
        if start:
            self.gone.append(Gone(piece.line, Dropped(piece.text[:start].strip(), SEPARATOR)))
        return piece.text[start:]


def _bodies(cut: Cut, here: Sequence[GivenPiece], spans: list[Traced]) -> list[GivenPiece]:
    """The pieces of a line, where bodies that only a dash parts are one, « Direction générale – Service presse ».

    So are the parts of an address, with commas and dashes between: « 3, rue du Fort – 1004 Tunis ».
    """
    found: list[GivenPiece] = []
    for piece, at, one in here:
        before, first, above = found[-1] if found else (piece, at, one)
        end = before.start + len(before.text)
        mark, label = cut.plain[end : piece.start].strip(), above.label.rstrip("*")
        parts = PARTS.get(label, ())
        if found and mark in parts and one.label == label:
            spans.append(cut.text[before.start : piece.start + len(piece.text)])
            found[-1] = (replace(before, text=spans[-1]), first, above)
        else:
            found.append((piece, at, one))
    return found


def _is_slashed(card: Card, cut: Cut, piece: ContactPiece, phone: Phone) -> bool:
    """Whether a slash parts two numbers of one kind as it parts the two names right above: each has one."""
    names = cut.above is not None and cut.above.number == card.named and " / " in cut.above.plain
    slash = len(card.names) == 2 and len(card.phones) == 1 and cut.plain[: piece.start].rstrip().endswith("/")
    return names and slash and is_mobile(card.phones[0].uri) == is_mobile(phone.uri)


def _is_called(card: Card, piece: ContactPiece) -> bool:
    """Whether a piece is a mailbox that calls the person by name."""
    user, at, _ = str(piece.text).partition("@")
    return bool(at) and calls(card.name, bare(user))


def _within(text: str, span: Traced) -> bool:
    """Whether ``text`` is a part of ``span`` of the source."""
    return isinstance(text, Traced) and span.start <= text.start and text.end <= span.end


def spelled_out(text: Traced) -> Traced:
    """A mail address whose ``[at]`` is made an ``@``."""
    if "@" in text or not SPELT_MAIL.fullmatch(plainly(str(text))):
        return text
    edits = [Edit(SPELT, m.start(), m.end(), m[0], "@" if m["at"] else ".") for m in SPELT_SIGN.finditer(str(text))]
    return text.edited(edits)
