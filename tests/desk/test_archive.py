"""The archive: every source at once, read in the background, searched and filtered."""

from __future__ import annotations

import time
from contextlib import closing
from pathlib import Path

import pytest

from oimpress.desk.index import PAGE, Index
from oimpress.desk.workroom import Workroom
from oimpress.index import INDEX, ArchiveQuestion, ReadingWay, fill, open_index
from oimpress.model.runs import flatten
from oimpress.publish.cache import CACHE, Cache
from oimpress.publish.report import Report
from tests.desk.desks import HOME, RELEASE, Browser

MANY = 10_000


@pytest.fixture
def browser(tmp_path: Path) -> Browser:
    (tmp_path / "un.txt").write_text(RELEASE)
    (tmp_path / "deux.txt").write_text("Otra noticia de Madrid\n\nEl ayuntamiento abre un centro para las familias.\n")
    (tmp_path / "deux.toml").write_text('lang = "es"\ndate = 2017-01-02\nembargo = 2099-01-01\n')
    (tmp_path / "trois.txt").write_bytes(b"\0\1\2\3" * 50)
    return Browser(tmp_path)


def test_sources_stand_there_before_they_are_read(browser: Browser) -> None:
    browser.index.survey()
    page = browser.get("/").text
    assert "un.txt" in page
    assert "Reading the archive: 0 of 3" in page
    browser.index.settle()
    assert "Reading the archive" not in browser.get("/").text


def test_each_source_says_how_it_stands(browser: Browser) -> None:
    browser.index.settle()
    states = {each.path.name: each.state for each in browser.index.look(ArchiveQuestion()).rows}
    assert states == {"un.txt": "doubts", "deux.txt": "embargo", "trois.txt": "refused"}


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"words": "TAPACHULA mairie"}, ["un.txt"]),
        ({"words": "accueil"}, ["un.txt"]),
        ({"words": "100%_"}, []),
        ({"lang": "es"}, ["deux.txt"]),
        ({"state": "refused"}, ["trois.txt"]),
        ({"order": "name"}, ["deux.txt", "trois.txt", "un.txt"]),
        ({"order": "newest"}, ["deux.txt", "un.txt", "trois.txt"]),
        ({"order": "'; DROP TABLE entries"}, ["deux.txt", "un.txt", "trois.txt"]),
    ],
)
def test_what_is_asked_for_is_found(browser: Browser, asked: dict[str, str], found: list[str]) -> None:
    browser.index.settle()
    page = browser.get("/", **asked).text
    places = [name for name in ("un.txt", "deux.txt", "trois.txt") if f'<span class="file">{name}' in page]
    assert sorted(places, key=lambda name: page.index(f'<span class="file">{name}')) == found


def test_a_change_is_seen_and_what_goes_is_gone(browser: Browser, tmp_path: Path) -> None:
    browser.index.settle()
    (tmp_path / "deux.toml").write_text('title = "Nuevo"\n')
    (tmp_path / "un.txt").unlink()
    browser.index.settle()
    assert {each.title for each in browser.index.look(ArchiveQuestion()).rows} == {"Nuevo", ""}


def test_the_index_is_found_again(browser: Browser, tmp_path: Path) -> None:
    browser.index.settle()
    again = Index(Workroom(tmp_path))
    assert again.look(ArchiveQuestion()).waiting == 0
    (tmp_path / INDEX).write_bytes(b"no index")
    assert Index(Workroom(tmp_path)).look(ArchiveQuestion()).total == 0


def test_settings_that_are_wrong_are_told_on_the_page(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "oimpress.toml").write_text("sorces = 3\n")
    page = browser.get("/")
    assert (page.status_code, "sorces" in page.text) == (422, True)


def test_a_file_that_is_dropped_becomes_a_source_and_never_takes_a_place(browser: Browser, tmp_path: Path) -> None:
    def drop(name: str, data: bytes = b"Bonjour\n") -> int:
        return int(browser.client.post(f"/files/{name}", content=data, headers={"origin": HOME}).status_code)

    assert drop("quatre.txt") == 201
    assert (tmp_path / "quatre.txt").read_bytes() == b"Bonjour\n"
    assert drop("un.txt") == 422
    assert (tmp_path / "un.txt").read_text() == RELEASE
    assert [drop(name) for name in ("x.exe", ".x.txt", "oimpress.toml")] == [422] * 3
    assert drop("..%2Fx.txt") in (404, 422)


