"""Mails: the release in them, what is no part of it, what travels with them; each sign of their text has its rule."""

from __future__ import annotations

from html import escape

import pytest

import oimpress
from oimpress.errors import ReadError
from oimpress.model.nodes import Contact, Figure, Link, Para, Section, Strong
from oimpress.model.runs import flatten, spans
from oimpress.model.trail import rebuild
from oimpress.pipeline import Normalised, normalise_all, normalise_source
from oimpress.publish.assets import found_pictures
from oimpress.readers import find
from oimpress.readers.mail.parts import taken_apart
from oimpress.sources import Source
from tests.publish.illustrated import png
from tests.readers.laws import lawful, lawful_all
from tests.readers.mails import MORE, PROSE, SUBJECT, mail, message, with_files
from tests.readers.outlines import words
from tests.readers.word import p, word

HEAD = (
    "De : Jean Bon <jean@vezelin.example>\nEnvoyé : lundi 11 mars 2024 10:00\nÀ : Aude Kerbrat\nObjet : La halle rouvre"
)


def title(done: Normalised) -> str:
    return str(flatten(done.value.title))


def body(done: Normalised) -> str:
    return oimpress.write(done.value, "text").decode().replace("\n", " ").replace("\u00a0", " ").replace("\u202f", " ")


def rules(done: Normalised) -> dict[str, int]:
    assert done.trail is not None
    return done.trail.rules


def test_subject_and_date_are_read() -> None:
    done = lawful(mail())
    assert title(done) == SUBJECT
    assert done.value.published == "2024-03-12"
    assert [str(flatten(block.children)) for block in done.value.body if isinstance(block, Para)] == [
        text.replace("3 juin", "3\u00a0juin") for text in (PROSE, MORE)
    ]
    assert rules(done)["R045"] == 1
    assert rules(done)["R040"] == 3


@pytest.mark.parametrize(
    ("subject", "heading"),
    [
        ("Réaction du syndicat à la fermeture des écluses", "La mer ne se ferme pas comme une porte"),
        ("Invitation presse - exercice du 12 mars", "La préfecture simule une crue de la Vézère"),
    ],
)
def test_a_title_in_the_mail_goes_before_a_subject_that_says_other_words(subject: str, heading: str) -> None:
    done = lawful(mail(f"COMMUNIQUÉ\n\n{heading}\n\n{PROSE} {MORE}\n\n{MORE} {PROSE}\n", subject=subject))
    assert (title(done), str(flatten(done.value.kicker))) == (heading, "COMMUNIQUÉ")


def test_a_subject_is_the_title_of_a_mail_that_has_none() -> None:
    done = lawful(mail(f"COMMUNIQUÉ\n\n{PROSE} {MORE}\n\n{MORE} {PROSE}\n", subject="Une écluse sans éclusier"))
    assert title(done) == "Une écluse sans éclusier"


TYPED = "La halle rouvre samedi\nUn marché neuf pour la ville\n\nLa halle, fermée depuis deux\nans, rouvre samedi.\n"
AS_TYPED = "<p>La halle rouvre samedi<br>Un marché neuf pour la ville</p>"
AS_TYPED += "<p>La halle, fermée depuis deux<br>ans, rouvre samedi.</p>"


@pytest.mark.parametrize(
    ("html", "typed"),
    [
        (AS_TYPED, True),
        (AS_TYPED.replace("samedi<br>", "samedi</p><p>").replace("deux<br>", "deux "), False),
        (AS_TYPED.replace("Un marché neuf", "<b>Un marché neuf</b>"), False),
        (AS_TYPED.replace("neuf", "tout neuf"), False),
    ],
)
def test_html_that_breaks_its_lines_as_they_were_typed_is_no_richer_than_the_text(html: str, typed: bool) -> None:
    parts = taken_apart(message(TYPED, html=f"<html><body>{html}</body></html>"), "a.eml")
    assert [each.html for each in parts.shown] == [not typed]


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_letters_that_stand_bare_in_a_field_are_read(encoding: str) -> None:
    """As RFC 6532 allows in UTF-8, and as scripts write them in any."""
    fields = "From: Mairie <a@vezelin.example>\nSubject: Brève du théâtre\nDate: Tue, 12 Mar 2024 10:00:00 +0100\n\n"
    assert title(lawful(Source("a.eml", fields.encode(encoding) + PROSE.encode()))) == "Brève du théâtre"


