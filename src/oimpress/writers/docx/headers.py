"""Headers: made like those of the reference document, with what one of them begins with."""

from __future__ import annotations

from typing import Any, Protocol

from lxml import etree

from oimpress.writers.docx.drawing import A
from oimpress.writers.docx.markup import R, of, w


class NeededByHeaders(Protocol):
    """What headers need from the package around them."""

    def header(self, like: str, first: etree._Element, last: etree._Element | None = None) -> str:
        """A new header, its relationship."""


EMBED, ID = f"{{{R}}}embed", f"{{{R}}}id"


def content(old: Any, first: etree._Element, last: etree._Element | None) -> etree._Element:
    """A header that begins with the paragraph ``first``, goes on as the ``old`` one, and ends with ``last``."""
    root = w("hdr") if old is None else etree.fromstring(old.blob)
    root.insert(0, first)
    root.extend([] if last is None else [last])
    return root


def hold_pictures(made: Any, root: etree._Element, document: Any, kind: str) -> None:
    """Let the header ``made`` hold the pictures that its first paragraph shows, which are those of ``document``."""
    for held in root[0].iter(f"{{{A}}}blip"):
        held.set(EMBED, made.relate_to(document.related_parts[held.get(EMBED, "")], kind))


def put_above_first(
    package: NeededByHeaders, page: etree._Element, first: etree._Element, last: etree._Element
) -> None:
    """Begin the header of the first page with ``first`` and end it with ``last``, where ``page`` has one of its own."""
    for reference in page.findall(of("headerReference")):
        if reference.get(of("type")) == "first" and page.find(of("titlePg")) is not None:
            reference.set(ID, package.header(reference.get(ID, ""), first, last))
