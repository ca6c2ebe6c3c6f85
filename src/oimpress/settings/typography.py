"""``[typography]`` of ``oimpress.toml``: what a house chooses in its typography."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Annotated, Final, TypeAlias

from oimpress.errors import UsageError
from oimpress.i18n import gettext_noop
from oimpress.model.convention import CHOICES, NBSP, NNBSP, Convention, Dash, Minus, Quotes, rule_code
from oimpress.settings.kinds import NOT_KNOWN, Unfit, ValueKind, choice, several
from oimpress.settings.tables import key, table
from oimpress.settings.values import Flag, WordsList, WordsValue

SPACES: Final = {"": "", "narrow": NNBSP, "no-break": NBSP}


def _rule(value: object) -> str:
    try:
        return rule_code(str(value))
    except UsageError as error:
        raise Unfit(NOT_KNOWN, found=value, known=error.values["near"]) from None


RULE: Final = ValueKind("", "", _rule)
Rules: TypeAlias = Annotated[tuple[str, ...], several(RULE)]
Space: TypeAlias = Annotated[str, choice("narrow", "no-break")]


@table
class TypographyTable:
    """The choices of a house, empty for what the language prescribes; ``forms`` are done only where ``insist``."""

    narrow: Space = key(gettext_noop("the narrow space: narrow (U+202F), or no-break (U+00A0)"), default="narrow")
    guillemets: Space = key(gettext_noop("the space inside « »: narrow or no-break"), default="")
    thousands: Space = key(gettext_noop("the space between thousands: narrow or no-break"), default="")
    quotes: Annotated[Quotes, choice(*CHOICES["quotes"])] = key(
        gettext_noop("the first level of quotation marks: guillemets, double or single"), default=""
    )
    dash: Annotated[Dash, choice(*CHOICES["dash"])] = key(gettext_noop("the dash of an aside: en or em"), default="")
    minus: Annotated[Minus, choice(*CHOICES["minus"])] = key(
        gettext_noop("the sign before a number: hyphen or minus (U+2212)"), default=""
    )
    off: Rules = key(gettext_noop("rules that do nothing; see: oimpress rule"), default=())
    tell: Rules = key(gettext_noop("rules that only propose"), default=())
    keep: WordsList = key(gettext_noop("words and names that stay as they are written"), default=())
    forms: Mapping[WordsValue, WordsValue] = field(default_factory=dict)
    insist: Flag = key(gettext_noop("carry out the forms instead of telling of them"), default=False)


def convention_of(said: TypographyTable) -> Convention:
    """The convention that ``said`` describes. Raises UsageError where two of its lists contradict each other."""
    return Convention(
        narrow=SPACES[said.narrow],
        guillemets=SPACES[said.guillemets],
        thousands=SPACES[said.thousands],
        quotes=said.quotes,
        dash=said.dash,
        minus=said.minus,
        off=frozenset(said.off),
        tell=frozenset(said.tell),
        keep=said.keep,
        forms=tuple(said.forms.items()),
        insist=said.insist,
    )
