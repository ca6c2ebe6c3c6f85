"""Which thresholds of what is read and known no test defends: each is moved by 30 % down and up.

Run by ``./dev sensitivity [ROOM …]``, by default for all rooms; for each move the room's tests are run in this process,
where a constant is moved in every module that has it. Ends with 1 when a threshold is not defended.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, redirect_stdout
from functools import cache
from importlib import import_module
from io import StringIO
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "src" / "oimpress"
BY = 0.3
# The boundaries stand first: where they notice, nothing else is run; of the rest the first test that fails ends a run.
TESTS = {
    "lines": ("lines/test_thresholds.py", "lines", "test_menu.py", "test_furniture.py", "test_learned.py"),
    "body": ("body/test_thresholds.py", "body", "test_body.py"),
    "head": ("head/test_thresholds.py", "head", "test_facts.py", "labelling"),
    "foot": ("foot/test_thresholds.py", "foot", "test_body.py"),
    "finish": ("finish/test_thresholds.py", "test_words.py", "test_accepted.py", "test_order.py"),
    "shared": ("test_thresholds.py", "test_pins.py", "test_body.py"),
    "html": (
        "test_thresholds.py",
        "test_html.py",
        "test_html_inlines.py",
        "test_html_blocks.py",
        "test_fragments.py",
        "test_shells.py",
    ),
    "docx": ("test_thresholds_docx.py", "test_docx.py"),
    "mail": ("test_thresholds_mail.py", "test_mail.py"),
    "pdf": ("test_thresholds_pdf.py", "test_pdf.py", "test_pdf_tags.py"),
    "markdown": ("test_thresholds_markdown.py", "test_markdown.py"),
    "knowledge": ("test_thresholds.py", "test_languages.py", "test_people.py", "test_phones.py", "test_moments.py"),
    "typography": ("test_thresholds.py", "test_rules.py"),
    "index": ("test_thresholds.py", "test_index.py"),
}
FOLDERS = {"shared": "passes"} | {name: name for name in ("knowledge", "typography", "index")}
FOLDERS |= {name: f"readers/{name}" for name in ("html", "docx", "mail", "pdf", "markdown")}
#: What decides nothing that is read: how much is remembered, and looked at by patterns that have bounds of their own;
#: what is too large to be unpacked; the number of a version or of a character.
UNREAD = frozenset({
    "typography.rule.LONG", "typography.releases.SHORT_RUN", "typography.elision.LONGEST_ELISION",
    "typography.rules.initials.LONGEST_TITLE_BEFORE", "typography.rules.score.SCORE_REACH",
    "knowledge.languages.LONGEST_SMALL", "knowledge.garbled.MOST_DECODINGS", "knowledge.signs.PRIVATE",
    "readers.docx.package.LARGEST_PART", "readers.docx.package.LARGEST_TOGETHER", "readers.mail.parts.LARGEST_PART",
    "index.store.VERSION",
})  # fmt: skip


class Threshold(NamedTuple):
    """A number with a name, in the module that defines it."""

    room: str
    module: str
    name: str
    value: int | float

    @property
    def place(self) -> str:
        return f"{self.module.removeprefix('oimpress.')}.{self.name}"

    def moved(self) -> tuple[int | float, int | float]:
        """The value 30 % lower and higher; a whole number by one at least."""
        if isinstance(self.value, float):
            return self.value * (1 - BY), self.value * (1 + BY)
        step = max(1, round(abs(self.value) * BY))
        return self.value - step, self.value + step


def thresholds(room: str) -> Iterator[Threshold]:
    """The named numbers of a room, from 2 on or broken; 0 and 1 are no thresholds."""
    folder = SOURCES / FOLDERS.get(room, f"passes/{room}")
    for path in sorted(folder.glob("*.py") if room == "shared" else folder.rglob("*.py")):
        module = ".".join(("oimpress", *path.relative_to(SOURCES).with_suffix("").parts)).removesuffix(".__init__")
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant | ast.UnaryOp | ast.Tuple):
                targets, values = node.targets[0], node.value
                names = targets.elts if isinstance(targets, ast.Tuple) else [targets]
                numbers = values.elts if isinstance(values, ast.Tuple) else [values]
                for name, number in zip(names, numbers, strict=False):
                    value = _number(number)
                    if isinstance(name, ast.Name) and value not in (None, 0, 1):
                        one = Threshold(room, module, name.id, value)
                        if one.place not in UNREAD:
                            yield one


def _number(node: ast.expr) -> int | float | None:
    """The number that an expression is, a negative one too."""
    try:
        value = ast.literal_eval(node)
    except ValueError:
        return None
    return value if isinstance(value, int | float) else None


@contextmanager
def set_to(one: Threshold, value: int | float) -> Iterator[None]:
    """``one`` moved to ``value``, in its module and in those that took it from there."""
    holders = [
        import_module(one.module),
        *(module for name, module in list(sys.modules.items()) if name.startswith("oimpress.") and _takes(module, one)),
    ]
    try:
        _set(holders, one.name, value)
        yield
    finally:
        _set(holders, one.name, one.value)


def _set(holders: Sequence[ModuleType], name: str, value: int | float) -> None:
    """Give a constant of several modules another value, and forget what was remembered under the one before."""
    for module in holders:
        setattr(module, name, value)
        for known in list(vars(module).values()):
            if hasattr(known, "cache_clear"):
                known.cache_clear()


def _takes(module: ModuleType, one: Threshold) -> bool:
    """Whether a module imports the constant from the one that defines it; another may have the same name."""
    file = getattr(module, "__file__", None)
    return bool(file) and (one.module, one.name) in _taken(Path(str(file)))


@cache
def _taken(path: Path) -> frozenset[tuple[str, str]]:
    """What a file imports by name: from where, and what."""
    nodes = ast.walk(ast.parse(path.read_text("utf-8"))) if path.suffix == ".py" else ()
    taken = (node for node in nodes if isinstance(node, ast.ImportFrom) and node.module)
    return frozenset((str(node.module), alias.name) for node in taken for alias in node.names)


class First:
    """The first test that failed."""

    name = ""

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed and not self.name:
            self.name = report.nodeid


def noticed_by(tests: Sequence[str]) -> str:
    """The first of the tests that fails now; empty when all pass."""
    first = First()
    with redirect_stdout(StringIO()):
        code = pytest.main(["-x", "-q", "-p", "no:cacheprovider", "-p", "no:randomly", *tests], plugins=[first])
    if code not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED):
        raise RuntimeError(f"{' '.join(tests)}: pytest ends with {code!r}; run it to see why")
    return first.name


def main(rooms: Sequence[str]) -> int:
    unseen: list[str] = []
    count = 0
    for room in rooms or TESTS:
        tests = [str(ROOT / "tests" / FOLDERS.get(room, "passes").partition("/")[0] / name) for name in TESTS[room]]
        for one in thresholds(room):
            count += 1
            by = []
            for value in one.moved():
                with set_to(one, value):
                    by.append(noticed_by(tests[:1]) or noticed_by(tests[1:]))
            place = f"{one.place} = {one.value}"
            print(place, *(name.rpartition("/")[2] or "unnoticed" for name in by), sep="  ", flush=True)
            unseen += [place] if not all(by) else []
    print(f"{count} thresholds, {len(unseen)} that can be moved by {BY:.0%} unnoticed", *unseen, sep="\n  ")
    return int(bool(unseen))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
