"""The characters of a page of a PDF with their places; what a program drew in two strokes is one letter again."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple
from unicodedata import normalize

from oimpress.patterns import lazy
from oimpress.pdfium import pdfium
from oimpress.readers.shared.pdfrules import PageBox

HYPHEN = frozenset("\x02\ufffe\u00ad")
CLOSE = 0.25  # times the size: what stands no farther apart touches
WORD_APART = 0.5  # the same of what only a blank parts
RAISED = 0.8  # times the size of the text: no larger is the call of a note
LIFTED = 0.12  # times the size of the text: so far above the foot of its line stands what is raised, at least
HIGHER = 0.25  # times the size of the text: so far up stands what is raised in type that is little smaller
SUPERIOR = 0.25  # times its size: so far above its foot begins a figure that its font draws raised, at least
MARK = lazy(r"\d{1,3}|[*†‡]{1,3}")
# Accents that TeX sets over letters of its oldest fonts, and letters without their dots.
ACCENTS = {"´": "\u0301", "`": "\u0300", "ˆ": "\u0302", "¨": "\u0308", "˜": "\u0303", "¸": "\u0327", "˚": "\u030a"}
DOTLESS = {"ı": "i", "ȷ": "j"}
# What fonts in TeX's encoding T1 show, where the PDF does not say so: no text has these control characters.
# Source: LaTeX font encodings (encguide), « The T1 encoding ».
CORK = dict(zip(map(chr, (*range(0x10, 0x17), *range(0x1B, 0x20))), "“”„«»–—ﬀﬁﬂﬃﬄ", strict=True))
CORK |= {"\x88": "•"}  # of its companion TS1, which no other font has there


class PlacedChar(NamedTuple):
    """A character: its box, the size of its type, and how far up the page the line is on which it stands.

    ``at`` is its number in the page's text, -1 for one that is not there.
    """

    char: str
    box: PageBox
    size: float
    foot: float = 0
    at: int = -1


END = PlacedChar("\n", (0, 0, 0, 0), 0)  # of a line
BLANK = END._replace(char=" ")
BOLD_FONT = lazy(r"(?i:bold|black|heavy|demi)|(?:\+|^)[A-Z]{2}BX\d")


def placed(text: Any) -> Iterator[tuple[int, PlacedChar]]:
    """Each character by its number in the page's text; a line feed at each line's end, -1 for one that is in none.

    PDFium ends a line before and behind what is raised; no line ends where the next character touches the last, or
    stands only a blank away from it. A blank that it put where there is none does not part a raised mark from its word.
    """
    return _calling(_unbroken(text))


def _calling(found: Iterable[tuple[int, PlacedChar]]) -> Iterator[tuple[int, PlacedChar]]:
    """The characters without the blanks of no width that stand before raised marks."""
    last: PlacedChar | None = None
    put: tuple[int, PlacedChar] | None = None
    for at, char in found:
        if put and not (last and _calls_behind(last, char)):
            yield put
        put = (at, char) if char.char == " " and char.box[0] == char.box[1] else None
        if not put:
            yield at, char
            last = char if char.char.strip() else None
    if put:
        yield put


def _calls_behind(word: PlacedChar, mark: PlacedChar) -> bool:
    """Whether a raised mark stands no farther than a blank behind the last letter of its word."""
    return bool(MARK.fullmatch(mark.char)) and _is_high(mark, word.size, word.foot) and _follows(word, mark)


def _unbroken(text: Any) -> Iterator[tuple[int, PlacedChar]]:
    """Each character, and line feeds at the ends of lines that are some."""
    last: PlacedChar | None = None
    ends: list[tuple[int, PlacedChar]] = []
    for at, char in _composed(_placed(text)):
        if char.char in "\r\n":
            ends.append((at, char))
            continue
        if ends and not (last and _touches(last, char)):
            yield from ((-1, BLANK),) if last and _follows(last, char) else ends
        ends = []
        yield at, char
        last = char if char.char.strip() else None
    yield from ends


def _touches(one: PlacedChar, other: PlacedChar) -> bool:
    """Whether a character stands right behind another, on its foot or raised above it."""
    return _is_behind(one, other, CLOSE)


def _follows(one: PlacedChar, other: PlacedChar) -> bool:
    """Whether only a blank parts a character from the one before it on its line."""
    return _is_behind(one, other, WORD_APART)


def _is_behind(one: PlacedChar, other: PlacedChar, most: float) -> bool:
    size = max(one.size, other.size)
    return abs(one.foot - other.foot) < size / 2 and abs(other.box[0] - one.box[1]) < most * size


def bold_ends(text: Any, found: Sequence[PlacedChar]) -> tuple[bool, bool]:
    """Whether the first and the last of these characters that have ink are in a bold font, as its name tells."""
    inked = [each.at for each in found if each.char.strip() and each.at >= 0]
    first, last = (bool(BOLD_FONT.search(_font(text, at))) for at in (inked[0], inked[-1])) if inked else (False, False)
    return first, last


def _font(text: Any, at: int) -> str:
    name = ctypes.create_string_buffer(80)
    pdfium().raw.FPDFText_GetFontInfo(text, at, name, len(name), None)
    return name.value.decode("utf-8", "replace")


def _composed(found: Iterable[tuple[int, PlacedChar]]) -> Iterator[tuple[int, PlacedChar]]:
    """The characters; an accent that is drawn over the next letter and this are one."""
    accent: tuple[int, PlacedChar] | None = None
    for at, char in found:
        whole = accent and _accented(accent[1], char)
        if accent and not whole:
            yield accent
        accent = (at, char) if char.char in ACCENTS else None
        if not accent:
            yield at, whole or char
    if accent:
        yield accent


def _accented(accent: PlacedChar, letter: PlacedChar) -> PlacedChar | None:
    """The letter with its accent; None where this does not stand over it, or they make none."""
    middle = (accent.box[0] + accent.box[1]) / 2
    made = normalize("NFC", DOTLESS.get(letter.char, letter.char) + ACCENTS[accent.char])
    over = letter.box[0] <= middle <= letter.box[1] and letter.char.isalpha()
    return letter._replace(char=made) if over and len(made) == 1 else None


def _placed(text: Any) -> Iterator[tuple[int, PlacedChar]]:
    raw = pdfium().raw
    box = [ctypes.c_double() for _ in range(4)]
    across, foot, matrix = ctypes.c_double(), ctypes.c_double(), raw.FS_MATRIX()
    for at in range(text.count_chars()):
        char = chr(raw.FPDFText_GetUnicode(text, at))
        raw.FPDFText_GetCharBox(text, at, *box)
        raw.FPDFText_GetCharOrigin(text, at, across, foot)
        raw.FPDFText_GetMatrix(text, at, matrix)
        size = raw.FPDFText_GetFontSize(text, at) * (matrix.b**2 + matrix.d**2) ** 0.5
        sides = (box[0].value, box[1].value, box[2].value, box[3].value)
        yield at, PlacedChar(CORK.get(char, char), sides, size, foot.value, at)
        if char in HYPHEN:  # no line end is told behind it
            yield -1, END


# -- marks of notes ---------------------------------------------------------------------------------------


def raised(found: Sequence[PlacedChar]) -> list[tuple[int, int]]:
    """The stretches of a line that are small, raised, and such as marks of notes and exponents are."""
    told = [(each.size, each.foot) for each in found if each.char.strip()]
    usual = sorted(size for size, _ in told)[len(told) // 2] if told else 0
    feet = sorted(foot for size, foot in told if size > RAISED * usual)
    foot = feet[len(feet) // 2] if feet else 0
    high = [_is_high(each, usual, foot) for each in found]
    text = "".join(each.char if up else " " for each, up in zip(found, high, strict=True))
    return [mark.span() for mark in MARK.finditer(text) if _stands_alone(high, *mark.span())]


def _is_high(char: PlacedChar, usual: float, foot: float) -> bool:
    """Whether a character is set small above the foot of its line, or is drawn so by its font."""
    up = (char.foot - foot) / usual if usual else 0
    small = (char.size <= RAISED * usual and up > LIFTED) or (char.size < usual and up > HIGHER)
    drawn = char.char.isdigit() and char.box[2] > char.foot + SUPERIOR * char.size
    return bool(char.char.strip()) and (small or drawn)


def _stands_alone(high: Sequence[bool], start: int, end: int) -> bool:
    """Whether nothing beside ``start:end`` is raised too, as the letters of an ordinal are."""
    return not any(high[max(start - 1, 0) : start]) and not any(high[end : end + 1])
