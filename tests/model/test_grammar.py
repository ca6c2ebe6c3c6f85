"""The table of elements: which class each is, and which part of it each field."""

from __future__ import annotations

import pytest

from oimpress.model import nodes
from oimpress.model.grammar import GRAMMAR, Part, Shape, node_of


@pytest.mark.parametrize(
    ("element", "fixed", "kind"),
    [
        ("p", "", nodes.Para),
        ("value", "", nodes.Words),
        ("value", "date", nodes.Moment),
        ("value", "money", nodes.Money),
        ("value", "countries", nodes.Countries),
        ("br", "", nodes.Break),
        ("release", "", nodes.Release),
    ],
)
def test_an_element_is_one_class(element: str, fixed: str, kind: type) -> None:
    assert node_of(element, fixed) is kind


@pytest.mark.parametrize(("element", "fixed"), [("h1", ""), ("value", "text"), ("p", "date")])
def test_what_is_no_element_is_no_class(element: str, fixed: str) -> None:
    with pytest.raises(KeyError, match=element):
        node_of(element, fixed)


def test_every_class_is_found_by_its_element() -> None:
    for kind, shape in GRAMMAR.items():
        assert node_of(shape.element, shape.fixed.get("type", "")) is kind


def test_leaves_hold_text_of_their_own() -> None:
    leaves = {shape.element for shape in GRAMMAR.values() if shape.is_leaf}
    assert {"p", "cell", "note", "pre", "em", "phone", "web", "value", "place"} <= leaves
    assert not leaves & {"section", "list", "item", "row", "table", "figure", "contact", "release", "fact", "br"}
    assert not Shape("x", (Part("text", "text", "name"),)).is_leaf
    assert not Shape("x", (Part("blocks", "nodes"),)).is_leaf


@pytest.mark.parametrize(("how", "is_one"), [("attribute", True), ("flag", True), ("count", True), ("text", False)])
def test_flags_and_counts_are_attributes(how: str, is_one: bool) -> None:
    assert Part("x", how).is_attribute is is_one  # type: ignore[arg-type]


def parts(kind: type) -> dict[str, Part]:
    return {part.field: part for part in GRAMMAR[kind].parts}


def test_texts_say_what_they_are_for() -> None:
    assert parts(nodes.Para)["children"].role == parts(nodes.Note)["children"].role == "prose"
    assert parts(nodes.Section)["heading"].role == parts(nodes.Release)["title"].role == "headline"
    assert parts(nodes.Quote)["attribution"].role == parts(nodes.Figure)["credit"].role == "byline"
    assert parts(nodes.Contact)["name"].role == parts(nodes.Figure)["alt"].role == "field"
    assert parts(nodes.Phone)["text"].role == parts(nodes.Contact)["emails"].role == "address"
    assert parts(nodes.Preformatted)["children"].role == "code"
    assert parts(nodes.Strong)["children"].role == "none"


def test_what_would_say_nothing_is_required() -> None:
    required = {
        f"{kind.__name__}.{part.field}" for kind, shape in GRAMMAR.items() for part in shape.parts if part.required
    }
    marked = ("Emphasis", "Strong", "Link", "Foreign", "Superscript", "Code", "Call", "Anchor")
    inner = {f"{kind}.children" for kind in marked}
    runs = {"Para.children", "Note.children", "Preformatted.children"}
    assert required == inner | runs | {
        *("Section.heading", "Item.blocks", "List.items", "Quote.blocks", "Row.cells", "Table.rows", "Fact.label"),
    }
