"""What a page states of itself: in ``<meta>``, JSON-LD, microdata, RDFa and the ``<time>`` of its article."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from oimpress.knowledge.addresses import is_on_the_web
from oimpress.knowledge.dates import find_date, undotted
from oimpress.patterns import lazy
from oimpress.readers.html.limits import DEEPEST_JSON, LONGEST_DAY
from oimpress.readers.shared.tree import Node
from oimpress.records import record

STATED = "R045"
UTC = lazy(r"T\d\d:\d\d[\d:.]*(?:Z|[+-]00:?00)$")
DAY = lazy(r"\s*((?:19|20)\d\d)-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])(?=\D|$)")
# In the order in which they are believed. Sources: the Open Graph protocol, Dublin Core, schema.org.
DATES = (
    "article:published_time", "og:published_time", "og:article:published_time", "datepublished", "publishdate",
    "publish-date", "pubdate", "publication_date", "published_date", "sailthru.date", "parsely-pub-date",
    "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date",
    "citation_publication_date",
    "cxenseparse:recs:publishtime", "article:published", "date", "datecreated",
)  # fmt: skip
CHANGED = lazy("modif|update|revis")
TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title")
WRITERS = ("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author")
ACCOUNTS = frozenset({"admin", "administrateur", "administrator", "administrador", "webmaster", "webmestre", "root"})
WORKS = lazy(r"(?:News|Blog|Tech|Report|Scholarly)?(?:Article|Posting)|Report|WebPage|PressRelease", re.IGNORECASE)
PUBLISHED_CLASS = frozenset({"published", "entry-date", "post-date", "dt-published", "date-published", "pubdate"})


@record
class Stated:
    """``published`` is a day in ISO 8601; ``titles`` are what the page is called, for other sites and in the window;
    ``changed`` are the days on which it was changed. ``universal``: the day is that of Greenwich, and can be another
    where the page was written."""

    published: str = ""
    titles: tuple[str, ...] = ()
    author: str = ""
    language: str = ""
    address: str = ""
    description: str = ""
    image: str = ""
    changed: frozenset[str] = frozenset()
    universal: bool = False


def stated(page: Node) -> Stated:
    """What ``page`` says of itself; what it does not say is empty."""
    nodes = list(page.walk())
    metas = _metas(nodes)
    works = tuple(_works(nodes))
    titles = [*_all(metas, TITLES), *(node.words for node in nodes if node.tag == "title")]
    titles += [_text(work.get("headline")) for work in works]
    published = _published(nodes, metas, works)
    return Stated(
        day_of(published),
        tuple(dict.fromkeys(text for each in titles if (text := " ".join(each.split())))),
        _first(filter(_is_name, (*_all(metas, WRITERS), *(_names(work.get("author")) for work in works)))),
        _first((*_all(metas, ("content-language", "dc.language")), *(_text(work.get("inLanguage")) for work in works))),
        _address(nodes, metas),
        _first(_all(metas, ("og:description", "description", "dc.description"))),
        next(filter(is_on_the_web, _all(metas, ("og:image", "og:image:url", "twitter:image"))), ""),
        _changed(metas, works),
        UTC.search(published) is not None,
    )


def _metas(nodes: Iterable[Node]) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in nodes:
        if node.tag == "meta" and (content := node.get("content").strip()):
            for name in ("property", "name", "itemprop", "http-equiv"):
                if said := node.get(name).strip().lower():
                    found.setdefault(said, content)
    return found


def _all(metas: dict[str, str], names: Sequence[str]) -> Iterator[str]:
    return (metas[name] for name in names if name in metas)


def _first(texts: Iterable[str]) -> str:
    return next((text for each in texts if (text := " ".join(each.split()))), "")


# -- JSON-LD ----------------------------------------------------------------------------------------------


def _works(nodes: Iterable[Node]) -> Iterator[dict[str, Any]]:
    """The objects of JSON-LD that are a text; articles before the pages they stand on."""
    found: list[dict[str, Any]] = []
    for node in nodes:
        if node.tag == "script" and node.get("type").lower().startswith("application/ld+json"):
            try:
                found += _objects(json.loads("".join(node.texts()), strict=False), DEEPEST_JSON)
            except (ValueError, RecursionError):
                continue
    known = [each for each in found if WORKS.fullmatch(_text(each.get("@type")))]
    return iter(sorted(known, key=lambda work: _text(work.get("@type")) == "WebPage"))


def _objects(value: object, depth: int) -> Iterator[dict[str, Any]]:
    if not depth:
        return
    if isinstance(value, dict):
        yield value
        for inner in (value.get("@graph"), value.get("mainEntity"), value.get("mainEntityOfPage")):
            yield from _objects(inner, depth - 1)
    elif isinstance(value, list):
        for each in value:
            yield from _objects(each, depth - 1)


def _text(value: object) -> str:
    """A text of JSON-LD, or the first of several."""
    if isinstance(value, list):
        value = value[0] if value else ""
    return value if isinstance(value, str) else ""


def _names(value: object) -> str:
    """The names of one or several persons or offices."""
    each = value if isinstance(value, list) else [value]
    return ", ".join(filter(None, (_text(one.get("name")) if isinstance(one, dict) else _text(one) for one in each)))


def _is_name(said: str) -> bool:
    """Whether it is no address, as Facebook wants it, and no account that everybody has."""
    return not is_on_the_web(said) and said.strip().lower() not in ACCOUNTS


# -- the day, the address ---------------------------------------------------------------------------------


def _published(nodes: Sequence[Node], metas: dict[str, str], works: Sequence[dict[str, Any]]) -> str:
    """What the page says first that names the day of publication."""
    said = [*_all(metas, DATES), *(_text(work.get("datePublished")) for work in works), *_marked_dates(nodes)]
    return next((each.strip() for each in said if day_of(each)), "")


def _changed(metas: dict[str, str], works: Sequence[dict[str, Any]]) -> frozenset[str]:
    said = [metas[name] for name in metas if CHANGED.search(name)]
    said += [_text(work.get("dateModified")) for work in works]
    return frozenset(filter(None, map(day_of, said)))


def day_of(text: str) -> str:
    """The day that a machine's date names, as it was where it was written; also of one written for people."""
    if found := DAY.match(text):
        return "-".join(found.groups())
    written = find_date(undotted(text)) if len(text) <= LONGEST_DAY else None
    return written.when if written else ""


