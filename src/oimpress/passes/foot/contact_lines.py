"""Where the contacts stand at the foot of a release: the words that lead to them, and their lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from oimpress.knowledge.gazetteer import place_country
from oimpress.knowledge.people import is_name, name_at
from oimpress.knowledge.phones import find_phones
from oimpress.model.draft import Line
from oimpress.passes.foot.backmatter import ABOUT_HEADING

MORE = (
    r"(?:pour (?:plus|davantage|toute?s?|obtenir|de plus|en savoir)|for (?:more|further|additional|any)"
    r"|para (?:más|mayor|obtener))"
)
ASK = (
    r"(?:contacte[rz]|contact(?:ar|e)(?: a| con)?|contact|llame al?|escriba a|s['’]adresser à|appeler|joindre|écrire à"
    r"|comunicarse con|comuníquese con|póngase en contacto con)"
)
LEADS = re.compile(
    rf"{MORE}\b.{{0,300}}?\b{ASK}(?!\w)|{MORE}\b[^.:]{{0,120}}:\s*$",
    re.IGNORECASE | re.DOTALL,
)
HEADING = re.compile(
    r"(?:contacts?(?: (?:presse|médias|media|press|de prensa|pour (?:la presse|les médias)))?"
    r"|(?:press|media) contacts?|contactos?(?: de prensa)?"
    r"|renseignements|relations (?:avec les )?médias)[\s\u00a0]*:?",
    re.IGNORECASE,
)
PLACE_LEAD = re.compile(r"(?:[ÀA]|Au|Aux|En|In|At)[ \u00a0](?P<place>[^,:;.@\d]{2,40}?)[ \u00a0]*[:,](?=[ \u00a0])")
HEADED = re.compile(rf"(?:{HEADING.pattern})(?<=:)(?=[\s\u00a0])", re.IGNORECASE)
EMAIL = re.compile(r"[\w.+%'-]+@[\w-]+(?:\.[\w-]+)+")
LABELS = re.compile(
    r"(?<!\w)(?:t[ée]l(?:[ée]phone|[ée]fono)?|phone|mobile|m[óo]vil|cell(?:ulaire|ular|phone)?|portable|gsm|fax|t[ée]l[ée]copie"
    r"|e-?mail|courriel|courrier [ée]lectronique|m[ée]l|mail|correo(?: electr[óo]nico)?|whatsapp|bureau|office"
    r"|site web)"
    r"(?:\.|[\s\u00a0\u202f]*:|\.[\s\u00a0\u202f]*:)?(?=[\s\u00a0\u202f]*(?:$|[+(\d:]|[\w.+%'-]+@))[\s\u00a0\u202f]*:?",
    re.IGNORECASE,
)
PHONE_LABEL = re.compile(r"t[ée]l|phone|mobile|m[óo]vil|cell|portable|gsm|fax|whatsapp|bureau|office", re.IGNORECASE)
SENTENCE_ENDS = (".", ":", ";", "!", "?", "»")
LONGEST = 140  # characters of a line in a contact block; sentences that lead to one may be longer


def region(flow: Sequence[object]) -> tuple[int, int]:
    """First and last+1 position of the contact lines in ``flow``; equal when there are none."""
    lead = next(
        (i for i, item in enumerate(flow) if isinstance(item, Line) and _leads(item) and _answers(flow, i)), None
    )
    start = lead if lead is not None else _unled(flow)
    end = start
    while end < len(flow) and isinstance(item := flow[end], Line) and _belongs(item, end == start):
        end += 1
    return start, end


def _leads(line: Line) -> bool:
    text = line.plain.strip()
    return bool(lead_of(text))


def lead_of(text: str) -> re.Match[str] | None:
    """The words of ``text`` that lead to a contact: a sentence up to its verb, or a heading."""
    return LEADS.match(text) or HEADING.fullmatch(text) or HEADED.match(text) or _at_a_place(text)


def _at_a_place(text: str) -> re.Match[str] | None:
    """The place that ``text`` names before somebody who can be asked there, rather than before a sentence."""
    place = PLACE_LEAD.match(text)
    if not place or not place_country(place["place"]):
        return None
    rest = text[place.end() :].strip()
    named = len(rest) <= LONGEST and not rest.endswith(SENTENCE_ENDS) and name_at(rest) > 0
    return place if not rest or named or _has_details(rest) else None


def _answers(flow: Sequence[object], at: int) -> bool:
    """Whether an address or a number follows the lead within a few lines."""
    near = [item.plain for item in flow[at : at + 7] if isinstance(item, Line)]
    return any(_has_details(text) for text in near)


def _has_details(text: str) -> bool:
    return bool(EMAIL.search(text) or ((label := LABELS.search(text)) and PHONE_LABEL.match(label[0]))) or any(
        find_phones(text)
    )


def _unled(flow: Sequence[object]) -> int:
    """Where a closing block of short lines with an address in it begins, when no words lead to it."""
    start = len(flow)
    for at in range(len(flow) - 1, -1, -1):
        item = flow[at]
        if not isinstance(item, Line) or len(item.text) > LONGEST or item.plain.rstrip().endswith("."):
            break
        text = item.plain.strip()
        if _has_details(text):
            start = at
        elif is_name(text) and start < len(flow) and start - at <= 3:
            return at
        elif start < len(flow) and start - at > 3:
            break
    return start


def _belongs(line: Line, first: bool) -> bool:
    text = line.plain.strip()
    if ABOUT_HEADING.fullmatch(text):
        return False
    if first or _leads(line) or _has_details(text):
        return first or len(text) <= 4 * LONGEST
    return len(text) <= LONGEST and not text.endswith((".", "!", "?")) and not text.startswith("«")
