"""Texts as people key them and as extractors give them: lists, tables, columns, pages, divided words, cut addresses."""

from __future__ import annotations

import pytest

from oimpress.model.nodes import Release
from oimpress.model.trail import Drop, rebuild
from oimpress.pipeline import Normalised, normalise_source
from oimpress.sources import Source
from tests.readers.outlines import outline

TITLE = "La halle rouvre ses portes après quatorze mois de travaux"
PROSE = (
    "La commune annonce la réouverture de sa halle le 4 mai, après quatorze mois de travaux menés par des entreprises."
)
CLOSING = "Les inscriptions restent ouvertes jusqu’au 12 mai, à la mairie annexe du quartier des Tanneurs de la ville."


def normalised(text: str) -> Normalised:
    done = normalise_source(Source("a.txt", text.encode()))
    assert done.trail is not None
    assert "X001" not in done.trail.rules
    assert rebuild(done.value, done.trail) == text.encode()
    return done


def seen(*middle: str) -> tuple[str, ...]:
    """What is seen of a text between its first and its last paragraph."""
    release: Release = normalised("\n\n".join((TITLE, PROSE, *middle, CLOSING)) + "\n").value
    lines = outline(release)
    assert (lines[0], lines[1], lines[-1]) == (f"= {TITLE}", PROSE, CLOSING)
    return lines[2:-1]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("– une navette qui part toutes les vingt minutes de la\n  gare ;\n– un café.", "– une navette qui part toutes "
         "les vingt minutes de la gare ;|– un café."),
        ("– une navette qui part toutes les vingt minutes de la\ngare et du port ;\n– un café.", "– une navette qui part "
         "toutes les vingt minutes de la gare et du port ;|– un café."),
        ("• une navette ;\n   o le samedi ;\n   o le dimanche ;\n• un café.", "• une navette ;|  • le samedi ;|  • le "
         "dimanche ;|• un café."),
        ("1. une navette ;\n   a. le samedi ;\n   b. le dimanche ;\n2. un café.", "1. une navette ;|  a. le samedi ;|"
         "  b. le dimanche ;|2. un café."),
        ("1. une navette ;\na) le samedi ;\nb) le dimanche ;\n2. un café.", "1. une navette ;|  a) le samedi ;|  b) le "
         "dimanche ;|2. un café."),
        ("1°) ouvrir ;\n2°) accueillir.", "1°) ouvrir ;|2°) accueillir."),
        ("(1) ouvrir ;\n(2) accueillir.", "(1) ouvrir ;|(2) accueillir."),
        ("\uf0b7 une navette ;\n\uf0b7 un café.", "• une navette ;|• un café."),
        ("\uf0fc une navette ;\n\uf0fc un café.", "✓ une navette ;|✓ un café."),
        ("- un\n  - deux\n    - trois\n    - quatre\n- cinq", "– un|  – deux|    – trois|    – quatre|– cinq"),
    ],
)  # fmt: skip
def test_lists_of_several_levels(text: str, items: str) -> None:
    assert seen("Trois mesures :", text) == ("Trois mesures :", *items.split("|"))


def test_hours_of_a_programme_stay_apart() -> None:
    hours = ("10 h : accueil du public", "14 h 30 : visite guidée du chantier", "17 h : concert de l’école de musique")
    assert seen("Au programme :\n" + "\n".join(hours)) == ("Au programme :", *hours)


@pytest.mark.parametrize(
    ("rows", "cells"),
    [
        ("Année        Entrées     Recettes\n2019         48 200      182 000\n2020         12 900       51 400",
         "| Année | Entrées | Recettes;| 2019 | 48 200 | 182 000;| 2020 | 12 900 | 51 400"),
        ("Ville\t2024\t2025\nBrignac\t1200\t1350\nLuzy\t80\t90", "| Ville | 2024 | 2025;| Brignac | 1200 | 1350;"
         "| Luzy | 80 | 90"),
        ("Ville\tMaire\nBrignac\tAwa Lestrade\nLuzy\tPaul Tessier", "| Ville | Maire;| Brignac | Awa Lestrade;"
         "| Luzy | Paul Tessier"),
    ],
)  # fmt: skip
def test_tables_that_were_keyed(rows: str, cells: str) -> None:
    found = tuple(line.replace("\u202f", " ") for line in seen(rows))
    assert found == tuple(cells.split(";"))


