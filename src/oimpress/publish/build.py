"""From sources to publications."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from oimpress.errors import OimpressError, WriteError
from oimpress.i18n import phrases
from oimpress.model import codec, trail
from oimpress.model.nodes import Edition, EditionKind, Release
from oimpress.model.walk import plain
from oimpress.passes.facts import slug
from oimpress.pipeline import Normalised, normalise_source
from oimpress.publish.files import make_folder, store
from oimpress.publish.report import Failure, Output, Report
from oimpress.sources import Source, load
from oimpress.style import Style
from oimpress.writers import Format

Tick: TypeAlias = Callable[[str], None]
LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Options:
    """What the edition is called and made with; empty means not given."""

    title: str = ""
    date: str = ""
    lang: str = "fr"
    profile: str = "oim-fr"


def read_all(
    sources: Iterable[Path | Source], options: Options, report: Report, tick: Tick
) -> Iterator[tuple[Source, Normalised]]:
    """Every source that can be read, normalised; the others go into the report's failures."""
    for item in sources:
        tick(item.name)
        try:
            source = item if isinstance(item, Source) else load(item)
            done = normalise_source(source, options.profile)
        except OimpressError as error:
            report.failures.append(Failure(item.name, error))
            continue
        report.read += 1
        report.notices += ((source.name, notice) for notice in done.notices)
        yield source, done


class Names:
    """Identifiers handed out once each: a second release of one name gets its source's digest behind it."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def own(self, release: Release) -> Release:
        """The release under a name that no other has."""
        name = release.id
        if name in self._taken and release.source:
            name = f"{name}-{release.source.sha256[:8]}"
        count = 2
        while name in self._taken:
            name, count = f"{release.id}-{count}", count + 1
        self._taken.add(name)
        return release if name == release.id else replace(release, id=name)


def normalise_files(
    sources: Iterable[Path | Source], output: Path, options: Options, tick: Tick = lambda _: None
) -> Report:
    """Store the canonical XML and the trail of every source in ``output``, one at a time. Raises WriteError."""
    report, names = Report(), Names()
    make_folder(output)
    for _, done in read_all(sources, options, report, tick):
        release = names.own(done.value)
        _store(output / f"{release.id}.xml", codec.to_xml(release), "xml", report)
        if done.trail:
            data = trail.to_json(replace(done.trail, release=release.id))
            _store(output / f"{release.id}.trail.json", data, "trail", report)
    return report


def _store(path: Path, data: bytes, name: str, report: Report) -> None:
    store(path, data)
    report.outputs.append(Output(path, name, len(data)))


def build_editions(
    sources: Iterable[Path | Source],
    formats: Sequence[Format],
    output: Path,
    style: Style,
    options: Options,
    tick: Tick = lambda _: None,
) -> Report:
    """Write the sources in every format into ``output``. Raises WriteError when the folder cannot be made."""
    report, names = Report(), Names()
    releases = [names.own(done.value) for _, done in read_all(sources, options, report, tick)]
    if not releases:
        return report
    make_folder(output)
    edition = make_edition(releases, options, style)
    for form in formats:
        tick(form.name)
        for stem, part in _parts(edition, form):
            _write(output / f"{stem}{form.extension}", form, part, style, report)
    return report


def make_edition(releases: Sequence[Release], options: Options, style: Style) -> Edition:
    """The releases as one publication: the newest first, undated ones after them in the order they came."""
    ordered = sorted(releases, key=lambda release: release.published, reverse=True)
    kind: EditionKind = "single" if len(ordered) == 1 else "press-kit"
    only = plain(ordered[0].title) if len(ordered) == 1 else ""
    title = options.title or only or phrases(options.lang)("Press kit")
    organisation = style.settings.organisation
    return Edition(tuple(ordered), title, kind, options.lang, options.date, "", organisation)


def _parts(edition: Edition, form: Format) -> Iterator[tuple[str, Edition]]:
    """The editions that a format wants a file each for, with the file's name without its ending."""
    if form.scope == "edition":
        yield (slug(edition.title)[:LONGEST_NAME].strip("-") or "edition"), edition
        return
    for release in edition.releases:
        yield release.id, replace(edition, releases=(release,), title=plain(release.title), kind="single")


def _write(path: Path, form: Format, edition: Edition, style: Style, report: Report) -> None:
    try:
        result = form.write(edition, style)
        store(path, result.value)
    except OimpressError as error:
        report.failures.append(Failure(str(path), error))
        return
    except OSError as error:
        failure = WriteError("{path}: cannot be made ({reason})", path=path, reason=error)
        report.failures.append(Failure(str(path), failure))
        return
    report.outputs.append(Output(path, form.name, len(result.value)))
    report.notices += ((form.name, notice) for notice in result.notices)
