"""Frozen dataclasses with slots that are cheap to define: a command defines ninety before it reads its first source.

``dataclasses`` writes seven functions for each and compiles them. Of a record only the constructor is compiled; how it
is compared, hashed, shown, kept from change and pickled is said here once for all.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from reprlib import recursive_repr
from typing import Any, NoReturn, TypeVar, dataclass_transform

T = TypeVar("T")
DEFAULT, MADE, PUT = "_default_", "_make_", "_put_"  # before the name of a field, in its constructor


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(made: type[T]) -> type[T]:
    """A dataclass as ``dataclass(frozen=True, slots=True)`` makes it; what ``made`` has of its own stays."""
    own = {name for name, value in vars(made).items() if value is not None}
    done = dataclass(init=False, repr=False, eq=False, slots=True)(made)
    known: Any = done
    known._compared = _getter([each.name for each in fields(known) if each.compare])
    known._shown = tuple(each.name for each in fields(known) if each.repr)
    for name, shared in SHARED.items():
        if name not in own:
            setattr(known, name, shared)
    known.__init__ = _constructor(known)
    return done


def _getter(names: list[str]) -> Any:
    """What gives the values that are compared."""
    return attrgetter(*names) if names else staticmethod(lambda _: ())


def _constructor(made: Any) -> Any:
    """The constructor: each field put into its slot, without asking who may."""
    known = {PUT + each.name: getattr(made, each.name).__set__ for each in fields(made)}
    known |= {DEFAULT + each.name: each.default for each in fields(made) if each.default is not MISSING}
    known |= {MADE + each.name: each.default_factory for each in fields(made) if each.default_factory is not MISSING}
    asked = ", ".join(("self", *(_asked(each) for each in fields(made) if each.init)))
    lines = [*_put(fields(made)), *(["self.__post_init__()"] if hasattr(made, "__post_init__") else []), "pass"]
    text = f"def __init__({asked}):\n" + "".join(f" {line}\n" for line in lines)
    exec(compile(text, f"<record {made.__qualname__}>", "exec"), known)
    init = known["__init__"]
    init.__qualname__ = f"{made.__qualname__}.__init__"
    return init


def _asked(each: Field[Any]) -> str:
    if each.default is not MISSING:
        return f"{each.name}={DEFAULT}{each.name}"
    return f"{each.name}={MADE}{each.name}" if each.default_factory is not MISSING else each.name


def _put(known: tuple[Field[Any], ...]) -> Iterator[str]:
    """Lines that put each field in its place; one that nobody gives and that has no default waits."""
    for each in known:
        name = each.name
        if each.default_factory is not MISSING:
            made = f"{MADE}{name}()"
            yield f"{PUT}{name}(self, {f'{made} if {name} is {MADE}{name} else {name}' if each.init else made})"
        elif each.init or each.default is not MISSING:
            yield f"{PUT}{name}(self, {name if each.init else DEFAULT + name})"


def _equal(self: Any, other: Any) -> Any:
    return self._compared(self) == self._compared(other) if other.__class__ is self.__class__ else NotImplemented


def _hashed(self: Any) -> int:
    return hash(self._compared(self))


@recursive_repr("...")
def _told(self: Any) -> str:
    return f"{self.__class__.__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in self._shown)})"


def _unchanged(self: object, name: str, value: object) -> NoReturn:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _undeleted(self: object, name: str) -> NoReturn:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[object]:
    return [getattr(self, each.name) for each in fields(self)]


def _set_state(self: Any, state: list[object]) -> None:
    for each, value in zip(fields(self), state, strict=True):
        object.__setattr__(self, each.name, value)


SHARED = {
    "__eq__": _equal,
    "__hash__": _hashed,
    "__repr__": _told,
    "__setattr__": _unchanged,
    "__delattr__": _undeleted,
    "__getstate__": _state,
    "__setstate__": _set_state,
}
