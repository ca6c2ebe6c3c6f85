"""Links within a release work in every format that has a word for them, in a kit each in its own release."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import replace
from email import message_from_bytes, policy

import pytest
from lxml import etree, html
from pypdf import PdfReader

import oimpress
from oimpress.carried import OPENS
from oimpress.model.anchors import tied
from oimpress.model.nodes import (
    Anchor,
    Aside,
    Block,
    Break,
    Cell,
    Code,
    Contact,
    Edition,
    Emphasis,
    Figure,
    Inline,
    Item,
    Link,
    List,
    Note,
    Para,
    Preformatted,
    Quote,
    Release,
    Row,
    Section,
    Strong,
    Table,
    Text,
)
from oimpress.model.walk import runs
from oimpress.pipeline import normalise_all, normalise_source
from oimpress.sources import Source
from oimpress.style import load_style
from oimpress.writers import find
from tests.writers.word_parts import Opened

PROSE = "La médiathèque de Vézelin rouvre ses portes samedi après quatorze mois de travaux et de patience."
CLOSING = "Les ateliers du mercredi reprennent en septembre pour les enfants de six à douze ans, sur inscription."


def text(words: str) -> tuple[Text, ...]:
    return (Text(words),)


def to(number: int, words: str) -> Link:
    return Link(f"#a{number}", text(words))


def para(*parts: Inline | str) -> Para:
    return Para(tuple(Text(part) if isinstance(part, str) else part for part in parts))


def at(number: int, word: str) -> Anchor:
    return Anchor(f"a{number}", text(word))


BODY: tuple[Block, ...] = (
    para(PROSE),
    para("Voir ", to(2, "les horaires"), ", ", to(3, "les prêts"), " ou ", to(4, "les places"), " pour tout savoir."),
    para(Strong((at(1, "Aline"), Text(" Fourcade"))), ", directrice, répond aux lecteurs chaque semaine."),
    Section((at(2, "Les"), Text(" horaires")), (para("La salle ouvre de dix à dix-neuf heures toute la semaine."),)),
    List((Item((para(at(3, "des"), " livres\u202f;"),)), Item((para("des disques, dit ", to(1, "elle"), "."),)))),
    Table(
        (
            Row((Cell((at(4, "Salle"),), True), Cell(text("Places"), True))),
            Row((Cell(text("Lecture")), Cell(text("120")))),
        )
    ),
    para(CLOSING),
)
RELEASE = Release("mediatheque", title=text("La médiathèque rouvre ses portes"), body=BODY)
OTHER = replace(RELEASE, id="piscine", title=text("La piscine ouvre"))
SINGLE = Edition((RELEASE,), "La médiathèque", "single")
KIT = Edition((RELEASE, OTHER), "Deux communiqués")
STYLE = load_style("oim")


def written(name: str, edition: Edition) -> bytes:
    return find(name).write(edition, STYLE).value


def works(root: etree._Element, links: int) -> None:
    """Each link within the page leads to the one element that has its name; there are so many of releases' own."""
    names = [str(each) for each in root.xpath("//@id")]
    assert len(names) == len(set(names))
    targets = [str(each)[1:] for each in root.xpath("//a/@href") if str(each).startswith("#")]
    assert set(targets) <= set(names)
    assert sum("_" in each for each in targets) == links


def test_the_release_is_as_passes_leave_one() -> None:
    assert tied(RELEASE) == (RELEASE, ())


@pytest.mark.parametrize(("edition", "links"), [(SINGLE, 4), (KIT, 8)], ids=["single", "kit"])
def test_they_work_on_a_page(edition: Edition, links: int) -> None:
    works(html.document_fromstring(written("html", edition)), links)


def test_they_work_in_a_book_each_in_its_chapter() -> None:
    with zipfile.ZipFile(io.BytesIO(written("epub", KIT))) as book:
        for name in ("EPUB/release-001.xhtml", "EPUB/release-002.xhtml"):
            root = etree.fromstring(book.read(name))
            for each in root.iter(etree.Element):
                each.tag = etree.QName(each).localname
            works(root, 4)


