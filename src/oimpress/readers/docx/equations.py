"""Equations as text: fractions, powers, roots and sums on the line, as people write them.

Source: ECMA-376-1, part 22 (Office Math); Unicode Technical Note 28 (linear format).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from oimpress.model.nodes import Inline, Text
from oimpress.model.traced import Edit, Traced, inserted, replacing
from oimpress.patterns import lazy
from oimpress.readers.docx.styles import of
from oimpress.readers.shared.tree import Node

EQUATION = "R085"
VULGAR = {
    ("1", "2"): "½", ("1", "3"): "⅓", ("2", "3"): "⅔", ("1", "4"): "¼", ("3", "4"): "¾", ("1", "5"): "⅕",
    ("2", "5"): "⅖", ("3", "5"): "⅗", ("4", "5"): "⅘", ("1", "6"): "⅙", ("5", "6"): "⅚", ("1", "8"): "⅛",
    ("3", "8"): "⅜", ("5", "8"): "⅝", ("7", "8"): "⅞", ("1", "10"): "⅒",
}  # fmt: skip
LOWERED = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
ROOTS = {"3": "∛", "4": "∜"}
ATOM = lazy(r"[\w.,\u00a0]*|[(\[|].*[)\]|]")
PROPERTIES = lazy(r"\w+Pr")
Piece = tuple[bool, Inline]  # whether it is raised


def linear(node: Node, raised: bool = False) -> list[Piece]:
    """The text of an equation, or of a part of one, piece by piece."""
    match node.tag:
        case "t":
            return [(raised, Text(text)) for text in node.texts()]
        case "f":
            return _fraction(_of(node, "num", raised), _of(node, "den", raised), raised)
        case "sSup" | "sSub" | "sSubSup":
            below = _of(node, "sub", raised)
            lowered = _lowered(below, raised) if below else []
            return [*_of(node, "e", raised), *lowered, *_of(node, "sup", True)]
        case "rad":
            return _root(_of(node, "deg", raised), _of(node, "e", raised), raised)
        case "nary":
            return _sum(node, raised)
        case "d":
            return _fenced(node, raised)
        case "func":
            return [*_of(node, "fName", raised), *_sign(" ", raised), *_of(node, "e", raised)]
        case "m" | "eqArr":
            rows = [each for each in node.elements() if not PROPERTIES.fullmatch(each.tag)]
            return _between([linear(each, raised) for each in rows], "; ", raised)
        case "mr":
            return _between([linear(each, raised) for each in node.elements()], " ", raised)
        case tag if PROPERTIES.fullmatch(tag):
            return []
        case _:
            return [piece for each in node.elements() for piece in linear(each, raised)]


def _of(node: Node, tag: str, raised: bool) -> list[Piece]:
    found = node.find(tag)
    return linear(found, raised) if found else []


def _sign(sign: str, raised: bool) -> list[Piece]:
    return [(raised, Text(inserted(sign, EQUATION)))] if sign else []


def _said(pieces: Sequence[Piece]) -> str:
    return "".join(str(inline.value) for _, inline in pieces if isinstance(inline, Text)).strip()


def _grouped(pieces: list[Piece], raised: bool) -> list[Piece]:
    """``pieces`` in parentheses where a sign before or behind them would take only a part of them."""
    return pieces if ATOM.fullmatch(_said(pieces)) else [*_sign("(", raised), *pieces, *_sign(")", raised)]


def _between(parts: Sequence[list[Piece]], sign: str, raised: bool) -> list[Piece]:
    filled = [part for part in parts if part]
    return [piece for at, part in enumerate(filled) for piece in (*(_sign(sign, raised) if at else ()), *part)]


def _fraction(above: list[Piece], below: list[Piece], raised: bool) -> list[Piece]:
    vulgar = VULGAR.get((_said(above), _said(below)))
    if vulgar and (whole := _stretch([*above, *below])):
        return [(raised, Text(replacing(vulgar, EQUATION, *whole)))]
    return [*_grouped(above, raised), *_sign("/", raised), *_grouped(below, raised)]


def _stretch(pieces: Sequence[Piece]) -> tuple[int, int] | None:
    """Where in the source all of ``pieces`` stand, one right behind the other; None when they do not."""
    texts = [inline.value for _, inline in pieces if isinstance(inline, Text) and isinstance(inline.value, Traced)]
    start, end = (texts[0].start, texts[-1].end) if texts else (0, 0)
    return (start, end) if texts and end - start == sum(map(len, texts)) else None


def _lowered(pieces: list[Piece], raised: bool) -> list[Piece]:
    """An index: in figures below the line, or behind a low line."""
    if all(char in "0123456789" for char in _said(pieces)):
        return [(raised, Text(text)) for text in map(_below, _texts(pieces))]
    return [*_sign("_", raised), *_grouped(pieces, raised)]


def _texts(pieces: Sequence[Piece]) -> Iterator[Traced]:
    return (each.value for _, each in pieces if isinstance(each, Text) and isinstance(each.value, Traced))


def _below(text: Traced) -> Traced:
    plain = str(text)
    return text.edited([Edit(EQUATION, at, at + 1, char, char.translate(LOWERED)) for at, char in enumerate(plain)])


def _root(degree: list[Piece], inside: list[Piece], raised: bool) -> list[Piece]:
    sign, whole = ROOTS.get(_said(degree), ""), _stretch(degree)
    if sign and whole:
        return [(raised, Text(replacing(sign, EQUATION, *whole))), *_grouped(inside, raised)]
    return [*((True, inline) for _, inline in degree), *_sign("√", raised), *_grouped(inside, raised)]


def _sum(node: Node, raised: bool) -> list[Piece]:
    """A sum, a product or an integral, its bounds behind its sign."""
    properties = node.find("naryPr") or Node("naryPr")
    sign = _sign(of(properties, "chr") or "∫", raised)
    below, above = _of(node, "sub", raised), _of(node, "sup", raised)
    lower = [*_sign("_", raised), *_grouped(below, raised)] if below else []
    upper = [*_sign("^", raised), *_grouped(above, raised)] if above else []
    return [*sign, *lower, *upper, *_sign(" ", raised), *_of(node, "e", raised)]


def _fenced(node: Node, raised: bool) -> list[Piece]:
    properties = node.find("dPr") or Node("dPr")
    opening, closing, between = (
        (found.get("val") if (found := properties.find(tag)) else usual)
        for tag, usual in (("begChr", "("), ("endChr", ")"), ("sepChr", "|"))
    )
    parts = [linear(each, raised) for each in node.elements() if each.tag == "e"]
    return [*_sign(opening, raised), *_between(parts, between, raised), *_sign(closing, raised)]
