"""Titles that say whose words follow: « Déclaration de la Directrice générale … »."""

from __future__ import annotations

import re

from oimpress.knowledge.people import is_function, is_organisation, name_at
from oimpress.model.nodes import Inlines, Kind
from oimpress.model.runs import flatten
from oimpress.passes.head.kicker import kind_said
from oimpress.patterns import lazy

# No "Déclaration de Marrakech", no "Discours de haine": somebody with a function, or an organisation, speaks.
SAYS = lazy(
    r"(?P<what>déclaration|discours|allocution|joint statement|statement|speech|remarks|declaración|discurso)"
    r"(?: (?:conjointe?|officielle|liminaire|d['’]ouverture|de clôture|conjunta|oficial))?[ \u00a0]"
    r"(?:du |de la |de l['’]|de |d['’]|by the |by |of the |from the |del )(?P<speaker>.+)",
    re.IGNORECASE,
)
SPEECHES = ("discours", "allocution", "speech", "remarks", "discurso")


def kind_of(kicker: Inlines, title: Inlines) -> Kind | None:
    """The kind of release that one of the parts of ``kicker`` names, or the title by saying whose words follow."""
    parts = str(flatten(kicker)).split(" – ")
    return next((kind for part in parts if (kind := kind_said(part))), None) or kind_spoken(str(flatten(title)))


def kind_spoken(title: str) -> Kind | None:
    """The kind of release whose title begins with what somebody says."""
    says = SAYS.match(title)
    if not says:
        return None
    first, named = says["speaker"].partition(" ")[0], name_at(says["speaker"])
    if not (is_function(first) or is_organisation(first) or (named and is_function(says["speaker"][named:]))):
        return None
    return "speech" if says["what"].lower() in SPEECHES else "statement"