def test_contacts_in_columns_are_no_table() -> None:
    text = f"{TITLE}\n\n{PROSE}\n\nContacts presse\nAwa Lestrade\tPaul Tessier\n04 76 00 00 01\t04 76 00 00 02\n"
    assert not any(line.startswith("|") for line in outline(normalised(text).value))


def test_two_columns_of_prose_are_read_one_behind_the_other() -> None:
    left = ("La mairie annonce la réouverture de", "sa halle le 4 mai, après quatorze", "mois de travaux menés ici par des",
            "entreprises de la vallée voisine.")  # fmt: skip
    right = ("« Nous y tenions », a déclaré la", "maire. Le chantier a été conduit", "dans les temps, et la halle pourra",
             "abriter douze commerces.")  # fmt: skip
    rows = "\n".join(f"{one:<42}{other}" for one, other in zip(left, right, strict=True))
    assert " ".join(seen(rows)) == " ".join((*left, *right))


PAGES = (
    f"Ville de Brignac\n\n{TITLE}\n\nLa commune annonce la réouverture de sa halle le 4 mai, après quatorze mois de\n"
    "travaux menés par des entreprises locales infor-\nmées dès 2024 du calendrier par le vice-\nprésident de la Région\n"
    "\n                    1/2\n\fVille de Brignac\n\net par la commune.\n\n"
    f"{CLOSING}\n\n                    2/2\n\f"
)


def test_pages_lose_what_runs_and_sentences_go_on_overleaf() -> None:
    done = normalised(PAGES)
    assert outline(done.value)[1:] == (
        "La commune annonce la réouverture de sa halle le 4 mai, après quatorze mois de travaux menés par des "
        "entreprises locales informées dès 2024 du calendrier par le vice-président de la Région et par la commune.",
        CLOSING,
    )
    assert done.trail is not None
    gone = [step.text.strip() for step in done.trail.steps if isinstance(step, Drop) and step.rule == "L011"]
    assert gone == ["Ville de Brignac", "1/2", "Ville de Brignac", "2/2"]
    assert done.trail.rules["L010"] == 1


def test_a_text_without_form_feeds_has_no_pages() -> None:
    assert "Ville de Brignac" in str(normalised(PAGES.replace("\f", "")).value)


COUNTED = f"{TITLE}\n\n{{}}\n\n{{}}\n\n{CLOSING}\n\n{{}}\n"
LONG = (
    "La commune annonce la réouverture de sa halle le 4 mai, après quatorze mois de travaux menés par des entreprises"
)


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("Page 1 sur 2", "Page 2 sur 2"),
        ("Halle de Brignac – Communiqué – page 1/2", "Halle de Brignac – Communiqué – page 2/2"),
        ("Halle de Brignac                        1/2", "Halle de Brignac                        2/2"),
        ("- 1/2 -", "- 2/2 -"),
    ],
)
def test_lines_that_count_the_pages_go_and_sentences_go_on_over_them(first: str, last: str) -> None:
    done = normalised(COUNTED.format(f"{LONG}\n\n{first}\n\nlocales.", CLOSING, last))
    assert done.trail is not None
    gone = [step.text.strip() for step in done.trail.steps if isinstance(step, Drop) and step.rule == "L011"]
    assert gone == [first, last]
    assert f"{LONG} locales." in outline(done.value)


def test_what_stands_alike_beside_the_numbers_of_pages_goes_with_them() -> None:
    foot = "Ville de Brignac – 1, rue Haute\nPage {} sur 2"
    done = normalised(COUNTED.format(LONG + ".", foot.format(1), foot.format(2)))
    assert done.trail is not None
    assert done.trail.rules["L011"] == 4


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("Étape 1/2", "Étape 2/2"),
        ("Halle de Brignac        1/2", "Halle de Brignac        1/2"),
        ("2/3", "3/3"),  # not from the first on
        ("Voir page 1 sur 2 du plan", "Voir page 2 sur 2 du plan"),
        ("page 3/2", "page 4/2"),
    ],
)
def test_other_figures_count_no_pages(first: str, last: str) -> None:
    done = normalised(COUNTED.format(LONG + ".", first, last))
    assert done.trail is not None
    assert "L011" not in done.trail.rules


