"""A line that stands alone in a block, taken out: what is left, and what stood before and behind it."""

from __future__ import annotations

from typing import TypeAlias

import pytest

from oimpress.model.nodes import (
    Aside,
    Block,
    Blocks,
    Break,
    Cell,
    Item,
    List,
    Para,
    Preformatted,
    Quote,
    Row,
    Section,
    Table,
    Text,
)
from oimpress.model.runs import plain
from oimpress.passes.unboxed import unboxed


def para(*words: str) -> Para:
    return Para(tuple(part for word in words for part in (Break(), Text(word)))[1:])


def listed(*texts: str, marker: str = "", ordered: bool = False) -> List:
    return List(tuple(Item((para(text),)) for text in texts), ordered, marker)


def table(*rows: tuple[str, ...], caption: str = "") -> Table:
    made = (Row(tuple(Cell((Text(text),) if text else ()) for text in row)) for row in rows)
    return Table(tuple(made), caption=(Text(caption),) if caption else ())


def told(blocks: Blocks | None) -> list[str] | None:
    """Blocks in short: « List: a | b », and what a box has besides."""
    return None if blocks is None else list(map(_told, blocks))


def _told(block: Block) -> str:
    match block:
        case Para(children):
            return plain(children)
        case List(items):
            return "List: " + " | ".join(", ".join(told(item.blocks) or []) for item in items)
        case Quote(blocks):
            return (
                "Quote: "
                + " | ".join(told(blocks) or [])
                + (f" – {plain(block.attribution)}" if block.attribution else "")
            )
        case Aside(blocks):
            return "Aside: " + " | ".join(told(blocks) or []) + (f" ({plain(block.heading)})" if block.heading else "")
        case Section(heading, blocks):
            return f"Section {plain(heading)}: " + " | ".join(told(blocks) or [])
        case Table(rows):
            return "Table: " + " / ".join(" | ".join(plain(cell.children) for cell in row.cells) for row in rows)
        case _:
            return type(block).__name__


Found: TypeAlias = tuple[str, list[str] | None, list[str] | None, list[str] | None] | None


def taken(block: Block, *words: str) -> Found:
    """The line that says one of ``words``, what is left, what stands before it and behind."""
    found = unboxed(block, lambda text: text in (words or ("x",)))
    if not found:
        return None
    before, behind = found.parts or (None, None)
    return plain(found.children), told(found.left), told(before), told(behind)


HEADED = (Text("Titre"),)
SAID_BY = (Text("Awa"),)


@pytest.mark.parametrize(
    ("block", "found"),
    [
        (listed("x"), ("x", [], [], [])),
        (listed("x", "b"), ("x", ["List: b"], [], ["List: b"])),
        (listed("a", "x"), ("x", ["List: a"], ["List: a"], [])),
        (listed("a", "x", "b"), ("x", ["List: a | b"], ["List: a"], ["List: b"])),
        (listed("a", "x", "x"), ("x", ["List: a | x"], ["List: a"], ["List: x"])),
        (listed("a", "b"), None),
        (Quote((para("x"), para("b"))), ("x", ["Quote: b"], [], ["Quote: b"])),
        (Quote((para("a"), para("x"))), ("x", ["Quote: a"], ["Quote: a"], [])),
        (Quote((para("a"), para("x")), SAID_BY), ("x", ["Quote: a – Awa"], ["Quote: a – Awa"], [])),
        (
            Quote((para("a"), para("x"), para("b")), SAID_BY),
            ("x", ["Quote: a | b – Awa"], ["Quote: a"], ["Quote: b – Awa"]),
        ),
        (Quote((para("x"),)), ("x", [], [], [])),
        (Quote((para("x"),), SAID_BY), None),  # the speaker would be left without words
        (Aside((para("x"),), "box"), ("x", [], [], [])),
        (Aside((para("x"),), "box", HEADED), None),
        (Aside((para("x"), para("b")), "box", HEADED), ("x", ["Aside: b (Titre)"], [], ["Aside: b (Titre)"])),
        (
            Aside((para("a"), para("x"), para("b")), "box", HEADED),
            ("x", ["Aside: a | b (Titre)"], ["Aside: a (Titre)"], ["Aside: b"]),
        ),
        (Quote((listed("x"), para("b"))), ("x", ["Quote: b"], None, None)),
        (para("x"), None),
        (Preformatted((Text("x"),)), None),
        (listed("a\nx"), None),
        (List((Item((para("a", "x"),)),)), None),
    ],
)
def test_a_line_of_a_list_or_a_box(block: Block, found: Found) -> None:
    assert taken(block) == found


def test_what_stands_around_a_line_is_no_part_of_its_words() -> None:
    assert taken(listed(" x ", "b")) == (" x ", ["List: b"], [], ["List: b"])
    assert unboxed(List((Item((para("a", "x"),)),)), lambda _: True) is None  # two lines
    both = List((Item((para("x"), para("y"))), Item((para("b"),))))
    assert taken(both) == ("x", ["List: y | b"], None, None)


