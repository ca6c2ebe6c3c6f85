"""What became of each line of a source, and why: the trail, told line by line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from oimpress.model.nodes import Release
from oimpress.model.trail import BETWEEN, Change, Drop, Keep, Step, Trail, retrace
from oimpress.readers.text import LINE_END

Fate: TypeAlias = Literal["kept", "changed", "removed", "blank"]


@dataclass(slots=True)
class LineFate:
    """One source line: its number from 1, its text, and the steps that account for it, in order.

    A step over several lines stands at each of them, cut to the line.
    """

    number: int
    text: str = ""
    steps: list[Step] = field(default_factory=list)

    @property
    def told(self) -> list[Step]:
        """The steps on the line's text: without its end, and without attributes worked out from it."""
        return [
            step for step in self.steps if step.rule != BETWEEN and (isinstance(step, Drop) or "@" not in step.path)
        ]

    @property
    def fate(self) -> Fate:
        """What happened to the line as a whole."""
        if not self.told:
            return "blank"
        if all(isinstance(step, Drop) for step in self.told):
            return "removed"
        return "kept" if all(isinstance(step, Keep) for step in self.told) else "changed"

    @property
    def places(self) -> tuple[str, ...]:
        """Where in the release the line's text stands, each place once."""
        return tuple(dict.fromkeys(step.path for step in self.told if not isinstance(step, Drop)))

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules that placed, changed or removed it, each once."""
        codes = [code for step in self.told for code in step.rule.split("+")]
        return tuple(dict.fromkeys(codes))


def line_fates(release: Release, trail: Trail) -> Iterator[LineFate]:
    """The source's lines with their fates. Raises InvalidRelease when the trail does not fit the release."""
    line = LineFate(1)
    for before, step in retrace(release, trail):
        if not before:
            line.steps.append(step)
            continue
        at = 0
        for end in LINE_END.finditer(before):
            _extend(line, before[at : end.start()], step)
            if isinstance(step, Change) and end.start() == at:
                line.steps.append(step)  # a line end that became a space
            yield line
            line = LineFate(line.number + 1)
            at = end.end()
        _extend(line, before[at:], step)
    if line.text or line.steps:
        yield line


def _extend(line: LineFate, part: str, step: Step) -> None:
    if not part:
        return
    line.text += part
    match step:
        case Drop(rule):
            line.steps.append(Drop(rule, part))
        case Keep() | Change():
            line.steps.append(step)
