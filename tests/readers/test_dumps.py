"""Texts that programs print: links by number, headings with signs below them, hyphens that only show at line ends."""

from __future__ import annotations

import pytest

from oimpress.model.nodes import Link, Release, Section
from oimpress.model.runs import flatten, plain
from oimpress.model.trail import rebuild
from oimpress.model.walk import runs
from oimpress.pipeline import Normalised, normalise_source
from oimpress.sources import Source

PROSE = "La piscine municipale accueillera le public à partir du 3 juin, après deux ans de travaux."
MORE = "La Région a payé la moitié du chantier, que la commune avait voté en 2021."


def read(text: str) -> Normalised:
    source = Source("a.txt", text.encode())
    done = normalise_source(source)
    assert done.trail is not None
    assert rebuild(done.value, done.trail) == source.data
    assert "X001" not in done.trail.rules
    return done


def links(release: Release) -> list[tuple[str, str]]:
    every = (child for run in runs(release) for child in run.children if isinstance(child, Link))
    return [(plain(link.children), str(link.href)) for link in every]


MENU = "   * [1]Accueil\n   * [2]Démarches\n   * [3]Agenda\n\n"
REFERENCES = """
References

   1. https://v.fr/
   2. https://v.fr/d
   3. https://v.fr/a
   4. https://v.fr/plan
   5. https://v.fr/dossier
"""
TEXT = f"   La piscine rouvre\n\n{PROSE}\n\n{MORE} Voir le [4]plan, et\n   * [5]Le dossier de la ville\n"
DUMP = f"{MENU}{TEXT}{REFERENCES}"


def test_numbers_of_links_lead_where_the_list_says() -> None:
    done = read(DUMP)
    assert str(flatten(done.value.title)) == "La piscine rouvre"
    assert ("plan", "https://v.fr/plan") in links(done.value)
    assert done.trail is not None
    assert {"L016", "F001"} <= done.trail.rules.keys()
    assert "Démarches" not in repr(done.value)


def test_the_words_of_a_link_that_are_a_guess_are_told() -> None:
    done = read(DUMP.replace("Voir le [4]plan, et", "Voir [4]le plan est utile"))
    assert [each.detail for each in done.notices if each.code == "A101"] == ["le plan est utile"]


OTHER_LISTS = [REFERENCES.replace("   2.", "   7."), REFERENCES.replace("References", ""), "\n1. Un mot\n"]


@pytest.mark.parametrize("rest", OTHER_LISTS)
def test_numbers_without_such_a_list_stay(rest: str) -> None:
    done = read(f"La piscine rouvre\n\n{PROSE} Voir [1]ici.\n\n{MORE}\n{rest}")
    assert done.trail is not None
    assert "L016" not in done.trail.rules
    assert "[1]ici" in repr(done.value)


@pytest.mark.parametrize("rule", ["=" * 17, "=" * 40, "-" * 17, "~" * 18])
def test_signs_below_a_heading_go(rule: str) -> None:
    done = read(f"La halle rouvre\n\n{PROSE}\n\nLe calendrier 2026\n{rule}\n{MORE}\n")
    assert [plain(each.heading) for each in done.value.body if isinstance(each, Section)] == ["Le calendrier 2026"]
    assert done.trail is not None
    assert done.trail.rules["L015"] == 1


def test_the_only_double_line_is_below_the_title() -> None:
    head = "Avis\n\n     La halle rouvre\n     ===============\n\n"
    done = read(f"{head}{PROSE}\n\nLe calendrier\n-------------\n{MORE}\n")
    assert str(flatten(done.value.title)) == "La halle rouvre"


@pytest.mark.parametrize("rule", ["-" * 5, "-" * 60, "--", "\n------------------"])
def test_other_lines_of_signs_are_no_underlines(rule: str) -> None:
    done = read(f"La halle rouvre\n\n{PROSE}\n\nLe calendrier 2026\n{rule}\n{MORE}\n")
    assert done.trail is not None
    assert "L015" not in done.trail.rules


def test_a_soft_hyphen_at_the_end_of_a_line_divides_a_word() -> None:
    cut = "Les familles de la commune attendent la re\u00ad\ncharge des nappes, et l’eau\u00ad de la ville.\n"
    assert "la recharge des nappes, et l’eau de" in repr(read(f"La halle rouvre\n\n{PROSE}\n\n{cut}").value)


@pytest.mark.parametrize("item", ["   o Le port", "o   Le port", "\to\tLe port"])
def test_a_letter_is_a_bullet_where_it_stands_apart(item: str) -> None:
    done = read(f"La halle rouvre\n\n{PROSE}\n{MORE}\n\n• La ville\n{item}\n{item}s\n• Le fleuve\n")
    assert "Le port" in repr(done.value.body)
    assert repr(done.value.body).count("Item(") >= 4


def test_a_letter_that_is_a_word_begins_no_item() -> None:
    lines = (
        "La piscina municipal abre sus puertas a todos el martes tres de junio\no el cuatro, con bancos y duchas para\n"
    )
    text = f"La piscina abre\n\n{lines}todos los vecinos.\n\n{lines}todos los niños.\n"
    assert "junio o el cuatro" in repr(read(text).value)


def test_a_number_at_the_end_of_a_line_goes_with_its_list() -> None:
    done = read(DUMP.replace("[4]plan", "[4]\nplan"))
    assert "[4]" not in repr(done.value.body)
