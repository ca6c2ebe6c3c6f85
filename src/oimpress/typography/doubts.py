"""What the rules see and do not touch, because only a person can tell: tier W, told as notices."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from oimpress.knowledge.languages import is_in
from oimpress.model.traced import Edit
from oimpress.patterns import lazy
from oimpress.typography import proposals
from oimpress.typography.capitals import uncapped
from oimpress.typography.convention import DEFAULT, NBSP, SPACES, Convention, Usage, find_language, usage_of
from oimpress.typography.engine import told_rules_of
from oimpress.typography.guards import MASKS
from oimpress.typography.judge import REVERSED, decided_for
from oimpress.typography.lexicons import words
from oimpress.typography.neighbours import left_of
from oimpress.typography.protect import covered, masked
from oimpress.typography.rule import DIGITS, Look, begun, finds
from oimpress.typography.rules import HOUSE_FORM
from oimpress.typography.shelters import Mode, shelters

MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
CAPPED = MONTHS.title().split("|")
DAYS = "Lundi|Mardi|Mercredi|Jeudi|Vendredi|Samedi|Dimanche"
VOWEL = r"(?=[aeiouyhâàéèêîô][^\W\d]|[AEIOU][A-Z]{2})"
BLANK_OR_END = frozenset(" \n")
CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
Keep = Callable[[re.Match[str], str], bool]
Propose = Callable[[str], str]


class Doubt(NamedTuple):
    """Matches of ``pattern`` are doubtful when ``keep`` says so; it is tried where a rule of such ``look`` would be.

    ``propose`` gives what may stand in place of the words matched, empty where only a person can tell.
    """

    code: str
    needs: frozenset[str]
    pattern: re.Pattern[str]
    keep: Keep
    look: Look
    propose: Propose


class Doubted(NamedTuple):
    """A doubt about ``text[start:end]``, and what may stand in its place."""

    code: str
    start: int
    end: int
    proposal: str = ""


def _always(match: re.Match[str], text: str) -> bool:
    return True


def _is_word(match: re.Match[str], text: str) -> bool:
    return not text[match.start() - 1 : match.start()].isalnum() or match.start() == 0


def _is_alone(match: re.Match[str], text: str) -> bool:
    """Whether nothing is joined to the left of the word, a number by its no-break space included."""
    left = text[match.start() - 1 : match.start()]
    return match.start() == 0 or not (left.isalnum() or left in "’'.&/-\u00a0")


def _is_unsure(match: re.Match[str], text: str) -> bool:
    """Whether the stretch stands outside « » and no language claims it."""
    left = text[max(match.start() - 2000, 0) : match.start()]
    return left.count("«") <= left.count("»") and is_in(text[match.start(1) : match.end(1)], "fr") == "unsure"


def _listed(name: str) -> Keep:
    return lambda match, text: _is_word(match, text) and match[0] in words(name)


def _is_uncapped(match: re.Match[str], text: str) -> bool:
    return _is_word(match, text) and match[0] in uncapped()


def _is_letter_a(match: re.Match[str], text: str) -> bool:
    start = match.start()
    left = left_of(text, start)
    return not left or left in ".!?…\n«"


def _is_count(match: re.Match[str], text: str) -> bool:
    """Whether an ungrouped number is too long or too far from our time to be a year."""
    return len(match[0]) > 4 or not 1900 <= int(match[0]) <= 2100


def _doubt(
    code: str,
    look: str | tuple[str, ...],
    pattern: str,
    keep: Keep = _always,
    propose: Propose = lambda found: "",
) -> Doubt:
    """A doubt with the expressions it looks for first."""
    looks = begun((look,) if isinstance(look, str) else look)
    return Doubt(code, frozenset(first for first, _ in looks), lazy(pattern), keep, looks, propose)


CUT_WORD = r"(?:vux|nud|cur|uf|buf)s?(?!\w)"
DOUBTS: Final = (
    _doubt("T101", ("<<", ">>"), r"<<|>>"),
    _doubt("T102", '"', r'"[^\n]*'),
    _doubt("T122", "»(?=\\w)", REVERSED.pattern),
    _doubt("T103", "“", r"“([^“”\n]*?[^\W\d_“”][^“”\n]*)”", _is_unsure),
    _doubt(
        "T104",
        rf" (?:(?<=\W[LDNSJClds] )|(?<=[Qq]u )|(?<!.. )){VOWEL}",
        rf"(?:[LDNSJClds]|[Qq]u|jusqu|lorsqu|puisqu) {VOWEL}[^\W\d]+",
        _is_alone,
        proposals.elided,
    ),
    _doubt("T105", r"\$", r"\$[ \u00a0]?[0-9][\d., \u00a0\u202f]*"),
    _doubt("T105", "dollars [Ua]", r"dollars (?:US|américains|USD)(?!\w)"),
    _doubt(
        "T106",
        tuple(DIGITS),
        rf"[1-9](?<![\w.,/:+’'°-].)\d{{3,8}}(?={SPACES}(?:[^\W\d_A-Z]|€|\$))",
        _is_count,
        propose=proposals.grouped,
    ),
    _doubt("T106", r"\.000", r"[1-9](?<![\w.,/:+-].)\d{0,2}(?:\.000)+(?![\w.])", propose=proposals.grouped),
    _doubt("T106", r",(?=\d{3})", r"[1-9](?<![\w.,/:+-].)\d{0,2}(?:,\d{3})+(?![\w,])", propose=proposals.grouped),
    _doubt(
        "T107",
        r"\.\d",
        rf"[0-9](?<![\w.,/-].)\d{{0,3}}\.\d{{1,2}}(?={SPACES}?(?:%|million|milliard|km|kg|€|°))",
        propose=proposals.decimal,
    ),
    _doubt("T108", "2nd", r"2nde?s?(?<!\w2nd)(?!\w)", propose=proposals.second),
    _doubt("T109", "°s", r"[nN]°s(?!\w)", propose=proposals.numeros),
    _doubt("T110", f"1{NBSP}", rf"1(?<![\d.,]1){NBSP}(?:{MONTHS})(?!\w)", propose=proposals.dated),
    _doubt("T110", f"{NBSP}[JFMASOND]", rf"(?<=[0-9r]{NBSP})(?:{'|'.join(CAPPED)})(?!\w)", propose=proposals.dated),
    _doubt("T110", rf" (?:{DAYS}) \d", rf"(?<=[a-zé,] )(?:{DAYS})(?= \d)", propose=proposals.dated),
    _doubt("T111", "24 ?h", r"24 ?h ?/ ?24", propose=proposals.all_day),
    _doubt("T113", r"\.\.", r"\.\.(?<=[^\W\d_]\.\.)(?![./\\\w])"),
    _doubt("T114", "E", r"E[a-z]+", _listed("names"), propose=proposals.accented),
    _doubt("T115", "A ", r"A (?!été|eu |et |ou )[a-zéàê][\w’]+", _is_letter_a, propose=proposals.to),
    _doubt(
        "T116", tuple(f"{capital}[A-Z]{{3}}" for capital in CAPITALS), r"[A-Z][A-Z]{3,}", _is_uncapped, proposals.capped
    ),
    _doubt(
        "T117",
        tuple(f"{word}s?(?!\\w)" for word in ("vux", "nud", "cur", "uf")),
        CUT_WORD,
        _is_word,
        propose=proposals.ligature,
    ),
    _doubt("T118", rf":(?<=ail{NBSP}:)", rf"(?:Em|M)ail(?={NBSP}:)", _is_alone, propose=proposals.mail),
    _doubt("T119", r",(?=[^\W\d_]{2})", r",(?=[^\W\d_]{2})(?<=[^\W\d_]{2},)[^\W\d_]+", propose=proposals.spaced),
    _doubt("T119", r";(?=[^\W\d_]{2})", r";(?=[^\W\d_]{2})(?<=[^\W\d_]{2};)[^\W\d_]+", propose=proposals.spaced),
    _doubt(
        "T119",
        r"\.[A-ZÀ-Þ]",
        r"\.(?<=[^\W\d_A-Z]{2}.)(?:[A-ZÀ-Þ][^\W\d_A-Z]+|[A-Z]{3,})(?!\.)",
        propose=proposals.spaced,
    ),
    _doubt(
        "T120",
        r"\([cCrRtT]",
        r"\((?<=\w \()[cC]\)(?=[ \u00a0]?\d{4})|\((?<=[^\W\d]\()(?:r|R|tm|TM)\)(?!\w)",
        propose=proposals.symbol,
    ),
    _doubt("T120", ("->", "<-", "=>"), r"->|<-|=>", propose=proposals.symbol),
)
NEEDED: Final = frozenset().union(*(doubt.needs for doubt in DOUBTS))


def doubts(text: str, lang: str = "fr", convention: Convention = DEFAULT, mode: Mode = "text") -> Iterator[Doubted]:
    """The doubts about ``text``, which is set already; nothing but what a house wants told where it is not French."""
    usage = decided_for(text, usage_of(find_language(lang), convention))
    seen = masked(covered(text, shelters(text, mode)), usage, set(text))
    yield from doubts_in(text, seen, usage)


def doubts_in(text: str, seen: str, usage: Usage) -> Iterator[Doubted]:
    """The doubts about a text of which the rules see ``seen``."""
    if usage.lang[:2] == "fr":
        present = NEEDED.intersection(seen)
        for doubt in DOUBTS:
            if doubt.needs.isdisjoint(present) or not finds(seen, present, doubt.look):
                continue
            for match in doubt.pattern.finditer(seen):
                if doubt.keep(match, text):
                    start, end = match.span()
                    yield Doubted(doubt.code, start, end, doubt.propose(text[start:end]))
    for rule in told_rules_of(usage):
        for edit in rule.find(seen, usage):
            if edit.before != edit.after and MASKS.isdisjoint(edit.before):
                yield _told(text, edit)


def _told(text: str, edit: Edit) -> Doubted:
    """What a rule would do, as a proposal for the words around."""
    start = next((at + 1 for at in range(edit.start - 1, -1, -1) if text[at] in BLANK_OR_END), 0)
    end = next((at for at in range(edit.end, len(text)) if text[at] in BLANK_OR_END), len(text))
    code = "T123" if edit.rule == HOUSE_FORM.code else "T124"
    return Doubted(code, start, end, text[start : edit.start] + edit.after + text[edit.end : end])
