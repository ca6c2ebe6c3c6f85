"""Tags of HTML in a text: read where they are whole and closed in their paragraph, told where they are not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oimpress.model.draft import Line
from oimpress.model.nodes import Break, Emphasis, Inlines, Link, Strong, Superscript, Text
from oimpress.model.runs import plain
from oimpress.model.trail import rebuild
from oimpress.pipeline import normalise_source
from oimpress.readers.shared.characters import lines_of
from oimpress.readers.shared.keyed_tags import with_tags_read
from oimpress.sources import Source

TITLE = "La halle rouvre\n\n"


def read(text: str) -> list[Inlines]:
    """The children of each line; nothing where tags were left."""
    found = with_tags_read([line for line in lines_of(text) if isinstance(line, Line)])
    return [] if found.notices else [line.children for line in found.lines]


@pytest.mark.parametrize(
    ("text", "children"),
    [
        ("Un <b>mot</b> ici", (Text("Un "), Strong((Text("mot"),)), Text(" ici"))),
        ("<EM>Un <strong>mot</strong></EM>", (Emphasis((Text("Un "), Strong((Text("mot"),)))),)),
        ("Une<br/>ligne", (Text("Une"), Break(), Text("ligne"))),
        ("le 1<sup>er</sup>", (Text("le 1"), Superscript((Text("er"),)))),
        ("<span class='x'>mot</span>", (Text("mot"),)),
        ('<a href="https://a.example/" target=_blank>mot</a>', (Link("https://a.example/", (Text("mot"),)),)),
        ('<a href="javascript:x()">mot</a>', (Text("mot"),)),
    ],
)
def test_tags_are_what_they_say(text: str, children: Inlines) -> None:
    assert read(text) == [children]


def test_an_element_within_one_of_its_name_is_none_that_somebody_keyed() -> None:
    assert read("Un <b>mot <i>et</i> <b>un autre</b></b>") == []
    assert read("<b>" * 2000 + "mot" + "</b>" * 2000) == []
    assert read("<b>mot</b> et <b>mot</b>") == [(Strong((Text("mot"),)), Text(" et "), Strong((Text("mot"),)))]


def test_an_element_goes_on_in_the_next_line_of_its_paragraph() -> None:
    assert read("Un <b>mot\net un autre</b> ici") == [
        (Text("Un "), Strong((Text("mot"),))),
        (Strong((Text("et un autre"),)), Text(" ici")),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Un <b>mot",
        "Un mot</b>",
        "<b>Un <i>mot</b></i>",
        "<b>Un\n\nmot</b>",
        "<b>Un</b> <article>mot",
        "<b>Un</b> <a>mot</a>",
    ],
)
def test_tags_that_do_not_close_stay_and_are_told(text: str) -> None:
    lines = [line for line in lines_of(text) if isinstance(line, Line)]
    found = with_tags_read(lines)
    assert found.lines == tuple(lines)
    assert {each.code for each in found.notices} == {"L104"}


@pytest.mark.parametrize(
    "text", ["3 < 4 et 5 > 4", "le code &lt;b&gt; et &lt;/b&gt;", "écrire à <a@b.example>", "un <mot>"]
)
def test_other_signs_are_no_tags(text: str) -> None:
    lines = [line for line in lines_of(text) if isinstance(line, Line)]
    assert with_tags_read(lines) == (tuple(lines), (), ())


def test_a_paragraph_is_read_whatever_another_lacks() -> None:
    done = normalise_source(Source("a.txt", f"{TITLE}Un <b>mot</b> de la fin.\n\nUn <b>autre, dit la ville.".encode()))
    assert [plain(block.children) for block in done.value.body] == ["Un mot de la fin.", "Un <b>autre, dit la ville."]  # type: ignore[union-attr]


TAGS = ("<b>", "</b>", "<i>", "</i>", "<br>", '<a href="https://a.example/">', "</a>", "<x>")
PIECES = st.sampled_from([*TAGS, "mot ", "\n", "\n\n", "&lt;", "1 < 2 "])


@settings(max_examples=40, deadline=None)
@given(st.lists(PIECES, max_size=12).map("".join))
def test_tags_and_their_text_rebuild_the_source(text: str) -> None:
    data = f"{TITLE}{text}\n\nUn mot de la fin.".encode()
    done = normalise_source(Source("a.txt", data))
    assert done.trail is not None
    assert rebuild(done.value, done.trail) == data
