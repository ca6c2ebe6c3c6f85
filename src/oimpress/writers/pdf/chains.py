"""Steps that wait for each other, done beside steps that wait for none, so that no process is idle for them."""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from typing import Generic, TypeAlias, TypeVar

from oimpress.writers import WorkStep, WorkSteps

T = TypeVar("T")
LinkedSteps: TypeAlias = Generator[WorkStep | None, bytes | None, T]  # gives a step and is sent its result; None waits


class Chain(Generic[T]):
    """Steps, each of which depends on the results of those before it, and what comes of them all."""

    def __init__(self, links: LinkedSteps[T]) -> None:
        self._links = links
        self._next: WorkStep | None = None
        self._under_way = False
        self._ended: list[T] = []

    def step(self) -> WorkStep | None:
        """The step to be done now, if there is one; its result is to be taken."""
        if not (self._under_way or self._next or self._ended):
            self._go_on(None)
        step, self._next = self._next, None
        self._under_way = self._under_way or step is not None
        return step

    def take(self, result: bytes) -> None:
        """Go on with the ``result`` of the step that is under way."""
        self._under_way = False
        self._go_on(result)

    def end(self, steps: WorkSteps) -> T:
        """What comes of them all, when the rest of them is done."""
        while not self._ended:
            if step := self.step():
                (result,) = steps([step])
                self.take(result)
        return self._ended[0]

    def _go_on(self, result: bytes | None) -> None:
        try:
            self._next = self._links.send(result)
        except StopIteration as end:
            self._ended.append(end.value)


def beside(chain: Chain[T], others: Iterable[WorkStep], steps: WorkSteps) -> Iterator[bytes]:
    """The results of ``others`` in their order, while as much of the ``chain`` is done as can be."""
    linked: deque[bool] = deque()  # of each step that is under way, whether it is one of the chain

    def handed_out() -> Iterator[WorkStep]:
        for other in others:
            if step := chain.step():
                linked.append(True)
                yield step
            linked.append(False)
            yield other

    for result in steps(handed_out()):
        if linked.popleft():
            chain.take(result)
        else:
            yield result


def between(chain: Chain[T], turns: int, others: Sequence[WorkStep], steps: WorkSteps) -> list[bytes]:
    """The results of ``others``, which are handed out evenly with the first ``turns`` steps of the ``chain``."""
    made: list[bytes] = []
    share = max(-(-len(others) // max(turns, 1)), 1)
    for first in range(0, len(others), share):
        linked = [step] if (step := chain.step()) else []
        results = list(steps([*linked, *others[first : first + share]]))
        if linked:
            chain.take(results.pop(0))
        made += results
    return made
