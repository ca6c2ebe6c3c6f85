"""What speaks on a line of the head: each piece of evidence is a question with a name, which ``head.toml`` weighs."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from oimpress.knowledge.gazetteer import fold, place_countries
from oimpress.knowledge.lexicon import rows
from oimpress.knowledge.people import is_function, is_name, name_at
from oimpress.knowledge.phones import find_phones
from oimpress.model.draft import Line
from oimpress.passes.head.sight import SHORT, Sight
from oimpress.passes.lines.menu import is_button
from oimpress.passes.wordings import order_words


@dataclass(frozen=True, slots=True)
class Page:
    """What is known of the page beside its lines, folded: its titles by the markup, who sends it, the house's words."""

    titles: frozenset[str] = frozenset()
    issuers: frozenset[str] = frozenset()
    kickers: frozenset[str] = frozenset()
    furniture: frozenset[str] = frozenset()


Question: TypeAlias = Callable[[Sight, Page], object]
EVERY = 1_000_000
BETWEEN = re.compile(r"\s+[-–—|/•·]\s+")
MANY, LONGEST_NAME = 3, 25  # names in one line, characters of one
QUESTIONS: list[tuple[int, str, Question]] = []  # the longest line it is asked of, its name, itself


def evidence(most: int = EVERY) -> Callable[[Question], Question]:
    """Register a question under its name, with blanks; it is asked of lines of at most so many characters."""

    def register(question: Question) -> Question:
        QUESTIONS.append((most, question.__name__.replace("_", " "), question))
        return question

    return register


def sights_of(lines: Sequence[Line]) -> list[Sight]:
    sights: list[Sight] = []
    for at, line in enumerate(lines):
        sights.append(Sight(line, at, sights))
    return sights


def evidence_on(lines: Sequence[Line], page: Page) -> list[frozenset[str]]:
    """What speaks on each line."""
    return [
        frozenset([name for most, name, asks in QUESTIONS if most >= sight.size and asks(sight, page)])
        for sight in sights_of(lines)
    ]


def _kickers() -> frozenset[str]:
    return frozenset(fold(row[0]) for row in rows("kickers"))


# -- dates, places, numbers ------------------------------------------------------------------------------------


@evidence(SHORT)
def only_date(line: Sight, page: Page) -> object:
    return line.date and not line.label and not line.rest and not line.number


@evidence(SHORT)
def place_and_date(line: Sight, page: Page) -> object:
    return line.date and line.place and not line.opening


@evidence(SHORT)
def label_and_date(line: Sight, page: Page) -> object:
    return line.label and line.date and (not line.rest or place_countries(line.rest) or len(line.words) < 12)


@evidence(SHORT)
def holds_a_date(line: Sight, page: Page) -> object:
    return line.date and (line.rest or line.number) and not line.place and not line.label


@evidence(40)
def only_place(line: Sight, page: Page) -> object:
    return not line.date and not line.label and line.place


@evidence(SHORT)
def says_when(line: Sight, page: Page) -> object:
    return line.date and line.says("published")


@evidence()
def opens_with_place_or_date(line: Sight, page: Page) -> object:
    return line.opening


@evidence(SHORT)
def number(line: Sight, page: Page) -> object:
    return line.number


@evidence(SHORT)
def only_number(line: Sight, page: Page) -> object:
    return line.number and not line.rest and not line.label and not line.date


# -- words that say what a line is -----------------------------------------------------------------------------


@evidence(SHORT)
def label(line: Sight, page: Page) -> object:
    return line.label and (not line.rest or (len(line.rest) < 35 and not line.verb and not line.ends))


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
    return any(word in lower for word in ("embarg", "avant", "partir")) and line.holds("embargo")


@evidence(90)
def order(line: Sight, page: Page) -> object:
    return order_words().match(line.text)


@evidence(SHORT)
def body_first(line: Sight, page: Page) -> object:
    return line.body == 0


@evidence(SHORT)
def article_first(line: Sight, page: Page) -> object:
    return line.words[0].casefold() in ("un", "une", "des", "dix", "deux", "trois", "the", "a")


@evidence(SHORT)
def body_within(line: Sight, page: Page) -> object:
    return line.body > 0


@evidence(SHORT)
def is_the_sender(line: Sight, page: Page) -> object:
    return page.issuers and line.folded in page.issuers


@evidence(SHORT)
def sender_is_announced(line: Sight, page: Page) -> object:
    """« Nouvelles fournies par » stands above it."""
    above = line.beside(-1)
    return line.tight and above and above.says("provided")


