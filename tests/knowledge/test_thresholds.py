"""Every threshold of what is known of words: what is just inside is read otherwise than what is just outside.

``./dev sensitivity knowledge`` moves each by 30 % and names those that no test notices.
"""

from __future__ import annotations

import pytest

from oimpress.knowledge import folding
from oimpress.knowledge.dates import find_date
from oimpress.knowledge.folding import fold
from oimpress.knowledge.garbled import restored
from oimpress.knowledge.languages import detect, is_in
from oimpress.knowledge.moments import CLOCK, read_instant
from oimpress.knowledge.people import is_function, is_name, is_organisation
from oimpress.knowledge.phones import find_phones
from oimpress.pipeline import normalise_source
from oimpress.sources import Source
from tests.thresholds import Boundary, blind, names, reach


def remembered(size: int) -> bool:
    folding._folded.cache_clear()
    fold("m" * size)
    return folding._folded.cache_info().currsize == 1


def mended(times: int) -> bool:
    """Whether a text comes back that was decoded wrongly so many times."""
    text = "Le « pont » rouvre"
    for _ in range(times):
        text = text.encode().decode("cp1252")
    return "« pont »" in repr(normalise_source(Source("a.txt", f"{text}\n".encode()), "plain").value)


def proven(french: int) -> bool:
    return detect(" ".join([*["les"] * french, *["with"] * 5]), "xx")[1]


def two_numbers(digits: int) -> bool:
    return len(list(find_phones(f"+{'4122717911'[:digits]} – 22 717 91 11", labelled=True))) == 2


def in_this_century(year: int) -> bool:
    """Whether a year of two figures is one of this century."""
    found = find_date(f"12/03/{year}")
    return found is not None and found.when.startswith("20")


KNOWN = (
    Boundary("FIRST_SHORT", 69, 70, in_this_century),
    Boundary("LONGEST_NAME", 80, 81, remembered),
    Boundary("OFTEN", 1, 2, lambda n: bool(list(restored("√© " * n)))),
    Boundary("ENOUGH", 4, 5, lambda n: detect(" ".join(["les"] * n), "xx")[0] == "fr"),
    Boundary("ONE_IN", 20, 21, lambda n: detect("with " * 5 + "haus " * n, "de")[0] == "en"),
    Boundary("SAMPLE", 2000, 2001, lambda n: detect("with with with with with".rjust(n, "."), "xx")[0] == "en"),
    Boundary("PROVEN", 6, 7, proven),
    Boundary("LEAST_OTHER", 1, 2, lambda n: is_in(" ".join(["with"] * n), "fr") == "no"),
    Boundary("OTHER_TIMES", 2, 3, lambda n: is_in(" ".join(["dans", *["with"] * n]), "fr") == "no"),
    Boundary("LONGEST_INSTANT", 600, 601, lambda n: read_instant("le 3 mai 2024 à 8 h GMT".rjust(n, ".")) != ""),
    Boundary("MOST_NAMES", 6, 7, lambda n: is_name(" ".join(["Jean"] * n))),
    Boundary("ROLE_WORDS", 6, 7, lambda n: is_function(" ".join([*["mot"] * (n - 1), "directeur"]))),
    Boundary("SHORTEST_ACRONYM", 2, 3, lambda n: is_organisation("XYZKW"[:n])),
    Boundary("WHOLE", 7, 8, two_numbers),
    Boundary("MOST_YEARS", 10, 11, lambda n: bool(list(find_phones(f"2025-{2025 + n}", labelled=True)))),
    Boundary("PAST", 1999, 2000, lambda n: bool(list(find_phones(f"{n}-{n + 20}", labelled=True)))),
    Boundary("LEAST_LABELLED", 6, 7, lambda n: bool(list(find_phones("717911122"[:n], labelled=True)))),
    reach("moments.CLOCK{2,40}", 40, CLOCK, "heure de …"),
)


def test_what_was_decoded_wrongly_three_times_comes_back() -> None:
    assert [mended(times) for times in (1, 2, 3, 4)] == [True, True, True, False]


@pytest.mark.parametrize("boundary", KNOWN, ids=lambda one: one.name)
def test_what_is_just_inside_is_read_otherwise(boundary: Boundary) -> None:
    assert boundary.parts()


def test_every_threshold_has_its_boundary_which_tells_where_it_stands() -> None:
    assert names("knowledge") == sorted(boundary.name for boundary in KNOWN)
    assert not list(blind("knowledge", KNOWN))
