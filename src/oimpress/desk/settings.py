"""Changing ``oimpress.toml`` so that what others wrote there stays."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from oimpress.desk.edits import changed, put_first
from oimpress.desk.workroom import OWN, Workroom
from oimpress.digest.locking import only_runner
from oimpress.errors import WriteError
from oimpress.publish.files import make_folder, store
from oimpress.settings import SETTINGS
from oimpress.settings.office import Settings
from oimpress.settings.tables import checked, in_file
from oimpress.settings.toml import parse_table

PATIENCE = 10.0  # seconds to wait for another desk that is at the same folder


def change_settings(room: Workroom, said: Mapping[str, Any]) -> None:
    """Have the settings say ``said``. Raises UsageError for what cannot be, WriteError."""
    make_folder(room.root / OWN)
    with only_runner(room.root / OWN / "lock", PATIENCE) as alone:
        if not alone:
            raise WriteError("{path}: another desk holds this folder; try again", path=SETTINGS)
        old = room.settings_text.decode("utf-8-sig") or 'sources = ["."]\n'
        parse_table(old, SETTINGS)

        def edit(document: Any) -> None:
            for name, value in said.items():
                put_first(document, name, value)

        text = changed(old, edit)
        checked(Settings, parse_table(text, SETTINGS), in_file(SETTINGS))
        store(room.root / SETTINGS, text.encode())
