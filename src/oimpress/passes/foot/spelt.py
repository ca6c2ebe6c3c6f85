"""Whose an address is, by the names that it spells."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from oimpress.knowledge.folding import fold
from oimpress.knowledge.languages import every_small_word
from oimpress.passes.foot.limits import LEAST_INITIALS
from oimpress.patterns import lazy

PART = lazy(r"[^\W\d_]+")
TOKEN = lazy(r"[^\W\d_][\w'-]*")


@lru_cache(maxsize=1024)  # each name is held against each address of a page
def bare(text: str) -> str:
    """``text`` as it can stand in an address: letters and digits only."""
    return re.sub(r"[^a-z0-9]", "", fold(text).lower())


def spells(name: str, user: str) -> bool:
    """Whether the user part of an address spells the family name of ``name``, or its initials and all of one name."""
    return any(part in user for part in _telling(name))


def hosts(host: str, name: str) -> bool:
    """Whether the host part of an address holds a word of ``name``, or begins with its initials: « PAGB »."""
    initials = _initials(name)
    acronym = len(initials) >= LEAST_INITIALS and host.startswith(initials)
    return acronym or any(len(word) > 3 and bare(word) in host for word in name.split())


@lru_cache(maxsize=1024)
def _initials(name: str) -> str:
    return bare("".join(word[0] for word in PART.findall(name) if word.lower() not in every_small_word()))


def calls(name: str, user: str) -> bool:
    """Whether the user part of an address spells a name, or is somebody's first name."""
    return spells(name, user) or (len(user) > 2 and _first_name(name) == user)


def _first_name(name: str) -> str:
    return bare(name.partition(" ")[0])


class Callers:
    """Which of many people the user part of an address calls, found without asking each of them."""

    def __init__(self, names: Iterable[tuple[int, str]]) -> None:
        self._parts: defaultdict[str, set[int]] = defaultdict(set)
        self._firsts: defaultdict[str, set[int]] = defaultdict(set)
        for at, name in names:
            for part in _telling(name):
                self._parts[part].add(at)
            self._firsts[_first_name(name)].add(at)
        self._lengths = {len(part) for part in self._parts}

    def called(self, user: str) -> set[int]:
        """The numbers of those whose names ``calls`` finds in ``user``."""
        found = set(self._firsts.get(user, ())) if len(user) > 2 else set()
        within = (user[at : at + size] for size in self._lengths for at in range(len(user) - size + 1))
        return found.union(*(self._parts.get(part, ()) for part in within))


@lru_cache(maxsize=1024)
def _telling(name: str) -> tuple[str, ...]:
    """What of a name tells it in an address: its last word, all but the first, or a half of a double name."""
    words = [bare(word) for word in TOKEN.findall(name)]
    halves = [bare(half) for half in name.rpartition(" ")[2].split("-")]
    whole = (words[-1] if words else "", "".join(words[1:]))
    return (*(part for part in whole if len(part) > 2), *(half for half in halves if len(half) > 4))
