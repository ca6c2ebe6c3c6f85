"""Cover and table of contents of a press kit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import NamedTuple

from lxml import etree

from oimpress.model.nodes import Anchor, Edition, Inlines, Link, Release, Strong, Text
from oimpress.model.runs import inlines, plain, spans
from oimpress.writers.docx.blocks import Story
from oimpress.writers.docx.markup import Elements, text, w
from oimpress.writers.docx.words import RunWriter
from oimpress.writers.embargo import on_cover, on_edge
from oimpress.writers.page.kit import date_and_count
from oimpress.writers.wording import heading_of, said_in


class ContentsLine(NamedTuple):
    """One line of the contents, and its embargo, empty for none."""

    title: Inlines
    embargo: str
    lang: str
    bookmark: str
    page: int


def cover(edition: Edition, story: Story, say: Callable[[str], str]) -> Elements:
    """Title, date and number of releases, on a page of their own."""
    kicker = say("Press kit")
    lines = (
        ("Press Organisation", str(edition.organisation)),
        ("Press Cover Kicker", "" if str(edition.title).casefold().startswith(kicker.casefold()) else kicker),
        ("Title", str(edition.title)),
        ("Subtitle", str(edition.subtitle)),
        ("Press Cover Embargo", on_cover(edition)),
        ("Press Cover Date", date_and_count(edition)),
    )
    return [story.para(style, words) for style, words in lines if words]


def entries(releases: Sequence[Release], lang: str, first: int, fill: Sequence[int]) -> list[ContentsLine]:
    """A line for each release; the first begins on the page ``first``, each fills so many pages."""
    starts = accumulate(fill, initial=first)
    return [
        ContentsLine(heading_of(release), on_edge(release), release.lang, bookmark(number), page)
        for number, (release, page) in enumerate(zip(releases, starts, strict=False), 1)
    ]


def bookmark(number: int) -> str:
    """The name of the place where the release of this number begins; Word hides names with a low line in front."""
    return f"_Toc{number:08}"


def contents(lines: Sequence[ContentsLine], story: Story, words: RunWriter, heading: str, lang: str) -> Elements:
    """The ``heading`` and a TOC field that holds its lines already, each a link with a PAGEREF field.

    Embargoes stand below the field: Word makes contents anew of titles and pages only, and would lose them.
    """
    made = [story.para("TOC Heading", heading, said_in(lang))]
    for number, line in enumerate(lines):
        entry = story.para("toc 1", ())
        if number == 0:
            entry.extend(_opening('TOC \\o "1-1" \\h \\z \\u'))
        page = [*_opening(f"PAGEREF {line.bookmark} \\h"), w("r", text(str(line.page))), _mark("end")]
        shown = words.runs(_unlinked(line.title), line.lang)
        entry.append(w("hyperlink", *shown, w("r", w("tab")), *page, anchor=line.bookmark, history=1))
        if number == len(lines) - 1:
            entry.append(_mark("end"))
        made.append(entry)
    held = (line for line in lines if line.embargo)
    return [*made, *(story.para("toc 1", _embargo_on(line), line.lang) for line in held)]


def _embargo_on(line: ContentsLine) -> Inlines:
    """« Sous embargo jusqu’au … – » before the title that it holds for."""
    return inlines(Strong((Text(line.embargo),)), Text(" – "), *_unlinked(line.title))


def _unlinked(title: Inlines) -> Inlines:
    """The words of a title without links, which cannot stand inside the link of the entry, nor a bookmark twice."""
    return (Text(plain(title)),) if any(spans(title, Link)) or any(spans(title, Anchor)) else title


def _opening(instruction: str) -> Elements:
    code = w("instrText")
    code.text = f" {instruction} "
    code.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return [_mark("begin"), w("r", code), _mark("separate")]


def _mark(kind: str) -> etree._Element:
    return w("r", w("fldChar", fldCharType=kind))
