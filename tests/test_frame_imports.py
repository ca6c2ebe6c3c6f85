"""Libraries that cost time to load: each known to one file, and loaded only when it is used."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

SOURCES = Path(__file__).parents[1] / "src" / "oimpress"
HEAVY = ("dask", "distributed", "docx", "ebooklib", "markdown_it", "obstore", "pydantic", "pypdfium2", "weasyprint")
MODULES = sorted(
    ".".join(("oimpress", *path.relative_to(SOURCES).with_suffix("").parts)).removesuffix(".__init__")
    for path in SOURCES.rglob("*.py")
)


def imports(tree: ast.AST, *, when_loaded: bool) -> Iterator[str]:
    """The libraries imported anywhere in a module, or only those imported when it is loaded."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0]
        elif not (when_loaded and skipped_when_loaded(node)):
            yield from imports(node, when_loaded=when_loaded)


def skipped_when_loaded(node: ast.AST) -> bool:
    return isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) or (
        isinstance(node, ast.If) and ast.unparse(node.test) in ("TYPE_CHECKING", "typing.TYPE_CHECKING")
    )


def importers(library: str, *, when_loaded: bool) -> list[str]:
    return [name for name, libraries in every_import(when_loaded) if library in libraries]


@cache
def every_import(when_loaded: bool) -> list[tuple[str, set[str]]]:
    """The libraries that each module imports."""
    paths = sorted(SOURCES.rglob("*.py"))
    return [(path.name, set(imports(ast.parse(path.read_bytes()), when_loaded=when_loaded))) for path in paths]


@pytest.mark.parametrize("library", HEAVY)
def test_one_file_imports_it_inside_a_function(library: str) -> None:
    assert len(importers(library, when_loaded=False)) <= 1
    assert importers(library, when_loaded=True) == []


def test_no_module_loads_one_of_them() -> None:
    code = "import importlib, sys\nfor name in sys.argv[1:]: importlib.import_module(name)\nprint(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code, *MODULES], capture_output=True, text=True, check=False)
    assert loaded.returncode == 0, loaded.stderr
    assert not set(HEAVY) & set(loaded.stdout.split())


def test_imports_are_told_apart() -> None:
    tree = ast.parse(
        "import a.b\nif TYPE_CHECKING:\n import c\ntry:\n import d\nfinally: pass\ndef f():\n from e.x import y"
    )
    assert set(imports(tree, when_loaded=False)) == {"a", "c", "d", "e"}
    assert set(imports(tree, when_loaded=True)) == {"a", "d"}
