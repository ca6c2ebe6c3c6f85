"""All that a reader of a PDF meets, in plain values, so that two files can be compared that are made differently."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NullObject

SCALE = 0.8  # of the size in points: letters can still be told apart
SPACES = re.compile(r"[\s\u00a0\u2010\ufffe-]+")
FILES = ("/F", "/UF", "/Desc", "/AFRelationship")


class Sight(NamedTuple):
    """What is seen of each page, heard of the text, and told of the file."""

    pixels: list[str]
    boxes: list[dict[str, list[float]]]
    words: list[str]
    structure: list[Any]
    links: list[Any]
    outline: list[Any]
    places: dict[str, Any]
    attached: list[Any]
    told: dict[str, Any]


def sight(data: bytes) -> Sight:
    """The file as it is seen."""
    file = PdfReader(io.BytesIO(data))
    pages = {page.indirect_reference.idnum: at for at, page in enumerate(file.pages) if page.indirect_reference}
    root: Any = file.trailer["/Root"]
    return Sight(
        _pixels(data),
        [{key: _rounded(value) for key, value in page.items() if key.endswith("Box")} for page in file.pages],
        list(_words(data)),
        list(_structure(root["/StructTreeRoot"]["/K"], pages)),
        [_link(note.get_object()) for page in file.pages for note in page.get("/Annots", ())],
        list(_outline(root["/Outlines"].get_object().get("/First"), pages, 0)),
        {name: _place(place.dest_array, pages) for name, place in file.named_destinations.items()},
        [_attached(each.get_object()) for each in root["/AF"]],
        {
            **{key: str(root[key]) for key in ("/Lang", "/ViewerPreferences", "/MarkInfo", "/PageLabels")},
            **_information(file),
        },
    )


def mapped(data: bytes) -> int:
    """How many marked contents of the pages lead to an element of the structure, which leads back to them."""
    file = PdfReader(io.BytesIO(data))
    root: Any = file.trailer["/Root"]
    owners = dict(_numbers(root["/StructTreeRoot"]["/ParentTree"].get_object()))
    count = 0
    every: list[Any] = list(file.pages)
    for page in every:
        for number, owner in enumerate(owners[page["/StructParents"]]):
            element: Any = owner.get_object()
            if not isinstance(element, NullObject):
                assert number in element["/K"]
                assert element["/Pg"].get_object() == page.get_object()
                count += 1
    return count


def _numbers(node: Any) -> Iterator[tuple[int, Any]]:
    for kid in node.get("/Kids", ()):
        yield from _numbers(kid.get_object())
    found = node.get("/Nums", ())
    yield from zip(found[::2], (each.get_object() for each in found[1::2]), strict=True)


def _pixels(data: bytes) -> list[str]:
    file = pypdfium2.PdfDocument(data)
    return [hashlib.sha256(page.render(scale=SCALE).to_pil().tobytes()).hexdigest()[:12] for page in file]


def _words(data: bytes) -> Iterator[str]:
    """The letters of each page. One glyph may stand for several spaces or hyphens: which of them is read differs."""
    for page in pypdfium2.PdfDocument(data):
        yield SPACES.sub("", page.get_textpage().get_text_range())


def _structure(node: Any, pages: dict[int, int]) -> Iterator[Any]:
    node = node.get_object() if isinstance(node, IndirectObject) else node
    if isinstance(node, ArrayObject):
        for kid in node:
            yield from _structure(kid, pages)
    elif isinstance(node, DictionaryObject) and "/S" in node:
        facts = {key: _plain(value) for key, value in node.items() if key in ("/S", "/Lang", "/Alt", "/A")}
        facts["named"] = "/ID" in node
        yield facts, pages.get(node.raw_get("/Pg").idnum) if "/Pg" in node else None
        yield "("
        yield from _structure(node.get("/K", ArrayObject()), pages)
        yield ")"
    elif isinstance(node, DictionaryObject):
        yield _link(node["/Obj"].get_object())
    else:
        yield int(node)


def _plain(value: Any) -> Any:
    """A value without names, of which only their number counts."""
    if isinstance(value, DictionaryObject):
        return {key: len(each) if key == "/Headers" else _plain(each) for key, each in value.items()}
    return _rounded(value) if isinstance(value, ArrayObject) else str(value)


def _link(note: Any) -> Any:
    action = note.get("/A", {})
    return _rounded(note["/Rect"]), str(note.get("/Dest", action.get("/URI"))), str(note["/Contents"]), note["/F"]


def _outline(line: Any, pages: dict[int, int], depth: int) -> Iterator[Any]:
    while line is not None:
        line = line.get_object()
        yield depth, str(line["/Title"]), _place(line["/Dest"], pages), int(line.get("/Count", 0))
        yield from _outline(line.get("/First"), pages, depth + 1)
        line = line.get("/Next")


def _place(array: Any, pages: dict[int, int]) -> Any:
    return pages[array[0].idnum if isinstance(array[0], IndirectObject) else array[0]], _rounded(array[2:])


def _attached(file: Any) -> Any:
    stream = file["/EF"]["/F"].get_object()
    facts = {key: str(value) for key, value in stream["/Params"].items() if key != "/CheckSum"}
    return [str(file[key]) for key in FILES], stream["/Subtype"], facts, hashlib.sha256(stream.get_data()).hexdigest()


def _information(file: PdfReader) -> dict[str, Any]:
    root: Any = file.trailer["/Root"]
    metadata = root["/Metadata"].get_data()
    return {**{key: str(value) for key, value in (file.metadata or {}).items()}, "xmp": metadata}


def _rounded(numbers: Any) -> list[float]:
    return [round(float(each), 3) for each in numbers]
