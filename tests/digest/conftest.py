"""What the tests of digests may use: a ledger of their own, an office."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from oimpress.digest import Ledger, open_ledger
from tests.digest.press import CONFIG, TEXT


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "digest" / "ledger.sqlite3") as opened:
        yield opened


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a configuration and one dated source."""
    (tmp_path / "oimpress.toml").write_text(CONFIG, "utf-8")
    (tmp_path / "archive").mkdir()
    (tmp_path / "archive" / "centre.txt").write_text(TEXT, "utf-8")
    (tmp_path / "archive" / "centre.toml").write_text("date = 2026-11-20\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path
