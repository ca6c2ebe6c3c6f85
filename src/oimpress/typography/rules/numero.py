"""The sign « n° »."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.patterns import lazy
from oimpress.typography.convention import NBSP, Usage
from oimpress.typography.rule import before, rule

CODE = "T028"
NUMBER = lazy(r"[nN][ \u00a0\u202f]?[°º][ \u00a0\u202f]*(?=[\dꀀ])")
RAISED = lazy(r"(?<!\w)[nN](?:ᵒˢ?|\ue000+os?\ue000+)([ \u00a0\u202f]*)(?=[\dꀀ])")
WORDED = lazy(r" ([nN]o)(\.?[ \u00a0\u202f]+)(?=\d)")
NUMBERED = lazy(
    r"(?:résolution|décret|loi|arrêté|règlement|circulaire|ordonnance|directive|convention|rapport|communiqué|bulletin"
    r"|avis|protocole|décision|observation|recommandation|objectif|article|dossier|projet|compte|lot|annexe|vol)"
    r"(?:[ \u00a0\u202f][^\W\d_]+)?[ \u00a0\u202f]$",
    re.IGNORECASE,
)


def numero(run: str, usage: Usage) -> Iterator[Edit]:
    """Write « n° » with its degree sign and bind the number. Source: J. André, § 5.1.3."""
    found: list[tuple[int, int, str]] = []
    if "°" in run or "º" in run:
        signs = (match for match in NUMBER.finditer(run) if not before(run, match.start()).isalnum())
        found += ((*match.span(), match[0][0] + "°" + NBSP) for match in signs)
    if "ᵒ" in run or "\ue000" in run:
        found += ((*match.span(1), NBSP) for match in RAISED.finditer(run))
    if " no" in run or " No" in run:
        for match in WORDED.finditer(run):
            if NUMBERED.search(run, max(match.start() - 40, 0), match.start() + 1):
                found.append((match.start() + 1, match.end(), match[1][0] + "°" + NBSP))
    for start, end, after in sorted(found):
        if run[start:end] != after:
            yield Edit(CODE, start, end, run[start:end], after)


RULE = rule(
    CODE, "A", "°ºoᵒ", numero, "n°12", (r"°", r"º", r"ᵒ", "n\ue000", "N\ue000", r"o(?<= [nN]o)(?=[. \u00a0\u202f])")
)
