"""Links within a release lead to the first word of a place that is there; whatever leads nowhere is only words."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings

from oimpress.model.anchors import is_within, tied
from oimpress.model.codec import from_xml, to_xml
from oimpress.model.nodes import Anchor, Call, Emphasis, Inline, Inlines, Link, Para, Release, Strong, Text
from oimpress.model.runs import flatten, inlines, spans
from oimpress.model.traced import Traced, inserted
from oimpress.model.walk import runs
from tests.strategies import releases

TO = Link("#b", (Text("plus bas"),))


def words(text: str) -> Inlines:
    return (Text(text),)


def release(*parts: Inlines, title: Inlines = ()) -> Release:
    return Release("r", title=title, body=tuple(Para(inlines(*part)) for part in parts))


def second(*parts: Inline | str) -> Inlines:
    """What becomes of a paragraph to which the first one leads as ``b``."""
    block = tied(release((TO,), inlines(*parts)), lambda _: "a1").release.body[1]
    assert isinstance(block, Para)
    return block.children


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ((Anchor("b", words("Le budget")),), (Anchor("a1", words("Le")), Text(" budget"))),
        ((Anchor("b", words("«\u00a0Le")), " mot"), (Anchor("a1", words("«")), Text("\u00a0Le mot"))),
        ((Anchor("b", words(" ")), "Le budget"), (Text(" "), Anchor("a1", words("Le")), Text(" budget"))),
        ((Strong((Anchor("b", words("Le budget")),)),), (Strong((Anchor("a1", words("Le")), Text(" budget"))),)),
        (
            (Anchor("b", (Emphasis(words("Le")), Text(" budget"))),),
            (Emphasis((Anchor("a1", words("Le")),)), Text(" budget")),
        ),
        (
            (Link("https://a.fr", (Anchor("b", words("Un lien")),)),),
            (Anchor("a1", (Link("https://a.fr", words("Un lien")),)),),
        ),
        ((Call("n1", (Anchor("b", words("1")),)),), (Anchor("a1", (Call("n1", words("1")),)),)),
        (
            (Link("https://a.fr", words("Un")), " ", Link("https://b.fr", (Text("deux "), Anchor("b", words("mots"))))),
            (
                Link("https://a.fr", words("Un")),
                Text(" "),
                Anchor("a1", (Link("https://b.fr", words("deux mots")),)),
            ),
        ),
        (
            (Link("https://a.fr", words("Un")), Anchor("b", words(" deux"))),
            (Link("https://a.fr", words("Un")), Text(" "), Anchor("a1", words("deux"))),
        ),
    ],
)
def test_an_anchor_is_the_first_word_of_its_place(before: tuple[Inline | str, ...], after: Inlines) -> None:
    assert second(*before) == after


def test_what_no_link_leads_to_and_what_leads_nowhere_are_words() -> None:
    made = release((Anchor("c", words("Un lieu")),), (Link("#nulle-part", words("là")), Text(" et "), TO))
    done = tied(made)
    assert done.release == release(words("Un lieu"), words("là et plus bas"))
    assert done.lost == ("là", "plus bas")


def test_the_first_of_two_is_meant_and_two_names_of_a_place_are_one() -> None:
    other = Link("#c", words("ici"))
    place = (Anchor("b", (Anchor("c", words("Le")),)), Text(" budget"))
    done = tied(release((TO, Text(" ou "), other), place, (Anchor("b", words("Encore")),)), str.upper).release
    to = (Link("#B", words("plus bas")), Text(" ou "), Link("#B", words("ici")))
    assert done == release(to, (Anchor("B", words("Le")), Text(" budget")), words("Encore"))


def test_two_places_in_one_link_are_the_link() -> None:
    place = Link("https://a.fr", (Text("Un "), Anchor("b", words("lien")), Text(" et "), Anchor("c", words("long"))))
    done = tied(release((TO, Link("#c", words("là"))), (Text("Voir "), place))).release
    link = Link("https://a.fr", words("Un lien et long"))
    assert done == release((TO, Link("#b", words("là"))), (Text("Voir "), Anchor("b", (link,))))
    assert tied(done).release == done


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            (Strong(words("Voir ")), Anchor("b", words("l’")), Anchor("c", words("eau claire"))),
            (Strong(words("Voir ")), Anchor("b", words("l’")), Anchor("c", words("eau")), Text(" claire")),
        ),
        (
            (Anchor("b", words("Un")), Text(" "), Strong((Anchor("c", words("lien long")),))),
            (Anchor("b", words("Un")), Text(" "), Strong((Anchor("c", words("lien")), Text(" long")))),
        ),
    ],
)
def test_two_places_next_to_each_other_are_two(before: Inlines, after: Inlines) -> None:
    to = (TO, Text(" ou "), Link("#c", words("ici")))
    assert tied(release(to, before)).release == release(to, after)


def test_many_places_in_one_paragraph_are_all_found() -> None:
    count = 2_000
    to = inlines(*(Link(f"#x{at}", words("a")) for at in range(count)))
    places = inlines(*(part for at in range(count) for part in (Anchor(f"x{at}", words("b")), Text(" "))))
    assert tied(release(to, places)) == (release(to, places), ())


def test_nothing_leads_to_the_head() -> None:
    done = tied(release((TO,), title=(Anchor("b", words("La piscine")),)))
    assert done.release == release(words("plus bas"), title=words("La piscine"))
    assert done.lost == ("plus bas",)


def test_a_release_without_links_within_it_is_the_same() -> None:
    made = release((Text("Voir "), Link("https://a.fr/#b", words("là"))), (Strong(words("Fin")),))
    assert tied(made).release is made


def test_what_is_renamed_stands_where_it_did_for_the_same_reason() -> None:
    to = Link(inserted("#b", "R014", 7), words("plus bas"))
    done = tied(release((to,), (Anchor(inserted("b", "R014", 30), words("Fin")),)), lambda _: "a1").release
    texts = [each for run in runs(done) for kind in (Link, Anchor) for _, _, each in spans(run.children, kind)]
    for each, text, at in zip(texts, ("#a1", "a1"), (7, 30), strict=True):
        said = each.href if isinstance(each, Link) else each.id if isinstance(each, Anchor) else ""
        assert isinstance(said, Traced)
        assert (str(said), said.pieces[0].start, said.pieces[0].edits) == (text, at, "R014")


@given(made=releases)
@settings(max_examples=25)
def test_every_link_has_its_place_and_no_word_changes(made: Release) -> None:
    done = tied(made).release
    assert [str(flatten(run.children)) for run in runs(done)] == [str(flatten(run.children)) for run in runs(made)]
    found = [(kind, each) for run in runs(done) for kind in (Link, Anchor) for _, _, each in spans(run.children, kind)]
    places = Counter(str(each.id) for _, each in found if isinstance(each, Anchor))
    links = {str(each.href)[1:] for _, each in found if isinstance(each, Link) and is_within(each.href)}
    assert set(places) == links
    assert set(places.values()) <= {1}
    assert tied(done) == (done, ())
    assert from_xml(to_xml(done)) == done
