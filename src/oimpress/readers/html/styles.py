"""What the style sheet in a page says of its own class names: what is struck out, hidden, bold, slanted, high."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from oimpress.patterns import lazy
from oimpress.readers.html.limits import LONGEST_SHEET
from oimpress.readers.html.tree import HEADINGS
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
HIDDEN = "display:none"
DISPLAYED = lazy(r"(?<![\w-])display\s*:\s*([\w-]+)", re.IGNORECASE)
CLASS = lazy(r"\.([A-Za-z_][\w-]*)")
SCRIPTS = frozenset({"noscript", "script", "template"})
ON_SCREEN = frozenset({"", "all", "screen"})
GENERATED = lazy(r"(?:^|\s)(?:doc-content|lst-kix_\S+)(?:\s|$)")
BARE = frozenset({"span", "font"})  # elements that mean nothing but their looks


def apply_classes(page: Node) -> None:
    """Write onto the elements of a page what its own style sheet says that their classes look like.

    Of a page that Google Docs made, all of it: names of classes mean nothing there, and looks are the only markup. Of
    any other, what is struck out or not shown, and the looks of words in elements that say nothing else.
    """
    nodes = list(page.walk())
    generated = any(GENERATED.search(node.get("class")) for node in nodes)
    sheets = tuple("".join(node.texts())[:LONGEST_SHEET] for node in nodes if node.tag == "style")
    looks = dict(rule for sheet in sheets for rule in (_all(sheet) if generated else _plain(sheet)))
    for node in nodes if looks else ():
        telling = TELLING if generated or node.tag in BARE else STRIKING
        if found := [said for name in _selectors(node) for said in telling.findall(looks.get(name, ""))]:
            node.attributes["style"] = ";".join((*found, node.get("style")))
    _hide(page)


def _selectors(node: Node) -> Iterator[str]:
    return (selector for name in node.get("class").split() for selector in (f".{name}", f"{node.tag}.{name}"))


def _hide(page: Node) -> None:
    """Write onto elements that their class hides them, where no rule for another of their classes may show them again.

    A panel right below the heading that opens it is shown by a script; so is a page whose title is hidden, or most of
    its text.
    """
    shown = list(_without_scripts(page))
    styles = (node for node in shown if node.tag == "style" and node.get("media").lower() in ON_SCREEN)
    sheets = ["".join(node.texts())[:LONGEST_SHEET] for node in styles]
    hidden = frozenset(name for sheet in sheets for name, how in _displays(sheet) if how == "none")
    if not hidden:
        return
    again = frozenset(name for sheet in sheets for name in _shown_again(sheet))
    most = _length(page) / 2
    below = {id(other) for node in shown for one, other in pairwise(node.elements()) if one.tag in HEADINGS}
    for node in shown:
        if hidden.isdisjoint(_selectors(node)) or not again.isdisjoint(node.get("class").split()):
            continue
        if id(node) in below or DISPLAYED.search(node.get("style")):
            continue
        if _length(node) < most and not any(each.tag == "h1" for each in node.walk()):
            node.attributes["style"] = ";".join((HIDDEN, node.get("style")))


def _without_scripts(root: Node) -> Iterator[Node]:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += (each for each in reversed(node.elements()) if each.tag not in SCRIPTS)


def _length(node: Node) -> int:
    """The characters in ``node`` that are no script's and no style sheet's."""
    said = (each.content for each in _without_scripts(node) if each.tag != "style")
    return sum(len(str.strip(item)) for content in said for item in content if not isinstance(item, Node))


def _displays(sheet: str) -> Iterator[tuple[str, str]]:
    """The selectors of ``sheet`` for nothing but a class, with the way in which they show it."""
    for names, look in PLAIN_RULE.findall(CONDITIONAL.sub("", sheet)):
        if said := DISPLAYED.findall(look):
            yield from ((name.strip(), said[-1].lower()) for name in names.split(","))


def _shown_again(sheet: str) -> Iterator[str]:
    """The classes that any rule of ``sheet`` shows, on whatever screen and beside whatever other class."""
    for rule in sheet.split("}"):
        selector, _, look = rule.rpartition("{")
        if any(said.lower() != "none" for said in DISPLAYED.findall(look)):
            yield from CLASS.findall(selector)


def _all(sheet: str) -> Iterator[tuple[str, str]]:
    return ((f".{name}", look) for name, look in RULE.findall(sheet))


def _plain(sheet: str) -> Iterator[tuple[str, str]]:
    """The selectors of ``sheet`` for nothing but a class, with what they say of its looks."""
    for names, look in PLAIN_RULE.findall(CONDITIONAL.sub("", sheet)):
        yield from ((name.strip(), look) for name in names.split(",") if TELLING.search(look))
