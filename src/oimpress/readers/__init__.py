"""The readers: what turns the bytes of a source into drafts.

A reader is a package with one ``READER``; which one a source wants is told by its content, and by its name where the
content can be read both ways. Ours stand in ``BUILT_IN``; other packages add theirs under the entry-point group
``oimpress.readers``, and theirs are asked first. A reader's ``__init__`` imports what reads only when it reads.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from functools import cache
from importlib import import_module

from oimpress.errors import MissingDependency, OimpressError, ReadError
from oimpress.notices import Notice, notice
from oimpress.plugins import EntryGroup, added, entries
from oimpress.readers.shared.reader import Drafted, Reader, ReadPart
from oimpress.sources import Source

DEEPEST = 8  # parts inside parts
# In the order in which they are asked: the sure ones first, text takes what is left.
BUILT_IN: dict[str, str] = {
    "docx": "oimpress.readers.docx:READER",
    "pdf": "oimpress.readers.pdf:READER",
    "mail": "oimpress.readers.mail:READER",
    "feed": "oimpress.readers.feed:READER",
    "html": "oimpress.readers.html:READER",
    "xml": "oimpress.readers.xml:READER",
    "markdown": "oimpress.readers.markdown:READER",
    "text": "oimpress.readers.text:READER",
}


def read(source: Source) -> Iterator[Drafted | OimpressError]:
    """The releases in ``source`` as drafts, one by one, and the refusals of parts that cannot be read.

    Raises ReadError for what cannot be read at all, InvalidRelease for XML that is no release.
    """
    theirs, broken = plug_ins()
    told = tuple(notice("R050", detail=str(error)) for error in broken)
    for found in _read(source, (*theirs, *built_in()), 0):
        yield _with_notices(found, told) if told and isinstance(found, Drafted) else found


def find(source: Source) -> Reader:
    """The reader that ``source`` wants."""
    return _find(source, (*plug_ins()[0], *built_in()))


def pictures(source: Source, hrefs: Container[str]) -> dict[str, bytes]:
    """The pictures in ``source`` itself that go by one of ``hrefs`` in its release. Raises ReadError."""
    return find(source).pictures(source, hrefs)


def _find(source: Source, readers: Sequence[Reader]) -> Reader:
    return next(reader for reader in readers if _takes(reader, source))


def _read(source: Source, readers: Sequence[Reader], depth: int) -> Iterator[Drafted | OimpressError]:
    if depth > DEEPEST:
        raise ReadError(
            "{name}: over {most} parts stand inside each other; give the innermost", name=source.name, most=DEEPEST
        )
    reader = _find(source, readers)
    for found in reader.read(source) if reader in built_in() else _by_others(reader, source):
        if isinstance(found, Source):
            yield from _part(found, readers, depth + 1)
        else:
            yield found


def _part(part: Source, readers: Sequence[Reader], depth: int) -> Iterator[Drafted | OimpressError]:
    """What stands in a part, whose refusal is told beside the other parts."""
    try:
        yield from _read(part, readers, depth)
    except OimpressError as error:
        yield error


def _with_notices(found: Drafted, told: tuple[Notice, ...]) -> Drafted:
    return found._replace(draft=replace(found.draft, notices=(*found.draft.notices, *told)))


# -- ours, and those of other packages --------------------------------------------------------------------


@cache
def built_in() -> tuple[Reader, ...]:
    """Ours."""
    targets = (target.partition(":") for target in BUILT_IN.values())
    return tuple(getattr(import_module(module), attribute) for module, _, attribute in targets)


def plug_ins() -> tuple[list[Reader], list[OimpressError]]:
    """Those of other packages, by the names of their entry points, and why the others of them cannot be used."""
    found: list[Reader] = []
    broken: list[OimpressError] = []
    for entry in entries(EntryGroup.READERS):
        try:
            found.append(added(entry, Reader, "a Reader"))
        except MissingDependency as error:
            broken.append(error)
    return found, broken


def _takes(reader: Reader, source: Source) -> bool:
    try:
        return reader.sniff(source)
    except Exception:  # another package's reader that fails at a glance takes nothing
        if reader in built_in():
            raise
        return False


def _by_others(reader: Reader, source: Source) -> Iterator[ReadPart]:
    """What another package's reader finds; whatever it does wrong is a refusal of this source only."""
    try:
        yield from reader.read(source)
    except OimpressError:
        raise
    except Exception as error:
        raise ReadError(
            "{name}: the plug-in {reader} fails on this source ({reason}); tell those who make it",
            name=source.name,
            reader=reader.name,
            reason=f"{type(error).__name__}: {error}",
        ) from error
