"""The changes that ``./dev mutate`` tries, each one thing in one place of a module."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from types import CodeType
from typing import NamedTuple, TypeAlias

OTHER: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.FloorDiv: ast.Mult,
}  # fmt: skip
OPTIMIZED = 1  # of a function's code, not of a class's
Place: TypeAlias = tuple[str, int]  # a function's qualified name and its first line


class Change(NamedTuple):
    """What is done to a node, in words for people; the field of it that is set, and to what."""

    what: str
    field: str
    value: object


class Mutant(NamedTuple):
    """The code of a module with one thing changed: ``what``, at ``line``, in ``function``; None outside of any."""

    line: int
    what: str
    code: CodeType
    function: Place | None


def mutants(source: str, path: str) -> Iterator[Mutant]:
    """Every change, in the order of the source."""
    tree = ast.parse(source)
    for node, inside in list(places(tree)):
        for change in changes(node):
            before = getattr(node, change.field)
            setattr(node, change.field, change.value)
            code = compile(ast.fix_missing_locations(tree), path, "exec")
            setattr(node, change.field, before)
            yield Mutant(getattr(node, "lineno", 0), change.what, code, _place(code, inside))


def changes(node: ast.AST) -> Iterator[Change]:
    """What can be changed in one node."""
    match node:
        case ast.Compare(ops=[op]) if type(op) in OTHER:
            yield Change(_words(op), "ops", [OTHER[type(op)]()])
        case ast.BoolOp(op=op) | ast.BinOp(op=op) if type(op) in OTHER:
            yield Change(_words(op), "op", OTHER[type(op)]())
        case ast.Constant(value=bool() as value):
            yield Change(f"{value} → {not value}", "value", not value)
        case ast.Constant(value=int() as value):
            yield Change(f"{value} → {value + 1}", "value", value + 1)
        case ast.Constant(value=str() as value) if value:
            yield Change(f"{value[:20]!r} → other words", "value", f"X{value}X")
        case ast.If(test=test) | ast.IfExp(test=test):
            yield Change("the condition turned", "test", ast.UnaryOp(ast.Not(), test))


def _words(operator: ast.AST) -> str:
    return f"{type(operator).__name__} → {OTHER[type(operator)].__name__}"


def places(tree: ast.AST, inside: ast.AST | None = None) -> Iterator[tuple[ast.AST, ast.AST | None]]:
    """The nodes that say what the module does, each with the outermost function whose body it is in.

    No annotations, docstrings, imports, asserts, or what zip must check.
    """
    for field, value in ast.iter_fields(tree):
        if field in ("annotation", "returns", "decorator_list") or isinstance(tree, ast.JoinedStr):
            continue
        function = inside or (tree if field == "body" and isinstance(tree, (ast.FunctionDef, ast.Lambda)) else None)
        for child in value if isinstance(value, list) else [value]:
            match child:
                case ast.Expr(value=ast.Constant()) | ast.Import() | ast.ImportFrom() | ast.Assert():
                    continue
                case ast.AnnAssign(annotation=ast.Name(id="TypeAlias")) | ast.keyword(arg="strict"):
                    continue
                case ast.AST():
                    yield child, function
                    yield from places(child, function)


def _place(code: CodeType, inside: ast.AST | None) -> Place | None:
    """Where the function stands that ``inside`` is; None when that is not certain, as of two lambdas in one line."""
    if not isinstance(inside, (ast.FunctionDef, ast.Lambda)):
        return None
    line = min([inside.lineno, *(one.lineno for one in getattr(inside, "decorator_list", []))])
    name = getattr(inside, "name", "<lambda>")
    found = [place for place, _ in functions(code) if place[1] == line and place[0].rpartition(".")[2] == name]
    return found[0] if len(found) == 1 else None


def functions(code: CodeType) -> Iterator[tuple[Place, CodeType]]:
    """The functions of a module or a class, not those inside of others."""
    for one in code.co_consts:
        if isinstance(one, CodeType) and one.co_flags & OPTIMIZED:
            yield (one.co_qualname, one.co_firstlineno), one
        elif isinstance(one, CodeType):
            yield from functions(one)
