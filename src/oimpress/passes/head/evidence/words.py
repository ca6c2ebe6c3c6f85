"""Words that say what a line of the head is."""

from __future__ import annotations

from functools import cache

from oimpress.knowledge.folding import fold
from oimpress.knowledge.gazetteer import place_countries
from oimpress.knowledge.lexicon import rows
from oimpress.knowledge.people import is_function, is_name, name_at
from oimpress.knowledge.phones import find_phones
from oimpress.passes.head.evidence.asking import Page, evidence
from oimpress.passes.head.evidence.names import BETWEEN, body_last
from oimpress.passes.head.limits import (
    BEHIND_LABEL,
    LONG,
    MIDDLE,
    SHORT,
    TINY,
)
from oimpress.passes.head.sight import Sight
from oimpress.passes.head.words import said
from oimpress.passes.limits import LONGEST_ABOVE, LONGEST_CAPTION
from oimpress.passes.lines.buttons import is_button
from oimpress.passes.lines.copied import is_signpost
from oimpress.passes.wordings import is_address, order_words
from oimpress.patterns import lazy

# Three words or phrases: « Paix – Travail – Patrie », « Un Peuple – Un But – Une Foi »
MOTTO = lazy(r"[^\W\d_]+(?: [^\W\d_]+)?(?: ?[-–—•·/,] ?[^\W\d_]+(?: [^\W\d_]+)?){2}[ .]*")
COLUMNS = lazy(r"\n|\t|  +| / ")
ASKING = (  # what every way of asking to wait holds one of
    *("embarg", "avant", "partir", "jusqu", "hasta", "antes", "before", "until", "prior"),
    *("release", "diffusi", "publica", "parution", "broadcast", "for use"),
)
TOPICS = lazy(  # « Énergie / Industrie »
    r"[A-ZÀ-Þ][\w'-]+(?: [\w'-]+){0,2}(?: +[/|•·] +[A-ZÀ-Þ][\w'-]+(?: [\w'-]+){0,2}){1,3}"
)


@cache
def _kickers() -> frozenset[str]:
    return frozenset(fold(row[0]) for row in rows("kickers"))


@evidence(SHORT)
def label(line: Sight, page: Page) -> object:
    return line.label and (not line.rest or (len(line.rest) < BEHIND_LABEL and not line.verb and not line.ends))


@evidence(SHORT)
def nothing_but_label(line: Sight, page: Page) -> object:
    return line.label and not line.rest


@evidence(70)
def begins_with_label(line: Sight, page: Page) -> object:
    return line.label and line.rest and not line.ends


@evidence(50)
def a_kicker_we_know(line: Sight, page: Page) -> object:
    return (bare := line.folded.rstrip(" :.")) in _kickers() or bare in page.kickers


@evidence(200)
def embargo(line: Sight, page: Page) -> object:
    lower = line.text.lower()
    return any(word in lower for word in ASKING) and line.holds("embargo")


@evidence(90)
def order(line: Sight, page: Page) -> object:
    return order_words().match(line.text) or line.says("addressees")


@evidence(90)
def period(line: Sight, page: Page) -> object:
    return line.says("period")


@evidence(MIDDLE)
def names_a_case(line: Sight, page: Page) -> object:
    """« Judgment in Case T-318/23 | Delmas v Board », « Arrêt n° 61/2025 »: what a text is about, by its number."""
    return not line.verb and not line.ends and line.says("case")


@evidence(MIDDLE)
def names_who_helped(line: Sight, page: Page) -> object:
    """« Avec le soutien du Fonds régional »."""
    return not line.verb and not line.ends and line.says("patronage")


@evidence(90)
def topics(line: Sight, page: Page) -> object:
    """« Énergie / Industrie », above a title."""
    below = line.beside(1)
    if line.verb or line.label or line.capitals or not TOPICS.fullmatch(line.text):
        return False
    names = BETWEEN.split(line.text)
    return below and below.size > line.size and not any(is_name(name) or place_countries(name) for name in names)


@evidence(200)
def practical(line: Sight, page: Page) -> object:
    """« Lieu : la halle » of an invitation; of a letter, « Date : 12 mars 2025 » says when it was written."""
    return line.says("practical") and (not line.says("dated") or _of_an_event(line))


def _of_an_event(line: Sight) -> bool:
    """Whether a day is that of an event: something asks to come, or beside it stands when and where.

    On pages with headings by their markup nobody can tell.
    """
    if not line.date or line.rest or any(other.line.level or _asks_to_come(other) for other in line.others):
        return True
    return any(near and near.says("practical") and not near.says("dated") for near in (line.beside(-1), line.beside(1)))


