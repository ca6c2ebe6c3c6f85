"""What a threshold is, where all of them stand, and how one is moved.

A threshold is a number that decides about text: from how many characters, words, lines or points, or from which share
on something is read, set, broken or told otherwise. It has a name at the head of a module, often of ``limits.py``, or
stands in an expression or a wording (``[^.]{0,80}``), from LEAST_COUNTED on, or says of how long a line a question
about the head is asked (``@evidence(90)``). Smaller counts in expressions are the form of what is written, three digits
of thousands or two of an hour; they and the « two » and « three » of conditions stand in the cases of their rules, and
``./dev mutate`` changes those. No condition holds a larger size without a name: tests/test_frame_sensitivity.py keeps
it.

None are: sizes of paper, type and pictures; constants of protocols, formats and programs; times; what a machine bears;
what is shown at once, or kept in mind. They are ``NO_THRESHOLDS``, each with its kind.
"""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple, TypeAlias

from oimpress.patterns import lazy

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "src" / "oimpress"
BY = 0.3
LEAST_COUNTED = 10
#: Folders of rooms that are not called as they lie; of ``shared`` only the files that stand there themselves.
FOLDERS = {"shared": "passes"} | {name: f"passes/{name}" for name in ("lines", "body", "head", "foot", "finish")}
FOLDERS |= {name: f"readers/{name}" for name in ("html", "docx", "mail", "pdf", "markdown", "feed")}
FOLDERS |= {"labelling": "passes/labelling", "sources": "readers/shared"}
QUANTIFIER = re.compile(r"(?<!\\[pN])\{(\d*)(?:,(\d*))?\}")
#: What decides nothing about text, by its kind.
NO_THRESHOLDS: dict[str, frozenset[str]] = {
    "what a machine bears": frozenset({
        "readers.docx.package.LARGEST_PART", "readers.docx.package.LARGEST_TOGETHER", "readers.mail.parts.LARGEST_PART",
        "readers.shared.embedded.MOST", "readers.shared.embedded.ALTOGETHER", "readers.shared.pdfium.MOST_CHARACTERS",
        "readers.shared.pdfshapes.MOST_SHAPES", "readers.shared.pdfframes.MOST_FRAMES",
        "readers.shared.pdfrules.MOST_CELLS", "readers.shared.pdftags.DEEPEST",
        "readers.shared.pdftags.MOST_TAGS", "readers.shared.tree.MOST_MARKS", "model.comparison.MOST_PAIRS",
        "passes.labelling.tables.MOST_KEPT", "typography.engine.MOST_READINGS", "digest.handing.MOST_UNSURE",
        "writers.mail.pictures.MOST", "writers.page.drawings.MOST_BYTES", "writers.page.drawings.MOST_PARTS",
        "writers.page.drawings.DEEPEST", "writers.page.house.LARGEST", "writers.page.pictures.MOST_PIXELS",
        "writers.page.pictures.MOST_HELD", "writers.pdf.around.EXPECTED_BY", "writers.pdf.around.TOGETHER",
        "writers.pdf.around.TRIES",
        "writers.pdf.assembled.TOGETHER", "writers.pdf.balance.STEPS", "writers.pdf.footarea.FEW",
        "writers.pdf.pdffile.TOGETHER", "writers.pdf.template.LEVEL",
        "digest.opening.PATIENCE", "digest.smtp.ANSWER", "digest.smtp.WHOLE",
    }),
    "how large paper, type and pictures are, and what stands on a page": frozenset({
        "writers.docx.drawing.PIXEL", "writers.docx.pages.LETTER", "writers.docx.pages.FACE",
        "writers.docx.pages.TWIPS", "writers.docx.pages.CELL", "writers.docx.pages.ROW",
        "writers.docx.parts.LEAST_WIDTH", "writers.docx.styles.NORMAL", "writers.docx.tables.WIDTH",
        "writers.docx.tables.LABELS", "writers.docx.tables.MARGINS", "writers.epub.cover.WIDTH",
        "writers.epub.cover.HEIGHT", "writers.epub.cover.MARGIN", "writers.epub.cover.LEADING",
        "writers.epub.cover.TOP", "writers.epub.cover.LOGO_TOP", "writers.epub.cover.PLATE",
        "writers.epub.cover.LOWER", "writers.mail.html.WIDEST", "writers.mail.pictures.WIDEST",
        "writers.page.cover.LINES", "writers.page.cover.CURRENTS", "writers.page.cover.DARK",
        "writers.page.cover.LIGHT", "writers.page.cover.WORDS", "writers.page.cover.STEPS",
        "writers.page.drawings.MOST_SIDE", "writers.page.drawings.MOST_RATIO", "writers.page.house.LEAST_LOGO",
        "writers.page.house.LEAST_COVER", "writers.page.lettering.LETTER", "writers.page.painted.SHARPEST",
        "writers.page.pictures.WIDEST", "writers.page.placing.TALL", "writers.pdf.parts.SCALE",
        "writers.pdf.parts.BEYOND", "writers.pdf.pieces.WIDOWS", "writers.pdf.printshop.STROKE",
        "writers.plain.flowed.WIDTH", "writers.plain.text.WIDTH", "writers.tabular.ROOM",
    }),
    "how much is told at once": frozenset({"passes.labelling.reasons.MOST"}),
    "how much is looked at, by patterns with bounds of their own, or before it pays to look first": frozenset({
        "typography.rule.LONG", "typography.releases.SHORT_RUN", "typography.elision.LONGEST_ELISION",
        "typography.rules.initials.LONGEST_TITLE_BEFORE", "typography.rules.score.SCORE_REACH",
        "knowledge.languages.LONGEST_SMALL", "knowledge.garbled.MOST_DECODINGS", "readers.shared.codepages.ENOUGH",
    }),
    "a constant of a protocol, a format or a program": frozenset({
        "index.store.VERSION", "knowledge.signs.PRIVATE", "model.codec.MOST", "model.trail_json.VERSION",
        "readers.shared.pdfium.PASSWORD", "readers.shared.pdftags.NO_CONTENT", "typography.guards.COLONS",
        "passes.labelling.search.UNRIVALLED", "passes.labelling.search.NEVER",
        "writers.archive.FILE_MODE", "writers.docx.bookmarks.LONGEST", "writers.docx.lists.DEEPEST",
        "writers.mail.headers.LINE", "writers.mail.headers.WORD", "writers.mail.message.WARN",
        "writers.mail.message.REFUSE", "writers.mail.mime._LINE", "writers.page.fragment.DEEPEST",
        "writers.page.kit.DIGITS", "writers.page.pictures.ORIENTATION", "writers.page.pictures.POSITION",
        "writers.page.stripped.METADATA_WEBP", "digest.opening.APPLICATION", "digest.opening.VERSION",
        "digest.transports.TEMPORARY",
    }),
    "how a name, a number or an address is written": frozenset({
        "typography.domains: domains.HOST{1,63}", "typography.domains: domains.HOST{1,63} 2",
        "typography.domains: domains.HOST{0,200}", "typography.domains: domains.DOT{2,12}",
        "typography.domains: domains.SCHEME{1,15}",
        "typography.guards: guards.GUARDS{1,31}", "typography.guards: guards.GUARDS{1,30}",
        "typography.guards: guards.NUMBER_GUARDS{6,16}", "typography.guards: guards.NUMBER_GUARDS{0,12}",
        "typography.guards: guards.NUMBER_GUARDS{6,14}", "typography.guards: guards.NUMBER_GUARDS{6,14} 2",
        "typography.guards: guards.NUMBER_GUARDS{5,11}", "typography.guards: guards.LABELLED{4,20}",
        "knowledge.phones: phones.NUMBER{5,17}", "readers.shared.characters: characters.ENTITY{1,31}",
        "passes.head.facts: facts.NUMBER{1,15}",
    }),
}  # fmt: skip
Lazy: TypeAlias = Any  # what `oimpress.patterns.lazy` gives: the expression stands in ``_given``


