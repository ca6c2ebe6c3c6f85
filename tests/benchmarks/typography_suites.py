"""The cases of other correctors' own suites, read from where the user has them; nothing of theirs is kept here.

Two forms are read. JSON fixtures as polytypo has them: an object with ``locale`` and ``cases``, each with ``in`` and
``out``. Python tests and doctests as SmartyPants and typogrify have them: what a function of one text is said to give.
Cases that ask for options are left out: every corrector runs as it does when nothing is asked.
"""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from doctest import DocTestParser
from pathlib import Path

from tests.typography.cases import Case

LANGUAGES = ("fr", "en", "es")
PLAIN = {"id", "rule", "mode", "in", "out", "note"}


def suites(folder: Path) -> Iterator[tuple[str, list[Case]]]:
    """Each file of ``folder`` that holds cases, by its path in it, with the cases."""
    for path in sorted((*folder.rglob("*.json"), *folder.rglob("*.py"))):
        found = list(_fixtures(path) if path.suffix == ".json" else _assertions(path))
        if found:
            yield path.relative_to(folder).as_posix(), found


def _fixtures(path: Path) -> Iterator[Case]:
    try:
        stored = json.loads(path.read_text("utf-8"))
    except ValueError:
        return
    lang = stored.get("locale", "") if isinstance(stored, dict) else ""
    for case in stored.get("cases", ()) if isinstance(lang, str) and lang[:2] in LANGUAGES else ():
        if case.keys() <= PLAIN and case.get("mode") == "text" and isinstance(case.get("out"), str):
            yield Case(case.get("id", ""), case["in"], case["in"], case["out"], lang)


def _assertions(path: Path) -> Iterator[Case]:
    """What a Python file says of functions of one text. They know no language: their marks are English."""
    try:
        tree = ast.parse(path.read_text("utf-8"))
    except (ValueError, SyntaxError):
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and len(node.args) == 2:
            if node.func.attr in ("assertEqual", "assertEquals"):
                yield from _case(*node.args)
        elif isinstance(node, (ast.Module, ast.FunctionDef)) and (text := ast.get_docstring(node)):
            for example in DocTestParser().get_examples(text):
                yield from _case(_parsed(example.source), _parsed(example.want))


def _parsed(source: str) -> ast.expr | None:
    try:
        return ast.parse(source.strip(), mode="eval").body
    except SyntaxError:
        return None


def _case(called: ast.expr | None, wanted: ast.expr | None) -> Iterator[Case]:
    if not isinstance(called, ast.Call) or len(called.args) != 1 or called.keywords:
        return
    match called.args[0], wanted:
        case ast.Constant(value=str(given)), ast.Constant(value=str(expected)):
            yield Case(ast.unparse(called.func), given, given, expected, "en-US")
        case _:
            pass
