"""Every threshold of the rules of typography: what is just inside is set otherwise than what is just outside.

``./dev sensitivity typography`` moves each by 30 % and names those that no test notices.
"""

from __future__ import annotations

import re

import pytest

from oimpress.typography.convention import usage_of
from oimpress.typography.domains import _left
from oimpress.typography.doubts import Doubted
from oimpress.typography.figures import is_identifier
from oimpress.typography.guards import PHONE
from oimpress.typography.releases import _notices
from oimpress.typography.rule import word_at
from oimpress.typography.rules.accented_capital import _cased, _is_french_here
from oimpress.typography.rules.acronym_stops import stops
from oimpress.typography.rules.capital_a import NEXT, _is_preposition
from oimpress.typography.rules.inverted_mark import _is_short
from oimpress.typography.rules.marks_of_level import _is_meaning
from oimpress.typography.rules.number_range import _around
from oimpress.typography.rules.single_quotes import _is_french
from oimpress.typography.rules.telephone_label import label
from oimpress.typography.rules.unit import _heights
from tests.thresholds import Boundary, blind, names

FRENCH = usage_of("fr")


def shown(before: int) -> bool:
    """Whether a word so far before what is doubted is shown with it."""
    text = f"un {'m' * before}X"
    (told,) = _notices("body/p[1]", text, [Doubted("T101", len(text) - 1, len(text), "")])
    return told.detail.startswith("un")


def french_before(size: int) -> bool:
    """Whether a French word so far before tells the language of one in capitals."""
    run = f"dans {'X' * (size - 6)} RESUME"
    return _is_french_here(run, size, len(run))


def quoted(size: int) -> bool:
    """Whether a French word so far before tells that words in single marks are a quotation."""
    run = f"{'dans'.ljust(size)}'mot'"
    match = re.compile("'mot'").search(run)
    assert match
    return _is_french(run, match, "mot")


def to(size: int) -> bool:
    """Whether a French word that ends so far behind « A » and an infinitive makes it a preposition."""
    run = f"A bloguer{'dans'.rjust(size)}"
    following = NEXT.match(run, 1) or NEXT.match(run, 2)
    assert following
    return _is_preposition(run, following)


RULES = (
    Boundary("LONGEST_WORD", 30, 31, lambda n: word_at("m" * (n + 1), n, n + 1)[0] == 0),
    Boundary("MOST_DIGITS", 20, 21, lambda n: is_identifier("A" + "1" * n, n + 1)),
    Boundary("NOT_SMALL", 98, 99, lambda n: any(edit.before == "m" for edit in _heights(f"Il mesure {n}m80", FRENCH))),
    Boundary("MARGIN", 11, 12, shown),
    Boundary("LONGEST_NAME", 64, 65, lambda n: _left("m" * n, n) == 0),
    Boundary("DASH_REACH", 64, 65, lambda n: _around("m" * n + "-", n)[0] == 0),
    Boundary("LABEL_REACH", 60, 61, lambda n: bool(list(label("Tel".ljust(n) + PHONE, FRENCH)))),
    Boundary("LONGEST_QUOTED", 79, 80, lambda n: _is_meaning("‘" + ("mot " * 40)[: n - 1] + "’", 0, n)),
    Boundary("CAPITALS_AROUND", 40, 41, french_before),
    Boundary("SHORTEST_CAPITALS", 3, 4, lambda n: _cased("étéété"[:n], "ETEETE"[:n]) != ""),
    Boundary("QUOTED_AROUND", 60, 61, quoted),
    Boundary("STOP_REACH", 5, 6, lambda n: next(iter(stops(f"l’O.N.U.{' ' * n}le", FRENCH))).after == "ONU."),
    Boundary("AHEAD", 70, 71, to),
    Boundary("MOST_WORDS", 5, 6, lambda n: _is_short("Un" + " mot" * n)),
)


@pytest.mark.parametrize("boundary", RULES, ids=lambda one: one.name)
def test_what_is_just_inside_is_set_otherwise(boundary: Boundary) -> None:
    assert boundary.parts()


def test_every_threshold_has_its_boundary_which_tells_where_it_stands() -> None:
    assert names("typography") == sorted(boundary.name for boundary in RULES)
    assert not list(blind("typography", RULES))
