"""Notes at the foot of a page: behind their first call in running text, and never into themselves."""

from __future__ import annotations

from lxml import html as lxml_html

from oimpress.writers.page.markup import to_html
from oimpress.writers.pdf.foot import to_the_foot


def call(name: str) -> str:
    return f'<sup><a href="#{name}">1</a></sup>'


def note(name: str, words: str) -> str:
    return f'<p id="{name}" class="note" role="doc-footnote">{words}</p>'


def moved(page: str) -> str:
    tree = lxml_html.fromstring(f"<article>{page}</article>")
    to_the_foot(tree)
    return to_html(tree).removeprefix("<article>").removesuffix("</article>")


def test_a_note_stands_behind_its_call() -> None:
    foot = '<span id="a" class="note foot" role="doc-footnote">Dit.</span>'
    assert moved(f"<p>Mot{call('a')} suite</p>{note('a', 'Dit.')}") == f"<p>Mot{call('a')}{foot} suite</p>"


def test_a_note_that_only_notes_call_stays_where_it_is() -> None:
    for page in (
        note("a", f"Dit{call('a')}."),
        note("a", f"Dit{call('b')}.") + note("b", f"Dit{call('a')}."),
    ):
        assert moved(page) == page
