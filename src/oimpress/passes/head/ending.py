"""How a mail ends below its release: a courtesy, the farewell, and who signs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from oimpress.knowledge.addresses import has_mail
from oimpress.knowledge.phones import find_phones
from oimpress.knowledge.sentences import ends_sentence
from oimpress.model.draft import Draft, Line, words_of
from oimpress.passes.head.limits import LONGEST_COURTESY, LONGEST_GREETING, LONGEST_SIGNING, MOST_SIGNING
from oimpress.passes.head.words import plainly, said
from oimpress.passes.pins import pin_of
from oimpress.passes.wordings import heads_a_part
from oimpress.patterns import lazy

FIRST_NAME = lazy(r"\s*[A-ZÀ-Þ][\w'’-]{1,20}[.,]?\s*")


class Ending(NamedTuple):
    """Positions in the flow: what is the mail's alone, and the lines that say how to reach who signs."""

    gone: frozenset[int] = frozenset()
    signature: range = range(0)


def ending(draft: Draft, first: int) -> Ending:
    """What ends the mail in the flow from ``first`` on, where a note covers all that stands before."""
    farewells = [at for at, line in draft.lines() if at >= first and _is_farewell(line)]
    return _ending(draft, farewells, first) if farewells else Ending()


def last_words(draft: Draft) -> Ending:
    """What ends a mail that no note covers; nothing of a letter, which a greeting opens, unless contacts close it."""
    if not of_mail(draft):
        return Ending()
    farewell = max((at for at, line in draft.lines() if _is_farewell(line)), default=0)
    if not farewell or _signing(draft, farewell) is None:
        return Ending()
    found = _ending(draft, [farewell], 1)
    letter = any(says(line, "greeting") for _, line in draft.lines())
    above = words_of(draft.flow[min(found.gone) - 1])
    return Ending() if letter and not (has_mail(above) or any(find_phones(above))) else found


def of_mail(draft: Draft) -> bool:
    """Whether the source is a mail."""
    source = draft.release.source
    return source is not None and source.reader == "mail"


def ends_mail(line: Line) -> bool:
    """Whether a line is a farewell, or the courtesy above one."""
    return _is_farewell(line) or says(line, "courtesy", LONGEST_COURTESY)


def _is_farewell(line: Line) -> bool:
    """« Cordialement, », or a whole sentence that asks to believe in one's sentiments; one with a number stays."""
    formula = says(line, "formula", LONGEST_COURTESY) and not _may_tell_details(line.plain)
    return formula or says(line, "farewell")


def _ending(draft: Draft, farewells: Sequence[int], first: int) -> Ending:
    gone = {*farewells, *(above for at in farewells for above in _courtesies(draft, at, first))}
    signing = _signing(draft, farewells[-1]) or range(0)
    if any(_may_tell_details(words_of(draft.flow[at])) for at in signing):
        return Ending(frozenset(gone), signing)
    return Ending(frozenset({*gone, *signing}))


def _courtesies(draft: Draft, farewell: int, first: int) -> Iterator[int]:
    """« Je reste à votre disposition pour toute question. » right above the farewell; one with a number stays."""
    for at in range(farewell - 1, first - 1, -1):
        item = draft.flow[at]
        if not isinstance(item, Line) or not says(item, "courtesy", LONGEST_COURTESY) or _may_tell_details(item.plain):
            return
        yield at


def _signing(draft: Draft, farewell: int) -> range | None:
    """The lines below the farewell; None where they are more than who signs."""
    below = draft.flow[farewell + 1 :]
    lines = [item for item in below if isinstance(item, Line) and may_sign(item)]
    whole = len(lines) == len(below) <= MOST_SIGNING
    return range(farewell + 1, len(draft.flow)) if whole else None


def may_sign(line: Line) -> bool:
    """Whether a line below a farewell can be of who signs."""
    text = plainly(line.plain).strip()
    if len(text) > LONGEST_SIGNING or pin_of(line) or heads_a_part(text) or said("contact").match(text):
        return False
    return not ends_sentence(text) or FIRST_NAME.fullmatch(text) is not None


def _may_tell_details(text: str) -> bool:
    return "@" in text or any(map(str.isdigit, text))


def says(line: Line, name: str, longest: int = LONGEST_GREETING) -> bool:
    """Whether a line of at most so many characters says nothing but ``name``, a wording."""
    text = plainly(line.plain).strip()
    return len(text) <= longest and said(name).fullmatch(text) is not None