@pytest.mark.parametrize(("edition", "links"), [(SINGLE, 4), (KIT, 8)], ids=["single", "kit"])
def test_they_work_in_word(edition: Edition, links: int) -> None:
    made = Opened(written("docx", edition))
    names, numbers = made.values("//w:bookmarkStart/@w:name"), made.values("//w:bookmarkStart/@w:id")
    assert len(names) == len(set(names))
    assert len(numbers) == len(set(numbers))
    led = [name for name in made.values("//w:hyperlink/@w:anchor") if name.startswith("_anchor_")]
    assert len(led) == links
    assert set(led) <= set(names)
    first = made.values("//w:bookmarkStart[@w:name='_anchor_1_2']/following-sibling::w:r[1]/w:t/text()")
    assert first == ["Les"]


@pytest.mark.parametrize(("edition", "links"), [(SINGLE, 4), (KIT, 8)], ids=["single", "kit"])
def test_they_work_in_a_pdf(edition: Edition, links: int) -> None:
    file = PdfReader(io.BytesIO(written("pdf", edition)))
    notes = [note.get_object() for page in file.pages for note in page.get("/Annots", ())]
    led = [
        str(note.get("/Dest") or note["/A"]["/D"]) for note in notes if "/Dest" in note or "/D" in note.get("/A", {})
    ]
    assert sum("_a" in name for name in led) == links
    assert set(led) <= set(file.named_destinations)


def test_they_work_in_a_mail_as_its_contents_and_notes_do() -> None:
    works(in_mail(SINGLE), 4)


def test_they_work_in_the_page_of_an_item_for_newsrooms() -> None:
    (body, _) = json.loads(written("ninjs", SINGLE))["bodies"]
    works(html.document_fromstring(body["value"]), 4)


def test_plain_text_has_the_words_alone() -> None:
    shown = written("text", SINGLE).decode()
    assert "Voir les horaires, les prêts ou les places pour tout savoir." in " ".join(shown.split())
    assert "#" not in shown


CODED = (
    para(PROSE),
    para("Voir ", to(5, "la commande"), " et ", to(6, "le fichier"), "."),
    para("La commande ", Code((Text("un "), at(5, "deux"))), " suffit."),
    Preformatted((Text("ligne "), at(6, "deux"), Break(), Text("fin"))),
    para(CLOSING),
)


def test_markdown_has_places_before_code_that_can_hold_none() -> None:
    data = written("markdown", replace(SINGLE, releases=(replace(RELEASE, body=CODED),))).partition(OPENS.encode())[0]
    assert '<span id="a5"></span>`un deux`' in data.decode()
    back = normalise_source(Source("retour.md", data)).value
    assert back.body == (
        para(PROSE),
        para("Voir ", to(1, "la commande"), " et ", to(2, "le fichier"), "."),
        para("La commande ", Code((at(1, "un"), Text(" deux"))), " suffit."),
        Preformatted((at(2, "ligne"), Text(" deux"), Break(), Text("fin"))),
        para(CLOSING),
    )


REACHED = replace(
    RELEASE,
    body=(para(PROSE), para("Voir ", to(5, "le contact"), " ou ", to(6, "la ville"), "."), para(CLOSING)),
    contacts=(para(at(5, "Contact"), " presse"), Contact("Jeanne Martin", emails=("j@a.fr",))),
    about=(para(at(6, "Vézelin"), " est une ville de douze mille habitants."),),
)


def in_mail(edition: Edition) -> etree._Element:
    part = message_from_bytes(written("digest", edition), policy=policy.default).get_body(("html",))
    assert part is not None
    return html.document_fromstring(str(part.get_content()))


