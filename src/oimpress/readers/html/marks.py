"""What the names on elements say of the lines in them: kicker, standfirst, title, day."""

from __future__ import annotations

from oimpress.readers.html.furniture import SPLIT
from oimpress.readers.html.tree import LOOSE
from oimpress.readers.shared.tree import Node

# Words of class names, ids and itemprops that say what a line of the head is.
MARKS = {
    "kicker": ("surtitre", "kicker", "eyebrow", "overline", "pretitle", "suptitle", "overtitle", "label"),
    "subtitle": (
        "subtitle",
        "subtitre",
        "soustitre",
        "sous-titre",
        "subheading",
        "subhead",
        "subheadline",
        "alternativeheadline",
    ),
    "standfirst": ("chapo", "chapeau", "standfirst", "intro", "introduction", "lead", "accroche", "summary", "excerpt"),
    "title": ("headline", "article-title", "entry-title", "post-title"),
    "date": ("date", "datepublished", "published", "pubdate", "entry-date", "post-date", "dateline"),
}


def marks_of(node: Node) -> frozenset[str]:
    """What the names on ``node`` say its lines are."""
    node = _only(node) if node.tag == LOOSE else node
    named = f"{node.get('class')} {node.get('itemprop')} {node.get('id')}".lower().split()
    whole = {*named, *(part for name in named for part in SPLIT.split(name))}
    found = {mark for mark, names in MARKS.items() if not whole.isdisjoint(names)}
    return frozenset(found | ({"date"} if node.tag == "time" else set()))


def _only(box: Node) -> Node:
    """The only element in ``box`` that says something; itself where there are several, or words beside."""
    inner = [item for item in box.content if isinstance(item, Node) or not item.isspace()]
    return inner[0] if len(inner) == 1 and isinstance(inner[0], Node) else box
