"""What the words of a piece of a contact line say by themselves."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, TypeAlias

from oimpress.knowledge.gazetteer import place_countries
from oimpress.knowledge.languages import article_end
from oimpress.knowledge.people import is_function, is_name, is_organisation
from oimpress.passes.foot.words import plainly, said
from oimpress.passes.wordings import LEGAL_FORM, body_words, is_address, reads_as_address
from oimpress.patterns import lazy

AGENCY = lazy(  # what agencies call themselves: « Saltire Communications », « Brightwell PR for Halden »
    r" (?:[Cc]ommunications?|[Cc]onseils?|Consulting|Partners|Relations [Pp]ubliques|PR|RP|Media|Agency)"
    r"(?: (?:for|pour) .+)?$"
)
COMPANY = lazy(  # last words of companies' and charities' names that no family bears: « Northmoor Advisers »
    r" (?:Advis[eo]rs|Advisory|Associates|Associ[ée]s|Group|Holdings?|Ferries|Airlines|Airways|Lines|Energy"
    r"|[ÉE]nergies?|Foods|Insurance|Assurances?|Sant[ée]|Health(?:care)?|Habitat|Logisti(?:cs|que)|Systems|Solutions|Technologies"
    r"|Studios?|Productions|Producciones|[ÉE]ditions|Ediciones|Films|Records|Industries|Industrias|Transports?"
    r"|Laboratoires|Labs|Pharma|Ventures|Trust|Network|Alliance|Strat(?:egies|[ée]gies?)|Services|Servicios|Tourisme"
    r"|(?:County|City|Borough|Town|District|Parish) Council"
    r"|T[ée]l[ée]coms?|Comunicaci[óo]n)$"
)
SHOP = lazy(  # first words of what one founds: « Manufacture Roussel », « Éditions du Rempart »
    r"(?:Manufacture|Ateliers?|[ÉE]ditions|Librairie|Galerie|Domaine|Ch[âa]teau|Brasserie|Distillerie|Imprimerie"
    r"|Laboratoires|Transports|Studios?|Productions|H[ôo]tel|Verrerie|Filature|Scierie|Bodegas|Editorial|Librer[íi]a"
    r"|Galer[íi]a|Talleres|Cin[ée]ma|Compagnie|Collectif|Manufactura) (?=\S)"
    # crafts by their names: first names end in « -erie » too, « Quitterie », « Valerie »
    r"|(?:(?:Biscui|Chocola|Charcu|Pape|Mino|Brique|Po)teries?|(?:Froma|Boulan)geries?|(?:P[âa]tis|Confi|Menui)series?"
    r"|(?:Lait|Cristall|Huil|Cidr|Tuil|Br[ûu]l|Coutell)eries?|(?:Conserv|Savonn|Tann|Fond|Parfum|Fa[ïi]enc|Rhum)eries?)"
    r" (?=(?:d[eu]s? |d['’]|l['’]|la |les ){0,2}[A-ZÀ-Þ])"
)
CAPITALS_FIRST = lazy(  # a family name in capitals before first names, and a name that is all in capitals
    r"(?:[A-ZÀ-Þ'’-]{6,}|[A-ZÀ-Þ'’]{3,}-[A-ZÀ-Þ'’-]{3,})(?: [A-ZÀ-Þ][a-zà-ÿ'’-]+){1,3}"
    r"|[A-ZÀ-Þ]{4,} [A-ZÀ-Þ]{3,}-[A-ZÀ-Þ]{3,}"
)
UNIT_LAST = lazy(  # « Corporate Communications Division »; « Head of Press Office » is somebody
    r"(?:(?:[A-Z][\w'-]+|&|and) ){1,5}(?:Office|Division|Department|Directorate|Unit)$"
)
HOLDER_LAST = lazy(  # « PR & Marketing Officer »; « Office of the Director » is a body
    r"(?:(?:[A-Z][\w'/-]*|&|and) ){1,5}(?:Officer|Manager|Director|Coordinator|Specialist|Advis[eo]r|Executive"
    r"|Secretary|Lead|Editor|Spokes(?:person|man|woman)|Assistant|Consultant|Strategist|Producer|Publicist)$"
)
TOGETHER = lazy(r"^[A-ZÀ-Þ][^&]* & [A-ZÀ-Þ]")  # « Vine & Verse »
OwnWord: TypeAlias = Literal["", "organisation", "role"]  # what the house says that words are
BODY_FIRST = "body's word first"


@lru_cache(maxsize=512)  # the contacts of an office stand in all of its releases
def words_alone(text: str, own: OwnWord) -> tuple[str, ...]:
    """What the words of a piece say by themselves, or what the house says of them."""
    role = own == "role"
    unit = not role and UNIT_LAST.match(text) is not None
    function, name = role or (is_function(text) and not unit), is_name(text) and not role
    titled = said("function_first").match(text) is not None and not name
    body = 1 if own == "organisation" else 0 if titled else body_in(text)
    held = HOLDER_LAST.match(text) is not None
    first = role or titled or held or (function and is_function(_first_word(text)))
    asked = {
        "reads as a name": body != 1 and name,
        "function word first": first,
        "function in a name": body != 1 and function and name,
        "function word": function and not first,
        BODY_FIRST: body == 1,
        "body's word": body == 2,
        "says that somebody answers": said("answering").match(text),
        "place": place_countries(text),
        "reads as an address": tells_address(text) and not first,
        "capital family name": body != 1 and CAPITALS_FIRST.fullmatch(text),
    }
    return tuple(evidence for evidence, true in asked.items() if true)


def _first_word(text: str) -> str:
    """The first word behind an article: « Le Chef de la Cellule de Communication »."""
    return text[article_end(text) :].split(maxsplit=1)[0]


def body_in(text: str) -> int:
    """1 where a piece begins with a body's word, 2 where it holds one."""
    if body_words().match(text) or said("unit").match(text, article_end(text)) or LEGAL_FORM.search(text):
        return 1
    if SHOP.match(text) or UNIT_LAST.match(text):
        return 1
    first = text.split(maxsplit=1)[0]
    if is_organisation(first) and not CAPITALS_FIRST.fullmatch(text):
        return 1
    named = AGENCY.search(text) or COMPANY.search(text)
    if named and first[0].isupper() and not is_function(_first_word(text)):
        return 1
    return 2 if is_organisation(text) or body_words().search(text) or TOGETHER.match(text) else 0


def tells_address(text: str) -> bool:
    return reads_as_address(text) or is_address(text)


def tells_body(text: str) -> bool:
    """Whether ``text`` begins with a word that tells a body or its unit, or ends with one of a company."""
    plain = plainly(text)
    unit = said("unit").match(plain, article_end(plain))
    return bool(body_words().match(plain) or unit or SHOP.match(plain) or COMPANY.search(plain))
