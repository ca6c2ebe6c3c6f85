"""``oimpress index`` as somebody looking for a release uses it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from oimpress.cli.index import BY
from oimpress.index import COUNTED
from tests.cli.running import FRENCH, Command
from tests.index.test_index import CENTRE, MUSEUM


@pytest.fixture
def archive(folder: Path) -> Path:
    (folder / "archive").mkdir()
    (folder / "archive" / "centre.txt").write_text(CENTRE, "utf-8")
    (folder / "archive" / "musee.txt").write_text(MUSEUM, "utf-8")
    (folder / "archive" / "musee.toml").write_text('date = "2026-03-02"\n', "utf-8")
    (folder / "oimpress.toml").write_text('sources = ["archive"]\n', "utf-8")
    return folder


def test_list_search_and_count(archive: Path, oimpress: Command) -> None:
    ran = oimpress("index", "list", lang=FRENCH)
    assert (ran.code, ran.out.splitlines()[:2]) == (
        0,
        ["2026-03-02  FR  La ville inaugure un musée", "    archive/musee.txt"],
    )
    found = oimpress("index", "search", "migrants", "--country", "Mexique")
    assert "    archive/centre.txt\n" in found.out
    assert "aidera les migrants venus" in found.out
    assert found.err == "1 release\n"
    (row,) = json.loads(oimpress("index", "search", "migrants", "--json").out)
    assert (row["path"], row["countries"], "\x02" in row["taste"]) == ("archive/centre.txt", ["MX"], False)
    assert oimpress("index", "count", "--by", "country").out == "1  FR\n1  MX\n"
    assert json.loads(oimpress("index", "count", "musée", "--json").out) == [{"year": "2026", "count": 1}]


def test_sources_named(archive: Path, oimpress: Command) -> None:
    assert len(json.loads(oimpress("index", "list", "--in", "archive/musee.txt", "--json").out)) == 1
    missing = oimpress("index", "list", "--in", "none")
    assert (missing.code, "none" in missing.err) == (2, True)


@pytest.mark.parametrize(
    ("option", "value", "words"),
    [("--since", "bientôt", "--since"), ("--country", "zz", "not a country"), ("--lang", "%", "--lang")],
)
def test_mistakes(archive: Path, oimpress: Command, option: str, value: str, words: str) -> None:
    ran = oimpress("index", "list", option, value)
    assert (ran.code, words in ran.err) == (2, True)


def test_a_source_that_cannot_be_read_is_told(archive: Path, oimpress: Command) -> None:
    (archive / "archive" / "vide.txt").write_bytes(b"")
    ran = oimpress("index", "list")
    assert (ran.code, "vide.txt" in ran.err, ran.out.count("archive/")) == (1, True, 2)


def test_the_command_counts_by_all_that_the_index_knows() -> None:
    """The command has names of its own, so that its help loads no index."""
    assert BY == COUNTED
