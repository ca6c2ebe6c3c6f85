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
        "Ir|Me|Dr|Pr|Sr|Av|Bd|Jr|Pl|St|Rd",
        "Mgr|Dpt|ext|Ext|int|Int|Lic|Ing|Dra|Arq|Abg|Sra|Mag|Ave|Cra|Col|Pza|Esc|Urb|Ste",
        "Dpto|Dept|Prof|Mtro|Mtra|Avda|Ctra|Blvd|Apdo|Edif",
    )
)
CUT = lazy(
    r"[\n,;|¦•·∙⋅()<>▪■□◆◇●○▸▶►→➔➜⇒✆☎☏✉✎📞📱📧📩\ufe0f\[\]]|(?<!\b[Cc])[-–—/](?=\s)|(?<=\s)[-–—/]"
    rf"|(?::|(?<!\b[A-ZÀ-Þ]){SHORTENED}\.)(?=\s|$)"
)
AND = lazy(r"^(?:et|ou|and|or|y|o|au|at|à|al|&)\s+|\s+(?:et|ou|and|or|y|o|au|at|on|à|al|&)$", re.IGNORECASE)
ALSO = lazy(r" +(?:et|ou|and|or|&|/|y|o) +")  # between two names
ALONE = lazy(
    r"et|ou|and|or|y|o|&|à"
    r"|(?:(?:et|ou|and|or|y|o) )?(?:au|on|at|(?-i:al|en)|à l'adresse|l'adresse"
    r"|par (?:courriel|e-?mail|mail|téléphone)(?: (?:à|au))?"
    r"|(?:le |la |les |l')(?:appeler|joindre|contacter)(?: (?:au|à))?|(?:au|par) (?:numéro|téléphone)(?: au)?"
    r"|(?:répond(?:ra)?|(?:est|sera) joignable|answers|(?:can be|is) (?:reached|available)|atiende)"
    r"(?: (?:au|à|on|at|al))?"
    r"|al teléfono|por (?:correo|teléfono)|en el(?: (?:correo|tel[ée]fono))?"
    r"|(?:(?:et|ou) )?(?:(?:composez|appelez|faites) le|t[ée]l[ée]phonez au|[ée]cri(?:vez|re) à"
    r"|par t[ée]l[ée]phone au))",
    re.IGNORECASE,
)


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
