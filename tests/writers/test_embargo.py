"""Embargo, issuer, number and all ways to a contact: in every format, where they belong."""

from __future__ import annotations

import re
import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import replace
from email import message_from_bytes, policy
from io import BytesIO
from pathlib import Path

import pytest

from oimpress.model.nodes import Edition, Embargo, Release
from oimpress.model.runs import plain
from oimpress.style import load_style
from oimpress.writers import find
from oimpress.writers.embargo import LONGEST, embargo_of, on_cover, on_edge
from oimpress.writers.wording import heading_of, ordered
from tests.writers import samples
from tests.writers.word_parts import NS, Opened
from tests.writers.wordorder import missing, words

STYLE = load_style("oim")
KIT = samples.embargoed()
ONE = replace(KIT, releases=(samples.market(),), kind="single")
WORDS = "Sous embargo jusqu’au 20\u00a0mars 2026 à 6\u00a0h\u00a000\u00a0GMT"


def written(form: str, edition: Edition) -> bytes:
    return find(form).write(edition, STYLE).value


def mail_parts(edition: Edition) -> tuple[str, str, str]:
    message = message_from_bytes(written("digest", edition), policy=policy.default)
    html, text = (message.get_body((kind,)) for kind in ("html", "plain"))
    assert html is not None
    assert text is not None
    page = str(html.get_content()).replace("&nbsp;", "\u00a0")
    return str(message["Subject"]), page, str(text.get_content()).replace("\r\n", "\n")


def under(embargo: Embargo | None, lang: str = "fr") -> Release:
    return replace(samples.market(), embargo=embargo, lang=lang)


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("fr", "Sous embargo jusqu’au 20\u00a0mars 2026 à 6\u00a0h\u00a030 (UTC)"),
        ("en", "Under embargo until March 20, 2026, 06:30 (UTC)"),
        ("es", "Bajo embargo hasta el 20 de marzo de 2026, 06:30 (UTC)"),
    ],
)
def test_an_instant_without_words_is_told_in_the_release_s_language(lang: str, told: str) -> None:
    assert embargo_of(under(Embargo("", "2026-03-20T06:30:00Z"), lang)) == told


def test_the_words_are_those_of_the_release() -> None:
    assert embargo_of(samples.market()) == on_edge(samples.market()) == WORDS
    assert embargo_of(under(None)) == on_edge(under(None)) == on_cover(Edition((under(None),), "T")) == ""


def test_what_is_too_long_for_the_edge_of_a_page_is_told_in_short() -> None:
    long = "Ce communiqué ne peut être ni diffusé ni cité avant " + "le jour que la préfecture dira " * 4
    assert len(long) > LONGEST
    assert on_edge(under(Embargo(long, "2026-03-20T06:00:00Z"))).startswith("Sous embargo jusqu’au 20\u00a0mars 2026")
    assert on_edge(under(Embargo(long))) == "Sous embargo"
    assert embargo_of(under(Embargo(long))) == long


def test_a_cover_says_the_shared_embargo_or_how_many_there_are() -> None:
    other = replace(under(Embargo("Sous embargo jusqu’à mardi")), id="autre")
    assert on_cover(KIT) == WORDS
    assert on_cover(replace(KIT, releases=(*KIT.releases, other))) == "2 communiqués sous embargo"
    assert on_cover(samples.edition()) == ""


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
@pytest.mark.parametrize("edition", [KIT, ONE])
def test_every_word_in_order(form: str, edition: Edition) -> None:
    whole = re.sub(r"</?span\b[^>]*>", "", written(form, edition).decode())
    shown = re.sub(r"<style>.*?</style>|<[^>]*>", " ", whole, flags=re.DOTALL)
    assert missing(edition, shown) == []


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_in_plain_text_the_embargo_stands_before_the_title(form: str) -> None:
    text = written(form, ONE).decode()
    head = text[: text.index("La halle rouvre")]
    assert WORDS in head
    assert head.startswith("Ville de Vézelin – N°\u00a026-017\n")
    kit = written(form, KIT).decode()
    assert kit.index(WORDS) < kit.index("Quatorzième conférence")


