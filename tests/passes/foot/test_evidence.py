"""What speaks on a piece of a contact line: around it, in its words, in its shape."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from oimpress.passes.foot.alone import OwnWord
from oimpress.passes.foot.evidence import evidence_on, is_sentence
from oimpress.passes.foot.pieces import Cut
from tests.passes.reading import draft

NOBODY: Mapping[str, OwnWord] = {}
LONG = "Pour toute question veuillez écrire un mot à la régie des bus"


def cuts(text: str) -> list[Cut]:
    return [Cut(line, number, ("FR",)) for number, (_, line) in enumerate(draft(text).lines())]


def seen(text: str, piece: str, own: Mapping[str, OwnWord] = NOBODY) -> frozenset[str]:
    """What speaks on the first piece that says ``piece``."""
    made = cuts(text)
    words = [str(one.text) for cut in made for one in cut.pieces]
    return evidence_on(made, own)[words.index(piece)]


@pytest.mark.parametrize(
    ("text", "piece", "name", "is_so"),
    [
        ("Awa Sow, directrice", "Awa Sow", "line begins", True),
        ("Awa Sow, directrice", "directrice", "line begins", False),
        ("Awa Sow, directrice", "directrice", "inside a line", True),
        ("Awa Sow, directrice", "Awa Sow", "inside a line", False),
        ("Awa Sow et Li Wu", "Li Wu", "inside a line", False),
        ("Awa Sow et Li Wu", "Li Wu", "after and", True),
        ("Awa Sow, Li Wu", "Li Wu", "after and", False),
        ("Awa Sow\n\nLi Wu", "Li Wu", "blank before", True),
        ("Awa Sow\nLi Wu", "Li Wu", "blank before", False),
        ("Awa Sow ; Li Wu", "Li Wu", "after a semicolon", True),
        ("Awa Sow / Li Wu", "Li Wu", "after a semicolon", True),
        ("Awa Sow, Li Wu", "Li Wu", "after a semicolon", False),
        ("Awa Sow (halle)", "halle", "in brackets", True),
        ("Awa Sow, halle", "halle", "in brackets", False),
        ("Awa Sow (a@x.example)", "a@x.example", "in brackets", False),
        ("Awa Sow (La Claqueta)", "La Claqueta", "name in brackets", True),
        ("Awa Sow (Claqueta)", "Claqueta", "name in brackets", False),
        ("Awa Sow (Li Wu)", "Li Wu", "name in brackets", True),
        ("La halle (La Claqueta)", "La Claqueta", "name in brackets", False),
        ("Awa Sow (la Claqueta)", "la Claqueta", "name in brackets", False),
        ("Awa Sow (Directrice presse)", "Directrice presse", "name in brackets", False),
        ("Awa Sow (a@x.example)", "a@x.example", "name in brackets", False),
        ("Awa Sow, La Claqueta", "La Claqueta", "name in brackets", False),
        ("06 39 98 12 34 (Lucie Astier)", "Lucie Astier", "owner in brackets", True),
        ("06 39 98 12 34 (Lucie Astier)", "Lucie Astier", "name in brackets", False),
        ("06 39 98 12 34 (Lucie Astier)", "06 39 98 12 34", "before its owner", True),
        ("Lyon\n06 39 98 12 34 (Lucie Astier)", "06 39 98 12 34", "before its owner", True),
        ("a@x.example (Lucie Astier)", "Lucie Astier", "owner in brackets", True),
        ("06 39 98 12 34 (le soir)", "le soir", "owner in brackets", False),
        ("06 39 98 12 34, Lucie Astier", "Lucie Astier", "owner in brackets", False),
        ("06 39 98 12 34\nLucie Astier", "06 39 98 12 34", "before its owner", False),
        ("06 39 98 12 34", "06 39 98 12 34", "before its owner", False),
        ("Lyon, 06 39 98 12 34 (Lucie Astier)", "Lucie Astier", "owner in brackets", False),
        ("Lyon, 06 39 98 12 34 (Lucie Astier)", "06 39 98 12 34", "before its owner", False),
        ("Halle (Lucie Astier)", "Lucie Astier", "owner in brackets", False),
        (LONG, LONG, "in a sentence", True),
        ("Awa Sow", "Awa Sow", "in a sentence", False),
        # words
        ("Contact presse", "Contact presse", "lead", True),
        ("Awa Sow : Contacts", "Contacts", "lead words", False),
        ("Awa Sow, Renseignements : a@x.example", "Renseignements", "lead words", True),
        ("Awa Sow, Renseignements : a@x.example", "Renseignements", "lead inside a line", True),
        ("Informations", "Informations", "lead words", True),
        ("Informations", "Informations", "lead inside a line", False),
        ("Informations, halle", "Informations", "lead words", False),
        ("Informations : halle", "Informations", "lead words", True),
        ("halle, Informations", "Informations", "lead words", False),
        ("Cabinet Ferrand – Relations presse : a@x.example", "Relations presse", "lead inside a line", False),
        ("Cabinet Ferrand – Relations presse : a@x.example", "Relations presse", "topic of a body", True),
        ("Cabinet Ferrand – Relations presse : a@x.example", "Relations presse", "names a topic", False),
        ("Halle – Presse : a@x.example", "Presse", "topic of a body", True),
        ("halle – Presse : a@x.example", "Presse", "topic of a body", False),
        ("Awa Sow – Presse : a@x.example", "Presse", "topic of a body", False),
        ("Directrice – Presse : a@x.example", "Presse", "topic of a body", False),
        ("Ville de Lannec\nPresse : a@x.example", "Presse", "topic of a body", False),
        ("Lyon, Ville de Lannec – Presse : a@x.example", "Presse", "topic of a body", False),
        ("Ville de Lannec – halle : a@x.example", "halle", "topic of a body", False),
        ("Awa Sow\nLi Wu\nAnne Roy", "Awa Sow", "in a list of names", True),
        ("Awa Sow\nLi Wu\nAnne Roy", "Li Wu", "in a list of names", True),
        ("Awa Sow\nLi Wu\nAnne Roy", "Anne Roy", "in a list of names", True),
        ("Halle\nAwa Sow\nLi Wu\nAnne Roy\nHalle", "Anne Roy", "in a list of names", True),
        ("Halle\nAwa Sow\nLi Wu\nHalle", "Li Wu", "in a list of names", False),
        ("Awa Sow\nLi Wu\nAnne Roy, Lyon", "Awa Sow", "in a list of names", False),
        ("Awa Sow\nLi Wu\nLyon, Anne Roy", "Li Wu", "in a list of names", False),
        ("Awa Sow\nLi Wu", "Li Wu", "in a list of names", False),
        ("Awa Sow\nLi Wu\nAnne Roy\nVal Bleuet\na@bleuet.example", "Val Bleuet", "in a list of names", False),
        ("Lyon : Awa Sow", "Lyon", "place before a name", True),
        ("Lyon\nAwa Sow", "Lyon", "place before a name", True),
        ("Lyon, Awa Sow", "Lyon", "place before a name", False),
        ("Lyon\nhalle", "Lyon", "place before a name", False),
        ("halle\nAwa Sow", "halle", "place before a name", False),
        ("Lyon", "Lyon", "place before a name", False),
        ("halle, Lyon : Awa Sow", "Lyon", "place before a name", False),
        ("Presse : 01 42 68 53 00", "Presse", "names a topic", True),
        ("Standard", "Standard", "names a topic", True),
        ("Awa Sow", "Awa Sow", "names a topic", False),
        ("Awa Sow (presse)", "presse", "names a topic", False),
        ("Awa Sow, presse", "presse", "names a topic", True),
        ("Awa Sow, Presse, Ville de Lannec, a@x.example", "Presse", "names a topic", False),
        ("Awa Sow, Presse, Ville de Lannec, a@x.example", "Presse", "part behind a function", True),
        ("Awa Sow, Presse : Ville de Lannec, a@x.example", "Presse", "part behind a function", False),
        ("Awa Sow, Presse, Jean Dupont, a@x.example", "Presse", "part behind a function", False),
        ("Awa Sow\nPresse, Ville de Lannec, a@x.example", "Presse", "part behind a function", False),
        ("Awa Sow, 01 42 68 53 00, Presse, Ville de Lannec", "Presse", "part behind a function", False),
        ("Attachée de presse, Régions", "Régions", "names a topic", False),
        ("Attachée de presse\nRégions", "Régions", "names a topic", True),
        ("Moulin du Lac, 12, rue du Lac", "Moulin du Lac", "before an address", True),
        ("Moulin du Lac\n12, rue du Lac", "Moulin du Lac", "before an address", False),
        ("Mairie de Lyon, 12, rue du Lac", "Mairie de Lyon", "before an address", False),
        ("Moulin du Lac, halle", "Moulin du Lac", "before an address", False),
        ("lundi au vendredi", "lundi au vendredi", "tells hours", True),
        ("le soir", "le soir", "tells hours", False),
        ("Awa Sow (le soir)", "le soir", "tells hours", True),
        ("de 9h à 12h", "de 9h à 12h", "tells hours", True),
        ("9h", "9h", "tells hours", True),
        ("Awa Sow (FR)", "FR", "names a language", True),
        ("FR", "FR", "names a language", True),
        ("Awa Sow, FR", "FR", "names a language", False),
        ("Awa Sow, anglais", "anglais", "names a language", True),
        ("Awa Sow, halle", "halle", "names a language", False),
        ("Awa Sow et Li Wu", "Li Wu", "joined name", True),
        ("Awa Sow, et halle", "halle", "joined name", False),
        ("Awa Sow, Li Wu", "Li Wu", "joined name", False),
        ("Awa Sow, directrice", "Awa Sow", "name with a function", True),
        ("Awa Sow, halle", "Awa Sow", "name with a function", False),
        ("Awa Sow\ndirectrice", "Awa Sow", "name with a function", False),
        ("halle, Awa Sow, directrice", "Awa Sow", "name with a function", False),
        ("halle, directrice", "halle", "name with a function", False),
        ("Halle : Awa Sow", "Halle", "before a colon", True),
        ("Halle (nord) : Awa Sow", "Halle", "before a colon", True),
        ("Halle, Awa Sow", "Halle", "before a colon", False),
        ("Facebook : Ville de Vézelin", "Facebook", "names an account", True),
        ("Facebook : Ville Bleue", "Ville Bleue", "names an account", True),
        ("X : Ville Bleue", "X", "names an account", True),
        ("X, Ville Bleue", "X", "names an account", False),
        ("Facebook, Ville Bleue", "Facebook", "names an account", False),
        ("Facebook, Ville Bleue", "Ville Bleue", "names an account", False),
        ("Facebook : halle, Ville Bleue", "Ville Bleue", "names an account", False),
        ("Directrice\nAwa Sow", "Directrice", "function above a name", True),
        ("Directrice, Lyon\nAwa Sow", "Directrice", "function above a name", True),
        ("Directrice\nhalle", "Directrice", "function above a name", False),
        ("Halle\nAwa Sow", "Halle", "function above a name", False),
        ("Directrice", "Directrice", "function above a name", False),
        ("Directrice, Li Wu\nAwa Sow", "Directrice", "function above a name", False),
        ("Directrice, a@x.example\nAwa Sow", "Directrice", "function above a name", False),
        ("Directrice\na@x.example", "Directrice", "function above a name", False),
        ("Directrice, Lyon", "Lyon", "place behind a function", True),
        ("halle, Mairie du lac, Lyon", "Lyon", "place behind a function", True),
        ("Mairie du lac, Lyon", "Lyon", "place behind a function", False),
        ("halle, Lyon", "Lyon", "place behind a function", False),
        ("Directrice\nLyon", "Lyon", "place behind a function", False),
        ("Directrice, halle", "halle", "place behind a function", False),
        ("Lyon", "Lyon", "place behind a function", False),
        ("Awa Sow\nawa.sow@x.example", "Awa Sow", "name in the mail", True),
        ("Awa Sow\npresse@x.example", "Awa Sow", "name in the mail", False),
        ("Awa Sow", "Awa Sow", "name in the mail", False),
        ("Bleuet\nbleuet@x.example", "Bleuet", "name in the mail", False),  # just its word
        ("Bleuet\nle.bleuet@x.example", "Bleuet", "name in the mail", True),
        ("Attachée presse\npresse@x.example", "Attachée presse", "name in the mail", False),
        ("Awa Sow\nawa.sow [at] x.example", "Awa Sow", "name in the mail", True),
        ("Val Bleuet\na@bleuet.example", "Val Bleuet", "name in the domain", True),
        ("Val Bleu\na@bleu.example", "Val Bleu", "name in the domain", True),
        ("Val Ble\na@ble.example", "Val Ble", "name in the domain", False),
        ("Val Bleuet", "Val Bleuet", "name in the domain", False),
        # shape
        ("halle 2", "halle 2", "a digit in it", True),
        ("halle", "halle", "a digit in it", False),
        ("12", "12", "no letter", True),
        ("halle", "halle", "no letter", False),
        ("SIRET 123 456 789", "SIRET 123 456 789", "many digits", True),
        ("SIRET 123 456 78", "SIRET 123 456 78", "many digits", False),
        ("un deux trois quatre cinq six sept huit", "un deux trois quatre cinq six sept huit", "many words", False),
        (
            "un deux trois quatre cinq six sept huit dix",
            "un deux trois quatre cinq six sept huit dix",
            "many words",
            True,
        ),
        ("un deux trois quatre cinq six sept huit ou", "un deux trois quatre cinq six sept huit", "many words", False),
        ("halle", "halle", "lower case first", True),
        ("Halle", "Halle", "lower case first", False),
        ("pour la halle", "pour la halle", "small word first", True),
        ("halle", "halle", "small word first", False),
        ("Halle", "Halle", "one word", True),
        ("halle", "halle", "one word", False),
        ("Halle bleue", "Halle bleue", "one word", False),
        ("Halle", "Halle", "alone on its line", True),
        ("Halle, Lyon", "Halle", "alone on its line", False),
        ("Halle, Lyon", "Lyon", "after words", True),
        ("Halle\nLyon", "Lyon", "after words", False),
        ("a@x.example, Lyon", "Lyon", "after words", False),
        ("Halle", "Halle", "after words", False),
    ],
)
def test_what_speaks_on_a_piece(text: str, piece: str, name: str, is_so: bool) -> None:
    assert (name in seen(text, piece)) is is_so


def test_the_house_knows_its_own_words() -> None:
    assert "body's word first" in seen("Awa Sow", "Awa Sow", {"awa sow": "organisation"})
    assert "body's word first" not in seen("Awa Sow", "Awa Sow", {"li wu": "organisation"})


@pytest.mark.parametrize(("size", "is_near"), [(6, True), (7, False)])
def test_how_far_behind_a_name_its_address_stands(size: int, is_near: bool) -> None:
    between = "\n".join(f"Mot {letter}" for letter in "abcdefg"[:size])
    assert ("name in the mail" in seen(f"Awa Sow\n{between}\nawa.sow@x.example", "Awa Sow")) is is_near


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        (LONG, True),
        ("Pour toute question veuillez écrire un mot", False),  # too few words
        ("Un deux trois quatre cinq six sept huit veuillez", True),
        ("Un deux trois quatre cinq six sept huit neuf", False),
        (f"{LONG}, Awa Sow", False),
        (f"{LONG}, directrice", False),
        ("Contact presse : veuillez écrire un mot à la régie des bus", False),
        ("Contact presse : veuillez écrire un mot à la régie des bus.", True),
        ("Contact presse : veuillez écrire un mot à la régie des bus, avant midi pile.", True),
        ("Contact presse : veuillez écrire un mot à la régie des bus, avant midi.", False),
    ],
)
def test_lines_that_say_in_a_sentence_how_to_ask(text: str, is_one: bool) -> None:
    assert is_sentence(cuts(text)[0]) is is_one
