"""Words that lead to contacts, and what in a line can be asked at; prose, amounts and numbers of registers are none."""

from __future__ import annotations

import pytest

from oimpress.model.draft import Line
from oimpress.model.nodes import Text
from oimpress.passes.foot.leads import has_details, has_number, heading_of, is_dialled, lead_of, lead_on


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("Contact presse : Awa Sow", "Contact presse :"),
        ("Contacts", "Contacts"),
        ("CONTACT PRESSE – Awa Sow", "CONTACT PRESSE"),
        ("Contact Awa Sow", "Contact "),
        ("Source : Vincent Thériault", "Source : "),
        ("Presse :", "Presse :"),
        ("Astreinte presse", "Astreinte presse"),
        ("Numéro de permanence presse (week-end) :", "Numéro de permanence presse (week-end) :"),
        ("Permanence médias : 06 39 98 44 55", "Permanence médias :"),
        ("Portavoces disponibles:", "Portavoces disponibles:"),
        ("Contact chercheuse", "Contact chercheuse"),
        ("Contact investisseurs et presse", "Contact investisseurs et presse"),
        ("Contacto con inversionistas", "Contacto con inversionistas"),
        ("Pour organiser une entrevue : Awa Sow", "Pour organiser une entrevue :"),
        ("For further information or interviews: Awa Sow", "For further information or interviews:"),
        ("Enquiries:", "Enquiries:"),
        ("CONTACT PRESSE CHU DE VALDORÉ", "CONTACT PRESSE CHU DE VALDORÉ"),
        ("À Genève : Awa Sow", "À Genève :"),
        ("À Genève, Awa Sow, 022 717 91 11", "À Genève,"),
        ("Au Sénégal : awa@x.example", "Au Sénégal :"),
        ("Merci de contacter Awa Sow au 022 717 91 11", "Merci de contacter"),
        ("Merci de contacter Awa Sow, asow@x.example", "Merci de contacter"),
        ("Pour plus d'informations, veuillez contacter Awa Sow", "Pour plus d'informations, veuillez contacter"),
    ],
)
def test_words_that_lead_to_somebody(text: str, lead: str) -> None:
    found = lead_of(text)
    assert found is not None
    assert found[0].strip() == lead.strip()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Contact avec la population",
        "Presse",
        "Presse : le conseil",
        "Permanence du samedi",
        "Pour organiser une entrevue, la ville a réuni les élus",
        "Enquiries rose by 9%",
        "Contacto con la naturaleza",
        "Astreinte des équipes",
        "Coordination des secours",
        "Les familles peuvent contacter la mairie",
        "Merci de contacter la mairie au 022 717 91 11",
        "À Genève : la mairie",
        "Il faut contacter Awa Sow",  # nothing to ask at
        "À Genève, les équipes sont prêtes.",
        "À Genève, Awa Sow a salué cet accord.",
        "À Nulle-Part : Awa Sow",
        "Awa Sow : directrice",
    ],
)
def test_words_that_lead_to_nobody(text: str) -> None:
    assert lead_of(text) is None


@pytest.mark.parametrize(("size", "leads"), [(140, True), (141, False)])
def test_a_place_leads_to_somebody_on_a_short_line(size: int, leads: bool) -> None:
    assert bool(lead_of(f"À Genève : {'Awa Sow '.ljust(size, 'x')}")) is leads


@pytest.mark.parametrize(("size", "found"), [(140, True), (141, False)])
def test_a_national_number_stands_on_a_short_line(size: int, found: bool) -> None:
    assert has_details("01 42 68 53 00".rjust(size, "é")[: size - 15] + " 01 42 68 53 00") is found


def test_a_heading_stands_near_the_beginning() -> None:
    assert heading_of("Contact presse : " + "x" * 80)
    assert heading_of(f"{'Contact presse':<80}: Awa") is None
    assert heading_of(": Contact") is None


def test_a_heading_of_the_markup_can_be_one_word() -> None:
    line = Line((Text("Information"),), 1, 1)
    assert lead_on(line) is None
    assert lead_on(Line(line.children, 1, 1, level=2))


@pytest.mark.parametrize(
    "text",
    [
        "a@x.example",
        "Tél. : 12",
        "+41 22 717 91 11",
        "01 42 68 53 00",
        "0142685300",
        "Mobile : 06 39",
        "Fax 02 33 44 55 66",
        "06 12 34 56 78 m",
    ],
)
def test_something_to_ask_at(text: str) -> None:
    assert has_details(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Awa Sow",
        "Téléphone",
        "12 500 000",
        "2024",
        "20/12/2024",
        "2,10 m",
        "1 240 t",
        "12 m²",
        "x" * 141 + " 01 42 68 53 00",
    ],
)
def test_nothing_to_ask_at(text: str) -> None:
    assert not has_details(text)


@pytest.mark.parametrize("text", ["022 717 91 11", "12 345 67 89", "20 75 31 41 52", "Awa Sow, 022 717 91 11"])
def test_a_number_of_any_country(text: str) -> None:
    assert has_number(text)


@pytest.mark.parametrize(
    "text",
    [
        "20 75 31 41",
        "le 12 mars 2024, 022 717 91 11",
        "SIRET 123 456 789 00012",
        "1 250 000 000 euros",
        "022 717 91 11" + "x" * 128,
        "Awa Sow",
    ],
)
def test_other_figures_are_no_number(text: str) -> None:
    assert not has_number(text)


@pytest.mark.parametrize(
    ("before", "after", "dialled"),
    [
        ("", "", True),
        ("Tél. ", "", True),
        ("SIRET ", "", False),
        ("B.P. ", "", False),
        ("TVA : FR12 ", "", False),
        ("RCS Lyon ", "", False),
        ("réf. ", "", False),
        ("", " euros", False),
        ("", "\u00a0€", False),
        ("", " millions", False),
        ("", " RCS Lyon", False),
        ("", " R.C.S.", False),
        ("", " eurosport", True),
        ("SIRET" + " " * 24, "", True),
    ],
)
def test_what_stands_around_a_number_tells_whether_it_is_dialled(before: str, after: str, dialled: bool) -> None:
    number = "123 456 789"
    assert is_dialled(f"{before}{number}{after}", len(before), len(before) + len(number)) is dialled
