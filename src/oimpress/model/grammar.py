"""How each node is written: its element, and which part of the element every field is.

One table, read by the walk (paths), by the codec (both ways) and checked against the RELAX NG schema.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, Literal, NamedTuple, TypeAlias

from oimpress.model import nodes

How: TypeAlias = Literal["attribute", "flag", "count", "text", "texts", "inlines", "node", "nodes"]
#: What a text is for: ``prose`` is read, a ``headline`` takes no full stop, a ``byline`` names people, a ``field`` says
#: one thing, an ``address`` is dialled, written to or visited, ``code`` is of machines, ``none`` is no text.
Role: TypeAlias = Literal["prose", "headline", "byline", "field", "address", "code", "none"]


class Part(NamedTuple):
    """One field of a node.

    ``name`` is the attribute or child element that holds it; empty for the element's own content. ``inside`` names a
    wrapping element ("head"). ``words`` are the attribute's words for False and True; a ``count`` of one is left out.
    What is ``required`` is never empty. ``role`` says what a text is for.
    """

    field: str
    how: How
    name: str = ""
    inside: str = ""
    words: tuple[str, ...] = ()
    required: bool = False
    role: Role = "none"

    @property
    def is_attribute(self) -> bool:
        """Whether it is an attribute rather than text or nodes."""
        return self.how in ("attribute", "flag", "count")


class Shape(NamedTuple):
    """One node's element. ``fixed`` are attributes that tell it from others of the same name."""

    element: str
    parts: tuple[Part, ...]
    fixed: Mapping[str, str] = {}

    @property
    def is_leaf(self) -> bool:
        """Whether the element's own content is text, so that white space in it counts."""
        return any(not part.name and part.how in ("text", "inlines") for part in self.parts)


def _attribute(field: str, name: str = "") -> Part:
    return Part(field, "attribute", name or field)


def _run(role: Role) -> Part:
    """The element's own text with markup."""
    return Part("children", "inlines", required=True, role=role)


def _line(field: str, role: Role, inside: str = "", required: bool = False) -> Part:
    """A child element with markup."""
    return Part(field, "inlines", field, inside, required=required, role=role)


def _word(field: str, inside: str = "", required: bool = False) -> Part:
    """A child element of one line without markup."""
    return Part(field, "text", field, inside, required=required, role="field")


INNER = _run("none")  # of markup, which stands in a run already
TEXT = Part("text", "text", role="field")
ADDRESS = TEXT._replace(role="address")
BLOCKS = Part("blocks", "nodes")
SOME_BLOCKS = BLOCKS._replace(required=True)
ATTRIBUTION = _line("attribution", "byline")


GRAMMAR: dict[type[Any], Shape] = {
    nodes.Emphasis: Shape("em", (INNER,)),
    nodes.Strong: Shape("strong", (INNER,)),
    nodes.Link: Shape("link", (_attribute("href"), INNER)),
    nodes.Foreign: Shape("foreign", (_attribute("lang", "xml:lang"), INNER)),
    nodes.Superscript: Shape("sup", (INNER,)),
    nodes.Code: Shape("code", (INNER,)),
    nodes.Call: Shape("call", (_attribute("to"), INNER)),
    nodes.Anchor: Shape("anchor", (_attribute("id"), INNER)),
    nodes.Break: Shape("br", ()),
    nodes.Para: Shape("p", (_run("prose"),)),
    nodes.Section: Shape("section", (_line("heading", "headline", required=True), BLOCKS)),
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
    nodes.Aside: Shape("aside", (_attribute("kind"), _line("heading", "headline"), BLOCKS, ATTRIBUTION)),
    nodes.Cell: Shape(
        "cell",
        (
            Part("header", "flag", "role", words=("", "header")),
            Part("columns", "count", "columns"),
            Part("rows", "count", "rows"),
            _attribute("align"),
            _run("prose")._replace(required=False),
        ),
    ),
    nodes.Row: Shape("row", (Part("cells", "nodes", required=True),)),
    nodes.Table: Shape("table", (_line("caption", "prose"), Part("rows", "nodes", required=True))),
    nodes.Figure: Shape(
        "figure",
        (
            _attribute("href"),
            _attribute("alt")._replace(role="field"),
            _line("caption", "prose"),
            _line("credit", "byline"),
        ),
    ),
    nodes.Note: Shape("note", (_attribute("id"), _run("prose"))),
    nodes.Preformatted: Shape("pre", (_run("code"),)),
    nodes.Place: Shape("place", (_attribute("country"), TEXT)),
    nodes.Date: Shape("date", (_attribute("when"), TEXT)),
    nodes.Dateline: Shape("dateline", (Part("place", "node", "place"), Part("date", "node", "date"))),
    nodes.Embargo: Shape("embargo", (_attribute("until"), TEXT)),
    nodes.Words: Shape("value", (TEXT,)),
    nodes.Moment: Shape("value", (_attribute("when"), TEXT), {"type": "date"}),
    nodes.Money: Shape("value", (_attribute("amount"), _attribute("currency"), TEXT), {"type": "money"}),
    nodes.Countries: Shape("value", (_attribute("codes"), TEXT), {"type": "countries"}),
    nodes.Fact: Shape("fact", (_attribute("name"), _word("label", required=True), Part("value", "node", "value"))),
    nodes.Phone: Shape("phone", (_attribute("uri"), _attribute("kind"), ADDRESS)),
    nodes.Web: Shape("web", (_attribute("href"), ADDRESS)),
    nodes.Contact: Shape(
        "contact",
        (
            _word("name"),
            _word("role"),
            _word("organisation"),
            Part("phones", "nodes", "phone"),
            Part("emails", "texts", "email", role="address"),
            Part("webs", "nodes", "web"),
            _word("address"),
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
            _attribute("author"),
            _attribute("description"),
            _attribute("image"),
        ),
    ),
    nodes.Release: Shape(
        "release",
        (
            _attribute("id"),
            _attribute("lang", "xml:lang"),
            _attribute("kind"),
            _word("issuer", "head"),
            _word("reference", "head"),
            Part("embargo", "node", "embargo", "head"),
            _line("kicker", "headline", "head"),
            _line("title", "headline", "head"),
            _line("subtitle", "headline", "head"),
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
