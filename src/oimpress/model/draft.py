"""A release in the making: what is recognised so far, and the flow of lines nobody has claimed yet."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby
from operator import is_
from typing import NamedTuple, TypeAlias

from oimpress.model.house import ANY_HOUSE, House
from oimpress.model.nodes import Block, Blocks, Break, Inline, Inlines, Release, Section, Text
from oimpress.model.runs import flatten
from oimpress.model.traced import Traced, join
from oimpress.patterns import lazy
from oimpress.records import record

# A line ends where Unicode says so (UAX 14: BK, CR, LF, NL).
LINE_END = lazy("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")


LETTERHEAD = "letterhead"  # a mark of lines that a head sets down behind the text: how to reach who issues it

SUBJECT = "subject"  # a mark of the line of a mail that says its subject
ONLINE = "online"  # a mark of a line that is nothing but the day on which a page was published, for machines too
SUBJECT_ALONE = "subject alone"  # a mark of a mail's subject that no line of it says


@dataclass(slots=True)  # made by the thousand: frozen, each would cost five times as much
class Line:
    """One line of the source, or several joined to a paragraph; not yet a block. Never changed once it is made.

    ``number`` counts from 1, ``last`` is the number of its last source line, ``gap`` says how many blank lines stand
    before it, ``ending`` is the stretch of the source that the line break after it takes up, ``tag`` how many columns
    of a broken tag were taken off its head.
    ``level`` is 1 to 9 for a line that the source's markup calls a heading, 0 for any other; ``marks`` are the other
    things the markup says of it: ``bold``, ``title``, ``kicker``, ``subtitle``, ``standfirst``, ``date``.
    """

    children: Inlines
    number: int
    last: int
    gap: int = 0
    ending: tuple[int, int] = (0, 0)
    tag: int = 0
    level: int = 0
    marks: frozenset[str] = frozenset()
    text: Traced = field(init=False, compare=False, repr=False)  # the run of the line
    plain: str = field(init=False, compare=False, repr=False)  # the same, as an ordinary string

    def __post_init__(self) -> None:
        text = flatten(self.children)
        self.text = text if isinstance(text, Traced) else join((text,))
        self.plain = str(text)

    @property
    def where(self) -> str:
        """The place in the source, for notices."""
        return f"l.{self.number}" if self.number == self.last else f"l.{self.number}-{self.last}"


class LineReading(NamedTuple):
    """How ``words``, a line or a piece of one, were read in ``region``, and with how many points of their own.

    ``losses`` are the points that each label would cost the whole reading, 0 for ``label``; ``seen`` is the evidence.
    """

    where: str
    words: str
    region: str
    label: str
    support: int
    losses: Mapping[str, int]
    seen: frozenset[str]


Flow: TypeAlias = tuple["Line | Block", ...]


@record
class Draft:
    """What passes hand on. ``release`` has an empty body until the flow is settled; ``house`` is whose it is.

    ``titles`` are what the source calls itself beside its lines, as a page's ``<title>`` does; ``pins`` what a person
    says that lines are, label -> their words. ``readings`` say how lines were read, and what else they could be.
    ``signature`` is what stood below the mark of a mail's signature: how to reach its sender, or nothing of it.
    ``characters`` are the source's text, in which offsets count. ``encloses`` is true of the text of a mail to which
    documents are attached.
    """

    release: Release
    flow: Flow = ()
    house: House = ANY_HOUSE
    titles: tuple[str, ...] = ()
    pins: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    readings: tuple[LineReading, ...] = ()
    signature: Flow = ()
    characters: str = field(default="", repr=False)
    encloses: bool = False

    def lines(self) -> Iterator[tuple[int, Line]]:
        """The lines of the flow with their positions."""
        return ((at, item) for at, item in enumerate(self.flow) if isinstance(item, Line))

    def grouped(self) -> Iterator[list[Line] | Block]:
        """The lines that follow each other, together, and each block."""
        for are_lines, items in groupby(self.flow, lambda item: isinstance(item, Line)):
            if are_lines:
                yield lines_of(items)
            else:
                yield from (item for item in items if not isinstance(item, Line))

    def without(self, positions: Container[int]) -> Draft:
        """The draft without what stands at these positions of the flow; blanks above that stay."""
        flow: list[Line | Block] = []
        gap = 0
        for at, item in enumerate(self.flow):
            if at in positions:
                gap = max(gap, item.gap if isinstance(item, Line) else 0)
                continue
            flow.append(replace(item, gap=gap) if isinstance(item, Line) and gap > item.gap else item)
            gap = 0
        return replace(self, flow=tuple(flow))

    def replaced(self, changed: Mapping[int, Line | Block]) -> Draft:
        """The draft with another line or block at some positions of the flow."""
        return replace(self, flow=tuple(changed.get(at, item) for at, item in enumerate(self.flow)))

    def with_fields(self, flow: Flow | None = None, **fields: object) -> Draft:
        """The draft with another flow, and with ``fields`` of its release replaced."""
        release = replace(self.release, **fields) if fields else self.release  # type: ignore[arg-type]
        flow = self.flow if flow is None else flow
        same = release is self.release and len(flow) == len(self.flow) and all(map(is_, flow, self.flow))
        return self if same else replace(self, release=release, flow=flow)


def line_at(characters: str, offset: int) -> int:
    """The number of the source line in which ``offset`` stands, from 1."""
    return 1 + sum(1 for _ in LINE_END.finditer(characters, 0, max(offset, 0)))


def lines_of(items: Iterable[object]) -> list[Line]:
    """The lines among ``items``."""
    return [item for item in items if isinstance(item, Line)]


def words_of(item: object) -> str:
    """What a line says, without the blanks around; nothing where ``item`` is none."""
    return item.plain.strip() if isinstance(item, Line) else ""


def nested(blocks: Iterable[tuple[int, Block]]) -> Blocks:
    """``blocks``, each with its heading's level or 0: a heading's section takes in what follows, up to its equal."""
    held: list[list[Block]] = [[]]
    open_sections: list[tuple[int, Section]] = []

    def close() -> None:
        _, section = open_sections.pop()
        inside = held.pop()
        held[-1].append(replace(section, blocks=(*section.blocks, *inside)))

    for level, block in blocks:
        while level and open_sections and open_sections[-1][0] >= level:
            close()
        if level and isinstance(block, Section):
            open_sections.append((level, block))
            held.append([])
        else:
            held[-1].append(block)
    while open_sections:
        close()
    return tuple(held[0])


def put_by(children: Inlines, rule: str) -> Inlines:
    """``children`` whose text stands where it does because of ``rule``."""
    return tuple(_placed(child, rule) for child in children)


def _placed(child: Inline, rule: str) -> Inline:
    match child:
        case Text(Traced() as value):
            return Text(value.put_by(rule))
        case Text() | Break():
            return child
        case _:
            return replace(child, children=put_by(child.children, rule))
