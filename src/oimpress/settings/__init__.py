"""The settings: one typed schema, and one way to read it, for every file of TOML that people write.

``toml`` reads a file within limits, ``tables`` checks it against dataclasses, ``mistakes`` says what is wrong;
``kinds`` and ``values`` are what a value can be. What a file can say stands in a module of its own: ``office``
(``oimpress.toml``, with ``lists`` and ``printing``), ``sidecar``, ``style``, ``profile``; ``schemas`` tells editors.
"""

from __future__ import annotations

from oimpress.settings.office import NAME as SETTINGS
from oimpress.settings.office import Config, find_config, read_config
from oimpress.settings.printing import PageSize, Printing
from oimpress.settings.profile import ProfileTable, read_profile
from oimpress.settings.sidecar import LABELS, LineLabel, Metadata, read_sidecar, sidecar_of

__all__ = [
    "LABELS",
    "SETTINGS",
    "Config",
    "LineLabel",
    "Metadata",
    "PageSize",
    "Printing",
    "ProfileTable",
    "find_config",
    "read_config",
    "read_profile",
    "read_sidecar",
    "sidecar_of",
]
