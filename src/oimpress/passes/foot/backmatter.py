"""What stands after the body: notes, pictures' captions and credits, and who the organisation is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import TypeGuard

from oimpress.knowledge.folding import fold
from oimpress.knowledge.languages import article_end, counts
from oimpress.knowledge.sentences import sentence_ends
from oimpress.model.draft import Draft, Flow, Line, put_by, words_of
from oimpress.model.nodes import Block, Blocks, Figure, Inlines, Note, Para, Release
from oimpress.model.runs import cut, flatten, length, strip
from oimpress.model.walk import runs
from oimpress.notices import Dropped, Result
from oimpress.passes.credits import CAPTION, figure_of
from oimpress.passes.datelines import split_dateline
from oimpress.passes.foot.leads import has_details
from oimpress.passes.foot.limits import ABOUT_REACH, LONGEST_LINE, NOTE_REACH, SHORT_CAPTION
from oimpress.passes.leaving import left_out
from oimpress.passes.limits import LONGEST_ABOVE, LONGEST_CAPTION, SHORTEST_ABOVE
from oimpress.passes.lines.duplicates import TWICE
from oimpress.passes.lines.limits import SHORTEST_COPY
from oimpress.passes.pins import pin_of
from oimpress.passes.wordings import body_words, heads_a_part, plainly
from oimpress.patterns import lazy

NOTE, ABOUT = "B012", "B013"

# -- pictures ---------------------------------------------------------------------------------------------


def figures(draft: Draft) -> Result[Draft]:
    """Make a figure of each credit line, and of a caption that ends in a credit. Rules B007, B010, B011.

    A line above a credit is that picture's caption where its place, its language or its length tells so.
    """
    flow: list[Line | Block] = []
    dropped: list[Dropped] = []
    shown: dict[str, str] = {}  # captions -> credits, for comparison
    for at, item in enumerate(draft.flow):
        above = flow[-1] if flow else None
        figure = _figure(item) if isinstance(item, Line) and not _asked_at(above, item) else None
        if isinstance(item, Line) and shown and _shown_again(draft.flow, at, shown, above):
            dropped += left_out(item, TWICE)
            continue
        if figure and not figure.caption and isinstance(above, Line) and _captions(above, draft, len(flow)):
            figure = replace(figure, caption=put_by(strip(above.children), CAPTION))
            flow.pop()
        if figure and _is_uncaptioned(above):
            figure = replace(above, caption=figure.caption, credit=figure.credit)
            flow.pop()
        if figure and figure.caption:
            shown[_folded(figure.caption)] = _folded(figure.credit)
        flow.append(figure or item)
    return Result(draft.with_fields(tuple(flow)), (), tuple(dropped))


def _asked_at(above: Line | Block | None, line: Line) -> bool:
    """Whether a line right below somebody's number or address says how to ask for pictures, not whose they are."""
    short = isinstance(above, Line) and len(above.plain) <= LONGEST_LINE and not (line.gap or pin_of(line))
    return short and isinstance(above, Line) and has_details(above.plain) and has_details(line.plain)


def _figure(line: Line) -> Figure | None:
    """The picture that a line tells of, or of which a person says that it does."""
    pin = pin_of(line)
    if pin == "caption":
        return figure_of(line) or Figure(caption=put_by(strip(line.children), CAPTION))
    return None if pin else figure_of(line)


def _is_uncaptioned(item: Line | Block | None) -> TypeGuard[Figure]:
    """Whether ``item`` is a picture that says nothing of itself yet: the words right below it are its own."""
    return isinstance(item, Figure) and bool(item.href) and not item.caption and not item.credit


