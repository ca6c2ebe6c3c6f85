"""Acronyms with a plural s."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.patterns import lazy
from oimpress.typography.convention import Usage
from oimpress.typography.lexicons import acronyms
from oimpress.typography.rule import before, rule

CODE = "T022"
MANY = lazy(r"[A-Z][A-Z]{1,5}(['’]?s)(?!\w)")
#: Before « ONG's »: without them it may be an English genitive.
SEVERAL = lazy(r"(?<!\w)(?:[dlcs]es|aux|nos|vos|leurs|plusieurs|las|los|unas|unos|sus|\d+) \Z", re.IGNORECASE)


def plural(run: str, usage: Usage) -> Iterator[Edit]:
    """Take the s off the acronyms of the lexicon. Source: Imprimerie nationale (a sigle is invariable)."""
    for match in MANY.finditer(run):
        start, end = match.span(1)
        known = run[match.start() : start] in acronyms(usage.lang) and not before(run, match.start()).isalnum()
        if known and (match[1] == "s" or SEVERAL.search(run, max(match.start() - 12, 0), match.start())):
            yield Edit(CODE, start, end, match[1], "")


RULE = rule(CODE, "L", "s", plural, "les ONGs", (r"s(?<=[A-Z'’]s)(?!\w)",))
