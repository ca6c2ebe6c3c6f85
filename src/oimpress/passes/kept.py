"""An attribute that is worked out once, without the lock that functools.cached_property takes in Python 3.11.

A line's evidence asks a dozen of them: the lock cost a tenth of what reading a head does.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

Found = TypeVar("Found")


class kept(Generic[Found]):  # noqa: N801 - a decorator, written as property is
    """Works an attribute out when it is first asked for; what was found lies in the instance."""

    def __init__(self, work: Callable[[Any], Found]) -> None:
        self._work = work
        self._name = work.__name__
        self.__doc__ = work.__doc__

    @overload
    def __get__(self, instance: None, owner: type) -> kept[Found]: ...

    @overload
    def __get__(self, instance: object, owner: type) -> Found: ...

    def __get__(self, instance: object | None, owner: type) -> kept[Found] | Found:
        if instance is None:
            return self
        found = instance.__dict__[self._name] = self._work(instance)
        return found
