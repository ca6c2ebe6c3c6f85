"""What stands around a line of the head: prose, labels, the same words again, details of contacts."""

from __future__ import annotations

import pytest

from oimpress.passes.head.evidence import Page, evidence_on
from tests.passes.reading import LEAD, draft

PROSE = f"{LEAD} Oui."


def seen(text: str, at: int = 0) -> frozenset[str]:
    return evidence_on([line for _, line in draft(text).lines()], Page())[at]


@pytest.mark.parametrize(
    ("text", "at", "name", "is_so"),
    [
        ("La halle\nUn mot", 0, "first", True),
        ("La halle\nUn mot", 1, "first", False),
        (f"La halle\n{PROSE}", 0, "prose follows", True),
        (f"La halle\nGenève – {LEAD[:40]}.", 0, "prose follows", True),
        ("La halle\nUn mot", 0, "prose follows", False),
        ("La halle", 0, "prose follows", False),
        (f"La halle\nGenève – {LEAD}", 0, "opening follows", True),
        (f"La halle\nBourg-la-Rivière – {LEAD}", 0, "opening follows", False),
        (f"La halle\n{PROSE}", 0, "opening follows", False),
        ("La halle\nCommuniqué", 0, "label follows", True),
        ("La halle\nUn\nDeux\nTrois\nCommuniqué", 0, "label follows", True),
        ("La halle\nUn\nDeux\nTrois\nQuatre\nCommuniqué", 0, "label follows", False),
        ("Communiqué\nLa halle", 0, "label follows", False),
        ("La halle de la ville rouvre\nLes habitants retirent leur seau", 1, "opens anew below", True),
        ("La halle de la ville rouvre\n\nLes habitants retirent leur seau", 1, "opens anew below", False),
        ("La halle de la ville rouvre\nBilan de deux ans", 1, "opens anew below", False),
        ("La halle rouvre\nLes habitants retirent leur seau", 1, "opens anew below", False),
        ("La halle de la ville rouvre\nLes habitants retirent leur seau.", 1, "opens anew below", False),
        ("Ville de Lannec et sa région\nLes habitants retirent leur seau", 1, "opens anew below", False),
        ("Communiqué\nUn mot\nLa halle", 2, "label before", True),
        ("La halle\nCommuniqué", 1, "label before", False),
        ("La halle rouvre\nUn mot\nLA HALLE ROUVRE", 2, "said before", True),
        ("La halle rouvre\nUn mot\nLA HALLE ROUVRE", 0, "said again", True),
        ("La halle rouvre\nUn mot\nLA HALLE ROUVRE", 0, "said before", False),
        ("La halle rouvre\nUn mot\nLA HALLE ROUVRE", 2, "said again", False),
        ("La halle dort\nLa halle dort", 1, "said before", True),
        ("La halle dit\nLa halle dit", 1, "said before", False),  # twelve characters come again with good reason
        ("La halle dort\nLa halle dort", 0, "said again", True),
        ("La halle dit\nLa halle dit", 0, "said again", False),
        (f"{PROSE}\nLa halle", 1, "after prose", True),
        (f"{PROSE}\n{PROSE}\nLa halle", 2, "after prose", False),
        (f"{PROSE}\n{PROSE}\nLa halle", 2, "after much prose", True),
        (f"{PROSE}\nLa halle", 1, "after much prose", False),
        ("Tél. : 01 42 68 53 00\nLa halle", 1, "after contact", True),
        ("Tél. : 01 42 68 53 00\n\nLa halle", 1, "after contact", False),
        ("Contact presse\n\nAwa Sow", 1, "after contact", True),
        ("Un mot\nLa halle", 1, "after contact", False),
        ("Service médias\n\nAwa Sow\n02 42 68 53 00", 1, "after contact", True),
        ("Service médias\n\nAwa Sow", 1, "after contact", False),
        ("Service médias\nAwa Sow\n02 42 68 53 00", 0, "service is reached", True),
        ("Service de presse\npresse@regie.example", 0, "service is reached", True),
        ("Ville de Lannec – Service de presse\npresse@regie.example", 0, "service is reached", False),
        ("Service de presse\n\nLa halle rouvre ses portes", 0, "service is reached", False),
        ("Service médias\nLa halle\n02 42 68 53 00", 0, "service is reached", False),
        ("Tél. : 01 42 68 53 00\nUn\nDeux\nLa halle", 3, "after contact", True),
        ("Tél. : 01 42 68 53 00\nUn\nDeux\nTrois\nLa halle", 4, "after contact", False),
    ],
)
def test_what_stands_around_a_line(text: str, at: int, name: str, is_so: bool) -> None:
    assert (name in seen(text, at)) is is_so
