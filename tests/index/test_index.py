"""The index: what it knows after each change of the archive, and what it answers."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from oimpress.index import COUNTED, Filled, IndexQuestion, ReadingWay, count, fill, open_index, search
from oimpress.index.store import VERSION
from oimpress.publish.report import Report

CENTRE = """L’OIM ouvre un centre à Motozintla
Mexico - Un centre a ouvert ses portes mercredi. Il aidera les migrants venus du sud.

Pour plus d’informations, veuillez contacter Itzel Vivaldo, OIM Mexique, Tél. +52 55 5536 3922, ivivaldo@iom.int
"""
MUSEUM = """La ville inaugure un musée
Lyon - Le musée des migrations ouvre lundi prochain au public. L'entrée sera libre pour les élèves.
"""


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    folder = tmp_path / "archive"
    folder.mkdir()
    for name, text, date in (("centre", CENTRE, "2025-11-20"), ("musee", MUSEUM, "2026-03")):
        (folder / f"{name}.txt").write_text(text, "utf-8")
        (folder / f"{name}.toml").write_text(f'date = "{date}"\n', "utf-8")
    return folder


@pytest.fixture
def index(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(open_index(tmp_path / "kept" / "index.sqlite3")) as db:
        yield db


def filled(db: sqlite3.Connection, folder: Path, report: Report | None = None) -> Filled:
    return fill(db, sorted(folder.glob("*.txt")), report or Report(), ReadingWay())


def names(db: sqlite3.Connection, **asked: object) -> list[str]:
    return [Path(hit.path).stem for hit in search(db, IndexQuestion(**asked))]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["musee", "centre"]),
        ({"words": ("migrants",)}, ["centre"]),
        ({"words": ("MUSEE",)}, ["musee"]),
        ({"words": ("migr*",)}, ["centre", "musee"]),
        ({"words": ("ouvre", "musée des migrations")}, ["musee"]),
        ({"words": ("migrations des",)}, []),
        ({"words": ('"); DROP TABLE words; --',)}, []),
        ({"words": ("*",)}, []),
        ({"words": ("l'entrée",)}, ["musee"]),
        ({"since": "2026"}, ["musee"]),
        ({"until": "2025-11-20"}, ["centre"]),
        ({"until": "2026-03"}, ["musee", "centre"]),
        ({"since": "2025-11-21", "until": "2025-12"}, []),
        ({"country": "MX"}, ["centre"]),
        ({"person": "vivaldo"}, ["centre"]),
        ({"person": "Lyon"}, []),
        ({"lang": "en"}, []),
        ({"kind": "press-release", "words": ("centre",)}, ["centre"]),
    ],
)
def test_what_is_found(index: sqlite3.Connection, archive: Path, asked: dict[str, object], found: list[str]) -> None:
    filled(index, archive)
    assert sorted(names(index, **asked)) == sorted(found)


def test_the_newest_first_and_undated_ones_last(index: sqlite3.Connection, archive: Path) -> None:
    (archive / "autre.txt").write_text(MUSEUM.replace("musée", "parc"), "utf-8")
    filled(index, archive)
    assert names(index) == ["musee", "centre", "autre"]


def test_what_is_counted(index: sqlite3.Connection, archive: Path) -> None:
    filled(index, archive)
    assert count(index, IndexQuestion(), "year") == [("2025", 1), ("2026", 1)]
    assert count(index, IndexQuestion(), "month") == [("2025-11", 1), ("2026-03", 1)]
    assert dict(count(index, IndexQuestion(), "person")) == {"Itzel Vivaldo": 1, "": 1}
    assert dict(count(index, IndexQuestion(words=("centre",)), "country")) == {"MX": 1}
    for by in COUNTED:
        assert sum(row.releases for row in count(index, IndexQuestion(), by)) == 2


def test_only_what_has_changed_is_read(index: sqlite3.Connection, archive: Path) -> None:
    assert filled(index, archive) == Filled(2, 0, 2)
    assert filled(index, archive) == Filled(0, 0, 2)
    (archive / "musee.toml").write_text('date = "2027-03"\n', "utf-8")
    os.utime(archive / "centre.txt", ns=(1, 1))
    assert filled(index, archive) == Filled(2, 0, 2)
    assert names(index, since="2027") == ["musee"]
    (archive / "centre.txt").unlink()
    assert filled(index, archive) == Filled(0, 1, 1)
    assert names(index, words=("migrants",)) == []


def test_only_the_sources_named_are_asked(index: sqlite3.Connection, archive: Path) -> None:
    filled(index, archive)
    fill(index, [archive / "musee.txt"], Report(), ReadingWay())
    assert names(index) == ["musee"]
    assert filled(index, archive).read == 0


def test_one_that_cannot_be_read_is_told_and_tried_again(index: sqlite3.Connection, archive: Path) -> None:
    (archive / "vide.txt").write_bytes(b"")
    for _ in range(2):
        report = Report()
        assert filled(index, archive, report).known == 2
        assert [failure.place for failure in report.failures] == [str(archive / "vide.txt")]


def test_a_change_of_rights_is_a_change(index: sqlite3.Connection, archive: Path) -> None:
    filled(index, archive)
    (archive / "musee.txt").chmod(0o640)
    assert filled(index, archive).read == 1


@pytest.mark.skipif(os.name == "nt", reason="names of files are text there")
def test_names_that_are_no_text(index: sqlite3.Connection, archive: Path) -> None:
    (archive / os.fsdecode(b"caf\xe9.txt")).write_text(MUSEUM.replace("musée", "café"), "utf-8")
    assert filled(index, archive).known == 3
    assert names(index, words=("café",)) == [os.fsdecode(b"caf\xe9")]


@pytest.mark.parametrize("content", [b"", b"no data base at all" * 40])
def test_a_damaged_index_is_made_anew(tmp_path: Path, archive: Path, content: bytes) -> None:
    path = tmp_path / "index.sqlite3"
    path.write_bytes(content)
    with closing(open_index(path)) as db:
        assert filled(db, archive).known == 2


def test_one_of_another_version_is_made_anew(tmp_path: Path, archive: Path) -> None:
    path = tmp_path / "index.sqlite3"
    with closing(open_index(path)) as db:
        filled(db, archive)
        db.execute(f"PRAGMA user_version = {VERSION + 1}")
    with closing(open_index(path)) as db:
        assert names_known(db) == 0


def names_known(db: sqlite3.Connection) -> int:
    ((known,),) = db.execute("SELECT count(*) FROM sources").fetchall()
    return int(known)


def test_where_nothing_can_be_written_it_is_in_memory(tmp_path: Path, archive: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with closing(open_index(tmp_path / "file" / "index.sqlite3")) as db:
        filled(db, archive)
        assert names(db, country="MX") == ["centre"]
