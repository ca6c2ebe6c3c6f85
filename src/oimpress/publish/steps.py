"""Steps of a publication, each kept and shared out by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from oimpress.publish import keys
from oimpress.publish.cache import StepCache
from oimpress.publish.means import Means, ahead
from oimpress.publish.workers import Workers
from oimpress.writers import WorkStep


def done(steps: Iterable[WorkStep], means: Means) -> Iterator[bytes]:
    """The results of ``steps`` in their order: out of the cache, made here or in other processes."""
    pool = means.pool
    begun = (_begun(step, means.cache, pool) for step in steps)
    return (result() for result in ahead(begun, pool))


def _begun(step: WorkStep, cache: StepCache | None, pool: Workers | None) -> Callable[[], bytes]:
    """Begin a step, and give what waits for its result."""
    key = keys.of_step(step) if cache else ""
    kept = cache.get(key) if cache else None
    if kept is not None:
        found = kept
        return lambda: found
    task = pool.submit(_worked, step) if pool else None
    return lambda: _stored(key, task.result() if task else step(), cache)


def _worked(step: WorkStep) -> bytes:
    return step()


def _stored(key: str, made: bytes, cache: StepCache | None) -> bytes:
    if cache:
        cache.put(key, made)
    return made
