"""Inlines as runs: one character style and one language each, and upright where their script knows no italics.

Markup inside markup needs a style of its own, since a run has one: ``Strong`` in ``Emphasis`` is set in the style
``Emphasis + Strong``, drawn up from its parts when the document needs it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple, Protocol, assert_never

from lxml import etree

from oimpress.model.anchors import is_within
from oimpress.model.convention import NBSP, NNBSP
from oimpress.model.nodes import Anchor, Break, Call, Code, Emphasis, Foreign, Inlines, Link, Strong, Superscript, Text
from oimpress.model.runs import plain
from oimpress.writers.docx.bookmarks import Bookmarks
from oimpress.writers.docx.markup import text, tongue, w
from oimpress.writers.docx.styles import KEPT, NARROW
from oimpress.writers.page.characters import never_slanted
from oimpress.writers.page.linebreaks import last_words, may_break
from oimpress.writers.page.markup import safe_href

ORDER = ("Hyperlink", "Emphasis", "Strong", "Press Foreign", "Press Superscript", "HTML Code", NARROW)
APART = re.compile(f"({NNBSP})")


class NeededByWords(Protocol):
    """What words need from the package around them."""

    def character_style(self, names: tuple[str, ...]) -> str:
        """The id of the style that joins those called ``names``."""

    def hyperlink(self, href: str) -> str:
        """The id of the relationship to ``href``."""


class Called(NamedTuple):
    """A note by its number in the document, 0 for one that is not there; new at its first call.

    ``place`` is the bookmark of that call where others follow, by which fields show its number.
    """

    number: int = 0
    is_new: bool = False
    place: str = ""


class Notes(Protocol):
    """What words need to know of notes."""

    def called(self, name: str) -> Called:
        """The note of this name, which a call has been met of."""


class Unnoted:
    """No notes."""

    def called(self, name: str) -> Called:
        return Called()


class RunWriter:
    """Makes runs for one part of a package, whose text is in ``lang`` unless a node says otherwise."""

    def __init__(self, package: NeededByWords, lang: str) -> None:
        self._package = package
        self._lang = lang
        self.notes: Notes = Unnoted()
        self.bookmarks = Bookmarks()

    def runs(self, children: Inlines, lang: str = "") -> list[etree._Element]:
        """The runs and hyperlinks of ``children``, which are in ``lang``."""
        return list(self._runs(children, lang or self._lang, ()))

    def title(self, children: Inlines, lang: str) -> list[etree._Element]:
        """The runs of a title; no line of it begins among its last words, whose blanks say that they are ours."""
        last = children[-1] if children else None
        if not isinstance(last, Text) or not may_break(plain(children)):
            return self.runs(children, lang)
        words = str(last.value)
        start = last_words(words)
        runs = self.runs((*children[:-1], Text(words[:start])) if start else children[:-1], lang)
        for number, word in enumerate(words[start:].split(" ") if words[start:] else ()):
            runs += [self.run(text(NBSP), lang, (KEPT,))] if number else []
            runs += self._words(word, lang, ())
        return runs

    def _runs(self, children: Inlines, lang: str, styles: tuple[str, ...]) -> Iterator[etree._Element]:
        for child in children:
            match child:
                case Text(value):
                    yield from self._words(str(value), lang, styles)
                case Break():
                    yield self.run(w("br"), lang, styles)
                case Emphasis(inner):
                    yield from self._runs(inner, lang, (*styles, "Emphasis"))
                case Strong(inner):
                    yield from self._runs(inner, lang, (*styles, "Strong"))
                case Superscript(inner):
                    yield from self._runs(inner, lang, (*styles, "Press Superscript"))
                case Code(inner):
                    yield from self._runs(inner, lang, (*styles, "HTML Code"))
                case Call(to, inner):
                    yield from self._call(str(to), inner, lang, styles)
                case Anchor(name, inner):
                    yield from self.bookmarks.over(self._runs(inner, lang, styles), str(name))
                case Foreign(tag, inner):
                    yield from self._runs(inner, str(tag), (*styles, "Press Foreign"))
                case Link(href, inner):
                    yield from self._link(str(href), inner, lang, styles)
                case _:
                    assert_never(child)

    def _words(self, words: str, lang: str, styles: tuple[str, ...]) -> Iterator[etree._Element]:
        """Runs of ``words``, each narrow space in one of its own.

        But not in code, whose characters have one width, nor in scripts whose language LibreOffice tells by letters.
        """
        is_whole = "HTML Code" in styles or tongue(lang).attribute != "val"
        for part in (words,) if is_whole else filter(None, APART.split(words)):
            yield self.run(text(part), lang, (*styles, NARROW) if part == NNBSP and not is_whole else styles)

    def _call(self, name: str, children: Inlines, lang: str, styles: tuple[str, ...]) -> Iterator[etree._Element]:
        """The reference of a note, which Word numbers; a second one to it is a field, one to none its own mark.

        Source: ISO/IEC 29500-1, 17.16.5.37 (with \\f the number of the field looks as a reference does).
        """
        note = self.notes.called(name)
        if note.is_new:
            reference = self.run(w("footnoteReference", id=note.number), styles=("footnote reference",))
            yield from self.bookmarks.over((reference,), note.place) if note.place else (reference,)
        elif note.number:
            shown = self.run(text(str(note.number)), styles=("footnote reference",))
            yield w("fldSimple", shown, instr=f" NOTEREF {note.place} \\f \\h ")
        else:
            yield from self._runs(children, lang, (*styles, "Press Superscript"))

    def _link(self, href: str, children: Inlines, lang: str, styles: tuple[str, ...]) -> Iterator[etree._Element]:
        target = "" if "Hyperlink" in styles else href if is_within(href) else safe_href(href)
        if not target:
            yield from self._runs(children, lang, styles)
            return
        leads = {"anchor": href[1:]} if is_within(href) else {"r_id": self._package.hyperlink(target)}
        yield w("hyperlink", *self._runs(children, lang, (*styles, "Hyperlink")), **leads, history=1)

    def run(self, content: etree._Element, lang: str = "", styles: tuple[str, ...] = ()) -> etree._Element:
        """One run with its style and, where it differs from the document's, its language."""
        properties = w("rPr")
        if names := styles if len(styles) < 2 else tuple(name for name in ORDER if name in styles):
            properties.append(w("rStyle", val=self._package.character_style(names)))
            if never_slanted(content.text or ""):
                properties.extend((w("i", val=0), w("iCs", val=0)))
        if lang and lang != self._lang:
            spoken = tongue(lang)
            if spoken.attribute == "bidi":
                properties.append(w("rtl"))
            properties.append(w("lang", **{spoken.attribute: spoken.tag}))
        return w("r", *([properties] if len(properties) else []), content)
