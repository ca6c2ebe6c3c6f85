"""Packages that are installed for the time of a test."""

from __future__ import annotations

from importlib.metadata import EntryPoint, EntryPoints

import pytest

from oimpress import plugins


def plug(monkeypatch: pytest.MonkeyPatch, *found: EntryPoint) -> None:
    """Have ``found`` be the entry points of all packages on the path."""
    monkeypatch.setattr(plugins, "installed", lambda _path: EntryPoints(found))
