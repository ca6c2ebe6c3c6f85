"""The space between a civility and the name."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import repeat

from oimpress.model.traced import Edit
from oimpress.patterns import lazy
from oimpress.typography.convention import NBSP, Usage
from oimpress.typography.rule import before, begins, rule

CODE = "T031"
PERSON = lazy(
    r"(?:[MDP](?:(?<=M)(?:M?\.|mes?|lles?|gr|es?)|(?<=[DP])rs?|(?<=D)res?|(?<=P)rof\.)|prof\.)"
    r"([ \u00a0\u202f])(?=[^\W\d_ꀀꀁ])"
)
PARTICLE = lazy(r"(?:d[eu]s? |d['’]|v[ao]n (?:de[nr]? )?)?[A-ZÀ-ÖØ-ÞŒŠŽĀ-Ž]")
OFFICE = lazy(r"(?:le |l['’]|(?<=Mme.)la )[^\W\d_]")
# « L. M. Koné » has no civility, « S. E. M. Koné » has.
INITIAL = lazy(r"[A-Z]\.(?<!S\.E\.)(?<!S\. E\.)[ \u00a0\u202f]$")
LOOK = (r"M[M.mleg]", "Dr", "Pr", r"prof\.")


def civility(run: str, usage: Usage) -> Iterator[Edit]:
    """Bind « M., Mme, Dr » to the name. Source: J. André, § 5.1.3."""
    for match in filter(None, map(PERSON.match, repeat(run), begins(run, RULE.look))):
        start = match.start()
        named = (PARTICLE.match(run, match.end()) or OFFICE.match(run, match.end())) and not before(
            run, start
        ).isalnum()
        named = named and not (match[0][:2] == "M." and INITIAL.search(run, max(start - 3, 0), start))
        if named and match[1] != NBSP:
            yield Edit(CODE, *match.span(1), match[1], NBSP)


RULE = rule(CODE, "A", "MDP", civility, "M. Diallo", LOOK)
