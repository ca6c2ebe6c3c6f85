"""The rules of typography of other packages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from oimpress.notices import Texts, other_texts
from oimpress.typography.rule import Rule
from oimpress.typography.rules import BY_LANGUAGE


@dataclass(frozen=True, kw_only=True)
class Rulebook(Texts):
    """What a package adds: rules by the language they serve (``fr``, ``en``, ``es``), and the words for their codes.

    They run after ours, in their order. Raises ValueError for a language without rules and a rule without words.
    """

    typography: Mapping[str, Sequence[Rule]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        super().__post_init__()
        if odd := self.typography.keys() - BY_LANGUAGE.keys():
            raise ValueError(f"{min(odd)}: no such language; choose among {', '.join(BY_LANGUAGE)}")
        for rule in (rule for rules in self.typography.values() for rule in rules):
            if rule.code not in self.rules:
                raise ValueError(f"{rule.code}: a rule of typography without words; add its row to rules")


@cache
def rules_for(language: str) -> tuple[Rule, ...]:
    """The rules for one of the keys of BY_LANGUAGE, ours first."""
    books = (book for book in other_texts() if isinstance(book, Rulebook))
    return (*BY_LANGUAGE[language], *(rule for book in books for rule in book.typography.get(language, ())))
