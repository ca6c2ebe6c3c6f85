"""Texts as people key them and as extractors give them: lists, pages, characters written as HTML writes them."""

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


PAGES = (
    f"Ville de Brignac\n\n{TITLE}\n\nLa commune annonce la réouverture de sa halle le 4 mai, après quatorze mois de\n"
    "travaux menés par des entreprises locales et\nsuivis dès 2024 par le conseil de la Région\n"
    "\n                    1/2\n\fVille de Brignac\n\net par la commune.\n\n"
    f"{CLOSING}\n\n                    2/2\n\f"
)


def test_pages_lose_what_runs_and_sentences_go_on_overleaf() -> None:
    done = normalised(PAGES)
    assert outline(done.value)[1:] == (
        "La commune annonce la réouverture de sa halle le 4 mai, après quatorze mois de travaux menés par des "
        "entreprises locales et suivis dès 2024 par le conseil de la Région et par la commune.",
        CLOSING,
    )
    assert done.trail is not None
    gone = [step.text.strip() for step in done.trail.steps if isinstance(step, Drop) and step.rule == "L011"]
    assert gone == ["Ville de Brignac", "1/2", "Ville de Brignac", "2/2"]


def test_a_text_without_form_feeds_has_no_pages() -> None:
    assert "Ville de Brignac" in str(normalised(PAGES.replace("\f", "")).value)


@pytest.mark.parametrize(
    ("keyed", "read"),
    [("l&rsquo;&eacute;cole et l&#8217;a&icirc;n&#233;e", "l’école et l’aînée"), ("AT&T ; R&D", "AT&T ; R&D")],
)
def test_characters_written_as_in_html(keyed: str, read: str) -> None:
    (found,) = seen(f"La commune salue {keyed} de la vallée, venues dès le matin.")
    assert found == f"La commune salue {read} de la vallée, venues dès le matin."
