"""Every rule of the readers and passes by the pages of its fixture: one that it changes, one that it leaves.

A fixture of ``rules/`` bears the name of its rule and the suffix of its sources. It is a title, a line with a full
stop, a source, a full stop, what the rule does to it, a full stop; and so on. What it does: ``path: text`` where it
puts something, ``path: before → after`` where it changes it, ``− text`` where it leaves something out, ``rien`` where
it does nothing.
Signs that cannot be seen are escaped as in a string of Python; ``␣`` is a blank at an edge, ``∅`` no text at all.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from unicodedata import combining

import pytest

import oimpress
from oimpress.model.trail import Change, Drop, Keep
from oimpress.model.walk import slots
from oimpress.pipeline import Normalised, normalise_source
from oimpress.sources import Source
from tests.readers.word import word

FOLDER = Path(__file__).parent / "rules"
RULES = tomllib.loads((Path(oimpress.__path__[0]) / "rules.toml").read_text("utf-8"))
CODES = {row["name"]: code for code, row in RULES.items()}
FIXTURES = sorted(FOLDER.iterdir())
NOTHING = "rien"
EDGE = re.compile(r"\A +| +\Z")
ESCAPE = re.compile(r"\\(?:u[0-9a-f]{4}|[ntx\\](?:[0-9a-f]{2})?)")


class Page(NamedTuple):
    title: str
    source: str
    done: str

    def of(self, suffix: str) -> Source:
        """The source; of a Word document the page is the body."""
        text = ESCAPE.sub(lambda sign: sign[0].encode().decode("unicode_escape"), self.source)
        return word(text) if suffix == ".docx" else Source(f"x{suffix}", text.encode())


def pages(fixture: Path) -> Iterator[Page]:
    parts = fixture.read_text("utf-8").removesuffix("\n.\n").split("\n.\n")
    assert len(parts) % 3 == 0, f"{fixture.name}: title, source and what is done do not come in threes"
    for title, source, done in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        yield Page(title, source, done)


def shown(text: str) -> str:
    """``text`` on one line, without signs that cannot be seen."""
    seen = "".join(char if char == " " or is_seen(char) else ascii(char)[1:-1] for char in text)
    return EDGE.sub(lambda blanks: "␣" * len(blanks[0]), seen) or "∅"


def is_seen(char: str) -> bool:
    return char.isprintable() and not combining(char)


def done_by(code: str, done: Normalised) -> str:
    """What a rule does, a line each."""
    texts = dict(slots(done.value))
    found: dict[str, None] = {}
    for step in done.trail.steps if done.trail else ():
        if code in step.rule.split("+"):
            match step:
                case Keep(path=path):
                    found[f"{path}: {shown(texts[path])}"] = None
                case Change(path=path, before=before, after=after):
                    found[f"{path}: {shown(before)} → {shown(after)}"] = None
                case Drop(text=text):
                    found[f"− {shown(text)}"] = None
    return "\n".join(found) or NOTHING


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.name)
def test_a_rule_changes_what_its_fixture_says(fixture: Path) -> None:
    for page in pages(fixture):
        assert done_by(CODES[fixture.stem], normalise_source(page.of(fixture.suffix))) == page.done, page.title


@pytest.mark.parametrize("rule", sorted({fixture.stem for fixture in FIXTURES}))
def test_a_rule_has_a_page_that_it_changes_and_one_that_it_leaves(rule: str) -> None:
    assert {page.done == NOTHING for fixture in FOLDER.glob(f"{rule}.*") for page in pages(fixture)} == {True, False}
