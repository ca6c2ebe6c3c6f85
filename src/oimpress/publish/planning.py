"""What a run would do, step by step, without doing it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from io import BytesIO
from typing import NamedTuple

from oimpress.errors import OimpressError
from oimpress.publish import keys
from oimpress.publish.cache import StepCache
from oimpress.publish.fetching import BuildInput
from oimpress.publish.identifiers import Names
from oimpress.publish.in_buckets import StoragePlace, outputs_at
from oimpress.publish.publications import Options, Publication, home_of, publications
from oimpress.publish.reading import remembered
from oimpress.publish.report import Failure
from oimpress.publish.shelf import HeldPart
from oimpress.sources import Source, load
from oimpress.style import Style
from oimpress.visible import visible
from oimpress.writers import Format, NotInSteps, WorkStep

NORMALISE = "normalise"


class PlanStep(NamedTuple):
    """``work`` is ``normalise`` or the name of a format; ``kept`` says that the cache has its result."""

    work: str
    place: str
    kept: bool


def reading_steps(
    items: Iterable[BuildInput], options: Options, cache: StepCache | None
) -> Iterator[tuple[PlanStep, list[HeldPart]]]:
    """The step of each source that is there, with its releases as far as they are known."""
    reading = keys.of_reading(options.profile, options.house)
    for item in items:
        if isinstance(item, Failure):
            continue
        place = visible(item.name if isinstance(item, Source) else str(item))
        parts: list[HeldPart] = []
        try:
            source = item if isinstance(item, Source) else load(item)
            kept = remembered(keys.of_source(source, reading), cache)
            parts = [HeldPart(each, order=source.metadata.order) for each in kept]
        except OimpressError:
            pass  # the run tells
        yield PlanStep(NORMALISE, place, bool(parts)), parts


def writing_steps(
    read: Sequence[HeldPart],
    formats: Sequence[Format],
    output: StoragePlace,
    style: Style,
    options: Options,
    cache: StepCache | None,
) -> Iterator[PlanStep]:
    """The step of each publication of what was ``read``; one with pictures is to be made, since none is looked at."""
    names, outputs = Names(), outputs_at(output, options.force, options.sharded)
    parts = [replace(part, kept=names.own(part.kept)) for part in read]
    for form in formats:
        for one in publications(parts, form, style, options):
            place = visible(str(home_of(one, outputs) / f"{one.stem}{form.extension}"))
            pictured = form.pictures and any(part.kept.facts.illustrated for part in one.parts)
            key = "" if pictured else one.key(style)
            kept = bool(cache and key and cache.holds(key))
            if not kept and one.has_steps:
                yield from _steps_of(one, place, style, cache)
            yield PlanStep(form.name, place, kept)


def _steps_of(one: Publication, place: str, style: Style, cache: StepCache | None) -> list[PlanStep]:
    """The steps that make a publication: up to those that others which are to be done decide on."""
    planned: list[PlanStep] = []

    def looked_at(steps: Iterable[WorkStep]) -> Iterator[bytes]:
        for step in steps:
            entry = cache.get(keys.of_step(step)) if cache else None
            planned.append(PlanStep(one.form.name, f"{place}: {step.called}", entry is not None))
            yield b"" if entry is None else entry

    def known(steps: Iterable[WorkStep]) -> Iterator[bytes]:
        made = list(looked_at(steps))
        if not all(made):
            raise NotInSteps("some are to be done")
        return iter(made)

    with suppress(NotInSteps):
        one.joined(BytesIO(), style, known)
    return planned
