"""What stands inside a paragraph of a web page: emphasis, links, line breaks, other languages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby
from typing import TypeAlias
from urllib.parse import urljoin, urlsplit

from oimpress.knowledge.addresses import may_lead
from oimpress.knowledge.tags import language_tag
from oimpress.model.anchors import WITHIN, is_within
from oimpress.model.nodes import (
    Anchor,
    Break,
    Call,
    Code,
    Emphasis,
    Foreign,
    Inline,
    Inlines,
    Link,
    Strong,
    Superscript,
    Text,
)
from oimpress.model.runs import flatten, inlines
from oimpress.model.traced import Traced, inserted
from oimpress.notices import Dropped, Notice, notice
from oimpress.patterns import lazy
from oimpress.readers.html.bylines import date_of, words_of
from oimpress.readers.html.furniture import BYLINE, Judge
from oimpress.readers.html.notes import NOTE_MARK, PageNotes
from oimpress.readers.html.tree import IMAGES
from oimpress.readers.html.within import PagePlaces
from oimpress.readers.shared.inlines import ATTRIBUTE, READING, attribute_text, differs, tidy
from oimpress.readers.shared.lowered import set_low
from oimpress.readers.shared.redirects import straight
from oimpress.readers.shared.tree import Node, leave_out

QUOTED, EQUATION = "R020", "R085"
READINGS, SIGNS = frozenset({"rt", "rtc"}), frozenset({"rb", "rbc"})
TWOFOLD = frozenset({"mfrac", "msup", "msub"})
ATOM = lazy(r"[\w.,\u00a0]*")
EMPHASIS = frozenset({"em", "i", "cite", "dfn", "var"})
STRONG = frozenset({"strong", "b"})
CODE = frozenset({"code", "kbd", "samp", "tt"})
# What style sheets that many sites share call bold and slanted words.
SLANTED = frozenset({"italic", "italique", "fst-italic", "font-italic", "text-italic", "emphasis"})
BOLDED = frozenset({"bold", "gras", "fw-bold", "font-bold", "font-weight-bold", "text-bold", "strong"})
BY_CLASS = frozenset({"span", "font"})
ITALIC = lazy(r"font-style\s*:\s*(?:italic|oblique)", re.IGNORECASE)
BOLD = lazy(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
UPRIGHT = lazy(r"font-style\s*:\s*normal", re.IGNORECASE)
UNBOLD = lazy(r"font-weight\s*:\s*(?:normal|400)", re.IGNORECASE)  # as Google puts it around what is copied
RAISED = lazy(r"vertical-align\s*:\s*super", re.IGNORECASE)
PLAIN = frozenset({"code", "samp", "kbd", "span"})  # in preformatted text: of no meaning of their own


@dataclass
class InlineReader:
    """Turns inline elements into inlines. ``lang`` is the page's language, ``spoken`` that of the block at hand."""

    judge: Judge
    lang: str
    base: str = ""
    page: PageNotes = field(default_factory=PageNotes)
    places: PagePlaces = field(default_factory=PagePlaces)
    spoken: str = ""
    dropped: list[Dropped] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    pictures: list[Node] = field(default_factory=list)
    days: list[str] = field(default_factory=list)  # of publication, as bylines tell it

    def leave_out(self, node: Node, rule: str) -> None:
        """Leave ``node`` out because of ``rule``, and keep the day that a byline tells."""
        self.dropped += leave_out(node, rule)
        if rule == BYLINE:
            self.days.append(date_of(words_of(node)))

    def run(self, parts: Iterable[Inline | str]) -> Inlines:
        """A whole paragraph's inlines in normal form, marked when the block is not in the page's language."""
        children = tidy(parts)
        if len(children) == 1 and isinstance(whole := children[0], Foreign):
            children = whole.children  # as Word marks a paragraph by the keyboard it was typed on
        if children and self.spoken and differs(self.spoken, self.lang):
            return (Foreign(inserted(self.spoken, ATTRIBUTE), children),)
        return children

    def inlines(self, item: Node | Traced) -> Inlines:
        """What ``item`` stands for inside a paragraph."""
        return inlines(*self._parts(item, frozenset()))

    def _parts(self, item: Node | Traced, inside: frozenset[type]) -> Iterator[Inline]:
        if not isinstance(item, Node):
            yield self._anchored(item)
        elif rule := self.judge.rule(item):
            self.leave_out(item, rule)
        elif id(item) in self.page.marks:
            self.leave_out(item, NOTE_MARK)
        elif item.tag == "br":
            yield Break()
        elif item.tag in IMAGES:
            self.pictures.append(item)
        elif item.tag in TWOFOLD and len(parts := item.elements()) == 2:
            yield from self._of_equation(item.tag, *(inlines(*self._parts(each, inside)) for each in parts))
        elif item.tag == "ruby" and not any(each.tag == "rp" for each in item.walk()):
            yield from self._with_reading(item, inside)
        else:
            mark = self._mark(item)
            now = inside if mark is None or type(mark) in inside else inside | {type(mark)}
            children = inlines(*(part for child in item.content for part in self._parts(child, now)))
            children = set_low(children) if item.tag == "sub" else children
            yield from self._marked(item, mark if now is not inside else None, children)

    def _anchored(self, text: Traced) -> Inline:
        """A stretch of text, an anchor where a link leads to it."""
        name = self.places.anchors.get(text.start) if self.places.anchors else None
        return Anchor(attribute_text(name, text.start), (Text(text),)) if name else Text(text)

    def _of_equation(self, tag: str, one: Inlines, other: Inlines) -> Iterator[Inline]:
        """A fraction, a power or an index on the line, as people write them. Source: MathML Core, 3.3 and 3.4."""
        if tag == "mfrac":
            yield from (*_grouped(one), Text(inserted("/", EQUATION)), *_grouped(other))
        else:
            yield from (*one, *(set_low(other) if tag == "msub" else (Superscript(other),)))

    def _with_reading(self, ruby: Node, inside: frozenset[type]) -> Iterator[Inline]:
        """Signs, then how they are read, in the parentheses that pages without ``rp`` leave to programs."""
        for read, group in groupby(_signs(ruby), lambda each: each[0]):
            parts = [part for _, item in group for part in self._parts(item, inside)]
            yield from (Text(inserted("(", READING)), *parts, Text(inserted(")", READING))) if read else parts

    def _mark(self, node: Node) -> Mark | None:
        style = node.get("style")
        names = node.get("class").lower().split() if node.tag in BY_CLASS else ()
        if (
            ITALIC.search(style)
            or not SLANTED.isdisjoint(names)
            or (node.tag in EMPHASIS and not UPRIGHT.search(style))
        ):
            return Emphasis(())
        if BOLD.search(style) or not BOLDED.isdisjoint(names) or (node.tag in STRONG and not UNBOLD.search(style)):
            return Strong(())
        if node.tag in CODE:
            return Code(())
        if id(node) in self.page.calls:
            return Call(self.page.calls[id(node)], ())
        if node.tag == "sup" or RAISED.search(style):
            return Superscript(())
        href = self.address(node) if node.tag == "a" else ""
        return Link(href, ()) if href else None

    def _marked(self, node: Node, mark: Mark | None, children: Inlines) -> Iterator[Inline]:
        lang = lang_of(node)
        if lang and children and differs(lang, self.spoken or self.lang):
            children = (Foreign(inserted(lang, ATTRIBUTE), children),)
        if node.tag == "q":
            yield from (Text(inserted("\u00ab ", QUOTED)), *children, Text(inserted(" \u00bb", QUOTED)))
        elif mark is None or (isinstance(mark, Superscript) and all(isinstance(each, Call) for each in children)):
            yield from children
        elif isinstance(mark, Link | Call):
            at = max(next((text.start for text in node.texts()), 0), 0)
            yield _leading(mark, children, at)
        else:
            yield type(mark)(children)

    def address(self, node: Node) -> str:
        """Where a link leads: an absolute address, or one that the page's own address makes absolute.

        ``#`` and the name of an anchor for a place on the page. Notice R030 for one that stays relative; scripts are
        no addresses.
        """
        if name := self.places.links.get(id(node)):
            return WITHIN + name
        href = "".join(node.get("href").split())
        if not href or is_within(href):
            return ""
        try:
            whole = straight(urljoin(self.base, href) if self.base else href)
            parts = urlsplit(whole)
        except ValueError:
            return ""
        if may_lead(whole):
            return whole
        if not parts.scheme:
            self.notices.append(notice("R030", detail=href))
        return ""

    def lines(self, node: Node) -> Iterator[Inline]:
        """Text whose line ends count, as inlines with breaks."""
        for child in node.content:
            if isinstance(child, Node):
                yield from self.inlines(child) if child.tag not in PLAIN else self.lines(child)
                continue
            at = 0
            for end in re.finditer("\r\n|[\n\r]", str(child)):
                yield from (self._anchored(child[at : end.start()]), Break())
                at = end.end()
            yield self._anchored(child[at:])


