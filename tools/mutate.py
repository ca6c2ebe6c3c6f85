"""Which changes of a module its own tests do not notice: ``./dev mutate MODULE [TESTS …]``, such as ``model/runs.py``.

One thing is changed at a time: a comparison, an « and », a number, a word, a condition. The tests are those that mirror
the module, unless others are named. Each change is tried in a fork of this process, which has pytest loaded and nothing
of oimpress, so that it takes as long as the tests themselves. Ends with 1 when fewer than 90 % are noticed.
"""

from __future__ import annotations

import ast
import copy
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import CodeType, ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCES, TESTS = ROOT / "src" / "oimpress", ROOT / "tests"
ENOUGH = 0.9
MOST = 150  # changes tried of a module, spread over it
LONGEST = 60  # seconds that the tests may take with a change: longer is an endless loop, and noticed
OTHER: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.FloorDiv: ast.Mult,
}  # fmt: skip
Change = Callable[[ast.AST], None]


def changes(node: ast.AST) -> Iterator[tuple[str, Change]]:
    """What can be changed in one node: its name for people, and what does it to a copy of the node."""
    match node:
        case ast.Compare(ops=[op]) if type(op) in OTHER:
            yield f"{type(op).__name__} → {OTHER[type(op)].__name__}", lambda one: _set(one, "ops", [OTHER[type(op)]()])
        case ast.BoolOp(op=op) | ast.BinOp(op=op) if type(op) in OTHER:
            yield f"{type(op).__name__} → {OTHER[type(op)].__name__}", lambda one: _set(one, "op", OTHER[type(op)]())
        case ast.Constant(value=bool() as value):
            yield f"{value} → {not value}", lambda one: _set(one, "value", not value)
        case ast.Constant(value=int() as value):
            yield f"{value} → {value + 1}", lambda one: _set(one, "value", value + 1)
        case ast.Constant(value=str() as value) if value:
            yield f"{value[:20]!r} → other words", lambda one: _set(one, "value", f"X{value}X")
        case ast.If(test=test) | ast.IfExp(test=test):
            yield "the condition turned", lambda one: _set(one, "test", ast.UnaryOp(ast.Not(), copy.deepcopy(test)))


def _set(node: ast.AST, field: str, value: object) -> None:
    setattr(node, field, value)


def places(tree: ast.AST) -> Iterator[ast.AST]:
    """The nodes that say what the module does: no annotations, docstrings, imports or asserts."""
    for field, value in ast.iter_fields(tree):
        if field in ("annotation", "returns", "decorator_list") or isinstance(tree, ast.JoinedStr):
            continue
        for child in value if isinstance(value, list) else [value]:
            match child:
                case ast.Expr(value=ast.Constant()) | ast.Import() | ast.ImportFrom() | ast.Assert():
                    continue
                case ast.AnnAssign(annotation=ast.Name(id="TypeAlias")):
                    continue
                case ast.AST():
                    yield child
                    yield from places(child)


def mutants(source: str) -> Iterator[tuple[int, str, ast.Module]]:
    """Line, name and tree of each change."""
    count = len(list(places(ast.parse(source))))
    for at in range(count):
        original = list(places(ast.parse(source)))[at]
        for number in range(len(list(changes(original)))):
            tree = ast.parse(source)
            node = list(places(tree))[at]
            name, change = list(changes(node))[number]
            change(node)
            yield getattr(node, "lineno", 0), name, ast.fix_missing_locations(tree)


class Changed(MetaPathFinder, Loader):
    """Gives the changed module where it is imported."""

    def __init__(self, name: str, path: Path, code: CodeType) -> None:
        self.name, self.path, self.code = name, path, code

    def find_spec(self, name: str, _path: object, _target: object = None) -> ModuleSpec | None:
        if name != self.name:
            return None
        package = [str(self.path.parent)] if self.path.name == "__init__.py" else None
        spec = ModuleSpec(name, self, origin=str(self.path), is_package=package is not None)
        spec.has_location = True
        if package:
            spec.submodule_search_locations = package
        return spec

    def exec_module(self, module: ModuleType) -> None:
        exec(self.code, vars(module))


def is_noticed(finder: Changed | None, tests: Sequence[str]) -> bool:
    """Whether a test fails with the change, in a process of its own."""
    child = os.fork()
    if not child:
        import signal

        signal.alarm(LONGEST)
        sink = os.open(os.devnull, os.O_WRONLY)
        os.dup2(sink, 1)
        os.dup2(sink, 2)
        if finder:
            sys.meta_path.insert(0, finder)
        os._exit(int(pytest.main(["-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", *tests]) != 0))
    _, status = os.waitpid(child, 0)
    return status != 0


def tests_of(path: Path) -> list[str]:
    """The tests that mirror a module: the file of its name in its room's folder, or in one above."""
    inside = path.relative_to(SOURCES)
    folders = [TESTS / folder for folder in inside.parents]
    found = [file for folder in folders for file in folder.glob(f"test_{path.stem}.py")][:1]
    return [str(file) for file in found]


def main(module: str, *others: str) -> int:
    path = (SOURCES / module).with_suffix(".py")
    tests = list(others) or tests_of(path)
    if not tests:
        print(f"{module}: no tests/…/test_{path.stem}.py; name the tests behind the module")
        return 2
    if is_noticed(None, tests):
        print(f"{' '.join(tests)}: they fail without a change")
        return 2
    name = ".".join(("oimpress", *path.relative_to(SOURCES).with_suffix("").parts)).removesuffix(".__init__")
    every = list(mutants(path.read_text("utf-8")))
    tried = every[:: max(1, -(-len(every) // MOST))]
    survived = 0
    for line, what, tree in tried:
        if not is_noticed(Changed(name, path, compile(tree, str(path), "exec")), tests):
            survived += 1
            print(f"{path.relative_to(ROOT)}:{line}: {what}", flush=True)
    share = 1 - survived / max(len(tried), 1)
    print(f"{module}: {len(tried)} of {len(every)} changes tried, {share:.0%} noticed by {len(tests)} file(s) of tests")
    return int(share < ENOUGH)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
