"""Soft line breaks: Shift+Enter in Word, <br> in a page. Fields of one line have a space there, paragraphs keep them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from oimpress.model.codec import to_xml
from oimpress.model.nodes import Contact, Date, Dateline, Fact, Para, Phone, Place, Release, Text, Words
from oimpress.model.traced import Traced, of_source
from oimpress.model.walk import slots
from oimpress.passes.one_line import one_line_fields
from oimpress.pipeline import Normalised
from oimpress.sources import Source
from tests.readers.laws import lawful
from tests.readers.test_docx_own import rewritten, written

CARD = Contact("Aminata Diallo", "Chargée de communication", "Bureau d’Agadez", (Phone("poste 4711"),), ("a@iom.int",))
RELEASE = Release(
    "centre",
    title=(Text("Le centre ouvre"),),
    dateline=Dateline(Place("Niamey, Niger"), Date("12 mars 2024")),
    facts=(Fact("fact", "Durée du projet", Words("deux ans")), Fact("fact", "Public visé", Words("les familles"))),
    body=(Para((Text("Le centre reçoit deux cents personnes."),)),),
    contacts=(CARD,),
)
FIELDS = ["Niamey, Niger", "12 mars 2024", "Durée du projet", "deux ans"]
FIELDS += [CARD.name, CARD.role, CARD.organisation, "poste 4711"]
PAGE = """<html lang="fr"><body><article><h1>Le centre de santé ouvre à Agadez</h1>
<p>NIAMEY,<br>Niger, le 12 mars<br>2024 – Un centre de santé a ouvert ses portes cette semaine à Agadez.</p>
<p>Le centre reçoit<br>deux cents personnes.</p>
<p>-</p><p>Budget<br>total</p><p>200<br>000 euros</p><p>-</p><p>Date de<br>début</p><p>12 mars<br>2024</p>
<p>Pour plus d'informations, veuillez contacter :</p><p>Aminata<br>Diallo, chargée de<br>communication, a@iom.int</p>
<img src="a.png" alt="Une&#10;porte"></article></body></html>"""


def brought_back(text: str, broken: str) -> Normalised:
    return lawful(Source("a.docx", rewritten(written(RELEASE), lambda xml: xml.replace(text, broken))))


def test_no_field_of_a_page_holds_a_line_feed() -> None:
    done = lawful(Source("a.html", PAGE.encode()))
    assert len(done.value.facts) == 2
    fields = [str(text) for path, text in slots(done.value) if not path.startswith("body/") or "@" in path]
    assert not any("\n" in text for text in fields)
    assert "Le centre reçoit<br/>deux cents personnes" in to_xml(done.value).decode()


@pytest.mark.parametrize("text", FIELDS)
@pytest.mark.parametrize("blank", ["", " "])
def test_shift_enter_in_a_field_is_a_space(text: str, blank: str) -> None:
    old, new = text.rsplit(" ", 1)
    broken = f'{old}{blank}</w:t><w:br/><w:t xml:space="preserve">{blank}{new}'
    done, whole = brought_back(text, broken), brought_back("", "")
    assert replace(done.value, source=None) == replace(whole.value, source=None)
    assert done.trail
    assert "L005" in done.trail.rules


def test_shift_enter_in_a_paragraph_stays() -> None:
    done = brought_back("reçoit deux", "reçoit</w:t><w:br/><w:t>deux")
    assert "reçoit<br/>deux" in to_xml(done.value).decode()
    assert done.trail
    assert "L005" not in done.trail.rules


HEAD_LINES = [
    '<p class="kicker">Communiqué<br>de presse</p>',
    "<p>COMMUNIQUÉ<br>DE PRESSE</p>",
    "<p>Communiqué de presse<br>n° 12/2024</p>",
    "<p>Embargo jusqu’au<br>12 mars 2024 à 8 h</p>",
    "<p>Lyon,<br>le 12 mars<br>2024</p>",
    "<p>Réf. :<br>2024-112</p>",
    "<p>Préfecture<br>du Rhône</p>",
]


@pytest.mark.parametrize("line", HEAD_LINES)
def test_a_break_in_a_line_of_the_head_refuses_nothing(line: str) -> None:
    page = f"""<html lang="fr"><body><article>{line}<h1>La halle rouvre ses portes</h1>
<p>La halle de la commune rouvre ses portes au public après quatorze mois de travaux.</p></article></body></html>"""
    done = lawful(Source("a.html", page.encode()))
    assert to_xml(done.value)


def test_a_kicker_over_two_lines_is_one() -> None:
    page = f"""<html lang="fr"><body><article>{HEAD_LINES[0]}<h1>La halle rouvre ses portes</h1>
<p>La halle de la commune rouvre ses portes au public.</p></article></body></html>"""
    assert lawful(Source("a.html", page.encode())).value.kicker == (Text("Communiqué de presse"),)


def test_only_fields_of_one_line_that_come_from_a_source_are_changed() -> None:
    name, place = of_source("Aminata\nDiallo", 10), of_source("Niamey,\nNiger", 90)
    given = Release(
        "x",
        title=(Text(of_source("Un\ntitre")),),
        dateline=Dateline(Place(place)),
        body=(Para((Text(of_source("Un\ntexte")),)),),
        contacts=(Contact(name, "Chargée\nde presse"),),
    )
    made = one_line_fields(given)
    assert (made.title, made.body) == (given.title, given.body)
    assert made.contacts == (Contact("Aminata Diallo", "Chargée\nde presse"),)
    assert made.dateline == Dateline(Place("Niamey, Niger"))
    (contact,) = made.contacts
    assert isinstance(contact, Contact)
    assert isinstance(contact.name, Traced)
    assert [piece.edits for piece in contact.name.pieces if piece.edits] == ["L005"]
