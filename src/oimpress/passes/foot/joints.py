"""What parts the pieces of a contact line, and what joins them."""

from __future__ import annotations

import re

from oimpress.patterns import lazy

SHORTENED = "".join(  # words behind which a full stop ends nothing: before a name, and in an address
    rf"(?<!\b(?:{words}))"
    for words in (
        "Ir|Me|Dr|Pr|Sr|Av|Bd|Jr|Pl|St|Rd",
        "Mgr|ext|Ext|int|Int|Lic|Ing|Dra|Arq|Abg|Sra|Mag|Ave|Cra|Col|Pza|Esc|Urb|Ste",
        "Prof|Mtro|Mtra|Avda|Ctra|Blvd|Apdo|Edif",
    )
)
CUT = lazy(
    r"[,;|¦•·∙⋅()<>▪■□◆◇●○▸▶►→➔➜⇒✆☎☏✉✎📞📱📧📩\ufe0f\[\]]|(?<!\b[Cc])[-–—/](?=\s)|(?<=\s)[-–—/]"
    rf"|(?::|(?<!\b[A-ZÀ-Þ]){SHORTENED}\.)(?=\s|$)"
)
AND = lazy(r"^(?:et|ou|and|or|y|o|au|at|à|al|&)\s+|\s+(?:et|ou|and|or|y|o|au|at|on|à|al|&)$", re.IGNORECASE)
ALSO = lazy(r" +(?:et|ou|and|or|&|/|y|o) +")  # between two names
ALONE = lazy(
    r"et|ou|and|or|y|o|&|à"
    r"|(?:(?:et|ou|and|or|y|o) )?(?:au|on|at|(?-i:al|en)|à l'adresse|l'adresse|par (?:courriel|e-?mail|mail|téléphone)"
    r"|(?:le |la |les |l')(?:appeler|joindre|contacter)(?: (?:au|à))?|(?:au|par) (?:numéro|téléphone)(?: au)?"
    r"|al teléfono|por (?:correo|teléfono)|en el(?: (?:correo|tel[ée]fono))?"
    r"|(?:(?:et|ou) )?(?:(?:composez|appelez|faites) le|t[ée]l[ée]phonez au|[ée]cri(?:vez|re) à"
    r"|par t[ée]l[ée]phone au))",
    re.IGNORECASE,
)
