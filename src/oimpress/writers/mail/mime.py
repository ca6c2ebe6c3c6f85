"""MIME entities (RFC 2045, 2046) written to bytes: fixed boundaries, fixed field order, nothing left to a library."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from oimpress.records import record
from oimpress.spool import Spool, spool
from oimpress.writers.mail.headers import field_on_lines

_ESCAPED = re.compile(rb"[^\t\x20-\x3c\x3e-\x7e]")
_LINE = 75  # columns before the "=" of a soft break
_BLOCK = 57 * 1024  # bytes that are coded at once: whole lines of base64


@record
class Leaf:
    """A part with content. ``kind`` is the whole value of Content-Type; text is given with line feeds."""

    kind: str
    content: bytes
    fields: tuple[str, ...] = ()  # further fields, each ended by CRLF
    coding: str = "quoted-printable"  # or base64, 7bit


@record
class Multi:
    """A multipart: ``subtype`` is ``alternative``, ``mixed``, ``digest``, or ``related`` with its parameters."""

    subtype: str
    parts: Iterable[Entity]  # each is asked for once


Entity: TypeAlias = Leaf | Multi


def message(fields: Sequence[str], entity: Entity) -> bytes:
    """A whole message: ``fields`` (each ended by CRLF), then those of ``entity``, then its body."""
    return b"".join(blocks(fields, entity))


def blocks(fields: Sequence[str], entity: Entity) -> Iterator[bytes]:
    """The same, piece by piece."""
    yield "".join((*fields, "MIME-Version: 1.0\r\n")).encode()
    with spool() as aside:
        yield from _entity(entity, aside)


def entity_bytes(entity: Entity) -> bytes:
    """``entity`` with its own fields, an empty line and its body; ends with CRLF."""
    with spool() as aside:
        return b"".join(_entity(entity, aside))


def _entity(entity: Entity, aside: Spool) -> Iterator[bytes]:
    """The same, piece by piece; parts are put aside, since the boundary that stands before them hangs on them."""
    if isinstance(entity, Leaf):
        kind = field_on_lines("Content-Type", entity.kind.split(" "))
        coding = f"Content-Transfer-Encoding: {entity.coding}\r\n"
        yield "".join((kind, coding, *entity.fields, "\r\n")).encode()
        yield from _encoded(entity)
        return
    digest, bodies = hashlib.sha256(), list[list[int]]()
    for part in entity.parts:
        digest.update(b"\0" if bodies else b"")
        bodies.append([])
        for block in _entity(part, aside):
            digest.update(block)
            bodies[-1].append(aside.append(block))
    boundary = "=_" + digest.hexdigest()[:32]
    head = (
        field_on_lines("Content-Type", [*f"multipart/{entity.subtype};".split(" "), f'boundary="{boundary}"']) + "\r\n"
    )
    yield head.encode()
    for body in bodies:
        yield f"--{boundary}\r\n".encode()
        yield from (aside[place] for place in body)
        yield b"\r\n"
    yield f"--{boundary}--\r\n".encode()


def _encoded(leaf: Leaf) -> Iterator[bytes]:
    if leaf.coding == "base64":
        pieces = (leaf.content[at : at + _BLOCK] for at in range(0, len(leaf.content), _BLOCK))
        yield from (base64.encodebytes(piece).replace(b"\n", b"\r\n") for piece in pieces)
    elif leaf.coding == "quoted-printable":
        yield quoted_printable(leaf.content)
    else:
        yield leaf.content


def quoted_printable(text: bytes) -> bytes:
    """``text`` (lines ended by LF) in quoted-printable, lines ended by CRLF, at most 76 columns.

    Escapes besides what RFC 2045 asks: "From " and "." at a line's beginning, which mail stores and SMTP mangle.
    """
    lines = text.removesuffix(b"\n").split(b"\n")
    return b"".join(_qp_line(line) + b"\r\n" for line in lines)


def _qp_line(line: bytes) -> bytes:
    coded = _ESCAPED.sub(lambda found: b"=%02X" % found[0][0], line)
    if coded.startswith((b"From ", b".")):
        coded = b"=%02X" % coded[0] + coded[1:]
    if coded.endswith((b" ", b"\t")):
        coded = coded[:-1] + b"=%02X" % coded[-1]
    pieces = []
    while len(coded) > _LINE + 1:
        end = _LINE
        end -= next((back for back in (1, 2) if coded[end - back : end - back + 1] == b"="), 0)
        pieces.append(coded[:end])
        coded = coded[end:]
    return b"=\r\n".join((*pieces, coded))
