"""What the tests of thresholds share: a boundary, and which of them do not tell where their threshold stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from tools.sensitivity import set_to, thresholds


class Boundary(NamedTuple):
    """What is measured as ``one`` is answered otherwise than what is measured as ``other``: by yes or by no.

    An answer that holds what was measured would differ on both sides wherever the threshold stands.
    """

    name: str
    one: int
    other: int
    read: Callable[[int], bool]

    def parts(self) -> bool:
        """Whether the threshold stands between the two."""
        return self.read(self.one) is not self.read(self.other)


def names(room: str) -> list[str]:
    """The names of all thresholds of a room, as ``./dev sensitivity`` knows it."""
    return sorted(one.name for one in thresholds(room))


def blind(room: str, boundaries: tuple[Boundary, ...]) -> Iterator[str]:
    """The boundaries that part two answers wherever their threshold is moved to, by 30 % down or up."""
    by_name = {boundary.name: boundary for boundary in boundaries}
    for one in (each for each in thresholds(room) if each.name in by_name):
        for value in one.moved():
            with set_to(one, value):
                if by_name[one.name].parts():
                    yield f"{one.name} = {value}"
