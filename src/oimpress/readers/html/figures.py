"""Pictures of a web page with their captions and credits."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from oimpress.model.draft import Line
from oimpress.model.nodes import Block, Figure, Inlines, Table
from oimpress.model.runs import flatten, one_line
from oimpress.model.traced import Traced
from oimpress.model.walk import every_block
from oimpress.notices import Dropped, Notice, notice
from oimpress.patterns import lazy
from oimpress.readers.html.furniture import ALTERNATE
from oimpress.readers.html.late import address
from oimpress.readers.html.limits import LONGEST_CAPTION, SMALLEST_PHOTOGRAPH
from oimpress.readers.html.tree import IMAGES, parse
from oimpress.readers.html.tree import decoded as page
from oimpress.readers.shared.captions import credited
from oimpress.readers.shared.embedded import decoded
from oimpress.readers.shared.inlines import attribute_text, tidy
from oimpress.readers.shared.tree import Node
from oimpress.sources import Source

HOLDERS = frozenset({"div", "dl", "p", "section", "a", "span"})
CAPTIONED = lazy(r"caption|l[ée]gende|credit|copyright|spip_doc_(?:titre|descriptif)", re.IGNORECASE)
NAMED_CAPTION = lazy(r"(?<![a-z])(?:caption|l[ée]gende|cr[ée]dits?)(?![a-z])", re.IGNORECASE)
CREDITED = lazy(r"credit|copyright|byline", re.IGNORECASE)
NAMED_CREDIT = lazy(r"(?:(?<![A-Za-z])c|C)(?:r[ée]dits?|opyrights?)(?![a-z])")
PHOTOGRAPH = lazy(r"\.(?:jpe?g|webp|avif)(?:$|\?)", re.IGNORECASE)


def pictures(source: Source, hrefs: Container[str]) -> dict[str, bytes]:
    """The pictures in the addresses of a page that go by one of ``hrefs``. Raises ReadError."""
    root, _ = parse(page(source.data, source.name)[0], source.name)
    images = (decoded(address(node)) for node in root.walk() if node.tag in IMAGES)
    return {one.href: one.data for one in images if one and one.href in hrefs}


class NeededByFigures(Protocol):
    """What pictures need of the reader around them."""

    @property
    def notices(self) -> list[Notice]:
        """What is doubted so far."""

    def flow(self, node: Node) -> list[Line | Block]:
        """What stands in ``node``."""

    def one_run(self, node: Node) -> Inlines:
        """The text of ``node`` as one run, a break between its paragraphs."""


def figure(node: Node, reader: NeededByFigures) -> list[Line | Block]:
    """A figure element: its picture with caption and credit; any other content stays what it is.

    A gallery, which holds several figures, is these, with its own caption behind them.
    """
    captions = captions_of(node)
    image = next((child for child in node.walk() if child.tag in IMAGES), None)
    found = reader.flow(Node("div", {}, list(_without_all(node.content, captions))))
    if image is None and captions and (titled := _table_under(captions, found, reader)):
        return titled
    told = any(isinstance(item, Figure) and (item.caption or item.credit) for item in found)
    if image is None or told or any(child.tag == "figure" for child in node.walk() if child is not node):
        return found + reader.flow(Node("div", {}, [*captions]))
    caption, credit = _caption(captions, reader)
    return [picture(image, reader, caption, credit), *(item for item in found if not isinstance(item, Figure))]


def _table_under(captions: list[Node], found: Sequence[Line | Block], reader: NeededByFigures) -> list[Line | Block]:
    """``found`` with what the figure says of it as the caption of its only table; nothing where there is none."""
    at = [place for place, item in enumerate(found) if isinstance(item, Table) and not item.caption]
    if len(at) != 1 or len(found) != 1:
        return []
    caption = reader.one_run(Node("div", {}, [*captions]))
    return [replace(item, caption=caption) if isinstance(item, Table) else item for item in found]


def captions_of(node: Node) -> list[Node]:
    """The captions of a figure, or of what is one by its class names."""
    alone = not any(child.tag == "figure" for child in node.walk() if child is not node)
    if node.tag == "figure" and alone and _holds_image(node):
        within = list(_captions_within(node))
        told = any(one.tag == "figcaption" for one in within) or node.find("table") is not None
        return within if told else _called(node, NAMED_CAPTION) or within
    direct = [child for child in node.elements() if child.tag == "figcaption"]
    if direct or node.tag == "figure":
        return direct
    return _called(node, CAPTIONED)


def _called(node: Node, names: re.Pattern[str]) -> list[Node]:
    """The largest elements with words and no picture that have one of ``names`` in their class."""
    called = (child for child in node.walk() if child is not node and names.search(child.get("class")))
    named = [child for child in called if child.words and not _holds_image(child)]
    return [one for one in named if not any(one is not other and one in other.walk() for other in named)]


def _captions_within(figure: Node) -> Iterator[Node]:
    """The captions of a figure however deep they stand, and what its class names call a credit beside them."""
    waiting = [*reversed(figure.elements())]
    while waiting:
        node = waiting.pop()
        credit = NAMED_CREDIT.search(node.get("class")) and node.words and not _holds_image(node)
        if node.tag == "figcaption" or credit:
            yield node
        elif node.tag != "table":
            waiting += reversed(node.elements())


def _holds_image(node: Node) -> bool:
    return any(inner.tag in IMAGES for inner in node.walk())


def is_figure(node: Node) -> bool:
    """Whether an element holds one picture, and beside it nothing but words that its class names call a caption."""
    if node.tag == "figure":
        return True
    tags = [child.tag for child in node.walk()]
    if node.tag not in HOLDERS or "figure" in tags or sum(tag in IMAGES for tag in tags) != 1:
        return False
    captions = captions_of(node)
    return bool(captions) and " ".join(one.words for one in captions) == node.words


def picture(image: Node, reader: NeededByFigures, caption: Inlines = (), credit: Inlines = ()) -> Figure:
    """The picture by the address that the page gives, or by the name of one that stands in the page itself.

    Notice R031 for one of those that is none.
    """
    href = address(image)
    if href.lower().startswith("data:"):
        inside = decoded(href)
        href = inside.href if inside else ""
        if inside is None:
            reader.notices.append(notice("R031", detail=image.get("alt")))
    alt = image.get("alt")
    said = flatten(tidy([alt])) if alt else ""
    return Figure(attribute_text(href, 0), one_line(said) if isinstance(said, Traced) else "", caption, credit)


def unshown(page: Node, flow: Sequence[Line | Block], dropped: Iterable[Dropped]) -> Iterator[Dropped]:
    """The words of pictures that stand neither in the ``flow`` nor among what was ``dropped``."""
    blocks = tuple(item for item in flow if not isinstance(item, Line))
    kept = (block.alt for block in every_block(blocks) if isinstance(block, Figure))
    told = {text.start for text in (*kept, *(each.text for each in dropped)) if isinstance(text, Traced)}
    return (Dropped(said, ALTERNATE) for said in page.alternatives() if said.start not in told)


def worth_showing(image: Node, alone: bool) -> bool:
    """Whether a picture outside a figure says something: decoration and counters have no words.

    One that stands ``alone`` in its paragraph and of which no words say whether it is decoration does, as a photograph.
    """
    if {"presentation", "none"} & {*image.get("role").split()}:
        return False
    return bool(image.get("alt").strip()) or (alone and "alt" not in image.attributes and _is_photograph(image))


def _is_photograph(image: Node) -> bool:
    sizes = (image.get("width"), image.get("height"))
    small = any(size.isdigit() and int(size) < SMALLEST_PHOTOGRAPH for size in sizes)
    return not small and PHOTOGRAPH.search(address(image)) is not None


def captioned(found: Sequence[Line | Block], node: Node, reader: NeededByFigures) -> list[Line | Block]:
    """``found`` with the caption that ``node`` is, by its name, put to the picture at its end; else nothing."""
    above = found[-1] if found and NAMED_CAPTION.search(node.get("class")) else None
    if not isinstance(above, Figure) or above.caption or above.credit or len(node.words) > LONGEST_CAPTION:
        return []
    caption, credit = _caption([node], reader)
    return [*found[:-1], replace(above, caption=caption, credit=credit)] if caption or credit else []


def _caption(captions: list[Node], reader: NeededByFigures) -> tuple[Inlines, Inlines]:
    """Caption and credit: as classes tell them apart, else where words that open a credit stand."""
    beside = [node for node in captions if node.tag != "figcaption" and NAMED_CREDIT.search(node.get("class"))]
    if 0 < len(beside) < len(captions):
        own = [node for node in captions if node not in beside]
        return reader.one_run(Node("div", {}, [*own])), reader.one_run(Node("div", {}, [*beside]))
    for node in captions:
        marked = next(
            (child for child in node.walk() if child is not node and CREDITED.search(child.get("class"))), None
        )
        if marked:
            rest = Node(node.tag, node.attributes, list(_without_all(node.content, [marked])))
            return reader.one_run(rest), reader.one_run(marked)
    run = reader.one_run(Node("div", {}, list(captions)))
    return credited(run)


def _without_all(content: list[Node | Traced], gone: list[Node]) -> Iterator[Node | Traced]:
    if not gone:
        yield from content  # as they are, which the judge of the page knows
        return
    for child in content:
        if isinstance(child, Node):
            if not any(child is one for one in gone):
                yield Node(child.tag, child.attributes, list(_without_all(child.content, gone)))
        else:
            yield child
