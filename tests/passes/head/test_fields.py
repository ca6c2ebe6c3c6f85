"""What the lines of a head become once it is known what each is: fields, what is left out, and what stays."""

from __future__ import annotations

from dataclasses import replace

import pytest

from oimpress.model.draft import LETTERHEAD, Line
from oimpress.model.nodes import Break, Link, Para, Text
from oimpress.model.runs import flatten
from oimpress.model.traced import Traced, of_source
from oimpress.passes.head.fields import Head, ReadLines
from oimpress.passes.labelling import Reading
from oimpress.passes.pins import PIN
from tests.passes.reading import draft


def reading(label: str, *seen: str) -> Reading:
    return Reading(label, 0, 0, "", {}, frozenset(seen))


def head(*lines: tuple[str, str], titles: tuple[str, ...] = (), seen: str = "") -> Head:
    """The head of these lines, each with what it is; ``seen`` is the evidence on all of them."""
    drafted = replace(draft("\n".join(text for text, _ in lines)), titles=titles)
    told: ReadLines = [
        (line, reading(label, *([seen] if seen else [])))
        for (_, line), (_, label) in zip(drafted.lines(), lines, strict=True)
    ]
    return Head(drafted, told)


def left(found: Head) -> list[str]:
    return [f"{each.rule} {each.text}" for each in found.dropped]


def kept(found: Head) -> list[str]:
    """What the flow holds: lines, and paragraphs with the rule that made them."""
    return [
        item.plain if isinstance(item, Line) else f"{rules(flatten(item.children))} {flatten(item.children)}"
        for item in found.flow
        if isinstance(item, Line | Para)
    ]


def rules(text: str) -> str:
    """The rules that put or changed the pieces of a text, each once."""
    assert isinstance(text, Traced)
    return " ".join(dict.fromkeys(rule for one in text.pieces for rule in (one.place, one.edits) if rule))


def field(found: Head, name: str) -> str:
    """The words of a field and the rules that put them there."""
    text = found.fields[name]
    text = flatten(text) if isinstance(text, tuple) else text
    return f"{text} [{rules(text)}]"


def test_a_kicker_with_all_that_its_line_holds() -> None:
    found = head(("Communiqué de presse n° 12/2024 du 12 mars 2024", "kicker"))
    assert field(found, "kicker") == "Communiqué de presse [H002]"
    assert found.fields["kind"] == "press-release"
    assert field(found, "reference") == "n° 12/2024 [H014]"
    assert found.fields["published"] == "2024-03-12"


def test_kickers_of_two_lines_are_one_and_the_first_that_is_known_says_the_kind() -> None:
    found = head(("Halles", "kicker"), ("Déclaration", "kicker"), ("Communiqué", "kicker"))
    assert field(found, "kicker") == "Halles – Déclaration – Communiqué [H002]"
    assert found.fields["kind"] == "statement"
    assert "kind" not in head(("Halles", "kicker")).fields


def test_a_body_on_a_labelled_line_is_the_issuer() -> None:
    found = head(("Communiqué de la mairie de Lyon", "kicker"), ("Régie des bus", "issuer"))
    assert "kicker" in found.fields
    assert field(found, "issuer").startswith("Régie des bus")


def test_a_title_of_several_lines() -> None:
    found = head(("La halle", "title"), ("rouvre", "title goes on"), ("Un mot", "body"))
    assert field(found, "title") == "La halle rouvre [H001 L002]"
    assert kept(found) == ["Un mot"]
    assert set(found.fields) == {"title"}


@pytest.mark.parametrize(
    ("text", "title", "gone"),
    [
        ("La halle rouvre –", "La halle rouvre", ["H005  –"]),
        ("La halle rouvre---", "La halle rouvre---", []),
        ("/R E P R I S E -- La halle rouvre/", "La halle rouvre", ["H015 /R E P R I S E -- ", "H015 /"]),
        ("R E P R I S E -- La halle rouvre", "La halle rouvre", ["H015 R E P R I S E -- "]),
        ("La halle rouvre/", "La halle rouvre/", []),
    ],
)
def test_what_stands_around_a_title_is_left_out(text: str, title: str, gone: list[str]) -> None:
    found = head((text, "title"))
    assert field(found, "title") == f"{title} [H001]"
    assert left(found) == gone


def test_a_title_that_somebody_says_is_a_statement_unless_the_kicker_tells_another_kind() -> None:
    says = "Déclaration du directeur général sur la halle"
    assert head((says, "title")).fields["kind"] == "statement"
    assert head(("Communiqué", "kicker"), (says, "title")).fields["kind"] == "press-release"
    assert "kind" not in head(("La halle rouvre", "title")).fields