def test_a_mail_that_was_cut_off_is_told() -> None:
    whole = with_files(message(), ("a.bin", b"La halle rouvre")).data
    codes = [[each.code for each in normalise_all(Source("a.eml", data))[0].notices] for data in (whole, whole[:-90])]
    assert ["R055" in each for each in codes] == [False, True]


def test_a_title_of_its_own_goes_before_the_subject() -> None:
    text = f"La piscine municipale rouvre après deux ans de grands travaux\n\n{PROSE}\n\n{MORE}\n"
    assert title(lawful(mail(text))) == "La piscine municipale rouvre après deux ans de grands travaux"
    html = f"<h1>Une piscine neuve</h1><p>{PROSE}</p><p>{MORE}</p>"
    assert title(lawful(mail("", html=html))) == "Une piscine neuve"


@pytest.mark.parametrize(("own", "told"), [("Une halle n’est pas un garage\n\n", True), ("", False)])
def test_a_subject_beside_other_words_that_could_be_the_title_is_told(own: str, told: bool) -> None:
    done = lawful(mail(f"{own}{PROSE}\n\n{MORE}\n", subject="Réaction à l’annonce de la fermeture du marché"))
    assert ("H104" in {one.code for one in done.notices}) == told


def test_a_line_in_asterisks_is_set_in_bold() -> None:
    done = lawful(mail(f"*La piscine rouvre après de grands travaux*\n\n{PROSE}\n\n{MORE}\n\n* un item\n* un autre\n"))
    assert title(done) == "La piscine rouvre après de grands travaux"
    assert rules(done)["R094"] == 2


@pytest.mark.parametrize(
    "kind", ["application/pkcs7-mime; smime-type=enveloped-data", "multipart/encrypted; boundary=b"]
)
def test_a_mail_that_only_its_program_can_open_is_refused(kind: str) -> None:
    head = "From: a@b.example\nSubject: La halle\nMIME-Version: 1.0\nMessage-ID: <1@b>"
    parts = "--b\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--b--\n"
    data = f"{head}\nContent-Type: {kind}\n\n{parts}"
    with pytest.raises(ReadError, match="encrypted"):
        normalise_source(Source("a.eml", data.encode()))


@pytest.mark.parametrize(
    ("foot", "out"),
    [
        (f"{'_' * 47}\nPresse mailing list\nPresse@v.example\nhttps://v.example/listinfo/presse\n", True),
        ("----\nListe de diffusion de la ville\nSe désabonner : https://v.example/sympa\n", True),
        (f"{'_' * 47}\nContact : Aude Kerbrat, 01 23 45 67 89\n", False),
    ],
)
def test_what_a_list_puts_below_its_mails_is_out(foot: str, out: bool) -> None:
    done = lawful(mail(f"{PROSE}\n\n{MORE}\n\n{foot}"))
    assert (not done.value.contacts) == out
    assert ("F009" in rules(done)) == out


@pytest.mark.parametrize("mark", ["RE: ", "TR : ", "Fwd: ", "[presse] ", "[presse] TR: Fwd: "])
def test_marks_of_the_subject_are_no_title(mark: str) -> None:
    assert title(lawful(mail(subject=mark + SUBJECT))) == SUBJECT


def test_html_is_taken_when_it_is_the_whole_text() -> None:
    html = f'<p>{PROSE} <a href="https://vezelin.example/">Le programme</a></p><p><strong>{MORE}</strong></p>'
    done = lawful(mail(html=html))
    runs = [block.children for block in done.value.body if isinstance(block, Para)]
    assert [link.href for run in runs for _, _, link in spans(run, Link) if isinstance(link, Link)] == [
        "https://vezelin.example/"
    ]
    assert any(spans(run, Strong) for run in runs)
    assert rules(done)["R018"] >= 1


def test_a_poor_html_gives_way_to_the_text() -> None:
    done = lawful(mail(html="<p>Votre programme ne montre pas ce message.</p>"))
    assert "chantier" in body(done)
    assert "ne montre pas" not in body(done)


