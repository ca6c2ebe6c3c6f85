"""What speaks on a piece of a contact line: each piece of evidence is a question that ``contacts.toml`` weighs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from oimpress.knowledge.addresses import MAIL, WEB
from oimpress.knowledge.folding import fold
from oimpress.knowledge.gazetteer import place_countries
from oimpress.knowledge.people import is_function, is_name
from oimpress.passes.foot.alone import BODY_FIRST, OwnWord, body_in, tells_address, tells_body, words_alone
from oimpress.passes.foot.desks import EXTENSION
from oimpress.passes.foot.housed import is_housed
from oimpress.passes.foot.limits import LEAST_SAID, MANY_WORDS, REGISTER_DIGITS
from oimpress.passes.foot.neighbours import Neighbours
from oimpress.passes.foot.pieces import Cut
from oimpress.passes.foot.spelt import bare, hosts, spells
from oimpress.passes.foot.words import plainly, said
from oimpress.passes.wordings import says_verb
from oimpress.patterns import lazy

UNSPELT = frozenset((BODY_FIRST, "function word first"))  # « presse@ » spells no « Attachée de presse »
ARTICLE = lazy(r"(?:la|le|les|the|el|los|las) |l'")  # in small letters: what follows is called by its kind
UNION = lazy(r"[A-ZÀ-Þ]{2,}-[A-ZÀ-Þ][a-zà-ÿ]+")  # « FO-Lecture »
ACCOUNT = lazy(r" *: *")


class Evidence(Neighbours):
    """What speaks on one piece among those of its region."""

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
            "in brackets": piece.kind == "words" and self._in_brackets(),
            "name in brackets": self._named_in_brackets() and not self._owner_in_brackets(self.at),
            "owner in brackets": self._owner_in_brackets(self.at),
            "before its owner": piece.first and self._owner_in_brackets(self.at + 1),
        }
        return [name for name, true in asked.items() if true]

    def _spelt(self, user: str) -> bool:
        """Whether the next address spells its name, and is not just its word: « Rights », rights@…"""
        word = len(self.words) == 1 and bare(self.text) == user
        return bool(user) and not word and spells(self.text, user)

    def _named_in_brackets(self) -> bool:
        """Whether brackets behind a name say for whom somebody answers: « Álvaro de Quirós (La Claqueta) »."""
        if self.piece.kind != "words" or not self._behind().endswith("("):
            return False
        before = plainly(str(self.pieces[self.at - 1].text)) if self.at else ""
        small = any(word[0].islower() for word in self.words)
        if UNION.fullmatch(self.text) and is_name(before):
            return True
        topic = place_countries(self.text) or said("topic").match(f"{self.text}:")
        told = topic or is_function(self.text) or said("language").match(self.text) or small
        told = told and not tells_body(self.text)  # « (cabinet du président) »
        return is_name(self.text) or bool(is_name(before) and len(self.words) > 1 and not told)

    def _owner_in_brackets(self, at: int) -> bool:
        """Whether a line says a number or an address, and then whose: « 06 39 98 12 34 (Lucie Astier) »."""
        before, piece = self.pieces[max(at - 1, 0)], self.pieces[min(at, len(self.pieces) - 1)]
        detail = before.first and before.kind in ("phone", "mail") and piece.line == before.line
        behind = self.cut.plain[before.start + len(before.text) : piece.start].strip()
        return detail and piece.kind == "words" and behind == "(" and is_name(plainly(str(piece.text)))

    def _of_words(self) -> list[str]:
        """What the words say, by themselves and among their neighbours."""
        alone = self._alone(self.text)
        leads, topic, of_a_body = self._leads(), self._topic(), self._of_a_body()
        asked = {
            "lead words": leads,
            "lead inside a line": leads and not (topic or self.piece.first),
            "place before a name": self._place_before_a_name(),
            "names a topic": topic and not of_a_body,
            "topic of a body": of_a_body,
            "before an address": self._before_an_address(),
            "within an address": is_housed(self.pieces, self.at, self.cut.plain),
            "tells hours": self._hours(),
            "names a language": self._language(),
            "in a list of names": self._listed(),
            "joined name": self.piece.joined and "reads as a name" in alone,
            "name with a function": self._beside_a_function(),
            "first name alone": self._first_name(),
            "before a colon": self._before_colon(),
            "names an account": self._account(),
            "tells a desk": self._tells_desk(),
            "function above a name": self._above_a_name(),
            "function before a name": self._of_whom_follows(),
            "part behind a function": self._department(),
            "puts through": self._puts_through(),
            "says for whom": self._for_whom(),
            "topic beside functions": topic and self._beside_functions(),
            "answers for its body": self._below_its_body(),
            "answers itself": self._answers_itself(),
            "body above a name": self._body_above_a_name(),
            "below a name": self._below_a_name(),
            "body beside an address": self._body_beside_an_address(),
            "unit of a body": self._unit_of_a_body(),
            "body by its mailbox": self._by_its_mailbox(),
            "other hours": self._other_hours(),
            "place behind a function": self._place_behind(),
            "town and country": self._town_and_country(),
            **self._mailed(alone),
        }
        return [*alone, *(name for name, true in asked.items() if true)]

    def _mailed(self, alone: Iterable[str]) -> dict[str, object]:
        """What the mailbox beside says of the words."""
        user, host = self.mail
        return {
            "name in the mail": UNSPELT.isdisjoint(alone) and self._spelt(user),
            "name in the domain": host and hosts(host, self.text),
        }

    def _alone(self, text: str) -> tuple[str, ...]:
        return words_alone(text, self._own.get(fold(text), "") if self._own else "")

    def _of_shape(self) -> list[str]:
        before = self.pieces[self.at - 1] if self.at else None
        asked = {
            "a digit in it": any(map(str.isdigit, self.text)) or "/" in self.text,
            "no letter": not any(map(str.isalpha, self.text)),
            "many words": len(self.words) > MANY_WORDS,
            "many digits": sum(map(str.isdigit, self.text)) >= REGISTER_DIGITS and not tells_address(self.text),
            "lower case first": self.text[0].islower(),
            "a common word in it": not is_name(self.text)
            and any(word.islower() and len(word) > 4 for word in self.words),
            "small word first": said("small_first").match(self.text),
            "article first": ARTICLE.match(self.text),
            "holds a verb": len(self.words) >= LEAST_SAID and says_verb(" ".join(filter(str.islower, self.words))),
            "extension alone": EXTENSION.fullmatch(self.text),
            "one word": len(self.words) == 1 and not self.text[0].islower(),
            "alone on its line": len(self.cut.pieces) == 1,
            "after words": before and before.line == self.piece.line and before.kind == "words",
        }
        return [name for name, true in asked.items() if true]

    def _topic(self) -> bool:
        if self._function_before_a_name() or self._answers_for():
            return False
        before = self.pieces[self.at - 1] if self.at and not self.piece.first else None
        if before and before.kind == "words" and is_function(str(before.text)):
            return False  # « Attaché de presse – Régions »
        said_so = said("topic").match(self.text + (":" if self._before_colon() else "")) or self._kind_of_media()
        return bool(said_so) and not self._behind().endswith("(")

    def _kind_of_media(self) -> bool:
        """Whether a line says in common words whom those behind its colon serve: « Radios et télévisions : … »."""
        after = self._words_after() if self.piece.first and self._before_colon() else ""
        common = any(word.islower() and len(word) > 4 for word in self.words)
        return bool(after and common and tells_body(after)) and not (is_function(self.text) or body_in(self.text))

    def _of_a_body(self) -> bool:
        """Whether words behind a body's name say what it answers for: « Cabinet Ferrand – Relations presse : … »."""
        before = self.pieces[self.at - 1] if self.at and not self.piece.first else None
        if not before or not before.first or before.kind != "words" or not said("topic").match(f"{self.text} :"):
            return False
        plain = plainly(str(before.text))
        return tells_body(plain) or (plain[0].isupper() and not is_name(plain) and not is_function(plain))

    def _leads(self) -> bool:
        """Whether the words head contacts: those of a line, or before a colon within one."""
        colon = self._before_colon()
        if not (self.piece.first or colon):
            return False
        alone = said("heading_alone").fullmatch(f"{self.text}:") if colon or len(self.cut.pieces) == 1 else None
        return bool(alone or said("heading").fullmatch(self.text))

    def _for_whom(self) -> bool:
        """Whether it says behind an agency's name for which body it speaks."""
        before = self.pieces[self.at - 1] if self.at and not self.piece.first else None
        if before is None or before.kind != "words" or said("for_whom").match(self.text) is None:
            return False
        return not self.cut.plain[before.start + len(before.text) : self.piece.start].strip()

    def _hours(self) -> bool:
        clear = any(map(str.isdigit, self.text)) or self._behind().endswith("(")
        return said("days").match(self.text) is not None or (clear and bool(said("hours").match(self.text)))

    def _language(self) -> bool:
        """Languages by their names, or by their codes: one code in brackets or alone."""
        alone = len(self.cut.pieces) == 1 or (self.piece.first and self._before_colon())
        within = alone or self._behind().endswith("(") or said("spoken").match(self.text)
        return bool(said("language").match(self.text)) and bool(within or not self.text.isupper())

    def _account(self) -> bool:
        """« Facebook : Ville de Vézelin »: a network, and the name that somebody has there; or one of several."""
        network = said("network")
        behind = network.search(self._behind())
        here = network.match(f"{self.text}:")  # « X » is one before a colon only
        whole = here is not None and here.end() == len(self.text)
        named = behind and ACCOUNT.fullmatch(self._behind(), behind.end())
        others = [piece for piece in self.cut.pieces if network.fullmatch(plainly(str(piece.text)))]
        return self.text.startswith("@") or bool((whole and (self._before_colon() or len(others) > 1)) or named)

    def _before_an_address(self) -> bool:
        """Whether a line begins with it and goes on with an address: a house by its name, « Moulin de Lavaud »."""
        plain = self._words_after()
        beside = self.piece.first and bool(plain) and "reads as an address" in self._alone(plain)
        return beside and not tells_address(self.text) and body_in(self.text) == 0


def evidence_on(cuts: Sequence[Cut], own: Mapping[str, OwnWord]) -> list[frozenset[str]]:
    """What speaks on each piece of these lines. ``own`` are the house's own words, folded."""
    pieces = [piece for cut in cuts for piece in cut.pieces]
    sentences = [is_sentence(cut) for cut in cuts]
    return [Evidence(at, pieces, cuts, sentences, own).seen() for at in range(len(pieces))]


def is_sentence(cut: Cut) -> bool:
    """Whether a line says in a sentence how to ask: no card, whatever addresses it holds."""
    if len(cut.plain.split()) <= MANY_WORDS or not said("asks").search(MAIL.sub("", WEB.sub("", cut.plain))):
        return False
    words = [plainly(str(piece.text)) for piece in cut.pieces if piece.kind == "words"]
    if any(map(is_name, words)) or any(is_function(word) and not said("asked_for").match(word) for word in words):
        return False
    last = cut.pieces[-1]
    return cut.pieces[0].kind != "lead" or (
        last.kind == "words" and len(last.text.split()) > 2 and cut.plain[-1] == "."
    )
