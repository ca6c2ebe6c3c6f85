"""Turns a press office's messy archive into publication-grade documents, and accounts for every character.

>>> import oimpress
>>> oimpress.typeset("Bien!")
'Bien\\u202f!'

What ``__all__`` names is the whole of what other programs and packages may use; it stays as it is within a version
(docs/en/stability.md). What is logged goes to the logger ``oimpress`` and those below it; nobody hears it unasked.
"""

from __future__ import annotations

import logging
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from oimpress.digest.parcels import Outcome, Parcel
    from oimpress.digest.transports import Transport
    from oimpress.errors import (
        InvalidRelease,
        MissingDependency,
        OimpressError,
        ReadError,
        UsageError,
        WriteError,
    )
    from oimpress.frontdoor import analyse, build, normalise, normalise_all, read, typeset, write
    from oimpress.model.codec import from_xml, to_xml
    from oimpress.model.convention import Convention
    from oimpress.model.draft import Draft, Line
    from oimpress.model.house import House
    from oimpress.model.nodes import (
        Anchor,
        Aside,
        Block,
        Blocks,
        Break,
        Call,
        Cell,
        Code,
        Contact,
        Countries,
        Date,
        Dateline,
        Edition,
        Embargo,
        Emphasis,
        Fact,
        Figure,
        Foreign,
        Inline,
        Inlines,
        Item,
        Link,
        List,
        Moment,
        Money,
        Note,
        Para,
        Phone,
        Place,
        Preformatted,
        Quote,
        Release,
        Row,
        Section,
        SourceRef,
        Strong,
        Superscript,
        Table,
        Text,
        Web,
        Words,
    )
    from oimpress.model.runs import flatten, inlines, plain
    from oimpress.model.traced import Edit
    from oimpress.model.trail import Trail
    from oimpress.model.walk import every_block, map_runs
    from oimpress.notices import Dropped, Notice, Result, Texts, notice, notice_texts, rule_texts
    from oimpress.passes.profiles import Pass, Profile, find_profile
    from oimpress.pipeline import Normalised
    from oimpress.publish.report import Report
    from oimpress.readers.shared.reader import Drafted, Reader, SourceText, is_named
    from oimpress.readers.shared.tree import Sheet
    from oimpress.settings import Metadata
    from oimpress.sources import Source
    from oimpress.style import Style, load_style
    from oimpress.typography.convention import Usage
    from oimpress.typography.rule import Rule, change, rule
    from oimpress.typography.rulebook import Rulebook
    from oimpress.version import __version__
    from oimpress.writers import Format

logging.getLogger(__name__).addHandler(logging.NullHandler())

_HOMES = {
    "oimpress.digest.parcels": ("Outcome", "Parcel"),
    "oimpress.digest.transports": ("Transport",),
    "oimpress.errors": (
        "InvalidRelease",
        "MissingDependency",
        "OimpressError",
        "ReadError",
        "UsageError",
        "WriteError",
    ),
    "oimpress.frontdoor": ("analyse", "build", "normalise", "normalise_all", "read", "typeset", "write"),
    "oimpress.model.codec": ("from_xml", "to_xml"),
    "oimpress.model.convention": ("Convention",),
    "oimpress.model.draft": ("Draft", "Line"),
    "oimpress.model.house": ("House",),
    "oimpress.model.nodes": (
        *("Block", "Blocks", "Para", "Section", "List", "Item", "Quote", "Aside", "Table", "Row", "Cell"),
        *("Figure", "Note", "Preformatted"),
        *("Inline", "Inlines", "Text", "Break", "Emphasis", "Strong", "Link", "Anchor", "Foreign", "Superscript"),
        *("Code", "Call"),
        *("Release", "Edition", "Dateline", "Place", "Date", "Embargo", "SourceRef"),
        *("Fact", "Words", "Moment", "Money", "Countries", "Contact", "Phone", "Web"),
    ),
    "oimpress.model.runs": ("flatten", "inlines", "plain"),
    "oimpress.model.traced": ("Edit",),
    "oimpress.model.trail": ("Trail",),
    "oimpress.model.walk": ("every_block", "map_runs"),
    "oimpress.notices": ("Dropped", "Notice", "Result", "Texts", "notice", "notice_texts", "rule_texts"),
    "oimpress.passes.profiles": ("Pass", "Profile", "find_profile"),
    "oimpress.pipeline": ("Normalised",),
    "oimpress.publish.report": ("Report",),
    "oimpress.readers.shared.reader": ("Drafted", "Reader", "SourceText", "is_named"),
    "oimpress.readers.shared.tree": ("Sheet",),
    "oimpress.settings": ("Metadata",),
    "oimpress.sources": ("Source",),
    "oimpress.style": ("Style", "load_style"),
    "oimpress.typography.convention": ("Usage",),
    "oimpress.typography.rule": ("Rule", "change", "rule"),
    "oimpress.typography.rulebook": ("Rulebook",),
    "oimpress.version": ("__version__",),
    "oimpress.writers": ("Format",),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [
    "Anchor",
    "Aside",
    "Block",
    "Blocks",
    "Break",
    "Call",
    "Cell",
    "Code",
    "Contact",
    "Convention",
    "Countries",
    "Date",
    "Dateline",
    "Draft",
    "Drafted",
    "Dropped",
    "Edit",
    "Edition",
    "Embargo",
    "Emphasis",
    "Fact",
    "Figure",
    "Foreign",
    "Format",
    "House",
    "Inline",
    "Inlines",
    "InvalidRelease",
    "Item",
    "Line",
    "Link",
    "List",
    "Metadata",
    "MissingDependency",
    "Moment",
    "Money",
    "Normalised",
    "Note",
    "Notice",
    "OimpressError",
    "Outcome",
    "Para",
    "Parcel",
    "Pass",
    "Phone",
    "Place",
    "Preformatted",
    "Profile",
    "Quote",
    "ReadError",
    "Reader",
    "Release",
    "Report",
    "Result",
    "Row",
    "Rule",
    "Rulebook",
    "Section",
    "Sheet",
    "Source",
    "SourceRef",
    "SourceText",
    "Strong",
    "Style",
    "Superscript",
    "Table",
    "Text",
    "Texts",
    "Trail",
    "Transport",
    "Usage",
    "UsageError",
    "Web",
    "Words",
    "WriteError",
    "__version__",
    "analyse",
    "build",
    "change",
    "every_block",
    "find_profile",
    "flatten",
    "from_xml",
    "inlines",
    "is_named",
    "load_style",
    "map_runs",
    "normalise",
    "normalise_all",
    "notice",
    "notice_texts",
    "plain",
    "read",
    "rule",
    "rule_texts",
    "to_xml",
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