def _shown_again(flow: Flow, at: int, shown: Mapping[str, str], above: Line | Block | None) -> bool:
    """Whether a line is the caption or the credit, or both, of a picture already ``shown``."""
    line, before = flow[at], flow[at - 1] if at else None
    if not isinstance(line, Line) or len(line.plain) > LONGEST_CAPTION:
        return False
    if figure := figure_of(line):
        caption = _folded(figure.caption) if figure.caption else fold(before.plain) if isinstance(before, Line) else ""
        return shown.get(caption) == _folded(figure.credit)
    words = fold(line.plain)
    below = flow[at + 1] if at + 1 < len(flow) else None
    if isinstance(below, Line) and (figure := figure_of(below)) and not figure.caption:
        return shown.get(words) == _folded(figure.credit)
    beside = isinstance(above, Figure) and _folded(above.caption) == words
    return words in shown and (beside or len(words) >= SHORTEST_COPY)


def _folded(children: Inlines) -> str:
    return fold(str(flatten(children)))


def _captions(line: Line, draft: Draft, position: int) -> bool:
    """Whether a line above a credit is its caption: under the title, in another language, or short."""
    found = counts(line.plain)
    ours = found.get(draft.release.lang[:2], 0)
    foreign = max(found.values()) >= 2 and ours == 0
    return (position == 1 or foreign or len(line.text) <= SHORT_CAPTION) and _is_caption(line)


def _is_caption(line: Line) -> bool:
    """Whether a line above a credit reads like a caption: one sentence or less, no quotation, no dateline."""
    text = line.plain.strip()
    one = len(list(islice(sentence_ends(text), 2))) < 2
    return (
        one
        and "@" not in text
        and not has_details(text)
        and SHORTEST_ABOVE <= len(text) <= LONGEST_ABOVE
        and not text.startswith("«")
        and not split_dateline(text, known=True)
    )


# -- notes ------------------------------------------------------------------------------------------------

MARK = r"\[\d{1,2}\]|\*{1,3}"
NOTE_LINE = lazy(rf"\s*(?P<mark>{MARK})(?=[^\s*]|[ \u00a0]\S)")
# A mark behind a word; « 3 * 4 » has none.
CALL = lazy(rf"(?<=\w)({MARK})(?!\*)|(?<=[ \u00a0.,;»])({MARK})(?!\*)(?=[\s.,;)]|$)(?!\s*\d)")
BEHIND = " \u00a0.,;»"
SPACED = lazy(r"\s*\*[ \u00a0]")  # a note, or an item of a list


def notes(draft: Draft) -> Result[Draft]:
    """Make notes of lines that begin with a mark which the text above them calls. Rule B012."""
    flow: list[Line | Block] = []
    called: set[str] = set()
    for at, item in enumerate(draft.flow):
        mark = NOTE_LINE.match(item.plain) if isinstance(item, Line) else None
        pin = pin_of(item) if isinstance(item, Line) else ""
        called_here = not pin and mark and mark["mark"] in called and not _is_item(draft.flow, at)
        if isinstance(item, Line) and (pin == "note" or called_here):
            flow.append(Note(put_by(strip(item.children), NOTE)))
            continue
        flow.append(item)
        called |= _calls(item.plain if isinstance(item, Line) else _text(item))
    return Result(draft.with_fields(tuple(flow)))


def _is_item(flow: Flow, at: int) -> bool:
    """Whether asterisks with a space begin this line and one beside it: a list."""
    starts = [isinstance(item, Line) and bool(SPACED.match(item.plain)) for item in flow[max(at - 1, 0) : at + 2]]
    return starts[min(at, 1)] and sum(starts) > 1


def _text(block: Block) -> str:
    return "\n".join(str(flatten(run.children)) for run in runs(Release("x", body=(block,))))


def _calls(text: str) -> set[str]:
    """The marks of notes that words of ``text`` carry."""
    if "*" not in text and "[" not in text:
        return set()
    found = (match for match in CALL.finditer(text) if match[1] or _is_word_left_of(text, match.start()))
    return {match[0] for match in found}


def _is_word_left_of(text: str, at: int) -> bool:
    return text[max(at - NOTE_REACH, 0) : at].rstrip(BEHIND)[-1:].isalnum()


