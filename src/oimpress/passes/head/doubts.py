"""What a person should look at in a head: no title, or one that another line could be as well."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from oimpress.knowledge.folding import fold
from oimpress.knowledge.languages import ends_in_small_word
from oimpress.model.draft import SUBJECT_ALONE, Line
from oimpress.notices import Notice, notice
from oimpress.passes.head.borne_out import is_unlike
from oimpress.passes.head.called import SITE
from oimpress.passes.head.evidence import Page
from oimpress.passes.head.fields import JOINED
from oimpress.passes.head.limits import (
    FEW_WORDS,
    LEAST_SAID,
    LONG_WORD,
    NEAR,
    TEASERS,
    WEAK,
)
from oimpress.passes.head.sight import is_bare, is_section
from oimpress.passes.head.words import plainly, said
from oimpress.passes.labelling import Reading
from oimpress.passes.pins import pin_of
from oimpress.patterns import lazy

ENDING = {"sentence", "short sentence", "bullet", "opens with place or date", "mark alone", "heads a sidebar"}
PROSE = {"sentence", "short sentence", "opens with place or date"}
BODIES = {"body first", "body last"}  # evidence that a line names one
OWN = {"heading of the first level", "page s own title"}  # what the page says twice is its title
WORD = lazy(r"\w+")
ODD = lazy(r"\w\?\w|\ufffd|@|-{5}|\([A-Z]{3,8}\)$")  # letters lost; fields and bodies' names that were joined


def _teasers(below: Sequence[Reading]) -> bool:
    """Whether many lines follow the title before any prose, that read like titles too: a menu, or a page of teasers."""
    alike = (one.label in ("stray", "subtitle", "body") and not ENDING & one.seen for one in _above_prose(below))
    return sum(alike) >= TEASERS


def _above_prose(below: Sequence[Reading]) -> Iterator[Reading]:
    return takewhile(lambda one: not PROSE & one.seen, below)


def _odd(text: str, one: Reading, page: Page) -> bool:
    """Whether a title holds more than the page says it is or no words of its own, could be a name, or lost letters."""
    words = fold(text)
    within = [title for title in page.titles if len(title) > LEAST_SAID and title in words]
    holds_more = words not in page.titles and within and not any(_is_within(title, text) for title in within)
    again = said("again").match(plainly(text))
    labelled = "begins with label" in one.seen or (again and said("label").match(text, again.end()))
    named = is_section(text) or is_bare(text) or _could_be_a_name(words, one)
    return bool(holds_more or labelled or named or ODD.search(text) or _called_wholly_otherwise(text, one, page))


def _called_wholly_otherwise(text: str, one: Reading, page: Page) -> bool:
    """Whether no longer word of what the page is called stands in ``text``, a heading that nothing else bears out.

    What is called by a room of its site, « Presse – Musée du lac », does not say what stands on it.
    """
    titles = [title for title in page.titles if len(title) > LEAST_SAID]
    if not titles or "lower heading" not in one.seen or "marked title" in one.seen:
        return False
    parts = (part for title in titles for part in SITE.split(title))
    return not any(_share_a_word(title, text) for title in titles) and not any(map(is_section, parts))


def _share_a_word(title: str, text: str) -> bool:
    words = [word for word in WORD.findall(fold(title)) if len(word) >= LONG_WORD]
    folded = fold(text)
    return not words or any(word in folded for word in words)


def _could_be_two(line: Line) -> bool:
    """Whether a line was joined of two, of which the second could be a line of its own: it does not go on in small."""
    for above, below in _seams(line):
        begins = below[:1].isupper() or below[:1].isdigit()
        if begins and not (ends_in_small_word(above) or above.rstrip().endswith((",", "-", ":"))):
            return True
    return False


def _seams(line: Line) -> Iterator[tuple[str, str]]:
    """What stands above and below each place where a line was joined, or that a break of the source parts."""
    at = 0
    for piece in line.text.pieces:
        at += piece.length
        if piece.edits == JOINED:
            yield line.plain[: at - piece.length], line.plain[at:]
    rows = line.plain.split("\n")
    yield from (("\n".join(rows[:n]), rows[n].lstrip()) for n in range(1, len(rows)))


def _is_field_alone(at: int, lines: Sequence[Line], readings: Sequence[Reading]) -> bool:
    """Whether the title is what a mail's field says, and a line above the text that says other words could be it."""
    if SUBJECT_ALONE not in lines[at].marks:
        return False
    return any(one.label in ("subtitle", "stray") and not ENDING & one.seen for one in _above_prose(readings[at + 1 :]))


