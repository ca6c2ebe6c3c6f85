"""The threshold of the index: of a text as many words are shown around what was asked for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from oimpress.index import IndexQuestion, ReadingWay, fill, open_index, search
from oimpress.publish.report import Report
from tests.thresholds import Boundary, blind, names


@pytest.fixture
def shown(tmp_path: Path) -> Iterator[Boundary]:
    (tmp_path / "a.txt").write_text(f"Un titre\n\nLyon - Musée {'mot ' * 60}\n", "utf-8")
    with closing(open_index(tmp_path / "index.sqlite3")) as db:
        fill(db, [tmp_path / "a.txt"], Report(), ReadingWay())
        yield Boundary(
            "SHOWN", 16, 17, lambda n: len(search(db, IndexQuestion(words=("musée",)))[0].taste.split()) >= n
        )


def test_the_boundary_tells_where_the_threshold_stands(shown: Boundary) -> None:
    assert names("index") == [shown.name]
    assert shown.parts()
    assert not list(blind("index", (shown,)))
