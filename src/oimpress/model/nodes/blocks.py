"""What the body of a release is made of."""

from __future__ import annotations

from typing import Literal, TypeAlias

from oimpress.model.nodes.inlines import Inlines
from oimpress.records import record


@record
class Para:
    """[p]"""

    children: Inlines


@record
class Section:
    """[section] A heading (intertitre) and what stands under it."""

    heading: Inlines
    blocks: Blocks


@record
class Item:
    """[item] One item of a list."""

    blocks: Blocks


@record
class List:
    """[list] ``marker`` is the first item's label as printed (``1)``, ``•``), empty when unknown."""

    items: tuple[Item, ...]
    ordered: bool = False
    marker: str = ""


@record
class Quote:
    """[quote] Words of somebody set apart, with who said them."""

    blocks: Blocks
    attribution: Inlines = ()


@record
class Aside:
    """[aside] A sidebar (encadré); ``kind`` is a word such as ``context`` or ``quote``."""

    blocks: Blocks
    kind: str = "context"
    heading: Inlines = ()
    attribution: Inlines = ()


Align: TypeAlias = Literal["", "center", "end"]
ALIGNS: tuple[Align, ...] = ("", "center", "end")


@record
class Cell:
    """[cell] One that covers so many ``columns`` and ``rows``; ``align`` is empty at the start of the line."""

    children: Inlines
    header: bool = False
    columns: int = 1
    rows: int = 1
    align: Align = ""


@record
class Row:
    """[row] The cells that begin in it; none in the places that one of a row above reaches down to."""

    cells: tuple[Cell, ...]


@record
class Table:
    """[table] :class:`~oimpress.model.grid.Grid` says where its cells stand."""

    rows: tuple[Row, ...]
    caption: Inlines = ()


@record
class Figure:
    """[figure] A picture by reference; ``alt`` replaces it for those who cannot see it."""

    href: str = ""
    alt: str = ""
    caption: Inlines = ()
    credit: Inlines = ()


@record
class Note:
    """[note] A foot- or endnote; ``id`` is the name that its calls have for it, empty when nothing calls it."""

    children: Inlines
    id: str = ""


@record
class Preformatted:
    """[pre] Text whose lines and spaces are meant: code, verse, what a machine printed."""

    children: Inlines


Block: TypeAlias = Para | Section | List | Quote | Aside | Table | Figure | Note | Preformatted
Blocks: TypeAlias = tuple[Block, ...]
