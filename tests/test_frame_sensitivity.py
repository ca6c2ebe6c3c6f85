"""The report on thresholds sees them, moves them everywhere, and puts them back."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from oimpress.passes.foot import backmatter
from oimpress.passes.lines import duplicates, limits

HOLDERS = (limits, duplicates, backmatter)
TOOLS = Path(__file__).resolve().parents[1] / "tools"


@pytest.fixture
def sensitivity(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(TOOLS))
    monkeypatch.delitem(sys.modules, "sensitivity", raising=False)
    return import_module("sensitivity")


def test_a_threshold_is_moved_in_every_module_that_has_it(sensitivity: ModuleType) -> None:
    found = {one.name: one for one in sensitivity.thresholds("lines")}
    one = found["SHORTEST_COPY"]
    assert (one.value, one.moved()) == (40, (28, 52))
    with sensitivity.set_to(one, 52):
        assert {vars(module)["SHORTEST_COPY"] for module in HOLDERS} == {52}
    assert {vars(module)["SHORTEST_COPY"] for module in HOLDERS} == {40}


def test_shares_are_moved_as_shares_and_small_numbers_by_one(sensitivity: ModuleType) -> None:
    found = {one.name: one for one in sensitivity.thresholds("lines")}
    assert found["BROKEN_SHARE"].moved() == pytest.approx((0.175, 0.325))
    assert found["LEAST_BROKEN"].moved() == (1, 3)
