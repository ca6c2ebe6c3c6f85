"""Release <-> canonical XML, without loss and with one byte sequence for one content."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from html import escape  # that of xml.sax loads urllib.request, which costs more than a release
from itertools import groupby
from typing import TYPE_CHECKING, Any, assert_never

from oimpress.errors import InvalidRelease
from oimpress.model.grammar import GRAMMAR, Part, Shape, node_of
from oimpress.model.nodes import Break, Inline, Inlines, Release, Text
from oimpress.model.runs import inlines
from oimpress.model.schema import NAMESPACE, parse
from oimpress.model.walk import slots
from oimpress.patterns import lazy

if TYPE_CHECKING:
    from lxml.etree import _Element

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# Characters XML 1.0 forbids, and control characters that have no business in a text (XML 1.0, 2.2).
MOST = 999  # columns or rows that a cell covers
FORBIDDEN = lazy("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def to_xml(release: Release) -> bytes:
    """The canonical XML of ``release``: UTF-8, block elements indented by two spaces, text never touched.

    Raises InvalidRelease when the release is not in normal form (see :func:`fault`).
    """
    check(release, release.id)
    lines = list(_element(release, "release", "", f' xmlns="{NAMESPACE}"'))
    return (DECLARATION + "\n".join(lines) + "\n").encode()


def from_xml(data: bytes, place: str = "XML") -> Release:
    """The release in ``data``. Raises InvalidRelease, with ``place`` and line, for anything but canonical content."""
    root = parse(data, place)
    release: Release = _node(root, Release)
    if found := fault(release):
        raise InvalidRelease(
            "{place}: {fault}; write each text on one line, in NFC, line breaks as <br/>", place=place, fault=found
        )
    return release


def check(release: Release, place: str) -> None:
    """Raise InvalidRelease, with ``place``, for a release that :func:`to_xml` would refuse."""
    if found := fault(release):
        raise InvalidRelease("{place}: {fault}; the release cannot be written as XML", place=place, fault=found)


def fault(release: Release) -> str:
    """What keeps ``release`` from normal form, with its path; empty when nothing does."""
    for path, text in slots(release):
        run = text.replace("\n", "") if "\n" in text and "@" not in path else text
        if bad := FORBIDDEN.search(run):
            return f"{path}: the character U+{ord(bad[0]):04X} is not allowed in a text"
        if not unicodedata.is_normalized("NFC", run):
            return f"{path}: the text is not in NFC"
    return _shape_fault(release)


def _shape_fault(node: Any) -> str:
    element, parts, _ = GRAMMAR[type(node)]
    for part in parts:
        value = getattr(node, part.field)
        if value or part.how == "count":
            if found := _part_fault(part, value, element):
                return found
        elif part.required:
            return f"<{part.name or element}>: empty"
    return ""


def _part_fault(part: Part, value: Any, element: str) -> str:
    """What is wrong with one field, or in it; attributes have no shape."""
    name = part.name or element
    match part.how:
        case "inlines":
            if not _is_normal(value) or any(isinstance(child, Text) and "\n" in child.value for child in value):
                return f"<{name}>: split or multi-line text"
            inner = tuple(child for child in value if not isinstance(child, Text | Break))
        case "nodes":
            inner = value
        case "node":
            inner = (value,)
        case "text":
            return f"<{name}>: a line feed" if "\n" in value else ""
        case "texts":
            return f"<{name}>: a line feed" if any("\n" in text for text in value) else ""
        case "count":
            return "" if 1 <= value <= MOST else f"<{element}>: {name} must be from 1 to {MOST}"
        case "attribute" | "flag":
            return ""
        case _:
            assert_never(part.how)
    return next(filter(None, map(_shape_fault, inner)), "")


def _is_normal(children: Inlines) -> bool:
    """Whether no text is empty, and none stands beside another."""
    if len(children) == 1 and isinstance(only := children[0], Text):
        return bool(only.value)
    return children == inlines(*children)


# -- writing ----------------------------------------------------------------------------------------------


def _element(node: Any, element: str, indent: str, namespace: str = "") -> Iterator[str]:
    """The lines of one node's element."""
    shape = GRAMMAR[type(node)]
    tag = element + namespace + _attributes(node, shape)
    if shape.is_leaf:
        yield f"{indent}<{tag}>{_leaf(node, shape)}</{element}>"
        return
    content = list(_content(node, shape, indent + "  "))
    if not content:
        yield f"{indent}<{tag}/>"
        return
    yield f"{indent}<{tag}>"
    yield from content
    yield f"{indent}</{element}>"


def _attributes(node: Any, shape: Shape) -> str:
    pairs = dict(shape.fixed)
    for part in shape.parts:
        value = getattr(node, part.field)
        if part.how == "flag":
            value = part.words[value]
        elif part.how == "count":
            value = str(value) if value > 1 else ""
        elif part.how != "attribute" or "/" in part.name:
            continue
        if value or (part.field == "href" and shape.element == "link"):
            pairs[part.name] = value
    return "".join(f' {name}="{_quoted(value)}"' for name, value in pairs.items())


