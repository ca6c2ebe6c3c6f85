"""A release stays whole, and alone, in the shells of many systems."""

from __future__ import annotations

import pytest

from oimpress.model.nodes import Contact
from oimpress.model.runs import flatten
from oimpress.model.walk import runs
from oimpress.readers.html.advice import Advice
from oimpress.readers.html.agreed import bear_out
from oimpress.readers.html.furniture import Judge
from oimpress.readers.html.tree import parse
from tests.readers.laws import lawful
from tests.readers.pages import page
from tests.readers.shells import CONTACTED, DATED, DAY, SHELLS, TEXT, TITLE, shelled
from tests.readers.sites import plain


@pytest.mark.parametrize("name", SHELLS)
def test_a_release_stays_whole_and_alone(name: str) -> None:
    head, body = shelled(name)
    release = lawful(page(body, head)).value
    found = plain(" ".join(str(flatten(run.children)) for run in runs(release)))
    assert plain(flatten(release.title)) == plain(TITLE)
    assert [each for each in TEXT if plain(each) not in found] == []
    assert "Ailleurs" not in found
    assert release.published == (DAY if name in DATED else "")
    assert any(isinstance(each, Contact) for each in release.contacts) == (name in CONTACTED)


CONTEXT = (
    "Le bac relie les deux rives depuis 1904, et son arrêt oblige chaque jour huit cents personnes à un détour de douze"
    " kilomètres par le pont de Givors. Le ponton datait de 1961 ; sa réfection avait été repoussée deux fois, faute"
    " d’entreprise. La traversée dure quatre minutes, et le passeur habite sur place depuis toujours, dans une maison"
    " que le département a rénovée."
)


@pytest.mark.parametrize("where", ["before", "within"])
def test_a_box_of_sentences_is_kept_whole(where: str) -> None:
    """What a second reading leaves out is no furniture when it says something: heading and name too."""
    box = f"<aside><h2>Contexte</h2><p>{CONTEXT}</p><p>Odile Rancé, passeuse</p></aside>"
    parts = [f"<p>{text}</p>" for text in TEXT]
    parts.insert({"before": 0, "within": 2}[where], box)
    release = lawful(page(f"<main><article><h1>{TITLE}</h1>{''.join(parts)}</article></main>")).value
    found = plain(" ".join(str(flatten(run.children)) for run in runs(release)))
    assert [each for each in (*TEXT, CONTEXT, "Odile Rancé, passeuse", "Contexte") if plain(each) not in found] == []


@pytest.mark.parametrize(("others", "told"), [(1, []), (8, ["R073"])])
def test_more_left_out_than_kept_is_told(others: int, told: list[str]) -> None:
    parts = "".join(f"<p>{text}</p>" for text in TEXT)
    teasers = "".join(f"<li>Ailleurs {n} : {CONTEXT}</li>" for n in range(others))
    root, _ = parse(f"<main><h1>{TITLE}</h1>{parts}<div><ul>{teasers}</ul></div></main>", "a.html")
    second = Advice("")
    vars(second)["text"] = "\n".join((TITLE, *TEXT))
    judge = Judge(root)
    assert [each.code for each in bear_out(root, second, judge)] == told
    assert set(judge.gone.values()) == {"R066"}


def test_the_first_heading_below_a_label_stays_though_the_second_reading_has_the_label_alone() -> None:
    parts = "".join(f"<p>{text}</p>" for text in TEXT)
    root, _ = parse(f"<main><p>Résultat</p><h1>{TITLE}</h1><div>2024</div>{parts}</main>", "a.html")
    second = Advice("")
    vars(second)["text"] = "\n".join(("Résultat", *TEXT))
    judge = Judge(root)
    list(bear_out(root, second, judge))
    assert [node.tag for node in root.walk() if id(node) in judge.gone] == []


@pytest.mark.parametrize(
    ("above", "gone"),
    [
        ("<div class='row'><span>Communiqué</span> <span>14 mai 2020</span> <span>Givors</span></div>", ""),
        ("<div class='row'><a href='#'>Ailleurs</a> <a href='#'>Météo</a></div>", "R066"),
    ],
)
def test_a_line_of_the_site_taken_for_text_hides_no_label_above_the_title(above: str, gone: str) -> None:
    site = "Un site officiel de la régie"
    parts = "".join(f"<p>{text}</p>" for text in TEXT)
    root, _ = parse(f"<main><p>{site}</p>{above}<h1>{TITLE}</h1>{parts}</main>", "a.html")
    second = Advice("")
    vars(second)["text"] = "\n".join((site, *TEXT))
    judge = Judge(root)
    list(bear_out(root, second, judge))
    row = next(node for node in root.walk() if node.get("class") == "row")
    assert judge.gone.get(id(row), "") == gone
