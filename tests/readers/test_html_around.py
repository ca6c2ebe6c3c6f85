"""What stands around a text on its page and is none of it, by what its elements are called and what they hold."""

from __future__ import annotations

import re

import pytest

from oimpress.readers.html.advice import Advice
from tests.readers.elements import PROSE, left_out
from tests.readers.laws import lawful
from tests.readers.pages import page

TEXT = "".join(f"<p>{PROSE} Numéro {n}, qui compte autant que les autres.</p>" for n in range(6))
WITHIN = "".join(f'<li><a href="#p{n}">Étape {n}</a></li>' for n in range(3))
FILM = "Le pont vu du ciel, en deux minutes"


def rules(html: str, words: str) -> str:
    """The rule by which ``words`` of ``html``, below a title and among a text, are left out; empty where they stay."""
    gone = left_out(page(f"<article><h1>Le pont rouvre</h1>{TEXT[:400]}</p>{html}{TEXT}</article>"))
    return next((rule for text, rule in gone.items() if words in text), "")


@pytest.mark.parametrize(
    ("html", "rule"),
    [
        ("<div class='floating-toc'><p>Étape 1</p></div>", "R010"),
        (f"<div class='table-of-contents'>{WITHIN}</div>", "R010"),
        (f"<ul>{WITHIN}</ul>", "R010"),
        (f"<h3>Table of contents</h3><ul>{WITHIN.replace('#', '/a')}</ul>", "R060"),
        (f"<div class='breaking-news'><ul>{WITHIN.replace('#', '/a')}</ul></div>", "R060"),
        ("<div class='prev-next'><a href='/a'>Étape 1</a></div>", "R060"),
        ("<div id='prevNext'><a class='nextPreviousLink' href='/a'>Étape 1</a></div>", "R060"),
        ("<div class='entry-pings'><p>Étape 1</p></div>", "R061"),
        ("<div class='w-form-done'><p>Merci, Étape 1</p></div>", "R012"),
        ("<div class='entry-crumbs'><p>Étape 1</p></div>", "R010"),
        ("<p class='post-categories'>Étape 1</p>", "R010"),
        ("<div class='post--category'><span>Étape 1</span></div>", "R010"),
        (f"<p class='category'>Étape 1 : {PROSE}</p>", ""),
        ("<p><a href='/a'>Étape 1</a></p>" + f"<p>{PROSE}</p><p><a href='/b'>Étape 1</a></p>" * 2, "R010"),
        ("<table>" + "<tr><th>Zoé Bon</th><td><a href='mailto:a@b.example'>Étape 1</a></td></tr>" * 3 + "</table>", ""),
        ("<div class='AuthorsBlock'><p>Étape 1 : elle écrit ici depuis dix ans.</p></div>", "R062"),
        (f"<div class='authorities-block'><p>Étape 1 : {PROSE * 4}</p></div>", ""),
        ("<div class='author-block'><p>Étape 1 : elle écrit ici depuis dix ans.</p></div>", "R062"),
        (f"<div class='breaking-news'><p>Étape 1 : {PROSE * 4}</p></div>", ""),
        (f"<div class='toc'><p>Étape 1 : {PROSE}</p></div>", ""),
        ("<h2 class='toc-heading'>Étape 1</h2>", ""),
        ("<h2><span class='ez-toc-section'>Étape 1</span></h2>", ""),
        (f"<ul>{WITHIN.replace('</a>', f'</a> : {PROSE}')}</ul>", ""),
        (f"<h3>Table of contents</h3><ul>{WITHIN.replace('</a>', f'</a> : {PROSE}')}</ul>", ""),
        (f"<div class='next-steps'><p>Étape 1 : {PROSE * 4}</p></div>", ""),
        (f"<div class='form-of-address'><p>Étape 1 : {PROSE * 4}</p></div>", ""),
    ],
)
def test_lists_of_contents_tickers_and_ways_on_go(html: str, rule: str) -> None:
    assert rules(html, "Étape 1") == rule


