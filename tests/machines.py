"""Machines that differ in their fonts: none at all, or many with rules and languages of their own."""

from __future__ import annotations

import io
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

HEAD = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">'
# What distributions and people have in their settings, and worse.
RULES = """
    <match target="pattern"><edit name="family" mode="prepend"><string>Everything</string></edit></match>
    <match target="pattern"><edit name="hinting" mode="assign"><bool>true</bool></edit></match>
    <match target="pattern"><edit name="matrix" mode="assign">
      <matrix><double>1</double><double>0.2</double><double>0</double><double>1</double></matrix></edit></match>
    <match target="pattern"><test name="family"><string>sans-serif</string></test>
      <edit name="family" mode="prepend" binding="strong"><string>Noto Sans Khmer</string></edit></match>
    <match target="font"><edit name="embolden" mode="assign"><bool>true</bool></edit></match>
    <match target="font"><edit name="hintstyle" mode="assign"><const>hintfull</const></edit></match>
    <match target="scan"><edit name="weight" mode="assign"><const>black</const></edit></match>
"""
FAMILIES = ("Everything", "DejaVu Sans Mono", "Source Serif 4", "Noto Sans Arabic", "NanumSquare", "Georgia")
WIDE = (0x20, 0x3100), (0x4E00, 0x6800), (0xAC00, 0xD7A4)  # as many as a small table of characters holds


def everything(family: str) -> bytes:
    """A font that shows a great many characters, all as the same bar."""
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    for corner in ((0, 900), (90, 900), (90, 0)):
        pen.lineTo(corner)
    pen.closePath()
    bar, out = pen.glyph(), io.BytesIO()
    font = FontBuilder(1000)
    font.updateHead(created=0, modified=0)
    font.font.recalcTimestamp = False
    font.setupGlyphOrder([".notdef", "bar"])
    font.setupCharacterMap({code: "bar" for first, end in WIDE for code in range(first, end)})
    font.setupGlyf({".notdef": bar, "bar": bar})
    font.setupHorizontalMetrics({".notdef": (700, 0), "bar": (700, 0)})
    font.setupHorizontalHeader(ascent=900, descent=-200)
    font.setupNameTable({"familyName": family, "styleName": "Regular"})
    font.setupOS2()
    font.setupPost()
    font.save(out)
    return out.getvalue()


def machine(folder: Path, families: tuple[str, ...] = (), rules: str = "") -> dict[str, str]:
    """The environment of a machine that has these fonts and rules and no others."""
    (folder / "fonts").mkdir(parents=True)
    for number, family in enumerate(families):
        (folder / "fonts" / f"{number}.ttf").write_bytes(everything(family))
    places = f"<dir>{folder / 'fonts'}</dir><cachedir>{folder / 'cache'}</cachedir>"
    (folder / "fonts.conf").write_text(f"{HEAD}<fontconfig>{places}{rules}</fontconfig>", "utf-8")
    return {"FONTCONFIG_FILE": str(folder / "fonts.conf")}


def bare(folder: Path) -> dict[str, str]:
    """The environment of a machine without fonts."""
    return machine(folder)


def rich(folder: Path) -> dict[str, str]:
    """The environment of a machine with many fonts, some under the names of ours, and with rules for them."""
    return machine(folder, FAMILIES, RULES) | {"FC_LANG": "ko", "PANGO_LANGUAGE": "zh"}
