"""Titles that say whose words follow: somebody with a function or an organisation; and titles about other words."""

from __future__ import annotations

import pytest

from oimpress.model.nodes import Text
from oimpress.passes.head.speakers import kind_of, kind_spoken
from tests.passes.reading import LEAD, MORE, release


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Déclaration de la Directrice générale sur le Soudan", "statement"),
        ("Déclaration conjointe de l’UNICEF et de l’OMS", "statement"),
        ("Déclaration de Jean Dupont, directeur de l’agence", "statement"),
        ("Joint Statement by the Director General", "statement"),
        ("STATEMENT OF THE DIRECTOR GENERAL", "statement"),
        ("Declaración del Director General", "statement"),
        ("Discours du Président de la République", "speech"),
        ("Allocution d'ouverture de la Ministre", "speech"),
        ("Speech by the Director of Health", "speech"),
        ("Remarks by the Director General", "speech"),
        ("Discurso del Presidente", "speech"),
        ("Déclaration de Marrakech", None),
        ("Déclaration de revenus : mode d'emploi", None),
        ("Discours de haine en ligne : la région agit", None),
        ("Déclaration de Jean Dupont", None),
        ("La déclaration du Président", None),
        ("Déclaration", None),
    ],
)
def test_who_speaks(title: str, kind: str | None) -> None:
    assert kind_spoken(title) == kind


@pytest.mark.parametrize(
    ("kicker", "title", "kind"),
    [
        ("Communiqué de presse", "La halle rouvre", "press-release"),
        ("Mairie de Lyon – Discours", "La halle rouvre", "speech"),
        ("Mairie de Lyon", "Discours du Président de la République", "speech"),
        ("Déclaration", "Discours du Président de la République", "statement"),
        ("", "La halle rouvre", None),
    ],
)
def test_a_kicker_goes_before_the_title(kicker: str, title: str, kind: str | None) -> None:
    assert kind_of((Text(kicker),) if kicker else (), (Text(title),)) == kind


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Déclaration de la Cheffe de mission de l'OIM sur les inondations", "statement"),
        ("Déclaration conjointe de l’OIM et du HCR sur le naufrage", "statement"),
        ("Déclaration de M. William Swing, Directeur général de l'OIM", "statement"),
        ("Statement by the Director General on the floods", "statement"),
        ("Declaración del Director General sobre las inundaciones", "statement"),
        ("Discours du Directeur général devant le Conseil", "speech"),
        ("Allocution d'ouverture de la Directrice générale", "speech"),
        ("Déclaration de Marrakech : les ministres s'engagent", "press-release"),
        ("Déclaration de New York pour les réfugiés et les migrants", "press-release"),
        ("Discours de haine : le directeur de l'OIM alerte", "press-release"),
        ("Déclaration du 9 mai : le directeur se félicite", "press-release"),
        ("La déclaration du Directeur général a été lue", "press-release"),
    ],
)
def test_a_title_may_tell_that_somebody_speaks(title: str, kind: str) -> None:
    assert release(f"{title}\nMali - {LEAD}\n{MORE}").kind == kind


def test_a_kicker_goes_before_what_the_title_tells() -> None:
    assert release(f"Discours\nDéclaration du Directeur général\n{LEAD}\n{MORE}").kind == "speech"
