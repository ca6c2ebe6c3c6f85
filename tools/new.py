"""Makes the skeleton of something new, with its test and the line by which it is known: ``./dev new KIND NAME``.

KIND is ``rule``, ``pass``, ``reader`` or ``writer``, NAME a name of Python. What is there is never written over.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
NAME = re.compile(r"[a-z][a-z0-9_]{1,30}")


class Line(NamedTuple):
    """A line to add to ``file``, behind the last one that ``after`` fits."""

    file: str
    after: str
    text: str


class Kind(NamedTuple):
    """Files by their paths, the lines that make them known, and what is left to do by hand."""

    files: dict[str, str]
    lines: tuple[Line, ...]
    left: str


RULE = '''"""TODO: what the rule sets right."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.typography.convention import Usage
from oimpress.typography.rule import rule

CODE = "T000"  # TODO: the next free one of rules.toml
FOUND = re.compile(r"(?!)")


def @NAME@(run: str, usage: Usage) -> Iterator[Edit]:
    """TODO: what is changed. Source: TODO, the authority and its paragraph."""
    for match in FOUND.finditer(run):
        yield Edit(CODE, *match.span(), match[0], "")


NEEDS = ""  # TODO: signs of which a text must hold one
RULE = rule(CODE, "A", NEEDS, @NAME@, "TODO: an example")
'''
CASES = """TODO: what is changed
.
avant
.
avant
.

TODO: what must stay as it is
.
avant
.
avant
.
"""
PASS = '''"""TODO: what the pass finds in the body."""

from __future__ import annotations

from oimpress.model.draft import Draft
from oimpress.notices import Result


def @NAME@(draft: Draft) -> Result[Draft]:
    """TODO: the effect. Rules and notices: TODO, their codes."""
    return Result(draft)
'''
PASS_TEST = '''"""What the pass finds, and what it must leave."""

from __future__ import annotations

from oimpress.model.draft import Draft, Line
from oimpress.model.nodes import Release, Text
from oimpress.passes.body.@NAME@ import @NAME@


def draft(*texts: str) -> Draft:
    return Draft(Release("x"), tuple(Line((Text(text),), at, at) for at, text in enumerate(texts, 1)))


def test_what_must_stay_stays() -> None:
    given = draft("Un titre", "Un paragraphe du texte.")
    assert @NAME@(given).value == given
'''
READER = '''"""TODO: what sources are read."""

from __future__ import annotations

from collections.abc import Iterator

from oimpress.readers.shared.reader import Drafted, Reader, SourceText, is_named
from oimpress.sources import Source


def sniff(source: Source) -> bool:
    """TODO: by what such a source is certainly told."""
    return is_named(source, ".@NAME@")


def read(source: Source) -> Iterator[Drafted]:
    """TODO: what is found. Raises ReadError for what is none. Rules and notices: TODO, their codes."""
    from oimpress.model.draft import Draft, Line
    from oimpress.model.nodes import Release, SourceRef
    from oimpress.notices import Dropped, Result
    from oimpress.readers.shared.characters import lines_of

    text = source.data.decode()
    found = list(lines_of(text))
    lines = tuple(line for line in found if isinstance(line, Line))
    ref = SourceRef(source.name, source.sha256, "text/plain", "@NAME@")
    draft = Draft(Release("release", source=ref), lines)
    dropped = tuple(line for line in found if isinstance(line, Dropped))
    yield Drafted(Result(draft, (), dropped), SourceText(text, "utf-8"), source)


READER = Reader("@NAME@", sniff, read)
'''
READER_TEST = '''"""What the reader takes, and what it must leave to others."""

from __future__ import annotations

from oimpress.readers.@NAME@ import READER
from oimpress.readers.shared.reader import Drafted
from oimpress.sources import Source


def test_its_sources_are_told() -> None:
    assert READER.sniff(Source("a.@NAME@", b"Un titre"))
    assert not READER.sniff(Source("a.txt", b"Un titre"))


def test_every_line_is_read() -> None:
    (found,) = READER.read(Source("a.@NAME@", b"Un titre\\n\\nUn paragraphe du texte.\\n"))
    assert isinstance(found, Drafted)
    assert [line.plain for _, line in found.draft.value.lines()] == ["Un titre", "Un paragraphe du texte."]
'''
WRITER = '''"""TODO: what the format is for."""

from __future__ import annotations

from oimpress.model.nodes import Edition
from oimpress.model.runs import plain
from oimpress.model.walk import runs
from oimpress.notices import Result
from oimpress.style import Style


def write(edition: Edition, style: Style) -> Result[bytes]:
    """TODO: the effect."""
    words = (plain(run.children) for release in edition.releases for run in runs(release))
    return Result("".join(f"{line}\\n" for line in words).encode())