class Named(NamedTuple):
    """A number with a name, in the module that defines it."""

    module: str
    name: str
    value: int | float

    @property
    def place(self) -> str:
        return f"{self.module.removeprefix('oimpress.')}.{self.name}"

    @contextmanager
    def set_to(self, value: int | float) -> Iterator[None]:
        """Moved to ``value`` in its module and in those that took it from there."""
        others = (module for name, module in list(sys.modules.items()) if name.startswith("oimpress."))
        holders = [import_module(self.module), *(module for module in others if _takes(module, self))]
        try:
            _set(holders, self.name, value)
            yield
        finally:
            _set(holders, self.name, self.value)


class Repeated(NamedTuple):
    """How often an expression may repeat something: a number of the quantifier that stands ``at`` in ``pattern``."""

    module: str
    name: str
    value: int
    pattern: Lazy
    at: int

    @property
    def place(self) -> str:
        return f"{self.module.removeprefix('oimpress.')}: {self.name}"

    @contextmanager
    def set_to(self, value: int | float) -> Iterator[None]:
        """Moved to ``value`` in the pattern itself, which all who took it share."""
        expression, flags = self.pattern._given
        try:
            _give(self.pattern, f"{expression[: self.at]}{value}{expression[self.at + len(str(self.value)) :]}", flags)
            yield
        finally:
            _give(self.pattern, expression, flags)


