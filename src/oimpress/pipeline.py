"""From a source to a clean release, with the trail of every character."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field, replace
from pathlib import PurePath

from oimpress import readers
from oimpress.errors import OimpressError, ReadError, UsageError, defects_told
from oimpress.given import with_metadata
from oimpress.knowledge.folding import slug
from oimpress.knowledge.languages import every_small_word
from oimpress.knowledge.moments import contradicts
from oimpress.learning import profile_named
from oimpress.model import codec, trail
from oimpress.model.anchors import tied
from oimpress.model.draft import SUBJECT_ALONE, Draft, LineReading, words_of
from oimpress.model.house import ANY_HOUSE, PRESS, House
from oimpress.model.nodes import Release, SourceRef
from oimpress.model.runs import flatten
from oimpress.model.traced import GIVEN, inserted
from oimpress.model.trail import Trail
from oimpress.notices import Notice, Result, notice
from oimpress.passes.head.enclosing import only_encloses
from oimpress.passes.head.values import values
from oimpress.passes.head.withheld import left_out_with
from oimpress.passes.labelling.reasons import reasons
from oimpress.passes.one_line import one_line_fields
from oimpress.passes.profiles import Profile, at_home
from oimpress.readers.shared.reader import Drafted
from oimpress.records import record
from oimpress.settings import Metadata
from oimpress.sources import Source

ID = "M004"
XML = "application/xml"
LONGEST_ID = 60
logger = logging.getLogger(__name__)


@record
class Normalised:
    """A clean release, what is doubted in it, and its trail (None for a source that is canonical XML already).

    ``source`` is what it was made from: the source given, or a part of it such as an attachment. ``readings`` say how
    its lines were read, what spoke for it and what else they could be.
    """

    value: Release
    notices: tuple[Notice, ...]
    trail: Trail | None
    source: Source = field(repr=False)
    readings: tuple[LineReading, ...] = field(default=(), repr=False, compare=False)


def normalise_source(source: Source, profile: str = PRESS, house: House = ANY_HOUSE) -> Normalised:
    """The only release in ``source``, as ``normalise_all`` makes it. Raises ReadError where there are several."""
    found = normalise_all(source, profile, house)
    if len(found) > 1:
        raise ReadError(
            "{name}: this document holds {count} releases; normalise_all gives each of them",
            name=source.name,
            count=len(found),
        )
    return found[0]


def normalise_all(source: Source, profile: str = PRESS, house: House = ANY_HOUSE) -> tuple[Normalised, ...]:
    """The releases in ``source``, as ``normalise_each`` makes them; at least one.

    Notice R051 on the first for each part that cannot be read. Raises what ``normalise_each`` raises, and the refusal
    of a part when no other holds a release.
    """
    found = list(normalise_each(source, profile, house))
    done = [each for each in found if isinstance(each, Normalised)]
    refused = [each for each in found if isinstance(each, OimpressError)]
    if not done:
        raise refused[0] if refused else _empty(source)
    told = tuple(notice("R051", detail=str(error)) for error in refused)
    return replace(done[0], notices=(*done[0].notices, *told)), *done[1:]


def normalise_each(
    source: Source, profile: str = PRESS, house: House = ANY_HOUSE
) -> Iterator[Normalised | OimpressError]:
    """The releases in ``source``, one by one, made by the passes of ``profile``, and the refusals of bad parts.

    No two of them have the same id, and each can be written as XML. Canonical XML is taken as it is, with what its
    sidecar says. Raises ReadError for what cannot be read, InvalidRelease for XML that is no release, UsageError for an
    unknown profile or for a sidecar that gives several releases one title or date. A defect of ours is a ReadError too.
    """
    passes = profile_named(profile)
    found: Iterable[Drafted | OimpressError] = _without_notes(_drafts(source))
    if source.metadata.title or source.metadata.date:
        found = _only(list(found), source)
    taken: dict[str, int] = {}  # ids, each with the last number behind it
    made = (each if isinstance(each, OimpressError) else _tried(each, passes, house, taken) for each in found)
    yield from _missed_by_all(list(made)) if source.metadata.accepted else made


def _missed_by_all(made: Sequence[Normalised | OimpressError]) -> Iterator[Normalised | OimpressError]:
    """``made``, with notice T125 on the first only, for the accepted words that stand in none of the releases."""
    done = [each for each in made if isinstance(each, Normalised)]
    missed = [{told.detail for told in each.notices if told.code == "T125"} for each in done]
    nowhere = set[str]().union(*missed).intersection(*missed)
    for each in made:
        if isinstance(each, OimpressError):
            yield each
            continue
        kept = (told for told in each.notices if told.code != "T125" or (each is done[0] and told.detail in nowhere))
        yield replace(each, notices=tuple(kept))


def _drafts(source: Source) -> Iterator[Drafted | OimpressError]:
    with defects_told(source.name):
        yield from readers.read(source)


def _without_notes(found: Iterable[Drafted | OimpressError]) -> Iterator[Drafted | OimpressError]:
    """``found`` without texts of mails that only accompany a document which is read; notice R056 says what they are."""
    note: Drafted | None = None
    for each in found:
        own = each if isinstance(each, Drafted) else None
        enclosed = bool(note and own and own.source.name.startswith(f"{note.source.name}/"))
        if note and own and not enclosed:
            yield note
        if own and only_encloses(own.draft.value):
            note = own
            continue
        yield _told_of(own, note) if note and own and enclosed else each
        note = None if own else note
    if note:
        yield note


def _told_of(found: Drafted, note: Drafted) -> Drafted:
    said = (words_of(item) for item in note.draft.value.flow if SUBJECT_ALONE not in getattr(item, "marks", ()))
    told = notice("R056", detail=" ".join(said))
    return found._replace(draft=replace(found.draft, notices=(*found.draft.notices, told)))


def _tried(found: Drafted, passes: Profile, house: House, taken: dict[str, int]) -> Normalised | OimpressError:
    """The release that ``found`` makes, which can be written as XML, or why there is none."""
    name = found.source.name
    try:
        with defects_told(name):
            done = _normalised(found, passes, house, taken)
            codec.check(done.value, name)
            logger.debug("%s: release %s, %d notices", name, done.value.id, len(done.notices))
            return done
    except OimpressError as error:
        logger.debug("%s: refused: %s", name, error)
        return error


def _only(found: Sequence[Drafted | OimpressError], source: Source) -> Sequence[Drafted | OimpressError]:
    """``found``, which a sidecar's title or date fits. Raises UsageError where there are several releases."""
    if (count := sum(isinstance(each, Drafted) for each in found)) > 1:
        raise UsageError(
            "{name}: it holds {count} releases, and its sidecar gives them all one title or date; take that out",
            name=source.name,
            count=count,
        )
    return found


