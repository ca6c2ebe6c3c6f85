"""Mails: the release in them, its title and day, its forms; each sign of their text has its rule."""

from __future__ import annotations

import pytest

from oimpress.errors import ReadError
from oimpress.model.nodes import Link, Para, Section, Strong
from oimpress.model.runs import flatten, spans
from oimpress.model.trail import rebuild
from oimpress.pipeline import normalise_all, normalise_source
from oimpress.readers import find
from oimpress.readers.mail.parts import taken_apart
from oimpress.sources import Source
from tests.readers.laws import lawful, lawful_all
from tests.readers.mails import HEAD, MORE, PROSE, SUBJECT, body, mail, message, people, rules, title, with_files
from tests.readers.outlines import words


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


@pytest.mark.parametrize("line", ["**Les bacs du port**", "** Les bacs du port **", "*Les bacs du port*"])
def test_a_line_in_asterisks_is_a_heading_without_them(line: str) -> None:
    done = lawful(mail(f"{PROSE} {MORE}\n\n{PROSE}\n\n{line}\n\n{MORE}\n"))
    assert words(next(each.heading for each in done.value.body if isinstance(each, Section))) == "Les bacs du port"


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