def test_flowed_lines_are_joined_and_stuffing_goes() -> None:
    raw = (
        "From: a@b.example\r\nSubject: Un titre\r\nMIME-Version: 1.0\r\n"
        "Content-Type: text/plain; charset=utf-8; format=flowed\r\n\r\n"
        "La piscine rouvre à partir \r\ndu 3 juin.\r\n\r\n From Lyon with a space before.\r\n\r\n-- \r\nAude\r\n"
    )
    done = lawful(Source("a.eml", raw.encode()))
    assert "à partir du 3 juin." in body(done)
    assert "From Lyon with a space before." in body(done)
    assert "Aude" not in body(done)
    assert {"R046", "R042"} <= rules(done).keys()


@pytest.mark.parametrize(
    "cited",
    [
        "Le mar. 12 mars 2024 à 09:00, Jean Bon <jean@x.example> a écrit :\n> Bonjour,\n> Quand rouvre-t-elle ?\n",
        "Le mardi 12 mars 2024, Jean Bon\n<jean@x.example> a écrit :\n\n> Bonjour,\n>\n> Quand rouvre-t-elle ?\n",
        "-----Message d'origine-----\n" + HEAD + "\n\nBonjour, quand rouvre-t-elle ?\n",
        HEAD + "\n\nBonjour, quand rouvre-t-elle ?\n",
        "________________________________\n" + HEAD + "\n\nBonjour, quand rouvre-t-elle ?\n",
    ],
)
def test_quoted_messages_are_out(cited: str) -> None:
    done = lawful(mail(f"{PROSE}\n\n{MORE}\n\n{cited}", subject="RE: " + SUBJECT))
    assert "chantier" in body(done)
    assert "rouvre-t-elle" not in body(done)
    assert "Jean" not in body(done)
    assert rules(done)["R041"] >= 1


@pytest.mark.parametrize(
    "kept",
    [
        "De : la commune de Vézelin\nObjet : la piscine\n",
        "Le 12 mars, la maire a écrit : « La piscine rouvre. »\n",
        "De : 10 h\nÀ : 12 h\nLieu : la piscine\n",
    ],
)
def test_what_resembles_a_quoted_message_stays(kept: str) -> None:
    done = lawful(mail(f"{PROSE}\n\n{kept}\n{MORE}\n"))
    assert "R041" not in rules(done)
    assert "chantier" in body(done)


@pytest.mark.parametrize("subject", ["TR : La halle", "Fwd: La halle"])
def test_a_forwarded_release_is_the_release(subject: str) -> None:
    done = lawful(mail(f"Pour info, Aude\n\n{HEAD}\n\n{PROSE}\n\n{MORE}\n", subject=subject))
    assert title(done) == "La halle rouvre"
    assert done.value.published == "2024-03-11"
    assert "Pour info" not in body(done)
    assert {"R041", "R043"} <= rules(done).keys()
    assert "R053" in {each.code for each in done.notices}


def test_a_message_forwarded_as_an_attachment_is_the_release() -> None:
    outer = message("Pour info, Aude\n", subject="TR: La halle")
    outer.add_attachment(message())
    (done,) = lawful_all(Source("a.eml", outer.as_bytes()))
    assert title(done) == SUBJECT
    assert rules(done)["R043"] >= 1


def test_gmails_and_thunderbirds_quotations_are_told_by_their_markup() -> None:
    said = '<div class="gmail_attr">Le 12 mars, Jean a écrit :</div>'
    cited = f'<div class="gmail_quote">{said}<blockquote>Vieux</blockquote></div>'
    page = f'<p>{PROSE}</p><p>{MORE}</p><div class="moz-signature">Aude</div>{cited}'
    done = lawful(mail("", html=page, subject="RE: " + SUBJECT))
    assert {"R041", "R042"} <= rules(done).keys()
    assert "Vieux" not in body(done)
    fields = "<br>".join(escape(HEAD).splitlines())
    release = f"---------- Forwarded message ---------<br>{fields}<br><br><p>{PROSE}</p><p>{MORE}</p>"
    forward = f'<p>Voir</p><div class="gmail_quote">{release}</div>'
    done = lawful(mail("", html=forward, subject="Fwd: x"))
    assert title(done) == "La halle rouvre"
    assert "chantier" in body(done)


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


