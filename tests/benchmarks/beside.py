"""Ours beside others, and how ours grows: ``python -m tests.benchmarks.beside [RELEASES] [--growth] [--rounds N]``.

Told are CPU seconds, children's included, of a work in a process of its own, with all that it loads; ours and the
other's take turns, and the ratio is the median of the rounds. Who is not installed is named and passed over. With
``--growth`` ours alone is measured at 10, 30, 100 … releases up to RELEASES: the exponent is the slope of the cost
above that of a single release, in logarithms, and what 10⁵ and 10⁶ releases would take follows from the last two.
"""

from __future__ import annotations

import argparse
import math
import os
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from statistics import linear_regression, median
from tempfile import TemporaryDirectory

from tests.benchmarks.peers import GROWING, PEERS, Peer, Work, prepare

SIZES = (10, 30, 100, 300, 1_000, 3_000)
FAR = (100_000, 1_000_000)


def cost(work: Work, folder: Path) -> float:
    """CPU seconds of ``work`` in a new process, with what it loads and whom it starts, without Python's own start."""
    with ProcessPoolExecutor(1, get_context("spawn")) as process:
        return process.submit(_measured, work, folder).result()


def _measured(work: Work, folder: Path) -> float:
    before = used()
    work(folder)
    return used() - before


def used() -> float:
    """CPU seconds of this process and of its children that have ended."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def beside(peer: Peer, folder: Path, rounds: int) -> str:
    """One line: what ours and the other took, and the ratio."""
    pairs = [(cost(peer.ours, folder), cost(peer.theirs, folder)) for _ in range(rounds)]
    ratio = median(one / other for one, other in pairs)
    one, other = (min(each) for each in zip(*pairs, strict=True))
    return f"{peer.work:16}{peer.name:20}{one:8.2f} s{other:8.2f} s{ratio:8.2f}"


def comparison(releases: int, rounds: int) -> Iterator[str]:
    with TemporaryDirectory() as place:
        folder = Path(place)
        prepare(folder, releases)
        yield f"{releases} releases, least of {rounds}; ours, theirs, median of ours : theirs"
        for peer in PEERS:
            yield beside(peer, folder, rounds) if peer.here else f"{peer.work:16}{peer.name:20} is not installed"


def exponent(points: Sequence[tuple[int, float]]) -> float:
    """The slope of cost over number, in logarithms, by least squares; 1 where cost grows as the number does."""
    known = [(math.log(number), math.log(cost)) for number, cost in points if cost > 0]
    return linear_regression([number for number, _ in known], [cost for _, cost in known]).slope


def growth(most: int, works: Sequence[str]) -> Iterator[str]:
    """For each work its cost by the number of releases, the exponent, and hours of CPU on paper."""
    sizes = (1, *(size for size in SIZES if size <= most))
    for name in works:
        costs = [(size, _alone(GROWING[name], size)) for size in sizes]
        first = costs[0][1]
        above = [(size - 1, cost - first) for size, cost in costs[1:]]
        (fewer, less), (more, much) = costs[-2:]
        slope = (much - less) / (more - fewer)
        told = "".join(f"{cost:8.2f}" for _, cost in costs)
        far = "".join(f"{slope * number / 3600:9.2f} h" for number in FAR)
        yield f"{name:12}{told}   exponent {exponent(above):.2f}   {slope * 1000:7.1f} ms a release{far}"


def _alone(work: Work, releases: int) -> float:
    with TemporaryDirectory() as place:
        prepare(Path(place), releases)
        return cost(work, Path(place))


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.beside")
    parser.add_argument("releases", nargs="?", type=int, default=100)
    parser.add_argument("--growth", action="store_true")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--work", action="append", choices=GROWING, help="with --growth: this alone")
    given = parser.parse_args(arguments)
    grown = partial(growth, given.releases, given.work or list(GROWING))
    for line in grown() if given.growth else comparison(given.releases, given.rounds):
        print(line, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
