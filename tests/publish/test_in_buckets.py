"""Archives in buckets, against a real server of S3 with its faults."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

import pytest

from oimpress import buckets, sources
from oimpress.buckets import Address
from oimpress.errors import OimpressError, ReadError, Unavailable, UsageError, WriteError
from oimpress.publish import fetching
from oimpress.publish.build import Options, build_editions, normalise_files
from oimpress.publish.in_buckets import BucketCache, BucketOutputs, StoragePlace
from oimpress.publish.means import Means
from oimpress.publish.report import Report
from oimpress.readers.mail.mailbox import messages
from oimpress.sources import Source, load, objects_at
from oimpress.spool import MappedFile
from oimpress.style import load_style
from oimpress.writers import find
from tests.publish.clusters import free_port
from tests.publish.stores import BUCKET, WEED, credentials, s3_server, when_it_stores
from tests.publish.test_cache import PLACES, a_source, everything
from tests.writers.test_html import png

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not WEED.exists(), reason="needs SeaweedFS, which pip installs")]
Enter: TypeAlias = Callable[[str], None]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    with s3_server(tmp_path_factory.mktemp("s3")) as port:
        yield port


@pytest.fixture
def enter(server: int, monkeypatch: pytest.MonkeyPatch) -> Enter:
    def entered(name: str, port: int = server) -> None:
        for key, said in credentials(name, port).items():
            monkeypatch.setenv(key, said)
        buckets._store.cache_clear()

    return entered


@pytest.fixture
def archive(server: int, enter: Enter, tmp_path: Path) -> Address:
    """A place of this test's own that holds what ``tmp_path / "sources"`` does."""
    enter("owner")  # who puts into a bucket makes it
    place = Address(f"s3://{BUCKET}/{tmp_path.name}")
    when_it_stores(place / "sources/notes.rst")
    for name in PLACES:
        path = a_source(tmp_path / "sources", name)
        buckets.create(place / f"sources/2024/{name}.txt", path.read_bytes())
    enter("writer")
    return place


def texts(place: Address) -> dict[str, bytes]:
    found = ((each, buckets.read(each)) for each, _ in buckets.sizes(place))
    return {each.name: one.data for each, one in found if one}


def normalised(
    sources: Address | Path, output: StoragePlace, means: Means | None = None, *, force: bool = False
) -> Report:
    items = list(objects_at(sources)) if isinstance(sources, Address) else sorted(sources.iterdir())
    normalise_files(items, output, "press-fr", report := Report(), force=force, means=means)
    return report


def test_an_archive_in_a_bucket_is_what_it_is_in_a_folder(archive: Address, tmp_path: Path) -> None:
    here = normalised(tmp_path / "sources", tmp_path / "out")
    there = normalised(archive / "sources", archive / "out")
    assert (there.read, there.failures) == (3, [])
    assert str(there.outputs[0].path).startswith(f"s3://{BUCKET}/")
    made = {name: data for name, data in everything(tmp_path / "out").items() if not name.startswith(".")}
    assert made == texts(archive / "out")
    assert len(here.outputs) == len(there.outputs)


def test_publications_and_steps_are_kept_in_a_bucket(archive: Address, tmp_path: Path) -> None:
    cache = BucketCache(archive / "kept")
    items = list(objects_at(archive / "sources"))
    for name in ("first", "again"):
        report = Report()
        build_editions(items, [find("html")], archive / name, load_style("oim"), Options(), report, means=Means(cache))
        assert [each.format for each in report.outputs] == ["html"]
        assert cache.trouble == ""
    assert texts(archive / "first") == texts(archive / "again")
    assert cache.size().entries == len(PLACES) + 1
    assert cache.clear().entries == len(PLACES) + 1
    assert cache.size() == (0, 0)


