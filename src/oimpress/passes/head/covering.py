"""The note that covers a release in a mail: a greeting and some sentences, above a line of marks or the label."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from oimpress.model.draft import Draft, Line
from oimpress.notices import Result
from oimpress.passes.head.ending import Ending, ending, last_words, says
from oimpress.passes.head.limits import LEAST_PARTING, LONGEST_GREETING, NOTE_LINES
from oimpress.passes.head.words import plainly, said
from oimpress.passes.leaving import without

NOTE = "F010"


def covering(draft: Draft) -> Result[Draft]:
    """Take out the note above a release, where a greeting opens the page, and what ends a mail below it. Rule F010.

    A mail's subject above the greeting is what the page says of itself: the title, if the text has none. Lines below
    the farewell that say how to reach who signs are the mail's signature.
    """
    lines = list(draft.lines())
    greeted = next((n for n, (_, line) in enumerate(lines[:2]) if says(line, "greeting")), None)
    last = None if greeted is None else _note_end(lines, greeted)
    if greeted is None or last is None:
        return _without(draft, [], last_words(draft))
    titles = (*draft.titles, *(line.plain.strip() for _, line in lines[:greeted]))
    covered = [at for at, _ in lines[: last + 1]]
    return _without(replace(draft, titles=titles), covered, ending(draft, covered[-1] + 1))


def _note_end(lines: Sequence[tuple[int, Line]], greeted: int) -> int | None:
    """The number of the last line of a note that something parts from the release; None without one."""
    for n, (_, line) in enumerate(lines[:NOTE_LINES]):
        if n > greeted and (_parts(line) or _labels(line)):
            return n if _parts(line) else n - 1
    return None


def _without(draft: Draft, covered: Sequence[int], end: Ending) -> Result[Draft]:
    """The draft without the note and the end; who signs goes before what a mark has set apart."""
    signature = tuple(draft.flow[at] for at in end.signature)
    done = without(draft, dict.fromkeys((*covered, *end.gone), NOTE))
    if not signature:
        return done
    rest = tuple(item for item in done.value.flow if not any(item is line for line in signature))
    return replace(done, value=replace(done.value, flow=rest, signature=(*signature, *draft.signature)))


def _parts(line: Line) -> bool:
    """Whether a line is of marks only: « ********** »."""
    text = line.plain.strip()
    return len(text) >= LEAST_PARTING and not any(map(str.isalnum, text))


def _labels(line: Line) -> bool:
    text = plainly(line.plain).strip()
    return len(text) <= LONGEST_GREETING and not text.endswith((".", ",")) and said("label").match(text) is not None
