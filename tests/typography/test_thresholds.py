"""Every threshold of the rules of typography: what is just inside is set otherwise than what is just outside.

``./dev sensitivity typography`` moves each by 30 % and names those that no test notices.
"""

from __future__ import annotations

import re

import pytest

from oimpress.typography.convention import usage_of
from oimpress.typography.domains import _left
from oimpress.typography.doubts import DOUBTS, Doubted
from oimpress.typography.figures import is_identifier
from oimpress.typography.guards import GUARDS, LABEL, PHONE, REGISTER
from oimpress.typography.judge import CURLY, GUILLEMETS, LOW, NESTED, REVERSED, SPANISH, STRAIGHT
from oimpress.typography.releases import _notices
from oimpress.typography.rule import word_at
from oimpress.typography.rules.accented_capital import _cased, _is_french_here
from oimpress.typography.rules.acronym_stops import stops
from oimpress.typography.rules.capital_a import CLAUSE, NEXT, _is_preposition
from oimpress.typography.rules.dash import PAIRED
from oimpress.typography.rules.grave_quotes import KEYED
from oimpress.typography.rules.inverted_mark import SENTENCE, _is_short
from oimpress.typography.rules.marks_of_level import MEANS, _is_meaning
from oimpress.typography.rules.number_range import ROWS, _around
from oimpress.typography.rules.raya import ASIDE, TIGHT
from oimpress.typography.rules.single_quotes import QUOTED as SINGLE_QUOTES_QUOTED
from oimpress.typography.rules.single_quotes import _is_french
from oimpress.typography.rules.telephone_label import label
from oimpress.typography.rules.unit import _heights
from oimpress.typography.scores import ENGLISH, ROMANCE
from oimpress.typography.tongues import QUOTED as TONGUES_QUOTED
from oimpress.typography.tongues import _language
from tests.thresholds import Boundary, blind, names, reach

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
    Boundary("ENOUGH", 3, 4, lambda n: _language(" ".join(["the"] * n), "fr", ["en"]) == "en"),
)
EXPRESSIONS = (
    reach("doubts.DOUBTS{0,300}", 301, next(one.pattern for one in DOUBTS if one.code == "T122"), "»…«"),
    reach("guards.GUARDS{0,80}", 80, next(one.pattern for one in GUARDS if one.sign == '("'), 'print("…")', "search"),
    reach("guards.LABEL{0,14}", 12, LABEL, "Tél. …", "search"),
    reach("guards.REGISTER{0,40}", 39, REGISTER, "SIREN …", "search"),
    reach("judge.CURLY{1,1500}", 1500, CURLY, "“…”"),
    reach("judge.NESTED{1,300}", 300, NESTED, "“le “…” mot”"),
    reach("judge.NESTED{1,1500}", 1500, NESTED, "“…”"),
    reach("judge.GUILLEMETS{1,1500}", 1500, GUILLEMETS, "«…»"),
    reach("judge.LOW{1,600}", 600, LOW, "„…“"),
    reach("judge.REVERSED{0,300}", 299, REVERSED, "»m…m«"),
    reach("judge.STRAIGHT{1,1500}", 1500, STRAIGHT, '"…"'),
    reach("judge.SPANISH{0,600}", 600, SPANISH, "¿…?"),
    reach("judge.SPANISH{0,600} 2", 600, SPANISH, "¡…!"),
    reach("capital_a.CLAUSE{1,40}", 40, CLAUSE, "Lyon (…),"),
    reach("dash.PAIRED{2,120}", 120, PAIRED, "mot --m…-- mot", "search"),
    reach("grave_quotes.KEYED{0,300}", 301, KEYED, " ,,…''", "search"),
    reach("inverted_mark.SENTENCE{2,160}", 160, SENTENCE, "(…?", "search"),
    reach("marks_of_level.MEANS{0,24}", 24, MEANS, "significa …", "search"),
    reach("number_range.ROWS{1,20}", 20, ROWS, "…ds 3-5", "search"),
    reach("raya.ASIDE{2,200}", 200, ASIDE, "mot - m… - mot", "search"),
    reach("raya.TIGHT{3,200}", 199, TIGHT, "mot -m…mmmm- mot", "search"),
    reach("single_quotes.QUOTED{1,300}", 299, SINGLE_QUOTES_QUOTED, " ''m…''", "search"),
    reach("single_quotes.QUOTED{1,300} 2", 299, SINGLE_QUOTES_QUOTED, " 'm…'", "search"),
    reach("scores.ENGLISH{0,40}", 39, ENGLISH, "won … 3-1", "search"),
    reach("scores.ROMANCE{0,60}", 59, ROMANCE, "victoire …", "search"),
    reach("scores.ROMANCE{1,24}", 24, ROMANCE, "Lyon - L… ", "search"),
    reach("tongues.QUOTED{1,80}", 80, TONGUES_QUOTED, " '…'", "search"),
)
EVERY = (*RULES, *EXPRESSIONS)


@pytest.mark.parametrize("boundary", EVERY, ids=lambda one: one.name)
def test_what_is_just_inside_is_set_otherwise(boundary: Boundary) -> None:
    assert boundary.parts()


def test_every_threshold_has_its_boundary_which_tells_where_it_stands() -> None:
    assert names("typography") == sorted(boundary.name for boundary in EVERY)
    assert not list(blind("typography", EVERY))
