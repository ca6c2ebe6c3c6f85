"""Releases that come twice are found again, however many stood between, in memory that does not grow."""

from __future__ import annotations

import hashlib
import tracemalloc
from types import SimpleNamespace

import pytest

from oimpress.publish import repeats
from oimpress.publish.repeats import Repeats


def reading(data: str, words: str) -> SimpleNamespace:
    """A release of these bytes that says these words; its place is both."""
    done = SimpleNamespace(value=words)
    return SimpleNamespace(done=done, source=SimpleNamespace(data=data.encode()), part=1, place=f"{data} {words}")


@pytest.fixture(autouse=True)
def said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(repeats, "words_of", lambda value: hashlib.sha256(value.encode()).hexdigest())


@pytest.mark.parametrize("held", [1, 4, 20_000])
def test_the_same_bytes_and_the_same_words_are_found_again(monkeypatch: pytest.MonkeyPatch, held: int) -> None:
    monkeypatch.setattr(repeats, "HELD", held)
    known = Repeats()
    for at in range(20):
        assert known.earlier(reading(f"octets {at}", f"mots {at}")) == ""  # type: ignore[arg-type]
    assert known.earlier(reading("octets 3", "autres")) == "octets 3 mots 3"  # type: ignore[arg-type]
    assert known.earlier(reading("autres", "mots 18")) == "octets 18 mots 18"  # type: ignore[arg-type]
    assert known.earlier(reading("autres", "autres")) == ""  # type: ignore[arg-type]
    known.close()


def held_by(count: int) -> int:
    """The most memory that so many releases cost."""
    known = Repeats()
    tracemalloc.start()
    for at in range(count):
        known.earlier(reading(f"octets {at}", f"mots {at}"))  # type: ignore[arg-type]
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    known.close()
    return most


def test_what_is_remembered_of_many_takes_no_more_memory_than_of_some(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(repeats, "HELD", 1_000)
    held_by(2_000)
    assert held_by(20_000) < 1.2 * held_by(2_000)
