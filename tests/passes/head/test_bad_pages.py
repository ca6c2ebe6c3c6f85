"""Pages that are no good release: what is read stays bounded, what is not sure is told, and no character is lost."""

from __future__ import annotations

import time

import pytest

from oimpress.model.nodes import Contact
from oimpress.model.runs import flatten
from oimpress.model.trail import UNEXPLAINED, rebuild
from oimpress.pipeline import Normalised
from tests.passes.reading import bare, codes, read

TEXT = "Le conseil a voté mardi le budget de la saison, qui comprend trois chantiers et une fête de quartier."
BODY = f"{TEXT}\n\n{TEXT.replace('trois', 'quatre')}\n\n{TEXT.replace('trois', 'cinq')}\n"
MENU = "Accueil\nActualités\nVie municipale\nLa mairie\nVos démarches\nCulture et sports\nAgenda\nNous contacter\nPlan du site\n"
LONG = "mot " * 2500  # a line of 10,000 characters
PERSON = "Awa Martin{n}\nchargée de mission\n01 99 00 {a:02} {b:02}\nawa{n}@ville.example\n\n"
TEN = "\n\n".join(f"La piscine numéro {n} rouvre après deux ans de travaux" for n in range(10))
HEAD = "\n".join(f"Ville de Grand-Bassin, service numéro {n}" for n in range(400))
TWO = "Sous embargo jusqu'au 14 mars 2025 à 6 h\n\n{title}\n\n{body}\nEmbargo : 20 mars 2025, 18 h\n"

PAGES = {
    "menu only": (MENU, {"H101", "H104"}),
    "ten titles": (f"{TEN}\n\n{BODY}", {"H101", "H104"}),
    "no title": (f"Communiqué de presse\nLyon, le 12 mars 2024\n\n{BODY}", {"H101"}),
    "a head of 400 lines": (f"{HEAD}\n\n{BODY}", {"H101", "H104"}),
    "two embargoes": (TWO.format(title="La piscine rouvre en mai", body=BODY), {"H106", "H107"}),
    "a day that does not exist": (f"La piscine rouvre en mai\n\nLyon, le 31 février 2024\n\n{BODY}", {"H108"}),
    "long lines": (f"La piscine rouvre en mai\n\n{LONG}\n\n{LONG}\n{'x' * 10_000}\n", {"B103"}),
    "a long line first": (f"{LONG}\n\n{BODY}", {"H101", "H104"}),
}


def whole(done: Normalised, source: str) -> bool:
    """Whether release and trail give the page back, and nothing went without a rule."""
    assert done.trail is not None
    return rebuild(done.value, done.trail) == source.encode() and UNEXPLAINED not in done.trail.rules


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_lost_and_doubts_are_told(name: str) -> None:
    source, told = PAGES[name]
    start = time.process_time()
    done = read(source)
    assert time.process_time() - start < 5
    assert whole(done, source)
    assert not told or told & set(codes(done.notices))


def test_a_day_that_does_not_exist_is_no_date() -> None:
    done = read(PAGES["a day that does not exist"][0])
    assert done.value.published == ""
    assert done.value.dateline is not None
    assert done.value.dateline.date is not None
    assert (bare(done.value.dateline.date.text), done.value.dateline.date.when) == ("31 février 2024", "")


def test_two_hundred_people_keep_their_own_details() -> None:
    people = "".join(PERSON.format(n=n, a=n // 100, b=n % 100) for n in range(200))
    source = f"La piscine rouvre en mai\n\n{BODY}\nContacts presse\n\n{people}"
    start = time.process_time()
    done = read(source)
    assert time.process_time() - start < 20
    assert whole(done, source)
    found = [one for one in done.value.contacts if isinstance(one, Contact)]
    assert len(found) in (0, 200)
    for one in found:
        assert str(one.emails[0]) == f"awa{str(one.name).removeprefix('Awa Martin')}@ville.example"


def test_a_head_without_end_is_read_up_to_its_bound() -> None:
    done = read(PAGES["a head of 400 lines"][0])
    assert len([one for one in done.readings if one.region == "head"]) <= 40
    assert len(str(flatten(done.value.title))) < 400