def test_what_is_torn_in_a_cache_is_made_anew(archive: Address) -> None:
    cache = BucketCache(archive / "kept")
    cache.put("ab" * 32, b"made")
    found = buckets.read(at := archive / "kept" / "ab" / ("ab" * 31))
    assert found
    assert buckets.replace(at, b"torn", found.version)
    assert cache.get("ab" * 32) is None
    assert not cache.holds("ab" * 32)
    cache.put("ab" * 32, b"made")
    assert cache.get("ab" * 32) == b"made"


def test_a_sidecar_lies_beside_its_source(archive: Address) -> None:
    buckets.create(archive / "sources/2024/Diffa.toml", b'title = "Un titre"\n')
    assert load(archive / "sources/2024/Diffa.txt").metadata.title == "Un titre"
    buckets.create(archive / "sources/2024/Agadez.toml", b'titel = "Un titre"\n')
    with pytest.raises(UsageError, match=r"^s3://press/.*/Agadez\.toml: .*titel"):
        load(archive / "sources/2024/Agadez.txt")


def test_pictures_beside_a_source_are_read_and_none_elsewhere(archive: Address) -> None:
    figures = "".join(f'<figure><img src="{name}" alt="Un carré"></figure>' for name in ("a.png", "../b.png"))
    page = f"<html><body><h1>Un centre ouvre à Agadez</h1><p>Niger - Il a ouvert.</p>{figures}</body></html>"
    for name, data in (("in/a.html", page.encode()), ("in/a.png", png(60, 40)), ("b.png", png(60, 40))):
        buckets.create(archive / "pictures" / name, data)
    normalise_files([archive / "pictures/in/a.html"], archive / "pictures/out", "press-fr", report := Report())
    assert [each.path.name for each in report.outputs if each.format == "picture"] == ["a.png"]


def test_objects_are_asked_for_before_they_are_wanted_and_come_in_their_order(
    archive: Address, monkeypatch: pytest.MonkeyPatch
) -> None:
    together = threading.Barrier(len(PLACES), timeout=20)  # nobody gets on alone
    monkeypatch.setattr(fetching, "load", lambda address: (together.wait(), load(address))[1])
    items: list[fetching.BuildInput] = [*objects_at(archive / "sources"), Source("z.txt", b"Un titre\n")]
    assert [source().name for _, source in fetching.fetched(items)] == [*(f"{name}.txt" for name in PLACES), "z.txt"]


def test_what_oimpress_made_is_no_source(archive: Address) -> None:
    normalised(archive / "sources", archive / "sources/out")
    names = [each.name for each in objects_at(archive / "sources")]
    assert names == [f"{name}.txt" for name in PLACES]
    with pytest.raises(UsageError, match="sources lie there; choose another place with --output"):
        list(objects_at(archive / "sources", archive / "sources"))


def test_what_people_changed_is_not_written_over(archive: Address) -> None:
    outputs = BucketOutputs(archive / "out")
    outputs.store((archive / "out/a.txt", b"one"))
    outputs.store((archive / "out/a.txt", b"two"))  # it is ours
    found = buckets.read(archive / "out/a.txt")
    assert found == (b"two", True, found and found.version)
    theirs = buckets._library()
    theirs.put(buckets._store(f"s3://{BUCKET}"), (archive / "out/a.txt").key, b"by hand")
    with pytest.raises(WriteError, match="somebody changed this file"):
        outputs.store((archive / "out/a.txt", b"three"))
    BucketOutputs(archive / "out", force=True).store((archive / "out/a.txt", b"three"))
    assert texts(archive / "out") == {"a.txt": b"three"}
    outputs.note_sources([archive / "out/a.txt"])
    with pytest.raises(WriteError, match="this is a source"):
        outputs.store((archive / "out/a.txt", b"four"))


