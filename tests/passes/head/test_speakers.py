"""Titles that say whose words follow: somebody with a function or an organisation; and titles about other words."""

from __future__ import annotations

import pytest

from oimpress.model.nodes import Text
from oimpress.passes.head.speakers import kind_of, kind_spoken


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
