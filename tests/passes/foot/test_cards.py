"""Contacts of many offices, each with who can be asked how; and what must stay as it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from oimpress.model.draft import Line
from oimpress.model.nodes import Contact, Para, Text, Web
from oimpress.model.runs import flatten
from oimpress.model.traced import Traced, of_source
from oimpress.model.trail import UNEXPLAINED
from oimpress.passes.foot.cards import Card, CardIndex, Said, spelled_out
from oimpress.passes.foot.pieces import Cut, use_of
from oimpress.passes.foot.rows import TOP
from oimpress.pipeline import Normalised
from tests.passes.drafts import taken
from tests.passes.reading import bare, codes, read

CARDS = Path(__file__).parent / "cards.txt"
TEXT = "Le conseil a voté mardi le budget de la saison, qui comprend trois chantiers et une fête de quartier."


def cards() -> Iterator[tuple[str, list[str]]]:
    """Each text with its contacts."""
    lines = [line for line in CARDS.read_text("utf-8").splitlines() if not line.startswith("# ")]
    text: list[str] = []
    wanted: list[str] | None = None
    for line in (*lines, ""):
        if wanted is not None and not line:
            yield "\n".join(text).strip(), wanted
            text, wanted = [], None
        elif wanted is not None:
            wanted.append(line)
        elif line == "----":
            wanted = []
        else:
            text.append(line)


def page(text: str) -> str:
    """A release with these contacts at its foot."""
    place, _, foot = text.removeprefix("[").partition("] ") if text.startswith("[") else ("", "", text)
    dateline = f"{place}, le 12 mars 2024 – " if place else ""
    return f"Le conseil vote le budget de la saison\n\n{dateline}{TEXT}\n\n{TEXT}\n\n{foot}\n"


def told(one: Contact) -> str:
    parts = [("name", one.name), ("role", one.role), ("organisation", one.organisation), ("address", one.address)]
    parts += [(phone.kind or "phone", phone.uri.removeprefix("tel:") or phone.text) for phone in one.phones]
    parts += [("mail", mail) for mail in one.emails] + [("web", web.href) for web in one.webs]
    return " · ".join(sorted(f"{name} {bare(str(text))}" for name, text in parts if text))


def contacts(done: Normalised) -> list[str]:
    return [told(one) for one in done.value.contacts if isinstance(one, Contact)]


CASES = list(cards())


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[text[:45] for text, _ in CASES])
def test_cards(text: str, wanted: list[str]) -> None:
    done = read(page(text))
    kept = " ".join(str(flatten(one.children)) for one in done.value.contacts if isinstance(one, Para))
    assert done.trail is not None
    assert UNEXPLAINED not in done.trail.rules
    if wanted in (["stay"], ["sentence"]):
        assert contacts(done) == []
        assert "@" in kept
        assert ("C103" in codes(done.notices)) == (wanted == ["stay"])
    else:
        assert contacts(done) == [" · ".join(sorted(bare(line).split(" · "))) for line in wanted]


@pytest.mark.parametrize(
    ("foot", "kept"),
    [
        ("Contact presse\nLucie Astier (anglais, espagnol)\n01 99 00 44 44", "anglais"),
        ("Contact presse\nLucie Astier\n01 99 00 44 44\nDu lundi au vendredi, de 9 h à 18 h", "lundi"),
        ("Contact presse\nLucie Astier\n01 99 00 44 44\nNuméro vert : 0 800 900 900", "Numéro vert"),
    ],
)
def test_words_that_are_no_field_are_kept(foot: str, kept: str) -> None:
    done = read(page(f"[Paris] {foot}"))
    words = [str(flatten(one.children)) for one in done.value.contacts if isinstance(one, Para)]
    assert any(kept in bare(text) for text in words)


def index(*lines: tuple[str, list[str]], lang: str = "fr") -> CardIndex:
    """What becomes of lines, each with the labels of its pieces; no blank lines stand between."""
    made = CardIndex(lang, ("NE",))
    cuts = [Cut(Line((Text(of_source(text)),), at, at), at, ("NE",)) for at, (text, _) in enumerate(lines)]
    made.take(cuts, [taken(label) for _, labels in lines for label in labels])
    return made


def fields(made: CardIndex) -> list[str]:
    return [told(item.frozen()) if isinstance(item, Card) else str(flatten(item.words.children)) for item in made.items]


def test_pieces_fill_the_contact_that_is_begun() -> None:
    made = index(
        ("Contact presse :", ["lead"]),
        ("Awa Sow", ["person*"]),
        ("Chargée de communication", ["role"]),
        ("OIM Niger", ["organisation"]),
        ("20 75 31 41", ["phone"]),
        ("asow@iom.int", ["mail"]),
        ("www.iom.int", ["web"]),
        ("12 rue du Lac", ["address"]),
        ("Jean Dupont", ["person*"]),
        ("jd@iom.int", ["mail"]),
    )
    assert fields(made) == [
        "Contact presse :",
        "address 12 rue du Lac · mail asow@iom.int · name Awa Sow · organisation OIM Niger · "
        "phone +22720753141 · role Chargée de communication · web https://www.iom.int",
        "mail jd@iom.int · name Jean Dupont",
    ]
    first = made.items[1]
    assert isinstance(first, Card)
    assert (first.named, first.told, first.headed, first.last, first.parted) == (1, 4, -1, 7, False)
    assert [str(text) for text in first.texts()] == [
        *("Awa Sow", "Chargée de communication", "OIM Niger", "12 rue du Lac", "asow@iom.int"),
        *("20 75 31 41", "www.iom.int"),
    ]


def test_the_first_line_with_a_detail_is_told_and_the_last_of_all() -> None:
    (one,) = index(("asow@iom.int", ["mail*"]), ("20 75 31 41", ["phone"]), ("Awa Sow", ["person"])).items
    assert isinstance(one, Card)
    assert (one.told, one.named, one.last) == (0, 2, 2)


def test_hours_of_one_line_are_one_thing_to_say_and_what_parts_them_stays() -> None:
    made = index(("9 h – 12 h / 14 h – 17 h", ["hours"] * 4), ("De 8 h à 9 h", ["hours"]))
    assert fields(made) == ["9 h – 12 h / 14 h – 17 h", "De 8 h à 9 h"]
    assert made.gone == []


def test_what_a_person_says_of_a_piece_is_put_by_their_word() -> None:
    made = CardIndex("fr", ("NE",))
    cut = Cut(Line((Text(of_source("Awa Sow, asow@iom.int")),), 1, 1), 1, ("NE",))
    made.take([cut], [taken("note"), taken("mail*")], given={0})
    words, one = made.items
    assert isinstance(words, Said)
    assert isinstance(one, Card)
    (text,) = words.words.children
    assert isinstance(text, Text)
    assert isinstance(text.value, Traced)
    assert text.value.given
    assert not one.emails[0].given


def test_and_between_numbers_joins_them() -> None:
    (one,) = index(("Awa Sow, 20 75 31 41 et 20 75 31 42", ["person*", "phone", "phone"])).items
    assert isinstance(one, Card)
    assert one.joined
    (one,) = index(("Awa Sow, 20 75 31 41, 20 75 31 42", ["person*", "phone", "phone"])).items
    assert isinstance(one, Card)
    assert not one.joined


def test_several_parts_of_one_field_stand_in_a_row() -> None:
    made = index(("Awa Sow", ["person*"]), ("Directrice", ["role"]), ("Porte-parole", ["role"]), ("Li Wu", ["also"]))
    assert fields(made) == ["name Awa Sow, Li Wu · role Directrice, Porte-parole"]


def test_a_body_that_comes_first_heads_its_contact() -> None:
    made = index(("OIM Niger", ["organisation*"]), ("OIM Maradi", ["organisation"]), ("Awa Sow", ["person"]))
    (one,) = made.items
    assert isinstance(one, Card)
    assert (one.headed, one.named, one.reachable, one.name) == (0, 2, False, "Awa Sow")


def test_words_that_lead_end_a_contact_and_a_sentence_is_whole() -> None:
    made = index(
        ("Awa Sow", ["person*"]),
        ("Contacts presse :", ["lead"]),
        ("asow@iom.int", ["mail"]),
        ("Du lundi au vendredi", ["hours"]),
        ("Li Wu", ["person"]),
        ("Écrire à presse@iom.int avant lundi.", ["sentence", "mail", "sentence"]),
    )
    assert fields(made) == [
        "name Awa Sow",
        "Contacts presse :",
        "mail asow@iom.int · name Li Wu",
        "Du lundi au vendredi",
        "Écrire à presse@iom.int avant lundi.",
    ]


@pytest.mark.parametrize(
    ("text", "label", "kept", "gone"),
    [
        ("Mme Awa Sow", "person*", "name Awa Sow", ["Mme"]),
        ("Monsieur Jean Dupont", "person*", "name Jean Dupont", ["Monsieur"]),
        ("Dr Awa Sow", "person*", "name Dr Awa Sow", []),
        ("Mme Sow", "person*", "name Mme Sow", []),
        ("l’OIM Niger", "organisation*", "organisation OIM Niger", ["l’"]),
        ("L’OIM Niger", "organisation*", "organisation OIM Niger", ["L’"]),
        ("Le ministère des Ponts", "organisation*", "organisation ministère des Ponts", ["Le"]),
        ("La Poste", "organisation*", "organisation La Poste", []),
        ("Les Orignaux", "organisation*", "organisation Les Orignaux", []),
        ("notre attachée de presse", "role*", "role attachée de presse", ["notre"]),
        ("Nos attachées", "role*", "role Nos attachées", []),
    ],
)
def test_what_stands_before_a_name_is_left_out(text: str, label: str, kept: str, gone: list[str]) -> None:
    made = index((text, [label]))
    assert (fields(made), [str(each.dropped.text) for each in made.gone]) == ([kept], gone)


@pytest.mark.parametrize(
    ("text", "mail"),
    [
        ("presse[at]iom.int", "presse@iom.int"),
        ("presse (at) iom (dot) int", "presse@iom.int"),
        ("presse@iom.int", "presse@iom.int"),
        ("presse chez iom", "presse chez iom"),
        ("voir la presse (at) iom (dot) int", "voir la presse (at) iom (dot) int"),
        ("a@x.int (at) iom", "a@x.int (at) iom"),
    ],
)
def test_an_address_that_is_spelled_out(text: str, mail: str) -> None:
    made = spelled_out(of_source(text))
    assert made == mail
    assert {piece.edits for piece in made.pieces} - {""} == ({"C009"} if text != mail else set())


@pytest.mark.parametrize(
    ("label", "lang", "use"),
    [("P.", "fr", "mobile"), ("P:", "en", ""), ("M:", "en", "mobile"), ("Fax :", "es", "fax"), ("T.", "fr", "")],
)
def test_what_a_label_says_of_its_number(label: str, lang: str, use: str) -> None:
    assert use_of(label, lang) == use


def test_a_web_address_is_led_to_and_shown_as_it_is() -> None:
    made = index(("www.iom.int", ["web*"]))
    (one,) = made.items
    assert isinstance(one, Card)
    assert one.webs == [Web("www.iom.int", "https://www.iom.int")]
    href = one.webs[0].href
    assert isinstance(href, Traced)
    assert {piece.place for piece in href.pieces} == {"C005"}


def test_words_beside_a_body_that_nobody_reaches_yet_stand_before_it() -> None:
    above = index(("OIM Niger", ["organisation*"]), ("Presse", ["topic"]), ("20 75 31 41", ["phone"]))
    assert fields(above) == ["Presse", "organisation OIM Niger · phone +22720753141"]
    below = index(("OIM Niger", ["organisation*"]), ("20 75 31 41", ["phone"]), ("Presse", ["topic"]))
    assert fields(below) == ["organisation OIM Niger · phone +22720753141", "Presse"]


def test_the_top_of_a_column_is_that_of_its_first_line() -> None:
    made = CardIndex("fr", ("NE",))
    texts = ("Awa Sow", "Directrice", "20 75 31 41")
    lines = [Line((Text(of_source(text)),), at, at, marks=frozenset({TOP})) for at, text in enumerate(texts)]
    cuts = [Cut(line, at, ("NE",)) for at, line in enumerate(lines)]
    made.take(cuts, [taken("person*"), taken("role"), taken("phone")])
    (one,) = made.items
    assert isinstance(one, Card)
    assert one.top == 0
