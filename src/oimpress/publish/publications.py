"""What is made of the releases of a run: a kit of them all in some formats, in others a file for each."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain
from operator import itemgetter
from typing import IO, Any, TypeAlias, TypeVar

from oimpress.knowledge.folding import slug
from oimpress.knowledge.languages import LANGUAGES, agreed
from oimpress.learning import require_profile
from oimpress.model.codec import to_xml
from oimpress.model.house import ANY_HOUSE, PRESS, House
from oimpress.model.nodes import Edition, EditionKind, Release
from oimpress.model.opening import called
from oimpress.notices import Notice, Result
from oimpress.publish import keys
from oimpress.publish.cache import StepCache
from oimpress.publish.handfuls import Handful, size_of
from oimpress.publish.means import MANY_PUBLICATIONS, MANY_RELEASES, Means, ahead
from oimpress.publish.outputs import OutputPlace
from oimpress.publish.shelf import Assets, PublicationPart
from oimpress.publish.steps import done
from oimpress.publish.workers import Loading, Pending, Workers
from oimpress.publisher import publisher
from oimpress.records import record
from oimpress.settings.values import DATE, LANGUAGE
from oimpress.spool import Content, room
from oimpress.style import Style
from oimpress.writers import BUILT_IN, Format, NotInSteps, WorkSteps

T = TypeVar("T")
LONGEST_NAME = 80
Making: TypeAlias = Callable[[], Result[Content]]
PublicationHandful: TypeAlias = "Handful[Publication, Result[Content] | Exception]"


@record
class Options:
    """What the edition is called and made with; empty means not given. Raises UsageError for what cannot be.

    Date and language may be written as people write them; without a language an edition speaks that of its releases,
    the office's where they differ. ``each``: a file for every release, even where a format can hold them all.
    ``house``: the office whose releases they are. ``force``: write over outputs that were changed.
    ``sharded``: share what is made of one release each out among 256 folders.
    """

    title: str = ""
    date: str = ""
    lang: str = ""
    profile: str = PRESS
    each: bool = False
    house: House = ANY_HOUSE
    force: bool = False
    sharded: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "date", DATE.at("date", self.date))
        object.__setattr__(self, "lang", LANGUAGE.at("lang", self.lang) if self.lang else "")
        require_profile(self.profile)

    def spoken(self, langs: Iterable[str]) -> str:
        """The language of an edition of releases in ``langs``."""
        return self.lang or agreed(langs) or LANGUAGES[0]


@record
class Publication:
    """One file to be made; ``stem`` is its name without the ending of its format."""

    form: Format
    stem: str
    parts: Sequence[PublicationPart]
    title: str
    kind: EditionKind
    lang: str
    date: str
    office: str

    def edition(self, style: Style, *, opened: bool = True) -> Edition:
        """The releases as writers take them; with ``opened`` false, no more of each than contents and contacts ask."""
        releases = tuple(part.kept.value if opened else part.kept.outside for part in self.parts)
        kept = (partial(getattr, part.kept, "xml") for part in self.parts)
        issued = zip((str(one.issuer) for one in releases), kept, strict=True)
        by = publisher(self.office, style.settings, issued)
        return Edition(releases, self.title, self.kind, self.lang, self.date, "", by, Assets(self.parts))

    @property
    def held(self) -> Publication:
        """The same with all of its releases in memory."""
        return replace(self, parts=[part.held for part in self.parts])

    def key(self, style: Style) -> str:
        """The name of what is made in this ``style``; empty where it must not be kept."""
        said = self.title, self.kind, self.lang, self.date, self.office
        releases = (part.digest for part in self.parts)
        return keys.of_publication(self.form, releases, said, Assets(self.parts), style)

    @property
    def has_steps(self) -> bool:
        """Whether it is made in steps, where its style lets it be."""
        form = self.form
        return form.in_steps is not None and len(self.parts) >= form.many and form.name in BUILT_IN

    def joined(self, out: IO[bytes], style: Style, steps: WorkSteps) -> tuple[Notice, ...]:
        """Write what comes of its steps, which ``steps`` does. Raises NotInSteps."""
        if self.form.in_steps is None:
            raise NotInSteps("its format knows none")
        return self.form.in_steps(self.edition(style, opened=False), ReleaseFiles(self.parts), style, steps, out)

    def written(self, out: IO[bytes], style: Style) -> tuple[Notice, ...]:
        """Write it as a whole: release after release where its format can do that."""
        if self.form.stream and len(self.parts) > 1:
            files = ReleaseFiles(self.parts)
            return self.form.stream(self.edition(style, opened=False), files.whole, style, out)
        made = self.form.write(self.edition(style), style)
        out.write(made.value)
        return made.notices


class ReleaseFiles(Mapping[str, bytes]):
    """The canonical XML of releases by their identifiers, read when it is wanted."""

    def __init__(self, parts: Iterable[PublicationPart]) -> None:
        self._parts = {part.kept.facts.id: part for part in parts}

    def __getitem__(self, name: str) -> bytes:
        return self._parts[name].kept.xml

    def __iter__(self) -> Iterator[str]:
        return iter(self._parts)

    def __len__(self) -> int:
        return len(self._parts)

    def whole(self, release: Release) -> Release:
        """The release of which ``release`` shows the outside."""
        return self._parts[str(release.id)].kept.value


def publications(
    parts: Iterable[PublicationPart], form: Format, style: Style, options: Options
) -> Iterator[Publication]:
    """The files that ``form`` is to make of ``parts``, which ``arranged`` puts in their order."""
    ordered = arranged((part, part.order, part.published) for part in parts)
    said = options.date, options.house.name
    if form.scope == "edition" and not options.each:
        lang = options.spoken(part.lang for part in ordered)
        title, kind = _called(ordered, lambda part: part.kept.facts.title, options, style.phrases(lang))
        own = ordered[0].kept.facts.id if kind == "single" and not options.title else ""
        stem = own or slug(title)[:LONGEST_NAME].strip("-") or "edition"
        yield Publication(form, stem, ordered, title, kind, lang, *said)
        return
    for part in ordered:
        facts = part.kept.facts
        yield Publication(form, facts.id, (part,), facts.title, "single", options.spoken([facts.lang]), *said)


def home_of(one: Publication, outputs: OutputPlace) -> Any:
    """The folder, or the place in a bucket, that a publication goes to."""
    return outputs.home(one.stem) if one.kind == "single" else outputs.folder


def arranged(things: Iterable[tuple[T, int, str]]) -> list[T]:
    """Things with the place that a person gave each, 0 for none, and its day: those with a place first, by it; then
    the newest first, undated ones after them in the order they came.
    """
    newest = sorted(things, key=itemgetter(2), reverse=True)
    return [thing for thing, _, _ in sorted(newest, key=lambda each: each[1] or math.inf)]


def make_edition(
    releases: Sequence[Release], options: Options, style: Style, places: Sequence[int] | None = None
) -> Edition:
    """The releases as one publication, in the order of ``arranged``; ``places`` are those that persons gave them."""
    given = places or [0] * len(releases)
    days = (str(release.published) for release in releases)
    ordered = arranged(zip(releases, given, days, strict=True))
    lang = options.spoken(str(release.lang) for release in ordered)
    title, kind = _called(ordered, called, options, style.phrases(lang))
    by = publisher(options.house.name, style.settings, ((str(one.issuer), partial(to_xml, one)) for one in ordered))
    return Edition(tuple(ordered), title, kind, lang, options.date, "", by)


def _called(
    parts: Sequence[T], title: Callable[[T], str], options: Options, say: Callable[[str], str]
) -> tuple[str, EditionKind]:
    """What a publication of these ``parts`` is called, and what it is; each has a ``title``."""
    only = title(parts[0]) if len(parts) == 1 else ""
    return options.title or only or say("Press kit"), "single" if len(parts) == 1 else "press-kit"


def make_all(wanted: Sequence[Publication], style: Style, means: Means) -> Iterator[tuple[Publication, Making]]:
    """Each of ``wanted`` with what waits for its bytes: out of the cache, made here or in other processes."""
    pool = means.pool_for(wanted, MANY_PUBLICATIONS if sum(map(_weight, wanted)) < MANY_RELEASES else 2)
    loads = loads_of(one.form for one in wanted)
    if loads and means.pool:
        means.pool.renew(*loads)
    together = size_of(len(wanted), pool) if pool else 1
    return chain.from_iterable(ahead(_batches(wanted, together, style, means, pool), pool))


def _weight(one: Publication) -> int:
    """The releases that one process reads for it."""
    return 0 if one.has_steps else len(one.parts)


def _batches(
    wanted: Sequence[Publication], together: int, style: Style, means: Means, pool: Workers | None
) -> Iterator[list[tuple[Publication, Making]]]:
    """The same, begun so many ``together``."""
    for first in range(0, len(wanted), together):
        handful: PublicationHandful | None = Handful(partial(_handed, pool, style)) if pool else None
        some = wanted[first : first + together]
        batch = [(one, _begun(one, style, means, handful)) for one in some]
        if handful:
            handful.hand_over()
        yield batch


def _handed(pool: Workers, style: Style, some: Sequence[Publication]) -> Pending[list[Result[Content] | Exception]]:
    return pool.submit(_written_each, some if pool.here else [one.held for one in some], style)


def loads_of(formats: Iterable[Format]) -> list[Loading]:
    """What loads the libraries that ``formats`` need, where that takes long."""
    return list(dict.fromkeys(form.load for form in formats if form.load))


def _begun(one: Publication, style: Style, means: Means, handful: PublicationHandful | None) -> Making:
    cache = means.cache
    key = one.key(style) if cache else ""
    if cache and key and (kept := _unpacked(cache.open(key))):
        return lambda: kept
    if one.has_steps:
        return lambda: _stored(key, _in_steps(one, style, means), cache)
    if not handful or one.form.name not in BUILT_IN:
        return lambda: _stored(key, _written(one, style), cache)
    made = handful.add(one)
    return lambda: _stored(key, _whole(made()), cache)


def _whole(made: Result[Content] | Exception) -> Result[Content]:
    if isinstance(made, Exception):
        raise made
    return made


def _written_each(some: Sequence[Publication], style: Style) -> list[Result[Content] | Exception]:
    """What another process makes of each."""
    return [_tried(one, style) for one in some]


def _tried(one: Publication, style: Style) -> Result[Content] | Exception:
    try:
        return _written(one, style)
    except Exception as error:  # a defect in one must not stop the others
        return error


def _in_steps(one: Publication, style: Style, means: Means) -> Result[Content]:
    """What is made in steps where that can be, else as a whole."""
    try:
        with room() as out:
            notices = one.joined(out, style, partial(done, means=means))
            return Result(Content(out), notices)
    except NotInSteps:
        return _written(one, style)


def _written(one: Publication, style: Style) -> Result[Content]:
    with room() as out:
        notices = one.written(out, style)
        return Result(Content(out), notices)


def _stored(key: str, made: Result[Content], cache: StepCache | None) -> Result[Content]:
    """``made``, in the cache too."""
    if cache and key:
        rows = [each.row for each in made.notices]
        cache.put(key, json.dumps(rows).encode() + b"\n", made.value)
    return made


def _unpacked(entry: IO[bytes] | None) -> Result[Content] | None:
    """What an entry of the cache holds; None where there is none, or one of another make."""
    if entry is None:
        return None
    try:
        notices = tuple(Notice(*row) for row in json.loads(entry.readline()))
    except (ValueError, TypeError):
        entry.close()
        return None
    return Result(Content(entry, entry.tell()), notices)