@pytest.mark.parametrize(
    ("name", "data", "reader"),
    [
        ("a.txt", mail().data, "mail"),
        ("a", mail().data, "mail"),
        ("a.mbox", b"From a@b.example Tue Mar 12 09:00:00 2024\n" + mail().data, "mail"),
        ("a.eml", b"From: a@b.example\nSubject: x\n\nTexte", "mail"),
        ("a.txt", b"De : la mairie\nObjet : la piscine\nDate : 12 mars 2024\n\nTexte", "text"),
        ("a.txt", b"From: the mayor\nTo: the press\nDate: 12 March 2024\nSubject: the pool\n\nText", "text"),
        ("a.txt", b"From Lyon, le 12 mars\nTitre: x\n\nTexte", "text"),
        ("a.eml", b"Un texte sans champ, mal nomm\xc3\xa9", "text"),
    ],
)
def test_mails_are_told_by_what_only_programs_write(name: str, data: bytes, reader: str) -> None:
    assert find(Source(name, data)).name == reader


SENDER = (
    "-- \nSandrine Chappuis\nConsultante relations presse\nAgence Haut-Giffre\nMob. 06 39 98 88 21\n"
    "sandrine@haut-giffre.example\n"
)


def people(done: Normalised) -> list[tuple[str, str, int]]:
    found = (one for one in done.value.contacts if isinstance(one, Contact))
    return [(one.name, one.organisation, len(one.phones)) for one in found]


def test_a_signature_names_who_can_be_asked_where_the_text_does_not() -> None:
    done = lawful(mail(f"{PROSE}\n\n{MORE}\n\n{SENDER}Ce message est confidentiel.\n"))
    assert people(done) == [("Sandrine Chappuis", "Agence Haut-Giffre", 1)]
    assert "confidentiel" not in body(done)


def test_the_sender_is_nobodys_contact_where_the_text_names_its_own() -> None:
    own = "Contact presse :\nYann Le Guillou\n02 61 91 44 18\n"
    assert people(lawful(mail(f"{PROSE}\n\n{MORE}\n\n{own}\n{SENDER}"))) == [("Yann Le Guillou", "", 1)]


def test_a_signature_that_only_names_somebody_is_out() -> None:
    done = lawful(mail(f"{PROSE}\n\n{MORE}\n\n-- \nSandrine Chappuis\nAgence Haut-Giffre\n"))
    assert not done.value.contacts
    assert rules(done)["R042"] == 3


def test_a_signature_that_the_markup_marks_is_read_too() -> None:
    lines = SENDER.removeprefix("-- \n").strip().replace("\n", "<br>")
    done = lawful(mail("", html=f'<p>{PROSE}</p><p>{MORE}</p><div class="gmail_signature">{lines}</div>'))
    assert people(done) == [("Sandrine Chappuis", "Agence Haut-Giffre", 1)]


def test_a_forwarded_message_that_is_quoted_whole_loses_the_marks_of_the_quotation() -> None:
    text = f"La piscine rouvre\n\n{PROSE}\n\n{MORE}\n\n> Un mot cité."
    head = "De : Ville <ville@b.example>\nEnvoyé : mercredi 12 mars 2025 08:55\nObjet : La piscine"
    quoted = "\n".join(f"> {line}" if line else ">" for line in f"{head}\n\n{text}".split("\n"))
    done = lawful(mail(f"À traiter demain.\n\nMarc\n\n{quoted}\n", subject="TR: piscine"))
    assert title(done) == "La piscine rouvre"
    assert PROSE in body(done)
    assert not {">", "cité", "Marc"} & set(body(done).split())


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


COPIED = (
    "De : Service presse <presse@vezelin.fr>\nEnvoyé : mardi 8 juillet 2025 16:42\nÀ : Rédactions\n"
    "Objet : Communiqué – La halle rouvre\n\nBonjour,\n\nVoici le communiqué de la ville.\n\nLa halle rouvre\n\n"
)


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
def test_a_mail_copied_into_a_text_is_read_as_one(encoding: str) -> None:
    text = f"{COPIED}{PROSE}\n\n{MORE}\n\nBien cordialement,\n\nAude Kerbrat\n01 23 45 67 89\n"
    source = Source("a.txt", text.encode(encoding))
    done = normalise_source(source)
    assert done.trail is not None
    assert rebuild(done.value, done.trail) == source.data
    assert (title(done), done.value.published, len(done.value.body)) == ("La halle rouvre", "2025-07-08", 2)
    assert people(done) == [("Aude Kerbrat", "", 1)]


@pytest.mark.parametrize(
    "text",
    [
        "De : la commune\nObjet : la halle\n\n",
        "Objet : la halle\nDate : 3 juin\n\n",
        "De la halle au pont\n\nObjet : la halle\n\n",
    ],
)
def test_a_letter_with_such_labels_is_no_copied_mail(text: str) -> None:
    assert find(Source("a.txt", f"{text}{PROSE}\n".encode())).name == "text"


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


