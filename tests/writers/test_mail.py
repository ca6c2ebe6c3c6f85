"""The digest as a mail: what the standard library reads from it, what every reader finds in it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from oimpress.model.nodes import Edition, Para, Release, SourceRef, Text
from oimpress.style import Style
from oimpress.writers import find
from oimpress.writers.mail import message as mail
from oimpress.writers.mail.headers import Mailbox, text_field
from oimpress.writers.mail.letter import Envelope
from oimpress.writers.mail.message import Attachment
from oimpress.writers.wording import ordered
from tests.writers import samples
from tests.writers.mails import leaves, letters, parsed, part, unflowed

URL = "https://press.test/r"


def long_edition(count: int, length: int, url: str = URL) -> Edition:
    body = (Para((Text("Une phrase de quarante signes à peu près. " * (length // 42)),)),)
    source = SourceRef("r.txt", "0" * 64, "text/plain", "text", url)
    releases = tuple(Release(f"r{n}", title=(Text(f"Titre {n}"),), body=body, source=source) for n in range(count))
    return Edition(releases, "Longue", "digest", date="2026-11-22")


def test_the_format_is_found(style: Style) -> None:
    made = find("digest").write(samples.edition(), style)
    assert made == mail.write(samples.edition(), style)


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
