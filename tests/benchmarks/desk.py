"""What somebody waits for at the desk of a large archive: ``python -m tests.benchmarks.desk [SOURCES]``.

A desk of generated texts is started as a program; its pages are asked for before, while and after the archive is read.
"""

from __future__ import annotations

import http.client
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple
from urllib.parse import quote

from tests.benchmarks.scale import archive

PAGES = {
    "first rows": "/",
    "search, one letter": "/?words=c",
    "search, a word": "/?words=soutien",
    "search, three words": "/?words=" + quote("santé région agadez"),
    "by title, page 100": "/?order=title&page=100",
    "one state": "/?state=clean",
    "a release": "/release?source=009000.txt",
}
WATCHED = 60  # seconds of reading that are looked at
ROUNDS = 8


class Answer(NamedTuple):
    seconds: float
    page: str


class Visitor:
    """A browser at the desk of this address."""

    def __init__(self, address: str) -> None:
        self._host, _, query = address.removeprefix("http://").partition("/")
        self._cookie = ""
        connection = http.client.HTTPConnection(self._host)
        connection.request("GET", f"/{query}")
        self._cookie = (connection.getresponse().getheader("set-cookie") or "").partition(";")[0]

    def get(self, path: str) -> Answer:
        begun = time.perf_counter()
        connection = http.client.HTTPConnection(self._host)
        connection.request("GET", path, headers={"cookie": self._cookie})
        answer = connection.getresponse()
        page = answer.read().decode()
        assert answer.status == 200, page[:500]
        return Answer(time.perf_counter() - begun, page)


def told(name: str, seconds: Sequence[float]) -> None:
    ordered = sorted(seconds)
    print(
        f"{name:22} median {statistics.median(ordered) * 1000:5.0f} ms, worst {ordered[-1] * 1000:5.0f} ms", flush=True
    )


def asked(visitor: Visitor, title: str) -> None:
    print(title, flush=True)
    for name, path in PAGES.items():
        told(name, [visitor.get(path).seconds for _ in range(ROUNDS)])


def done(page: str) -> int:
    """How many sources are read by what the page of the archive says."""
    found = re.search(r'<progress max="(\d+)" value="(\d+)"', page)
    return int(found[2]) if found else -1


def measure(work: Path, sources: int) -> None:
    folder = archive(work / "archive", sources)
    command = [sys.executable, "-c", "from oimpress.cli import main; main()", "desk", str(folder), "--no-browser"]
    begun = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as desk:
        assert desk.stdout
        try:
            watch(Visitor(desk.stdout.readline().strip()), begun)
        finally:
            desk.terminate()


def watch(visitor: Visitor, begun: float) -> None:
    while "<tbody>" not in visitor.get("/").page:
        time.sleep(0.02)
    print(f"first rows after {time.perf_counter() - begun:.2f} s, start of the program included", flush=True)
    before, started = done(visitor.get("/").page), time.perf_counter()
    asked(visitor, "while it is read:")
    time.sleep(max(0, WATCHED - (time.perf_counter() - started)))
    after, passed = done(visitor.get("/").page), time.perf_counter() - started
    if after < 0:
        asked(visitor, "when all is read:")
    else:
        print(f"read: {(after - before) / passed:.0f} sources a second", flush=True)


def main() -> None:
    sources = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with TemporaryDirectory() as work:
        measure(Path(work), sources)


if __name__ == "__main__":
    main()
