"""End marks go with a rule; what only looks like one stays."""

from __future__ import annotations

import pytest

from oimpress.model.nodes import Contact
from oimpress.model.trail import Drop
from tests.passes.reading import LEAD, MORE, paragraphs, read

TEXT = f"La régie ouvre trois lignes de nuit\n\n{LEAD}\n\n{MORE}\n\n"


@pytest.mark.parametrize(
    ("mark", "rule"),
    [
        ("- FIN -", "B016"),
        ("– Fin –", "B016"),
        ("Fin du communiqué", "B016"),
        ("###", "B016"),
        ("# # #", "B016"),
        ("-30-", "B016"),
        ("– 30 –", "B016"),
        ("* * *", "B016"),
        ("[FIN]", "B016"),
        ("ENDS", "B016"),
        ("--- FIN DU COMMUNIQUÉ DE PRESSE ---", "B016"),
        ("° ° °", "B016"),
        ("Pour diffusion immédiate", "H015"),
        ("FOR IMMEDIATE RELEASE", "H015"),
    ],
)
def test_marks_at_the_end_are_out(mark: str, rule: str) -> None:
    done = read(f"{TEXT}{mark}\n\nContact presse\nAwa Sow\n+41 22 900 11 11\n")
    assert done.trail is not None
    assert (rule, mark) in [(step.rule, step.text) for step in done.trail.steps if isinstance(step, Drop)]
    assert paragraphs(done.value.body) == [LEAD, MORE]


@pytest.mark.parametrize(
    "line",
    [
        "30",
        "Fin de la grève des bacs",
        "La fin.",
        "#climat",
        "[Fin de citation]",
        "Trente",
        "Diffusion en direct à 20 h.",
    ],
)
def test_lines_of_the_text_stay(line: str) -> None:
    done = read(f"{TEXT}{line}\n\n{MORE}x\n")
    assert done.trail is not None
    assert line not in [step.text for step in done.trail.steps if isinstance(step, Drop)]


def test_a_wires_word_names_who_issues() -> None:
    done = read(f"{TEXT}SOURCE Régie du Nord\n\nContact presse\nAwa Sow\n+41 22 900 11 11\n").value
    assert done.issuer == "Régie du Nord"
    assert paragraphs(done.body) == [LEAD, MORE]
    again = read(f"Mairie de Valmarin\n\nCommuniqué\n\n{TEXT}SOURCE Régie du Nord\n").value
    assert again.issuer == "Mairie de Valmarin"
    assert paragraphs(again.body) == [LEAD, MORE]


@pytest.mark.parametrize("line", ["Source : Régie du Nord", "Sources et méthodes", "SOURCE : a@b.example"])
def test_other_sources_issue_nothing(line: str) -> None:
    assert not read(f"{TEXT}{line}\n").value.issuer


def test_an_amount_is_nobodys_number() -> None:
    done = read(f"{TEXT}Contact presse\nLe budget atteint 1 250 000 000 000 euros.\nAnne Roy\n06 39 98 00 11\n")
    assert not any(
        "1 250" in str(phone.text) for one in done.value.contacts if isinstance(one, Contact) for phone in one.phones
    )


def test_what_the_law_wants_said_keeps_its_heading() -> None:
    legal = "Régie du Nord, société au capital de 120 000 euros, immatriculée à Lyon sous le numéro 123 456 789."
    done = read(f"{TEXT}Mentions légales\n{legal}\n")
    assert done.trail is not None
    assert "Mentions légales" not in [step.text for step in done.trail.steps if isinstance(step, Drop)]
    alone = read(f"{TEXT}Mentions légales\nAccueil\n")
    assert alone.trail is not None
    assert any("Mentions légales" in step.text for step in alone.trail.steps if isinstance(step, Drop))
