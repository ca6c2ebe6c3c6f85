"""A file is stored whole or not at all, and nothing is left beside it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from oimpress.digest.storing import store, store_or_refuse
from oimpress.errors import WriteError


def test_a_file_is_stored_with_its_folders(tmp_path: Path) -> None:
    target = tmp_path / "digest" / "presse" / "presse-1-048.eml"
    for content in (b"Subject: x\r\n", b"Subject: y\r\n"):
        store(target, content)
        assert target.read_bytes() == content
        assert list(target.parent.iterdir()) == [target]


def test_it_is_written_beside_its_target_and_forced_to_disk_before_it_has_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[list[str]] = []
    force = os.fsync

    def forced(handle: int) -> None:
        seen.append(sorted(path.name for path in tmp_path.iterdir()))
        force(handle)

    monkeypatch.setattr(os, "fsync", forced)
    store(tmp_path / "a.eml", b"Mots")
    assert seen == [[".a.eml.part"], ["a.eml"]]  # the file, then its folder


def test_it_may_be_written_elsewhere_first(tmp_path: Path) -> None:
    (tmp_path / "tmp").mkdir()
    store(tmp_path / "new" / "a", b"Mots", tmp_path / "tmp" / "a")
    assert (tmp_path / "new" / "a").read_bytes() == b"Mots"
    assert list((tmp_path / "tmp").iterdir()) == []


def test_what_fails_leaves_the_target_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "a.eml").mkdir()
    with pytest.raises(OSError, match="directory"):
        store(tmp_path / "a.eml", b"Mots")
    assert [path.name for path in tmp_path.iterdir()] == ["a.eml"]


def test_what_cannot_be_stored_is_told_with_its_place_and_its_reason(tmp_path: Path) -> None:
    (tmp_path / "a.eml").mkdir()
    with pytest.raises(WriteError) as refused:
        store_or_refuse(tmp_path / "a.eml", b"Mots")
    said = str(refused.value)
    assert said.startswith(f"{tmp_path / 'a.eml'}: cannot be stored (Is a directory); free some space")
    store_or_refuse(tmp_path / "b.eml", b"Mots")
    assert (tmp_path / "b.eml").read_bytes() == b"Mots"
