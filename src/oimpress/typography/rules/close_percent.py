"""« % » against its number, as English sets it, and the sign of a currency."""

from __future__ import annotations

from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.patterns import lazy
from oimpress.typography.convention import SPACES, Usage
from oimpress.typography.rule import rule

CODE = "T052"
RATE = lazy(rf"[0-9]({SPACES}+)(?=[%‰](?!\w))")
SIGN = lazy(rf"(?:(?<![\w$])(?:US|CA?|A|NZ|HK|S)?\$|[£€¥])({SPACES}+)(?=\d)")


def close(run: str, usage: Usage) -> Iterator[Edit]:
    """Set « % » and the signs « $ £ € » before a number against it. Source: Chicago, 9.18 and 9.20; Hart's, 11.2.3."""
    spans = {
        match.span(1)
        for match in SIGN.finditer(run)
        if not run[match.start() - 2 : match.start()].rstrip()[-1:].isdigit()
    }
    if usage.lang[:2] == "en":
        spans |= {match.span(1) for match in RATE.finditer(run)}
    for start, end in sorted(spans):
        yield Edit(CODE, start, end, run[start:end], "")


LOOK = (*(rf"\{sign}{SPACES}+\d" for sign in "$£€¥"), *(f"{sign}(?<={SPACES}.)" for sign in "%‰"))
RULE = rule(CODE, "A", "%‰$£€¥", close, "45 % of $ 5", LOOK)
