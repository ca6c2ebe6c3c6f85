"""The pages of the reference, made from the code: rules, notices, settings, vocabulary, commands, library."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Annotated, Any, get_args, get_origin
from xml.etree import ElementTree

import oimpress
from oimpress.i18n import phrases
from oimpress.model import nodes
from oimpress.notices import notice_texts, rule_texts
from oimpress.settings.kinds import ValueKind
from oimpress.settings.mistakes import key_of, keys_of
from oimpress.settings.tables import meanings

RNG = "{http://relaxng.org/ns/structure/1.0}"
#: Headings, the remarks above each page, and the heads of tables.
WORDS: Mapping[str, Mapping[str, Any]] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))


def pages(lang: str) -> dict[str, str]:
    """The pages in ``lang``, by their names."""
    said = WORDS[lang]
    made = {
        "rules": _table(said["rules-head"], _rules(lang)),
        "notices": _table(said["notices-head"], _notices(lang)),
        "settings": _settings(lang),
        "xml": _table(said["xml-head"], vocabulary(lang)),
        "library": _library(said),
        "commands": _commands(lang),
    }
    return {name: f"# {said[name]}\n\n{said[f'about-{name}']}\n\n{text}" for name, text in made.items()}


def _table(head: str, rows: Iterable[Iterable[str]]) -> str:
    lines = [head, " | ".join("---" for _ in head.split(" | ")), *(" | ".join(map(_cell, row)) for row in rows)]
    return "".join(f"| {line} |\n" for line in lines)


def _cell(words: str) -> str:
    return words.replace("|", "\\|").replace("\n", " ").replace("<", "&lt;")


def _code(words: object) -> str:
    return f"`{words}`" if str(words) else ""


def _rules(lang: str) -> Iterator[tuple[str, ...]]:
    for code, row in sorted(rule_texts().items()):
        yield _code(code), row["name"], row[lang], row.get("source", "")


def _notices(lang: str) -> Iterator[tuple[str, ...]]:
    for code, row in sorted(notice_texts().items()):
        yield _code(code), _word(row["severity"], lang), row[lang]


def _word(word: str, lang: str) -> str:
    """A word of the code in ``lang``."""
    return str(WORDS[lang].get("words", {}).get(word, word))


# -- settings ---------------------------------------------------------------------------------------------------------


def _settings(lang: str) -> str:
    from oimpress.settings.lists import ListTable, TransportTable
    from oimpress.settings.office import EditionTable, LexiconTable, OfficeTable, PublicationTable, Settings
    from oimpress.settings.profile import ProfileTable
    from oimpress.settings.sidecar import Metadata
    from oimpress.settings.style import Font, StyleTable
    from oimpress.settings.typography import TypographyTable

    tables: dict[str, type[Any]] = {
        "oimpress.toml": Settings,
        "[edition]": EditionTable,
        "[office]": OfficeTable,
        "[lexicon]": LexiconTable,
        "[typography]": TypographyTable,
        "[publications.NAME]": PublicationTable,
        "[lists.NAME]": ListTable,
        "[lists.NAME.transport]": TransportTable,
        "NAME.toml": Metadata,
        "style.toml": StyleTable,
        "[fonts.NAME]": Font,
        "site.toml (oimpress learn)": ProfileTable,
    }
    head = WORDS[lang]["settings-head"]
    return "\n".join(f"## `{name}`\n\n{_table(head, _keys(schema, lang))}" for name, schema in tables.items())


def _keys(schema: type[Any], lang: str) -> Iterator[tuple[str, ...]]:
    said, hints, meant = phrases(lang), keys_of(schema), meanings(schema)
    for each in fields(schema):
        key = key_of(each.name)
        wanted = _wanted(hints[key], said)
        if wanted:
            default = "" if each.default in (MISSING, None, "", ()) else _code(_shown(each.default))
            yield _code(key), wanted, default, said(meant[each.name]) if each.name in meant else ""


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _wanted(hint: Any, said: Any) -> str:
    """What a key of this type takes; empty for a table, which has a section of its own."""
    if get_origin(hint) is Annotated:
        kinds = [each for each in get_args(hint) if isinstance(each, ValueKind)]
        if not kinds:
            return _wanted(get_args(hint)[0], said)
        choices = kinds[0].schema.get("enum") or kinds[0].schema.get("examples")
        return ", ".join(map(_code, choices)) if choices else said(kinds[0].reason)
    if get_origin(hint) is Mapping:
        return _wanted(get_args(hint)[1], said) and "`{ … }`"
    others = [each for each in get_args(hint) if each is not type(None)]
    return _wanted(others[0], said) if len(others) == 1 else ""


# -- the vocabulary ---------------------------------------------------------------------------------------------------


def vocabulary(lang: str) -> Iterator[tuple[str, ...]]:
    """Each element of the schema with its attributes, what it holds, and what it means in ``lang``."""
    tree = ElementTree.fromstring(_schema())
    defined = {each.attrib["name"]: each for each in tree.iter(f"{RNG}define")}
    seen = dict[str, dict[str, None]]()
    held = dict[str, dict[str, None]]()
    for element in tree.iter(f"{RNG}element"):
        name = _name(element)
        for kind, word in _content(element, defined, False, ()):
            (seen if kind == "@" else held).setdefault(name, {})[word] = None
        seen.setdefault(name, {})
    meant = {name: words for name, words in _meanings() if words} | WORDS[lang]["meanings"]
    for name, attributes in sorted(seen.items()):
        content = ", ".join(_word(word, lang) for word in held.get(name, ()))
        yield _code(name), ", ".join(map(_code, attributes)), content, meant[name]


def _content(
    node: ElementTree.Element, defined: Mapping[str, ElementTree.Element], optional: bool, above: tuple[str, ...]
) -> Iterator[tuple[str, str]]:
    for child in node:
        kind, name = child.tag.removeprefix(RNG), child.attrib.get("name", "") or _name(child)
        may = "?" if optional or kind in ("optional", "zeroOrMore") else ""
        match kind:
            case "attribute":
                yield "@", name + may
            case "element":
                yield "", f"`{name}`{may}"
            case "name":
                pass
            case "text" | "data" | "value" | "list":
                yield "", "text"
            case "ref" if name not in above:
                yield from _content(defined[name], defined, bool(may), (*above, name))
            case _:
                yield from _content(child, defined, bool(may), above)


def _name(node: ElementTree.Element) -> str:
    found = node.find(f"{RNG}name")
    if found is None:
        return ""
    prefix = "xml:" if found.attrib["ns"].endswith("XML/1998/namespace") else ""
    return f"{prefix}{found.text}"


def _schema() -> str:
    from importlib.resources import files

    return files("oimpress").joinpath("model/release.rng").read_text("utf-8")


def _meanings() -> Iterator[tuple[str, str]]:
    """What the model says of the elements, whose names begin the docstrings of their nodes."""
    for node in vars(nodes).values():
        if isinstance(node, type) and (found := re.match(r"\[([a-z]+)[^]]*\]\s*(.*)", node.__doc__ or "", re.DOTALL)):
            yield found[1], " ".join(re.sub(r":class:`[^`]*\.(\w+)`", r"\1", found[2]).replace("``", "`").split())


# -- the library and the commands -------------------------------------------------------------------------------------


def _library(said: Mapping[str, str]) -> str:
    groups: dict[str, list[str]] = {"functions": [], "documents": [], "work": [], "refusals": []}
    for name in oimpress.__all__:
        found = getattr(oimpress, name)
        if name != "__version__":
            groups[_group(name, found)].append(_directive(name, found))
    return "\n".join(
        f"## {said[group]}\n\n```{{eval-rst}}\n.. currentmodule:: oimpress\n\n{''.join(lines)}```\n"
        for group, lines in groups.items()
    )


def _group(name: str, found: object) -> str:
    if isinstance(found, type):
        if issubclass(found, Exception):
            return "refusals"
        return "documents" if found.__module__.startswith(nodes.__name__) else "work"
    return (
        "functions"
        if (callable(found) and hasattr(found, "__code__")) or hasattr(found, "__wrapped__")
        else "documents"
    )


def _directive(name: str, found: object) -> str:
    if isinstance(found, type):
        return f".. autoclass:: {name}\n\n"
    if _group(name, found) == "functions":
        return f".. autofunction:: {name}\n\n"
    union = " | ".join(getattr(each, "__name__", str(each)) for each in get_args(found))
    return f".. py:data:: {name}\n\n   ``{union}``\n\n"


def _commands(lang: str) -> str:
    from oimpress.cli import COMMANDS, summaries

    del lang  # the messages of this process are in it
    said = summaries()
    return "".join(f"- **`oimpress {name}`** – {said[name]}\n" for name in COMMANDS)
