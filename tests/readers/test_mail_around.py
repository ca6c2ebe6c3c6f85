"""What stands around the release of a mail: quotations, signatures, feet of lists and newsletters, warnings."""

from __future__ import annotations

from html import escape

import pytest

from tests.readers.laws import lawful
from tests.readers.mails import HEAD, MORE, PROSE, SUBJECT, body, mail, people, rules, title


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


SENDER = (
    "-- \nSandrine Chappuis\nConsultante relations presse\nAgence Haut-Giffre\nMob. 06 39 98 88 21\n"
    "sandrine@haut-giffre.example\n"
)


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
