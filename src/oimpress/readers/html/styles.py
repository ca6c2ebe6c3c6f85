"""What the style sheet in a page says of its own class names, as Google Docs and Word write them."""

from __future__ import annotations

import re

from oimpress.readers.html.limits import LONGEST_SHEET
from oimpress.readers.shared.tree import Node

RULE = re.compile(r"(?<![\w>:)-])(?:\w+)?\.([\w-]+)\s*\{([^{}]*)\}")
TELLING = re.compile(
    r"line-through|font-style\s*:\s*italic|font-weight\s*:\s*(?:bold|[6-9]00)|vertical-align\s*:\s*super", re.IGNORECASE
)
GENERATED = re.compile(r"(?:^|\s)(?:doc-content|lst-kix_\S+)(?:\s|$)")


def apply_classes(page: Node) -> None:
    """Write onto the elements of a page that Google Docs made what its own classes look like.

    Names of classes mean nothing there, and looks are the only markup; on other pages the style sheet is left alone.
    """
    nodes = list(page.walk())
    if not any(GENERATED.search(node.get("class")) for node in nodes):
        return
    sheets = ("".join(node.texts())[:LONGEST_SHEET] for node in nodes if node.tag == "style")
    looks = {name: look for sheet in sheets for name, look in RULE.findall(sheet) if TELLING.search(look)}
    for node in nodes:
        if found := [looks[name] for name in node.get("class").split() if name in looks]:
            node.attributes["style"] = ";".join((*found, node.get("style")))
