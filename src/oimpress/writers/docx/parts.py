"""The parts of a Word document: those of the reference, filled by way of python-docx."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO
from itertools import chain
from typing import IO, TYPE_CHECKING

from lxml import etree

from oimpress.errors import UsageError
from oimpress.model.nodes import Edition, Figure, List
from oimpress.spool import Spool
from oimpress.style import Style
from oimpress.writers.archive import packing
from oimpress.writers.docx.blocks import Story
from oimpress.writers.docx.drawing import LOGO_SIZE, PAGE_SIZE, drawing
from oimpress.writers.docx.frame import PIECES, Frame
from oimpress.writers.docx.headers import content, hold_pictures, put_above_first
from oimpress.writers.docx.lists import Numbering
from oimpress.writers.docx.markup import Elements, of, tongue, w
from oimpress.writers.docx.pages import Pages
from oimpress.writers.docx.sections import Stretches
from oimpress.writers.docx.styles import StylesPart
from oimpress.writers.docx.tables import Measures
from oimpress.writers.page.house import LOGO, logo_words
from oimpress.writers.page.pictures import Named, Picture
from oimpress.writers.wording import modified

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.opc.part import Part

REFERENCE = "reference.docx"
LEAST_WIDTH = 2000  # twips of text on a page, whatever its set-up says


class DocumentPackage:
    """The parts of one document: those of the reference, filled by way of python-docx."""

    def __init__(self, edition: Edition, style: Style, shown: Mapping[Named, Picture]) -> None:
        self._edition, self._style = edition, style
        self.shown = shown  # the pictures that figures find, by their names
        self._shown: dict[Picture, str] = {}
        self._document = _opened(style)
        self._part = self._document.part
        self._notes = _related(self._part, "footnotes")
        self.styles = StylesPart(self._document.styles.element)
        self.styles.speak(edition.lang)
        self._numbering = Numbering(self._document.part.numbering_part.element)
        self._linking: Part = self._part
        self._drawings = 0
        self.frame = Frame(self._document.element)
        self._measuring: tuple[int, Pages] | None = None

    def paragraph_style(self, name: str) -> str:
        return self.styles.id("paragraph", name)

    @property
    def measures(self) -> Measures:
        page, edges = self._section().find(of("pgSz")), self._section().find(of("pgMar"))
        if page is None or edges is None:
            return Measures()
        across, down = (int(page.get(of(name)) or 0) for name in ("w", "h"))
        sides, ends = (
            sum(int(edges.get(of(name)) or 0) for name in pair) for pair in (("left", "right"), ("top", "bottom"))
        )
        return Measures(max(across - sides, LEAST_WIDTH), max(down - ends, LEAST_WIDTH))

    def cell_style(self, name: str, traits: tuple[str, ...]) -> str:
        return self.styles.variant(name, traits) if traits else self.styles.id("paragraph", name)

    def table_style(self, name: str) -> str:
        return self.styles.id("table", name)

    def character_style(self, names: tuple[str, ...]) -> str:
        return self.styles.joined(names)

    def logo(self, story: Story) -> Elements:
        """The logo of the house in a paragraph of its own; nothing without one that Word shows."""
        if (shown := self.shown.get(("", LOGO))) is None:
            return []
        words = logo_words(str(self._edition.organisation))
        return [story.holding("Press Figure", self._drawn(shown, words, LOGO_SIZE))]

    def letterhead(self, story: Story) -> Elements:
        """The logo, and the line that parts it from a release alone; nothing without a logo."""
        logo = self.logo(story)
        return [*logo, story.para("Press Table End", ())] if logo else []

    def list_number(self, block: List, level: int, style: str) -> int:
        return self._numbering.use(block, level, self._numbering.linked(self.styles.numbering(style)))

    def hyperlink(self, href: str) -> str:
        from docx.opc.constants import RELATIONSHIP_TYPE

        return self._linking.relate_to(href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)

    def drawing(self, figure: Figure, release: str) -> etree._Element | None:
        shown = self.shown.get((release, str(figure.href)))
        if shown is None:
            return None
        return self._drawn(shown, str(figure.alt))

    def _drawn(self, shown: Picture, alt: str, most: tuple[int, int] = PAGE_SIZE) -> etree._Element:
        if shown not in self._shown:
            self._shown[shown] = self._image(shown)
        self._drawings += 1
        return drawing(shown, self._shown[shown], alt, self._drawings, most)

    def _image(self, shown: Picture) -> str:
        """Add a picture and return its relationship. Not left to python-docx, which refuses JPEG without JFIF."""
        from docx.opc.constants import RELATIONSHIP_TYPE
        from docx.opc.packuri import PackURI
        from docx.parts.image import ImagePart

        name = PackURI(f"/word/media/image{len(self._shown) + 1}.{shown.media_type.removeprefix('image/')}")
        return self._part.relate_to(ImagePart(name, shown.media_type, shown.data), RELATIONSHIP_TYPE.IMAGE)

    def pages(self) -> Pages:
        """What measures the text on the pages of the reference, in the styles that there are by now."""
        styles = len(self.styles.root)
        if self._measuring is None or self._measuring[0] != styles:
            self._measuring = styles, Pages(self.styles.root, self._section())
        return self._measuring[1]

    def _section(self) -> etree._Element:
        found = self._document.element.body.find(of("sectPr"))
        return w("sectPr") if found is None else found

    def fill(self, stretches: Stretches, letterhead: Elements | None, pieces: Spool) -> None:
        """Write ``stretches`` for the place of the specimen, whose page set-up is kept; a cover gets one without edges.

        A release alone has no cover, but a ``letterhead`` above the header of its first page.
        """
        root = self._document.element.body
        page = self._section()
        for child in list(root):
            root.remove(child)
        for first in page.findall(of("titlePg")) if letterhead is None else ():
            page.remove(first)
        if letterhead:
            put_above_first(self, page, *letterhead)
        root.append(etree.Comment("pieces"))
        for elements in stretches.body(page):
            sections = [each for element in elements for each in element.iter(of("sectPr"))]
            for empty in (each for each in sections if not len(each)):
                _bare(empty, page)
            pieces.append(self.frame.written(elements))

    @property
    def two_sided(self) -> bool:
        """Whether pages on the left have headers of their own."""
        return bool(self._document.settings.odd_and_even_pages_header_footer)

    def header(self, like: str, first: etree._Element, last: etree._Element | None = None) -> str:
        """A new header that goes on as the one ``like`` between the two paragraphs; its relationship."""
        from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
        from docx.oxml.parser import parse_xml
        from docx.parts.hdrftr import HeaderPart

        old = self._part.related_parts.get(like)
        root = parse_xml(etree.tostring(content(old, first, last)))
        name = self._part.package.next_partname("/word/header%d.xml")
        made = HeaderPart(name, CONTENT_TYPE.WML_HEADER, root, self._part.package)
        for key, each in old.rels.items() if old else ():
            target = each.target_ref if each.is_external else each.target_part
            made.rels.add_relationship(each.reltype, target, key, each.is_external)
        hold_pictures(made, root, self._part, RELATIONSHIP_TYPE.IMAGE)
        return str(self._part.relate_to(made, RELATIONSHIP_TYPE.HEADER))

    def annotate(self, story: Story) -> None:
        """Write the notes of ``story`` into their part, with the links they hold."""
        if self._notes is None or not story.notes:
            return
        self._linking = self._notes
        root = etree.fromstring(self._notes.blob)
        root.extend(story.footnotes())
        self._notes._blob = _xml(root)

    def save(self, pieces: Spool, out: IO[bytes]) -> None:
        """Write the document with these pieces as bytes that depend on nothing else than edition and style."""
        self._describe()
        self._document.save(saved := BytesIO())
        with zipfile.ZipFile(saved) as archive, packing(out) as packed:
            for name in archive.namelist():
                before, waiting, behind = archive.read(name).partition(PIECES)
                packed.add(name, chain((before,), pieces if waiting else (), (behind,)))

    def _describe(self) -> None:
        edition, said = self._edition, self._document.core_properties
        said.title = str(edition.title)[:255]
        said.author = said.last_modified_by = str(edition.organisation)[:255]
        said.subject = str(edition.subtitle)[:255]
        said.language = tongue(edition.lang).tag
        said.created = said.modified = modified(edition).replace(tzinfo=None)
        said.comments, said.revision = "", 1
        _refresh(self._part, {"TITLE": str(edition.title), "AUTHOR": str(edition.organisation)})


def _opened(style: Style) -> WordDocument:
    from docx import Document

    try:
        return Document(BytesIO(style.data(REFERENCE)))
    except (ValueError, KeyError, zipfile.BadZipFile, etree.XMLSyntaxError) as error:
        raise UsageError(
            "{path}: not a Word document ({reason}); save it again as .docx", path=style.find(REFERENCE), reason=error
        ) from error


def _related(part: Part, kind: str) -> Part | None:
    """The part of this kind that ``part`` leads to."""
    for relation in part.rels.values():
        if relation.reltype.endswith(f"/{kind}"):
            found: Part = relation.target_part
            return found
    return None


def _bare(section: etree._Element, like: etree._Element) -> None:
    """Give the cover's section the paper and margins of ``like``."""
    for name in ("pgSz", "pgMar"):
        if (found := like.find(of(name))) is not None:
            section.append(etree.fromstring(etree.tostring(found)))


def _refresh(part: Part, values: dict[str, str]) -> None:
    """Write what the fields of headers and footers show now; Word itself only does so when it prints."""
    for relation in part.rels.values():
        if relation.reltype.endswith(("/header", "/footer")):
            for field in relation.target_part.element.iter(of("fldSimple")):
                words = values.get(str(field.get(of("instr"))).strip(" ").split(" ")[0])
                shown = next(field.iter(of("t")), None)
                if words is not None and shown is not None:
                    shown.text = words


def _xml(root: etree._Element) -> bytes:
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
