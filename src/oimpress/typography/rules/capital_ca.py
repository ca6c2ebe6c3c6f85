"""« Ça » at the start of a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.patterns import lazy
from oimpress.typography.convention import Usage
from oimpress.typography.lexicons import words
from oimpress.typography.neighbours import left_of
from oimpress.typography.rule import before, change, rule

CODE = "T018"
CA = lazy(
    r"C[aA](?=[ \u00a0\u202f](?:([^\W\d_]+)(?!['’])|[cnlsmtCNLSMT]['’])|,[ \u00a0\u202f](?:c|j|on|nous|il|elle)(?!\w))"
)
IMPERSONAL = ("era", "ira", "dra", "rait")  # endings of verbs that « ça » governs
SENTENCE = frozenset(".!?…:;–—•«“(\n\ue000\ue001")


def that(run: str, usage: Usage) -> Iterator[Edit]:
    """Make « Ca » at the start of a sentence « Ça » before a verb. Source: Imprimerie nationale."""
    for match in CA.finditer(run):
        left = left_of(run, match.start())
        if (left and left not in SENTENCE) or before(run, match.start()).isalnum():
            continue
        word = match[1] or ""
        as_word = match[0] == "Ca" or (word or run[match.end() + 1]).isupper()  # CA: the turnover, the board
        if as_word and (not word or word.lower() in words("after-that") or word.lower().endswith(IMPERSONAL)):
            yield from change(CODE, match.start(), match[0], "Ç" + match[0][1])


RULE = rule(CODE, "L", "C", that, "Ca fait deux ans")
