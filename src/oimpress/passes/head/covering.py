"""The note that covers a release in a mail: a greeting and some sentences, above a line of marks or the label."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from oimpress.knowledge.dates import find_date
from oimpress.knowledge.sentences import ends_clause
from oimpress.model.draft import SUBJECT, Draft, Line
from oimpress.model.runs import apply, cut, length
from oimpress.model.traced import Edit
from oimpress.notices import Dropped, Result
from oimpress.passes.head.dates import ordered_to
from oimpress.passes.head.ending import Ending, ending, last_words, of_mail, says
from oimpress.passes.head.limits import FIRST_LINES, LEAST_PARTING, LONGEST_GREETING, LONGEST_SIGNING, NOTE_LINES
from oimpress.passes.head.rows import in_rows
from oimpress.passes.head.words import plainly, said
from oimpress.passes.leaving import without
from oimpress.passes.wordings import body_words, order_words, says_verb

NOTE, CAPITAL = "F010", "F011"


def covering(draft: Draft) -> Result[Draft]:
    """Take out the note above a release, where a greeting opens the page, and what ends a mail below it. Rule F010.

    A greeting that opens the first sentence of a mail's release goes alone (rule F011). A mail's subject above the
    greeting is what the page says of itself: the title, if the text has none. Lines below the farewell that say how
    to reach who signs are the mail's signature.
    """
    draft = in_rows(draft)
    lines = list(draft.lines())
    greeted = next((n for n, (_, line) in enumerate(lines[:2]) if says(line, "greeting")), None)
    last = None if greeted is None else _note_end(lines, greeted)
    if greeted is None or last is None:
        done = _ungreeted(draft) if of_mail(draft) else Result(draft)
        rest = _without(done.value, [], last_words(done.value))
        return replace(rest, dropped=(*done.dropped, *rest.dropped))
    titles = (*draft.titles, *(line.plain.strip() for _, line in lines[:greeted]))
    covered = [at for at, _ in lines[: last + 1]]
    return _without(replace(draft, titles=titles), covered, ending(draft, covered[-1] + 1))


def _note_end(lines: Sequence[tuple[int, Line]], greeted: int) -> int | None:
    """The number of the last line of a note that something parts from the release; None without one."""
    for n, (_, line) in enumerate(lines[:NOTE_LINES]):
        if n > greeted and (_parts(line) or _labels(line) or SUBJECT in line.marks):
            return n if _parts(line) else _letterhead_at([each for _, each in lines[: n + 1]], greeted) - 1
    return None


def _letterhead_at(lines: Sequence[Line], greeted: int) -> int:
    """Where the letterhead above the label begins, the last of ``lines``; it is close to it below a farewell."""
    at = len(lines) - 1
    signed = any(says(line, "farewell") for line in lines[greeted + 1 : at])
    while at - 1 > greeted and not (signed and lines[at].gap) and _heads_letter(lines[at - 1]):
        at -= 1
    return at


def _heads_letter(line: Line) -> bool:
    """Whether a line names a body, or says when the text may be printed: « For immediate use: 4 March 2025 »."""
    text = plainly(line.plain).strip()
    if len(text) > LONGEST_SIGNING or ends_clause(text) or says_verb(text):
        return False
    named = any(words.match(text) for words in (body_words(), order_words(), said("state")))
    day = find_date(text)
    return named or (day is not None and ordered_to(text[: day.start]) > 0)


def _ungreeted(draft: Draft) -> Result[Draft]:
    """The draft whose first sentence a greeting opens, « Bonjour, la ville lance … », without it. Rules F010, F011."""
    for at, line in list(draft.lines())[:FIRST_LINES]:
        text = plainly(line.plain)
        greeting = said("greets").match(text)
        if greeting and len(text) > LONGEST_GREETING and not said("addressed").search(text, greeting.end()):
            start = greeting.end()
            children = cut(line.children, start, length(line.children))
            first = text[start]
            capital = [Edit(CAPITAL, 0, 1, first, first.upper())] if first.islower() else []
            rest = draft.replaced({at: replace(line, children=apply(children, capital))})
            return Result(rest, (), (Dropped(line.text[:start], NOTE),))
    return Result(draft)


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
