"""Press kits and single releases as PDF, made once, and what their pages and their structure hold."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

from oimpress.model.nodes import Block, Edition, Para, Release, Text
from oimpress.style import Style, load_style
from oimpress.writers.pdf.kit import write
from tests.writers import samples

STYLE = load_style("oim")
EDITIONS = {"kit": samples.edition, "one": samples.single, "hostile": samples.hostile}


@cache
def made(name: str) -> bytes:
    return write(EDITIONS[name](), STYLE).value


@cache
def reader(name: str) -> PdfReader:
    return PdfReader(io.BytesIO(made(name)))


def information(data: bytes) -> Any:
    return PdfReader(io.BytesIO(data)).metadata


def small(**changes: Any) -> Edition:
    body = (Para((Text("Un paragraphe."),)),)
    return replace(Edition((Release("a", title=(Text("Un titre"),), body=body),), "Un titre", "single"), **changes)


def small_with(*blocks: Block) -> Edition:
    return Edition((Release("a", title=(Text("Un titre"),), body=blocks),), "Un titre", "single")


def structure(file: PdfReader) -> Iterator[Any]:
    """Every structure element of the file, in reading order."""

    def walk(node: Any) -> Iterator[Any]:
        node = node.get_object()
        if isinstance(node, ArrayObject):
            for kid in node:
                yield from walk(kid)
        elif isinstance(node, DictionaryObject) and "/S" in node:
            yield node
            yield from walk(node.get("/K", ArrayObject()))

    root: Any = file.trailer["/Root"]
    yield from walk(root["/StructTreeRoot"]["/K"])


def within(point: tuple[float, float], box: Any) -> bool:
    return bool(box.left <= point[0] <= box.right and box.bottom <= point[1] <= box.top)


def pages_of(edition: Edition, style: Style, **settings: bool) -> list[str]:
    made = write(edition, style.with_settings(**settings)).value
    return [page.extract_text() for page in PdfReader(io.BytesIO(made)).pages]
