"""An edition speaks the language of its releases; what stands in a release speaks its own."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from functools import cache
from io import BytesIO

import pytest
from pypdf import PdfReader

from oimpress.model.nodes import Contact, Edition, Para, Phone, Release, Text
from oimpress.publish.build import Options, make_edition
from oimpress.style import load_style
from oimpress.writers import find


def release(lang: str, number: int = 1, **more: object) -> Release:
    contacts = (Contact(name="Ana Ruiz", phones=(Phone("+41 22 730 00 00", "tel:+41227300000", "mobile"),)),)
    said: dict[str, object] = {"body": (Para((Text("One."),)),), "contacts": contacts, "published": "2024-03-14"}
    return Release(f"r{number}", title=(Text(f"Title {number}"),), lang=lang, **(said | more))  # type: ignore[arg-type]


def edition(*langs: str, lang: str = "") -> Edition:
    releases = [release(each, number) for number, each in enumerate(langs, 1)]
    return make_edition(releases, Options(lang=lang), load_style())


@pytest.mark.parametrize(
    ("langs", "spoken", "title"),
    [
        (("en", "en"), "en", "Press kit"),
        (("en-GB", "en-GB"), "en-GB", "Press kit"),
        (("en-GB", "en"), "en", "Press kit"),  # of one language, but not of one region
        (("fr-CA", "fr-CA"), "fr-CA", "Dossier de presse"),
        (("es", "es"), "es", "Dosier de prensa"),
        (("es", "en"), "fr", "Dossier de presse"),
    ],
)
def test_an_edition_speaks_as_its_releases_agree(langs: tuple[str, ...], spoken: str, title: str) -> None:
    made = edition(*langs)
    assert (made.lang, made.title) == (spoken, title)
    assert edition(*langs, lang="es").lang == "es"


@cache
def written(form: str, *langs: str) -> bytes:
    return find(form).write(edition(*langs), load_style()).value


def part(data: bytes, name: str) -> str:
    return zipfile.ZipFile(BytesIO(data)).read(name).decode()


def test_every_format_says_the_language_with_its_region() -> None:
    british = ("en-GB", "en-GB")
    page = written("html", *british).decode()
    assert '<html lang="en-GB">' in page
    assert '<meta property="og:locale" content="en_GB">' in page
    assert "<dc:language>en-GB</dc:language>" in part(written("epub", *british), "EPUB/content.opf")
    assert '<w:lang w:val="en-GB"' in part(written("docx", *british), "word/styles.xml")
    assert b"Content-Language: en-GB" in written("digest", *british)
    assert '"language": "en-GB"' in written("ninjs", *british).decode()


@pytest.mark.slow
def test_a_pdf_says_the_language_with_its_region() -> None:
    assert str(PdfReader(BytesIO(written("pdf", "en-GB"))).root_object["/Lang"]) == "en-GB"


@pytest.mark.parametrize("form", ["html", "markdown", "text"])
def test_all_printed_words_are_in_the_language_of_the_releases(form: str) -> None:
    words = re.sub(r"<(style|script).*?</\1>", "", written(form, "en-GB", "en-GB").decode(), flags=re.DOTALL)
    assert not re.search("Sommaire|Contacts presse|communiqués", words)
    assert "Press contacts" in words
    assert "Mobile:" in words
    if form != "markdown":
        assert "Contents" in words
        assert "14 March 2024" in words


def test_labels_in_a_release_speak_its_language_in_a_mixed_kit() -> None:
    page = written("html", "en", "es").decode()
    assert '<html lang="fr">' in page
    english, spanish = re.findall(r'<article.*?lang="(?:en|es)".*?</article>', page, re.DOTALL)
    assert "Press contacts" in english
    assert "March 14, 2024" in english
    assert "Contactos de prensa" in spanish
    assert "14 de marzo de 2024" in spanish
    assert "Sommaire" in page


def test_labels_that_are_not_in_the_words_around_them_say_their_language() -> None:
    arabic = written("html", "ar").decode()
    assert '<html lang="ar" dir="rtl">' in arabic
    assert re.search(r'<h\d lang="en">Press contacts</h\d>', arabic)
    assert '<span class="kind" lang="en">Mobile:</span>' in arabic
    mixed = written("html", "ar", "en").decode()
    assert re.search(r'<h\d lang="fr">Contacts presse</h\d>', mixed)


def test_a_release_with_a_heading_of_its_own_for_its_contacts_keeps_it_everywhere() -> None:
    lead = Para((Text("Media contacts:"),))
    one = release("en", contacts=(lead, *release("en").contacts))
    made = make_edition([one, replace(release("en", 2), contacts=())], Options(), load_style())
    for form in ("html", "markdown", "text", "digest"):
        words = find(form).write(made, load_style()).value.decode()
        assert "Media contacts:" in words
        assert words.count("Press contacts") == 0, form
    body = part(find("docx").write(made, load_style()).value, "word/document.xml")
    assert "Media contacts:" in body
    assert "Press contacts" not in body
