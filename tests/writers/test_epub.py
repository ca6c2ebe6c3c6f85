"""EPUB: a page for each release with every word, navigation, what it says about itself, and fixed bytes."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import given, settings
from lxml import etree

from oimpress.model.nodes import Edition, Figure, Release, Text
from oimpress.notices import Result
from oimpress.style import load_style, styles
from oimpress.writers.epub import book as epub
from oimpress.writers.epub.cover import ROOM, SIZES, cover, face, fitted
from oimpress.writers.epub.pages import OPS, XHTML
from oimpress.writers.page.lettering import Lettering, NamedFace, wrapped
from tests.strategies import releases
from tests.writers import samples
from tests.writers.wordorder import QUICK, missing, with_notes_in_place

STYLE = load_style("oim")
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63606060000000040001f61738"
    "550000000049454e44ae426082"
)
NS = {"h": XHTML, "epub": OPS, "opf": "http://www.idpf.org/2007/opf", "dc": "http://purl.org/dc/elements/1.1/",
      "ncx": "http://www.daisy.org/z3986/2005/ncx/", "svg": "http://www.w3.org/2000/svg"}  # fmt: skip
BLOCKS = ("p", "pre", "aside", "li", "td", "th", "br", "caption", "h1", "h2", "h3", "h4", "h5", "h6")
XML = "http://www.w3.org/XML/1998/namespace"


class Book:
    """The files of a book, parsed when asked for."""

    def __init__(self, result: Result[bytes]) -> None:
        self.data, self.notices = result.value, result.notices
        self.archive = zipfile.ZipFile(BytesIO(self.data))

    def root(self, name: str) -> etree._Element:
        return etree.fromstring(self.archive.read(f"EPUB/{name}"))

    def values(self, path: str, name: str = "content.opf") -> list[str]:
        found = self.root(name).xpath(path, namespaces=NS)
        assert isinstance(found, list)
        return [str(each) for each in found]

    def spine(self) -> list[str]:
        files = dict(zip(self.values("//opf:item/@id"), self.values("//opf:item/@href"), strict=True))
        return [files[each] for each in self.values("//opf:itemref/@idref")]

    def text(self) -> str:
        """The words of the release pages in the order of the spine."""
        shown = []
        for name in self.spine():
            if name.startswith("release-"):
                body = self.root(name).find(f"{{{XHTML}}}body")
                assert body is not None
                for block in body.iter(*(f"{{{XHTML}}}{tag}" for tag in BLOCKS)):
                    block.tail = f" {block.tail or ''}"
                shown.append("".join(body.itertext()))
        return " ".join(shown)


def made(edition: Edition) -> Book:
    return Book(epub.write(edition, STYLE))


@pytest.fixture(scope="module")
def kit() -> Book:
    return made(samples.edition())


@pytest.mark.parametrize("edition", [samples.edition(), samples.single(), samples.hostile()])
def test_every_word_in_order(edition: Edition) -> None:
    assert missing(edition, made(edition).text()) == []


def test_two_builds_give_the_same_bytes_and_the_archive_no_date(kit: Book) -> None:
    assert kit.data == made(samples.edition()).data
    assert {entry.date_time for entry in kit.archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_hashing_does_not_order_anything(tmp_path: object) -> None:
    program = (
        "import hashlib; from tests.writers import samples; from oimpress.style import load_style;"
        "from oimpress.writers.docx import document; from oimpress.writers.epub import book;"
        "style = load_style('oim'); edition = samples.edition();"
        "print([hashlib.sha256(one.write(edition, style).value).hexdigest() for one in (document, book)])"
    )
    path = ":".join(part for part in sys.path if part)
    runs = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={"PYTHONPATH": path, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1")
    }
    assert len(runs) == 1


def test_the_archive_says_first_and_plainly_what_it_is(kit: Book) -> None:
    first = kit.archive.infolist()[0]
    assert (first.filename, first.compress_type, first.extra) == ("mimetype", zipfile.ZIP_STORED, b"")
    assert kit.archive.read("mimetype") == b"application/epub+zip"


def test_cover_contents_releases_contacts(kit: Book) -> None:
    releases = [f"release-{number:03}.xhtml" for number in range(1, 6)]
    assert kit.spine() == ["cover.xhtml", "nav.xhtml", *releases, "contacts.xhtml"]


def test_programs_and_sources_are_named_where_that_is_asked_for(kit: Book) -> None:
    asked = Book(epub.write(samples.edition(), STYLE.with_settings(colophon=True)))
    assert asked.spine() == [*kit.spine(), "colophon.xhtml"]
    landmarks = asked.values("//h:nav[@epub:type='landmarks']//h:a/@epub:type", "nav.xhtml")
    assert landmarks == ["cover", "toc", "bodymatter", "colophon"]
    assert "EbookLib" in asked.archive.read("EPUB/colophon.xhtml").decode()


def test_contents_and_ncx_name_the_same_places(kit: Book) -> None:
    shown = kit.values("//h:nav[@epub:type='toc']//h:a/@href", "nav.xhtml")
    assert shown == kit.values("//ncx:content/@src", "toc.ncx")
    assert shown == kit.spine()[2:]
    titles = kit.values("//h:nav[@epub:type='toc']//h:a/text()", "nav.xhtml")
    assert titles == kit.values("//ncx:navPoint/ncx:navLabel/ncx:text/text()", "toc.ncx")
    assert titles[1].startswith("Retours volontaires\u00a0: 63\u202f316\u00a0personnes")


def test_landmarks(kit: Book) -> None:
    kinds = kit.values("//h:nav[@epub:type='landmarks']//h:a/@epub:type", "nav.xhtml")
    assert kinds == ["cover", "toc", "bodymatter"]


def test_the_package_says_what_it_is(kit: Book) -> None:
    assert kit.values("/opf:package/@xml:lang") == ["fr"]
    assert kit.values("/opf:package/@version") == ["3.0"]
    assert kit.values("//dc:title/text()") == [samples.edition().title]
    assert kit.values("//dc:language/text()") == ["fr"]
    assert kit.values("//dc:date/text()") == ["2019-05-14"]
    assert kit.values("//opf:meta[@property='dcterms:modified']/text()") == ["2019-05-14T00:00:00Z"]
    assert kit.values("//opf:item[@properties='cover-image']/@href") == ["cover.svg"]
    assert not kit.values("//opf:meta[@name='generator']/@content")


def test_the_package_says_who_can_read_it(kit: Book) -> None:
    said = claimed(kit)
    assert said["schema:accessModeSufficient"] == "textual"
    assert said["schema:accessibilityHazard"] == "none"
    assert said["schema:accessibilitySummary"].startswith("Texte redistribuable")
    assert "contraste" in said["schema:accessibilitySummary"]
    assert not {"dcterms:conformsTo", "a11y:certifiedBy"} & set(said)  # in nobody's name


def claimed(book: Book) -> dict[str, str]:
    return dict(zip(book.values("//opf:meta/@property"), book.values("//opf:meta/text()"), strict=True))


@pytest.mark.parametrize(("alt", "described"), [("Une halle", True), ("", False)])
def test_pictures_are_said_to_be_described_where_all_are(alt: str, described: bool) -> None:
    figure = Figure("a.png", alt, caption=(Text("La halle"),))
    one = Release("r", title=(Text("Titre"),), body=(figure,))
    book = made(Edition((one,), "Titre", "single", assets={"a.png": PNG}))
    assert ("alternativeText" in book.values("//opf:meta/text()")) is described
    assert ("schema:accessModeSufficient" in claimed(book)) is described
    assert ("Toutes les images sont" in claimed(book)["schema:accessibilitySummary"]) is described


def test_a_contrast_that_is_too_low_is_not_claimed() -> None:
    style = load_style("oim")
    pale = replace(style, settings=replace(style.settings, colours={**style.settings.colours, "accent": "#a0c0e0"}))
    assert "contraste" not in claimed(Book(epub.write(samples.single(), pale)))["schema:accessibilitySummary"]


def test_an_undated_edition_has_no_date_but_a_fixed_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    book = made(samples.single())
    assert book.values("//dc:date/text()") == []
    assert book.values("//opf:meta[@property='dcterms:modified']/text()") == ["1980-01-01T00:00:00Z"]
    assert "sans date" not in book.text()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    book = made(samples.single())
    assert book.values("//opf:meta[@property='dcterms:modified']/text()") == ["2023-11-14T22:13:20Z"]


def test_the_identifier_is_that_of_the_edition(kit: Book) -> None:
    def of(book: Book) -> list[str]:
        return book.values("//dc:identifier/text()")

    other = replace(samples.edition(), date="2020-01-01")
    assert of(kit) == of(made(samples.edition())) != of(made(other))


def test_each_release_is_a_chapter_named_by_its_title(kit: Book) -> None:
    section = kit.root("release-001.xhtml").find(f"{{{XHTML}}}body/{{{XHTML}}}section")
    assert section is not None
    assert (section.get(f"{{{OPS}}}type"), section.get("role")) == ("chapter", "doc-chapter")
    named = kit.values(f"//h:h1[@id='{section.get('aria-labelledby')}']//text()", "release-001.xhtml")
    assert ["".join(named)] == [
        "Quatorzième conférence régionale sur les migrations et lancement d’une campagne d’information régionale"
    ]


def test_languages_are_told_twice(kit: Book) -> None:
    for element in kit.root("release-002.xhtml").iter(etree.Element):
        assert element.get("lang") == element.get(f"{{{XML}}}lang")
    assert kit.values("//h:span[@class='foreign']/@lang", "release-002.xhtml") == ["ar", "zh", "es"]


def test_titles_are_words_and_never_markup() -> None:
    book = made(samples.hostile())
    assert book.values("//h:h1/text()", "release-001.xhtml")[0].startswith("<script>alert(1)</script> & «")
    assert not book.values("//h:script", "release-001.xhtml")
    assert {name.rpartition("/")[0] for name in book.archive.namelist()} == {"", "META-INF", "EPUB"}


def picture() -> bytes:
    from PIL import Image

    out = BytesIO()
    Image.new("RGB", (40, 30), "#336699").save(out, "JPEG")
    return out.getvalue()


def test_pictures_are_packed_under_names_of_ours() -> None:
    figure = Figure("../../etc/p.jpg", "Un pont", (Text("Légende"),))
    release = Release(id="r", title=(Text("T"),), body=(figure, figure))
    book = made(Edition((release,), "T", kind="single", assets={"../../etc/p.jpg": picture()}))
    assert book.notices == ()
    assert book.values("//h:img/@src", "release-001.xhtml") == ["images/001.jpeg"] * 2
    assert book.values("//h:img/@alt", "release-001.xhtml") == ["Un pont"] * 2
    assert book.archive.read("EPUB/images/001.jpeg") == picture()
    assert book.values("//opf:item[@href='images/001.jpeg']/@media-type") == ["image/jpeg"]


def test_the_style_sheet_has_its_colours_and_no_variable_left(kit: Book) -> None:
    sheet = kit.archive.read("EPUB/epub.css").decode()
    assert not re.search(r"var\(--[a-z]", sheet.partition("*/")[2])
    assert STYLE.settings.colours["accent"] in sheet
    assert STYLE.settings.dark["accent"] in sheet.partition("prefers-color-scheme: dark")[2]


SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("sheet", ["epub.css", "screen.css", "print.css"])
@pytest.mark.parametrize("name", styles())
def test_lists_are_shown_with_the_sign_of_their_source(name: str, sheet: str) -> None:
    said = load_style(name).text(sheet)
    for kind, counted in (("", "decimal"), (".a", "lower-alpha"), (".A", "upper-alpha"), (".i", "lower-roman"),
                          (".I", "upper-roman")):  # fmt: skip
        used = re.findall(rf"^\.parenthesis{re.escape(kind)} {{ list-style-type: ([a-z-]+) }}", said, re.MULTILINE)
        assert len(used) == 1
        assert re.search(rf'@counter-style {used[0]} {{ system: extends {counted}; suffix: "\)', said)


def test_the_cover_names_the_edition_and_needs_no_font(kit: Book) -> None:
    shown = kit.root("cover.svg")
    assert shown.findtext(f"{SVG}title") == samples.edition().title
    assert shown.find(f"{SVG}text") is None
    assert len([each for each in shown.iterfind(f"{SVG}path") if each.get("fill") == "#ffffff"]) >= 5


def test_what_the_font_lacks_is_left_to_the_reader() -> None:
    drawn = etree.fromstring(cover(replace(samples.single(), title="王小明 à Genève"), STYLE).encode())
    assert [each.text for each in drawn.iterfind(f"{SVG}text")] == ["王小明 à Genève"]


@pytest.mark.parametrize("title", ["", "Mot", "Mot " * 300, "x" * 500, "]]> <b>&amp;</b> \u202e", "\u4e2d" * 200])
def test_any_title_fits_the_cover(title: str) -> None:
    size, shown = fitted(title.strip(" "), face(STYLE, "serif", "bold"))
    assert size in SIZES
    assert len(shown) <= 12
    assert all(face(STYLE, "serif", "bold").width(line, size) <= ROOM for line in shown)
    etree.fromstring(cover(replace(samples.single(), title=title.strip(" ")), STYLE).encode())


@pytest.mark.parametrize("lettering", [face(STYLE, "serif", "bold"), NamedFace(None, bold=True)])
def test_lines_fit_and_lose_nothing(lettering: Lettering) -> None:
    for size in SIZES:
        shown = list(wrapped("Jumelage de villes au\u00a0Mexique " + "x" * 90, lettering, size, ROOM))
        assert all(lettering.width(line, size) <= ROOM for line in shown)
        assert "".join(shown).replace(" ", "") == "Jumelagedevillesau\u00a0Mexique" + "x" * 90


def test_a_style_without_font_files_has_a_cover_too() -> None:
    bare = STYLE.with_settings(fonts={})
    drawn = etree.fromstring(cover(samples.edition(), bare).encode())
    assert len(list(drawn.iterfind(f"{SVG}text"))) >= 4


@settings(max_examples=25, phases=QUICK)
@given(releases)
def test_any_release_comes_through(release: Release) -> None:
    settled = with_notes_in_place(release)
    edition = Edition((settled, settled), "Titre")
    assert missing(edition, made(edition).text()) == []
