"""The fonts of a PDF: the files of its style, then ours for other scripts. What the machine has is never seen."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element, SubElement, tostring

from oimpress.notices import Notice, notice
from oimpress.style import Style
from oimpress.writers.page.weasy import weasyprint

WEIGHTS = {"regular": "regular", "italic": "regular", "bold": "bold", "bold-italic": "bold"}

# What remains of a request to fontconfig; all else is a rule of the machine, or the language of who sits before it.
ASKED = {"size", "pixelsize", "weight", "slant", "width", "variable", "fontvariations", "fontfeatures", "pangoversion"}

# In the order in which they are asked for a character that the fonts of the style lack.
OWN = {
    "Noto Sans": "NotoSans-Regular.ttf",  # letters of the languages of Africa and Vietnam, all Cyrillic
    "Noto Sans Arabic": "NotoSansArabic-Regular.ttf",
    "Noto Sans Armenian": "NotoSansArmenian-Regular.ttf",
    "Noto Sans Bengali": "NotoSansBengali-Regular.ttf",
    "Noto Sans Devanagari": "NotoSansDevanagari-Regular.ttf",
    "Noto Sans Ethiopic": "NotoSansEthiopic-Regular.ttf",
    "Noto Sans Georgian": "NotoSansGeorgian-Regular.ttf",
    "Noto Sans Hebrew": "NotoSansHebrew-Regular.ttf",
    "Noto Sans Khmer": "NotoSansKhmer-Regular.ttf",
    "Noto Sans Lao": "NotoSansLao-Regular.ttf",
    "Noto Sans Myanmar": "NotoSansMyanmar-Regular.ttf",
    "Noto Sans Sinhala": "NotoSansSinhala-Regular.ttf",
    "Noto Sans Tamil": "NotoSansTamil-Regular.ttf",
    "Noto Sans Thai": "NotoSansThai-Regular.ttf",
    "Noto Sans Symbols": "NotoSansSymbols-Regular.ttf",
    "Noto Sans Symbols2": "NotoSansSymbols2-Regular.ttf",
    "Droid Sans Fallback": "DroidSansFallbackFull.ttf",  # Chinese and Japanese
    "NanumSquare": "NanumSquareR.ttf",  # Korean
}

NAMELESS = re.compile(rb"^(<[0-9a-f]{4}> )<>$")  # in a table from glyphs to letters


class Face(NamedTuple):
    """A font file, the family it is called by, and its weight; without one it is what it says of itself."""

    path: Path
    family: str
    weight: str = ""


def faces(style: Style) -> tuple[Face, ...]:
    """The faces of ``style`` whose files are there, and ours after them."""
    return (*_faces_of(style), *_own())


def unseen_fonts(style: Style) -> tuple[Notice, ...]:
    """W002 for every font that the settings name and the folder lacks."""
    files = (file for font in style.fonts.values() for file in font.files.values())
    return tuple(notice("W002", f"{style.name}/{file}", file) for file in files if not style.find(file))


def font_configuration(seen: tuple[Face, ...]) -> Any:
    """WeasyPrint's fonts: the files of ``seen`` where they lie, and no file, rule or language of the machine."""
    weasy = weasyprint()
    made = weasy.FontConfiguration()
    made._config = weasy.fontconfig.FcConfigCreate()
    fonts = weasy.ffi.cast("PangoFcFontMap *", made.font_map)
    weasy.pangoft2.pango_fc_font_map_set_config(fonts, made._config)
    weasy.fontconfig.FcConfigDestroy(made._config)  # the map holds it
    weasy.fontconfig.FcConfigParseAndLoadFromMemory(made._config, names(seen), True)
    for path in dict.fromkeys(face.path for face in seen):
        weasy.fontconfig.FcConfigAppFontAddFile(made._config, os.fsencode(path))
    order = substitution(tuple(dict.fromkeys(face.family for face in seen)))
    weasy.pangoft2.pango_ft2_font_map_set_default_substitute(fonts, order, weasy.ffi.NULL, weasy.ffi.NULL)
    return made


