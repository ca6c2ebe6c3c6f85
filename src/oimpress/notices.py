"""Remarks, and what a step of the work returns.

A doubt is a :class:`Notice` with a code from ``notices.toml``; nothing is doubted silently. A rule that removes or
changes text has its code in ``rules.toml``.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Generic, Literal, NamedTuple, TypeAlias, TypeVar, cast

from oimpress.errors import MissingDependency
from oimpress.own_files import own_file
from oimpress.plugins import EntryGroup, added, entries
from oimpress.records import record

T = TypeVar("T")
TextRow: TypeAlias = dict[str, str]
OTHERS = re.compile("[A-Z]9[0-9]{2}")
Severity: TypeAlias = Literal["info", "warning", "error"]


@record
class Notice:
    """What an editor should know. Text and severity live in ``notices.toml`` under ``code``."""

    code: str
    where: str = ""  # path of a block ("body/p[4]"), or source lines ("l.30"); "" for the whole release
    detail: str = ""  # the words concerned, at most 80 characters
    found: str = ""  # the very words that ``proposal`` would replace
    proposal: str = ""  # what a person may accept in their place; empty where only a person can word it

    def __reduce__(self) -> tuple[type[Notice], tuple[str, ...]]:
        """How another process gets it, in half the time."""
        return Notice, self.row

    @property
    def row(self) -> tuple[str, ...]:
        """What makes the same notice again."""
        return self.code, self.where, self.detail, self.found, self.proposal

    @property
    def severity(self) -> Severity:
        return _severities()[self.code]

    @property
    def said(self) -> str:
        """How a sidecar's ``seen`` names it: its code, with its words where it has some."""
        return f"{self.code} {self.detail}".rstrip()

    def text(self, lang: str = "fr") -> str:
        """The remark in words, in ``lang``; in English where it has none."""
        row = notice_texts()[self.code]
        words: str = row.get(lang, row["en"])
        return f"{words} ({self.detail})" if self.detail else words


def notice(code: str, where: str = "", detail: str = "", found: str = "", proposal: str = "") -> Notice:
    """A notice whose detail is cut to 80 characters on one line."""
    words = " ".join(detail.split())
    return Notice(code, where, words if len(words) <= 80 else words[:79] + "…", found, proposal)


class Dropped(NamedTuple):
    """Text left out, and the rule that removed it."""

    text: str
    rule: str


@record
class Result(Generic[T]):
    """What a reader or a pass made, what it doubts, and what it left out."""

    value: T
    notices: tuple[Notice, ...] = ()
    dropped: tuple[Dropped, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Texts:
    """The words for the codes of another package, as ``rules.toml`` and ``notices.toml`` have ours.

    A code is a letter and a number from 900 to 999: oimpress itself never takes one of these. Raises ValueError for
    another code and for a row without what every row has.
    """

    rules: Mapping[str, TextRow] = field(default_factory=dict)  # name, en; fr, source
    notices: Mapping[str, TextRow] = field(default_factory=dict)  # severity, en; fr

    def __post_init__(self) -> None:
        for rows, wanted in ((self.rules, {"name", "en"}), (self.notices, {"severity", "en"})):
            for code, row in rows.items():
                if not OTHERS.fullmatch(code):
                    raise ValueError(f"{code}: a package's codes are a letter and a number from 900 to 999")
                if lacking := wanted - row.keys():
                    raise ValueError(f"{code}: its row lacks {', '.join(sorted(lacking))}")


@cache
def notice_texts() -> dict[str, TextRow]:
    """The rows of ``notices.toml`` and of other packages: code -> severity, fr, en, es."""
    return _with_others("notices")


@cache
def _severities() -> dict[str, Severity]:
    return {code: cast("Severity", row["severity"]) for code, row in notice_texts().items()}


@cache
def rule_texts() -> dict[str, TextRow]:
    """The rows of ``rules.toml`` and of other packages: code -> name, fr, en, es, source."""
    return _with_others("rules")


@cache
def other_texts() -> tuple[Texts, ...]:
    """What other packages add. Raises MissingDependency for what cannot be used, and for one code of two packages."""
    found: dict[str, Texts] = {}
    for entry in entries(EntryGroup.RULES):
        texts = added(entry, Texts, "a Rulebook or Texts")
        known = set[str]().union(*({*each.rules, *each.notices} for each in found.values()))
        if twice := known & {*texts.rules, *texts.notices}:
            raise MissingDependency(
                "{name}: the code {code} is that of another package too; remove one of the two",
                name=entry.name,
                code=min(twice),
            )
        found[entry.name] = texts
    return tuple(found.values())


def _with_others(table: Literal["rules", "notices"]) -> dict[str, TextRow]:
    ours: dict[str, TextRow] = tomllib.loads(own_file("oimpress", f"{table}.toml").read_text("utf-8"))
    for texts in other_texts():
        ours |= {code: {"fr": row["en"], "es": row["en"], **row} for code, row in getattr(texts, table).items()}
    return ours


def rule_text(codes: str, lang: str) -> str:
    """What the rules in ``codes``, joined by +, do."""
    texts = rule_texts()
    return " + ".join(texts[code].get(lang, texts[code]["en"]) for code in codes.split("+") if code in texts)
