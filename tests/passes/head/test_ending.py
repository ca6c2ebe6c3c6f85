"""What ends a mail is no part of its release: a courtesy, the farewell, who signs; letters and contacts stay whole."""

from __future__ import annotations

from dataclasses import replace
from email.message import EmailMessage

import pytest

from oimpress.model.nodes import Contact, Release, SourceRef
from oimpress.passes.head.covering import covering
from oimpress.passes.head.ending import ends_mail, says
from oimpress.pipeline import Normalised, normalise_source
from oimpress.sources import Source
from tests.passes.reading import bare, codes, draft, paragraphs, said

NOTE = ["Bonjour à tous,", "Voici notre texte.", "Communiqué de presse"]
TEXT = ["La piscine rouvre", "Elle accueillera le public à partir du 3 juin."]
MAIL = Release("x", source=SourceRef("a.eml", "0" * 64, "message/rfc822", "mail"))
CONTACT = "Nadège Cormeray, 01 99 00 12 34, n.cormeray@brion.example"


def left(lines: list[str], release: Release | None = None) -> tuple[list[str], list[str]]:
    """The lines that stay, and those of the signature."""
    done = covering(draft("\n".join(lines)) if release is None else draft("\n".join(lines), release)).value
    return said(done), said(replace(done, flow=done.signature))


@pytest.mark.parametrize(
    "end",
    [
        ["Cordialement,", "Le service communication"],
        ["Bien à vous,", "Karim"],
        ["Au plaisir de vous y rencontrer,", "Le service communication"],
        ["Avec nos salutations sportives,", "Le comité"],
        ["Je reste à votre disposition pour toute question ou demande d'entretien.", "Cordialement,"],
        [
            "Nous restons bien entendu à votre entière disposition.",
            "Vous en souhaitant bonne réception,",
            "Cordialement",
        ],
        ["N'hésitez pas à nous solliciter.", "Bonne journée,", "Le service presse", "Ville de Brion"],
        ["Please do not hesitate to contact us.", "Kind regards,", "The press team"],
        ["Quedamos a su disposición para cualquier duda.", "Un cordial saludo,", "Prensa"],
        ["Au plaisir de vous y rencontrer,", "Cordialement,", "Le service presse"],
        ["We look forward to welcoming you.", "Kind regards,", "The press team"],
    ],
)
def test_what_ends_a_covered_mail_goes(end: list[str]) -> None:
    assert left([*NOTE, *TEXT, *end]) == ([NOTE[-1], *TEXT], [])
    assert left([*TEXT, *end], MAIL) == (TEXT, [])


@pytest.mark.parametrize(
    "end",
    [
        ["Je reste à votre disposition pour toute question."],  # no farewell closes it
        ["Au plaisir de vous offrir un concert, la ville ajoute une date.", "La mairie ouvre à 8 heures."],
        ["L'agence reste à la disposition des habitants pour toute question.", "Cordialement,"],
        ["Je reste à votre disposition au 01 99 00 12 34.", "Cordialement,"],
        ["Nous restons à votre disposition. La mairie ouvre à 8 heures.", "Cordialement,"],
        ["Je reste à votre disposition.", "La mairie ouvre à 8 heures.", "Cordialement,"],
    ],
)
def test_a_sentence_that_only_resembles_a_courtesy_stays(end: list[str]) -> None:
    assert left([*NOTE, *TEXT, *end])[0] == [NOTE[-1], *TEXT, *(line for line in end if line != "Cordialement,")]


@pytest.mark.parametrize(
    "below",
    [
        ["Contact presse :", "Nadège Cormeray"],
        ["À propos de la Ville de Brion : elle compte 12 000 habitants et deux piscines."],
        ["Notes aux rédacteurs", "Des photos sont prêtes"],
        ["La mairie ouvre à 8 heures."],
    ],
)
def test_what_stands_below_a_farewell_and_signs_nothing_stays(below: list[str]) -> None:
    assert left([*NOTE, *TEXT, "Cordialement,", *below]) == ([NOTE[-1], *TEXT, *below], [])
    whole = [*TEXT, "Cordialement,", *below]
    assert left(whole, MAIL) == (whole, [])


def test_who_signs_with_a_number_is_the_signature_of_the_mail() -> None:
    signing = ["Nadège Cormeray", "Attachée de presse", "01 99 00 12 34"]
    assert left([*NOTE, *TEXT, "Cordialement,", *signing]) == ([NOTE[-1], *TEXT], signing)