def test_paragraphs_between_blank_lines_are_never_cut_elsewhere() -> None:
    first = "La commune rouvre sa halle après de longs travaux.\nElle y attend douze commerces dès le mois de mai.\nLe café "
    first += "ouvrira plus tard, en juin, avec la salle.\nLa Région a payé la moitié de tous les travaux."
    ragged = "La maire se félicite de la réouverture, avec la présidente de\nBrignac et les habitants, qui attendaient "
    ragged += "depuis longtemps ce\nmoment."
    assert seen(first, ragged) == (first.replace("\n", " "), ragged.replace("\n", " "))


def test_a_heading_right_above_its_text_stays_one() -> None:
    body = "Des travaux de deux ans\nLa commune rouvre sa halle après de longs travaux qui ont\nduré deux ans et coûté cher."
    found = seen(body, body.replace("deux", "trois"))
    assert "La commune rouvre sa halle après de longs travaux qui ont duré deux ans et coûté cher." in found


def test_an_address_cut_by_a_line_end_is_one() -> None:
    (found,) = seen("Tout est à lire ici : https://brignac.fr/un/chemin/\nsuite/de/page.html pour finir.")
    assert "](https://brignac.fr/un/chemin/suite/de/page.html) pour finir." in found


@pytest.mark.parametrize(
    "text",
    [
        "Tout est à lire ici : https://brignac.fr/halle/\nLe maire y répond aux questions des habitants.",
        "Tout est à lire ici : https://brignac.fr/halle/\net/ou à la mairie du bourg, dès demain.",
        "Tout est à lire ici : https://brignac.fr/halle/\nwww.brignac.fr/un/chemin/de/page.html",
    ],
)
def test_an_address_that_ends_with_its_line_is_whole(text: str) -> None:
    assert any("](https://brignac.fr/halle/)" in line for line in seen(text))


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("informés par le vice-\nprésident de la Région", "vice-président"),
        ("soutenus par l’Union euro-\nméditerranéenne des villes", "euro-méditerranéenne"),
        ("soutenus par un groupe de tra-\nvail, dont le travail finit", "travail"),
        ("soutenus par des sous-\npréfets", "sous-préfets"),
    ],
)
def test_a_hyphen_at_the_end_of_a_line_goes_only_where_the_word_has_none(text: str, joined: str) -> None:
    found = " ".join(seen(f"Les habitants de la vallée voisine, qui attendent depuis deux ans, sont\n{text} d’ici."))
    assert joined in found


def test_labels_and_their_values_are_no_items_that_go_on() -> None:
    found = seen("• Nombre de familles qui ont reçu une aide d’urgence\n    Douze mille", "Des gens.")
    assert "• Nombre" not in "".join(found) or not any("urgence Douze" in line for line in found)


def test_ragged_lines_are_not_cut_in_mid_sentence() -> None:
    lines = ("La mairie annonce la réouverture de sa halle,", "le 4 mai, après quatorze mois de",
             "travaux conduits par", "des entreprises de la vallée voisine et suivis par Awa",
             "Lestrade, qui", "a remercié les artisans de tout ce qu’ils ont fait pour",
             "cette halle et pour", "ses douze commerces.")  # fmt: skip
    assert seen("\n".join(lines)) == (" ".join(lines),)


def test_addresses_in_the_text_are_links() -> None:
    (found,) = seen("Voir www.brignac.fr/halle ou écrire à presse@brignac.fr dès demain.")
    assert found == (
        "Voir [www.brignac.fr/halle](https://www.brignac.fr/halle) ou écrire à "
        "[presse@brignac.fr](mailto:presse@brignac.fr) dès demain."
    )


@pytest.mark.parametrize(
    ("keyed", "read"),
    [("l&rsquo;&eacute;cole et l&#8217;a&icirc;n&#233;e", "l’école et l’aînée"), ("AT&T ; R&D", "AT&T ; R&D")],
)
def test_characters_written_as_in_html(keyed: str, read: str) -> None:
    (found,) = seen(f"La commune salue {keyed} de la vallée, venues dès le matin.")
    assert found == f"La commune salue {read} de la vallée, venues dès le matin."
