"""The looks of DOCX: named styles only, those of the reference."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest
from lxml import etree

from oimpress.errors import UsageError
from oimpress.model.nodes import Code, Edition, Foreign, Para, Release, Strong, Text
from oimpress.style import Style
from oimpress.writers.docx import document as docx
from oimpress.writers.docx.markup import W
from oimpress.writers.docx.pages import Pages
from tests.writers import samples
from tests.writers.word_parts import NS, STYLE, Opened, long_release, made, of, picture, single


@pytest.mark.parametrize("edition", [samples.edition(), samples.hostile()])
def test_styles_alone_decide_the_look(edition: Edition) -> None:
    """But for words in scripts that know no slant, which stand upright, and a colon, which stays with its list."""
    opened = made(edition)
    allowed = {"pPr": {"pStyle", "keepNext", "numPr", "sectPr"}, "rPr": {"rStyle", "rtl", "lang", "i", "iCs"}}
    for part in ("word/document.xml", "word/footnotes.xml"):
        assert set(opened.values("//w:rPr/*[self::w:i or self::w:iCs]/@w:val", part)) <= {"0"}
        for kind, names in allowed.items():
            found = {etree.QName(each).localname for each in opened.find(f"//w:{kind}/*", part)}
            assert found <= names


def test_every_style_in_use_is_defined(kit: Opened) -> None:
    known = set(kit.values("//w:style/@w:styleId", "word/styles.xml"))
    used = set(kit.values("//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val"))
    assert used <= known


def test_markup_in_markup_has_a_style_of_both(kit: Opened) -> None:
    style = kit.find("//w:style[w:name[@w:val='Emphasis + Strong']]", "word/styles.xml")[0]
    assert {etree.QName(each).localname for each in style.iterfind("w:rPr/*", NS)} == {"b", "bCs", "i", "iCs"}
    used = kit.values(f"//w:r[w:rPr/w:rStyle[@w:val='{style.get(f'{{{W}}}styleId')}']]/w:t/text()")
    assert used == ["jamais"]


def test_a_narrow_space_is_as_wide_as_its_style_says_and_others_are_left() -> None:
    """In many fonts it has 1/8 em, which reads as nothing."""
    quantity = Text("1\u202f234\u202f? 5\u00a0000")
    opened = of(Para((quantity, Strong((Text("12\u202f%"),)), Code((quantity,)), Foreign("ar", (Text("ا\u202fب"),)))))
    scaled = opened.values("//w:style[w:rPr/w:w[@w:val='150']]/@w:styleId", "word/styles.xml")
    told = " or ".join(f"@w:val='{each}'" for each in scaled)
    assert len(scaled) == 2
    assert opened.values(f"//w:r[w:rPr/w:rStyle[{told}]]/w:t/text()") == ["\u202f"] * 3
    assert opened.text().endswith("1\u202f234\u202f? 5\u00a000012\u202f%1\u202f234\u202f? 5\u00a0000ا\u202fب")


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("Jumelage de villes aux fins d’intégration des migrants", 1),
        ("Un titre bref", 0),
    ],
)
def test_no_word_stands_alone_on_the_last_line_of_a_title(title: str, kept: int) -> None:
    opened = made(Edition((Release("r", title=(Text(title),)),), "T", "single"))
    words = opened.values("//w:p[w:pPr/w:pStyle/@w:val='Heading1']/w:r/w:t/text()")
    assert "".join(words).replace("\u00a0", " ") == title
    assert opened.values("//w:r[w:rPr/w:rStyle/@w:val='PressKeptSpace']/w:t/text()") == ["\u00a0"] * kept


def test_a_house_says_how_wide_narrow_spaces_are() -> None:
    own = b'<w:style w:type="character" w:styleId="Fine"><w:name w:val="Press Narrow Space"/></w:style></w:styles>'
    style = restyled(reference(lambda xml: xml.replace(b"</w:styles>", own)))
    result = docx.write(single(Para((Text("Bien\u202f!"),))), style)
    assert Opened(result.value).values("//w:r[w:rPr/w:rStyle[@w:val='Fine']]/w:t/text()") == ["\u202f"]
    assert result.notices == ()


def test_containers_are_tagged(kit: Opened) -> None:
    names = kit.values("//w:bookmarkStart/@w:name")
    tags = [name.split("_")[2] for name in names if name.startswith("_oimpress_")]
    assert {tag: tags.count(tag) for tag in set(tags)} == {
        "release": 5, "aside": 2, "quote": 2, "contacts": 4, "contact": 6, "about": 1, "section": 1
    }  # fmt: skip


def reference(change: Callable[[bytes], bytes]) -> bytes:
    """The reference document with another styles part."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(STYLE.data("reference.docx"))) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == "word/styles.xml" else old.read(name))
    return out.getvalue()


class Restyled(Style):
    """The house style with another reference document."""

    reference: bytes = b""

    def data(self, file: str) -> bytes:
        return self.reference if file == "reference.docx" else super().data(file)


def restyled(data: bytes) -> Style:
    style = Restyled(STYLE.name, STYLE.path, STYLE.settings)
    object.__setattr__(style, "reference", data)
    return style


def test_names_count_and_not_ids() -> None:
    """A Word in French saves ``heading 1`` under the id ``Titre1``."""
    french = reference(lambda xml: xml.replace(b'"Heading1"', b'"Titre1"').replace(b'"BodyText"', b'"Corpsdetexte"'))
    result = docx.write(samples.single(), restyled(french))
    assert result.notices == ()
    assert {"Titre1", "Corpsdetexte"} <= set(Opened(result.value).values("//w:pStyle/@w:val"))


def test_a_style_that_is_missing_is_added_with_a_notice() -> None:
    without = reference(lambda xml: xml.replace(b'w:name w:val="Press Dateline"', b'w:name w:val="Autre"'))
    result = docx.write(samples.single(), restyled(without))
    assert [(each.code, each.detail) for each in result.notices] == [("W020", "Press Dateline")]
    assert Opened(result.value).find("//w:style[w:name[@w:val='Press Dateline']]", "word/styles.xml")


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04broken", picture(1, 1)])
def test_a_reference_that_is_no_document_is_refused(data: bytes) -> None:
    with pytest.raises(UsageError, match=r"reference\.docx: not a Word document"):
        docx.write(samples.single(), restyled(data))


def test_pages_are_reckoned_from_the_styles() -> None:
    opened = of(*long_release(20).body)
    pages = Pages(opened.part("word/styles.xml"), opened.find("//w:sectPr")[0])
    paragraphs = opened.find("//w:p")
    assert pages.count([]) == 1
    assert pages.count(paragraphs[:3]) == 1
    assert 13 <= pages.count(paragraphs) <= 19
    assert Pages(etree.fromstring(f'<w:styles xmlns:w="{W}"/>'), opened.find("//w:sectPr")[0]).count(paragraphs) > 10
