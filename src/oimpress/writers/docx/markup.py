"""Elements of WordprocessingML, and what Word calls a language.

Source: ECMA-376-1 (Office Open XML, transitional), part 17.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple, TypeAlias

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
XML = "http://www.w3.org/XML/1998/namespace"
Elements: TypeAlias = list[etree._Element]
NAMES = {"w": W, "r": R}
RIGHT_TO_LEFT = frozenset({"Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"})
EAST_ASIAN = frozenset({"Bopo", "Hani", "Hans", "Hant", "Hira", "Jpan", "Kana", "Kore", "Hang"})


def w(tag: str, *children: etree._Element, **attributes: str | int) -> etree._Element:
    """The element ``w:tag``; attributes are of the same namespace, ``r_id`` is ``r:id``."""
    made = etree.Element(
        f"{{{W}}}{tag}",
        {f"{{{R}}}id" if name == "r_id" else f"{{{W}}}{name}": str(value) for name, value in attributes.items()},
        nsmap=NAMES,
    )
    made.extend(children)
    return made


def text(words: str) -> etree._Element:
    """``w:t`` that keeps its blanks."""
    made = w("t")
    made.set(f"{{{XML}}}space", "preserve")
    made.text = str(words)
    return made


def of(attribute: str) -> str:
    """The qualified name of a ``w:`` attribute."""
    return f"{{{W}}}{attribute}"


class Tongue(NamedTuple):
    """A language as run properties name it: a tag with a region, and which attribute holds it."""

    tag: str
    attribute: str  # "val", "eastAsia" or "bidi"


@cache
def tongue(lang: str) -> Tongue:
    """``fr`` as ``fr-FR``: Word proofs by region. Source of the regions: CLDR, likely subtags."""
    from babel.core import get_global

    parts = lang.replace("_", "-").split("-")
    language = parts[0].lower()
    likely = str(get_global("likely_subtags").get(language, language)).split("_")
    script = next((part.title() for part in parts[1:] if len(part) == 4), likely[1] if len(likely) > 1 else "")
    region = next((part.upper() for part in parts[1:] if len(part) == 2), likely[2] if len(likely) > 2 else "")
    attribute = "bidi" if script in RIGHT_TO_LEFT else "eastAsia" if script in EAST_ASIAN else "val"
    return Tongue(f"{language}-{region}" if region else language, attribute)
