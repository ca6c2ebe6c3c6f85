"""Modes: the syntax of Markdown and HTML stays, their prose is set."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oimpress.typography import MODES, Mode, mode_of, said_language, typeset
from oimpress.typography.shelters import shelters
from tests.typography.cases import visible

SCRAPS = st.sampled_from(
    ["l'eau", '"mot"', "---", "```", "`a`", "    code", "\n", "\n\n", " ", "  ", "[a](b \"c\")", "[x]: y 'z'", "- [ ] ",
     "| a | b |",
     "<p>", "</p>", "<!-- l'a -->", "<code>", "</code>", "!", ":", "# ", "> ", "\\*", "**", "~~~", "+++", "é"]
)  # fmt: skip


@pytest.mark.parametrize(
    ("mode", "given_text", "expected"),
    [
        ("markdown", "---\ntitle: \"L'eau\"\n---\nL'eau", '---\ntitle: "L\'eau"\n---\nL’eau'),
        ("markdown", "[l'eau](http://x.org/a?b;c \"l'eau !\") : oui", '[l’eau](http://x.org/a?b;c "l\'eau !")~: oui'),
        ("markdown", "[x]: http://x.org 'l'eau !'", "[x]: http://x.org 'l'eau !'"),
        ("markdown", "Oui  \nNon", "Oui  \nNon"),
        ("markdown", "Texte\n\n    l'eau \"x\"\n\nl'eau", 'Texte\n\n    l\'eau "x"\n\nl’eau'),
        ("markdown", "```py\nl'eau\n```\nl'eau", "```py\nl'eau\n```\nl’eau"),
        ("markdown", "````\nl'eau\n```", "````\nl'eau\n```"),
        ("markdown", "``l'eau `x` ``, l'eau", "``l'eau `x` ``, l’eau"),
        ("markdown", "- `a ! b` : l'eau", "- `a ! b`~: l’eau"),
        ("markdown", "| `a ! b` | l'eau !\n|---|---|", "| `a ! b` | l’eau_!\n|---|---|"),
        ("markdown", "- [ ] tâche\n- [x] l'eau", "- [ ] tâche\n- [x] l’eau"),
        ("markdown", '*"mot"* et **"mot"** !', "*«~mot~»* et **«~mot~»**_!"),
        ("markdown", "| l'eau   | b |\n|:--- | ---:|", "| l’eau   | b |\n|:--- | ---:|"),
        ("markdown", "# L'eau !\n\n---\n\n> l'eau", "# L’eau_!\n\n---\n\n> l’eau"),
        ("html", '<p title="l\'eau">L\'eau : "oui"</p>', '<p title="l\'eau">L’eau~: «~oui~»</p>'),
        ("html", '<!-- l\'eau --><!DOCTYPE html><p>"Oui"</p>', "<!-- l'eau --><!DOCTYPE html><p>«~Oui~»</p>"),
        ("html", "<pre>l'eau  \"x\"</pre>l'eau", '<pre>l\'eau  "x"</pre>l’eau'),
        ("html", "<script>if (a && 'b') {}</script>", "<script>if (a && 'b') {}</script>"),
        ("html", "5&nbsp;km &amp; l'eau", "5&nbsp;km &amp; l’eau"),
        ("text", "    l'eau", "    l’eau"),
    ],
)
def test_syntax_stays(mode: Mode, given_text: str, expected: str) -> None:
    assert visible(typeset(given_text, mode=mode)).replace("\\n", "\n") == expected


@given(st.lists(SCRAPS, max_size=20).map("".join), st.sampled_from(MODES))
def test_shelters_are_ordered_and_disjoint_and_setting_twice_is_setting_once(text: str, mode: Mode) -> None:
    reached = 0
    for start, end in shelters(text, mode):
        assert reached <= start < end <= len(text)
        reached = end
    once = typeset(text, mode=mode)
    assert typeset(once, mode=mode) == once


@pytest.mark.parametrize(
    ("name", "mode"),
    [("a.md", "markdown"), ("A.HTML", "html"), ("a.xhtml", "html"), ("a.txt", "text"), ("README", "text")],
)
def test_the_ending_of_a_name_says_the_mode(name: str, mode: Mode) -> None:
    assert mode_of(name) == mode


def test_a_page_says_its_language() -> None:
    assert said_language('<!DOCTYPE html>\n<html lang="fr-CA" class="x">', "html") == "fr-CA"
    assert said_language("<html><p lang='en'>", "html") == ""
    assert said_language('<html lang="en">', "text") == ""
