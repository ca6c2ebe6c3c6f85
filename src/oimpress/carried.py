"""Canonical XML that a page, a Markdown text or a mail of ours carries beside its words, to come back as what it was.

It comes with a digest of itself and of what people see. Where a person or a program changed one of them, they agree no
more, and the document is read as any other. The digest is no signature: it shows changes, not who made them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import sha256
from html.parser import HTMLParser
from itertools import chain

from oimpress.patterns import lazy

AGREES = "agrees"  # the parameter of a mail's part that has the digest
OPENS = "<!-- oimpress:releases "
COMMENT = lazy(rf"{OPENS}(?P<digest>[0-9a-f]{{64}})\n(?P<releases>.*?)-->", re.DOTALL)
BEGINS = lazy(r"(?=^<\?xml )", re.MULTILINE)
MAIN = lazy(r"<main\b[^>]*>(?P<inside>.*)</main\s*>", re.DOTALL | re.IGNORECASE)
SAID = ("href", "alt")  # attributes that say something to readers


def agreement(words: Iterable[str], releases: Iterable[bytes]) -> str:
    """The digest of what is seen, whatever blanks stand in it, and of the canonical XML beside it."""
    made = sha256()
    for line in chain.from_iterable(map(str.splitlines, words)):
        made.update("".join(line.split()).encode())
    for xml in releases:
        made.update(b"\0" + xml.strip())
    return made.hexdigest()


def comment(words: Iterable[str], releases: Iterable[bytes]) -> Iterator[bytes]:
    """The XML of ``releases``, which are asked for twice, in a comment of HTML or Markdown, piece by piece."""
    yield f"{OPENS}{agreement(words, map(commented, releases))}\n".encode()
    yield from map(commented, releases)
    yield b"-->"


def commented(xml: bytes) -> bytes:
    """``xml`` as a comment can hold it: of two hyphens, the second is written by its number."""
    return xml.replace(b"--", b"-&#45;")


def agree(words: str, releases: Sequence[bytes], digest: str) -> bool:
    """Whether nothing was changed since ``digest`` was made."""
    return bool(releases) and agreement([words], releases) == digest


def in_comment(text: str, words: Callable[[str], str]) -> list[bytes]:
    """The releases in the comment of ``text``, which has those ``words`` without it; none where they disagree."""
    text = text.replace("\r\n", "\n")
    found = COMMENT.search(text)
    if found is None:
        return []
    releases = [part.encode() for part in BEGINS.split(found["releases"]) if part.strip()]
    around = text[: found.start()] + text[found.end() :]
    return releases if agree(words(around), releases, found["digest"]) else []


def seen_on_page(html: str) -> str:
    """What a page says in its main part: words, and where its links lead; nothing for a page without such a part."""
    return seen(main_part(html))


def main_part(html: str) -> str:
    """The main part of a page; nothing for a page without one."""
    main = MAIN.search(html)
    return main["inside"] if main else ""


def seen(html: str) -> str:
    """What HTML says: words, alternative texts, and where its links lead."""
    return "".join(all_seen([html]))


def all_seen(html: Iterable[str]) -> Iterator[str]:
    """The same of HTML that comes piece by piece."""
    reader = _Words()
    for piece in html:
        reader.feed(piece)
        yield from reader.taken()
    reader.close()
    yield from reader.taken()


class _Words(HTMLParser):
    """Gathers what people see or follow; pictures by their alternative texts."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._said: list[str] = []

    def taken(self) -> list[str]:
        """What was said since this was asked last."""
        said, self._said = self._said, []
        return said

    def handle_data(self, data: str) -> None:
        self._said.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._said += _values(attrs)


def _values(attrs: list[tuple[str, str | None]]) -> Iterator[str]:
    known = dict(attrs)
    return (known[name] or "" for name in SAID if name in known)