def test_the_title_that_the_page_has_beside_its_text_is_taken_where_no_line_is_one() -> None:
    titles = ("La halle rouvre ses portes – Ville de Lyon", "Un autre")
    assert field(head(("Un mot", "body"), titles=titles), "title") == "La halle rouvre ses portes [H018]"
    assert field(head(("La halle", "title"), titles=titles), "title") == "La halle [H001]"
    assert "title" not in head(("Un mot", "body")).fields


@pytest.mark.parametrize(
    ("called", "title"),
    [
        ("Vaccination : 38 districts de plus", "Vaccination : 38 districts de plus"),
        ("Vaccination : 38 districts de plus | Santé", "Vaccination : 38 districts de plus"),
        ("La halle rouvre samedi : Ville de Lyon", "La halle rouvre samedi"),
        ("Ville de Lyon : la halle rouvre samedi", "la halle rouvre samedi"),
    ],
)
def test_a_page_s_title_keeps_what_stands_around_its_colon_unless_it_is_the_site(called: str, title: str) -> None:
    assert field(head(("Un mot", "body"), titles=(called,)), "title") == f"{title} [H018]"


def test_lines_of_a_subtitle_stand_below_each_other_unless_one_goes_on() -> None:
    lines = ("Un mot de", "subtitle"), ("plus", "subtitle"), ("La halle", "title")
    apart = head(*lines).fields["subtitle"]
    assert [type(child) for child in apart] == [Text, Break, Text]
    assert str(flatten(head(*lines, seen="line before is cut").fields["subtitle"])) == "Un mot de plus"
    found = head(*lines, seen="line before is cut")
    assert field(found, "subtitle") == "Un mot de plus [H006 L002]"


def test_place_and_date_of_two_lines() -> None:
    found = head(("Lyon", "dateline"), ("12 mars 2024", "dateline"))
    line = found.fields["dateline"]
    assert (str(line.place.text), str(line.date.text)) == ("Lyon", "12 mars 2024")
    assert found.fields["published"] == "2024-03-12"
    assert "published" not in head(("Lyon", "dateline")).fields
    assert "dateline" not in head(("Un mot", "body")).fields


def test_a_doubtful_place_is_told_where_it_stands() -> None:
    doubts = head(("Un mot", "body"), ("Niquivil, 3 mai 2024", "dateline")).notices
    assert [(one.code, one.where) for one in doubts] == [("H102", "l.2")]
    doubts = head(("Un mot", "body"), ("Communiqué – Niquivil, le 12 mars 2024", "kicker")).notices
    assert [(one.code, one.where) for one in doubts] == [("H102", "l.2")]


def test_what_a_page_says_of_the_day_it_was_published_on_dates_no_place() -> None:
    lines = (("Publié le 12 mars 2024", "dateline"),)
    assert head(*lines, titles=("La halle",)).fields["dateline"] is None
    assert head(*lines, titles=("La halle",)).fields["published"] == "2024-03-12"
    assert head(*lines).fields["dateline"] is not None


@pytest.mark.parametrize(
    ("seen", "issuer"),
    [
        ("", "Régie des bus – de la ville [H013]"),
        ("goes on from above", "Régie des bus de la ville [H013]"),
        ("line before is cut", "Régie des bus de la ville [H013]"),
    ],
)
def test_a_body_may_take_several_lines(seen: str, issuer: str) -> None:
    assert field(head(("Régie des bus", "issuer"), ("de la ville", "issuer"), seen=seen), "issuer") == issuer


def test_two_points_are_a_subtitle_without_their_bullets() -> None:
    found = head(("- La halle ouvre", "subtitle"), ("- Le pont ferme", "subtitle"), seen="one of two points")
    assert field(found, "subtitle") == "La halle ouvre\nLe pont ferme [H006 L004]"
    assert left(found) == ["B003 - ", "B003 - "]
    assert field(head(("- La halle", "subtitle")), "subtitle") == "- La halle [H006]"


@pytest.mark.parametrize(
    ("line", "kicker"),
    [
        ("19.05.2025 Communiqué de presse de la Municipalité", "Communiqué de presse de la Municipalité [H002]"),
        ("19.05.2025 Communiqué de presse", "Communiqué de presse [H002]"),
        ("19.05.2025 Communiqué : la halle rouvre", ""),
    ],
)
def test_a_label_behind_the_day(line: str, kicker: str) -> None:
    found = head((line, "dateline"))
    assert (field(found, "kicker") if "kicker" in found.fields else "") == kicker


def test_words_that_announce_the_sender_are_left_out() -> None:
    found = head(("Nouvelles fournies par Régie des bus", "issuer"), ("N° 12", "reference"), ("N° 13", "reference"))
    assert field(found, "issuer") == "Régie des bus [H013]"
    assert left(found) == ["F008 Nouvelles fournies par "]
    assert field(found, "reference") == "N° 12 – N° 13 [H014]"


