"""Formats of other packages: one that cannot be loaded costs its own format only."""

from __future__ import annotations

from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

import oimpress
from oimpress import writers
from tests.cli.running import Command
from tests.plugging import plug

GROUP = "oimpress.writers"
BROKEN = EntryPoint("odt", "package_that_is_not_there.odt:FORMAT", GROUP)
NO_FORMAT = EntryPoint("rtf", "json:dumps", GROUP)
FORMAT = writers.find("text")
SOUND = EntryPoint("brut", f"{__name__}:FORMAT", GROUP)


@pytest.fixture(autouse=True)
def plugged(monkeypatch: pytest.MonkeyPatch) -> None:
    plug(monkeypatch, BROKEN, SOUND)


def test_a_broken_one_is_told_and_the_others_are_found() -> None:
    found, broken = writers.find_each(writers.names())
    assert [form.name for form in found][:2] == ["pdf", "docx"]
    assert len(found) == len(writers.BUILT_IN) + 1
    assert [str(error) for error in broken] == [
        "odt: package_that_is_not_there.odt:FORMAT cannot be loaded (ModuleNotFoundError: No module named "
        "'package_that_is_not_there'); update or remove the package that brings it"
    ]


def test_one_that_exits_when_it_is_loaded_costs_its_own_format(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "format_that_exits.py").write_text("raise SystemExit('no licence')")
    monkeypatch.syspath_prepend(tmp_path)
    exits = EntryPoint("adieu", "format_that_exits:FORMAT", GROUP)
    plug(monkeypatch, exits, SOUND)
    found, (error,) = writers.find_each(writers.names())
    assert len(found) == len(writers.BUILT_IN) + 1
    assert "no licence" in str(error)


def test_what_is_no_format_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    plug(monkeypatch, NO_FORMAT)
    with pytest.raises(oimpress.MissingDependency, match="must name a Format"):
        writers.find("rtf")


def test_a_build_makes_what_it_can(
    seeds: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    done = Command(monkeypatch, capsys)("build", seeds[0], "-f", "text", "-f", "odt", "-o", tmp_path)
    assert done.code == 1
    assert "odt: package_that_is_not_there.odt:FORMAT cannot be loaded" in done.err
    assert len(list(tmp_path.glob("*.txt"))) == 1


def test_the_list_of_formats_names_it(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    done = Command(monkeypatch, capsys)("formats")
    assert done.code == 6
    assert "pdf" in done.out
    assert "odt: " in done.err
