"""Where contacts stand in the flow: the words that lead to them, and what belongs to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from oimpress.knowledge.addresses import WEB
from oimpress.knowledge.people import is_function, is_name, name_at
from oimpress.knowledge.sentences import ends_clause, ends_sentence
from oimpress.model.draft import LETTERHEAD, Line
from oimpress.model.nodes import Aside, Block, List, Quote, Table
from oimpress.model.runs import flatten
from oimpress.passes.foot.alone import tells_body
from oimpress.passes.foot.backmatter import heads_about
from oimpress.passes.foot.columns import holds_cards, paragraphs_of
from oimpress.passes.foot.leads import (
    has_details,
    has_number,
    heading_of,
    lead_on,
    marked_heading,
    rings,
    stands_alone,
    tells_how,
)
from oimpress.passes.foot.limits import ANSWER_REACH, LONGEST_LINE, MOST_HEADS, NUMBER_REACH, SHORT_LINE
from oimpress.passes.foot.page_end import above_page_end, is_outside, is_outside_line, is_tool_line
from oimpress.passes.foot.presented import introduces, presents, signs, speak
from oimpress.passes.foot.seams import hidden_mails
from oimpress.passes.foot.words import plainly, said
from oimpress.passes.lines.columns import cells_of, in_columns
from oimpress.passes.pins import PIECES, pin_of
from oimpress.passes.wordings import LEGAL_FORM, is_address
from oimpress.patterns import lazy

FOUR_PAIRS = lazy(r"\d\d(?:[ .]\d\d){3}(?: ?/ ?\d\d(?:[ .]\d\d){3})*")  # as much of Africa writes its numbers
GIVEN_CONTACT = frozenset((*PIECES, "contact", "sentence")) - {"note"}


def is_given(item: Line | Block) -> bool:
    """Whether a person says that a line is one of contacts."""
    return isinstance(item, Line) and bool(item.marks) and pin_of(item) in GIVEN_CONTACT


def is_other(item: Line | Block) -> bool:
    """Whether a person says that a line is something else."""
    return isinstance(item, Line) and bool(item.marks) and pin_of(item) not in (*GIVEN_CONTACT, "", "note")


def regions(whole: Sequence[Line | Block]) -> list[tuple[int, int]]:
    """First and last + 1 position of each stretch of contacts; a letterhead, set down behind the text, is one."""
    end = next((at for at, item in enumerate(whole) if isinstance(item, Line) and LETTERHEAD in item.marks), len(whole))
    start = next((at for at in range(end, len(whole)) if not is_tool_line(whole[at])), len(whole))
    return _regions(whole[:end]) + ([(start, len(whole))] if start < len(whole) else [])


def _regions(flow: Sequence[Line | Block]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(flow):
        if _leads(flow[at]) and _answers(flow, at):
            found.append((at - (at > 0 and (not is_other(flow[at - 1]) and presents(flow[at - 1]))), _end(flow, at)))
            at = found[-1][1]
        at += 1
    start = _unled(flow) if not found else len(flow)
    found = found or ([(start, _end(flow, start))] if start < len(flow) else [])
    return _with_given(flow, found) if any(map(is_given, flow)) else found


def _with_given(flow: Sequence[Line | Block], found: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches, and lines that a person says are contacts: such belong to the stretch that they touch."""
    stretches: list[tuple[int, int]] = []
    more = ((at, at + 1) for at, item in enumerate(flow) if is_given(item))
    for start, end in sorted((*found, *more)):
        first, last = stretches[-1] if stretches else (0, -1)
        one = end - start == 1 or last - first == 1
        if start < last or (one and start == last):
            stretches[-1] = first, max(last, end)
        else:
            stretches.append((start, end))
    return stretches


def signed_by(signature: Sequence[Line | Block]) -> tuple[int, int]:
    """First and last + 1 position of what a mail's signature says of its sender; equal where that is not enough."""
    last = max((at for at, item in enumerate(signature) if _details_in(item)), default=-1)
    outside = (at for at, item in enumerate(signature) if is_outside_line(item) or not _is_short_enough(item))
    end = min(last + 1, next(outside, last + 1))
    return (0, end) if any(map(has_details, _texts(signature[:end]))) else (0, 0)


