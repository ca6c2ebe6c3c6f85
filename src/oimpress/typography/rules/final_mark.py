"""Full stop and comma beside a closing quotation mark."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.patterns import lazy
from oimpress.typography.convention import Usage
from oimpress.typography.rule import rule

CODE = "T049"
OUTSIDE = lazy(r"([”’](?<=[^\W\d_][^\W\d_].)[”’]?)([.,])(?![.\w])")
INSIDE = lazy(r"\.(?<=[\w%)»”].)([»”’]{1,2})(?=(?:[ \u00a0]+(?:[¿¡«“(]*[A-ZÁÉÍÓÚÑ])|\s*$|\n))", re.MULTILINE)
KEYED = lazy(
    r"(?:type|enter|key in|press|search for|command|keyword|field|file|folder|button|option) [“‘][^“”‘’\n]*$",
    re.IGNORECASE,
)


def closing(run: str, usage: Usage) -> Iterator[Edit]:
    """Put full stop and comma inside the closing mark in American English, the full stop outside in Spanish.

    Source: Chicago, 6.9; RAE, Ortografía, III.3.4.8.3. British English leaves both where the sense puts them.
    """
    if usage.lang == "en-US":
        for match in OUTSIDE.finditer(run):
            if _closes(run, match) and not KEYED.search(run, max(match.start() - 60, 0), match.start()):
                yield Edit(CODE, *match.span(), match[0], match[2] + match[1])
    elif usage.lang[:2] == "es":
        for match in INSIDE.finditer(run):
            if "’" not in match[1] or "‘" in run[max(match.start() - 200, 0) : match.start()]:
                yield Edit(CODE, *match.span(), match[0], match[1] + ".")


def _closes(run: str, match: re.Match[str]) -> bool:
    """Whether the marks close what was opened: a single one may be an apostrophe."""
    left = run[max(match.start() - 400, 0) : match.start()].rpartition("\n")[2]
    if match[1] == "’":
        return left.rfind("‘") >= 0 and left.count("‘") > len(re.findall(r"’(?!\w)", left)) and not left.endswith("s")
    return left.count("“") > left.count("”")


RULE = rule(CODE, "A", "”’»", closing, "the word “refuge”.")
