"""Wherever text stands: characters, and what marks them."""

from __future__ import annotations

from typing import TypeAlias

from oimpress.records import record


@record
class Text:
    """Characters: never empty, never beside another Text, NFC, no control characters."""

    value: str


@record
class Emphasis:
    """[em]"""

    children: Inlines


@record
class Strong:
    """[strong]"""

    children: Inlines


@record
class Link:
    """[link] ``href`` is an absolute URL, a ``mailto:``, or ``#`` and the name of an anchor of the same release."""

    href: str
    children: Inlines


@record
class Foreign:
    """[foreign] Words in another language, named by its BCP 47 tag."""

    lang: str
    children: Inlines


@record
class Superscript:
    """[sup]"""

    children: Inlines


@record
class Code:
    """[code] Words of a machine, which no rule of language may touch."""

    children: Inlines


@record
class Call:
    """[call] The mark that calls the note whose ``id`` is ``to``; its children are the mark as printed."""

    to: str
    children: Inlines


@record
class Anchor:
    """[anchor] The first words of a place that a link of the same release leads to."""

    id: str
    children: Inlines


@record
class Break:
    """[br] A line break inside a paragraph; one line feed in a flattened run."""


Marked: TypeAlias = Emphasis | Strong | Link | Foreign | Superscript | Code | Call | Anchor
Inline: TypeAlias = Text | Break | Marked
Inlines: TypeAlias = tuple[Inline, ...]