def test_the_kinds_of_telephones_are_told_in_the_release_s_language() -> None:
    for form in ("text", "markdown", "digest"):
        assert "Mobile\u00a0: +33\u00a06" in (mail_parts(ONE)[2] if form == "digest" else written(form, ONE).decode())
    for lang, label in (("es", "Móvil: +33\u00a06"), ("en", "Fax: +33")):
        other = replace(ONE, lang="fr", releases=(replace(ONE.releases[0], lang=lang),))
        assert label in written("text", other).decode()


def test_a_page_is_shown_once_where_its_words_are_its_address() -> None:
    text = written("text", ONE).decode()
    assert "\nwww.vezelin.example/presse\n" in text
    assert "\nphotos de la halle <https://images.vezelin.example/halle>\n" in text


def test_a_web_page_says_it_in_its_head_and_in_the_contents() -> None:
    page = written("html", KIT).decode()
    assert re.findall(r'<p class="embargo"[^>]*>([^<]*)', page) == [WORDS] * 3
    assert page.index('class="embargo"') < page.index('id="contents"')
    alone = written("html", ONE).decode()
    assert alone.count('class="embargo"') == 1
    assert '<a href="https://images.vezelin.example/halle">photos de la halle</a>' in alone
    assert '"author": {"@type": "Organization", "name": "Ville de Vézelin"}' in alone


def test_a_mail_says_it_before_all_else() -> None:
    subject, html, text = mail_parts(KIT)
    assert subject == "[Embargo] Dossier de presse"
    assert html.count(WORDS) == 3
    assert text.count(WORDS) == 3
    assert text.index(WORDS) < text.index("Sommaire")
    subject, html, text = mail_parts(ONE)
    assert subject.startswith("[Embargo] La halle")
    assert (html.count(WORDS), text.count(WORDS)) == (1, 1)
    assert missing(ONE, text) == []


def test_in_plain_text_the_contents_say_it_below_the_title() -> None:
    front, contents = written("text", KIT).decode().split("Sommaire\n", 1)
    assert WORDS in front
    rows = contents[: contents.index("=====")].splitlines()
    at = next(number for number, row in enumerate(rows) if "La halle" in row)
    assert f"    {WORDS}" in rows[at + 1 : at + 3]
    assert sum(WORDS in row for row in rows) == 1


def test_a_book_says_it_in_its_contents() -> None:
    with zipfile.ZipFile(BytesIO(written("epub", KIT))) as book:
        name = next(each for each in book.namelist() if each.endswith("nav.xhtml"))
        nav = book.read(name).decode()
    rows = re.findall(r"<li><a href=\"release-\d+\.xhtml\">(.*?)</a></li>", nav)
    assert [WORDS in row for row in rows] == [bool(release.embargo) for release in ordered(KIT)]
    assert f' – <span class="embargo">{WORDS}</span>' in nav


def test_a_book_says_it_on_its_cover_and_at_the_release() -> None:
    with zipfile.ZipFile(BytesIO(written("epub", KIT))) as book:
        pages = {name: book.read(name).decode() for name in book.namelist() if name.endswith((".xhtml", ".svg"))}
        plain = {name: book.read(name) for name in book.namelist() if name.endswith("cover.svg")}
    assert WORDS in pages[next(name for name in pages if name.endswith("release-002.xhtml"))]
    with zipfile.ZipFile(BytesIO(written("epub", replace(KIT, releases=(samples.conference(),))))) as book:
        other = {name: book.read(name) for name in book.namelist() if name.endswith("cover.svg")}
    assert plain != other  # words on the cover are outlines


def pages_of(pdf: bytes, folder: Path, validator: Callable[[str], list[str]]) -> list[str]:
    (folder / "a.pdf").write_bytes(pdf)
    command = [*validator("pdftotext"), "-layout", str(folder / "a.pdf"), "-"]
    return subprocess.run(command, check=True, capture_output=True).stdout.decode().split("\f")[:-1]


