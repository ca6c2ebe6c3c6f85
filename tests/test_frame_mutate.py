"""The report on changes that no test notices: what it changes, where, and what it says of a module."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCE = '''"""Words."""
LIMIT = 3

def is_small(number: int) -> bool:
    """Whether it is."""
    return number < LIMIT and number != 0

class Case:
    order = ((lambda one: one + 1), 5)

    def name(self) -> str:
        return "a" if self.order else "b"
'''


@pytest.fixture
def mutants(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    monkeypatch.delitem(sys.modules, "mutants", raising=False)
    return import_module("mutants")


def test_one_thing_is_changed_at_a_time(mutants: ModuleType) -> None:
    found = [(one.line, one.what, one.function) for one in mutants.mutants(SOURCE, "x.py")]
    assert found == [
        (2, "3 → 4", None),
        (6, "And → Or", ("is_small", 4)),
        (6, "Lt → LtE", ("is_small", 4)),
        (6, "NotEq → Eq", ("is_small", 4)),
        (6, "0 → 1", ("is_small", 4)),
        (9, "Add → Sub", ("Case.<lambda>", 9)),
        (9, "1 → 2", ("Case.<lambda>", 9)),
        (9, "5 → 6", None),
        (12, "the condition turned", ("Case.name", 11)),
        (12, "'a' → other words", ("Case.name", 11)),
        (12, "'b' → other words", ("Case.name", 11)),
    ]


def test_a_change_does_what_it_says_and_leaves_the_rest(mutants: ModuleType) -> None:
    made = {one.what: one.code for one in mutants.mutants(SOURCE, "x.py")}
    said = {}
    for what, code in made.items():
        room: dict[str, Any] = {"__name__": "x"}
        exec(code, room)
        said[what] = [room["is_small"](number) for number in (0, 2, 3)]
    assert said["Lt → LtE"] == [False, True, True]
    assert said["3 → 4"] == [False, True, True]
    assert said["NotEq → Eq"] == [True, False, False]
    assert said["'a' → other words"] == [False, True, False]


def test_two_functions_in_one_line_are_not_told_apart(mutants: ModuleType) -> None:
    found = [one.function for one in mutants.mutants("BOTH = (lambda a: a + 1), (lambda a: a + 2)\n", "x.py")]
    assert found == [None] * 4


def test_comparisons_are_changed_both_ways(mutants: ModuleType) -> None:
    assert all(mutants.OTHER[other] is one for one, other in mutants.OTHER.items() if one is not ast.FloorDiv)


def test_what_nobody_can_notice_is_a_change_of_a_line_that_is_there(mutants: ModuleType) -> None:
    told = tomllib.loads((ROOT / "tests" / "equivalents.toml").read_text("utf-8"))
    for name, known in told.items():
        source = (ROOT / "src" / "oimpress" / f"{name}.py").read_text("utf-8")
        lines = source.splitlines()
        there = {(lines[one.line - 1].strip(), one.what) for one in mutants.mutants(source, "x.py")}
        assert {(one["line"], change) for one in known for change in one["changes"]} <= there, name


@pytest.mark.parametrize(
    ("module", "tests"),
    [
        ("digest/smtp", ["digest/test_smtp.py", "digest/test_smtp_servers.py"]),
        ("passes/foot/contacts", ["passes/foot/test_contacts.py", "passes/foot/test_contacts_pinned.py"]),
        ("passes/lines/menu", ["passes/lines/test_menu.py"]),
        ("model/nodes/blocks", []),
    ],
)
def test_the_tests_of_a_module_bear_its_name_or_begin_with_it(
    monkeypatch: pytest.MonkeyPatch, module: str, tests: list[str]
) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    mutate = import_module("mutate")
    found = mutate.tests_of(ROOT / "src" / "oimpress" / f"{module}.py")
    assert [Path(one).relative_to(ROOT / "tests").as_posix() for one in found] == tests


@pytest.mark.slow
def test_a_module_is_tried_against_its_own_tests() -> None:
    asked = [sys.executable, "tools/mutate.py", "--most=3", "model/opening.py"]
    done = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False)
    assert re.search(r"\b3 of \d+ changes tried", done.stdout), done.stderr
    assert done.returncode == 0
