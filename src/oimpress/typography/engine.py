"""Runs the rules over one run and says in edits of its text what they did."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from oimpress.model.traced import Edit, edited
from oimpress.typography.changes import Change, composed
from oimpress.typography.convention import Spacing
from oimpress.typography.guards import MASKS
from oimpress.typography.protect import covered, masked
from oimpress.typography.rule import Rule, finds
from oimpress.typography.rules import BY_LANGUAGE, CHARACTERS

#: The first rule sees whether letters are composed, not which characters there are.
ALWAYS: Final = CHARACTERS[0]
#: Where characters were taken out, those beside them meet: the text is read again, until nothing more goes.
MOST_READINGS: Final = 4
TABS: Final = CHARACTERS[2:3]


class Proofread(NamedTuple):
    """The edits to a text, the corrected text, and the same as the rules see it, with everything protected masked.

    ``present`` holds every character of ``seen``, and perhaps others that were there before.
    """

    edits: list[Edit]
    text: str
    seen: str
    present: set[str]


def edits_of(text: str, spacing: Spacing) -> list[Edit]:
    """The edits that set ``text`` right: ordered, disjoint, in its own offsets, codes of several rules joined by +."""
    return proofread(text, spacing).edits


def proofread(text: str, spacing: Spacing, protected: Iterable[tuple[int, int]] = ()) -> Proofread:
    """``text`` set by the rules of a language.

    ``protected`` are further spans (ordered, disjoint) that nothing may change.
    """
    spans = tuple(protected)
    proof = _Proof(covered(text, spans) if spans else text, text)
    if not text.isascii():
        proof.correct(CHARACTERS, spacing)
    elif "\t" in text:
        proof.correct(TABS, spacing)
    for _ in range(MOST_READINGS):
        proof.shortened = False
        proof.seen = masked(proof.seen, spacing.lang[:2], proof.present)
        proof.correct(BY_LANGUAGE[spacing.lang[:2]], spacing)
        if not proof.shortened:
            break
    return Proofread(proof.edits_of(text), proof.text, proof.seen, proof.present)


class _Proof:
    """A text under correction: as the rules see it, as it reads, and all that was changed so far."""

    def __init__(self, seen: str, text: str) -> None:
        self.seen = seen
        self.text = text
        self.present = set(text)
        self.changes: list[Change] = []
        self.shortened = False

    def correct(self, rules: Iterable[Rule], spacing: Spacing) -> None:
        present = self.present
        for rule in rules:
            if rule.needs.isdisjoint(present) and rule is not ALWAYS:
                continue
            if rule.look and not finds(self.seen, present, rule.look):
                continue
            edits = [edit for edit in rule.find(self.seen, spacing) if MASKS.isdisjoint(edit.before)]
            if edits:
                self._carry_out(edits)
                for edit in edits:
                    present.update(edit.after)
                    self.shortened |= len(edit.after) < len(edit.before)

    def _carry_out(self, edits: list[Edit]) -> None:
        same = self.text is self.seen
        self.seen = edited(self.seen, edits)
        self.text = self.seen if same else edited(self.text, edits)
        self.changes = composed(self.changes, edits)

    def edits_of(self, source: str) -> list[Edit]:
        made: list[Edit] = []
        for change in self.changes:
            old, new = source[change.source_start : change.source_end], self.text[change.start : change.end]
            if old != new:
                made.append(Edit(change.rules, change.source_start, change.source_end, old, new))
        return made
