"""What several commands share: options, the settings in force, and the sources meant."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from oimpress.buckets import Address, in_bucket
from oimpress.cli import completion
from oimpress.cli.words import _
from oimpress.errors import MissingDependency, OimpressError, Unavailable, UsageError
from oimpress.publish.report import Failure
from oimpress.settings import Config, find_config
from oimpress.sources import STDIN, Folders, Source, Unread, from_stream, names_at, objects_at, unread_at
from oimpress.visible import visible

if TYPE_CHECKING:
    from oimpress.publish.fetching import SourceList

sources_argument = click.argument("sources", nargs=-1, metavar=_("[SOURCES]..."), shell_complete=completion.files)
json_option = click.option("--json", "as_json", is_flag=True, help=_("Answer in JSON, for scripts."))
REPORTS = ("text", "json", "sarif", "github")
report_option = click.option(
    "--report",
    type=click.Choice(REPORTS),
    default="text",
    help=_("How to answer: in words, JSON, SARIF or GitHub's annotations."),
)
output_option = click.option(
    "--output", "-o", metavar=_("DIR"), shell_complete=completion.folders, help=_("The folder for what is made.")
)
force_option = click.option("--force", is_flag=True, help=_("Write over outputs that somebody changed."))
sharded_option = click.option(
    "--sharded", is_flag=True, help=_("Share what is made of each release out among 256 folders.")
)
profile_option = click.option(
    "--profile",
    metavar=_("NAME"),
    shell_complete=completion.profiles,
    help=_("The passes to apply: press-fr, or plain for no rule at all."),
)


def settings(**given: object) -> Config:
    """The configuration found from here upwards, with what the command line gave put over it."""
    return find_config(Path.cwd()).with_options(**given)


def near(path: Path) -> Path:
    """The same path, told from the working folder when it lies in it."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def output_place(given: str | None, config: Config) -> Path | Address:
    """Where outputs go, a folder or a bucket: as the command line says, else as the settings do."""
    name = given or str(config.output)
    return Address(name.rstrip("/")) if in_bucket(name) else output_folder(given, config)


def output_folder(given: str | None, config: Config) -> Path:
    """The folder that outputs go to: as the command line says, else as the settings do."""
    return Path(given) if given else near(config.folder / config.output)


def gather(names: tuple[str, ...], config: Config, output: Path | Address | None = None) -> SourceList:
    """The sources named, each once, or the configured ones when none is; what is not there stands as a Failure.

    Raises UsageError when none is named and none is configured.
    """
    from oimpress.publish.fetching import SourceList

    seen, folders = set[str | Address](), Folders()
    items = SourceList()
    for name in dict.fromkeys(names or _configured(config)):
        if name == STDIN:
            items.append(from_stream(sys.stdin.buffer))
            continue
        try:
            for path in _named(name, output):
                if (real := folders.real(path) if isinstance(path, str) else path) not in seen:
                    seen.add(real)
                    items.append(path)
        except OimpressError as error:
            if isinstance(error, Unavailable | MissingDependency):
                raise
            items.append(Failure(visible(name), error))
    return items


def _named(name: str, output: Path | Address | None) -> Iterable[str | Address]:
    """The sources that a file, a folder or the address of a bucket stands for. Raises OimpressError."""
    if in_bucket(name):
        return objects_at(Address(name.rstrip("/")), output if isinstance(output, Address) else None)
    return names_at(Path(name), output if isinstance(output, Path) else None)


def unread(names: tuple[str, ...], config: Config) -> Unread:
    """The documents in the folders named, or configured, that are not read."""
    return unread_at(Path(name) for name in dict.fromkeys(names or _configured(config)) if name != STDIN)


def never_a_source(output: Path, sources: Iterable[object]) -> Path:
    """``output``, where it is none of ``sources``. Raises UsageError."""
    if any(isinstance(path, Path) and path.resolve() == output.resolve() for path in sources):
        raise UsageError("{path}: this is a source; name another file for what is made", path=output)
    return output


def _configured(config: Config) -> list[str]:
    names = [name if in_bucket(name) else str(near(config.folder / name)) for name in map(str, config.sources)]
    if any(in_bucket(name) or Path(name).exists() for name in names):
        return names
    raise UsageError(
        "{path}: not found, and no source was named; name files or folders, or write an oimpress.toml (oimpress init)",
        path=", ".join(names) or "oimpress.toml",
    )


def only_source(name: str) -> Source:
    """The one source that ``name``, a file or -, stands for. Raises ReadError."""
    from oimpress.sources import load

    return from_stream(sys.stdin.buffer) if name == STDIN else load(Path(name))


def user_name() -> str:
    """Who is at work, as the system knows them; empty where it does not."""
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return ""
