"""Which paragraphs of a Word document make one quotation or aside, by their styles."""

from __future__ import annotations

import pytest

from oimpress.readers.docx.groups import together


@pytest.mark.parametrize(
    ("styles", "count"),
    [
        ("body text, quote", 0),
        ("quote, body text", 1),
        ("quote, intense quote, press attribution, quote", 3),
        ("press attribution, quote", 1),
        ("block text, block text, body text", 2),
        ("quotations, body text indent", 1),
        ("press aside, press aside, body text", 2),
        ("press aside heading, press aside, press aside heading, press aside", 2),
        ("press aside, press aside attribution, press aside", 2),
        ("press aside bullet", 1),
    ],
)
def test_what_stands_together(styles: str, count: int) -> None:
    assert together(styles.split(", ")) == count
