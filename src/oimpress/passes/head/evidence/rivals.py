"""What other lines of the head say against a line."""

from __future__ import annotations

from collections.abc import Sequence

from oimpress.knowledge.people import is_function
from oimpress.passes.head.evidence.asking import Page, evidence
from oimpress.passes.head.limits import (
    BRIEF,
    LEAST_DONE,
    LEAST_STEMS,
    MIDDLE,
    NEXT_LINES,
    PARAGRAPHS,
    SHARE_TOLD,
    TINY,
)
from oimpress.passes.head.sight import Sight
from oimpress.passes.wordings import body_words
from oimpress.patterns import lazy

TOLD_OF = lazy(r"[^:]* ?: +(?:[^\s:]+ +){3}[^\s:]")  # « Renouvellement des forêts : 85 millions d'euros pour … »


@evidence()
def above_a_late_title(line: Sight, page: Page) -> object:
    """The first prose of a page, right above its title: a standfirst that stands before what it tells of."""
    below = line.beside(1)
    return line.prose and not line.opening and below and late_title(below, page)


@evidence(MIDDLE)
def late_title(line: Sight, page: Page) -> object:
    """A line between the first prose and a paragraph that opens with place and day, where none above is a title."""
    below = line.beside(1)
    if line.size <= BRIEF or line.ends or line.label or line.date or not (below and below.opening):
        return False
    above = line.others[: line.at]
    prose = [one.at for one in above if one.prose]
    first = below.opening.country and below.opening.date and prose == [line.at - 1]
    return first and all(one.label or one.date or one.body == 0 or one.number for one in above[:-1])


@evidence(MIDDLE)
def says_less_than_below(line: Sight, page: Page) -> object:
    """A line without a verb closely above one that says what happened, or a word or two above a longer line."""
    if line.verb or line.label or TOLD_OF.search(line.text) or line.says("concerns"):
        return False
    below = line.others[line.at + 1 : line.at + 1 + NEXT_LINES]
    tiny = line.size <= TINY and not line.line.level
    return any(_says_more(one, tiny) for one in below[: _first_prose(below)])


@evidence(MIDDLE)
def says_more_than_a_name_above(line: Sight, page: Page) -> object:
    """« Port of Mellby Plugs In Its First Ferry » below « PORT OF MELLBY »: what the body named there does."""
    if line.ends or line.label or line.date:
        return False
    names = (one.folded for one in line.others[: line.at] if one.body == 0 and not (one.verb or one.label))
    rest = next((line.folded[len(name) :] for name in names if line.folded.startswith(f"{name} ")), "")
    return len(rest.split()) >= LEAST_DONE and not body_words().search(rest) and not is_function(rest.strip())


@evidence(MIDDLE)
def told_again_by_the_text(line: Sight, page: Page) -> object:
    """Most words of it come again in the first two paragraphs below it, as those of a title do."""
    if line.size <= BRIEF or line.label or line.ends or line.body >= 0 or len(line.stems) < LEAST_STEMS:
        return False
    below = [one.stems for one in line.others[line.at + 1 :] if one.prose or one.opening][:PARAGRAPHS]
    return len(line.stems & frozenset().union(*below)) >= SHARE_TOLD * len(line.stems)


def _first_prose(lines: Sequence[Sight]) -> int:
    return next((at for at, one in enumerate(lines) if one.prose or one.opening), len(lines))


def _says_more(line: Sight, than_tiny: bool) -> bool:
    says = line.verb or (than_tiny and line.body < 0)
    if not says or not BRIEF < line.size <= MIDDLE or line.ends or line.label or line.date:
        return False
    return line.text[-1] not in ":;," and line.text[0] not in "-–•*" and not line.text[0].islower()
