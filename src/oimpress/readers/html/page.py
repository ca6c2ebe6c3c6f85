"""Saved web pages: the article's blocks and inlines, everything else left out with its reason."""

from __future__ import annotations

from oimpress.errors import ReadError
from oimpress.model.draft import Draft, Flow, Line
from oimpress.model.nodes import Release, SourceRef
from oimpress.model.traced import made
from oimpress.notices import Result
from oimpress.readers.html.article import Found, find_article, outside
from oimpress.readers.html.blocks import Reader
from oimpress.readers.html.inlines import Words, lang_of
from oimpress.readers.html.tree import decoded, parse
from oimpress.readers.shared.inlines import ATTRIBUTE
from oimpress.readers.shared.tree import Node
from oimpress.readers.text import SourceText
from oimpress.sources import Source

LITTLE = 200  # characters: a page with a password field and less text than that asks for a log-in


def read(source: Source) -> tuple[Result[Draft], SourceText]:
    """The article of a page as a draft, and all text of the page.

    Paragraphs and headings are lines for the passes to understand, other elements are blocks. Raises ReadError for a
    page without text. Notices: R001, R002, R030 relative address, R031 unreadable picture inside the page. Rules:
    R010-R015, R018-R020.
    """
    html, notices = decoded(source.data, source.name)
    page, sheet = parse(html, source.name)
    found = find_article(page, html)
    lang = _language(page, found)
    reader = Reader(Words(lang, _address(page, source)), sheet)
    flow = (*(reader.element(found.title) if found.title else ()), *reader.flow(found.article))
    _check(flow, page, source.name)
    ref = SourceRef(source.name, source.sha256, "text/html", "html", source.metadata.url, source.metadata.licence)
    release = Release("release", made(lang or "fr", ATTRIBUTE), source=ref)
    dropped = (*reader.dropped, *outside(page, found))
    text = SourceText(sheet.text, "utf-8", "text")
    return Result(Draft(release, flow, titles=_titles(page)), (*notices, *dict.fromkeys(reader.notices)), dropped), text


def _titles(page: Node) -> tuple[str, ...]:
    """What the page calls itself in its own head: for other sites, and in the window's title."""
    said = [node.get("content") for node in page.walk() if node.tag == "meta" and _names_title(node)]
    said += [node.words for node in page.walk() if node.tag == "title"]
    return tuple(dict.fromkeys(text for each in said if (text := " ".join(each.split()))))


def _names_title(node: Node) -> bool:
    return (node.get("property") or node.get("name")).lower() in ("og:title", "twitter:title", "dc.title")


def _language(page: Node, found: Found) -> str:
    """What the article, else the page, says its language is."""
    root = next((node for node in page.walk() if node.tag == "html"), page)
    body = next((node for node in page.walk() if node.tag == "body"), page)
    return lang_of(found.article) or lang_of(body) or lang_of(root)


def _address(page: Node, source: Source) -> str:
    """The page's own address, against which its links are read; empty when nothing tells it."""
    for node in page.walk():
        said = node.get("href") if node.tag == "base" or node.get("rel") == "canonical" else ""
        if said.lower().startswith(("http://", "https://")):
            return said
    return source.metadata.url


def _check(flow: Flow, page: Node, name: str) -> None:
    words = sum(len(item.text) for item in flow if isinstance(item, Line))
    if words < LITTLE and any(node.tag == "input" and node.get("type").lower() == "password" for node in page.walk()):
        raise ReadError("{name}: this page asks for a log-in; log in, then save the page with the text", name=name)
    if not flow:
        raise ReadError("{name}: no text of an article was found on this page; save the page itself", name=name)
