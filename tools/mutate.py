"""Which changes of a module its own tests do not notice: ``./dev mutate [--most N] MODULE [TESTS …]``.

MODULE is such as ``model/runs.py``. One thing is changed at a time: a comparison, an « and », a number, a word, a
condition; N of them, 150 unless said, spread over the module. The tests are those that mirror it, unless others are
named.

Everything is imported once. A change inside a function is put into it in a fork, which runs the tests that call the
function, quick ones first, up to the first that fails; what no test calls is known to survive. A change outside of
functions is tried where nothing of oimpress was imported yet. What does the same as before, tests/equivalents.toml
names. Ends with 1 when of the others fewer than 90 % are noticed.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import signal
import sys
import threading
import time
import tomllib
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from importlib import import_module
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import CodeType, FrameType, FunctionType, ModuleType
from typing import NamedTuple

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

from mutants import Mutant, Place, functions, mutants

ROOT = Path(__file__).resolve().parent.parent
SOURCES, TESTS = ROOT / "src" / "oimpress", ROOT / "tests"
ENOUGH = 0.9
MOST = 150
PATIENCE = 5  # times as long as the tests take without a change: longer is an endless loop, and noticed
QUIET = ["-q", "-p", "no:cacheprovider", "-p", "no:xdist"]
OURS = ("oimpress", "tests")


def child(work: Callable[[], object], seconds: float) -> object:
    """What ``work`` gives as JSON, done in a process of its own that prints nothing; None when it fails or lasts."""
    out, into = os.pipe()
    process = os.fork()
    if not process:
        signal.alarm(max(1, round(seconds)))
        sink = os.open(os.devnull, os.O_WRONLY)
        os.dup2(sink, 1)
        os.dup2(sink, 2)
        try:
            os.write(into, json.dumps(work()).encode())
        finally:
            os._exit(0)
    os.close(into)
    with open(out, "rb") as answer:
        said = answer.read()
    os.waitpid(process, 0)
    return json.loads(said) if said else None


class Ran(NamedTuple):
    """A test that passes: the functions of the module that it calls, and its seconds."""

    called: list[Place]
    seconds: float


class Repeatable:
    """Hypothesis finds the same each time, and shrinks nothing."""

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection(self) -> None:
        import hypothesis

        phases = (hypothesis.Phase.explicit, hypothesis.Phase.generate)
        checks = [hypothesis.HealthCheck.too_slow]
        hypothesis.settings.register_profile(
            "mutate", deadline=None, derandomize=True, database=None, phases=phases, suppress_health_check=checks
        )
        hypothesis.settings.load_profile("mutate")


class Session:
    """Tries changes inside functions, once pytest has collected the tests."""

    def __init__(self, name: str, path: Path, tried: Sequence[Mutant]) -> None:
        self.name, self.path, self.tried = name, str(path), tried
        self.survivors: list[int] | None = None

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        import_module(self.name)  # the tests may import it when they run
        ran = [self._measured(item) for item in session.items]
        if all(ran) and ran:
            known = sorted(zip(ran, session.items, strict=True), key=lambda one: one[0].seconds if one[0] else 0)
            tests = [(one, item) for one, item in known if one]
            self.survivors = [n for n, one in enumerate(self.tried) if not self._is_noticed(one, tests)]
        return True

    def _measured(self, item: pytest.Item) -> Ran | None:
        """The test run alone without a change; None when it fails."""
        called: set[Place] = set()

        def trace(frame: FrameType, _event: str, _arg: object) -> None:
            if frame.f_code.co_filename == self.path:
                called.add((frame.f_code.co_qualname, frame.f_code.co_firstlineno))

        def run() -> object:
            threading.settrace(trace)
            sys.settrace(trace)
            start = time.perf_counter()
            passed = passes(item)
            sys.settrace(None)
            return [sorted(called), time.perf_counter() - start] if passed else None

        found = child(run, 600)
        return Ran([(name, line) for name, line in found[0]], found[1]) if isinstance(found, list) else None

    def _is_noticed(self, mutant: Mutant, tests: Sequence[tuple[Ran, pytest.Item]]) -> bool:
        chosen = [(ran, item) for ran, item in tests if mutant.function in ran.called]
        if not chosen or not mutant.function:
            return False
        code = dict(functions(mutant.code))[mutant.function]

        def survives() -> bool:
            for one in living(self.path, code):
                one.__code__ = code
            return all(passes(item, 2 + PATIENCE * ran.seconds) for ran, item in chosen)

        return not child(survives, 2 + sum(2 + PATIENCE * ran.seconds for ran, _ in chosen))


def passes(item: pytest.Item, seconds: float = 600) -> bool:
    """Whether a test passes; the process ends when that takes longer."""
    signal.alarm(max(1, round(seconds)))
    before = item.session.testsfailed
    item.ihook.pytest_runtest_protocol(item=item, nextitem=None)  # with all that plug-ins put around a test
    return item.session.testsfailed == before


def living(path: str, code: CodeType) -> Iterator[FunctionType]:
    """The functions that were made of the unchanged ``code``."""
    for one in gc.get_objects():
        if isinstance(one, FunctionType) and one.__code__.co_filename == path:
            there = one.__code__
            if (there.co_qualname, there.co_firstlineno) == (code.co_qualname, code.co_firstlineno):
                yield one


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


class Report(NamedTuple):
    """What was tried, what of it no test noticed, and what none can; ``every`` is how many changes there are."""

    tried: list[Mutant]
    survivors: list[Mutant]
    equal: list[Mutant]
    every: int

    @property
    def share(self) -> float:
        """Of the changes that a test can notice."""
        return 1 - len(self.survivors) / max(len(self.tried) - len(self.equal), 1)


def equivalents(path: Path) -> set[tuple[str, str]]:
    """The changes of the module at ``path`` that do nothing: the line without its indent, and what is changed in it."""
    name = path.relative_to(SOURCES).with_suffix("").as_posix()
    told = tomllib.loads((TESTS / "equivalents.toml").read_text("utf-8"))
    return {(one["line"], change) for one in told.get(name, ()) for change in one["changes"]}


def report(path: Path, tests: Sequence[str], most: int = MOST) -> Report | None:
    """The changes of the module at ``path`` against ``tests``; None when they fail without a change."""
    every = list(mutants(path.read_text("utf-8"), str(path)))
    tried = every[:: max(1, -(-len(every) // most))]
    inner = [one for one in tried if one.function]
    name = ".".join(("oimpress", *path.relative_to(SOURCES).with_suffix("").parts)).removesuffix(".__init__")
    session = Session(name, path, inner)
    options = [*QUIET, *tests]

    def inside() -> object:
        code = pytest.main(options, [Repeatable(), session])
        return [code, session.survivors, [name for name in sys.modules if name.split(".")[0] not in OURS]]

    start = time.perf_counter()
    found = child(inside, 3600)
    seconds = time.perf_counter() - start
    if not isinstance(found, list) or found[1] is None:
        return None
    survivors = [inner[n] for n in found[1]]
    preload(found[2])
    for one in tried:
        finder = Changed(name, path, one.code)
        survivors += [one] if not one.function and child(partial(survives, finder, options), 30 + seconds) else []
    lines, known = path.read_text("utf-8").splitlines(), equivalents(path)
    equal = [one for one in survivors if (lines[one.line - 1].strip(), one.what) in known]
    others = sorted((one for one in survivors if one not in equal), key=lambda one: one.line)
    return Report(tried, others, equal, len(every))


def survives(finder: Changed, options: Sequence[str]) -> bool:
    sys.meta_path.insert(0, finder)
    return pytest.main(["-x", *options], [Repeatable()]) == 0


def preload(names: Sequence[str]) -> None:
    """Import what is not ours of what the tests need."""
    for name in names:
        try:
            import_module(name)
        except Exception:
            continue  # made by hand, or meant for another moment


def tests_of(path: Path) -> list[str]:
    """The tests that mirror a module, in its room's folder or in one above: that of its name, and those it begins."""
    inside = path.relative_to(SOURCES)
    folders = [TESTS / folder for folder in inside.parents]
    named = (sorted(map(str, folder.glob(f"test_{path.stem}.py"))) for folder in folders)
    more = (sorted(map(str, folder.glob(f"test_{path.stem}_*.py"))) for folder in folders)
    return next((one + others for one, others in zip(named, more, strict=True) if one), [])


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="./dev mutate")
    parser.add_argument("module")
    parser.add_argument("tests", nargs="*")
    parser.add_argument("--most", type=int, default=MOST)
    asked = parser.parse_args(arguments)
    path = (SOURCES / asked.module).with_suffix(".py")
    tests = asked.tests or tests_of(path)
    if not tests:
        print(f"{asked.module}: no tests/…/test_{path.stem}.py; name the tests behind the module")
        return 2
    found = report(path, tests, asked.most)
    if found is None:
        print(f"{' '.join(tests)}: they fail without a change")
        return 2
    for one in found.survivors:
        print(f"{path.relative_to(ROOT)}:{one.line}: {one.what}")
    none_can = f", {len(found.equal)} that none can" if found.equal else ""
    print(f"{asked.module}: {len(found.tried)} of {found.every} changes tried{none_can}, {found.share:.0%} noticed")
    return int(found.share < ENOUGH)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
