"""What speaks for an office that answers, and nobody by name."""

from __future__ import annotations

import re

from oimpress.knowledge.people import is_function, is_name
from oimpress.passes.foot.alone import body_in, tells_body
from oimpress.passes.foot.glance import Glance
from oimpress.passes.foot.spelt import hosts
from oimpress.passes.foot.words import plainly, said
from oimpress.patterns import lazy

EXTENSION = lazy(r"(?:poste|ext(?:ension)?|anexo|int(?:erno)?)\.? ?:? ?(?P<number>\d{1,6})", re.IGNORECASE)


class Desks(Glance):
    """One piece among those of its region, and whether an office answers there."""

    def _unit_of_a_body(self) -> bool:
        """Whether it is a unit right behind the body that begins the line: « Ville de Lannec, service de presse »."""
        before = self.pieces[self.at - 1] if self.at and not self.piece.first else None
        behind = before is not None and before.first and self._behind().endswith((",", "–", "—", "-"))
        if before is None or not behind or before.kind != "words":
            return False
        body = plainly(str(before.text))
        return body_in(body) == 1 == body_in(self.text) and not is_function(self.words[0])

    def _by_its_mailbox(self) -> bool:
        """Whether a line says a body and, behind a colon, the mailbox of an office that bears its name."""
        after, host = self._after(), self.mail[1]
        if not self.piece.first or not self._before_colon() or after is None or after.kind != "mail":
            return False
        return said("office_mailbox").match(str(after.text)) is not None and hosts(host, self.text)

    def _other_hours(self) -> bool:
        """Whether it says when a body, and nobody by name, has another number: « Out of hours », « Toll free »."""
        free = said("toll_free").fullmatch(self.text) is not None
        other = self.piece.first or (self._before_colon() and not self._behind().endswith("("))
        if not self.at or not (free or (other and said("off_hours").fullmatch(self.text))):
            return False
        rung = False
        for at, piece in reversed([*enumerate(self.pieces[: self.at])]):
            words = plainly(str(piece.text)) if piece.kind == "words" else ""
            if is_name(words):
                return False
            begins = at > 0 and self.pieces[at - 1].kind != "words"  # below somebody's details
            if piece.kind == "lead" or (begins and piece.first and body_in(words or "-")):
                break
            rung = rung or piece.kind == "phone"
            if piece.gap:
                break
        return rung

    def _answers_itself(self) -> bool:
        """Whether an office's unit stands alone between words that lead to it and how it is reached."""
        around = self.pieces[max(self.at - 1, 0) : self.at + 2]
        if len(around) < 3 or len(self.cut.pieces) > 1 or any(not one.first or one.gap for one in around[1:]):
            return False
        body = around[2].kind == "words" and tells_body(plainly(str(around[2].text)))
        told = around[0].kind == "lead" and (body or around[2].kind in ("phone", "mail"))
        return told and said("unit_alone").fullmatch(self.text) is not None

    def _puts_through(self) -> bool:
        """Whether a switchboard, which is everybody's, stands below an extension or behind a semicolon."""
        before = str(self.pieces[self.at - 1].text) if self.at and self.piece.first else ""
        after = self._after()
        if self._behind().endswith(";") and after is not None and after.kind == "phone":
            return said("switchboard").match(self.text) is not None
        return EXTENSION.fullmatch(before) is not None and said("switchboard").match(self.text) is not None

    def _tells_desk(self) -> bool:
        """Whether it says whoever is there, and not what somebody named before it does: « Officier de service »."""
        named = self.at > 0 and is_name(plainly(str(self.pieces[self.at - 1].text)))
        begins = not named and (self.piece.first or self._behind().endswith(":"))
        return begins and said("desk").match(self.text) is not None
