"""The comparison runs, and says what it should of us; speed is shown, never judged."""

from __future__ import annotations

import pytest

from oimpress.typography import analyse
from tests.benchmarks.typography import SEEDS, correctors, damage_table, damaged, measured, neutral, table
from tests.typography.cases import every


@pytest.mark.campaign
def test_we_solve_every_case_and_damage_none() -> None:
    texts = [path.read_text("utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    cases = every()
    rows = [measured(corrector, cases, texts[:1], 0.01) for corrector in correctors()]
    assert (rows[0].exact, rows[0].damage) == (1, 0)
    assert all(row.exact < 1 for row in rows[1:])
    assert len(table(rows).splitlines()) == 1 + len(rows)


def test_we_change_nothing_in_what_is_right_as_it_stands() -> None:
    sentences = neutral()
    assert len(sentences) > 80
    assert [sentence for sentence in sentences if analyse(sentence.text, sentence.lang)] == []
    ours, *peers = correctors()
    assert damaged(ours, sentences) == []
    assert len(damage_table([ours, *peers], sentences).splitlines()) == 2 + len(peers)
