"""What somebody does on the page of a release: the sidecar says it, and the release is read that way."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

import oimpress
from oimpress.desk.history import SidecarHistory
from tests.desk.desks import RELEASE, Browser


@pytest.fixture
def browser(tmp_path: Path) -> Browser:
    (tmp_path / "un.txt").write_text(RELEASE)
    return Browser(tmp_path)


def said(folder: Path) -> dict[str, Any]:
    return tomllib.loads((folder / "un.toml").read_text("utf-8"))


def test_a_source_stands_beside_what_it_became(browser: Browser) -> None:
    page = browser.get("/release", source="un.txt")
    assert page.status_code == 200
    assert "Un centre d’accueil ouvre à Tapachula" in page.text
    assert 'id="l3"' in page.text


def test_a_line_says_what_it_could_be_and_becomes_it_at_once(browser: Browser, tmp_path: Path) -> None:
    words = "Le centre offre un toit à cent personnes et une aide juridique aux familles qui en ont besoin."
    assert words in browser.get("/release", source="un.txt", line="5").text
    page = browser.say("/release/pin", "un.txt", words=words, label="quote", line="5")
    assert page.status_code == 200
    assert said(tmp_path) == {"lines": {"quote": words}}
    assert browser.say("/release/pin", "un.txt", words=words, label="heading", line="5").status_code == 200
    assert said(tmp_path) == {"lines": {"heading": words}}
    assert 'class="block is-heading"' in browser.get("/release", source="un.txt").text
    browser.say("/release/pin", "un.txt", words=words, label="", line="5")
    assert not (tmp_path / "un.toml").exists()


def test_a_doubt_is_accepted_with_the_words_a_person_wants(browser: Browser, tmp_path: Path) -> None:
    assert "Nous somme" in browser.get("/release", source="un.txt").text
    browser.say("/release/answer", "un.txt", answer="accept", found="Nous somme", wanted="Nous sommes")
    assert said(tmp_path) == {"accepted": {"Nous somme": "Nous sommes"}}
    assert "Nous sommes</ins> très heureux" in browser.get("/release", source="un.txt").text


def test_a_doubt_that_is_left_is_not_told_again(browser: Browser, tmp_path: Path) -> None:
    (doubt,) = [each for each in oimpress.normalise(tmp_path / "un.txt").notices if each.code == "B111"]
    browser.say("/release/answer", "un.txt", answer="leave", doubt=doubt.said)
    assert said(tmp_path) == {"seen": [doubt.said]}
    assert "B111" not in {each.code for each in oimpress.normalise(tmp_path / "un.txt").notices}


def test_what_is_known_is_said_and_taken_back(browser: Browser, tmp_path: Path) -> None:
    browser.say("/release/describe", "un.txt", title="Autre titre", date="25/05/2016", embargo="-", kind="statement")
    assert said(tmp_path) == {"title": "Autre titre", "date": "25/05/2016", "embargo": "", "kind": "statement"}
    done = oimpress.normalise(tmp_path / "un.txt").value
    assert (done.published, done.kind) == ("2016-05-25", "statement")
    browser.say("/release/describe", "un.txt", title="", date="2016-05-26", order="2")
    assert said(tmp_path) == {"date": "2016-05-26", "embargo": "", "kind": "statement", "order": 2}
    assert browser.say("/release/describe", "un.txt", order="first").status_code == 422


def test_a_value_that_cannot_be_is_refused_with_its_reason_and_not_lost(browser: Browser, tmp_path: Path) -> None:
    page = browser.say("/release/describe", "un.txt", title="Kept as typed", date="31 février")
    assert page.status_code == 422
    assert "31 février” is not a day that exists" in page.text
    assert 'value="Kept as typed"' in page.text
    assert not (tmp_path / "un.toml").exists()


def test_a_line_that_the_source_does_not_have_is_refused(browser: Browser, tmp_path: Path) -> None:
    page = browser.say("/release/pin", "un.txt", words="never said", label="title", line="1")
    assert (page.status_code, "no line of the source says that" in page.text) == (422, True)
    assert not (tmp_path / "un.toml").exists()


def test_what_others_wrote_in_a_sidecar_keeps_its_shape(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "un.toml").write_text('# mine\ndate = 2016-05-25   # sure\n\n[accepted]\n"a b" = "c"\n')
    browser.say("/release/describe", "un.txt", licence="CC BY 4.0")
    text = (tmp_path / "un.toml").read_text()
    assert text.startswith("# mine\ndate = 2016-05-25   # sure\n")
    assert said(tmp_path) | {"date": 0} == {"date": 0, "licence": "CC BY 4.0", "accepted": {"a b": "c"}}


def test_two_people_do_not_lose_each_others_edits(tmp_path: Path) -> None:
    (tmp_path / "un.txt").write_text(RELEASE)
    marie, paul = Browser(tmp_path, "Marie"), Browser(tmp_path, "Paul")
    seen_by_paul = paul.stamp("un.txt")
    marie.say("/release/describe", "un.txt", title="De Marie")
    late = paul.say("/release/describe", "un.txt", stamp=seen_by_paul, url="https://oim.example/paul")
    assert (late.status_code, "somebody changed this release meanwhile" in late.text) == (409, True)
    assert said(tmp_path) == {"title": "De Marie"}
    assert 'value="https://oim.example/paul"' in late.text
    paul.say("/release/describe", "un.txt", url="https://oim.example/paul")
    assert said(tmp_path) == {"title": "De Marie", "url": "https://oim.example/paul"}
    versions = SidecarHistory(tmp_path.resolve(), tmp_path.resolve() / "un.toml").versions
    assert [each.who for each in versions] == ["", "Marie", "Paul"]


def test_a_source_that_changed_under_the_page_is_told(browser: Browser, tmp_path: Path) -> None:
    stamp = browser.stamp("un.txt")
    (tmp_path / "un.txt").write_text(RELEASE + "\nPlus.\n")
    assert browser.say("/release/describe", "un.txt", stamp=stamp, title="Autre").status_code == 409


def test_undoing_goes_back_step_by_step_to_what_stood_at_first(browser: Browser, tmp_path: Path) -> None:
    first = "date = 2016-05-25\n"
    (tmp_path / "un.toml").write_text(first)
    for title in ("Un", "Deux"):
        browser.say("/release/describe", "un.txt", title=title)
    browser.say("/release/undo", "un.txt")
    assert said(tmp_path)["title"] == "Un"
    browser.say("/release/undo", "un.txt")
    assert (tmp_path / "un.toml").read_text() == first
    assert "/release/undo" not in browser.get("/release", source="un.txt").text
    browser.say("/release/describe", "un.txt", title="Trois")
    browser.say("/release/undo", "un.txt")
    assert (tmp_path / "un.toml").read_text() == first


def test_a_sidecar_made_nonsense_by_hand_is_told_and_can_be_undone(browser: Browser, tmp_path: Path) -> None:
    browser.say("/release/describe", "un.txt", title="Bon")
    (tmp_path / "un.toml").write_text("title = [[[\n")
    page = browser.get("/release", source="un.txt")
    assert (page.status_code, "not TOML" in page.text, "title = [[[" in page.text) == (200, True, True)
    assert browser.say("/release/describe", "un.txt", title="Mieux").status_code == 422
    assert (tmp_path / "un.toml").read_text() == "title = [[[\n"


def test_the_history_survives_a_line_that_was_cut_short(browser: Browser, tmp_path: Path) -> None:
    browser.say("/release/describe", "un.txt", title="Bon")
    path = tmp_path / ".oimpress-desk" / "history" / "un.toml.jsonl"
    rows = [json.loads(line) for line in path.read_text().splitlines()]
    assert [row["who"] for row in rows] == ["", "Marie"]
    path.write_text(path.read_text() + '{"when": "20')
    assert "Marie" in browser.get("/release", source="un.txt").text


def test_a_folder_without_rights_is_told(browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_arguments: object, **_options: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("oimpress.publish.files.mkdtemp", full)
    page = browser.say("/release/describe", "un.txt", title="Bon")
    assert (page.status_code, "Permission denied" in page.text) == (422, True)
