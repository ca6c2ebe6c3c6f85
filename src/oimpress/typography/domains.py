"""Names without a scheme: e-mail, handles, bare domain names, files, identifiers. Found in linear time."""

from __future__ import annotations

from collections.abc import Iterator

from oimpress.patterns import lazy
from oimpress.typography.lexicons import words
from oimpress.typography.rule import places

JOINERS = frozenset("._%+-")
JOINTS = frozenset("-_0123456789")
MAILBOX = JOINERS | {"'"}  # RFC 5322 lets a mailbox hold an apostrophe
HOST = lazy(r"[\w-]{1,63}(?:\.[\w-]{1,63}){0,8}(?::[\w~-][\w./~-]{0,200})?")
DOT = lazy(r"\.([A-Za-z0-9]{2,12})(?!\w)")
REST = lazy(r"(?::\d{2,5})?(?:[/?#][^\s<>«»\"“”]*)?")
UNDERSCORE = lazy(r"_(?<=\w_)\w[\w.-]*")
TRAILING = ".,;:!?…)]}'’»"
LONGEST_NAME = 64
SCHEME = lazy(r"[A-Za-z](?<!\w.)[A-Za-z0-9+.-]{1,15}\Z")
BEHIND = lazy(r"[^\s<>«»\"“”]+")


def addresses(text: str) -> Iterator[tuple[int, int]]:
    """The spans of addresses with a scheme, and what touches them."""
    reached = 0
    for at in places(text, "://"):
        scheme = SCHEME.search(text, max(at - 16, reached), at)
        if scheme and (rest := BEHIND.match(text, at + 3)):
            reached = rest.end()
            yield scheme.start(), reached


def mails(text: str) -> Iterator[tuple[int, int]]:
    """The spans of e-mail addresses, of ``@handles`` and of ``user@host:path``."""
    at = text.find("@")
    while at >= 0:
        start = _left(text, at, MAILBOX)
        while start < at and text[start] == "'":
            start += 1
        host = HOST.match(text, at + 1)
        end = host.end() if host else at + 1
        if end > at + 1 and (start < at or not text[at - 1 : at].isalnum()):
            yield start, end
        at = text.find("@", end)


def domains(text: str) -> Iterator[tuple[int, int]]:
    """The spans of bare domain names, with port and path: ``iom.int/fr``; and of the names of files."""
    known, endings = words("domains"), words("extensions")
    reached = 0
    for dot in DOT.finditer(text):
        is_domain = dot[1] in known
        if not (is_domain or dot[1].lower() in endings) or dot.start() < reached or text[dot.start() - 1] == ".":
            continue
        start = max(_left(text, dot.start()), reached)
        if not is_domain:
            start = max(_with_apostrophe(text, start), reached)
        if start == dot.start():
            continue
        rest = REST.match(text, dot.end()) if is_domain else None
        reached = rest.end() if rest else dot.end()
        while reached > dot.end() and text[reached - 1] in TRAILING:
            reached -= 1
        yield start, reached


def _with_apostrophe(text: str, start: int) -> int:
    """Where the name of a file begins that has an apostrophe: « bilan-de-l'annee.docx », but not « l'annexe.pdf »."""
    while text[start - 1 : start] == "'":
        left = _left(text, start - 1)
        if JOINTS.isdisjoint(text[left:start]):
            break
        start = left
    return start


def identifiers(text: str) -> Iterator[tuple[int, int]]:
    """The spans of names with an underscore between letters or digits: ``soeur_aine``."""
    reached = 0
    for match in UNDERSCORE.finditer(text):
        if match.start() >= reached:
            reached = match.end() - (text[match.end() - 1] in TRAILING)
            start = _left(text, match.start())
            yield (_left(text, start - 1) if text[start - 1 : start] == "'" else start), reached


def _left(text: str, at: int, joiners: frozenset[str] = JOINERS) -> int:
    """Where the name that ends at ``at`` begins."""
    start = at
    while start and at - start < LONGEST_NAME and (text[start - 1].isalnum() or text[start - 1] in joiners):
        start -= 1
    return start