@evidence(SHORT)
def several_bodies(line: Sight, page: Page) -> object:
    """Three short names or more between dashes or bars, most of them acronyms: « CGT – FO – Sud Rail »."""
    names = BETWEEN.split(line.text)
    if len(names) < MANY or line.verb or line.label or max(map(len, names)) > LONGEST_NAME:
        return False
    return 2 * sum(name.isupper() and name.isalpha() for name in names) > len(names) and not line.capitals


@evidence(45)
def named_below(line: Sight, page: Page) -> object:
    """A short name that the text repeats, capitals and all."""
    if line.size < 3 or line.label or line.date or len(line.words) > 5 or line.verb:
        return False
    if not (line.text[0].isupper() and line.words[-1][0].isupper()):
        return False
    return any(_names(other.text, line.text) for other in line.others[line.at + 1 :])


def _names(text: str, name: str) -> bool:
    """Whether ``name`` stands in ``text`` as a whole word, and not to open a sentence or a quotation."""
    at = text.find(name, 3)
    if at < 0 or (text[at - 1].isalnum() or text[at + len(name) : at + len(name) + 1].isalnum()):
        return False
    before = text[:at].rstrip()
    return before[-1:] not in tuple('«“".!?:')


@evidence(90)
def goes_on_from_above(line: Sight, page: Page) -> object:
    """What a body's name goes on with."""
    return line.tight and (line.says("civic") or (line.text[0].islower() and line.size < 70))


@evidence(200)
def fact(line: Sight, page: Page) -> object:
    return line.says("fact")


@evidence(120)
def page_tool(line: Sight, page: Page) -> object:
    crumbs = not line.ends and any(mark in line.text for mark in ">›»") and line.says("crumbs")
    return crumbs or line.says("tool") or is_button(line.text) or (page.furniture and line.folded in page.furniture)


@evidence(120)
def byline(line: Sight, page: Page) -> object:
    return line.says("byline") and not line.verb


@evidence(400)
def credit(line: Sight, page: Page) -> object:
    return line.figure


@evidence(250)
def above_a_credit(line: Sight, page: Page) -> object:
    """What can be the caption of the picture whose credit stands below."""
    below = line.beside(1)
    return line.size > 15 and not line.opening and below and below.figure and not below.figure.caption


@evidence(40)
def motto(line: Sight, page: Page) -> object:
    return line.folded.strip(" .,·•-") in ("liberte", "egalite", "fraternite", "liberte egalite fraternite")


@evidence(90)
def contact_words(line: Sight, page: Page) -> object:
    return line.says("contact")


@evidence(SHORT)
def details(line: Sight, page: Page) -> object:
    return line.says("details") or (
        line.size < SHORT and any(map(str.isdigit, line.text)) and any(find_phones(line.text, "FR", True))
    )


@evidence(80)
def person(line: Sight, page: Page) -> object:
    if line.label:
        return False
    name = name_at(line.text)
    return is_name(line.text) or (name and is_function(line.text[name:]))


@evidence(20)
def mark_alone(line: Sight, page: Page) -> object:
    return not any(map(str.isalnum, line.text))


@evidence(350)
def bullet(line: Sight, page: Page) -> object:
    return line.says("bullet")


@evidence(60)
def heads_a_sidebar(line: Sight, page: Page) -> object:
    return not line.ends and line.says("sidebar")


# -- the shape of the words ------------------------------------------------------------------------------------


@evidence(350)
def capitals(line: Sight, page: Page) -> object:
    return line.capitals


@evidence(160)
def verb(line: Sight, page: Page) -> object:
    return line.verb


@evidence()
def sentence(line: Sight, page: Page) -> object:
    return line.ends and line.size > 100 and line.text[-1] not in "!?"


@evidence(100)
def short_sentence(line: Sight, page: Page) -> object:
    return line.ends and line.text[-1] not in "!?"


@evidence(160)
def question(line: Sight, page: Page) -> object:
    return line.text[-1] in "!?"


@evidence()
def two_sentences(line: Sight, page: Page) -> object:
    return re.search(r"[a-zà-ÿ»)\d] ?[.!?] [A-ZÀ-Þ«“]", line.text)


@evidence(350)
def quotation(line: Sight, page: Page) -> object:
    return line.text[0] in '«“"' and line.text[-1] in '»”"'


