"""Numbers that French texts group by full stops or apostrophes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.patterns import lazy
from oimpress.typography.convention import SPACES, Usage
from oimpress.typography.lexicons import words
from oimpress.typography.rule import rule

CODE = "T064"
GROUPED = lazy(r"[1-9](?<![\w.,:/+'’°-].)\d{0,2}(?:(?:\.\d{3})+|(?:['’]\d{3})+)(?!\w|[.:/'’-]\w)")
GROUP = lazy(r"[.'’](\d{3})")
#: What is numbered, not counted: « art. 12.345 », « version 2.100 ».
LABEL = lazy(
    r"(?:n[°ºo]s?|(?<!\w)(?:art|p|pp|réf|chap|v|vol)\.|\b[LRDA]\.|§|(?<!\w)(?:numéros?|articles?|loi|lois|décrets?|arrêtés?"
    r"|versions?|références?|dossiers?|pages?|chapitres?|sections?|annexes?|lots?|codes?|modèles?|séries?|points?"
    r"|paragraphes?|alinéas?|requêtes?|normes?|permis|build))[ \u00a0\u202f]?$",
    re.IGNORECASE,
)
#: Who parts decimals by a full stop does not part thousands so.
DECIMAL = lazy(r"(?<![\w.])\d+\.\d{1,2}(?![\d.]|\w)")
COUNTED = lazy(rf",\d{{1,2}}(?!\d)|{SPACES}(?:[€$£]|(?:hab|pers|exempl)\.|([^\W\d_A-ZÀ-Þ]{{4,}}[sx])(?!\w))")


def dotted(run: str, usage: Usage) -> Iterator[Edit]:
    """Part thousands by the space of the house where a full stop stands, or the apostrophe of Switzerland.

    Source: Lexique de l’Imprimerie nationale; BIPM, SI brochure, 5.4.4. Only where it can be no decimal sign: between
    zeros or several groups, and before what is counted in whole numbers. Not in Canada, where a full stop is one.
    """
    if usage.lang == "fr-CA":
        return
    for match in GROUPED.finditer(run):
        if _is_count(run, match):
            for group in GROUP.finditer(run, *match.span()):
                yield Edit(CODE, group.start(), group.start() + 1, group[0][0], usage.thousands)


def _is_count(run: str, match: re.Match[str]) -> bool:
    """Whether the groups can only be thousands."""
    start, end = match.span()
    if LABEL.search(run, max(start - 16, 0), start):
        return False
    groups, counted = GROUP.findall(match[0]), COUNTED.match(run, end)
    if "." not in match[0]:
        return True
    if len(groups) > 2:  # or is it the address of a machine?
        return set(groups[1:]) == {"000"}
    if len(groups) == 1 and DECIMAL.search(run):
        return False
    return groups[-1] == "000" or (counted is not None and (len(groups) > 1 or _is_whole(counted, len(match[0]))))


def _is_whole(counted: re.Match[str], length: int) -> bool:
    """Whether what is counted comes in whole numbers; before one digit only persons and the like are sure."""
    if counted[0].startswith(","):
        return True
    if length == len("1.000"):
        return counted[1] in words("countable")
    return counted[1] not in words("measured")


RULE = rule(CODE, "L", ".'’", dotted, "40.000 foyers", (r"\.(?<=\d.)\d{3}", r"'(?<=\d.)\d{3}", r"’(?<=\d.)\d{3}"))
