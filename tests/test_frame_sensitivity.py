"""The report on thresholds sees them, moves them everywhere, and puts them back."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from importlib import import_module

import pytest

from oimpress.passes.finish.foreign import SPANISH
from oimpress.passes.foot import backmatter
from oimpress.passes.head.evidence.asking import QUESTIONS
from oimpress.passes.lines import duplicates, limits
from tools.sensitivity import TESTS
from tools.thresholds import LEAST_COUNTED, NO_THRESHOLDS, SOURCES, Asked, Named, Repeated, Threshold, files, moved
from tools.thresholds import thresholds as of_room

HOLDERS = (limits, duplicates, backmatter)
#: Rooms whose numbers decide about text; in the others they say what is shown, done at once, waited for or refused.
READING = ("digest", "index", "knowledge", "model", "passes", "readers", "typography", "writers")


def found(room: str) -> dict[str, Threshold]:
    return {one.name: one for one in of_room(room)}


def test_a_threshold_is_moved_in_every_module_that_has_it() -> None:
    one = found("lines")["SHORTEST_COPY"]
    assert isinstance(one, Named)
    assert (one.value, moved(one.value)) == (40, (28, 52))
    with one.set_to(52):
        assert {vars(module)["SHORTEST_COPY"] for module in HOLDERS} == {52}
    assert {vars(module)["SHORTEST_COPY"] for module in HOLDERS} == {40}


def test_the_reach_of_an_expression_is_moved_for_all_who_ask_it() -> None:
    one = found("finish")["foreign.SPANISH{1,300}"]
    assert isinstance(one, Repeated)
    assert SPANISH.fullmatch("¿" + "m" * 300 + "?")
    with one.set_to(210):
        assert not SPANISH.fullmatch("¿" + "m" * 300 + "?")
    assert SPANISH.fullmatch("¿" + "m" * 300 + "?")


def test_of_longer_lines_a_question_is_asked() -> None:
    one = found("head")["few_words(60)"]
    assert isinstance(one, Asked)
    before = list(QUESTIONS)
    with one.set_to(78):
        assert [most for most, name, _ in QUESTIONS if name == "few words"] == [78]
    assert before == QUESTIONS


def test_shares_are_moved_as_shares_and_small_numbers_by_one() -> None:
    values = {name: one.value for name, one in found("lines").items()}
    assert moved(values["BROKEN_SHARE"]) == pytest.approx((0.175, 0.325))
    assert moved(values["LEAST_BROKEN"]) == (1, 3)


def test_every_room_that_decides_about_text_is_looked_at() -> None:
    seen = {path for room in TESTS for path in files(room)}
    others = sorted(path for room in READING for path in (SOURCES / room).rglob("*.py") if path not in seen)
    assert {path.stem for path in others} <= {"__init__", "text", "xml"}


def test_what_is_no_threshold_is_a_number_that_is_there() -> None:
    for place in sorted({place for places in NO_THRESHOLDS.values() for place in places}):
        module, _, name = place.partition(": ") if ": " in place else place.rpartition(".")
        held = vars(import_module(f"oimpress.{module}"))
        assert name.split("{")[0].rpartition(".")[2] in held, place


def unnamed(tree: ast.AST) -> Iterator[int]:
    """The lines in which a size is compared with a larger number that has no name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare) and any(
            isinstance(op, ast.Lt | ast.LtE | ast.Gt | ast.GtE) for op in node.ops
        ):
            sides = [node.left, *node.comparators]
            sized = any(ast.unparse(side).startswith("len(") or ast.unparse(side).endswith(".size") for side in sides)
            numbers = (side.value for side in sides if isinstance(side, ast.Constant))
            if sized and any(isinstance(number, int) and number >= LEAST_COUNTED for number in numbers):
                yield node.lineno


def test_no_size_is_compared_with_a_larger_number_without_a_name() -> None:
    rooms = ("knowledge", "passes", "readers", "typography")
    paths = sorted(path for room in rooms for path in (SOURCES / room).rglob("*.py"))
    assert [f"{path}:{line}" for path in paths for line in unnamed(ast.parse(path.read_text("utf-8")))] == []


@pytest.mark.parametrize(
    ("source", "lines"), [("len(a) > 12", [1]), ("3 <= line.size <= 40", [1]), ("len(a) > 3", []), ("year < 2100", [])]
)
def test_an_unnamed_size_is_seen(source: str, lines: list[int]) -> None:
    assert list(unnamed(ast.parse(source))) == lines
