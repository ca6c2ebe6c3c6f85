"""Nothing is done twice, and what comes out of the cache is what would have been made."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oimpress.errors import ReadError
from oimpress.pipeline import normalise_each
from oimpress.publish import keys, normalising
from oimpress.publish.build import Options, build_editions, normalise_files
from oimpress.publish.cache import FORM, TAG, Cache
from oimpress.publish.kept import keep, packed, unpacked
from oimpress.publish.means import Means
from oimpress.publish.planning import PlanStep, reading_steps, writing_steps
from oimpress.publish.reading import releases_in
from oimpress.publish.report import Report
from oimpress.sources import Source, discover, load
from oimpress.style import load_style
from oimpress.writers import find
from tests.plugging import plug

KEY = keys.digest("a key")
PLACES = ("Agadez", "Diffa", "Zinder")


def a_source(folder: Path, place: str) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / f"{place}.txt"
    path.write_text(
        f"L'OIM ouvre un centre à {place}\nNiger - Un centre a ouvert ses portes à {place} cette semaine.\n"
        "Un deuxième paragraphe en dit plus, avec « des guillemets » et 3 % de chiffres.\n"
    )
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for place in PLACES:
        a_source(tmp_path / "sources", place)
    return tmp_path


def everything(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def built(folder: Path, output: str, cache: Cache | None = None, **options: Any) -> Report:
    report, means = Report(), Means(cache)
    forms = [find(name) for name in ("html", "text", "xml")]
    items = list(discover([folder / "sources"]))
    build_editions(items, forms, folder / output, load_style("oim"), Options(**options), report, means=means)
    means.stop()
    return report


@pytest.fixture
def normalised(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The sources that are normalised from now on."""
    seen: list[str] = []

    def spied(source: Source, *given: Any) -> Iterator[Any]:
        seen.append(source.name)
        return normalise_each(source, *given)

    monkeypatch.setattr(normalising, "normalise_each", spied)
    return seen


@pytest.mark.parametrize("each", [False, True])
def test_outputs_are_the_same_with_and_without_a_cache(folder: Path, each: bool) -> None:
    cache = Cache(folder / "cache")
    without = built(folder, "without", each=each)
    for name in ("first", "second"):
        with_one = built(folder, name, cache, each=each)
        assert everything(folder / name) == everything(folder / "without")
        assert with_one.notices == without.notices
        assert [one.size for one in with_one.outputs] == [one.size for one in without.outputs]


def test_only_what_changed_is_normalised(folder: Path, normalised: list[str]) -> None:
    cache = Cache(folder / "cache")
    built(folder, "one", cache)
    assert normalised == ["Agadez.txt", "Diffa.txt", "Zinder.txt"]
    built(folder, "one", cache)
    assert len(normalised) == 3
    with (folder / "sources" / "Diffa.txt").open("a") as stream:
        stream.write("Une phrase de plus, ajoutée plus tard.\n")
    (folder / "sources" / "Zinder.toml").write_text('title = "Un autre titre"\n')
    built(folder, "one", cache)
    assert normalised[3:] == ["Diffa.txt", "Zinder.txt"]
    assert "Un autre titre" in (folder / "one" / "dossier-de-presse.html").read_text()


def test_what_does_not_change_is_not_written_again(folder: Path) -> None:
    cache = Cache(folder / "cache")
    built(folder, "one", cache)
    before = {path: path.stat().st_ino for path in (folder / "one").iterdir()}
    built(folder, "one", cache)
    assert {path: path.stat().st_ino for path in (folder / "one").iterdir()} == before


def test_another_title_style_or_clock_makes_another_publication(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = Cache(folder / "cache")
    built(folder, "one", cache)
    first = (folder / "one" / "dossier-de-presse.html").read_bytes()
    built(folder, "two", cache, lang="en")
    assert (folder / "two" / "press-kit.html").read_bytes() != first
    form, look = find("html"), load_style("oim")
    names = {
        keys.of_publication(form, ["a"], ["title"], {}, style) for style in (look, look.with_settings(page="letter"))
    }
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    names |= {keys.of_publication(form, ["a"], ["title"], {}, look), keys.of_publication(form, ["b"], [], {}, look)}
    names.add(keys.of_publication(form, ["a"], ["title"], {"a.png": b"a"}, look))
    assert len(names) == 5


def test_the_name_of_a_source_is_made_of_all_that_it_depends_on(folder: Path) -> None:
    source = load(folder / "sources" / "Diffa.txt")
    press = keys.of_reading("press-fr", Options().house)
    others = [
        keys.of_source(source, keys.of_reading("plain", Options().house)),
        keys.of_source(Source("other.txt", source.data), press),
        keys.of_source(Source(source.name, source.data + b" "), press),
    ]
    assert len({keys.of_source(source, press), *others}) == 4


def test_a_plug_in_among_the_readers_keeps_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    plug(monkeypatch, EntryPoint("one", "package:READER", "oimpress.readers"))
    assert keys.of_source(Source("a.txt", b"a"), keys.of_reading("press-fr", Options().house)) == ""


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data[:-1],
        lambda data: data[: len(FORM) + 5],
        lambda data: b"",
        lambda data: b"oimpress 0\n" + data[len(FORM) :],
        lambda data: data[:60] + b"\0" + data[61:],
    ],
)
def test_an_entry_that_is_not_whole_is_made_anew(
    folder: Path, spoil: Callable[[bytes], bytes], normalised: list[str]
) -> None:
    cache = Cache(folder / "cache")
    built(folder, "one", cache)
    for entry in (folder / "cache").glob("??/*"):
        entry.write_bytes(spoil(entry.read_bytes()))
    built(folder, "two", cache)
    assert everything(folder / "one") == everything(folder / "two")
    assert len(normalised) == 6
    built(folder, "two", cache)
    assert len(normalised) == 6


