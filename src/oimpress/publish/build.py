"""From sources to publications."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from oimpress.errors import OimpressError, WriteError, defect, defects_told
from oimpress.i18n import phrases
from oimpress.knowledge.folding import slug
from oimpress.learning import profile_named
from oimpress.model import codec, trail
from oimpress.model.house import ANY_HOUSE, PRESS, House
from oimpress.model.nodes import Asset, Edition, EditionKind, Release
from oimpress.model.runs import plain
from oimpress.notices import Result, notice
from oimpress.pipeline import Normalised, normalise_each
from oimpress.publish.assets import media_folder, shown_pictures, stored_pictures
from oimpress.publish.identifiers import Names
from oimpress.publish.outputs import Outputs
from oimpress.publish.repeats import Repeats
from oimpress.publish.report import Failure, Journal, Output, ReadRelease, readings
from oimpress.settings.values import DATE, LANGUAGE
from oimpress.sources import Source, load
from oimpress.style import Style
from oimpress.visible import visible
from oimpress.writers import Format

BuildInput: TypeAlias = Path | Source | Failure  # a failure: what was named and is not there
Tick: TypeAlias = Callable[[str], None]
LONGEST_NAME = 80
XML = "xml"


@dataclass(frozen=True, slots=True)
class Options:
    """What the edition is called and made with; empty means not given. Raises UsageError for what cannot be.

    Date and language may be written as people write them. ``each``: a file for every release, even where a format can
    hold them all. ``house``: the office whose releases they are. ``force``: write over outputs that were changed.
    """

    title: str = ""
    date: str = ""
    lang: str = "fr"
    profile: str = PRESS
    each: bool = False
    house: House = ANY_HOUSE
    force: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "date", DATE.at("date", self.date))
        object.__setattr__(self, "lang", LANGUAGE.at("lang", self.lang))
        profile_named(self.profile)


def read_all(
    items: Iterable[BuildInput], profile: str, journal: Journal, tick: Tick = lambda _: None, house: House = ANY_HOUSE
) -> Iterator[ReadRelease]:
    """Every release of the sources that can be read, one source at a time; the journal is told of the others.

    A release that comes twice is given once. Notice M102.
    """
    repeats = Repeats()
    for item in items:
        if isinstance(item, Failure):
            journal.note_failure(item)
            continue
        place = visible(item.name if isinstance(item, Source) else str(item))
        tick(place)
        with _failing_alone(place, journal):
            source = item if isinstance(item, Source) else load(item)
            for reading in readings(place, _read(source, profile, house, place, journal)):
                if earlier := repeats.earlier(reading):
                    journal.note_notice(reading.place, notice("M102", detail=earlier))
                else:
                    yield reading


def _read(source: Source, profile: str, house: House, place: str, journal: Journal) -> Iterator[Normalised]:
    """The releases in ``source``; the journal is told of its parts that cannot be read."""
    for each in normalise_each(source, profile, house):
        if isinstance(each, Normalised):
            yield each
        else:
            journal.note_failure(Failure(place, each.at(place)))


@contextmanager
def _failing_alone(place: str, journal: Journal) -> Iterator[None]:
    """Whatever goes wrong with what stands at ``place``, the journal is told and the run goes on."""
    try:
        with defects_told(place):
            yield
    except OimpressError as error:
        journal.note_failure(Failure(place, error))


def normalise_files(
    items: Iterable[BuildInput],
    output: Path,
    profile: str,
    journal: Journal,
    tick: Tick = lambda _: None,
    house: House = ANY_HOUSE,
    force: bool = False,
) -> None:
    """Store the canonical XML and the trail of every source in ``output``, one at a time.

    What was made there from the same bytes before is replaced; what another source of the same title made is kept.
    The pictures that are found for a release are stored in ``<id>-media`` without their metadata, under the names that
    its figures give them, so that its XML can be built from there. ``force`` writes over what was changed since. Raises
    WriteError when the folder cannot be made, UsageError for an unknown profile.
    """
    profile_named(profile)
    outputs, names = Outputs(output, force), Names(output)
    outputs.open()
    for reading in read_all(_noted(items, outputs), profile, journal, tick, house):
        stored = Result(dict[Path, tuple[str, bytes]]())
        with _failing_alone(reading.place, journal):
            stored = _stored(names.own(reading.done.value), reading, outputs)
        if stored.value:
            journal.note_source(reading.noting(stored.notices))
        for path, (name, data) in stored.value.items():
            journal.note_output(Output(path, name, len(data)))


def _noted(items: Iterable[BuildInput], outputs: Outputs) -> Iterator[BuildInput]:
    """``items``, those that are files noted as sources."""
    for item in items:
        if isinstance(item, Path):
            outputs.note_source(item)
        yield item


def _stored(release: Release, reading: ReadRelease, outputs: Outputs) -> Result[dict[Path, tuple[str, bytes]]]:
    """Store all that is to be stored of a release, or nothing of it. Raises WriteError."""
    pictures = stored_pictures(release, reading.source)
    files = _files(release, reading, pictures.value, outputs.folder)
    outputs.store(*((path, data) for path, (_, data) in files.items()))
    return Result(files, pictures.notices)


def _files(
    release: Release, reading: ReadRelease, pictures: Mapping[str, bytes], output: Path
) -> dict[Path, tuple[str, bytes]]:
    """What is stored of a release: what each file is called by, and its bytes."""
    files = {output / f"{release.id}.xml": (XML, codec.to_xml(release))}
    if drawn := reading.done.trail:
        data = trail.to_json(replace(drawn, release=release.id))
        files[output / f"{release.id}.trail.json"] = ("trail", data)
    media = output / media_folder(release.id)
    for href, data in pictures.items():
        files[media / href] = ("picture", data)
    return files


def build_editions(
    items: Iterable[BuildInput],
    formats: Sequence[Format],
    output: Path,
    style: Style,
    options: Options,
    journal: Journal,
    tick: Tick = lambda _: None,
) -> None:
    """Write the sources in every format into ``output``. Raises WriteError when the folder cannot be made.

    Pictures are looked for when one of the formats shows them. Beside the XML of a release lies its trail.
    """
    outputs, names, releases = Outputs(output, options.force), Names(), []
    assets: dict[Asset, bytes] = {}
    trails: dict[str, bytes] = {}
    with_trails = any(form.name == XML for form in formats)
    illustrated = any(form.pictures for form in formats)
    for reading in read_all(_noted(items, outputs), options.profile, journal, tick, options.house):
        release = names.own(reading.done.value)
        shown = Result(dict[str, bytes]())
        with _failing_alone(reading.place, journal):
            if with_trails and (drawn := reading.done.trail):
                trails[release.id] = trail.to_json(replace(drawn, release=release.id))
            shown = shown_pictures(release, reading.source) if illustrated else shown
            assets |= {(str(release.id), href): data for href, data in shown.value.items()}
            releases.append(release)
        journal.note_source(reading.noting(shown.notices))
    if not releases:
        return
    outputs.open()
    edition = replace(make_edition(releases, options, style), assets=assets)
    for form in formats:
        tick(form.name)
        for stem, part in _parts(edition, form, options.each):
            path = output / f"{stem}{form.extension}"
            beside = {output / f"{stem}.trail.json": trails[stem]} if form.name == XML and stem in trails else {}
            if made := _made(path, form, part, style, beside, outputs, journal):
                journal.note_output(Output(path, form.name, len(made.value)), made.notices)
                for one, data in beside.items():
                    journal.note_output(Output(one, "trail", len(data)))


def make_edition(releases: Sequence[Release], options: Options, style: Style) -> Edition:
    """The releases as one publication: the newest first, undated ones after them in the order they came."""
    ordered = sorted(releases, key=lambda release: str(release.published), reverse=True)
    kind: EditionKind = "single" if len(ordered) == 1 else "press-kit"
    only = plain(ordered[0].title) if len(ordered) == 1 else ""
    title = options.title or only or phrases(options.lang)("Press kit")
    organisation = style.settings.organisation
    return Edition(tuple(ordered), title, kind, options.lang, options.date, "", organisation)


def _parts(edition: Edition, form: Format, each: bool) -> Iterator[tuple[str, Edition]]:
    """The editions that a format wants a file each for, with the file's name without its ending."""
    if form.scope == "edition" and not each:
        yield (slug(edition.title)[:LONGEST_NAME].strip("-") or "edition"), edition
        return
    for release in edition.releases:
        yield release.id, replace(edition, releases=(release,), title=plain(release.title), kind="single")


def _made(
    path: Path,
    form: Format,
    edition: Edition,
    style: Style,
    beside: dict[Path, bytes],
    outputs: Outputs,
    journal: Journal,
) -> Result[bytes] | None:
    """What the format makes, stored at ``path`` together with what is ``beside`` it; None when it could not be."""
    try:
        made = form.write(edition, style)
        outputs.store((path, made.value), *beside.items())
    except OimpressError as error:
        journal.note_failure(Failure(visible(str(path)), error))
        return None
    except Exception as error:  # a defect in one format must not stop the others
        reason = str(error) if isinstance(error, OSError) else defect(error)
        failure = WriteError("{path}: cannot be made ({reason}); please report it", path=path, reason=reason)
        failure.__cause__ = error
        journal.note_failure(Failure(visible(str(path)), failure))
        return None
    return made
