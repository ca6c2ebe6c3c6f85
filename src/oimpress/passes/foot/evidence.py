"""What speaks on a piece of a contact line: each piece of evidence is a question that ``contacts.toml`` weighs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from oimpress.knowledge.folding import fold
from oimpress.knowledge.gazetteer import place_countries
from oimpress.knowledge.people import is_function, is_name, is_organisation
from oimpress.passes.foot.pieces import ContactPiece, Cut
from oimpress.passes.foot.words import plainly, said
from oimpress.passes.wordings import body_words

AHEAD = 8  # pieces among which the mail stands that may spell a name
MANY = 8  # words that no name, function or body has
TOKEN = re.compile(r"[^\W\d_][\w'-]*")


class Glance:
    """One piece among those of its region."""

    def __init__(
        self, at: int, pieces: Sequence[ContactPiece], cuts: Sequence[Cut], organisations: frozenset[str]
    ) -> None:
        self.at, self.piece, self.pieces = at, pieces[at], pieces
        self.cut = cuts[self.piece.line]
        self.text = plainly(str(self.piece.text))
        self.words = self.text.split()
        self._known = organisations

    @cached_property
    def mail(self) -> tuple[str, str]:
        """User and host of the next mail address."""
        near = self.pieces[self.at + 1 : self.at + AHEAD]
        user, _, host = next((str(each.text) for each in near if each.kind == "mail"), "").partition("@")
        return bare(user), bare(host)

    def seen(self) -> frozenset[str]:
        names = {self.piece.kind, *self._around()}
        if self.piece.kind == "words":
            names |= {*self._of_words(), *self._of_shape()}
        return frozenset(names)

    def _around(self) -> list[str]:
        piece = self.piece
        asked = {
            "line begins": piece.first,
            "inside a line": not piece.first and not piece.joined,
            "blank before": piece.gap,
            "after and": piece.joined,
            "in a sentence": is_sentence(self.cut),
        }
        return [name for name, true in asked.items() if true]

    def _of_words(self) -> list[str]:
        """What the words say."""
        function, body = is_function(self.text), self._body()
        asked = {
            "reads as a name": body != 1 and is_name(self.text),
            "function word first": function and is_function(self.words[0]),
            "function word": function and not is_function(self.words[0]),
            "body's word first": body == 1,
            "body's word": body == 2,
            "place": place_countries(self.text),
            "lead words": said("heading").fullmatch(self.text),
            "names a topic": said("topic").match(self.text + (":" if self._before_colon() else "")),
            "reads as an address": self._address(),
            "tells hours": any(map(str.isdigit, self.text)) and said("hours").match(self.text),
            "names a language": said("language").match(self.text),
            "name in the mail": body != 1 and spells(self.text, self.mail[0]),
            "name in the domain": any(len(word) > 3 and bare(word) in self.mail[1] for word in self.words),
        }
        return [name for name, true in asked.items() if true]

    def _of_shape(self) -> list[str]:
        before = self.pieces[self.at - 1] if self.at else None
        asked = {
            "many words": len(self.words) > MANY,
            "lower case first": self.text[0].islower(),
            "small word first": said("small_first").match(self.text),
            "one word": len(self.words) == 1 and not self.text[0].islower(),
            "alone on its line": len(self.cut.pieces) == 1,
            "after words": before and before.line == self.piece.line and before.kind == "words",
        }
        return [name for name, true in asked.items() if true]

    def _body(self) -> int:
        """1 where the piece begins with a body's word or is a body's name we know, 2 where it holds one."""
        if fold(self.text) in self._known or is_organisation(self.words[0]) or body_words().match(self.text):
            return 1
        return 2 if is_organisation(self.text) or body_words().search(self.text) else 0

    def _address(self) -> bool:
        digits = any(map(str.isdigit, self.text))
        return bool(said("address").match(self.text)) and (digits or len(self.words) > 2)

    def _before_colon(self) -> bool:
        return self.cut.plain[self.piece.start + len(self.piece.text) :].lstrip().startswith(":")


def evidence_on(cuts: Sequence[Cut], organisations: frozenset[str]) -> list[frozenset[str]]:
    """What speaks on each piece of these lines."""
    pieces = [piece for cut in cuts for piece in cut.pieces]
    return [Glance(at, pieces, cuts, organisations).seen() for at in range(len(pieces))]


def is_sentence(cut: Cut) -> bool:
    """Whether a line says in a sentence how to ask: no card, whatever addresses it holds."""
    if len(cut.plain.split()) <= MANY or not said("asks").search(cut.plain):
        return False
    words = [plainly(str(piece.text)) for piece in cut.pieces if piece.kind == "words"]
    if any(map(is_name, words)) or any(map(is_function, words)):
        return False
    last = cut.pieces[-1]
    return cut.pieces[0].kind != "lead" or (
        last.kind == "words" and len(last.text.split()) > 2 and cut.plain[-1] == "."
    )


def bare(text: str) -> str:
    """``text`` as it can stand in an address: letters and digits only."""
    return re.sub(r"[^a-z0-9]", "", fold(text).lower())


def spells(name: str, user: str) -> bool:
    """Whether the user part of an address spells the family name of ``name``, or its initials and all of one name."""
    words = [bare(word) for word in TOKEN.findall(name)]
    last = words[-1] if words else ""
    joined = "".join(words[1:])
    return any(len(part) > 2 and part in user for part in (last, joined))