@evidence(200)
def names_its_subject(line: Sight, page: Page) -> object:
    """« Objet : fermeture du pont »: the title, where none stands beside it."""
    return line.says("concerns")


def _asks_to_come(line: Sight) -> object:
    return line.label and line.says("invites")


@evidence(MIDDLE)
def names_an_event(line: Sight, page: Page) -> object:
    """« Présentation de la saison 2025-2026 » of an invitation: what it asks to."""
    return line.says("event") and any(map(_asks_to_come, line.others))


@evidence(120)
def page_tool(line: Sight, page: Page) -> object:
    crumbs = not line.ends and any(mark in line.text for mark in ">›»") and line.says("crumbs")
    return (
        crumbs
        or (line.says("tool") and not line.prose)
        or is_button(line.text)
        or is_signpost(line.text)
        or (page.furniture and line.folded in page.furniture)
    )


@evidence(120)
def byline(line: Sight, page: Page) -> object:
    return line.says("byline") and not line.verb


@evidence(LONGEST_CAPTION)
def credit(line: Sight, page: Page) -> object:
    return line.figure


@evidence(LONGEST_ABOVE)
def above_a_credit(line: Sight, page: Page) -> object:
    """What can be the caption of the picture whose credit stands below."""
    below = line.beside(1)
    return line.size > TINY and not line.opening and below and below.figure and not below.figure.caption


@evidence(SHORT)
def motto(line: Sight, page: Page) -> object:
    """A State's motto, and its name above one or above the body of it that issues the text."""
    if _is_motto(line):
        return True
    if not line.says("state"):
        return False
    if _of_a_state(line.text):
        return True
    below = [one for one in (line.beside(1), line.beside(2), line.beside(3)) if one and not one.date]
    official = any(one.body == 0 and not one.label for one in below[:2]) and said("state_alone").fullmatch(line.text)
    return (below and _is_motto(below[0])) or official


def _is_motto(line: Sight) -> bool:
    if line.says("devise"):
        return True
    above = line.beside(-1)
    above = line.beside(-2) if above and above.date and not above.says("state") else above
    if above is None or not above.says("state"):
        return False
    return all(MOTTO.fullmatch(part.strip()) for part in COLUMNS.split(line.text))


def _of_a_state(text: str) -> bool:
    """Whether parts of a line are the name of a State, in several languages or with its motto."""
    parts = [part.strip() for part in COLUMNS.split(text)]
    return len(parts) > 1 and all(said("state_alone").fullmatch(part) or MOTTO.fullmatch(part) for part in parts)


@evidence(160)
def contact_words(line: Sight, page: Page) -> object:
    return line.says("contact")


@evidence(SHORT)
def details(line: Sight, page: Page) -> object:
    return line.says("details") or (line.size < SHORT and line.figures and any(find_phones(line.text, "FR", True)))


@evidence(SHORT)
def address(line: Sight, page: Page) -> object:
    return not line.verb and not line.ends and not line.label and line.figures and is_address(line.text)


@evidence(80)
def person(line: Sight, page: Page) -> object:
    if line.label or line.body >= 0 or body_last(line, page) or line.holds("press_service"):
        return False
    name = name_at(line.text)
    return is_name(line.text) or (name and is_function(line.text[name:]))


@evidence(20)
def mark_alone(line: Sight, page: Page) -> object:
    return not any(map(str.isalnum, line.text))


@evidence(LONG)
def bullet(line: Sight, page: Page) -> object:
    return line.says("bullet") and not line.label


@evidence(LONG)
def one_of_two_points(line: Sight, page: Page) -> object:
    """One of the two lines with bullets closely below each other between title and text: they are its subtitle."""
    if not _is_point(line):
        return False
    above, below = line.beside(-1), line.beside(1)
    first, last = (above, line) if _is_point(above) and line.tight else (line, below)
    if not (first and last and _is_point(last) and last.tight):
        return False
    around = first.beside(-1), last.beside(1)
    prose = around[1] and (around[1].prose or around[1].opening)
    return prose and not _is_point(around[0]) and not (around[0] and around[0].text[-1] == ":")


def _is_point(line: Sight | None) -> bool:
    return line is not None and line.says("bullet") and not line.label and not line.text[0].isdigit()


@evidence(60)
def heads_a_sidebar(line: Sight, page: Page) -> object:
    return not line.ends and line.says("sidebar")