def test_the_command_and_the_desk_share_one_index(browser: Browser, tmp_path: Path) -> None:
    browser.index.settle()
    with closing(open_index(tmp_path / INDEX)) as db:
        filled = fill(db, sorted(tmp_path.glob("*.txt")), Report(), ReadingWay())
    assert (filled.read, filled.known) == (1, 2)  # only what could not be read is tried again


def test_what_is_known_is_there_at_once_and_a_read_only_desk_keeps_nothing(browser: Browser, tmp_path: Path) -> None:
    browser.index.settle()
    assert "Looking through the folder" not in Browser(tmp_path).get("/").text
    (tmp_path / INDEX).unlink()
    assert "Looking through the folder" in Browser(tmp_path, read_only=True).get("/").text
    assert not (tmp_path / INDEX).exists()


def test_why_a_source_cannot_be_read_is_told_in_the_language_of_the_page(browser: Browser) -> None:
    browser.index.settle()
    assert ">trois.txt: this is not text" in browser.get("/", state="refused").text
    browser.get("/language", to="fr")
    assert ">trois.txt\u00a0: ce n’est pas du texte" in browser.get("/", state="refused").text


def test_a_sidecar_made_nonsense_by_hand_is_told_in_the_archive_until_it_is_mended(
    browser: Browser, tmp_path: Path
) -> None:
    browser.index.settle()
    (tmp_path / "un.toml").write_text("title = [[[\n")
    browser.index.settle()
    assert ">un.toml:2: not TOML" in browser.get("/", state="refused").text
    (tmp_path / "un.toml").write_text('title = "Bon"\n')
    browser.index.settle()
    assert "Bon" in browser.get("/", state="doubts").text


def test_a_source_that_goes_while_its_page_is_open_is_told(browser: Browser, tmp_path: Path) -> None:
    stamp = browser.stamp("un.txt")
    (tmp_path / "un.txt").unlink()
    page = browser.say("/release/describe", "un.txt", stamp=stamp, title="Trop tard")
    assert (page.status_code, "no source of this folder" in page.text) == (404, True)
    assert not (tmp_path / "un.toml").exists()


@pytest.mark.slow
def test_ten_thousand_sources_are_no_wait(tmp_path: Path) -> None:
    for number in range(MANY):
        (tmp_path / f"{number:05}.txt").write_text(f"Titre {number}\n")
    browser = Browser(tmp_path)
    browser.index.survey()
    browser.index._db.executescript(
        "UPDATE sources SET stamp = '1', parts = 1;"
        "INSERT INTO releases (source, part, id, title, published, kind, lang, issuer)"
        " SELECT path, 0, path, name, '2026', 'note', 'fr', '' FROM sources;"
        "INSERT INTO words (rowid, title, text) SELECT number, title, hex(randomblob(1500)) FROM releases;"
    )
    begun = time.perf_counter()
    page = browser.get("/", words="09876").text
    assert time.perf_counter() - begun < 2  # a quarter of a second on an idle machine
    assert "09876.txt" in page
    assert browser.get("/").text.count('name="source"') == PAGE


def test_a_desk_takes_what_runs_keep_and_keeps_what_it_reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "un.txt").write_text(RELEASE)
    cache = Cache(tmp_path / CACHE)
    (tmp_path / CACHE).mkdir(parents=True)
    Browser(tmp_path, read_only=True).index.settle()
    assert cache.size().entries == 0
    Browser(tmp_path).index.settle()
    assert cache.size().entries == 1
    monkeypatch.setattr("oimpress.publish.normalising.normalised", None)  # nobody may ask for it
    (tmp_path / "un.txt").touch()
    browser = Browser(tmp_path)
    browser.index.settle()
    assert "Un centre d’accueil ouvre" in browser.get("/").text


def test_a_source_that_is_opened_again_is_read_anew_only_where_it_has_changed(tmp_path: Path) -> None:
    path = tmp_path / "un.txt"
    path.write_text(RELEASE)
    room = Workroom(tmp_path)
    (first,) = room.read(path)
    assert room.read(path)[0].done is first.done
    path.with_suffix(".toml").write_text('title = "Un autre titre"')
    (second,) = room.read(path)
    assert str(flatten(second.done.value.title)) == "Un autre titre"