def _is_short_enough(item: Line | Block) -> bool:
    return not isinstance(item, Line) or (len(item.plain) <= LONGEST_LINE and not ends_sentence(item.plain))


def _end(flow: Sequence[Line | Block], start: int) -> int:
    end = start
    while end < len(flow) and (_belongs(flow[end], end == start) or (end > start and speak(flow[end - 1], flow[end]))):
        end += 1
    return _trimmed(flow, start, end)


def _trimmed(flow: Sequence[Line | Block], start: int, end: int) -> int:
    """Without the lines at the end that a blank parts from the last number or address, and tell neither."""
    last = max((at for at in range(start, end) if _details_in(flow[at]) or is_given(flow[at])), default=end - 1)
    spread = all(map(_parted, flow[start + 1 : end]))  # as the paragraphs of a page are: a blank says nothing there
    below = last + 1
    while below < end and (not _parted(flow[below]) or (spread and _is_address(flow[below]))):
        below += 1
    return below


def _is_address(item: Line | Block) -> bool:
    plain = plainly(item.plain).strip() if isinstance(item, Line) else ""
    return plain[:1].isdigit() and is_address(plain)


def _details_in(item: Line | Block) -> bool:
    """Whether words or a link to a mailbox tell how to reach somebody."""
    if isinstance(item, Line) and any(hidden_mails(item.children)):
        return True
    return any(has_details(text) or has_number(text) or WEB.search(text) for text in _texts([item]))


def _parted(item: Line | Block) -> bool:
    return isinstance(item, Line) and item.gap > 0


def _leads(item: Line | Block) -> bool:
    if is_other(item):
        return False
    if isinstance(item, Table | Quote | Aside | List):
        heads = list(islice(_texts([item]), 1 if isinstance(item, List) else MOST_HEADS))
        return any(map(_is_headed, heads)) or (any(map(_heads, heads)) and _details_in(item))
    if not isinstance(item, Line) or len(item.plain) > 4 * LONGEST_LINE:
        return False
    return (
        bool(lead_on(item))
        or _serves(plainly(item.plain).strip())
        or (in_columns(item) and any(_heads(cell.plain) for cell in cells_of(item)))
    )


def _serves(text: str) -> bool:
    """Whether a line says whom somebody serves, who, and how to reach them: « Media: Catriona Laidlaw, 0131 … »."""
    topic, colon, rest = text.partition(":")
    named = bool(colon) and len(text) <= LONGEST_LINE and name_at(rest.strip()) > 0
    return named and said("topic").fullmatch(topic.strip()) is not None and tells_how(rest)


def _heads(cell: str) -> bool:
    """Whether the first line of a cell or of a box heads contacts."""
    return _is_headed(cell) or said("topic").match(_first_line(cell)) is not None


def _is_headed(cell: str) -> bool:
    """Whether the first line of a cell or of a box says that contacts follow, whatever stands in it."""
    return heading_of(_first_line(cell)) is not None


def _first_line(cell: str) -> str:
    return plainly(cell.strip().partition("\n")[0])


def _answers(flow: Sequence[Line | Block], at: int) -> bool:
    """Whether an address or a number follows the lead within a few lines."""
    behind = next((n for n in range(at + 1, len(flow)) if _leads(flow[n])), len(flow))
    lead = flow[at]
    words = plainly(lead.plain.strip()) if isinstance(lead, Line) else ""
    if isinstance(lead, Line) and marked_heading(lead) and _is_prose(flow[at + 1 : at + 2]):
        return False
    sourced = isinstance(lead, Line) and lead.level > 0 and said("source_heading").fullmatch(words) is not None
    if sourced and not any(_is_name(item) or _is_body(item) for item in flow[at + 1 : at + 2]):
        return False  # what a text was taken from
    last = behind if sourced or stands_alone(words) else len(flow)
    near = list(_texts(flow[at : min(at + ANSWER_REACH, last)]))
    sentence = said("sentence_lead").match(words)
    if sentence and has_number(words[sentence.end() :]):
        return True  # « …, communiquez avec Réjeanne Cotton au 418 555-0164 »
    headed = heading_of(words) is not None
    return any(map(has_details, near)) or (headed and any(map(rings, _texts(flow[at : min(at + NUMBER_REACH, last)]))))


def _is_prose(items: Sequence[Line | Block]) -> bool:
    return any(ends_sentence(item.plain) for item in items if isinstance(item, Line))


