"""What became of a page of ``sites/``, to hold against ``sites.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from oimpress import normalise
from oimpress.model.nodes import (
    Aside,
    Block,
    Blocks,
    Figure,
    List,
    Note,
    Para,
    Preformatted,
    Quote,
    Release,
    Row,
    Section,
    Table,
)
from oimpress.model.runs import flatten

PAGES = Path(__file__).parent / "sites"
EXPECTED: dict[str, dict[str, Any]] = tomllib.loads(PAGES.with_suffix(".toml").read_text("utf-8"))


def release_of(name: str) -> Release:
    return normalise(PAGES / f"{name}.html").value


def plain(words: object) -> str:
    """Words as they compare: one kind of space and of apostrophe."""
    return " ".join(str(words).replace("’", "'").split())


def outline(release: Release) -> list[str]:
    """The blocks of a release in order, each by its kind and words."""
    lead = [f"lead {plain(flatten(release.subtitle))}"] if release.subtitle else []
    return lead + list(_blocks(release.body)) + list(_blocks(release.about))


def _blocks(blocks: Blocks, kind: str = "p") -> Iterator[str]:
    for block in blocks:
        yield from _block(block, kind)


def _block(block: Block, kind: str) -> Iterator[str]:
    match block:
        case Para(children) | Note(children) | Preformatted(children):
            yield f"{kind} {plain(flatten(children))}"
        case Section(heading, blocks):
            yield f"h {plain(flatten(heading))}"
            yield from _blocks(blocks)
        case List(items):
            for item in items:
                yield from _blocks(item.blocks, "li")
        case Quote(blocks, _):
            yield from _blocks(blocks, "q")
        case Aside(blocks, _, heading, _):
            if heading:
                yield f"h {plain(flatten(heading))}"
            yield from _blocks(blocks)
        case Table(rows=rows):
            yield from map(_row, rows)
        case Figure(caption=caption):
            yield f"fig {plain(flatten(caption))}"


def _row(row: Row) -> str:
    return f"tr {plain(' | '.join(str(flatten(cell.children)) for cell in row.cells))}"


def is_as_expected(made: str, wanted: str) -> bool:
    """Whether an outlined block is the one that ``wanted`` names by kind and first words."""
    kind, _, words = plain(wanted).partition(" ")
    found, _, text = made.partition(" ")
    kinds = {"*": {found}, "lead": {"lead", "p"}}.get(kind, {kind})
    return found in kinds and text.startswith(words)


def failings(name: str, release: Release) -> list[str]:
    """What is not as ``sites.toml`` has it, in words."""
    wanted, made = EXPECTED[name], outline(release)
    everything = plain(" ".join([*made, str(release.contacts)]))
    told = []
    if plain(flatten(release.title)) != plain(wanted["title"]):
        told.append(f"title {flatten(release.title)!s}")
    if release.published != wanted.get("date", ""):
        told.append(f"date {release.published!s}")
    if release.lang != wanted.get("language", "fr") and not (
        wanted.get("language") is None and release.lang[:2] == "fr"
    ):
        told.append(f"language {release.lang!s}")
    told += [f"missing {each}" for each in wanted["body"] if not any(is_as_expected(block, each) for block in made)]
    told += [f"unwanted {block[:70]}" for block in made if not any(is_as_expected(block, e) for e in wanted["body"])]
    told += [f"kept {each}" for each in wanted.get("absent", ()) if plain(each) in everything]
    if not told and not all(map(is_as_expected, made, wanted["body"])):
        told.append("order")
    return told
