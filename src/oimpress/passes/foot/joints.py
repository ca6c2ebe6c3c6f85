"""What parts the pieces of a contact line, and what joins them."""

from __future__ import annotations

import re

from oimpress.knowledge.languages import every_small_word
from oimpress.knowledge.people import is_function, is_name
from oimpress.passes.foot.alone import body_in
from oimpress.passes.foot.limits import MANY_WORDS
from oimpress.patterns import lazy

SHORTENED = "".join(  # words behind which a full stop ends nothing: before a name, and in an address
    rf"(?<!\b(?:{words}))"
    for words in (
        "Ir|Me|Dr|Pr|Sr|Ms|Mr|Av|Bd|Jr|Pl|St|Rd",
        "Mgr|Mrs|Mme|Dpt|ext|Ext|int|Int|Lic|Ing|Dra|Arq|Abg|Sra|Mag|Ave|Cra|Col|Pza|Esc|Urb|Ste",
        "Dpto|Dept|Prof|Mtro|Mtra|Avda|Ctra|Blvd|Apdo|Edif",
    )
)
CUT = lazy(
    r"[\n,;|¦•·∙⋅()<>▪■□◆◇●○▸▶►→➔➜⇒✆☎☏✉✎📞📱📧📩\ufe0f\[\]]|(?<!\b[Cc])[-–—/](?=\s)|(?<=\s)[-–—/]"
    rf"|(?::|(?<!\b[A-ZÀ-Þ]){SHORTENED}\.)(?=\s|$)"
)
AND = lazy(r"^(?:et|ou|and|or|y|o|au|at|à|al|&)\s+|\s+(?:et|ou|and|or|y|o|au|at|on|à|al|&)$", re.IGNORECASE)
ALSO = lazy(r" +(?:et|ou|and|or|&|/|y|o) +")  # between two names
CLIENT = lazy(  # between an agency and whom it speaks for: « Agence Bôme pour Batelior », « … on behalf of Tidewell »
    r"(?<! ) +(?=(?:pour le compte (?:de (?:la |l')?|du |des |d')|on behalf of (?:the )?)[A-ZÀ-Þ]"
    r"|(?:pour|for|para) [A-ZÀ-Þ])"
)
AGENCY_FIRST = lazy(r"(?:[Ll]'|[Tt]he )?(?:[Aa]gence|[Aa]gencia|[Cc]abinet|[Bb]ureau de presse|[Aa]gency) [A-ZÀ-Þ]")
AGENCY_LAST = lazy(
    r" (?:[Cc]ommunications?|[Cc]onseils?|Consulting|Relations [Pp]ubliques|PR|RP|Agency|Comunicaci[óo]n)$"
)
ALONE = lazy(
    r"et|ou|and|or|y|o|&|à"
    r"|(?:(?:et|ou|and|or|y|o) )?(?:au|on|at|(?-i:al|en)|à l'adresse|l'adresse"
    r"|(?:par|via) (?:courriel|e-?mail|mail|téléphone|sms|whats ?app)(?: (?:à|au))?|(?:lui|leur) [ée]crire à"
    r"|(?:le |la |les |l')(?:appeler|joindre|contacter)(?: (?:au|à))?|(?:au|par) (?:numéro|téléphone)(?: au)?"
    r"|(?:répond(?:ra)?|(?:est|sera) joignable|answers|(?:can be|is) (?:reached|available)|atiende)"
    r"(?: (?:au|à|on|at|al))?"
    r"|al teléfono|(?:(?:o|y) )?por (?:correo|teléfono|whats ?app)(?: (?:al?|en el))?"
    r"|(?:by|via|on) whats ?app(?: (?:on|at))?|en el(?: (?:correo|tel[ée]fono))?"
    r"|(?:(?:et|ou) )?(?:(?:composez|appelez|faites) le|t[ée]l[ée]phonez au|[ée]cri(?:vez|re) à"
    r"|par t[ée]l[ée]phone au))",
    re.IGNORECASE,
)


def agency_for(text: str) -> int:
    """Where the name of an agency ends that speaks for another body; or 0."""
    joint = CLIENT.search(text)
    if not joint:
        return 0
    agency, own_words = text[: joint.start()], text.startswith(("pour le compte", "on behalf"), joint.end())
    known = AGENCY_FIRST.match(agency) or AGENCY_LAST.search(agency)
    named = own_words and agency[:1].isupper() and not is_function(agency)
    return joint.start() if known or named else 0


def function_before_name(text: str) -> int:
    """Where the function ends that ``text`` says before a name: « conseillère d'État Mireille Duperrex »; or 0."""
    words = text.split(" ")
    if len(words) > MANY_WORDS or not words[0][:1].islower() or not is_function(words[0]):
        return 0
    at = 0
    for word in words[:-1]:
        at += len(word)
        rest = text[at + 1 :]
        if is_name(rest) and not (is_function(rest) or body_in(rest) or word.lower() in every_small_word()):
            return at
        at += 1
    return 0
