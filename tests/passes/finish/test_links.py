"""Addresses in running text become links; those that are linked, too long or bare words stay as they are."""

from __future__ import annotations

import pytest

from oimpress.model.nodes import Code, Contact, Inlines, Link, Para, Release, Strong, Text
from oimpress.model.traced import Traced, of_source
from oimpress.passes.finish.limits import LONGEST_ADDRESS
from oimpress.passes.finish.links import links


def linked(*run: Text | Strong | Link | Code) -> Inlines:
    (block,) = links(Release("x", body=(Para(run),))).value.body
    assert isinstance(block, Para)
    return block.children


@pytest.mark.parametrize(
    ("address", "url"),
    [
        ("https://www.iom.int/fr?a=1", "https://www.iom.int/fr?a=1"),
        ("http://iom.int", "http://iom.int"),
        ("www.iom.int/fr", "https://www.iom.int/fr"),
        ("WWW.IOM.INT", "https://WWW.IOM.INT"),
        ("asow@iom.int", "mailto:asow@iom.int"),
        ("mailto:asow@iom.int", "mailto:asow@iom.int"),
    ],
)
def test_an_address_becomes_a_link(address: str, url: str) -> None:
    found = linked(Text(of_source(f"Voir {address}, et « {address} ».")))
    assert found == (
        Text("Voir "),
        Link(url, (Text(address),)),
        Text(", et « "),
        Link(url, (Text(address),)),
        Text(" »."),
    )
    one = found[1]
    assert isinstance(one, Link)
    assert isinstance(one.href, Traced)
    assert {piece.edits for piece in one.href.pieces} == {"A003"}
    assert linked(Text(address)) == (Link(url, (Text(address),)),)


@pytest.mark.parametrize(
    "text", ["Au nord.La pluie", "iom.int", "12/2024", "a/b", "@presse", "Wikipédia et www", "http://", ""]
)
def test_other_words_stay(text: str) -> None:
    given = (Text(of_source(text)),) if text else ()
    assert linked(*given) == given


def test_what_is_linked_or_code_stays() -> None:
    for one in (Link("https://x.fr", (Text("www.iom.int"),)), Code((Text("www.iom.int"),))):
        assert linked(Text("Voir "), one, Text(" et là")) == (Text("Voir "), one, Text(" et là"))
        made = linked(Text("www.a.fr "), one, Text(" www.b.fr"))
        assert [type(each) for each in made] == [Link, Text, type(one), Text, Link]


def test_an_address_right_before_what_is_code_is_linked() -> None:
    code = Code((Text("»"),))
    assert [type(each) for each in linked(Text("www.a.fr"), code)] == [Link, Code]


@pytest.mark.parametrize(("size", "is_link"), [(LONGEST_ADDRESS, True), (LONGEST_ADDRESS + 1, False)])
def test_a_long_address_is_linked_up_to_its_limit(size: int, is_link: bool) -> None:
    assert isinstance(linked(Text("https://iom.int/".ljust(size, "x")))[0], Link) is is_link


def test_an_address_that_a_link_holds_in_part_stays() -> None:
    part = Link("https://x.fr", (Text("iom"),))
    run = (Text("www."), part, Text(".int/fr"))
    assert linked(*run) == run


def test_the_markup_inside_of_an_address_stays() -> None:
    assert linked(Text("www."), Strong((Text("iom"),)), Text(".int")) == (
        Link("https://www.iom.int", (Text("www."), Strong((Text("iom"),)), Text(".int"))),
    )


def test_what_is_too_long_for_an_address_is_left_alone() -> None:
    long = "https://iom.int/" + "x" * 100_000
    assert linked(Text(f"{long} www.iom.int")) == (
        Text(f"{long} "),
        Link("https://www.iom.int", (Text("www.iom.int"),)),
    )


def test_only_prose_is_linked() -> None:
    given = Release("x", title=(Text("Voir www.iom.int"),), contacts=(Contact("www.iom.int"),))
    assert links(given).value == given
