"""Whatever somebody does to a kit in Word: each release in it is lawful, or the kit is refused."""

from __future__ import annotations

from copy import deepcopy
from random import Random

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from lxml import etree

from oimpress.errors import ReadError
from oimpress.sources import Source
from oimpress.style import load_style
from oimpress.writers import find
from tests.readers.laws import lawful_all
from tests.readers.test_docx_own import rewritten
from tests.readers.word import W
from tests.writers import samples

KIT = find("docx").write(samples.edition(), load_style("oim")).value
STYLES = ("Heading1", "PressTitle", "PressDateline", "PressKicker", "PressContactName", "BodyText", "Title", "Toc1")


def w(name: str) -> str:
    return f"{{{W}}}{name}"


def edited(xml: str, random: Random) -> str:
    """The document after one to four edits.

    Deleted, moved, copied, emptied, broken by Shift+Enter, restyled, ends of bookmarks taken off.
    """
    root = etree.fromstring(xml.encode())
    for _ in range(random.randint(1, 4)):
        blocks = list(root.iter(w("p"), w("tbl")))
        one, other = random.choice(blocks), random.choice(blocks)
        match random.choice(["delete", "move", "copy", "empty", "break", "restyle", "unmark"]):
            case "delete" if (parent := one.getparent()) is not None:
                parent.remove(one)
            case "move" if one is not other and one not in other.iterancestors():
                other.addnext(one)
            case "copy":
                other.addnext(deepcopy(one))
            case "empty":
                etree.strip_elements(one, w("t"), with_tail=False)
            case "break":
                broken(one)
            case "restyle":
                for style in list(one.iter(w("pStyle")))[:1]:
                    style.set(w("val"), random.choice(STYLES))
            case "unmark":
                etree.strip_elements(one, w(random.choice(["bookmarkStart", "bookmarkEnd"])), with_tail=False)
            case _:
                pass
    return etree.tostring(root, encoding="unicode")


def broken(block: etree._Element) -> None:
    """Part the words of every run by a soft line break in their middle."""
    for text in list(block.iter(w("t"))):
        words = text.text or ""
        text.text = words[: len(words) // 2]
        text.addnext(rest := etree.Element(w("t")))
        rest.text = words[len(words) // 2 :]
        text.addnext(etree.Element(w("br")))


REFUSALS = ("this document holds several releases, but where each begins", "no text was found in this document")


def check(random: Random) -> None:
    """Edit the kit and read it: lawful releases, or one of the two refusals that such a document can meet."""
    source = Source("kit.docx", rewritten(KIT, lambda xml: edited(xml, random)))
    refusal = ""
    try:
        found = lawful_all(source)
    except ReadError as error:
        refusal = error.message
    if refusal:
        assert any(known in refusal for known in REFUSALS)
    else:
        assert len({each.value.id for each in found}) == len(found)


@settings(max_examples=15, phases=[Phase.explicit, Phase.reuse, Phase.generate])  # shrinking takes minutes
@given(st.integers(0, 2**32))
def test_any_edit_of_a_kit_is_lawful_or_refused(seed: int) -> None:
    check(Random(seed))


@pytest.mark.campaign
def test_a_thousand_edits_of_a_kit_are_lawful_or_refused() -> None:
    for seed in range(1000):
        check(Random(seed))
