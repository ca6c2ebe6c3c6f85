"""All of a page, for sources that hold HTML and no article to look for: mails, items of feeds, Markdown."""

from __future__ import annotations

from typing import NamedTuple

from oimpress.model.draft import Line
from oimpress.model.nodes import Block
from oimpress.notices import Dropped, Notice
from oimpress.readers.html.article import FoundArticle, outside
from oimpress.readers.html.blocks import PageReader
from oimpress.readers.html.figures import unshown
from oimpress.readers.html.furniture import Judge
from oimpress.readers.html.inlines import InlineReader, lang_of
from oimpress.readers.html.notes import page_notes
from oimpress.readers.html.office import gather_lists
from oimpress.readers.html.styles import apply_classes
from oimpress.readers.html.within import page_places
from oimpress.readers.shared.tree import Node, Sheet


class Whole(NamedTuple):
    """What a page holds outside its head and its furniture, and the language it says it is in."""

    flow: list[Line | Block]
    lang: str
    dropped: tuple[Dropped, ...]
    notices: tuple[Notice, ...]


def whole(page: Node, sheet: Sheet, lang: str = "", base: str = "") -> Whole:
    """The flow of ``page``, whose text stands on ``sheet``, which is full. ``base`` is the address of its links."""
    body = next((node for node in page.walk() if node.tag == "body"), page)
    root = next((node for node in page.walk() if node.tag == "html"), page)
    said = lang_of(body) or lang_of(root) or lang
    apply_classes(page)
    gather_lists(page)
    judge = Judge(page)
    notes = page_notes(page)
    reader = PageReader(InlineReader(judge, said, base, notes, page_places(page, notes, judge, base)), sheet)
    flow = reader.flow(body)
    dropped = (*reader.dropped, *outside(page, FoundArticle(body), judge))
    dropped = (*dropped, *unshown(page, flow, dropped))
    return Whole(flow, said, dropped, tuple(dict.fromkeys(reader.notices)))