def _signs(node: Node, read: bool = False) -> Iterator[tuple[bool, Node | Traced]]:
    """What stands in a ruby, and whether it is a reading; as parsed, one that was not closed holds the next."""
    for item in node.content:
        if isinstance(item, Node) and item.tag in READINGS | SIGNS:
            yield from _signs(item, item.tag in READINGS)
        else:
            yield read, item


def _grouped(part: Inlines) -> Inlines:
    """A part of a fraction, in parentheses where the stroke would take only some of it."""
    if ATOM.fullmatch(str(flatten(part)).strip()):
        return part
    return (Text(inserted("(", EQUATION)), *part, Text(inserted(")", EQUATION)))


Mark: TypeAlias = Emphasis | Strong | Superscript | Code | Link | Call


def _leading(mark: Link | Call, children: Inlines, at: int) -> Link | Call:
    """The link, or the call of a note, which stands high by itself."""
    if isinstance(mark, Link):
        return Link(attribute_text(mark.href, at), children)
    inner = children[0].children if len(children) == 1 and isinstance(children[0], Superscript) else children
    return Call(attribute_text(mark.to, at), inner)


def lang_of(node: Node) -> str:
    """The language that ``node`` says it is in, as BCP 47 writes it (``fr-CH``); empty when it says none."""
    said = node.get("lang") or node.get("xml:lang")
    return language(said) if said else ""


language = lru_cache(256)(language_tag)
