"""What a run reads: its plan is short, and says what it was given."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest

from oimpress.cli.common import gather
from oimpress.errors import ReadError
from oimpress.publish.fetching import BuildInput, SourceList, fetched
from oimpress.publish.report import Failure
from oimpress.settings import Config
from oimpress.sources import Source

MOST = 200  # bytes a source
FILES = 2_000


def test_a_plan_takes_few_bytes_a_source(tmp_path: Path) -> None:
    for number in range(FILES):
        (tmp_path / f"communiqué de presse {number:06}.txt").touch()
    gather((str(tmp_path),), Config())  # loads what it needs
    tracemalloc.start()
    try:
        plan = gather((str(tmp_path),), Config())
        held, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(plan) == FILES
    assert held / FILES < MOST


def test_a_plan_gives_what_was_put_into_it() -> None:
    items: list[BuildInput] = [Path("a/b.txt"), Source("c.txt", b"c"), Failure("d", ReadError("d: no"))]
    plan = SourceList(items)
    assert list(plan) == items
    assert plan[-1] == items[-1]
    assert list(plan[1:]) == items[1:]
    assert items[0] in plan


def test_sources_come_in_their_order_and_refusals_when_they_are_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a")
    found = list(fetched([tmp_path / "none.txt", tmp_path / "a.txt", Source("b.txt", b"b")]))
    with pytest.raises(ReadError, match="cannot be read"):
        found[0][1]()
    assert [source().data for _, source in found[1:]] == [b"a", b"b"]
