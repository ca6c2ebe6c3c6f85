"""A Dask cluster makes what one process makes, and its workers may die."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from oimpress.errors import MissingDependency, ReadError, Unavailable, UsageError
from oimpress.publish import cluster as clusters
from oimpress.publish import keys
from oimpress.publish.build import Options, build_editions, normalise_files
from oimpress.publish.cache import Cache
from oimpress.publish.cluster import Cluster, cluster_at
from oimpress.publish.means import MANY_PUBLICATIONS, MANY_SOURCES, Means, ahead
from oimpress.publish.report import Report
from oimpress.publish.workers import WorkerDied
from oimpress.sources import discover
from oimpress.style import load_style
from oimpress.writers import find
from tests.publish.clusters import LocalCluster, free_port, local_cluster
from tests.publish.test_cache import a_source, everything

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore::ResourceWarning")]


def noted(number: int, folder: str) -> int:
    """Its double; that it was begun is written down."""
    with (Path(folder) / f"{number}-{os.getpid()}-{time.monotonic_ns()}").open("x"):
        time.sleep(0.02)
    return 2 * number


def deadly(_number: int) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def refused(name: str) -> None:
    raise ReadError("{name}: it is not text", name=name)


def missing_file() -> None:
    raise FileNotFoundError("of the work itself")


@pytest.fixture(scope="module")
def two_workers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalCluster]:
    with local_cluster(tmp_path_factory.mktemp("cluster"), 2) as made:
        yield made


@pytest.fixture
def means(two_workers: LocalCluster) -> Iterator[Means]:
    made = Means(cluster=cluster_at(f"dask://{two_workers.address}"))
    yield made
    made.stop()


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("archive")
    for number in range(MANY_SOURCES):
        a_source(folder, f"Niamey {number}")
    (folder / "empty.txt").write_text("")
    return list(discover([folder]))


def normalised(items: list[Path], folder: Path, means: Means) -> Report:
    normalise_files(items, folder, "press-fr", report := Report(), means=means)
    return report


def test_a_cluster_makes_the_same_archive_and_nothing_that_is_kept(
    archive: list[Path], tmp_path: Path, two_workers: LocalCluster
) -> None:
    cache = Cache(tmp_path / "kept")
    here = normalised(archive, tmp_path / "here", Means())
    with_cluster = Means(cache, cluster=Cluster(two_workers.address))
    there = normalised(archive, tmp_path / "there", with_cluster)
    with_cluster.stop()
    assert everything(tmp_path / "here") == everything(tmp_path / "there")
    assert here.notices == there.notices
    assert [str(each.error) for each in here.failures] == [str(each.error) for each in there.failures]
    nobody = Means(cache, cluster=Cluster(f"127.0.0.1:{free_port()}"))
    whole = [path for path in archive if path.stat().st_size]
    assert normalised(whole, tmp_path / "again", nobody).exit_code == 0
    assert everything(tmp_path / "again") == everything(tmp_path / "here")


def test_a_cluster_makes_the_same_publications(archive: list[Path], tmp_path: Path, means: Means) -> None:
    items, each = archive[1 : MANY_PUBLICATIONS + 1], Options(each=True)
    for name, own in (("here", Means()), ("there", means)):
        build_editions(items, [find("pdf")], tmp_path / name, load_style("oim"), each, report := Report(), means=own)
        assert len(report.outputs) == MANY_PUBLICATIONS
    assert everything(tmp_path / "here") == everything(tmp_path / "there")


def test_a_refusal_comes_back_as_it_was_raised(means: Means) -> None:
    assert means.pool
    with pytest.raises(ReadError, match=r"^a\.txt: it is not text$"):
        means.pool.submit(refused, "a.txt").result()
    with pytest.raises(FileNotFoundError, match="of the work itself"):
        means.pool.submit(missing_file).result()


def test_a_worker_with_other_programs_is_refused(means: Means, monkeypatch: pytest.MonkeyPatch) -> None:
    assert means.pool
    means.pool.submit(noted, 1, "/nowhere")  # the cluster is called
    monkeypatch.setattr(keys, "programs", lambda: "of another version")
    with pytest.raises(UsageError, match="another version of it, of Python or of a library"):
        means.pool.submit(refused, "a.txt").result()
    means.stop()
    with pytest.raises(UsageError, match=r"^tcp://127\.0\.0\.1:\d+: this worker lacks oimpress"):
        means.pool.submit(refused, "a.txt")


def test_a_killed_worker_loses_nothing_and_a_lost_scheduler_ends_the_run(
    tmp_path: Path, archive: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clusters, "REACHED", 2)
    with local_cluster(tmp_path, 2) as cluster:
        means = Means(cluster=Cluster(cluster.address))
        assert means.pool
        results = []
        tasks = ahead((means.pool.submit(noted, number, str(tmp_path)) for number in range(100)), means.pool)
        for number, task in enumerate(tasks):
            results.append(task.result())
            if number == 20:
                cluster.running[-1].kill()
        assert results == list(range(0, 200, 2))
        assert {int(path.name.split("-")[0]) for path in tmp_path.glob("*-*-*")} == set(range(100))
        cluster.end()
        with pytest.raises(Unavailable, match="no longer there"):
            normalised(archive, tmp_path / "out", means)
        means.stop()


def test_what_kills_every_worker_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES", "0")
    with local_cluster(tmp_path, 1) as cluster:
        means = Means(cluster=Cluster(cluster.address))
        assert means.pool
        with pytest.raises(WorkerDied):
            means.pool.submit(deadly, 1).result()
        means.stop()


def test_a_scheduler_without_workers_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clusters, "MANNED", 1)
    with (
        local_cluster(tmp_path, 0) as cluster,
        pytest.raises(Unavailable, match=r"no worker; start some with: dask worker"),
    ):
        Cluster(cluster.address).submit(refused, "a.txt")


def test_a_library_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "dask", None)
    with pytest.raises(MissingDependency, match=r"dask is not installed.*oimpress\[cluster\]"):
        Cluster("127.0.0.1:1").submit(refused, "a.txt")


@pytest.mark.parametrize("name", ["dask://", "dask://host", "dask://host:x", "tcp://host:1", "host:1", ""])
def test_an_executor_that_is_none_is_refused(name: str) -> None:
    with pytest.raises(UsageError, match="write dask://HOST:PORT"):
        cluster_at(name)
