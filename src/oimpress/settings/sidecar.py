"""A sidecar, ``NAME.toml`` beside ``NAME.txt``: what is known of a source from elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from typing import Annotated, Literal, TypeAlias, get_args

from oimpress.model.nodes import KINDS
from oimpress.model.nodes import Kind as ReleaseKind
from oimpress.settings.kinds import choice, number
from oimpress.settings.tables import checked, in_file, table
from oimpress.settings.toml import read_table, table_of
from oimpress.settings.values import DateValue, Language, LineValue, MomentValue, Url, WordsList, WordsValue

# What a line of a release can be; the head's first, then the body's, then the contacts'.
LineLabel: TypeAlias = Literal[
    "furniture", "navigation", "kicker", "reference", "issuer", "dateline", "embargo", "order", "title", "subtitle",
    "standfirst", "byline", "fact", "caption", "body", "heading", "list", "quote", "contact", "lead", "organisation",
    "person", "role", "phone", "mail", "web", "address", "hours", "general-number", "topic", "separator", "end-mark",
    "note", "sentence",
]  # fmt: skip
LABELS: tuple[LineLabel, ...] = get_args(LineLabel)


@table
class Metadata:
    """What a sidecar says of a source; empty means unknown. ``date`` is ISO 8601, ``lang`` a BCP 47 tag.

    ``lines`` says what lines of the source are, by their words. ``embargo`` is a moment with its zone or a day in ISO
    8601, or a text as an office writes it; empty, it says that there is none. ``correction`` is what a corrected
    release says of itself. ``order`` is its place in a press kit, 1 for the first; those that have none follow.
    ``accepted`` pairs words of the text with those a person wants in their place, as a notice proposed; ``seen`` are
    the doubts that a person looked at and leaves, each as its code and its words.
    """

    title: LineValue = ""
    date: DateValue = ""
    url: Url = ""
    lang: Language = ""
    kind: Annotated[ReleaseKind, choice(*KINDS)] | None = None
    licence: LineValue = ""
    lines: Mapping[Annotated[LineLabel, choice(*LABELS)], WordsList] = field(default_factory=dict)
    embargo: MomentValue | None = None
    correction: LineValue = ""
    order: Annotated[int, number(0, 10000)] = 0
    accepted: Mapping[WordsValue, WordsValue] = field(default_factory=dict)
    seen: WordsList = ()


def read_sidecar(path: Path) -> Metadata:
    """What ``path``, a TOML file, says. Raises UsageError with the place for an unknown key or a wrong value."""
    return checked(Metadata, read_table(path), in_file(path))


def sidecar_of(data: bytes, path: str) -> Metadata:
    """What a sidecar that was read at ``path`` says. Raises UsageError as well."""
    return checked(Metadata, table_of(data, path), in_file(path))
