"""Words beside blocks stand in blocks of their own, and nothing else moves."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from oimpress.readers.html.loose import ROOMS, box_loose
from oimpress.readers.html.tree import LOOSE, parse
from oimpress.readers.shared.tree import Node
from tests.readers.pages import BODIES


def boxed(body: str) -> Node:
    root, _ = parse(f"<html><body>{body}</body></html>", "a.html")
    box_loose(root)
    return next(node for node in root.walk() if node.tag == "body")


def shape(node: Node) -> str:
    """Tags in brackets, words as they are."""
    inner = "".join(shape(item) if isinstance(item, Node) else item for item in node.content)
    return f"{node.tag}[{inner}]"


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("un<p>deux</p>trois", f"{LOOSE}[un]p[deux]{LOOSE}[trois]"),
        ("un <b>mot</b><br>suite<p>deux</p>", f"{LOOSE}[un b[mot]br[]suite]p[deux]"),
        ("un<script>x</script>mot<p>deux</p>", f"{LOOSE}[unscript[x]mot]p[deux]"),
        ("<a>un</a><div>deux</div>", f"{LOOSE}[a[un]]div[deux]"),
        ("un <b>mot</b>", "un b[mot]"),  # no block beside
        ("<p>un</p> <p>deux</p>", "p[un] p[deux]"),
        ("<ul><li>un<p>deux</p></li></ul>", "ul[li[unp[deux]]]"),
    ],
)
def test_words_beside_blocks_are_boxed(body: str, wanted: str) -> None:
    assert shape(boxed(body)) == f"body[{wanted}]"


@settings(max_examples=60)
@given(BODIES)
def test_no_word_moves_and_none_is_left_beside_a_block(body: str) -> None:
    root, _ = parse(f"<html><body>{body}</body></html>", "a.html")
    before = "".join(root.texts())
    box_loose(root)
    assert "".join(root.texts()) == before
    for node in root.walk():
        tags = {child.tag for child in node.elements()}
        if node.tag in ROOMS and LOOSE in tags:
            assert all(isinstance(item, Node) or item.isspace() for item in node.content)
