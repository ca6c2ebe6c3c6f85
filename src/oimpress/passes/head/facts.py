"""Project records: labels and values between lone dashes, or bullets with the value on the next line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from oimpress.knowledge.dates import find_date
from oimpress.knowledge.folding import fold, slug
from oimpress.knowledge.gazetteer import countries
from oimpress.knowledge.lexicon import rows
from oimpress.model.draft import Draft, Line, lines_of, words_of
from oimpress.model.nodes import Countries, Fact, Moment, Money, Value, Words
from oimpress.model.runs import one_line
from oimpress.model.traced import Edit, Traced, inserted
from oimpress.notices import Dropped, Notice, Result, notice
from oimpress.passes.head.limits import LONGEST_LABEL
from oimpress.passes.leaving import addresses
from oimpress.patterns import lazy

LABEL, VALUE, MARK, AMOUNT, LISTED = "P001", "P002", "P003", "P004", "P005"
YEAR = lazy(r"(?:19|20)\d\d")
NUMBER = lazy(r"(?P<whole>\d{1,3}(?:[ ,.\u00a0\u202f']\d{3}){1,5}|\d{1,15})(?:[.,](?P<cents>\d{2}))?")
CURRENCY = lazy(r"\b(USD|EUR|CHF|GBP|CAD|XOF|XAF|AUD|JPY|SEK|NOK|DKK)\b|(US ?\$|\$ ?US|[$€£])")
SIGNS = {"$": "USD", "€": "EUR", "£": "GBP"}


class FactPair(NamedTuple):
    """Where a fact stands in the flow, and its lines."""

    start: int
    end: int
    label: Line
    value: Line


def facts(draft: Draft) -> Result[Draft]:
    """Collect a project record of two facts or more. Rules P001-P005; notice P101 for a value not of its type."""
    pairs = list(_dashed(draft)) or list(_bulleted(draft))
    if len(pairs) < 2:
        return Result(draft)
    notices: list[Notice] = []
    found = tuple(_fact(pair, draft.release.lang, notices) for pair in pairs)
    gone = {at for pair in pairs for at in range(pair.start, pair.end)}
    dropped = []
    for pair in pairs:
        texts = [line.text for line in lines_of(draft.flow[pair.start : pair.end])]
        dropped += [Dropped(text, MARK) for text in texts if text.strip() == "-"]
        dropped += (*addresses(pair.label.children), *addresses(pair.value.children))
        bullet = BULLET.match(pair.label.plain)
        dropped += [Dropped(pair.label.text[: bullet.end()], MARK)] if bullet else []
    kept = draft.without(gone).with_fields(facts=found, kind="project")
    return Result(kept, tuple(notices), tuple(dropped))


def _dashed(draft: Draft) -> Iterator[FactPair]:
    """``-``, label, value, repeated without anything between."""
    flow = draft.flow
    at = next((i for i, item in enumerate(flow) if _is_dash(item)), len(flow))
    while at + 2 < len(flow) and _is_dash(flow[at]):
        label, value = flow[at + 1 : at + 3]
        if not (isinstance(label, Line) and isinstance(value, Line)) or _is_dash(label) or _is_dash(value):
            return
        if len(label.text) > LONGEST_LABEL:
            return
        yield FactPair(at, at + 3, label, value)
        at += 3


def _is_dash(item: object) -> bool:
    return words_of(item) == "-"


BULLET = lazy(r"\s*[•·▪*]\s+")


def _bulleted(draft: Draft) -> Iterator[FactPair]:
    """``  • label`` with the value indented below it; at least one label is one we know."""
    flow: Sequence[object] = draft.flow
    pairs = []
    for at, (label, value) in enumerate(pairwise(flow)):
        if not (isinstance(label, Line) and isinstance(value, Line)):
            continue
        if BULLET.match(label.plain) and re.match(r"\s{2,}[^\s•·▪*]", value.plain):
            pairs.append(FactPair(at, at + 2, label, value))
    if any(_bare(pair.label) in _labels() for pair in pairs):
        yield from pairs


def _bare(line: Line) -> str:
    return fold(BULLET.sub("", line.plain).rstrip(" :"))


@cache
def _labels() -> dict[str, tuple[str, str]]:
    return {fold(label): (row[0], row[1]) for row in rows("facts") for label in row[2:]}


def _fact(pair: FactPair, lang: str, notices: list[Notice]) -> Fact:
    bullet = BULLET.match(str(pair.label.text))
    label = one_line(pair.label.text[bullet.end() if bullet else 0 :].strip())
    fact = fact_of(label, one_line(pair.value.text.strip()), lang)
    if _key(label) in _labels() and _kind(label)[1] != "text" and isinstance(fact.value, Words):
        notices.append(notice("P101", pair.value.where, f"{label} : {fact.value.text}"))
    return fact


def fact_of(label: Traced, value: Traced, lang: str) -> Fact:
    """The fact that ``label`` and ``value`` say, its value typed as the label asks. Rules P001, P002, P004, P005."""
    name, kind = _kind(label)
    typed = _value(value.put_by(VALUE), kind, str(label), lang)
    return Fact(inserted(name, LABEL, label.start), label.put_by(LABEL), typed)


def _kind(label: str) -> tuple[str, str]:
    """The machine's word for ``label``, and of which type its values are."""
    return _labels().get(_key(label)) or (slug(str(label)) or "fact", _promised(str(label)))


