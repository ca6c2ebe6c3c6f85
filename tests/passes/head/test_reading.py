"""Kicker, title, subtitle, dates and datelines, in the forms that were seen; and what only looks like one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from oimpress.errors import UsageError
from oimpress.model.draft import Draft
from oimpress.model.house import House
from oimpress.model.runs import flatten
from oimpress.passes.head.evidence import Page
from oimpress.passes.head.reading import head, page_of, within_contacts, without_poor
from oimpress.passes.labelling import Reading
from tests.passes.drafts import lines, taken
from tests.passes.reading import LEAD, MORE, bare, codes, draft, paragraphs, read, release

TITLE = "L'OIM aide les sinistrés du nord"


def test_a_date_line_is_the_date_of_publication() -> None:
    found = release(f"27 nov 2023\n\n{TITLE}\n\n{LEAD}\n\n{MORE}")
    assert found.published == "2023-11-27"
    assert bare(str(flatten(found.title))) == TITLE


def test_a_title_loses_the_dash_left_at_its_end() -> None:
    assert bare(str(flatten(release(f"{TITLE} -\n{LEAD}\n{MORE}").title))) == TITLE


def test_a_line_between_title_and_dateline_is_the_subtitle() -> None:
    found = release(f"{TITLE}\nPlus de 1 000 familles en ont besoin\nHaïti - {LEAD}\n{MORE}")
    assert bare(str(flatten(found.subtitle))) == "Plus de 1 000 familles en ont besoin"


def test_a_caption_between_title_and_dateline_is_no_subtitle() -> None:
    found = release(f"{TITLE}\nUne famille à Goma. Photo: IOM 2017/Awa Sow\nGoma - {LEAD}\n{MORE}\n")
    assert not found.subtitle
    assert found.dateline
    assert paragraphs(found.body) == [LEAD, MORE]


@pytest.mark.parametrize("text", [f"{LEAD}\n{MORE}\n", f"Haïti - {LEAD}\n{MORE}\n", "Tél : +41 22 717 91 11\n" + LEAD])
def test_no_title_is_told_and_nothing_is_taken_for_it(text: str) -> None:
    done = read(text)
    assert done.value.title == ()
    assert "H101" in codes(done.notices)


@pytest.mark.parametrize(
    ("title", "titles", "issuers"),
    [
        ("La piscine rouvre", {"la piscine rouvre"}, set()),
        (
            "La piscine rouvre – Ville de Lyon",
            {"la piscine rouvre", "la piscine rouvre – ville de lyon"},
            {"ville de lyon"},
        ),
        (
            "Presse | La piscine rouvre | Lyon",
            {
                *("la piscine rouvre", "presse | la piscine rouvre"),
                *("la piscine rouvre | lyon", "presse | la piscine rouvre | lyon"),
            },
            {"presse", "lyon"},
        ),
    ],
)
def test_what_a_page_says_of_itself(title: str, titles: set[str], issuers: set[str]) -> None:
    page = page_of(replace(draft("x"), titles=(title,)))
    assert page == Page(frozenset(titles), frozenset(issuers), site=frozenset(issuers), text="x")


def test_what_a_house_says_of_itself() -> None:
    house = House(name="Ville de Lyon", organisations=("Métropole",), kickers=("Info Presse",), furniture=("À la une",))
    page = page_of(replace(draft("x"), house=house))
    assert page == Page(
        issuers=frozenset({"ville de lyon", "metropole"}),
        kickers=frozenset({"info presse"}),
        furniture=frozenset({"a la une"}),
        text="x",
    )
    assert page_of(replace(draft("x"), house=house, titles=("Métropole",))).issuers == {"ville de lyon"}
    assert page_of(draft("Été\n\nL’hiver")) == Page(text="Ete\nL'hiver")


def test_a_title_that_no_line_says_and_names_a_body_is_the_site_s() -> None:
    titles = ("Observatoire des médias libres",)
    assert page_of(replace(draft("L'Observatoire des médias libres condamne."), titles=titles)).titles == frozenset()
    assert page_of(replace(draft("Observatoire des médias libres"), titles=titles)).titles != frozenset()
    assert page_of(replace(draft("Un texte."), titles=("Observatoire : il alerte",))).titles != frozenset()


def test_what_has_hardly_a_point_of_its_own_is_no_title() -> None:
    poor, fair = taken("title", support=-4), taken("title", support=-3)
    more, sub = taken("title goes on"), taken("subtitle", support=-4)

    def labels(*readings: Reading, pins: Mapping[int, str] | None = None) -> list[str]:
        return [one.label for one in without_poor(list(readings), pins or {})]

    assert labels(poor, more, taken("body")) == ["stray", "stray", "body"]
    assert labels(fair, more) == ["title", "title goes on"]
    assert labels(fair, sub, taken("subtitle", support=-3)) == ["title", "body", "subtitle"]
    assert labels(poor, more, sub, pins={0: "title"}) == ["title", "title goes on", "body"]
    assert labels(poor, sub, pins={1: "subtitle"}) == ["stray", "subtitle"]


POOL = "La piscine rouvre ses portes au public"
LONG = "Le gouvernement a salué ce geste et annoncé que la reconstruction durerait deux ans dans toute la région."
TOPICS = [f"Sujet numéro {at}" for at in range(50)]


@pytest.mark.parametrize(
    ("texts", "size"),
    [
        ([POOL, LONG, LONG, LONG, LONG, "Fin"], 4),  # 315 characters of prose
        ([POOL, LONG, LONG, "Fin"], 4),
        ([POOL, f"Lyon, le 12 mars 2024 – {LONG}", LONG, LONG], 2),
        ([POOL, "Une phrase courte.", "Une phrase courte.", *[LONG] * 4], 6),
        ([POOL, LONG.rstrip("."), *[LONG] * 4], 5),
        (TOPICS, 40),
        ([f"Lyon, le 12 mars 2024 – {LONG}", LONG, LONG], 1),
        (["Un"], 1),
    ],
)
def test_how_far_a_head_is_read(texts: list[str], size: int) -> None:
    read_lines = [one for one in head(draft("\n".join(texts))).value.readings if one.region == "head"]
    assert [one.where for one in read_lines] == [f"l.{at + 1}" for at in range(size)]


def pinned(texts: list[str], pins: Mapping[int, str]) -> Draft:
    return replace(draft("x"), flow=tuple(lines(*texts, pins=pins)))


def test_what_a_person_says_is_read_however_far_down() -> None:
    texts = [*[LONG] * 5, POOL, LONG, LONG]
    assert len(head(pinned(texts, {5: "title"})).value.readings) == 7
    assert str(flatten(head(pinned(texts, {5: "title"})).value.release.title)) == POOL
    assert len(head(pinned(texts, {5: "list"})).value.readings) == 3
    assert len(head(pinned(texts, {0: "title"})).value.readings) == 3


def test_pins_that_cannot_stand_together_are_refused() -> None:
    with pytest.raises(UsageError, match=r"cannot all be so at “Un autre titre”"):
        head(pinned([POOL, "Un texte.", "Un autre titre"], {0: "title", 2: "title"}))


def test_a_page_without_lines_has_no_title() -> None:
    assert [one.code for one in head(draft("")).notices] == ["H101"]


def test_a_page_that_says_its_title_beside_its_lines_is_no_doubt() -> None:
    untitled = draft(f"Lyon, le 12 mars 2024 – {LONG}\n{LONG}\n{LONG}")
    assert "H101" in codes(head(untitled).notices)
    assert "H101" not in codes(head(replace(untitled, titles=("La piscine rouvre",))).notices)


@pytest.mark.parametrize(
    ("above", "below", "label"),
    [("contact", "contact", "contact"), ("contact", "stray", "stray"), ("kicker", "contact", "stray")],
)
def test_what_nothing_explains_between_two_lines_of_a_contact_is_one_of_them(
    above: str, below: str, label: str
) -> None:
    readings = [taken(one) for one in (above, "stray", below, "title")]
    assert [one.label for one in within_contacts(readings)] == [above, label, below, "title"]
    assert [one.label for one in within_contacts(readings[::-1])] == ["title", below, label, above]
