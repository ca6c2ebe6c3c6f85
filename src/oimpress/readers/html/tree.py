"""A web page as a tree: bytes decoded as browsers do, text in document order, nothing fetched.

The text of a page is that of all its text nodes, entities resolved, scripts and styles included, with a line feed
where a block begins or ends, and the words that stand for pictures. Comments and other attributes are no text.
"""

from __future__ import annotations

import codecs
import contextlib
import re

from lxml import etree

from oimpress.errors import ReadError
from oimpress.notices import Notice, notice
from oimpress.patterns import lazy
from oimpress.readers.html.limits import DEEPEST
from oimpress.readers.shared.characters import stray
from oimpress.readers.shared.encoding import BOMS, decode
from oimpress.readers.shared.tree import Node, Sheet, refuse_crowded

DECLARED = re.compile(rb"<(?:meta\b[^>]*?\bcharset|\?xml[^>]*?\bencoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
# Browsers read these labels as the Windows code page. Source: WHATWG Encoding, 4.2.
AS_WINDOWS = frozenset({"ascii", "iso8859-1"})
UNDEFINED = frozenset(b"\x81\x8d\x8f\x90\x9d")  # in it
SURROGATES = lazy("[\udc80-\udcff]")  # bytes that are no UTF-8
END = lazy(r"</(?:body|html)\s*>", re.IGNORECASE)
PROLOG = lazy(r"\s*<\?xml[^>]*\?>")
LOOSE = "#line"  # a block that no tag made: words between blocks
BLOCKS = frozenset({
    LOOSE, "address", "article", "aside", "blockquote", "body", "br", "button", "caption", "center", "dd", "details",
    "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frameset", "h1",
    "h2", "h3", "h4", "h5", "h6", "head", "header", "hgroup", "hr", "html", "iframe", "legend", "li", "main",
    "menu", "nav", "noscript", "ol", "option", "p", "pre", "script", "search", "section", "select", "style",
    "summary", "table", "tbody", "td", "template", "textarea", "tfoot", "th", "thead", "title", "tr", "ul",
})  # fmt: skip
IMAGES = frozenset({"img", "amp-img"})
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def parse(text: str, name: str) -> tuple[Node, Sheet]:
    """The page's tree and all its text. Raises ReadError when there is no page."""
    sheet = Sheet()
    return parsed(text, name, sheet), sheet


def parsed(text: str, name: str, sheet: Sheet) -> Node:
    """The page's tree, after its text was put on ``sheet``. Raises ReadError when there is no page."""
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    refuse_crowded(text.count("<") + text.count("="), name)
    text = SURROGATES.sub(lambda found: stray(found[0]), text)
    prolog = PROLOG.match(text)
    page = _unended(text[prolog.end() if prolog else 0 :])
    clean = page.replace("\0", "\ufffd").encode("utf-8", "replace")
    try:
        root = etree.fromstring(clean, parser)
    except etree.XMLSyntaxError:
        root = None
    if any(entry.level_name == "FATAL" for entry in parser.error_log):
        raise ReadError("{name}: elements nest over 2,000 deep; open the page in a browser, save it again", name=name)
    if root is None:
        raise ReadError("{name}: no element of a web page was found; save the page again", name=name)
    return _tree(root, sheet)


def _unended(text: str) -> str:
    """``text`` without the ends of its page where more follows, which browsers show all the same."""
    ends = list(END.finditer(text))
    return END.sub("", text) if len(ends) > 2 or (ends and text[ends[-1].end() :].strip()) else text


def decoded(data: bytes, name: str) -> tuple[str, tuple[Notice, ...]]:
    """The page's HTML: by byte order mark, else as it declares, else UTF-8, else by guess. Notices: R001, R002."""
    declared = DECLARED.search(data, 0, 4096)
    if declared and not data.startswith(tuple(mark for mark, _ in BOMS)) and b"\0" not in data[:64]:
        try:
            codec = codecs.lookup(declared[1].decode("ascii")).name
            if codec != "utf-8" and _is_utf8(data):
                return data.decode("utf-8"), ()
            codec = "cp1252" if codec in AS_WINDOWS else "utf-8" if codec.startswith("utf-") else codec
            return data.decode(codec), ()
        except (LookupError, UnicodeError, ValueError):
            found = decode(data, name)
            return found.text, (*found.notices, notice("R001", detail=found.encoding))[:1]
    found = decode(data, name)
    return found.text.removeprefix("\ufeff"), found.notices


def codec_as_browsers(data: bytes) -> str:
    """The codec of text that calls itself Latin-1 or ASCII and holds more than these; empty where that is all well."""
    declared = DECLARED.search(data, 0, 4096)
    with contextlib.suppress(LookupError, ValueError):
        if declared and codecs.lookup(declared[1].decode("ascii")).name in AS_WINDOWS and not data.isascii():
            return "utf-8" if _is_utf8(data) else "windows-1252" if not UNDEFINED.intersection(data) else ""
    return ""


def _is_utf8(data: bytes) -> bool:
    """Whether ``data`` holds sequences of UTF-8, and nothing that is none: no other encoding looks so by chance."""
    try:
        return not data.isascii() and bool(data.decode("utf-8"))
    except UnicodeDecodeError:
        return False


def _tree(root: etree._Element, sheet: Sheet) -> Node:
    """``root`` as a Node, without recursion: pages whose tags were never closed go thousands deep."""
    top = Node("#page")
    stack: list[tuple[Node, int]] = [(top, 0)]
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag.lower() if isinstance(element.tag, str) else "#other"
        parent, depth = stack[-1]
        if tag in BLOCKS:
            sheet.end_line()
        if event == "start":
            node = Node(tag, {str(key): str(value) for key, value in element.attrib.items()})
            if tag in IMAGES and (said := " ".join(node.get("alt").split())):
                node.attributes["alt"] = sheet.add(said)
            if depth < DEEPEST:
                parent.content.append(node)
            else:
                node = parent
            stack.append((node, depth + 1))
            if element.text:
                node.content.append(sheet.add(element.text))
        else:
            stack.pop()
            if element.tail and element is not root:
                stack[-1][0].content.append(sheet.add(element.tail))
    return top