def _texts(items: Sequence[Line | Block]) -> Iterator[str]:
    for item in items:
        if isinstance(item, Line):
            yield item.plain
        elif isinstance(item, Table):
            yield from (str(flatten(cell.children)) for row in item.rows for cell in row.cells if cell.children)
        elif isinstance(item, List | Quote | Aside):
            yield from (str(flatten(part.children)) for part in paragraphs_of(item))


def _unled(flow: Sequence[Line | Block]) -> int:
    """Where a closing block of short lines with an address in it begins, when no words lead to it."""
    start = len(flow)
    for at in range(above_page_end(flow) - 1, -1, -1):
        item = flow[at]
        if isinstance(item, Table) and start == len(flow) and holds_cards(item):
            return at
        if not isinstance(item, Line) or len(item.text) > LONGEST_LINE or item.plain.rstrip().endswith("."):
            break
        if is_other(item):
            if start < len(flow):
                break
            continue
        text = item.plain.strip()
        named = any(map(_is_name, flow[max(at - 2, 0) : at]))
        if has_details(text) or (named and (has_number(text) or FOUR_PAIRS.fullmatch(text))):
            start = at
        elif _is_name(item) and start < len(flow) and start - at <= 3:
            if _is_body_apart(flow[at + 1]):
                return at + 1  # whoever signs stands above the body that answers
            if _parted(flow[start]) and start == at + 1 and at and signs(flow[at - 1]):
                return start  # who signs above a blank, « Le Gouverneur, », is nobody to ask
            top = at - 1 if at and introduces(flow[at - 1], item) else at
            if 0 < top < at and not _parted(flow[top]) and _is_name(flow[top - 1]):
                top -= 1  # who is named above a function and what reads like a name is the person
            return _first_of(flow, top)
        elif start == at + 1 and said("heading_marked").fullmatch(plainly(text)):
            return at  # « Service presse » above a number
        elif start < len(flow) and start - at > 3:
            break
    return _block_start(flow, start)


def _first_of(flow: Sequence[Line | Block], start: int) -> int:
    """Where the contacts above the one at ``start`` begin, in the same block of short lines."""
    first = _block_top(flow, start)
    return first if any(map(has_details, _texts(flow[first:start]))) else start


def _block_top(flow: Sequence[Line | Block], start: int) -> int:
    first = start
    while first and start - first < ANSWER_REACH and not _parted(flow[first]) and _is_short(flow[first - 1]):
        first -= 1
    return first


def _block_start(flow: Sequence[Line | Block], start: int) -> int:
    """Where the block of short lines begins in which the details stand, if it says whose they are."""
    if start == len(flow):
        return start
    first = _block_top(flow, start)
    block = [item.plain.strip() for item in flow[first:start] if isinstance(item, Line)]
    said_whose = any(name_at(text) or is_function(text) or tells_body(text) for text in block)
    return first if said_whose else start


def _is_short(item: Line | Block) -> bool:
    if not isinstance(item, Line) or len(item.plain) > SHORT_LINE or is_other(item):
        return False
    return not ends_clause(item.plain)


def _is_name(item: Line | Block) -> bool:
    text = item.plain.strip() if isinstance(item, Line) else ""
    return bool(text) and is_name(text) and not is_function(text) and not tells_body(text)


def _is_body(item: Line | Block) -> bool:
    return isinstance(item, Line) and tells_body(item.plain.strip())


def _is_body_apart(item: Line | Block) -> bool:
    return _parted(item) and _is_body(item)


def _belongs(item: Line | Block, first: bool) -> bool:
    if isinstance(item, Table | List | Quote | Aside):
        texts = list(_texts([item]))
        return any(map(has_details, texts)) or (any(map(has_number, texts)) and any(map(is_name, texts)))
    if not isinstance(item, Line) or is_other(item):
        return False
    if is_given(item):
        return True
    text = item.plain.strip()
    if heads_about(text) or said("about").match(text) or (not first and is_outside(text)):
        return False
    if first or _leads(item) or has_details(text) or has_number(text):
        return first or len(text) <= 4 * LONGEST_LINE
    said_all = ends_sentence(text) and not LEGAL_FORM.search(text)  # « Sahyadri Finance Ltd. »
    return len(text) <= LONGEST_LINE and not said_all and not text.startswith("«")
