"""From a source to a release: what our own books must show when a pass loses text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from oimpress import pipeline
from oimpress.model.draft import Draft, Line
from oimpress.model.trail import UNEXPLAINED, Drop
from oimpress.notices import Result
from oimpress.passes.profiles import Pass, Profile, find_profile
from oimpress.pipeline import _untaken, normalise_source
from oimpress.sources import Source
from tests.passes.reading import LEAD, MORE, codes

SOURCE = Source("a.txt", f"Un titre ici\n\n{LEAD}\n\n{MORE}\n".encode())


def loses(draft: Draft) -> Result[Draft]:
    """A pass with a defect: a line goes, and nothing says so."""
    return Result(draft.with_fields(tuple(one for one in draft.flow if not isinstance(one, Line) or one.plain != MORE)))


def test_text_that_a_pass_loses_stays_in_the_trail_and_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    sound = find_profile("press-fr")

    def careless(_name: str) -> Profile:
        return replace(sound, structure=(Pass(loses), *sound.structure))

    assert "X101" not in codes(normalise_source(SOURCE).notices)
    monkeypatch.setattr(pipeline, "profile_named", careless)
    done = normalise_source(SOURCE)
    (told,) = [one for one in done.notices if one.code == "X101"]
    assert told.detail == f"{MORE[:79]}…"
    assert done.trail is not None
    assert [step.text.strip() for step in done.trail.steps if isinstance(step, Drop) and step.rule == UNEXPLAINED] == [
        MORE
    ]


def test_releases_of_one_title_are_numbered_however_many_they_are() -> None:
    taken: dict[str, int] = {}
    titles = ("halle", "halle", "halle-2", "halle", "halle-2", "pont")
    assert [str(_untaken(title, taken)) for title in titles] == [
        "halle", "halle-2", "halle-2-2", "halle-3", "halle-2-3", "pont",
    ]  # fmt: skip
    many = [str(_untaken("halle", taken)) for _ in range(50_000)]
    assert (len({*many}), many[-1]) == (50_000, "halle-50003")
