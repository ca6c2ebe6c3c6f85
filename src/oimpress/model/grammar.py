"""How each node is written: its element, and which part of the element every field is.

One table, read by the walk (paths), by the codec (both ways) and checked against the RELAX NG schema.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, Literal, NamedTuple, TypeAlias

from oimpress.model import nodes

How: TypeAlias = Literal["attribute", "flag", "text", "texts", "inlines", "node", "nodes"]


class Part(NamedTuple):
    """One field of a node.

    ``name`` is the attribute or child element that holds it; empty for the element's own content. ``inside`` names a
    wrapping element ("head"). ``words`` are the attribute's words for False and True. What is ``required`` is never
    empty.
    """

    field: str
    how: How
    name: str = ""
    inside: str = ""
    words: tuple[str, ...] = ()
    required: bool = False


class Shape(NamedTuple):
    """One node's element. ``fixed`` are attributes that tell it from others of the same name."""

    element: str
    parts: tuple[Part, ...]
    fixed: Mapping[str, str] = {}

    @property
    def is_leaf(self) -> bool:
        """Whether the element's own content is text, so that white space in it counts."""
        return any(not part.name and part.how in ("text", "inlines") for part in self.parts)


CHILDREN = Part("children", "inlines", required=True)
TEXT = Part("text", "text")
BLOCKS = Part("blocks", "nodes")
SOME_BLOCKS = BLOCKS._replace(required=True)
ATTRIBUTION = Part("attribution", "inlines", "attribution")


def _attribute(field: str, name: str = "") -> Part:
    return Part(field, "attribute", name or field)


GRAMMAR: dict[type[Any], Shape] = {
    nodes.Emphasis: Shape("em", (CHILDREN,)),
    nodes.Strong: Shape("strong", (CHILDREN,)),
    nodes.Link: Shape("link", (_attribute("href"), CHILDREN)),
    nodes.Foreign: Shape("foreign", (_attribute("lang", "xml:lang"), CHILDREN)),
    nodes.Superscript: Shape("sup", (CHILDREN,)),
    nodes.Break: Shape("br", ()),
    nodes.Para: Shape("p", (CHILDREN,)),
    nodes.Section: Shape("section", (Part("heading", "inlines", "heading", required=True), BLOCKS)),
    nodes.Item: Shape("item", (SOME_BLOCKS,)),
    nodes.List: Shape(
        "list",
        (
            Part("ordered", "flag", "kind", words=("bullet", "ordered")),
            _attribute("marker"),
            Part("items", "nodes", required=True),
        ),
    ),
    nodes.Quote: Shape("quote", (SOME_BLOCKS, ATTRIBUTION)),
    nodes.Aside: Shape("aside", (_attribute("kind"), Part("heading", "inlines", "heading"), BLOCKS, ATTRIBUTION)),
    nodes.Cell: Shape("cell", (Part("header", "flag", "role", words=("", "header")), Part("children", "inlines"))),
    nodes.Row: Shape("row", (Part("cells", "nodes", required=True),)),
    nodes.Table: Shape("table", (Part("rows", "nodes", required=True),)),
    nodes.Figure: Shape(
        "figure",
        (
            _attribute("href"),
            _attribute("alt"),
            Part("caption", "inlines", "caption"),
            Part("credit", "inlines", "credit"),
        ),
    ),
    nodes.Note: Shape("note", (CHILDREN,)),
    nodes.Place: Shape("place", (_attribute("country"), TEXT)),
    nodes.Date: Shape("date", (_attribute("when"), TEXT)),
    nodes.Dateline: Shape("dateline", (Part("place", "node", "place"), Part("date", "node", "date"))),
    nodes.Embargo: Shape("embargo", (_attribute("until"), TEXT)),
    nodes.Words: Shape("value", (TEXT,)),
    nodes.Moment: Shape("value", (_attribute("when"), TEXT), {"type": "date"}),
    nodes.Money: Shape("value", (_attribute("amount"), _attribute("currency"), TEXT), {"type": "money"}),
    nodes.Countries: Shape("value", (_attribute("codes"), TEXT), {"type": "countries"}),
    nodes.Fact: Shape(
        "fact", (_attribute("name"), Part("label", "text", "label", required=True), Part("value", "node", "value"))
    ),
    nodes.Phone: Shape("phone", (_attribute("uri"), _attribute("kind"), TEXT)),
    nodes.Web: Shape("web", (_attribute("href"), TEXT)),
    nodes.Contact: Shape(
        "contact",
        (
            Part("name", "text", "name"),
            Part("role", "text", "role"),
            Part("organisation", "text", "organisation"),
            Part("phones", "nodes", "phone"),
            Part("emails", "texts", "email"),
            Part("webs", "nodes", "web"),
            Part("address", "text", "address"),
        ),
    ),
    nodes.SourceRef: Shape(
        "source",
        (
            _attribute("name"),
            _attribute("sha256"),
            _attribute("media_type", "media-type"),
            _attribute("reader"),
            _attribute("url"),
            _attribute("licence"),
        ),
    ),
    nodes.Release: Shape(
        "release",
        (
            _attribute("id"),
            _attribute("lang", "xml:lang"),
            _attribute("kind"),
            Part("issuer", "text", "issuer", "head"),
            Part("reference", "text", "reference", "head"),
            Part("embargo", "node", "embargo", "head"),
            Part("kicker", "inlines", "kicker", "head"),
            Part("title", "inlines", "title", "head"),
            Part("subtitle", "inlines", "subtitle", "head"),
            Part("dateline", "node", "dateline", "head"),
            Part("published", "attribute", "published/when", "head"),
            Part("facts", "nodes", "", "head/facts"),
            Part("body", "nodes", "", "body"),
            Part("contacts", "nodes", "", "contacts"),
            Part("about", "nodes", "", "about"),
            Part("source", "node", "source"),
        ),
    ),
}


@cache
def node_of(element: str, fixed: str = "") -> type[Any]:
    """The node class written as ``element`` with ``type="fixed"``. Raises KeyError when there is none."""
    for cls, shape in GRAMMAR.items():
        if shape.element == element and shape.fixed.get("type", "") == fixed:
            return cls
    raise KeyError(element)
