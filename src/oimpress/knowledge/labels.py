"""Words that say what stands behind or below them: a number, an address, who took a picture, what a column is.

A pattern calls a list of them by its name, as PCRE writes it: ``(?&phone)``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from oimpress.patterns import lazy

LABELS: Mapping[str, str] = MappingProxyType(
    {
        "phone": r"t[ée]l(?:[ée]ph(?:one)?|[ée]fono|[ée]f|f)?s?(?:\.? ?(?:portable|mobile|fixe|direct|bureau))?"
        r"(?:\.? ?[/&] ?whatsapp)?(?:[/ ]*fax)?"
        r"|tlfn?o?|tfno?|phone|mv|mobile(?: ?[/&] ?whatsapp)?|m[óo]vil(?:es)?|mob|cell?(?:ulaire|ular|phone)?|portable"
        r"|gsm|natel|fax|t[ée]l[ée]copie|whatsapp|ligne directe|l\.? ?d",
        "mail": r"e-?mail|courriel|courrier (?:[ée]lectronique|[ée]lec)|adresse (?:[ée]lectronique|mail|courriel)"
        r"|m[ée]l|correo(?: electr[óo]nico)?",
        "site": r"site web|site internet",
        "press": r"presse|m[ée]dias?|media|press|prensa|journalistes?",
        "credit": r"cr[ée]dit(?:os?|s)?|photos?|fotos?",
        "tongue": r"anglais|fran[çc]ais|allemand|italien|espagnol|n[ée]erlandais|flamand|arabe|portugais|luxembourgeois"
        r"|cr[ée]ole|dioula|bambara|peul|fulfulde|haoussa|moor[ée]|malink[ée]|soninké|swahili|kirundi|kinyarwanda|malgache|tamoul|berb[èe]re|tamazight|breton|basque|corse|occitan|russe|chinois|turc|romanche|wolof|lingala|english|french|german|spanish"
        r"|italian|arabic|welsh|portuguese|dutch|deutsch|l[ëe]tzebuergesch|nederlands|italiano|espa[ñn]ol|castellano"
        r"|catal[áa]n|valenciano|gallego|euskera|vasco|ingl[ée]s|franc[ée]s|alem[áa]n|portugu[ée]s|[áa]rabe",
        "context": r"contexte|rappel|background|context|contexto|antecedentes",
    }
)
CALL = lazy(r"\(\?&(\w+)\)")


def spelled(pattern: str) -> str:
    """``pattern`` with the words of every label that it calls."""
    return CALL.sub(lambda call: f"(?:{LABELS[call[1]]})", pattern)


def labelled(pattern: str) -> re.Pattern[str]:
    """``pattern``, which calls labels, in any case."""
    return lazy(spelled(pattern), re.IGNORECASE)


CONTEXT = labelled(r"(?&context)(?!\w)")


def kind_of_aside(heading: str) -> str:
    """What an aside under ``heading`` is: the context of a release, or a sidebar like any other."""
    return "context" if CONTEXT.match(heading.strip()) else "sidebar"
