"""Project records in both layouts, their values typed; and dashes that separate nothing."""

from __future__ import annotations

import pytest

from oimpress.model.draft import Draft
from oimpress.model.nodes import Countries, Fact, Moment, Money, Para, Text, Value, Words
from oimpress.model.traced import Traced, of_source
from oimpress.passes.head.facts import fact_of, facts
from tests.passes.reading import LEAD, MORE, bare, codes, draft, paragraphs, read, release, said


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


def fact(label: str, value: str, lang: str = "fr") -> Fact:
    return fact_of(of_source(label, 100), of_source(value, 200), lang)


@pytest.mark.parametrize(
    ("label", "text", "value"),
    [
        ("Budget", "US$ 200 000", Money("200\u202f000\u00a0$", "200000.00", "USD")),
        ("Budget", "$US 5 000", Money("5\u202f000\u00a0$", "5000.00", "USD")),
        ("Budget", "200 000,50 €", Money("200\u202f000,50\u00a0€", "200000.50", "EUR")),
        ("Budget", "£1,500.50", Money("1\u202f500,50\u00a0£", "1500.50", "GBP")),
        ("Budget (CHF)", "3'000", Money("3\u202f000\u00a0CHF", "3000.00", "CHF")),
        ("Budget (CHF)", "3'000 EUR", Money("3\u202f000\u00a0€", "3000.00", "EUR")),
        ("Montant total", "5000 EUR", Money("5\u202f000\u00a0€", "5000.00", "EUR")),
        ("Coût estimé", "12 GBP", Money("12\u00a0£", "12.00", "GBP")),
        ("Subvention (XOF)", "1 250 000 XOF", Money("1\u202f250\u202f000\u00a0XOF", "1250000.00", "XOF")),
        ("Subvention (xof)", "1 250 000 XOF", Words("1 250 000 XOF")),
        ("Budget", "environ 5 EUR", Words("environ 5 EUR")),
        ("Budget", "1234 567 EUR", Words("1234 567 EUR")),
        ("Budget", "EUR", Words("EUR")),
        ("Date de fin", "31/12/2020", Moment("31/12/2020", "2020-12-31")),
        ("Date de fin", "31/12/2020.", Moment("31/12/2020.", "2020-12-31")),
        ("Date de fin", "à la fin de 2020", Words("à la fin de 2020")),
        ("Date de fin", "le 31/12/2020 au soir", Words("le 31/12/2020 au soir")),
        ("Date de fin", "vers 31/12/2020", Words("vers 31/12/2020")),
        ("Date de fin", "31/12/2020 ?", Words("31/12/2020 ?")),
        ("País(es) de destino", "Mali", Countries("Mali", "ML")),
        ("Année", "2019", Moment("2019", "2019")),
        ("Année", "2019-2020", Words("2019-2020")),
        ("Année", "1899", Words("1899")),
        ("Fecha de firma", "3 de marzo de 2019", Moment("3 de marzo de 2019", "2019-03-03")),
        ("Year of start", "1998", Moment("1998", "1998")),
        ("Pays", "Mali; Niger", Countries("Mali; Niger", "ML NE")),
        ("Pays", "Mali, Niger Tchad", Countries("Mali, Niger, Tchad", "ML NE TD")),
        ("Pays", "République démocratique du Congo Mali", Countries("République démocratique du Congo, Mali", "CD ML")),
        ("Pays", "Mali et Niger", Words("Mali et Niger")),
        ("Pays", "-", Words("-")),
        ("Estados miembros", "Mali", Countries("Mali", "ML")),
        ("Paysage", "Mali", Words("Mali")),
        ("Statut", "2019", Words("2019")),
    ],
)
def test_a_value_is_of_the_type_that_its_label_promises(label: str, text: str, value: Value) -> None:
    assert fact(label, text).value == value


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Statut", "status"),
        ("STATUT :", "status"),
        ("Coût estimé", "cout-estime"),
        ("N° de projet", "n-de-projet"),
        ("—", "fact"),
    ],
)
def test_a_fact_has_a_name_for_machines(label: str, name: str) -> None:
    found = fact(label, "x")
    assert (found.name, found.label) == (name, label)


def test_an_english_amount_stays_as_it_is_written() -> None:
    assert fact("Budget (USD)", "100,000.00", "en-GB").value == Money("100,000.00", "100000.00", "USD")


