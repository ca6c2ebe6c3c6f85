"""“ where ” belongs, ” where “ does, and a straight mark that ends what another began."""

from __future__ import annotations

from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.patterns import lazy
from oimpress.typography.convention import Usage
from oimpress.typography.rule import after, before, places, rule

CODE = "T060"
MARK = lazy(r'[“”"«»]')
OPENERS = frozenset(" \u00a0\u202f\n\t([—–-/’'«“\ue000\ue001")
CLOSERS = frozenset(" \u00a0\u202f\n\t)]},.;:!?…—–-/»”\ue000\ue001")
PARTNERS = {"«": "»", "“": "”", "»": "«", "”": "“"}


def turned(run: str, usage: Usage) -> Iterator[Edit]:
    """Turn a curly mark the way its place asks for; give an opened pair that ends in a straight mark its own end.

    Source: J. André, Petites leçons; New Hart's Rules, 9.2; RAE, Ortografía, III.3.4.8.
    """
    for start, end in _lines(run):
        if _is_suspect(run[start:end]):
            yield from _in_line(run, start, end)


def _is_suspect(line: str) -> bool:
    """Whether a curly mark, or a straight one beside a guillemet, stands in the line."""
    return "“" in line or "”" in line or ('"' in line and ("«" in line or "»" in line))


def _lines(run: str) -> Iterator[tuple[int, int]]:
    """The lines that hold a mark which may be turned, or end what another began."""
    end = -1
    for at in sorted(at for mark in '“”"' for at in places(run, mark)):
        if at > end:
            start, end = run.rfind("\n", 0, at) + 1, run.find("\n", at)
            end = len(run) if end < 0 else end
            yield start, end


def _in_line(run: str, start: int, end: int) -> Iterator[Edit]:
    found = [match.start() for match in MARK.finditer(run, start, end)]
    straight = [at for at in found if run[at] == '"']
    if len(straight) % 2:
        mixed = [at for at in straight if _partner(run, found, at)]
        if len(mixed) == 1:
            yield Edit(CODE, mixed[0], mixed[0] + 1, '"', _partner(run, found, mixed[0]))
    elif "„" not in run[start:end]:
        for at in found:
            if (run[at] == "“" and _only_closes(run, at)) or (run[at] == "”" and _only_opens(run, at)):
                yield Edit(CODE, at, at + 1, run[at], PARTNERS[run[at]])


def _only_closes(run: str, at: int) -> bool:
    left, right = before(run, at), after(run, at + 1)
    return bool(left) and (left.isalnum() or left in ".!?…") and (not right or right in CLOSERS)


def _only_opens(run: str, at: int) -> bool:
    left, right = before(run, at), after(run, at + 1)
    return (not left or left in OPENERS - {"’", "'"}) and right.isalnum()


def _partner(run: str, found: list[int], at: int) -> str:
    """The mark that ends or begins the pair which the straight mark at ``at`` belongs to; empty where there is none."""
    others = [place for place in found if run[place] in PARTNERS]
    left = [run[place] for place in others if place < at]
    right = [run[place] for place in others if place > at]
    for opening in ("«", "“"):
        closing = PARTNERS[opening]
        if left.count(opening) == left.count(closing) + 1 and _only_closes(run, at) | (before(run, at) in ",%)"):
            return "" if closing in right[:1] else closing
        if right.count(closing) == right.count(opening) + 1 and right[0] == closing and _only_opens(run, at):
            return opening
    return ""


RULE = rule(CODE, "A", "“”«»", turned, "le mot “juste“", ("“", "”", '"'))
