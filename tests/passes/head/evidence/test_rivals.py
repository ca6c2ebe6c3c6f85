"""What other lines of the head say against a line."""

from __future__ import annotations

import pytest

from oimpress.passes.head.evidence import Page, evidence_on
from tests.passes.reading import LEAD, draft

SAYS = "La ville rouvre sa piscine après trois ans de travaux"


OPENING = f"Brest, 21 septembre 2022 – {LEAD}"
STANDFIRST = f"{LEAD} Oui."
LATE = "Une forêt engloutie au large de Ploumarec"


@pytest.mark.parametrize(
    ("text", "late"),
    [
        (f"Actualité de la recherche\n\n{STANDFIRST}\n\n{LATE}\n\n{OPENING}", True),
        (f"La halle rouvre\n\n{STANDFIRST}\n\n{LATE}\n\n{OPENING}", False),  # a title stands above
        (f"Communiqué\n\n{STANDFIRST}\n\n{LATE}\n\n{STANDFIRST}", False),
        (f"Communiqué\n\n{STANDFIRST}\n\n{LATE}.\n\n{OPENING}", False),
        (f"Communiqué\n\n{STANDFIRST}\n\n{STANDFIRST}\n\n{LATE}\n\n{OPENING}", False),
        (f"Communiqué\n\n{STANDFIRST}\n\nUne forêt\n\n{OPENING}", False),
    ],
)
def test_a_title_below_its_standfirst(text: str, late: bool) -> None:
    found = evidence_on([line for _, line in draft(text).lines()], Page())
    assert any("late title" in one for one in found) is late
    assert any("above a late title" in one for one in found) is late


@pytest.mark.parametrize(
    ("text", "less"),
    [
        (f"Le Carrefour des possibles\n\n{SAYS}", True),
        (f"Session du 14 novembre 2024\n{SAYS}", True),
        (f"Le Carrefour des possibles\nUn mot\nDeux mots\n{SAYS}", True),
        (f"Le Carrefour des possibles\nUn mot\nDeux mots\nTrois mots\n{SAYS}", False),
        ("RN 91\n\nLe tunnel de la Combe aux Loups fermé cinq nuits", True),  # hardly a word above a line of many
        ("Le Carrefour des possibles\n\nLe tunnel de la Combe aux Loups fermé cinq nuits", False),
        ("RN 91\n\nDirection régionale des routes et des tunnels du Nord", False),
        (f"Le Carrefour ouvre ses portes\n\n{SAYS}", False),  # it says what happens itself
        (f"Le Carrefour : quarante amateurs en scène\n\n{SAYS}", False),
        (f"Objet : report des demi-finales\n\n{SAYS}", False),
        (f"Communiqué\n\n{SAYS}", False),
        ("Le Carrefour des possibles\n\nLa piscine rouvre", False),  # too short
        (f"Le Carrefour des possibles\n\n{SAYS} :", False),
        (f"Le Carrefour des possibles\n\n{SAYS}.", False),
        (f"Le Carrefour des possibles\n\n- {SAYS}", False),
        (f"Le Carrefour des possibles\n\n{SAYS.lower()}", False),
        (f"Le Carrefour des possibles\n{LEAD}\n{SAYS}", False),
    ],
)
def test_a_line_that_says_less_than_one_below(text: str, less: bool) -> None:
    found = evidence_on([line for _, line in draft(text).lines()], Page())[0]
    assert ("says less than below" in found) is less
