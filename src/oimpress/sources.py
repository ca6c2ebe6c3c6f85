"""A source: bytes with a name, and what is known of them from beside."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from oimpress.model.nodes import Kind


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a sidecar says of a source; empty means unknown. ``date`` is ISO 8601, ``lang`` a BCP 47 tag."""

    title: str = ""
    date: str = ""
    url: str = ""
    lang: str = ""
    kind: Kind | None = None
    licence: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """``data`` as found, under ``name`` (the last part of its path; never trusted as a path)."""

    name: str
    data: bytes = field(repr=False)
    metadata: Metadata = Metadata()

    @property
    def sha256(self) -> str:
        """The hexadecimal digest of the bytes."""
        return hashlib.sha256(self.data).hexdigest()