def _empty(source: Source) -> ReadError:
    return ReadError("{name}: no release was found in it; nothing was read", name=source.name)


def _normalised(found: Drafted, passes: Profile, house: House, taken: dict[str, int]) -> Normalised:
    """The release that ``found`` makes, under an id that is not ``taken`` and is so from now on."""
    first, text, source = found
    passes = at_home(passes, house, source.metadata.accepted)
    first = _at_home(first, house, source.metadata, text.characters if text else "")
    if text is None:
        taken_over = _described(first.value.release, source)
        lost = (notice("R097", detail=words) for words in dict.fromkeys(tied(taken_over).lost))
        told = _unseen((*first.notices, *lost, *_vague(taken_over)), source)
        return Normalised(taken_over, told, None, source)
    draft = _structured(_with_language(first, source.metadata), passes)
    made_of = Result(one_line_fields(draft.value.release), draft.notices, draft.dropped)
    made_of = left_out_with(made_of, house.country, source.covering) if first.value.flow else made_of
    done = _finished(with_metadata(made_of, source.metadata), passes)
    release = replace(done.value, id=_untaken(_identifier(done.value, source), taken))
    drawn = trail.draw(text.characters, release, done.dropped, text.encoding, text.law)
    drawn = replace(drawn, reasons=tuple(reasons(draft.value.readings)))
    told = _unseen((*done.notices, *_vague(release)), source)
    return Normalised(release, (*told, *_lost(drawn)), drawn, source, draft.value.readings)


