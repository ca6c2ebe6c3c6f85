"""What a reader sees of a release, a line for each block, to compare readers of documents by."""

from __future__ import annotations

from collections.abc import Iterator

from oimpress.model.nodes import (
    Aside,
    Blocks,
    Break,
    Call,
    Cell,
    Figure,
    Inline,
    Inlines,
    Link,
    List,
    Note,
    Para,
    Preformatted,
    Quote,
    Release,
    Section,
    Superscript,
    Table,
    Text,
)
from oimpress.writers.wording import label

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def outline(release: Release) -> tuple[str, ...]:
    """The lines that :mod:`tests.readers.word_offices` tells of a document."""
    return (f"= {words(release.title)}", *_blocks(release.body, 0))


def words(children: Inlines) -> str:
    """The run on one line, its links and calls marked; spaces as they are keyed."""
    return "".join(map(_word, children)).replace("\u00a0", " ").replace("\u202f", " ")


def _word(child: Inline) -> str:
    match child:
        case Text(value):
            return str(value)
        case Break():
            return " "
        case Link(href, inner):
            return f"[{words(inner)}]({href})"
        case Call(_, inner):
            return f"^{words(inner)}"
        case Superscript(inner):
            return words(inner).translate(RAISED)
        case _:
            return words(child.children)


def _blocks(blocks: Blocks, depth: int) -> Iterator[str]:
    for block in blocks:
        match block:
            case Para(children) | Preformatted(children):
                yield words(children)
            case Section(heading, inner):
                yield f"{'#' * (depth + 1)} {words(heading)}"
                yield from _blocks(inner, depth + 1)
            case List():
                yield from _items(block, 0)
            case Table(rows):
                if block.caption:
                    yield f"! {words(block.caption)}"
                yield from ("".join(f"| {_cell(cell)} " for cell in row.cells).rstrip() for row in rows)
            case Figure(_, _, caption, credit):
                yield f"! {words(caption)} / {words(credit)}".rstrip()
            case Note(children):
                yield f"^{block.id.removeprefix('n')} {words(children)}"
            case Aside(inner, _, heading, attribution):
                yield " ".join(filter(None, (">", words(heading), *_blocks(inner, 0), words(attribution))))
            case Quote(inner, attribution):
                yield " ".join(filter(None, ("»", *_blocks(inner, 0), words(attribution))))


def _cell(cell: Cell) -> str:
    spans = (f"/{cell.columns}" if cell.columns > 1 else "") + (f"\\{cell.rows}" if cell.rows > 1 else "")
    return words(cell.children) + spans


def _items(block: List, depth: int) -> Iterator[str]:
    for number, item in enumerate(block.items, 1):
        said = [inner for inner in item.blocks if not isinstance(inner, List)]
        yield f"{'  ' * depth}{label(block, number)} {' '.join(_blocks(tuple(said), 0))}"
        for inner in item.blocks:
            if isinstance(inner, List):
                yield from _items(inner, depth + 1)
