"""Who speaks or signs for a body: named beside those whom one can reach, and perhaps not to be reached."""

from __future__ import annotations

from oimpress.knowledge.people import is_function, name_at
from oimpress.knowledge.sentences import ends_clause
from oimpress.model.draft import Line
from oimpress.model.nodes import Block, List
from oimpress.model.runs import flatten
from oimpress.passes.foot.alone import tells_body
from oimpress.passes.foot.columns import paragraphs_of
from oimpress.passes.foot.limits import ROLE_WORDS, SHORT_LINE
from oimpress.passes.foot.words import plainly, said


def presents(item: Line | Block) -> bool:
    """Whether a line says who speaks for a body: « Porte-parole : Nathaly Appolinaire, directrice »."""
    if not isinstance(item, Line) or len(item.plain) > SHORT_LINE:
        return False
    speaks, _, who = plainly(item.plain).strip().partition(":")
    return said("spokesperson").fullmatch(speaks.strip()) is not None and name_at(who.strip()) > 0


def speak(above: Line | Block, item: Line | Block) -> bool:
    """Whether a list says who speaks for a body, below words that lead to them."""
    if (
        not isinstance(above, Line)
        or not isinstance(item, List)
        or not said("spokesperson").match(plainly(above.plain))
    ):
        return False
    texts = [plainly(str(flatten(part.children))).strip() for part in paragraphs_of(item)]
    return all(name_at(text) > 0 and is_function(text) for text in texts)


def signs(item: Line | Block) -> bool:
    """Whether a line says the function of who signs below it, with its article: « Le Secrétaire général, »."""
    text = plainly(item.plain).strip() if isinstance(item, Line) else ""
    article = said("signing").match(text)
    if article is None or not is_function(text[article.end() :]):
        return False
    return not any(name_at(part.strip()) and not is_function(part) for part in text.split(",")[1:])


def introduces(item: Line | Block, named: Line) -> bool:
    """Whether a line says the function of who is ``named`` below, or the body by its name, where a blank may stand."""
    if not isinstance(item, Line) or len(item.plain.split()) >= ROLE_WORDS or ends_clause(item.plain):
        return False
    text = item.plain.strip()
    if not named.gap:
        return is_function(text)
    return tells_body(text) and any(word[0].isupper() for word in text.split()[1:])
