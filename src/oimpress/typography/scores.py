"""The words around the goals of a match or the votes of a court: what tells that two numbers are a score."""

from __future__ import annotations

from typing import Final

from oimpress.patterns import lazy
from oimpress.typography.convention import SPACES

#: From one to another, in English: a hyphen, or a hyphen or dash between spaces.
GAP: Final = rf"-|{SPACES}[-–]{SPACES}"
WON: Final = (
    "won|lost|beat|beaten|wins?|victory|draw|drew|defeat(?:ed)?|lead|led|leading|trail(?:ed|ing)?|loss|scores?|voted?|votes"
    "|ahead|passed|approved|rejected|ruled|split|upheld|overturned|sided|decided|divided|deadlocked|tied|edged|swept|routed"
    "|thrashed|hammered|topped|downed|overcame|rallied|finished|ended|improved|fell|record|result"
)
OUTCOME: Final = (
    "win|victory|defeat|draw|loss|lead|vote|decision|majority|aggregate|in favou?r|against|ruling|opinion|margin|tie"
    "|record|rout|triumph|thriller|shutout|scoreline|thrashing|start to the season"
)
#: « won 3-1 », « a 5-4 ruling », « Rovers 2-1 United ».
ENGLISH: Final = lazy(
    rf"(?<!\w)(?:{WON})(?!\w)[^\d.;\n]{{0,40}} (?<! the )\d{{1,3}}({GAP})\d{{1,3}}(?![\w-]|[.,/]\d|{SPACES}?%)"
    rf"|[0-9](?<![\w.,/:–-].)\d{{0,2}}({GAP})\d{{1,3}}(?= (?:{OUTCOME})(?!\w))"
    rf"|(?<![\w-])[A-Z][a-z]{{2,}} \d{{1,2}}({GAP})\d{{1,2}}(?= [A-Z][a-z]{{2}})"
)

VERBS: Final = (
    r"bat|battue?s?|battent|gagn\w+|perd\w*|s['’]impos\w+|l['’]emport\w+|mèn\w+|men(?:ée?s?|ait|ant)|domin\w+|élimin\w+"
    r"|égalis\w+|gan[aóo]\w*|pierd\w+|perdi\w+|venc\w+|derrot\w+|empat\w+|gole\w+|impus\w+|impon\w+|super[aó]\w*|cay[óe]\w*"
    r"|remont\w+"
)
NOUNS: Final = (
    r"victoires?|défaites?|match(?: nul)?|scores?|mi-temps|finale|rencontre"
    r"|victoria|triunfo|marcador|resultado|partido|encuentro|descanso"
)
#: What stands before a score in French and Spanish: a word of the match, a label, two clubs.
ROMANCE: Final = lazy(
    rf"(?<!\w)(?:(?i:{VERBS}|{NOUNS})(?!\w)[^.;!?\n]{{0,60}}|[A-ZÀ-Þ][\w’']+{SPACES}?:{SPACES}"
    rf"|[A-ZÀ-Þ]\w+ [-–] [A-ZÀ-Þ][\w’' ]{{1,24}}[ :])$"
)
