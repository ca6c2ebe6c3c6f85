"""What ./dev new makes: the line makes it known, and nothing is written over; tests/test_frame_recipes.py runs it."""

from __future__ import annotations

import ast
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = {"pass": "passes.body", "reader": "readers", "writer": "writers", "rule": "typography.rules"}


@pytest.fixture
def new(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    monkeypatch.delitem(sys.modules, "new", raising=False)
    return import_module("new")


@pytest.fixture
def checkout(tmp_path: Path, new: ModuleType) -> Path:
    """The files of a checkout that get a line."""
    for kind in new.KINDS.values():
        for line in kind.lines:
            copy = tmp_path / line.file
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text((ROOT / line.file).read_text("utf-8"), "utf-8")
    return tmp_path


@pytest.mark.parametrize("kind", sorted(PACKAGES))
def test_a_line_makes_it_known(kind: str, new: ModuleType, checkout: Path) -> None:
    told = new.make(kind, "fresh", checkout)
    for line in new.KINDS[kind].lines:
        text = (checkout / line.file).read_text("utf-8")
        ast.parse(text)
        assert line.text.replace("@NAME@", "fresh") in text.split("\n")
    for path in [each for each in told if each.endswith(".py")]:
        ast.parse((checkout / path).read_text("utf-8"))


def test_nothing_is_written_over_and_mistakes_are_told(new: ModuleType, checkout: Path) -> None:
    new.make("pass", "fresh", checkout)
    with pytest.raises(ValueError, match="there already"):
        new.make("pass", "fresh", checkout)
    with pytest.raises(ValueError, match="choose among rule, pass, reader, writer"):
        new.make("writer ", "fresh", checkout)
    with pytest.raises(ValueError, match="no name for it"):
        new.make("pass", "Fresh Pass", checkout)
