"""The seeds, whole: what changes in each, reviewed line by line and stored as a diff with visible spaces."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from oimpress.typography import analyse, as_diff, typeset

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.stem)
def test_a_seed_changes_as_reviewed(seed: Path, golden: Callable[[str, bytes | str], None]) -> None:
    text = seed.read_text("utf-8")
    golden(f"typography/{seed.stem}.diff", as_diff(text, analyse(text), seed.name))
    assert typeset(once := typeset(text)) == once
