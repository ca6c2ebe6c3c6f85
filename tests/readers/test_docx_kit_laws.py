"""Whatever somebody does to a kit in Word: each release in it is lawful, or the kit is refused."""

from __future__ import annotations

import contextlib
from copy import deepcopy
from random import Random

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
STYLES = ("Heading1", "OIMTitle", "OIMDateline", "OIMKicker", "OIMContactName", "BodyText", "Title", "Toc1")


def w(name: str) -> str:
    return f"{{{W}}}{name}"


def edited(xml: str, random: Random) -> str:
    """The document after one to four edits: deleted, moved, copied, emptied, restyled, a content control taken off."""
    root = etree.fromstring(xml.encode())
    for _ in range(random.randint(1, 4)):
        blocks = list(root.iter(w("p"), w("sdt"), w("tbl")))
        one, other = random.choice(blocks), random.choice(blocks)
        match random.choice(["delete", "move", "copy", "empty", "restyle", "unwrap"]):
            case "delete" if (parent := one.getparent()) is not None:
                parent.remove(one)
            case "move" if one is not other and one not in other.iterancestors():
                other.addnext(one)
            case "copy":
                other.addnext(deepcopy(one))
            case "empty":
                for text in one.iter(w("t")):
                    text.text = ""
            case "restyle":
                for style in list(one.iter(w("pStyle")))[:1]:
                    style.set(w("val"), random.choice(STYLES))
            case "unwrap":
                for content in list(one.iterchildren(w("sdtContent"))):
                    for child in list(content):
                        one.addprevious(child)
            case _:
                pass
    return etree.tostring(root, encoding="unicode")


@settings(max_examples=40, phases=[Phase.explicit, Phase.reuse, Phase.generate])  # shrinking takes minutes
@given(st.randoms(use_true_random=True))
def test_any_edit_of_a_kit_is_lawful_or_refused(random: Random) -> None:
    with contextlib.suppress(ReadError):
        found = lawful_all(Source("kit.docx", rewritten(KIT, lambda xml: edited(xml, random))))
        assert len({each.value.id for each in found}) == len(found)
