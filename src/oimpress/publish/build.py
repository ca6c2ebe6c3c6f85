"""From sources to files: their canonical XML, and publications."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from typing import TypeAlias

from oimpress.errors import OimpressError, Unavailable, WriteError, defect
from oimpress.learning import require_profile
from oimpress.model.house import ANY_HOUSE, House
from oimpress.notices import Result
from oimpress.publish.assets import media_folder, shown_pictures, stored_pictures
from oimpress.publish.fetching import BuildInput
from oimpress.publish.identifiers import Names
from oimpress.publish.in_buckets import StoragePlace, outputs_at
from oimpress.publish.kept import Kept, keep
from oimpress.publish.means import MANY_SOURCES, Means
from oimpress.publish.outputs import OutputPlace
from oimpress.publish.publications import (
    Making,
    Options,
    Publication,
    home_of,
    loads_of,
    make_all,
    make_edition,
    publications,
)
from oimpress.publish.reading import Tick, failing_alone, read_all
from oimpress.publish.report import Failure, Journal, Output, ReadRelease
from oimpress.publish.shelf import HeldPart, ShelvedPart
from oimpress.spool import Spool, spool
from oimpress.style import Style
from oimpress.visible import visible
from oimpress.writers import Format
from oimpress.written import TRAIL

__all__ = ["BuildInput", "Options", "build_editions", "make_edition", "normalise_files", "read_all"]
XML = "xml"
StoredFile: TypeAlias = tuple[StoragePlace, str, bytes]  # what it is stands between its place and its bytes


def normalise_files(
    items: Iterable[BuildInput],
    output: StoragePlace,
    profile: str,
    journal: Journal,
    tick: Tick = lambda _: None,
    house: House = ANY_HOUSE,
    force: bool = False,
    means: Means | None = None,
    sharded: bool = False,
) -> None:
    """Store the canonical XML and the trail of every source in ``output``, one at a time.

    What was made there from the same bytes before is replaced; what another source of the same title made is kept.
    The pictures that are found for a release are stored in ``<id>-media`` without their metadata, under the names that
    its figures give them, so that its XML can be built from there. ``force`` writes over what was changed since;
    ``sharded`` shares all out among 256 folders. Raises WriteError when the folder cannot be made, UsageError for an
    unknown profile.
    """
    require_profile(profile)
    with closing(outputs_at(output, force, sharded)) as outputs:
        names = Names(outputs.there)
        outputs.open()
        for reading in read_all(_noted(items, outputs), profile, journal, tick, house, means):
            stored = Result(list[StoredFile]())
            kept = keep(reading.done)
            with failing_alone(reading.place, journal):
                stored = _stored(names.own(kept), reading, outputs)
            if stored.value:
                journal.note_source(reading._replace(done=kept.noting(stored.notices)))
            for path, form, data in stored.value:
                journal.note_output(Output(path, form, len(data)))


def _noted(items: Iterable[BuildInput], outputs: OutputPlace) -> Iterable[BuildInput]:
    """``items``, those that are files noted as sources: all at once where all are known, else as they come."""

    def noted() -> Iterator[BuildInput]:
        for item in items:
            outputs.note_sources([item])
            yield item

    if not isinstance(items, Sequence):
        return noted()
    outputs.note_sources(items)
    return items


def _stored(kept: Kept, reading: ReadRelease, outputs: OutputPlace) -> Result[list[StoredFile]]:
    """Store all that is to be stored of a release, or nothing of it. Raises WriteError."""
    pictures = stored_pictures(kept.value, reading.source) if kept.facts.illustrated else Result(dict[str, bytes]())
    files = _files(kept, pictures.value, outputs.home(kept.facts.id))
    outputs.store(*((path, data) for path, _form, data in files))
    return Result(files, pictures.notices)


def _files(kept: Kept, pictures: Mapping[str, bytes], output: StoragePlace) -> list[StoredFile]:
    """What is stored of a release."""
    name = kept.facts.id
    files: list[StoredFile] = [(output / f"{name}.xml", XML, kept.xml)]
    if kept.trail_json:
        files.append((output / f"{name}{TRAIL}", "trail", kept.trail_json))
    files += ((output / media_folder(name) / href, "picture", data) for href, data in pictures.items())
    return files


def build_editions(
    items: Iterable[BuildInput],
    formats: Sequence[Format],
    output: StoragePlace,
    style: Style,
    options: Options,
    journal: Journal,
    tick: Tick = lambda _: None,
    means: Means | None = None,
) -> None:
    """Write the sources in every format into ``output``. Raises WriteError when the folder cannot be made.

    Pictures are looked for when one of the formats shows them. Beside the XML of a release lies its trail.
    """
    means, loads = means or Means(), loads_of(formats)
    if loads and (pool := means.pool_for(items, MANY_SOURCES)):
        pool.expect(*loads)
    with closing(outputs_at(output, options.force, options.sharded)) as outputs, spool() as shelf:
        readings = read_all(_noted(items, outputs), options.profile, journal, tick, options.house, means)
        parts = list(_shelved(readings, formats, shelf, journal))
        if not parts:
            return
        outputs.open()
        for each in style.notices:
            journal.note_notice(style.name, each)
        wanted = [one for form in formats for one in publications(parts, form, style, options)]
        for one, written in make_all(wanted, style, means):
            tick(one.form.name)
            _put(one, written, outputs, journal)


def _shelved(
    readings: Iterable[ReadRelease], formats: Sequence[Format], shelf: Spool, journal: Journal
) -> Iterator[ShelvedPart]:
    """Each release under a name of its own, with the pictures that one of the formats shows."""
    names, illustrated = Names(), any(form.pictures for form in formats)
    trailed = any(form.name == XML for form in formats)
    for reading in readings:
        kept = keep(reading.done)
        shown = Result(dict[str, bytes]())
        with failing_alone(reading.place, journal):
            own = names.own(kept)
            if illustrated and kept.facts.illustrated:
                shown = shown_pictures(own.value, reading.source)
            yield ShelvedPart(shelf, HeldPart(own, shown.value, reading.source.metadata.order), trailed)
        journal.note_source(reading._replace(done=kept.noting(shown.notices)))


def _put(one: Publication, made: Making, outputs: OutputPlace, journal: Journal) -> None:
    """Store a publication, and beside the XML of a release its trail; the journal is told what became of it."""
    home = home_of(one, outputs)
    path = home / f"{one.stem}{one.form.extension}"
    trail = one.parts[0].kept.trail_json if one.form.name == XML else b""
    beside = {home / f"{one.stem}{TRAIL}": trail} if trail else {}
    try:
        written = made()
        with closing(written.value) as content:
            outputs.store((path, content), *beside.items())
            size = content.size
    except Unavailable:
        raise
    except OimpressError as error:
        journal.note_failure(Failure(visible(str(path)), error))
        return
    except Exception as error:  # a defect in one format must not stop the others
        reason = str(error) if isinstance(error, OSError) else defect(error)
        failure = WriteError("{path}: cannot be made ({reason}); please report it", path=path, reason=reason)
        failure.__cause__ = error
        journal.note_failure(Failure(visible(str(path)), failure))
        return
    journal.note_output(Output(path, one.form.name, size), written.notices)
    for place, data in beside.items():
        journal.note_output(Output(place, "trail", len(data)))
