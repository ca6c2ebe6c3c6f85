"""How much memory an archive takes, release after release: ``python -m tests.publish.memory read|normalise FOLDER``."""

from __future__ import annotations

import gc
import json
import sys
import tracemalloc
from collections.abc import Iterable, Iterator
from pathlib import Path

from oimpress.notices import Notice
from oimpress.publish.build import normalise_files, read_all
from oimpress.publish.report import Output, ReadRelease, Report
from oimpress.sources import Source

RELEASES = 21
LINES = 80
MEASURED = (10, 20)


class Gauge(Report):
    """Notes how much memory is in use at the sources of ``MEASURED``, and nothing else."""

    def __init__(self) -> None:
        self.read = 0
        self.held: list[int] = []

    def note_source(self, reading: ReadRelease) -> None:
        if self.read in MEASURED:
            gc.collect()
            self.held.append(tracemalloc.get_traced_memory()[0])
        self.read += 1

    def note_output(self, output: Output, notices: Iterable[Notice] = ()) -> None:
        assert output.size


def differing() -> Iterator[Source]:
    """Sources of many short lines, none of which comes again: what is remembered of lines soon finds its size."""
    for number in range(RELEASES):
        name = f"{number}.txt"
        lines = "".join(f"Abri {name} {line}\nTél. : +41 22 717 9{line:03}\n" for line in range(LINES))
        text = f"Titre {number}\nNiger - L'OIM aide {number} familles.\n" + "Un paragraphe de plus, ici.\n" * 60 + lines
        yield Source(name, text.encode())


def main(way: str, folder: str) -> None:
    """Print the bytes held at the releases of ``MEASURED``, as a JSON list."""
    gauge = Gauge()
    tracemalloc.start()
    if way == "read":
        for reading in read_all(differing(), "press-fr", gauge):
            gauge.note_source(reading)
    else:
        normalise_files(differing(), Path(folder), "press-fr", gauge)
    print(json.dumps(gauge.held))


if __name__ == "__main__":
    main(*sys.argv[1:])
