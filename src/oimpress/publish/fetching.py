"""What a run reads: a list that is short in memory, and bytes, asked of a bucket before they are wanted."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, overload

from oimpress.buckets import Address
from oimpress.publish.report import Failure
from oimpress.sources import Source, load

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

BuildInput: TypeAlias = Path | Address | Source | Failure  # a failure: what was named and is not there
Fetched: TypeAlias = tuple[BuildInput, Callable[[], Source]]
TOGETHER = 16  # objects under way


class SourceList(Sequence[BuildInput]):
    """The plan of a run: what is to be read, in its order. Of a path it keeps the words alone."""

    def __init__(self, items: Iterable[BuildInput] = ()) -> None:
        self._items: list[str | Address | Source | Failure] = []
        for item in items:
            self.append(item)

    def append(self, item: BuildInput | str) -> None:
        """Put an item, or the name of a file, behind all others."""
        self._items.append(str(item) if isinstance(item, Path) else item)

    def __len__(self) -> int:
        return len(self._items)

    @property
    def files(self) -> Iterator[str]:
        """The names of those that are files."""
        return (item for item in self._items if isinstance(item, str))

    @overload
    def __getitem__(self, at: int) -> BuildInput: ...
    @overload
    def __getitem__(self, at: slice) -> SourceList: ...
    def __getitem__(self, at: int | slice) -> BuildInput | SourceList:
        if isinstance(at, slice):
            return SourceList(self[each] for each in range(*at.indices(len(self))))
        item = self._items[at]
        return Path(item) if isinstance(item, str) else item


def fetched(items: Iterable[BuildInput]) -> Iterator[Fetched]:
    """Each item with what gives its source, in their order. That raises what ``load`` raises."""
    waiting: deque[Fetched] = deque()
    with ExitStack() as ends:
        threads = cache(partial(_threads, ends))
        for item in items:
            waiting.append((item, _begun(item, threads)))
            while len(waiting) > (TOGETHER if isinstance(item, Address) else 0):
                yield waiting.popleft()
        yield from waiting


def _threads(ends: ExitStack) -> ThreadPoolExecutor:
    """Whoever asks buckets, until all ``ends``."""
    from concurrent.futures import ThreadPoolExecutor

    threads = ThreadPoolExecutor(TOGETHER)
    ends.callback(threads.shutdown, wait=False, cancel_futures=True)
    return threads


def _begun(item: BuildInput, threads: Callable[[], ThreadPoolExecutor]) -> Callable[[], Source]:
    match item:
        case Address():
            return threads().submit(load, item).result
        case Path():
            return partial(load, item)
        case Source():
            return lambda: item
        case Failure(error=error):
            return partial(_refused, error)


def _refused(error: Exception) -> Source:
    raise error
