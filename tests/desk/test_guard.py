"""Nobody gets in but whoever holds the token, on this machine, from our own pages."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from oimpress.desk.server import listening
from tests.desk.desks import HOME, RELEASE, TOKEN, Browser


@pytest.fixture
def browser(tmp_path: Path) -> Browser:
    (tmp_path / "un.txt").write_text(RELEASE)
    return Browser(tmp_path)


def test_the_token_is_asked_for_once_and_leaves_the_address(browser: Browser) -> None:
    browser.client.cookies.clear()
    assert browser.get("/").status_code == 403
    welcome = browser.client.get(f"/release?source=un.txt&token={TOKEN}", follow_redirects=False)
    assert (welcome.status_code, welcome.headers["location"]) == (303, "/release?source=un.txt")
    assert {"HttpOnly", "SameSite=strict"} <= set(welcome.headers["set-cookie"].split("; "))
    assert browser.get("/").status_code == 200


def test_another_token_opens_nothing(browser: Browser) -> None:
    browser.client.cookies.clear()
    assert browser.get("/", token="guessed").status_code == 403


@pytest.mark.parametrize("host", ["desk.example:8000", "127.0.0.1", "127.0.0.1:8001", "localhost.example:8000", ""])
def test_a_name_that_others_gave_this_machine_is_refused(browser: Browser, host: str) -> None:
    assert browser.client.get("/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "http://127.0.0.1:8001", "https://127.0.0.1:8000", None]
)
def test_a_form_of_another_page_changes_nothing(browser: Browser, origin: str | None, tmp_path: Path) -> None:
    given = {"source": "un.txt", "stamp": browser.stamp("un.txt"), "title": "Taken over"}
    headers = {"origin": origin} if origin else {}
    assert browser.client.post("/release/describe", data=given, headers=headers).status_code == 403
    assert not (tmp_path / "un.toml").exists()


def test_nothing_changes_by_a_link(browser: Browser) -> None:
    assert browser.get("/release/describe", source="un.txt").status_code == 405


@pytest.mark.parametrize("path", ["/", "/release?source=un.txt", "/own/desk.js", "/nothing"])
def test_every_answer_forbids_what_a_page_could_bring_along(browser: Browser, path: str) -> None:
    headers = browser.client.get(path).headers
    assert headers["content-security-policy"].startswith("default-src 'none'; script-src 'self';")
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    "key",
    ["../secret.txt", "%2e%2e/secret.txt", "/etc/hostname", ".hidden.txt", "oimpress.toml", "no\0.txt", "way.txt", ""],
)
def test_nothing_outside_of_the_folder_is_shown(browser: Browser, tmp_path: Path, key: str) -> None:
    (tmp_path.parent / "secret.txt").write_text("secret\n")
    (tmp_path / ".hidden.txt").write_text("secret\n")
    (tmp_path / "way.txt").symlink_to(tmp_path.parent / "secret.txt")
    answer = browser.get("/release", source=key)
    assert answer.status_code == 404
    assert "secret\n" not in answer.text


def test_a_read_only_desk_shows_everything_and_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "un.txt").write_text(RELEASE)
    browser = Browser(tmp_path, read_only=True)
    browser.index.settle()
    assert "Tapachula" in browser.get("/release", source="un.txt").text
    assert browser.post("/release/describe", source="un.txt", title="Other").status_code == 403
    assert browser.client.post("/files/deux.txt", content=b"x", headers={"origin": HOME}).status_code == 403
    assert [path.name for path in tmp_path.iterdir()] == ["un.txt"]


def test_what_a_source_says_is_never_markup(tmp_path: Path) -> None:
    hostile = '<script>alert(1)</script> "><img src=x onerror=alert(1)>'
    (tmp_path / "un.txt").write_text(f"{hostile}\n\n{RELEASE}")
    (tmp_path / "un.toml").write_text(f"title = '{hostile}'\n")
    browser = Browser(tmp_path)
    browser.index.settle()
    for page in (browser.get("/"), browser.get("/release", source="un.txt", line="1"), browser.get("/", words=hostile)):
        assert "<script>alert" not in page.text
        assert "<img" not in page.text


def test_whoever_opens_the_address_at_once_waits_instead_of_being_turned_away() -> None:
    with listening(0) as door, socket.create_connection(door.getsockname(), timeout=5) as early:
        assert early.getpeername() == door.getsockname()
