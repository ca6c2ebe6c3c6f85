"""What speaks on a piece of a contact line: each piece of evidence is a question that ``contacts.toml`` weighs."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Literal, TypeAlias

from oimpress.knowledge.addresses import SPELT_SIGN
from oimpress.knowledge.folding import fold
from oimpress.knowledge.gazetteer import place_countries
from oimpress.knowledge.languages import article_end
from oimpress.knowledge.people import is_function, is_name, is_organisation
from oimpress.passes.foot.limits import MAIL_REACH, MANY_WORDS, REGISTER_DIGITS
from oimpress.passes.foot.pieces import ContactPiece, Cut
from oimpress.passes.foot.words import plainly, said
from oimpress.passes.kept import kept
from oimpress.passes.wordings import body_words, is_address, reads_as_address

LEGAL_FORM = re.compile(r" (?:SA|SAS|SARL|SE|AG|Inc|Ltd|SPRL|SRL|ASBL|asbl|GmbH|plc|PLC|LLC|S\.A\.)\.?$")
CAPITALS_FIRST = re.compile(  # a family name in capitals before first names, and a name that is all in capitals
    r"(?:[A-ZÀ-Þ'’-]{6,}|[A-ZÀ-Þ'’]{3,}-[A-ZÀ-Þ'’-]{3,})(?: [A-ZÀ-Þ][a-zà-ÿ'’-]+){1,3}"
    r"|[A-ZÀ-Þ]{4,} [A-ZÀ-Þ]{3,}-[A-ZÀ-Þ]{3,}"
)
OwnWord: TypeAlias = Literal["", "organisation", "role"]  # what the house says that words are
BODY_FIRST = "body's word first"
BEHIND_COLON = re.compile(r"\s*(?:\([^()]*\)\s*)?:")
TOKEN = re.compile(r"[^\W\d_][\w'-]*")


class Glance:
    """One piece among those of its region."""

    def __init__(
        self,
        at: int,
        pieces: Sequence[ContactPiece],
        cuts: Sequence[Cut],
        sentences: Sequence[bool],
        own: Mapping[str, OwnWord],
    ) -> None:
        self.at, self.piece, self.pieces = at, pieces[at], pieces
        self.cut = cuts[self.piece.line]
        self.text = plainly(str(self.piece.text))
        self.words = self.text.split()
        self._sentences, self._own = sentences, own

    @kept
    def mail(self) -> tuple[str, str]:
        """User and host of the next mail address."""
        near = self.pieces[self.at + 1 : self.at + MAIL_REACH]
        address = next((str(each.text) for each in near if each.kind == "mail"), "")
        user, _, host = SPELT_SIGN.sub(lambda sign: "@" if sign["at"] else ".", address).partition("@")
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
            "in a sentence": self._sentences[self.piece.line],
            "after a semicolon": self._behind().endswith((";", " /")),
            "in brackets": piece.kind == "words" and self._behind().endswith("("),
            "name in brackets": piece.kind == "words" and self._behind().endswith("(") and is_name(self.text),
        }
        return [name for name, true in asked.items() if true]

    def _of_words(self) -> list[str]:
        """What the words say, by themselves and among their neighbours."""
        alone = self._alone(self.text)
        user, host = self.mail
        asked = {
            "lead words": self._leads(),
            "place before a name": self._place_before_a_name(),
            "names a topic": self._topic(),
            "before an address": self._before_an_address(),
            "tells hours": self._hours(),
            "names a language": self._language(),
            "joined name": self.piece.joined and "reads as a name" in alone,
            "name with a function": self._beside_a_function(),
            "before a colon": self._before_colon(),
            "name in the mail": user and BODY_FIRST not in alone and spells(self.text, user),
            "name in the domain": host and any(len(word) > 3 and bare(word) in host for word in self.words),
        }
        return [*alone, *(name for name, true in asked.items() if true)]

    def _alone(self, text: str) -> tuple[str, ...]:
        return words_alone(text, self._own.get(fold(text), "") if self._own else "")

    def _of_shape(self) -> list[str]:
        before = self.pieces[self.at - 1] if self.at else None
        asked = {
            "a digit in it": any(map(str.isdigit, self.text)),
            "many words": len(self.words) > MANY_WORDS,
            "many digits": sum(map(str.isdigit, self.text)) >= REGISTER_DIGITS,
            "lower case first": self.text[0].islower(),
            "small word first": said("small_first").match(self.text),
            "one word": len(self.words) == 1 and not self.text[0].islower(),
            "alone on its line": len(self.cut.pieces) == 1,
            "after words": before and before.line == self.piece.line and before.kind == "words",
        }
        return [name for name, true in asked.items() if true]

    def _topic(self) -> bool:
        if self._function_before_a_name():
            return False
        said_so = said("topic").match(self.text + (":" if self._before_colon() else ""))
        return bool(said_so) and not self._behind().endswith("(")

    def _leads(self) -> bool:
        """Whether the words head contacts: those of a line, or before a colon within one."""
        colon = self._before_colon()
        if not (self.piece.first or colon):
            return False
        alone = said("heading_alone").fullmatch(f"{self.text}:") if colon else None
        return bool(alone or said("heading").fullmatch(self.text))

    def _hours(self) -> bool:
        clear = any(map(str.isdigit, self.text)) or self._behind().endswith("(")
        return clear and bool(said("hours").match(self.text))

    def _language(self) -> bool:
        """Languages by their names, or by their codes in brackets or alone."""
        within = self._behind().endswith("(") or len(self.cut.pieces) == 1
        return bool(said("language").match(self.text)) and (within or not self.text.isupper())

    def _behind(self) -> str:
        """What stands before the piece on its line."""
        return self.cut.plain[: self.piece.start].rstrip()

    def _beside_a_function(self) -> bool:
        """Whether a line begins with a name and says a function next: somebody is presented."""
        after = self._after()
        beside = after is not None and after.kind == "words" and is_function(str(after.text))
        return self.piece.first and beside and is_name(self.text)

    def _function_before_a_name(self) -> bool:
        """Whether a line says a function and then who has it: « Chercheuse | Estelle Vuarnoz | … »."""
        after = self._after()
        named = after is not None and after.kind == "words" and is_name(plainly(str(after.text)))
        return self.piece.first and named and not self._before_colon() and is_function(self.text)

    def _place_before_a_name(self) -> bool:
        """Whether a place says where somebody answers: « Suisse » above a name, « À Dakar : » before one."""
        after = self.pieces[self.at + 1] if self.at + 1 < len(self.pieces) else None
        alone = len(self.cut.pieces) == 1 or self._before_colon()
        named = after and after.kind == "words" and is_name(plainly(str(after.text)))
        return bool(self.piece.first and alone and named and place_countries(self.text))

    def _before_an_address(self) -> bool:
        """Whether a line begins with it and goes on with an address: a house by its name, « Moulin de Lavaud »."""
        after = self._after()
        plain = plainly(str(after.text)) if after and after.kind == "words" else ""
        beside = self.piece.first and bool(plain) and "reads as an address" in self._alone(plain)
        return beside and not _is_address(self.text) and _body(self.text) == 0

    def _after(self) -> ContactPiece | None:
        """The next piece on the same line."""
        after = self.pieces[self.at + 1] if self.at + 1 < len(self.pieces) else None
        return after if after and after.line == self.piece.line else None

    def _before_colon(self) -> bool:
        """Whether a colon stands behind it, or behind what is said in brackets."""
        return BEHIND_COLON.match(self.cut.plain, self.piece.start + len(self.piece.text)) is not None


@lru_cache(maxsize=512)  # the contacts of an office stand in all of its releases
def words_alone(text: str, own: OwnWord) -> tuple[str, ...]:
    """What the words of a piece say by themselves, or what the house says of them."""
    role = own == "role"
    function, name = role or is_function(text), is_name(text) and not role
    body = 1 if own == "organisation" else _body(text)
    first = role or (function and is_function(text.split(maxsplit=1)[0]))
    asked = {
        "reads as a name": body != 1 and name,
        "function word first": first,
        "function in a name": function and name,
        "function word": function and not first,
        BODY_FIRST: body == 1,
        "body's word": body == 2,
        "place": place_countries(text),
        "reads as an address": _is_address(text) and not first,
        "capital family name": body != 1 and CAPITALS_FIRST.fullmatch(text),
    }
    return tuple(evidence for evidence, true in asked.items() if true)


def _body(text: str) -> int:
    """1 where a piece begins with a body's word, 2 where it holds one."""
    if body_words().match(text) or said("unit").match(text, article_end(text)) or LEGAL_FORM.search(text):
        return 1
    if is_organisation(text.split(maxsplit=1)[0]) and not CAPITALS_FIRST.fullmatch(text):
        return 1
    return 2 if is_organisation(text) or body_words().search(text) else 0


def _is_address(text: str) -> bool:
    return reads_as_address(text) or is_address(text)


def evidence_on(cuts: Sequence[Cut], own: Mapping[str, OwnWord]) -> list[frozenset[str]]:
    """What speaks on each piece of these lines. ``own`` are the house's own words, folded."""
    pieces = [piece for cut in cuts for piece in cut.pieces]
    sentences = [is_sentence(cut) for cut in cuts]
    return [Glance(at, pieces, cuts, sentences, own).seen() for at in range(len(pieces))]


def tells_body(text: str) -> bool:
    """Whether ``text`` begins with a word that tells a body or its unit."""
    plain = plainly(text)
    return bool(body_words().match(plain) or said("unit").match(plain, article_end(plain)))


def is_sentence(cut: Cut) -> bool:
    """Whether a line says in a sentence how to ask: no card, whatever addresses it holds."""
    if len(cut.plain.split()) <= MANY_WORDS or not said("asks").search(cut.plain):
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
    halves = [bare(half) for half in name.rpartition(" ")[2].split("-")]
    return any(len(part) > 2 and part in user for part in (last, joined)) or any(
        len(half) > 4 and half in user for half in halves
    )
