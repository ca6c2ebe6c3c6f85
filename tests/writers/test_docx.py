"""DOCX: every word in order, named styles only, real lists, links, notes and languages."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO

import docx as python_docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from oimpress.errors import UsageError
from oimpress.model.nodes import (
    Block,
    Call,
    Cell,
    Edition,
    EditionKind,
    Figure,
    Foreign,
    Item,
    List,
    Note,
    Para,
    Release,
    Row,
    Table,
    Text,
)
from oimpress.style import Style, load_style
from oimpress.writers.docx import document as docx
from oimpress.writers.docx.markup import R, W, tongue
from oimpress.writers.docx.pages import Pages
from tests.strategies import releases
from tests.writers import samples
from tests.writers.wordorder import QUICK, missing, with_notes_in_place

STYLE = load_style("oim")
NS = {"w": W, "r": R, "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
      "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"}  # fmt: skip


class Opened:
    """The parts of a document, parsed when asked for."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.archive = zipfile.ZipFile(BytesIO(data))

    def part(self, name: str) -> etree._Element:
        return etree.fromstring(self.archive.read(name))

    def find(self, path: str, part: str = "word/document.xml") -> list[etree._Element]:
        found = self.part(part).xpath(path, namespaces=NS)
        assert isinstance(found, list)
        return [each for each in found if isinstance(each, etree._Element)]

    def values(self, path: str, part: str = "word/document.xml") -> list[str]:
        found = self.part(part).xpath(path, namespaces=NS)
        assert isinstance(found, list)
        return [str(each) for each in found]

    def text(self) -> str:
        """The body's text with every note where it is referred to."""
        notes = {str(each.get(f"{{{W}}}id")): each for each in self.find("//w:footnote", "word/footnotes.xml")}
        return "\n".join("".join(_shown(para, notes)) for para in self.find("//w:body//w:p"))


def _shown(para: etree._Element, notes: dict[str, etree._Element]) -> Iterator[str]:
    for each in para.iter(f"{{{W}}}t", f"{{{W}}}br", f"{{{W}}}tab", f"{{{W}}}footnoteReference"):
        match etree.QName(each).localname:
            case "t":
                yield str(each.text)
            case "footnoteReference":
                yield f" {''.join(_shown(notes[str(each.get(f'{{{W}}}id'))], {}))} "
            case _:
                yield " "


def made(edition: Edition, style: Style = STYLE) -> Opened:
    return Opened(docx.write(edition, style).value)


def of(*blocks: Block, **changes: object) -> Opened:
    release = Release(id="r", title=(Text("T"),), body=blocks)
    return made(replace(Edition((release,), "T", kind="single"), **changes))  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def kit() -> Opened:
    return made(samples.edition())


@pytest.mark.parametrize("edition", [samples.edition(), samples.single(), samples.hostile()])
def test_every_word_in_order(edition: Edition) -> None:
    assert missing(edition, made(edition).text()) == []


@pytest.mark.parametrize("edition", [samples.edition(), samples.single(), samples.hostile()])
def test_python_docx_opens_it(edition: Edition) -> None:
    opened = python_docx.Document(BytesIO(made(edition).data))
    assert opened.core_properties.title == edition.title


@pytest.mark.parametrize("edition", [samples.edition(), samples.hostile()])
def test_styles_alone_decide_the_look(edition: Edition) -> None:
    opened = made(edition)
    allowed = {"pPr": {"pStyle", "numPr", "sectPr"}, "rPr": {"rStyle", "rtl", "lang"}}
    for part in ("word/document.xml", "word/footnotes.xml"):
        for kind, names in allowed.items():
            found = {etree.QName(each).localname for each in opened.find(f"//w:{kind}/*", part)}
            assert found <= names


def test_every_style_in_use_is_defined(kit: Opened) -> None:
    known = set(kit.values("//w:style/@w:styleId", "word/styles.xml"))
    used = set(kit.values("//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val"))
    assert used <= known


