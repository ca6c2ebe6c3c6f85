"""A corrected release says what was corrected: few words where few were replaced, else the places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from oimpress.digest import Candidate, Ledger, candidate, look_at_ledger, plan
from oimpress.digest.corrections import corrections, told
from oimpress.digest.selection import Judged, MemberRole, SentWording
from oimpress.model.comparison import differences
from oimpress.model.nodes import Para, Release, Text
from tests.digest.lists import MONDAY, listed, made
from tests.passes.reading import bare


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with look_at_ledger(tmp_path / "ledger.sqlite3") as opened:
        yield opened


def release(*paragraphs: str, title: str = "Le pont est rouvert", lang: str = "fr") -> Release:
    return Release("a", lang=lang, title=(Text(title),), body=tuple(Para((Text(words),)) for words in paragraphs))


def said(before: Release, after: Release, lang: str = "fr") -> str:
    return bare(told(differences(before, after), lang))


FIVE = ("Le pont rouvre lundi.", "Il a été détruit en mars.", "Il mesure 80 m.", "Il a coûté peu.", "Merci à tous.")


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("Il y a 1\u202f200 familles.", "Il y a 12\u202f000 familles.", "paragraphe 1 : « 1 200 », devenu « 12 000 »"),
        ("Il rouvre lundi.", "Il rouvre mardi à midi.", "paragraphe 1 : « lundi », devenu « mardi à midi »"),
        ("Il rouvre lundi 3 mars.", "Il rouvre mardi 4 mars.", "paragraphe 1"),
        ("Il rouvre lundi.", "Il rouvre.", "paragraphe 1"),
        (f"Il rouvre {'x' * 60}.", f"Il rouvre {'y' * 60}.", f"paragraphe 1 : « {'x' * 60} », devenu « {'y' * 60} »"),
        (f"Il rouvre {'x' * 61}.", f"Il rouvre {'y' * 60}.", "paragraphe 1"),
        (f"Il rouvre {'x' * 60}.", f"Il rouvre {'y' * 61}.", "paragraphe 1"),
    ],
)
def test_words_that_were_replaced_are_told_when_they_are_one_stretch_and_few(
    before: str, after: str, words: str
) -> None:
    assert said(release(before), release(after)) == f"Corrigé : {words}."


def test_a_french_list_reads_it_with_its_no_break_spaces() -> None:
    changed = (
        release("Il rouvre lundi.", "Il rouvre mardi.", title="Le pont"),
        release("Il rouvre.", "Il rouvre jeudi."),
    )
    words = told(differences(*changed), "fr")
    assert words.startswith(
        "Corrigé\u00a0: titre\u202f; paragraphe 1\u202f; paragraphe 2\u00a0: «\u00a0mardi\u00a0», devenu"
    )


def test_in_the_language_of_the_list() -> None:
    before, after = (release(f"There are {count} families.", lang="en") for count in ("1,200", "12,000"))
    assert said(before, after, "en") == "Corrected: paragraph 1: “1,200”, now “12,000”."


def test_three_places_are_told_and_how_many_there_are_more() -> None:
    after = [words.replace(".", " enfin bien.") for words in FIVE]
    for changed, words in (
        (1, "Corrigé : paragraphe 1."),
        (3, "Corrigé : paragraphe 1 ; paragraphe 2 ; paragraphe 3."),
        (4, "Corrigé : paragraphe 1 ; paragraphe 2 ; paragraphe 3 ; 1 autre passage."),
        (5, "Corrigé : paragraphe 1 ; paragraphe 2 ; paragraphe 3 ; 2 autres passages."),
    ):
        assert said(release(*FIVE), release(*after[:changed], *FIVE[changed:])) == words


def test_what_no_reader_sees_is_not_told() -> None:
    before = release(*FIVE)
    assert said(before, replace(before, published="2026-11-20", lang="en")) == ""
    assert said(before, before) == ""
    assert said(before, replace(release(*FIVE, title="Le pont rouvre"), published="2026-11-20")).startswith(
        "Corrigé : titre"
    )


def judged(found: Candidate, verdict: MemberRole = "corrected") -> Judged:
    return Judged(found, verdict)


def corrected(ledger: Ledger, one: Judged, *before: Candidate) -> str:
    wordings = [SentWording(each.release.id, each.hash, each.stamp, each.origin) for each in before]
    found = corrections(ledger, listed(), [one], {one.candidate.key: wordings})
    return bare(found[one.candidate.key])


def test_the_words_of_the_sidecar_go_before_what_differs(ledger: Ledger) -> None:
    sent = made("a", words="Il rouvre lundi.")
    plan(ledger, listed(), lambda: [sent], MONDAY)
    given = candidate(made("a", words="Il rouvre mardi.").release, correction="Le jour.")
    assert corrected(ledger, judged(given), sent) == "Le jour."
    assert corrected(ledger, judged(replace(given, correction="")), sent) == (
        "Corrigé : paragraphe 1 : « lundi », devenu « mardi »."
    )
    assert corrected(ledger, judged(given, "late"), sent) == ""


def test_it_differs_from_the_wording_that_was_sent_last(ledger: Ledger) -> None:
    one, two = made("a", words="Il rouvre lundi."), made("a", words="Il rouvre mardi.")
    plan(ledger, listed(), lambda: [one], MONDAY)
    plan(ledger, listed(), lambda: [two], MONDAY + timedelta(days=7))
    now = judged(made("a", words="Il rouvre jeudi."))
    for before in ([one, two], [two, one]):
        assert corrected(ledger, now, *before) == "Corrigé : paragraphe 1 : « mardi », devenu « jeudi »."


def test_a_wording_that_the_ledger_does_not_hold_leaves_nothing_to_tell(ledger: Ledger) -> None:
    assert corrected(ledger, judged(made("a", words="Il rouvre jeudi.")), made("a", words="Il rouvre lundi.")) == ""
