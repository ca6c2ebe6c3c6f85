"""Every text and attribute of a release with its path, and changes that leave the rest as it is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from oimpress.model.grammar import Role
from oimpress.model.nodes import (
    Block,
    Inlines,
    Para,
    Section,
    Text,
)
from oimpress.model.walk import Run, every_block, map_runs, runs, slots
from tests.model.example import RELEASE, t

TEXTS = [
    ("head/issuer", "Ville de Vézelin"),
    ("head/embargo", "jusqu'à midi"),
    ("head/title", "Le pont rouvre"),
    ("head/dateline/place", "Lyon"),
    ("head/dateline/date", "3 mai"),
    ("head/facts/fact[1]/label", "Budget"),
    ("head/facts/fact[1]/value", "douze millions"),
    ("body/p[1]", "un"),
    ("body/section[1]/heading", "Chiffres"),
    ("body/section[1]/p[1]", "deux"),
    ("body/section[1]/list[1]/item[1]/p[1]", "trois"),
    ("body/section[1]/list[1]/item[1]/p[2]", "quatre"),
    ("body/section[1]/list[1]/item[2]/p[1]", "cinq"),
    ("body/p[2]", "voir le site\n."),
    ("body/figure[1]/caption", "Le pont"),
    ("body/figure[1]/credit", "© Ville"),
    ("body/table[1]/caption", "Titre"),
    ("body/table[1]/row[1]/cell[1]", "a"),
    ("body/table[1]/row[1]/cell[2]", "b"),
    ("body/table[1]/row[2]/cell[1]", "c"),
    ("body/quote[1]/p[1]", "dit"),
    ("body/quote[1]/attribution", "la maire"),
    ("body/aside[1]/heading", "Repères"),
    ("body/aside[1]/p[1]", "boîte"),
    ("body/pre[1]", "x = 1"),
    ("body/note[1]", "une note"),
    ("contacts/p[1]", "Contact :"),
    ("contacts/contact[1]/name", "Ana Roy"),
    ("contacts/contact[1]/phone[1]", "01"),
    ("contacts/contact[1]/email[1]", "a@b.fr"),
    ("contacts/contact[1]/email[2]", "c@d.fr"),
    ("contacts/contact[1]/web[1]", "b.fr"),
    ("contacts/contact[2]/name", "Luc Roy"),
    ("about/p[1]", "qui"),
]
ATTRIBUTES = [
    ("@id", "pont"),
    ("@xml:lang", "fr"),
    ("@kind", "press-release"),
    ("head/embargo/@until", "2025-03-14T11:00:00Z"),
    ("head/dateline/place/@country", "FR"),
    ("head/dateline/date/@when", "2024-05-03"),
    ("head/published/@when", "2024-05-03"),
    ("head/facts/fact[1]/@name", "budget"),
    ("body/p[2]/strong[1]/link[1]/@href", "https://a.fr/"),
    ("body/p[2]/strong[1]/link[1]/foreign[1]/@xml:lang", "en"),
    ("body/figure[1]/@href", "a.png"),
    ("body/figure[1]/@alt", "un pont"),
    ("body/aside[1]/@kind", "facts"),
    ("body/note[1]/@id", "n1"),
    ("contacts/contact[1]/phone[1]/@uri", "tel:01"),
    ("contacts/contact[1]/web[1]/@href", "https://b.fr"),
    ("source/@name", "a.txt"),
    ("source/@sha256", "0" * 64),
    ("source/@media-type", "text/plain"),
    ("source/@reader", "text"),
]


def said(run: Run) -> str:
    return "".join(child.value if isinstance(child, Text) else "*" for child in run.children)


def test_every_text_and_attribute_has_its_path() -> None:
    found = list(slots(RELEASE))
    assert [one for one in found if "@" not in one[0]] == TEXTS
    assert [one for one in found if "@" in one[0]] == ATTRIBUTES


def test_runs_are_the_texts_in_their_order() -> None:
    assert [run.path for run in runs(RELEASE)] == [path for path, _ in TEXTS]
    assert {run.lang for run in runs(RELEASE)} == {"fr"}


@pytest.mark.parametrize(
    ("path", "element", "role", "markup"),
    [
        ("head/issuer", "issuer", "field", False),
        ("head/title", "title", "headline", True),
        ("head/dateline/place", "place", "field", False),
        ("head/facts/fact[1]/value", "value", "field", False),
        ("body/p[2]", "p", "prose", True),
        ("body/table[1]/row[1]/cell[2]", "cell", "prose", True),
        ("body/quote[1]/attribution", "attribution", "byline", True),
        ("contacts/contact[1]/email[2]", "email", "address", False),
        ("contacts/contact[1]/phone[1]", "phone", "address", False),
        ("body/pre[1]", "pre", "code", True),
    ],
)
def test_a_run_says_what_it_is(path: str, element: str, role: str, markup: bool) -> None:
    run = next(run for run in runs(RELEASE) if run.path == path)
    assert (run.element, run.role, run.markup) == (element, role, markup)


def test_what_changes_nothing_gives_the_same_release() -> None:
    assert map_runs(RELEASE, lambda run: run.children) is RELEASE


def test_every_run_and_the_words_of_a_picture_are_changed_each_by_itself() -> None:
    done = map_runs(RELEASE, lambda run: t(f"<{run.element}>") if run.markup else t(f"<{said(run)}>"))
    texts = [(path, f"<{text}>") for path, text in TEXTS]
    of_markup = {run.path: f"<{run.element}>" for run in runs(RELEASE) if run.markup}
    assert [one for one in slots(done) if "@" not in one[0]] == [
        (path, of_markup.get(path, text)) for path, text in texts
    ]
    kept = [("body/figure[1]/@alt", "<un pont>") if "@alt" in path else (path, text) for path, text in ATTRIBUTES]
    assert [one for one in slots(done) if "@" in one[0]] == [one for one in kept if "/strong" not in one[0]]


def test_only_what_changed_is_made_anew() -> None:
    done = map_runs(RELEASE, lambda run: t("6") if run.path.endswith("item[2]/p[1]") else run.children)
    section, before = done.body[1], RELEASE.body[1]
    assert isinstance(section, Section)
    assert isinstance(before, Section)
    assert section.blocks[0] is before.blocks[0]
    assert section != before
    assert [one is other for one, other in zip(done.body, RELEASE.body, strict=True)] == [True, False, *[True] * 7]
    assert done.contacts is RELEASE.contacts


def test_a_run_that_is_emptied_stays_as_an_empty_one() -> None:
    done = map_runs(RELEASE, lambda run: () if run.path == "body/p[1]" else run.children)
    assert done.body[0] == Para(())
    assert ("body/p[1]", "") not in list(slots(done))


def test_a_language_of_the_release_is_that_of_its_runs() -> None:
    assert {run.lang for run in runs(replace(RELEASE, lang="es"))} == {"es"}


def test_blocks_in_blocks_come_in_the_order_of_the_document() -> None:
    found: list[Block] = list(every_block(RELEASE.body))
    names = [type(block).__name__ for block in found]
    assert names == [
        *("Para", "Section", "Para", "List", "Para", "Para", "Para", "Para", "Figure", "Table", "Quote", "Para"),
        *("Aside", "Para", "Preformatted", "Note"),
    ]
    assert list(every_block(())) == []


@pytest.mark.parametrize("role", ["prose", "headline", "byline", "field", "address", "code"])
def test_a_walk_for_one_role_finds_its_runs_and_no_others(role: Role) -> None:
    seen: list[Run] = []

    def note(run: Run) -> Inlines:
        seen.append(run)
        return run.children

    map_runs(RELEASE, note)
    wanted = [run for run in seen if run.role == role]
    seen.clear()
    assert map_runs(RELEASE, note, frozenset({role})) is RELEASE
    assert seen == wanted
