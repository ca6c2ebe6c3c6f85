"""Any page gives a release whose trail rebuilds the page's text, or a refusal that says what to do."""

from __future__ import annotations

import contextlib
from collections import Counter
from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from oimpress.errors import ReadError
from oimpress.model.trail import retrace
from oimpress.sources import Source
from tests.readers.laws import lawful
from tests.readers.pages import BODIES, page


@given(BODIES)
@example("<p>e<b>\u0301</b>t\u00e9</p>")
@example("<p>a\u2028b<br>\n c</p>")
@example("<table><tr><td rowspan=9>a<tr><td colspan=99999>b</table>")
def test_any_article_is_rebuilt(body: str) -> None:
    with contextlib.suppress(ReadError):
        lawful(page(f"<article><h1>Un titre</h1>{body}</article>"))


@given(BODIES)
def test_any_page_is_rebuilt(body: str) -> None:
    with contextlib.suppress(ReadError):
        lawful(page(body), "plain")


class Letters(HTMLParser):
    """Counts the letters of a page's text without our parser, scripts and head included."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: Counter[str] = Counter()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs).get("alt") or ""
        self.found.update(filter(str.isalpha, said if tag == "img" else ""))

    def handle_data(self, data: str) -> None:
        self.found.update(filter(str.isalpha, data))


@given(BODIES)
@example("<article><h1>Titre</h1><p>a<del>b</del></p></article><div id=comments>c</div></body></html><p>d</p>")
@example("<figure><figure><img><figcaption>a</figcaption></figure><figcaption>b</figcaption></figure>")
@example("<ul class='lst-kix_a-1'><li>a</li></ul><p style='mso-list:l0 level2'><span style='mso-list:Ignore'>b</span>c")
@example("<p>a <img alt='b'> c</p><img alt=d><figure><img alt=e src=x><img alt=f></figure><nav><img alt=g></nav>")
@example("<p>d</p><table><caption>a</caption><tr>b<td>c</table><nav><p>e</p>")
def test_every_letter_of_a_page_is_accounted_for(body: str) -> None:
    """Whatever the page holds is in the trail once: kept, changed or left out by a rule that it names."""
    source = page(f"<h1>Un titre</h1>{body}")
    with contextlib.suppress(ReadError):
        done = lawful(source)
        assert done.trail is not None
        accounted = "".join(before for before, _ in retrace(done.value, done.trail))
        assert Counter(filter(str.isalpha, accounted)) == Letters(source.data.decode()).found


@given(st.binary(max_size=200), st.sampled_from([b"", b"<html>", b"<!doctype html><p>", b'<meta charset="x-\xff"><p>']))
def test_any_bytes_are_rebuilt_or_refused(data: bytes, head: bytes) -> None:
    with contextlib.suppress(ReadError):
        lawful(Source("page.html", b"<html>" + head + data))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252", "iso-8859-15", "utf-8"])
def test_encodings_are_heard_of_or_guessed(encoding: str) -> None:
    html = f'<html><head><meta charset="{encoding}"></head><body><h1>Été à Genève</h1><p>L’été s’achève ici déjà.</p>'
    done = lawful(Source("page.html", html.encode(encoding, "xmlcharrefreplace")))
    assert "L’été s’achève" in str(done.value)


def test_a_declared_encoding_that_does_not_fit_is_guessed() -> None:
    html = '<html><head><meta charset="utf-8"></head><body><h1>Été</h1><p>L’été s’achève déjà à Genève.</p>'
    done = lawful(Source("page.html", html.encode("cp1252")))
    assert "L’été s’achève" in str(done.value)
    assert "R001" in [notice.code for notice in done.notices]
