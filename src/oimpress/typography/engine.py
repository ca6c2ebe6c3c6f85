"""Runs the rules over one run and says in edits of its text what they did."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple

from oimpress.model.traced import Edit, edited
from oimpress.typography.changes import Replacement, composed
from oimpress.typography.convention import Usage, usage_of
from oimpress.typography.guards import MASK, MASKS
from oimpress.typography.judge import decided_for
from oimpress.typography.protect import ASKED, covered, masked
from oimpress.typography.rule import LONG, Rule, finds
from oimpress.typography.rulebook import rules_for
from oimpress.typography.rules import CHARACTERS, EVERY, HOUSE_FORM
from oimpress.typography.tongues import stretches

#: The first rule sees whether letters are composed, not which characters there are.
ALWAYS: Final = CHARACTERS[0]
#: Where characters were taken out, those beside them meet: the text is read again, until nothing more goes.
MOST_READINGS: Final = 4
TABS: Final = CHARACTERS[2:3]
#: Every character that somebody asks for: in a text of more than LONG they are found faster than all that it holds.
SOUGHT: Final = ASKED.union(
    *(rule.needs for rule in (HOUSE_FORM, *EVERY)), (first for rule in EVERY for first, _ in rule.look)
)


class Proofread(NamedTuple):
    """The edits to a text, the corrected text, and the same as the rules see it, with everything protected masked."""

    edits: list[Edit]
    text: str
    seen: str


def edits_of(text: str, usage: Usage, protected: Iterable[tuple[int, int]] = ()) -> list[Edit]:
    """The edits that set ``text`` right: ordered, disjoint, in its own offsets, codes of several rules joined by +."""
    return proofread(text, decided_for(text, usage), protected).edits


def corrected(text: str, usage: Usage, protected: Iterable[tuple[int, int]] = ()) -> str:
    """``text`` set right, for who does not ask by which edits: that costs less."""
    return proofread(text, decided_for(text, usage), protected, told=False).text


def proofread(text: str, usage: Usage, protected: Iterable[tuple[int, int]] = (), told: bool = True) -> Proofread:
    """``text`` set by the rules of a language, lines in another by the rules of that.

    ``protected`` are further spans (ordered, disjoint) that nothing may change. Without edits unless ``told``.
    """
    spans = tuple(protected)
    seen = covered(text, spans) if spans else text
    found = list(stretches(seen, usage.lang[:2]))
    if len(found) == 1 and found[0][2] == usage.lang[:2]:
        return _proofread(seen, text, usage, told)
    return _joined(
        [
            (start, lang, _proofread(seen[start:end], text[start:end], _usage(lang, usage), told))
            for start, end, lang in found
        ],
        usage.lang[:2],
    )


def _usage(lang: str, usage: Usage) -> Usage:
    return usage if usage.lang[:2] == lang else usage_of(lang, usage.convention)


def _joined(parts: Iterable[tuple[int, str, Proofread]], lang: str) -> Proofread:
    """One proof of many, each at its offset; of a stretch not in ``lang`` nothing is seen."""
    edits: list[Edit] = []
    texts, seen = [], []
    for at, own, part in parts:
        edits += (edit._replace(start=edit.start + at, end=edit.end + at) for edit in part.edits)
        texts.append(part.text)
        seen.append(part.seen if own == lang else MASK * len(part.text))
    return Proofread(edits, "".join(texts), "".join(seen))


def _proofread(seen: str, text: str, usage: Usage, told: bool) -> Proofread:
    proof = _Proof(seen, text, told)
    if not text.isascii():
        proof.correct(CHARACTERS, usage)
    elif "\t" in text:
        proof.correct(TABS, usage)
    for _ in range(MOST_READINGS):
        proof.shortened = False
        proof.seen = masked(proof.seen, usage, proof.present)
        proof.correct(rules_of(usage), usage)
        if not proof.shortened:
            break
    return Proofread(proof.edits_of(text), proof.text, proof.seen)


@lru_cache(maxsize=64)
def rules_of(usage: Usage) -> tuple[Rule, ...]:
    """The rules for a language, with the forms of the house where it insists on them."""
    house = usage.convention
    rules = rules_for(usage.lang[:2])
    if house.forms and house.insist:
        rules = (HOUSE_FORM, *rules)
    return rules


@lru_cache(maxsize=64)
def told_rules_of(usage: Usage) -> tuple[Rule, ...]:
    """The rules that only propose what they would do."""
    house = usage.convention
    told = tuple(rule for rule in rules_for(usage.lang[:2]) if rule.code in house.tell)
    return (HOUSE_FORM, *told) if house.forms and not house.insist else told


class _Proof:
    """A text under correction: as the rules see it, as it reads, and all that was changed so far.

    ``present`` holds what of SOUGHT the text holds, and perhaps other characters.
    """

    def __init__(self, seen: str, text: str, told: bool) -> None:
        self.seen = seen
        self.text = text
        self.present = set(text) if len(text) < LONG else {char for char in SOUGHT if char in text}
        self.told = told
        self.changes: list[Replacement] = []
        self.shortened = False

    def correct(self, rules: Iterable[Rule], usage: Usage) -> None:
        present = self.present
        idle = usage.convention.off | usage.convention.tell
        for rule in rules:
            if idle and rule.code in idle:
                continue
            if rule.begins.isdisjoint(present) and rule is not ALWAYS:
                continue
            if rule.look and (rule.needs.isdisjoint(present) or not finds(self.seen, present, rule.look)):
                continue
            edits = [edit for edit in rule.find(self.seen, usage) if MASKS.isdisjoint(edit.before)]
            if edits:
                self._carry_out(edits)
                present.update(*[edit.after for edit in edits])
                self.shortened = self.shortened or any(len(edit.after) < len(edit.before) for edit in edits)

    def _carry_out(self, edits: list[Edit]) -> None:
        same = self.text is self.seen
        self.seen = edited(self.seen, edits)
        self.text = self.seen if same else edited(self.text, edits)
        if self.told:
            self.changes = composed(self.changes, edits)

    def edits_of(self, source: str) -> list[Edit]:
        made: list[Edit] = []
        for change in self.changes:
            old, new = source[change.source_start : change.source_end], self.text[change.start : change.end]
            if old != new:
                made.append(Edit(change.rules, change.source_start, change.source_end, old, new))
        return made