def test_two_builds_give_the_same_bytes_and_the_archive_no_date(kit: Opened) -> None:
    assert kit.data == made(samples.edition()).data
    assert {entry.date_time for entry in kit.archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_each_release_begins_a_page(kit: Opened) -> None:
    opening = kit.values("//w:p[w:bookmarkStart[starts-with(@w:name,'_oimpress_release_')]]/w:pPr/w:pStyle/@w:val")
    assert opening == ["PressKicker", "PressKicker", "Heading1", "PressKicker", "Heading1"]
    for identifier in set(opening):
        style = kit.find(f"//w:style[@w:styleId='{identifier}']/w:pPr/w:pageBreakBefore", "word/styles.xml")
        assert style[0].get(f"{{{W}}}val") is None


def test_a_single_release_has_neither_cover_nor_contents() -> None:
    opened = made(samples.single())
    assert not opened.find("//w:pStyle[@w:val='Title' or @w:val='Toc1']")
    assert opened.find("//w:sectPr/w:titlePg")


def test_contents_lead_to_the_titles(kit: Opened) -> None:
    anchors = kit.values("//w:p[w:pPr/w:pStyle[@w:val='Toc1']]/w:hyperlink/@w:anchor")
    assert anchors == kit.values("//w:bookmarkStart[starts-with(@w:name,'_Toc')]/@w:name")
    assert len(anchors) == 5
    fields = [code.strip() for code in kit.values("//w:instrText/text()")]
    assert fields == ['TOC \\o "1-1" \\h \\z \\u', *(f"PAGEREF {name} \\h" for name in anchors)]
    kinds = kit.values("//w:fldChar/@w:fldCharType")
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end") == 6


def test_each_ordered_list_counts_by_itself() -> None:
    def one(marker: str) -> List:
        return List((Item((Para((Text("a"),)),)), Item((Para((Text("b"),)),))), True, marker)

    opened = of(one("1)"), Para((Text("und"),)), one("1)"), one("c."), one("iv)"))
    used = list(dict.fromkeys(opened.values("//w:numPr/w:numId/@w:val")))
    assert len(used) == 4
    shown = []
    for number in used:
        num = f"//w:num[@w:numId='{number}']"
        definition = opened.values(f"{num}/w:abstractNumId/@w:val", "word/numbering.xml")[0]
        level = f"//w:abstractNum[@w:abstractNumId='{definition}']/w:lvl[@w:ilvl='0']"
        shown.append(
            (
                opened.values(f"{level}/w:numFmt/@w:val", "word/numbering.xml")[0],
                opened.values(f"{level}/w:lvlText/@w:val", "word/numbering.xml")[0],
                opened.values(f"{num}/w:lvlOverride/w:startOverride/@w:val", "word/numbering.xml")[0],
            )
        )
    assert shown == [
        ("decimal", "%1)", "1"),
        ("decimal", "%1)", "1"),
        ("lowerLetter", "%1.", "3"),
        ("lowerRoman", "%1)", "4"),
    ]


def test_links_are_relationships(kit: Opened) -> None:
    targets = {each.get("Id"): each.get("Target") for each in kit.part("word/_rels/document.xml.rels")}
    used = [targets[each] for each in kit.values("//w:hyperlink/@r:id")]
    assert "http://www.rcmvs.org/" in used
    assert "mailto:jperaza@iom.int" in used
    assert "tel:+525555363922;ext=112" in used


def test_no_link_leads_astray() -> None:
    result = docx.write(samples.hostile(), STYLE)
    targets = [str(each.get("Target")) for each in Opened(result.value).part("word/_rels/document.xml.rels")]
    assert not [target for target in targets if target.startswith(("javascript:", "data:", "file:"))]
    assert "mailto:a@b.test%3Fbcc%3Dc" in targets
    assert [each.code for each in result.notices].count("W004") == 3


def test_notes_stand_at_the_foot_of_the_page_that_first_calls_them() -> None:
    call, again, lost = Call("n1", (Text("*"),)), Call("n1", (Text("*"),)), Call("n9", (Text("9"),))
    opened = of(Para((Text("mot"), call, Text(" suite"), again, lost)), Note((Text("dit"),), "n1"))
    assert opened.values("//w:p/w:r/w:footnoteReference/@w:id") == ["1"]
    assert opened.values("//w:p[w:r/w:footnoteReference]//w:t/text()") == ["mot", " suite", "1", "9"]
    note = opened.find("//w:footnote[@w:id='1']", "word/footnotes.xml")[0]
    assert "".join(note.itertext(f"{{{W}}}t")) == " dit"


def test_a_note_that_nothing_calls_stands_where_it_stands(kit: Opened) -> None:
    opened = of(Note((Text("seule"),)), Para((Text("suite"),)))
    assert opened.values("//w:p[w:r/w:t='seule']/w:pPr/w:pStyle/@w:val") == ["FootnoteText"]
    assert not kit.find("//w:footnoteReference")


@pytest.mark.parametrize(
    ("columns", "word", "turned", "trait"),
    [(3, 20, 0, ""), (8, 8, 0, "+ Small"), (14, 7, 1, ""), (26, 4, 1, "+ Tiny")],
)
def test_smaller_type_and_a_turned_page_come_before_a_broken_word(
    columns: int, word: int, turned: int, trait: str
) -> None:
    rows = tuple(Row(tuple(Cell((Text("m" * word),)) for _ in range(columns))) for _ in range(2))
    opened = of(Para((Text("avant"),)), Table(rows), Para((Text("après"),)))
    sections = opened.values("//w:sectPr/w:pgSz/@w:orient")
    assert sections == ["landscape"] * turned
    names = opened.values("//w:style/w:name/@w:val", "word/styles.xml")
    assert any(name.startswith(f"Press Cell {trait}".strip()) for name in names)
    assert sum(map(int, opened.values("//w:tblGrid/w:gridCol/@w:w"))) > 9000


def test_cells_span_and_stand_as_they_say() -> None:
    head = Row((Cell((Text("A"),), True, rows=2), Cell((Text("B"),), True, columns=2)))
    rows = (head, Row((Cell((Text("b"),)), Cell((Text("1,5"),)))))
    opened = of(Table(rows, (Text("Ventes"),)))
    assert opened.values("//w:tc/w:tcPr/w:gridSpan/@w:val") == ["2"]
    assert len(opened.find("//w:tc/w:tcPr/w:vMerge")) == 2
    assert opened.values("//w:p[.//w:t='Ventes']/w:pPr/w:pStyle/@w:val") == ["TableCaption"]


def test_languages_are_told(kit: Opened) -> None:
    assert kit.values("//w:docDefaults//w:lang/@w:val", "word/styles.xml") == ["fr-FR"]
    assert kit.values("//w:r[w:rPr/w:lang[@w:val='es-ES']][1]/w:t/text()")[0] == "no más trata de personas"
    assert kit.values("//w:r[w:rPr[w:rtl]/w:lang/@w:bidi='ar-EG']/w:t/text()") == ["محمد عبد الله"]
    assert kit.values("//w:r[w:rPr/w:lang/@w:eastAsia='zh-CN']/w:t/text()") == ["王小明"]


@pytest.mark.parametrize(
    ("lang", "tag", "attribute"),
    [
        ("fr", "fr-FR", "val"),
        ("fr-CA", "fr-CA", "val"),
        ("es-419", "es-ES", "val"),
        ("zh-Hant-TW", "zh-TW", "eastAsia"),
        ("fa", "fa-IR", "bidi"),
        ("az-Arab", "az-AZ", "bidi"),
        ("x-unknown", "x", "val"),
    ],
)
def test_word_wants_languages_with_regions(lang: str, tag: str, attribute: str) -> None:
    assert tongue(lang) == (tag, attribute)


def test_an_english_edition_is_english() -> None:
    opened = made(replace(samples.single(), lang="en"))
    assert opened.values("//w:docDefaults//w:lang/@w:val", "word/styles.xml") == ["en-US"]
    assert {"Contacts presse", "Mexique"} & set(opened.values("//w:r[w:rPr/w:lang/@w:val='fr-FR']/w:t/text()"))


def test_tables_repeat_their_head(kit: Opened) -> None:
    heads = kit.find("//w:tbl[w:tblPr/w:tblStyle[@w:val='PressTable']]/w:tr[w:trPr/w:tblHeader]")
    assert len(heads) == 1
    assert set(kit.values("//w:tr[w:trPr/w:tblHeader]//w:pStyle/@w:val")) == {
        "PressCellHeader",
        "PressCellHeaderFigure",
    }


def test_a_short_row_stays_short() -> None:
    rows = samples.hostile().releases[1].body[1]
    assert isinstance(rows, Table)
    assert of(rows).values("//w:tr/w:trPr/w:gridAfter/@w:val") == ["1"]


def test_a_table_without_cells_leaves_a_line() -> None:
    assert not of(Table((Row(()),))).find("//w:tbl")


def test_facts_are_a_table_of_labels_and_values(kit: Opened) -> None:
    rows = kit.find("//w:tbl[w:tblPr/w:tblStyle[@w:val='PressFacts']]/w:tr")
    shown = [["".join(cell.itertext(f"{{{W}}}t")) for cell in row.iter(f"{{{W}}}tc")] for row in rows]
    assert shown[4] == ["Budget (USD)", "200\u202f000\u00a0$"]
    assert len(shown) == 10


def test_markup_in_markup_has_a_style_of_both(kit: Opened) -> None:
    style = kit.find("//w:style[w:name[@w:val='Emphasis + Strong']]", "word/styles.xml")[0]
    assert {etree.QName(each).localname for each in style.iterfind("w:rPr/*", NS)} == {"b", "bCs", "i", "iCs"}
    used = kit.values(f"//w:r[w:rPr/w:rStyle[@w:val='{style.get(f'{{{W}}}styleId')}']]/w:t/text()")
    assert used == ["jamais"]


def test_containers_are_tagged(kit: Opened) -> None:
    names = kit.values("//w:bookmarkStart/@w:name")
    tags = [name.split("_")[2] for name in names if name.startswith("_oimpress_")]
    assert {tag: tags.count(tag) for tag in set(tags)} == {
        "release": 5, "aside": 2, "quote": 2, "contacts": 4, "contact": 6, "about": 1, "section": 1
    }  # fmt: skip


def test_what_is_not_known_of_place_and_date_is_not_printed(kit: Opened) -> None:
    shown = kit.find("//w:p[w:pPr/w:pStyle[@w:val='PressDateline']]")
    assert ["".join(each.itertext(f"{{{W}}}t")) for each in shown] == [
        "Guatemala – 9\u00a0juillet 2009",
        "Genève – 14\u00a0mai 2019",
        "Mexique",
        "Mexique",
        "",
    ]


def test_properties(monkeypatch: pytest.MonkeyPatch) -> None:
    said = python_docx.Document(BytesIO(made(samples.edition()).data)).core_properties
    assert (said.author, said.subject) == (samples.ORGANISATION, "Communiqués et projets")
    assert (said.language, said.comments) == ("fr-FR", "")
    assert said.modified is not None
    assert said.modified.isoformat() == "2019-05-14T00:00:00+00:00"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    said = python_docx.Document(BytesIO(made(samples.edition()).data)).core_properties
    assert said.modified is not None
    assert said.modified.isoformat() == "2023-11-14T22:13:20+00:00"


def picture(width: int, height: int) -> bytes:
    from PIL import Image

    out = BytesIO()
    Image.new("RGB", (width, height), "#336699").save(out, "PNG")
    return out.getvalue()


def test_a_picture_has_its_words_and_fits_the_page() -> None:
    figure = Figure("p.png", "Un pont", (Text("Légende"),))
    opened = of(figure, assets={"p.png": picture(4000, 1000)})
    assert opened.values("//wp:docPr/@descr") == ["Un pont"]
    width, height = (int(opened.values(f"//wp:extent/@{side}")[0]) for side in ("cx", "cy"))
    assert width <= 16 * 360_000
    assert abs(width / height - 4) < 0.01
    assert len([name for name in opened.archive.namelist() if name.startswith("word/media/")]) == 1


def test_a_picture_shown_twice_is_stored_once_and_may_be_a_bare_jpeg() -> None:
    from PIL import Image

    out = BytesIO()
    Image.new("RGB", (40, 30), "#336699").save(out, "JPEG")
    jpeg = out.getvalue()
    bare = jpeg[:2] + jpeg[4 + int.from_bytes(jpeg[4:6]) :]  # without the JFIF header
    assert b"JFIF" not in bare
    opened = of(Figure("p.jpg", "Un"), Figure("p.jpg", "Deux"), assets={"p.jpg": bare})
    assert opened.values("//wp:docPr/@descr") == ["Un", "Deux"]
    assert [name for name in opened.archive.namelist() if "media" in name] == ["word/media/image1.jpeg"]
    assert opened.archive.read("word/media/image1.jpeg") == bare


@pytest.mark.parametrize("data", [b"", b"not a picture", b"<svg/>"])
def test_a_missing_picture_leaves_its_caption_and_a_notice(data: bytes) -> None:
    release = Release(id="r", title=(Text("T"),), body=(Figure("p.png", "Un pont", (Text("Légende"),)),))
    result = docx.write(Edition((release,), "T", kind="single", assets={"p.png": data}), STYLE)
    assert [each.code for each in result.notices] == ["W001"]
    assert "Légende" in Opened(result.value).text()


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


def long_release(pages: int) -> Release:
    words = "Les migrants sont au cœur du développement de leurs communautés. " * 40
    return Release(id="long", title=(Text("Long"),), body=tuple(Para((Text(words.strip()),)) for _ in range(pages)))


def test_two_hundred_pages() -> None:
    edition = Edition((long_release(200),), "Long", kind="single")
    assert missing(edition, made(edition).text()) == []


def test_pages_are_reckoned_from_the_styles() -> None:
    opened = of(*long_release(20).body)
    pages = Pages(opened.part("word/styles.xml"), opened.find("//w:sectPr")[0])
    paragraphs = opened.find("//w:p")
    assert pages.count([]) == 1
    assert pages.count(paragraphs[:3]) == 1
    assert 13 <= pages.count(paragraphs) <= 19
    assert Pages(etree.fromstring(f'<w:styles xmlns:w="{W}"/>'), opened.find("//w:sectPr")[0]).count(paragraphs) > 10


def deep(levels: int) -> Iterator[List]:
    inner = List((Item((Para((Text("fond"),)),)),))
    for _ in range(levels):
        inner = List((Item((Para((Text("x"),)), inner)),))
    yield inner


def test_lists_deeper_than_word_knows() -> None:
    levels = [int(each) for each in of(*deep(12)).values("//w:numPr/w:ilvl/@w:val")]
    assert max(levels) == 8


@settings(max_examples=25, phases=QUICK)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Co"]), min_size=1))
def test_any_text_comes_through(words: str) -> None:
    opened = of(Para((Text(words), Foreign("es", (Text(words),)))))
    assert "".join(opened.find("//w:p[w:pPr/w:pStyle[@w:val='BodyText']]")[0].itertext(f"{{{W}}}t")) == words * 2


@settings(max_examples=25, phases=QUICK)
@given(releases, st.sampled_from(["single", "press-kit"]))
def test_any_release_comes_through(release: Release, kind: EditionKind) -> None:
    edition = Edition((with_notes_in_place(release),), "Titre", kind=kind)
    assert missing(edition, made(edition).text()) == []