@pytest.mark.parametrize("style", ["oim", "sobre"])
def test_every_page_of_the_release_says_it_in_pdf(
    style: str, tmp_path: Path, validator: Callable[[str], list[str]]
) -> None:
    shown = pages_of(find("pdf").write(KIT, load_style(style)).value, tmp_path, validator)
    said = ["sous embargo jusqu" in page.lower() for page in shown]
    first = next(at for at, page in enumerate(shown) if at > 1 and "Vézelin – 19" in page)
    after = next(at for at, page in enumerate(shown) if at > first and "la Journée des droits" in page)
    assert said[:2] == [True, True]  # cover and contents
    assert after - first > 1
    assert said[2:] == [first <= at < after for at in range(2, len(shown))]


def test_a_release_alone_says_it_on_all_its_pages(tmp_path: Path, validator: Callable[[str], list[str]]) -> None:
    shown = pages_of(written("pdf", ONE), tmp_path, validator)
    assert len(shown) > 1
    assert all("Sous embargo jusqu" in page for page in shown)


def headers(opened: Opened) -> list[list[str]]:
    """For each section the words at the beginning of its headers."""
    targets = {str(each.get("Id")): str(each.get("Target")) for each in opened.part("word/_rels/document.xml.rels")}
    found: list[list[str]] = []
    for number in range(1, len(opened.find("//w:sectPr")) + 1):
        used = opened.values(f"(//w:sectPr)[{number}]/w:headerReference/@r:id")
        found.append(["".join(opened.values("//w:p[1]//w:t/text()", f"word/{targets[each]}")) for each in used])
    return found


def test_in_word_the_pages_of_the_release_have_headers_of_their_own() -> None:
    opened = Opened(written("docx", KIT))
    cover, before, release, after = headers(opened)
    assert cover == []
    assert release[0] == WORDS
    assert WORDS not in (before[0], after[0])
    assert opened.values("//w:pStyle[@w:val='PressCoverEmbargo']/../../w:r/w:t/text()") == [WORDS]
    assert missing(KIT, opened.text()) == []


def test_in_word_the_contents_say_it_below_the_field_that_word_makes_anew() -> None:
    opened = Opened(written("docx", KIT))
    entries = opened.find("//w:p[w:pPr/w:pStyle/@w:val='Toc1']")
    said = ["".join(each.xpath(".//w:t/text()", namespaces=NS)) for each in entries]
    ending = "w:r[last()]/w:fldChar[@w:fldCharType='end']"
    ends = [at for at, each in enumerate(entries) if each.xpath(ending, namespaces=NS)]
    embargoed = [release for release in ordered(KIT) if release.embargo]
    assert not any(WORDS in text for text in said[: ends[-1] + 1])
    assert said[ends[-1] + 1 :] == [f"{WORDS} – {plain(heading_of(each))}" for each in embargoed]
    assert embargoed


def test_in_word_a_release_alone_has_them_on_its_first_page_too() -> None:
    ((default, first),) = headers(Opened(written("docx", ONE)))
    assert default == first == WORDS


def test_an_edition_without_embargo_has_one_section_as_ever() -> None:
    assert len(Opened(written("docx", replace(KIT, releases=(samples.conference(),)))).find("//w:sectPr")) == 2


def test_releases_under_one_embargo_begin_their_own_pages() -> None:
    two = replace(KIT, releases=(samples.market(), replace(samples.market(), id="autre", issuer="", reference="")))
    assert [each[0] for each in headers(Opened(written("docx", two)))[2:]] == [WORDS, WORDS]
    assert len(ordered(two)) == 2


def test_only_a_number_still_begins_a_page() -> None:
    bare = replace(samples.market(), issuer="", embargo=None)
    opened = Opened(written("docx", replace(KIT, releases=(bare,))))
    styles = opened.values("//w:p/w:pPr/w:pStyle/@w:val")
    at = styles.index("PressIssuer")
    assert styles[at : at + 4] == ["PressIssuer", "PressReference", "PressKickerBelow", "PressTitle"]
    assert "n 26 017" in " ".join(words(opened.text()))


@pytest.mark.parametrize("form", ["text", "markdown", "digest", "ninjs"])
def test_it_is_what_was_accepted(form: str, golden: Callable[[str, bytes | str], None]) -> None:
    made = find(form)
    golden(f"writers/embargo{made.extension}", made.write(KIT, STYLE).value)
