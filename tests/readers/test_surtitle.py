"""What a page says at its title of the kind of text, where sites have categories, bylines and lists of one item."""

from __future__ import annotations

import pytest

from oimpress.model.runs import flatten
from oimpress.pipeline import normalise_source
from tests.readers.elements import PROSE
from tests.readers.pages import page


def kicker(above: str, below: str = "", title: str = "<h1>La piscine rouvre</h1>") -> str:
    """The kicker of a page with ``above`` before its title."""
    done = normalise_source(page(f"<article>{above}{title}{below}<p>{PROSE}</p><p>{PROSE} {PROSE}</p></article>"))
    return str(flatten(done.value.kicker))


@pytest.mark.parametrize(
    "above",
    [
        '<span class="cat-links"><a href="/c/presse">Communiqué de presse</a></span>',
        '<span class="news-category">Communiqué de presse</span>',
        '<ul class="tags"><li>Communiqué de presse</li></ul>',
        '<div class="meta"><span>17 septembre 2024</span> <span class="cat">Communiqué de presse</span></div>',
    ],
)
def test_a_category_that_says_the_kind_of_text_is_its_kicker(above: str) -> None:
    assert kicker(above) == "Communiqué de presse"
    assert kicker(f"<header>{above}<h1>La piscine rouvre</h1></header>", title="") == "Communiqué de presse"


@pytest.mark.parametrize(
    "above",
    [
        '<span class="category">Environnement</span>',
        '<nav><a href="/c/presse">Communiqué de presse</a></nav>',
        '<div class="breadcrumb">Accueil &gt; <a href="/c/presse">Communiqué de presse</a></div>',
        f'<span class="category">Communiqué de presse</span><p>{PROSE}</p><p>{PROSE}</p><p>{PROSE}</p><p>{PROSE}</p>',
    ],
)
def test_other_categories_and_ways_to_a_page_are_none(above: str) -> None:
    assert kicker(above) == ""


def test_the_only_title_of_a_page_stays_though_it_is_a_link() -> None:
    linked = '<div class="page-header"><h2><a href="/p/77"><h1>La piscine rouvre</h1></a></h2></div>'
    done = normalise_source(page(f"{linked}<div><p>{PROSE}</p><p>{PROSE} {PROSE}</p></div>", "<title>Piscine</title>"))
    assert str(flatten(done.value.title)) == "La piscine rouvre"


@pytest.mark.parametrize(
    ("small", "subtitle"),
    [
        ("<small>Trois ans de travaux</small>", "Trois ans de travaux"),
        ("<small>(suite)</small>", ""),
        ("<small>Trois ans de travaux</small> samedi", ""),
        ("<b>Trois ans de travaux</b>", ""),
    ],
)
def test_small_words_that_end_a_title_are_its_subtitle(small: str, subtitle: str) -> None:
    title = f"<h1>La piscine municipale rouvre {small}</h1>"
    done = normalise_source(page(f"<article>{title}<p>{PROSE}</p><p>{PROSE} {PROSE}</p></article>"))
    assert str(flatten(done.value.subtitle)) == subtitle
    assert str(flatten(done.value.title)).startswith("La piscine municipale rouvre")
