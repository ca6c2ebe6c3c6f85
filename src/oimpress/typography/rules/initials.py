"""Initials of persons."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.patterns import lazy
from oimpress.typography.convention import SPACES, Usage
from oimpress.typography.figures import bound
from oimpress.typography.rule import lines_with, rule

CODE = "T044"
SEVERAL = lazy(
    rf"[A-ZÀ-Þ]\.(?<![\w.’'-]..)(?:-[A-ZÀ-Þ]\.(?={SPACES})|(?={SPACES}?[A-ZÀ-Þ]\.))"
    rf"(?:{SPACES}?[A-ZÀ-Þ]\.){{0,4}}{SPACES}(?=[A-ZÀ-Þ][^\W\d_]+(?!\.))"
)
INITIAL = lazy(rf"\.(?<=[A-ZÀ-Þ].)(?:{SPACES}?|-)[A-ZÀ-Þ]")
#: One initial, where a title or « by » says that a person follows: « Cllr J. Marsh ».
TITLE = (
    r"M\.|MM\.|Mmes?|Mlles?|Dr[es]?\.?|Pr[es]?|Me|Mr\.?|Mrs\.?|Ms\.?|Prof\.?|Cllr\.?|Sir|Dame|Lord|Lady|Rev\.?|Judge"
    r"|Justice|Sra?\.|Sres\.|Dra\.|D\.ª?|Ing\.|Lic\.|by|par|por"
)
SINGLE = lazy(rf"\.(?<=[ \u00a0\u202f(][A-ZÀ-Þ]\.){SPACES}(?=[A-ZÀ-Þ][^\W\d_]+(?!\.))")
TITLED = lazy(rf"(?<!\w)(?:{TITLE}){SPACES}\Z|\(\Z")
#: « A. Cissé et B. Traoré », « Contact : A. Leroy, »: one initial each, where no sentence can end.
NAME = rf"[A-ZÀ-Þ]\.({SPACES})[A-ZÀ-Þ][^\W\d_]{{2,}}(?:[-’ ][A-ZÀ-Þ][^\W\d_]+)?"
LISTED = lazy(rf"(?<!\w){NAME}(?:,? (?:et|and|y|e|&)|,) {NAME}(?!\w|\.)")
LABELLED = lazy(rf":{SPACES}{NAME}(?=,|{SPACES}?(?:[(–-]|$))", re.MULTILINE)
LONGEST_TITLE_BEFORE = 9  # characters of the longest title
#: A style of address, countries and towns: no names of persons.
NO_PERSON = ("S.E.", "S. E.", "S.\u00a0E.", "U.S.", "U.K.", "U.N.", "E.U.", "L.A.", "N.Y.", "N.J.", "D.C.", "B.C.")


def initials(run: str, usage: Usage) -> Iterator[Edit]:
    """Bind initials to each other and to the name. Source: J. André, § 5.1.3; Chicago, 6.121; RAE, Ortografía, V.2.5.

    One alone only after a title, in a list of names or after a label: « Vitamin C. Take » is none.
    """
    for line in lines_with(run, INITIAL):
        for start, end in sorted(_gaps(run, *line, usage.lang[:2] == "es")):
            yield from bound(CODE, run, start, end)


def _gaps(run: str, begin: int, end: int, apart: bool) -> set[tuple[int, int]]:
    """The spaces between initials and names in a line, those that are missing too where initials stand ``apart``."""
    found = SINGLE.finditer(run, begin, end)
    gaps = {(each.end() - 1, each.end()) for each in found if _is_titled(run, each.start() - 1)}
    for match in SEVERAL.finditer(run, begin, end):
        if not match[0].startswith(NO_PERSON):
            gaps.update((at, at + 1) for at in range(*match.span()) if run[at] in " \u202f")
            stops = (at for at in range(*match.span()) if run[at] == "." and apart)
            gaps.update((at + 1, at + 1) for at in stops if run[at + 1].isalpha())
    for pattern in (LISTED, LABELLED):
        for match in pattern.finditer(run, begin, end):
            gaps.update(match.span(group) for group in range(1, (match.lastindex or 1) + 1))
    return gaps


def _is_titled(run: str, at: int) -> bool:
    """Whether a title stands before the initial at ``at``."""
    return TITLED.search(run[max(at - LONGEST_TITLE_BEFORE - 1, 0) : at]) is not None


RULE = rule(CODE, "A", ".", initials, "A. B. Martin")
