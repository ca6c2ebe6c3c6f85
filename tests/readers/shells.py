"""Pages of one release in the shells of many systems: what belongs to it stays, what says « Ailleurs » goes."""

from __future__ import annotations

import tomllib
from pathlib import Path

TITLE = "Le bac de Vernaison reprend son service"
TEXT = (
    "Le bac de Vernaison reprendra ses traversées le lundi 2 juin, après huit mois d’arrêt et la réfection du ponton.",
    "La métropole a consacré 1,3 million d’euros aux travaux, confiés à deux entreprises de la vallée du Rhône.",
    "Douze traversées par jour sont prévues jusqu’en octobre, puis six l’hiver, quand le fleuve le permet.",
    "Les vélos montent à bord sans supplément, et les groupes sont invités à prévenir la capitainerie la veille.",
)
DAY = "2025-05-19"
TEASERS = "".join(
    f"<div class='col'><a href='/n/{n}'><h3>Ailleurs numéro {n} dans la vallée</h3></a>"
    f"<p>Une accroche d’Ailleurs, longue d’une phrase entière, pour le sujet {n}.</p></div>"
    for n in range(3)
)
SHELLS: dict[str, str] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
DATED = frozenset({"spip-3", "drupal-8", "wordpress-theme-ancien", "typo3-news", "json-ld"})
CONTACTED = frozenset({"press-contact-beside"})


def shelled(name: str) -> tuple[str, str]:
    """Head and body of the page."""
    parts = dict(zip(("one", "two", "three", "four"), TEXT, strict=True))
    filled = SHELLS[name]
    for key, words in {
        "title": TITLE,
        "parts": "".join(f"<p>{p}</p>" for p in TEXT),
        "teasers": TEASERS,
        **parts,
    }.items():
        filled = filled.replace(f"{{{key}}}", words)
    head, _, body = filled.rpartition("\n|\n")
    return head, body
