"""Thin spaces of thousands and words of other scripts in spans of their own, and no character changed for it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html

from oimpress.writers.page.characters import mark_characters
from oimpress.writers.page.markup import element, to_html

UNTOUCHED = [
    "<p>Bien\u202f! «\u202fOui\u202f», 12\u00a0000, 12\u202f%, 3 x 4</p>",
    "<p><em>Αθήνα, Київ, œuvre, ﬁn, ² ½ → €</em></p>",
]
MARKED = [
    ("<p>12\u202f298 h</p>", '<p>1<span class="thousands">2\u202f</span>298 h</p>'),
    ("<p><em>dit 新华社 hier</em></p>", '<p><em>dit <span class="upright">新华社</span> hier</em></p>'),
    ("<p>a <b>b</b> قناة الجزيرة, c</p>", '<p>a <b>b</b> <span class="upright">قناة الجزيرة</span>, c</p>'),
    ("<p>אבג</p>", '<p><span class="upright">אבג</span></p>'),
]  # fmt: skip


@pytest.mark.parametrize("given", UNTOUCHED)
def test_what_is_set_as_it_is(given: str) -> None:
    tree = lxml_html.fromstring(given)
    mark_characters(tree)
    assert to_html(tree) == given


@pytest.mark.parametrize(("given", "expected"), MARKED)
def test_what_is_set_apart(given: str, expected: str) -> None:
    tree = lxml_html.fromstring(given)
    mark_characters(tree)
    assert to_html(tree) == expected


@settings(max_examples=40)
@given(st.lists(st.text("a1 \u202fא中ع!", max_size=12), min_size=3, max_size=3))
def test_no_character_is_lost_moved_or_made(parts: list[str]) -> None:
    before, inside, behind = parts
    tree = element("p", before, element("em", inside), behind)
    mark_characters(tree)
    assert "".join(tree.itertext()) == before + inside + behind
