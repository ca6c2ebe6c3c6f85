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


def _asked(name: str) -> cached_property[Any]:
    """The attribute ``name`` of the pattern: a ``__getattr__`` would make every later look-up slower too."""
    found = cached_property(lambda late: getattr(late._compiled, name))
    found.__set_name__(_Lazy, name)
    return found


for _name in dir(re.Pattern):
    if not _name.startswith("_"):
        setattr(_Lazy, _name, _asked(_name))


def lazy(expression: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern of ``expression``; a mistake in it shows when it is first used."""
    return cast("re.Pattern[str]", _Lazy(expression, flags))
