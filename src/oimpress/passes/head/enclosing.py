"""The text of a mail that says nothing but that a document is attached to it."""

from __future__ import annotations

from itertools import groupby

from oimpress.model.draft import SUBJECT_ALONE, Draft, Line, words_of
from oimpress.passes.head.ending import ends_mail, may_sign, says
from oimpress.passes.head.limits import LONGEST_ENCLOSING, LONGEST_SIGNING, MOST_SIGNING
from oimpress.passes.head.words import plainly, said


def only_encloses(draft: Draft) -> bool:
    """Whether the text of a mail only accompanies what is attached to it, and is no release of its own.

    Its first words name the attachment, what follows speaks to somebody and names no day and no number, and below that
    stands nothing but who signs.
    """
    lines = [item for item in draft.flow if isinstance(item, Line) and SUBJECT_ALONE not in item.marks]
    if not draft.encloses or any(line.level > 1 for line in lines) or not _ends_in_lines(draft):
        return False
    while lines and says(lines[0], "greeting"):
        lines = lines[1:]
    end = next((at for at, line in enumerate(lines) if ends_mail(line)), len(lines))
    note = [*_paragraphs(lines[:end])]
    size = next((n for n, text in enumerate(note) if n and not _speaks(text)), len(note))
    signing = [line for line in lines[end:] if not ends_mail(line)]
    if end == len(lines) and size < len(note):  # who signs, without a farewell
        signing = [line for line in lines if any(line.plain.strip() in text for text in note[size:])]
    elif size < len(note):
        return False
    first = bool(note) and said("enclosed").search(plainly(note[0])) is not None
    short = sum(map(len, note[:size])) <= LONGEST_ENCLOSING and len(signing) <= MOST_SIGNING
    return first and short and all(map(may_sign, signing))


def _ends_in_lines(draft: Draft) -> bool:
    """Whether only lines stand above the farewell; a picture or a small table below it are of who signs."""
    end = next((at for at, line in draft.lines() if ends_mail(line)), len(draft.flow))
    below = draft.flow[end + 1 :]
    size = sum(len(words_of(item)) for item in below)
    return all(isinstance(item, Line) for item in draft.flow[:end]) and size <= MOST_SIGNING * LONGEST_SIGNING


def _paragraphs(lines: list[Line]) -> list[str]:
    """The text of the lines between blank lines."""
    number = 0
    numbered = [(number := number + bool(line.gap), line) for line in lines]
    return [" ".join(line.plain.strip() for _, line in group) for _, group in groupby(numbered, lambda each: each[0])]


def _speaks(text: str) -> bool:
    """Whether a paragraph speaks to somebody, and tells no day, hour or number."""
    return said("addressed").search(plainly(text)) is not None and not any(map(str.isdigit, text))
