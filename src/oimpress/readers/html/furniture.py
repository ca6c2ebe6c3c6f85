"""What of a web page is no part of its article: scripts, hidden text, navigation, buttons, share bars."""

from __future__ import annotations

import re

from oimpress.readers.shared.tree import Node

FURNITURE, SCRIPT, HIDDEN, HEAD, ALTERNATE = "R010", "R011", "R012", "R015", "R018"

TAGS = {
    "head": HEAD,
    "script": SCRIPT,
    "style": SCRIPT,
    "template": SCRIPT,
    "noscript": ALTERNATE,
    "audio": ALTERNATE,
    "video": ALTERNATE,
    "canvas": ALTERNATE,
    "iframe": ALTERNATE,
    "object": ALTERNATE,
    "svg": ALTERNATE,
    "nav": FURNITURE,
    "menu": FURNITURE,
    "dialog": FURNITURE,
    "button": FURNITURE,
    "select": FURNITURE,
    "textarea": FURNITURE,
    "datalist": FURNITURE,
}
ROLES = frozenset({
    "navigation", "banner", "contentinfo", "search", "menu", "menubar", "toolbar", "dialog", "alertdialog",
    "tablist",
})  # fmt: skip
UNSEEN = frozenset({
    "visually-hidden", "visuallyhidden", "sr-only", "screen-reader-text", "element-invisible",
})  # fmt: skip
STYLED = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# Words of class names and ids that are given to furniture only, or to text as short as furniture.
WORDS = frozenset({
    "addthis", "addtoany", "breadcrumb", "breadcrumbs", "cookie", "cookies", "menu", "nav", "navbar",
    "navigation", "newsletter", "pager", "pagination", "partage", "partager", "recirculation", "related",
    "share", "sharethis", "sharing", "skip", "social", "toolbar",
})  # fmt: skip
SPLIT = re.compile(r"[\s_-]+|(?<=[a-z])(?=[A-Z])")
PROSE = 300  # characters outside links: an element with as much is text, whatever its class says


def furniture_rule(node: Node, within: bool = True) -> str:
    """The rule that leaves ``node`` out, or nothing. ``within`` is true inside the article."""
    if rule := TAGS.get(node.tag, ""):
        return rule
    if "hidden" in node.attributes or STYLED.search(node.get("style")) or UNSEEN & {*node.get("class").split()}:
        return HIDDEN
    if node.get("aria-hidden") == "true" and prose(node) < PROSE:
        return HIDDEN
    named = node.tag in ("form", "footer" if not within else "form") or _named(node)
    if ROLES & {*node.get("role").split()} or (named and prose(node) < PROSE):
        return FURNITURE
    return FURNITURE if node.tag in ("aside", "article") and within and of_links(node) else ""


def _named(node: Node) -> bool:
    if node.tag in ("html", "body", "main"):
        return False
    words = SPLIT.split(f"{node.get('class')} {node.get('id')}")
    return any(word.lower() in WORDS for word in words)


def prose(node: Node) -> int:
    """Characters in ``node`` that stand neither in links nor in furniture."""
    total = 0
    waiting = [node]
    while waiting:
        for child in waiting.pop().content:
            if not isinstance(child, Node):
                total += len(child.strip())
            elif child.tag != "a" and child.tag not in TAGS:
                waiting.append(child)
    return total


def of_links(node: Node) -> bool:
    """Whether at least half of the words are links, as in teasers and menus."""
    words = sum(len(text.strip()) for text in node.texts())
    return bool(words) and prose(node) <= words / 2