@cache  # and so kept for as long as a map of fonts may call it
def substitution(families: tuple[str, ...]) -> Any:
    """What Pango calls to settle what it asks fontconfig for, after the rules of the machine had their way.

    Asked for are the families of the style that a style sheet names, then all ``families`` in their order, so that
    neither the languages of the machine nor a rule of its decides between them.
    """
    weasy = weasyprint()
    known = {_folded(family): family for family in families if family not in OWN}

    def settle(pattern: Any, _: object) -> None:
        named = [known[one] for one in map(_folded, _families(pattern)) if one in known]
        for each in set(_properties(pattern)) - ASKED:
            weasy.fontconfig.FcPatternDel(pattern, each.encode())
        for family in dict.fromkeys((*named, *families)):
            weasy.fontconfig.FcPatternAddString(pattern, b"family", family.encode())
        weasy.fontconfig.FcPatternAddString(pattern, b"namelang", b"en")  # of a font's names in many languages

    return weasy.ffi.callback("void (FcPattern *, void *)", settle)


def _folded(family: str) -> str:
    """A family's name as fontconfig compares it."""
    return family.replace(" ", "").casefold()


def _families(pattern: Any) -> Iterator[str]:
    weasy, found = weasyprint(), weasyprint().ffi.new("FcChar8 **")
    for place in count():
        if weasy.fontconfig.FcPatternGetString(pattern, b"family", place, found) != weasy.fontconfig.FcResultMatch:
            return
        yield weasy.ffi.string(found[0]).decode(errors="replace")


def _properties(pattern: Any) -> Iterator[str]:
    weasy, at = weasyprint(), weasyprint().ffi.new("FcPatternIter *")
    weasy.fontconfig.FcPatternIterStart(pattern, at)
    for _ in range(weasy.fontconfig.FcPatternObjectCount(pattern)):
        yield weasy.ffi.string(weasy.fontconfig.FcPatternIterGetObject(pattern, at)).decode()
        weasy.fontconfig.FcPatternIterNext(pattern, at)


def names(seen: Iterable[Face]) -> bytes:
    """Rules for fontconfig: the families and the weight that each file of a style goes by."""
    called: dict[Path, list[Face]] = {}
    for face in seen:
        if face.weight and str(face.path).isprintable():  # XML holds no other names
            called.setdefault(face.path, []).append(face)
    root = Element("fontconfig")
    root.extend(_rule(path, faces[0].weight, (face.family for face in faces)) for path, faces in called.items())
    made: bytes = tostring(root, encoding="utf-8")
    return made


def _rule(path: Path, weight: str, families: Iterable[str]) -> Element:
    rule = Element("match", target="scan")
    SubElement(SubElement(rule, "test", name="file", compare="eq"), "string").text = str(path)
    family = SubElement(rule, "edit", name="family", mode="prepend")  # Pango wants the file's own name too
    for name in dict.fromkeys(families):
        SubElement(family, "string").text = name
    edit = SubElement(rule, "edit", name="weight", mode="assign_replace")
    SubElement(edit, "const").text = WEIGHTS[weight]
    edit = SubElement(rule, "edit", name="slant", mode="assign_replace")
    SubElement(edit, "const").text = "italic" if "italic" in weight else "roman"
    return rule


def name_every_glyph(pdf: Any) -> None:
    """Give each glyph that stands for no letter of its own, such as half a vowel, a WORD JOINER, which nobody sees.

    The other half has the letter. Source: ISO 14289-1, 7.21.7: every glyph maps to Unicode.
    """
    for part in pdf.objects:
        lines = getattr(part, "stream", ())
        if b"begincmap" in lines:
            part.stream = [NAMELESS.sub(rb"\1<2060>", line) for line in lines]


def _faces_of(style: Style) -> Iterator[Face]:
    for font in style.fonts.values():
        for weight, file in font.files.items():
            if path := style.find(file):
                yield Face(path, font.family, weight)


@cache
def _own() -> tuple[Face, ...]:
    folder = Path(__file__).parents[2] / "fonts"
    return tuple(Face(folder / file, family) for family, file in OWN.items())
