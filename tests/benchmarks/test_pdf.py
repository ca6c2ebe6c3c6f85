"""The measurement of PDFs counts words and their order, and finds what stands in a folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from oimpress.sources import Source
from tests.benchmarks.pdf import documents, extractors, main, measure, score


def test_words_and_neighbours_are_counted_as_often_as_they_stand() -> None:
    assert score("un deux deux", "Un, deux deux.") == (1, 1, 1)
    assert score("un deux trois quatre", "trois quatre un deux") == (1, 1, 2 / 3)
    assert score("un deux", "un trois trois trois") == (0.5, 0.25, 0)


def test_a_pdf_without_its_text_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    (tmp_path / "b.pdf").write_bytes(b"%PDF")
    (tmp_path / "b.txt").write_text("Un mot.", "utf-8")
    assert [(source.name, text) for source, text in documents([tmp_path])] == [("b.pdf", "Un mot.")]


def test_a_folder_without_any_is_told(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="name folders"):
        main([str(tmp_path)])


def test_ours_is_measured_and_missing_peers_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    found = extractors()
    missing = {"pdftotext", "pdfplumber"} - found.keys()
    assert all(name in capsys.readouterr().err for name in missing)
    text = "La halle rouvre\n\nLa commune rouvre sa halle après deux ans de travaux.\n"
    source = Source("a.txt", text.encode())
    assert measure([(source, text)], found["oimpress"]) == (1, 1, 1)