def test_a_letter_stays_whole_and_so_does_a_page_that_is_no_mail() -> None:
    letter = ["Madame la Ministre,", *TEXT, "Je reste à votre disposition.", "Respectueusement,", "Le maire"]
    assert left(letter, MAIL) == (letter, [])
    assert left(letter[1:]) == (letter[1:], [])
    answered = [letter[0], *TEXT, CONTACT, *letter[-2:]]
    assert left(answered, MAIL)[0] == answered[:-2]  # contacts close a release, no letter


def mailed(text: str) -> Normalised:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "presse@brion.example", "La piscine rouvre après deux ans de travaux"
    mail.set_content(text)
    return normalise_source(Source("a.eml", mail.as_bytes()))


PROSE = "La piscine municipale accueillera le public à partir du 3 juin, après deux ans de travaux payés par la Région."
CONTACTS = "CONTACTS PRESSE\nNadège Cormeray – 01.99.00.12.34 – 06.39.98.12.34\nKarim Lestoille – 01.99.00.12.35\n"


@pytest.mark.parametrize("note", ["Mesdames, Messieurs,\n\nVoici notre texte.\n\nCOMMUNIQUÉ DE PRESSE\n", ""])
def test_who_signs_is_not_read_with_the_contacts_above(note: str) -> None:
    end = "presse@brion.example\n\nJe reste à votre disposition pour tout visuel.\n\nCordialement,\nLe service communication\n"
    done = mailed(f"{note}La piscine rouvre après deux ans de travaux\n\n{PROSE}\n\n{PROSE}\n\n{CONTACTS}{end}")
    found = [one for one in done.value.contacts if isinstance(one, Contact)]
    assert [(bare(str(one.name)), [*map(str, one.emails)]) for one in found] == [
        ("Nadège Cormeray", ["presse@brion.example"]),
        ("Karim Lestoille", ["presse@brion.example"]),
    ]
    assert "C103" not in codes(done.notices)
    assert not any("disposition" in each for each in paragraphs(done.value.body))


def test_a_sender_below_the_farewell_answers_where_nobody_else_does() -> None:
    signing = "Cordialement,\n\nNadège Cormeray\nAttachée de presse\n01 99 00 12 34\n"
    (found,) = mailed(f"La piscine rouvre après deux ans de travaux\n\n{PROSE}\n\n{PROSE}\n\n{signing}").value.contacts
    assert isinstance(found, Contact)
    assert (found.name, found.role) == ("Nadège Cormeray", "Attachée de presse")


def test_a_mail_without_a_farewell_stays_whole() -> None:
    assert left([*TEXT, "Karim"], MAIL) == ([*TEXT, "Karim"], [])
    assert left(["La piscine rouvre", "Elle rouvre samedi", "Karim"], MAIL)[0][-1] == "Karim"


def test_a_courtesy_goes_up_to_the_second_line_of_a_mail() -> None:
    courtesy = "Je reste à votre disposition."
    assert left(["La piscine rouvre", courtesy, "Cordialement,"], MAIL) == (["La piscine rouvre"], [])
    assert left([courtesy, "Cordialement,", "Karim"], MAIL) == ([courtesy], [])


def test_who_signs_with_a_mailbox_alone_can_be_reached() -> None:
    assert left([*TEXT, "Cordialement,", "n.cormeray@brion.example"], MAIL) == (TEXT, ["n.cormeray@brion.example"])


@pytest.mark.parametrize(
    ("line", "ends"),
    [
        ("Cordialement,", True),
        ("Je reste à votre disposition pour toute question.", True),
        ("Veuillez agréer, Madame, nos sincères salutations.", True),
        ("La mairie ouvre à huit heures.", False),
        ("Je vous prie d'agréer mes salutations le 3 juin.", False),
    ],
)
def test_farewells_and_the_courtesies_above_them_end_a_mail(line: str, ends: bool) -> None:
    (one,) = (line for _, line in draft(line).lines())
    assert ends_mail(one) is ends


def test_a_wording_is_the_whole_of_a_line_that_is_not_too_long() -> None:
    (one,) = (line for _, line in draft(" Bonjour, ").lines())
    assert [says(one, "greeting", longest) for longest in (7, 8)] == [False, True]
    assert not says(one, "farewell")
