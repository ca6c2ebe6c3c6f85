"""What the tests of thresholds share: a boundary, and which of them do not tell where their threshold stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple, TypeAlias

from oimpress.passes.wordings import said_in
from tools.thresholds import Threshold, moved, thresholds

Way: TypeAlias = Literal["fullmatch", "match", "search"]


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


def reach(
    name: str,
    most: int,
    pattern: re.Pattern[str],
    text: str,
    how: Way = "fullmatch",
    fill: str = "m",
) -> Boundary:
    """The boundary of an expression that finds ``text`` with so many ``fill`` for its ``…``, and not with one more."""
    return Boundary(name, most, most + 1, lambda size: bool(getattr(pattern, how)(text.replace("…", fill * size))))


def wording(name: str, most: int, room: str, text: str, how: Way = "fullmatch") -> Boundary:
    """The same of a wording of ``room`` such as « greeting{0,40} »."""
    key = name.partition("{")[0]
    return Boundary(
        name, most, most + 1, lambda size: bool(getattr(said_in(room, key), how)(text.replace("…", "m" * size)))
    )


def called(room: str) -> dict[str, Threshold]:
    """The thresholds of a room by their names, with their module's where two have one name."""
    every = list(thresholds(room))
    count = Counter(one.name for one in every)
    return {one.name if count[one.name] == 1 else ".".join(one.place.split(".")[-2:]): one for one in every}


def names(room: str) -> list[str]:
    """The names of all thresholds of a room, as ``./dev sensitivity`` knows it."""
    return sorted(called(room))


def blind(room: str, boundaries: tuple[Boundary, ...]) -> Iterator[str]:
    """The boundaries that part two answers wherever their threshold is moved to, by 30 % down or up."""
    every = called(room)
    for boundary in (each for each in boundaries if each.name in every):
        one = every[boundary.name]
        for value in moved(one.value):
            with one.set_to(value):
                if boundary.parts():
                    yield f"{boundary.name} = {value}"
