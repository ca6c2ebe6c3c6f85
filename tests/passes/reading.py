"""What the passes make of a text, without typography."""

from __future__ import annotations

from collections.abc import Iterable

from oimpress.model.draft import Draft, Line
from oimpress.model.nodes import Block, Contact, List, Para, Release
from oimpress.model.runs import flatten
from oimpress.model.walk import every_block
from oimpress.notices import Notice
from oimpress.pipeline import Normalised, normalise_source
from oimpress.readers.shared.characters import lines_of
from oimpress.sources import Source

MENU = """-
Who we are
WHO WE ARE
The Organization
The OrganizationFounded long ago, it has 12 members.
- Structure
-
Our Work
Our WorkAs a leading body it works in 80 countries.
- Where we work
"""
LEAD = (
    "Une équipe mobile a remis des abris à 1 240 familles dans les provinces du nord, où l'accès reste difficile "
    "depuis le passage du cyclone."
)
MORE = "Le gouvernement a salué ce geste et annoncé que la reconstruction durerait deux ans dans toute la région."


UNREAD = Release("x")


def draft(text: str, release: Release = UNREAD) -> Draft:
    """The lines of ``text`` before any pass; empty ones are gaps."""
    return Draft(release, tuple(one for one in lines_of(text) if isinstance(one, Line)))


def said(drafted: Draft) -> list[str]:
    """The lines of a flow; of a block its kind."""
    return [item.plain if isinstance(item, Line) else type(item).__name__ for item in drafted.flow]


def read(text: str) -> Normalised:
    return normalise_source(Source("x.txt", text.encode()))


def release(text: str) -> Release:
    return read(text).value


def paragraphs(blocks: Iterable[Block]) -> list[str]:
    return [bare(str(flatten(block.children))) for block in blocks if isinstance(block, Para)]


def title(done: Normalised) -> str:
    return bare(str(flatten(done.value.title)))


def items(release: Release) -> list[list[str]]:
    """What the items of each list say."""
    return [
        [bare(str(flatten(part.children))) for item in block.items for part in item.blocks if isinstance(part, Para)]
        for block in every_block(release.body)
        if isinstance(block, List)
    ]


def contacts(text: str) -> list[Contact]:
    return [item for item in release(text).contacts if isinstance(item, Contact)]


def codes(notices: Iterable[Notice]) -> set[str]:
    return {notice.code for notice in notices}


def bare(text: str) -> str:
    """``text`` with plain spaces and apostrophes."""
    return text.replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'")
