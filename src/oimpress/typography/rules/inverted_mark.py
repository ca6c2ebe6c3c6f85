"""The marks that open a Spanish question or exclamation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.patterns import lazy
from oimpress.typography.convention import Usage
from oimpress.typography.rule import lines_with, rule

CODE = "T056"
SENTENCE = lazy(
    r"(?:^|(?<=[.!?…»”:\n—–-] )|(?<=[«“(—\n]))([^.!?¿¡…\n:«»“”()–—]{2,160})([?!])(?![?!]| [a-záéíóúñ])", re.MULTILINE
)
MARK = lazy("[?!]")
TOUCHING = lazy(r"[?!](?=[¿¡])")  # the space between two sentences is lost
MOST_WORDS = 6
ASKING = lazy(
    r"(?:(?:Y|Pero|Entonces),? ?)?(?:(?:[Aa]|[Dd]e|[Ee]n|[Cc]on|[Pp]or|[Pp]ara|[Dd]esde|[Hh]asta) )?"
    r"(?:[Qq]ué|[Qq]uién(?:es)?|[Cc]ómo|[Cc]uándo|[Dd]ónde|[Aa]dónde|[Cc]uál(?:es)?|[Cc]uánt[oa]s?)(?!\w)"
)
EXCLAIMING = lazy(
    r"(?:Qué|Cuánt[oa]s?|Cómo|Viva|Vivan|Gracias|Bienvenid[oa]s?|Felicidades|Enhorabuena|Hola|Adelante|Basta|Feliz|Felices|Ojalá"
    r"|Atención|Cuidado|Buenos|Buenas|Ánimo)(?!\w)"
)


def opening(run: str, usage: Usage) -> Iterator[Edit]:
    """Open with ¿ or ¡ a sentence that ends in ? or ! and is short, or begins with a word that asks or exclaims.

    Source: RAE, Ortografía, III.3.4.9.
    """
    yield from sorted((*_opened(run), *_parted(run)), key=lambda edit: edit.start)


def _parted(run: str) -> Iterator[Edit]:
    for match in TOUCHING.finditer(run):
        yield Edit(CODE, match.start() + 1, match.start() + 1, "", " ")


def _opened(run: str) -> Iterator[Edit]:
    for line in lines_with(run, MARK):
        yield from _in_line(run, *line)


def _in_line(run: str, begin: int, end: int) -> Iterator[Edit]:
    for match in SENTENCE.finditer(run, begin, end):
        begins = ASKING if match[2] == "?" else EXCLAIMING
        if begins.match(run, match.start(1)) or _is_short(match[1]):
            yield Edit(CODE, match.start(1), match.start(1), "", "¿" if match[2] == "?" else "¡")


def _is_short(sentence: str) -> bool:
    """Whether the sentence is too short and plain to begin its question or exclamation anywhere but at its start."""
    return sentence[:1].isupper() and "," not in sentence and 1 <= sentence.count(" ") < MOST_WORDS


RULE = rule(CODE, "L", "?!", opening, "Qué hora es?")
