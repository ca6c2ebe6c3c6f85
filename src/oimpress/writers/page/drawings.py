"""Drawings (SVG) as pictures: shapes, paints and words stay; nothing that runs, moves or comes from elsewhere does.

Source: SVG 2 (W3C, 2018), 5 and 16; SVG Integration (W3C), 3 (secure static mode).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

SVG, XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
SHAPES = "path rect circle ellipse line polyline polygon text tspan"
PARTS = f"svg g defs symbol use linearGradient radialGradient stop clipPath title desc style {SHAPES}"
DRAWN = frozenset(PARTS.split())
VISIBLE = [f"{{{SVG}}}{shape}" for shape in SHAPES.split()]  # without any, what holds the place of a picture to come
MOST_BYTES, MOST_PARTS, DEEPEST = 4_000_000, 30_000, 60
LEAST_SIDE, MOST_SIDE, MOST_RATIO = 1.0, 20_000.0, 50.0  # user units, and how much longer one side may be
LENGTH = re.compile(r"\s*(\d+(?:\.\d+)?)(?:px|pt|mm|cm|in)?\s*\Z")
FOREIGN = re.compile(r"url\s*\(\s*['\"]?\s*(?!#)|@|expression|javascript:|behavior|\\", re.IGNORECASE)


class Drawing(NamedTuple):
    """A drawing that needs nothing but itself, and its size in user units."""

    data: bytes
    width: int
    height: int


def is_drawing(data: bytes) -> bool:
    """Whether ``data`` begins as an SVG does."""
    return b"<svg" in data[:2000] and data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")


def drawing(data: bytes) -> Drawing | None:
    """The SVG ``data`` with nothing but what it draws itself; None for a blank one, one too large or without size."""
    if len(data) > MOST_BYTES:
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    if root.tag != f"{{{SVG}}}svg" or not (size := _size(root)) or not _is_bounded(root):
        return None
    for part in list(root.iter()):
        _cleaned(part)
    if not _is_bounded(root) or _is_multiplied(root) or next(root.iter(*VISIBLE), None) is None:
        return None
    root.set("width", f"{size[0]:g}")
    root.set("height", f"{size[1]:g}")
    root.set("viewBox", root.get("viewBox") or f"0 0 {size[0]:g} {size[1]:g}")
    return Drawing(etree.tostring(root), max(1, round(size[0])), max(1, round(size[1])))


def _size(root: etree._Element) -> tuple[float, float] | None:
    """Width and height as the drawing says them, else those of its ``viewBox``; None when it cannot be shown so."""
    said = [LENGTH.match(root.get(side, "")) for side in ("width", "height")]
    box = re.findall(r"-?\d+(?:\.\d+)?", root.get("viewBox", ""))
    sides = [float(each[1]) for each in said if each] if all(said) else [float(each) for each in box[2:4]]
    if len(sides) != 2 or not all(LEAST_SIDE <= side <= MOST_SIDE for side in sides):
        return None
    return (sides[0], sides[1]) if max(sides) <= MOST_RATIO * min(sides) else None


def _is_bounded(root: etree._Element) -> bool:
    """Whether the drawing has not too many parts, nor parts too deep in each other."""
    waiting, parts = [(root, 1)], 0
    while waiting:
        part, depth = waiting.pop()
        parts += 1
        if parts > MOST_PARTS or depth > DEEPEST:
            return False
        waiting += [(child, depth + 1) for child in part]
    return True


def _cleaned(part: etree._Element) -> None:
    """Take out ``part`` when it draws nothing by itself, else what in it leads elsewhere or runs."""
    parent = part.getparent()
    name = etree.QName(part) if isinstance(part.tag, str) else None
    draws = name is not None and name.namespace == SVG and name.localname in DRAWN
    if parent is not None and (not draws or (part.tag == f"{{{SVG}}}style" and FOREIGN.search(part.text or ""))):
        parent.remove(part)
        return
    for attribute in list(_unsafe(part)):
        del part.attrib[attribute]


def _unsafe(part: etree._Element) -> Iterator[str]:
    for name, value in part.attrib.items():
        plain = etree.QName(name).localname.lower()
        foreign = etree.QName(name).namespace not in (None, XLINK)
        leads = plain == "href" and not str(value).strip().startswith("#")
        if foreign or leads or plain.startswith("on") or FOREIGN.search(str(value)):
            yield str(name)


def _is_multiplied(root: etree._Element) -> bool:
    """Whether parts that are used again would make too many of themselves, or go round."""
    named = {each.get("id"): each for each in root.iter() if each.get("id")}
    drawn = 0
    for use in root.iter(f"{{{SVG}}}use"):
        href = use.get("href") or use.get(f"{{{XLINK}}}href") or ""
        target = named.get(href.removeprefix("#"))
        if target is None:
            continue
        if next(target.iter(f"{{{SVG}}}use"), None) is not None:
            return True
        drawn += sum(1 for _ in target.iter())
    return drawn > MOST_PARTS
