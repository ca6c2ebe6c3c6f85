"""What elements say of the lines in them by their names: kicker, standfirst, title, day; and a day for machines."""

from __future__ import annotations

from oimpress.model.draft import ONLINE
from oimpress.readers.html.furniture import SPLIT
from oimpress.readers.html.stated import day_of
from oimpress.readers.html.tree import LOOSE
from oimpress.readers.shared.tree import Node

# Words of class names, ids and itemprops that say what a line of the head is.
MARKS = {
    "kicker": (
        "surtitre",
        "kicker",
        "eyebrow",
        "overline",
        "pretitle",
        "suptitle",
        "overtitle",
        "label",
        "antetitulo",
        "volanta",
    ),
    "subtitle": (
        "subtitle",
        "subtitre",
        "soustitre",
        "sous-titre",
        "subheading",
        "subhead",
        "subheadline",
        "alternativeheadline",
        "subtitulo",
        "bajada",
    ),
    "standfirst": (
        *("chapo", "chapeau", "standfirst", "intro", "introduction", "lead", "accroche", "summary", "excerpt"),
        *("entradilla", "copete"),
    ),
    "title": ("headline", "article-title", "entry-title", "post-title", "titulo", "titular", "contentheading"),
    "date": ("date", "datepublished", "published", "pubdate", "entry-date", "post-date", "dateline", "fecha"),
}
DATED = {"time": "datetime", "abbr": "title"}  # elements that name a day, and where they do


def marks_of(node: Node) -> frozenset[str]:
    """What ``node`` says its lines are."""
    node = _only(node) if node.tag == LOOSE else node
    named = f"{node.get('class')} {node.get('itemprop')} {node.get('id')}".lower().split()
    whole = {*named, *(part for name in named for part in SPLIT.split(name))}
    found = {mark for mark, names in MARKS.items() if not whole.isdisjoint(names)}
    if node.tag == "time":
        found.add("date")
    return frozenset(found | ({ONLINE} if _is_of_machines(node) else set()))


def _is_of_machines(node: Node) -> bool:
    """Whether ``node`` says nothing but a day that it has for machines too: when a page was published.

    Such are ``<time datetime>``, and ``<abbr title>`` as microformats have it.
    """
    while len(inner := node.elements()) == 1 and node.tag not in DATED:
        if any(isinstance(each, str) and each.strip() for each in node.content):
            return False
        node = inner[0]
    return bool(node.tag in DATED and day_of(node.get(DATED[node.tag])) and any(map(str.isdigit, node.words)))


def _only(box: Node) -> Node:
    """The only element in ``box`` that says something; itself where there are several, or words beside."""
    inner = [item for item in box.content if isinstance(item, Node) or not item.isspace()]
    return inner[0] if len(inner) == 1 and isinstance(inner[0], Node) else box
