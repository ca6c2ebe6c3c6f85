"""Sidebars: what stood beside a release and was dumped between its title and its first paragraph."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, pairwise, takewhile
from typing import NamedTuple

from oimpress.knowledge.folding import same_words
from oimpress.knowledge.labels import kind_of_aside
from oimpress.knowledge.people import is_function, is_name
from oimpress.knowledge.sentences import ends_clause
from oimpress.model.draft import Draft, Line, LineReading, lines_of, put_by, words_of
from oimpress.model.nodes import Aside, Block, Inlines, Para
from oimpress.model.runs import cut, inlines, length, strip
from oimpress.model.traced import replacing
from oimpress.notices import Dropped, Result, notice
from oimpress.passes.body.limits import (
    LEAST_PROSE,
    LEAST_PULLED,
    LEAST_TEXT,
    LONGEST_FUNCTION,
    LONGEST_ROLE,
    LONGEST_SIDEBAR,
)
from oimpress.passes.datelines import split_dateline
from oimpress.passes.head.words import said
from oimpress.passes.leaving import left_out
from oimpress.passes.lines.duplicates import TWICE
from oimpress.patterns import lazy

ASIDE, ATTRIBUTION, PULLED = "B004", "B005", "B015"

HEADING = lazy(r"[^.!?;]{2,60}?[\s\u00a0\u202f]*:?")
TAKEN_AWAY = "something taken away"
QUOTED = lazy(r"«[^«»]{15,400}»|“[^“”]{15,400}”|\"[^\"]{15,400}\"")
QUOTE_MARKS = ("«", "“", '"')
SAID_BY = lazy(r"\s*[-–—]{1,2}[\s\u00a0]+")
FIRST_NAME = lazy(r"[A-ZÀ-Þ][\w'’-]+,[ \u00a0]")  # "Amina, 34 ans"


def sidebar(draft: Draft) -> Result[Draft]:
    """Set apart what a page's side column left in the text. Rules B004, B005; notice B101.

    A sidebar begins with a heading. Between title and dateline it ends with who says it, with a line that was taken
    away, or at the dateline; further down only a line that was taken away shows its end. No block stands in one.
    """
    lines = lines_of(takewhile(_is_line, draft.flow))
    end = _end_above(lines)
    if end.at:
        return _set_apart(draft, lines[: end.at], end.why)
    stretches = (item for item in draft.grouped() if isinstance(item, list))
    if found := next(chain.from_iterable(map(_further_down, stretches)), None):
        return _set_apart(draft, found, TAKEN_AWAY)
    doubtful = len(lines) > 2 and said("sidebar").match(lines[0].plain)
    return Result(draft, (notice("B101", lines[0].where, lines[0].plain),) if doubtful else ())


def _is_line(item: object) -> bool:
    return isinstance(item, Line)


def pull_quotes(draft: Draft) -> Result[Draft]:
    """Set apart a quotation that stands alone above who said it; take out one that the text above holds already.

    Rules B015, B005, B007.
    """
    flow: list[Line | Block] = []
    dropped: list[Dropped] = []
    said: list[str] = []
    at = 0
    while at < len(draft.flow):
        item = draft.flow[at]
        quoted = isinstance(item, Line) and _is_quotation(item)
        lines = _pulled(draft.flow, at) if quoted else []
        if isinstance(item, Line) and quoted and not lines and _said_above(draft.flow, at, said):
            dropped += left_out(item, TWICE)
        else:
            flow.append(_pull_quote(lines, dropped) if lines else item)
        at += max(len(lines), 1)
    return Result(draft.with_fields(tuple(flow)) if len(flow) < len(draft.flow) else draft, (), tuple(dropped))


def _pull_quote(lines: Sequence[Line], dropped: list[Dropped]) -> Aside:
    quote, name, *function = lines
    if dash := SAID_BY.match(name.plain):
        dropped.append(Dropped(name.text[: dash.end()], PULLED))
        name = replace(name, children=cut(name.children, dash.end(), length(name.children)))
    return Aside((Para(put_by(strip(quote.children), PULLED)),), "quote", attribution=_attribution([name, *function]))


def _is_quotation(line: Line) -> bool:
    text = line.plain.strip()
    return text.startswith(QUOTE_MARKS) and QUOTED.fullmatch(text) is not None


def _said_above(flow: Sequence[Line | Block], at: int, said: list[str]) -> bool:
    """Whether a longer quotation above holds the words of the one at ``at``, and nobody is named below it.

    Above the text that holds it, it may be a heading. ``said`` keeps the text above for comparison.
    """
    quote, below = flow[at], flow[at + 1] if at + 1 < len(flow) else None
    words = _words(words_of(quote))
    if len(words) < LEAST_PULLED or _names(words_of(below)):
        return False
    said += (_quoting(item) for item in flow[len(said) : at])
    return any(_quotes(text, words) for text in said if words in text)


def _quoting(item: Line | Block) -> str:
    """The text of a line that quotes, for comparison; empty for others."""
    said = words_of(item)
    return same_words(said) if any(mark in said for mark in QUOTE_MARKS) else ""


def _words(text: str) -> str:
    return same_words(text).strip(' ".,;:!?…')


def _quotes(text: str, words: str) -> bool:
    """Whether ``text`` holds ``words`` whole, inside quotation marks, and says more."""
    at = text.find(words)
    whole = at > 0 and not text[at - 1].isalnum() and not text[at + len(words) :][:1].isalnum()
    return whole and text.count('"', 0, at) % 2 == 1 and _words(text) != words


def _names(text: str) -> bool:
    """Whether ``text`` can say who spoke: a dash, or a name."""
    named = is_name(text.partition(",")[0]) or FIRST_NAME.match(text)
    return bool(SAID_BY.match(text) or (named and _is_short(text)))


def _pulled(flow: Sequence[Line | Block], at: int) -> list[Line]:
    """The lines of a quotation and of its speaker's name and function; none when a text or a contact follows."""
    quote = flow[at]
    if not isinstance(quote, Line):
        return []
    below = [words_of(item) for item in flow[at + 1 : at + 4]]
    name, function, after = (*below, "", "", "")[:3]
    bare = name[dash.end() :] if (dash := SAID_BY.match(name)) else name
    if not is_name(bare.partition(",")[0]) or not _is_short(bare):
        return []
    if "," not in bare and function and _is_short(function) and (function[0].islower() or is_function(function)):
        return [] if said("details").match(after) else lines_of(flow[at : at + 3])
    alone = dash or "," in bare or len(function) >= LEAST_PROSE
    return [quote, name_line] if alone and isinstance(name_line := flow[at + 1], Line) else []


