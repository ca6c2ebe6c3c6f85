"""Initials of persons."""

from __future__ import annotations

from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.patterns import lazy
from oimpress.typography.convention import SPACES, Usage
from oimpress.typography.figures import bound
from oimpress.typography.rule import rule

CODE = "T044"
SEVERAL = lazy(
    r"[A-ZÀ-Þ]\.(?<![\w.’'-]..)(?:-[A-ZÀ-Þ]\.(?=[ \u00a0\u202f])|[ \u00a0\u202f]?(?=[A-ZÀ-Þ]\.[ \u00a0\u202f]))"
    r"(?:[A-ZÀ-Þ]\.[ \u00a0\u202f]){0,4}[ \u00a0\u202f]?(?=[A-ZÀ-Þ][^\W\d_]+(?!\.))"
)
#: One initial, where a title or « by » says that a person follows: « Cllr J. Marsh ».
TITLE = (
    r"M\.|MM\.|Mmes?|Mlles?|Dr[es]?\.?|Pr[es]?|Me|Mr\.?|Mrs\.?|Ms\.?|Prof\.?|Cllr\.?|Sir|Dame|Lord|Lady|Rev\.?|Judge"
    r"|Justice|Sra?\.|Sres\.|Dra\.|D\.ª?|Ing\.|Lic\.|by|par|por"
)
SINGLE = lazy(rf"(?<!\w)(?:{TITLE}){SPACES}[A-ZÀ-Þ]\.({SPACES})(?=[A-ZÀ-Þ][^\W\d_]+(?!\.))")
EXCELLENCY = ("S.E.", "S. E.", "S.\u00a0E.")  # a style of address, no name


def initials(run: str, usage: Usage) -> Iterator[Edit]:
    """Bind initials to each other and to the name. Source: J. André, § 5.1.3; Chicago, 6.121.

    One alone only after a title: « Vitamin C. Take » is none.
    """
    gaps = {match.start(1) for match in SINGLE.finditer(run)}
    for match in SEVERAL.finditer(run):
        if not match[0].startswith(EXCELLENCY):
            gaps.update(at for at in range(*match.span()) if run[at] in " \u202f")
    for at in sorted(gaps):
        yield from bound(CODE, run, at, at + 1)


RULE = rule(
    CODE,
    "A",
    ".",
    initials,
    "A. B. Martin",
    (r"\.(?:-[A-ZÀ-Þ]\.|[ \u00a0\u202f]?[A-ZÀ-Þ]\.)", r"\.(?<=[ \u00a0\u202f][A-ZÀ-Þ]\.)[ \u00a0\u202f][A-ZÀ-Þ]"),
)
