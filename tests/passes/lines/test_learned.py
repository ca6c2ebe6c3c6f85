"""What a corpus teaches: labels at the menu's end and at the page's end; never contacts, facts or sentences."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from oimpress.learning import learn_profile
from oimpress.model.draft import Draft
from oimpress.model.nodes import Contact
from oimpress.model.runs import flatten
from oimpress.model.trail import Drop
from oimpress.passes.lines.furniture import furniture
from oimpress.passes.lines.learned import Learned, learn, shared_lines
from oimpress.pipeline import normalise_source
from oimpress.sources import Source
from tests.passes.reading import LEAD, MENU, MORE, bare, draft, paragraphs, said

CONTACT = "Pour plus d'informations, veuillez contacter\nAwa Sow\nOIM Niger\nEmail: asow@iom.int"
FACTS = "-\nAnnée\n2019\n-\nStatut\nAchevé\n"


def page(n: int) -> str:
    extra = "Espace presse régional\nBureau de Niamey\n"
    return f"{MENU}{extra}Titre numéro {n} du communiqué\n{FACTS}{LEAD} {n}\n{MORE} {n}\n{CONTACT}\nPlan du site\nMentions légales\n"


def sources() -> list[Source]:
    return [Source(f"{n}.txt", page(n).encode()) for n in range(6)]


def test_a_learned_profile_finds_title_and_text(tmp_path: Path) -> None:
    profile = tmp_path / "site.toml"
    profile.write_text(learn_profile(sources()))
    done = normalise_source(sources()[2], str(profile))
    found = done.value
    assert done.trail
    assert bare(str(flatten(found.title))) == "Titre numéro 2 du communiqué"
    learned = [step.text for step in done.trail.steps if isinstance(step, Drop) and step.rule == "F007"]
    assert learned == ["Espace presse régional", "Bureau de Niamey"]
    assert paragraphs(found.body) == [f"{LEAD} 2", f"{MORE} 2"]
    assert [fact.label for fact in found.facts] == ["Année", "Statut"]
    assert [item.emails for item in found.contacts if isinstance(item, Contact)] == [("asow@iom.int",)]


def test_what_is_shared_but_is_no_label_is_not_learned() -> None:
    text = learn_profile(sources())
    assert "bureau de niamey" in text
    assert "plan du site" in text
    for words in ("asow", "veuillez", "cyclone", '"-"', "2019"):
        assert words not in text


def test_two_pages_teach_nothing() -> None:
    assert "niamey" not in learn_profile(sources()[:2])


def test_a_line_that_was_learned_stays_inside_the_text(tmp_path: Path) -> None:
    profile = tmp_path / "site.toml"
    profile.write_text(learn_profile(sources()))
    text = f"{MENU}Un titre ici bien à lui\n{LEAD}\nBureau de Niamey\n{MORE}\n{LEAD} Fin.\n"
    found = normalise_source(Source("x.txt", text.encode()), str(profile)).value
    assert "Bureau de Niamey" in "".join(
        str(flatten(block.children)) if hasattr(block, "children") else str(block) for block in found.body
    )


TITLE = "Titre numéro {n} du communiqué"


def taught(*after: str, last: tuple[str, ...] = (), count: int = 3, menu: str = MENU) -> Learned:
    """What ``count`` pages teach: ``after`` the menu, and ``last`` at the end; titles and texts differ."""
    texts = (
        "\n".join([menu + "\n".join(after), TITLE.format(n=n), f"{LEAD} {n}.", *last]).strip("\n") for n in range(count)
    )
    return learn(draft(text) for text in texts)


@pytest.mark.parametrize(
    ("line", "known"),
    [
        ("Espace presse régional", True),
        ("L’Espace Presse", True),
        ("FAQ", True),
        ("Où", False),
        ("x" * 90, True),
        ("x" * 91, False),
        ("Nous agissons dans le monde.", False),
        ("Voir aussi,", False),
        ("Dans la région ;", False),
        ("presse@oim.test", False),
        ("BP 12345 Niamey", False),
        ("Appeler le 20 72 31 22", False),
        ("Contact presse", False),
        ("Tél. de garde", False),
    ],
)
def test_a_label_is_learned_and_nothing_else(line: str, known: bool) -> None:
    """At either place; and where it is known, it is taken off at both."""
    expected = frozenset({line.replace("’", "'").casefold()} if known else ())
    assert set(taught(line).head) == {each.replace("é", "e") for each in expected}
    assert set(taught(last=(line,)).foot) == {each.replace("é", "e") for each in expected}


def test_labels_are_learned_in_one_stretch_from_the_end_of_the_menu_and_of_the_page() -> None:
    after, last = ("Espace presse", "Bureau de Niamey"), ("Plan du site", "Mentions légales")
    assert taught(*after, last=last) == Learned(
        frozenset({"espace presse", "bureau de niamey"}), frozenset({"plan du site", "mentions legales"})
    )
    assert taught("Espace presse", f"{LEAD}", "Bureau de Niamey").head == {"espace presse"}
    assert taught(last=("Plan du site", f"{LEAD}", "Mentions légales")).foot == {"mentions legales"}
    assert taught("Espace presse", "-", "Bureau de Niamey").head == {"espace presse"}


def test_without_a_menu_nothing_is_learned_of_the_head() -> None:
    assert taught("Espace presse", menu="") == Learned()


@pytest.mark.parametrize(("shared", "known"), [(2, False), (3, True)])
def test_three_pages_are_enough(shared: int, known: bool) -> None:
    assert bool(taught("Espace presse", count=shared).head) == known


@pytest.mark.parametrize(("shared", "known"), [(3, False), (4, True), (5, True)])
def test_of_many_pages_a_fifth_must_show_it(shared: int, known: bool) -> None:
    pages = [f"{MENU}{'Bureau du nord' if n < shared else f'Sujet {n} du jour'}\n{LEAD} {n}." for n in range(20)]
    assert ("bureau du nord" in learn(map(draft, pages)).head) == known


def test_a_page_teaches_a_label_once_however_often_it_shows_it() -> None:
    assert learn([draft(f"{MENU}Agenda\nPresse\nAgenda\n{LEAD}")] * 2).head == frozenset()


def test_how_far_is_looked() -> None:
    labels = tuple(f"Rubrique {chr(97 + n)}" for n in range(13))
    assert taught(*labels).head == {f"rubrique {chr(97 + n)}" for n in range(12)}
    assert taught(last=labels).foot == {f"rubrique {chr(98 + n)}" for n in range(12)}


def test_the_end_of_a_page_is_not_its_menu() -> None:
    """A page that holds nothing but its menu teaches nothing."""
    assert learn([draft(MENU)] * 3) == Learned()


KNOWN = Learned(frozenset({"espace presse", "bureau de niamey"}), frozenset({"archives du bureau", "revue de presse"}))


def without_menu(text: str) -> Draft:
    return furniture(draft(MENU + text)).value


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (f"Espace presse\nBureau de Niamey\nUn titre\n{LEAD}", ["Un titre", LEAD]),
        (f"ESPACE PRESSE\nUn titre\n{LEAD}", ["Un titre", LEAD]),
        (f"Espace presse\n{LEAD}", [LEAD]),
        (f"Un titre\nEspace presse\n{LEAD}", ["Un titre", "Espace presse", LEAD]),
        (f"{LEAD}\n{MORE}\nArchives du bureau\nRevue de presse", [LEAD, MORE]),
        (f"{LEAD}\nArchives du bureau\n{MORE}\nRevue de presse", [LEAD, "Archives du bureau", MORE]),
        (f"{LEAD}\n{MORE}\nEspace presse", [LEAD, MORE, "Espace presse"]),
        (f"Archives du bureau\n{LEAD}\n{MORE}", ["Archives du bureau", LEAD, MORE]),
    ],
)
def test_what_was_learned_goes_where_it_was_learned(text: str, kept: list[str]) -> None:
    done = shared_lines(without_menu(text), KNOWN)
    assert said(done.value) == kept
    assert {each.rule for each in done.dropped} <= {"F007"}
    assert len(done.dropped) == len(text.splitlines()) - len(kept)


def test_the_last_line_of_all_stays() -> None:
    assert said(shared_lines(draft("Archives du bureau\nArchives du bureau"), KNOWN).value) == ["Archives du bureau"]
    page = without_menu(f"Espace presse\n{LEAD}")
    head = replace(page, flow=page.flow[:1])
    assert said(shared_lines(head, KNOWN).value) == ["Espace presse"]


@pytest.mark.parametrize("text", [f"Espace presse\n{LEAD}\n{MORE}", f"\n\nEspace presse\n{LEAD}\n{MORE}"])
def test_where_no_menu_was_taken_away_the_head_stays(text: str) -> None:
    assert said(shared_lines(draft(text), KNOWN).value) == ["Espace presse", LEAD, MORE]
    assert said(shared_lines(draft(""), KNOWN).value) == []


def test_a_line_that_reads_like_no_label_stays_though_a_profile_names_it() -> None:
    known = Learned(frozenset({"nous agissons."}), frozenset({"nous agissons."}))
    assert said(shared_lines(without_menu(f"Nous agissons.\n{LEAD}\nNous agissons."), known).value) == [
        "Nous agissons.",
        LEAD,
        "Nous agissons.",
    ]
