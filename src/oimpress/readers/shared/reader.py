"""What a reader is: a name, a test of what it reads, and two functions."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from oimpress.errors import OimpressError
from oimpress.records import record
from oimpress.sources import Source

if TYPE_CHECKING:
    from oimpress.model.draft import Draft
    from oimpress.model.trail import Law
    from oimpress.notices import Result

HEAD = 4096  # bytes by which most sources are told
MARKDOWN = (".md", ".markdown", ".mdown", ".mkd")  # endings of texts that may begin with a tag
MARKS = b"\xef\xbb\xbf\xff\xfe \t\r\n"


class SourceText(NamedTuple):
    """A source's characters, the codec that gives their bytes back, and whether these are the source's own bytes."""

    characters: str
    encoding: str
    law: Law = "bytes"


class Drafted(NamedTuple):
    """A release as a draft, and the ``text`` that its offsets count in; no text for one taken as it is.

    ``source`` is what it was made from: the source that was read, or a part of it.
    """

    draft: Result[Draft]
    text: SourceText | None
    source: Source


# What a reader finds: a release; a part that has a reader of its own, such as an attachment; why a part cannot be read.
ReadPart: TypeAlias = Drafted | Source | OimpressError


def no_pictures(_source: Source, _hrefs: Container[str]) -> dict[str, bytes]:
    """None: sources of this kind hold no pictures."""
    return {}


@record
class Reader:
    """What reads one kind of sources.

    ``sniff`` says whether a source is certainly of that kind, by its content and its name; it is asked often, so it
    looks at little. ``read`` gives what is found, one by one, and raises ReadError for what cannot be read at all.
    ``pictures`` gives those in the source itself that go by one of the names.
    """

    name: str
    sniff: Callable[[Source], bool]
    read: Callable[[Source], Iterable[ReadPart]]
    pictures: Callable[[Source, Container[str]], dict[str, bytes]] = no_pictures


def head(source: Source) -> bytes:
    """The first bytes of ``source`` as ASCII letters stand in them, whatever UTF it is in; no blanks before them."""
    return source.data[:HEAD].lstrip(MARKS).replace(b"\0", b"")


def is_named(source: Source, *endings: str) -> bool:
    """Whether the name of ``source`` ends in one of ``endings``."""
    return source.name.lower().endswith(endings)
