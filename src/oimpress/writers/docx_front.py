"""Cover and table of contents of a press kit."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lxml import etree

from oimpress.i18n import phrases, plural
from oimpress.model.nodes import Edition, Inlines, Link, Release, Text
from oimpress.model.runs import length, spans
from oimpress.model.walk import runs
from oimpress.writers.docx_blocks import Elements, Story
from oimpress.writers.docx_markup import text, w
from oimpress.writers.docx_words import Words
from oimpress.writers.wording import heading_of, long_date, plain

LETTERS, LINES, ENTRIES = 84, 40, 24  # of a line of body text, of a page, of a page of contents; as in A4, 11 pt


class Entry(NamedTuple):
    """One line of the contents."""

    title: Inlines
    lang: str
    bookmark: str
    page: int


def cover(edition: Edition, story: Story) -> Elements:
    """Title, date and number of releases, on a page of their own."""
    say = plural(edition.lang)("{count} release", "{count} releases", len(edition.releases))
    lines = (
        ("OIM Organisation", str(edition.organisation)),
        ("Title", str(edition.title)),
        ("Subtitle", str(edition.subtitle)),
        ("OIM Cover Date", long_date(str(edition.date), edition.lang)),
        ("OIM Cover Date", say.format(count=len(edition.releases))),
    )
    return [story.para(style, words) for style, words in lines if words]


def entries(edition: Edition, releases: Sequence[Release]) -> Iterator[Entry]:
    """A line for each release. Its page is reckoned from the amount of text, for programs that do not reckon it
    themselves before they print."""
    page = 2 + math.ceil(len(releases) / ENTRIES)
    for number, release in enumerate(releases, 1):
        yield Entry(heading_of(release, edition.lang), release.lang, bookmark(number), page)
        page += pages(release)


def bookmark(number: int) -> str:
    """The name of the place where the release of this number begins; Word hides names with a low line in front."""
    return f"_Toc{number:08}"


def pages(release: Release) -> int:
    """About how many pages a release fills."""
    lines = 8.0 + sum(math.ceil(length(run.children) / LETTERS) + 0.5 for run in runs(release))
    return math.ceil((lines + 1.5 * len(release.facts)) / LINES)


def contents(lines: Sequence[Entry], story: Story, words: Words, lang: str) -> Elements:
    """The heading and a TOC field that holds its lines already, each a link with a PAGEREF field."""
    made = [story.para("TOC Heading", phrases(lang)("Contents"))]
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
    return made


def _unlinked(title: Inlines) -> Inlines:
    """The words of a title without links, which cannot stand inside the link of the entry."""
    return (Text(plain(title)),) if any(spans(title, Link)) else title


def _opening(instruction: str) -> Elements:
    code = w("instrText")
    code.text = f" {instruction} "
    code.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return [_mark("begin"), w("r", code), _mark("separate")]


def _mark(kind: str) -> etree._Element:
    return w("r", w("fldChar", fldCharType=kind))
