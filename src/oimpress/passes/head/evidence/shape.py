"""The shape of the words of a line of the head."""

from __future__ import annotations

from oimpress.knowledge.sentences import holds_two_sentences
from oimpress.model.draft import SUBJECT_ALONE
from oimpress.passes.head.evidence.asking import Page, evidence
from oimpress.passes.head.limits import BRIEF, LONG, MIDDLE, SHORT, SHORT_SENTENCE, TINY
from oimpress.passes.head.sight import Sight
from oimpress.patterns import lazy

YEARS = lazy(r"(?<!\d)(?:19|20)\d\d ?[-–/] ?(?:19|20)?\d\d$")


@evidence(LONG)
def capitals(line: Sight, page: Page) -> object:
    return line.capitals


@evidence(MIDDLE)
def verb(line: Sight, page: Page) -> object:
    return line.verb


@evidence()
def sentence(line: Sight, page: Page) -> object:
    return line.ends and line.size > SHORT_SENTENCE and line.text[-1] not in "!?"


@evidence()
def short_sentence(line: Sight, page: Page) -> object:
    return line.ends and line.size <= SHORT_SENTENCE and line.text[-1] not in "!?"


@evidence(MIDDLE)
def question(line: Sight, page: Page) -> object:
    return line.text[-1] in "!?"


@evidence()
def two_sentences(line: Sight, page: Page) -> object:
    return holds_two_sentences(line.text)


@evidence(LONG)
def quotation(line: Sight, page: Page) -> object:
    return line.text[0] in '«“"' and line.text[-1] in '»”"'


@evidence()
def tiny(line: Sight, page: Page) -> object:
    return line.size <= TINY and SUBJECT_ALONE not in line.line.marks


@evidence()
def short(line: Sight, page: Page) -> object:
    return TINY < line.size <= BRIEF


@evidence()
def middle(line: Sight, page: Page) -> object:
    return BRIEF < line.size <= MIDDLE


@evidence()
def long(line: Sight, page: Page) -> object:
    return MIDDLE < line.size <= LONG


@evidence()
def very_long(line: Sight, page: Page) -> object:
    return line.size > LONG


@evidence(60)
def few_words(line: Sight, page: Page) -> object:
    return len(line.words) < 4


@evidence(LONG)
def capitals_under_small_letters(line: Sight, page: Page) -> object:
    above = line.beside(-1)
    return line.capitals and above and not above.capitals


@evidence(LONG)
def lower_case_first(line: Sight, page: Page) -> object:
    return line.text[0].islower()


@evidence(SHORT)
def ends_with_years(line: Sight, page: Page) -> object:
    """A plan or a programme, « Plan Grand âge 2022-2026 », rather than a body."""
    return line.text[-1].isdigit() and YEARS.search(line.text) and not line.verb


@evidence()
def goes_on(line: Sight, page: Page) -> object:
    """Whether a line waits for what stands below; a title waits behind a colon for its next line, in small letters."""
    below = line.beside(1) if line.text[-1] == ":" else None
    title = below and below.tight and below.text[0].islower() and not below.ends and below.text[-1] not in ":;,"
    return line.text[-1] in ":;," and not title


@evidence()
def speaks_to_the_reader_and_goes_on(line: Sight, page: Page) -> object:
    """« Le maire a le plaisir de vous convier à l'ouverture de la saison : »."""
    return line.text[-1] in ":," and line.verb and line.holds("addressed")


@evidence()
def tight(line: Sight, page: Page) -> object:
    return line.tight


@evidence()
def blank_before(line: Sight, page: Page) -> object:
    return line.at > 0 and line.line.gap


@evidence(LONG)
def line_before_is_cut(line: Sight, page: Page) -> object:
    return line.cut_above


@evidence(LONG)
def wraps_into_a_sentence(line: Sight, page: Page) -> object:
    """Whether the line below goes on with it, and ends like a sentence."""
    below = line.beside(1)
    return below and below.tight and below.text[0].islower() and below.ends and not line.ends


@evidence(LONG)
def capitals_go_on(line: Sight, page: Page) -> object:
    above = line.beside(-1)
    return line.tight and line.capitals and above and above.capitals and not above.ends and not above.label
