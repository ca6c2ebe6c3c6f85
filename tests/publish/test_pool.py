"""Several processes make what one makes, and outlive any of them."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from oimpress.errors import MissingDependency, ReadError
from oimpress.publish import normalising, publications, reading
from oimpress.publish import pool as pools
from oimpress.publish.build import Options, build_editions, normalise_files
from oimpress.publish.handfuls import HEAVY, MOST, Handful, size_of
from oimpress.publish.means import MANY_SOURCES, Means, ahead
from oimpress.publish.pool import Pool
from oimpress.publish.report import Report
from oimpress.publish.workers import WorkerDied
from oimpress.sources import discover
from oimpress.style import Style, load_style
from oimpress.writers import find
from tests.publish.test_cache import a_source, everything


def doubled(number: int) -> int:
    return 2 * number


def killed(number: int, marks: str) -> int:
    """Die the first time that the number 3 comes."""
    mark = Path(marks) / str(number)
    if number == 3 and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def poisoned(number: int) -> int:
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def refused(name: str) -> None:
    raise ReadError("{name}: it is not {reason}", name=name, reason="text")


def asleep(seconds: int) -> None:
    time.sleep(seconds)


pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")


@pytest.fixture(autouse=True)
def forks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes are forks even beside threads of whatever runs the tests, so that they know what a test replaced."""
    monkeypatch.setattr(pools, "way_to_begin", lambda: "fork")


@pytest.fixture
def pool() -> Pool:
    return Pool(2)


