"""Hours."""

from __future__ import annotations

from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.patterns import lazy
from oimpress.typography.convention import NBSP, SPACES, Usage
from oimpress.typography.figures import small_number
from oimpress.typography.neighbours import BLANK
from oimpress.typography.rule import DIGITS, before, places, rule

CODE = "T033"
CLOCK = lazy(
    rf"[0-9]({SPACES}?)([hH])(?:({SPACES}?)([0-5]\d)(?:{SPACES}?(mn|min)(?:{SPACES}?([0-5]?\d){SPACES}?(s|sec))?(?!\w)|(?!\w|{SPACES}?[hH](?!\w)|{SPACES}\d{{3}})))?(?![\w/’'°²])",
)


def hour(run: str, usage: Usage) -> Iterator[Edit]:
    """Write the hour « 14 h 30 » with no-break spaces. Source: Imprimerie nationale; J. André, § 5.1.3."""
    for at in sorted(at for letter in "hH" for at in places(run, letter)):  # rarer than digits
        start = at - (before(run, at) in BLANK)
        if not before(run, start).isdigit() or not (match := CLOCK.match(run, start - 1)):
            continue
        end = match.end()
        after = "".join(NBSP + part for part in ("h", *match.group(4, 5, 6, 7)) if part)
        if run[start:end] != after and small_number(run, start) <= 24:
            yield Edit(CODE, start, end, run[start:end], after)


RULE = rule(CODE, "A", DIGITS, hour, "à 14h30")
