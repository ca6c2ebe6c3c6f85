"""What differs between two versions of a release."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings

from oimpress.model.comparison import Difference, by_words, differences
from oimpress.model.nodes import Anchor, Contact, Inlines, Link, Para, Release, SourceRef, Text
from oimpress.model.walk import slots
from tests.strategies import releases


def words(text: str) -> Inlines:
    return (Text(text),)


def paras(*texts: str) -> tuple[Para, ...]:
    return tuple(Para(words(text)) for text in texts)


TOLD = "Le centre accueillera 1 200 personnes dès mardi."
OTHER = "La ministre a salué cet accord « historique »."
BASE = Release("a", title=words("Un centre ouvre"), body=paras("Il ouvre mercredi à Lyon.", TOLD, OTHER))


@pytest.mark.parametrize(
    ("after", "told"),
    [
        (BASE, []),
        (
            replace(BASE, body=paras("Il ouvre mercredi à Lyon.", TOLD.replace("1 200", "12 000"), OTHER)),
            [("body/p[2]", TOLD, TOLD.replace("1 200", "12 000"))],
        ),
        (
            replace(BASE, body=paras("Il ouvre mercredi à Lyon.", OTHER)),
            [("body/p[2]", TOLD, "")],
        ),
        (
            replace(BASE, body=paras("Il ouvre mercredi à Lyon.", "Une phrase de plus.", TOLD, OTHER)),
            [("body/p[2]", "", "Une phrase de plus.")],
        ),
        # a new paragraph before one that was edited: the edit is told as one
        (
            replace(BASE, body=paras("Il ouvre mercredi à Lyon.", "De plus.", TOLD.replace("mardi", "jeudi"), OTHER)),
            [("body/p[2]", "", "De plus."), ("body/p[3]", TOLD, TOLD.replace("mardi", "jeudi"))],
        ),
        # a title is the title, whatever its words
        (replace(BASE, title=words("Accord signé")), [("head/title", "Un centre ouvre", "Accord signé")]),
        (
            replace(BASE, contacts=(Contact("Ana Roy", emails=("ana@oim.test",)),)),
            [("contacts/contact[1]/name", "", "Ana Roy"), ("contacts/contact[1]/email[1]", "", "ana@oim.test")],
        ),
    ],
)
def test_what_differs(after: Release, told: list[tuple[str, str, str]]) -> None:
    assert [(each.place, each.before, each.after) for each in differences(BASE, after)] == told


def test_the_address_of_a_link() -> None:
    one, other = (
        Release("a", body=(Para((Text("Voir "), Link(f"https://oim.test/{name}", words("la page")))),)) for name in "ab"
    )
    assert [each.place for each in differences(one, other)] == ["body/p[1]/link[1]/@href"]


def led(*parts: Inlines) -> Release:
    return Release("r", body=tuple(Para(part) for part in parts))


def test_places_within_are_told_by_their_words_for_their_numbers_change() -> None:
    budget, rooms = (Link("#a1", (Text("Le budget"),)),), (Anchor("a1", (Text("Budget"),)),)
    before = led(budget, rooms)
    more = (Link("#a1", (Text("Ici"),)),), (Anchor("a1", (Text("Salles"),)),)
    after = led(*more, (Link("#a2", (Text("Le budget"),)),), (Anchor("a2", (Text("Budget"),)),))
    assert not any("a1" in each.before or "a2" in each.after for each in differences(before, after))
    assert {each.before for each in differences(before, after)} == {""}
    elsewhere = led(budget, (Anchor("a1", (Text("Salles"),)),))
    assert {("#Budget", ""), ("", "#Salles")} <= {(each.before, each.after) for each in differences(before, elsewhere)}


def test_another_source_is_no_difference() -> None:
    one, other = (replace(BASE, source=SourceRef(name, name * 64, "text/plain", "text")) for name in "ab")
    assert differences(one, other) == ()


def test_the_words_of_an_edit() -> None:
    change = Difference("body/p[2]", "Il accueillera 1 200 personnes.", "Il accueillera 12 000 personnes.")
    told = [(piece.kind, piece.text) for piece in change.pieces()]
    assert told[0] == ("same", "Il accueillera ")
    assert "".join(text for kind, text in told if kind != "new") == change.before
    assert "".join(text for kind, text in told if kind != "gone") == change.after


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("un pont", "un pont", [("same", "un pont")]),
        ("", "un pont", [("new", "un pont")]),
        ("un pont", "", [("gone", "un pont")]),
        ("un pont rouvre", "un pont ferme", [("same", "un pont "), ("gone", "rouvre"), ("new", "ferme")]),
        ("un pont", "un vieux pont", [("same", "un "), ("new", "vieux "), ("same", "pont")]),
        ("12,5 % ici", "12,7 % ici", [("gone", "12,5"), ("new", "12,7"), ("same", " % ici")]),
        ("1\u202f200 ici", "1\u202f300 ici", [("gone", "1\u202f200"), ("new", "1\u202f300"), ("same", " ici")]),
        ("vu, dit", "vu ; dit", [("same", "vu"), ("gone", ","), ("new", " ;"), ("same", " dit")]),
    ],
)
def test_an_edit_is_told_word_by_word(before: str, after: str, told: list[tuple[str, str]]) -> None:
    assert [(piece.kind, piece.text) for piece in Difference("body/p[1]", before, after).pieces()] == told


def told(before: tuple[str, ...], after: tuple[str, ...]) -> list[tuple[str, str, str]]:
    """What differs between two bodies; the numbers of their paragraphs say where."""
    found = differences(Release("a", body=paras(*before)), Release("a", body=paras(*after)))
    return [(each.place.removeprefix("body/p"), each.before, each.after) for each in found]


def test_two_texts_are_an_edit_from_four_words_of_ten_on() -> None:
    assert told(("a b c d e",), ("a b x y z",)) == [("[1]", "a b c d e", "a b x y z")]
    assert told(("a b c d e f",), ("a b x y z t",)) == [("[1]", "a b c d e f", ""), ("[1]", "", "a b x y z t")]


def test_texts_stand_beside_those_that_they_share_most_with() -> None:
    one, other = "le pont rouvre samedi matin", "la gare ferme dimanche soir"
    assert told((one, other), (f"{other} enfin", f"{one} enfin")) == [
        ("[1]", one, ""),
        ("[1]", other, f"{other} enfin"),
        ("[2]", "", f"{one} enfin"),
    ]
    assert told((one,), ("un tout autre texte", f"{one} enfin", "et un autre")) == [
        ("[1]", "", "un tout autre texte"),
        ("[2]", one, f"{one} enfin"),
        ("[3]", "", "et un autre"),
    ]
    assert told(("un tout autre texte", one, "et un autre"), (f"{one} enfin",)) == [
        ("[1]", "un tout autre texte", ""),
        ("[1]", one, f"{one} enfin"),
        ("[3]", "et un autre", ""),
    ]


def test_what_two_edits_share_counts_for_more_than_what_one_does() -> None:
    before, after = ("a b c d", "e f g h"), ("a b c x", "e f g y")
    assert told(before, after) == [("[1]", "a b c d", "a b c x"), ("[2]", "e f g h", "e f g y")]


def test_two_edits_that_share_half_go_before_one_that_shares_nearly_all() -> None:
    first, second = "a b c d e f g h i j", "f g h i x q r s t u"
    assert told((first, second), ("a b c d e 1 2 3 4 5", "a b c d f g h i j x")) == [
        ("[1]", first, "a b c d e 1 2 3 4 5"),
        ("[2]", second, "a b c d f g h i j x"),
    ]


def test_a_stretch_of_very_many_texts_is_told_text_by_text() -> None:
    few, many = (tuple(f"texte {at} dit {word}" for at in range(201)) for word in ("ceci", "cela"))
    assert [(each[1] == "", each[2] == "") for each in told(few[:2], many[:2])] == [(False, False)] * 2
    assert len(told(few[:200], many[:200])) == 200
    whole = told(few, many)
    assert len(whole) == 402
    assert all(not before or not after for _, before, after in whole)


def test_texts_of_two_kinds_are_no_edit_of_each_other() -> None:
    before, after = Release("a", body=paras(TOLD)), Release("a", contacts=paras(TOLD))
    found = [(each.place, each.before, each.after) for each in differences(before, after)]
    assert found == [("body/p[1]", TOLD, ""), ("contacts/p[1]", "", TOLD)]


@settings(max_examples=25)
@given(releases, releases)
def test_nothing_is_passed_over(before: Release, after: Release) -> None:
    """The earlier texts without what is told as gone, and with what is told as new, are the later texts."""
    found = differences(before, after)
    texts = Counter(texts_of(before)) - Counter(each.before for each in found) + Counter(each.after for each in found)
    del texts[""]
    assert texts == Counter(texts_of(after))
    assert differences(before, before) == ()
    for each in found:
        assert "".join(piece.text for piece in each.pieces() if piece.kind != "new") == each.before
        assert "".join(piece.text for piece in each.pieces() if piece.kind != "gone") == each.after


def texts_of(release: Release) -> list[str]:
    return [str(text) for path, text in slots(by_words(release)) if text and not path.startswith("source/")]
