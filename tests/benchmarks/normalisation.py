"""Where the time of normalising goes, and how it grows: ``python -m tests.benchmarks.normalisation``.

The first table has the seeds, whole and by pass; its last column is the pass's share. The second has every page of the
quality corpus once, so that nothing that was remembered of a page serves it again. The third has a seed's text over and
over in one document: a share that stays near 1 means that time grows with length and no faster.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from oimpress.passes.profiles import PROFILES, Pass, Profile
from oimpress.pipeline import normalise_source
from oimpress.sources import Source
from tests.quality.pages import pages

SEEDS = Path(__file__).parents[2] / "seeds"
ROUNDS = 60
TIMED = "timed"
TIMES = (1, 4, 16, 64)


def seeds() -> list[Source]:
    """The five seeds."""
    return [Source(path.name, path.read_bytes()) for path in sorted(SEEDS.glob("*.txt"))]


def best(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The least processor time, in seconds, of several runs of ``work``."""
    taken = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return min(taken)


def by_pass(sources: Sequence[Source], rounds: int = ROUNDS) -> dict[str, float]:
    """Seconds in each pass, over all ``sources``; the least of several runs."""
    least: dict[str, float] = {}
    usual = PROFILES["press-fr"]
    for _ in range(rounds):
        spent: dict[str, float] = {}
        PROFILES[TIMED] = _timed(usual, spent)
        for source in sources:
            normalise_source(source, TIMED)
        del PROFILES[TIMED]
        least = {name: min(seconds, least.get(name, seconds)) for name, seconds in spent.items()}
    return least


def _timed(profile: Profile, spent: dict[str, float]) -> Profile:
    def run(step: Pass[Any], given: Any) -> Any:
        start = time.process_time()
        made = step(given)
        name = step.name
        spent[name] = spent.get(name, 0) + time.process_time() - start
        return made

    timed: dict[str, Any] = {
        field: tuple(replace(step, run=partial(run, step)) for step in getattr(profile, field))
        for field in ("structure", "finish")
    }
    return replace(profile, **timed)


def table(sources: Sequence[Source], rounds: int = ROUNDS) -> Iterator[str]:
    """The whole and every pass, for people."""
    whole = best(lambda: [normalise_source(source) for source in sources], rounds)
    passes = by_pass(sources, rounds)
    rest = whole - sum(passes.values())
    yield f"{len(sources)} documents: {len(sources) / whole:.0f} a second"
    for name, seconds in sorted({**passes, "reading, trail": rest}.items(), key=lambda row: -row[1]):
        yield f"  {name:20}{seconds / len(sources) * 1000:>8.3f} ms{seconds / whole:>7.0%}"


def growth(source: Source, rounds: int = 3) -> Iterator[tuple[int, float]]:
    """``(times, share)``: how often a text stands in a document, and its time as a share of that many documents."""
    once = best(partial(normalise_source, source), ROUNDS)
    for times in TIMES:
        long = Source(source.name, (source.data.rstrip() + b"\n\n") * times)
        yield times, best(partial(normalise_source, long), rounds) / times / once


def main() -> None:
    print(*table(seeds()), sep="\n")
    corpus = [Source(page.name, page.data) for page in pages()]
    once = best(lambda: list(map(normalise_source, corpus)), 1)
    print(f"\n{len(corpus)} pages, each once: {len(corpus) / once:.0f} a second")
    print("\na seed in one document over and over: time as a share of as many documents")
    for source in seeds():
        print(f"  {source.name:28}", *(f"{times:>4}×{share:>5.2f}" for times, share in growth(source)))


if __name__ == "__main__":
    main()
