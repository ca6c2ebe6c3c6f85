"""DOCX: every word in order, the same bytes, pages, contents and properties."""

from __future__ import annotations

from io import BytesIO

import docx as python_docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oimpress.model.nodes import (
    Edition,
    EditionKind,
    Foreign,
    Item,
    List,
    Para,
    Release,
    Text,
)
from oimpress.writers.docx.markup import W
from tests.strategies import releases
from tests.writers import samples
from tests.writers.word_parts import Opened, long_release, made, of
from tests.writers.wordorder import QUICK, missing, with_notes_in_place


@pytest.mark.parametrize("edition", [samples.edition(), samples.single(), samples.hostile()])
def test_every_word_in_order(edition: Edition) -> None:
    assert missing(edition, made(edition).text()) == []


@pytest.mark.parametrize("edition", [samples.edition(), samples.single(), samples.hostile()])
def test_python_docx_opens_it(edition: Edition) -> None:
    opened = python_docx.Document(BytesIO(made(edition).data))
    assert opened.core_properties.title == edition.title


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


@pytest.mark.parametrize(("lead", "kept"), [("Elle remet :", True), ("Elle remet trois choses.", False)])
def test_a_colon_stays_on_the_page_of_its_list(lead: str, kept: bool) -> None:
    listed = List((Item((Para((Text("des abris"),)),)),))
    body = (Para((Text("Elle le dit :"),)), Para((Text(lead),)), listed)
    opened = made(Edition((Release("x", title=(Text("Titre"),), body=body),), "Titre", "single"))
    assert ["".join(each.itertext(f"{{{W}}}t")) for each in opened.find("//w:p[w:pPr/w:keepNext]")] == [lead] * kept


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


def test_two_hundred_pages() -> None:
    edition = Edition((long_release(200),), "Long", kind="single")
    assert missing(edition, made(edition).text()) == []


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
