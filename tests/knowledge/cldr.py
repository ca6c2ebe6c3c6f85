"""Writes ``cldr.txt``, the names of CLDR that readers need, from Babel: ``python -m tests.knowledge.cldr``.

Reading them from a text costs a millisecond; Babel's own tables bring its whole library with them, a fifth of what a
command on one file takes.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from babel import Locale

from oimpress.knowledge.languages import LANGUAGES

FILE = Path(__file__).parents[2] / "src" / "oimpress" / "knowledge" / "lexicon" / "cldr.txt"
HEAD = "# Names of CLDR, under the Unicode licence, by Babel: kind, language, code, name. See tests/knowledge.\n"


def text() -> str:
    return HEAD + "".join(f"{'	'.join(row)}\n" for row in _rows())


def _rows() -> Iterator[tuple[str, str, str, str]]:
    for lang in LANGUAGES:
        locale = Locale(lang)
        for width in ("wide", "abbreviated"):
            yield from (("month", lang, str(number), name) for number, name in locale.months["format"][width].items())
        yield from (("weekday", lang, str(day), name) for day, name in locale.days["format"]["wide"].items())
        yield from (("country", lang, code, name) for code, name in locale.territories.items() if _is_country(code))
        yield from (("language", lang, code, name) for code, name in locale.languages.items())


def _is_country(code: str) -> bool:
    return len(code) == 2 and code.isalpha() and code not in ("EU", "UN", "EZ", "ZZ", "QO", "XA", "XB")


if __name__ == "__main__":
    FILE.write_text(text(), "utf-8")
