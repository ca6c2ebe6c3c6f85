"""A Word document that a writer made, opened."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

from lxml import etree

from oimpress.model.nodes import (
    Block,
    Edition,
    Para,
    Release,
    Text,
)
from oimpress.style import Style, load_style
from oimpress.writers.docx import document as docx
from oimpress.writers.docx.markup import R, W

STYLE = load_style("oim")
NS = {"w": W, "r": R, "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
      "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"}  # fmt: skip  # fmt: skip


class Opened:
    """The parts of a document, parsed when asked for."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.archive = zipfile.ZipFile(BytesIO(data))

    def part(self, name: str) -> etree._Element:
        return etree.fromstring(self.archive.read(name))

    def find(self, path: str, part: str = "word/document.xml") -> list[etree._Element]:
        found = self.part(part).xpath(path, namespaces=NS)
        assert isinstance(found, list)
        return [each for each in found if isinstance(each, etree._Element)]

    def values(self, path: str, part: str = "word/document.xml") -> list[str]:
        found = self.part(part).xpath(path, namespaces=NS)
        assert isinstance(found, list)
        return [str(each) for each in found]

    def text(self) -> str:
        """The body's text with every note where it is referred to."""
        notes = {str(each.get(f"{{{W}}}id")): each for each in self.find("//w:footnote", "word/footnotes.xml")}
        return "\n".join("".join(_shown(para, notes)) for para in self.find("//w:body//w:p"))


def _shown(para: etree._Element, notes: dict[str, etree._Element]) -> Iterator[str]:
    for each in para.iter(f"{{{W}}}t", f"{{{W}}}br", f"{{{W}}}tab", f"{{{W}}}footnoteReference"):
        match etree.QName(each).localname:
            case "t":
                yield str(each.text)
            case "footnoteReference":
                yield f" {''.join(_shown(notes[str(each.get(f'{{{W}}}id'))], {}))} "
            case _:
                yield " "


def made(edition: Edition, style: Style = STYLE) -> Opened:
    return Opened(docx.write(edition, style).value)


def single(*blocks: Block) -> Edition:
    """A release with these blocks, alone."""
    return Edition((Release(id="r", title=(Text("T"),), body=blocks),), "T", kind="single")


def of(*blocks: Block, **changes: object) -> Opened:
    return made(replace(single(*blocks), **changes))  # type: ignore[arg-type]


def picture(width: int, height: int) -> bytes:
    from PIL import Image

    out = BytesIO()
    Image.new("RGB", (width, height), "#336699").save(out, "PNG")
    return out.getvalue()


def long_release(pages: int) -> Release:
    words = "Les migrants sont au cœur du développement de leurs communautés. " * 40
    return Release(id="long", title=(Text("Long"),), body=tuple(Para((Text(words.strip()),)) for _ in range(pages)))
