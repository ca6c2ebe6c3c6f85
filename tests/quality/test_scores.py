"""The judge is judged: what counts as alike, what a score is, and that no gold speaks of what its page lacks."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from oimpress.model.nodes import Contact, Para, Phone, Release, Text
from tests.quality import floors
from tests.quality.folding import bare, words
from tests.quality.pages import Page, pages
from tests.quality.scores import Tally, lost_and_invented

FIELDS = {"about", "asides", "contact_leads", "contact_sentences", "contacts", "covers", "dateline", "facts", "figures"}
FIELDS |= {"foreign", "furniture", "headings", "kicker", "kind", "lang", "links", "lists", "notes", "notices"}
FIELDS |= {"paragraphs", "published", "repeated", "subtitle", "tables", "title"}
PAGES = tuple(pages())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("«\u202fL’État\u202f»\u00a0: 1\u202f500", '"L\'Etat": 1 500'),
        ("77900 personnes", "77 900 personnes"),
        ("300.000", "300 000"),
        ("le 109ème rapport", "le 109e rapport"),
        ("94,8% - 7 %", "94,8 % – 7 %"),
        ("dijo: «Vamos».", 'dijo: "Vamos."'),
        ("me dicen “jefa”", "me dicen 'jefa'"),
        ("\u22125 °C", "-5 °C"),
    ],
)
def test_typography_is_no_difference(one: str, other: str) -> None:
    assert bare(one) == bare(other)


@pytest.mark.parametrize(
    ("one", "other"), [("á", "à"), ("uvre", "œuvre"), ("à", "a"), ("1 500", "1 501"), ("fin", "fin."), ("un", "Un")]
)
def test_letters_digits_and_stops_are(one: str, other: str) -> None:
    assert bare(one) != bare(other)


def test_a_score_weighs_what_is_missing_and_what_is_too_much() -> None:
    tally = Tally()
    assert tally.score == 1.0
    tally.add("page", Counter("abx"), Counter("abcd"))
    assert (tally.found, tally.wanted, tally.right) == (3, 4, 2)
    assert tally.score == pytest.approx(4 / 7)
    assert tally.missed == ["page: - c", "page: - d", "page: + x"]


def test_words_lost_and_invented() -> None:
    page = Page("p", b"Un mot de\ntrop", {"title": "", "paragraphs": ["Un mot de trop"]})
    release = Release("r", body=(Para((Text("Un mot ajouté"),)),), contacts=(Contact("", phones=(Phone("+41"),)),))
    assert lost_and_invented(page, release) == (Counter(["de", "trop"]), Counter(["ajouté"]))


def test_floors_rise_and_never_sink(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(floors, "FLOORS", tmp_path / "floors.toml")
    good, bad = Tally(), Tally()
    good.add("page", Counter("ab"), Counter("ab"))
    bad.add("page", Counter("ax"), Counter("ab"))
    floors.hold({"title": bad}, accept=True)
    floors.hold({"title": good}, accept=False)
    assert floors.floors() == {"title": 0.5}
    floors.hold({"title": good}, accept=True)
    assert floors.floors() == {"title": 1.0}
    with pytest.raises(AssertionError, match=r"title: 0\.5, floor 1\npage: - b\npage: \+ x"):
        floors.hold({"title": bad}, accept=True)
    assert floors.floors() == {"title": 1.0}


def read_as_utf_8(text: str) -> str:
    """The words of a text whose UTF-8 was once taken for Windows-1252, in those lines where nothing else went wrong."""
    return " ".join(line.encode("cp1252", "ignore").decode("utf-8", "ignore") for line in text.splitlines())


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name.removesuffix(".txt"))
def test_a_gold_speaks_of_its_page(page: Page) -> None:
    gold = page.gold
    assert set(gold) <= FIELDS
    there = set(words(page.text)) | set(words(read_as_utf_8(page.text)))
    texts = [
        gold["title"],
        *(text for name in ("paragraphs", "headings", "notes", "about") for text in gold.get(name, [])),
    ]
    texts += [item for one in gold.get("lists", []) for item in one["items"]]
    texts += [cell for table in gold.get("tables", []) for row in table for cell in row]
    missing = {word for text in texts for word in words(text)} - there
    assert {word for word in missing if not {"œ", "à"} & set(word)} == set()  # those two are repaired
    lines = page.text.splitlines()
    assert all(lines[number - 1].strip() for number in gold["furniture"])


def test_every_kind_of_noise_is_covered() -> None:
    covered = {kind for page in PAGES for kind in page.gold["covers"].split()}
    assert set("ABCDEFGHIJKL") | {"traps", "clean", "other-body"} <= covered
    assert len(PAGES) >= 60
