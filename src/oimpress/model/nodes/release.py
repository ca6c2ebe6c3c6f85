"""A release, and an edition of several."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Literal, TypeAlias

from oimpress.model.nodes.blocks import Blocks, Para
from oimpress.model.nodes.fields import Contact, Dateline, Embargo, Fact
from oimpress.model.nodes.inlines import Inlines
from oimpress.records import record

Kind: TypeAlias = Literal["press-release", "project", "statement", "speech", "story", "note", "other"]
KINDS: tuple[Kind, ...] = ("press-release", "project", "statement", "speech", "story", "note", "other")


@record
class SourceRef:
    """[source] What the release was made from.

    ``author``, ``description`` and ``image`` are what the source states of itself, as a web page does in its head.
    """

    name: str
    sha256: str
    media_type: str
    reader: str
    url: str = ""
    licence: str = ""
    author: str = ""
    description: str = ""
    image: str = ""


@record
class Release:
    """[release] One communiqué. What is not known is absent.

    ``issuer`` is the body that issues it, as its page says, and ``reference`` the number that this body gave it.
    """

    id: str
    lang: str = "fr"
    kind: Kind = "press-release"
    issuer: str = ""
    reference: str = ""
    embargo: Embargo | None = None
    kicker: Inlines = ()
    title: Inlines = ()
    subtitle: Inlines = ()
    dateline: Dateline | None = None
    published: str = ""
    facts: tuple[Fact, ...] = ()
    body: Blocks = ()
    contacts: tuple[Para | Contact, ...] = ()
    about: Blocks = ()
    source: SourceRef | None = None


Asset: TypeAlias = str | tuple[str, str]
EditionKind: TypeAlias = Literal["single", "press-kit", "digest"]


@record
class Edition:
    """1..n releases rendered together.

    ``date`` is ISO 8601, empty for an undated edition; ``subtitle`` and ``organisation`` are plain text. ``assets`` are
    the bytes of pictures by the ``href`` of their figures; by the release's ``id`` and the ``href`` for one that only
    this release means by it, which goes before the other.
    """

    releases: tuple[Release, ...]
    title: str
    kind: EditionKind = "press-kit"
    lang: str = "fr"
    date: str = ""
    subtitle: str = ""
    organisation: str = ""
    assets: Mapping[Asset, bytes] = field(default_factory=dict, compare=False, repr=False)

    def asset(self, release: Release, href: str) -> bytes:
        """The picture that ``release`` calls ``href``; no bytes when it is not there."""
        return self.assets.get((release.id, href)) or self.assets.get(href, b"")
