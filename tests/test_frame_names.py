"""One word, one thing: a class or an alias of types has a name of its own in the whole house."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

SOURCES = Path(__file__).resolve().parent.parent / "src" / "oimpress"


def public_types(source: str) -> Iterator[str]:
    """The public classes and aliases that a module defines."""
    for node in ast.parse(source).body:
        match node:
            case ast.ClassDef(name=name):
                pass
            case ast.AnnAssign(target=ast.Name(id=name), annotation=ast.Name(id="TypeAlias")):
                pass
            case _:
                continue
        if not name.startswith("_"):
            yield name


def test_no_name_of_a_type_stands_for_two_things() -> None:
    found: dict[str, list[str]] = defaultdict(list)
    for path in sorted(SOURCES.rglob("*.py")):
        for name in public_types(path.read_text("utf-8")):
            found[name].append(str(path.relative_to(SOURCES)))
    assert {name: files for name, files in found.items() if len(files) > 1} == {}


def test_classes_and_aliases_are_seen_private_ones_are_not() -> None:
    source = "class Row: ...\nclass _Row: ...\nKind: TypeAlias = int\nLIMIT: int = 3\n"
    assert list(public_types(source)) == ["Row", "Kind"]


def functions() -> dict[str, list[str]]:
    """The functions that stand at the head of modules, by their names: where each is defined."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in sorted(SOURCES.rglob("*.py")):
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.FunctionDef):
                found[node.name].append(str(path.relative_to(SOURCES)))
    return found


def test_what_means_everywhere_the_same_is_defined_once() -> None:
    """The text of inlines, and the verbs by which text of a rule comes in."""
    found = functions()
    once = ("plain", "inserted", "replacing", "put_by", "fold", "unaccented", "find_phones", "find_date", "is_in")
    assert {name: len(found[name]) for name in once} == dict.fromkeys(once, 1)


def test_the_words_of_the_house_that_a_stranger_had_to_learn_are_gone() -> None:
    former = ("made", "instead", "having", "wanted", "fates")
    assert {name: found for name, found in functions().items() if name in former} == {}
