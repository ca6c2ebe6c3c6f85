"""The words that lead to contacts: a sentence up to its verb, a heading, or a place."""

from __future__ import annotations

import re
from functools import lru_cache

from oimpress.knowledge.addresses import has_mail
from oimpress.knowledge.dates import find_date
from oimpress.knowledge.gazetteer import place_country
from oimpress.knowledge.labels import labelled
from oimpress.knowledge.people import name_at
from oimpress.knowledge.phones import find_phones
from oimpress.knowledge.sentences import ends_clause
from oimpress.model.draft import Line
from oimpress.passes.foot.limits import LABEL_REACH, LEAD_REACH, LEAST_DIALLED, LEAST_NAMED, LONGEST_LINE
from oimpress.passes.foot.words import plainly, said
from oimpress.patterns import lazy

DASH = lazy(r" [–—-] ")
ADORNS = " []*=_~#>•·|-–—"  # what stands around a heading: « [Contacts presse] », « *** CONTACTS *** »
NAMED_LEAD = labelled(
    r"(?:contacts?(?: (?&press))?|(?:sources?|infos?|enquiries|inquiries)(?= *:)|renseignements?(?= *:)) *:?"
    r" *(?=[^\W\d_])"
)
CITED = lazy(r"^sources?\b[^@]*(?<!\d)(?:19|20)\d\d[ .)]*$", re.IGNORECASE)  # what a figure was taken from
PLACE_LEAD = lazy(r"(?:[ÀA]|Au|Aux|En|In|At) (?P<place>[^,:;.@\d]{2,40}?) *[:,](?= )")
AMOUNT = lazy(
    r"[ \u00a0\u202f]?(?:[€$£%]|(?:euros?|dollars?|francs?|fcfa|pesos?|millions?|milliards?|habitants?|tonnes?|km)\b)",
    re.IGNORECASE,
)
MEASURE = lazy(r"[-+−]?\d{1,3}(?:[ .,\u00a0\u202f]?\d{1,3}){0,2}[ \u00a0\u202f]?[a-zA-Zµ]{1,3}[²³]?")  # « 2,10 m »
REGISTERED = lazy(r"[ \u00a0\u202f]?r\.?c\.?s\b", re.IGNORECASE)
WHOLE_HEAD = lazy(r".*", re.DOTALL)
NOT_DIALLED = lazy(
    r"(?<!\w)(?:(?-i:BE|CHE|BCE|KBO)"
    r"|siret|siren|finess|rna|rcs|tva|iban|isin|b\.?p"
    r"|p\.? ?o\.? ?box|apdo|apartado|bo[îi]te postale|case postale|cs|tsa|r[ée]f)[ .:\u00a0]*(?:\w{1,9}[ /])?$",
    re.IGNORECASE,
)


@lru_cache(maxsize=512)  # where contacts begin, where they end and what they say is asked of the same lines
def lead_of(text: str) -> re.Match[str] | None:
    """The words at the head of ``text`` that lead to a contact."""
    plain = plainly(text)
    return (
        said("sentence_lead").match(plain)
        or heading_of(plain)
        or _before_a_name(plain)
        or _at_a_place(plain)
        or _up_to_a_person(plain)
        or _before_who_answers(plain)
    )


def lead_on(line: Line) -> re.Match[str] | None:
    """The words at the head of ``line`` that lead to a contact; more of them where the markup makes it a heading."""
    return lead_of(line.plain.strip()) or marked_heading(line)


def marked_heading(line: Line) -> re.Match[str] | None:
    """« Information », « Source »: words that head contacts where the markup says that they head a part."""
    words = plainly(line.plain).strip() if line.level else ""
    return said("heading_marked").fullmatch(words) or said("source_heading").fullmatch(words)


def heading_of(plain: str) -> re.Match[str] | None:
    """A heading: all of the line but what adorns it, or what stands before a colon."""
    start, end = len(plain) - len(plain.lstrip(ADORNS)), len(plain.rstrip(ADORNS))
    if (
        whole := said("heading").fullmatch(plain, start, end)
        or stands_alone(plain)
        or said("heading_whole").fullmatch(plain)
    ):
        return whole
    if found := said("heading").fullmatch(plain, start, plain.find(":", 0, LEAD_REACH) + 1):
        return found
    dash = DASH.search(plain, 0, LEAD_REACH)
    return said("heading").fullmatch(plain, start, dash.start()) if dash else None


