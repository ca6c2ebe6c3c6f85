"""Where the article of a web page stands: as its markup says, if the page bears it out, else as trafilatura does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from oimpress.knowledge.dates import find_date
from oimpress.knowledge.folding import fold
from oimpress.model.traced import Traced
from oimpress.notices import Dropped, Notice, notice
from oimpress.patterns import lazy
from oimpress.readers.html.advice import Advice, key
from oimpress.readers.html.beside import contacts_beside
from oimpress.readers.html.furniture import FURNITURE, SCRIPT, Judge
from oimpress.readers.html.leaves import leaf_blocks
from oimpress.readers.html.limits import ARTICLE_SHARE, LEAST_LINKS, LEAST_TOLD, LONGEST_LEAD
from oimpress.readers.html.sections import names_site
from oimpress.readers.html.stated import Stated
from oimpress.readers.html.tree import HEADINGS
from oimpress.readers.shared.tree import Node

SITE = lazy(r"\s+[-–—|·•»]\s+|\s*:\s+(?=[^:]*$)")  # what parts a title from the name of its site


class FoundArticle(NamedTuple):
    """The article, with its title and what stands between them where that is outside; and what is doubted."""

    article: Node
    notices: tuple[Notice, ...] = ()


def find_article(page: Node, advice: Advice, judge: Judge, said: Stated) -> FoundArticle:
    """The element that holds the article; the whole body when nothing tells more.

    Notice R070 where what the markup calls the article holds less than half of the text.
    """
    body = next((node for node in page.walk() if node.tag == "body"), page)
    marked = _marked(body, judge)
    article = marked or body
    doubts: tuple[Notice, ...] = ()
    if marked is None or (
        judge.sizes.prose(marked) < ARTICLE_SHARE * _shown_prose(body, judge)
        and len(key(marked.words)) < ARTICLE_SHARE * len(advice.key)
    ):
        article = _advised(body, advice, judge) or body
        doubts = (notice("R070", detail=marked.words),) if marked else ()
    led = _with_lead(body, article, judge, said.titles)
    beside = [item for box in contacts_beside(body, led, judge) for item in box.content]
    return FoundArticle(Node("#article", led.attributes, [*led.content, *beside]) if beside else led, doubts)


def _called(titles: Sequence[str]) -> Iterator[str]:
    """What the page is called, folded: each title whole, and without the name of the site, « A : B | Site »."""
    for title in titles:
        beginnings = (title[: gap.start()] for gap in SITE.finditer(title))
        yield from (
            fold(title),
            fold(max(SITE.split(title), key=len)),
            *(fold(begun) for begun in beginnings if len(begun) >= LEAST_TOLD),
        )


def _marked(body: Node, judge: Judge) -> Node | None:
    """What the page itself says is its article or its main part."""
    prose = judge.sizes.prose
    shown = list(_shown(body, judge))
    main = max(
        (node for node in shown if node.tag == "main" or "main" in node.get("role").split()), key=prose, default=None
    )
    articles = [node for node in shown if node.tag == "article" or "articleBody" in node.get("itemprop").split()]
    article = max(articles, key=prose, default=None)
    if article is not None and prose(article) >= ARTICLE_SHARE * prose(main or body):
        return article
    return main if main is not None and prose(main) else None


def _shown(body: Node, judge: Judge) -> Iterator[Node]:
    """The elements of the page outside its furniture."""
    waiting = [body]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += (child for child in reversed(node.elements()) if not judge.rule(child, within=False))


def _shown_prose(body: Node, judge: Judge) -> int:
    own = (
        len(str.strip(item))
        for node in _shown(body, judge)
        if node.tag != "a"
        for item in node.content
        if not isinstance(item, Node)
    )
    return sum(own)


# -- the title, and what stands beside it ------------------------------------------------------------------


def _with_lead(body: Node, article: Node, judge: Judge, titles: Sequence[str]) -> Node:
    """``article``, behind its title and what belongs to it where these stand before it."""
    called = frozenset(_called(titles))
    if any(_is_title(node, judge, called) for node in article.walk()):
        return article
    before = list(_before(body, article, judge))
    headings = [path for path in before if path[-1].tag in HEADINGS and path[-1].words]
    told = (path for path in reversed(headings) if _is_title(path[-1], judge, called) or _is_headline(path, article))
    path = next(told, None)
    if path is None and all(map(_is_day, titles)):
        path = _alone(headings, article, judge)
    if path is None:
        return article
    lead = [*_above(path, article, judge), path[-1], *_between(path, article, judge)]
    if judge.sizes.prose(Node("div", {}, list(lead))) > max(judge.sizes.prose(article), 2 * LONGEST_LEAD):
        lead = [path[-1]]
    return Node("#article", article.attributes, [*lead, *article.content])


def _is_title(node: Node, judge: Judge, titles: frozenset[str]) -> bool:
    """Whether a heading is the page's title: of the first level and not the site's name, or as the page is called."""
    if node.tag not in HEADINGS or not (words := node.words):
        return False
    return _goes_by(fold(words), titles) or (node.tag == "h1" and not names_site(node, judge))


def _goes_by(words: str, titles: frozenset[str]) -> bool:
    """Whether ``words`` are a title, or go on where one was cut short, as ``<title>`` often is."""
    cut = (title.rstrip(" .…") for title in titles if LEAST_TOLD <= len(title) < len(words))
    return words in titles or any(words.startswith(title) and not words[len(title)].isalnum() for title in cut)


def _is_headline(path: Sequence[Node], article: Node) -> bool:
    """Whether a heading says by its microdata that it is the headline of a work, and that work holds ``article``."""
    work = next((node for node in reversed(path) if "itemscope" in node.attributes), None)
    marked = "headline" in path[-1].get("itemprop").split()
    return marked and work is not None and _reaches(work, article, {id(item) for item in article.content})


def _is_day(title: str) -> bool:
    """Whether a page calls itself by a day and one word beside it at most, « CP 17 octobre | Site »."""
    words = max(SITE.split(title), key=len)
    found = find_date(words)
    return found is not None and len(f"{words[: found.start]} {words[found.end :]}".split()) <= 1


def _alone(headings: Sequence[tuple[Node, ...]], article: Node, judge: Judge) -> tuple[Node, ...] | None:
    """The only heading before ``article``, which has none, if nothing else is said between them."""
    if len(headings) != 1 or any(node.tag in HEADINGS for node in article.walk()):
        return None
    (path,) = headings
    between = Node("div", {}, _between(path, article, judge))
    return None if judge.sizes.prose(between) or names_site(path[-1], judge) else path


def _before(body: Node, article: Node, judge: Judge) -> Iterator[tuple[Node, ...]]:
    """The paths to the elements before ``article``, in the order of the page, without its furniture."""
    inside = {id(item) for item in article.content}
    waiting: list[tuple[Node, ...]] = [(body,)]
    while waiting:
        path = waiting.pop()
        if path[-1] is article or id(path[-1]) in inside:
            return
        yield path
        waiting += ((*path, child) for child in reversed(path[-1].elements()) if not judge.rule(child, within=False))


def _above(path: Sequence[Node], article: Node, judge: Judge) -> list[Node]:
    """The short lines right above the title, kicker and date; or above a box that holds nothing else.

    Boxes of the page itself, and those with a heading, are the site's.
    """
    inside = {id(item) for item in article.content}
    found = _right_above(path[-2], path[-1], judge)
    at = len(path) - 2
    while not found and at > 1 and not _reaches(path[at], article, inside):
        at -= 1
        found = _right_above(path[at], path[at + 1], judge)
        if any(node.tag in HEADINGS for box in found for node in box.walk()):
            return []
    return found


def _right_above(holder: Node, below: Node, judge: Judge) -> list[Node]:
    """The short lines of ``holder`` right above its child ``below``."""
    siblings = holder.elements()
    at = next(i for i, node in enumerate(siblings) if node is below)
    found: list[Node] = []
    for node in reversed(siblings[:at]):
        size = judge.sizes.of(node)
        if not size.all or judge.rule(node):
            continue
        if size.all > LONGEST_LEAD or not size.prose:
            break
        found.insert(0, node)
    return found


def _between(path: Sequence[Node], article: Node, judge: Judge) -> list[Node | Traced]:
    """What stands after the title and before the article, in elements that hold neither."""
    inside = {id(item) for item in article.content}
    found: list[Node | Traced] = []
    for depth in range(len(path) - 2, -1, -1):
        content = path[depth].content
        at = next(i for i, item in enumerate(content) if item is path[depth + 1])
        for item in content[at + 1 :]:
            if _reaches(item, article, inside):
                found += _up_to(item, article, inside)
                return found
            if isinstance(item, Node) and not judge.rule(item) and not judge.sizes.only_links(item):
                found.append(item)
    return found


def _reaches(item: Node | Traced, article: Node, inside: set[int]) -> bool:
    if not isinstance(item, Node):
        return id(item) in inside
    return any(node is article or id(node) in inside for node in item.walk())


def _up_to(item: Node | Traced, article: Node, inside: set[int]) -> Iterator[Node | Traced]:
    """What ``item``, which holds the article, holds before it."""
    while isinstance(item, Node) and item is not article and id(item) not in inside:
        for child in item.content:
            if _reaches(child, article, inside):
                item = child
                break
            yield child
        else:
            return


def outside(page: Node, found: FoundArticle, judge: Judge) -> Iterator[Dropped]:
    """All text of the page that is not in the article."""
    kept = {id(item) for item in found.article.content}
    waiting: list[tuple[Node | Traced, str]] = [(page, FURNITURE)]
    while waiting:
        item, rule = waiting.pop()
        if id(item) in kept:
            continue
        if isinstance(item, Node):
            mine = judge.rule(item, within=False)
            inner = mine if mine == SCRIPT or (mine and rule == FURNITURE) else rule
            waiting += ((child, inner) for child in reversed(item.content))
            if isinstance(said := item.attributes.get("alt"), Traced):
                yield Dropped(said, inner)
        elif not item.isspace():
            yield Dropped(item, rule)


# -- with trafilatura's advice ----------------------------------------------------------------------------


def _advised(body: Node, advice: Advice, judge: Judge) -> Node | None:
    """The stretch of the page between the first and the last block that trafilatura takes, with its neighbours.

    None where the blocks found in its ``advice`` are less than half of that.
    """
    taken, held = [], ""
    for path in leaf_blocks(body, judge, within=False):
        own = key(path[-1].words)
        if len(own) >= LEAST_TOLD and own in advice.key and (own not in held or advice.key.count(own) > 1):
            taken.append(path)
            held += own
    if not taken or len(held) < ARTICLE_SHARE * len(advice.key):
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
    while first and _goes_with(holder.content[first - 1], judge):
        first -= 1
    while last + 1 < len(holder.content) and _goes_with(holder.content[last + 1], judge):
        last += 1
    return Node("#article", holder.attributes, holder.content[first : last + 1])


def _goes_with(item: Node | Traced, judge: Judge) -> bool:
    """Whether a neighbour of the text belongs to it: no furniture, no menu of links."""
    if not isinstance(item, Node):
        return True
    menu = judge.sizes.of_links(item) and sum(each.tag == "a" for each in item.walk()) >= LEAST_LINKS
    return not menu and not judge.rule(item, within=False)
