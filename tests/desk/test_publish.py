"""Publishing from the desk: what is chosen, how it will look, and what is made of it."""

from __future__ import annotations

import re
import time
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.desk.desks import RELEASE, Browser


@pytest.fixture
def browser(tmp_path: Path) -> Browser:
    (tmp_path / "un.txt").write_text(RELEASE)
    (tmp_path / "deux.txt").write_text("Le port rouvre\n\nBrest, le 3 mai 2017 - Le port rouvre aux pêcheurs mardi.\n")
    return Browser(tmp_path)


def built(browser: Browser, **given: Any) -> Any:
    """The page of a build that is over."""
    page = browser.post("/publish/build", set="1", **given)
    for _attempt in range(600):
        if "data-poll" not in page.text:
            return page
        time.sleep(0.1)
        page = browser.client.get(str(page.url))
    raise AssertionError("the build does not end")


def test_what_is_chosen_is_published_and_opened(browser: Browser, tmp_path: Path) -> None:
    page = built(browser, source="un.txt", format=["html", "text"], style="sobre")
    assert sorted(path.suffix for path in (tmp_path / "build").glob("[!.]*")) == [".html", ".txt"]
    assert 'value="4"' not in page.text
    links = re.findall(r'href="(/made[^"]+)"', page.text)
    assert len(links) == 2
    for link in links:
        answer = browser.client.get(link.replace("&amp;", "&"))
        assert "Tapachula" in answer.text
        assert answer.headers["content-security-policy"].startswith("sandbox;")


def test_a_build_tells_how_far_it_is_and_what_failed(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "trois.txt").write_bytes(b"\0\1\2" * 99)
    page = built(browser, format="text")
    assert "3 / 3" not in page.text
    assert "4 / 4" in page.text
    assert "trois.txt" in page.text
    assert "text · 1 kB" in page.text


def test_the_choice_of_the_archive_is_that_of_the_page(browser: Browser) -> None:
    browser.index.settle()
    assert "1 source" in browser.get("/publish", words="pêcheurs", all="1", view="web").text
    assert "2 sources" in browser.get("/publish", view="web").text
    assert browser.get("/publish", source="../x.txt").status_code == 404


def test_settings_are_kept_where_that_is_asked_for(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "oimpress.toml").write_text('# ours\nsources = ["."]\n\n[office]\ncountry = "CH"\n')
    built(browser, source="un.txt", format="text", tongue="es", each="1", keep="1")
    text = (tmp_path / "oimpress.toml").read_text()
    assert text.startswith("# ours\n")
    assert tomllib.loads(text) == {
        "sources": ["."], "formats": ["text"], "style": "oim", "lang": "es", "each": True, "office": {"country": "CH"}
    }  # fmt: skip


@pytest.mark.parametrize(
    "given", [{"format": ""}, {"format": "text", "date": "31 février"}, {"format": "text", "style": "../x"}]
)
def test_what_cannot_be_made_is_refused_before_it_begins(browser: Browser, given: dict[str, str]) -> None:
    assert browser.post("/publish/build", set="1", **given).status_code == 422


@pytest.mark.parametrize("view", ["web", "mail"])
@pytest.mark.parametrize("night", ["", "1"])
def test_a_preview_runs_nothing_of_a_hostile_document(tmp_path: Path, view: str, night: str) -> None:
    hostile = (
        '<p>Un centre ouvre.</p><script>alert(1)</script><img src="https://evil.example/x.png" onerror="alert(1)">'
    )
    (tmp_path / "un.html").write_text(f"<html><body><h1>Titre du communiqué</h1>{hostile * 3}</body></html>")
    browser = Browser(tmp_path)
    answer = browser.get(f"/preview/{view}", night=night)
    assert answer.status_code == 200
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("sandbox; default-src 'none';")
    assert "script-src" not in policy
    assert "alert(1)" not in answer.text
    assert "<iframe" in browser.get("/publish", view=view).text


def test_only_what_oimpress_made_is_opened(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / "secret.html").write_text("<script>1</script>")
    for key in ("build/secret.html", "un.txt", "build/../un.txt", "../x", "build", "build/.oimpress-written"):
        assert browser.get("/made", file=key).status_code == 404


def test_nothing_is_made_at_a_read_only_desk(tmp_path: Path) -> None:
    (tmp_path / "un.txt").write_text(RELEASE)
    browser = Browser(tmp_path, read_only=True)
    assert "formaction" not in browser.get("/publish", view="web").text
    assert browser.post("/publish/build", set="1", format="text").status_code == 403


@pytest.mark.slow
def test_the_pages_of_the_kit_are_shown_as_pictures(browser: Browser) -> None:
    page = browser.get("/publish").text
    assert page.count("<img ") >= 2
    picture = browser.get("/preview/page", number="1")
    assert picture.content.startswith(b"\x89PNG")
    assert browser.get("/preview/page", number="99").status_code == 404
