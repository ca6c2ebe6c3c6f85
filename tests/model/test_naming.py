"""What the parts of a release are called in words."""

from __future__ import annotations

import pytest

from oimpress.model.grammar import GRAMMAR
from oimpress.model.naming import SILENT, block_name, element_names


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("head/title", "title"),
        ("head/facts/fact[2]/value", "project fact 2, value"),
        ("body/p[3]", "paragraph 3"),
        ("body/list[1]/item[2]/p[1]", "list 1, item 2"),
        ("body/list[1]/item[2]/p[2]", "list 1, item 2, paragraph 2"),
        ("body/quote[1]/p[1]", "quotation 1, paragraph 1"),
        ("body/p[1]", "paragraph 1"),
        ("contacts/contact[2]/name", "contact 2, name"),
        ("contacts/p[1]", "contacts, paragraph 1"),
        ("about/p[1]", "about the organisation, paragraph 1"),
        ("body/p[1]/link[2]/@href", "paragraph 1, link 2"),
        ("body/table[1]/row[2]/cell[3]", "table 1, row 2, cell 3"),
        ("contact[1]/phone[1]", "contact 1, phone 1"),
        ("body/odd[1]", "odd 1"),
    ],
)
def test_a_part_is_called_by_what_it_is_and_its_number(path: str, name: str) -> None:
    assert block_name(path, "en") == name


def test_parts_are_called_in_the_language_of_the_release() -> None:
    assert block_name("body/list[1]/item[2]/p[1]", "fr") == "liste 1, élément 2"


def test_every_element_that_somebody_reads_has_a_word_of_its_own() -> None:
    names = element_names(str)
    assert len(set(names.values())) == len(names)
    blocks = {"p", "section", "list", "item", "quote", "aside", "table", "row", "cell", "pre", "figure", "note"}
    assert blocks <= names.keys() & {shape.element for shape in GRAMMAR.values()}
    assert not SILENT & names.keys()
    assert names == {
        "issuer": "issuer", "reference": "number of the release", "embargo": "embargo", "kicker": "kicker",
        "title": "title", "subtitle": "subtitle", "dateline": "place and date", "fact": "project fact",
        "p": "paragraph", "section": "section", "heading": "heading", "list": "list", "item": "item",
        "quote": "quotation", "aside": "sidebar", "attribution": "attribution", "table": "table", "row": "row",
        "cell": "cell", "pre": "preformatted text", "figure": "picture", "caption": "caption", "credit": "credit",
        "note": "note", "contacts": "contacts", "contact": "contact", "name": "name", "role": "function",
        "organisation": "organisation", "phone": "phone", "email": "email", "web": "web page", "address": "address",
        "place": "place", "date": "date", "link": "link", "label": "label", "value": "value",
        "about": "about the organisation",
    }  # fmt: skip
