"""One run at a time for a list, and words for what keeps a lock from being had."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from oimpress.digest.ledger import LedgerError
from oimpress.digest.locking import only_runner


def test_one_runner_at_a_time(tmp_path: Path) -> None:
    with only_runner(tmp_path / "lock", 0) as first, only_runner(tmp_path / "lock", 0) as second:
        assert (first, second) == (True, False)
    with only_runner(tmp_path / "lock", 0) as again, only_runner(tmp_path / "other", 0) as other:
        assert (again, other) == (True, True)


def test_another_run_is_waited_for(tmp_path: Path) -> None:
    with only_runner(tmp_path / "lock", 0):
        began = time.monotonic()
        with only_runner(tmp_path / "lock", 0.2) as second:
            assert not second
        assert 0.1 < time.monotonic() - began < 5


def test_a_lock_that_is_no_data_base_is_told(tmp_path: Path) -> None:
    (tmp_path / "lock").write_bytes(b"x" * 5000)
    words = r"lock: a damaged lock; delete the file, it holds nothing$"
    with pytest.raises(LedgerError, match=words), only_runner(tmp_path / "lock", 0):
        pass


@pytest.mark.parametrize("name", ["folder", "nowhere/lock"])
def test_a_lock_that_cannot_be_made_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    words = r"the ledger cannot be written \(unable to open database file\); check the rights"
    with pytest.raises(LedgerError, match=words), only_runner(tmp_path / name, 0):
        pass


def test_what_fails_under_the_lock_goes_on_and_lets_it_go(tmp_path: Path) -> None:
    with pytest.raises(KeyError), only_runner(tmp_path / "lock", 0):
        raise KeyError
    with only_runner(tmp_path / "lock", 0) as again:
        assert again
