"""A mail's HTML: its pictures found among its parts, quotations that its markup names taken out, signatures apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from email.message import Message

from oimpress.notices import Dropped
from oimpress.patterns import lazy
from oimpress.readers.html.limits import SMALLEST_PHOTOGRAPH
from oimpress.readers.mail.cutting import FORWARD, QUOTATION
from oimpress.readers.mail.parts import picture
from oimpress.readers.shared.tree import Node, leave_out

# As Gmail, Thunderbird, Outlook, Apple Mail and Yahoo name them.
QUOTES = frozenset({"gmail_quote", "moz-cite-prefix", "yahoo_quoted", "protonmail_quote", "gmail_attr"})
SIGNATURES = frozenset({"gmail_signature", "moz-signature", "protonmail_signature_block", "signature"})
LOGO = lazy(r"logo(?!\w)")
MARKED = 400  # characters in which a forwarded message says that it is one


def with_pictures(page: Node, found: Mapping[str, Message], sender: str) -> None:
    """Name the pictures of ``page`` that travel with the mail as their bytes decide; logos are decoration."""
    for node in page.walk():
        address = node.get("src")
        if node.tag == "img" and _is_logo(node, sender):
            node.attributes["role"] = "presentation"
        if node.tag == "img" and address.lower().startswith("cid:"):
            part = found.get(address[4:].strip(" <>"))
            one = picture(part) if part is not None else None
            node.attributes["src"] = one.href if one else ""


def _is_logo(image: Node, sender: str) -> bool:
    """Whether a picture is as small as an icon, or its words are « logo » or the name of the sender."""
    sizes = (image.get("width"), image.get("height"))
    words = " ".join(image.get("alt").split()).casefold()
    small = any(size.isdigit() and int(size) < SMALLEST_PHOTOGRAPH for size in sizes)
    return small or bool(LOGO.match(words)) or (bool(words) and words == sender.casefold())


def without_others(page: Node, forwarded: bool) -> tuple[list[Dropped], list[Node]]:
    """Take quotations and signatures out of ``page``; the latter are what is returned beside what is left out.

    A forwarded message stays, and is no quotation.
    """
    dropped: list[Dropped] = []
    signatures: list[Node] = []
    for node in list(page.walk()):
        for child in node.elements():
            if _is_signature(child):
                signatures.append(Node("div", {}, child.content))
            elif _is_others(child, forwarded):
                dropped += leave_out(child, QUOTATION)
            else:
                continue
            child.content = []
            node.content = [item for item in node.content if item is not child]
    for node in page.walk():
        if _is_quote(node):
            node.tag = "div"
    return dropped, signatures


def _is_signature(node: Node) -> bool:
    return bool(_classes(node) & SIGNATURES) or node.get("id").lower() == "signature"


def _is_others(node: Node, forwarded: bool) -> bool:
    return _is_quote(node) and not forwarded and not any(map(FORWARD.match, _opening(node)))


def _is_quote(node: Node) -> bool:
    return bool(_classes(node) & QUOTES) or (node.tag == "blockquote" and node.get("type").lower() == "cite")


def _classes(node: Node) -> set[str]:
    return {*node.get("class").lower().split()}


def _opening(node: Node) -> Iterator[str]:
    """The first stretches of text in ``node``."""
    size = 0
    for text in node.texts():
        if size > MARKED:
            return
        size += len(text)
        yield str(text)
