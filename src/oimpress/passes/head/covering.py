"""The note that covers a release in a mail: a greeting and some sentences, above a line of marks or the label."""

from __future__ import annotations

from dataclasses import replace

from oimpress.model.draft import Draft, Line
from oimpress.notices import Result
from oimpress.passes.head.limits import LEAST_PARTING, LONGEST_GREETING, NOTE_LINES
from oimpress.passes.head.words import plainly, said
from oimpress.passes.leaving import without
from oimpress.patterns import lazy

NOTE = "F010"
FIRST_NAME = lazy(r"\s*[A-ZÀ-Þ][\w'’-]{1,20}[.,]?\s*")


def covering(draft: Draft) -> Result[Draft]:
    """Take out the note above a release and the farewell below it, where a greeting opens the page. Rule F010.

    A mail's subject above the greeting is what the page says of itself: the title, if the text has none.
    """
    lines = [line for _, line in draft.lines()]
    greeted = next((at for at, line in enumerate(lines[:2]) if _says(line, "greeting")), None)
    if greeted is None:
        return Result(draft)
    end = next(
        (at for at, line in enumerate(lines[:NOTE_LINES]) if at > greeted and (_parts(line) or _labels(line))), 0
    )
    if not end:
        return Result(draft)
    last = end if _parts(lines[end]) else end - 1
    gone = [at for n, (at, line) in enumerate(draft.lines()) if n <= last or (n > end and _closes(lines, n))]
    titles = (*draft.titles, *(line.plain.strip() for line in lines[:greeted]))
    return without(replace(draft, titles=titles), dict.fromkeys(gone, NOTE))


def _closes(lines: list[Line], at: int) -> bool:
    """Whether a line says farewell, or is the first name below one that closes the mail."""
    alone = at == len(lines) - 1 and FIRST_NAME.fullmatch(lines[at].plain) is not None
    return _says(lines[at], "farewell") or (alone and _says(lines[at - 1], "farewell"))


def _says(line: Line, name: str) -> bool:
    text = plainly(line.plain).strip()
    return len(text) <= LONGEST_GREETING and said(name).fullmatch(text) is not None


def _parts(line: Line) -> bool:
    """Whether a line is of marks only: « ********** »."""
    text = line.plain.strip()
    return len(text) >= LEAST_PARTING and not any(map(str.isalnum, text))


def _labels(line: Line) -> bool:
    text = plainly(line.plain).strip()
    return len(text) <= LONGEST_GREETING and not text.endswith((".", ",")) and said("label").match(text) is not None
