"""Films and players, which no output shows: what only says what one of them shows goes with it."""

from __future__ import annotations

from oimpress.readers.html.furniture import ALTERNATE, SPLIT, TAGS, Judge
from oimpress.readers.html.tree import IMAGES
from oimpress.readers.shared.tree import Node

PLAYERS = frozenset(tag for tag, rule in TAGS.items() if rule == ALTERNATE) - {"canvas", "noscript", "svg"}
CALLED = frozenset({"player", "video", "videoplayer"})


def leave_films(page: Node, judge: Judge) -> None:
    """Put the captions of figures of nothing but players into ``judge.gone``, unless a link leads to the film."""
    for figure in page.walk():
        captions = [node for node in figure.walk() if node.tag == "figcaption"] if figure.tag == "figure" else []
        if captions and _is_film(figure, captions, judge):
            judge.gone |= {
                id(node): ALTERNATE for node in captions if not any(each.get("href") for each in node.walk())
            }


def _is_film(figure: Node, captions: list[Node], judge: Judge) -> bool:
    """Whether a figure holds a player, or is called one, and beside it neither a picture nor words of its own."""
    inner = [node for node in figure.walk() if node is not figure]
    players = [node for node in inner if node.tag in PLAYERS]
    if any(node.tag in IMAGES or node.tag == "figure" for node in inner):
        return False
    called = not CALLED.isdisjoint(word.lower() for word in SPLIT.split(figure.get("class")))
    told = sum(judge.sizes.of(node).all for node in (*captions, *players))
    return (called or bool(players)) and judge.sizes.of(figure).all <= told
