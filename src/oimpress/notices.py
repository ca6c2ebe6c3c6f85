"""Remarks, and what a step of the work returns.

A doubt is a :class:`Notice` with a code from ``notices.toml``; nothing is doubted silently. A rule that removes or
changes text has its code in ``rules.toml``.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Generic, Literal, NamedTuple, TypeAlias, TypeVar, cast

T = TypeVar("T")
Severity: TypeAlias = Literal["info", "warning", "error"]


@dataclass(frozen=True, slots=True)
class Notice:
    """What an editor should know. Text and severity live in ``notices.toml`` under ``code``."""

    code: str
    where: str = ""  # path of a block ("body/p[4]"), or source lines ("l.30"); "" for the whole release
    detail: str = ""  # the words concerned, at most 80 characters
    found: str = ""  # the very words that ``proposal`` would replace
    proposal: str = ""  # what a person may accept in their place; empty where only a person can word it

    @property
    def row(self) -> tuple[str, ...]:
        """What makes the same notice again."""
        return self.code, self.where, self.detail, self.found, self.proposal

    @property
    def severity(self) -> Severity:
        return cast("Severity", notice_texts()[self.code]["severity"])

    @property
    def said(self) -> str:
        """How a sidecar's ``seen`` names it: its code, with its words where it has some."""
        return f"{self.code} {self.detail}".rstrip()

    def text(self, lang: str = "fr") -> str:
        """The remark in words, in ``lang`` ("fr" or "en")."""
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


@dataclass(frozen=True, slots=True)
class Result(Generic[T]):
    """What a reader or a pass made, what it doubts, and what it left out."""

    value: T
    notices: tuple[Notice, ...] = ()
    dropped: tuple[Dropped, ...] = ()


@cache
def notice_texts() -> dict[str, dict[str, str]]:
    """The rows of ``notices.toml``: code -> severity, fr, en."""
    return tomllib.loads(files("oimpress").joinpath("notices.toml").read_text("utf-8"))


@cache
def rule_texts() -> dict[str, dict[str, str]]:
    """The rows of ``rules.toml``: code -> name, fr, en, source."""
    return tomllib.loads(files("oimpress").joinpath("rules.toml").read_text("utf-8"))
