"""The fonts that all parts of a kit draw with: each stands in it once, with the glyphs of all."""

from __future__ import annotations

import hashlib
import os
from functools import cache
from pathlib import Path
from typing import Any

from oimpress.style import Style
from oimpress.writers import NotInSteps
from oimpress.writers.page.fonts import faces, name_every_glyph
from oimpress.writers.page.weasy import weasyprint
from oimpress.writers.pdf.printing import VERSION

OF_ALL = {"stemv": 80, "stemh": 80, "italic_angle": 0, "bitmap": False, "used_in_forms": False}  # what WeasyPrint says


class SharedFonts:
    """Collects what parts tell of their fonts, by the names that these have in content streams."""

    def __init__(self) -> None:
        self._fonts: dict[str, dict[str, Any]] = {}

    def add(self, used: dict[str, Any]) -> None:
        """Take the fonts of one part.

        A glyph that stands for several characters, such as spaces, is read as the most common: the first of Unicode.
        """
        for name, facts in used.items():
            glyphs = self._fonts.setdefault(name, facts | {"glyphs": {}})["glyphs"]
            for glyph, said in facts["glyphs"].items():
                glyphs[int(glyph)] = min(said, glyphs.get(int(glyph), said), key=lambda one: (len(one[0]), one[0]))

    def embedded(self, style: Style) -> tuple[Any, Any]:
        """A ``pydyf.PDF`` that holds the fonts alone, and their dictionary. Raises NotInSteps."""
        from pydyf import PDF  # type: ignore[import-untyped]

        pdf, weasy = PDF(), weasyprint()
        fonts = {name: _font(name, facts, style) for name, facts in sorted(self._fonts.items())}
        options = {"hinting": False, "pdf_version": VERSION}
        made = weasy.build_fonts_dictionary(pdf, fonts, True, True, options)
        name_every_glyph(pdf)
        return pdf, made


def _font(name: str, facts: dict[str, Any], style: Style) -> Any:
    """A font as WeasyPrint embeds it, made of what is told of it and of its file."""
    weasy = weasyprint()
    font = weasy.Font.__new__(weasy.Font)
    face = _face(facts["file"], facts["index"], style)
    glyphs = sorted(facts["glyphs"].items())
    told = {key: value for key, value in facts.items() if key not in ("glyphs", "file")}
    font.__dict__.update(
        OF_ALL,
        **told | {"name": facts["name"].encode()},
        hash=name,
        hb_face=face,
        missing={},
        file_content=_path(facts["file"], style).read_bytes(),
        to_unicode={glyph: words for glyph, (words, _) in glyphs},
        widths={glyph: width for glyph, (_, width) in glyphs},
    )
    return font


def _face(digest: str, index: int, style: Style) -> Any:
    """HarfBuzz's face of the font file with this digest."""
    weasy = weasyprint()
    path = os.fsencode(_path(digest, style))
    blob = weasy.ffi.gc(weasy.harfbuzz.hb_blob_create_from_file_or_fail(path), weasy.harfbuzz.hb_blob_destroy)
    return weasy.ffi.gc(weasy.harfbuzz.hb_face_create(blob, index), weasy.harfbuzz.hb_face_destroy)


def _path(digest: str, style: Style) -> Path:
    for path in dict.fromkeys(face.path for face in faces(style)):
        if _digest(path, path.stat().st_mtime_ns) == digest:
            return path
    raise NotInSteps("a font does not come from a file of the style")


@cache
def _digest(path: Path, _: int) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
