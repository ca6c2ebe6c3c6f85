"""Markdown: CommonMark with GitHub's tables, footnotes, and front matter."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from oimpress.readers.shared.reader import MARKDOWN, Reader, ReadPart, is_named
from oimpress.sources import Source

LONGEST_SNIFFED = 200_000  # bytes looked at
FRONT = re.compile(
    rb"\s*---[ \t]*\r?\n(?:[\w-]+[ \t]*:[^\r\n]*\r?\n|[ \t]+[^\r\n]*\r?\n|- [^\r\n]*\r?\n)+---[ \t]*\r?\n"
)
# What nobody types in a text that is no Markdown, with a part of it that is found fast; two kinds make it certain.
SIGNS = (
    (b"##", re.compile(rb"^#{2,6}[ \t]+\S", re.MULTILINE)),
    (b"](", re.compile(rb"(?<!!)\[[^\[\]\n]{1,300}\]\((?:https?://|mailto:)[^()\s]+\)")),
    (b"**", re.compile(rb"(?<![*\w])\*\*(?=[^\s*])[^*\n]{1,300}(?<=[^\s*])\*\*(?![*\w])")),
    (b"![", re.compile(rb"!\[[^\[\]\n]{0,300}\]\([^()\s]+\)")),
    (b"---", re.compile(rb"^\|?[ \t]*:?-{3,}:?[ \t]*\|[ \t|:-]*\r?$", re.MULTILINE)),
    (b"[^", re.compile(rb"^\[\^[\w-]{1,40}\]: \S", re.MULTILINE)),
    (b"```", re.compile(rb"^```", re.MULTILINE)),
)
LEAST_SIGNS = 2


def sniff(source: Source) -> bool:
    """Whether the name says Markdown, or the text shows two of its signs, or one below front matter."""
    if is_named(source, *MARKDOWN):
        return b"\0" not in source.data[:64] and not source.data.startswith((b"%PDF", b"PK\x03\x04"))
    data = source.data[:LONGEST_SNIFFED]
    signs = sum(1 for part, sign in SIGNS if part in data and sign.search(data))
    return signs >= LEAST_SIGNS or (signs == 1 and bool(FRONT.match(data.removeprefix(b"\xef\xbb\xbf"))))


def read(source: Source) -> Iterator[ReadPart]:
    """The releases that a text of ours carries, else the release. Raises ReadError."""
    from oimpress.readers.shared.returned import carried_in

    if ours := carried_in(source, str):
        yield from ours
        return
    from oimpress.readers.markdown import document

    yield document.read(source)


def pictures(source: Source, hrefs: Container[str]) -> dict[str, bytes]:
    """The pictures in ``data:`` addresses. Raises ReadError."""
    from oimpress.readers.markdown import document

    return document.pictures(source, hrefs)


READER = Reader("markdown", sniff, read, pictures)
