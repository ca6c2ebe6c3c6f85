"""Single quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oimpress.knowledge.languages import is_in
from oimpress.model.traced import Edit
from oimpress.patterns import lazy
from oimpress.typography.convention import Usage
from oimpress.typography.elision import elision_ends
from oimpress.typography.nesting import with_depth
from oimpress.typography.rule import before, rule

CODE = "T008"
LOOK = (r"'(?:(?<=[ \u00a0\u202f«(]')|')", "‘", "’’")
INSIDE = "[^‘«»“”\n]"
QUOTED = lazy(
    rf"(?<![\w'‘])(?:(?P<open>‘[‘’]|(?<!’)’’|'')(?=\w)(?P<words>{INSIDE}{{1,300}}?)(?<=[\w.!?…])(?P<close>’’|'')(?![\w'’])"
    rf"|(‘|(?<!’)')(?=\w)({INSIDE}{{1,300}}?)(?<=[\w.!?…])(['’])(?![\w'’]))"
)
QUOTED_AROUND = 60  # characters on either side that tell the language


def single(run: str, usage: Usage) -> Iterator[Edit]:
    """Make single quotes, one or two, “ ” inside « »; elsewhere ‘ ’ and pairs of two « » where the text is French.

    Source: babel-french (level 2); Imprimerie nationale.
    """
    for match, depth in with_depth(QUOTED, run):
        opening, words, closing = match.group("open", "words", "close") if match["open"] else match.group(4, 5, 6)
        curly = opening != "'" and closing != "'"
        if depth > 0 and (curly or opening == closing == "'") and not (opening == "'" and "'" in words):
            marks = "“”"
        elif depth <= 0 and (curly or _is_quoted(run, match, words)) and _is_french(run, match, words):
            marks = "«»"
        else:
            continue
        yield Edit(CODE, match.start(), match.start() + len(opening), opening, marks[0])
        yield Edit(CODE, match.end() - len(closing), match.end(), closing, marks[1])


def _is_quoted(run: str, match: re.Match[str], words: str) -> bool:
    """Whether straight marks stand round words and are no apostrophes."""
    left, opening = before(run, match.start()), run[match.start()]
    whole = opening == run[match.end() - 1] == "'" and "'" not in words and left in ("", " ", "\u00a0", "(", "\n")
    return whole and words[0].isalpha() and not elision_ends(words, len(words))


def _is_french(run: str, match: re.Match[str], words: str) -> bool:
    """Whether the words are not of another language, and those around them are French."""
    around = run[max(match.start() - QUOTED_AROUND, 0) : match.end() + QUOTED_AROUND]
    return is_in(words, "fr") != "no" and is_in(around, "fr") == "yes"


RULE = rule(CODE, "L", "'‘’", single, "« Le mot 'refuge' compte »", LOOK)
