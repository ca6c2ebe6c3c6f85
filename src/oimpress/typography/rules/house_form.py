"""What a house writes otherwise: its own pairs of words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from string import ascii_letters

from oimpress.model.convention import whole_word
from oimpress.model.traced import Edit
from oimpress.typography.convention import Usage
from oimpress.typography.rule import rule

CODE = "T061"


@lru_cache(maxsize=8)
def _forms(pairs: tuple[tuple[str, str], ...]) -> tuple[re.Pattern[str], dict[str, str]]:
    """An expression for any of the forms, with its first letter small or not, and what each becomes."""
    known = {old[:1].upper() + old[1:]: new[:1].upper() + new[1:] for old, new in pairs} | dict(pairs)
    return re.compile("|".join(map(whole_word, sorted(known, key=len, reverse=True)))), known


def house_form(run: str, usage: Usage) -> Iterator[Edit]:
    """Write the words of the house as it has them. Source: the ``forms`` of its settings."""
    if not usage.convention.forms:
        return
    pattern, known = _forms(usage.convention.forms)
    for match in pattern.finditer(run):
        yield Edit(CODE, *match.span(), match[0], known[match[0]])


RULE = rule(CODE, "L", ascii_letters, house_form, "e-mail")
