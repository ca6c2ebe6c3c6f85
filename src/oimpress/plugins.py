"""What other packages add: found by entry points, loaded when it is wanted, and told when it cannot be."""

from __future__ import annotations

import logging
import os
import sys
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from oimpress.errors import MissingDependency

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

Added = TypeVar("Added")
logger = logging.getLogger(__name__)


class EntryGroup(StrEnum):
    """The entry-point groups, each with what an entry of it must name."""

    READERS = "oimpress.readers"  # a Reader; its name is an ending of files that folders give
    PASSES = "oimpress.passes"  # a function: Release -> Result[Release]
    RULES = "oimpress.rules"  # a Rulebook, or Texts for codes alone
    PROFILES = "oimpress.profiles"  # a Profile
    WRITERS = "oimpress.writers"  # a Format
    STYLES = "oimpress.styles"  # the Path of the folder of the style that has the entry's name
    TRANSPORTS = "oimpress.transports"  # a function: the options of its table -> Transport


def entries(group: EntryGroup) -> tuple[EntryPoint, ...]:
    """The entry points of ``group`` by their names: the same order on every machine."""
    found = (entry for entry in installed(tuple(sys.path)) if entry.group == group)
    return tuple(sorted(found, key=lambda entry: (entry.name, entry.value)))


@cache
def installed(path: tuple[str, ...]) -> tuple[EntryPoint, ...]:
    """The entry points for us of the packages on the path; looked for once.

    importlib.metadata, which loads what reads mail, is asked only where something names a group of ours.
    """
    if not named_on(path):
        return ()
    from importlib.metadata import entry_points

    return tuple(entry for group in EntryGroup for entry in entry_points(group=group))


def named_on(path: tuple[str, ...]) -> bool:
    """Whether some package on the path may have entry points for us, as far as its own list of them says."""
    return any(map(_may_add, path))


def _may_add(place: str) -> bool:
    """Whether a package in the folder ``place`` has entry points for us; an archive or an egg may always have some."""
    try:
        names = os.listdir(place or os.curdir)
    except OSError:
        return os.path.isfile(place)
    return any(name.endswith(".egg") or _names_us(os.path.join(place, name)) for name in names)


def _names_us(package: str) -> bool:
    """Whether what stands at ``package`` describes a package with entry points in a group of ours."""
    if not package.endswith((".dist-info", ".egg-info")):
        return False
    try:
        with open(os.path.join(package, "entry_points.txt"), "rb") as listed:
            return b"[oimpress." in listed.read()
    except OSError:
        return False


def added(entry: EntryPoint, kind: type[Added], wanted: str) -> Added:
    """The ``kind`` that ``entry`` names. Raises MissingDependency, which says what is ``wanted``, for anything else."""
    loaded = plugged(entry)
    if isinstance(loaded, kind):
        return loaded
    raise MissingDependency(
        "{target}: not what was expected; the entry point {name} must name {wanted}",
        target=entry.value,
        name=entry.name,
        wanted=wanted,
    )


def plugged(entry: EntryPoint) -> object:
    """What ``entry`` names. Raises MissingDependency for whatever its package does when it is loaded."""
    try:
        loaded: object = entry.load()
    except (Exception, SystemExit) as error:
        raise MissingDependency(
            "{name}: {target} cannot be loaded ({reason}); update or remove the package that brings it",
            name=entry.name,
            target=entry.value,
            reason=f"{type(error).__name__}: {error}",
        ) from error
    logger.debug("%s: %s comes from %s", entry.group, entry.name, entry.value)
    return loaded
