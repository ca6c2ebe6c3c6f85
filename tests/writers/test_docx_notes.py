"""A note called twice in Word: a reference, then a field that shows its number whatever is put before it."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZipFile

import pytest

import oimpress
from oimpress.pipeline import normalise_source
from oimpress.sources import Source
from tests.readers.outlines import outline

PROSE = "La piscine municipale accueillera le public à partir du 3 juin, après deux ans de travaux."
TEXT = f"# La piscine ouvre\n\n{PROSE}[^1] Bis[^2].\n\n{PROSE}{{}}\n\n[^1]: Un avis.\n\n[^2]: Un autre avis.\n"


@pytest.mark.parametrize(("again", "fields"), [("[^1] Ter[^2].", [1, 2]), ("", []), ("[^2] Quater[^2].", [2, 2])])
def test_a_second_call_is_a_field_that_leads_to_the_first(again: str, fields: list[int]) -> None:
    release = normalise_source(Source("a.md", TEXT.format(again).encode())).value
    made = oimpress.write(release, to="docx")
    document = ZipFile(BytesIO(made)).read("word/document.xml").decode()
    assert re.findall(r'instr=" NOTEREF _RefNote(\d) \\f \\h "', document) == [str(number) for number in fields]
    assert re.findall(r'"_RefNote(\d)"', document) == [str(number) for number in sorted(set(fields))]
    assert len(re.findall("<w:footnoteReference ", document)) == 2
    assert sorted(outline(normalise_source(Source("a.docx", made)).value)) == sorted(outline(release))
