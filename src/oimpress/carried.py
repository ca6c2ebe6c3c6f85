"""Canonical XML that a page, a Markdown text or a mail of ours carries beside its words, to come back as what it was.

It comes with a digest of itself and of what people see. Where a person or a program changed one of them, they agree no
more, and the document is read as any other. The digest is no signature: it shows changes, not who made them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from html.parser import HTMLParser

from oimpress.patterns import lazy

AGREES = "agrees"  # the parameter of a mail's part that has the digest
OPENS = "<!-- oimpress:releases "
COMMENT = lazy(rf"{OPENS}(?P<digest>[0-9a-f]{{64}})\n(?P<releases>.*?)-->", re.DOTALL)
BEGINS = lazy(r"(?=^<\?xml )", re.MULTILINE)
MAIN = lazy(r"<main\b[^>]*>(?P<inside>.*)</main\s*>", re.DOTALL | re.IGNORECASE)
SAID = ("href", "alt")  # attributes that say something to readers


def agreement(words: str, releases: Sequence[bytes]) -> str:
    """The digest of what is seen, whatever blanks stand in it, and of the canonical XML beside it."""
    return sha256(b"\0".join(("".join(words.split()).encode(), *map(bytes.strip, releases)))).hexdigest()


def comment(words: str, releases: Sequence[bytes]) -> str:
    """The XML of ``releases`` in a comment of HTML, which Markdown has too.

    Two hyphens are none of a comment that XML has too; the second of them is written by its number.
    """
    within = [xml.replace(b"--", b"-&#45;") for xml in releases]
    return f"{OPENS}{agreement(words, within)}\n{b''.join(within).decode()}-->"


def agree(words: str, releases: Sequence[bytes], digest: str) -> bool:
    """Whether nothing was changed since ``digest`` was made."""
    return bool(releases) and agreement(words, releases) == digest


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
    main = MAIN.search(html)
    return seen(main["inside"]) if main else ""


def seen(html: str) -> str:
    """What HTML says: words, alternative texts, and where its links lead."""
    reader = _Words()
    reader.feed(html)
    reader.close()
    return "".join(reader.said)


class _Words(HTMLParser):
    """Gathers what people see or follow; pictures by their alternative texts."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []

    def handle_data(self, data: str) -> None:
        self.said.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.said += _values(attrs)


def _values(attrs: list[tuple[str, str | None]]) -> Iterator[str]:
    known = dict(attrs)
    return (known[name] or "" for name in SAID if name in known)
