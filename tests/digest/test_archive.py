"""One odd source stops nothing: it is told, counted and left, and the others are taken."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from oimpress.digest import Archive
from oimpress.digest import archive as room
from oimpress.errors import OimpressError, ReadError, UsageError
from oimpress.pipeline import normalise_source
from oimpress.sources import Source, load
from tests.digest.press import TEXT


def reading(root: Path, *names: str, made: tuple[Path, ...] = ()) -> tuple[list[str], list[str], int]:
    """The origins of the candidates, what was told, and the count of what was left."""
    told: list[OimpressError] = []
    read = Archive(root, names or ("archive",), told.append, made=made)
    return [each.origin for each in read()], [str(error) for error in told], read.left


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    folder = tmp_path / "archive"
    folder.mkdir()
    (folder / "good.txt").write_text(TEXT, "utf-8")
    return folder


def odd(folder: Path, kind: str) -> None:
    """Put an odd source into ``folder``."""
    path = folder / "odd.txt"
    path.write_text(TEXT.replace("Motozintla", "Tapachula"), "utf-8")
    match kind:
        case "empty":
            path.write_bytes(b"")
        case "sidecar":
            (folder / "odd.toml").write_text("titel = 1\n", "utf-8")
        case "deep sidecar":
            (folder / "odd.toml").write_text("title = " + "[" * 3000 + "]" * 3000, "utf-8")
        case "long number":
            (folder / "odd.toml").write_text("title = " + "9" * 5000, "utf-8")
        case "xml":
            (folder / "odd.xml").write_text("<release/>", "utf-8")
            path.unlink()
        case "docx":
            (folder / "odd.docx").write_bytes(b"PK\x03\x04 no zip")
            path.unlink()
        case _:
            raise AssertionError(kind)


@pytest.mark.parametrize("kind", ["empty", "sidecar", "deep sidecar", "long number", "xml", "docx"])
def test_an_odd_source_is_told_and_left(archive: Path, tmp_path: Path, kind: str) -> None:
    odd(archive, kind)
    found, told, left = reading(tmp_path)
    assert found == ["archive/good.txt"]
    assert (len(told), left, "odd" in told[0]) == (1, 1, True)


@pytest.mark.parametrize("name", [b"\xff\xfe.txt", b"a\x07b\nc.txt", b"n" * 251 + b".txt"])
def test_an_odd_name_is_taken_or_told(archive: Path, tmp_path: Path, name: bytes) -> None:
    """Never does it keep the others from being taken, and what the ledger gets is text."""
    try:
        Path(os.fsdecode(os.path.join(os.fsencode(archive), name))).write_text(
            TEXT.replace("Motozintla", "Tapachula"), "utf-8"
        )
    except OSError:
        pytest.skip("no file of this name on this disk")
    found, told, left = reading(tmp_path)
    assert "archive/good.txt" in found
    assert len(told) == left == 2 - len(found)
    assert all(origin.encode() for origin in found)


@pytest.mark.parametrize(
    "fault", [RuntimeError("oh"), RecursionError(), MemoryError(), UnicodeEncodeError("a", "b", 0, 1, "c")]
)
def test_a_fault_of_ours_is_told_as_one(
    archive: Path, tmp_path: Path, fault: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    odd(archive, "sidecar")

    def failing(path: Path) -> Any:
        if path.stem == "odd":
            raise fault
        return load(path)

    monkeypatch.setattr(room, "load", failing)
    found, (told,), left = reading(tmp_path)
    assert (found, left) == (["archive/good.txt"], 1)
    assert f"odd.txt: cannot be taken ({type(fault).__name__}" in told
    assert told.endswith("it is left for the next run")


def test_two_readings_of_one_source_are_both_left(archive: Path, tmp_path: Path) -> None:
    import oimpress
    from oimpress.model.codec import to_xml

    release = oimpress.normalise(archive / "good.txt").value
    other = to_xml(release).replace(b"migrants", "réfugiés".encode())
    (archive / "good.xml").write_bytes(other)
    (archive / "another.txt").write_text(TEXT.replace("Motozintla", "Tapachula"), "utf-8")
    found, (told,), left = reading(tmp_path)
    assert (found, left) == (["archive/another.txt"], 1)
    assert "two differing releases of this id" in told


def test_a_folder_that_is_not_there_keeps_no_other_back(archive: Path, tmp_path: Path) -> None:
    found, (told,), left = reading(tmp_path, "gone", "archive")
    assert (found, left) == (["archive/good.txt"], 1)
    assert "gone: no such file or folder" in told


def test_no_source_at_all_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="gone: no such file"):
        reading(tmp_path, "gone", "nowhere")


def test_sources_that_all_fail_are_no_empty_week(tmp_path: Path) -> None:
    """The cut-off would count as done, and what was published until then as late."""
    (tmp_path / "archive").mkdir()
    for name in ("a", "b"):
        (tmp_path / "archive" / f"{name}.txt").touch()
    words = "none of the sources can be taken, so that no issue is planned; mend them, then run again"
    with pytest.raises(ReadError, match=f"^{re.escape(str(tmp_path))}: {words}$"):
        reading(tmp_path)


def test_a_reason_is_told_up_to_its_three_hundredth_character(tmp_path: Path) -> None:
    told: list[OimpressError] = []

    def fails() -> tuple[str, ...]:
        raise RuntimeError("x" * 400)

    assert room.attempted(fails, tmp_path, told.append) == ()
    reason = f"RuntimeError: {'x' * 286}"
    assert [str(error) for error in told] == [f"{tmp_path}: cannot be taken ({reason}); it is left for the next run"]


def test_the_releases_of_a_file_with_several_have_an_origin_each(archive: Path, tmp_path: Path) -> None:
    read = normalise_source(Source("good.txt", TEXT.encode()))
    second = replace(read, value=replace(read.value, id="autre"))
    both = Archive(tmp_path, ("archive",), list[OimpressError]().append, normalise=lambda *_given: [read, second])
    assert [each.origin for each in both()] == [f"archive/good.txt#{read.value.id}", "archive/good.txt#autre"]


def test_bytes_of_a_name_that_are_no_text_are_written_as_such(archive: Path, tmp_path: Path) -> None:
    name = os.fsdecode(b"a\xff.txt")
    try:
        (archive / "good.txt").rename(archive / name)
    except OSError:
        pytest.skip("no file of this name on this disk")
    assert reading(tmp_path)[0] in (["archive/a\\xff.txt"], [])


def test_what_was_made_here_is_no_source(archive: Path, tmp_path: Path) -> None:
    (archive / "build").mkdir()
    (archive / "build" / "empty.txt").touch()
    assert reading(tmp_path, made=(archive / "build",)) == (["archive/good.txt"], [], 0)