def _key(label: str) -> str:
    return fold(str(label).rstrip(" :"))


KINDS = {
    "money": re.compile(
        r"\b(?:budget|montant|amount|co[ûu]t|cost|presupuesto|monto)\b|(?-i:\([A-Z]{3}\))", re.IGNORECASE
    ),
    "date": re.compile(r"\b(?:date|ann[ée]e|year|fecha|a[ñn]o)\b", re.IGNORECASE),
    "countries": re.compile(
        r"\b(?:pays|countr(?:y|ies)|pa[íi]s(?:es)?|member states?|[ée]tats? membres?|estados? miembros?)\b",
        re.IGNORECASE,
    ),
}


def _promised(label: str) -> str:
    """The type that a label we do not know promises."""
    whole = label.replace("(s)", "s")  # "Etat(s) membre(s)"
    return next((kind for kind, pattern in KINDS.items() if pattern.search(whole)), "text")


def _value(text: Traced, kind: str, label: str, lang: str) -> Value:
    if kind == "date" and (when := _when(str(text))):
        return Moment(text, inserted(when, VALUE, text.start))
    if kind == "money" and (money := _money(text, label, lang)):
        return money
    if kind == "countries" and (listed := _countries(text)):
        return listed
    return Words(text)


def _when(text: str) -> str:
    found = find_date(text)
    if found and found.when and found.end - found.start >= len(text) - 1:
        return found.when
    return text if YEAR.fullmatch(text) else ""


def _money(text: Traced, label: str, lang: str) -> Money | None:
    """An amount whose currency the value or its label names; set for readers as ``200 000 $``, but not in English."""
    sign = CURRENCY.search(str(text)) or CURRENCY.search(label)
    bare = CURRENCY.sub("", str(text)).strip()
    number = NUMBER.fullmatch(bare)
    if not sign or not number:
        return None
    currency = sign[1] or SIGNS[sign[2].replace("US", "").strip()]
    whole = re.sub(r"\D", "", number["whole"])
    cents = number["cents"] or "00"
    shown = f"{int(whole):,}".replace(",", "\u202f") + ("" if cents == "00" else f",{cents}")
    shown += "\u00a0" + {"USD": "$", "EUR": "€", "GBP": "£"}.get(currency, currency)
    edited = (
        text if shown == text or lang.startswith("en") else text.edited([Edit(AMOUNT, 0, len(text), str(text), shown)])
    )
    return Money(edited, inserted(f"{int(whole)}.{cents}", VALUE, text.start), inserted(currency, VALUE, text.start))


def _countries(text: Traced) -> Countries | None:
    """Country names one after the other, with or without commas between; None when anything else stands there."""
    words = list(re.finditer(r"[^\s,;]+", str(text)))
    codes: list[str] = []
    edits: list[Edit] = []
    at = 0
    while at < len(words):
        size = next((n for n in range(min(9, len(words) - at), 0, -1) if _named(words, at, n, text)), 0)
        if not size:
            return None
        if codes and "," not in (between := str(text)[words[at - 1].end() : words[at].start()]) and ";" not in between:
            start = words[at - 1].end()
            edits.append(Edit(LISTED, start, start, "", ","))
        codes.append(_named(words, at, size, text))
        at += size
    return Countries(text.edited(edits), inserted(" ".join(codes), VALUE, text.start)) if codes else None


def _named(words: Sequence[re.Match[str]], at: int, count: int, text: str) -> str:
    return countries().get(fold(str(text)[words[at].start() : words[at + count - 1].end()]), "")