'''
WRITER_TEST = '''"""What the writer makes: the words in their order, the same bytes from the same edition."""

from __future__ import annotations

from oimpress.model.nodes import Edition, Para, Release, Text
from oimpress.style import load_style
from oimpress.writers import find


def test_words_keep_their_order() -> None:
    release = Release("x", title=(Text("Un titre"),), body=(Para((Text("Un paragraphe."),)),))
    edition = Edition(title="Un titre", releases=(release,))
    made = find("@NAME@").write(edition, load_style("oim")).value
    assert made.decode().split("\\n")[:2] == ["Un titre", "Un paragraphe."]
    assert made == find("@NAME@").write(edition, load_style("oim")).value
'''
DOCSTRING = '"""TODO: what the format is for, in one line."""\n'
SRC = "src/oimpress"
KINDS = {
    "rule": Kind(
        {f"{SRC}/typography/rules/@NAME@.py": RULE, "tests/typography/rules/@HYPHENED@.txt": CASES},
        (
            Line(f"{SRC}/typography/rules/__init__.py", r"    [a-z_]+,", "    @NAME@,"),
            Line(f"{SRC}/typography/rules/__init__.py", r"    [a-z_]+\.RULE,", "    @NAME@.RULE,"),
        ),
        "a row of rules.toml, « @HYPHENED@ » its name, the authority its source; its place among the rules",
    ),
    "pass": Kind(
        {f"{SRC}/passes/body/@NAME@.py": PASS, "tests/passes/body/test_@NAME@.py": PASS_TEST},
        (
            Line(
                f"{SRC}/passes/profiles.py",
                r"from oimpress\.passes\.body\..*",
                "from oimpress.passes.body.@NAME@ import @NAME@",
            ),
            Line(f"{SRC}/passes/profiles.py", r"            Pass\(lists.*", "            Pass(@NAME@),"),
        ),
        "its place in the profile, and in docs/architecture.md why; codes in rules.toml or notices.toml",
    ),
    "reader": Kind(
        {f"{SRC}/readers/@NAME@/__init__.py": READER, "tests/readers/test_@NAME@.py": READER_TEST},
        (
            Line(
                f"{SRC}/readers/__init__.py",
                r'    "(?:docx|pdf|mail|feed)": .*READER",',
                '    "@NAME@": "oimpress.readers.@NAME@:READER",',
            ),
        ),
        "its ending in sources.py, so that folders give such files; its name in the contracts of pyproject.toml",
    ),
    "writer": Kind(
        {
            f"{SRC}/writers/@NAME@/__init__.py": DOCSTRING,
            f"{SRC}/writers/@NAME@/writing.py": WRITER,
            "tests/writers/test_@NAME@.py": WRITER_TEST,
        },
        (
            Line(
                f"{SRC}/writers/__init__.py",
                r"    (?:Format\(.*)?\),",
                '    Format("@NAME@", ".@NAME@", "text/plain", "edition", "TODO", Later("@NAME@.writing:write")),',
            ),
        ),
        "what its line says, the phrase with ./dev catalogue; its name in the contracts of pyproject.toml",
    ),
}


def make(kind: str, name: str, root: Path = ROOT) -> list[str]:
    """What was made, for people. Raises ValueError for what cannot be made."""
    if kind not in KINDS:
        raise ValueError(f"{kind}: no such kind; choose among {', '.join(KINDS)}")
    if not NAME.fullmatch(name):
        raise ValueError(f"{name}: no name for it; small letters, digits and _ are, such as close_dash")
    files = {root / _named(path, name): text for path, text in KINDS[kind].files.items()}
    if there := [path for path in files if path.exists()]:
        raise ValueError(f"{there[0]}: it is there already; choose another name")
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_named(text, name), "utf-8")
    for line in KINDS[kind].lines:
        add(root / line.file, line.after, _named(line.text, name))
    made = [str(path.relative_to(root)) for path in files]
    return [*made, *(f"{line.file}: a line" for line in KINDS[kind].lines), f"left: {_named(KINDS[kind].left, name)}"]


def _named(text: str, name: str) -> str:
    return text.replace("@NAME@", name).replace("@HYPHENED@", name.replace("_", "-"))


def add(path: Path, after: str, text: str) -> None:
    """Put a line behind the last one of ``path`` that ``after`` fits whole."""
    lines = path.read_text("utf-8").split("\n")
    at = max(n for n, line in enumerate(lines) if re.fullmatch(after, line))
    path.write_text("\n".join([*lines[: at + 1], text, *lines[at + 1 :]]), "utf-8")


if __name__ == "__main__":
    try:
        print(*make(*sys.argv[1:3]), sep="\n")
    except TypeError:
        sys.exit("usage: ./dev new rule|pass|reader|writer NAME")
    except ValueError as error:
        sys.exit(f"dev new: {error}")