class Asked(NamedTuple):
    """The size of the longest line of which a question about the head is asked."""

    module: str
    name: str
    value: int
    question: str

    @property
    def place(self) -> str:
        return f"{self.module.removeprefix('oimpress.')}: {self.name}"

    @contextmanager
    def set_to(self, value: int | float) -> Iterator[None]:
        """Moved to ``value`` among all questions."""
        asking = import_module("oimpress.passes.head.evidence.asking")
        before = list(asking.QUESTIONS)
        try:
            asking.QUESTIONS[:] = [
                (value if name == self.question else most, name, asks) for most, name, asks in before
            ]
            _forget([asking])
            yield
        finally:
            asking.QUESTIONS[:] = before
            _forget([asking])


class Worded(NamedTuple):
    """How often a wording of a ``words.toml`` may repeat something: a number of way ``way`` of saying ``key``."""

    room: str
    name: str
    value: int
    key: str
    way: int
    at: int

    @property
    def place(self) -> str:
        return f"{self.room.removeprefix('oimpress.')}.words: {self.name}"

    @contextmanager
    def set_to(self, value: int | float) -> Iterator[None]:
        """Moved to ``value`` among the wordings of the room."""
        wordings = import_module("oimpress.passes.wordings")
        ways = wordings._wordings(self.room)[self.key]
        before = ways[self.way]
        try:
            ways[self.way] = f"{before[: self.at]}{value}{before[self.at + len(str(self.value)) :]}"
            wordings.said_in.cache_clear()
            yield
        finally:
            ways[self.way] = before
            wordings.said_in.cache_clear()


Threshold: TypeAlias = Named | Repeated | Asked | Worded


def moved(value: int | float) -> tuple[int | float, int | float]:
    """The value 30 % lower and higher; a whole number by one at least."""
    if isinstance(value, float):
        return value * (1 - BY), value * (1 + BY)
    step = max(1, round(abs(value) * BY))
    return value - step, value + step


def thresholds(room: str) -> Iterator[Threshold]:
    """The thresholds of a room."""
    unmoved = {place for places in NO_THRESHOLDS.values() for place in places}
    for path in files(room):
        module = ".".join(("oimpress", *path.relative_to(SOURCES).with_suffix("").parts)).removesuffix(".__init__")
        tree = ast.parse(path.read_text("utf-8"))
        defined = dict(_defined(tree))
        every: tuple[Threshold, ...] = (*_named(module, defined), *_repeated(module, defined), *_asked(module, tree))
        yield from (one for one in every if one.place not in unmoved)
    yield from (one for one in _worded(SOURCES / FOLDERS.get(room, room)) if one.place not in unmoved)


def files(room: str) -> list[Path]:
    folder = SOURCES / FOLDERS.get(room, room)
    return sorted(folder.glob("*.py") if room == "shared" else folder.rglob("*.py"))


def _defined(tree: ast.Module) -> Iterator[tuple[str, ast.expr]]:
    """The names that stand at the head of a module, each with what it is."""
    for node in tree.body:
        match node:
            case ast.Assign(targets=[ast.Tuple(elts=names)], value=ast.Tuple(elts=values)):
                yield from (
                    (one.id, value) for one, value in zip(names, values, strict=False) if isinstance(one, ast.Name)
                )
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                yield name, value
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
                yield name, value
            case _:
                pass


def _named(module: str, defined: dict[str, ast.expr]) -> Iterator[Named]:
    """The named numbers, from 2 on or broken, negative ones too; 0 and 1 are no thresholds."""
    for name, node in defined.items():
        try:
            value = ast.literal_eval(node)
        except ValueError:
            continue
        if isinstance(value, int | float) and value not in (0, 1):
            yield Named(module, name, value)


