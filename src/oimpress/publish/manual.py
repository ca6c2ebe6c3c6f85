"""What a rule or a notice means, for whoever asks by its code or name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from oimpress.errors import UsageError
from oimpress.model.traced import edited
from oimpress.notices import notice_texts, rule_texts
from oimpress.typography import LANGUAGES, analyse
from oimpress.typography.report import visible
from oimpress.typography.rules import BY_LANGUAGE, CHARACTERS, EVERY

LABELS: Final = {
    "fr": ("autorité", "exemple", "langues", "gravité"),
    "en": ("authority", "example", "languages", "severity"),
    "es": ("autoridad", "ejemplo", "lenguas", "gravedad"),
}


def explained(code: str, lang: str = "en") -> str:
    """The lines about the rule or notice called ``code``: its words, its authority, and an example.

    Raises UsageError for what is neither.
    """
    return "".join(f"{line}\n" for line in _lines(_known(code), lang if lang in LABELS else "en"))


def _known(code: str) -> str:
    rows = {**rule_texts(), **notice_texts()}
    wanted = code.strip()
    if wanted.upper() in rows:
        return wanted.upper()
    names = {row["name"]: found for found, row in rule_texts().items()}
    if wanted in names:
        return names[wanted]
    from difflib import get_close_matches

    near = ", ".join(get_close_matches(wanted, [*names, *rows], 3)) or "oimpress rule"
    raise UsageError("{code}: no rule or notice of this code or name; see {near}", code=code, near=near)


def _lines(code: str, lang: str) -> Iterator[str]:
    row = rule_texts().get(code) or notice_texts()[code]
    colon = "\u00a0:" if lang == "fr" else ":"
    authority, example, languages, severity = (f"{label}{colon}" for label in LABELS[lang])
    yield f"{code}  {row['name']}" if "name" in row else code
    yield row[lang]
    if "severity" in row:
        yield f"{severity} {row['severity']}"
    if "source" in row:
        yield f"{authority} {row['source']}"
    if found := next((rule for rule in EVERY if rule.code == code), None):
        spoken = [tag for tag in LANGUAGES if found in (*CHARACTERS, *BY_LANGUAGE[tag[:2]])]
        yield f"{languages} {', '.join(spoken)}"
        shown = next(tag for tag in ("fr", "en-US", "es") if tag in spoken)
        made = edited(found.example, analyse(found.example, shown))
        yield f"{example} {visible(found.example)} → {visible(made)}"