def _marked_dates(nodes: Sequence[Node]) -> Iterator[str]:
    """The dates of elements that say they hold the day of publication; then that of the only ``<time>``."""
    marked = [node for node in nodes if _says_published(node)]
    yield from map(_value, _nearest_first(marked, nodes))
    known = set(map(id, marked))
    times = [_value(node) for node in nodes if node.tag == "time" and id(node) not in known]
    if len(days := {day for each in times if (day := day_of(each))}) == 1:
        yield days.pop()


def _nearest_first(marked: Sequence[Node], nodes: Sequence[Node]) -> Sequence[Node]:
    """Those of the text of the only ``<h1>`` before those of other texts, which menus and teasers name."""
    titles = [node for node in nodes if node.tag == "h1"]
    if len(marked) < 2 or len(titles) != 1:
        return marked
    holders = {id(child): node for node in nodes for child in node.elements()}
    around = [titles[0]]
    while holder := holders.get(id(around[-1])):
        around.append(holder)
    steps = {id(node): at for at, node in enumerate(around)}  # from the title up to the first that holds both
    for node in nodes:
        for child in node.elements():
            steps.setdefault(id(child), steps[id(node)])
    return sorted(marked, key=lambda node: steps[id(node)])


def _says_published(node: Node) -> bool:
    """Whether microdata, RDFa, or the class names of a date say that it is the day of publication."""
    names = {*node.get("itemprop").lower().split(), *node.get("property").lower().split()}
    if not names.isdisjoint(("datepublished", "schema:datepublished", "dc:date", "dc:issued")):
        return True
    if PUBLISHED_CLASS.isdisjoint(node.get("class").split()):
        return node.tag in ("time", "abbr") and "pubdate" in node.attributes
    return node.tag in ("time", "abbr") or len(node.words) <= LONGEST_DAY


def _value(node: Node) -> str:
    title = node.get("title") if node.tag == "abbr" else ""
    return node.get("content") or node.get("datetime") or title or node.words


def _address(nodes: Iterable[Node], metas: dict[str, str]) -> str:
    """The page's own address; empty when nothing tells it."""
    said = [node.get("href") for node in nodes if node.tag == "link" and "canonical" in node.get("rel").lower().split()]
    said += [metas.get("og:url", "")]
    return next((each for each in map(str.strip, said) if is_on_the_web(each)), "")