FOOT = (
    "<p>Copyright © 2025 Ville de Vézelin, tous droits réservés.<br>Vous recevez cet e-mail car vous êtes inscrit."
    "<br><b>Notre adresse postale :</b><br>30 rue du Port, 75019 Paris<br>Vous souhaitez modifier la réception de ces"
    " e-mails ?<br>Vous pouvez <a href='https://x'>mettre à jour vos préférences</a> ou <a href='https://y'>vous"
    " désinscrire</a>.</p>"
)
NETWORKS = (
    "<table><tr><td><a href='https://f.com/v'>Facebook</a> <a href='https://x.com/v'>Twitter</a></td></tr></table>"
)


def test_the_foot_of_a_newsletter_is_out_with_its_senders_address() -> None:
    done = lawful(mail("", html=f"<p>{PROSE}</p><p>{MORE}</p>{NETWORKS}{FOOT}"))
    assert (len(done.value.body), done.value.contacts) == (2, ())
    address = "<p><b>Notre adresse postale :</b><br>30 rue du Port<br>Paris</p>"
    kept = lawful(mail("", html=f"<p>{PROSE}</p><p>{MORE}</p>{address}"))
    assert "30 rue du Port" in repr(kept.value)


@pytest.mark.parametrize("line", ["**Les bacs du port**", "** Les bacs du port **", "*Les bacs du port*"])
def test_a_line_in_asterisks_is_a_heading_without_them(line: str) -> None:
    done = lawful(mail(f"{PROSE} {MORE}\n\n{PROSE}\n\n{line}\n\n{MORE}\n"))
    assert words(next(each.heading for each in done.value.body if isinstance(each, Section))) == "Les bacs du port"


def test_a_note_with_the_card_of_who_signs_only_accompanies_its_document() -> None:
    who = "<b>Aude Kerbrat</b><br>Chargée de communication<br>01 23 45 67 89"
    card = f"<table><tr><td>{who}</td><td>Ville</td></tr></table>"
    html = f"<p>Bonjour,</p><p>Veuillez trouver ci-joint notre communiqué.</p><p>Très bonne journée,</p>{card}"
    (done,) = normalise_all(with_files(message("", html=html), FILE))
    assert title(done) == "Un autre titre"
    table = "<table><tr><th>Bac</th><th>Prix</th></tr><tr><td>un</td><td>3 €</td></tr></table>"
    html = f"<p>Bonjour,</p>{table}<p>Veuillez trouver ci-joint notre communiqué.</p>"
    assert len(normalise_all(with_files(message("", html=html), FILE))) == 2


@pytest.mark.parametrize("label", ["*Contact* : ", "*Contact*\u00a0: "])
def test_a_label_in_asterisks_loses_them(label: str) -> None:
    done = lawful(mail(f"{PROSE}\n\n{MORE}\n\n{label}Aude Kerbrat, 01 23 45 67 89\n"))
    assert people(done) == [("Aude Kerbrat", "", 1)]
    kept = lawful(mail(f"{PROSE}\n\n{MORE} Soit 3 * 4 * 5 : soixante.\n"))
    assert "3 * 4 * 5" in body(kept).replace("×", "*")


@pytest.mark.parametrize("rule", ["_" * 32, "-----Message d’origine-----"])
def test_a_rule_may_stand_above_the_fields_of_a_copied_mail(rule: str) -> None:
    done = normalise_source(Source("a.txt", f"{rule}\n{COPIED}{PROSE}\n\n{MORE}\n".encode()))
    assert (title(done), done.value.published) == ("La halle rouvre", "2025-07-08")


@pytest.mark.parametrize(
    ("warning", "out"),
    [
        ("CAUTION: This email originated from outside of the organisation.", True),
        ("ATTENTION : ce message provient de l’extérieur. Ne cliquez pas sur les liens.", True),
        ("[EXTERNE]", True),
        ("Attention : ce message de la maire s’adresse aux habitants du quartier.", False),
    ],
)
def test_warnings_of_a_mail_program_are_out(warning: str, out: bool) -> None:
    done = lawful(mail(f"{warning}\n\n{PROSE}\n\n{MORE}\n"))
    assert (warning.split(maxsplit=1)[0] not in body(done)) is out
