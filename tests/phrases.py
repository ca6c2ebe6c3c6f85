"""Which English phrases the sources say in other languages: ``./dev catalogue`` collects them, a test checks them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import IO, Any

TRANSLATORS = {"phrases": 1, "plural": 2}  # the functions of oimpress.i18n, and how many phrases one call names
Found = tuple[int, str | None, str | tuple[str, ...], list[str]]


def extract(source: IO[bytes], keywords: Any, comment_tags: Any, options: Any) -> Iterator[Found]:
    """The phrases of a Python file, in the shape that Babel expects of an extraction method.

    A phrase is what ``phrases(…)`` or ``plural(…)`` is called with, at once or under a name (``_``, ``say`` or any name
    it is bound to), and the ``summary`` of a ``Format``.
    """
    tree = ast.parse(source.read())
    names = {"_": 1, "say": 1} | _bound(tree)
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        said = [list(_constants(argument)) for argument in _arguments(call, names)]
        if len(said) == 2 and all(said):
            yield call.lineno, "ngettext", (said[0][0], said[1][0]), []
        elif len(said) == 1:
            yield from ((call.lineno, None, phrase, []) for phrase in said[0])


def _bound(tree: ast.AST) -> dict[str, int]:
    """The names that a translator is bound to: ``_ = phrases(lang)``."""
    return {
        target.id: TRANSLATORS[node.value.func.id]
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call) and isinstance(node.value.func, ast.Name)
        for target in node.targets
        if isinstance(target, ast.Name) and node.value.func.id in TRANSLATORS
    }


def _arguments(call: ast.Call, names: dict[str, int]) -> list[ast.expr]:
    """The arguments of a call that are phrases."""
    match call.func:
        case ast.Name(id="Format"):
            named = [keyword.value for keyword in call.keywords if keyword.arg == "summary"]
            return named or call.args[4:5]
        case ast.Name(id=name) if name in names:
            return call.args[: names[name]]
        case ast.Call(func=ast.Name(id=name)) if name in TRANSLATORS:
            return call.args[: TRANSLATORS[name]]
    return []


def _constants(argument: ast.expr) -> Iterator[str]:
    """The texts an argument can be: itself, or either side of a condition."""
    match argument:
        case ast.Constant(value=str(phrase)):
            yield phrase
        case ast.IfExp(body=body, orelse=orelse):
            yield from _constants(body)
            yield from _constants(orelse)
        case _:  # known at run time only
            return