def _goes_on_below(lines: Sequence[Line], readings: Sequence[Reading]) -> bool:
    """Whether what stands closely below a title begins in small letters, though nothing took it for the title's."""
    return bool(lines) and {"tight", "lower case first"} <= readings[0].seen and lines[0].level == 0


def _is_below_a_name(lines: Sequence[Line], readings: Sequence[Reading]) -> bool:
    """Whether the line right above a title was taken for a body though nothing says that it is one."""
    if not readings or readings[-1].label != "issuer" or readings[-1].support >= 0:
        return False
    return len(lines[-1].plain.split()) > FEW_WORDS


def _is_within(title: str, text: str) -> bool:
    """Whether the page's own title is some words of the sentence ``text``, which begins before or goes on behind it."""
    words, first = text.split(), len(fold(text).partition(title)[0].split())
    rest = words[first + len(title.split()) :]
    if first:
        return words[first][:1].islower() and words[first - 1][-1] not in ":.|–—-"
    return bool(rest) and rest[0][0].islower()


def _could_be_a_name(words: str, one: Reading) -> bool:
    """Whether a title without a verb could name a body, a topic, or the page."""
    if "verb" in one.seen:
        return False
    return not BODIES.isdisjoint(one.seen) or (len(words.split()) <= FEW_WORDS and not one.seen >= OWN)


def _heads_a_site(at: int, lines: Sequence[Line], readings: Sequence[Reading]) -> bool:
    """Whether a title could be a site's name: a heading stands below it, and the text says its few words again."""
    words = fold(lines[at].plain.strip())
    if "verb" in readings[at].seen or len(words.split()) > FEW_WORDS:
        return False
    below = range(at + 1, len(lines))
    headed = any("lower heading" in readings[n].seen for n in below)
    return headed and any(PROSE & readings[n].seen and words in fold(lines[n].plain) for n in below)


def doubts(lines: Sequence[Line], readings: Sequence[Reading], page: Page, given: str = "") -> list[Notice]:
    """What a person should look at: no title, or one that another line could be as well.

    So is a title ``given`` beside the text, of which the text says no word.
    """
    at = next((n for n, one in enumerate(readings) if one.label == "title"), None)
    if at is None and given:
        return [] if _share_a_word(given, page.text) else [notice("H104", lines[0].where, given)]
    if at is None:
        return [notice("H101", lines[0].where)]
    rival = min(
        (n for n, one in enumerate(readings) if "title" in one.losses and n != at),
        key=lambda n: readings[n].losses["title"],
        default=None,
    )
    end = at + 1 + sum(1 for _ in takewhile(lambda one: one.label == "title goes on", readings[at + 1 :]))
    support = max(one.support for one in readings[at:end])
    told_by_page = fold(" ".join(line.plain for line in lines[at:end])) in page.titles
    unsure = not told_by_page and any(_could_be_two(line) for line in lines[at:end])
    unsure = unsure or _is_below_a_name(lines[:at], readings[:at])
    unsure = unsure or _goes_on_below(lines[end:], readings[end:])
    unsure = unsure or _heads_a_site(at, lines, readings) or _is_field_alone(at, lines, readings)
    unsure = unsure or (not told_by_page and is_unlike(at, end, lines, readings, page))
    sure = not unsure and support >= WEAK and readings[at].margin >= NEAR and not _teasers(readings[end:])
    text = " ".join(line.plain.strip() for line in lines[at:end])
    if pin_of(lines[at]) or (sure and not _odd(text, readings[at], page)):
        return []
    return [notice("H104", lines[at if rival is None else rival].where, lines[at].plain)]
