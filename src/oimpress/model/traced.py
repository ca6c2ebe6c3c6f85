"""Text that remembers where it came from.

A :class:`Traced` is a ``str`` made of pieces. Each piece says which stretch of the source it was, which rule
put it where it is, and which rules changed its characters. Slicing, joining and editing keep the pieces, so
that a pass moves text about freely and the trail can be drawn up at the end, by reading the result.

Methods inherited from ``str`` that are not defined here (``replace``, ``lower`` …) return plain text without
pieces: in a pass, slice and edit instead. What gets lost that way shows as unexplained in the trail.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import accumulate
from typing import NamedTuple, SupportsIndex, cast

GIVEN = "M003"  # the rule of what a person says of a source; nothing of ours goes before it


class Edit(NamedTuple):
    """``text[start:end]``, which reads ``before``, becomes ``after`` because of ``rule``.

    Offsets are code points. An insertion has ``start == end``. Several rules that changed one place in turn are
    joined by ``+``.
    """

    rule: str
    start: int
    end: int
    before: str
    after: str


class Piece(NamedTuple):
    """``length`` code points of a text that stand for ``source[start:end]``.

    Without ``edits`` the piece is verbatim: ``length == end - start``. ``place`` is the rule that put it here.
    """

    length: int
    start: int
    end: int
    edits: str = ""
    place: str = ""


# The constructors of named tuples and of subclasses of str are functions of Python; these two are the ones beneath.
_piece = cast("Callable[[tuple[int, int, int, str, str]], Piece]", partial(tuple.__new__, Piece))


def _traced(text: str, pieces: tuple[Piece, ...]) -> Traced:
    made = str.__new__(Traced, text)
    made.pieces = pieces
    return made


class Traced(str):
    """A string with its provenance. Equal to, and hashed like, the plain string of the same characters."""

    __slots__ = ("_ends", "pieces")
    pieces: tuple[Piece, ...]
    _ends: list[int]  # where each piece ends, worked out at the first cut

    def __new__(cls, text: str, pieces: Sequence[Piece] = ()) -> Traced:
        made = str.__new__(cls, text)
        made.pieces = tuple(pieces)
        return made

    def __reduce__(self) -> tuple[type[Traced], tuple[str, tuple[Piece, ...]]]:
        return Traced, (str(self), self.pieces)

    @property
    def start(self) -> int:
        """Source offset of the first character that came from the source; -1 when none did."""
        return next((piece.start for piece in self.pieces if piece.end > piece.start), -1)

    @property
    def end(self) -> int:
        """Source offset after the last character that came from the source; -1 when none did."""
        return next((piece.end for piece in reversed(self.pieces) if piece.end > piece.start), -1)

    def __getitem__(self, key: SupportsIndex | slice) -> Traced:
        if not isinstance(key, slice):
            index = key.__index__()
            index += len(self) if index < 0 else 0
            if not 0 <= index < len(self):
                raise IndexError("string index out of range")
            return self._cut(index, index + 1)
        start, stop, step = key.indices(len(self))
        if step != 1:
            raise ValueError("traced text is cut with step 1")
        return self._cut(start, max(start, stop))

    def _cut(self, start: int, stop: int) -> Traced:
        if start == 0 and stop >= len(self):
            return self if self else EMPTY
        text = str.__getitem__(self, slice(start, stop))
        return _traced(text, tuple(self._pieces(start, stop))) if text else EMPTY

    def _pieces(self, start: int, stop: int) -> list[Piece]:
        """The pieces of the characters from ``start`` to ``stop``, of which there is at least one."""
        pieces = self.pieces
        if len(pieces) == 1:
            return [_part(pieces[0], 0, start, min(stop, pieces[0].length))]
        if not hasattr(self, "_ends"):
            self._ends = list(accumulate(piece.length for piece in pieces))
        kept: list[Piece] = []
        first = bisect_right(self._ends, start) if start else 0
        at = self._ends[first - 1] if first else 0
        for index in range(first, len(pieces)):
            piece = pieces[index]
            begin, at = at, at + piece.length
            if begin > stop:
                break
            if not piece.length:
                kept.append(piece)  # a deletion belongs to the character on its left, at 0 to the first
            elif begin >= stop:
                break
            elif begin >= start and at <= stop:
                kept.append(piece)
            else:
                kept.append(_part(piece, begin, max(start, begin), min(stop, at)))
        return kept

    def __add__(self, other: str) -> Traced:
        return join((self, other))

    def __radd__(self, other: str) -> Traced:
        return join((other, self))

    def strip(self, chars: str | None = None) -> Traced:
        start, stop = len(self) - len(str.lstrip(self, chars)), len(str.rstrip(self, chars))
        return self._cut(start, max(start, stop))

    def lstrip(self, chars: str | None = None) -> Traced:
        return self._cut(len(self) - len(str.lstrip(self, chars)), len(self))

    def rstrip(self, chars: str | None = None) -> Traced:
        return self._cut(0, len(str.rstrip(self, chars)))

    def put_by(self, rule: str) -> Traced:
        """The same text, put where it now stands by ``rule``, or by a person who said so before."""
        pieces = [piece if piece.place == GIVEN else _piece((*piece[:4], rule)) for piece in self.pieces]
        return _traced(str(self), tuple(pieces))

    @property
    def given(self) -> bool:
        """Whether a person said where it stands."""
        return bool(self.pieces) and self.pieces[0].place == GIVEN

    def edited(self, edits: Iterable[Edit]) -> Traced:
        """The text with ``edits`` applied: ordered, disjoint, in offsets of this text."""
        plain = str(self)
        if len(self.pieces) == 1 and not self.pieces[0].edits:
            return _edited_line(plain, self.pieces[0], edits)
        parts: list[str] = []
        pieces: list[Piece] = []
        at = 0
        for edit in edits:
            if at < edit.start:
                parts.append(plain[at : edit.start])
                pieces += self._pieces(at, edit.start)
            parts.append(edit.after)
            pieces += self._changed(edit)
            at = edit.end
        if at < len(plain):
            parts.append(plain[at:])
            pieces += self._pieces(at, len(plain))
        return _traced("".join(parts), tuple(_merged(pieces)))

    def _changed(self, edit: Edit) -> list[Piece]:
        """The pieces of one edit's replacement: the first carries the new text, further source stretches nothing."""
        old = self._pieces(edit.start, edit.end) if edit.start < edit.end else ()
        if not old:
            place, at = self._around(edit.start)
            return [_piece((len(edit.after), at, at, edit.rule, place))]
        made: list[Piece] = []
        for piece in old:
            rules = add_rule(piece.edits, edit.rule)
            if made and (last := made[-1]).end == piece.start:
                made[-1] = _piece((last.length, last.start, piece.end, add_rule(last.edits, rules), last.place))
            else:
                made.append(_piece((0 if made else len(edit.after), piece.start, piece.end, rules, piece.place)))
        return made

    def _around(self, offset: int) -> tuple[str, int]:
        """Place rule and source offset of the insertion point ``offset``."""
        at = 0
        place, source = "", 0
        for piece in self.pieces:
            if at + piece.length > offset and not piece.edits:
                return piece.place, piece.start + offset - at
            if at > offset:
                break
            at += piece.length
            place, source = piece.place, piece.end
        return place, source


