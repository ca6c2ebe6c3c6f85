"""What a person says that lines are: the sidecar's ``[lines]``, found by their words and bound upon the searches."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from oimpress.errors import UsageError
from oimpress.knowledge.folding import fold
from oimpress.model.draft import Draft, Line
from oimpress.notices import Result
from oimpress.passes.leaving import without
from oimpress.passes.limits import MOST_PINNED

GIVEN = "M003"
PIN = "pin "  # before the label, among the marks of a line
OUT = ("furniture", "navigation", "separator", "end-mark")  # what such lines hold is left out
PIECES = ("lead", "organisation", "person", "role", "phone", "mail", "web", "address", "hours", "topic", "note")


def pinned(draft: Draft) -> Result[Draft]:
    """Mark the lines whose words the sidecar names; those that are furniture go. Rule M003.

    Raises UsageError for words that stand in no line of the source.
    """
    if not draft.pins:
        return Result(draft)
    labels: dict[int, str] = {}
    lines = list(draft.lines())
    texts = [fold(line.plain.strip()) for _, line in lines]
    for label, wordings in draft.pins.items():
        for words in wordings:
            found = list(_found(fold(words), texts, whole=label not in PIECES))
            if not found:
                raise _unknown(draft, label, words)
            labels |= {lines[n][0]: label for n in found} if label not in PIECES else {}
    marked = {at: replace(line, marks=line.marks | {PIN + labels[at]}) for at, line in lines if at in labels}
    return without(draft.replaced(marked), {at: GIVEN for at, label in labels.items() if label in OUT})


def _found(words: str, texts: Sequence[str], whole: bool) -> Iterator[int]:
    """The lines that say ``words``: one, or several next to each other; for a part of a line, those that hold it."""
    for at in range(len(texts)):
        if not whole and words in texts[at]:
            yield at
        for end in range(at + 1, min(at + MOST_PINNED, len(texts)) + 1):
            joined = " ".join(texts[at:end])
            if joined == words:
                yield from range(at, end)
            if len(joined) >= len(words):
                break


def _unknown(draft: Draft, label: str, words: str) -> UsageError:
    source = draft.release.source
    return UsageError(
        "{name}: [lines] {label} = “{words}”: no line of the source says that; copy the words as they stand there",
        name=source.name if source else "",
        label=label,
        words=words,
    )


def contradiction(draft: Draft, words: str) -> UsageError:
    """Pins that cannot stand together, seen at the line that says ``words``."""
    source = draft.release.source
    return UsageError(
        "{name}: [lines] cannot all be so at “{words}”; there is one title, and what follows it stands below it",
        name=source.name if source else "",
        words=words[:80],
    )


def pin_of(line: Line) -> str:
    """What a person said that ``line`` is; empty where nobody did."""
    return next((mark.removeprefix(PIN) for mark in line.marks if mark.startswith(PIN)), "")


def pins_of(lines: Sequence[Line], known: Mapping[str, str]) -> dict[int, str]:
    """The labels that are bound upon ``lines``, by position; ``known`` gives the search's word for a label."""
    return {at: known[pin] for at, line in enumerate(lines) if (pin := pin_of(line)) in known}
