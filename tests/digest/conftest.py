"""What the tests of digests may use: a ledger of their own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from oimpress.digest import Ledger, open_ledger


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "digest" / "ledger.sqlite3") as opened:
        yield opened
