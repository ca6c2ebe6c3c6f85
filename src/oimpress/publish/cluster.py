"""Work done by a Dask cluster that is there already; its workers may come, go and die at any moment.

A task holds all that it needs and depends on nothing else, so that the scheduler may have it done as often as it
likes: a result is counted once, by whoever waits for it. Workers need no folder of ours but the style's; they must run
the same programs, or their bytes would be others.
"""

from __future__ import annotations

import logging
import platform
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from oimpress.errors import MissingDependency, Unavailable, UsageError
from oimpress.publish import keys
from oimpress.publish.workers import AHEAD, Loading, WorkerDied
from oimpress.records import record

T = TypeVar("T")
SCHEME = "dask://"
REACHED = 10  # seconds until a scheduler has answered
MANNED = 60  # until a first worker is there
RECOUNT = 10  # between two looks how many there are
QUIET = {"logging.distributed": "critical", "distributed.admin.large-graph-warning-threshold": "1 GiB"}


def cluster_at(executor: str) -> Cluster:
    """The cluster that ``dask://HOST:PORT`` names. Raises UsageError."""
    address = executor.removeprefix(SCHEME)
    host, _, port = address.rpartition(":")
    if address == executor or not host or not port.isdecimal():
        raise UsageError("{name}: no such executor; write dask://HOST:PORT, as the scheduler says it", name=executor)
    return Cluster(address)


@record
class ClusterTask(Generic[T]):
    """Work that was handed to the scheduler at ``address``."""

    future: Any  # one of Dask's, whose types are partly written down
    address: str

    def result(self) -> T:
        """What came of it. Raises what it raised, WorkerDied, and Unavailable where the cluster is lost."""
        from distributed import CancelledError, KilledWorker

        try:
            made: T = self.future.result()
        except KilledWorker:
            raise WorkerDied("every worker that took it died") from None
        except (CancelledError, OSError, TimeoutError):
            if self.future.status == "error":  # it is the work's own
                raise
            raise _lost(self.address) from None
        return made


@dataclass(slots=True)
class Cluster:
    """The workers of the scheduler at ``address``, ``HOST:PORT``, which is called with the first task."""

    address: str
    here: bool = field(default=False, init=False)
    _client: Any = field(default=None, init=False)
    _threads: int = field(default=1, init=False)
    _counted: float = field(default=0, init=False)  # when they were

    @property
    def ahead(self) -> int:
        """How many tasks should be handed in before the first result is asked for."""
        if self._client and time.monotonic() - self._counted > RECOUNT:
            with _reached(self.address):
                self._threads = max(1, sum(self._client.nthreads().values()))
            self._counted = time.monotonic()
        return AHEAD * self._threads

    def submit(self, work: Callable[..., T], *given: object) -> ClusterTask[T]:
        """Have ``work``, a function of a module, done with ``given``. Raises Unavailable, UsageError."""
        client = self._called()
        with _reached(self.address):
            return ClusterTask(client.submit(_same, keys.programs(), work, given, pure=False), self.address)

    def expect(self, *loads: Loading) -> None:
        """Nothing: what is loaded here is of no use there."""

    def renew(self, *loads: Loading) -> None:
        """Nothing: workers stay, and load what they need once."""

    def stop(self) -> None:
        """Leave the cluster, which forgets what was not done."""
        if self._client:
            with suppress(OSError, TimeoutError):
                self._client.close(timeout=REACHED)
        self._client = None

    def _called(self) -> Any:
        if self._client is None:
            self._client = _client(self.address)
        return self._client


def _client(address: str) -> Any:
    """A line to the scheduler, some of whose workers are there. Raises Unavailable, UsageError."""
    try:
        import dask
        import distributed
    except ModuleNotFoundError as error:
        raise MissingDependency(
            "{name} is not installed; install oimpress with its extra: pip install 'oimpress[cluster]'", name=error.name
        ) from None
    dask.config.set(QUIET)
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    try:
        called: Any = distributed.Client  # without types
        client = called(f"tcp://{address}", timeout=REACHED, set_as_default=False)
    except (OSError, TimeoutError):
        raise Unavailable(
            "dask://{address}: no scheduler answers there; start one with: dask scheduler", address=address
        ) from None
    try:
        client.wait_for_workers(1, timeout=MANNED)
        _greet(client, address)
    except BaseException as error:
        client.close()
        if isinstance(error, TimeoutError):
            raise Unavailable(
                "dask://{address}: the scheduler has no worker; start some with: dask worker {address}", address=address
            ) from None
        raise
    return client


def _greet(client: Any, address: str) -> None:
    """Refuse the cluster where a worker lacks oimpress, or runs another one. Raises UsageError."""
    with _reached(address):
        found: dict[str, Any] = client.run(_programs, on_error="return")
    for worker, programs in found.items():
        if programs != keys.programs():
            raise _other(worker)


def _programs() -> str:
    return keys.programs()


def _same(programs: str, work: Callable[..., T], given: tuple[object, ...]) -> T:
    """Do it, where the programs are those of whoever asks. Raises UsageError."""
    if programs != keys.programs():
        raise _other(platform.node())
    return work(*given)


def _other(worker: str) -> UsageError:
    return UsageError(
        "{worker}: this worker lacks oimpress, or runs another version of it, of Python or of a library; give all "
        "machines the same",
        worker=worker,
    )


@contextmanager
def _reached(address: str) -> Iterator[None]:
    """Raise Unavailable where the scheduler does not answer."""
    try:
        yield
    except (OSError, TimeoutError):
        raise _lost(address) from None


def _lost(address: str) -> Unavailable:
    return Unavailable(
        "dask://{address}: the cluster is no longer there; what was made is kept, the same command goes on from there",
        address=address,
    )
