"""What tells contacts by its words, whatever its element is called: those for the press, and how one is reached."""

from __future__ import annotations

from oimpress.knowledge.addresses import has_mail
from oimpress.knowledge.labels import labelled
from oimpress.knowledge.people import is_function, name_at
from oimpress.knowledge.phones import MANY_DIGITS, find_phones
from oimpress.readers.html.limits import LONGEST_LABEL

PRESS = labelled(
    r"(?:vos? |nos? )?(?:contacts?|relations?|service|bureau)\b[^.!?]{0,30}(?<!\w)(?&press)\b"
    r"|(?:press|media)(?: and media)? (?:contacts?|office|relations|enquiries|inquiries)"
    r"|contactos? (?:de|para)(?: (?:el|la|los))? (?:prensa|medios|periodistas)"
    r"|(?:personnes? de contact|magistrate?s? de presse|presse et (?:images|photos|visuels))(?!\w)"
    r"|(?:informations?|renseignements?)(?: aux| pour (?:les|la))? (?&press)\b"
    r"|(?:pour|à l.attention de) (?:la |les |des )?(?&press)\s*:"
)
# « Vos contacts » alone are of the press where what stands below says so: a function, « presse@… ».
PLAIN = labelled(
    r"(?:vos |nos )?(?:contacts?|interlocut(?:eur|rice)s?|renseignements?(?: compl[ée]mentaires)?"
    r"|(?:further|more) information|(?:para )?m[áa]s informaci[óo]n)\b(?! *@)"
)
FOR_PRESS = labelled(
    r"(?:relations?|attaché\w*|chargé\w*|responsable|service|bureau|cellule|p[ôo]le)\b[^.!?@\d]*(?<!\w)(?&press)\b|\bpresse?@"
    r"|(?<!\w)(?:press|media) (?:office|officer|relations|contact|team)\b"
    r"|(?:direct(?:eur|rice|ora?)|responsable|chargée?|cheffe?|jef[ea]|head)(?: (?:de|of|la|group|corporate))* "
    r"(?:communications?|comunicaci[óo]n)\b|(?<!\w)communications? (?:officer|manager|director|adviser|advisor)\b"
)

LABEL = labelled(r"(?<!\w)(?&phone)\s*[.:]")


def calls_itself_contacts(text: str) -> bool:
    """Whether words open by calling themselves contacts for the press, and say how to reach somebody."""
    plain = PLAIN.match(text)
    told = plain is not None and (FOR_PRESS.search(text) is not None or _names_somebody(text[plain.end() :]))
    return (told or PRESS.match(text) is not None) and reaches(text)


def _names_somebody(text: str) -> bool:
    """Whether words begin with somebody's name and function, which no foot of a site says of its office."""
    rest = text.lstrip(" :")
    end = name_at(rest)
    return end > 0 and rest[end : end + 1] == "," and is_function(rest[end + 1 :])


def calls_contacts(text: str) -> bool:
    """Whether all of some words is that they head contacts for the press: « Contacts médias »."""
    found = PRESS.match(text)
    return found is not None and not text[found.end() :].strip(" :")


def says_whom_to_ask(text: str) -> bool:
    """The same, or « Contact : » and somebody's name, which no foot of a site says of its office."""
    plain = PLAIN.match(text)
    named = plain is not None and name_at(text[plain.end() :].lstrip(" :")) > 0
    return calls_itself_contacts(text) or (named and reaches(text))


def reaches(text: str) -> bool:
    """Whether words hold an address or a number of many digits."""
    return has_mail(text) or MANY_DIGITS.search(text) is not None


def says_how(text: str) -> bool:
    """Whether words say how somebody is reached; an address in a long text, or of a page, does not."""
    if len(text) > 4 * LONGEST_LABEL or "://" in text:
        return False
    number = MANY_DIGITS.fullmatch(text.strip()) or LABEL.search(text)
    return has_mail(text) or number is not None or any(find_phones(text))
