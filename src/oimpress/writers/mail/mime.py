"""MIME entities (RFC 2045, 2046) written to bytes: fixed boundaries, fixed field order, nothing left to a library."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from oimpress.writers.mail.headers import fold

_ESCAPED = re.compile(rb"[^\t\x20-\x3c\x3e-\x7e]")
_LINE = 75  # columns before the "=" of a soft break


@dataclass(frozen=True, slots=True)
class Leaf:
    """A part with content. ``kind`` is the whole value of Content-Type; text is given with line feeds."""

    kind: str
    content: bytes
    fields: tuple[str, ...] = ()  # further fields, each ended by CRLF
    coding: str = "quoted-printable"  # or base64, 7bit


@dataclass(frozen=True, slots=True)
class Multi:
    """A multipart: ``subtype`` is ``alternative``, ``mixed``, ``digest``, or ``related`` with its parameters."""

    subtype: str
    parts: tuple[Entity, ...]


Entity: TypeAlias = Leaf | Multi


def message(fields: Sequence[str], entity: Entity) -> bytes:
    """A whole message: ``fields`` (each ended by CRLF), then those of ``entity``, then its body."""
    return "".join((*fields, "MIME-Version: 1.0\r\n")).encode() + entity_bytes(entity)


def entity_bytes(entity: Entity) -> bytes:
    """``entity`` with its own fields, an empty line and its body; ends with CRLF."""
    if isinstance(entity, Leaf):
        kind = fold("Content-Type", entity.kind.split(" "))
        coding = f"Content-Transfer-Encoding: {entity.coding}\r\n"
        return "".join((kind, coding, *entity.fields, "\r\n")).encode() + _encoded(entity)
    bodies = [entity_bytes(part) for part in entity.parts]
    boundary = "=_" + hashlib.sha256(b"\0".join(bodies)).hexdigest()[:32]
    head = fold("Content-Type", [*f"multipart/{entity.subtype};".split(" "), f'boundary="{boundary}"']) + "\r\n"
    parts = b"".join(b"--" + boundary.encode() + b"\r\n" + body + b"\r\n" for body in bodies)
    return head.encode() + parts + f"--{boundary}--\r\n".encode()


def _encoded(leaf: Leaf) -> bytes:
    if leaf.coding == "base64":
        return base64.encodebytes(leaf.content).replace(b"\n", b"\r\n")
    if leaf.coding == "quoted-printable":
        return quoted_printable(leaf.content)
    return leaf.content


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
