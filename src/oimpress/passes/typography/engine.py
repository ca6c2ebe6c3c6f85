"""Runs the rules over one run and says in edits of its text what they did."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from oimpress.model.traced import Edit
from oimpress.passes.typography.changes import Change, composed
from oimpress.passes.typography.convention import Spacing
from oimpress.passes.typography.protect import MASK, PHONE, TAG, covered, masked
from oimpress.passes.typography.rule import Rule
from oimpress.passes.typography.rules import BY_LANGUAGE, CHARACTERS

#: The first rule sees whether letters are composed, not which characters there are.
ALWAYS: Final = CHARACTERS[0]


def edits_of(text: str, spacing: Spacing, protected: Iterable[tuple[int, int]] = ()) -> list[Edit]:
    """The edits that set ``text`` right: ordered, disjoint, in its own offsets, codes of several rules joined by +.

    ``protected`` are further spans (ordered, disjoint) that nothing may change.
    """
    proof = _Proof(covered(text, protected))
    if not text.isascii():
        proof.correct(CHARACTERS, spacing)
    elif "\t" in text:
        proof.correct(CHARACTERS[2:3], spacing)
    proof.text = masked(proof.text, spacing.lang[:2])
    proof.correct(BY_LANGUAGE[spacing.lang[:2]], spacing)
    return proof.edits_of(text)


class _Proof:
    """A text under correction and all that was changed so far."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.changes: list[Change] = []

    def correct(self, rules: Iterable[Rule], spacing: Spacing) -> None:
        present = set(self.text)
        for rule in rules:
            if rule.needs.isdisjoint(present) and rule is not ALWAYS:
                continue
            edits = [edit for edit in rule.find(self.text, spacing) if not _is_masked(self.text, edit)]
            if edits:
                self._carry_out(edits)
                for edit in edits:
                    present.update(edit.after)

    def _carry_out(self, edits: list[Edit]) -> None:
        parts: list[str] = []
        at = 0
        for edit in edits:
            parts += (self.text[at : edit.start], edit.after)
            at = edit.end
        self.text = "".join((*parts, self.text[at:]))
        self.changes = composed(self.changes, edits)

    def edits_of(self, source: str) -> list[Edit]:
        made = (
            Edit(
                change.rules,
                change.source_start,
                change.source_end,
                source[change.source_start : change.source_end],
                after,
            )
            for change in self.changes
            for after in (self.text[change.start : change.end],)
        )
        return [edit for edit in made if edit.before != edit.after]


def _is_masked(text: str, edit: Edit) -> bool:
    """Whether an edit would change something protected."""
    if edit.start == edit.end:
        return False
    return MASK in edit.before or PHONE in edit.before or TAG in edit.before
