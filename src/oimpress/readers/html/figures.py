"""Pictures of a web page with their captions and credits."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from typing import Protocol

from oimpress.model.draft import Line
from oimpress.model.nodes import Block, Figure, Inlines
from oimpress.model.traced import Traced
from oimpress.notices import Notice, notice
from oimpress.readers.html.tree import decoded as page
from oimpress.readers.html.tree import parse
from oimpress.readers.shared.captions import credited
from oimpress.readers.shared.embedded import decoded
from oimpress.readers.shared.inlines import plain
from oimpress.readers.shared.tree import Node
from oimpress.sources import Source

CREDITED = re.compile(r"credit|copyright|byline", re.IGNORECASE)


def pictures(source: Source, hrefs: Container[str]) -> dict[str, bytes]:
    """The pictures in the addresses of a page that go by one of ``hrefs``. Raises ReadError."""
    root, _ = parse(page(source.data, source.name)[0], source.name)
    images = (decoded(address(node)) for node in root.walk() if node.tag == "img")
    return {one.href: one.data for one in images if one and one.href in hrefs}


class Reader(Protocol):
    """What pictures need of the reader around them."""

    @property
    def notices(self) -> list[Notice]:
        """What is doubted so far."""

    def flow(self, node: Node) -> list[Line | Block]:
        """What stands in ``node``."""

    def one_run(self, node: Node) -> Inlines:
        """The text of ``node`` as one run, a break between its paragraphs."""


def figure(node: Node, reader: Reader) -> list[Line | Block]:
    """A figure element: its picture with caption and credit; any other content stays what it is."""
    image = next((child for child in node.walk() if child.tag == "img"), None)
    captions = [child for child in node.elements() if child.tag == "figcaption"]
    others = [child for child in node.content if not (isinstance(child, Node) and child in captions)]
    before = reader.flow(Node("div", {}, others))
    made = [item for item in before if not isinstance(item, Figure)]
    if image is None:
        return made + [item for caption in captions for item in reader.flow(caption)]
    caption, credit = _caption(captions, reader)
    return [picture(image, reader, caption, credit), *made]


def picture(image: Node, reader: Reader, caption: Inlines = (), credit: Inlines = ()) -> Figure:
    """The picture by the address that the page gives, or by the name of one that stands in the page itself.

    Notice R031 for one of those that is none.
    """
    href = address(image)
    if href.lower().startswith("data:"):
        inside = decoded(href)
        href = inside.href if inside else ""
        if inside is None:
            reader.notices.append(notice("R031", detail=image.get("alt")))
    return Figure(plain(href, 0), plain(image.get("alt"), 0), caption, credit)


def address(image: Node) -> str:
    """Where the picture is; what a page loads later goes before the blank picture that holds its place."""
    now, later = (re.sub("[\t\r\n\f]+", "", image.get(name)).strip() for name in ("src", "data-src"))
    return later if later and (not now or now.lower().startswith("data:")) else now


def worth_showing(image: Node) -> bool:
    """Whether a picture outside a figure says something: decoration and counters have no words."""
    return bool(image.get("alt").strip()) and not {"presentation", "none"} & {*image.get("role").split()}


def _caption(captions: list[Node], reader: Reader) -> tuple[Inlines, Inlines]:
    """Caption and credit: as classes tell them apart, else where words that open a credit stand."""
    for node in captions:
        marked = next(
            (child for child in node.walk() if child is not node and CREDITED.search(child.get("class"))), None
        )
        if marked:
            rest = Node(node.tag, node.attributes, list(_without(node, marked)))
            return reader.one_run(rest), reader.one_run(marked)
    run = reader.one_run(Node("div", {}, list(captions)))
    return credited(run)


def _without(node: Node, gone: Node) -> Iterator[Node | Traced]:
    for child in node.content:
        if child is gone:
            continue
        if isinstance(child, Node):
            yield Node(child.tag, child.attributes, list(_without(child, gone)))
        else:
            yield child
