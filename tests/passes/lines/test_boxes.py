"""Boxes drawn with signs: their signs go, their words stay; tables and lines of marks stay as they are."""

from __future__ import annotations

import pytest

from oimpress.model.trail import Drop
from tests.passes.reading import contacts, paragraphs, read

TEXT = "Le stade rouvre samedi, après onze mois de travaux et une saison jouée loin de ses tribunes.\n\n"
BOX = "+--------------------+\n| CONTACT MÉDIAS     |\n| Thibault Garance   |\n| 06 39 98 66 01     |\n+--------------------+\n"


@pytest.mark.parametrize(
    "box", [BOX, BOX.replace("-", "=").replace("|", "│"), BOX.replace("|\n+", "|\n|          |\n+")]
)
def test_a_box_of_contacts_is_read(box: str) -> None:
    (one,) = contacts("Le stade rouvre\n\n" + TEXT * 2 + box)
    assert (one.name, one.phones[0].uri) == ("Thibault Garance", "tel:+33639986601")


@pytest.mark.parametrize(
    "kept",
    [
        "| Lundi | 10 h |\n| Mardi | 14 h |\n",
        "+----------------+\n| Ville | Score |\n| Lyon  | 3     |\n+----------------+\n",
        "+----------------+\nSans bords\n+----------------+\n",
    ],
)
def test_what_is_no_box_stays(kept: str) -> None:
    done = read("Le stade rouvre\n\n" + TEXT * 2 + kept + "\n" + TEXT)
    assert done.trail is not None
    assert not [step for step in done.trail.steps if isinstance(step, Drop) and step.rule == "L012"]


def test_the_words_of_a_box_of_text_stay() -> None:
    done = read("Le stade rouvre\n\n" + TEXT + "+----------+\n| À noter  |\n| Portes à 17 h |\n+----------+\n\n" + TEXT)
    assert "Portes à 17 h" in " ".join(paragraphs(done.value.body))
