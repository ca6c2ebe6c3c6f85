"""The dateline: the place, and sometimes the date, that open the first paragraph, ``Genève, 9 mars – …``."""

from __future__ import annotations

from dataclasses import replace

from oimpress.knowledge.folding import fold
from oimpress.knowledge.gazetteer import country_of_region, place_countries
from oimpress.model.draft import Draft, Line
from oimpress.model.nodes import Date, Dateline, Place
from oimpress.model.runs import cut, flatten, length, strip
from oimpress.model.traced import Traced, inserted
from oimpress.notices import Dropped, Notice, Result, notice
from oimpress.passes.datelines import SENDER, Opening, opening_of
from oimpress.passes.head.limits import LATEST_PARAGRAPH
from oimpress.passes.head.words import plainly
from oimpress.passes.head.words import said as says
from oimpress.passes.leaving import addresses
from oimpress.patterns import lazy

DATE_LINE, REPEATED, DATELINE, SEPARATOR, COUNTRY, AGENCY = "H003", "H004", "H007", "H008", "H009", "H010"


def dateline(draft: Draft) -> Result[Draft]:
    """Take place and date off the first paragraph. Rules H004, H007-H010; notices H102, H103: no country is sure.

    Behind lines that nothing could tell it can stand later, where it names both and no other line has; a wire's too.
    """
    said = draft.release.dateline
    lines = [(at, line) for at, line in draft.lines() if not says("bullet").match(plainly(line.plain).strip())]
    for count, (at, line) in zip(range(1 if said and said.place else LATEST_PARAGRAPH), lines, strict=False):
        opening = opening_of(line.plain.strip())
        sure = opening and opening.country and (opening.date or SENDER.search(line.plain.strip()[: opening.text]))
        if opening and (not count or sure):
            return _taken(draft, at, line, opening)
    return Result(draft)


def _between(text: Traced) -> Dropped:
    """What stood between place, date and text, with an agency's name if it holds one."""
    return Dropped(text, AGENCY if SENDER.search(text) else SEPARATOR)


def _gaps(opening: Opening, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """What stands around place and date, where the date is ``start:end``."""
    if end <= opening.first:
        return (0, start), (end, opening.first), (opening.place, opening.text)
    return (0, opening.first), (opening.place, start), (end, opening.text)


DASH = lazy(r"\s+[-–—]{1,2}\s+")


def _title_again(text: str, title: str) -> int:
    """Where the text goes on after the title said once more and a dash; 0 when it is not."""
    for dash in DASH.finditer(text, 0, len(title) + 20):
        if title and fold(text[: dash.start()]) == fold(title):
            return dash.end()
    return 0


def _taken(draft: Draft, at: int, line: Line, opening: Opening) -> Result[Draft]:
    children = strip(line.children)
    text = line.text.strip()
    unknown = not place_countries(str(text[opening.first : opening.place]))
    told = opening.country or (country_of_region(str(draft.release.lang)) if unknown else "")
    country = inserted(told, COUNTRY, text.start)
    place = Place(text[opening.first : opening.place].put_by(DATELINE), country)
    dropped = [_between(text[opening.place : opening.text])]
    said = draft.release.dateline.place if draft.release.dateline else None
    dropped += [Dropped(said.text, DATE_LINE)] if said else []
    date = draft.release.dateline.date if draft.release.dateline else None
    fields: dict[str, object] = {}
    if opening.date:
        start, end = opening.date
        when = inserted(opening.when, DATELINE, text.start)
        date_line, date = date, Date(text[start:end].put_by(DATELINE), when)
        dropped[:1] = [_between(text[first:last]) for first, last in _gaps(opening, start, end) if last > first]
        dropped += [Dropped(date_line.text, DATE_LINE)] if date_line else []
        if when and not (date_line and date_line.when):  # before what the page or the mail says of itself
            fields["published"] = when
    start = opening.text + _title_again(str(text)[opening.text :], str(flatten(draft.release.title)))
    if start > opening.text:
        dropped.append(Dropped(text[opening.text : start], REPEATED))
    dropped += addresses(children, start)
    rest = replace(line, children=cut(children, start, length(children)))
    flow = (*draft.flow[:at], rest, *draft.flow[at + 1 :])
    doubts = () if told else (_doubt(str(place.text), line.where),)
    return Result(draft.with_fields(flow, dateline=Dateline(place, date), **fields), doubts, tuple(dropped))


def _doubt(place: str, where: str) -> Notice:
    """Why a place has no country: it lies in several, or nobody knows it."""
    return notice("H103" if place_countries(place) else "H102", where, place)
