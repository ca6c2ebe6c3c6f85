"""Numbers grouped by full stops."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.typography.convention import Usage
from oimpress.typography.rule import DIGITS, rule

CODE = "T058"
POINTED = re.compile(r"[1-9](?<![\w.,:/+-].)\d{1,2}(\.)\d{3}(?!\w|[.,:/-]\w)")


def pointed(run: str, usage: Usage) -> Iterator[Edit]:
    """Part thousands by the narrow space where a full stop stands, in the Spanish of Spain, five digits or six.

    Source: RAE, Ortografía, VIII.2.2.1.1. In America the full stop may part decimals, and four digits are not parted.
    """
    if usage.lang != "es":
        return
    for match in POINTED.finditer(run):
        yield Edit(CODE, *match.span(1), ".", usage.thousands)


RULE = rule(CODE, "A", DIGITS, pointed, "12.000 personas", (r"\.(?<=\d\.)\d{3}",))
