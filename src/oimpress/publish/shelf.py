"""Releases of a run on their way to publications: their bytes in a file, next to nothing in memory."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from typing import Protocol

from oimpress.model.nodes import Asset
from oimpress.publish.kept import Kept, packed, unpacked
from oimpress.records import record
from oimpress.spool import Spool

DIGEST = 32  # bytes of one
NONE: Mapping[str, bytes] = {}


class PublicationPart(Protocol):
    """A release of a publication with the pictures it shows, and its place among the others, if its source has one.

    ``published``, ``lang`` and ``digest`` are those of ``kept``, which need not be fetched for them.
    """

    @property
    def kept(self) -> Kept: ...
    @property
    def published(self) -> str: ...
    @property
    def lang(self) -> str: ...
    @property
    def digest(self) -> str: ...
    @property
    def held(self) -> HeldPart: ...
    @property
    def pictures(self) -> Mapping[str, bytes]: ...
    @property
    def order(self) -> int: ...


@record
class HeldPart:
    """A part in memory."""

    kept: Kept
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    order: int = 0

    @property
    def held(self) -> HeldPart:
        return self

    @property
    def published(self) -> str:
        return self.kept.facts.published

    @property
    def lang(self) -> str:
        return self.kept.facts.lang

    @property
    def digest(self) -> str:
        return self.kept.digest


class ShelvedPart:
    """A part whose bytes are on a shelf. Notices are not among them: the journal was told."""

    __slots__ = ("_at", "_shelf", "lang", "order", "pictures", "published")

    def __init__(self, shelf: Spool, part: HeldPart, trailed: bool) -> None:
        bare = replace(part.kept, facts=part.kept.facts._replace(notices=(), lines=()))
        self._shelf = shelf
        stored = packed([bare if trailed else replace(bare, trail_json=b"")])
        self._at = shelf.append(bytes.fromhex(part.digest) + stored)
        self.published, self.lang = sys.intern(part.published), sys.intern(part.lang)
        self.order = part.order
        self.pictures = ShelvedPictures(shelf, part.pictures) if part.pictures else NONE

    @property
    def held(self) -> HeldPart:
        """The same in memory, as another machine gets it."""
        return HeldPart(self.kept, dict(self.pictures), self.order)

    @property
    def kept(self) -> Kept:
        (found,) = unpacked(self._shelf[self._at][DIGEST:])
        return found

    @property
    def digest(self) -> str:
        return self._shelf[self._at][:DIGEST].hex()


class ShelvedPictures(Mapping[str, bytes]):
    """The pictures of a release by their ``href``, on a shelf."""

    def __init__(self, shelf: Spool, pictures: Mapping[str, bytes]) -> None:
        self._shelf = shelf
        self._places = {href: shelf.append(data) for href, data in pictures.items()}

    def __getitem__(self, href: str) -> bytes:
        return self._shelf[self._places[href]]

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


class Assets(Mapping[Asset, bytes]):
    """The pictures of a publication, each by the release that means it."""

    def __init__(self, parts: Sequence[PublicationPart]) -> None:
        illustrated = ((part.kept.facts.id, part.pictures) for part in parts if part.pictures)
        self._owners: dict[Asset, Mapping[str, bytes]] = {
            (name, href): pictures for name, pictures in illustrated for href in pictures
        }

    def __getitem__(self, asset: Asset) -> bytes:
        return self._owners[asset][asset[1]]

    def __iter__(self) -> Iterator[Asset]:
        return iter(self._owners)

    def __len__(self) -> int:
        return len(self._owners)
