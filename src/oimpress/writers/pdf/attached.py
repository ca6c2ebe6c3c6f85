"""What a PDF says of a file that is attached to it. Source: ISO 32000-1, 7.11.4; ISO 19005-3, 6.8."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any, NamedTuple


class EmbeddedFile(NamedTuple):
    """A file under its ``name``: the dictionary of the stream it stands in, and of its specification."""

    name: str
    stream: dict[str, Any]
    specification: dict[str, Any]


class AttachedFile(NamedTuple):
    """A file: how many bytes it has, packed and unpacked, and the MD5 of the latter."""

    packed: int
    size: int
    digest: str


def file_name(name: str) -> str:
    """How the canonical XML of a release is called that has this name in an edition."""
    return re.sub(r"[^A-Za-z0-9._-]", "_", name.removeprefix("r-")) + ".xml"


def attachment(name: str, file: AttachedFile, stream: bytes, made: datetime | None) -> EmbeddedFile:
    """The canonical XML of a release, in ``stream``; ``made`` is when, where that is known."""
    from pydyf import String  # type: ignore[import-untyped]

    called, when = String(name), made and String(made.strftime("D:%Y%m%d%H%M%SZ"))
    dates = {"CreationDate": when, "ModDate": when} if when else {}
    facts = {"CheckSum": f"<{file.digest}>", "Size": file.size} | dates
    about = {"Type": "/EmbeddedFile", "Subtype": "/application#2fxml", "Params": facts}
    packing = {"Filter": "/FlateDecode", "Length": file.packed}
    names = {"Type": "/Filespec", "F": called, "UF": called, "Desc": called}
    return EmbeddedFile(name, about | packing, names | {"EF": {"F": stream}, "AFRelationship": "/Source"})
