"""What speaks for a piece of a contact line among the pieces beside it."""

from __future__ import annotations

from oimpress.knowledge.gazetteer import place_countries
from oimpress.knowledge.people import is_function, is_name
from oimpress.passes.foot.alone import body_in, tells_address, tells_body
from oimpress.passes.foot.desks import Desks
from oimpress.passes.foot.spelt import hosts
from oimpress.passes.foot.words import plainly, said
from oimpress.patterns import lazy

IN = lazy(r"^(?:[ÀA]|En|Aux?|In|At) ")  # « À Dakar », « In Geneva »


class Neighbours(Desks):
    """One piece among those of its region, and what they make of it."""

    def _beside_a_function(self) -> bool:
        """Whether a line begins with a name and says a function next: somebody is presented."""
        after = self._after()
        beside = after is not None and after.kind == "words" and is_function(str(after.text))
        return self.piece.first and beside and is_name(self.text)

    def _listed(self) -> bool:
        """Whether it is one of at least three names that stand below each other."""
        around = range(max(self.at - 2, 0), min(self.at, len(self.pieces) - 3) + 1)
        return any(all(map(self._names_alone, range(first, first + 3))) for first in around)

    def _names_alone(self, at: int) -> bool:
        piece = self.pieces[at]
        alone = piece.kind == "words" and piece.first and (at + 1 == len(self.pieces) or self.pieces[at + 1].first)
        words = plainly(str(piece.text))
        return alone and is_name(words) and not hosts(self.mail[1], words)

    def _of_whom_follows(self) -> bool:
        """Whether a function is said, and behind a colon who has it: « Press officer: Maxence Oudart »."""
        after, text = self._after(), self.text
        named = after is not None and after.kind == "words" and is_name(plainly(str(after.text)))
        return self._begins() and named and self._before_colon() and is_function(text) and not body_in(text)

    def _begins(self) -> bool:
        """Whether a line begins with it, or it stands behind a detail, as lines that ran together have it."""
        return self.piece.first or self.pieces[self.at - 1].kind in ("phone", "mail")

    def _department(self) -> bool:
        """Whether it says where a function is held, « directrice, Affaires publiques », or what for who is named."""
        before = self.pieces[self.at - 1] if self.at and not self.piece.first else None
        if before is None or before.kind != "words":
            return False
        plain = plainly(str(before.text))
        function = is_function(plain) or said("function_first").fullmatch(plain) is not None
        held = function and (not before.first or not is_name(plain))
        return (
            (held and said("department").match(self.text) is not None)
            or (is_name(plain) and said("relations").match(self.text) is not None)
            or self._answers_for()
        )

    def _answers_for(self) -> bool:
        """Whether it says between a name and a body what somebody answers for: « Awa Sow, presse, Ville de Lannec »."""
        before, body = self.pieces[self.at - 1] if self.at else self.piece, self._words_after()
        between = self._behind().endswith(",") and before.kind == "words" and not self._before_colon()
        named = between and is_name(plainly(str(before.text))) and bool(body) and tells_body(body)
        return named and said("topic").match(self.text) is not None

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
        return bool(self._begins() and alone and named and place_countries(IN.sub("", self.text)))

    def _above_a_name(self) -> bool:
        """Whether a line says a function, and nobody's, above the name of who has it."""
        at = self.at + len(self.cut.pieces)
        below = self.pieces[at] if at < len(self.pieces) else None
        if not self.piece.first or not below or below.kind != "words" or not is_function(self.words[0]):
            return False
        nobody = all(one.kind == "words" and not is_name(plainly(str(one.text))) for one in self.cut.pieces)
        return nobody and is_name(plainly(str(below.text)))

    def _body_above_a_name(self) -> bool:
        """Whether a body stands alone on its line with a blank above, and a name right below: both begin somebody."""
        below = self.pieces[self.at + 1] if self.at + 1 < len(self.pieces) else None
        if not self.piece.gap or len(self.cut.pieces) > 1 or not below or below.gap or below.kind != "words":
            return False
        return body_in(self.text) == 1 and is_name(plainly(str(below.text)))

    def _below_a_name(self) -> bool:
        """Whether it stands alone on its line between somebody's name and a detail: what that person does."""
        around = self.pieces[max(self.at - 1, 0) : self.at + 2]
        if len(around) < 3 or len(self.cut.pieces) > 1 or any(not one.first or one.gap for one in around[1:]):
            return False
        name = around[0].kind == "words" and around[0].first and is_name(plainly(str(around[0].text)))
        leads = said("topic").match(self.text) or said("heading").fullmatch(self.text)
        return name and around[2].kind in ("phone", "mail") and bool(leads)

    def _body_beside_an_address(self) -> bool:
        """Whether a line begins with a body's word and goes on with an address."""
        plain = self._words_after()
        return self.piece.first and bool(plain) and body_in(self.text) > 0 and tells_address(plain)

    def _place_behind(self) -> bool:
        """Whether a place only says where a function is held, or a body sits: « Communications Officer, Dakar »."""
        before = self.pieces[self.at - 1] if self.at else None
        if not before or before.line != self.piece.line or before.kind != "words" or not place_countries(self.text):
            return False
        plain = plainly(str(before.text))
        return (not before.first and body_in(plain) == 1) or (is_function(plain) and not is_name(plain))

    def _town_and_country(self) -> bool:
        """Whether a line ends with two places behind how somebody is reached: « … | Addis Ababa, Ethiopia »."""
        *before, first, last = (None, *self.cut.pieces) if len(self.cut.pieces) > 1 else (None, None)
        if first is None or last is None or self.piece not in (first, last):
            return False
        told = any(one is not None and one.kind in ("phone", "mail") for one in before)
        return told and all(one.kind == "words" and place_countries(plainly(str(one.text))) for one in (first, last))

    def _beside_functions(self) -> bool:
        """Whether a line says a topic and then a name, where another says a function so: « Chercheuse : Zoé Roy »."""
        rows = [cut.pieces[:2] for cut in self._cuts if len(cut.pieces) > 1]
        named = [row for row in rows if all(one.kind == "words" for one in row) and is_name(plainly(str(row[1].text)))]
        functions = [row[0] for row in named if is_function(str(row[0].text)) and not is_name(str(row[0].text))]
        return bool(functions) and any(row[0] is self.piece for row in named)

    def _below_its_body(self) -> bool:
        """Whether a line right below a body says what somebody it names does: « Comunicación: Jacobo Vilariño »."""
        before, name = (self.pieces[self.at - 1] if self.at else None), self._words_after()
        if not self.piece.first or self.piece.gap or before is None or before.kind != "words" or not before.first:
            return False
        body = tells_body(plainly(str(before.text))) and is_name(name) and self._before_colon()
        held = is_name(plainly(str(before.text))) and bool(name) and tells_body(name) and not self._before_colon()
        return (body or held) and bool(said("relations").match(self.text) or said("department").match(self.text))
