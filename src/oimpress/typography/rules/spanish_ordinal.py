"""Spanish ordinals in figures."""

from __future__ import annotations

from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.patterns import lazy
from oimpress.typography.convention import Usage
from oimpress.typography.rule import rule

CODE = "T055"
ORDINAL = lazy(
    r"[0-9](?<![\w.,:/][0-9])\d{0,2}(º|ª|°(?=\s+(?:[a-záéíóúñ]{3,}|Congreso|Festival|Edición))"
    r"|[oa](?= (?:de|[a-záéíóúñ]{3,})(?!\w))|er|ro|do|to|mo|vo|no|ra|da|ta|ma|va|na)(?!\w)"
)
LETTERS = {"er": ".er", "ro": ".º", "do": ".º", "to": ".º", "mo": ".º", "vo": ".º", "no": ".º", "°": ".º", "o": ".º"}
#: « Calle 3a sur »: a letter of an address.
STREET = lazy(r"(?:[Cc]alle|[Cc]arrera|[Aa]venida|[Cc]ra\.?|[Cc]l\.|[Aa]v\.|[Tt]ransversal|[Pp]asaje)\s$")
#: « Mª José », « Dª Ana ».
NAMED = lazy(r"(?<!\w)[MDN](?=[ªº] )")
TEMPERATURE = lazy(r"\s+(?:grados|centígrados|Celsius)")


def ordinal(run: str, usage: Usage) -> Iterator[Edit]:
    """Write « 1.º, 2.ª, 3.er » with the full stop of an abbreviation. Source: RAE, Ortografía, V.2.3.3.1."""
    found = [*_numbered(run), *((match.end(), match.end(), ".") for match in NAMED.finditer(run))]
    for start, end, right in sorted(found):
        yield Edit(CODE, start, end, run[start:end], right)


def _numbered(run: str) -> Iterator[tuple[int, int, str]]:
    for match in ORDINAL.finditer(run):
        letters = match[1]
        if letters == "°" and TEMPERATURE.match(run, match.end()):
            continue
        if letters in ("o", "a") and STREET.search(run, max(match.start() - 12, 0), match.start()):
            continue
        right = LETTERS.get(letters) or (".ª" if letters.endswith("a") else "." + letters)
        yield *match.span(1), right


RULE = rule(CODE, "A", "0123456789ªº", ordinal, "la 2ª edición")