def _repeated(module: str, defined: dict[str, ast.expr]) -> Iterator[Repeated]:
    """The numbers of repetitions in the expressions of a module."""
    held = vars(import_module(module))
    seen: list[Lazy] = []
    for name in defined:
        new = [pattern for pattern in _patterns(held.get(name)) if pattern not in seen]
        seen += new
        said = f"{module.rpartition('.')[2]}.{name}"
        for count in _counts(said, [pattern._given[0] for pattern in new]):
            yield Repeated(module, count.name, count.value, new[count.of], count.at)


def _worded(folder: Path) -> Iterator[Worded]:
    """The numbers of repetitions in the wordings of a room."""
    if (folder / "words.toml").exists():
        room = ".".join(("oimpress", *folder.relative_to(SOURCES).parts))
        for key, ways in tomllib.loads((folder / "words.toml").read_text("utf-8")).items():
            yield from (Worded(room, one.name, one.value, key, one.of, one.at) for one in _counts(key, ways))


class _Count(NamedTuple):
    """A number of a quantifier: in which expression it stands, and where."""

    name: str
    value: int
    of: int
    at: int


def _counts(said: str, expressions: Sequence[str]) -> Iterator[_Count]:
    """The larger numbers in quantifiers, called ``said{2,80}``; of two alike the second is ``said{2,80} 2``."""
    met: Counter[str] = Counter()
    for of, expression in enumerate(expressions):
        for found in QUANTIFIER.finditer(expression):
            for group in (group for group in (1, 2) if int(found[group] or 0) >= LEAST_COUNTED):
                name = f"{said}{found[0]}" + (" least" if group == 1 and found[2] else "")
                met[name] += 1
                name += f" {met[name]}" if met[name] > 1 else ""
                yield _Count(name, int(found[group]), of, found.start(group))


def _asked(module: str, tree: ast.Module) -> Iterator[Asked]:
    """The sizes of lines that stand in ``@evidence(90)`` without a name."""
    for node in tree.body:
        match node:
            case ast.FunctionDef(
                name=name,
                decorator_list=[ast.Call(func=ast.Name(id="evidence"), args=[ast.Constant(value=int() as most)])],
            ):
                yield Asked(module, f"{name}({most})", most, name.replace("_", " "))
            case _:
                pass


def _patterns(held: object) -> Iterator[Lazy]:
    """The patterns in what a name stands for, tables of them too."""
    if isinstance(held, type(lazy(""))):
        yield held
    elif isinstance(held, tuple | list):
        for one in held:
            yield from _patterns(one)
    elif isinstance(held, dict):
        yield from _patterns(list(held.values()))


def _give(pattern: Lazy, expression: str, flags: int) -> None:
    """Make a pattern that of another expression, and forget what was found with the one before."""
    for name in list(vars(pattern)):
        delattr(pattern, name)
    pattern._given = expression, flags
    ours = (module for name, module in list(sys.modules.items()) if name.startswith("oimpress."))
    _forget([module for module in ours if any(held is pattern for held in vars(module).values())])


def _set(holders: Sequence[ModuleType], name: str, value: int | float) -> None:
    """Give a constant of several modules another value, and forget what was remembered under the one before."""
    for module in holders:
        setattr(module, name, value)
    _forget(holders)


def _forget(modules: Sequence[ModuleType]) -> None:
    """Empty what the functions of these modules keep in mind."""
    for module in modules:
        for known in list(vars(module).values()):
            if hasattr(known, "cache_clear") and known.__module__ == module.__name__:
                known.cache_clear()


def _takes(module: ModuleType, one: Named) -> bool:
    """Whether a module imports the constant from the one that defines it; another may have the same name."""
    file = getattr(module, "__file__", None)
    return bool(file) and one.name in vars(module) and (one.module, one.name) in _taken(Path(str(file)))


@cache
def _taken(path: Path) -> frozenset[tuple[str, str]]:
    """What a file imports by name: from where, and what."""
    nodes = ast.walk(ast.parse(path.read_text("utf-8"))) if path.suffix == ".py" else ()
    taken = (node for node in nodes if isinstance(node, ast.ImportFrom) and node.module)
    return frozenset((str(node.module), alias.name) for node in taken for alias in node.names)
