"""Words by which a line of the head names who issues the text."""

from __future__ import annotations

from oimpress.passes.head.evidence.asking import Page, evidence
from oimpress.passes.head.limits import GOING_ON, LETTERHEAD_REACH, LONGEST_NAME, MANY_NAMES, SHORT
from oimpress.passes.head.sight import Sight
from oimpress.passes.wordings import body_behind
from oimpress.patterns import lazy

NAMED_LAST = lazy(  # the word that tells the body stands last
    r"(?:[A-ZÀ-Þ][\w'&-]*|of|and|the|for)(?: (?:[A-ZÀ-Þ][\w'&-]*|of|and|the|for|&|de|du|des)){0,5} "
    r"(?i:Council|Institute|Museum|Federation|Foundation|Authority|University|Ministry|Alliance|Trust|Hospitals?|Agency"
    r"|Association|Society|Group|College|Union|Coalition|Club|Network|Orchestra|Agglom[ée]ration|M[ée]tropole"
    r"|Communaut[ée]|Tribunal|Court|Commission|Committee|Board|Bank|Department|Office|Cent(?:er|re)|Bureau|Fund|Unit"
    r"|Library|School|Initiative|Secretariat|Parliament|Assembly|Police|Observatory|Laborator(?:y|ies)|Partnership"
    r"|Forum|Services|Directorate|Regulator|Inspectorate|Ratepayers|Cooperative|Chamber|Supervisor)"
)
BETWEEN = lazy(r"\s+[-–—|/•·]\s+")


@evidence(SHORT)
def body_first(line: Sight, page: Page) -> object:
    return line.body == 0


@evidence(SHORT)
def article_first(line: Sight, page: Page) -> object:
    return line.words[0].casefold() in ("un", "une", "des", "dix", "deux", "trois", "the", "a")


@evidence(SHORT)
def body_within(line: Sight, page: Page) -> object:
    return line.body > 0


@evidence(SHORT)
def house_s_name(line: Sight, page: Page) -> object:
    """Nothing but a body's name, where it is not what the text is about."""
    return line.house and not subject(line, page)


@evidence(SHORT)
def officer_of_a_body(line: Sight, page: Page) -> object:
    """« Le procureur de la République » closely below the name of a court."""
    above = line.beside(-1)
    return line.tight and above and above.body == 0 and not line.verb and line.says("officer")


@evidence(SHORT)
def subject(line: Sight, page: Page) -> object:
    """A second body's name, below label or date and right above the text: whom a report is about."""
    below = line.beside(1)
    if line.body != 0 or not below or not (below.prose or below.says("period")):
        return False
    parts = [at for at, above in enumerate(line.others[: line.at]) if above.label or above.date]
    return parts and any(above.body == 0 for above in line.others[: parts[-1]])


@evidence(SHORT)
def body_goes_on(line: Sight, page: Page) -> object:
    """What goes on with a body's name in a letterhead, which label or date follow."""
    if not line.named:
        return False
    below = line.others[line.at + 1 : line.at + 1 + LETTERHEAD_REACH]
    return any(one.label or (one.date and not one.prose) for one in below) and (
        line.of_a_house or not any(one.label for one in line.others[: line.at])
    )


@evidence(SHORT)
def body_last(line: Sight, page: Page) -> object:
    """An English body's name: « Eastmoor Borough Council »."""
    return not line.verb and not line.ends and any(map(NAMED_LAST.fullmatch, line.text.split(" / ")[:1]))


@evidence(SHORT)
def label_of_a_body(line: Sight, page: Page) -> object:
    """« Communiqué de presse de la Ville de Lannec »."""
    return line.label and not line.verb and not line.ends and body_behind(line.text, line.label.end())


@evidence(SHORT)
def is_the_sender(line: Sight, page: Page) -> object:
    return page.issuers and line.folded in page.issuers


@evidence(SHORT)
def sender_is_announced(line: Sight, page: Page) -> object:
    """« Nouvelles fournies par » stands above it, or « Source : » before it on its line, and no prose above."""
    above = line.beside(-1)
    sourced = line.says("sourced") and not any(one.prose for one in line.others[: line.at])
    return sourced or line.says("announced") or (line.tight and above and above.says("provided"))


@evidence(SHORT)
def several_bodies(line: Sight, page: Page) -> object:
    """Three short names or more between dashes or bars, most of them acronyms: « CGT – FO – Sud Rail »."""
    names = BETWEEN.split(line.text)
    if len(names) < MANY_NAMES or line.verb or line.label or max(map(len, names)) > LONGEST_NAME:
        return False
    return 2 * sum(name.isupper() and name.isalpha() for name in names) > len(names) and not line.capitals


@evidence(70)
def press_service(line: Sight, page: Page) -> object:
    """« Mairie de Vézelin – service presse »: who sends releases, rather than what one is about."""
    return not line.verb and not line.ends and line.holds("press_service")


@evidence(45)
def named_below(line: Sight, page: Page) -> object:
    """A short name that the text repeats, capitals and all."""
    if line.size < 3 or line.label or line.date or len(line.words) > 5 or line.verb:
        return False
    if not (line.text[0].isupper() and line.words[-1][0].isupper()):
        return False
    return any(_names(other.text, line.text) for other in line.others[line.at + 1 :])


def _names(text: str, name: str) -> bool:
    """Whether ``name`` stands in ``text`` as a whole word, and not to open a sentence or a quotation."""
    at = text.find(name, 3)
    if at < 0 or (text[at - 1].isalnum() or text[at + len(name) : at + len(name) + 1].isalnum()):
        return False
    before = text[:at].rstrip()
    return before[-1:] not in tuple('«“".!?:')


@evidence(90)
def goes_on_from_above(line: Sight, page: Page) -> object:
    """What a body's name goes on with."""
    return line.tight and (line.says("civic") or (line.text[0].islower() and line.size < GOING_ON))
