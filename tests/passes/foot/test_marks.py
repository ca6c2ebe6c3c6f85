"""End marks go with a rule; what only looks like one stays."""

from __future__ import annotations

import pytest

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