def _escaped(value: str) -> str:
    return escape(value, quote=False)


def _quoted(value: str) -> str:
    return _escaped(value).replace('"', "&quot;")


def _leaf(node: Any, shape: Shape) -> str:
    part = next(part for part in shape.parts if not part.name)
    value = getattr(node, part.field)
    return _markup(value) if part.how == "inlines" else _escaped(value)


def _markup(children: Inlines) -> str:
    return "".join(_escaped(child.value) if isinstance(child, Text) else _marked(child) for child in children)


def _marked(child: Inline) -> str:
    if isinstance(child, Break):
        return "<br/>"
    shape = GRAMMAR[type(child)]
    return f"<{shape.element}{_attributes(child, shape)}>{_leaf(child, shape)}</{shape.element}>"


def _content(node: Any, shape: Shape, indent: str) -> Iterator[str]:
    for inside, parts in groupby(shape.parts, lambda part: part.inside.partition("/")[0]):
        deeper = indent + "  " if inside else indent
        lines = [line for part in parts for line in _part(getattr(node, part.field), part, deeper)]
        if inside and lines:
            lines = [f"{indent}<{inside}>", *lines, f"{indent}</{inside}>"]
        yield from lines


def _part(value: Any, part: Part, indent: str) -> Iterator[str]:
    if not value or part.how in ("flag", "count"):
        return
    if part.how == "attribute":
        element, _, attribute = part.name.partition("/")
        if attribute:
            yield f'{indent}<{element} {attribute}="{_quoted(value)}"/>'
    elif part.how == "inlines":
        yield f"{indent}<{part.name}>{_markup(value)}</{part.name}>"
    elif part.how == "text":
        yield f"{indent}<{part.name}>{_escaped(value)}</{part.name}>"
    elif part.how == "texts":
        yield from (f"{indent}<{part.name}>{_escaped(text)}</{part.name}>" for text in value)
    elif part.how == "node":
        yield from _element(value, part.name, indent)
    elif part.how == "nodes":
        yield from _wrapped(value, part, indent)


def _wrapped(value: Any, part: Part, indent: str) -> Iterator[str]:
    wrapper = part.inside.partition("/")[2]
    deeper = indent + "  " if wrapper else indent
    if wrapper:
        yield f"{indent}<{wrapper}>"
    for child in value:
        yield from _element(child, GRAMMAR[type(child)].element, deeper)
    if wrapper:
        yield f"{indent}</{wrapper}>"


# -- reading ----------------------------------------------------------------------------------------------


def _name(element: _Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _children(element: _Element) -> list[_Element]:
    return [child for child in element if isinstance(child.tag, str)]


def _node(element: _Element, cls: type[Any]) -> Any:
    fields: dict[str, Any] = {}
    shape = GRAMMAR[cls]
    named = {part.name for part in shape.parts if part.name and not part.inside}
    for part in shape.parts:
        holder = _holder(element, part.inside)
        if holder is not None:
            value = _value(holder, part, named)
            if value is not None:
                fields[part.field] = value
    return cls(**fields)


def _holder(element: _Element, inside: str) -> _Element | None:
    holder: _Element | None = element
    for step in filter(None, inside.split("/")):
        holder = _child(holder, step)
        if holder is None:
            return None
    return holder


def _child(element: _Element | None, name: str) -> _Element | None:
    return next((child for child in _children(element) if _name(child) == name), None) if element is not None else None


def _value(holder: _Element, part: Part, named: set[str]) -> Any:
    match part.how:
        case "attribute":
            element, _, attribute = part.name.rpartition("/")
            at = _child(holder, element) if element else holder
            return None if at is None else at.get(XML_LANG if attribute == "xml:lang" else attribute)
        case "flag":
            return holder.get(part.name, "") == part.words[1]
        case "count":
            return int(holder.get(part.name, "1"))
        case "nodes" if not part.name:
            return tuple(_read(child) for child in _children(holder) if part.inside or _name(child) not in named)
    if not part.name:
        return _inlines(holder) if part.how == "inlines" else holder.text or ""
    found = [child for child in _children(holder) if _name(child) == part.name]
    if part.how in ("nodes", "texts"):
        return tuple(_read(child) if part.how == "nodes" else child.text or "" for child in found)
    if not found:
        return None
    return {"inlines": _inlines, "text": lambda child: child.text or "", "node": _read}[part.how](found[0])


def _read(element: _Element) -> Any:
    return _node(element, node_of(_name(element), element.get("type", "")))


def _inlines(element: _Element) -> Inlines:
    parts: list[Inline | str] = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str):
            parts.append(_read(child))
        parts.append(child.tail or "")
    return inlines(*parts)
