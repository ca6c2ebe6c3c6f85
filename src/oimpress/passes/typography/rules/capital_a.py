"""The preposition « À » at the start of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from oimpress.model.traced import Edit
from oimpress.passes.lexicon import rows
from oimpress.passes.typography.convention import Spacing
from oimpress.passes.typography.lexicons import words
from oimpress.passes.typography.neighbours import left_of
from oimpress.passes.typography.rule import before, rule

CODE = "T017"
OPENING = re.compile(r"A[ \u00a0\u202f](?=[^\W_])")
COUNT = re.compile(r"[ \u00a0\u202f][^\W\d_]")
NEXT = re.compile(r"(?:l|d|quelqu|aujourd)['’]|[^\W_]+(?:[-’'][^\W_]+)*")
BEFORE_TO = frozenset(".!?…:;–—•*)«“(\n-")


@cache
def towns() -> frozenset[str]:
    """First words of the names of places one is « à »."""
    known = {name.split()[0].split("-")[0] for _, *names in rows("places") for name in names}
    return frozenset(known | words("towns"))


def _is_town(word: str) -> bool:
    first = word.split("-", maxsplit=1)[0]
    return (first.capitalize() if len(first) > 2 and first.isupper() else first) in towns()


def to(run: str, spacing: Spacing) -> Iterator[Edit]:
    """Make « A » at the start of a sentence « À » before a place or a word only the preposition takes.

    Source: Imprimerie nationale; Académie française, Accentuation des majuscules.
    """
    for match in OPENING.finditer(run):
        start = match.start()
        left = left_of(run, start)
        following = NEXT.match(run, match.end())
        if following is None or (left and left not in BEFORE_TO) or before(run, start).isalnum():
            continue
        word = following[0]
        if (
            (word.isdigit() and COUNT.match(run, following.end()))
            or word.lower().replace("'", "’") in words("after-to")
            or _is_town(word)
        ):
            yield Edit(CODE, start, start + 1, "A", "À")


RULE = rule(CODE, "L", "A", to, "A Genève, la session s’ouvre")
