"""What stands around a line of the head."""

from __future__ import annotations

from oimpress.passes.head.evidence.asking import Page, evidence
from oimpress.passes.head.evidence.words import address, contact_words, details, person, practical
from oimpress.passes.head.limits import FEW, LONG, LONG_ENOUGH, SHORT
from oimpress.passes.head.sight import Sight
from oimpress.passes.wordings import opens_anew


@evidence()
def first(line: Sight, page: Page) -> object:
    return line.at == 0


@evidence(LONG)
def prose_follows(line: Sight, page: Page) -> object:
    below = line.beside(1)
    return below and (below.prose or below.opening)


@evidence(LONG)
def opening_follows(line: Sight, page: Page) -> object:
    below = line.beside(1)
    return below and below.opening and below.opening.country


@evidence(LONG)
def label_follows(line: Sight, page: Page) -> object:
    return any(below.label for below in line.others[line.at + 1 : line.at + 5])


@evidence(LONG)
def label_before(line: Sight, page: Page) -> object:
    return any(above.label for above in line.others[: line.at])


@evidence(LONG)
def opens_anew_below(line: Sight, page: Page) -> object:
    """Whether it opens anew closely below a line of several words that is no label, day, body or sentence."""
    above = line.beside(-1)
    if not above or not line.tight or line.ends or len(above.words) < FEW or not opens_anew(line.text):
        return False
    return not (above.ends or above.label or above.date or above.body == 0 or above.loose)


@evidence(LONG)
def said_before(line: Sight, page: Page) -> object:
    return line.size > LONG_ENOUGH and any(above.same(line) for above in line.others[: line.at])


@evidence(LONG)
def said_again(line: Sight, page: Page) -> object:
    return line.size > LONG_ENOUGH and any(below.same(line) for below in line.others[line.at + 1 :])


@evidence()
def after_prose(line: Sight, page: Page) -> object:
    return sum(above.prose for above in line.others[: line.at]) == 1


@evidence()
def after_much_prose(line: Sight, page: Page) -> object:
    return sum(above.prose for above in line.others[: line.at]) > 1


@evidence(200)
def after_practical(line: Sight, page: Page) -> object:
    above = line.beside(-1)
    return line.tight and above and practical(above, page)


@evidence(SHORT)
def service_is_reached(line: Sight, page: Page) -> object:
    """« Service médias » above how it is reached, or above somebody and that: whom one asks, nobody who issues."""
    if not line.says("press_service"):
        return False
    below, next_one = line.beside(1), line.beside(2)
    return below and (details(below, page) or (person(below, page) and next_one and details(next_one, page)))


@evidence(SHORT)
def after_contact(line: Sight, page: Page) -> object:
    """What follows the words or the details of a contact closely, or names somebody below them."""
    above = line.beside(-1)
    near = line.tight or (above and person(line, page) and (_leads(above, page) or details(above, page)))
    return (
        near
        and not line.number
        and any(
            _leads(other, page) or details(other, page) or address(other, page)
            for other in line.others[max(line.at - 3, 0) : line.at]
        )
    )


def _leads(line: Sight, page: Page) -> bool:
    return bool(contact_words(line, page) or service_is_reached(line, page))