EMPTY = Traced("")


def _part(piece: Piece, begin: int, left: int, right: int) -> Piece:
    """What ``piece``, which begins at ``begin``, contributes to the characters from ``left`` to ``right``."""
    if piece.edits:
        start = piece.start if left == begin else piece.end
        return _piece((right - left, start, piece.end, piece.edits, piece.place))
    offset = piece.start - begin
    return _piece((right - left, left + offset, right + offset, "", piece.place))


def _edited_line(text: str, whole: Piece, edits: Iterable[Edit]) -> Traced:
    """``text``, which is ``whole``, a verbatim stretch of the source, with ``edits`` applied."""
    parts: list[str] = []
    pieces: list[Piece] = []
    at, shift, place = 0, whole.start, whole.place
    for rule, start, end, _, after in edits:
        if start == end and not after:
            continue
        if at < start:
            parts.append(text[at:start])
            pieces.append(_piece((start - at, at + shift, start + shift, "", place)))
        parts.append(after)
        pieces.append(_piece((len(after), start + shift, end + shift, rule, place)))
        at = end
    if at < len(text):
        parts.append(text[at:])
        pieces.append(_piece((len(text) - at, at + shift, whole.end, "", place)))
    return _traced("".join(parts), tuple(pieces))


def add_rule(rules: str, rule: str) -> str:
    """``rules`` with ``rule`` at its end, each code once."""
    if not rules or rules == rule:
        return rule
    have = rules.split("+")
    return "+".join([*have, *(code for code in rule.split("+") if code not in have)])


def of_source(text: str, start: int = 0, place: str = "") -> Traced:
    """``text`` as it stands in the source from offset ``start``."""
    return _traced(text, (_piece((len(text), start, start + len(text), "", place)),) if text else ())


def inserted(text: str, rule: str, at: int = 0) -> Traced:
    """Text that no source character became: put in by ``rule`` at source offset ``at``."""
    return _traced(text, (_piece((len(text), at, at, rule, rule)),) if text else ())


def replacing(text: str, rule: str, start: int, end: int) -> Traced:
    """What ``rule`` puts in the place of ``source[start:end]``."""
    return _traced(text, (_piece((len(text), start, end, rule, "")),))


def join(parts: Iterable[str]) -> Traced:
    """One traced text from several; plain strings among them come without provenance."""
    texts = list(parts)
    pieces: list[Piece] = []
    for text in texts:
        pieces += text.pieces if isinstance(text, Traced) else (Piece(len(text), 0, 0, "?", "?"),)
    return _traced("".join(texts), tuple(_merged(pieces)))


def _merged(pieces: Iterable[Piece]) -> list[Piece]:
    """``pieces`` without empty ones, and verbatim neighbours in the source as one."""
    merged: list[Piece] = []
    last: Piece | None = None
    for piece in pieces:
        length, start, end, edits, place = piece
        if last and not edits and not last.edits and last.end == start and last.place == place:
            merged[-1] = last = _piece((last.length + length, last.start, end, "", place))
        elif length or end > start:
            merged.append(piece)
            last = piece
    return merged


def edited(text: str, edits: Sequence[Edit]) -> str:
    """``text`` with ``edits`` applied, traced if it was traced."""
    if not edits:
        return text
    if isinstance(text, Traced):
        return text.edited(edits)
    parts: list[str] = []
    at = 0
    for edit in edits:
        parts += (text[at : edit.start], edit.after)
        at = edit.end
    return "".join((*parts, text[at:]))
