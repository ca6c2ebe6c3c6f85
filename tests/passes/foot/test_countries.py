"""From which country numbers without a prefix are dialled, by all that a page says."""

from __future__ import annotations

import pytest

from oimpress.model.nodes import Contact
from tests.passes.reading import LEAD, MORE, read

GREETING = "Thank you to everybody who came to the hall on Monday, and to those who helped the day before."


def numbers(text: str) -> list[str]:
    return [
        str(phone.uri or phone.text)
        for item in read(text).value.contacts
        if isinstance(item, Contact)
        for phone in item.phones
    ]


def french(said: str, number: str, foot: str = "") -> list[str]:
    return numbers(
        f"La halle rouvre ses portes\n\n{LEAD} {said}\n\n{MORE}\n\nContact presse\nZoé Roy\nTél. : {number}\n{foot}"
    )


@pytest.mark.parametrize(
    ("said", "number", "found"),
    [
        ("Le CPAS et le bourgmestre se réjouissent.", "087/55.51.40", "tel:+3287555140"),
        ("Le canton et le Grand Conseil se réjouissent.", "027 555 31 00", "tel:+41275553100"),
        ("Le coût est de 3 millions de francs.", "027 555 31 00", "tel:+41275553100"),
        ("Le CPAS et le bourgmestre se réjouissent.", "0486 55 61 63", "tel:+32486556163"),
        ("Le coût est de 40 000 CHF.", "027 555 31 00", "tel:+41275553100"),
        ("Le siège est à B-1000 Bruxelles.", "02 555 12 40", "tel:+3225551240"),
        ("Le standard répond au +32 2 555 12 40.", "02 555 12 40", "tel:+3225551240"),
    ],
)
def test_a_page_tells_its_country_by_words_money_codes_and_prefixes(said: str, number: str, found: str) -> None:
    assert french(said, number) == [found]


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("Le coût est de 3 millions de francs CFA.", "027 555 31 00"),
        ("Le bourgmestre se réjouit.", "087/55.51.40"),  # one word is not enough
        ("Le CPAS, le bourgmestre, le canton et le Grand Conseil se réjouissent.", "087/55.51.40"),  # nor do two agree
        ("Le CPAS et le bourgmestre se réjouissent.", "0486 55 61 63 9"),
        ("Le CPAS et le bourgmestre se réjouissent.", "555 31 00"),  # what is no number there stays as it is
    ],
)
def test_without_signs_that_agree_a_number_stays_as_it_is(said: str, number: str) -> None:
    assert french(said, number) == [number]


def test_a_number_as_france_writes_it_is_none_of_a_neighbour() -> None:
    assert french("Le canton et le Grand Conseil se réjouissent.", "03 20 55 55 12") == ["tel:+33320555512"]


def test_an_office_by_its_name_tells_its_country() -> None:
    assert french("", "02 555 12 40", "Chancellerie de Belgique") == ["tel:+3225551240"]
    assert french("", "02 555 12 40", "Chancellerie") == ["02 555 12 40"]


def test_money_of_one_country_among_those_that_speak_its_language() -> None:
    foot = "Media contact:\nAnn Rowe\nTel: 020 7946 0533\n"
    assert numbers(f"The hall opens again\n\n{GREETING} It cost £40,000.\n\n{foot}") == ["tel:+442079460533"]
    assert numbers(f"The hall opens again\n\n{GREETING} It cost 40,000.\n\n{foot}") == ["020 7946 0533"]
    foot = "Contacto de prensa\nAna Ruiz\nMóvil: 655 550 114\n"
    spanish = "El mercado de la villa abre de nuevo sus puertas a los vecinos y a los comerciantes de la comarca"
    assert numbers(f"El mercado abre de nuevo\n\n{spanish}, por 3.000 euros.\n\n{foot}") == ["tel:+34655550114"]
    assert numbers(f"El mercado abre de nuevo\n\n{spanish}, por 3.000 pesos.\n\n{foot}") == ["655 550 114"]


def test_parts_of_france_with_numbers_of_their_own() -> None:
    foot = "Contacts\nCellule presse : Tél. 25 55 81 – presse@gouv.example"
    text = f"Le riz moins cher\n\n{{}}, le 3 mars 2026 – {LEAD}\n\n{MORE}\n\n{foot}"
    assert numbers(text.format("Nouméa")) == ["tel:+687255581"]
    assert numbers(text.format("Lyon")) == []


@pytest.mark.parametrize(
    ("cost", "number", "found"),
    [
        ("3,2 millones de soles", "955 501 203", "tel:+51955501203"),
        ("S/ 40 000", "(01) 555-0120", "tel:+5115550120"),
        ("3 millones de pesos", "955 501 203", "955 501 203"),
        ("la mitad de los soles del cartel", "955 501 203", "955 501 203"),
        ("3 millones de soles y 2 millones de euros", "955 501 203", "955 501 203"),  # no two agree
    ],
)
def test_soles_are_paid_in_peru(cost: str, number: str, found: str) -> None:
    said = "El mercado de la ciudad vuelve a abrir sus puertas el lunes después de las obras de la plaza"
    foot = f"Contacto de prensa\nRosa Palomino\nTel.: {number}\n"
    assert numbers(f"El mercado vuelve a abrir\n\n{said}. Costó {cost}.\n\n{foot}") == [found]


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("07700 900 185", "020 7946 0185", ["tel:+447700900185", "tel:+442079460185"]),
        ("07700 900185", "020 7946 0185", ["tel:+447700900185", "tel:+442079460185"]),
        ("0770 090 0185", "020 7946 0185", ["0770 090 0185", "020 7946 0185"]),
        ("07700 900 185 2", "020 7946 0185", ["07700 900 185 2", "020 7946 0185"]),
    ],
)
def test_a_british_mobile_tells_whose_numbers_stand_beside_it(first: str, second: str, found: list[str]) -> None:
    foot = f"Media contacts:\nAnn Rowe: {first}\nTom Bell: {second}\n"
    assert numbers(f"The hall opens again\n\n{GREETING}\n\n{foot}") == found


@pytest.mark.parametrize(
    ("first", "found"),
    [
        ("600 550 168", ["tel:+34600550168", "tel:+34910050168"]),
        ("600 550 1682", ["600 550 1682", "910 050 168"]),
        ("955 501 203", ["955 501 203", "910 050 168"]),  # of Spain or of Peru
    ],
)
def test_a_spanish_mobile_tells_whose_numbers_stand_beside_it(first: str, found: list[str]) -> None:
    said = "El mercado de la ciudad vuelve a abrir sus puertas el lunes después de las obras de la plaza"
    foot = f"Contactos de prensa\nRosa Palomino: {first}\nJorge Pedraja: 910 050 168\n"
    assert numbers(f"El mercado vuelve a abrir\n\n{said}.\n\n{foot}") == found
