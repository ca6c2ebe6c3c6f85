"""Contact lines cut into pieces: words, addresses and numbers, with their labels and separators taken off."""

from __future__ import annotations

import pytest

from oimpress.model.draft import Line
from oimpress.model.nodes import Inlines, Link, Strong, Text
from oimpress.model.traced import of_source
from oimpress.passes.foot.pieces import Cut, use_of


def cut(text: str, number: int = 0, gap: int = 0) -> Cut:
    return Cut(Line((Text(of_source(text)),), 1, 1, gap), number, ("FR",))


def pieces(text: str) -> list[tuple[str, str]]:
    return [(piece.kind, str(piece.text)) for piece in cut(text).pieces]


def dropped(text: str) -> list[str]:
    return [f"{each.rule} {each.text}" for each in cut(text).dropped]


@pytest.mark.parametrize(
    ("text", "found", "gone"),
    [
        ("Awa Sow", ["words Awa Sow"], []),
        ("  Awa Sow, directrice  ", ["words Awa Sow", "words directrice"], ["C004 ,"]),
        ("Awa Sow – directrice", ["words Awa Sow", "words directrice"], ["C004 –"]),
        ("Jean-Luc Roy", ["words Jean-Luc Roy"], []),
        ("Awa Sow. Directrice", ["words Awa Sow", "words Directrice"], ["C004 ."]),
        ("Dr. Awa B. Sow", ["words Dr. Awa B. Sow"], []),
        ("12, rue du Lac", ["words 12, rue du Lac"], []),
        ("12 bis, rue du Lac", ["words 12 bis, rue du Lac"], []),
        ("Awa Sow de l'OIM au Niger", ["words Awa Sow", "words OIM au Niger"], ["C004  de l'"]),
        ("Awa Sow et Anne Roy", ["words Awa Sow", "words Anne Roy"], ["C004  et "]),
        ("Awa Sow & Anne Roy", ["words Awa Sow", "words Anne Roy"], ["C004  & "]),
        ("Directrice (FR) / (NL)", ["words Directrice (FR) / (NL)"], []),
        ("Agence régionale de santé (ARS), Lyon", ["words Agence régionale de santé (ARS)", "words Lyon"], ["C004 ,"]),
        ("Awa Sow (OIM)", ["words Awa Sow", "words OIM"], ["C004 (", "C004 )"]),
        ("Tél. : 01 42 68 53 00", ["phone 01 42 68 53 00"], ["C003 Tél. : "]),
        ("Awa Sow 01 42 68 53 00", ["words Awa Sow", "phone 01 42 68 53 00"], []),
        ("awa@x.example ou 01 42 68 53 00", ["mail awa@x.example", "phone 01 42 68 53 00"], ["C004 ou"]),
        ("awa [at] x.example", ["mail awa [at] x.example"], []),
        ("Awa Sow, directrice et", ["words Awa Sow", "words directrice"], ["C004 ,", "C004  et"]),
        ("et Awa Sow", ["words Awa Sow"], ["C004 et "]),
        ("www.x.example | Awa Sow", ["web www.x.example", "words Awa Sow"], ["C004 |"]),
        ("Contact presse : Awa Sow", ["lead Contact presse :", "words Awa Sow"], []),
        ("Contact presse :", ["lead Contact presse :"], []),
        ("– Contact presse : Awa Sow", ["lead Contact presse :", "words Awa Sow"], ["C004 – "]),
        ("SIRET 123 456 789", ["words SIRET 123 456 789"], []),
        ("", [], []),
    ],
)
def test_a_line_in_pieces(text: str, found: list[str], gone: list[str]) -> None:
    assert [f"{kind} {words}" for kind, words in pieces(text)] == found
    assert dropped(text) == gone


@pytest.mark.parametrize(
    ("text", "uses"),
    [
        ("Mobile : 06 12 34 56 78", ["mobile"]),
        ("Fax : 01 42 68 53 00", ["fax"]),
        ("Tél. : 01 42 68 53 00, fax : 01 42 68 53 01", ["", "fax"]),
        ("06 12 34 56 78 (mobile)", ["mobile"]),
        ("06 12 34 56 78, 01 42 68 53 00", ["", ""]),
    ],
)
def test_a_label_says_what_a_number_is(text: str, uses: list[str]) -> None:
    assert [piece.use for piece in cut(text).pieces if piece.kind == "phone"] == uses


