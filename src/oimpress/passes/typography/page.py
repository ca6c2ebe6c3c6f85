"""The page about typography, made from the rules themselves: ``python -m oimpress.passes.typography.page``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from oimpress.notices import notice_texts, rule_texts
from oimpress.passes.typography.convention import VARIANTS
from oimpress.passes.typography.doubts import DOUBTS
from oimpress.passes.typography.engine import edits_of
from oimpress.passes.typography.report import visible
from oimpress.passes.typography.rules import CHARACTERS, FRENCH

TIERS: Final = {
    "A": "appliquée partout : le motif suffit",
    "L": "appliquée à l’aide d’un lexique ou d’un examen de la langue",
}
OPENING: Final = """\
# La typographie d’oimpress

*Cette page est tirée des règles elles-mêmes ; ne la modifiez pas à la main.*

Dans les exemples, `⍽` est l’espace insécable (U+00A0) et `·` l’espace fine insécable (U+202F). Chaque règle a son code,
que portent les modifications (`oimpress typeset --explain`) et le journal de chaque communiqué. Les adresses, le code,
les chemins, les heures, les ratios, les téléphones, les cotes de l’ONU, les mots-dièse et les mots d’une autre langue
sont mis à l’abri avant que la première règle ne passe. En cas de doute, le texte reste tel quel et une remarque le dit.
"""


def page() -> str:
    """The whole page, in Markdown."""
    return "\n".join((OPENING, *_variants(), *_rules(), *_doubts()))


def _variants() -> Iterator[str]:
    yield "## Les espaces de chaque français\n"
    yield "| | devant ; ! ? | devant : | dans « » | entre milliers |\n|---|---|---|---|---|"
    for name, table in VARIANTS.items():
        if name.startswith("fr"):
            spaces = (table.high, table.colon, table.guillemets, table.thousands)
            yield "| ".join(["", f"`{name}` ", *(f"`{visible(space)}` " if space else "aucune " for space in spaces), ""])
    yield ""


def _rules() -> Iterator[str]:
    yield "## Les règles, dans l’ordre où elles passent\n"
    for tier, meaning in TIERS.items():
        yield f"- **{tier}** : {meaning}."
    yield "\n| code | règle | avant | après | autorité | |\n|---|---|---|---|---|---|"
    texts = rule_texts()
    for rule in (*CHARACTERS, *FRENCH):
        row = texts[rule.code]
        edits = edits_of(rule.example, VARIANTS["fr"])
        after = rule.example
        for edit in reversed(edits):
            after = after[: edit.start] + edit.after + after[edit.end :]
        cells = (rule.code, row["fr"], _code(rule.example), _code(after), row.get("source", ""), rule.tier)
        yield f"| {' | '.join(cells)} |"
    yield ""


def _doubts() -> Iterator[str]:
    yield "## Les remarques : ce que seule une personne peut trancher\n"
    yield "| code | remarque | autorité |\n|---|---|---|"
    texts = notice_texts()
    for code in dict.fromkeys(doubt.code for doubt in DOUBTS):
        yield f"| {code} | {texts[code]['fr']} | {texts[code].get('source', '')} |"
    yield ""


def _code(text: str) -> str:
    shown = visible(text).replace("|", "\\|")
    return f"`` {shown} ``" if "`" in shown else f"`{shown}`"


if __name__ == "__main__":
    print(page(), end="")
