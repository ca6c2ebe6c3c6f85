"""Names of countries and towns, in French, English and Spanish, to ISO 3166-1 codes."""

from __future__ import annotations

from functools import cache

from oimpress.knowledge.folding import fold
from oimpress.knowledge.languages import LANGUAGES, article_end
from oimpress.knowledge.lexicon import named, rows
from oimpress.patterns import lazy

PLACES = lazy(r"\s*[,/&]\s*|\s+et\s+|\s+and\s+|\s*\(|\)\s*")
# Names in use beside CLDR's, and short forms of long ones.
ALSO = {
    "CD": ("République démocratique du Congo", "RD Congo", "RDC", "DRC", "Democratic Republic of the Congo"),
    "CG": ("République du Congo", "Congo", "Republic of the Congo"),
    "CI": ("Côte d'Ivoire", "Cote d'Ivoire", "Ivory Coast", "République de Côte d'Ivoire"),
    "US": ("États-Unis d'Amérique", "Etats-Unis", "USA", "United States of America", "EE.UU."),
    "GB": ("Royaume-Uni de Grande-Bretagne et d'Irlande du Nord", "UK", "Grande-Bretagne"),
    "AE": ("Emirats arabes unis",),
    "CF": ("RCA", "République Centrafricaine", "CAR"),
    "FM": ("Micronésie (États fédérés de)", "Federated States of Micronesia", "Micronesia"),
    "MM": ("Birmanie", "Burma"),
    "SZ": ("Swaziland",),
    "TL": ("Timor-Leste",),
    "SV": ("Salvador",),
    "SY": ("République arabe syrienne", "Syrian Arab Republic"),
    "TZ": ("République-Unie de Tanzanie", "United Republic of Tanzania"),
    "IR": ("République islamique d'Iran",),
    "LA": ("République démocratique populaire lao", "Lao PDR"),
    "VE": ("Venezuela (République bolivarienne du)",),
    "BO": ("Bolivie (État plurinational de)",),
    "MD": ("République de Moldova", "Moldova"),
    "MK": ("ex-République yougoslave de Macédoine", "Macédoine", "North Macedonia"),
    "RU": ("Fédération de Russie", "Russian Federation"),
    "KR": ("République de Corée", "Republic of Korea"),
    "KP": ("République populaire démocratique de Corée",),
    "VN": ("Viet Nam", "Vietnam"),
    "CZ": ("République tchèque", "Czech Republic"),
    "BN": ("Brunei Darussalam",),
    "CV": ("Cabo Verde", "Cap-Vert"),
    "GN": ("République de Guinée", "Guinée", "Guinea"),
    "IQ": ("Irak", "Iraq"),
    "TR": ("Türkiye", "Turquie", "Turkey"),
    "PS": ("Palestine", "Territoire palestinien occupé", "Cisjordanie", "Gaza"),
    "XK": ("Kosovo",),
    "KG": ("Kirghizistan", "Kirghizie", "Kyrgyz Republic"),
    "BY": ("Bélarus", "Belarus"),
    "KN": ("Saint-Kitts-et-Nevis",),
    "LC": ("Sainte-Lucie",),
    "VC": ("Saint-Vincent-et-les Grenadines",),
    "TT": ("Trinité-et-Tobago",),
    "MH": ("Îles Marshall", "Marshall"),
    "SB": ("Îles Salomon",),
    "PG": ("Papouasie Nouvelle Guinée",),
    "FJ": ("Fidji",),
    "GW": ("Guinée Bissau",),
    "SA": ("Royaume d'Arabie saoudite",),
    "NL": ("Hollande", "Holland"),
}


@cache
def countries() -> dict[str, str]:
    """Folded country name -> ISO 3166-1 alpha-2, from CLDR in three languages and our additions."""
    names: dict[str, str] = {}
    for language in LANGUAGES:
        for code, name in named("country", language):
            names.setdefault(fold(name), code)
    for code, others in ALSO.items():
        names |= {fold(name): code for name in others}
    return names


@cache
def towns() -> dict[str, str]:
    """Folded town name -> ISO 3166-1 alpha-2 of its country."""
    return {fold(name): row[0] for row in rows("places") for name in row[1:]}


@cache
def states() -> dict[str, str]:
    """Folded name of a state or province that stands behind a town -> ISO 3166-1 alpha-2 of its country."""
    return {fold(name): row[0] for row in rows("states") for name in row[1:]}


def country_of(name: str) -> str:
    """The code of the country called ``name``, article or not; empty when there is none."""
    folded = fold(name)
    return countries().get(folded) or countries().get(folded[article_end(folded) :], "")


def country_of_region(lang: str) -> str:
    """The code of the country whose kind of a language ``lang`` tells, « fr-CA »; empty where all pages may say so.

    « fr-FR », « en-US » and « es-ES » are what programs write by themselves.
    """
    code = lang.rpartition("-")[2].upper()
    return code if "-" in lang and len(code) == 2 and lang not in ("fr-FR", "en-US", "en-GB", "es-ES") else ""


def country_code(text: str) -> str:
    """The code of a country given as one or by its name; empty when there is none."""
    code = text.strip().upper()
    return code if code in countries().values() else country_of(text)


def place_country(place: str) -> str:
    """The code of the country that ``place`` lies in or is; empty when unknown or when its parts disagree."""
    codes = place_countries(place)
    return codes[0] if len(codes) == 1 else ""


def place_countries(place: str) -> tuple[str, ...]:
    """The codes of the countries that ``place`` names or lies in, each once: ``Dakar, Sénégal``, ``Ottawa/Amman``.

    Behind a town a state says where it lies, ``Yakima, Wash.``; one that bears the name of a country says so too.
    """
    codes: dict[str, None] = {}
    for at, part in enumerate(filter(None, PLACES.split(place))):
        known = country_of(part) or towns().get(fold(part), "")
        state = states().get(fold(part), "") if at else ""
        both = (state,) if state in codes else (known,) if known in codes else (known, state)
        codes |= dict.fromkeys(filter(None, both))
    return tuple(codes)
