"""The characters of a source as they enter a draft: lines, what is no text, stray bytes, composed letters."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Set
from html import unescape

from oimpress.knowledge.garbled import MOJIBAKE, MOST_DECODINGS, restored
from oimpress.model.draft import LINE_END, Line
from oimpress.model.nodes import Text
from oimpress.model.traced import Edit, Traced, of_source
from oimpress.notices import Dropped, Notice, notice
from oimpress.patterns import lazy

# No text in them, or not allowed in XML 1.0: control characters, BOM, noncharacters, bytes that are no UTF-8.
UNWANTED = lazy("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\u200b\u00ad\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]+")
ENTITY = lazy(r"&(?:[A-Za-z][A-Za-z0-9]{1,31}|#\d{2,7}|#[xX][0-9A-Fa-f]{2,6});")
SEPARATORS = frozenset("\x1c\x1d\x1e")  # at which Python parts lines, and Unicode does not
STRAY = "R065"
NAMES = {"\ufeff": "R003", "\u200b": "R005", "\u00ad": "R005"}


def lines_of(text: str, start: int = 0, first: int = 1) -> Iterator[Line | Dropped]:
    """The lines of ``text``, which stands in its source from ``start`` on, its first line being number ``first``.

    A line of nothing but invisible characters is left out, as are these in other lines.
    """
    present = frozenset(text)
    gap = 0
    spotless = present.isdisjoint("\t&") and MOJIBAKE.isdisjoint(present) and not any(map(UNWANTED.match, present))
    tidy = spotless and unicodedata.is_normalized("NFC", text)
    for number, (line, size) in enumerate(_parted(text, present), first):
        raw = of_source(line, start)
        content = raw if tidy else _clean(raw)
        end, start = start + len(line), start + size
        if content and not content.isspace():
            yield Line((Text(content),), number, number, gap, (end, start))
            gap = 0
            continue
        gap += 1
        if raw and not raw.isspace():
            yield Dropped(raw, "R004")


def _parted(text: str, present: Set[str]) -> Iterator[tuple[str, int]]:
    """Each line without its end, and its length with it."""
    if SEPARATORS.isdisjoint(present):
        lines = text.splitlines(keepends=True)
        yield from zip(text.splitlines(), map(len, lines), strict=True)
        return
    start = 0
    for end in LINE_END.finditer(text):
        yield text[start : end.start()], end.end() - start
        start = end.end()
    if start < len(text):
        yield text[start:], len(text) - start


def _clean(line: Traced) -> Traced:
    raw = str(line)
    for _ in range(MOST_DECODINGS):
        if not (back := list(restored(raw))):
            break
        line = line.edited(back)
        raw = str(line)
    edits = list(unwanted(raw))
    if "\t" in raw or "&" in raw:
        edits += [Edit("R006", i, i + 1, "\t", " ") for i, char in enumerate(raw) if char == "\t"]
        edits += _entities(raw)
        edits.sort(key=lambda edit: edit.start)
    line = line.edited(edits) if edits else line
    return line if unicodedata.is_normalized("NFC", str(line)) else line.edited(list(composed(str(line))))


def _entities(raw: str) -> Iterator[Edit]:
    """Edits that make characters of what HTML writes for them. Source: HTML, 13.5."""
    for found in ENTITY.finditer(raw):
        char = unescape(found[0])
        if len(char) == 1 and (char.isprintable() or char in "\u00a0\u202f") and not UNWANTED.match(char):
            yield Edit("R092", found.start(), found.end(), found[0], char)


def unwanted(run: str) -> Iterator[Edit]:
    """Edits that take out what is no text, and read stray bytes as the code page of Windows has them.

    A soft hyphen at the end of a line, where a program divided a word, is the hyphen that shows there.
    """
    for bad in UNWANTED.finditer(run):
        if bad[0] == "\u00ad" and bad.end() == len(run) and run[: bad.start()][-1:].isalpha():
            yield Edit(NAMES["\u00ad"], bad.start(), bad.end(), bad[0], "\u2010")
            continue
        if not "\udc80" <= bad[0][0] <= "\udcff":
            yield Edit(NAMES.get(bad[0][0], "R004"), bad.start(), bad.end(), bad[0], "")
            continue
        for at, char in enumerate(bad[0], bad.start()):
            meant = stray(char)
            yield Edit(STRAY if meant else "R004", at, at + 1, char, meant)


def stray(char: str) -> str:
    """What a byte that is no UTF-8 stands for in the code page of Windows; nothing where it stands for nothing."""
    octet = ord(char) - 0xDC00
    return bytes([octet]).decode("cp1252", "ignore") if 0x80 <= octet <= 0xFF else ""


def lost_letters(text: str) -> Iterator[Notice]:
    """A notice for each line of ``text`` with a replacement character, where a letter was lost before it came here."""
    if "\ufffd" in text:
        for number, line in enumerate(LINE_END.split(text), 1):
            if "\ufffd" in line:
                yield notice("R071", f"l.{number}", line)


# A character with the marks that follow it, the unit in which NFC changes things (UAX 15).
CLUSTER = lazy(
    r"[^\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u3099\u309a][\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u3099\u309a]*|."
)


def composed(text: str) -> Iterator[Edit]:
    """Edits to NFC, cluster by cluster; the whole line as one when clusters do not add up to it."""
    edits = [
        Edit("R007", cluster.start(), cluster.end(), cluster[0], new)
        for cluster in CLUSTER.finditer(text)
        if (new := unicodedata.normalize("NFC", cluster[0])) != cluster[0]
    ]
    whole = unicodedata.normalize("NFC", text)
    done, at = [], 0
    for edit in edits:
        done += [text[at : edit.start], edit.after]
        at = edit.end
    if "".join((*done, text[at:])) == whole:
        yield from edits
    else:
        yield Edit("R007", 0, len(text), text, whole)
