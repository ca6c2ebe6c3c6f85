"""Places within a release are numbered in the order of the text; a link whose place is gone is told."""

from __future__ import annotations

from oimpress.model.nodes import Anchor, Inlines, Link, Para, Release, Section, Text
from oimpress.passes.finish.within import within


def words(text: str) -> Inlines:
    return (Text(text),)


def test_places_are_numbered_in_the_order_of_the_text() -> None:
    first = Para((Link("#fin", words("la fin")), Text(", "), Link("#budget", words("le budget"))))
    under = Section((Anchor("budget", words("Le")), Text(" budget")), (Para((Anchor("fin", words("Fin.")),)),))
    done = within(Release("r", body=(first, under)))
    assert done.value.body == (
        Para((Link("#a2", words("la fin")), Text(", "), Link("#a1", words("le budget")))),
        Section((Anchor("a1", words("Le")), Text(" budget")), (Para((Anchor("a2", words("Fin.")),)),)),
    )
    assert done.notices == ()
    assert within(done.value).value == done.value


def test_a_link_whose_place_was_left_out_is_told_once() -> None:
    lost = (Link("#menu", words("le menu")), Text(" et "), Link("#menu", words("le menu")))
    done = within(Release("r", body=(Para(lost),)))
    assert done.value.body == (Para(words("le menu et le menu")),)
    assert [(each.code, each.detail) for each in done.notices] == [("R097", "le menu")]


def test_other_links_stay() -> None:
    made = Release("r", body=(Para((Link("https://a.fr/#b", words("là")),)),))
    assert within(made).value is made
