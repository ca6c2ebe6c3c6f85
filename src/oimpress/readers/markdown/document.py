"""A Markdown text: its HTML read as a page's is, under what its front matter says."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping
from functools import cache, partial
from itertools import chain
from typing import TYPE_CHECKING

from oimpress.errors import ReadError
from oimpress.knowledge.addresses import has_mail
from oimpress.knowledge.phones import MANY_DIGITS
from oimpress.model.draft import Draft, Line
from oimpress.model.nodes import Block, Release, SourceRef
from oimpress.model.traced import inserted
from oimpress.notices import Dropped, Result
from oimpress.patterns import lazy
from oimpress.readers.html.late import address
from oimpress.readers.html.tree import parsed
from oimpress.readers.html.whole import whole
from oimpress.readers.markdown.code import fenced
from oimpress.readers.markdown.dialects import place_captions, spoken
from oimpress.readers.markdown.fenced import without_ticks
from oimpress.readers.markdown.front import FIELD, Front, front, length
from oimpress.readers.markdown.named import name_headings
from oimpress.readers.shared.embedded import decoded
from oimpress.readers.shared.encoding import decode
from oimpress.readers.shared.inlines import ATTRIBUTE, tidy
from oimpress.readers.shared.reader import Drafted, SourceText
from oimpress.readers.shared.stated import STATED
from oimpress.readers.shared.tree import Node, Sheet
from oimpress.sources import Source

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

# Notes as most dialects write them: what a definition says reaches to the next one, or to a line that is not indented
# below an empty one.
NOTE = lazy(
    r"^ {0,3}\[\^([^\]\s\"&<>]{1,40})\]:[ \t]*([^\n]*(?:\n(?! {0,3}\[\^)[ \t]*[^\s][^\n]*|\n(?=\n {4}\S))*)",
    re.MULTILINE,
)
CALL = lazy(r"\[\^([^\]\s\"&<>]{1,40})\](?!:)|(`+)(?!`)[^`]*(?<!`)\2(?!`)")
PARAGRAPH = lazy(r"^[^\S\n]*\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)+", re.MULTILINE)
DEEPEST_TOKEN = 100  # elements inside elements; a list takes two
BOLD_LINE = lazy(r" {0,3}(\*\*|__)[^*_]+\1[ \t]*")  # what heads the lines below it
# A label with what it says, as programs export the fields of a page; « Date : … » of a French text is one too.
PROPERTY = lazy(r"[^\W\d_][\w'’()/ -]{1,30}[ \u00a0\u202f]?:[ \t]+\S[^\n]*")
TARGET = lazy(r"(?<=\])\([^()\s]*\)")  # where a link leads, which nobody sees
SHORT_LINE = 60  # characters of a line in a letterhead or of a contact


def read(source: Source) -> Drafted:
    """The release: its title and date from the front matter, or from the text. Raises ReadError for what is empty.

    The text of the source is that of the front matter and, below it, that of the HTML which CommonMark makes of the
    rest. Notices: R001, R002, R030, R031. Rules: R010-R020, R045, R047.
    """
    text, _, notices = decode(source.data, source.name)
    sheet = Sheet()
    end = length(text)
    above = front(sheet.add(text[:end]))
    sheet.end_line()
    page = _page(text[end:], source.name, sheet)
    name_headings(page)
    place_captions(page)
    found = whole(page, sheet, above.lang, above.said.get("url", ""))
    title = _title(found.flow, above, sheet)
    flow = (*title, *found.flow)
    if not flow:
        raise ReadError("{name}: no text was found in this document; nothing was read", name=source.name)
    release = Release("release", inserted(found.lang or "fr", ATTRIBUTE), source=_ref(source, above))
    if above.date:
        release = Draft(release).with_fields(published=inserted(above.date, STATED)).release
    left_out = () if title else (Dropped(above.title, FIELD),)
    draft = Result(Draft(release, flow), (*notices, *found.notices), (*above.dropped, *found.dropped, *left_out))
    return Drafted(draft, SourceText(sheet.text, "utf-8", "text"), source)


def _ref(source: Source, above: Front) -> SourceRef:
    known = source.metadata
    url, licence = (getattr(known, name) or above.said.get(name, "") for name in ("url", "licence"))
    return SourceRef(source.name, source.sha256, "text/markdown", "markdown", url, licence)


def _title(flow: list[Line | Block], above: Front, sheet: Sheet) -> tuple[Line, ...]:
    """The title of the front matter as a line, unless the text begins with the same one."""
    words = above.title.strip()
    first = next((item for item in flow if isinstance(item, Line)), None)
    if not words or (first and first.plain.strip().casefold() == words.casefold()):
        return ()
    number = sheet.line(words.start)
    return (Line(tidy([words]), number, number, level=1),)


def _page(text: str, name: str, sheet: Sheet) -> Node:
    """The text as a page, whose characters are put on ``sheet``; notes and their calls as pages have them."""
    clean = text.removeprefix("\ufeff").encode("utf-8", "replace").decode()
    parser = _parser()
    tokens = parser.parse(_noted(clean))
    if any(token.level >= DEEPEST_TOKEN - 1 for token in tokens):  # the parser leaves out what stands deeper
        raise ReadError("{name}: lists or quotations stand too deep inside each other; make them flatter", name=name)
    return parsed(f"<body>{parser.renderer.render(tokens, parser.options, {})}</body>", name, sheet)


def _noted(text: str) -> str:
    """``text`` with HTML for its notes and for what only dialects have; code stays as it is."""
    text = without_ticks(text)
    said, code, at, notes = list[str](), list[str](), 0, list[str]()
    for start, end in fenced(text):
        said.append(spoken(text[at:start], notes))
        code.append(text[start:end])
        at = end
    said.append(spoken(text[at:], notes))
    said[-1] += "".join(f"\n\n[^inline-{number}]: {words}" for number, words in enumerate(notes, 1))
    shown = _shown(call[1] for part in said for call in CALL.finditer(part) if call[1])
    return "".join(chain(*zip((_outside_code(part, shown) for part in said), (*code, ""), strict=True)))


def _shown(names: Iterable[str]) -> Mapping[str, str]:
    """What a reader sees of the calls of notes: their names where all are numbers, else numbers in their order."""
    called = [*dict.fromkeys(names)]
    counted = all(name.isdigit() for name in called)
    return {name: name if counted else str(number) for number, name in enumerate(called, 1)}


def _outside_code(text: str, shown: Mapping[str, str]) -> str:
    return CALL.sub(partial(_call, shown=shown), NOTE.sub(_note, PARAGRAPH.sub(_with_breaks, text)))


def _with_breaks(found: re.Match[str]) -> str:
    """A paragraph as it is; where it is short lines with an address or a number, each of them ends in a break."""
    lines = found[0].split("\n")
    shown = [len(TARGET.sub("", line)) for line in lines]
    short = len(lines) > 1 and max(shown) <= SHORT_LINE and "|" not in found[0]
    reached = short and (has_mail(found[0]) or MANY_DIGITS.search(found[0]))
    if len(lines) > 1 and all(map(PROPERTY.fullmatch, lines)):
        return "\n\n".join(lines)
    if BOLD_LINE.fullmatch(lines[0]) and not reached:
        return "\n".join((f"{lines[0].rstrip()}  ", *lines[1:]))
    return "  \n".join(line.rstrip() for line in lines) if reached else found[0]


def _note(found: re.Match[str]) -> str:
    words = re.sub(r"(?m)^ {1,4}", "", found[2])
    return f'\n<aside role="doc-footnote" id="fn-{found[1]}">\n\n{words}\n\n</aside>\n\n'


def _call(found: re.Match[str], shown: Mapping[str, str]) -> str:
    if not (name := found[1]):
        return found[0]
    return f'<sup><a role="doc-noteref" href="#fn-{name}">{shown.get(name, name)}</a></sup>'


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": True, "maxNesting": DEEPEST_TOKEN}).enable(["table", "strikethrough"])


def pictures(source: Source, hrefs: Container[str]) -> dict[str, bytes]:
    """The pictures in ``data:`` addresses that go by one of ``hrefs``. Raises ReadError."""
    text = decode(source.data, source.name).text
    page = _page(text[length(text) :], source.name, Sheet())
    images = (decoded(address(node)) for node in page.walk() if node.tag == "img")
    return {one.href: one.data for one in images if one and one.href in hrefs}
