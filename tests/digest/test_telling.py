"""A timer tells each trouble once, and again when it comes back."""

from __future__ import annotations

from pathlib import Path

import pytest

from oimpress.digest.telling import news


def test_a_trouble_is_told_once_until_it_is_over(tmp_path: Path) -> None:
    path = tmp_path / "digest" / "presse.told"
    disk, server = "presse: the disk is full", "presse: the server is down"
    assert news(path, [disk]) == (disk,)
    assert news(path, [disk]) == ()
    assert news(path, [server, disk, server]) == (server,)
    assert news(path, [disk, server]) == ()
    assert news(path, []) == ()
    assert not path.exists()
    assert news(path, [disk]) == (disk,)


def test_a_trouble_of_several_lines_is_one(tmp_path: Path) -> None:
    assert news(tmp_path / "told", ["first\n  and second"]) == ("first and second",)
    assert (tmp_path / "told").read_text("utf-8") == "first and second\n"
    assert news(tmp_path / "told", ["first and\nsecond"]) == ()


def test_where_nothing_can_be_remembered_all_is_news(tmp_path: Path) -> None:
    (tmp_path / "told").mkdir()
    for _ in range(2):
        assert news(tmp_path / "told", ["trouble"]) == ("trouble",)


def test_what_was_remembered_in_other_signs_is_forgotten(tmp_path: Path) -> None:
    (tmp_path / "told").write_bytes(b"\xff\xfe")
    assert news(tmp_path / "told", ["trouble \udcff"]) == ("trouble \udcff",)
    assert (tmp_path / "told").read_bytes() == b"trouble \\udcff\n"


@pytest.mark.parametrize("lines", [[], ["trouble"]])
def test_nothing_is_written_where_nothing_changed(tmp_path: Path, lines: list[str]) -> None:
    path = tmp_path / "told"
    news(path, lines)
    before = path.stat().st_ino if lines else None
    news(path, lines)
    assert (path.stat().st_ino if path.exists() else None) == before
