"""What travels with a mail: documents, the note that accompanies them, pictures."""

from __future__ import annotations

import pytest

from oimpress.model.nodes import Figure
from oimpress.pipeline import normalise_all
from oimpress.publish.assets import found_pictures
from oimpress.sources import Source
from tests.publish.illustrated import png
from tests.readers.laws import lawful, lawful_all
from tests.readers.mails import MORE, PROSE, SUBJECT, mail, message, title, with_files
from tests.readers.word import p, word


def test_documents_are_releases_of_their_own() -> None:
    files = (
        ("communique.docx", word(p("Un autre titre") + p(PROSE)).data),
        ("../../x.html", f"<h1>Une page</h1><p>{MORE}</p>".encode()),
    )
    done = lawful_all(with_files(message(), *files))
    assert [title(each) for each in done] == [SUBJECT, "Un autre titre", "Une page"]
    assert [each.source.name for each in done] == ["a.eml", "a.eml/communique.docx", "a.eml/x.html"]


def test_a_bad_document_stops_nothing_and_is_told() -> None:
    files = (("a.docx", b"PK\x03\x04 damaged"), ("b.txt", f"Un autre titre\n\n{PROSE}\n".encode()), ("c.jpg", b""))
    done = normalise_all(with_files(message(), *files))
    assert [title(each) for each in done] == [SUBJECT, "Un autre titre"]
    assert [each.detail.partition(":")[0] for each in done[0].notices if each.code == "R051"][:1] == ["a.eml/a.docx"]


def test_what_nobody_would_publish_is_left_alone_and_told() -> None:
    made = message()
    made.add_attachment(png(), "image", "png", filename="logo.png")
    made.add_attachment(b"BEGIN:VCARD", "text", "vcard")
    done = lawful(Source("a.eml", made.as_bytes()))
    assert [each.detail for each in done.notices if each.code == "R052"] == ["logo.png", "text/vcard"]
    assert title(done) == SUBJECT


def test_pictures_come_from_the_parts() -> None:
    made = message("", html=f'<p>{PROSE}</p><figure><img src="cid:port" alt="Le port"></figure><p>{MORE}</p>')
    made.add_related(png(), "image", "png", cid="<port>")
    source = Source("a.eml", made.as_bytes())
    done = lawful(source)
    hrefs = [block.href for block in done.value.body if isinstance(block, Figure)]
    assert found_pictures(done.value, done.source) == {hrefs[0]: png()}


NOTE = "Bonjour,\n\nVeuillez trouver ci-joint notre communiqué.\n\nCordialement,\nAude Kerbrat\n01 23 45 67 89\n"
FILE = ("communique.docx", word(p("Un autre titre") + p(PROSE)).data)


@pytest.mark.parametrize(
    "note",
    [
        NOTE,
        "Bonjour,\n\nCi-joint le CP.\n\nCdlt\n",
        "Vous trouverez le communiqué en pièce jointe.\n\nMerci de votre relais dans vos colonnes.\n\nAude Kerbrat\n",
        "Hello,\n\nPlease find attached our press release.\n\nKind regards,\nZoé\n",
    ],
)
def test_a_note_that_only_accompanies_a_document_is_no_release_and_is_told(note: str) -> None:
    (done,) = normalise_all(with_files(message(note), FILE))
    assert title(done) == "Un autre titre"
    (told,) = [each.detail for each in done.notices if each.code == "R056"]
    assert told.startswith(note.split(maxsplit=1)[0])


@pytest.mark.parametrize(
    "text",
    [
        f"{PROSE}\n\n{MORE}\n\nLe plan est en pièce jointe.\n",
        "Bonjour,\n\nVous êtes invités à l’ouverture de la halle le 3 juin à 10 h.\n\nLe programme est ci-joint.\n",
        f"Bonjour,\n\nVeuillez trouver ci-joint le plan.\n\n{PROSE}\n\n{MORE}\n\nCordialement,\nAude\n",
    ],
)
def test_a_text_that_says_more_is_a_release_beside_its_document(text: str) -> None:
    done = lawful_all(with_files(message(text), FILE))
    assert len(done) == 2
    assert not [each for one in done for each in one.notices if each.code == "R056"]


@pytest.mark.parametrize("file", [("a.docx", b"PK\x03\x04 damaged"), ("c.zip", b"PK\x05\x06")])
def test_a_note_stays_where_its_document_cannot_be_read(file: tuple[str, bytes]) -> None:
    done = normalise_all(with_files(message(NOTE), file))
    assert "ci-joint" in "".join(map(repr, (done[0].value.body, done[0].value.contacts)))
    assert "R056" not in {each.code for each in done[0].notices}


def test_a_note_of_one_mail_is_not_told_of_the_next() -> None:
    first = with_files(message(NOTE), ("a.docx", b"PK\x03\x04 damaged")).data
    box = b"From a@b Thu Jan  1 00:00:00 1970\n" + first + b"\n\nFrom a@b Thu Jan  1 00:00:00 1970\n" + mail().data
    done = normalise_all(Source("a.mbox", box.replace(b"\r\n", b"\n")))
    assert [each.source.name for each in done] == ["a.mbox/1.eml", "a.mbox/2.eml"]


@pytest.mark.parametrize(
    ("picture", "shown"),
    [
        ("<img src='https://v.example/a.jpg' alt='Logo de la ville'>", False),
        ("<img src='https://v.example/a.jpg' alt='Aude Kerbrat'>", False),
        ("<img src='https://v.example/a.jpg' width='80' alt='La halle'>", False),
        ("<img src='https://v.example/a.jpg' width='600' alt='La halle'>", True),
    ],
)
def test_logos_and_icons_of_a_mail_are_no_pictures_of_its_release(picture: str, shown: bool) -> None:
    done = lawful(mail("", html=f"<p>{PROSE}</p>{picture}<p>{MORE}</p>"))
    assert any(isinstance(each, Figure) for each in done.value.body) == shown


def test_a_note_with_the_card_of_who_signs_only_accompanies_its_document() -> None:
    who = "<b>Aude Kerbrat</b><br>Chargée de communication<br>01 23 45 67 89"
    card = f"<table><tr><td>{who}</td><td>Ville</td></tr></table>"
    html = f"<p>Bonjour,</p><p>Veuillez trouver ci-joint notre communiqué.</p><p>Très bonne journée,</p>{card}"
    (done,) = normalise_all(with_files(message("", html=html), FILE))
    assert title(done) == "Un autre titre"
    table = "<table><tr><th>Bac</th><th>Prix</th></tr><tr><td>un</td><td>3 €</td></tr></table>"
    html = f"<p>Bonjour,</p>{table}<p>Veuillez trouver ci-joint notre communiqué.</p>"
    assert len(normalise_all(with_files(message("", html=html), FILE))) == 2