def _is_short(text: str) -> bool:
    """Whether ``text`` can be a name with a function: no sentence, no address."""
    return len(text) <= LONGEST_FUNCTION and not ends_clause(text) and not said("details").match(text)


def _set_apart(draft: Draft, lines: Sequence[Line], why: str) -> Result[Draft]:
    said_by = _attribution_start(lines)
    blocks = tuple(Para(put_by(strip(line.children), ASIDE)) for line in lines[1:said_by])
    kind = kind_of_aside(lines[0].plain)
    aside = Aside(blocks, kind, put_by(strip(lines[0].children), ASIDE), _attribution(lines[said_by:]))
    taken = set(map(id, lines))
    at = next(n for n, item in enumerate(draft.flow) if item is lines[0])
    rest = [item for item in draft.flow if id(item) not in taken]
    told = (LineReading(line.where, line.plain, "sidebar", kind, 0, {}, frozenset({why})) for line in lines)
    draft = replace(draft, readings=(*draft.readings, *told))
    return Result(draft.with_fields((*rest[:at], aside, *rest[at:])))


def _further_down(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """Sidebars below the first paragraph: a heading that says so, and a line taken away right after it ends."""
    for start in range(1, len(lines) - 1):
        if not said("sidebar").fullmatch(str(lines[start].text).strip(" :\u00a0\u202f")):
            continue
        for end in range(start + 2, min(start + 9, len(lines))):
            if _taken_away(lines[end - 1], lines[end]):
                yield lines[start:end]
                return


def _taken_away(line: Line, below: Line) -> bool:
    """Whether a line that stood between these two is furniture."""
    return below.number > line.last + 1 + below.gap


def _heads(line: Line) -> bool:
    text = line.plain.strip()
    return bool(HEADING.fullmatch(text)) and (text.endswith(":") or bool(said("sidebar").match(text)))


class SidebarEnd(NamedTuple):
    """How many of the first lines a sidebar has, and what shows that it ends there."""

    at: int
    why: str


# Before which line a sidebar ends; whether its heading must say that it is one.
ENDS: tuple[tuple[str, bool, Callable[[Sequence[Line], int], bool]], ...] = (
    ("a dateline", False, lambda lines, at: bool(split_dateline(lines[at].plain.strip(), known=True))),
    (TAKEN_AWAY, True, lambda lines, at: _taken_away(lines[at - 1], lines[at])),
    ("a signature", True, lambda lines, at: len(lines[at].text) > LEAST_TEXT and _attribution_start(lines[:at]) < at),
)


def _end_above(lines: Sequence[Line]) -> SidebarEnd:
    """Where a sidebar ends at the head of ``lines``; at 0 when there is none or nothing shows where it ends."""
    points = all(said("bullet").match(line.plain.strip()) for line in lines[:2])  # what a release has to say, in short
    if len(lines) >= 3 and not points and HEADING.fullmatch(lines[0].plain.strip()):
        says_so = _heads(lines[0])
        for at in range(2, min(len(lines), LONGEST_SIDEBAR)):
            for why, wants_heading, ends in ENDS:
                if (says_so or not wants_heading) and ends(lines, at):
                    return SidebarEnd(at, why)
    return SidebarEnd(0, "")


def _attribution_start(lines: Sequence[Line]) -> int:
    """Where the closing lines begin that name a person and perhaps the function."""
    texts = [line.plain.strip() for line in lines]
    if len(texts) > 2 and is_name(texts[-2]) and len(texts[-1]) <= LONGEST_ROLE and is_function(texts[-1]):
        return len(texts) - 2
    return len(texts) - 1 if len(texts) > 2 and is_name(texts[-1].partition(",")[0]) else len(texts)


def _attribution(lines: Sequence[Line]) -> Inlines:
    if not lines:
        return ()
    parts: list[Inlines] = [strip(lines[0].children)]
    for line, below in pairwise(lines):
        parts += [inlines(replacing(", ", ATTRIBUTION, *line.ending)), strip(below.children)]
    return put_by(inlines(*(child for part in parts for child in part)), ATTRIBUTION)
