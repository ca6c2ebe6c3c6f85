"""The head of a release, read as a whole: what each line from the top to the first paragraphs is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from oimpress.knowledge.folding import fold, unaccented
from oimpress.model.draft import SUBJECT_ALONE, Draft, Line
from oimpress.notices import Result, notice
from oimpress.passes.datelines import opening_of
from oimpress.passes.head.called import SITE
from oimpress.passes.head.doubts import doubts
from oimpress.passes.head.evidence import Page, evidence_on
from oimpress.passes.head.fields import Head
from oimpress.passes.head.limits import (
    FEW_WORDS,
    HEAD_LINES,
    LEAST_PROSE,
    LINE_END,
    LONGEST_HEADLINE,
    POOR,
    SHORTEST_SENTENCE,
    TEASERS,
)
from oimpress.passes.head.sight import SENTENCE_END, is_bare, is_house, is_section
from oimpress.passes.head.words import plainly, said
from oimpress.passes.labelling import Contradiction, LabelTable, Reading, load, read, told
from oimpress.passes.pins import contradiction, pin_of, pins_of
from oimpress.passes.wordings import body_words, says_verb

# Lines that a person says are one of these belong to the head, however far down they stand.
REACHING = ("title", "kicker", "subtitle", "standfirst", "embargo", "issuer", "reference", "fact")
UNTITLED = {"title": "stray", "title goes on": "stray"}
SENTENCES = {"sentence", "short sentence"}
TOLD_BY = {"kicker", "dateline", "embargo", "order", "reference", "contact", "practical", "fact", "point"}
LATE = "late"  # one of them that stands below prose


def head(draft: Draft) -> Result[Draft]:
    """Tell what the first lines are, all at once. Rules H001-H006, H011-H018, F008, P001-P003.

    Notices: H101 no title, H102 and H103 no country is sure, H104 a title that could be another line, H105 a line
    that nothing explains, H106 an embargo that cannot be read, H107 embargoes that differ.
    """
    lines = _region([line for _, line in draft.lines() if line.plain.strip()])
    if not lines:
        return Result(draft, (notice("H101"),))
    pins, page = pins_of(lines, table().binds), page_of(draft)
    try:
        readings = without_poor(read(evidence_on(lines, page), table(), pins), pins)
    except Contradiction as fault:
        raise contradiction(draft, lines[fault.args[0]].plain) from None
    readings = within_contacts(titled_by_subject(lines, readings))
    if _is_menu(lines, readings, draft):
        readings = [
            one if at in pins else one._replace(label=UNTITLED.get(one.label, one.label))
            for at, one in enumerate(readings)
        ]
    readings = [one._replace(label=pins[at]) if one.label == LATE else one for at, one in enumerate(readings)]
    found = Head(draft, list(zip(lines, readings, strict=True)))
    remarks = doubts(lines, readings, page, found.given)
    weighed = (told(line.where, line.plain, "head", one) for line, one in zip(lines, readings, strict=True))
    draft = replace(draft, readings=(*draft.readings, *weighed))
    return Result(draft.with_fields(found.flow, **found.fields), (*found.notices, *remarks), found.dropped)


def _is_menu(lines: Sequence[Line], readings: Sequence[Reading], draft: Draft) -> bool:
    """Whether a page has nothing but short lines, none of which tells a release: its few first words are no title."""
    if draft.titles or any(one.label in TOLD_BY or "verb" in one.seen for one in readings if one.label != "stray"):
        return False
    if 2 * sum(not SENTENCES.isdisjoint(one.seen) for one in readings) >= len(readings):
        return False
    titled = [line.plain.split() for line, one in zip(lines, readings, strict=True) if one.label == "title"]
    short = all(len(line.plain) <= LONGEST_HEADLINE for _, line in draft.lines())
    return short and len(lines) > TEASERS and all(len(words) <= FEW_WORDS for words in titled)


def table() -> LabelTable:
    """What the lines of a head are weighed by."""
    return load(__package__, "head")


def _region(lines: Sequence[Line]) -> list[Line]:
    """The lines from the top to the first that opens with place or date, or else to where enough prose stands."""
    pinned = max((at for at, line in enumerate(lines, 1) if pin_of(line) in REACHING), default=0)
    return list(lines[: max(_first_prose(lines), pinned + 1 if pinned else 0)])


def _first_prose(lines: Sequence[Line]) -> int:
    """How many lines a head has at most, by what they say."""
    prose = 0
    for at, line in enumerate(lines[:HEAD_LINES], 1):
        text = line.plain.strip()
        if len(text) > SHORTEST_SENTENCE and SENTENCE_END.search(text, len(text) - LINE_END):
            prose += len(text)
            if prose > LEAST_PROSE or opening_of(text):
                return at
    return HEAD_LINES


def page_of(draft: Draft) -> Page:
    """What the source says of itself beside its lines: ``<title>`` holds the title, and the sender beside it."""
    house = draft.house
    titles: set[str] = set()
    marked = [fold(line.plain) for _, line in draft.lines() if "title" in line.marks] or list(_below_a_site(draft))
    said_on = {fold(line.plain) for _, line in draft.lines()} if draft.titles and not marked else set()
    site: set[str] = set()
    for title in draft.titles:
        parts = SITE.split(title)
        longest = max(parts, key=len)
        if is_section(longest) or is_bare(longest):
            continue
        others = marked and not any(fold(longest) in one for one in marked)
        others = others or (bool(said_on) and " " in longest and fold(longest) not in said_on)
        of_site = _is_site_of(longest, parts) or (others and _is_body(longest))
        if is_house(plainly(longest)) or of_site:  # a site that calls each of its pages so
            site.add(fold(longest))
            continue
        titles |= set(_around(title, longest))
        site |= {fold(part) for part in parts if part is not longest}
    kickers, tools = (frozenset(map(fold, words)) for words in (house.kickers, house.furniture))
    text = unaccented(plainly("\n".join(line.plain.strip() for _, line in draft.lines())))
    issuers = {fold(name) for name in (house.name, *house.organisations) if name} | site
    return Page(frozenset(titles), frozenset(issuers - titles), kickers, tools, frozenset(site - titles), text)


def _below_a_site(draft: Draft) -> Iterator[str]:
    """The headings, folded, above all prose, below one of the first level whose few words the text says as a name."""
    lines = [line for _, line in draft.lines()]
    above = lines[: next((at for at, line in enumerate(lines) if len(line.plain) > LONGEST_HEADLINE), len(lines))]
    site = next((line.plain.strip() for line in above if line.level == 1), "")
    if site and len(site.split()) <= FEW_WORDS and any(site in line.plain for line in lines[len(above) :]):
        yield from (fold(line.plain) for line in above if line.level > 1)


def _is_site_of(name: str, parts: Sequence[str]) -> bool:
    """Whether ``name`` is a body's, and all that stands beside it is a label: « Communiqué - Hôpital Saint-Jean »."""
    labels = [part for part in parts if said("label").fullmatch(plainly(part))]
    return 0 < len(labels) == len(parts) - 1 and _is_body(name)


