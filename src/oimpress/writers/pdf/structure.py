"""The structure tree as a whole, put in order once WeasyPrint has built it: contents, lists, notes.

Source of what may stand in what: ISO 32000-1, 14.8.4.
"""

from __future__ import annotations

from typing import Any


def put_in_order(pdf: Any) -> None:
    """Let contents consist of their entries and lists of items with one body each, and give notes their names."""
    for contents in _all(pdf, "/TOC"):
        _list_entries(contents, pdf)
    for item in _all(pdf, "/LI"):
        _give_body(item, pdf)
    for each in _all(pdf, "/L"):
        _nest(each, pdf)
    _name_notes(pdf)


def _all(pdf: Any, role: str) -> list[Any]:
    return [each for each in pdf.objects if isinstance(each, dict) and each.get("S") == role]


def _element(pdf: Any, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]


def _list_entries(contents: Any, pdf: Any) -> None:
    """Make of the rows of a table the entries of contents, in each the words and the link to the page."""
    from pydyf import Array  # type: ignore[import-untyped]

    rows = [row for group in contents["K"] for row in _element(pdf, group)["K"]]
    contents["K"] = Array(rows)
    for row in (_element(pdf, reference) for reference in rows):
        row["S"], row["P"] = "/TOCI", contents.reference
        for cell in (_element(pdf, reference) for reference in row["K"]):
            cell["S"] = "/NonStruct" if cell["S"] == "/TH" else "/Reference"
            cell.pop("A", None)
            cell.pop("ID", None)


def _give_body(item: Any, pdf: Any) -> None:
    """Put what stands in a list item beside its label into one LBody."""
    from pydyf import Array, Dictionary

    kids = {reference: _element(pdf, reference) for reference in item["K"]}
    loose = [reference for reference, kid in kids.items() if kid["S"] not in ("/Lbl", "/LBody")]
    if not loose:
        return
    body = Dictionary({"Type": "/StructElem", "S": "/LBody", "K": Array(loose), "P": item.reference, "Pg": item["Pg"]})
    pdf.add_object(body)
    for reference in loose:
        kids[reference]["P"] = body.reference
    item["K"] = Array([*(reference for reference in kids if reference not in loose), body.reference])


def _nest(outer: Any, pdf: Any) -> None:
    """Put each list that stands beside the items of another into the body of the item before it."""
    from pydyf import Array

    kept: list[bytes] = []
    for reference in outer["K"]:
        inner = _element(pdf, reference)
        body = _body(_element(pdf, kept[-1]), pdf) if kept and inner["S"] == "/L" else None
        if body is None:
            kept.append(reference)
        else:
            body["K"].append(reference)
            inner["P"] = body.reference
    outer["K"] = Array(kept)


def _body(item: Any, pdf: Any) -> Any:
    """The body of a list item; None where it has none."""
    bodies = (_element(pdf, reference) for reference in item["K"] if isinstance(reference, bytes))
    return next((each for each in bodies if each["S"] == "/LBody"), None)


def _name_notes(pdf: Any) -> None:
    """Give each note a name of its own, which the tree of names leads to.

    Source: ISO 14289-1, 7.9; ISO 32000-1, 14.7.2 (IDTree).
    """
    from pydyf import Array, Dictionary, String

    notes = _all(pdf, "/Note")
    if not notes:
        return
    names = Array()
    for number, note in enumerate(notes, 1):
        note["ID"] = String(f"note-{number:06}")
        names.extend((note["ID"], note.reference))
    root = next(each for each in pdf.objects if isinstance(each, dict) and each.get("Type") == "/StructTreeRoot")
    root["IDTree"] = Dictionary({"Names": names})
