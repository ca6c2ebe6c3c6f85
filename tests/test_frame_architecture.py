"""docs/architecture.md says what stands: its rooms, the passes in their order, and every file that it names."""

from __future__ import annotations

import ast
import re
import tomllib
from itertools import chain
from pathlib import Path

from oimpress.model.house import PRESS
from oimpress.passes.profiles import PROFILES

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ROOT / "src" / "oimpress"
PAGE = (ROOT / "docs" / "architecture.md").read_text("utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
NAME = re.compile(r"`([^`\n]+)`")


def first_column(head: str) -> list[list[str]]:
    """The names in each row of the table that begins with ``head``."""
    table = PAGE.partition(f"| {head} |")[2].partition("\n\n")[0]
    return [NAME.findall(row.split("|")[1]) for row in table.split("\n")[2:]]


def test_rooms_stand_as_import_linter_keeps_them() -> None:
    (rooms,) = [one for one in PROJECT["tool"]["importlinter"]["contracts"] if one["id"] == "rooms"]
    layers = [set(re.findall(r"oimpress\.(\w+)", layer)) for layer in rooms["layers"]]
    assert [set(names) for names in first_column("room")] == layers


def test_no_room_is_left_out() -> None:
    said = {*chain.from_iterable(first_column("room")), *NAME.findall(PAGE)}
    folders = {path.name for path in SOURCES.iterdir() if (path / "__init__.py").exists()}
    modules = {path.stem for path in SOURCES.glob("*.py") if not path.name.startswith("__")}
    assert sorted((folders | modules) - said) == []


def test_passes_stand_in_the_order_in_which_they_run() -> None:
    profile = PROFILES[PRESS]
    order = [*(step.name for step in profile.structure), *(step.name for step in profile.finish)]
    assert list(chain.from_iterable(first_column("pass"))) == order


def test_every_file_that_it_names_is_there() -> None:
    named = [word for word in NAME.findall(PAGE) if re.fullmatch(r"[\w./-]*/[\w./-]*|[\w-]+\.(?:py|toml)", word)]
    places = (ROOT, SOURCES, SOURCES / "typography")
    assert [word for word in named if not any((place / word).exists() for place in places)] == []


def long_functions(path: Path) -> list[str]:
    """The functions of a file that take more than forty lines."""
    functions = (node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.FunctionDef))
    sizes = ((one.name, (one.end_lineno or one.lineno) - one.lineno + 1) for one in functions)
    return [f"{path.relative_to(ROOT)}: {name} has {size} lines" for name, size in sizes if size > 40]


def test_no_function_is_over_forty_lines_and_no_file_over_three_hundred() -> None:
    files = sorted(SOURCES.rglob("*.py"))
    assert [line for path in files for line in long_functions(path)] == []
    assert [path for path in files if len(path.read_text("utf-8").splitlines()) > 300] == []
