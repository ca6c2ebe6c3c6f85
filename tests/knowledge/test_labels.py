"""Which words are labels, and that patterns call them by name."""

from __future__ import annotations

import re

import pytest

from oimpress.knowledge.labels import kind_of_aside, labelled, spelled


@pytest.mark.parametrize(
    ("label", "words"),
    [
        (
            "phone",
            "Tél|tel|Téléphone|Tél. portable|tél/fax|Mobile / WhatsApp|GSM|Cell|Cellulaire|Fax|Télécopie|L.D",
        ),
        ("mail", "e-mail|Email|Courriel|adresse électronique|mél|Correo electrónico"),
        ("site", "Site web|site internet"),
        ("press", "presse|Médias|media|press|prensa|journaliste"),
        ("credit", "Crédit|crédits|Credit|crédito|Photo|photos|Foto"),
        ("context", "Contexte|Rappel|Background|Antecedentes"),
    ],
)
def test_words_of_a_label(label: str, words: str) -> None:
    assert [word for word in words.split("|") if not labelled(f"(?&{label})").fullmatch(word)] == []


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("phone", "télévision|mobilité|cela|faxer|bureau|Ligne"),
        ("mail", "mail|courrier|melon"),
        ("press", "pression|médiation|presser"),
        ("credit", "créditeur|photographe|fotografía"),
        ("context", "Repères|Chiffres clés|Rappels"),
    ],
)
def test_words_of_no_label(label: str, words: str) -> None:
    assert [word for word in words.split("|") if labelled(f"(?&{label})").fullmatch(word)] == []


def test_a_pattern_calls_a_label_as_one_part() -> None:
    assert re.fullmatch(spelled("<(?&context)>"), "<rappel>")
    assert not re.search(spelled("<(?&context)>"), "<contexte")


def test_a_label_that_nobody_knows_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        spelled("(?&telephone)")


@pytest.mark.parametrize(
    ("heading", "kind"),
    [("Contexte :", "context"), (" RAPPEL des faits", "context"), ("Contextes", "sidebar"), ("Repères", "sidebar")],
)
def test_what_an_aside_is_its_heading_says(heading: str, kind: str) -> None:
    assert kind_of_aside(heading) == kind