def test_the_bar_behind_a_source_goes_with_its_word() -> None:
    found = head(("Source: Savanna Mutual |", "issuer"))
    assert field(found, "issuer") == "Savanna Mutual [H013]"
    assert left(found) == ["F008 Source: ", "F008  |"]


def test_facts_are_taken_apart() -> None:
    found = head(("• Lieu : la halle", "fact"), ("Menu du jour ? la soupe", "fact"))
    assert [(str(one.label), str(one.value.text)) for one in found.fields["facts"]] == [
        ("Lieu", "la halle"),
        ("Menu du jour", "la soupe"),
    ]
    assert left(found) == ["P003 • ", "P003  : ", "P003  ? "]


def test_the_words_of_an_embargo() -> None:
    found = head(("Sous embargo", "embargo"), ("jusqu'à midi", "embargo"))
    assert str(found.fields["embargo"].text) == "Sous embargo – jusqu'à midi"


def test_lines_that_are_left_out_and_why() -> None:
    found = head(("La halle", "title"), ("La halle", "furniture"), ("Partager", "furniture"), ("À diffuser", "order"))
    assert left(found) == ["H004 La halle", "F008 Partager", "H015 À diffuser"]
    assert kept(found) == []


@pytest.mark.parametrize("label", ["kicker", "issuer", "reference", "embargo"])
def test_a_field_without_markup_leaves_out_the_address_of_a_link(label: str) -> None:
    link = Link(of_source("https://x.example", 90), (Text(of_source("Mot d'ici")),))
    line = Line((link,), 1, 1)
    found = Head(replace(draft("x"), flow=(line,)), [(line, reading(label))])
    assert left(found) == ["A004 https://x.example"]
    titled = Head(replace(draft("x"), flow=(line,)), [(line, reading("title"))])
    assert left(titled) == []


def test_lines_that_stay() -> None:
    found = head(
        ("Un corps", "body"),
        ("Une légende", "caption"),
        ("Un point", "point"),
        ("Un chapeau", "standfirst"),
        ("Un mot", "stray"),
    )
    assert kept(found) == ["Un corps", "Une légende", "Un point", "H016 Un chapeau", "H017 Un mot"]
    assert [(one.code, one.where, one.detail) for one in found.notices] == [("H105", "l.5", "Un mot")]


def test_a_line_that_nothing_explains_is_one_of_the_text_where_a_person_names_it() -> None:
    lines = [line for _, line in draft("Un mot").lines()]
    pinned = replace(lines[0], marks=frozenset({f"{PIN}note 0"}))
    found = Head(replace(draft("x"), flow=(pinned,)), [(pinned, reading("stray"))])
    assert (kept(found), found.notices) == (["Un mot"], [])
    assert kept(Head(replace(draft("x"), flow=(pinned,)), [(pinned, reading("standfirst"))])) == ["H016 Un mot"]


def marked(found: Head) -> list[tuple[str, bool]]:
    return [(item.plain, LETTERHEAD in item.marks) for item in found.flow if isinstance(item, Line)]


def test_contacts_go_to_the_end_below_the_body_right_above_them() -> None:
    found = head(("Régie des bus", "issuer"), ("12, rue du Lac", "contact"), ("Un mot", "body"))
    assert marked(found) == [("Un mot", False), ("Régie des bus", True), ("12, rue du Lac", True)]
    assert field(found, "issuer") == "Régie des bus [H013]"
    (name,) = (item for item in found.flow if isinstance(item, Line) and item.plain == "Régie des bus")
    assert rules(name.text) == "H019"


@pytest.mark.parametrize(
    "above",
    [
        [("Un mot", "body")],
        [("Régie des bus", "issuer"), ("Un mot", "body")],
        [("Régie des bus", "title")],
    ],
)
def test_contacts_below_something_else_have_no_name(above: list[tuple[str, str]]) -> None:
    found = marked(head(*above, ("12, rue du Lac", "contact")))
    assert [text for text, behind in found if behind] == ["12, rue du Lac"]


def test_a_dateline_between_a_body_and_its_details_says_nothing_of_them() -> None:
    found = head(("Régie des bus", "issuer"), ("Lyon", "dateline"), ("12, rue du Lac", "contact"))
    assert marked(found) == [("Régie des bus", True), ("12, rue du Lac", True)]


def test_a_heading_of_contacts_is_named_by_no_body() -> None:
    found = head(("Régie des bus", "issuer"), ("Contact presse", "contact"))
    assert marked(found) == [("Contact presse", True)]


def test_a_contact_that_begins_the_page_has_no_name() -> None:
    assert marked(head(("12, rue du Lac", "contact"))) == [("12, rue du Lac", True)]