def _structured(first: Result[Draft], profile: Profile) -> Result[Draft]:
    """The draft whose release the lines make; one without lines is settled, and only its values are worked out."""
    draft = first.value
    notices, dropped = [*first.notices], [*first.dropped]
    if not draft.flow:
        return replace(first, value=replace(draft, release=values(draft.release, draft.house.country)))
    for step in profile.structure:
        result = step(draft)
        draft = result.value
        notices += result.notices
        dropped += result.dropped
    return Result(draft, tuple(notices), tuple(dropped))


def _finished(first: Result[Release], profile: Profile) -> Result[Release]:
    release = first.value
    notices, dropped = [*first.notices], [*first.dropped]
    for step in profile.finish:
        result = step(release)
        release = result.value
        notices += result.notices
        dropped += result.dropped
    return Result(release, tuple(notices), tuple(dropped))


def _at_home(first: Result[Draft], house: House, known: Metadata, characters: str) -> Result[Draft]:
    """The draft as one of ``house``, with what its sidecar says that lines are, for the passes that read it."""
    pins = {str(label): words for label, words in known.lines.items()}
    return replace(first, value=replace(first.value, house=house, pins=pins, characters=characters))


def _with_language(first: Result[Draft], known: Metadata) -> Result[Draft]:
    return replace(first, value=first.value.with_fields(lang=inserted(known.lang, GIVEN))) if known.lang else first


def _described(release: Release, source: Source) -> Release:
    """A release taken as it is, with what the sidecar says; it keeps its name."""
    known = source.metadata
    ref = release.source or SourceRef(source.name, source.sha256, XML, "xml")
    if known.url or known.licence:
        release = replace(release, source=replace(ref, url=known.url or ref.url, licence=known.licence or ref.licence))
    return with_metadata(Result(release), known).value


def _identifier(release: Release, source: Source) -> str:
    """A name from the title's words, or from the source's when there is no title."""
    words = [word for word in slug(str(flatten(release.title))).split("-") if word not in every_small_word()]
    name = "-".join(words) or slug(PurePath(source.name).stem) or "release"
    if len(name) > LONGEST_ID:
        name = name[: LONGEST_ID + 1].rpartition("-")[0] or name[:LONGEST_ID]
    return name.strip("-")


def _untaken(name: str, taken: dict[str, int]) -> str:
    """``name``, with the next number where it is ``taken``; a mailbox may hold thousands under one title."""
    number = taken.get(name, 0) + 1
    while (found := f"{name}-{number}" if number > 1 else name) in taken:
        number += 1
    taken |= {found: 1, name: number}
    return inserted(found, ID)


def _vague(release: Release) -> tuple[Notice, ...]:
    """A notice where nobody can tell when the embargo ends."""
    embargo = release.embargo
    if not embargo or embargo.until:
        return ()
    return (notice("H107" if contradicts(str(embargo.text)) else "H106", "head/embargo", embargo.text),)


def _unseen(told: tuple[Notice, ...], source: Source) -> tuple[Notice, ...]:
    """Those that the sidecar does not say a person has seen."""
    seen = source.metadata.seen
    return tuple(each for each in told if each.said not in seen) if seen else told


def _lost(drawn: Trail) -> tuple[Notice, ...]:
    """A notice where our own books do not balance."""
    return tuple(
        notice("X101", detail=step.text)
        for step in drawn.steps
        if step.rule == trail.UNEXPLAINED and isinstance(step, trail.Drop)
    )