@evidence(15)
def tiny(line: Sight, page: Page) -> object:
    return True


@evidence(39)
def short(line: Sight, page: Page) -> object:
    return line.size > 15


@evidence(160)
def middle(line: Sight, page: Page) -> object:
    return line.size > 39


@evidence(350)
def long(line: Sight, page: Page) -> object:
    return line.size > 160


@evidence()
def very_long(line: Sight, page: Page) -> object:
    return line.size > 350


@evidence(60)
def few_words(line: Sight, page: Page) -> object:
    return len(line.words) < 4


@evidence(350)
def capitals_under_small_letters(line: Sight, page: Page) -> object:
    above = line.beside(-1)
    return line.capitals and above and not above.capitals


@evidence(350)
def lower_case_first(line: Sight, page: Page) -> object:
    return line.text[0].islower()


@evidence()
def goes_on(line: Sight, page: Page) -> object:
    return line.text[-1] in ":;,"


@evidence()
def tight(line: Sight, page: Page) -> object:
    return line.tight


@evidence()
def blank_before(line: Sight, page: Page) -> object:
    return line.at > 0 and line.line.gap


@evidence(350)
def line_before_is_cut(line: Sight, page: Page) -> object:
    above = line.beside(-1)
    return line.tight and above and not above.ends and (above.loose or (line.text[0].islower() and above.size > 30))


@evidence(350)
def capitals_go_on(line: Sight, page: Page) -> object:
    above = line.beside(-1)
    return line.tight and line.capitals and above and above.capitals and not above.ends and not above.label


# -- what stands around it -------------------------------------------------------------------------------------


@evidence()
def first(line: Sight, page: Page) -> object:
    return line.at == 0


@evidence(350)
def prose_follows(line: Sight, page: Page) -> object:
    below = line.beside(1)
    return below and (below.prose or below.opening)


@evidence(350)
def opening_follows(line: Sight, page: Page) -> object:
    below = line.beside(1)
    return below and below.opening and below.opening.country


@evidence(350)
def label_follows(line: Sight, page: Page) -> object:
    return any(below.label for below in line.others[line.at + 1 : line.at + 5])


@evidence(350)
def label_before(line: Sight, page: Page) -> object:
    return any(above.label for above in line.others[: line.at])


@evidence(350)
def said_before(line: Sight, page: Page) -> object:
    return line.size > 12 and any(above.same(line) for above in line.others[: line.at])


@evidence(350)
def said_again(line: Sight, page: Page) -> object:
    return line.size > 12 and any(below.same(line) for below in line.others[line.at + 1 :])


@evidence()
def after_prose(line: Sight, page: Page) -> object:
    return sum(above.prose for above in line.others[: line.at]) == 1


@evidence()
def after_much_prose(line: Sight, page: Page) -> object:
    return sum(above.prose for above in line.others[: line.at]) > 1


@evidence(200)
def after_fact(line: Sight, page: Page) -> object:
    above = line.beside(-1)
    return line.tight and above and fact(above, page)


@evidence(SHORT)
def after_contact(line: Sight, page: Page) -> object:
    return line.tight and any(
        contact_words(above, page) or details(above, page) for above in line.others[max(line.at - 3, 0) : line.at]
    )


# -- what the markup says --------------------------------------------------------------------------------------


@evidence()
def heading_of_the_first_level(line: Sight, page: Page) -> object:
    return line.line.level == 1


@evidence()
def lower_heading(line: Sight, page: Page) -> object:
    return line.line.level > 1


@evidence(350)
def page_s_own_title(line: Sight, page: Page) -> object:
    return page.titles and line.size > 3 and line.folded in page.titles


@evidence(350)
def called_otherwise(line: Sight, page: Page) -> object:
    """Whether the page has a title beside its text, and it is another."""
    return page.titles and line.folded not in page.titles


@evidence()
def bold(line: Sight, page: Page) -> object:
    return "bold" in line.line.marks


@evidence()
def marked_kicker(line: Sight, page: Page) -> object:
    return "kicker" in line.line.marks


@evidence()
def marked_subtitle(line: Sight, page: Page) -> object:
    return "subtitle" in line.line.marks


@evidence()
def marked_standfirst(line: Sight, page: Page) -> object:
    return "standfirst" in line.line.marks


@evidence()
def marked_date(line: Sight, page: Page) -> object:
    return "date" in line.line.marks


@evidence()
def marked_title(line: Sight, page: Page) -> object:
    return "title" in line.line.marks
