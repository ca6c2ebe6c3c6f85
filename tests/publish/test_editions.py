"""Order, names and memory: what holds for an archive of any length."""

from __future__ import annotations

import gc
import tracemalloc
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from oimpress.model.nodes import Release, SourceRef, Text
from oimpress.notices import Notice
from oimpress.publish.build import Options, build_editions, make_edition, normalise_files, read_all
from oimpress.publish.identifiers import Names
from oimpress.publish.report import Output, Reading, Report
from oimpress.sources import Source
from oimpress.style import load_style
from oimpress.writers import find


def release(name: str, published: str = "") -> Release:
    ref = SourceRef(f"{name}.txt", name.ljust(64, "0"), "text/plain", "text")
    return Release(name, title=(Text(name),), published=published, source=ref)


def test_the_newest_comes_first_and_undated_ones_last_in_their_order() -> None:
    given = [
        release("u1"),
        release("old", "2019"),
        release("u2"),
        release("new", "2020-02-01"),
        release("day", "2019-03-01"),
    ]
    edition = make_edition(given, Options(), load_style())
    assert [each.id for each in edition.releases] == ["new", "day", "old", "u1", "u2"]
    assert edition.title == "Dossier de presse"
    assert make_edition(given[:1], Options(), load_style()).title == "u1"


def test_each_release_has_a_name_of_its_own() -> None:
    names, one = Names(), release("a")
    other = replace(one, source=replace(one.source, sha256="b" * 64)) if one.source else one
    made = [names.own(each).id for each in (one, other, one, one, replace(one, source=None))]
    assert made == ["a", "a-bbbbbbbb", "a-a0000000", "a-2", "a-3"]


def sources(count: int) -> Iterator[Source]:
    for number in range(count):
        text = f"Titre {number}\nNiger - L'OIM aide {number} familles.\n" + "Un paragraphe de plus, ici.\n" * 60
        yield Source(f"{number}.txt", text.encode())


def differing(count: int) -> Iterator[Source]:
    """Sources of many short lines, none of which comes again."""
    for source in sources(count):
        lines = "".join(f"Abri {source.name} {line}\nTél. : +41 22 717 9{line:03}\n" for line in range(80))
        yield Source(source.name, source.data + lines.encode())


def test_a_file_for_each_release_where_one_could_hold_all(tmp_path: Path) -> None:
    made = {}
    for each in (False, True):
        report = Report()
        forms = [find("html"), find("docx")]
        build_editions(sources(3), forms, tmp_path, load_style(), Options(each=each), report)
        assert not report.failures
        made[each] = sorted(output.path.name for output in report.outputs)
    assert made[False] == ["dossier-de-presse.docx", "dossier-de-presse.html"]
    assert made[True] == sorted(f"titre-{number}.{ending}" for number in range(3) for ending in ("html", "docx"))


@pytest.mark.slow
def test_memory_does_not_grow_with_the_archive() -> None:
    held = []
    tracemalloc.start()
    for number, _reading in enumerate(read_all(differing(66), "oim-fr", Report())):
        if number in (25, 65):  # by then what is remembered of short lines has found its size
            gc.collect()
            held.append(tracemalloc.get_traced_memory()[0])
    tracemalloc.stop()
    early, late = held
    assert late - early < 50_000  # bytes, for forty releases of twice that


class Gauge(Report):
    """Notes how much memory is in use at each source, and nothing else."""

    def __init__(self) -> None:
        self.held: list[int] = []

    def note_source(self, reading: Reading) -> None:
        gc.collect()
        self.held.append(tracemalloc.get_traced_memory()[0])

    def note_output(self, output: Output, notices: Iterable[Notice] = ()) -> None:
        assert output.size


@pytest.mark.slow
def test_memory_does_not_grow_where_an_archive_lies_already(tmp_path: Path) -> None:
    for _again in range(2):
        gauge = Gauge()
        tracemalloc.start()
        normalise_files(differing(51), tmp_path, "oim-fr", gauge)
        tracemalloc.stop()
        assert len(list(tmp_path.glob("*.xml"))) == 51
        assert gauge.held[50] - gauge.held[25] < 100_000  # bytes


@pytest.mark.parametrize(("date", "lang"), [("2026-02-30", "fr"), ("yesterday", "fr"), ("", "not a tag")])
def test_options_that_cannot_be(date: str, lang: str) -> None:
    with pytest.raises(Exception, match="write"):
        Options(date=date, lang=lang)


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    from oimpress.publish.files import store_together

    (tmp_path / "a").write_text("old")
    (tmp_path / "b").mkdir()
    with pytest.raises(Exception, match="cannot be written"):
        store_together((tmp_path / "b", b"1"), (tmp_path / "a", b"new"))
    assert (tmp_path / "a").read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b"]