# -- about ------------------------------------------------------------------------------------------------

ABOUT_HEADING = lazy(
    r"(?:[àa] propos (?:de |du |des |d['’])|about the (?=author|company|book)|about (?:the )?(?=(?-i:[A-Z]))|acerca de "
    r"|sobre (?:(?:el|la|los|las) )?(?=(?-i:[A-ZÀ-Þ])))[^.!?\n]{2,70}"
    r"|(?:[àa] propos(?: de nous)?|profil|qui sommes[- ]nous ?\??|about(?: us)?|who we are|qui[ée]nes somos"
    r"|sobre nosotros) ?:?",
    re.IGNORECASE,
)
IN_BRIEF = lazy(r"(.+) (?:en bref|in brief|en breve)", re.IGNORECASE)  # behind a body's name
ABOUT_OPENING = lazy(
    r"(?:cré[ée]e? en (?:19|20)\d\d|fondée? en (?:19|20)\d\d|established in (?:19|20)\d\d|founded in (?:19|20)\d\d"
    r"|creada en (?:19|20)\d\d|fundada en (?:19|20)\d\d)\b[^.]{0,40},",
    re.IGNORECASE,
)
SELF_DESCRIPTION = lazy(
    r"[^,.]{2,90}, (?:(?:cré[ée]e?|fondée?|creada|fundada) en|established in|founded in) (?:19|20)\d\d,"
)


def about(draft: Draft) -> Result[Draft]:
    """Set apart the closing words on who the organisations are, one after the other. Rule B013."""
    draft = draft.with_fields(tuple(part for item in draft.flow for part in _headed(item)))
    start = _about_start(draft.flow)
    if start is None:
        return Result(draft)
    end = next((at for at in range(start + 1, len(draft.flow)) if _heads_another(draft.flow[at])), len(draft.flow))
    blocks: Blocks = tuple(
        Para(put_by(strip(item.children), ABOUT)) if isinstance(item, Line) else item for item in draft.flow[start:end]
    )
    return Result(draft.with_fields((*draft.flow[:start], *draft.flow[end:]), about=blocks))


def _headed(item: Line | Block) -> Iterator[Line | Block]:
    """A paragraph whose first row is such a heading, with a line break below it, as two lines."""
    end = item.plain.find("\n") if isinstance(item, Line) else -1
    if isinstance(item, Line) and end > 0 and heads_about(item.plain[:end].strip()):
        yield replace(item, children=strip(cut(item.children, 0, end)))
        yield replace(item, children=strip(cut(item.children, end + 1, length(item.children))), gap=0)
    else:
        yield item


def heads_about(text: str) -> bool:
    """Whether a line is nothing but the heading above who a body is: « À propos de la régie », « La Régie en bref »."""
    if ABOUT_HEADING.fullmatch(text):
        return True
    brief = IN_BRIEF.fullmatch(plainly(text))
    name = brief[1][article_end(brief[1]) :] if brief else ""
    return name[:1].isupper() and body_words().match(name) is not None


def _heads_another(item: Line | Block) -> bool:
    return isinstance(item, Line) and heads_a_part(item.plain)


def _tells(item: Line | Block) -> bool:
    """Whether something stands below a heading that is none itself."""
    return not (isinstance(item, Line) and item.level)


def _about_start(flow: Sequence[Line | Block]) -> int | None:
    """Where the closing self-description begins: at its heading, or as the very last paragraph."""
    for at in range(max(1, len(flow) - ABOUT_REACH), len(flow)):
        item = flow[at]
        text = words_of(item)
        if heads_about(text) and at + 1 < len(flow) and _tells(flow[at + 1]):
            return at
        last = at == len(flow) - 1 and at > 1
        if last and (ABOUT_OPENING.match(text) or SELF_DESCRIPTION.match(text)):
            return at
    return None
