"""Where elements of a page part words that run together, and addresses that links do not say."""

from __future__ import annotations

import pytest

from oimpress.model.nodes import Emphasis, Inlines, Link, Strong, Text
from oimpress.model.runs import flatten
from oimpress.model.traced import Traced, of_source
from oimpress.passes.foot.seams import hidden_mails, seams


def strong(text: str) -> Strong:
    return Strong((Text(text),))


def link(text: str, href: str = "https://a.fr") -> Link:
    return Link(of_source(href), (Text(text),))


@pytest.mark.parametrize(
    ("run", "at"),
    [
        ((strong("Anne Roy"), Text("Directrice")), [8]),
        ((Text("Anne Roy"), strong("Directrice")), [8]),
        ((Text("poste 15"), strong("Lui écrire")), [8]),
        ((Text("1"), strong("Lui écrire")), [1]),
        ((strong("Anne à"), Text("Directrice")), [6]),
        ((strong("poste 5"), Text("Lui écrire")), [7]),
        ((strong("Anne)"), Text("Directrice")), []),
        ((strong("Anne"), Text(" Roy")), []),
        ((strong("Anne"), Text("lise")), []),
        ((strong("ANNE"), Text("Roy")), []),
        ((strong("Anne"), Emphasis((Text("directrice"),))), [4]),
        ((strong("Anne"), Text("  "), link("directrice")), [4]),
        ((strong("Anne"), Text(" et "), link("lise")), []),
        ((strong("Tél. :"), link("02 33")), []),
        ((strong("Anne,"), link("lise")), []),
        ((strong("Anne-"), link("lise")), []),
        ((strong("Anne –"), link("lise")), []),
        ((strong("Anne Roy"),), []),
        ((Text("Anne Roy"),), []),
    ],
)
def test_where_elements_part_words(run: Inlines, at: list[int]) -> None:
    assert seams(run, str(flatten(run))) == at


def test_seams_come_in_their_order_and_once() -> None:
    run = (strong("Anne Roy"), link("Directrice"), Emphasis((Text("Lyon"),)), Text("Rhône"))
    assert seams(run, str(flatten(run))) == [8, 18, 22]


@pytest.mark.parametrize(
    ("href", "address", "around"),
    [
        ("mailto:a@x.example", "a@x.example", ["mailto:"]),
        ("mailto:a@x.example?subject=Presse", "a@x.example", ["mailto:", "?subject=Presse"]),
    ],
)
def test_a_mailbox_behind_other_words(href: str, address: str, around: list[str]) -> None:
    (found,) = hidden_mails((Text("Presse : "), link("lui écrire", href)))
    assert (found.start, found.end, found.address) == (9, 19, address)
    assert list(map(str, found.around)) == around
    assert isinstance(found.address, Traced)
    assert found.address.start == len("mailto:")


@pytest.mark.parametrize(
    "one",
    [link("a@x.example", "mailto:a@x.example"), link("lui écrire"), Link("mailto:a@x.example", (Text("écrire"),))],
)
def test_an_address_that_is_said_or_none_is_not_hidden(one: Link) -> None:
    assert list(hidden_mails((one, strong("Presse")))) == []
