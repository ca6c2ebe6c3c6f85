"""The bytes of sources: those of a bucket, which take their time to come, are asked for before they are wanted."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import TypeAlias

from oimpress.buckets import Address
from oimpress.publish.report import Failure
from oimpress.sources import Source, load

BuildInput: TypeAlias = Path | Address | Source | Failure  # a failure: what was named and is not there
Fetched: TypeAlias = tuple[BuildInput, Callable[[], Source]]
TOGETHER = 16  # objects under way


def fetched(items: Iterable[BuildInput]) -> Iterator[Fetched]:
    """Each item with what gives its source, in their order. That raises what ``load`` raises."""
    waiting: deque[Fetched] = deque()
    threads = ThreadPoolExecutor(TOGETHER)
    try:
        for item in items:
            waiting.append((item, _begun(item, threads)))
            while len(waiting) > (TOGETHER if isinstance(item, Address) else 0):
                yield waiting.popleft()
        yield from waiting
    finally:
        threads.shutdown(wait=False, cancel_futures=True)


def _begun(item: BuildInput, threads: ThreadPoolExecutor) -> Callable[[], Source]:
    match item:
        case Address():
            return threads.submit(load, item).result
        case Path():
            return partial(load, item)
        case Source():
            return lambda: item
        case Failure(error=error):
            return partial(_refused, error)


def _refused(error: Exception) -> Source:
    raise error
