"""What a run would do, step by step, without doing it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from oimpress.errors import OimpressError
from oimpress.publish import keys
from oimpress.publish.cache import StepCache
from oimpress.publish.identifiers import Names
from oimpress.publish.in_buckets import StoragePlace, outputs_at
from oimpress.publish.publications import Options, PublicationPart, home_of, publications
from oimpress.publish.reading import BuildInput, remembered
from oimpress.publish.report import Failure
from oimpress.sources import Source, load
from oimpress.style import Style
from oimpress.visible import visible
from oimpress.writers import Format

NORMALISE = "normalise"


class PlanStep(NamedTuple):
    """``work`` is ``normalise`` or the name of a format; ``kept`` says that the cache has its result."""

    work: str
    place: str
    kept: bool


def reading_steps(
    items: Iterable[BuildInput], options: Options, cache: StepCache | None
) -> Iterator[tuple[PlanStep, list[PublicationPart]]]:
    """The step of each source that is there, with its releases as far as they are known."""
    reading = keys.of_reading(options.profile, options.house)
    for item in items:
        if isinstance(item, Failure):
            continue
        place = visible(item.name if isinstance(item, Source) else str(item))
        parts: list[PublicationPart] = []
        try:
            source = item if isinstance(item, Source) else load(item)
            kept = remembered(keys.of_source(source, reading), cache)
            parts = [PublicationPart(each, order=source.metadata.order) for each in kept]
        except OimpressError:
            pass  # the run tells
        yield PlanStep(NORMALISE, place, bool(parts)), parts


def writing_steps(
    read: Sequence[PublicationPart],
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
            pictured = form.pictures and any(part.kept.facts.illustrated for part in one.parts)
            key = "" if pictured else one.key(style)
            kept = bool(cache and key and cache.holds(key))
            yield PlanStep(form.name, visible(str(home_of(one, outputs) / f"{one.stem}{form.extension}")), kept)
