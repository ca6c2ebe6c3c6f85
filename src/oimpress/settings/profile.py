"""A profile as a file: what the pages of one site repeat, as ``oimpress learn`` writes it."""

from __future__ import annotations

from pathlib import Path

from oimpress.model.house import PRESS
from oimpress.settings.tables import checked, in_file, table
from oimpress.settings.toml import read_table
from oimpress.settings.values import LineValue, WordsList


@table
class ProfileTable:
    """The profile that a site's starts from, and its labels: after the menu (``head``), at the end (``foot``)."""

    based_on: LineValue = PRESS
    head: WordsList = ()
    foot: WordsList = ()


def read_profile(path: Path) -> ProfileTable:
    """What ``path`` says. Raises UsageError with the place for an unknown key or a wrong value."""
    return checked(ProfileTable, read_table(path), in_file(path))