def test_contacts_are_a_place_where_they_are_shown() -> None:
    works(html.document_fromstring(written("html", replace(SINGLE, releases=(REACHED,)))), 2)
    two = (REACHED, replace(REACHED, id="piscine", title=text("La piscine ouvre")))
    works(in_mail(replace(KIT, releases=two)), 2)  # « À propos » stands once below both
    (body, _) = json.loads(written("ninjs", replace(SINGLE, releases=(REACHED,))))["bodies"]
    works(html.document_fromstring(body["value"]), 1)  # contacts have a property of their own
    shown = written("markdown", replace(SINGLE, releases=(REACHED,))).decode()
    assert '## <span id="a5">Contact</span> presse' in shown


@pytest.mark.parametrize(("edition", "prefix"), [(SINGLE, ""), (KIT, "r2_")], ids=["single", "kit"])
def test_markdown_names_its_places(edition: Edition, prefix: str) -> None:
    shown = written("markdown", edition).decode()
    assert f"[les horaires](<#{prefix}a2>)" in shown
    assert f'## <span id="{prefix}a2">Les</span> horaires' in shown


@pytest.mark.parametrize(("name", "suffix"), [("docx", ".docx"), ("html", ".html"), ("markdown", ".md")])
def test_what_is_read_of_a_document_without_its_xml_is_the_same(name: str, suffix: str) -> None:
    data = written(name, SINGLE).partition(OPENS.encode())[0] if name != "docx" else written(name, SINGLE)
    back = normalise_source(Source(f"retour{suffix}", data)).value
    assert [run.children for run in runs(back)] == [run.children for run in runs(RELEASE)]


@pytest.mark.parametrize(
    "place",
    [
        Quote((para(at(5, "«"), " Nous rouvrons. »"),), (at(6, "Aline"), Text(" Fourcade"))),
        Aside((para(CLOSING),), "context", (at(5, "Contexte"),), (at(6, "Aline"),)),
        Table((Row((Cell(text("Salle")), Cell((at(6, "Places"),)))),), (at(5, "Places"), Text(" par salle"))),
        Figure("a.png", "Une salle", (at(5, "La"), Text(" salle")), (at(6, "©"), Text(" Ville"))),
        Note((at(5, "Compte"), Text(" arrêté en "), Emphasis((at(6, "mai"),)), Text("."))),
    ],
    ids=lambda place: type(place).__name__,
)
def test_a_place_may_be_in_any_block(place: Block) -> None:
    body = (para(PROSE), para("Voir ", to(5, "ici"), " et ", to(6, "là"), "."), place, para(CLOSING))
    edition = replace(SINGLE, releases=(replace(RELEASE, body=body),))
    works(html.document_fromstring(written("html", edition)), 2)
    led = Opened(written("docx", edition))
    names = [*led.values("//w:bookmarkStart/@w:name")]
    if isinstance(place, Note):
        names += led.values("//w:bookmarkStart/@w:name", "word/footnotes.xml") if place.id else []
    assert {"_anchor_1_1", "_anchor_1_2"} <= set(names)


def test_what_leads_nowhere_is_words_everywhere() -> None:
    body = (para(PROSE), para("Voir ", to(9, "ici"), ". ", at(8, "Rien"), " n’y mène."), para(CLOSING))
    edition = replace(SINGLE, releases=(replace(RELEASE, body=body),))
    works(html.document_fromstring(written("html", edition)), 0)
    assert "#a9" not in written("markdown", edition).decode().partition(OPENS)[0]
    assert not Opened(written("docx", edition)).values("//w:hyperlink")
    assert [each.code for each in find("html").write(edition, STYLE).notices] == []


def test_xml_keeps_them() -> None:
    data = written("xml", SINGLE)
    assert oimpress.from_xml(data) == RELEASE
    assert normalise_source(Source("a.xml", data)).value == RELEASE


@pytest.mark.parametrize(("name", "suffix"), [("docx", ".docx"), ("pdf", ".pdf"), ("html", ".html")])
def test_a_kit_comes_back_with_the_links_of_each_release(name: str, suffix: str) -> None:
    back = normalise_all(Source(f"dossier{suffix}", written(name, KIT)))
    assert [[run.children for run in runs(each.value)] for each in back] == [
        [run.children for run in runs(release)] for release in KIT.releases
    ]
