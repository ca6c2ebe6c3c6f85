"""“ ” where French takes « »."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.typography.convention import Spacing
from oimpress.typography.nesting import with_depth
from oimpress.typography.rule import rule

CODE = "T007"
FRENCH = re.compile(r"“(?![ \u00a0\u202f]*ꀂ)[^“”\n]*?[^\W\d_“”][^“”\n]*”")


def curly(run: str, spacing: Spacing) -> Iterator[Edit]:
    """Make “ ” around French words « » when they stand outside « ». Source: Imprimerie nationale.

    Stretches in another language, or in none for sure, are masked before and so left as they are.
    """
    for match, depth in with_depth(FRENCH, run):
        if depth <= 0:
            yield Edit(CODE, match.start(), match.start() + 1, "“", "«")
            yield Edit(CODE, match.end() - 1, match.end(), "”", "»")


RULE = rule(CODE, "L", "“", curly, "“L’accueil est notre devoir”, dit-elle")
