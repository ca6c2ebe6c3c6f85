"""Which English phrases the sources say in other languages: ``./dev catalogue`` collects them, a test checks them."""

from __future__ import annotations

import ast
import io
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[1]
LOCALE = ROOT / "src" / "oimpress" / "locale"
LANGUAGES = ("fr", "es")

TRANSLATORS = {"phrases": 1, "plural": 2}  # the functions of oimpress.i18n, and how many phrases one call names
ERRORS = (
    "UsageError",
    "ReadError",
    "InvalidRelease",
    "WriteError",
    "MissingDependency",
    "LedgerError",
    "Unavailable",
    "Defect",
)
SENTENCES = (*ERRORS, "gettext_noop")  # their first argument is a message
Found = tuple[int, str | None, str | tuple[str, ...], list[str]]


def extract(source: IO[bytes], keywords: Any, comment_tags: Any, options: Any) -> Iterator[Found]:
    """The phrases of a Python file, in the shape that Babel expects of an extraction method.

    A phrase is what ``phrases(…)`` or ``plural(…)`` is called with, at once or under a name (``_``, ``say`` or any name
    it is bound to), the ``summary`` of a ``Format``, the sentence of an error, and what ``gettext_noop`` marks.
    """
    tree = ast.parse(source.read())
    names = {"_": 1, "say": 1} | dict.fromkeys(SENTENCES, 1) | _bound(tree)
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        said = [list(_constants(argument)) for argument in _arguments(call, names)]
        if len(said) == 2 and all(said):
            yield call.lineno, "ngettext", (said[0][0], said[1][0]), []
        elif len(said) == 1:
            yield from ((call.lineno, None, phrase, []) for phrase in said[0])


def _bound(tree: ast.AST) -> dict[str, int]:
    """The names that a translator is bound to: ``_ = phrases(lang)``."""
    return {
        target.id: TRANSLATORS[value.func.id]
        for target, value in _assigned(tree)
        if isinstance(target, ast.Name) and isinstance(value, ast.Call) and isinstance(value.func, ast.Name)
        if value.func.id in TRANSLATORS
    }


def _assigned(tree: ast.AST) -> Iterator[tuple[ast.expr, ast.expr]]:
    """What is assigned to what, also several at once."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Assign):
            continue
        for target in node.targets:
            if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
                yield from zip(target.elts, node.value.elts, strict=False)
            yield target, node.value


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


def said(*folders: str) -> list[str | tuple[str, ...]]:
    """The phrases of the sources in these folders of the checkout, as ``babel.cfg`` finds them, in a stable order."""
    with (ROOT / "babel.cfg").open(encoding="utf-8") as mapping:
        methods, options = parse_mapping_cfg(mapping)  # type: ignore[no-untyped-call]
    rows = (row for folder in folders for row in extract_from_dir(ROOT / folder, methods, options))
    found = {phrase for _, _, phrase, _, _ in rows}
    return sorted(found, key=lambda phrase: phrase if isinstance(phrase, str) else phrase[0])


def catalogue(lang: str) -> Catalog:
    with (LOCALE / lang / "LC_MESSAGES" / "oimpress.po").open("rb") as stream:
        return read_po(stream, locale=lang)


def compiled(lang: str) -> bytes:
    made = io.BytesIO()
    write_mo(made, catalogue(lang))
    return made.getvalue()


def is_translated(message: Message | None) -> bool:
    forms = message.string if message and isinstance(message.string, tuple | list) else (message and message.string,)
    return bool(message) and all(forms) and not (message and message.fuzzy)


def complete(lang: str) -> None:
    """Add to a catalogue what the sources say and it lacks, in order, and compile it. Nothing is taken out."""
    folder, known, whole = LOCALE / lang / "LC_MESSAGES", catalogue(lang), Catalog(locale=lang)
    wanted = {phrase if isinstance(phrase, str) else phrase[0]: phrase for phrase in said("src", "styles")}
    ours = {message.id if isinstance(message.id, str) else message.id[0]: message for message in known if message.id}
    for key in sorted(wanted | ours):
        whole.add(wanted[key] if key in wanted else ours[key].id, ours[key].string if key in ours else None)
    entries = io.BytesIO()
    write_po(entries, whole, width=120, omit_header=True)
    header = (folder / "oimpress.po").read_text("utf-8").strip().split("\n\n")[0]
    (folder / "oimpress.po").write_text(f"{header}\n\n{entries.getvalue().decode().strip()}\n", "utf-8")
    (folder / "oimpress.mo").write_bytes(compiled(lang))
    print(f"{lang}, to translate:", *(key for key in sorted(wanted) if not is_translated(whole.get(key))), sep="\n  ")
    print(f"{lang}, not said by the sources:", *sorted(ours.keys() - wanted.keys()), sep="\n  ")


if __name__ == "__main__":
    for language in LANGUAGES:
        complete(language)
