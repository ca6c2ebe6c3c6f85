"""Whether a title's words are borne out: by the text below, by the subject of its mail, by how its lines break."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from oimpress.knowledge.dates import find_date
from oimpress.knowledge.languages import ends_in_small_word
from oimpress.model.draft import SUBJECT, Line
from oimpress.passes.head.evidence import Page
from oimpress.passes.head.limits import CUT_SHORT, ENOUGH_SHARED
from oimpress.passes.head.words import plainly, said, stems
from oimpress.passes.labelling import Reading
from oimpress.patterns import lazy

LISTED = lazy(r"(?:[^|·•]*[^|·•\s] +[|·•] ){2}")  # « Agenda · Contact · Emploi »
OTHERS = {"subtitle", "stray", "standfirst", "body"}  # labels of lines that could be the title as well
NO_TITLE = {"sentence", "short sentence", "opens with place or date", "bullet", "mark alone"}


def is_unlike(at: int, end: int, lines: Sequence[Line], readings: Sequence[Reading], page: Page) -> bool:
    """Whether the title, the lines ``at:end``, has words of another kind than titles, and another line could be it."""
    text = " ".join(line.plain.strip() for line in lines[at:end])
    return (
        LISTED.match(text) is not None
        or _says_days(text)
        or _is_unsaid(at, end, lines, readings, page)
        or _is_not_the_subject(at, end, lines, readings)
        or _could_be_two_lines(lines[at:end])
    )


def _says_days(text: str) -> bool:
    """Whether days and what stands beside them are all that it says: « Lundi 9 et mardi 10 octobre 2023 »."""
    rest = _undated(text)
    return len(rest) < len(text) and not any(map(str.isalpha, said("around").sub(" ", rest)))


def _undated(text: str) -> str:
    rest = plainly(text)
    while found := find_date(rest):
        rest = f"{rest[: found.start]} {rest[found.end :]}"
    return rest


def _is_unsaid(at: int, end: int, lines: Sequence[Line], readings: Sequence[Reading], page: Page) -> bool:
    """Whether the rest of the page says no word of the title, but several of another line that could be it."""
    others = list(_others(at, end, readings))
    if not others:
        return False
    counts = Counter(stems(page.text))
    own = Counter(stem for line in lines[at:end] for stem in stems(_undated(line.plain)))
    if not own or any(counts[stem] > count for stem, count in own.items()):
        return False
    return any(_shared(lines[n].plain, counts) >= ENOUGH_SHARED for n in others)


def _others(at: int, end: int, readings: Sequence[Reading]) -> Iterator[int]:
    """The lines of the head that could be the title as well."""
    for n, one in enumerate(readings):
        if n >= end and one.label == "body" and NO_TITLE & one.seen:
            return
        if not at <= n < end and one.label in OTHERS and not NO_TITLE & one.seen:
            yield n


def _shared(text: str, counts: Counter[str]) -> int:
    return sum(counts[stem] > own for stem, own in Counter(stems(text)).items())


def _is_not_the_subject(at: int, end: int, lines: Sequence[Line], readings: Sequence[Reading]) -> bool:
    """Whether another line that could be the title says what the mail's subject says."""
    return any(SUBJECT in lines[n].marks for n in _others(at, end, readings))


def _could_be_two_lines(title: Sequence[Line]) -> bool:
    """Whether a line of a title of several ends long before the margin, and nothing says that it goes on."""
    widest = max(len(line.plain.strip()) for line in title)
    return any(_ends_early(above.plain.strip(), below.plain.split()[0], widest) for above, below in pairwise(title))


def _ends_early(above: str, word: str, widest: int) -> bool:
    short = len(above) + len(word) < CUT_SHORT * widest
    return short and not ends_in_small_word(above.lower()) and above[-1] not in ",-:'’" and not word[:1].islower()
