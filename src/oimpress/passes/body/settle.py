"""The end of the body's passes: quotes put around a whole text, and paragraphs of what is left."""

from __future__ import annotations

from dataclasses import replace

from oimpress.model.draft import Draft, Line, nested, put_by
from oimpress.model.nodes import Block, Para, Quote, Section
from oimpress.model.runs import cut, flatten, inlines, length, strip
from oimpress.notices import Dropped, Notice, Result, notice
from oimpress.passes.body.limits import LONGEST_PARAGRAPH
from oimpress.passes.leaving import all_left_out
from oimpress.passes.pins import pin_of
from oimpress.patterns import lazy

PARA, QUOTES, SIGNATURE = "B001", "B006", "R042"


def stray_quotes(draft: Draft) -> Result[Draft]:
    """Take off the straight quotes a database export put around a project's text. Rule B006; notice B102.

    Only in project records, where the first mark opens the text and the last one closes it, or never closes.
    """
    lines = [(at, item) for at, item in draft.lines()]
    if not draft.release.facts or not lines:
        return Result(draft)
    (first, opening), (last, closing) = lines[0], lines[-1]
    head, tail = opening.plain.lstrip(), closing.plain.rstrip()
    marks = sum(line.plain.count('"') for _, line in lines)
    if not head.startswith('"'):
        return Result(draft)
    flow = list(draft.flow)
    left, dropped = _without(opening, len(opening.text) - len(head))
    if marks == 1:
        flow[first] = left
        return Result(draft.with_fields(tuple(flow)), (notice("B102", opening.where, head),), (dropped,))
    if marks != 2 or not tail.endswith('"'):
        return Result(draft, (notice("B102", opening.where, head),) if marks % 2 else ())
    flow[first] = left
    closing = left if first == last else closing
    flow[last], more = _without(closing, closing.plain.rindex('"'))
    return Result(draft.with_fields(tuple(flow)), (), (dropped, more))


def _without(line: Line, at: int) -> tuple[Line, Dropped]:
    children = inlines(*cut(line.children, 0, at), *cut(line.children, at + 1, length(line.children)))
    return replace(line, children=children), Dropped(line.text[at : at + 1], QUOTES)


def settle(draft: Draft) -> Result[Draft]:
    """Every line that is left is a paragraph of the body, or a heading with what follows it.

    Rules B001, R042 for a mail's signature that holds no contacts; notice B103 for several paragraphs on one line.
    """
    notices: list[Notice] = []
    found = ((item, _block(item, notices)) for item in draft.flow)
    body = nested((item.level if isinstance(item, Line) else 0, block) for item, block in found if block)
    left = tuple(all_left_out(draft.signature, SIGNATURE))
    return Result(replace(draft, signature=()).with_fields((), body=body), tuple(notices), left)


MERGED = lazy(r"[.!?»][A-ZÀ-Þ«]\w+ \w+")


def _block(item: Line | Block, notices: list[Notice]) -> Block | None:
    if not isinstance(item, Line):
        return item
    if item.level:
        return Section(strip(item.children), ())
    children = put_by(strip(item.children), PARA)
    text = str(flatten(children))
    if len(text) > LONGEST_PARAGRAPH or MERGED.search(text):
        notices.append(notice("B103", item.where, text))
    if not children:
        return None
    return Quote((Para(children),)) if pin_of(item) == "quote" else Para(children)
