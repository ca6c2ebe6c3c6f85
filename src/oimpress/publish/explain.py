"""What became of each line of a source, and why: the trail, told line by line and group by group."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeAlias

from oimpress.model.nodes import Release
from oimpress.model.trail import BETWEEN, Change, Drop, Keep, Step, Trail, retrace
from oimpress.readers.text import LINE_END

Fate: TypeAlias = Literal["kept", "changed", "removed", "blank"]
INLINE = re.compile(r"/(?:em|strong|link|foreign|sup)\[\d+\].*")
WITHIN = re.compile(r"(.*(?:contact|fact|row)\[\d+\]|head/dateline)(?:/.*)?")  # shown whole


class Part(NamedTuple):
    """A stretch of a source line and the step that accounts for it.

    ``text`` is as in the source; it is empty for what a rule put in, for an attribute worked out from the text beside
    it, and for a line end that became something else.
    """

    text: str
    step: Step

    @property
    def told(self) -> bool:
        """Whether it says something of the line's text: it is no line end between blocks and no attribute."""
        step = self.step
        return step.rule != BETWEEN and (isinstance(step, Drop) or "@" not in step.path)


@dataclass(slots=True)
class LineFate:
    """One source line: its number from 1 and its parts in order."""

    number: int
    parts: list[Part] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The line as the source has it, without its end."""
        return "".join(part.text for part in self.parts)

    @property
    def told(self) -> list[Step]:
        """The steps on the line's text, and on its end where that became something else."""
        return [part.step for part in self.parts if part.told]

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
        return codes_of(self.told)


def codes_of(steps: Iterable[Step]) -> tuple[str, ...]:
    """The codes of the rules behind ``steps``, each once."""
    return tuple(dict.fromkeys(code for step in steps for code in step.rule.split("+")))


def line_fates(release: Release, trail: Trail) -> Iterator[LineFate]:
    """The source's lines with their fates; a step over several lines stands at each of them, cut to the line.

    Raises InvalidRelease when the trail does not fit the release.
    """
    line = LineFate(1)
    for before, step in retrace(release, trail):
        if not before:
            line.parts.append(Part("", step))
            continue
        at = 0
        for end in LINE_END.finditer(before):
            _extend(line, before[at : end.start()], step)
            if isinstance(step, Change) and end.start() == at:
                line.parts.append(Part("", step))
            yield line
            line = LineFate(line.number + 1)
            at = end.end()
        _extend(line, before[at:], step)
    if line.parts:
        yield line


def _extend(line: LineFate, text: str, step: Step) -> None:
    if text:
        line.parts.append(Part(text, step))


@dataclass(frozen=True, slots=True)
class Group:
    """Lines next to each other that share one fate: they became one block, or the same rules removed them.

    ``blocks`` are the paths of the blocks, fields, contacts and facts they stand in, ``rules`` all that touched them.
    """

    lines: tuple[LineFate, ...]

    @property
    def fate(self) -> Fate:
        fates = {line.fate for line in self.lines}
        return next((fate for fate in ("changed", "kept", "removed") if fate in fates), "blank")

    @property
    def blocks(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(block_of(place) for line in self.lines for place in line.places))

    @property
    def steps(self) -> list[Step]:
        """All steps on the lines, attributes too, each once."""
        steps = [part.step for line in self.lines for part in line.parts if part.step.rule != BETWEEN]
        return [step for at, step in enumerate(steps) if not at or step is not steps[at - 1]]

    @property
    def rules(self) -> tuple[str, ...]:
        return codes_of(self.steps)

    @property
    def span(self) -> tuple[int, int]:
        """The numbers of the first and the last line."""
        return self.lines[0].number, self.lines[-1].number


def groups(lines: Iterable[LineFate]) -> Iterator[Group]:
    """The lines in groups; blank lines close a group unless it goes on behind them."""
    open_lines: list[LineFate] = []
    blanks: list[LineFate] = []
    for line in lines:
        if line.fate == "blank":
            blanks.append(line)
        elif open_lines and _belongs(line, open_lines[-1]):
            open_lines += [*blanks, line]
            blanks = []
        else:
            yield from _closed(open_lines, blanks)
            open_lines, blanks = [line], []
    yield from _closed(open_lines, blanks)


def _closed(*runs: list[LineFate]) -> Iterator[Group]:
    yield from (Group(tuple(run)) for run in runs if run)


def _belongs(line: LineFate, last: LineFate) -> bool:
    if line.fate == "removed" or last.fate == "removed":
        return line.fate == last.fate and line.rules == last.rules
    return bool({block_of(place) for place in line.places} & {block_of(place) for place in last.places})


def block_of(path: str) -> str:
    """The path of the block, field, contact or fact in which ``path`` stands."""
    whole = WITHIN.fullmatch(path)
    return whole[1] if whole else INLINE.sub("", path.partition("/@")[0])
