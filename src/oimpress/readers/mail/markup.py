"""A mail's HTML: its pictures found among its parts, quotations and signatures that its markup names taken out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from email.message import Message

from oimpress.notices import Dropped
from oimpress.readers.mail.cutting import FORWARD, QUOTATION, SIGNATURE
from oimpress.readers.mail.parts import picture
from oimpress.readers.shared.tree import Node, leave_out

# As Gmail, Thunderbird, Outlook, Apple Mail and Yahoo name them.
QUOTES = frozenset({"gmail_quote", "moz-cite-prefix", "yahoo_quoted", "protonmail_quote", "gmail_attr"})
SIGNATURES = frozenset({"gmail_signature", "moz-signature", "protonmail_signature_block", "signature"})
MARKED = 400  # characters in which a forwarded message says that it is one


def with_pictures(page: Node, found: Mapping[str, Message]) -> None:
    """Name the pictures of ``page`` that travel with the mail as their bytes decide."""
    for node in page.walk():
        address = node.get("src")
        if node.tag == "img" and address.lower().startswith("cid:"):
            part = found.get(address[4:].strip(" <>"))
            one = picture(part) if part is not None else None
            node.attributes["src"] = one.href if one else ""


def without_others(page: Node, forwarded: bool) -> list[Dropped]:
    """Take quotations and signatures out of ``page``; a forwarded message stays, and is no quotation."""
    dropped: list[Dropped] = []
    for node in list(page.walk()):
        kept = []
        for child in node.content:
            rule = _rule(child, forwarded) if isinstance(child, Node) else ""
            if rule and isinstance(child, Node):
                dropped += leave_out(child, rule)
                child.content = []
            else:
                kept.append(child)
        node.content = kept
    for node in page.walk():
        if _is_quote(node):
            node.tag = "div"
    return dropped


def _rule(node: Node, forwarded: bool) -> str:
    if _classes(node) & SIGNATURES or node.get("id").lower() == "signature":
        return SIGNATURE
    if _is_quote(node) and not forwarded and not any(map(FORWARD.match, _opening(node))):
        return QUOTATION
    return ""


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
