"""Contacts for the press that a page sets beside its article or above it, in a column or a box of their own."""

from __future__ import annotations

from collections.abc import Iterator

from oimpress.knowledge.addresses import has_mail
from oimpress.knowledge.labels import labelled
from oimpress.knowledge.phones import MANY_DIGITS
from oimpress.readers.html.bylines import words_of
from oimpress.readers.html.furniture import Judge
from oimpress.readers.html.limits import LONGEST_BOX
from oimpress.readers.html.tree import HEADINGS
from oimpress.readers.shared.tree import Node

PRESS = labelled(
    r"(?:vos? |nos? )?(?:contacts?|relations?|service|bureau)\b[^.!?]{0,30}(?<!\w)(?&press)\b"
    r"|(?:press|media)(?: and media)? (?:contacts?|office|relations|enquiries|inquiries)"
    r"|contactos? (?:de|para la) prensa"
)
# « Vos contacts » alone are of the press where what stands below says so: a function, « presse@… ».
PLAIN = labelled(r"(?:vos |nos )?contacts?\b(?! *@)")
FOR_PRESS = labelled(
    r"(?:relations?|attaché\w*|chargé\w*|responsable|service|bureau)\b[^.!?@\d]*(?<!\w)(?&press)\b|\bpresse?@"
)


def contacts_beside(body: Node, article: Node, judge: Judge) -> Iterator[Node]:
    """The elements around ``article``, no furniture, that open by calling themselves contacts for the press.

    Each holds an address or a number; a box that holds neither is none, and neither is what heads every page.
    """
    inside = {id(article), *(id(item) for item in article.content)}
    waiting: list[Node] = [body]
    while waiting:
        node = waiting.pop()
        if id(node) in inside or node.tag == "header":
            continue
        if is_contact_box(node, judge) and not any(id(inner) in inside for inner in node.walk()):
            yield node
        elif not judge.rule(node, within=False):
            waiting += reversed(node.elements())


def is_contact_box(node: Node, judge: Judge) -> bool:
    """Whether an element opens by calling itself contacts for the press, and says how to reach somebody."""
    if judge.sizes.of(node).all > LONGEST_BOX or node.tag in HEADINGS or judge.rule(node, within=False):
        return False
    text = words_of(node)
    opens = PRESS.match(text) or (PLAIN.match(text) and FOR_PRESS.search(text))
    return opens is not None and (has_mail(text) or MANY_DIGITS.search(text) is not None)
