"""The functions other tools call; everything here is also a name of ``oimpress`` itself."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TypeAlias, Unpack

from oimpress.model.house import ANY_HOUSE, PRESS, House
from oimpress.model.nodes import Edition, Release
from oimpress.pipeline import Normalised, normalise_source
from oimpress.pipeline import normalise_all as normalise_every
from oimpress.publish.build import Options, build_editions, make_edition
from oimpress.publish.cache import Cache
from oimpress.publish.means import Means
from oimpress.publish.report import Failure, Report
from oimpress.settings import Printing
from oimpress.sources import Source, discover, load, unread_at
from oimpress.style import Style, load_style
from oimpress.typography import analyse, typeset
from oimpress.writers import Format, find, find_each, names

Readable: TypeAlias = Source | bytes | str | os.PathLike[str]

__all__ = ["analyse", "build", "normalise", "normalise_all", "read", "typeset", "write"]


def read(source: Readable) -> Normalised:
    """The release in ``source`` without any rule applied: every line a paragraph; canonical XML as it is.

    ``source`` is a path, the bytes of a file, or a Source. Raises ReadError, InvalidRelease.
    """
    return normalise(source, profile="plain")


def normalise(source: Readable, profile: str = PRESS, *, house: House = ANY_HOUSE) -> Normalised:
    """The clean release in ``source``: its ``value``, the ``notices`` on it, and the ``trail`` of every character.

    ``source`` is a path (with its sidecar, if one lies beside it), the bytes of a file, or a Source; ``house`` is what
    is known of the office that wrote it. Raises ReadError, InvalidRelease for XML that is no release, UsageError for an
    unknown profile or a sidecar with a mistake. One source holds several releases where a press kit of ours was edited
    in Word and comes back: that is a ReadError here, and ``normalise_all`` gives each of them.
    """
    return normalise_source(_source(source), profile, house)


def normalise_all(source: Readable, profile: str = PRESS, *, house: House = ANY_HOUSE) -> tuple[Normalised, ...]:
    """Every release in ``source``, clean and in the order of the source; only our own press kits in Word hold several.

    The trail of each accounts for the whole text of the source, that of the other releases included. Raises what
    ``normalise`` raises, and UsageError for a sidecar that gives several releases one title or date.
    """
    return normalise_every(_source(source), profile, house)


def _source(source: Readable) -> Source:
    if isinstance(source, Source):
        return source
    return Source("bytes", source) if isinstance(source, bytes) else load(Path(source))


def _style(name: str, folder: str | os.PathLike[str] | None) -> Style:
    return load_style(name, Path(folder) if folder is not None else None)


def _formats(asked: Sequence[str], report: Report) -> list[Format]:
    """The formats that are ``asked`` for; ``report`` gets those whose package cannot be loaded. Raises UsageError."""
    found, broken = find_each(names() if "all" in asked else dict.fromkeys(asked))
    for error in broken:
        report.note_failure(Failure(str(error.values["name"]), error))
    return found


def write(
    publication: Edition | Release,
    to: str = "pdf",
    style: str = "oim",
    *,
    styles: str | os.PathLike[str] | None = None,
) -> bytes:
    """The bytes of ``publication`` in the format ``to``: ``pdf``, ``docx``, ``epub``, …

    ``styles`` is a folder of a house's own styles, which go before ours. Raises UsageError for an unknown format or
    style, WriteError when the writer cannot make it, MissingDependency when a library it needs is not there.
    """
    form, look = find(to), _style(style, styles)
    edition = publication if isinstance(publication, Edition) else make_edition([publication], Options(), look)
    return form.write(edition, look).value


def build(
    sources: Iterable[str | os.PathLike[str]],
    formats: str | Sequence[str] = "pdf",
    output: str | os.PathLike[str] = "build",
    *,
    style: str = "oim",
    styles: str | os.PathLike[str] | None = None,
    title: str = "",
    date: str = "",
    lang: str = "",
    profile: str = PRESS,
    each: bool = False,
    force: bool = False,
    house: House = ANY_HOUSE,
    jobs: int = 1,
    cache: str | os.PathLike[str] | None = None,
    **printing: Unpack[Printing],
) -> Report:
    """Write files and folders of sources in every one of ``formats`` ("all" for each known one) into ``output``.

    ``formats`` is one name or several; ``styles`` a folder of a house's own styles, which go before ours. The report
    tells what was made, what failed and what editors should know; a source that cannot be read stops nothing. ``date``
    and ``lang`` are written as in ``oimpress.toml``: ISO 8601 and a BCP 47 tag, or as people write them; without
    ``lang`` an edition speaks the language of its releases where they agree. ``each`` asks
    for a file for every release, even where a format can hold them all; ``force`` writes over outputs that somebody
    changed; ``jobs`` processes work at once, and ``cache`` is a folder that keeps what was made for later runs; what is
    not said of the ``printing`` is as the style has it. Raises UsageError for a format, style, paper, profile, date or
    language that cannot be and for a path that is not there, WriteError when ``output`` cannot be made.
    """
    report, options = Report(), Options(title, date, lang, profile, each, house, force)
    found = _formats((formats,) if isinstance(formats, str) else formats, report)
    look = _style(style, styles).with_settings(**printing)
    paths = [Path(source) for source in sources]
    report.unread = unread_at(paths)
    means = Means(Cache(Path(cache)) if cache else None, jobs)
    try:
        build_editions(list(discover(paths)), found, Path(output), look, options, report, means=means)
    finally:
        means.stop()
    return report
