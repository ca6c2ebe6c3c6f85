"""Floors: numbers that must not sink. ``--accept`` stores the risen ones in ``floors.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.quality.scores import Tally

FLOORS = Path(__file__).with_name("floors.toml")
WORDS = ("words lost", "words invented")


def floors() -> dict[str, float]:
    return tomllib.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}


def measured(scores: Mapping[str, Tally]) -> dict[str, float]:
    """Per field a number that should rise: a score cut to three decimals, or minus the words that are wrong."""
    return {
        field: float(-tally.found) if field in WORDS else int(tally.score * 1000) / 1000
        for field, tally in scores.items()
    }


def table(scores: Mapping[str, Tally]) -> Iterator[str]:
    """A line per field, under a line that says what the columns are."""
    held = floors()
    yield f"{'field':<18} {'wanted':>6} {'found':>6} {'right':>6} {'score':>7} {'floor':>7}"
    for field, value in measured(scores).items():
        tally = scores[field]
        floor = f"{held[field]:7g}" if field in held else f"{'-':>7}"
        yield f"{field:<18} {tally.wanted:>6} {tally.found:>6} {tally.right:>6} {value:>7g} {floor}"


def hold(scores: Mapping[str, Tally], *, accept: bool) -> None:
    """Fail when a score is below its floor, and say what was missed; else raise the floors if they are to be."""
    now, held = measured(scores), floors()
    fallen = [field for field in now if now[field] < held.get(field, now[field])]
    told = [f"{field}: {now[field]:g}, floor {held[field]:g}" for field in fallen]
    assert not fallen, "\n".join([*told, *(miss for field in fallen for miss in scores[field].missed)])
    if accept:
        risen = {**held, **now}
        FLOORS.write_text("".join(f'"{field}" = {value}\n' for field, value in sorted(risen.items())), "utf-8")
