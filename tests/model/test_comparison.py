"""What differs between two versions of a release."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings

from oimpress.model.comparison import Difference, differences
from oimpress.model.nodes import Contact, Inlines, Link, Para, Release, SourceRef, Text
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


def test_another_source_is_no_difference() -> None:
    one, other = (replace(BASE, source=SourceRef(name, name * 64, "text/plain", "text")) for name in "ab")
    assert differences(one, other) == ()


def test_the_words_of_an_edit() -> None:
    change = Difference("body/p[2]", "Il accueillera 1 200 personnes.", "Il accueillera 12 000 personnes.")
    told = [(piece.kind, piece.text) for piece in change.pieces()]
    assert told[0] == ("same", "Il accueillera ")
    assert "".join(text for kind, text in told if kind != "new") == change.before
    assert "".join(text for kind, text in told if kind != "gone") == change.after


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
    return [str(text) for path, text in slots(release) if text and not path.startswith("source/")]
