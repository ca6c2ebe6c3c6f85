"""Readers of other packages: asked first, named by their endings, and each costs only itself when it is broken."""

from __future__ import annotations

from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

import oimpress
from oimpress import readers
from oimpress.errors import ReadError
from oimpress.plugins import EntryGroup
from oimpress.readers.shared.reader import Reader, is_named
from oimpress.sources import Source
from tests import plugging
from tests.cli.running import Command
from tests.readers.laws import lawful_all

TEXT = "Les migrants de onze pays se réunissent cette semaine à Genève pour parler de leurs droits."


def example() -> Reader:
    """The reader that the manual shows."""
    manual = (Path(__file__).parents[2] / "docs" / "readers.md").read_text("utf-8")
    names: dict[str, object] = {}
    exec(manual.partition("```python\n")[2].partition("```")[0], names)
    reader = names["READER"]
    assert isinstance(reader, Reader)
    return reader


OLD = example()
FAILING = Reader("rtf", lambda source: is_named(source, ".rtf"), lambda source: [source] * (1 // 0))
RUDE = Reader("rude", lambda source: bool(1 // 0), OLD.read)
GROUP = EntryGroup.READERS
SOUND = EntryPoint("old", f"{__name__}:OLD", GROUP)
EXPORT = f"Un titre\n{TEXT}\n====\n<h1>Une page</h1><p>{TEXT}</p>\n====\n\n====\nUn autre\n{TEXT}\n".encode()


def plug(monkeypatch: pytest.MonkeyPatch, *found: EntryPoint | Reader) -> None:
    """Install ``found``, as entry points of other packages."""
    entries = (
        each if isinstance(each, EntryPoint) else _Loaded(each.name, "their.package:READER", GROUP) for each in found
    )
    _Loaded.readers = {each.name: each for each in found if isinstance(each, Reader)}
    plugging.plug(monkeypatch, *entries)


class _Loaded(EntryPoint):
    """An entry point whose reader is there already."""

    readers: dict[str, Reader] = {}  # noqa: RUF012

    def load(self) -> Reader:
        return self.readers[self.name]


def test_one_source_gives_releases_parts_and_refusals(monkeypatch: pytest.MonkeyPatch) -> None:
    plug(monkeypatch, OLD)
    done = lawful_all(Source("x.old", EXPORT))
    assert [one.value.id for one in done] == ["titre", "page", "autre"]
    assert [one.value.source and one.value.source.reader for one in done] == ["old", "html", "old"]
    assert done[1].source.name == "x.old/2.html"
    assert [(each.code, each.detail) for each in done[0].notices if each.code == "R051"] == [
        ("R051", "x.old: release 3 is empty; export it again")
    ]


def test_folders_give_its_files_and_a_run_tells_bad_parts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    plug(monkeypatch, OLD)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "x.old").write_bytes(EXPORT)
    (tmp_path / "in" / "x.older").write_bytes(EXPORT)
    done = Command(monkeypatch, capsys)("normalise", tmp_path / "in", "-o", tmp_path / "out")
    assert done.code == 1
    assert "release 3 is empty" in done.err
    assert sorted(path.stem for path in (tmp_path / "out").glob("*.xml")) == ["autre", "page", "titre"]


def test_a_broken_one_is_told_and_ours_read_on(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = EntryPoint("odt", "package_that_is_not_there.odt:READER", GROUP)
    plug(monkeypatch, broken, EntryPoint("rtf", "json:dumps", GROUP), RUDE)
    done = oimpress.normalise(Source("a.txt", f"Un titre\n\n{TEXT}\n".encode()))
    assert done.value.source is not None
    assert done.value.source.reader == "text"
    told = [each.detail for each in done.notices if each.code == "R050"]
    assert [detail.partition(" ")[0] for detail in told] == ["odt:", "json:dumps:"]


def test_one_that_fails_refuses_its_source_only(monkeypatch: pytest.MonkeyPatch) -> None:
    plug(monkeypatch, FAILING)
    with pytest.raises(ReadError, match=r"a\.rtf: the plug-in rtf fails on this source \(ZeroDivisionError"):
        oimpress.normalise(Source("a.rtf", b"x"))
    assert oimpress.normalise(Source("a.txt", f"Un titre\n\n{TEXT}\n".encode())).value.body


def test_parts_inside_parts_end_somewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    endless = Reader("endless", lambda source: is_named(source, ".in"), lambda source: [source, source])
    plug(monkeypatch, endless)
    with pytest.raises(ReadError, match="stand inside each other"):
        oimpress.normalise_all(Source("a.in", b"x"))


def test_ours_are_found_by_name() -> None:
    assert [reader.name for reader in readers.built_in()] == list(readers.BUILT_IN)
