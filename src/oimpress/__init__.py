"""Turns a press office's messy archive into publication-grade documents, and accounts for every character.

>>> import oimpress
>>> oimpress.typeset("Bien!")
'Bien\\u202f!'
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from oimpress.errors import (
        InvalidRelease,
        MissingDependency,
        OimpressError,
        ReadError,
        UsageError,
        WriteError,
    )
    from oimpress.frontdoor import analyse, build, normalise, normalise_all, read, typeset, write
    from oimpress.model.convention import Convention
    from oimpress.model.house import House
    from oimpress.model.nodes import Edition, Release
    from oimpress.model.traced import Edit
    from oimpress.model.trail import Trail
    from oimpress.notices import Notice
    from oimpress.pipeline import Normalised
    from oimpress.publish.report import Report
    from oimpress.settings import Metadata
    from oimpress.sources import Source

__version__ = "0.1.0"

_HOMES = {
    "oimpress.errors": (
        "InvalidRelease",
        "MissingDependency",
        "OimpressError",
        "ReadError",
        "UsageError",
        "WriteError",
    ),
    "oimpress.frontdoor": ("analyse", "build", "normalise", "normalise_all", "read", "typeset", "write"),
    "oimpress.model.convention": ("Convention",),
    "oimpress.model.house": ("House",),
    "oimpress.model.nodes": ("Edition", "Release"),
    "oimpress.model.traced": ("Edit",),
    "oimpress.model.trail": ("Trail",),
    "oimpress.pipeline": ("Normalised",),
    "oimpress.notices": ("Notice",),
    "oimpress.publish.report": ("Report",),
    "oimpress.settings": ("Metadata",),
    "oimpress.sources": ("Source",),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [
    "Convention",
    "Edit",
    "Edition",
    "House",
    "InvalidRelease",
    "Metadata",
    "MissingDependency",
    "Normalised",
    "Notice",
    "OimpressError",
    "ReadError",
    "Release",
    "Report",
    "Source",
    "Trail",
    "UsageError",
    "WriteError",
    "__version__",
    "analyse",
    "build",
    "normalise",
    "normalise_all",
    "read",
    "typeset",
    "write",
]


if not TYPE_CHECKING:  # a type checker knows the names above, and no others

    def __getattr__(name: str) -> Any:
        """Load a public name when it is first used, so that importing oimpress costs nothing."""
        if name not in _HOME:
            raise AttributeError(f"module 'oimpress' has no attribute {name!r}")
        found = globals()[name] = getattr(import_module(_HOME[name]), name)
        return found


def __dir__() -> list[str]:
    return sorted(__all__)
