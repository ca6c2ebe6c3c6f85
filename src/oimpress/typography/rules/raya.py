"""The Spanish dash: round an aside, and before what someone says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.patterns import lazy
from oimpress.typography.convention import EM_DASH, SPACES, Usage
from oimpress.typography.rule import lines_with, rule

CODE = "T057"
WORDS = r"[^\n.!?;–—]"
#: A hyphen inside a word is none of these dashes.
DASH = lazy(r"[-–—](?:(?<![^\W_].)|(?![^\W_]))")
ASIDE = lazy(
    rf"({SPACES}(?:(?<=[\w»”)%,ꀀ].)|(?<=[A-Z]\..))(?:(?:--?|–|—){SPACES}|(?:--|–)))(?=[\w«“¿¡(])({WORDS}{{2,200}}?[\w»”)%!?ꀀ])((?:{SPACES}(?:--?|–|—)|--|–)(?:{SPACES}(?=[\w«“(])|(?=[,.;:!?)])))"
)
SAYING = (
    *("dijo", "preguntó", "respondió", "añadió", "explicó", "contestó", "exclamó", "señaló", "afirmó", "replicó"),
    *("insistió", "murmuró", "gritó"),
)
SAID = rf"(?:{'|'.join(SAYING)})(?!\w)"
#: « la ministra -acompañada por el alcalde- visitó »: hyphens against words; the last of them is no prefix.
TIGHT = lazy(
    rf"({SPACES}-(?<=[\w»”)%,]..))(?=[^\W\d_]|[«“¿¡(])"
    rf"((?:(?!{SPACES}-|-{SPACES}){WORDS}){{3,200}}?(?:[^\W\d_]{{4}}|[»”)%]|(?<= )\d{{1,4}})|{SAID})"
    rf"(-)(?={SPACES}[\w«“(]|[,.;:!?)])"
)
SPEECH = lazy(rf"^([ \t]*)(?:--?|–|—)({SPACES}*)(?=[¿¡]|[A-ZÁÉÍÓÚÑ][^\n]*[–—-]{SPACES}?{SAID})", re.MULTILINE)
COMMENT = lazy(rf"^[ \t]*[–—-][^\n]*?[\w!?…,]({SPACES}[–—-]{SPACES}?)(?={SAID})", re.MULTILINE)


def raya(run: str, usage: Usage) -> Iterator[Edit]:
    """Set the dashes round an aside against its words, and the one that opens a speech against the first.

    Source: RAE, Ortografía, III.3.4.7. A single dash, as after the place of a release, is left.
    """
    reached = 0
    for edit in sorted(_edits(run), key=lambda edit: edit.start):
        if edit.start >= reached:
            reached = edit.end
            yield edit


def _edits(run: str) -> Iterator[Edit]:
    for line in lines_with(run, DASH):
        yield from _in_line(run, *line)


def _in_line(run: str, begin: int, end: int) -> Iterator[Edit]:
    for match in filter(None, (SPEECH.match(run, begin, end),)):
        if run[match.end(1) : match.end()] != EM_DASH:
            yield Edit(CODE, match.end(1), match.end(), run[match.end(1) : match.end()], EM_DASH)
    for match in filter(None, (COMMENT.match(run, begin, end),)):
        if match[1] != f" {EM_DASH}":
            yield Edit(CODE, *match.span(1), match[1], f" {EM_DASH}")
    for match in TIGHT.finditer(run, begin, end):
        if " " in match[2] or match[2] in SAYING:
            yield Edit(CODE, *match.span(1), match[1], " " + EM_DASH)
            yield Edit(CODE, *match.span(3), "-", EM_DASH)
    for match in ASIDE.finditer(run, begin, end):
        before, after = match[1], match[3]
        digits = run[match.start() - 1].isdigit() and match[2][0].isdigit()
        if digits:
            continue
        yield Edit(CODE, *match.span(1), before, " " + EM_DASH)
        yield Edit(CODE, *match.span(3), after, EM_DASH + (" " if after[-1] in " \u00a0\u202f" else ""))


RULE = rule(CODE, "A", "-–—", raya, "la ley - dijo ayer - es clara")
