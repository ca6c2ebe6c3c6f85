"""What the style sheet in a page says of its own class names: what is struck out, bold, slanted, high."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oimpress.patterns import lazy
from oimpress.readers.html.limits import LONGEST_SHEET
from oimpress.readers.shared.tree import Node

RULE = lazy(r"(?<![\w>:)-])(?:\w+)?\.([\w-]+)\s*\{([^{}]*)\}")
# A rule for nothing but the elements of a class, wherever they stand; not one for paper or for small screens.
PLAIN_RULE = lazy(r"(?:^|[};])\s*((?:\w*\.[\w-]+\s*,\s*)*\w*\.[\w-]+)\s*\{([^{}]*)(?=\})")
CONDITIONAL = lazy(r"@[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}|/\*.*?\*/", re.DOTALL)
STRIKING = lazy(r"text-decoration(?:-line)?\s*:[^;]*line-through", re.IGNORECASE)
TELLING = lazy(
    rf"{STRIKING.pattern}|font-style\s*:\s*italic|font-weight\s*:\s*(?:bold|[6-9]00)|vertical-align\s*:\s*super",
    re.IGNORECASE,
)
GENERATED = lazy(r"(?:^|\s)(?:doc-content|lst-kix_\S+)(?:\s|$)")
BARE = frozenset({"span", "font"})  # elements that mean nothing but their looks


def apply_classes(page: Node) -> None:
    """Write onto the elements of a page what its own style sheet says that their classes look like.

    Of a page that Google Docs made, all of it: names of classes mean nothing there, and looks are the only markup. Of
    any other, what is struck out, and the looks of words in elements that say nothing else.
    """
    nodes = list(page.walk())
    generated = any(GENERATED.search(node.get("class")) for node in nodes)
    sheets = ("".join(node.texts())[:LONGEST_SHEET] for node in nodes if node.tag == "style")
    looks = dict(rule for sheet in sheets for rule in (_all(sheet) if generated else _plain(sheet)))
    for node in nodes if looks else ():
        telling = TELLING if generated or node.tag in BARE else STRIKING
        names = (selector for name in node.get("class").split() for selector in (f".{name}", f"{node.tag}.{name}"))
        if found := [said for name in names for said in telling.findall(looks.get(name, ""))]:
            node.attributes["style"] = ";".join((*found, node.get("style")))


def _all(sheet: str) -> Iterator[tuple[str, str]]:
    return ((f".{name}", look) for name, look in RULE.findall(sheet))


def _plain(sheet: str) -> Iterator[tuple[str, str]]:
    """The selectors of ``sheet`` for nothing but a class, with what they say of its looks."""
    for names, look in PLAIN_RULE.findall(CONDITIONAL.sub("", sheet)):
        yield from ((name.strip(), look) for name in names.split(",") if TELLING.search(look))
