"""Numbers grouped by full stops."""

from __future__ import annotations

from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.patterns import lazy
from oimpress.typography.convention import Usage
from oimpress.typography.rule import DIGITS, rule

CODE = "T058"
POINTED = lazy(r"[1-9](?<![\w.,:/+-].)\d{0,2}(?:\.\d{3}){1,2}(?!\w|[.:/-]\w)")


def pointed(run: str, usage: Usage) -> Iterator[Edit]:
    """Part thousands by the narrow space where a full stop stands: five digits or six in Spain, seven and more in all.

    Source: RAE, Ortografía, VIII.2.2.1.1. In America one full stop may part decimals, and four digits are not parted.
    """
    for match in POINTED.finditer(run):
        stops = [at for at in range(*match.span()) if run[at] == "."]
        if len(stops) > 1 or (usage.lang == "es" and len(match[0]) > len("1.000")):
            yield from (Edit(CODE, at, at + 1, ".", usage.thousands) for at in stops)


RULE = rule(CODE, "A", DIGITS, pointed, "12.000 personas", (r"\.(?<=\d\.)\d{3}",))
