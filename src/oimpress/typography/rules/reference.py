"""References: art., p., fig., §."""

from __future__ import annotations

from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.patterns import lazy
from oimpress.typography.convention import NBSP, Usage
from oimpress.typography.lexicons import words
from oimpress.typography.rule import before, places, rule, word_at

CODE = "T029"
POINT = lazy(r"\.(?:([ \u00a0\u202f])(?=\d|[IVXLC]+(?!\w)|[LRDA]\. ?\d)|()(?=\d{1,4}(?!\w|-\D|[./]\w)))")
BOOKS = frozenset("LRDA")
ARTICLE = lazy(
    r"(?:(?:[Aa]rt\.|[Aa]rticles?)[ \u00a0\u202f]|(?<=[ ,])(?=[LRDA]\. ?\d{1,4}-\d))[LRDA]\.([ \u00a0\u202f]?)(?=\d)"
)
#: « 224 p. » where the pages are counted, not « en 2024 p. 12 », nor « 3 p. ex. ».
PAGES = lazy(r"p\.(?<=[0-9]([ \u00a0\u202f])p\.)(?=[ \u00a0]?[,;:)»\n]|$)")
SECTION = lazy(r"§+([ \u00a0\u202f]?)(?=\d)")


def reference(run: str, usage: Usage) -> Iterator[Edit]:
    """Bind « art., p., fig., chap., § » to their number. Source: J. André, § 5.1.3."""
    found = [match.span(match.lastindex or 1) for match in POINT.finditer(run) if _is_abbreviation(run, match.start())]
    stopped = {before(run, at) for at in places(run, ".")}
    if "p" in stopped:
        found += (match.span(1) for match in PAGES.finditer(run))
    if not BOOKS.isdisjoint(stopped):
        found += (match.span(1) for match in ARTICLE.finditer(run))
    if "§" in run:
        found += (match.span(1) for match in SECTION.finditer(run))
    for start, end in sorted(found):
        if run[start:end] != NBSP:
            yield Edit(CODE, start, end, run[start:end], NBSP)


def _is_abbreviation(run: str, dot: int) -> bool:
    start, _ = word_at(run, dot, dot)
    return run[start:dot].lower() in words("references") and not run.endswith((".", "-", "d’", "D’"), 0, start)


RULE = rule(CODE, "A", ".§", reference, "art. 13")
