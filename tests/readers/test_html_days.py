"""The day of publication that a page tells in marks that few know, or in words: what is believed, told, and left."""

from __future__ import annotations

import pytest

from oimpress.pipeline import normalise_source
from oimpress.readers.html.stated import stated
from oimpress.readers.html.tree import parse
from tests.readers.elements import PROSE
from tests.readers.laws import lawful
from tests.readers.pages import page


def days(said: str, lang: str = "fr", head: str = "") -> tuple[str, list[str]]:
    """The day of a page with ``said`` below its title, and the days that are told to be guesses."""
    body = f"<article><h1>La piscine rouvre</h1>{said}<p>{PROSE}</p><p>{PROSE} {PROSE}</p></article>"
    done = normalise_source(page(body, head, lang))
    return str(done.value.published), [each.detail for each in done.notices if each.code == "R072"]


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ('<p><span class="published">20. Mai 2007</span></p>', "2007-05-20"),
        ('<div class="entry-date">Veröffentlicht am <a href="/a">5. April 2017</a></div>', "2017-04-05"),
        ("<time>Published on August 19, 2019</time> <time>August 19, 2019 • 319 Likes • 160 Comments</time>",
         "2019-08-19"),
        ("<time datetime=PT4M>4 minutes</time> <time>12 mars 2024</time>", "2024-03-12"),
        ("<p><time>12 mars 2024</time> <time>14 mars 2024</time></p>", ""),
        (f'<div class="published"><p>{PROSE}</p><p>Ouverture le 4 mai 2024.</p></div>', ""),  # a text, no mark
        ('<p><span class="unpublished">Ouverture le 4 mai 2024</span></p>', ""),
    ],
)  # fmt: skip
def test_the_day_of_marks(said: str, day: str) -> None:
    assert stated(parse(said, "page.html")[0]).published == day


@pytest.mark.parametrize(
    ("said", "lang", "day"),
    [
        ("<h5>Datum:</h5>03.11.2021<h5>Autor:</h5>Sofie Brandt", "de", "2021-11-03"),
        ("<p>Pressemitteilung vom 20.01.2022</p>", "de", "2022-01-20"),
        (f"<p>Pressemitteilung vom 25. März 2022 | Berlin – {PROSE}</p>", "de-AT", "2022-03-25"),
        ("<p>Stand: 1. Februar 2022</p>", "de", "2022-02-01"),
        ("<p><strong>Datum</strong> <span>28.01.2022</span></p>", "de", "2022-01-28"),
        ("<p>Date : 12 mars 2024</p>", "fr", "2024-03-12"),
        ("<p>Medienmitteilung vom 18.10.2021</p><p>Das Gesetz vom 17. August 2021 gilt.</p>", "de", "2021-10-18"),
        ("<p>24. April 2020 | Pressemitteilungen</p>", "de", "2020-04-24"),
        ("<p>Mittwoch, 10.11.2021, 11:35 Uhr</p>", "de", "2021-11-10"),
        ("<p>Neustadt, 2. November 2021</p>", "de", "2021-11-02"),
        ("<p>January 28, 2025</p>", "en", "2025-01-28"),
        ("<p>Eröffnung der Halle, 10.11.2021</p>", "de", ""),
        ("<p>14. Mai 2024, Stadthalle</p>", "de", ""),
        ("<p>14. Mai 2024 | 15. Mai 2024</p>", "de", ""),
        ("<p>2. November 2021</p><p>3. November 2021</p>", "de", ""),
        ("<p>14. Mai 2024</p><p>Ort: Stadthalle</p>", "de", ""),
        ("<p>4 mai 2024 – salle des fêtes</p>", "fr", ""),
        ("<p>4 mai 2024 – 5 mai 2024</p>", "fr", ""),
        ("<p>Date: 04/03/2024</p>", "en", ""),  # in March or in April
        ("<p>Date : 4 mai 2024</p><p>Lieu : salle des fêtes</p>", "fr", ""),  # of what is announced
        ("<p>Date : 4 mai 2024</p><p>Date : 5 mai 2024</p>", "fr", ""),
        ("<p>Date limite : 4 mai 2024</p>", "fr", ""),
        ("<p>Date : à partir du 4 mai 2024</p>", "fr", ""),
        ("<p>Ouverture le 4 mai 2024</p>", "fr", ""),
        ("<p>Salle des fêtes • 4 mai 2024</p>", "fr", ""),
        ("<p>Étape 1. Mars 2024 : les travaux</p>", "fr", ""),
    ],
)
def test_the_day_that_a_line_announces_is_told_to_be_a_guess(said: str, lang: str, day: str) -> None:
    assert days(said, lang) == (day, [day] if day else [])


def test_a_day_that_is_announced_and_another_in_the_address_are_none() -> None:
    address = '<link rel="canonical" href="https://x.example/2024/03/12/piscine">'
    assert days("<p>Date : 12 mars 2024</p>", head=address) == ("2024-03-12", [])
    assert days("<p>Date : 14 mars 2024</p>", head=address) == ("", [])


STATED = '<meta property="article:published_time" content="2021-11-{}T04:00:14Z">'


@pytest.mark.parametrize(
    ("lang", "figures", "stated", "day"),
    [
        ("de", "11/01/2021", "01", "2021-11-01"),
        ("fr", "11/01/2021", "02", "2021-01-11"),  # neither: as the language has it
        ("en", "11/01/2021", "01", "2021-11-01"),
        ("fr", "01/11/2021", "01", "2021-11-01"),
    ],
)
def test_what_a_page_states_settles_which_day_figures_mean(lang: str, figures: str, stated: str, day: str) -> None:
    body = f"<article><h1>La piscine rouvre</h1><p>{figures}</p><p>{PROSE}</p><p>{PROSE} {PROSE}</p></article>"
    done = lawful(page(body, STATED.format(stated), lang))
    assert done.value.published == day
    assert "H109" not in {each.code for each in done.notices}
