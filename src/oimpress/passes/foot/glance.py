"""One piece of a contact line, and what stands around it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from oimpress.knowledge.addresses import SPELT_SIGN
from oimpress.knowledge.people import is_function
from oimpress.passes.foot.alone import OwnWord, body_in
from oimpress.passes.foot.limits import MAIL_REACH
from oimpress.passes.foot.pieces import ContactPiece, Cut
from oimpress.passes.foot.spelt import bare
from oimpress.passes.foot.words import plainly
from oimpress.passes.kept import kept
from oimpress.patterns import lazy

BEHIND_COLON = lazy(r"\s*(?:\([^()]*\)\s*)?:")


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
        self._sentences, self._own, self._cuts = sentences, own, cuts

    @kept
    def mail(self) -> tuple[str, str]:
        """User and host of the next mail address."""
        near = self.pieces[self.at + 1 : self.at + MAIL_REACH]
        address = next((str(each.text) for each in near if each.kind == "mail"), "")
        user, _, host = SPELT_SIGN.sub(lambda sign: "@" if sign["at"] else ".", address).partition("@")
        return bare(user), bare(host)

    def _behind(self) -> str:
        """What stands before the piece on its line."""
        return self.cut.plain[: self.piece.start].rstrip()

    def _in_brackets(self) -> bool:
        """Whether a bracket before it, « (data, methods) », is open."""
        behind = self._behind()
        return behind.endswith("(") or (behind.endswith(",") and behind.rfind("(") > behind.rfind(")"))

    def _after(self) -> ContactPiece | None:
        """The next piece on the same line."""
        after = self.pieces[self.at + 1] if self.at + 1 < len(self.pieces) else None
        return after if after and after.line == self.piece.line else None

    def _words_after(self) -> str:
        after = self._after()
        return plainly(str(after.text)) if after and after.kind == "words" else ""

    def _before_colon(self) -> bool:
        """Whether a colon stands behind it, or behind what is said in brackets."""
        return BEHIND_COLON.match(self.cut.plain, self.piece.start + len(self.piece.text)) is not None

    def _first_name(self) -> bool:
        """Whether a line begins with a first name, and a function in brackets next: « Lucie (secrétaire) : … »."""
        function = self._words_after().split(" ")[0]
        one = self.piece.first and len(self.words) == 1 and self.text.istitle() and body_in(self.text) == 0
        return one and bool(function) and is_function(function) and not is_function(self.text)
