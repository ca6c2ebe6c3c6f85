"""Electronic addresses without a scheme: e-mail, handles, bare domain names. Found in linear time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oimpress.typography.lexicons import words

LOCAL = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._%+-")
HOST = re.compile(r"[\w-]{1,63}(?:\.[\w-]{1,63}){0,8}")
DOT = re.compile(r"\.([a-z]{2,12})(?![\w])")
REST = re.compile(r"(?::\d{2,5})?(?:[/?#][^\s<>«»\"“”]*)?")
TRAILING = ".,;:!?…)]}'’»"
LONGEST = 64


def mails(text: str) -> Iterator[tuple[int, int]]:
    """The spans of e-mail addresses and of ``@handles``."""
    at = text.find("@")
    while at >= 0:
        start = _left(text, at)
        host = HOST.match(text, at + 1)
        end = host.end() if host else at + 1
        if end > at + 1 and (start < at or not text[at - 1 : at].isalnum()):
            yield start, end
        at = text.find("@", end)


def domains(text: str) -> Iterator[tuple[int, int]]:
    """The spans of bare domain names, with port and path: ``iom.int/fr``."""
    known = words("domains")
    reached = 0
    for dot in DOT.finditer(text):
        if dot[1] not in known or dot.start() < reached or text[dot.start() - 1 : dot.start()] == ".":
            continue
        start = _left(text, dot.start())
        if start == dot.start() or (end := REST.match(text, dot.end())) is None:
            continue
        reached = end.end()
        while reached > dot.end() and text[reached - 1] in TRAILING:
            reached -= 1
        yield start, reached


def _left(text: str, at: int) -> int:
    """Where the name that ends at ``at`` begins."""
    start = at
    while start and at - start < LONGEST and text[start - 1] in LOCAL:
        start -= 1
    return start
