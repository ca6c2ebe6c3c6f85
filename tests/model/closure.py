"""What a kind of node must have beside its class; each check names what is missing, and where."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import fields
from functools import cache
from importlib.resources import files
from typing import Any, get_args

from oimpress.model import nodes
from oimpress.model.grammar import GRAMMAR
from oimpress.model.naming import element_names
from tests.strategies import ATTRIBUTES

Kinds = Collection[type[Any]]
Check = Callable[[Kinds], Iterator[str]]

BLOCKS: tuple[type[Any], ...] = get_args(nodes.Block)
MARKED: tuple[type[Any], ...] = get_args(nodes.Marked)
WITHIN: tuple[type[Any], ...] = (nodes.Item, nodes.Row, nodes.Cell, nodes.Break)
FIELDS: tuple[type[Any], ...] = (
    *(nodes.Place, nodes.Date, nodes.Dateline, nodes.Embargo, nodes.Fact, nodes.Phone, nodes.Web, nodes.Contact),
    *get_args(nodes.Value),
    *(nodes.SourceRef, nodes.Release),
)
ALL = (*BLOCKS, *MARKED, *WITHIN, *FIELDS)
# Fields that are told by what they stand in.
UNSPOKEN = {"place", "date", "value", "phone", "email", "web", "name", "role", "organisation", "address", "label"}


def in_the_grammar(kinds: Kinds) -> Iterator[str]:
    """Each class has a shape, and each field a part."""
    for kind in kinds:
        if kind not in GRAMMAR:
            yield f"{kind.__name__}: no shape in model/grammar.py"
            continue
        said, given = {part.field for part in GRAMMAR[kind].parts}, {field.name for field in fields(kind)}
        yield from (f"{kind.__name__}.{name}: no part in model/grammar.py" for name in given - said)
        yield from (f"{kind.__name__}.{name}: a part in model/grammar.py, but no field" for name in said - given)


def in_the_schema(kinds: Kinds) -> Iterator[str]:
    """The schema has an element for each shape, and what its parts are called."""
    for kind in kinds:
        shape = GRAMMAR.get(kind)
        names = {shape.element, *(part.name.partition("/")[0] for part in shape.parts)} if shape else {kind.__name__}
        for name in filter(None, names):
            if not re.search(rf"(?:element|attribute) {re.escape(name)} ", _schema()):
                yield f"{kind.__name__}: {name} is missing in model/release.rnc"


@cache
def _schema() -> str:
    return files("oimpress.model").joinpath("release.rnc").read_text("utf-8")


def with_roles(kinds: Kinds) -> Iterator[str]:
    """Each text says what it is for."""
    for kind in set(kinds) - set(MARKED):
        for part in GRAMMAR[kind].parts if kind in GRAMMAR else ():
            if part.how in ("text", "texts", "inlines") and part.role == "none":
                yield f"{kind.__name__}.{part.field}: no role in model/grammar.py"


def with_names(kinds: Kinds) -> Iterator[str]:
    """``explain`` and notices have words for each element that holds text or blocks."""
    known = element_names(str)
    for kind in set(kinds) - set(MARKED) - {nodes.Break, nodes.SourceRef, nodes.Release}:
        shape = GRAMMAR.get(kind)
        names = {shape.element, *(part.name for part in shape.parts if part.how == "inlines")} if shape else {""}
        for name in names - UNSPOKEN - {"children"}:
            if shape is None or (name and name not in known):
                yield f"{kind.__name__}: {name or 'its element'} has no name in publish/naming.py"


def with_strategies(kinds: Kinds) -> Iterator[str]:
    """Tests make up each attribute."""
    for kind in kinds:
        if kind not in GRAMMAR:
            yield f"{kind.__name__}: not made up by tests/strategies.py"
            continue
        for part in GRAMMAR[kind].parts:
            if part.how == "attribute" and (kind, part.field) not in ATTRIBUTES:
                yield f"{kind.__name__}.{part.field}: not made up by tests/strategies.py"


def with_specimens(kinds: Kinds) -> Iterator[str]:
    """There is one of each block and each markup, which goes through every writer and reader."""
    from tests.model.specimens import SPECIMENS

    for kind in kinds:
        if kind not in SPECIMENS and kind not in (*WITHIN, *FIELDS):
            yield f"{kind.__name__}: no specimen in tests/model/specimens.py"


CHECKS: tuple[Check, ...] = (
    in_the_grammar,
    in_the_schema,
    with_roles,
    with_names,
    with_strategies,
    with_specimens,
)
