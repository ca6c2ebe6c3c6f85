"""Pictures in the text, with the words that stand for them."""

from __future__ import annotations

from lxml import etree

from oimpress.writers.docx.markup import R, w
from oimpress.writers.page.pictures import Picture

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
PIXEL = 9525  # English metric units of a CSS pixel, 1/96 inch
PAGE_SIZE = 5_759_450, 6_480_000  # the widest and the tallest: 16 cm, 18 cm
LOGO_SIZE = 2_160_000, 648_000  # 6 cm, 1.8 cm


def size(shown: Picture, most: tuple[int, int] = PAGE_SIZE) -> tuple[int, int]:
    """Width and height on the page in English metric units: 96 dots an inch, but never larger than ``most``."""
    width, height = max(shown.width, 1) * PIXEL, max(shown.height, 1) * PIXEL
    scale = min(1.0, most[0] / width, most[1] / height)
    return max(1, round(width * scale)), max(1, round(height * scale))


def drawing(shown: Picture, relation: str, alt: str, number: int, most: tuple[int, int] = PAGE_SIZE) -> etree._Element:
    """``w:drawing`` for the picture behind ``relation``; ``number`` is unique in the document."""
    width, height = size(shown, most)
    named = {"id": str(number), "name": f"Picture {number}"}
    inline = _e(WP, "inline", distT="0", distB="0", distL="0", distR="0")
    extent = {"cx": str(width), "cy": str(height)}
    inline.append(_e(WP, "extent", **extent))
    inline.append(_e(WP, "docPr", **named, **({"descr": alt} if alt else {})))
    locks = _e(WP, "cNvGraphicFramePr", _e(A, "graphicFrameLocks", noChangeAspect="1"))
    fill = _e(PIC, "blipFill", _blip(relation), _e(A, "stretch", _e(A, "fillRect")))
    frame = _e(A, "xfrm", _e(A, "off", x="0", y="0"), _e(A, "ext", **extent))
    shape = _e(PIC, "spPr", frame, _e(A, "prstGeom", _e(A, "avLst"), prst="rect"))
    made = _e(PIC, "pic", _e(PIC, "nvPicPr", _e(PIC, "cNvPr", **named), _e(PIC, "cNvPicPr")), fill, shape)
    inline.extend((locks, _e(A, "graphic", _e(A, "graphicData", made, uri=PIC))))
    return w("drawing", inline)


def _blip(relation: str) -> etree._Element:
    made = _e(A, "blip")
    made.set(f"{{{R}}}embed", relation)
    return made


def _e(space: str, tag: str, *children: etree._Element, **attributes: str) -> etree._Element:
    made = etree.Element(f"{{{space}}}{tag}", attributes, nsmap={"a": A, "wp": WP, "pic": PIC, "r": R})
    made.extend(children)
    return made
