"""A line has no end: ten megabytes without one are set in seconds, in time that grows with their length only."""

from __future__ import annotations

import time

import pytest

from oimpress.typography import typeset

SENTENCE = 'Le 12 mars, "la maire" a dit : - 0,3 % ; 1 240 m2 ! '
RIGHT = "Le 12\u00a0mars, «\u00a0la maire\u00a0» a dit\u00a0: −0,3\u00a0%\u202f; 1\u202f240\u00a0m²\u202f! "
MOST_SECONDS = 120.0  # of one processor, on a slow machine


@pytest.mark.campaign
def test_ten_megabytes_on_one_line() -> None:
    text = SENTENCE * (10_000_000 // len(SENTENCE))
    start = time.process_time()
    assert typeset(text) == (RIGHT * (10_000_000 // len(SENTENCE))).rstrip()
    assert time.process_time() - start < MOST_SECONDS


def test_a_line_of_a_thousand_sentences() -> None:
    assert typeset(SENTENCE * 1000) == (RIGHT * 1000).rstrip()
