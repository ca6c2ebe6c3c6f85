"""What the tests of thresholds share: a boundary, and the names of all the thresholds of a room."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import oimpress


class Boundary(NamedTuple):
    """What is measured as ``one`` is read otherwise than what is measured as ``other``."""

    name: str
    one: int
    other: int
    read: Callable[[int], object]


def limits(room: str) -> Iterator[str]:
    """The names of the thresholds of a room, such as ``passes/lines``."""
    tree = ast.parse((Path(oimpress.__path__[0]) / room / "limits.py").read_text("utf-8"))
    for node in tree.body:
        if isinstance(node, ast.Assign):
            yield from (name.id for name in ast.walk(node.targets[0]) if isinstance(name, ast.Name))
