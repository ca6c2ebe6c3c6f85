"""How a command works: with what it keeps between runs, with how many processes, or only as a plan."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sized
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypedDict

import click

from oimpress.buckets import Address, in_bucket
from oimpress.cli import completion
from oimpress.cli.common import near
from oimpress.cli.progress import echo
from oimpress.cli.words import _
from oimpress.publish.cache import CACHE
from oimpress.settings import Config
from oimpress.visible import visible

if TYPE_CHECKING:
    from oimpress.publish.cache import StepCache
    from oimpress.publish.means import Means
    from oimpress.publish.planning import PlanStep
    from oimpress.publish.workers import Workers

MANY = 10  # sources that are worth a cache where there is none yet

dry_run_option = click.option("--dry-run", is_flag=True, help=_("Print the plan, and do nothing."))
cache_option = click.option(
    "--cache", metavar=_("DIR"), shell_complete=completion.folders, help=_("The folder that keeps what was made.")
)


class Working(TypedDict):
    """What the options say of how to work."""

    jobs: int | None
    cache: str | None
    no_cache: bool
    executor: str | None


def working_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of :class:`Working`."""
    jobs = click.option(
        "--jobs", "-j", type=click.IntRange(1, 512), metavar="N", help=_("How many processes work at once.")
    )
    no_cache = click.option("--no-cache", is_flag=True, help=_("Make everything anew, and keep nothing."))
    executor = click.option(
        "--executor", metavar="dask://HOST:PORT", help=_("A Dask cluster that works instead of processes here.")
    )
    return jobs(executor(cache_option(no_cache(command))))


def cache_place(given: str | None, config: Config) -> Path | Address:
    """Where results are kept: as the command line says, else beside the settings."""
    if given and in_bucket(given):
        return Address(given.rstrip("/"))
    return Path(given) if given else near(config.folder / CACHE)


def _cache_at(place: Path | Address) -> StepCache:
    from oimpress.publish.in_buckets import cache_at

    return cache_at(place)


@contextmanager
def means_for(config: Config, sources: Sized, given: Working) -> Iterator[Means]:
    """What a command works with; the user is told where it could not keep what it made."""
    from oimpress.publish.means import Means
    from oimpress.publish.workers import cores

    folder = cache_place(given["cache"], config)
    wanted = given["cache"] or len(sources) >= MANY or (isinstance(folder, Path) and folder.is_dir())
    cache = _cache_at(folder) if wanted and not given["no_cache"] else None
    means = Means(cache, given["jobs"] or cores(), _cluster(given["executor"]))
    try:
        yield means
    finally:
        means.stop()
        if cache and cache.trouble:
            told = _("{path}: what was made cannot be kept there ({reason}); the next run makes it again")
            echo(told.format(path=visible(str(folder)), reason=_(cache.trouble)), err=True)


def _cluster(executor: str | None) -> Workers | None:
    """The cluster that is named, which is called with the first task. Raises UsageError."""
    if executor is None:
        return None
    from oimpress.publish.cluster import cluster_at

    return cluster_at(executor)


def tell_plan(steps: Iterable[PlanStep]) -> None:
    """Print each step, and how many of them are to be done."""
    done = todo = 0
    for step in steps:
        done, todo = done + step.kept, todo + (not step.kept)
        click.echo(f"{_('kept') if step.kept else _('to do')}  {step.work}  {step.place}")
    echo(_("{todo} steps to do, {done} kept").format(todo=todo, done=done), err=True)
