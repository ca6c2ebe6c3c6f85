"""What a print shop cuts by: marks outside the bleed, on a sheet that is larger than page and bleed.

Source: ISO 15930-7, 6.12 (boxes); ISO 32000-1, 14.11.2 and 14.11.3 (printer’s marks).
"""

from __future__ import annotations

from typing import Any

MILLIMETRE = 72 / 25.4
GAP, MARK, MARGIN = 1 * MILLIMETRE, 5 * MILLIMETRE, 8 * MILLIMETRE  # outside the bleed
STROKE = 0.25  # pt


def put_crop_marks(pdf: Any) -> None:
    """Enlarge the sheet of each page beyond its bleed, and draw there where the page is to be cut."""
    from pydyf import Array, Stream  # type: ignore[import-untyped]

    keep = Stream([b"q"])
    pdf.add_object(keep)
    for page in [each for each in pdf.objects if isinstance(each, dict) and each.get("Type") == "/Page"]:
        trim, bleed = tuple(page["TrimBox"]), tuple(page["BleedBox"])
        left, bottom, right, top = bleed
        page["MediaBox"] = Array([left - MARGIN, bottom - MARGIN, right + MARGIN, top + MARGIN])
        marks = Stream([b"Q /Artifact <</Type /Page>> BDC q 0 0 0 RG", *_lines(trim, bleed), b"Q EMC"])
        pdf.add_object(marks)
        page["Contents"] = Array([keep.reference, page["Contents"], marks.reference])


def _lines(trim: tuple[float, ...], bleed: tuple[float, ...]) -> list[bytes]:
    """Two lines for each corner of the page, none of them on it or on its bleed."""
    left, bottom, right, top = bleed
    lines = [f"{STROKE} w"]
    for x in (trim[0], trim[2]):
        for near, sign in ((bottom, -1), (top, 1)):
            lines.append(f"{x:.3f} {near + sign * GAP:.3f} m {x:.3f} {near + sign * (GAP + MARK):.3f} l S")
    for y in (trim[1], trim[3]):
        for near, sign in ((left, -1), (right, 1)):
            lines.append(f"{near + sign * GAP:.3f} {y:.3f} m {near + sign * (GAP + MARK):.3f} {y:.3f} l S")
    return [each.encode() for each in lines]
