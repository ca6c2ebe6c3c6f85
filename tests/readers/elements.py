"""A page around some elements, and what the reader makes of them."""

from __future__ import annotations

from oimpress.model.nodes import (
    Block,
    Inlines,
    Para,
    Text,
)
from oimpress.sources import Source
from tests.readers.laws import dropped, lawful
from tests.readers.pages import page

PROSE = (
    "Les migrants de onze pays se réunissent cette semaine à Genève pour parler de leurs droits et de leurs devoirs."
)


def t(words: str) -> tuple[Text]:
    return (Text(words),)


def para(words: str) -> Para:
    return Para(t(words))


def blocks(html: str, **more: str) -> tuple[Block, ...]:
    """The blocks of ``html``, below a first paragraph."""
    first, *rest = lawful(page(f"<article><p>{PROSE}</p>{html}</article>", **more), "plain").value.body
    assert first == para(PROSE)
    return tuple(rest)


def inlines(html: str, **more: str) -> Inlines:
    (found,) = blocks(f"<p>{html}</p>", **more)
    assert isinstance(found, Para)
    return found.children


def left_out(source: Source) -> dict[str, str]:
    """What the reader left out: words -> rule."""
    return {" ".join(text.split()): rule for text, rule in dropped(source)}
