"""Lists, links, notes and languages in DOCX."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from oimpress.model.nodes import (
    Call,
    Emphasis,
    Foreign,
    Item,
    List,
    Note,
    Para,
    Text,
)
from oimpress.writers.docx import document as docx
from oimpress.writers.docx.markup import W, tongue
from tests.writers import samples
from tests.writers.word_parts import STYLE, Opened, made, of


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


def deep(levels: int) -> Iterator[List]:
    inner = List((Item((Para((Text("fond"),)),)),))
    for _ in range(levels):
        inner = List((Item((Para((Text("x"),)), inner)),))
    yield inner


def test_lists_deeper_than_word_knows() -> None:
    levels = [int(each) for each in of(*deep(12)).values("//w:numPr/w:ilvl/@w:val")]
    assert max(levels) == 8


@pytest.mark.parametrize(
    ("words", "upright"), [("سلمى الخطيب", True), ("王小明", True), ("press release", False), ("–", False)]
)
def test_scripts_without_italics_are_never_slanted(words: str, upright: bool) -> None:
    opened = of(Para((Foreign("und", (Emphasis((Text(words),)),)),)))
    assert len(opened.find("//w:r[w:rPr/w:i[@w:val='0'] and w:rPr/w:iCs[@w:val='0']]")) == upright