def test_a_whole_entry_with_other_content_is_made_anew(folder: Path) -> None:
    cache = Cache(folder / "cache")
    built(folder, "one", cache)
    for entry in (folder / "cache").glob("??/*"):
        cache.put(entry.parent.name + entry.name, b"nothing")
    built(folder, "two", cache)
    assert everything(folder / "one") == everything(folder / "two")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_cache_that_is_read_only_stops_nothing(folder: Path) -> None:
    (folder / "cache").mkdir(mode=0o500)
    cache = Cache(folder / "cache")
    assert built(folder, "one", cache).exit_code == 0
    assert cache.trouble == "Permission denied"


def test_a_cache_that_cannot_be_written_stops_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("oimpress.publish.cache._appear", full)
    cache = Cache(folder / "cache")
    assert built(folder, "one", cache).exit_code == 0
    assert cache.trouble == "No space left on device"


def test_releases_of_a_source_alone_come_out_of_the_cache_too(folder: Path, normalised: list[str]) -> None:
    cache, source = Cache(folder / "cache"), load(folder / "sources" / "Diffa.txt")
    first, again = (releases_in(source, "press-fr", Options().house, cache) for _ in range(2))
    assert [each.value for each in first] == [each.value for each in again]
    assert len(normalised) == 1
    assert len(releases_in(source, "press-fr", Options().house, None)) == 1
    with pytest.raises(ReadError):
        releases_in(Source("empty.txt", b""), "press-fr", Options().house, cache)


@pytest.mark.parametrize("second", [0, 4_000_000_000])
def test_no_clock_is_believed(folder: Path, normalised: list[str], second: int) -> None:
    """Nor whatever it says of sources, of what was made and of what is kept: as after a clock that went back."""
    cache = Cache(folder / "cache")
    built(folder, "out", cache)
    before = everything(folder / "out")
    normalised.clear()
    for path in (each for each in folder.rglob("*") if each.is_file()):
        os.utime(path, (second, second))
    built(folder, "out", cache)
    assert (normalised, everything(folder / "out")) == ([], before)
    changed = folder / "sources" / "Diffa.txt"
    changed.write_text(changed.read_text() + "Une phrase de plus.\n")
    os.utime(changed, (second, second))
    built(folder, "out", cache)
    assert normalised == ["Diffa.txt"]


def test_a_file_where_the_cache_should_be_stops_nothing(folder: Path) -> None:
    (folder / "cache").write_text("no folder")
    cache = Cache(folder / "cache")
    assert built(folder, "one", cache).exit_code == 0
    assert cache.trouble


def test_the_oldest_entries_make_room(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache", most=5_000)
    for number in range(10):
        key = keys.digest(number)
        cache.put(key, b"x" * 1_000)
        os.utime(tmp_path / "cache" / key[:2] / key[2:], (number, number))
    cache.close()
    assert [cache.get(keys.digest(number)) is not None for number in range(10)] == [False] * 7 + [True] * 3
    assert cache.size().bytes <= 5_000
    assert cache.clear().entries == 3
    assert cache.size() == (0, 0)
    assert (tmp_path / "cache" / TAG).read_text().startswith("Signature: 8a477f597d28d172789f06886806bc55")


@given(st.binary())
def test_what_was_put_is_got(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    cache = Cache(tmp_path_factory.getbasetemp() / "cache")
    cache.put(KEY, data)
    assert cache.get(KEY) == data
    assert cache.get(keys.digest("another")) is None


def test_releases_come_out_of_an_entry_as_they_went_in(seeds: list[Path]) -> None:
    kept = [keep(done) for path in seeds for done in normalise_each(load(path)) if not isinstance(done, Exception)]
    again = unpacked(packed(kept))
    assert again == tuple(kept)
    assert [each.value for each in again] == [each.value for each in kept]
    assert [each.trail for each in again] == [each.trail for each in kept]


def test_a_normalised_archive_is_the_same_out_of_the_cache(folder: Path, normalised: list[str]) -> None:
    a_source(folder / "sources", "Agadez").rename(folder / "sources" / "Agadez.md")  # the same title twice
    a_source(folder / "sources", "Agadez")
    with (folder / "sources" / "Agadez.md").open("a") as stream:
        stream.write("Une phrase de plus.\n")
    items, cache = list(discover([folder / "sources"])), Cache(folder / "cache")
    for name, means in (("none", Means()), ("first", Means(cache)), ("second", Means(cache)), ("second", Means(cache))):
        normalise_files(items, folder / name, "press-fr", Report(), means=means)
        assert everything(folder / name) == everything(folder / "none")
    assert len(normalised) == 8


def test_the_plan_says_what_is_kept(folder: Path) -> None:
    cache, items = Cache(folder / "cache"), list(discover([folder / "sources"]))
    assert [step.kept for step, _ in reading_steps(items, Options(), cache)] == [False] * 3
    built(folder, "one", cache)
    read = list(reading_steps(items, Options(), cache))
    assert [step.kept for step, _ in read] == [True] * 3
    releases = [each for _, kept in read for each in kept]
    forms = [find("html"), find("markdown")]
    steps = list(writing_steps(releases, forms, Path("out"), load_style("oim"), Options(), cache))
    assert steps[0] == PlanStep("html", "out/dossier-de-presse.html", True)
    assert [step.kept for step in steps[1:]] == [False] * (len(steps) - 1)
