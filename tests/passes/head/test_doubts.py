"""Titles that a person should look at: what else could be the title, what is hardly one, what holds more than one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from oimpress.knowledge.folding import fold
from oimpress.model.draft import SUBJECT_ALONE, Line
from oimpress.model.nodes import Text
from oimpress.model.traced import join, of_source, replacing
from oimpress.passes.head.doubts import doubts
from oimpress.passes.head.evidence import Page
from oimpress.passes.labelling import Reading
from tests.passes.drafts import lines, taken

POOL = "La piscine rouvre ses portes au public"
SURE = taken("title", ["verb"])
PROSE = taken("body", ["sentence"])


def doubted(*said: tuple[str, Reading], page: Page = Page()) -> list[tuple[str, str, str]]:  # noqa: B008
    found = doubts(lines(*(text for text, _ in said)), [one for _, one in said], page)
    return [(one.code, one.where, one.detail) for one in found]


def test_a_head_without_a_title_is_told() -> None:
    assert doubted(("Info", taken("kicker")), ("Un texte.", PROSE)) == [("H101", "l.1", "")]


@pytest.mark.parametrize(
    ("title", "told"),
    [
        (SURE, False),
        (taken("title", ["verb"], support=4), False),
        (taken("title", ["verb"], support=3), True),
        (taken("title", ["verb"], margin=4), False),
        (taken("title", ["verb"], margin=3), True),
        (taken("title", ["verb", "begins with label"]), True),
        (taken("title", ["verb", "body first"]), False),
        (taken("title", ["body first"]), True),
        (taken("title", ["body last"]), True),
        (taken("title"), False),
    ],
)
def test_a_title_that_could_be_another_line_is_told(title: Reading, told: bool) -> None:
    assert doubted(("Info", taken("kicker")), (POOL, title), ("Un texte.", PROSE)) == (
        [("H104", "l.2", POOL)] if told else []
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Anvers, 27 février 2024, 7.00 a.m. CET", True),
        ("Communiqué n° 2024-12 du 3 mars 2024", True),
        ("La piscine rouvre le 27 février 2024 à 7 h", False),
    ],
)
def test_a_title_without_words_of_its_own_is_told(text: str, told: bool) -> None:
    assert bool(doubted((text, SURE), ("Un texte.", PROSE))) is told


def test_the_line_that_is_told_is_the_one_that_could_be_the_title_best() -> None:
    poor = taken("title", ["verb"], support=3, losses={"title": 0})
    far, near = taken("kicker", losses={"title": 7}), taken("stray", losses={"title": 2, "kicker": 1})
    assert doubted(("Info", far), (POOL, poor), ("La fête du lac", near)) == [("H104", "l.3", POOL)]
    assert doubted(("La fête du lac", near), (POOL, poor), ("Info", far)) == [("H104", "l.1", POOL)]


def test_a_title_of_several_lines_is_weighed_as_one() -> None:
    first, more = taken("title", ["verb"], support=1), taken("title goes on", support=5)
    assert doubted((POOL, first), ("dès lundi", more), ("Un texte.", PROSE)) == []
    assert doubted((POOL, first), ("Un texte.", PROSE), ("dès lundi", more)) == [("H104", "l.1", POOL)]
    assert doubted(("La piscine", taken("title")), ("de la ville et du lac", more)) == []
    assert doubted(("La piscine", taken("title")), ("de la ville", taken("body"))) == [("H104", "l.1", "La piscine")]


@pytest.mark.parametrize(
    ("above", "told"),
    [
        (taken("issuer", support=-1), True),
        (taken("issuer", ["body first"], support=0), False),
        (taken("kicker", support=-1), False),
    ],
)
def test_a_title_below_a_line_that_nothing_says_is_a_body_s_is_told(above: Reading, told: bool) -> None:
    found = doubted(("Deux cents bornes de quartier", above), (POOL, SURE), ("Un texte.", PROSE))
    assert [code for code, _, _ in found] == (["H104"] if told else [])
    assert doubted(("Deux cents bornes", above), (POOL, SURE), ("Un texte.", PROSE)) == []


def test_what_a_person_says_is_the_title_is_no_doubt() -> None:
    poor = taken("title", support=-9)
    assert doubts(lines(POOL, pins={0: "title"}), [poor], Page()) == []
    assert [one.code for one in doubts(lines(POOL), [poor], Page())] == ["H104"]


@pytest.mark.parametrize(
    ("below", "told"),
    [
        ([taken("stray")] * 6, True),
        ([taken("stray"), taken("subtitle"), taken("body")] * 2, True),
        ([taken("stray")] * 5, False),
        ([*[taken("stray")] * 5, PROSE, taken("stray")], False),
        ([*[taken("stray")] * 5, taken("body", ["opens with place or date"]), taken("stray")], False),
        ([*[taken("stray")] * 5, taken("body", ["bullet"]), taken("stray")], True),
        ([*[taken("stray")] * 5, taken("body", ["bullet"])], False),
        ([*[taken("stray")] * 5, taken("kicker")], False),
        ([*[taken("stray")] * 5, taken("stray", ["mark alone"])], False),
    ],
)
def test_many_lines_that_read_like_titles_make_a_page_of_teasers(below: list[Reading], told: bool) -> None:
    assert bool(doubted((POOL, SURE), *((f"Sujet {at}", one) for at, one in enumerate(below)))) == told


@pytest.mark.parametrize(
    ("title", "odd"),
    [
        ("La piscine ? Elle rouvre ses portes au public", False),
        ("La pi?cine rouvre ses portes au public", True),
        ("La pi\ufffdcine rouvre ses portes au public", True),
        ("La piscine rouvre presse@lyon.test", True),
        ("La piscine ----- rouvre ses portes au public", True),
        ("La piscine rouvre avec la région (SYTRAL)", True),
        ("La piscine rouvre avec la région (SY)", False),
        ("La piscine (SYTRAL) rouvre ses portes au public", False),
        ("R E P R I S E : communiqué de presse de la ville", True),
        ("R E P R I S E : la piscine rouvre ses portes", False),
        ("La piscine rouvre", False),
    ],
)
def test_titles_that_lost_letters_or_hold_more_than_a_title(title: str, odd: bool) -> None:
    assert bool(doubted((title, SURE), ("Un texte.", PROSE))) == odd


@pytest.mark.parametrize(
    ("words", "seen", "odd"),
    [
        ("Les amis du lac", [], True),
        ("Les amis du grand lac", [], False),
        ("Les amis du lac", ["verb"], False),
        ("Les amis du lac", ["heading of the first level"], True),
        ("Les amis du lac", ["heading of the first level", "page s own title"], False),
    ],
)
def test_few_words_without_a_verb_could_be_a_name(words: str, seen: list[str], odd: bool) -> None:
    assert bool(doubted((words, taken("title", seen)), ("Un texte.", PROSE))) == odd


@pytest.mark.parametrize(
    ("own", "title", "odd"),
    [
        ("la piscine rouvre ses portes", "La piscine rouvre ses portes", False),
        ("la piscine rouvre ses portes", "La piscine rouvre ses portes à tous", False),
        ("la piscine rouvre ses portes", "La piscine rouvre ses portes Lyon y gagne", True),
        ("la piscine rouvre ses portes", "Lyon : la piscine rouvre ses portes", True),
        ("la piscine rouvre ses portes", "Après trois ans, la piscine rouvre ses portes", False),
        ("la piscine rouvre ses portes", "Un grand jour La piscine rouvre ses portes", True),
        ("la piscine rouvre !!", "La piscine rouvre !! Lyon y gagne", False),  # of 20 characters
        ("la piscine rouvre !!!", "La piscine rouvre !!! Lyon y gagne", True),
    ],
)
def test_a_title_that_holds_more_than_the_page_says_is_its_title(own: str, title: str, odd: bool) -> None:
    assert bool(doubted((title, SURE), ("Un texte.", PROSE), page=Page(frozenset({own})))) == odd


def wrapped(above: str, below: str, rule: str = "L002") -> Line:
    """A line that stood on two, joined by ``rule``."""
    break_at = len(above)
    run = join((of_source(above), replacing(" ", rule, break_at, break_at + 1), of_source(below, break_at + 1)))
    return Line((Text(run),), 1, 2)


@pytest.mark.parametrize(
    ("above", "below", "told"),
    [
        ("La piscine rouvre", "Lyon y gagne un bassin", True),
        ("La piscine rouvre", "2 bassins s'y ajoutent", True),
        ("La piscine rouvre", "au public", False),
        ("La piscine rouvre dans la", "Drôme du sud", False),
        ("La piscine rouvre,", "Lyon y gagne", False),
        ("La piscine rouvre -", "Lyon y gagne", False),
        ("La piscine rouvre :", "Lyon y gagne", False),
    ],
)
def test_a_title_that_was_joined_of_two_lines_could_be_the_first(above: str, below: str, told: bool) -> None:
    assert bool(doubts([wrapped(above, below)], [SURE], Page())) == told
    assert doubts([wrapped(above, below, "L001")], [SURE], Page()) == []  # joined in the source
    (broken,) = lines(f"{above}\n{below}")
    assert bool(doubts([broken], [SURE], Page())) == told
    assert doubts([broken], [SURE], Page(frozenset({fold(f"{above} {below}")}))) == []  # the page says both


@pytest.mark.parametrize(
    ("below", "told"),
    [
        ((taken("subtitle", ["verb"]), PROSE), True),
        ((taken("stray"), PROSE), True),
        ((taken("stray", ["bullet"]), PROSE), False),
        ((taken("dateline"), PROSE), False),
        ((PROSE, taken("stray")), False),  # below the text
    ],
)
def test_a_mail_s_subject_that_no_line_says_could_be_less_than_a_title_above_the_text(
    below: tuple[Reading, ...], told: bool
) -> None:
    head = lines(POOL, *("Une écluse" for _ in below))
    assert doubts(head, [SURE, *below], Page()) == []
    head[0] = replace(head[0], marks=frozenset({SUBJECT_ALONE}))
    assert bool(doubts(head, [SURE, *below], Page())) == told


@pytest.mark.parametrize(
    ("seen", "level", "told"),
    [
        (["tight", "lower case first"], 0, True),
        (["tight", "lower case first"], 2, False),
        (["tight"], 0, False),
        (["lower case first"], 0, False),
    ],
)
def test_small_letters_closely_below_a_title_could_be_its_end(seen: list[str], level: int, told: bool) -> None:
    title, below, last = lines(POOL, "dès lundi", "Un texte.")
    readings = [SURE, taken("body", seen), PROSE]
    assert bool(doubts([title, replace(below, level=level), last], readings, Page())) == told


OWN = ["heading of the first level", "page s own title"]
SITE = taken("title", OWN)
HEADING = taken("stray", ["lower heading"])


@pytest.mark.parametrize(
    ("name", "title", "below", "told"),
    [
        ("Les amis du lac", SITE, [HEADING, PROSE], True),
        ("Les amis du lac", SITE, [PROSE, HEADING], True),
        ("Les amis du grand lac", SITE, [HEADING, PROSE], False),
        ("Les amis du lac", taken("title", [*OWN, "verb"]), [HEADING, PROSE], False),
        ("Les amis du lac", SITE, [taken("stray"), PROSE], False),
        ("Les amis du lac", SITE, [HEADING, taken("stray")], False),
    ],
)
def test_a_title_above_a_heading_that_the_text_says_again_could_be_the_site_s_name(
    name: str, title: Reading, below: list[Reading], told: bool
) -> None:
    said = [(f" {name} ", title), *((f"Selon {name.lower()}, tout va bien.", one) for one in below)]
    assert bool(doubted(*said)) == told
    assert doubted((name, title), *(("Tout va bien.", one) for one in below)) == []


def test_a_heading_above_a_title_makes_it_no_name_of_a_site() -> None:
    assert doubted(("À la une", HEADING), ("Les amis du lac", SITE), ("Les amis du lac vont bien.", PROSE)) == []


def test_the_lines_of_a_title_are_weighed_with_a_blank_between_them() -> None:
    page = Page(frozenset({"la piscine rouvre ses"}))
    more = taken("title goes on")
    assert doubted(("La piscine rouvre", SURE), ("ses Portes", more), page=page)
    assert not doubted(("La piscine rouvre", SURE), ("ses portes", more), page=page)
