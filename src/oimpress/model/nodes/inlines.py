"""Wherever text stands: characters, and what marks them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Text:
    """Characters: never empty, never beside another Text, NFC, no control characters."""

    value: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    """[em]"""

    children: Inlines


@dataclass(frozen=True, slots=True)
class Strong:
    """[strong]"""

    children: Inlines


@dataclass(frozen=True, slots=True)
class Link:
    """[link] ``href`` is an absolute URL, a ``mailto:``, or ``#`` and the name of an anchor of the same release."""

    href: str
    children: Inlines


@dataclass(frozen=True, slots=True)
class Foreign:
    """[foreign] Words in another language, named by its BCP 47 tag."""

    lang: str
    children: Inlines


@dataclass(frozen=True, slots=True)
class Superscript:
    """[sup]"""

    children: Inlines


@dataclass(frozen=True, slots=True)
class Code:
    """[code] Words of a machine, which no rule of language may touch."""

    children: Inlines


@dataclass(frozen=True, slots=True)
class Call:
    """[call] The mark that calls the note whose ``id`` is ``to``; its children are the mark as printed."""

    to: str
    children: Inlines


@dataclass(frozen=True, slots=True)
class Anchor:
    """[anchor] The first words of a place that a link of the same release leads to."""

    id: str
    children: Inlines


@dataclass(frozen=True, slots=True)
class Break:
    """[br] A line break inside a paragraph; one line feed in a flattened run."""


Marked: TypeAlias = Emphasis | Strong | Link | Foreign | Superscript | Code | Call | Anchor
Inline: TypeAlias = Text | Break | Marked
Inlines: TypeAlias = tuple[Inline, ...]