def test_of_two_writers_none_undoes_what_the_other_did(archive: Address, monkeypatch: pytest.MonkeyPatch) -> None:
    place, whole = archive / "out/a.txt", buckets.read

    def late(address: Address, most: int | None = None) -> object:
        """What was there before somebody else wrote."""
        found = whole(address, most)
        buckets.create(address, b"theirs")
        return found

    monkeypatch.setattr(buckets, "read", late)
    BucketOutputs(archive / "out").store((place, b"ours"))
    monkeypatch.undo()
    stale = buckets.read(place)
    assert stale
    assert stale.data == b"ours"
    assert buckets.replace(place, b"newer", stale.version)
    assert not buckets.replace(place, b"older", stale.version)


def test_who_may_only_read_is_told(archive: Address, enter: Enter) -> None:
    enter("reader")
    report = normalised(archive / "sources", archive / "out")
    assert {type(each.error) for each in report.failures} == {WriteError}
    assert "the store refuses this (AccessDenied); check the key" in str(report.failures[0].error)
    cache = BucketCache(archive / "kept")
    assert normalised(archive / "sources", archive / "out", Means(cache)).read == 0
    assert "AccessDenied" in cache.trouble


def test_who_is_not_known_is_told(archive: Address, enter: Enter) -> None:
    enter("nobody")
    with pytest.raises(OimpressError, match=r"the store refuses this \(InvalidAccessKeyId\)"):
        list(objects_at(archive / "sources"))
    with pytest.raises(ReadError, match=r"the store refuses this \(InvalidAccessKeyId\)"):
        load(archive / "sources/2024/Diffa.txt")


def test_a_bucket_that_is_not_there_is_told(archive: Address) -> None:
    nowhere = Address("s3://nowhere/out")
    with pytest.raises(OimpressError, match=r"^s3://nowhere: there is no such bucket; make it, or name another$"):
        list(objects_at(nowhere))
    with pytest.raises(WriteError, match="no such bucket"):
        BucketOutputs(nowhere).store((nowhere / "a.txt", b"one"))
    with pytest.raises(ReadError, match="no such object"):
        load(archive / "sources/2024/Tahoua.txt")
    with pytest.raises(UsageError, match="no source there; there should be objects that end in"):
        list(objects_at(archive / "empty"))


def test_a_store_that_does_not_answer_ends_the_run(
    archive: Address, enter: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(buckets.PATIENCE, "max_retries", 0)
    items = list(objects_at(archive / "sources"))
    enter("writer", free_port())
    with pytest.raises(Unavailable, match="the store does not answer"):
        normalise_files(items, archive / "out", "press-fr", Report())


def test_addresses() -> None:
    address = Address("s3://press/2024/a.b.txt")
    assert (address.root, address.key, address.name) == ("s3://press", "2024/a.b.txt", "a.b.txt")
    assert str(address.beside(".toml")) == "s3://press/2024/a.b.toml"
    assert str(Address("s3://press") / "a.txt") == "s3://press/a.txt"
    assert all(map(buckets.in_bucket, ("gs://a", "az://a/b")))
    assert not any(map(buckets.in_bucket, ("s3", "a/s3://b", Path("s3"))))


def test_a_long_mailbox_in_a_bucket_waits_in_a_file(
    archive: Address, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    box = b"From a@b.example Tue Mar 12 09:00:00 2024\nSubject: Halle\n\nLa halle ouvre.\n\n" * 40
    places = {name: archive / f"boxes/{name}" for name in ("a.mbox", "b.mbox", "c.txt")}
    for name, place in places.items():
        buckets.create(place, b"Le " + box if name == "b.mbox" else box)
    monkeypatch.setattr(sources, "LONG", 100)
    kinds = {name: type(load(place).data) for name, place in places.items()}
    assert kinds == {"a.mbox": MappedFile, "b.mbox": bytes, "c.txt": bytes}
    (tmp_path / "a.mbox").write_bytes(box)
    there, here = load(places["a.mbox"]), load(tmp_path / "a.mbox")
    assert there.sha256 == here.sha256
    assert [each.data for each in messages(there)] == [each.data for each in messages(here)]
    with pytest.raises(ReadError):
        load(archive / "boxes/none.mbox")
