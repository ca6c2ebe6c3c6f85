"""A labelled line of the head taken apart: the kicker, and a number, a place and a date, or a body beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from oimpress.knowledge.dates import find_date, month_alone
from oimpress.knowledge.folding import fold
from oimpress.knowledge.lexicon import rows
from oimpress.model.nodes import KINDS, Kind
from oimpress.model.traced import Traced
from oimpress.notices import Dropped
from oimpress.passes.head.dates import BEFORE, SEPARATOR, Stamp, stamp_of
from oimpress.passes.head.words import plainly, said
from oimpress.passes.wordings import body_behind, body_words, order_words
from oimpress.patterns import lazy

ORDER = "H015"
EDGE = " ,.;:–—|/·-*("
OF = r"du|le|des?|de la|par|par l[ae]|the|of|of the|by|from|del"
PART = lazy(r" +[–—|/·-]+ +| *: +")


class Labelled:
    """What one labelled line holds: ``words`` of the kicker, ``more`` of them, ``reference``, ``stamp``, ``issuer``.

    Where the page has said already whose text it is, ``issued``, the body that a label names stays with it. The day
    that a page ``of_site`` was « publié le » is its own.
    """

    def __init__(self, text: Traced, issued: bool = False, of_site: bool = False) -> None:
        self._of_site = of_site
        self.dropped: list[Dropped] = []
        self.reference: Traced | None = None
        self.issuer: Traced | None = None
        self.more: list[Traced] = []
        self.stamp: Stamp | None = None
        plain = plainly(str(text))
        label = said("label").match(plain, len(plain) - len(plain.lstrip(EDGE)))
        start = label.end() if label else len(plain)
        spans = self._spans(text, plain, start)
        if not issued:
            spans[:0] = self._body(text, plain, start, min((span[0] for span in spans), default=len(plain)))
        end = min((span[0] for span in spans), default=len(plain))
        self.words = self._trimmed(text, plain, 0, end)
        for (_, last), (first, _) in pairwise([*spans, (len(plain), 0)]):
            self._beside(text, plain, last, first)

    def _spans(self, text: Traced, plain: str, start: int) -> list[tuple[int, int]]:
        """Where number and date stand behind the label."""
        spans = []
        date = find_date(plain, start) or month_alone(plain, start)
        if date:
            before = BEFORE.match(plain, start, date.start)
            assert before is not None
            first = before.start("day")
            parts = list(PART.finditer(plain, start, first))
            place_at = parts[-1].end() if parts else start
            numbered = said("number").search(plain, date.end)
            stop = numbered.start() if numbered else len(plain)
            self.stamp = stamp_of(text[place_at:stop])
            if self.stamp.place and not body_words().match(plainly(str(self.stamp.place))):
                spans.append((place_at, stop))
                self.dropped += self.stamp.dropped
                self.more += self.stamp.more
            else:
                online = self._of_site and _published().search(plain, start, first) is not None
                self.stamp = stamp_of(text[first : date.end], online=online)
                self.dropped += self.stamp.dropped
                spans.append((first, date.end))
        number = said("number").search(plain, start, min((span[0] for span in spans), default=len(plain)))
        if not number and spans:
            number = said("number").search(plain, spans[-1][1])
        if number:
            first = self._numbered_at(plain, start, number.start())
            self.reference = text[first : number.end()]
            spans.append((first, number.end()))
        return sorted(spans)

    @staticmethod
    def _numbered_at(plain: str, label_ends: int, number: int) -> int:
        """Where a reference begins: with the label that is nothing but its first letters, « CP n° 12/2025 »."""
        before = plain[:number].rstrip()
        return len(before) - 2 if len(before) == label_ends and before[-3:].strip(EDGE) in ("CP", "DP") else number

    def _body(self, text: Traced, plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Where the body stands whose text this is: « Communiqué de presse de la Ville de Lannec »."""
        named = body_behind(plain[:end], start)
        if named:
            self.issuer = self._trimmed(text, plain, named, end)
            yield named, end

    def _trimmed(self, text: Traced, plain: str, start: int, end: int) -> Traced:
        """The stretch without what joins it to its neighbours, which is left out."""
        stop = start + len(plain[start:end].rstrip(" ,;:–—|/·-*("))
        if end < len(plain) and (joint := _joint().search(plain, start, end)):
            stop = min(stop, joint.start())
        first = start + len(plain[start:end]) - len(plain[start:end].lstrip(EDGE))
        for gap in (text[start:first], text[max(stop, first) : end]):
            if gap.strip():
                self.dropped.append(Dropped(gap, SEPARATOR))
        return text[first : max(stop, first)]

    def _beside(self, text: Traced, plain: str, start: int, end: int) -> None:
        """What else stands on the line: a body, or what is left out between."""
        words = self._trimmed(text, plain, start, end)
        if order_words().match(plainly(str(words))):
            self.dropped.append(Dropped(words, ORDER))
        elif not any(map(str.isalnum, words)) or plainly(str(words)).casefold() in ("du", "le", "de", "the", "of"):
            self.dropped += [Dropped(words, SEPARATOR)] if words.strip() else []
        elif body_words().match(plainly(str(words))) and not self.issuer:
            self.issuer = words
        else:
            self.more.append(words)


@cache
def _kinds() -> dict[str, Kind | None]:
    return {fold(row[0]): next((kind for kind in KINDS if kind in row[1:]), None) for row in rows("kickers")}


def kind_said(kicker: str) -> Kind | None:
    """The kind of release that a kicker, or the label it begins with, names."""
    label = said("label").match(plainly(kicker))
    named = label[0] if label else ""
    names = (kicker, named, named.partition(" ")[0])
    return next((kind for name in names if (kind := _kinds().get(fold(name.rstrip(" :."))))), None)


@cache
def _published() -> re.Pattern[str]:
    """« publié le », at the end of what stands between label and day."""
    return re.compile(rf"(?<!\w)(?:{said('published').pattern}) *$", re.IGNORECASE)


@cache
def _joint() -> re.Pattern[str]:
    """What joins a label to what stands behind it."""
    words = rf"{said('published').pattern}|{OF}"
    return re.compile(rf"[ ,;:–—|/·(-]+(?:(?:{words})|(?:de l|d|par l)['’])? *$", re.IGNORECASE)
