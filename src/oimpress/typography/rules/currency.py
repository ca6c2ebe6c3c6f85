"""Signs and codes of currencies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.typography.convention import SPACES, Spacing
from oimpress.typography.figures import bound, is_identifier
from oimpress.typography.lexicons import words
from oimpress.typography.neighbours import BLANK
from oimpress.typography.rule import DIGITS, before, holds, rule

CODE = "T036"
FRANC = "CFA"  # the second word of « F CFA »
OTHERS = "₦₵₹₽₺₪₩₫₱₴₲₡₮₸₼₾"  # naira, cedi, rupee …
SIGNS = (*"€$£¥", *OTHERS, FRANC)
SIGN = re.compile(
    rf"(?:F(?={SPACES}CFA)|CFA(?:(?<=[0-9]F.CFA)|(?<=[0-9].F.CFA))|US\$|\$US|\$CAN?|CA?\$|A\$|€|\$|£|¥|[{OTHERS}])(?![\w$])"
)
ISO = re.compile(r"(?:[A-Z]{2,4}|F(?:cfa|bu))(?![\w’'-]|/[A-Z])")
COUNTED = ("million", "millions", "milliard", "milliards", "billion", "billions", "Md", "Mds")


def currency(run: str, spacing: Spacing) -> Iterator[Edit]:
    """Set a no-break space before the sign or the ISO 4217 code of a currency. Source: CLDR 48 (fr); J. André."""
    found = [match.start() for match in SIGN.finditer(run)] if holds(run, SIGNS) else []
    known = words("currencies")
    found += (match.start() for match in ISO.finditer(run) if match[0] in known)
    for end in sorted(set(found)):
        start = end - (before(run, end) in BLANK)
        if (before(run, start).isdigit() and not is_identifier(run, start)) or (
            start < end and (run.endswith(COUNTED, 0, start) or run.startswith(FRANC, end))
        ):
            yield from bound(CODE, run, start, end)


RULE = rule(CODE, "A", DIGITS, currency, "250€")
