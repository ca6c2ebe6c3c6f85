"""The two texts of a mail: every word in its order, nothing from elsewhere, valid."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html as lxml_html

from oimpress.model.nodes import Edition
from oimpress.style import Style
from oimpress.writers.mail import message as mail
from oimpress.writers.mail.summary import summary
from tests.writers import samples
from tests.writers.mails import leaves, letters, part, unflowed


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
