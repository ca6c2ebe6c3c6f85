"""Letterheads: whose details stand there, and what of a head is none of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from oimpress.model.draft import Draft, Flow, Line
from oimpress.model.nodes import Block, Cell, Contact, Release, Row, Table, Text
from oimpress.passes.head.letterhead import letterhead
from tests.passes.foot.test_cards import told
from tests.passes.reading import bare, codes, draft, read, said

LETTERHEAD = (
    "Préfecture de la Vimeuse\nBureau de la communication\n12, rue des Ursulines - 87990 Vimeuse\nTél. 05 36 49 11 20\n"
)
TEXT = (
    "Le préfet a pris ce jeudi un arrêté qui restreint la circulation sur la route des crêtes jusqu’à vendredi midi.\n"
)


def page(head: str, title: str = "La route des crêtes est fermée aux poids lourds") -> str:
    return f"{head}\nCOMMUNIQUÉ DE PRESSE\n\n{title}\n\n{TEXT}\n{TEXT}"


def test_the_details_of_a_letterhead_are_those_of_the_body_above_them() -> None:
    done = read(page(LETTERHEAD))
    assert bare(done.value.issuer) == "Préfecture de la Vimeuse – Bureau de la communication"
    assert [told(one) for one in done.value.contacts if isinstance(one, Contact)] == [
        "address 12, rue des Ursulines – 87990 Vimeuse · organisation Bureau de la communication · phone +33536491120"
    ]


def test_a_letterhead_without_a_body_names_nobody() -> None:
    done = read(page("12, rue des Ursulines - 87990 Vimeuse\nTél. 05 36 49 11 20\n"))
    (one,) = (one for one in done.value.contacts if isinstance(one, Contact))
    assert (one.name, one.organisation) == ("", "")


def test_the_date_beside_an_office_is_apart_from_it() -> None:
    done = read(page("Mairie de Sarvienne                          Lyon, le 11 mars 2021\nTél. 04 65 71 11 20\n"))
    assert (done.value.issuer, done.value.published) == ("Mairie de Sarvienne", "2021-03-11")


@pytest.mark.parametrize(
    "title",
    [
        "Rue scolaire : trente-deux écoles sans voitures à 8 heures",
        "Un deuxième quai en eau profonde pour le cacao",
        "La place Gambetta rouvre le 12 mai",
        "La route du Sud gagne 12 kilomètres de piste",
    ],
)
def test_titles_with_words_of_addresses_stay_titles(title: str) -> None:
    done = read(page("", title))
    assert bare(str(done.value.title[0].value)) == title  # type: ignore[union-attr]
    assert not done.value.contacts


def cell(text: str, *, header: bool = False) -> Cell:
    return Cell((Text(text),), header)


@pytest.mark.parametrize(
    ("table", "lines"),
    [
        (Table((Row((cell("Préfecture"), cell("Contact : Éric Maulnier"))),)), 2),
        (Table((Row((cell("2023", header=True), cell("2024", header=True))),)), 1),
        (Table(tuple(Row((cell("a"), cell("b"))) for _ in range(5))), 1),
        (Table((Row((cell("x" * 300), cell("b"))),)), 1),
        (Table((Row((cell("x" * 240), cell("b"))),)), 2),
        (Table((Row((cell("x" * 241), cell("b"))),)), 1),
        (Table((Row((cell("a"), cell("b"))),) * 3), 6),
        (Table((Row((cell("a"), cell("b"))),) * 4), 1),
        (Table((Row((cell("a"),) * 3),)), 3),
        (Table((Row((cell("a"),) * 4),)), 1),
        (Table((Row((cell("a"), cell("b"))),), caption=(Text("Un titre"),)), 1),
    ],
)
def test_only_a_small_table_above_the_text_is_a_letterhead(table: Table, lines: int) -> None:
    assert len(letterhead(Draft(Release("x"), (table,))).value.flow) == lines


def flow(*items: Line | Block) -> list[str]:
    return said(letterhead(Draft(Release("x"), items)).value)


def lines(text: str) -> Flow:
    return draft(text).flow


def test_the_table_of_a_letterhead_stands_first_or_second() -> None:
    table = Table((Row((cell("Préfecture"), cell("Éric Maulnier"))),))
    one, two = lines("Un mot\nDeux")
    assert flow(one, table) == ["Un mot", "Préfecture", "Éric Maulnier"]
    assert flow(one, two, table) == ["Un mot", "Deux", "Table"]


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("Mairie de Sarvienne     le 11 mars 2021", ["Mairie de Sarvienne", "le 11 mars 2021"]),
        ("le 11 mars 2021     Mairie de Sarvienne", ["le 11 mars 2021", "Mairie de Sarvienne"]),
        ("Mairie de Sarvienne     le 11 mars 2021.", ["Mairie de Sarvienne", "le 11 mars 2021."]),
        ("Mairie de Sarvienne     le 11 mars 2021 à", None),
        ("10 mars 2021     11 mars 2021", None),
        ("Mairie de Sarvienne     Tél. 04 65", None),
        ("Lyon     11 mars 2021", None),  # a place and its date are the dateline
        ("Mairie     de Sarvienne     11 mars 2021", None),
        ("Mairie de Sarvienne, le 11 mars 2021", None),
    ],
)
def test_a_date_beside_words_that_are_no_place_is_apart_from_them(line: str, cells: list[str] | None) -> None:
    assert flow(*lines(line)) == (cells or [line])


def test_the_date_stands_among_the_first_ten_lines() -> None:
    dated = "Mairie de Sarvienne     le 11 mars 2021"
    assert len(flow(*lines("\n".join([*["Un mot"] * 9, dated])))) == 11
    assert flow(*lines("\n".join(["Un mot"] * 10 + [dated])))[-1] == dated


def test_a_right_title_is_not_doubted_for_the_short_lines_below_its_text() -> None:
    foot = "\n".join(
        ("Contacts", "", "Une équipe", "", "Un bureau", "", "Deux numéros", "", "Une rue", "", "Une ville")
    )
    done = read(page("", "Le canton numérise trois siècles de plans du vignoble") + "\n" + foot)
    assert "H104" not in codes(done.notices)


def test_a_title_that_names_a_body_is_doubted() -> None:
    assert "H104" in codes(read(f"Fédération des bouchers de montagne\n\n{TEXT}\n{TEXT}").notices)


@pytest.mark.parametrize(
    ("text", "parts", "gone"),
    [
        ("[CP] La halle rouvre samedi", ["CP", "La halle rouvre samedi"], ["[", "] "]),
        ("Communiqué de presse : la halle rouvre samedi", ["Communiqué de presse", "la halle rouvre samedi"], [" : "]),
        ("CP - La halle de Lannec rouvre samedi", ["CP", "La halle de Lannec rouvre samedi"], [" - "]),
    ],
)
def test_a_label_and_the_title_behind_it_are_two_lines(text: str, parts: list[str], gone: list[str]) -> None:
    done = letterhead(draft(text))
    assert said(done.value) == parts
    assert [(str(each.text), each.rule) for each in done.dropped] == [(one, "H020") for one in gone]


@pytest.mark.parametrize(
    "text",
    [
        "Communiqué de presse – Information réglementée",
        "Communiqué de presse – Plan des ports 2022-2026",
        "Communiqué de presse : Ville de Lannec et ses communes",
        "Communiqué de presse : le 3 juin 2024",
        "Communiqué : la halle rouvre",
        "Communiqué de presse : la halle rouvre ses portes samedi.",
        "La halle : un communiqué de presse rouvre",
    ],
)
def test_what_else_stands_behind_a_label_stays_on_its_line(text: str) -> None:
    done = letterhead(draft(text))
    assert (said(done.value), done.dropped) == ([text], ())


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("Mairie de Sarvienne     COMMUNIQUÉ DE PRESSE", ["Mairie de Sarvienne", "COMMUNIQUÉ DE PRESSE"]),
        ("Mairie     de Sarvienne     COMMUNIQUÉ DE PRESSE", None),
        ("Communiqué de presse     COMMUNIQUÉ DE PRESSE", None),
        ("Mairie de Sarvienne     Service de presse", None),
    ],
)
def test_a_label_beside_an_office_is_apart_from_it(line: str, cells: list[str] | None) -> None:
    assert flow(*lines(line)) == (cells or [line])


def test_the_title_behind_a_label_is_the_heading_that_its_line_was() -> None:
    (line,) = lines("\nCommuniqué de presse : la halle rouvre samedi")
    assert isinstance(line, Line)
    done = letterhead(Draft(Release("x"), (replace(line, level=2),))).value.flow
    assert [(each.level, each.gap) for each in done if isinstance(each, Line)] == [(0, line.gap), (2, 0)]