def test_every_part_of_a_fact_says_by_which_rule_it_stands_there() -> None:
    found = fact("Pays", "Mali Niger")
    assert isinstance(found.name, Traced)
    assert isinstance(found.label, Traced)
    assert isinstance(found.value, Countries)
    assert isinstance(found.value.text, Traced)
    assert isinstance(found.value.codes, Traced)
    assert {piece.place for piece in (*found.name.pieces, *found.label.pieces)} == {"P001"}
    assert {piece.place for piece in found.value.codes.pieces} == {"P002"}
    assert [piece.edits for piece in found.value.text.pieces] == ["", "P005", ""]
    amount = fact("Budget", "5000 EUR").value
    assert isinstance(amount, Money)
    assert isinstance(amount.text, Traced)
    assert [piece.edits for piece in amount.text.pieces] == ["P004"]


@pytest.mark.parametrize(
    ("text", "left", "count"),
    [
        ("-\nAnnée\n2019\n-\nStatut\nAchevé\nUn titre\nSuite", ["Un titre", "Suite"], 2),
        ("Un titre\n-\nAnnée\n2019\n-\nStatut\nAchevé", ["Un titre"], 2),
        ("-\nAnnée\n2019\n-\nStatut\nAchevé\nSuite\n-\nPays\nMali", ["Suite", "-", "Pays", "Mali"], 2),
        ("-\nAnnée\n2019\n-\nStatut\nAchevé\nSuite\nEncore\nFin", ["Suite", "Encore", "Fin"], 2),
        ("-\nAnnée\n2019\n-\nStatut\nAchevé\n-\nPays", ["-", "Pays"], 2),
        ("-\nAnnée\n2019\n-\nStatut\nAchevé\n-\n-\nMali", ["-", "-", "Mali"], 2),
        ("-\nAnnée\n2019\n-\nStatut\nAchevé\n-\nPays\n-\nMali", ["-", "Pays", "-", "Mali"], 2),
        (f"-\nAnnée\n2019\n-\nStatut\nAchevé\n-\n{'L' * 91}\nMali", ["-", "L" * 91, "Mali"], 2),
        (f"-\nAnnée\n2019\n-\n{'L' * 90}\nAchevé", [], 2),
        ("  • Année\n    2019\n  • Equipe\n    Quatre personnes\nSuite", ["Suite"], 2),
        ("* Année :\n  2019\n* Equipe\n  Quatre personnes", [], 2),
    ],
)
def test_a_record_is_taken_whole(text: str, left: list[str], count: int) -> None:
    done = facts(draft(text)).value
    assert (said(done), len(done.release.facts), done.release.kind) == (left, count, "project")


@pytest.mark.parametrize(
    "text",
    [
        "-\nAnnée\n2019\nSuite",
        "  • Equipe\n    Quatre personnes\n  • Lieu\n    Au nord",  # no label that we know
        "  • Année\n 2019\n  • Statut\n Achevé",
        "  • Année\n  • 2019\n  • Statut\n  • Achevé",
        "  • Année\n    2019\nSuite",
    ],
)
def test_what_is_left_as_it_is(text: str) -> None:
    done = facts(draft(text))
    assert (said(done.value), done.dropped, done.value.release.kind) == (text.splitlines(), (), "press-release")


def test_the_marks_of_a_record_are_left_out_and_told() -> None:
    dashed = facts(draft("-\nAnnée\n2019\n-\nStatut\nAchevé"))
    assert [(str(each.text), each.rule) for each in dashed.dropped] == [("-", "P003"), ("-", "P003")]
    listed = facts(draft("  • Année\n    2019\n  • Statut\n    Achevé"))
    assert [(str(each.text), each.rule) for each in listed.dropped] == [("  • ", "P003"), ("  • ", "P003")]


def test_what_is_told_of_a_value_that_its_label_does_not_promise() -> None:
    done = facts(draft("-\nAnnée\nbientôt\n-\nStatut\nAchevé\n-\nAnnée de fin\nbientôt"))
    assert [(one.code, one.where, one.detail) for one in done.notices] == [("P101", "l.3", "Année : bientôt")]


@pytest.mark.parametrize("mark", ["-\n{}\n{}", "  • {}\n    {}"])
def test_a_block_is_no_label_and_no_value(mark: str) -> None:
    record = draft(
        "\n".join(mark.format(*pair) for pair in (("Année", "2019"), ("Statut", "Achevé"), ("Pays", "Mali")))
    )
    size = len(record.flow) // 3
    for at in (size - 2, size - 1):
        flow = (*record.flow[: 2 * size + at], Para((Text("Un tableau"),)), *record.flow[2 * size + at + 1 :])
        done = facts(Draft(record.release, flow)).value
        assert [found.label for found in done.release.facts] == ["Année", "Statut"]
        assert len(done.flow) == size
