"""The top of a web page that was copied as text: the site's name, its sections, its languages, the way to the page."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from oimpress.knowledge.dates import find_date
from oimpress.knowledge.folding import fold
from oimpress.knowledge.lexicon import words
from oimpress.knowledge.sentences import ends_sentence
from oimpress.passes.lines.limits import FEW_WORDS, LABEL_LENGTH, LABEL_WORDS, LEAST_ROW, LEAST_SIGNS, LONGEST_TOP
from oimpress.passes.wordings import plainly, said_in, says_verb
from oimpress.patterns import lazy

said = partial(said_in, "oimpress.passes.lines")
STEP = lazy(r"(?:(?<! ) +)?[>›»→] *|(?<! ) +/ +")  # between the sections on the way to a page
CELL = lazy(r"(?:(?<! ) +)?[|·•] *|(?<! ) {2,}")  # between the entries of a menu in one line
CODE = lazy(r"[ |/·-]+")  # between languages


def copied_top(texts: Sequence[str]) -> set[int]:
    """Which of the lines are the site's, down to the last signpost above the text and the sections right below it.

    What can be the page's own stays: labels, dates, and what the signposts call the page.
    """
    lines = [plainly(text).strip() for text in texts[:LONGEST_TOP]]
    end = next((n for n, line in enumerate(lines) if _is_text(line)), len(lines))
    posts = [n for n in range(end) if is_signpost(lines[n])]
    ways = [steps for n in posts if (steps := _steps(lines[n]))]
    if not posts or not (ways or len(posts) + sum(map(_is_rubric, lines[:end])) >= LEAST_SIGNS):
        return set()
    last = posts[-1] + 1
    while last < end and (_is_rubric(lines[last]) or not any(map(str.isalnum, lines[last]))):
        last += 1
    called = {fold(steps[-1]) for steps in ways}
    return {n for n in range(last) if n in posts or not _may_stay(lines[n], called)}


def is_signpost(line: str) -> bool:
    """Whether a line stands at the top of a site's pages, and in no document of an office."""
    alone = any(said(name).fullmatch(line) for name in ("signpost", "here"))
    return alone or bool(_steps(line)) or _is_row(line) or _are_languages(line)


def _steps(line: str) -> list[str]:
    """The way to a page, « Accueil > Presse > La halle rouvre », in its steps; none where the line is no such way."""
    here = said("here").match(line)
    steps = [step for step in STEP.split(line[here.end() if here else 0 :]) if step]
    if len(steps) < 2 or "«" in line:  # hardly a line is a way: it is asked first; « … » is a quotation
        return []
    return steps if here or _is_rubric(steps[0]) or said("signpost").fullmatch(steps[0]) else []


def _is_row(line: str) -> bool:
    """Whether a line is a row of signposts, or of a menu: short entries, of which one leads where only a site's do."""
    cells = CELL.split(line)
    if len(cells) > 1 and all(said("signpost").fullmatch(cell) for cell in cells):
        return True
    if len(cells) < LEAST_ROW or any(len(cell.split()) > LABEL_WORDS or any(map(str.isdigit, cell)) for cell in cells):
        return False
    return any(_is_rubric(cell) or said("signpost").fullmatch(cell) for cell in cells)


def _are_languages(line: str) -> bool:
    return len(line) <= LABEL_LENGTH and all(said("language").fullmatch(name) for name in CODE.split(line))


def _is_rubric(line: str) -> bool:
    return said("rubric").fullmatch(line) is not None


def _is_text(line: str) -> bool:
    """Whether a line says more than a label of a site does."""
    cells = [cell for cell in CELL.split(line) if cell]
    longest = max((len(cell.split()) for cell in cells), default=0)
    says = longest > FEW_WORDS and (ends_sentence(line) or says_verb(line))
    return (says or longest > LABEL_WORDS or len(line) > 2 * LABEL_LENGTH) and not is_signpost(line)


def _may_stay(line: str, called: set[str]) -> bool:
    own = find_date(line) is not None or "embargo" in line.casefold() or fold(line) in called
    return own or (line.rstrip(" :.").casefold() in words("kickers") and not _is_rubric(line))
