"""The page that shows a mail: its fields, four views of it, its text; all of it inside, none of it from elsewhere."""

from __future__ import annotations

from email.message import EmailMessage

from lxml import html

from oimpress.digest.preview import by_day, by_night, preview

DARK = "<style>@media (prefers-color-scheme: dark) { body { color: #fff } }</style>"
BODY = f"<html><head>{DARK}</head><body><p>Le pont « rouvre » & <b>l’eau</b> revient.</p></body></html>"


def mail(**fields: str) -> bytes:
    made = EmailMessage()
    for name, value in {"Subject": "Volume 1 <x>", "From": "presse@oim.test", "X-Other": "secret", **fields}.items():
        made[name.replace("_", "-")] = value
    made.set_content("Le pont rouvre.\r\nL’eau revient.")
    made.add_alternative(BODY, subtype="html")
    return made.as_bytes()


def test_dark_rules_are_in_force_by_night_and_on_no_screen_by_day() -> None:
    assert by_night(DARK) == "<style>@media all { body { color: #fff } }</style>"
    assert by_day(DARK) == "<style>@media not all { body { color: #fff } }</style>"
    assert by_night("@media (prefers-color-scheme:dark){}") == "@media all{}"
    assert by_night("@media print{}") == by_day("@media print{}") == "@media print{}"


def test_the_page_shows_the_fields_that_a_reader_sees() -> None:
    page = html.fromstring(preview(mail(Reply_To="x@oim.test", Message_ID="<a@oim.test>"), "fr"))
    assert page.get("lang") == "fr"
    assert page.findtext("head/title") == "Volume 1 <x>"
    named = dict(zip(page.xpath("//dt/text()"), page.xpath("//dd/text()"), strict=True))
    assert named == {
        "Subject": "Volume 1 <x>",
        "From": "presse@oim.test",
        "Reply-To": "x@oim.test",
        "Message-ID": "<a@oim.test>",
    }


def test_the_page_shows_the_mail_on_a_telephone_and_a_desk_by_day_and_by_night() -> None:
    page = html.fromstring(preview(mail(), "en"))
    frames = [(frame.get("title"), frame.get("class"), frame.get("srcdoc") or "") for frame in page.iter("iframe")]
    assert [(title, width, "@media not all" in said) for title, width, said in frames] == [
        ("telephone, by day", "phone", True),
        ("telephone, by night", "phone", False),
        ("desk, by day", "desk", True),
        ("desk, by night", "desk", False),
    ]
    assert all("<p>Le pont « rouvre » & <b>l’eau</b> revient.</p>" in said for _, _, said in frames)
    assert {frame.get("sandbox") for frame in page.iter("iframe")} == {"allow-same-origin"}
    assert page.findtext(".//pre") == "Le pont rouvre.\nL’eau revient.\n"


def test_a_mail_as_it_is_sent_is_shown_with_plain_line_ends() -> None:
    page = html.fromstring(preview(mail().replace(b"\n", b"\r\n"), "fr"))
    assert page.findtext(".//pre") == "Le pont rouvre.\nL’eau revient.\n"


def test_a_mail_of_text_alone_is_shown_as_text() -> None:
    made = EmailMessage()
    made["Subject"] = "x"
    made.set_content("Le pont rouvre.")
    page = html.fromstring(preview(made.as_bytes(), "fr"))
    assert {frame.get("srcdoc") for frame in page.iter("iframe")} == {""}
    assert page.findtext(".//pre") == "Le pont rouvre.\n"
