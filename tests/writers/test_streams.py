"""Writers that hold one whole release at a time write what they write of an edition that is there as a whole."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from oimpress.model.nodes import Edition, Para, Release, Text
from oimpress.model.runs import plain
from oimpress.style import load_style
from oimpress.writers import find
from tests.writers import samples

STYLE = load_style("oim")
GROWING = "digest"  # its style sheet is put into its texts as wholes
STREAMING = ["docx", "epub", "html"]
MOST = 6_000  # bytes that one more release may take


def outside(release: Release) -> Release:
    return replace(release, body=(), facts=(), about=()) if plain(release.title) else release


def streamed(form: str, edition: Edition, whole: Callable[[Release], Release]) -> tuple[bytes, object]:
    stream = find(form).stream
    assert stream
    notices = stream(edition, whole, STYLE, out := BytesIO())
    return out.getvalue(), notices


@pytest.mark.parametrize("form", [*STREAMING, GROWING])
@pytest.mark.parametrize("make", [samples.edition, samples.embargoed, samples.hostile], ids=lambda each: each.__name__)
def test_the_outside_of_releases_is_enough_but_for_one_at_a_time(form: str, make: Callable[[], Edition]) -> None:
    edition = make()
    wholes = {release.id: release for release in edition.releases}
    assert len(wholes) == len(edition.releases)
    thin = replace(edition, releases=tuple(map(outside, edition.releases)))
    made = find(form).write(edition, STYLE)
    assert streamed(form, thin, lambda release: wholes[release.id]) == (made.value, made.notices)


def long(release: Release) -> Release:
    """A release of some 60 kB."""
    words = " ".join(f"mot{number}" for number in range(100))
    return replace(release, body=tuple(Para((Text(f"{release.id} {number} {words}."),)) for number in range(90)))


@pytest.mark.slow
@pytest.mark.parametrize("form", STREAMING)
def test_memory_does_not_grow_with_the_releases(form: str, tmp_path: Path) -> None:
    peaks = []
    for count in (25, 25, 65):  # the first loads libraries; what is put aside is in a file from 20 on
        releases = tuple(Release(f"r{number}", title=(Text(f"Titre {number}"),)) for number in range(count))
        stream = find(form).stream
        assert stream
        with (tmp_path / form).open("wb") as out:
            tracemalloc.start()
            stream(Edition(releases, "Kit"), long, STYLE, out)
            peaks.append(tracemalloc.get_traced_memory()[1])
            tracemalloc.stop()
    assert (peaks[2] - peaks[1]) / 40 < MOST
