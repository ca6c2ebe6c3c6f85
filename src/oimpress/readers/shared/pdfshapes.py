"""What is drawn on a page of a PDF, as the boxes of its rules. Source: ISO 32000-2, 8.5."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from oimpress.pdfium import pdfium
from oimpress.readers.shared.pdfrules import THIN, PageBox

MOST_SHAPES = 5_000  # of a page: more are a drawing
LEAST_DOT, MOST_DOT = 1.2, 8.0  # points
UNEVEN = 0.25  # of its size: a dot is no more higher or less high than wide
RECTANGLE = (4, 5)  # segments
FRAMES = (8, 9, 10)  # segments of two rectangles, between which a border is


def is_dot(box: PageBox) -> bool:
    """Whether something drawn is as small and as high as wide, as bullets of lists are."""
    wide, high = box[1] - box[0], box[3] - box[2]
    return all(LEAST_DOT <= side <= MOST_DOT for side in (wide, high)) and abs(wide - high) <= UNEVEN * max(wide, high)


def drawn_boxes(page: Any) -> Iterator[PageBox]:
    """The boxes of what is drawn on a page; the four sides of a rectangle that only its border shows."""
    raw = pdfium().raw
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    for shape in islice(page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]), MOST_SHAPES):
        left, bottom, right, top = shape.get_bounds()
        raw.FPDFPath_GetDrawMode(shape, fill, stroke)
        segments = raw.FPDFPath_CountSegments(shape)
        bordered = bool(stroke.value) and segments in RECTANGLE and not is_dot((left, right, bottom, top))
        if bordered or (fill.value and segments in FRAMES and _is_frame(shape, right - left, top - bottom)):
            yield from ((left, right, y, y) for y in (bottom, top))
            yield from ((x, x, bottom, top) for x in (left, right))
        else:
            yield left, right, bottom, top


def _is_frame(shape: Any, width: float, height: float) -> bool:
    """Whether a shape of this size is what lies between two rectangles, and as thin as a rule all around."""
    groups = _points(shape)
    if len(groups) != 2:
        return False
    inner, outer = sorted(map(_extent, groups), key=lambda box: box[1] - box[0])
    sides = ((inner[:2], outer[:2], width), (inner[2:], outer[2:], height))
    return all(_is_thin_around(*side) for side in sides)


def _points(shape: Any) -> list[list[tuple[float, float]]]:
    """The points of each figure of a shape, in its own measure."""
    raw = pdfium().raw
    groups: list[list[tuple[float, float]]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for at in range(raw.FPDFPath_CountSegments(shape)):
        segment = raw.FPDFPath_GetPathSegment(shape, at)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        if not groups or raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO:
            groups.append([])
        groups[-1].append((x.value, y.value))
    return groups


def _extent(points: Sequence[tuple[float, float]]) -> PageBox:
    across, up = zip(*points, strict=True)
    return min(across), max(across), min(up), max(up)


def _is_thin_around(inner: tuple[float, float], outer: tuple[float, float], on_page: float) -> bool:
    """Whether one stretch lies in the other, which takes so many points on the page, and leaves little of it."""
    (begin, end), (low, high) = inner, outer
    left_over = (begin - low) + (high - end)
    return low <= begin and end <= high and left_over * on_page <= 2 * THIN * (high - low)
