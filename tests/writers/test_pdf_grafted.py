"""Elements put into a page are what its parser would have made of them, whatever they hold."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element as Parsed

import pytest
from hypothesis import given, settings
from lxml.html import fragment_fromstring

from oimpress.model.nodes import Edition, Release
from oimpress.style import load_style
from oimpress.writers.page.fragment import Context
from oimpress.writers.page.weasy import weasyprint
from oimpress.writers.pdf.grafted import GraftedPage, is_plain, parsed
from oimpress.writers.pdf.shell import articles
from tests.strategies import any_of
from tests.writers import samples

BASE = "https://edition.invalid/"
OPENING = "<!DOCTYPE html>\n<html lang=fr>\n<head>\n<title>T</title>\n</head>\n<body>\n<main>"
CLOSING = "\n</main>\n<p>fin\n</body>\n</html>\n"


def told(one: Parsed) -> list[Any]:
    """An element with all that it holds."""
    return [one.tag, dict(one.attrib), one.text or "", [[told(kid), kid.tail or ""] for kid in one]]


def is_the_same(page: GraftedPage) -> bool:
    whole, made = weasyprint().HTML(string=page.text, base_url=BASE), parsed(page, BASE, None)
    return told(whole.etree_element) == told(made.etree_element) and bool(whole.base_url == made.base_url)


def printed(release: Release) -> GraftedPage:
    edition, style = Edition((release,), "Dossier", "press-kit"), load_style("oim")
    return GraftedPage(OPENING, tuple(articles(edition, style, Context(phrases=style.phrases))), CLOSING)


@settings(max_examples=60)
@given(any_of(Release))
def test_any_release_is_what_its_words_are(release: Release) -> None:
    assert is_the_same(printed(release))


@pytest.mark.parametrize("release", [*samples.edition().releases, *samples.hostile().releases], ids=lambda one: one.id)
def test_releases_are_put_in_as_elements(release: Release) -> None:
    page = printed(release)
    assert is_the_same(page)
    assert all(map(is_plain, page.elements))


STRANGE = {
    "<div><p>a<b>b</b></p> c<table><tbody><tr><td>d</td></tr></tbody></table></div>": True,
    "<div><table> <tr><td>without a body</td></tr></table></div>": False,
    "<div><table><tbody>words<tr><td>a</td></tr></tbody></table></div>": False,
    "<div><pre>\n\nblank</pre></div>": False,
    "<div><ul><li>a<ul><li>b</li></ul></li></ul></div>": True,
    "<div><ul><div><li>a</li></div></ul></div>": False,
    "<div><a href='http://a.example/%C3%A9?b=1&amp;c'>a</a></div>": True,
    "<div><a href='http://a.example/é'>a</a></div>": False,
    "<div><svg></svg></div>": False,
    "<div><!-- remark --></div>": False,
    "<div DIR='rtl'><h1>a</h1><hr></div>": True,
    "<span>words alone</span>": False,
}


@pytest.mark.parametrize("html", STRANGE)
def test_what_the_parser_changes_is_left_to_it(html: str) -> None:
    one = fragment_fromstring(html)
    page = GraftedPage(OPENING, (one,), CLOSING)
    assert is_plain(one) == STRANGE[html]
    assert is_the_same(page)


@pytest.mark.parametrize(("outer", "inner"), [("p", "div"), ("p", "p"), ("h2", "h3"), ("a", "a"), ("p", "table")])
def test_what_would_end_the_element_around_it_is_left_to_the_parser(outer: str, inner: str) -> None:
    one = fragment_fromstring("<div></div>")
    for tag in (outer, "span", inner):
        deepest = next(each for each in one.iter() if not len(each))
        deepest.append(deepest.makeelement(tag, {}))
    assert not is_plain(one)
    assert is_the_same(GraftedPage(OPENING, (one,), CLOSING))


@pytest.mark.parametrize(
    "opening", ["<p>", "<table><tr><td>", "<ul><li>", "<b>", "<section><oimpress-grafted></oimpress-grafted>"]
)
def test_where_elements_would_not_stay_the_page_is_parsed_whole(opening: str) -> None:
    page = GraftedPage(OPENING + opening, (fragment_fromstring("<div>a</div>"),), CLOSING)
    assert is_the_same(page)