@pytest.mark.parametrize(
    ("marker", "ordered", "at", "counted"),
    [("1.", True, 1, "3."), ("1.", True, 0, "2."), ("a)", True, 1, "a)"), ("3)", True, 1, "5)"), ("2", False, 1, "2")],
)
def test_a_list_goes_on_counting_behind_a_line_that_was_taken_out(
    marker: str, ordered: bool, at: int, counted: str
) -> None:
    texts = ["a", "b", "c"]
    texts[at] = "x"
    found = unboxed(listed(*texts, marker=marker, ordered=ordered), lambda text: text == "x")
    assert found is not None
    assert found.parts is not None
    (behind,) = found.parts[1]
    assert isinstance(behind, List)
    assert (behind.marker, [block.marker for block in found.parts[0] if isinstance(block, List)]) == (
        counted,
        [marker] * min(at, 1),
    )


@pytest.mark.parametrize(
    ("block", "left"),
    [
        (List((Item((para("a"), listed("b", "x"))), Item((para("c"),)))), ["List: a, List: b | c"]),
        (List((Item((para("a"), listed("x"))),)), ["List: a"]),
        (List((Item((para("a"), para("x"))),)), ["List: a"]),
        (List((Item((listed("x"),)), Item((para("c"),)))), ["List: c"]),
        (List((Item((listed("x"),)),)), []),
        (List((Item((para("a"),)), Item((listed("x"),)), Item((para("c"),)))), ["List: a | c"]),
        (Section(HEADED, (para("a"), para("x"))), ["Section Titre: a"]),
        (Section(HEADED, (para("a"), listed("x"), para("b"))), ["Section Titre: a | b"]),
        (Aside((para("a"), Quote((para("x"), para("b")))), "box"), ["Aside: a | Quote: b"]),
    ],
)
def test_what_stands_deeper_has_no_place_between_parts(block: Block, left: list[str]) -> None:
    assert taken(block) == ("x", left, None, None)


@pytest.mark.parametrize(
    "block",
    [
        Section(HEADED, (para("x"),)),
        Section(HEADED, (listed("x"),)),
        Section(HEADED, (para("a"), Preformatted((Text("x"),)))),
    ],
)
def test_what_is_all_that_a_heading_stands_above_stays(block: Block) -> None:
    assert taken(block) is None


@pytest.mark.parametrize(
    ("block", "found"),
    [
        (table(("x", "b"), ("c", "d")), ("x", ["Table:  | b / c | d"], [], ["Table:  | b / c | d"])),
        (table(("a", "x"), ("c", "d")), ("x", ["Table: a |  / c | d"], None, None)),
        (table(("x", ""), ("c", "d")), ("x", ["Table: c | d"], [], ["Table: c | d"])),
        (table(("", "x"), ("c", "d")), ("x", ["Table: c | d"], [], ["Table: c | d"])),
        (table(("a", "b"), ("c", "x")), ("x", ["Table: a | b / c | "], ["Table: a | b / c | "], [])),
        (table(("a", "b"), ("x", "d")), ("x", ["Table: a | b /  | d"], None, None)),
        (table(("a", "b"), ("", "x")), ("x", ["Table: a | b"], ["Table: a | b"], [])),
        (table(("a", "b"), ("x", ""), ("c", "d")), ("x", ["Table: a | b / c | d"], ["Table: a | b"], ["Table: c | d"])),
        (table(("a", "b"), ("x", ""), ("c", "d"), caption="T"), ("x", ["Table: a | b / c | d"], None, None)),
        (table(("", ""), ("x", ""), ("c", "d")), ("x", ["Table:  |  / c | d"], [], ["Table:  |  / c | d"])),
        (table(("a", "b"), ("x", ""), ("", "")), ("x", ["Table: a | b /  | "], ["Table: a | b /  | "], [])),
        (table(("x",)), ("x", [], [], [])),
        (table(("x",), caption="T"), ("x", ["Table: "], [], ["Table: "])),
        (table(("a", "b")), None),
    ],
)
def test_a_cell_of_a_table(block: Table, found: Found) -> None:
    assert taken(block) == found


def test_a_row_into_which_a_cell_reaches_is_left_though_it_says_nothing() -> None:
    rows = (
        Row((Cell((Text("a"),)), Cell((Text("b"),)))),
        Row((Cell((Text("x"),)), Cell(()))),
        Row((Cell((Text("c"),)),)),
    )
    reaching = Table((rows[0], rows[1], Row((Cell((Text("c"),), rows=2),))))
    assert taken(Table(rows)) == ("x", ["Table: a | b / c"], ["Table: a | b"], ["Table: c"])
    assert taken(reaching) == ("x", ["Table: a | b /  |  / c"], None, None)
