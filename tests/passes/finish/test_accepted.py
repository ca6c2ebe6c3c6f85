"""Proposals that a person accepted: carried out, told by their rule in the trail, and missed where they fit nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

import oimpress
from oimpress.model.nodes import Para, Release, Text
from oimpress.model.runs import flatten
from oimpress.model.traced import Traced, of_source
from oimpress.model.trail import rebuild
from oimpress.model.walk import runs
from oimpress.passes.finish.accepted import accept
from oimpress.settings import Metadata
from oimpress.sources import Source

TEXT = """Communiqué de presse

Paris, le 5 mars 2024

Une aide pour tous

Il faut qu il vienne avec 150000 personnes, a dit la ministre de la ville à la presse du pays.
"""


def normalised(**accepted: str) -> oimpress.Normalised:
    return oimpress.normalise(Source("a.txt", TEXT.encode(), Metadata(accepted=accepted)))


def texts(done: oimpress.Normalised) -> str:
    return "\n".join(str(flatten(run.children)) for run in runs(done.value))


def test_a_doubt_carries_what_may_stand_in_its_place() -> None:
    told = {notice.found: notice.proposal for notice in normalised().notices if notice.proposal}
    assert told == {"qu il": "qu’il", "150000": "150\u202f000"}


def test_what_is_accepted_is_done_and_no_longer_doubted() -> None:
    done = normalised(**{"qu il": "qu’il", "150000": "150\u202f000"})
    assert "qu’il vienne avec 150\u202f000 personnes" in texts(done)
    assert not [notice for notice in done.notices if notice.code in ("T104", "T106", "T125")]


def test_a_word_in_capitals_gets_its_accents_when_that_is_accepted() -> None:
    text = TEXT.replace("la ministre", "l'ACADEMIE").encode()
    (told,) = [notice for notice in oimpress.normalise(Source("a.txt", text)).notices if notice.code == "T116"]
    assert (told.found, told.proposal) == ("ACADEMIE", "ACADÉMIE")
    done = oimpress.normalise(Source("a.txt", text, Metadata(accepted={told.found: told.proposal})))
    assert "l’ACADÉMIE" in texts(done)
    assert done.trail
    assert done.trail.rules["T062"] == 1
    assert "T116" not in [notice.code for notice in done.notices]


def test_the_trail_says_so_and_still_rebuilds_the_source() -> None:
    done = normalised(**{"qu il": "qu’il"})
    assert done.trail
    assert done.trail.rules["T062"] == 1
    assert rebuild(done.value, replace(done.trail, release=done.value.id)) == TEXT.encode()


def test_words_that_stand_nowhere_are_told() -> None:
    (missed,) = [notice for notice in normalised(**{"qu elle": "qu’elle"}).notices if notice.code == "T125"]
    assert missed.detail == "qu elle"


def test_words_of_one_release_are_not_missed_in_the_others_of_its_source() -> None:
    box = "".join(
        f"From a@b.example Tue Mar  5 10:00:00 2024\nSubject: {title}\nMIME-Version: 1.0\n"
        f"Content-Type: text/plain; charset=utf-8\n\n{TEXT.replace('Une aide pour tous', title).replace('qu il', words)}\n"
        for title, words in (("Une aide pour tous", "qu il"), ("Une autre mesure", "qu on"))
    )
    accepted = {"qu il": "qu’il", "qu elle": "qu’elle"}
    first, second = oimpress.normalise_all(Source("a.mbox", box.encode(), Metadata(accepted=accepted)))
    assert [told.detail for told in first.notices if told.code == "T125"] == ["qu elle"]
    assert not [told for told in second.notices if told.code == "T125"]


def test_faults_of_agreement_carry_a_proposal() -> None:
    source = TEXT.replace("Il faut qu il vienne", "Nous somme là, ils est la la").encode()
    done = oimpress.normalise(Source("a.txt", source))
    told = {notice.found: notice.proposal for notice in done.notices if notice.code.startswith("B")}
    assert told == {"Nous somme": "Nous sommes", "ils est": "ils sont", "la la": "la"}


def carried_out(text: str, proposals: Mapping[str, str]) -> tuple[str, list[str]]:
    """The text with the proposals carried out, and those that fit nothing."""
    done = accept(Release("x", body=(Para((Text(of_source(text)),)),)), proposals)
    (run,) = runs(done.value)
    return str(flatten(run.children)), [told.detail for told in done.notices]


@pytest.mark.parametrize(
    ("text", "proposals", "made"),
    [
        ("Il faut qu il vienne.", {"qu il": "qu’il"}, "Il faut qu’il vienne."),
        ("Qu il dise : qu il vienne.", {"qu il": "qu’il"}, "Qu il dise : qu’il vienne."),
        ("Il y en a 150\u00a0000.", {"150 000": "cent mille"}, "Il y en a cent mille."),
        ("Il y en a 150\u202f000.", {"150\u00a0000": "cent mille"}, "Il y en a cent mille."),
        ("Une ligne\nsuit.", {"ligne suit": "ligne qui suit"}, "Une ligne qui suit."),
        ("L'aide et l’aide", {"L'aide": "Un appui", "l'aide": "un appui"}, "Un appui et un appui"),
        ("l'aide", {"l’aide": "un appui"}, "un appui"),
        ("Le camp du nord, un camp", {"camp": "site", "camp du nord": "site nord"}, "Le site nord, un site"),
        ("Le camp du nord, un camp", {"camp du nord": "site nord", "camp": "site"}, "Le site nord, un site"),
        ("Dit-il (sic) ...", {"(sic)": ""}, "Dit-il  ..."),
        ("Fin...", {"...": "…"}, "Fin…"),
        ("a.b", {"a.b": "a, b"}, "a, b"),
    ],
)
def test_words_are_replaced_however_their_spaces_and_apostrophes_are_typed(
    text: str, proposals: Mapping[str, str], made: str
) -> None:
    assert carried_out(text, proposals) == (made, [])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Les campements du nord", "camp"),
        ("Un décamp", "camp"),
        ("150 0000", "150 000"),
        ("1150 000", "150 000"),
        ("a-b", "a.b"),
        ("Qu Il vienne", "qu il"),
        ("Le bal'aide", "l'aide"),
        ("Le n 52", "n 5"),
    ],
)
def test_parts_of_words_are_not_those_words(text: str, words: str) -> None:
    assert carried_out(text, {words: "x"}) == (text, [words])


def test_what_is_as_it_should_be_is_met_and_not_changed() -> None:
    release = Release("x", body=(Para((Text(of_source("Un camp, le camp")),)),))
    done = accept(release, {"camp": "camp"})
    assert (done.value, done.notices) == (release, ())


def test_each_change_is_told_by_its_rule() -> None:
    done = accept(Release("x", body=(Para((Text(of_source("qu il et qu il")),)),)), {"qu il": "qu’il"})
    (run,) = runs(done.value)
    text = flatten(run.children)
    assert isinstance(text, Traced)
    assert [piece.edits for piece in text.pieces if piece.edits] == ["T062", "T062"]
