"""Where the article stands on a web page: as its markup says, else where trafilatura finds it."""

from __future__ import annotations

import contextlib
import logging
import re
from collections.abc import Iterator
from typing import NamedTuple

from oimpress.model.traced import Traced
from oimpress.notices import Dropped
from oimpress.readers.html.furniture import FURNITURE, SCRIPT, furniture_rule, of_links, prose
from oimpress.readers.html.tree import BLOCKS
from oimpress.readers.shared.tree import Node

MOST = 0.5  # of the main part's prose that an article must hold to be the article
KEY = re.compile(r"[\W_]+")
MENU = 3  # links that make a menu; fewer may close an article
LEAST = 20  # letters and digits of a line that can be told from others


class Found(NamedTuple):
    """The article, and the page's title where it stands outside."""

    article: Node
    title: Node | None


def find_article(page: Node, text: str) -> Found:
    """The element that holds the article; the whole body when nothing tells more. ``text`` is its HTML."""
    body = next((node for node in page.walk() if node.tag == "body"), page)
    article = _marked(body) or _advised(body, text) or body
    return Found(article, None if _headed(article) else _title(body, article))


def _marked(body: Node) -> Node | None:
    """What the page itself says is its article or its main part."""
    shown = list(_shown(body))
    main = max(
        (node for node in shown if node.tag == "main" or "main" in node.get("role").split()), key=prose, default=None
    )
    articles = [node for node in shown if node.tag == "article" or "articleBody" in node.get("itemprop").split()]
    article = max(articles, key=prose, default=None)
    if article is not None and prose(article) >= MOST * prose(main or body):
        return article
    return main if main is not None and prose(main) else None


def _shown(body: Node) -> Iterator[Node]:
    """The elements of the page outside its furniture."""
    waiting = [body]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += (child for child in reversed(list(node.elements())) if not furniture_rule(child, within=False))


def _headed(article: Node) -> bool:
    return any(node.tag == "h1" and node.words for node in article.walk())


def _title(body: Node, article: Node) -> Node | None:
    """The last first-level heading before the article."""
    found = None
    for node in _shown(body):
        if node is article:
            break
        if node.tag == "h1" and node.words:
            found = node
    return found


def outside(page: Node, found: Found) -> Iterator[Dropped]:
    """All text of the page that is in neither the article nor its title."""
    kept = {id(item) for item in (*found.article.content, found.title)}
    waiting: list[tuple[Node | Traced, str]] = [(page, FURNITURE)]
    while waiting:
        item, rule = waiting.pop()
        if id(item) in kept:
            continue
        if isinstance(item, Node):
            mine = furniture_rule(item, within=False)
            inner = mine if mine == SCRIPT or (mine and rule == FURNITURE) else rule
            waiting += ((child, inner) for child in reversed(item.content))
        elif not item.isspace():
            yield Dropped(item, rule)


# -- with trafilatura's advice ----------------------------------------------------------------------------


def _advised(body: Node, text: str) -> Node | None:
    """The stretch of the page between the first and the last block that trafilatura takes, with its neighbours."""
    advice = _key(_extracted(text))
    taken = [path for path in _leaf_blocks(body) if len(key := _key(path[-1].words)) >= LEAST and key in advice]
    if not taken:
        return None
    depth = 0
    while all(len(path) > depth + 1 and path[depth] is taken[0][depth] for path in taken):
        depth += 1
    holder = taken[0][depth - 1] if depth else body
    inside = [path[depth] for path in taken if len(path) > depth]
    at = [i for i, child in enumerate(holder.content) if any(child is node for node in inside)]
    if not at:
        return holder
    first, last = at[0], at[-1]
    while first and _goes_with(holder.content[first - 1]):
        first -= 1
    while last + 1 < len(holder.content) and _goes_with(holder.content[last + 1]):
        last += 1
    return Node("#article", holder.attributes, holder.content[first : last + 1])


def _goes_with(item: Node | Traced) -> bool:
    """Whether a neighbour of the text belongs to it: no furniture, no menu of links."""
    if not isinstance(item, Node):
        return True
    menu = of_links(item) and sum(each.tag == "a" for each in item.walk()) >= MENU
    return not menu and not furniture_rule(item, within=False)


def _leaf_blocks(body: Node) -> Iterator[tuple[Node, ...]]:
    """The paths from ``body`` to every block without blocks in it."""
    waiting: list[tuple[Node, ...]] = [(body,)]
    while waiting:
        path = waiting.pop()
        deeper = [child for child in path[-1].elements() if not furniture_rule(child, within=False)]
        if path[-1].tag in BLOCKS and not any(node.tag in BLOCKS for child in deeper for node in child.walk()):
            yield path
        else:
            waiting += ((*path, child) for child in reversed(deeper))


def _key(text: str) -> str:
    return KEY.sub("", text.casefold())


def _extracted(text: str) -> str:
    """The text that trafilatura takes for the article; nothing when it finds none, or fails on a damaged page."""
    from trafilatura import extract

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    with contextlib.suppress(Exception):  # advice only: whatever it cannot do, the markup decides
        return extract(text, include_comments=False, favor_recall=True) or ""
    return ""
