"""What other packages add: found by entry points, loaded when it is wanted, and told when it cannot be."""

from __future__ import annotations

import logging
import sys
from enum import StrEnum
from functools import cache
from importlib.metadata import EntryPoint, EntryPoints, entry_points
from typing import TypeVar

from oimpress.errors import MissingDependency

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
    found = installed(tuple(sys.path)).select(group=group)
    return tuple(sorted(found, key=lambda entry: (entry.name, entry.value)))


@cache
def installed(_path: tuple[str, ...]) -> EntryPoints:
    """Those of our groups among the entry points on the path; looked for once, since it costs as much as a release."""
    every = entry_points()
    return EntryPoints(entry for group in EntryGroup for entry in every.select(group=group))


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
