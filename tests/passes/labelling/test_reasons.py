"""A trail says why lines were read as they were; trails of before, which do not, are read too."""

from __future__ import annotations

import pytest

from oimpress.model.draft import LineReading
from oimpress.model.trail import Reason, rebuild
from oimpress.model.trail_json import from_json, to_json
from oimpress.passes.labelling import reasons as module
from oimpress.passes.labelling.reasons import reasons
from oimpress.passes.labelling.tables import Label, table
from tests.passes.reading import read

PAGE = """COMMUNIQUÉ DE PRESSE
Lyon, le 12 mars 2024

La halle rouvre ses portes après quatorze mois de travaux

Les commerçants retrouvent samedi les quarante étals de la halle, dont la charpente a été refaite à l'identique.
"""


def case(where: str, seen: str, region: str = "menu") -> LineReading:
    return LineReading(where, "-", region, "furniture", 0, {}, frozenset((seen,)))


def test_a_trail_says_why_a_line_is_the_title() -> None:
    done = read(PAGE)
    assert done.trail is not None
    (title,) = (one for one in done.trail.reasons if one.label == "title")
    assert (title.where, title.region) == ("l.4", "head")
    assert "prose follows" in title.because
    assert title.support > 0 < title.margin


def test_reasons_are_stored_and_rebuild_nothing() -> None:
    done = read(PAGE)
    assert done.trail is not None
    stored = to_json(done.trail)
    assert from_json(stored) == done.trail
    without, _, _ = stored.partition(b', "reasons"')
    former = from_json(without + b"}\n")
    assert former.reasons == ()
    assert to_json(former) == without + b"}\n"
    assert rebuild(done.value, former) == rebuild(done.value, done.trail) == PAGE.encode()


def test_neighbours_that_one_case_decided_are_one() -> None:
    given = [case("l.1", "item"), case("l.2-3", "item"), case("l.4", "item"), case("l.6", "dash")]
    assert [(one.where, one.because) for one in reasons(given)] == [("l.1-4", ("item",)), ("l.6", ("dash",))]


def test_neighbours_of_two_regions_are_two() -> None:
    given = [case("l.1", "item"), case("l.2", "item", "breaks"), case("l.3", "item", "breaks")]
    assert [(one.where, one.region) for one in reasons(given)] == [("l.1", "menu"), ("l.2-3", "breaks")]


def test_what_speaks_for_a_label_is_told_up_to_four_times_and_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    points = {"a": {"title": 1}, "b": {"title": 0}, "c": {"title": -9}, **{name: {"title": 5} for name in "defg"}}
    monkeypatch.setattr(module, "load", lambda *_name: table((Label("title"),), points, {}, {}))

    def because(seen: str) -> tuple[str, ...]:
        (found,) = reasons([LineReading("l.1", "La halle", "head", "title", 3, {"title": 0}, frozenset(seen))])
        assert found.margin == 0  # no other label is near
        return found.because

    assert because("abc") == ("a",)
    assert because("afedg") == ("d", "e", "f", "g")


def test_lines_that_a_table_weighed_stand_alone() -> None:
    one = LineReading(
        "l.1", "La halle", "head", "title", 3, {"title": 0, "issuer": 5, "stray": 7}, frozenset(("verb",))
    )
    assert list(reasons([one, one])) == [Reason("l.1", "head", "title", 3, 5, ("verb",))] * 2
