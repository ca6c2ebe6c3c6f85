"""The comparison counts words as it says, on a set of its own; how others do is shown, never judged."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.benchmarks.webpages import EXTRACTORS, Score, Taken, installed, pages, scores
from tests.readers.pages import page
from tests.readers.shells import DAY, TEXT, TITLE, shelled


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    gold = {"text": "\n".join((TITLE, *TEXT)), "with": TEXT, "without": ["Ailleurs"], "title": TITLE, "date": DAY}
    for name in ("typo3-news", "spip-3"):
        head, body = shelled(name)
        (tmp_path / f"{name}.html").write_bytes(page(body, head).data)
        (tmp_path / f"{name}.json").write_text(json.dumps(gold), "utf-8")
    return tmp_path


def test_every_extractor_that_is_installed_is_measured(folder: Path) -> None:
    assert {"oimpress", "trafilatura"} <= {*installed()} <= {*EXTRACTORS}
    made = scores(list(pages(folder)), ["oimpress"])["oimpress"]
    assert (made.recall, made.right["dates"], made.right["titles"]) == ([1.0, 1.0], 2, 2)


def test_halves_part_a_set(folder: Path) -> None:
    halves = [each.name for half in ("open", "held") for each in pages(folder, half)]
    assert sorted(halves) == [each.name for each in pages(folder)]


def test_words_count_as_a_bag_without_the_title() -> None:
    score = Score()
    score.add(Taken("un deux deux", "titre"), {"text": "titre\nun deux trois"})
    assert (score.precision, score.recall, score.beside) == ([2 / 3], [2 / 3], 1)
    score.add(Taken(), {"text": ""})
    assert (score.precision[1], score.recall[1]) == (1, 1)
