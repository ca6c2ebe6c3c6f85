"""The page about typography, made from the rules themselves: ``python -m oimpress.typography.page``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from oimpress.model.traced import edited
from oimpress.notices import notice_texts, rule_texts
from oimpress.typography.convention import VARIANTS
from oimpress.typography.doubts import DOUBTS
from oimpress.typography.engine import edits_of
from oimpress.typography.report import visible
from oimpress.typography.rules import CHARACTERS, FRENCH

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

Le *Lexique* de l’Imprimerie nationale n’a pas pu être consulté sous sa forme imprimée : il est cité d’après
babel-french, Jacques André et les autres ouvrages nommés.

L’espagnol met « » au premier niveau, “ ” et ‘ ’ au-dessous : l’*Ortografía* de 2010 (III.3.4.8) le recommande au nom de
toutes les académies, celles d’Amérique comprises. Comme bien des rédactions américaines écrivent “ ”, un texte en
`es-419` qui en porte au premier niveau les garde, et les guillemets droits s’y accordent ; `quotes = "double"` sous
`[typography]` les met partout.
"""


def page() -> str:
    """The whole page, in Markdown."""
    return "\n".join((_set(OPENING), *_variants(), *_rules(), *_doubts()))


def _set(text: str) -> str:
    return edited(text, edits_of(text, VARIANTS["fr"]))


def _variants() -> Iterator[str]:
    yield "## Les espaces de chaque français\n"
    yield "| | devant `; ! ?` | devant `:` | dans `« »` | entre milliers |\n|---|---|---|---|---|"
    for name, table in VARIANTS.items():
        if name.startswith("fr"):
            spaces = (table.high, table.colon, table.guillemets, table.thousands)
            yield f"| `{name}` | {' | '.join(_code(space) if space else 'aucune' for space in spaces)} |"
    yield ""


def _rules() -> Iterator[str]:
    yield "## Les règles, dans l’ordre où elles passent\n"
    for tier, meaning in TIERS.items():
        yield f"- **{tier}**\u00a0: {meaning}."
    yield "\n| code | règle | avant | après | autorité | rang |\n|---|---|---|---|---|---|"
    texts = rule_texts()
    for rule in (*CHARACTERS, *FRENCH):
        row = texts[rule.code]
        before, after = rule.example, _set(rule.example)
        cells = (rule.code, _set(row["fr"]), _code(before), _code(after), _set(row.get("source", "")), rule.tier)
        yield f"| {' | '.join(cells)} |"
    yield ""


def _doubts() -> Iterator[str]:
    yield "## Les remarques\u00a0: ce que seule une personne peut trancher\n"
    yield "| code | remarque | autorité |\n|---|---|---|"
    texts = notice_texts()
    for code in dict.fromkeys(doubt.code for doubt in DOUBTS):
        row = texts[code]
        yield f"| {code} | {_set(row['fr'])} | {_set(row.get('source', ''))} |"
    yield ""


def _code(text: str) -> str:
    shown = visible(text).replace("|", "\\|")
    return f"`` {shown} ``" if "`" in shown else f"`{shown}`"


if __name__ == "__main__":
    print(page(), end="")
