"""What other packages add: loaded when it is wanted, and told when it cannot be."""

from __future__ import annotations

from importlib.metadata import EntryPoint

from oimpress.errors import MissingDependency


def plugged(entry: EntryPoint) -> object:
    """What ``entry`` names. Raises MissingDependency for whatever its package does when it is loaded."""
    try:
        return entry.load()
    except (Exception, SystemExit) as error:
        raise MissingDependency(
            "{name}: {target} cannot be loaded ({reason}); update or remove the package that brings this format",
            name=entry.name,
            target=entry.value,
            reason=f"{type(error).__name__}: {error}",
        ) from error
