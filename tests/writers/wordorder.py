"""The words of an edition in the order of its canonical XML, and whether an output keeps them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from io import BytesIO

from hypothesis import Phase, given, settings
from lxml import etree
from PIL import Image

from oimpress.model.codec import from_xml, to_xml
from oimpress.model.nodes import Edition, Release
from oimpress.model.walk import slots
from oimpress.writers.wording import ordered
from tests.strategies import releases

INLINE = {"em", "strong", "link", "anchor", "foreign", "sup", "code"}
QUICK = (Phase.explicit, Phase.reuse, Phase.generate)  # shrinking a whole release takes minutes
WORD = re.compile(r"[^\W_]+")


def words(text: str) -> list[str]:
    """What stands between blanks and marks, in small letters: a style may set capitals."""
    return WORD.findall(text.casefold())


def words_of(release: Release) -> list[str]:
    """Every word of the release: title, dateline, facts, body, contacts, « À propos »."""
    root = etree.fromstring(to_xml(release))
    for element in root.iter(etree.Element):
        if etree.QName(element).localname not in INLINE:
            element.tail = f" {element.tail or ''}"
            element.text = f" {element.text or ''}"
    return words("".join(root.itertext()))


def missing(edition: Edition, shown: str | Iterable[str]) -> list[str]:
    """The words that ``shown`` does not hold where they belong: other words between them do no harm."""
    wanted = [word for release in ordered(edition) for word in words_of(release)]
    found = iter(words(shown if isinstance(shown, str) else " ".join(shown)))
    lost = []
    for at, word in enumerate(wanted):
        if word not in found:
            lost = wanted[at : at + 8]
            break
    return lost


def with_notes_in_place(release: Release) -> Release:
    """``release`` with notes that nothing calls: those that are called go to the foot of the page that calls them."""
    return from_xml(re.sub(rb'<note id="[^"]*">', b"<note>", to_xml(release)))


def any_edition(count: int = 40) -> Edition:
    """An edition of releases made up by hypothesis, the same at every call."""
    made_up: list[Release] = []

    @settings(max_examples=count, phases=[Phase.generate], derandomize=True, database=None)
    @given(releases)
    def gather(release: Release) -> None:
        made_up.append(with_notes_in_place(release))

    gather()
    return Edition(tuple(made_up), "Au hasard")


def with_picture(edition: Edition) -> Edition:
    """The edition with a picture for every figure that wants one."""
    out = BytesIO()
    Image.new("RGB", (400, 300), "#336699").save(out, "JPEG")
    wanted = {href for release in edition.releases for path, href in slots(release) if path.endswith("]/@href")}
    return replace(edition, assets=dict.fromkeys(map(str, wanted), out.getvalue()))
