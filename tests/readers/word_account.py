"""Every character of a Word document, counted straight from the file by a reader that shares nothing with ours."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
import zipfile
from collections import Counter
from io import BytesIO

SAID = {"t": None, "delText": None, "v": None}  # elements whose own text counts
ATTRIBUTES = {"docPr": ("descr", "title"), "cNvPr": ("descr",), "shape": ("alt",), "rect": ("alt",), "group": ("alt",)}
ATTRIBUTES |= {"tblCaption": ("val",), "tblDescription": ("val",)}
PARTS = re.compile(r"word/(?:document|comments\d*|footnotes|endnotes|header\d*|footer\d*|charts/\w+|diagrams/\w+)\.xml")


def characters(data: bytes) -> Counter[str]:
    """The characters of the document that are no blanks."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        counted: Counter[str] = Counter()
        for name in archive.namelist():
            if PARTS.fullmatch(name):
                counted += _of_part(ET.fromstring(archive.read(name)), chart="charts/" in name)
            elif name.endswith((".htm", ".html", ".txt")):
                counted += Counter(archive.read(name).decode())
    return Counter({char: count for char, count in counted.items() if not char.isspace()})


def _of_part(root: ET.Element, chart: bool) -> Counter[str]:
    counted: Counter[str] = Counter()
    for element in root.iter():
        tag = element.tag.rpartition("}")[2]
        if tag in SAID and (tag != "v" or chart):
            counted.update(element.text or "")
        given = {key.rpartition("}")[2]: value for key, value in element.attrib.items()}
        if tag == "sym":
            counted.update(chr(int(given["char"], 16)))
        if tag == "noBreakHyphen":
            counted.update("\u2011")
        for name in ATTRIBUTES.get(tag, ()):
            counted.update(given.get(name, ""))
    return counted
