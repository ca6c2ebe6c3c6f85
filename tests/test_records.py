"""Records are frozen dataclasses with slots: whatever those do, they do."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, dataclass, field, fields, is_dataclass, replace
from typing import Any, Generic, TypeVar

import pytest

from oimpress.records import record

T = TypeVar("T")


@record
class Empty:
    """Nothing."""


@record
class Pair(Generic[T]):
    """Two of a kind."""

    first: T
    second: tuple[T, ...] = ()


@record
class Noted:
    """A name with what is not compared, not shown and not given."""

    name: str
    notes: list[str] = field(default_factory=list, compare=False)
    secret: str = field(default="s", repr=False)
    size: int = field(default=0, init=False)
    seen: dict[str, int] = field(default_factory=dict, init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "size", len(self.name))


@record
class Own:
    """What has its own ways."""

    name: str

    def __hash__(self) -> int:
        return 7

    def __repr__(self) -> str:
        return self.name


@record
class Longer(Pair[int]):
    """One more."""

    third: int = 3


def twin(shape: Callable[[type[Any]], type[Any]]) -> type[Any]:
    class Twin:
        """Made both ways."""

        __module__ = __name__
        one: int
        two: str = "b"
        three: list[int] = field(default_factory=list)

    return shape(Twin)


def test_they_are_what_dataclasses_make() -> None:
    ours, theirs = twin(record), twin(dataclass(frozen=True, slots=True))
    for args in ((1,), (1, "c"), (1, "c", [2])):
        assert repr(ours(*args)) == repr(theirs(*args))
    assert ours(1) == ours(1) != ours(2)
    assert ours(1) != theirs(1)
    assert ours.__match_args__ == theirs.__match_args__
    assert [each.name for each in fields(ours)] == [each.name for each in fields(theirs)]
    assert ours.__slots__ == theirs.__slots__
    assert is_dataclass(ours)


def test_who_is_made_wrongly_is_told_as_of_any_function() -> None:
    made: Any = Pair
    with pytest.raises(TypeError, match=r"Pair.__init__\(\) missing 1 required positional argument: 'first'"):
        made()
    with pytest.raises(TypeError, match="unexpected keyword argument 'third'"):
        made(1, third=2)


def test_none_changes() -> None:
    pair: Any = Pair(1)
    with pytest.raises(FrozenInstanceError, match="cannot assign to field 'first'"):
        pair.first = 2
    with pytest.raises(FrozenInstanceError, match="cannot delete field 'first'"):
        del pair.first
    with pytest.raises(FrozenInstanceError):
        pair.other = 2
    assert pair == Pair(1)


def test_they_are_hashed_by_what_is_compared() -> None:
    assert {Pair(1), Pair(1), Pair(2)} == {Pair(1), Pair(2)}
    assert hash(Noted("a", ["x"])) == hash(Noted("a"))
    assert Noted("a", ["x"]) == Noted("a") != Noted("b")
    assert (hash(Empty()), Empty()) == (hash(Empty()), Empty())
    with pytest.raises(TypeError, match="unhashable"):
        hash(Pair([1]))


def test_own_ways_stay() -> None:
    assert (hash(Own("a")), repr(Own("a")), Own("a") == Own("a")) == (7, "a", True)


def test_fields_that_nobody_gives_are_made_for_each() -> None:
    one, other = Noted("abc"), Noted("abc")
    assert (one.size, one.notes, one.seen) == (3, [], {})
    assert one.notes is not other.notes
    assert one.seen is not other.seen
    assert repr(one) == "Noted(name='abc', notes=[], size=3, seen={})"


def test_they_are_copied_replaced_matched_and_inherited() -> None:
    longer = Longer(1, (2,), 4)
    assert replace(longer, first=5) == Longer(5, (2,), 4)
    assert repr(longer) == "Longer(first=1, second=(2,), third=4)"
    match longer:
        case Longer(first, second, third):
            assert (first, second, third) == (1, (2,), 4)
    assert Longer(1) != Pair(1)


def test_they_go_from_process_to_process() -> None:
    for each in (Empty(), Pair(1, (2,)), Noted("a", ["x"], "y")):
        for done in (pickle.loads(pickle.dumps(each)), copy.copy(each), copy.deepcopy(each)):
            assert done == each
            assert repr(done) == repr(each)