@pytest.mark.parametrize(
    ("label", "use"),
    [
        ("Fax :", "fax"),
        ("Télécopie.", "fax"),
        ("Mobile", "mobile"),
        ("Portable :", "mobile"),
        ("Tél. :", ""),
        ("Standard", ""),
    ],
)
def test_what_a_label_says(label: str, use: str) -> None:
    assert use_of(label, "fr") == use_of(label, "en") == use


def test_a_letter_alone_is_a_mobile_in_french_only() -> None:
    assert (use_of("P.", "fr-CA"), use_of("p :", "fr"), use_of("P.", "en"), use_of("p", "es")) == (
        "mobile",
        "mobile",
        "",
        "",
    )


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("Awa Sow et Anne Roy", [False, True]),
        ("Awa Sow / Anne Roy", [False, True]),
        ("directrice / porte-parole", [False, False]),
        ("06 12 34 56 78 et 01 42 68 53 00", [False, True]),
        ("06 12 34 56 78, 01 42 68 53 00", [False, False]),
        ("Awa Sow, et Anne Roy, Li Wu", [False, True, False]),
    ],
)
def test_and_joins_what_stands_behind_it(text: str, joined: list[bool]) -> None:
    assert [piece.joined for piece in cut(text).pieces] == joined


def test_a_piece_knows_its_place() -> None:
    made = cut("  Awa Sow, 06 12 34 56 78", number=3, gap=1).pieces
    assert [(piece.line, piece.start, piece.first, piece.gap) for piece in made] == [
        (3, 0, True, True),
        (3, 9, False, False),
    ]
    assert [piece.gap for piece in cut("Awa Sow", number=3).pieces] == [False]
    assert [piece.gap for piece in cut("Awa Sow", number=0, gap=1).pieces] == [False]


def of_run(*run: Text | Link | Strong) -> tuple[list[str], list[str]]:
    children: Inlines = run
    made = Cut(Line(children, 1, 1), 0, ("FR",))
    return [f"{piece.kind} {piece.text}" for piece in made.pieces], [
        f"{each.rule} {each.text}" for each in made.dropped
    ]


def test_elements_of_a_page_part_what_runs_together() -> None:
    found, gone = of_run(Strong((Text(of_source("Awa Sow")),)), Text(of_source("Directrice", 7)))
    assert (found, gone) == (["words Awa Sow", "words Directrice"], [])


def test_the_address_behind_a_link_is_a_piece_and_its_words_go() -> None:
    link = Link(of_source("mailto:awa@x.example?subject=Presse", 90), (Text(of_source("lui écrire", 9)),))
    found, gone = of_run(Text(of_source("Awa Sow, ")), link, Text(of_source(", Lyon", 19)))
    assert found == ["words Awa Sow", "mail awa@x.example", "words Lyon"]
    assert gone == ["C004 ,", "C003 lui écrire", "C005 mailto:", "C005 ?subject=Presse", "C004 ,"]


def test_the_address_behind_a_link_that_begins_a_line_is_a_piece() -> None:
    link = Link(of_source("mailto:awa@x.example", 90), (Text(of_source("lui écrire")),))
    found, gone = of_run(link, Text(of_source(", Lyon", 10)))
    assert found == ["mail awa@x.example", "words Lyon"]
    assert gone == ["C003 lui écrire", "C005 mailto:", "C004 ,"]


def test_numbers_of_a_long_line_want_a_label_or_an_address() -> None:
    long = "La régie a remis " + "des abris et des vivres " * 6
    assert pieces(f"{long}au 20 75 31 41")[-1][0] == "words"
    assert ("phone", "20 75 31 41") in pieces(f"{long}Tél. : 20 75 31 41")
    assert ("phone", "20 75 31 41") in pieces(f"{long}a@x.example 20 75 31 41")


@pytest.mark.parametrize(("size", "is_number"), [(140, True), (141, False)])
def test_a_line_of_140_characters_can_hold_a_bare_number(size: int, is_number: bool) -> None:
    text = "é" * (size - 12) + " 20 75 31 41"
    assert (("phone", "20 75 31 41") in pieces(text)) is is_number


def test_a_label_inside_of_an_address_is_none() -> None:
    assert pieces("tel@x.example") == [("mail", "tel@x.example")]
    assert dropped("tel@x.example") == []
