"""The parts of a Word document: a zip archive read with care, its XML without entities, its relationships.

Source: ECMA-376-2 (Open Packaging Conventions).
"""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Container
from io import BytesIO
from typing import NamedTuple

from lxml import etree

from oimpress.errors import ReadError
from oimpress.readers.shared import embedded
from oimpress.readers.shared.tree import refuse_crowded
from oimpress.sources import Source

LARGEST_PART = 64_000_000  # bytes of one part, unpacked: more is no press release but a zip bomb
LARGEST_TOGETHER = 128_000_000  # of all parts that are read
METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})  # others are not allowed (ECMA-376-2, 7.3.7)


def damaged(name: str, reason: object) -> ReadError:
    """The refusal of a document that is not whole."""
    return ReadError(
        "{name}: the Word document is damaged ({reason}); open it in Word or LibreOffice and save it again",
        name=name,
        reason=reason,
    )


class Relation(NamedTuple):
    """What a part refers to: ``kind`` is the last word of the relationship's type; ``target`` a part or an address."""

    kind: str
    target: str
    external: bool


class Package:
    """The parts of the document called ``name`` in messages. Raises ReadError for what is none, or too large."""

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        self._marks = self._size = 0  # of all parts read so far
        try:
            self._archive = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
            raise damaged(name, error) from None
        self._names = {each.filename: each for each in self._archive.infolist()}
        first = next((one.target for one in self.relations("").values() if one.kind == "officeDocument"), "")
        self.main = first or "word/document.xml"
        if self.main not in self._names:
            raise ReadError("{name}: no document in this file; save it as a Word document (.docx)", name=name)

    def relations(self, part: str) -> dict[str, Relation]:
        """What ``part`` refers to, by relationship id; for the empty name, the package itself."""
        folder, file = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{file}.rels"))
        found = {}
        for each in [] if root is None else root.iter("{*}Relationship"):
            external = each.get("TargetMode") == "External"
            target = str(each.get("Target", ""))
            inside = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            kind = str(each.get("Type", "")).rpartition("/")[2]
            found[str(each.get("Id"))] = Relation(kind, target if external else inside, external)
        return found

    @property
    def names(self) -> list[str]:
        """The parts, in the order of the archive."""
        return list(self._names)

    def xml(self, part: str) -> etree._Element | None:
        """The root element of ``part``; None when there is no such part."""
        if part not in self._names:
            return None
        data = self.data(part, min(LARGEST_PART, LARGEST_TOGETHER - self._size))
        self._size += len(data)
        self._marks += data.count(b"<") + data.count(b"=")
        refuse_crowded(self._marks, self._name)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            raise damaged(self._name, f"{part}: {error.msg}") from None
        if root.getroottree().docinfo.doctype:
            raise damaged(self._name, f"{part}: a document type declaration")
        return root

    def data(self, part: str, most: int | None = None) -> bytes:
        """The bytes of ``part``. Raises ReadError when it is damaged, encrypted, or longer than ``most``."""
        most = LARGEST_PART if most is None else most
        info = self._names[part]
        if info.flag_bits & 1:
            raise ReadError("{name}: the document is encrypted; save it without a password", name=self._name)
        if info.compress_type not in METHODS:
            raise damaged(self._name, f"{part}: compression method {info.compress_type}")
        try:
            with self._archive.open(info) as stream:
                data = stream.read(most + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
            raise damaged(self._name, f"{part}: {error}") from None
        if len(data) > most:
            raise ReadError(
                "{name}: {part} unpacks to more than {most} MB; no press release is that long",
                name=self._name,
                part=part,
                most=most // 1_000_000,
            )
        return data


def pictures(source: Source, hrefs: Container[str]) -> dict[str, bytes]:
    """The parts that go by one of ``hrefs``; one that is damaged or too large is not there. Raises ReadError."""
    package = Package(source.data, source.name)
    found: dict[str, bytes] = {}
    room = embedded.ALTOGETHER
    for name in package.names:
        if name in hrefs:
            try:
                found[name] = package.data(name, min(embedded.MOST, room))
            except ReadError:
                continue
            room -= len(found[name])
    return found