@pytest.mark.parametrize(
    ("html", "rule"),
    [
        ("<div class='post-date'><span>5:50 PM</span></div>", "R062"),
        ("<div class='Article-datePublished'><div>17:50</div></div>", "R062"),
        ("<div class='programme'><p>17:50</p></div>", ""),
        ("<div class='post-date'><p>Ouverture à 17:50</p></div>", ""),
    ],
)
def test_the_clock_of_a_publication_goes_and_that_of_an_event_stays(html: str, rule: str) -> None:
    assert rules(html, "50") == rule


@pytest.mark.parametrize(
    ("inner", "rule"),
    [
        (f"<iframe src='https://v.example/1'></iframe><figcaption>{FILM}</figcaption>", "R018"),
        (f"<div><video src='a.mp4'></video></div><div><figcaption>{FILM}</figcaption></div>", "R018"),
        (f"<img src='a.jpg' alt=''><iframe src='/v'></iframe><figcaption>{FILM}</figcaption>", ""),
        (f"<iframe src='/v'></iframe><figcaption><a href='/v'>{FILM}</a></figcaption>", ""),
        (f"<iframe src='/v'></iframe><p>Un tableau</p><figcaption>{FILM}</figcaption>", ""),
        (f"<table><tr><td>1</td></tr></table><figcaption>{FILM}</figcaption>", ""),
        (f"<figcaption>{FILM}</figcaption>", ""),
    ],
)
def test_the_caption_of_a_film_goes_with_it(inner: str, rule: str) -> None:
    assert rules(f"<figure>{inner}</figure>", FILM) == rule


@pytest.mark.parametrize(
    ("style", "rule"), [("opacity:0", ""), ("opacity: 0; transition: 1s", ""), ("display:none;opacity:0", "R012")]
)
def test_most_of_a_page_is_not_hidden_by_what_a_script_takes_away(style: str, rule: str) -> None:
    body = f"<div style='opacity:0'><p>Un mot caché</p></div><div style='{style}'><h1>Le pont rouvre</h1>{TEXT}</div>"
    body += f"<div><p>{PROSE}</p></div>"
    gone = left_out(page(body))
    assert next((each for text, each in gone.items() if "Numéro 3" in text), "") == rule
    assert any("Un mot caché" in text for text in gone)


FOOT = "<div class='{}'><p>{}</p><p>12, rue du Port, 44000 Nantes</p><p>contact@ville.example</p></div>"


@pytest.mark.parametrize(
    ("name", "opening", "stays"),
    [
        ("page-footer", "Nous trouver", False),
        ("page-footer", "Contact presse : Zoé Martel", True),
        ("adresses", "Nous trouver", True),
    ],
)
def test_an_address_in_the_foot_of_a_page_is_no_contact_of_the_text(name: str, opening: str, stays: bool) -> None:
    body = f"<div><h1>Le pont rouvre</h1><div>{TEXT}</div>{FOOT.format(name, opening)}</div>"
    assert ("contact@ville.example" in repr(lawful(page(body)).value)) is stays


def test_a_reading_that_bears_out_little_is_asked_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    cards = "".join(f"<div class='c{n}'><p>{PROSE} Étape {n}, {PROSE}</p></div>" for n in range(9))
    source = page(f"<article><h1>Le pont rouvre</h1><div class='top'>{TEXT}</div>{cards}</article>")
    scrap, whole = (re.sub("<[^>]*>", "\n", html) for html in (TEXT, TEXT + cards))
    for otherwise, told in ((whole, []), (scrap, ["R073"])):
        said = {True: scrap, False: otherwise}

        def text(advice: Advice, said: dict[bool, str] = said) -> str:
            return said[advice.generous]

        monkeypatch.setattr(Advice, "text", property(text))
        done = lawful(source)
        assert [each.code for each in done.notices if each.code == "R073"] == told
        assert ("Étape 8" in repr(done.value.body)) is (not told)