def test_beside_other_threads_no_process_is_a_fork(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    ended = threading.Event()
    other = threading.Thread(target=ended.wait)
    other.start()
    assert pools.way_to_begin() == "spawn"
    ended.set()
    other.join()


def test_a_thread_that_has_just_ended_is_in_nobodys_way(monkeypatch: pytest.MonkeyPatch) -> None:
    """The system tells of the threads of a pool for some milliseconds after they were waited for."""
    monkeypatch.undo()
    told = iter([["main", "ended"], ["main", "ended"]])
    monkeypatch.setattr(os, "listdir", lambda _: next(told, ["main"]))
    assert pools.way_to_begin() == ("fork" if sys.platform == "linux" else "spawn")


LOADED: list[int] = []


def loading() -> None:
    LOADED.append(os.getpid())


def refused_to_load() -> None:
    raise MissingDependency("pdf: not there")


def loaded() -> list[int]:
    return [*LOADED, os.getpid()]


def test_what_work_needs_is_loaded_before_processes_are_forked(pool: Pool) -> None:
    LOADED.clear()
    pool.submit(doubled, 1)
    pool.renew(loading)
    assert LOADED == []
    here, worker, own = pool.submit(loaded).result()
    assert (here, worker) == (os.getpid(), own)
    pool.stop()


def test_what_is_expected_is_loaded_here_while_others_work(pool: Pool) -> None:
    LOADED.clear()
    pool.expect(loading)
    assert LOADED == []
    assert pool.submit(loaded).result()[:-1] == []
    pool.renew(loading)
    assert [os.getpid()] == LOADED
    pool.stop()


def test_what_cannot_be_loaded_is_for_whoever_needs_it_to_tell(pool: Pool) -> None:
    pool.expect(refused_to_load)
    assert pool.submit(doubled, 1).result() == 2
    pool.renew(refused_to_load)
    assert pool.submit(doubled, 2).result() == 4
    pool.stop()


def test_results_come_in_the_order_of_the_tasks(pool: Pool) -> None:
    tasks = [pool.submit(doubled, number) for number in range(20)]
    assert [task.result() for task in tasks] == list(range(0, 40, 2))
    pool.stop()


def test_a_killed_worker_loses_nothing(pool: Pool, tmp_path: Path) -> None:
    tasks = ahead((pool.submit(killed, number, str(tmp_path)) for number in range(12)), pool)
    assert [task.result() for task in tasks] == list(range(12))
    pool.stop()


def test_what_kills_every_worker_is_refused_alone(pool: Pool) -> None:
    tasks = [pool.submit(poisoned, number) for number in range(5)]
    for number, task in enumerate(tasks):
        if number == 3:
            with pytest.raises(WorkerDied, match="twice"):
                task.result()
        else:
            assert task.result() == number
    pool.stop()


def test_a_refusal_comes_back_as_it_was_raised(pool: Pool) -> None:
    with pytest.raises(ReadError) as caught:
        pool.submit(refused, "a.txt").result()
    pool.stop()
    assert str(caught.value.at("b/a.txt")) == "b/a.txt: it is not text"
    assert caught.value.values == {"name": "a.txt", "reason": "text"}


def test_stopping_does_not_wait(pool: Pool) -> None:
    pool.submit(asleep, 600)
    begun = time.monotonic()
    pool.stop()
    assert time.monotonic() - begun < 30


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Ctrl-C is heard, also where whoever started the tests ignores it, as a shell does for what it runs beside."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
def test_ctrl_c_ends_processes_that_sleep(pool: Pool) -> None:
    before = set(multiprocessing.active_children())
    tasks = [pool.submit(asleep, 600) for _ in range(4)]
    begun = time.monotonic()
    threading.Timer(0.2, os.kill, [os.getpid(), signal.SIGINT]).start()
    with pytest.raises(KeyboardInterrupt):
        tasks[0].result()
    pool.stop()
    assert time.monotonic() - begun < 30
    assert set(multiprocessing.active_children()) == before


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("archive")
    for number in range(MANY_SOURCES):
        a_source(folder, f"Niamey {number}")
    (folder / "empty.txt").write_text("")
    return folder


def test_any_number_of_jobs_makes_the_same_archive(archive: Path, tmp_path: Path) -> None:
    items, reports = list(discover([archive])), []
    for jobs in (1, 3):
        reports.append(report := Report())
        means = Means(jobs=jobs)
        normalise_files(items, tmp_path / str(jobs), "press-fr", report, means=means)
        means.stop()
    assert everything(tmp_path / "1") == everything(tmp_path / "3")
    assert reports[0].notices == reports[1].notices
    assert [str(each.error) for each in reports[0].failures] == [str(each.error) for each in reports[1].failures]


def test_any_number_of_jobs_makes_the_same_publications(archive: Path, tmp_path: Path) -> None:
    items = list(discover([archive]))[:6]
    for jobs in (1, 2):
        means = Means(jobs=jobs)
        forms = [find("html"), find("docx")]
        build_editions(
            items, forms, tmp_path / str(jobs), load_style("oim"), Options(each=True), report := Report(), means=means
        )
        means.stop()
        assert report.exit_code == 0
    assert everything(tmp_path / "1") == everything(tmp_path / "2")


@pytest.mark.parametrize(("many", "elsewhere"), [(12, True), (13, False)])
def test_kits_of_many_releases_are_made_by_several_processes(
    many: int, elsewhere: bool, archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Six in each of two; what those read, the command has on the disk."""
    whole = publications._written

    def noting(one: publications.Publication, style: Style) -> object:
        with (tmp_path / f"{os.getpid()}").open("a") as makers:
            makers.write(one.form.name)
        return whole(one, style)

    monkeypatch.setattr(publications, "MANY_RELEASES", many)
    monkeypatch.setattr(publications, "_written", noting)
    items, forms, style = list(discover([archive]))[:6], [find("html"), find("docx")], load_style("oim")
    for jobs in (1, 2):
        means, report = Means(jobs=jobs), Report()
        build_editions(items, forms, tmp_path / f"made by {jobs}", style, Options(), report, means=means)
        means.stop()
        assert report.exit_code == 0
    assert everything(tmp_path / "made by 1") == everything(tmp_path / "made by 2")
    here = (tmp_path / f"{os.getpid()}").read_text()
    assert here == "htmldocx" * (1 if elsewhere else 2)


def test_a_publication_that_kills_its_process_is_a_failure_and_those_handed_over_with_it_are_made(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = publications._written

    def deadly(one: publications.Publication, style: Style) -> object:
        if one.stem.endswith("13"):
            os.kill(os.getpid(), signal.SIGKILL)
        return whole(one, style)

    monkeypatch.setattr(publications, "_written", deadly)
    monkeypatch.setattr(publications, "size_of", lambda *_: 4)
    means, report = Means(jobs=2), Report()
    items = list(discover([archive]))[:6]
    build_editions(items, [find("html")], tmp_path, load_style("oim"), Options(each=True), report, means=means)
    means.stop()
    assert len(report.outputs) == 5
    assert ["twice" in str(each.error) for each in report.failures] == [True]


@pytest.mark.parametrize("together", [1, 5, 8])
def test_a_source_that_kills_its_process_is_a_failure_and_the_others_are_read(
    together: int, archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those that were handed over with it too, and the empty one is refused for what it is."""
    whole = normalising.normalised

    def deadly(source: object, *given: object) -> object:
        if getattr(source, "name", "") == "Niamey 5.txt":
            os.kill(os.getpid(), signal.SIGKILL)
        return whole(source, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(normalising, "normalised", deadly)
    monkeypatch.setattr(reading, "size_of", lambda *_: together)
    means, report = Means(jobs=2), Report()
    normalise_files(list(discover([archive])), tmp_path, "press-fr", report, means=means)
    means.stop()
    assert report.read == MANY_SOURCES - 1
    assert [Path(each.place).name for each in report.failures] == ["Niamey 5.txt", "empty.txt"]
    assert "twice" in str(report.failures[0].error)


def test_what_fails_unexpectedly_on_a_source_leaves_those_handed_over_with_it(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = normalising.normalised

    def failing(source: object, *given: object) -> object:
        if getattr(source, "name", "") == "Niamey 5.txt":
            raise ZeroDivisionError
        return whole(source, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(normalising, "normalised", failing)
    monkeypatch.setattr(reading, "size_of", lambda *_: 8)
    means, report = Means(jobs=2), Report()
    normalise_files(list(discover([archive])), tmp_path, "press-fr", report, means=means)
    means.stop()
    assert report.read == MANY_SOURCES - 1
    assert "Niamey 5.txt: oimpress fails on this source (ZeroDivisionError" in str(report.failures[0].error)


@pytest.mark.parametrize(("sources", "together"), [(24, 1), (63, 1), (64, 2), (1_000, MOST), (10**6, MOST)])
def test_few_sources_are_handed_over_one_by_one(sources: int, together: int, pool: Pool) -> None:
    assert size_of(sources, pool) == together


def test_long_sources_are_handed_over_one_by_one() -> None:
    handful = Handful[bytes, bytes](lambda _: pytest.fail("nothing is handed over yet"))
    handful.add(b"short", 5)
    assert not handful.is_heavy
    handful.add(b"long", HEAVY)
    assert handful.is_heavy


def test_few_sources_are_read_without_other_processes() -> None:
    assert Means(jobs=4).pool_for([1] * (MANY_SOURCES - 1), MANY_SOURCES) is None
    assert Means(jobs=1).pool_for([1] * MANY_SOURCES, MANY_SOURCES) is None
    assert Means(jobs=4).pool_for(iter([1] * MANY_SOURCES), MANY_SOURCES) is None


@pytest.mark.parametrize("way", ["fork", "spawn"])
def test_a_pool_that_is_stopped_leaves_nobody_behind(way: str, pool: Pool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Spawned processes begin one by one: a later one would wait for ever at the lock of one that was killed."""
    monkeypatch.setattr(pools, "way_to_begin", lambda: way)
    before = set(multiprocessing.active_children())
    tasks = [pool.submit(doubled, number) for number in range(6)]
    assert [task.result() for task in tasks] == [2 * number for number in range(6)]
    assert len(set(multiprocessing.active_children()) - before) == 2
    pool.stop()
    assert set(multiprocessing.active_children()) == before