def _is_body(name: str) -> bool:
    words = plainly(name)
    return body_words().match(words) is not None and not says_verb(words)


def _around(title: str, words: str) -> Iterator[str]:
    """The stretches of a page's title that hold ``words``, folded: of « A : B – Site » also « A : B »."""
    at = title.index(words)
    starts = [0, *(gap.end() for gap in SITE.finditer(title))]
    ends = [*(gap.start() for gap in SITE.finditer(title)), len(title)]
    return (fold(title[start:end]) for start in starts if start <= at for end in ends if end >= at + len(words))


def without_poor(readings: list[Reading], pins: Mapping[int, str]) -> list[Reading]:
    """The readings, where what has hardly a point of its own is no title and no subtitle, though nothing rivals it."""
    poor = any(one.label == "title" and one.support < POOR for at, one in enumerate(readings) if at not in pins)
    instead = UNTITLED if poor else {}
    return [
        one
        if at in pins
        else one._replace(
            label="body" if one.label == "subtitle" and one.support < POOR else instead.get(one.label, one.label)
        )
        for at, one in enumerate(readings)
    ]


def titled_by_subject(lines: Sequence[Line], readings: list[Reading]) -> list[Reading]:
    """The readings, where a mail's subject is the title if no line of the mail is."""
    if any(one.label == "title" for one in readings):
        return readings
    return [
        one._replace(label="title") if one.label == "furniture" and SUBJECT_ALONE in line.marks else one
        for line, one in zip(lines, readings, strict=True)
    ]


def within_contacts(readings: list[Reading]) -> list[Reading]:
    """The readings, where what nothing explains between two lines of a contact is one of them."""
    found = list(readings)
    for at in range(1, len(readings) - 1):
        if readings[at].label == "stray" and readings[at - 1].label == readings[at + 1].label == "contact":
            found[at] = readings[at]._replace(label="contact")
    return found
