"""Works again whenever something changes that the work is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import click

from oimpress.cli.words import _
from oimpress.errors import MissingDependency, OimpressError
from oimpress.records import record

QUIET, LONGEST = 300, 3000  # milliseconds without a further change, and in all, before the work begins


@record
class Watched:
    """The files and folders that count, and the folders whose changes are our own."""

    sources: frozenset[Path]
    settings: Path
    outputs: frozenset[Path]

    @property
    def folders(self) -> frozenset[Path]:
        """The folders to look at: editors replace a file by another, so that the file itself tells nothing."""
        found = {path if path.is_dir() else path.parent for path in self.sources}
        return frozenset({*found, self.settings.parent} if self.settings.is_file() else found)

    def counts(self, path: Path) -> bool:
        """Whether a change of ``path`` changes what is made; one of a hidden file, or of an output, does not."""
        if path == self.settings:
            return True
        if any(path.is_relative_to(output) for output in self.outputs):
            return False
        return any(_is_part(path, source) for source in self.sources)


def _is_part(path: Path, source: Path) -> bool:
    """Whether ``path`` is ``source``, lies in it, or is what stands beside it of the same name."""
    if path.is_relative_to(source):
        return not any(part.startswith(".") for part in path.relative_to(source).parts)
    return path.parent == source.parent and path.stem == source.stem and not source.is_dir()


def watch(work: Callable[[], object], look: Callable[[], Watched]) -> None:
    """Do ``work``, and again after each change of what ``look`` says, until somebody interrupts the waiting.

    Changes while it works count for the next time; many at once count as one. A refusal is told, and the next change
    may mend it. Raises MissingDependency without watchfiles, and the refusal of the first ``look``.
    """
    seen = look()
    _told(work)
    while True:
        for _changed in _changes(seen):
            _told(work)
            if (now := _looked(look, seen)) != seen:
                seen = now
                break
        else:
            return


def _changes(seen: Watched) -> Iterator[object]:
    try:
        from watchfiles import watch as changes
    except ModuleNotFoundError as error:
        raise MissingDependency(
            "{name} is not installed; install oimpress with its extra: pip install 'oimpress[watch]'", name=error.name
        ) from None
    click.echo(_("waiting for changes; Ctrl-C ends it"), err=True)
    return changes(
        *sorted(seen.folders),
        watch_filter=lambda _kind, path: seen.counts(Path(path)),
        step=QUIET,
        debounce=LONGEST,
        raise_interrupt=False,
    )


def _told(work: Callable[[], object]) -> None:
    try:
        work()
    except OimpressError as error:
        click.echo(click.style(error.text(_), fg="red"), err=True)


def _looked(look: Callable[[], Watched], before: Watched) -> Watched:
    """What counts now; what counted before while the settings hold a mistake."""
    try:
        return look()
    except OimpressError:
        return before
