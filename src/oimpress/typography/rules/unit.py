"""Symbols of units."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from operator import itemgetter

from oimpress.model.traced import Edit
from oimpress.patterns import lazy
from oimpress.typography.convention import NBSP, SPACES, Usage
from oimpress.typography.figures import NOT_SMALL, are_minutes, bound, is_identifier, small_number
from oimpress.typography.lexicons import entries, longest_first, prefixed, words
from oimpress.typography.rule import DIGITS, at_numbers, rule

CODE = "T038"
LONGER = lazy(r"[0-9],?[0-9]$")
DECIMAL = lazy(r"\d,\d+$")  # a full stop may be that of « $1.2m »
MEASURED = (" de ", " d'", " d’", " en ", " long", " wide", " high", " tall", " deep", " above ", " below ", "/100")
HORSES = frozenset({"CV"})  # « 120 CV », but the car is a « 2CV »
#: « millions de m3 », « el precio por m2 »: the symbol without its number.
BARE = lazy(r"(?<!\w)(?:[dD](?:[eu]s?|el)|d['’]|[Ll]es?|aux?|par|en|el|los|por|per|of) ?(?:[kcdh]?m)([23])(?![\w'’-])")
SUPERIOR = {"2": "²", "3": "³"}


#: « 1m72 »: metres and centimetres.
METRES = lazy(r"m(?<=[0-9]m)\d\d(?!\w)")
#: « en 2022 ha subido »: no hectares but the verb.
VERB = lazy(rf"{SPACES}[^\W\d_]+(?:[aií]do|to|cho|so)(?!\w)")


@cache
def _unit_pattern(lang: str) -> tuple[re.Pattern[str], dict[str, str], frozenset[str]]:
    """The pattern of a unit after a number; how each form is written; those of one letter."""
    right = dict(zip(prefixed(), prefixed(), strict=True))
    right |= {form: line[0] for line in entries("units") for form in line}
    if lang != "fr":
        right |= {form: form for form in words(f"units-{lang}")}
    per = "|".join(map(re.escape, longest_first(words("units-per"))))
    groups = groupby(sorted(longest_first(right), key=itemgetter(0)), key=itemgetter(0))
    forms = "|".join(
        f"{re.escape(first)}(?:{'|'.join(re.escape(form[1:]) for form in grouped)})" for first, grouped in groups
    )
    begins = "".join(re.escape(char) for char in sorted({form[0] for form in right}))
    pattern = re.compile(
        rf"[0-9]++({SPACES}?)(?=[{begins}])({forms})((?:/(?:{per}))?)(?![\w²³°’'ꀀ])(?!/(?!100{SPACES}?km)\d)"
    )
    return pattern, right, frozenset(form for form in right if len(form) == 1 or form in HORSES)


def units(run: str, usage: Usage) -> Iterator[Edit]:
    """Set a no-break space between a number and the symbol of its unit. Source: BIPM, SI brochure, 5.3.3."""
    yield from sorted((*_counted(run, usage), *_bare(run), *_heights(run, usage)), key=lambda edit: edit.start)


def _heights(run: str, usage: Usage) -> Iterator[Edit]:
    if usage.lang[:2] == "fr" and "m" in run:
        for match in METRES.finditer(run):
            if small_number(run, match.start()) < NOT_SMALL:
                yield Edit(CODE, match.start(), match.start() + 1, "m", f"{NBSP}m{NBSP}")


def _bare(run: str) -> Iterator[Edit]:
    if "m2" in run or "m3" in run:
        for match in BARE.finditer(run):
            yield Edit(CODE, *match.span(1), match[1], SUPERIOR[match[1]])


def _counted(run: str, usage: Usage) -> Iterator[Edit]:
    pattern, right, short = _unit_pattern(usage.lang[:2])
    for match in at_numbers(pattern, run):
        start, form = match.start(1), match[2]
        if (
            (form in short and not match[1] and not match[3] and not _is_clear(run, start, form))
            or is_identifier(run, start)
            or are_minutes(run, start)
            or (form == "ha" and usage.lang[:2] == "es" and VERB.match(run, match.end()))
        ):
            continue
        yield from bound(CODE, run, *match.span(1))
        if right[form] != form:
            yield Edit(CODE, *match.span(2), form, right[form])


def _is_clear(run: str, at: int, letter: str) -> bool:
    """Whether one letter against its number can only be a unit: « 100g de riz », « 3,5m d’eau »; not « la 5g de »."""
    if letter == "h":
        return True
    if letter in "WV":  # « 65W », but not the oil « 5W-30 »
        return not run.startswith(("-", "/"), at + 1)
    if letter in "mglt" and DECIMAL.search(run, max(at - 8, 0), at):
        return True
    return letter in "mglt" and bool(LONGER.search(run, max(at - 3, 0), at)) and run.startswith(MEASURED, at + 1)


RULE = rule(CODE, "L", DIGITS, units, "5 km")
