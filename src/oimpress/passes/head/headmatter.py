"""What stands before the first sentence: kicker, date line, title, subtitle."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from oimpress.knowledge.dates import find_date
from oimpress.knowledge.lexicon import rows
from oimpress.knowledge.people import is_function, is_organisation, name_at
from oimpress.model.draft import Draft, Line, placed
from oimpress.model.nodes import KINDS, Date, Dateline, Inlines, Kind
from oimpress.model.runs import cut, flatten, inlines, strip
from oimpress.model.traced import join, made
from oimpress.notices import Dropped, Notice, Result, notice
from oimpress.passes.foot.backmatter import figure_of
from oimpress.passes.head.dateline import split_dateline
from oimpress.passes.leaving import addresses

TITLE, KICKER, DATE, REPEATED, TRAILING, SUBTITLE = "H001", "H002", "H003", "H004", "H005", "H006"
LONGEST_TITLE = 260
BULLETS = ("•", "·", "▪", "* ", "- ", "– ")
SENTENCE_END = re.compile(r"[^.]\.[\s»”\"]*$")
CONTACT = re.compile(r"@|\bhttps?://|^\s*(?:t[ée]l|e-?mail|courriel|fax)\b", re.IGNORECASE)


def headmatter(draft: Draft) -> Result[Draft]:
    """Recognise kicker, date line, title and subtitle. Rules H001-H006; notice H101 where no title stands."""
    lines = [item for item in draft.flow if isinstance(item, Line)]
    if not lines or lines[0] is not draft.flow[0]:
        return Result(draft, (notice("H101"),))
    fields: dict[str, object] = {}
    notices: list[Notice] = []
    dropped: list[Dropped] = []
    at = _kicker(lines, fields)
    at = _date(lines, at, fields)
    dropped += _addresses(lines[:at])
    if at < len(lines) and is_title(lines, at):
        title = lines[at]
        fields["title"] = _title(title, dropped)
        at += 1
        while at < len(lines) and str(lines[at].text).strip() == str(lines[at - 1].text).strip():
            dropped.append(Dropped(lines[at].text, REPEATED))
            at += 1
        if "kicker" not in fields:
            count = _kicker(lines[at:], fields)
            dropped += _addresses(lines[at : at + count])
            at += count
        if "kind" not in fields and (kind := _kind_said(title.plain.strip())):
            fields["kind"] = kind
        at = _subtitle(lines, at, fields)
        if "dateline" not in fields:
            end = _date(lines, at, fields)
            dropped += _addresses(lines[at:end])
            at = end
    else:
        notices.append(notice("H101", lines[min(at, len(lines) - 1)].where))
    return Result(draft.having(draft.flow[at:], **fields), tuple(notices), tuple(dropped))


def _addresses(lines: Iterable[Line]) -> Iterator[Dropped]:
    return (each for line in lines for each in addresses(line.children))


@cache
def _kickers() -> dict[str, Kind | None]:
    return {row[0].casefold(): next((kind for kind in KINDS if kind in row[1:]), None) for row in rows("kickers")}


def kind_of(kicker: Inlines, title: Inlines) -> Kind | None:
    """The kind of release that one of the parts of ``kicker`` names, or the title by saying whose words follow."""
    parts = str(flatten(kicker)).casefold().replace("’", "'").split(" – ")
    return next((kind for part in parts if (kind := _kickers().get(part))), None) or _kind_said(str(flatten(title)))


# No "Déclaration de Marrakech", no "Discours de haine": somebody with a function, or an organisation, speaks.
SAYS = re.compile(
    r"(?P<what>déclaration|discours|allocution|joint statement|statement|speech|remarks|declaración|discurso)"
    r"(?: (?:conjointe?|officielle|liminaire|d['’]ouverture|de clôture|conjunta|oficial))?[ \u00a0]"
    r"(?:du |de la |de l['’]|de |d['’]|by the |by |of the |from the |del )(?P<speaker>.+)",
    re.IGNORECASE,
)
SPEECHES = ("discours", "allocution", "speech", "remarks", "discurso")


def _kind_said(title: str) -> Kind | None:
    """The kind of release whose title begins with what somebody says: « Déclaration de la Directrice générale … »."""
    says = SAYS.match(title)
    if not says:
        return None
    first, named = says["speaker"].partition(" ")[0], name_at(says["speaker"])
    if not (is_function(first) or is_organisation(first) or (named and is_function(says["speaker"][named:]))):
        return None
    return "speech" if says["what"].lower() in SPEECHES else "statement"


def _kicker(lines: Sequence[Line], fields: dict[str, object]) -> int:
    """Take up to three lines that are kickers and not the whole text; returns where the rest begins."""
    texts = [line.plain.strip().casefold().replace("’", "'") for line in lines[:3]]
    count = next((i for i, text in enumerate(texts) if text not in _kickers()), len(texts))
    if not count or count == len(lines):
        return 0
    parts = [part for line in lines[:count] for part in (line.text.strip(), made(" – ", KICKER, line.text.end))]
    fields["kicker"] = placed(inlines(join(parts[:-1])), KICKER)
    if kind := next((kind for text in texts[:count] if (kind := _kickers()[text])), None):
        fields["kind"] = kind
    return count


def _date(lines: Sequence[Line], at: int, fields: dict[str, object]) -> int:
    """Take a line that is only a date; a full one is the date of publication."""
    if at >= len(lines) or len(lines[at].text) > 60:
        return at
    text = lines[at].text.strip()
    found = find_date(str(text))
    rest = (str(text)[: found.start] + str(text)[found.end :]).strip(" ,.") if found else "?"
    if found is None or rest.casefold() not in (
        "",
        "le",
        "date",
        "publié le",
        "lundi",
        "mardi",
        "mercredi",
        "jeudi",
        "vendredi",
        "samedi",
        "dimanche",
    ):
        return at
    when = made(found.when, DATE, text.start)
    fields["dateline"] = Dateline(None, Date(text.placed(DATE), when))
    fields["published"] = when
    return at + 1


def is_title(lines: Sequence[Line], at: int) -> bool:
    """Whether the line at ``at`` reads like a title: one line, no sentence, and something follows it."""
    text = str(lines[at].text).strip()
    if not 3 <= len(text) <= LONGEST_TITLE or CONTACT.search(text) or not any(char.isalpha() for char in text):
        return False
    if SENTENCE_END.search(text) or text.endswith((";", ",")) or text.startswith(BULLETS):
        return False
    below = lines[at + 1] if at + 1 < len(lines) else None
    if below is None:
        return True
    return not split_dateline(text) or bool(split_dateline(below.plain.strip()))


def _title(line: Line, dropped: list[Dropped]) -> object:
    children = strip(line.children)
    text = line.text.strip()
    if tail := re.search(r"\s+[-–—]+$", str(text)):
        dropped.append(Dropped(text[tail.start() :], TRAILING))
        children = strip(cut(children, 0, tail.start()))
    return placed(children, TITLE)


def _subtitle(lines: Sequence[Line], at: int, fields: dict[str, object]) -> int:
    """A single line between title and dateline that ends like no sentence."""
    if at + 1 >= len(lines) or not split_dateline(str(lines[at + 1].text).strip(), known=True):
        return at
    text = str(lines[at].text).strip()
    if len(text) > 200 or text.endswith((".", ":", ";", "!", "?")) or split_dateline(text) or text.startswith("-"):
        return at
    if (find_date(text) and len(text) < 40) or figure_of(lines[at]):
        return at
    fields["subtitle"] = placed(strip(lines[at].children), SUBTITLE)
    return at + 1
