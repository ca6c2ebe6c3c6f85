"""Regular expressions that are compiled when they are first asked something.

To compile all of ours costs a command more than to read a release, and half of them are never asked.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any, cast


class _Lazy:
    """Stands for a pattern; what was asked of it once lies in the instance, so that later calls cost nothing more."""

    def __init__(self, expression: str, flags: int) -> None:
        self._given = expression, flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(*self._given)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        found = self.__dict__[name] = getattr(self._compiled, name)
        return found


def lazy(expression: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern of ``expression``; a mistake in it shows when it is first used."""
    return cast("re.Pattern[str]", _Lazy(expression, flags))
