"""Blocks and inlines as XHTML elements: what they mean, not how they look. Shared by HTML, PDF, EPUB and mail.

A class on an element says what it is (``quote``, ``attribution``, ``credit``); style sheets decide the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import assert_never

from oimpress.i18n import phrases
from oimpress.model.anchors import is_within
from oimpress.model.grid import GridPlace
from oimpress.model.nodes import (
    Anchor,
    Aside,
    Block,
    Blocks,
    Break,
    Call,
    Code,
    Emphasis,
    Figure,
    Foreign,
    Inlines,
    Link,
    List,
    Note,
    Para,
    Preformatted,
    Quote,
    Section,
    Strong,
    Superscript,
    Table,
    Text,
)
from oimpress.records import record
from oimpress.writers.page.markup import Child, Element, add, element, lang_attributes, other_lang, safe_href
from oimpress.writers.page.placing import FindShown, nothing_shown
from oimpress.writers.tabular import Layout, layout
from oimpress.writers.wording import LABEL, from_roman

DEEPEST = 6
TAGS = {Emphasis: "em", Strong: "strong", Superscript: "sup", Code: "code"}
SHORT = 3  # rows of a table that no page may part from its head


@record
class Context:
    """Where a fragment is going to stand.

    ``level`` is the level of the next heading; ``picture`` maps the ``id`` of ``release`` and a figure's ``href`` to
    what it shows on this page, None when there is no such picture; ``lang`` is the language of the fixed phrases,
    ``around`` that of the words that they stand amid, ``phrases`` what says them in any language.
    """

    level: int = 2
    lang: str = "fr"
    picture: FindShown = nothing_shown
    release: str = ""
    around: str = ""
    phrases: Callable[[str], Callable[[str], str]] = phrases

    def say(self, phrase: str) -> str:
        """A fixed phrase in the language that stands here."""
        return self.phrases(self.lang)(phrase)

    @property
    def labelled(self) -> dict[str, str]:
        """The attributes of a fixed phrase, which name its language where the words around it are in another."""
        return other_lang(self.lang, self.around)

    def deeper(self) -> Context:
        return replace(self, level=self.level + 1)

    def raised(self) -> Context:
        return replace(self, level=self.level - 1)

    @property
    def heading(self) -> str:
        """The tag of a heading that stands here: ``h2`` … ``h6``."""
        return f"h{min(self.level, DEEPEST)}"


def block_elements(blocks: Blocks, context: Context) -> Iterator[Element]:
    """One element for each block; a figure of which nothing is left gives none."""
    return (made for block in blocks if len(made := block_element(block, context)) or made.tag != "figure")


def block_element(block: Block, context: Context) -> Element:
    """The element of one block, with all it holds."""
    match block:
        case Para(children):
            return element("p", *inline_children(children))
        case Section(heading, blocks):
            return _section(heading, blocks, context)
        case List():
            return _list(block, context)
        case Quote(blocks, attribution):
            words = element("blockquote", *block_elements(blocks, context))
            return element("div", words, *_line("attribution", attribution), class_="quote")
        case Aside():
            return _aside(block, context)
        case Table():
            return _table(block)
        case Figure():
            return _figure(block, context)
        case Note(children, name):
            return element("p", *inline_children(children), class_="note", role="note", id=name)
        case Preformatted(children):
            return element("pre", element("code", *inline_children(children)))
        case _:
            assert_never(block)


def inline_children(children: Inlines, linked: bool = False) -> Iterator[Child]:
    """Text and elements of a run, ready to be put into a block.

    Inside a link (``linked``) no other one begins and none leads; those within the release are ``tied`` before.
    """
    for child in children:
        match child:
            case Text(value):
                yield str(value)
            case Emphasis(inner) | Strong(inner) | Superscript(inner) | Code(inner):
                yield element(TAGS[type(child)], *inline_children(inner, linked))
            case Call(to, inner):
                words = inline_children(inner, linked=True)
                yield element("sup", *words if linked else (element("a", *words, href=f"#{to}", class_="call"),))
            case Foreign(lang, inner):
                yield element("span", *inline_children(inner, linked), class_="foreign", **lang_attributes(lang))
            case Link(href, inner):
                target = "" if linked else str(href) if is_within(href) else safe_href(href)
                words = inline_children(inner, linked or bool(target))
                if target:
                    yield element("a", *words, href=target)
                else:
                    yield from words
            case Anchor(name, inner):
                words = inline_children(inner, linked)
                yield from words if linked else (element("span", *words, id=name),)
            case Break():
                yield element("br")
            case _:
                assert_never(child)


def heading_element(children: Inlines, context: Context) -> Element:
    """A heading of the level that ``context`` says."""
    return element(context.heading, *inline_children(children))


def _section(heading: Inlines, blocks: Blocks, context: Context) -> Element:
    if not heading:
        return element("div", *block_elements(blocks, context))
    return element("section", heading_element(heading, context), *block_elements(blocks, context.deeper()))


def _line(name: str, children: Inlines) -> Iterator[Element]:
    """A paragraph of class ``name``; nothing for an empty run."""
    if children:
        yield element("p", *inline_children(children), class_=name)


def _aside(aside: Aside, context: Context) -> Element:
    made = element("aside", class_=" ".join(dict.fromkeys(("aside", aside.kind))))
    if aside.heading:
        made.append(heading_element(aside.heading, context))
    add(made, block_elements(aside.blocks, context.deeper() if aside.heading else context))
    add(made, _line("attribution", aside.attribution))
    return made


def _list(block: List, context: Context) -> Element:
    items = (element("li", *block_elements(item.blocks, context)) for item in block.items)
    made = element("ol" if block.ordered else "ul", *items)
    if block.ordered and (found := LABEL.match(str(block.marker))):
        _number(made, found["number"])
        if ")" in found["after"]:
            made.set("class", f"parenthesis {made.get('type', '')}".rstrip())
    return made


def _number(made: Element, first: str) -> None:
    """Let an ordered list count as its first label does: from 3, in letters, in Roman figures."""
    if first.isdigit():
        start = int(first)
    else:
        small = first.lower()
        roman = small == "i" or len(small) > 1
        start = from_roman(small) if roman else ord(small) - ord("a") + 1
        kind = "i" if roman else "a"
        made.set("type", kind.upper() if first.isupper() else kind)
    if start != 1:
        made.set("start", str(start))


def _table(table: Table) -> Element:
    """Rows of one length (readers aloud need that); leading rows of header cells only form the head."""
    made_of = layout(table)
    grid = made_of.grid
    short = "short" if len(grid.rows) - grid.heads <= SHORT else ""
    made = element("table", class_=" ".join(filter(None, (made_of.size, short))))
    if table.caption:
        made.append(element("caption", *inline_children(table.caption)))
    if grid.heads:
        made.append(element("thead", *(_row(row, made_of, "col") for row in grid.rows[: grid.heads])))
    made.append(element("tbody", *(_row(row, made_of, "row") for row in grid.rows[grid.heads :])))
    return made


def _row(row: Sequence[GridPlace], made_of: Layout, scope: str) -> Element:
    return element("tr", *(_cell(place, made_of, scope) for place in row))


def _cell(place: GridPlace, made_of: Layout, scope: str) -> Element:
    cell = place.cell
    spans = {name: str(size) for name, size in (("colspan", place.columns), ("rowspan", place.rows)) if size > 1}
    spans |= {"class": made_of.align(place), "data-behind": made_of.lacking(place)}
    if cell.header and cell.children:
        return element("th", *inline_children(cell.children), scope=scope, **spans)
    return element("td", *inline_children(cell.children), **spans)


def _figure(figure: Figure, context: Context) -> Element:
    """The picture with caption and credit; without its picture the caption, or the words that stand for it."""
    made = element("figure")
    shown = context.picture(context.release, str(figure.href)) if figure.href else None
    if shown:
        picture = element("img", src=shown.src, width=str(shown.width), height=str(shown.height))
        picture.set("alt", str(figure.alt))
        made.append(picture)
        if shown.is_tall:
            made.set("class", "tall")
    else:
        made.set("class", "missing")
    lines = [*_line("caption", figure.caption), *_line("credit", figure.credit)]
    if not shown and figure.alt and not figure.caption:
        lines.insert(0, element("p", str(figure.alt), class_="caption"))
    if lines:
        made.append(element("figcaption", *lines))
    return made
