"""Project records in both layouts, their values typed; and dashes that separate nothing."""

from __future__ import annotations

import pytest

from oimpress.model.nodes import Countries, Moment, Money, Words
from tests.passes.reading import LEAD, MORE, bare, codes, paragraphs, read, release


def record(*pairs: tuple[str, str]) -> str:
    return "Un titre ici\n" + "".join(f"-\n{label}\n{value}\n" for label, value in pairs) + f"{LEAD}\n{MORE}\n"


def test_both_layouts_say_the_same() -> None:
    dashed = release(record(("Date de début", "2019"), ("Pays", "Costa Rica Belize El Salvador Honduras")))
    bare_form = release(
        f"Un titre ici\n  • Date de début\n    2019\n  • Pays\n    Costa Rica Belize El Salvador Honduras\n{LEAD}\n{MORE}\n"
    )
    assert dashed.facts == bare_form.facts
    assert paragraphs(dashed.body) == paragraphs(bare_form.body) == [LEAD, MORE]


@pytest.mark.parametrize(
    ("label", "text", "value"),
    [
        ("Année", "2019", Moment("2019", "2019")),
        ("Start date", "1 March 2019", Moment("1 March 2019", "2019-03-01")),
        ("Budget (USD)", "200000.00", Money("200 000 $", "200000.00", "USD")),
        ("Budget", "1 250 000 EUR", Money("1 250 000 €", "1250000.00", "EUR")),
        ("Pays", "Costa Rica Belize El Salvador", Countries("Costa Rica, Belize, El Salvador", "CR BZ SV")),
        ("Countries", "Federated States of Micronesia", Countries("Federated States of Micronesia", "FM")),
        ("Couverture", "Regional", Words("Regional")),
        ("Prima ID", "TCMMCB", Words("TCMMCB")),
    ],
)
def test_values_have_types(label: str, text: str, value: object) -> None:
    found = next(fact for fact in release(record((label, text), ("Statut", "Achevé"))).facts if fact.label == label)
    assert type(found.value) is type(value)
    assert bare(repr(found.value).replace("\\xa0", " ").replace("\\u202f", " ")) == repr(value)


@pytest.mark.parametrize("label", ["Etat(s) membre(s) beneficiaires", "Pays bénéficiaire(s)", "Country(ies) covered"])
def test_a_label_nobody_listed_promises_countries(label: str) -> None:
    assert release(record((label, "Lesotho"), ("Statut", "Achevé"))).facts[0].value == Countries("Lesotho", "LS")


@pytest.mark.parametrize(
    ("label", "text"), [("Année", "bientôt"), ("Budget", "200000.00"), ("Pays", "Costa Rica et alentours")]
)
def test_a_value_of_another_type_is_text_and_told(label: str, text: str) -> None:
    done = read(record((label, text), ("Statut", "Achevé")))
    assert isinstance(done.value.facts[0].value, Words)
    assert "P101" in codes(done.notices)


@pytest.mark.parametrize(
    "text",
    [
        f"Un titre ici\n{LEAD}\n-\n{MORE}\n",
        f"Un titre ici\n{LEAD}\n  • Eau\n  • Soins\n{MORE}\n",
        f"Un titre ici\n{LEAD}\n- Haïti\n- Mali\n{MORE}\n",
    ],
)
def test_what_is_no_record(text: str) -> None:
    assert release(text).facts == ()


def test_an_english_record_keeps_the_english_form_of_an_amount() -> None:
    said = "The mission has helped the families who were displaced by the floods, and it will go on with this work."
    found = release(f"A title here\n-\nBudget (USD)\n100,000.00\n-\nProject status\nActive\n{said}\n{said} Again.")
    assert found.facts[0].value == Money("100,000.00", "100000.00", "USD")
