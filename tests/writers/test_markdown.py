"""Markdown: a CommonMark parser reads every word again, and no word becomes markup."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from markdown_it import MarkdownIt

from oimpress.model.nodes import Code, Edition, Emphasis, Para, Release, Strong, Text
from oimpress.model.runs import inlines
from oimpress.style import load_style
from oimpress.writers import find
from tests.strategies import releases
from tests.writers import samples
from tests.writers.wordorder import QUICK, missing, with_notes_in_place

STYLE = load_style("oim")


def rendered(edition: Edition) -> html.HtmlElement:
    made = find("markdown").write(edition, STYLE).value.decode()
    return html.fromstring(f"<div>{MarkdownIt('commonmark').enable('table').render(made)}</div>")


def text(element: html.HtmlElement) -> str:
    for block in element.iter("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "th", "br"):
        block.tail = f"\n{block.tail or ''}"
    return str(element.text_content())


def of(*children: Text | Emphasis | Strong) -> Edition:
    return Edition((Release(id="r", title=(Text("T"),), body=(Para(children),)),), "T", kind="single")


@pytest.mark.parametrize("edition", [samples.edition(), samples.single(), samples.hostile()])
def test_every_word_in_order(edition: Edition) -> None:
    assert missing(edition, text(rendered(edition))) == []


@pytest.mark.parametrize(
    "words",
    [
        "# pas un titre",
        "1. pas une liste",
        "12) pas une liste",
        "- pas une liste",
        "+ pas une liste",
        "> pas une citation",
        "=====",
        "---",
        "***",
        "a * b * c _d_ `e` ~~f~~",
        "<script>alert(1)</script> &amp; &#233; \\",
        "[mot](http://x.test) ![image](y) | barre |",
        "http://x.test",
    ],
)
def test_words_are_never_taken_for_markup(words: str) -> None:
    made = rendered(of(Text(words)))
    paragraphs = [one for one in made.iter("p") if one.text_content() == words]
    assert len(paragraphs) == 1
    assert not len(paragraphs[0])


@given(st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=30))
def test_any_ascii_word_is_read_again(word: str) -> None:
    assert [one.text_content() for one in rendered(of(Text(word))).iter("p")][-1] == word


@pytest.mark.parametrize(
    ("before", "inner", "after"),
    [("un ", "mot", " deux"), ("l’", "État", ","), ("mot", "« cité »", "mot"), ("", "5", "e"), ("x", "y", "z")],
)
def test_emphasis_is_read_as_emphasis(before: str, inner: str, after: str) -> None:
    made = rendered(of(*inlines(before, Emphasis((Text(inner),)), after, Strong((Text(inner),)))))  # type: ignore[arg-type]
    assert [one.text_content() for one in made.iter("em")] == [inner]
    assert [one.text_content() for one in made.iter("strong")] == [inner]


def test_structure_is_kept() -> None:
    made = rendered(samples.edition())
    assert [one.text_content() for one in made.iter("h1")] == [samples.edition().title]
    assert len(list(made.iter("h2"))) == 5
    assert {one.get("href") for one in made.iter("a")} >= {"http://www.rcmvs.org/", "mailto:jperaza@iom.int"}
    assert len(list(made.iter("table"))) == 2
    assert made.xpath("//blockquote//li")
    assert [one.get("lang") for one in made.xpath("//span")] == ["es", "ar", "zh", "es"]


def test_no_link_leads_astray() -> None:
    targets = [str(one.get("href")) for one in rendered(samples.hostile()).iter("a")]
    assert targets == ["https://x.test/?a=1&b=%22", "mailto:a@b.test%3Fbcc%3Dc"]


def test_it_is_what_was_accepted(golden: Callable[[str, bytes | str], None]) -> None:
    golden("writers/kit.md", find("markdown").write(samples.edition(), STYLE).value)


def test_codes_that_touch_stay_whole() -> None:
    one = Release("r", title=(Text("T"),), body=(Para((Code((Text("a`b"),)), Code((Text("c"),)), Text(" d"))),))
    made = rendered(Edition((one,), "T", kind="single"))
    assert [code.text_content() for code in made.iter("code")] == ["a`bc"]


@settings(max_examples=40, phases=QUICK)
@given(releases)
def test_any_release_comes_through(release: Release) -> None:
    edition = Edition((with_notes_in_place(release),), "Titre", kind="single")
    assert missing(edition, text(rendered(edition))) == []
