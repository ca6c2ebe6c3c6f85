"""The measurement runs; speed is shown, never judged."""

from __future__ import annotations

from oimpress.passes.profiles import PROFILES
from tests.benchmarks.normalisation import TIMED, TIMES, growth, seeds, table


def test_every_pass_is_timed() -> None:
    passes = PROFILES["press-fr"]
    assert len(list(table(seeds()[:1], rounds=1))) == 2 + len(passes.structure) + len(passes.finish)
    assert TIMED not in PROFILES


def test_growth_is_a_share_for_each_length() -> None:
    assert [times for times, share in growth(seeds()[0], rounds=1) if share > 0] == list(TIMES)
