"""The JSON Schemas of the files, for editors that complete, explain and check TOML while it is written."""

from __future__ import annotations

import json
from typing import Any

from oimpress.settings.office import Settings
from oimpress.settings.profile import ProfileTable
from oimpress.settings.sidecar import Metadata
from oimpress.settings.style import StyleTable
from oimpress.settings.tables import json_schema

FILES: dict[str, type[Any]] = {
    "oimpress": Settings,
    "sidecar": Metadata,
    "style": StyleTable,
    "profile": ProfileTable,
}


def schema_text(name: str) -> str:
    """The schema of one of FILES, as it is stored."""
    return json.dumps(json_schema(FILES[name]), ensure_ascii=False, indent=1) + "\n"
