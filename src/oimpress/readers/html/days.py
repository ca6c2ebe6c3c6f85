"""The day of publication that a page does not state: of its address, of its small print, of the lines at its title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from oimpress.knowledge.dates import find_date, undotted, weekdays
from oimpress.knowledge.languages import LANGUAGES
from oimpress.model.draft import Flow, Line
from oimpress.notices import Notice, notice
from oimpress.patterns import lazy
from oimpress.readers.html.advice import day
from oimpress.readers.html.bylines import CLOCK, READING
from oimpress.readers.html.limits import HEAD_LINES, LITTLE
from oimpress.readers.html.stated import Stated

GERMAN = lazy("de(?:-.*)?")
# What stands before a day on its line, in words that neither bylines nor the passes know.
ANNOUNCED = lazy(
    r"^\s*(?:(?:datum|date|fecha|stand)\s*(?::|(?=\d))|(?:presse|medien)mitteilung vom"
    r"|(?:veröffentlicht|erschienen)(?: am)?\s*:?|veröffentlichung(?:sdatum)?\s*:)\s*",
    re.IGNORECASE | re.MULTILINE,
)
# Beside these a date is that of what is announced: « Date : 4 mai 2024 », « Lieu : salle des fêtes ».
OF_EVENT = lazy(
    r"^\W*(?:lieux?|heures?|horaires?|ort|uhrzeit|beginn|lugar|hora|place|venue|where|time)\s*:",
    re.IGNORECASE | re.MULTILINE,
)

# A town before the day of what is written there, in a language whose datelines no pass reads.
TOWN = lazy(r"(?:[A-ZÀ-Þ][\w.'’/-]*(?: |(?=,))){1,3}, ?(?:den)?")
EDGE = lazy(r"[\s,.·•–—-]+|(?:\|.*)$")  # what is nothing around a day: marks, and what a bar parts from it


def read_off(html: str, said: Stated, flow: Flow, lang: str) -> tuple[str, tuple[Notice, ...]]:
    """The day that htmldate reads off the page, or that a line at the title tells; with R072 where it is a guess.

    Where the text names days of its own, only one of those, unless a word announces another or a line is nothing else;
    none where they differ.
    """
    lines = [str(item.text) for item in flow[:HEAD_LINES] if isinstance(item, Line)]
    short = [text for text in lines if len(text) < LITTLE]
    own = {found.in_language(lang) for text in short if (found := find_date(text))}
    read = day(html, said.changed)
    if read and read in own:
        return read, ()
    announced = set(_announced("\n".join(lines), lang)) - {""}
    announced = announced or ({*_alone(short, lang)} - said.changed if not read else set())
    guesses = {*announced, read} - {""}
    if len(guesses) != 1 or (own and not announced):
        return "", ()
    guess = guesses.pop()
    return guess, (notice("R072", detail=guess),)


def _alone(lines: Sequence[str], lang: str) -> Iterator[str]:
    """The days that lines are, but for their clock, what a bar parts from them, and in others' languages a town."""
    known = lang.partition("-")[0] in LANGUAGES
    if OF_EVENT.search("\n".join(lines)):
        return
    for line in (each if known else undotted(each) for text in lines for each in text.splitlines()):
        if (found := find_date(line)) and not find_date(line, found.end):
            before, behind = line[: found.start].strip(" ("), CLOCK.sub(" ", READING.sub(" ", line[found.end :]))
            told = not before or before.rstrip(",").lower() in weekdays() or (not known and TOWN.fullmatch(before))
            if told and not EDGE.sub("", behind).strip(" )"):
                yield found.in_language(lang)


def _announced(text: str, lang: str) -> Iterator[str]:
    """The days that stand behind a word for the day of publication."""
    if OF_EVENT.search(text):
        return
    text = undotted(text) if GERMAN.fullmatch(lang) else text
    for label in ANNOUNCED.finditer(text):
        found = find_date(text, label.end(), min(label.end() + LITTLE, len(text)))
        if found and found.start == label.end():
            yield found.in_language(lang)
