"""The grammar is closed: what a new block, markup or field must have is asked for by name."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from oimpress.model import nodes
from oimpress.model.grammar import GRAMMAR
from oimpress.model.nodes import Edition, Release
from oimpress.pipeline import normalise_source
from oimpress.sources import Source
from oimpress.style import load_style
from oimpress.writers import find
from oimpress.writers.page.fragment import Context, block_elements
from tests.model.closure import ALL, BLOCKS, CHECKS, MARKED, Check, with_specimens
from tests.model.specimens import SPECIMENS, release

KINDS = (*BLOCKS, *MARKED)
#: What a format has no word for.
LOST: dict[str, set[type[Any]]] = {"markdown": {nodes.Aside, nodes.Figure}, "html": set(), "docx": set()}
#: Elements that look right without a rule of a style sheet.
BARE = {
    "p",
    "a",
    "em",
    "strong",
    "sup",
    "br",
    "span",
    "tr",
    "tbody",
    "i",
    "div",
    "thead",
    "th",
    "td",
    "li",
    "img",
    "section",
    "blockquote",
}


@dataclass(frozen=True, slots=True)
class Verse:
    """A block that nobody has thought of."""

    lines: nodes.Inlines


@pytest.mark.parametrize("check", CHECKS)
def test_every_kind_of_node_has_all_it_needs(check: Check) -> None:
    assert list(check(ALL)) == []


def test_every_class_of_the_model_is_asked_after() -> None:
    made = {each for each in vars(nodes).values() if is_dataclass(each)}
    assert made - {nodes.Text, nodes.Edition} == set(ALL)


@pytest.mark.parametrize("check", [check for check in CHECKS if check.__name__ != "with_roles"])
def test_a_block_that_is_forgotten_is_named(check: Check) -> None:
    assert any("Verse" in words for words in check((*ALL, Verse)))


@pytest.mark.parametrize("kind", [nodes.Preformatted, nodes.Code, nodes.Note])
@pytest.mark.parametrize("check", [check for check in CHECKS if check not in (with_specimens,)])
def test_a_shape_that_is_taken_away_is_named(monkeypatch: pytest.MonkeyPatch, check: Check, kind: type[Any]) -> None:
    monkeypatch.delitem(GRAMMAR, kind)
    silent = check.__name__ == "with_roles" or (check.__name__ == "with_names" and kind in MARKED)
    assert silent or any(kind.__name__ in words for words in check(ALL))


def test_a_field_that_is_forgotten_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    shape = GRAMMAR[nodes.Table]
    monkeypatch.setitem(GRAMMAR, nodes.Table, shape._replace(parts=shape.parts[1:]))
    assert [words for check in CHECKS for words in check(ALL)] == [
        "Table.caption: no part in model/grammar.py",
    ]


def kinds_in(node: Any) -> Iterator[type[Any]]:
    """The classes of ``node`` and of all nodes in it."""
    if isinstance(node, tuple):
        for child in node:
            yield from kinds_in(child)
    elif is_dataclass(node):
        yield type(node)
        for field in fields(node):
            yield from kinds_in(getattr(node, field.name))


def picture() -> bytes:
    out = BytesIO()
    Image.new("RGB", (40, 30), "#336699").save(out, "PNG")
    return out.getvalue()


def written(made: Release, name: str) -> bytes:
    edition = Edition((made,), "La médiathèque", "single", "fr", assets={"facade.png": picture()})
    return find(name).write(edition, load_style("oim")).value


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize(("name", "suffix"), [("docx", ".docx"), ("html", ".html"), ("markdown", ".md")])
def test_each_comes_back_from_the_formats_that_we_write_and_read(kind: type[Any], name: str, suffix: str) -> None:
    if kind in LOST[name]:
        return
    back = normalise_source(Source(f"retour{suffix}", written(release(SPECIMENS[kind]), name))).value
    assert kind in set(kinds_in(back.body)), back.body


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_each_comes_back_from_word_as_it_was(kind: type[Any]) -> None:
    if kind is nodes.Figure:
        return  # a picture comes back by another name
    made = release(SPECIMENS[kind])
    back = normalise_source(Source("retour.docx", written(made, "docx"))).value
    assert back.body == made.body


#: What a mail shows as another element.
MAIL_HAS = {"aside": "div", "section": "div", "figure": "div", "figcaption": "div", "table": ".figures", "th": "td"}


@pytest.mark.parametrize("sheet", ["print.css", "screen.css", "epub.css", "mail.css"])
@pytest.mark.parametrize("name", ["oim", "sobre"])
def test_each_has_its_rule_in_every_style_sheet(sheet: str, name: str) -> None:
    """By its tag or by a class of it; what has neither is as bare as it is meant to be."""
    css = load_style(name).text(sheet)
    blocks = tuple(block for kind in KINDS for block in SPECIMENS[kind])
    made = (each for block in block_elements(blocks, Context()) for each in block.iter() if isinstance(each.tag, str))
    seen = {(str(each.tag), *(f".{word}" for word in each.get("class", "").split())) for each in made}
    forgotten = {names for names in seen if names[0] not in BARE and not any(_is_in(css, one) for one in names)}
    assert {names for names in forgotten if sheet != "mail.css" or names[0] not in MAIL_HAS} == set()


def _is_in(css: str, name: str) -> bool:
    return re.search(rf"(?<![\w.-]){re.escape(name)}(?![\w-])", css) is not None


@pytest.mark.parametrize("name", ["oim", "sobre"])
def test_each_has_its_style_in_word(name: str) -> None:
    blocks = tuple(block for kind in KINDS for block in SPECIMENS[kind])
    edition = Edition((replace(release(blocks)),), "La médiathèque", "single", "fr", assets={"facade.png": picture()})
    notices = find("docx").write(edition, load_style(name)).notices
    assert [each for each in notices if each.code == "W020"] == []


@pytest.mark.campaign
def test_a_block_that_a_reader_or_writer_forgets_is_a_type_error(tmp_path: Path) -> None:
    """The checker of types names each place that must say what becomes of a new block."""
    root = Path(__file__).parents[2]
    shutil.copytree(root / "src", tmp_path / "src")
    model = tmp_path / "src/oimpress/model/nodes/blocks.py"
    verse = "@dataclass(frozen=True, slots=True)\nclass Verse:\n    lines: Inlines\n\n\nBlock: TypeAlias = Verse | "
    model.write_text(model.read_text().replace("Block: TypeAlias = ", verse))
    call = [sys.executable, "-m", "mypy", "--config-file", str(root / "pyproject.toml"), "src/oimpress"]
    said = subprocess.run(call, cwd=tmp_path, capture_output=True, text=True, check=False).stdout
    places = {line.partition(":")[0].removeprefix("src/oimpress/") for line in said.splitlines() if "Verse" in line}
    assert places >= {
        "model/walk.py",
        "readers/shared/inlines.py",
        "writers/docx/blocks.py",
        "writers/mail/text.py",
        "writers/page/fragment.py",
        "writers/plain/markdown.py",
        "writers/plain/text.py",
    }
