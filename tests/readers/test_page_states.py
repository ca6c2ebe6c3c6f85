"""What a page states of itself: day, writer, description; cleaned, and weighed against its text."""

from __future__ import annotations

import pytest

from oimpress.pipeline import normalise_source
from tests.readers.laws import lawful
from tests.readers.pages import page

PROSE = "La commune de Vézelin rouvrira sa piscine le 3 juin, après deux ans de travaux menés par douze entreprises."
MORE = "Les écoles y reviendront à la rentrée, avec des créneaux plus courts mais bien plus nombreux qu’avant 2019."
ARTICLE = f"<article><h1>La piscine rouvre</h1><p>{PROSE}</p><p>{MORE}</p></article>"


def linked(json: str) -> str:
    return f'<script type="application/ld+json">{json}</script>'


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ('<meta property="article:published_time" content="2024-05-03T23:30:00+02:00">', "2024-05-03"),
        ('<meta name="DC.date.issued" content="20240503">', "2024-05-03"),
        (linked('[{"@type":["NewsArticle"],"datePublished":"2024-05-03"}]'), "2024-05-03"),
        (linked('{"@type":"Event","startDate":"2024-05-03"}'), ""),
        (linked('{"@type":"NewsArticle",'), ""),
        ('<meta property="article:modified_time" content="2024-05-03">', ""),
        ('<meta name="date" content="mai 2024">', ""),
    ],
)
def test_the_day_that_a_page_states(head: str, day: str) -> None:
    done = lawful(page(f"<article><h1>La piscine rouvre</h1><p>{MORE}</p><p>{MORE} Bis.</p></article>", head))
    assert done.value.published == day


@pytest.mark.parametrize(
    ("head", "author"),
    [
        ("<meta name=author content=' Zoé  Lambert '>", "Zoé Lambert"),
        ("<meta property='article:author' content='https://www.facebook.com/ville'>", ""),
        ("<meta name=author content=admin><meta name=dc.creator content='Ville de Vernaison'>", "Ville de Vernaison"),
        (
            linked('{"@type":"NewsArticle","author":[{"name":"Zoé Lambert"},{"name":"Luc Bon"}]}'),
            "Zoé Lambert, Luc Bon",
        ),
        ("", ""),
    ],
)
def test_who_a_page_says_wrote_it(head: str, author: str) -> None:
    source = normalise_source(page(ARTICLE, head)).value.source
    assert source is not None
    assert source.author == author


def test_how_a_page_describes_itself() -> None:
    head = "<meta property='og:description' content='La  piscine,\nrefaite.'><meta property='og:image' content={}>"
    source = normalise_source(page(ARTICLE, head.format("https://v.example/a.jpg"))).value.source
    assert source is not None
    assert (source.description, source.image) == ("La piscine, refaite.", "https://v.example/a.jpg")
    source = normalise_source(page(ARTICLE, head.format("/a.jpg"))).value.source
    assert source is not None
    assert source.image == ""


@pytest.mark.parametrize("stray", ["\x80", "\x07", "\ufffe", "\u2028", "e\u0301"])
def test_what_a_page_states_is_cleaned_of_what_no_text_may_hold(stray: str) -> None:
    head = f"<meta name=author content='Zo{stray} L'><meta name=description content='Un{stray}e'>"
    source = lawful(page(ARTICLE, head)).value.source
    assert source is not None
    assert stray not in source.author + source.description


@pytest.mark.parametrize(
    ("stated_at", "day"),
    [
        ("2024-03-13T23:30:00Z", "2024-03-14"),
        ("2024-03-13T23:30:00.000+00:00", "2024-03-14"),
        ("2024-03-13T23:30:00+01:00", "2024-03-13"),
        ("2024-03-12T23:30:00Z", "2024-03-12"),
        ("2024-03-13", "2024-03-13"),
    ],
)
def test_a_day_of_greenwich_is_that_of_the_byline(stated_at: str, day: str) -> None:
    head = f'<meta property="article:published_time" content="{stated_at}">'
    byline = "<p class='byline'>Publié par Zoé Lambert le 14 mars 2024 à 0 h 30</p>"
    done = lawful(page(f"<article><h1>La piscine rouvre</h1>{byline}<p>{PROSE}</p><p>{MORE}</p></article>", head))
    assert done.value.published == day


def test_a_day_of_the_text_goes_before_the_stated_one() -> None:
    head = '<meta property="article:published_time" content="2024-05-03">'
    body = f"<article><h1>La piscine rouvre</h1><p>Genève, le 2 mai 2024</p><p>{PROSE}</p></article>"
    done = lawful(page(body, head))
    assert done.value.published == "2024-05-02"
