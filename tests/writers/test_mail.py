"""The digest as a mail: what the standard library reads from it, what every reader finds in it."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from lxml import html as lxml_html

from oimpress.model.nodes import Block, Edition, Foreign, Item, Link, List, Para, Release, SourceRef, Strong, Text
from oimpress.style import Style, load_style
from oimpress.writers import find
from oimpress.writers.mail import message as mail
from oimpress.writers.mail.headers import Mailbox, text_field
from oimpress.writers.mail.letter import Envelope
from oimpress.writers.mail.message import Attachment
from oimpress.writers.mail.summary import summary
from oimpress.writers.wording import ordered
from tests.writers import samples

URL = "https://press.test/r"


@pytest.fixture(scope="module")
def style() -> Style:
    return load_style("oim")


def parsed(made: bytes) -> EmailMessage:
    message = message_from_bytes(made, policy=policy.default)
    for part in message.walk():
        assert not part.defects
        for value in part.values():
            assert not value.defects
    return message


def part(made: bytes, kind: str) -> str:
    body = parsed(made).get_body((kind,))
    assert body is not None
    text: str = body.get_content()
    return text.replace("\r\n", "\n")


def unflowed(text: str) -> str:
    """The paragraphs of a format=flowed text as RFC 3676 puts them together again."""
    kept: list[str] = []
    joins = False
    for raw in text.split("\n"):
        line = raw.lstrip(">")
        line = line.removeprefix(" ")
        if joins:
            kept[-1] += line
        else:
            kept.append(line)
        joins = raw.endswith(" ") and raw != "-- "
    return "\n".join(kept)


def letters(text: str) -> str:
    return re.sub(r"\W+", "", text)


def leaves(node: Any) -> Iterator[str]:
    """The words a node holds, in the order of its fields."""
    if isinstance(node, Text):
        yield str(node.value)
    elif isinstance(node, tuple):
        for each in node:
            yield from leaves(each)
    elif hasattr(node, "__dataclass_fields__"):
        for name in ("heading", "children", "blocks", "items", "rows", "cells", "caption", "credit", "attribution"):
            yield from leaves(getattr(node, name, ()))


def long_edition(count: int, length: int, url: str = URL) -> Edition:
    body = (Para((Text("Une phrase de quarante signes à peu près. " * (length // 42)),)),)
    source = SourceRef("r.txt", "0" * 64, "text/plain", "text", url)
    releases = tuple(Release(f"r{n}", title=(Text(f"Titre {n}"),), body=body, source=source) for n in range(count))
    return Edition(releases, "Longue", "digest", date="2026-11-22")


def test_the_format_is_found() -> None:
    assert find("digest") is mail.FORMAT


def test_fields(style: Style) -> None:
    made = parsed(mail.write(samples.edition(), style).value)
    assert made["Subject"] == "Dossier de presse\u00a0: l’OIM au Mexique et en Amérique centrale"
    assert made["Date"].datetime.isoformat() == "2019-05-14T00:00:00+00:00"
    assert made["From"].addresses[0].domain == "oimpress.invalid"
    assert made["To"] == "undisclosed-recipients:;"
    assert re.fullmatch(r"<[0-9a-f]{32}@oimpress\.invalid>", made["Message-ID"])
    assert made["Content-Language"] == "fr"
    texts = [each.get_content_type() for each in made.iter_parts() if each.get_content_maintype() == "text"]
    assert texts == ["text/plain", "text/html"]
    assert next(made.iter_parts())["Content-Type"].params["format"] == "flowed"


def test_an_envelope_fills_the_fields(style: Style) -> None:
    envelope = Envelope(
        Mailbox("presse", "oim.test", "Service de presse"),
        (Mailbox("liste", "oim.test"),),
        (Mailbox("redaction", "oim.test"),),
        "Communiqués, n°\u00a047",
        "Sun, 22 Nov 2026 08:00:00 +0000",
        "<liste.1.47@oim.test>",
        (text_field("List-Id", "Communiqués <liste.oim.test>"), "Auto-Submitted: auto-generated\r\n"),
    )
    made = parsed(mail.compose(samples.edition(), style, envelope).value)
    assert str(made["From"]) == "Service de presse <presse@oim.test>"
    assert (made["To"], made["Reply-To"]) == ("liste@oim.test", "redaction@oim.test")
    assert (made["Subject"], made["Message-ID"]) == ("Communiqués, n°\u00a047", "<liste.1.47@oim.test>")
    assert made["Date"] == "Sun, 22 Nov 2026 08:00:00 +0000"
    assert made["Auto-Submitted"] == "auto-generated"


@pytest.mark.parametrize("edition", [samples.edition(), samples.single(), samples.hostile()])
def test_lines_and_bytes_keep_to_the_standards(edition: Edition, style: Style) -> None:
    made = mail.write(edition, style).value
    assert made == mail.write(edition, style).value
    assert b"\n" not in made.replace(b"\r\n", b"")
    assert made.isascii()
    assert max(map(len, made.split(b"\r\n"))) <= 78
    text = part(made, "plain")
    assert max(len(line.rstrip(" ")) for line in text.split("\n") if "\u202e" not in line) <= 72


def test_the_text_part_holds_every_word_in_order(style: Style) -> None:
    text = letters(unflowed(part(mail.write(samples.edition(), style).value, "plain")))
    for release in samples.edition().releases:
        at = text.rindex(letters("".join(leaves(release.title))))
        for words in leaves(summary(release).blocks):
            at = text.index(letters(words), at)


def test_the_html_part_holds_every_word_in_order(style: Style) -> None:
    page = lxml_html.fromstring(part(mail.write(samples.edition(), style).value, "html"))
    text = letters(page.text_content())
    for release in samples.edition().releases:
        at = text.rindex(letters("".join(leaves(release.title))))
        for words in leaves(summary(release).blocks):
            at = text.index(letters(words), at)


def test_undated_releases_come_last_without_a_word_of_it(style: Style) -> None:
    text = part(mail.write(samples.edition(), style).value, "plain")
    contents = text[: text.index("=====")]
    assert "sans date" not in text
    assert contents.index("14\u00a0mai 2019") < contents.index("Durango")
    assert contents.index("Jumelage") > contents.index("Durango")


def test_an_undated_edition_has_a_fixed_date_and_a_notice(style: Style, monkeypatch: pytest.MonkeyPatch) -> None:
    edition = replace(samples.edition(), date="")
    made = mail.write(edition, style)
    assert [each.code for each in made.notices] == ["D003"]
    assert parsed(made.value)["Date"].datetime.year == 1980
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    assert parsed(mail.write(edition, style).value)["Date"].datetime.isoformat() == "2027-01-15T08:00:00+00:00"


def test_contents_lead_to_entries_that_exist(style: Style) -> None:
    page = lxml_html.fromstring(part(mail.write(samples.edition(), style).value, "html"))
    targets = [href[1:] for href in page.xpath("//a/@href") if href.startswith("#")]
    ids = page.xpath("//@id")
    assert len(targets) == 9
    assert set(targets) == set(ids)
    assert len(ids) == len(set(ids))


def test_content_cannot_leave_its_place(style: Style) -> None:
    page = lxml_html.fromstring(part(mail.write(samples.hostile(), style).value, "html"))
    assert not page.xpath("//script | //img | //iframe | //link | //form | //@onerror")
    assert all(href.startswith(("http", "mailto:", "tel:", "#")) for href in page.xpath("//@href"))
    assert "{{ 7 * 7 }}" in page.text_content()
    assert not page.xpath("//@src")
    assert [each.code for each in mail.write(samples.hostile(), style).notices] == ["D003", "W004", "W004", "W004"]


def test_no_file_or_network_is_read(style: Style, tmp_path: Path) -> None:
    from oimpress.writers.mail.html import inlined

    sheet = tmp_path / "secret.css"
    sheet.write_text("p { color: #123456 }")
    page = f'<html><head><link rel="stylesheet" href="{sheet.as_uri()}"></head><body><p>x</p></body></html>'
    assert "#123456" not in inlined(page)


def test_dark_and_narrow_screens_keep_their_rules(style: Style) -> None:
    page = part(mail.write(samples.edition(), style).value, "html")
    assert "prefers-color-scheme:" in page.replace(" ", "") or "prefers-color-scheme" in page
    assert "max-width" in page
    assert "var(--" not in page
    assert page.count("<style") == 1


def test_a_release_with_an_address_is_summed_up(style: Style) -> None:
    made = mail.write(long_edition(1, 4000), style)
    page = part(made.value, "html")
    assert 'href="https://press.test/r"' in page
    assert "Lire la suite" in page
    assert page.count("Une phrase") <= 12


def test_a_large_mail_warns(style: Style) -> None:
    made = mail.write(long_edition(3, 40_000, url=""), style)
    assert [each.code for each in made.notices] == ["D001"]
    assert part(made.value, "html").count("Une phrase") == 3 * (40_000 // 42)


def test_summaries_shorten_before_a_mail_grows_too_large(style: Style) -> None:
    made = mail.write(long_edition(90, 4000), style)
    page = part(made.value, "html")
    assert len(page.encode()) <= mail.REFUSE
    assert "D002" in [each.code for each in made.notices]
    assert page.count("Lire la suite") == 90


def test_labels_mark_and_brief_shortens(style: Style) -> None:
    envelope = Envelope(
        labels={"oim-mexique-lance-plateforme": "Corrigé"}, brief=frozenset({"jumelage-villes-mexique"})
    )
    made = mail.compose(samples.edition(), style, envelope).value
    for kind in ("plain", "html"):
        content = part(made, kind)
        assert content.count("Corrigé") == 2
        assert "Date de début" not in content
        assert content.count("Jumelage") >= 2


def test_no_release_is_said(style: Style) -> None:
    made = mail.write(Edition((), "Vide", "digest", date="2026-11-22"), style).value
    assert "Aucun communiqué" in part(made, "plain")
    assert "Aucun communiqué" in part(made, "html")


def test_attachments_travel_along(style: Style) -> None:
    file = Attachment("dossier é\r\nX: y.pdf", "application/pdf", b"%PDF-1.7 \x00\xff")
    made = parsed(mail.compose(samples.edition(), style, Envelope(), [file]).value)
    (found,) = made.iter_attachments()
    assert found.get_filename() == "dossier----X--y.pdf"
    assert found.get_content() == file.content
    assert made.get_content_type() == "multipart/mixed"


def test_a_mime_digest_holds_a_message_for_each_release(style: Style) -> None:
    made = parsed(mail.compose(samples.edition(), style, Envelope(), form="mime-digest").value)
    masthead, digest = made.iter_parts()
    assert digest.get_content_type() == "multipart/digest"
    assert "Sommaire" in masthead.get_content()
    messages: list[Any] = [part.get_payload(0) for part in digest.iter_parts()]
    assert len(messages) == 5
    assert messages[0]["Subject"].startswith("Quatorzième conférence")
    assert len({each["Message-ID"] for each in messages}) == 5
    for message, release in zip(messages, ordered(samples.edition()), strict=True):
        text = letters(unflowed(message.get_content().replace("\r\n", "\n")))
        at = 0
        for words in leaves(release.body):
            at = text.index(letters(words), at)


def test_rfc_1153_in_its_own_form(style: Style) -> None:
    made = parsed(mail.compose(samples.edition(), style, Envelope(), form="rfc1153").value)
    text = made.get_content().replace("\r\n", "\n")
    assert made.get_content_type() == "text/plain"
    preamble, _, rest = text.partition("\n\n" + "-" * 70 + "\n\n")
    assert "Sommaire" in preamble
    messages = rest.split("\n\n" + "-" * 30 + "\n\n")
    assert len(messages) == 6
    assert all(message.startswith("From: ") for message in messages[:5])
    assert messages[5].startswith("End of ")
    assert set(messages[5].rstrip().rpartition("\n")[2]) == {"*"}


def test_other_languages_speak_their_own_words(style: Style) -> None:
    made = mail.write(replace(samples.edition(), lang="es"), style).value
    assert "Índice" in part(made, "plain") or "Contenido" in part(made, "plain") or "Sumario" in part(made, "plain")
    assert '<p class="back" lang="es"' in part(made, "html")
    assert "Volver al índice" in part(made, "html")
    assert "Contactos de prensa" not in part(made, "html")  # a release keeps its own


def test_goldens(style: Style, golden: Callable[[str, bytes | str], None]) -> None:
    made = mail.write(samples.edition(), style).value
    golden("mail/edition.eml", made)
    golden("mail/edition.txt", part(made, "plain"))


def test_the_html_is_valid(style: Style, tmp_path: Path, validator: Callable[[str], list[str]]) -> None:
    for name, edition in (("kit", samples.edition()), ("hostile", samples.hostile())):
        (tmp_path / f"{name}.html").write_text(part(mail.write(edition, style).value, "html"), "utf-8")
    pages = sorted(tmp_path.glob("*.html"))
    done = subprocess.run([*validator("vnu"), "--errors-only", *pages], capture_output=True, text=True, check=False)
    wanted = ("attribute on the", "obsolete", "Use CSS instead")  # what mail readers need and HTML 5 dropped
    faults = [line for line in done.stderr.splitlines() if line and not any(words in line for words in wanted)]
    assert faults == []


LACKING = {  # what some mail readers lack, and why the mail does without
    "@media": "the mail is light and fits a telephone without it",
    "<style> element": "its rules are on the elements; only those under @media stay in it",
    "<body> element": "the outer table has the same ground",
    "Local anchors": "the contents are still a list of titles",
    "display:none": "the preheader is one pixel high, in the colour of the ground",
    "overflow": "a wide table widens the mail",
    "word-wrap": "a very long word widens the mail",
    "table-layout": "the same",
    "role attribute": "a screen reader announces the tables that lay out",
    "lang attribute": "the language is that of the subscriber's reader",
    "text-decoration": "titles in the contents are underlined",
    "mailto: links": "the address is its own words",
    "text-wrap": "the lines of a title are not of about equal length",
    "white-space": "a title may break behind a hyphen",
}


def test_mail_readers_know_what_matters(style: Style, tmp_path: Path, validator: Callable[[str], list[str]]) -> None:
    """Gmail, Outlook, Apple Mail, Orange, La Poste, Thunderbird, by the data of caniemail.com."""
    page = tmp_path / "mail.html"
    page.write_text(part(mail.write(samples.edition(), style).value, "html"), "utf-8")
    done = subprocess.run([*validator("caniemail"), str(page)], capture_output=True, text=True, check=True)
    found = json.loads(done.stdout)
    assert found
    assert set(found) <= set(LACKING), {title: found[title] for title in set(found) - set(LACKING)}
    for title in ("<style> element", "display:none"):
        assert not [reader for reader in found[title] if reader.startswith(("outlook.", "apple-mail.", "thunderbird."))]


def test_a_title_in_a_script_without_italics_stands_upright(style: Style) -> None:
    title = (Text("Avec "), Foreign("ar", (Text("سلمى"),)))
    made = mail.html_of(Edition((Release("a", title=title),), "T"), style)
    assert re.search(r'<span class="upright"[^>]*font-style: ?normal[^>]*>سلمى</span>', made)


def alone(*blocks: Block, title: str = "T") -> Edition:
    return Edition((Release("a", title=(Text(title),), body=blocks),), "T")


@pytest.mark.parametrize(
    ("marker", "said"),
    [
        ("a)", ["a)\u00a0un", "b)\u00a0"]),
        ("3)", ["3)\u00a0un", "4)\u00a0"]),
        ("IV)", ["IV)\u00a0un", "V)\u00a0"]),
        ("a.", ["un", ""]),
        ("", ["un", ""]),
    ],
)
def test_the_sign_of_a_list_is_said_where_no_mail_reader_would_show_it(
    style: Style, marker: str, said: list[str]
) -> None:
    items = (Item((Para((Strong((Text("un"),)),)),)), Item((List((Item((Para((Text("deux"),)),)),)),)))
    made = lxml_html.fromstring(mail.html_of(alone(List(items, True, marker)), style)).xpath("//ol")[0]
    assert ["".join(item.xpath("p[1]//text()")) for item in made] == said
    assert ("list-style-type:none" in (made.get("style") or "")) == (")" in marker)
    assert [inner.text_content().strip() for inner in made.xpath(".//ul")] == ["deux"]


def test_a_title_breaks_at_no_hyphen_near_an_end_of_a_word(style: Style) -> None:
    made = mail.html_of(alone(title="Une plateforme d’e-learning pour les sous-préfets de France"), style)
    title = lxml_html.fromstring(made).xpath("//h2[@class='title']")[0]
    assert title.xpath("span[contains(@style, 'nowrap')]/text()") == ["d’e-learning"]
    assert title.text_content() == "Une plateforme d’e-learning pour les sous-préfets de France"


def test_a_title_in_the_contents_breaks_as_it_does_above_its_text(style: Style) -> None:
    linked = Link("https://val.example/cours", (Text("d’e-learning"),))
    (first,) = alone(title="Une autre").releases
    two = Edition((replace(first, title=(Text("Une plateforme "), linked)), replace(first, id="b")), "T")
    (line, _) = lxml_html.fromstring(mail.html_of(two, style)).xpath("//a[@class='contents-link']")
    assert line.xpath("span[contains(@style, 'nowrap')]/text()") == ["d’e-learning"]
    assert not line.xpath(".//a")


def test_the_mail_is_accessible(tmp_path: Path, validator: Callable[[str], list[str]]) -> None:
    for name in ("oim", "sobre"):
        (tmp_path / f"{name}.html").write_text(mail.html_of(samples.edition(), load_style(name)), "utf-8")
    pages = sorted(tmp_path.glob("*.html"))
    done = subprocess.run([*validator("axe"), *pages], capture_output=True, text=True, check=False)
    assert list(json.loads(done.stdout).values()) == [[], []]
