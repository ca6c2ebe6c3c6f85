"""The comparison runs on two releases, and names who is not there; speed is shown, never judged."""

from __future__ import annotations

import os
from operator import attrgetter
from pathlib import Path

import pytest

from tests.benchmarks import beside as beside_others
from tests.benchmarks.beside import beside, cost, exponent, growth
from tests.benchmarks.peers import PEERS, Peer, prepare


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Path:
    prepare(folder := tmp_path_factory.mktemp("two"), 2)
    return folder


def test_everybody_is_handed_the_same_releases(two: Path) -> None:
    assert [len(list(two.glob(each))) for each in ("texts/*.txt", "pages/*.html", "xml/*.xml")] == [2, 2, 2]
    titles = [path.read_text("utf-8").splitlines()[0] for path in sorted((two / "texts").iterdir())]
    assert all(f"= {title}\n" in (two / "kit.typ").read_text("utf-8") for title in titles)
    assert (two / "kit.html").read_text("utf-8").count("<h1>") == 2


@pytest.mark.parametrize(
    "peer", [each for each in PEERS if each.here and "PDF" not in each.work], ids=attrgetter("name")
)
def test_it_does_the_work(peer: Peer, two: Path) -> None:
    peer.theirs(two)


def test_a_line_tells_both_and_the_ratio(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside_others, "cost", lambda work, _folder: 3.0 if work is os.listdir else 2.0)
    line = beside(Peer("none", "HTML kit", "sys", theirs=os.stat, ours=os.listdir), tmp_path, 3)
    assert line.split() == ["HTML", "kit", "none", "3.00", "s", "2.00", "s", "1.50"]


def test_a_work_is_done_in_a_process_of_its_own(tmp_path: Path) -> None:
    assert cost(os.rmdir, tmp_path) >= 0
    assert not tmp_path.exists()


def test_what_costs_grows_as_it_is_said_to() -> None:
    assert exponent([(10, 20.0), (100, 200.0)]) == pytest.approx(1)
    assert exponent([(10, 1.0), (100, 100.0)]) == pytest.approx(2)


def test_growth_has_a_line_for_each_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside_others, "cost", lambda _work, folder: float(len(list((folder / "texts").iterdir()))))
    monkeypatch.setattr(beside_others, "SIZES", (2, 3))
    (line,) = growth(3, ["normalise"])
    assert "exponent 1.00   " in line
    assert " 1000.0 ms a release" in line
