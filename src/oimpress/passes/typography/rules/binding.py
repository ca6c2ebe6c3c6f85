"""No-break spaces between an abbreviation and what it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.passes.typography.convention import NBSP, Spacing
from oimpress.passes.typography.judge import is_in
from oimpress.passes.typography.lexicons import words
from oimpress.passes.typography.rule import before, holds, rule, word_at

NUMERO, REFERENCE, CIVILITY, TITLE = "T028", "T029", "T031", "T030"
NUMBER = re.compile(r"[nN][ \u00a0\u202f]?[°º][ \u00a0\u202f]*(?=[\dꀀ])")
WORDED = re.compile(r" ([nN]o)(\.?[ \u00a0\u202f]+)(?=\d)")
NUMBERED = re.compile(
    r"(?:résolution|décret|loi|arrêté|règlement|circulaire|ordonnance|directive|convention|rapport|communiqué|bulletin"
    r"|avis|protocole|décision|observation|recommandation|objectif|article|dossier|projet|compte|lot|annexe|vol)"
    r"(?:[ \u00a0\u202f][^\W\d_]+)?[ \u00a0\u202f]$",
    re.IGNORECASE,
)
POINT = re.compile(r"\.([ \u00a0\u202f])(?=\d|[IVXLC]+(?!\w))")
SECTION = re.compile(r"§+([ \u00a0\u202f]?)(?=\d)")
PERSON = re.compile(r"(?:MM?\.|M(?:mes?|lles?|gr|es?)|[DP]rs?)([ \u00a0\u202f])(?=[^\W\d_ꀀꀁ])")
PARTICLE = re.compile(r"(?:d[eu]s? |d['’]|v[ao]n (?:de[nr]? )?)?[A-ZÀ-ÖØ-ÞŒŠŽĀ-Ž]")
TITLED = ("Mr", "Mm", "Ml", "Dr.", "Pr.", "Mgr.", "Me.")
NAMED = ("M.", "Mm", "Ml", "Me", "Mg", "Dr", "Pr")
ENGLISH = re.compile(r"(?:(Mr)\.?|(M(?:mes?|lles?|gr|e)|[DP]r)\.)(?=[ \u00a0\u202f]([^\W\d_]))")
FELLOW = re.compile(r"[ \u00a0\u202f](?:et M|l[ea] [^\W\d_]|l[’'])")


def numero(run: str, spacing: Spacing) -> Iterator[Edit]:
    """Write « n° » with its degree sign and bind the number. Source: J. André, § 5.1.3."""
    found: list[tuple[int, int, str]] = []
    if "°" in run or "º" in run:
        signs = (match for match in NUMBER.finditer(run) if not before(run, match.start()).isalnum())
        found += ((*match.span(), match[0][0] + "°" + NBSP) for match in signs)
    if " no" in run or " No" in run:
        for match in WORDED.finditer(run):
            if NUMBERED.search(run, max(match.start() - 40, 0), match.start() + 1):
                found.append((match.start() + 1, match.end(), match[1][0] + "°" + NBSP))
    for start, end, after in sorted(found):
        if run[start:end] != after:
            yield Edit(NUMERO, start, end, run[start:end], after)


def reference(run: str, spacing: Spacing) -> Iterator[Edit]:
    """Bind « art., p., fig., chap., § » to their number. Source: J. André, § 5.1.3."""
    found = [match.span(1) for match in POINT.finditer(run) if _is_abbreviation(run, match.start())]
    if "§" in run:
        found += (match.span(1) for match in SECTION.finditer(run))
    for start, end in sorted(found):
        if run[start:end] != NBSP:
            yield Edit(REFERENCE, start, end, run[start:end], NBSP)


def _is_abbreviation(run: str, dot: int) -> bool:
    start, _ = word_at(run, dot, dot)
    return run[start:dot].lower() in words("references") and before(run, start) not in (".", "’", "-")


def title(run: str, spacing: Spacing) -> Iterator[Edit]:
    """Write « M. » for « Mr », « Mme » and « Dr » without full stop. Source: Imprimerie nationale; OQLF."""
    if not holds(run, TITLED):
        return
    for match in ENGLISH.finditer(run):
        named = match[3].isupper() or (match[1] and FELLOW.match(run, match.end()))
        if not named or before(run, match.start()).isalnum():
            continue
        if is_in(run[max(match.start() - 60, 0) : match.end() + 60], "fr") == "no":
            continue
        after = "M." if match[1] else match[2]
        if after != match[0]:
            yield Edit(TITLE, *match.span(), match[0], after)


def civility(run: str, spacing: Spacing) -> Iterator[Edit]:
    """Bind « M., Mme, Dr » to the name. Source: J. André, § 5.1.3."""
    if not holds(run, NAMED):
        return
    for match in PERSON.finditer(run):
        named = PARTICLE.match(run, match.end()) and not before(run, match.start()).isalnum()
        if named and match[1] != NBSP:
            yield Edit(CIVILITY, *match.span(1), match[1], NBSP)


NUMEROS = rule("T028", "A", "°ºo", numero, "n°12")
REFERENCES = rule("T029", "A", ".§", reference, "art. 13")
TITLES = rule("T030", "L", "MDP", title, "Mr Diallo et Mme. Kaboré")
CIVILITIES = rule("T031", "A", "MDP", civility, "M. Diallo")
