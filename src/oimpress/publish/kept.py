"""A release as a run holds it and the cache keeps it: in bytes, with what is asked of every release at hand.

The release itself is made of its XML when a writer wants it; a run in which nothing changed never does.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from oimpress.model import codec, trail_json
from oimpress.model.nodes import Release
from oimpress.model.opening import called
from oimpress.model.runs import flatten, plain
from oimpress.model.walk import runs
from oimpress.notices import Notice
from oimpress.publish.assets import figures
from oimpress.publish.lines import lines_of

if TYPE_CHECKING:
    from oimpress.model.draft import LineReading
    from oimpress.model.trail import Trail
    from oimpress.pipeline import Normalised


class Facts(NamedTuple):
    """What is asked of every release: for its name, its place in a kit, its repeats and its account.

    ``title`` is what it is called, which for one without a title is the words it opens with;
    ``sha256`` is that of its source as the release names it, ``words`` a digest of what it says; ``lines`` are those of
    the ``notices``.
    """

    id: str
    published: str
    title: str
    lang: str
    sha256: str
    words: str
    illustrated: bool
    notices: tuple[Notice, ...]
    lines: tuple[int, ...]


@dataclass(frozen=True)
class Kept:
    """A release with its trail, both as they are stored; no bytes for a trail that there is not.

    How its lines were read is not kept: who asks for that normalises the one source anew.
    """

    readings: ClassVar[tuple[LineReading, ...]] = ()
    facts: Facts
    xml: bytes
    trail_json: bytes

    def __reduce__(self) -> tuple[type[Kept], tuple[Facts, bytes, bytes]]:
        """How another process gets it: without what can be made of its bytes."""
        return Kept, (self.facts, self.xml, self.trail_json)

    @property
    def notices(self) -> tuple[Notice, ...]:
        return self.facts.notices

    @property
    def lines(self) -> tuple[int, ...]:
        return self.facts.lines

    def noting(self, notices: Sequence[Notice]) -> Kept:
        """The same with ``notices`` on no line in particular after its own."""
        facts = self.facts
        more = facts._replace(notices=(*facts.notices, *notices), lines=(*facts.lines, *(1 for _ in notices)))
        return replace(self, facts=more) if notices else self

    @cached_property
    def value(self) -> Release:
        return codec.from_xml(self.xml, self.facts.id)

    @property
    def outside(self) -> Release:
        """The release without its text, unless it is known by the words it opens with."""
        whole = codec.from_xml(self.xml, self.facts.id)
        return replace(whole, body=(), facts=(), about=()) if plain(whole.title).strip() else whole

    @property
    def trail(self) -> Trail | None:
        return trail_json.from_json(self.trail_json) if self.trail_json else None

    @cached_property
    def digest(self) -> str:
        """The name of its content."""
        return hashlib.sha256(self.xml).hexdigest()

    def named(self, name: str) -> Kept:
        """The same release under another name."""
        if name == self.facts.id:
            return self
        own = replace(self.value, id=name)
        drawn = self.trail
        told = trail_json.to_json(replace(drawn, release=name)) if drawn else b""
        return _known(Kept(self.facts._replace(id=name), codec.to_xml(own), told), own)


def keep(done: Normalised | Kept) -> Kept:
    """What was normalised, as a run holds it."""
    if isinstance(done, Kept):
        return done
    release, drawn = done.value, done.trail
    facts = Facts(
        str(release.id),
        str(release.published),
        called(release),
        str(release.lang),
        str(release.source.sha256) if release.source else "",
        words_of(release),
        next(figures(release), None) is not None,
        done.notices,
        tuple(lines_of(release, drawn, done.notices)),
    )
    return _known(Kept(facts, codec.to_xml(release), trail_json.to_json(drawn) if drawn else b""), release)


def _known(kept: Kept, release: Release) -> Kept:
    kept.__dict__["value"] = release  # need not be made of its XML
    return kept


def words_of(release: Release) -> str:
    """A digest of what a release says: its date and its words."""
    said = "\0".join((str(release.published), *(str(flatten(run.children)) for run in runs(release))))
    return hashlib.sha256(said.encode()).hexdigest()[:32]


def packed(releases: Sequence[Kept]) -> bytes:
    """The releases of one source as an entry of the cache: a line of JSON for them all, then their bytes."""
    head = json.dumps([_row(each) for each in releases], ensure_ascii=False).encode("utf-8", "surrogatepass")
    return b"".join((head, b"\n", *(part for each in releases for part in (each.xml, each.trail_json))))


def _row(each: Kept) -> list[object]:
    return [*each.facts[:-2], [one.row for one in each.notices], each.facts.lines, len(each.xml), len(each.trail_json)]


def unpacked(entry: bytes) -> tuple[Kept, ...]:
    """The releases in an entry. Raises ValueError for one that is none."""
    head, _, rest = entry.partition(b"\n")
    return tuple(_kept(json.loads(head.decode("utf-8", "surrogatepass")), rest))


def _kept(rows: Iterable[list[object]], rest: bytes) -> Iterable[Kept]:
    at = 0
    for row in rows:
        match row:
            case [str(name), str(published), str(title), str(lang), str(sha), str(words), bool(illustrated),
                  list(notices), list(lines), int(xml), int(told)]:  # fmt: skip
                facts = Facts(name, published, title, lang, sha, words, illustrated, _notices(notices), tuple(lines))
                yield Kept(facts, rest[at : at + xml], rest[at + xml : at + xml + told])
                at += xml + told
            case _:
                raise ValueError(f"row {row!r}")


def _notices(rows: Iterable[Sequence[str]]) -> tuple[Notice, ...]:
    return tuple(Notice(*row) for row in rows)
