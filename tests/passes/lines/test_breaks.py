"""Breaks between lines: each case by the smallest pair of lines that meets it, and what is next to it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from oimpress.model.draft import Line
from oimpress.model.nodes import Text
from oimpress.passes.lines.breaks import CASES, Seam, between_items, read_break
from oimpress.passes.lines.limits import HANGING
from oimpress.passes.lines.wrapping import Wrapper

FULL = "Les équipes ont remis des abris aux mille"  # as wide as the wrapper lets a line be
STOP = "Elles sont parties au matin vers le nord."
BY = Wrapper(len, len(FULL))
TAGGED = Wrapper(len, len(FULL), len("<p>"), len("</p>"))


def line(text: str, number: int = 3, gap: int = 0, tag: int = 0, pin: str = "") -> Line:
    return Line((Text(text),), number, number, gap, tag=tag, marks=frozenset({f"pin {pin}"} if pin else ()))


def seam(above: Line | str, below: Line | str, by: Wrapper | None = BY, **more: object) -> Seam:
    """Two lines of which the second has number 4, in a paragraph that the first begins."""
    first = line(above) if isinstance(above, str) else above
    second = line(below, 4) if isinstance(below, str) else below
    return Seam(first, second, more.pop("follows", None), by, more.pop("head", first), **more)  # type: ignore[arg-type]


SEAMS: dict[str, Seam] = {
    "an item of a list ends": seam("des abris ;", "de l'eau ;", tied=True),
    "a title stands alone": seam("L'OIM aide le Niger", "Niamey attend.", opens=True),
    "a person's word": seam(line(STOP, pin="title"), line("Le titre", 4, pin="title")),
    "two words of a person": seam(line(FULL, pin="title"), line("familles", 4)),
    "a blank line": seam(FULL, line("familles", 4, gap=1)),
    "columns": seam("Mali      12", "Niger      30"),
    "a closing mark": seam(STOP, "» Ils l'ont dit"),
    "a tag after a sentence": seam("Elles partent.", line("Les abris", 4, tag=30)),
    "a tag": seam("Elles voient", line("Les abris", 4, tag=30)),
    "an address cut in two": seam("Voir https://a.fr/un/", "deux/trois.html", None),
    "a word cut by a program": seam(FULL + "\u2010", "familles"),
    "an item that goes on": seam("- " + FULL, "  au nord", None),
    "a title and its subtitle": seam(line("Les Laiteries paient mieux", gap=1), "Un chantier mené à bien"),
    "a day alone": seam(FULL, "Mardi 20 septembre 2022"),
    "another way to reach somebody": seam("Zoé Roy, 04 72 11 22 33", "Awa Sow, 04 72 11 22 44"),
    "somebody is named": seam("Attachée de presse : Zoé Roy", "Auray Agglomération"),
    "hours in a row": seam("9 h 30  Accueil des familles", "10 h 30  Visite du camp"),
    "no blank line, where they part paragraphs": seam(STOP, "Niamey attend", inner=True),
    "not wrapped": seam(FULL, "familles", None),
    "a line of its own": seam(FULL, "- familles"),
    "too long to be wrapped": seam(FULL + " et leurs enfants aussi", "familles"),
    "a number cut in two": seam("Elles ont remis un abri à 1", "240 familles"),
    "a colon or a number, with room": seam("Elles ont dit :", "Partons d'ici"),
    "a lead to more": seam(FULL + ".", "Pour plus d'informations, voir"),
    "an address, with room": seam("C'est fini.", "www.iom.int"),
    "an address": seam(STOP, "www.iom.int"),
    "the sentence goes on": seam(FULL, "familles du nord"),
    "ragged, and no sentence ends": seam(FULL[:-4] + "le", "Niamey", replace(BY, ragged=True)),
    "room": seam("Elles partent", "Niamey"),
    "an item": seam(FULL[:-1] + ";", "Abris", head=line("- Eau", 2)),
    "no sentence ends": seam(FULL, "Niamey"),
    "short but for a tag": seam(
        STOP, line("Les familles attendent dans le nord", 4), TAGGED, follows=line("abri neuf", 5)
    ),
    "a quotation after a colon": seam(FULL[:-1] + ":", "« Nous partons demain »"),
    "something taken away": seam(STOP, line("Niamey attend encore", 6)),
    "no room for tags": seam(STOP, "Niamey attend encore.", TAGGED),
    "a quotation or a heading": seam(STOP, "« Nous partons demain », a dit le chef."),
    "a full line": seam(STOP, "Niamey attend encore."),
}


@pytest.mark.parametrize("name", SEAMS)
def test_a_case_is_met_by_its_lines(name: str) -> None:
    assert read_break(SEAMS[name]).name == name


def test_every_case_has_its_lines() -> None:
    assert list(SEAMS) == [case.name for case in CASES]


def test_a_verdict_says_whether_lines_join_and_whether_that_is_sure() -> None:
    by_name = {case.name: (case.joins, case.sure) for case in CASES}
    assert by_name["a tag"] == (True, True)
    assert by_name["a full line"] == (True, False)
    assert by_name["a blank line"] == (False, True)
    assert by_name["an address"] == (False, False)


@pytest.mark.parametrize(
    ("one", "name"),
    [
        (seam("des abris ;", "de l'eau ;"), "the sentence goes on"),  # no colon led to it
        (
            seam(line("L'OIM aide le Niger.", 1), line("Niamey attend.", 2), opens=True),
            "room",
        ),  # a sentence is no title
        (seam("L'OIM aide le Niger", "niamey attend.", opens=True), "the sentence goes on"),
        (seam(line("L'OIM aide les", 1), line("Niger et Mali", 2), opens=True), "the sentence goes on"),  # breaks off
        (seam(line(FULL, pin="title"), line("familles", 4, pin="subtitle")), "two words of a person"),
        (seam(FULL[:-1] + "9", "24 familles"), "the sentence goes on"),
        (seam(FULL[:-1] + ":", "Partons d'ici"), "a full line"),  # full, so the colon says nothing
        (seam(line(FULL, gap=1), "La collecte recule", follows=line("X", 5)), "no sentence ends"),
        (seam(line(FULL, gap=1), "La collecte recule", follows=line("x", 5)), "a title and its subtitle"),
        (seam(line(FULL, gap=1), "Niamey recule", follows=line("x", 5)), "no sentence ends"),
        (seam("Les Laiteries paient mieux", "Un chantier mené à bien"), "room"),  # nothing parts it from what is above
        (seam(line(FULL, gap=1), "Le Havre et Rouen"), "no sentence ends"),  # a name goes on
        (seam(line(FULL, gap=1), "Niamey et ses environs"), "no sentence ends"),
        (seam(line(FULL + " aide", gap=1), "Niamey remercie tout le monde"), "a title and its subtitle"),
        (seam(line(FULL, gap=1), "La suite est une phrase."), "no sentence ends"),
        (seam(line("Les Laiteries et la", gap=1), "Une"), "the sentence goes on"),
        (seam("La lettre de l'", "Pour plus d'informations"), "the sentence goes on"),
        (seam(FULL, "mardi 20 septembre 2022"), "the sentence goes on"),
        (seam(FULL, "Tuesday 20 September 2022"), "no sentence ends"),  # written so within a sentence too
        (seam(FULL, "Mardi 20 septembre 2022, au port"), "no sentence ends"),
        (seam(FULL, "Niamey 20 septembre 2022"), "no sentence ends"),
        (seam(FULL, "Mardi 20 septembre 2022", follows=line("au nord", 5)), "no sentence ends"),
        (seam(FULL, "Mardi 20 septembre 2022", follows=line("Un texte", 5, gap=1)), "a day alone"),
        (seam("Elles ont remis un abri le", "Mardi 20 septembre 2022"), "the sentence goes on"),
        (seam(STOP, line("niamey attend encore", 6)), "the sentence goes on"),
        (seam("Awa Sow", "asow@iom.int"), "room"),  # nothing but an address goes on with nothing
        (seam("Awa Sow", "20 75 31 41 10 / 06 39 98 00 11"), "a colon or a number, with room"),
        (seam("Écrire à", "asow@iom.int"), "the sentence goes on"),
        (seam("Les familles", "asow@iom.int répond"), "the sentence goes on"),
        (seam(STOP, "Un titre", follows=line("La suite du texte.", 5)), "a quotation or a heading"),
        (seam(STOP, "« Oui »", follows=line("abri", 5, gap=1)), "a quotation or a heading"),
    ],
)
def test_what_is_next_to_a_case(one: Seam, name: str) -> None:
    assert read_break(one).name == name


def test_a_title_below_a_menu_may_end_like_a_sentence() -> None:
    assert (
        read_break(seam(line("L'OIM aide.", 9), line("Niamey attend.", 10), opens=True)).name == "a title stands alone"
    )
    assert read_break(seam(line("L'OIM aide.", 1), line("Niamey attend.", 2), opens=True)).name == "room"


def test_items_are_tied_by_a_colon_or_by_each_other() -> None:
    lead, item = [line("Il faut :")], [line("des abris ;")]
    assert between_items([lead, item])
    assert between_items([item, item])
    assert not between_items([item])
    assert not between_items([[line("Il faut.")], item])
    assert not between_items([lead, [line("des abris.")]])


ITEM = "- " + FULL[:-3] + "."


@pytest.mark.parametrize(
    ("one", "name"),
    [
        (seam(line("L'OIM aide.", 2, gap=1), line("Niamey attend.", 3), opens=True), "room"),  # blank above, no menu
        (seam(replace(line(FULL), marks=frozenset({"bold"})), "familles"), "the sentence goes on"),
        (seam(ITEM, " " * HANGING + "Niamey attend"), "an item that goes on"),
        (seam(ITEM, " " * (HANGING - 1) + "Niamey attend"), "a full line"),
        (seam("Awa Sow", "2 camions sont partis"), "a colon or a number, with room"),
        (seam("Mali      12", "Niger et Mali"), "columns"),
        (seam("Niger et Mali", "Mali      12"), "columns"),
        (seam("Elles partent.", line("Les abris", 4, tag=1)), "a tag after a sentence"),
        (seam("Elles voient", line("Les abris", 4, tag=1)), "a tag"),
    ],
)
def test_what_is_just_enough_for_a_case(one: Seam, name: str) -> None:
    assert read_break(one).name == name


@pytest.mark.parametrize(
    ("above", "below", "alone"),
    [
        ("9 h 30 Accueil", "10 h 30 Visite", True),
        ("9h00-10h30  Atelier", "10h45 à 12h  « Le port »", True),
        ("9:30 Accueil", "10:30 Visite", True),
        ("La visite du port aura lieu le matin à", "10 h 30 Visite", False),
        ("9 h 30 Accueil et visite de la halle à", "10 h 30 devant la mairie", False),
    ],
)
def test_lines_of_a_programme_stand_alone(above: str, below: str, alone: bool) -> None:
    assert (read_break(seam(above, below)).name == "hours in a row") is alone