def stands_alone(plain: str) -> re.Match[str] | None:
    """Words that head contacts only where nothing stands beside them: « Source : », « Presse : »."""
    return said("heading_alone").fullmatch(plain) or said("heading_line").fullmatch(plain)


def _before_a_name(plain: str) -> re.Match[str] | None:
    """« Contact Slim Ben Achour », « Source : Vincent Thériault »: one word before somebody's name."""
    found = NAMED_LEAD.match(plain)
    if found and CITED.search(plain):
        return None  # « Source : Enquête Emploi, 2025. »
    return found if found and name_at(plain, found.end()) > found.end() else None


def _up_to_a_person(plain: str) -> re.Match[str] | None:
    """A sentence up to the verb behind which the person stands who can be asked: « Merci de contacter Anne Bo … »."""
    if "@" not in plain and not any(map(str.isdigit, plain)):
        return None
    found = said("asking").search(plain)
    if not found or not said("person_next").match(plain, found.end()):
        return None
    return WHOLE_HEAD.match(plain, 0, found.end())


def _before_who_answers(plain: str) -> re.Match[str] | None:
    """What stands before somebody of whom a sentence says where to be reached: « Pour toute question, Awa Sow … »."""
    opening = said("opening").match(plain)
    if not opening or name_at(plain, opening.end()) == opening.end():
        return None
    answers = said("answering").search(plain, opening.end())
    return WHOLE_HEAD.match(plain, 0, opening.end()) if answers and tells_how(plain[answers.end() :]) else None


def _at_a_place(plain: str) -> re.Match[str] | None:
    """The place that a line names before somebody who can be asked there, rather than before a sentence."""
    place = PLACE_LEAD.match(plain)
    if not place or not place_country(place["place"]):
        return None
    rest = plain[place.end() :].strip()
    named = len(rest) <= LONGEST_LINE and not ends_clause(rest) and name_at(rest) > 0
    return place if not rest or named or has_details(rest) else None


@lru_cache(maxsize=512)
def has_details(text: str) -> bool:
    """Whether ``text`` holds an address or a number to ask at."""
    if has_mail(text):
        return True
    if not any(map(str.isdigit, text)) or MEASURE.fullmatch(text.strip()):
        return False
    label = said("label").search(plainly(text))
    return bool(label and said("phone_label").match(label[0])) or any(find_phones(text)) or _is_number(text)


def _is_number(text: str) -> bool:
    """Whether a short line holds nothing but a number of ten digits or so, as offices write their own country's."""
    return len(text) <= LONGEST_LINE and NATIONAL.search(text) is not None


NATIONAL = lazy(r"(?<![\d/])0\d(?:[ .\u00a0\u202f-]?\d\d){4}(?!\d)")


@lru_cache(maxsize=512)
def has_number(text: str) -> bool:
    """Whether a short line below a heading of contacts holds a number of any country."""
    if len(text) > LONGEST_LINE or find_date(text):
        return False
    found = [one for one in find_phones(text, "", True) if is_dialled(text, one.start, one.end)]
    least = LEAST_NAMED if name_at(plainly(text.lstrip())) else LEAST_DIALLED
    return any(sum(map(str.isdigit, text[one.start : one.end])) >= least for one in found)


def rings(text: str) -> bool:
    """Whether words hold a number of any country, or what they say of one of several people does."""
    return has_number(text) or any(has_number(part) for part in text.split(";"))


def tells_how(text: str) -> bool:
    """Whether ``text`` holds an address, or a number as any country writes it."""
    return has_details(text) or has_number(text)


def is_dialled(text: str, start: int, end: int) -> bool:
    """Whether the number at ``start:end`` can be a telephone: no post box, no number of a register, no amount."""
    before = text[max(start - LABEL_REACH, 0) : start]
    return not (NOT_DIALLED.search(before) or AMOUNT.match(text, end) or REGISTERED.match(text, end))
