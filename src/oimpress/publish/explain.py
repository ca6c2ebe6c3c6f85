"""What became of each line of a source, and why: the trail, told line by line and group by group."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple, TypeAlias

from oimpress.model.draft import LINE_END
from oimpress.model.nodes import Release
from oimpress.model.traced import GIVEN
from oimpress.model.trail import BETWEEN, Change, Drop, Keep, Step, Trail, retrace
from oimpress.patterns import lazy
from oimpress.records import record

Fate: TypeAlias = Literal["kept", "changed", "removed", "blank"]
INLINE = lazy(r"/(?:em|strong|link|foreign|sup)\[\d+\].*")
WITHIN = lazy(r"(.*(?:contact|fact|row)\[\d+\]|head/dateline)(?:/.*)?")  # shown whole


class LinePart(NamedTuple):
    """A stretch of a source line and the step that accounts for it.

    ``text`` is as in the source; it is empty for what a rule put in, for an attribute worked out from the text beside
    it, and for a line end that became something else.
    """

    text: str
    step: Step

    @property
    def told(self) -> bool:
        """Whether it says something of the line, and not of a line end, of what was worked out or given."""
        step = self.step
        if isinstance(step, Drop):
            return step.rule != BETWEEN
        return bool(self.text) or ("@" not in step.path and step.rule != GIVEN)


@dataclass(slots=True)
class LineFate:
    """One source line: its number from 1 and its parts in order."""

    number: int
    parts: list[LinePart] = field(default_factory=list)

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
    def goes_on(self) -> bool:
        """Whether its end became a space: the next line belongs to the same paragraph."""
        last = self.parts[-1] if self.parts else None
        return last is not None and not last.text and isinstance(last.step, Change) and last.told

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
            line.parts.append(LinePart("", step))
            continue
        at = 0
        for end in LINE_END.finditer(before):
            _extend(line, before[at : end.start()], step)
            if isinstance(step, Change) and end.start() == at:
                line.parts.append(LinePart("", step))
            yield line
            line = LineFate(line.number + 1)
            at = end.end()
        _extend(line, before[at:], step)
    if line.parts:
        yield line


def _extend(line: LineFate, text: str, step: Step) -> None:
    if text:
        line.parts.append(LinePart(text, step))


class ToldChange(NamedTuple):
    """The same change, several ``times`` over. ``field`` is the attribute it filled; a removal has no ``after``."""

    rule: str
    before: str
    after: str
    field: str
    times: int


def told_edits(steps: Iterable[Step]) -> tuple[ToldChange, ...]:
    """What was removed or changed in ``steps``, alike things told once, in the order of their first time."""
    counts: dict[tuple[str, str, str, str], int] = {}
    for step in steps:
        match step:
            case Drop(rule, text):
                key = (rule, text, "", "")
            case Change(rule, path, _, before, after):
                key = (rule, before, after, path.partition("@")[2])
            case Keep():
                continue
        counts[key] = counts.get(key, 0) + 1
    return tuple(ToldChange(*key, count) for key, count in counts.items())


@record
class Group:
    """Lines next to each other that share one fate: they became one block, or the same rules removed them.

    ``worked_out`` are the attributes of the blocks that begin here.
    """

    lines: tuple[LineFate, ...]
    worked_out: tuple[Step, ...] = ()

    @property
    def fate(self) -> Fate:
        fates = {line.fate for line in self.lines}
        return next((fate for fate in ("changed", "kept", "removed") if fate in fates), "blank")

    @property
    def blocks(self) -> tuple[str, ...]:
        """The paths of the blocks, fields, contacts and facts the lines stand in."""
        return tuple(dict.fromkeys(block_of(place) for line in self.lines for place in line.places))

    @property
    def steps(self) -> list[Step]:
        """All steps on the lines and their blocks, each once."""
        steps = [step for line in self.lines for step in line.told]
        return [*(step for at, step in enumerate(steps) if not at or step is not steps[at - 1]), *self.worked_out]

    @property
    def rules(self) -> tuple[str, ...]:
        """All that placed, changed or removed the lines, each once."""
        return codes_of(self.steps)

    @property
    def edits(self) -> tuple[ToldChange, ...]:
        """What was removed or changed, alike things told once."""
        return told_edits(self.steps)

    @property
    def span(self) -> tuple[int, int]:
        """The numbers of the first and the last line."""
        return self.lines[0].number, self.lines[-1].number


def explained(release: Release, trail: Trail) -> list[Group]:
    """The source in groups, in its order. Raises InvalidRelease when the trail does not fit the release."""
    lines = list(line_fates(release, trail))
    worked_out: dict[str, list[Step]] = {}
    for part in (part for line in lines for part in line.parts):
        if not part.told and not isinstance(part.step, Drop) and "@" in part.step.path:
            worked_out.setdefault(block_of(part.step.path), []).append(part.step)
    return [
        replace(group, worked_out=tuple(step for block in group.blocks for step in worked_out.pop(block, ())))
        for group in _groups(lines)
    ]


def _groups(lines: Iterable[LineFate]) -> Iterator[Group]:
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
