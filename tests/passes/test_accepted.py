"""Proposals that a person accepted: carried out, told by their rule in the trail, and missed where they fit nothing."""

from __future__ import annotations

from dataclasses import replace

import oimpress
from oimpress.model.trail import rebuild
from oimpress.model.walk import runs
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
    from oimpress.model.runs import flatten

    return "\n".join(str(flatten(run.children)) for run in runs(done.value))


def test_a_doubt_carries_what_may_stand_in_its_place() -> None:
    told = {notice.found: notice.proposal for notice in normalised().notices if notice.proposal}
    assert told == {"qu il": "qu’il", "150000": "150\u202f000"}


def test_what_is_accepted_is_done_and_no_longer_doubted() -> None:
    done = normalised(**{"qu il": "qu’il", "150000": "150\u202f000"})
    assert "qu’il vienne avec 150\u202f000 personnes" in texts(done)
    assert not [notice for notice in done.notices if notice.code in ("T104", "T106", "T125")]


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
