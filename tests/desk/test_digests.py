"""The digest at the desk: what is due and why, a proof, approval, and sending once."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

import pytest

from tests.desk.desks import RELEASE, Browser

YESTERDAY = (datetime.now(UTC) - timedelta(days=1)).date()
SETTINGS = f"""\
sources = ["."]

[lists.presse]
title = "Communiqués"
since = {YESTERDAY - timedelta(days=30)}
period = "daily"
hour = "00:00"
from = "Presse <presse@oim.example>"
to = ["liste@oim.example"]
"""


@pytest.fixture
def browser(tmp_path: Path) -> Browser:
    (tmp_path / "un.txt").write_text(RELEASE)
    (tmp_path / "un.toml").write_text(f"date = {YESTERDAY}\n")
    (tmp_path / "oimpress.toml").write_text(SETTINGS)
    return Browser(tmp_path)


def approving(folder: Path) -> None:
    with (folder / "oimpress.toml").open("a") as file:
        file.write("approve = true\n")


def mails(folder: Path) -> list[Any]:
    return [message_from_bytes(path.read_bytes(), policy=policy.default) for path in (folder / "outbox").glob("*.eml")]


def test_a_folder_without_lists_says_what_one_looks_like(tmp_path: Path) -> None:
    (tmp_path / "un.txt").write_text(RELEASE)
    assert "[lists.presse]" in Browser(tmp_path).get("/digest").text


def test_what_is_due_is_shown_with_its_reason_and_its_mail(browser: Browser, tmp_path: Path) -> None:
    page = browser.get("/digest").text
    assert "an issue is due" in page
    assert "Un centre d’accueil ouvre à Tapachula" in page
    mail = browser.get("/preview/issue", list="presse")
    assert "Tapachula" in mail.text
    assert mail.headers["content-security-policy"].startswith("sandbox;")
    assert not (tmp_path / "digest").exists()


def test_the_mail_of_a_hostile_document_runs_and_fetches_nothing(browser: Browser, tmp_path: Path) -> None:
    hostile = "<script>alert(1)</script><img src=http://evil.example/x.png><p onclick=alert(1)>Un marché ouvre.</p>"
    (tmp_path / "deux.html").write_text(f"<html><body><h1>Le marché ouvre</h1>{hostile * 3}</body></html>")
    (tmp_path / "deux.toml").write_text(f"date = {YESTERDAY}\n")
    for night in ("", "1"):
        mail = browser.get("/preview/issue", list="presse", night=night)
        assert "Le marché ouvre" in mail.text
        assert [word for word in ("<script", "onclick", "evil.example") if word in mail.text] == []
        assert mail.headers["content-security-policy"].startswith("sandbox; default-src 'none'")


def test_an_issue_is_prepared_sent_once_and_told(browser: Browser, tmp_path: Path) -> None:
    assert "The issue is prepared" in browser.post("/digest/prepare", list="presse").text
    assert mails(tmp_path) == []
    assert "Handed over." in browser.post("/digest/send", list="presse").text
    (mail,) = mails(tmp_path)
    assert mail["To"] == "liste@oim.example"
    page = browser.post("/digest/send", list="presse").text
    assert "Nothing is due." in page
    assert "What was sent" in page
    assert len(mails(tmp_path)) == 1
    browser.index.settle()
    assert 'class="pill is-sent"' in browser.get("/", state="sent").text


def test_nothing_goes_out_before_it_is_approved(browser: Browser, tmp_path: Path) -> None:
    approving(tmp_path)
    browser.post("/digest/prepare", list="presse")
    assert browser.post("/digest/send", list="presse").status_code == 409
    page = browser.get("/digest").text
    issue, sha256 = re.search(r'name="issue" value="([\w-]+)"', page), re.search(r'name="sha256" value="(\w+)"', page)
    assert issue
    assert sha256
    assert browser.post("/digest/approve", list="presse", issue=issue[1], sha256="0" * 64).status_code == 422
    assert mails(tmp_path) == []
    assert "approved by Marie" in browser.post("/digest/approve", list="presse", issue=issue[1], sha256=sha256[1]).text
    assert "Handed over." in browser.post("/digest/send", list="presse").text
    assert len(mails(tmp_path)) == 1


def test_a_proof_goes_to_one_person_under_a_name_of_its_own(browser: Browser, tmp_path: Path) -> None:
    assert "on its way" in browser.post("/digest/proof", list="presse", to="marie@oim.example").text
    (proof,) = mails(tmp_path)
    assert proof["To"] == "marie@oim.example"
    assert proof["Subject"].startswith("Épreuve : Communiqués")
    browser.post("/digest/send", list="presse")
    assert len({mail["Message-ID"] for mail in mails(tmp_path)}) == 2
    assert browser.post("/digest/proof", list="presse", to="not an address").status_code == 422


def test_a_list_that_is_none_is_refused(browser: Browser) -> None:
    assert browser.post("/digest/send", list="autre").status_code == 422
